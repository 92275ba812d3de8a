#include "ui/common/reason_form.h"
#include "app/core/limits.h"
#include "ui/common/figures.h"
#include "ui/common/paint.h"
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPlainTextEdit>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

OptionButton::OptionButton(const QString& text, QWidget* parent) : QRadioButton{text, parent}
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void OptionButton::setHeightPx(int logical)
{
    m_height = logical;
    updateGeometry();
}

QSize OptionButton::sizeHint() const
{
    const auto& theme = themeOf(this);
    const QFontMetricsF metrics{theme.font(type::rowStrong)};
    return {qRound(metrics.horizontalAdvance(text())) + theme.px(64), theme.px(m_height)};
}

QSize OptionButton::minimumSizeHint() const
{
    return {themeOf(this).px(120), sizeHint().height()};
}

bool OptionButton::hitButton(const QPoint& position) const
{
    return rect().contains(position);
}

void OptionButton::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const QRectF box{rect()};
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked()) drawBox(painter, box, theme.px(8), theme.accentTint, theme.accentText, 2);
    else if (underMouse() && isEnabled()) drawBox(painter, box, theme.px(8), theme.hover);
    const qreal side = theme.px(20);
    const QRectF dot{static_cast<qreal>(theme.px(14)), box.center().y() - side / 2, side, side};
    drawBox(painter, dot, side / 2, isChecked() ? theme.accent : theme.surface, isChecked() ? theme.accent : theme.control, 1.5);
    if (isChecked()) drawBox(painter, dot.adjusted(side * 0.3, side * 0.3, -side * 0.3, -side * 0.3), side * 0.2, theme.onAccent);
    painter.setPen(isEnabled() ? theme.text : theme.text3);
    painter.setFont(theme.font(isChecked() ? type::rowStrong : type::row));
    drawLine(painter, box.adjusted(theme.px(48), 0, -theme.px(12), 0), Qt::AlignLeft | Qt::AlignVCenter, text());
    if (!hasFocus()) return;
    if (isChecked()) drawBox(painter, box.adjusted(3, 3, -3, -3), theme.px(6), {}, theme.accentText, 1);
    else drawFocus(painter, box, theme.px(8), theme.accentText);
}

ReasonForm::ReasonForm(QWidget* parent)
    : QWidget{parent}, m_title{new FigureLabel{type::section, &Theme::text, this}}, m_sub{new FigureLabel{type::fine, &Theme::text2, this}},
      m_label{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_count{new FigureLabel{type::small, &Theme::text2, this}},
      m_column{new QVBoxLayout{this}}, m_options{new QVBoxLayout}, m_text{new QPlainTextEdit{this}}
{
    m_text->setObjectName(u"reason.text"_s);
    m_count->setObjectName(u"reason.count"_s);
    m_text->setTabChangesFocus(true);
    m_text->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_label->setText(tr("In your own words"));
    m_label->setBuddy(m_text);
    m_text->setAccessibleName(m_label->text());
    m_title->setElided(true);
    m_sub->setElided(true);
    auto* head = new QHBoxLayout;
    head->addWidget(m_label);
    head->addStretch();
    head->addWidget(m_count);
    m_column->setContentsMargins({});
    m_column->setSpacing(0);
    m_column->addWidget(m_title);
    m_column->addSpacing(1);
    m_column->addWidget(m_sub);
    m_column->addSpacing(1);
    m_column->addLayout(m_options);
    m_column->addSpacing(1);
    m_column->addLayout(head);
    m_column->addSpacing(1);
    m_column->addWidget(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ReasonForm::textChanged);
    takeMeasures();
    textChanged();
}

void ReasonForm::setHeading(const QString& title, const QString& text)
{
    m_title->setText(title);
    m_sub->setText(text);
}

void ReasonForm::setReasons(const QStringList& reasons)
{
    for (auto* old : m_buttons) delete old;
    m_buttons.clear();
    for (const auto& reason : reasons) {
        auto* button = new OptionButton{reason, this};
        button->setObjectName(u"reason.option%1"_s.arg(m_buttons.size()));
        m_options->addWidget(button);
        connect(button, &OptionButton::toggled, this, [this](bool on) { if (on) Q_EMIT changed(); });
        m_buttons.push_back(button);
    }
    // Tab goes from the reasons to the words. setTabOrder() moves nothing that has children of its own; what comes in anew stands last.
    m_column->removeWidget(m_text);
    m_text->setParent(nullptr);
    m_column->addWidget(m_text);
    m_text->show();
    takeMeasures();
}

void ReasonForm::setLow(bool low)
{
    if (m_low == low) return;
    m_low = low;
    takeMeasures();
}

void ReasonForm::clear()
{
    for (auto* button : m_buttons) {
        button->setAutoExclusive(false);   // else the last one cannot be taken off
        button->setChecked(false);
        button->setAutoExclusive(true);
    }
    m_text->clear();
}

void ReasonForm::fill(int reason, const QString& text)
{
    if (reason >= 0 && reason < static_cast<int>(m_buttons.size())) m_buttons[static_cast<std::size_t>(reason)]->setChecked(true);
    m_text->setPlainText(text);
}

int ReasonForm::choice() const
{
    const auto chosen = std::find_if(m_buttons.begin(), m_buttons.end(), [](const auto* b) { return b->isChecked(); });
    return chosen == m_buttons.end() ? -1 : static_cast<int>(chosen - m_buttons.begin());
}

QString ReasonForm::typed() const
{
    return m_text->toPlainText().simplified();
}

void ReasonForm::textChanged()
{
    if (const auto whole = m_text->toPlainText(); whole.size() > kMaxText) m_text->setPlainText(whole.left(kMaxText));
    const auto length = typed().size();
    m_count->setText(tr("%1 characters, at least %2").arg(length).arg(limits::kOverrideReasonMin));
    Q_EMIT changed();
}

bool ReasonForm::complete() const
{
    const bool chosen = std::any_of(m_buttons.begin(), m_buttons.end(), [](const auto* b) { return b->isChecked(); });
    return chosen && typed().size() >= limits::kOverrideReasonMin;
}

QString ReasonForm::reason() const
{
    const auto chosen = std::find_if(m_buttons.begin(), m_buttons.end(), [](const auto* b) { return b->isChecked(); });
    if (chosen == m_buttons.end() || *chosen == m_buttons.back()) return typed();
    return (*chosen)->text() + u": "_s + typed();
}

QWidget* ReasonForm::firstField() const
{
    return m_buttons.empty() ? static_cast<QWidget*>(m_text) : m_buttons.front();
}

QWidget* ReasonForm::wordsField() const
{
    return m_text;
}

void ReasonForm::takeMeasures()
{
    const auto& theme = themeOf(this);
    const auto gap = [this](int index, int size) { m_column->itemAt(index)->spacerItem()->changeSize(0, size, QSizePolicy::Minimum, QSizePolicy::Fixed); };
    gap(1, theme.px(4));
    gap(3, theme.px(m_low ? 6 : 12));
    gap(5, theme.px(m_low ? 8 : 16));
    gap(7, theme.px(6));
    m_options->setSpacing(theme.px(m_low ? 0 : 4));
    for (auto* button : m_buttons) button->setHeightPx(44);
    m_text->setFixedHeight(theme.px(64));
    m_text->setFont(theme.font(type::body));
    m_column->invalidate();
}

void ReasonForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
