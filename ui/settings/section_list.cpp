#include "ui/settings/section_list.h"
#include "ui/common/icons.h"
#include "ui/common/paint.h"
#include "ui/common/theme.h"
#include <QButtonGroup>
#include <QEvent>
#include <QPainter>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

SectionButton::SectionButton(const QString& icon, const QString& text, QWidget* parent) : QAbstractButton{parent}, m_icon{icon}
{
    setText(text);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);   // lower in a low window, or the whole page would scroll beside its own list
}

QSize SectionButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    const QFontMetrics metrics{theme.font(type::rowStrong)};
    return {theme.px(12 + 20 + 12 + 16) + metrics.horizontalAdvance(text()), theme.px(44)};
}

QSize SectionButton::minimumSizeHint() const
{
    return {themeOf(this).px(44), themeOf(this).px(34)};
}

void SectionButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    const qreal icon = theme.px(20);
    const auto ink = isChecked() ? theme.accentText : theme.text;
    QPainter painter{this};
    if (isChecked()) drawBox(painter, box, theme.px(8), theme.accentTint, theme.highContrast() ? theme.accentText : QColor{});
    else if (underMouse()) drawBox(painter, box, theme.px(8), theme.hover);
    drawIcon(painter, m_icon, {static_cast<qreal>(theme.px(12)), (box.height() - icon) / 2, icon, icon}, isChecked() ? theme.accentText : theme.text2, isChecked() ? 2 : 1.75);
    painter.setPen(ink);
    painter.setFont(theme.font(isChecked() ? type::rowStrong : type::row));
    drawLine(painter, box.adjusted(theme.px(44), 0, -theme.px(8), 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (hasFocus()) drawFocus(painter, box, theme.px(8), theme.accentText);
}

void SectionButton::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateGeometry();
}

SectionList::SectionList(QWidget* parent) : QScrollArea{parent}, m_group{new QButtonGroup{this}}, m_inner{new QWidget}, m_column{new QVBoxLayout{m_inner}}
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    setWidget(m_inner);
    m_inner->setAutoFillBackground(false);
    m_column->setContentsMargins({});
    m_column->setSpacing(2);
    m_column->addStretch();
}

SectionButton* SectionList::add(const QString& id, const QString& icon, const QString& text)
{
    auto* button = new SectionButton{icon, text, m_inner};
    button->setObjectName(u"settings.section."_s + id);
    button->setProperty("section", id);
    m_group->addButton(button);
    m_column->insertWidget(m_column->count() - 1, button);
    connect(button, &QAbstractButton::toggled, this, [this, id, button](bool on) {
        if (!on) return;
        ensureWidgetVisible(button, 0, 0);
        Q_EMIT chosen(id);
    });
    return button;
}

void SectionList::setCurrent(const QString& id)
{
    m_group->setExclusive(false);   // an exclusive group cannot have none
    for (auto* button : m_group->buttons()) {
        const QSignalBlocker quiet{button};
        button->setChecked(button->property("section").toString() == id);
        button->update();
        if (button->isChecked()) ensureWidgetVisible(button, 0, 0);
    }
    m_group->setExclusive(true);
}

QSize SectionList::sizeHint() const
{
    int wide = 0, high = 0;   // asked anew: what a layout remembers is of the theme before
    for (const auto* button : m_group->buttons()) {
        wide = std::max(wide, button->sizeHint().width());
        high += button->sizeHint().height() + m_column->spacing();
    }
    return {wide + verticalScrollBar()->sizeHint().width(), high};
}

QSize SectionList::minimumSizeHint() const
{
    return {themeOf(this).px(44), 4 * themeOf(this).px(44)};
}

QString SectionList::current() const
{
    const auto* button = m_group->checkedButton();
    return button ? button->property("section").toString() : QString{};
}

} // namespace tresen::ui
