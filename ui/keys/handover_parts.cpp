#include "ui/keys/handover_parts.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include "ui/common/speak.h"
#include "ui/common/state_look.h"
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

VerdictBlock::VerdictBlock(QWidget* parent)
    : QWidget{parent}, m_verdict{new FigureLabel{type::title, &Theme::onVerdict, this}}, m_reason{new FigureLabel{type::rowStrong, &Theme::onVerdict, this}}
{
    m_verdict->setObjectName(u"key.verdict"_s);
    m_reason->setObjectName(u"key.reason"_s);
    m_verdict->setElided(true);
    m_reason->setElided(true);
    auto* column = new QVBoxLayout{this};
    column->setAlignment(Qt::AlignVCenter);
    column->addWidget(m_verdict);
    column->addWidget(m_reason);
    takeMeasures();
}

void VerdictBlock::say(bool go, const QString& verdict, const QString& reason)
{
    const bool changed = m_verdict->text() != verdict;
    m_go = go;
    m_verdict->setText(verdict);
    m_reason->setText(reason);
    update();
    if (changed) speak(m_verdict);
}

void VerdictBlock::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(68), 0, theme.px(12), 0);
    layout()->setSpacing(theme.px(3));
    setFixedHeight(theme.px(76));
}

void VerdictBlock::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(12), m_go ? theme.verdictGo : theme.verdictStay);
    const qreal icon = theme.px(28);
    drawIcon(painter, m_go ? u"key"_s : u"lock"_s, {static_cast<qreal>(theme.px(22)), (height() - icon) / 2, icon, icon}, theme.onVerdict, 1.9);
}

void VerdictBlock::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

RuleRow::RuleRow(QWidget* parent) : QWidget{parent}, m_title{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_text{new FigureLabel{type::fine, &Theme::text2, this}}
{
    m_title->setElided(true);
    m_text->setElided(true);
    auto* column = new QVBoxLayout{this};
    column->setAlignment(Qt::AlignVCenter);
    column->addWidget(m_title);
    column->addWidget(m_text);
    takeMeasures();
}

void RuleRow::say(const RuleLine& line)
{
    m_result = line.result;
    m_title->setText(line.title);
    m_text->setText(line.text);
    m_title->setInk(line.result == RuleLine::Result::NotNeeded ? &Theme::text2 : &Theme::text);
    update();
}

void RuleRow::setLow(bool low)
{
    m_low = low;
    takeMeasures();
}

void RuleRow::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(44), 0, 0, 0);
    layout()->setSpacing(theme.px(m_low ? 1 : 4));
    setFixedHeight(theme.px(m_low ? 50 : 62));
}

void RuleRow::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    const qreal side = theme.px(26);
    const QRectF glyph{0, (height() - side) / 2, side, side};
    switch (m_result) {
    case RuleLine::Result::Passed: drawGlyph(painter, Look::Accepted, glyph, theme); break;
    case RuleLine::Result::Failed: drawGlyph(painter, Look::Refused, glyph, theme); break;
    case RuleLine::Result::NotNeeded: drawIcon(painter, u"minus"_s, glyph, theme.text3); break;
    }
    painter.fillRect(QRect{0, height() - 1, width(), 1}, theme.line);
}

void RuleRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

StayRow::StayRow(QWidget* parent)
    : QWidget{parent}, m_number{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_work{new FigureLabel{type::fine, &Theme::text2, this}},
      m_open{new FigureLabel{type::row, &Theme::text, this}}
{
    m_number->setElided(true);
    m_work->setElided(true);
    auto* row = new QHBoxLayout{this};
    row->addWidget(m_number);
    row->addWidget(m_work, 1);
    row->addWidget(m_open);
    takeMeasures();
}

void StayRow::say(const domain::OpenItem& item)
{
    m_settled = domain::moneyAllowsKey(item);
    m_number->setText(item.number);
    m_work->setText(item.work);
    m_open->setText(moneyText(item.open()));
    m_open->setInk(item.open().isPositive() ? &Theme::text : &Theme::text3);
    update();
}

void StayRow::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(30), 0, 0, 0);
    layout()->setSpacing(theme.px(8));
    setFixedHeight(theme.px(34));
}

void StayRow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const qreal side = themeOf(this).px(18);
    drawGlyph(painter, m_settled ? Look::Paid : Look::Open, {0, (height() - side) / 2, side, side}, themeOf(this));
}

void StayRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
