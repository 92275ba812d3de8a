#include "ui/board/status_card.h"
#include "ui/common/age_text.h"
#include "ui/common/icons.h"
#include "ui/common/money_text.h"
#include "ui/common/measures.h"
#include "ui/common/paint.h"
#include "ui/common/plate_chip.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// Of another day the day is told: a clock alone would be taken for today's.
QString whenText(Instant at, Instant now)
{
    return at.local().date() == now.local().date() ? AgeText::clockSeconds(at) : AgeText::timeOrDay(at, now);
}

} // namespace

VerdictBar::VerdictBar(QWidget* parent) : QWidget{parent}, m_verdict{new FigureLabel{type::verdict, &Theme::onVerdict, this}}, m_rule{new FigureLabel{type::fine, &Theme::onVerdict, this}}
{
    m_verdict->setObjectName(u"card.verdict"_s);
    m_rule->setObjectName(u"card.rule"_s);
    m_verdict->setElided(true);
    m_rule->setElided(true);
    auto* lines = new QVBoxLayout{this};
    lines->setSpacing(0);
    lines->addStretch();
    lines->addWidget(m_verdict);
    lines->addWidget(m_rule);
    lines->addStretch();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    takeMeasures();
}

void VerdictBar::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(62), 0, theme.px(12), 0);
    updateGeometry();
}

void VerdictBar::say(bool go, const QString& verdict, const QString& rule)
{
    m_go = go;
    m_verdict->setText(verdict);
    m_rule->setText(rule);
    update();
}

QSize VerdictBar::sizeHint() const
{
    return {0, themeOf(this).px(60)};
}

void VerdictBar::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    // Square above, round below: the card's own corners.
    const qreal radius = theme.px(12);
    const QRectF box{rect()};
    painter.setClipRect(box);
    drawBox(painter, box.adjusted(0, -2 * radius, 0, 0), radius, m_go ? theme.verdictGo : theme.verdictStay);
    const qreal icon = theme.px(28);
    drawIcon(painter, m_go ? u"key"_s : u"lock"_s, {static_cast<qreal>(theme.px(18)), box.center().y() - icon / 2, icon, icon}, theme.onVerdict, 1.9);
}

void VerdictBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) takeMeasures();
    QWidget::changeEvent(event);
}

StatusCard::StatusCard(QWidget* parent)
    : QWidget{parent}, m_plate{new PlateChip{44, this}}, m_hookLabel{new FigureLabel{type::smallMedium, &Theme::text2, this}},
      m_hook{new FigureLabel{type::hookBig, &Theme::text, this}}, m_word{new FigureLabel{type::stateWord, &Theme::text, this}},
      m_how{new FigureLabel{type::fine, &Theme::text2, this}}, m_amountLabel{new FigureLabel{type::row, &Theme::text, this}},
      m_gross{new FigureLabel{type::small, &Theme::text2, this}}, m_amount{new FigureLabel{type::amount, &Theme::text, this}},
      m_glyph{new QWidget{this}}, m_verdict{new VerdictBar{this}}, m_body{new QVBoxLayout}
{
    m_plate->setObjectName(u"card.plate"_s);
    m_word->setObjectName(u"card.word"_s);
    m_how->setObjectName(u"card.how"_s);
    m_hook->setObjectName(u"card.hook"_s);
    m_amount->setObjectName(u"card.amount"_s);
    m_hookLabel->setText(tr("Hook"));
    for (auto* label : {m_word, m_how, m_amountLabel, m_gross}) label->setElided(true);
    for (auto* label : {m_hookLabel, m_hook, m_amount}) label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);

    auto* hook = new QVBoxLayout;
    hook->setSpacing(0);
    hook->addWidget(m_hookLabel);
    hook->addWidget(m_hook);
    auto* top = new QHBoxLayout;
    top->addWidget(m_plate, 0, Qt::AlignTop);
    top->addStretch();
    top->addLayout(hook);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_word);
    words->addWidget(m_how);
    auto* state = new QHBoxLayout;
    state->addWidget(m_glyph);
    state->addLayout(words, 1);
    auto* open = new QVBoxLayout;
    open->setSpacing(0);
    open->addWidget(m_amountLabel);
    open->addWidget(m_gross);
    auto* money = new QHBoxLayout;
    money->addLayout(open, 1);
    money->addWidget(m_amount);
    m_body->setSpacing(0);
    m_body->addLayout(top);
    m_body->addSpacing(1);
    m_body->addLayout(state);
    m_body->addSpacing(1);
    m_body->addLayout(money);
    m_body->addStretch(1);
    auto* whole = new QVBoxLayout{this};
    whole->setContentsMargins({});
    whole->setSpacing(0);
    whole->addLayout(m_body, 1);
    whole->addWidget(m_verdict);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    takeMeasures();
}

void StatusCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int side = theme.px(16);
    m_body->setContentsMargins(side, side, side, 0);
    m_glyph->setFixedSize(theme.px(52), theme.px(52));
    keepSpacing(*m_body->itemAt(2)->layout(), theme.px(14));
    m_body->itemAt(1)->spacerItem()->changeSize(0, theme.px(m_low ? 10 : 14));
    m_body->itemAt(3)->spacerItem()->changeSize(0, theme.px(m_low ? 12 : 18));
    m_body->invalidate();
    m_verdict->setFixedHeight(theme.px(m_low ? 52 : 60));
    setFixedHeight(theme.px(m_low ? 256 : 268));
    fitWord();
}

void StatusCard::fitWord()
{
    const auto& theme = themeOf(this);
    const int room = width() - 2 * theme.px(16) - m_glyph->width() - theme.px(14);
    m_word->setRole(QFontMetrics{theme.font(type::stateWord)}.horizontalAdvance(m_word->text()) <= room ? type::stateWord : type::figure);
}

void StatusCard::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWord();
}

void StatusCard::setLow(bool low)
{
    if (low == m_low) return;
    m_low = low;
    takeMeasures();
}

void StatusCard::setDetail(const BoardDetail& detail, const Advice& advice, Look look, Instant now)
{
    const auto& row = detail.row;
    const bool changed = m_word->text() != wordOf(look);
    m_look = look;
    m_calm = row.open.isZero() || row.state == domain::BoardState::Cancelled;
    m_plate->setPlate(row.plate, isQuiet(look));
    const bool hanging = keyChipOf(row, row.truthAt) != KeyChip::None;
    m_hookLabel->setVisible(hanging);
    m_hook->setVisible(hanging);
    m_hook->setText(row.hook);
    m_word->setText(wordOf(look));
    fitWord();
    // That the key is gone stands in the verdict below; here the line has no room for it.
    auto how = Wording::reason(row.reason == u"reversed.key_gone" ? u"reversed.money_back"_s : row.reason, row.reasonDetail);
    if (!detail.happenedAt.isNull()) how += (how.isEmpty() ? QString{} : u", "_s) + whenText(detail.happenedAt, now);
    m_how->setText(how);
    m_amountLabel->setText(advice.amountLabel);
    m_gross->setText(tr("of %1").arg(moneyText(row.gross)));
    m_amount->setText(moneyText(advice.amount));
    m_amount->setRole(m_calm ? type::amountZero : type::amount);
    m_verdict->say(advice.go, advice.verdict, advice.rule);
    colour();
    if (changed) speak(m_word);
}

void StatusCard::colour()
{
    const auto& theme = themeOf(this);
    const auto& tone = toneOf(m_look, theme);
    for (auto* label : {m_hookLabel, m_word, m_how, m_gross}) label->setInk(tone.word);
    m_amount->setInk(m_calm ? &Theme::text2 : &Theme::text);
    update();
}

void StatusCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    const auto& tone = toneOf(m_look, theme);
    const QRectF box{rect()};
    const qreal radius = theme.px(12);
    QPainter painter{this};
    drawBox(painter, box, radius, tone.tint, theme.highContrast() ? tone.word : QColor{}, 2);
    if (m_look == Look::Unknown && !theme.highContrast()) {
        auto stripes = tone.solid;
        stripes.setAlphaF(0.06f);
        drawHatch(painter, roundedPath(box, radius), stripes, theme.px(6), theme.px(20));
    }
    const QRectF glyph{m_glyph->geometry()};
    drawGlyph(painter, m_look, glyph, theme);
}

void StatusCard::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::StyleChange) {
        takeMeasures();
        colour();
    }
    QWidget::changeEvent(event);
}

} // namespace tresen::ui
