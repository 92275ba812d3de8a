#include "ui/board/tab_strip.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kSide = 8, kGap = 8, kBadge = 22;   // logical pixels

int badgeWidth(const Theme& theme, const FigureFont& font, int count)
{
    return qMax(theme.px(kBadge), static_cast<int>(std::ceil(font.width(QString::number(count)))) + theme.px(14));
}

} // namespace

BoardTabButton::BoardTabButton(const QString& title, bool urgent, QWidget* parent) : QAbstractButton{parent}, m_title{title}, m_urgent{urgent}
{
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setCount(0);
}

void BoardTabButton::setCount(int count)
{
    const auto spoken = m_title + u", "_s + QString::number(count);
    if (spoken == text()) return;
    m_count = count;
    setText(spoken);
    updateGeometry();
    update();
}

QSize BoardTabButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    const FigureFont title{theme.font(type::rowStrong)}, badge{theme.font(type::smallStrong)};
    return {theme.px(2 * kSide + kGap) + static_cast<int>(std::ceil(title.width(m_title))) + badgeWidth(theme, badge, m_count), theme.px(56)};
}

void BoardTabButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const FigureFont title{theme.font(isChecked() ? type::rowStrong : type::row)}, badge{theme.font(type::smallStrong)};
    QPainter painter{this};
    painter.setPen(isChecked() || underMouse() ? theme.text : theme.text2);
    const qreal left = theme.px(kSide), middle = height() / 2.0;
    const int badgeSize = badgeWidth(theme, badge, m_count);
    const QRectF box{static_cast<qreal>(width() - theme.px(kSide) - badgeSize), middle - theme.px(10), static_cast<qreal>(badgeSize), static_cast<qreal>(theme.px(20))};
    const bool whole = left + title.width(m_title) <= box.left();
    const qreal room = box.left() - left - (whole ? 0 : theme.px(4));   // cut short before it runs under its count
    title.draw(painter, {left, middle - theme.px(16), room, static_cast<qreal>(theme.px(32))}, Qt::AlignLeft | Qt::AlignVCenter, m_title);
    const bool hot = m_urgent && m_count > 0;
    drawBox(painter, box, box.height() / 2, hot ? theme.text : theme.sunken, theme.highContrast() ? theme.text : QColor{});
    painter.setPen(hot ? theme.surface : theme.text2);
    badge.draw(painter, box, Qt::AlignCenter, QString::number(m_count));
    if (isChecked()) drawBox(painter, {left, height() - static_cast<qreal>(theme.px(3)), width() - 2 * left, static_cast<qreal>(theme.px(3))}, theme.px(1.5), theme.accentText);
    if (hasFocus()) drawFocus(painter, QRectF{rect()}.adjusted(1, theme.px(10), -1, -theme.px(10)), theme.px(8), theme.accentText);
}

void BoardTabButton::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QAbstractButton::changeEvent(event);
}

TabStrip::TabStrip(QWidget* parent) : QWidget{parent}, m_group{new QButtonGroup{this}}, m_layout{new QHBoxLayout{this}}
{
    const std::array<QString, kBoardTabs> titles{tr("All", "tab"), tr("Act", "tab: needs somebody"), tr("Waiting", "tab"), tr("Key free", "tab"), tr("Done", "tab")};
    const std::array<QString, kBoardTabs> names{u"board.tab.all"_s, u"board.tab.act"_s, u"board.tab.waits"_s, u"board.tab.free"_s, u"board.tab.done"_s};
    for (int i = 0; i < kBoardTabs; ++i) {
        const auto at = static_cast<std::size_t>(i);
        auto* tab = new BoardTabButton{titles[at], static_cast<BoardTab>(i) == BoardTab::Act, this};
        tab->setObjectName(names[at]);
        m_group->addButton(tab, i);
        m_layout->addWidget(tab);
        m_tabs[at] = tab;
    }
    m_tabs[0]->setChecked(true);
    auto* order = new FigureLabel{type::small, &Theme::text2, this};
    order->setText(tr("What needs somebody first"));
    m_order = order;
    m_layout->addStretch();
    m_layout->addWidget(order);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { Q_EMIT chosen(static_cast<BoardTab>(id)); });
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    takeMeasures();
}

void TabStrip::takeMeasures()
{
    const auto& theme = themeOf(this);
    setFixedHeight(theme.px(56));
    m_layout->setContentsMargins(theme.px(16), 0, theme.px(16), 0);
    keepSpacing(*m_layout, theme.px(width() < theme.px(860) ? 4 : 12));
    m_order->setVisible(width() >= theme.px(860) && m_tabs[0]->count() > 0);   // the first thing to go when it gets narrow
}

void TabStrip::setCounts(const BoardModel& model)
{
    for (int i = 0; i < kBoardTabs; ++i) m_tabs[static_cast<std::size_t>(i)]->setCount(model.count(static_cast<BoardTab>(i)));
    takeMeasures();
}

void TabStrip::setCurrent(BoardTab tab)
{
    m_tabs[static_cast<std::size_t>(tab)]->setChecked(true);
}

void TabStrip::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

void TabStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
