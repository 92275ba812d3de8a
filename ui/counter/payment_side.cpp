#include "ui/counter/payment_side.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/figures.h"
#include "ui/common/icons.h"
#include "ui/common/money_text.h"
#include "ui/common/paint.h"
#include "ui/common/sheet.h"
#include "ui/common/state_look.h"
#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::CounterMethod;

namespace tresen::ui {
namespace {

QString iconOfMethod(CounterMethod method)
{
    switch (method) {
    case CounterMethod::Cash: return u"cash"_s;
    case CounterMethod::Card: return u"card"_s;
    case CounterMethod::Transfer: return u"bank"_s;
    }
    Q_UNREACHABLE();
}

FigureLabel* rightFigure(FontRole role, QWidget* parent)
{
    auto* label = new FigureLabel{role, &Theme::text, parent};
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

QBoxLayout* rowOf(FigureLabel* left, FigureLabel* right)
{
    auto* row = new QHBoxLayout;
    row->addWidget(left, 1);
    row->addWidget(right);
    return row;
}

} // namespace

PartCard::PartCard(QWidget* parent)
    : QWidget{parent}, m_title{new FigureLabel{type::row, &Theme::text, this}}, m_sub{new FigureLabel{type::small, &Theme::text2, this}}, m_amount{rightFigure(type::section, this)}
{
    m_title->setElided(true);
    m_sub->setElided(true);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(m_title);
    words->addWidget(m_sub);
    words->addStretch();
    auto* row = new QHBoxLayout{this};
    row->addLayout(words, 1);
    row->addWidget(m_amount);
    takeMeasures();
}

void PartCard::say(const QString& icon, const QString& title, const QString& sub, domain::Money amount, bool current)
{
    m_icon = icon;
    m_current = current;
    m_title->setText(title);
    m_sub->setText(sub);
    m_amount->setText(moneyText(amount));
    update();
}

void PartCard::setLow(bool low)
{
    m_low = low;
    takeMeasures();
}

void PartCard::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(48), 0, theme.px(16), 0);
    layout()->setSpacing(theme.px(8));
    setFixedHeight(theme.px(m_low ? 48 : 60));
}

void PartCard::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(8), theme.surface, m_current ? theme.accentText : theme.line, m_current ? 2 : 1);
    const qreal side = theme.px(20);
    const QRectF glyph{static_cast<qreal>(theme.px(15)), (height() - side) / 2, side, side};
    if (m_icon.isEmpty()) drawGlyph(painter, Look::Accepted, glyph, theme);
    else drawIcon(painter, m_icon, glyph, m_current ? theme.accentText : theme.text2);
}

void PartCard::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

BigFigure::BigFigure(QWidget* parent)
    : QWidget{parent}, m_label{new FigureLabel{type::rowStrong, &Theme::onVerdict, this}}, m_figure{new FigureLabel{type::change, &Theme::onVerdict, this}},
      m_how{new FigureLabel{type::fineMedium, &Theme::onVerdict, this}}
{
    m_label->setObjectName(u"pay.big_label"_s);
    m_figure->setObjectName(u"pay.big"_s);
    m_how->setObjectName(u"pay.big_how"_s);
    m_label->setElided(true);
    m_figure->setElided(true);
    m_how->setWrapped();
    for (auto* label : {m_figure, m_how}) label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* column = new QVBoxLayout{this};
    column->setSpacing(0);
    column->addWidget(m_label);
    column->addWidget(m_figure);
    column->addWidget(m_how);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    takeMeasures();
}

void BigFigure::say(const QString& label, const QString& figure, const QString& how)
{
    m_label->setText(label);
    m_figure->setText(figure);
    m_how->setText(how);
    takeMeasures();
}

void BigFigure::setLow(bool low)
{
    m_low = low;
    takeMeasures();
}

void BigFigure::takeMeasures()
{
    const auto& theme = themeOf(this);
    layout()->setContentsMargins(theme.px(20), theme.px(m_low ? 8 : 14), theme.px(20), theme.px(m_low ? 8 : 16));
    // A figure too wide for the card becomes smaller instead of being cut.
    const qreal room = width() > theme.px(200) ? width() - theme.px(40) : theme.px(260);
    FontRole role = m_low ? FontRole{44, 700} : type::change;
    while (role.px > 24 && QFontMetricsF{theme.font(role)}.horizontalAdvance(m_figure->text()) > room) role.px -= 4;
    m_figure->setRole(role);
    m_figure->setFixedHeight(theme.px(m_low ? 50 : 64));
    const bool long_ = QFontMetricsF{theme.font(type::fineMedium)}.horizontalAdvance(m_how->text()) > room;
    m_how->setFixedHeight(theme.px(long_ ? 36 : 20));
}

void BigFigure::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(12), theme.dark() ? theme.canvas : theme.text, theme.dark() ? theme.buttonBorder : QColor{});
}

// What was said before it had its place was measured for another width.
void BigFigure::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    takeMeasures();
}

void BigFigure::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

TrainingMark::TrainingMark(QWidget* parent) : QWidget{parent}
{
    setObjectName(u"pay.training"_s);
    setAccessibleName(tr("Training, no real money"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize TrainingMark::sizeHint() const
{
    const auto& theme = themeOf(this);
    return {qRound(QFontMetricsF{theme.font(type::smallStrong)}.horizontalAdvance(accessibleName())) + theme.px(48), theme.px(28)};
}

void TrainingMark::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    drawBox(painter, rect(), theme.px(6), theme.amber.tint, theme.highContrast() ? theme.amber.word : QColor{});
    const qreal icon = theme.px(16);
    drawIcon(painter, u"flask"_s, {static_cast<qreal>(theme.px(10)), (height() - icon) / 2, icon, icon}, theme.amber.word, 2);
    painter.setPen(theme.amber.word);
    painter.setFont(theme.font(type::smallStrong));
    drawLine(painter, QRectF{rect()}.adjusted(theme.px(34), 0, -theme.px(8), 0), Qt::AlignLeft | Qt::AlignVCenter, accessibleName());
}

PaymentSide::PaymentSide(QWidget* parent)
    : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_parts{new QVBoxLayout}, m_total{rightFigure(type::figure, this)}, m_rest{rightFigure(type::section, this)},
      m_amountLabel{new FigureLabel{type::fineStrong, &Theme::text, this}}, m_notice{new FigureLabel{type::fineMedium, &Theme::text, this}}, m_line{new QWidget{this}},
      m_amountBox{new QWidget{this}}, m_this{new PartCard{this}}, m_other{new ActionButton{{}, this}}, m_amount{new QLineEdit{m_amountBox}}, m_mark{new TrainingMark{this}},
      m_big{new BigFigure{this}}
{
    auto* total = new FigureLabel{type::body, &Theme::text2, this};
    total->setText(tr("To pay"));
    auto* rest = new FigureLabel{type::body, &Theme::text2, this};
    rest->setText(tr("Open after booking"));
    m_total->setObjectName(u"pay.total"_s);
    m_rest->setObjectName(u"pay.rest"_s);
    m_notice->setObjectName(u"pay.notice"_s);
    m_notice->setWrapped();
    m_amountLabel->setText(tr("Amount of this part"));
    m_amount->setObjectName(u"pay.amount"_s);
    m_amount->setAccessibleName(m_amountLabel->text());
    m_amount->setAlignment(Qt::AlignRight);
    m_amount->setMaxLength(16);
    m_other->setObjectName(u"pay.other_amount"_s);
    m_other->setKind(ActionButton::Kind::Ghost);
    connect(m_other, &ActionButton::clicked, this, [this] { openAmount(m_amountBox->isHidden()); });
    connect(m_amount, &QLineEdit::textEdited, this, &PaymentSide::readAmount);
    connect(m_amount, &QLineEdit::returnPressed, this, &PaymentSide::amountDone);
    connect(m_amount, &QLineEdit::editingFinished, this, [this] {   // 30 stands there as 30,00
        if (m_draft.amount.isPositive()) m_amount->setText(amountText(m_draft.amount));
    });
    auto* amount = new QHBoxLayout{m_amountBox};
    amount->setContentsMargins({});
    amount->addWidget(m_amountLabel, 1);
    amount->addWidget(m_amount, 1);
    m_column->setSpacing(0);
    m_column->addLayout(rowOf(total, m_total));
    m_column->addSpacing(1);
    m_column->addLayout(m_parts);
    m_parts->addWidget(m_this);
    m_parts->addWidget(m_amountBox);
    m_column->addWidget(m_other, 0, Qt::AlignLeft);
    m_column->addSpacing(1);
    m_column->addWidget(m_line);
    m_column->addSpacing(1);
    m_column->addLayout(rowOf(rest, m_rest));
    m_column->addSpacing(1);
    m_column->addWidget(m_notice);
    m_column->addStretch(1);
    m_column->addWidget(m_mark, 0, Qt::AlignLeft);
    m_column->addSpacing(1);
    m_column->addWidget(m_big);
    m_notice->hide();
    takeMeasures();
    reset();
}

void PaymentSide::reset()
{
    m_amountBox->hide();
    m_other->setText(tr("Another amount"));
    m_other->setIconName(u"edit"_s);
    m_noticeText.clear();
    setQuestion({});
}

void PaymentSide::openAmount(bool open)
{
    m_amountBox->setVisible(open);
    m_other->setText(open ? tr("The whole amount") : tr("Another amount"));
    m_other->setIconName(open ? u"undo"_s : u"edit"_s);
    if (!open) {
        Q_EMIT wholeWanted();
        return;
    }
    m_amount->setText(amountText(m_draft.amount));
    m_amount->setFocus(Qt::OtherFocusReason);
    m_amount->selectAll();
}

void PaymentSide::readAmount(const QString& text)
{
    const auto read = parseTyped(text, QLocale{}, m_draft.open.currency());
    Q_EMIT amountEntered(read && read.value().isPositive() ? read.value() : domain::Money::cents(0, m_draft.open.currency()));
}

void PaymentSide::setItem(const domain::OpenItem& item, Instant now)
{
    m_payments = item.payments;
    m_now = now;
    m_total->setText(moneyText(domain::subtract(item.due, item.credited).valueOr(item.due)));
    showParts();
}

// At most as many cards as have room; what was paid before them is one sum.
void PaymentSide::showParts()
{
    const std::size_t most = m_low || !m_amountBox->isHidden() ? 1 : 2;
    const bool summed = m_payments.size() > most;
    const auto from = summed ? m_payments.size() - most + 1 : 0;
    const auto wanted = qMin(most, m_payments.size());
    while (m_cards.size() < wanted) {
        auto* card = new PartCard{this};
        card->setLow(m_low);
        m_parts->insertWidget(static_cast<int>(m_cards.size()), card);
        m_cards.push_back(card);
    }
    for (std::size_t i = 0; i < m_cards.size(); ++i) m_cards[i]->setVisible(i < wanted);
    std::size_t at = 0;
    if (summed) {
        auto sum = domain::Money::cents(0, m_draft.open.currency());
        for (std::size_t i = 0; i < from; ++i) sum = domain::add(sum, m_payments[i].amount).valueOr(sum);
        m_cards[at++]->say({}, tr("%n earlier payment(s)", nullptr, static_cast<int>(from)), tr("booked"), sum, false);
    }
    for (std::size_t i = from; i < m_payments.size(); ++i) {
        const auto& p = m_payments[i];
        const auto word = p.amount.isNegative() ? tr("taken back %1") : p.stage == domain::MoneyStage::Received ? tr("booked %1") : tr("confirmed %1");
        m_cards[at++]->say(p.amount.isNegative() ? u"undo"_s : QString{}, PaymentWords::part(p), word.arg(AgeText::timeOrDay(p.at, m_now)), p.amount, false);
    }
}

void PaymentSide::setDraft(const PaymentDraft& draft)
{
    m_draft = draft;
    m_this->say(iconOfMethod(draft.method), PaymentWords::method(draft.method), tr("is booked now"), draft.amount, true);
    const bool more = draft.lack() == PaymentDraft::Lack::MoreThanOpen;
    m_rest->setText(more || draft.amount.isZero() ? u"–"_s : moneyText(draft.rest()));
    const auto none = domain::Money::cents(0, draft.open.currency());
    m_big->setVisible(draft.method != CounterMethod::Transfer);
    if (draft.method == CounterMethod::Card) m_big->say(tr("To enter at the terminal"), moneyText(draft.amount), {});
    else if (draft.tooLittle().isPositive()) m_big->say(tr("Still missing"), moneyText(draft.tooLittle()), {});
    else if (!draft.tendered) m_big->say(tr("Change"), u"–"_s, {});
    else if (draft.change() == none) m_big->say(tr("Change"), moneyText(none), tr("exactly"));
    else m_big->say(tr("Change"), moneyText(draft.change()), PaymentDraft::handOut(draft.change()));
    showParts();
}

void PaymentSide::setNotice(const QString& text)
{
    m_noticeText = text;
    showNotice();
}

void PaymentSide::setQuestion(const QString& text)
{
    m_question = text;
    showNotice();
}

void PaymentSide::showNotice()
{
    const auto& text = m_question.isEmpty() ? m_noticeText : m_question;
    m_notice->setText(text);
    m_notice->setInk(themeOf(this).amber.word);
    m_notice->setVisible(!text.isEmpty());
}

void PaymentSide::setTraining(bool training)
{
    m_training = training;
    m_mark->setVisible(training);
}

void PaymentSide::setLow(bool low)
{
    if (m_low == low) return;
    m_low = low;
    takeMeasures();
    showParts();
}

void PaymentSide::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int edge = theme.px(m_low ? 14 : 24);
    m_column->setContentsMargins(theme.px(32), edge, theme.px(32), edge);
    const auto gap = [this](int index, int size) { m_column->itemAt(index)->spacerItem()->changeSize(0, size, QSizePolicy::Minimum, QSizePolicy::Fixed); };
    gap(1, theme.px(m_low ? 8 : 16));
    gap(4, theme.px(m_low ? 2 : 8));
    gap(6, theme.px(m_low ? 8 : 14));
    gap(8, theme.px(m_low ? 4 : 12));
    m_column->itemAt(10)->spacerItem()->changeSize(0, theme.px(8), QSizePolicy::Minimum, QSizePolicy::MinimumExpanding);
    gap(12, theme.px(m_low ? 6 : 10));
    m_column->invalidate();
    m_parts->setSpacing(theme.px(8));
    m_line->setFixedHeight(1);
    setMinimumWidth(theme.px(352));
    for (auto* card : m_cards) card->setLow(m_low);
    m_this->setLow(m_low);
    m_big->setLow(m_low);
}

void PaymentSide::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.fillRect(rect().adjusted(0, 1, -Sheet::edge(theme), 0), theme.side);
    painter.fillRect(QRect{0, 1, 1, height()}, theme.line);
    painter.fillRect(m_line->geometry(), theme.line);
}

void PaymentSide::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        takeMeasures();
        m_notice->setInk(themeOf(this).amber.word);
    }
}

} // namespace tresen::ui
