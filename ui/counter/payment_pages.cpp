#include "ui/counter/payment_pages.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/reason_form.h"
#include "ui/common/sheet.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/counter/payment_side.h"
#include "ui/counter/taken_form.h"
#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kSideWidth = 352;

} // namespace

PaymentNotice::PaymentNotice(QWidget* parent)
    : QWidget{parent}, m_row{new QHBoxLayout{this}}, m_words{new QVBoxLayout}, m_glyph{new QWidget{this}}, m_title{new FigureLabel{type::headline, &Theme::text, this}},
      m_text{new FigureLabel{type::field, &Theme::text2, this}}, m_live{new FigureLabel{type::rowStrong, &Theme::text, this}}, m_form{new ReasonForm{this}}, m_taken{new TakenForm{this}}
{
    m_title->setObjectName(u"pay.notice_title"_s);
    m_text->setObjectName(u"pay.notice_text"_s);
    m_live->setObjectName(u"pay.notice_live"_s);
    m_title->setWrapped();
    m_title->installEventFilter(this);
    m_text->setWrapped();
    m_live->setElided(true);
    m_form->hide();
    m_taken->hide();
    m_words->setSpacing(0);
    m_words->addStretch(1);
    m_words->addWidget(m_title);
    m_words->addSpacing(1);
    m_words->addWidget(m_text);
    m_words->addSpacing(1);
    m_words->addWidget(m_live);
    m_words->addSpacing(1);
    m_words->addWidget(m_form);
    m_words->addWidget(m_taken);
    m_words->addStretch(2);
    m_row->addWidget(m_glyph, 0, Qt::AlignTop);
    m_row->addLayout(m_words, 1);
    takeMeasures();
}

void PaymentNotice::say(Look look, const QString& title, const QString& text)
{
    m_look = look;
    m_title->setText(title);
    m_text->setText(text);
    m_live->clear();
    hideReasons();
    m_taken->hide();
    speak(m_title);
    update();
}

void PaymentNotice::setLive(const QString& text)
{
    m_live->setText(text);
}

void PaymentNotice::setReasons(const QStringList& reasons, const QString& title, const QString& text)
{
    m_form->setHeading(title, text);
    m_form->setReasons(reasons);
    m_form->clear();
    m_form->show();
    m_form->firstField()->setFocus(Qt::OtherFocusReason);
}

void PaymentNotice::hideReasons()
{
    m_form->hide();
}

bool PaymentNotice::asksReason() const
{
    return !m_form->isHidden();
}

void PaymentNotice::askTaken(const PaymentDraft& entered)
{
    m_text->setText(tr("What has been taken is booked all the same. What of it is too much becomes a task: to be given back."));
    m_taken->start(entered);
    m_taken->show();
    m_taken->firstField()->setFocus(Qt::OtherFocusReason);
}

bool PaymentNotice::asksTaken() const
{
    return !m_taken->isHidden();
}

QString PaymentNotice::title() const
{
    return m_title->text();
}

void PaymentNotice::setLow(bool low)
{
    m_low = low;
    m_form->setLow(low);
    m_taken->setLow(low);
    takeMeasures();
}

void PaymentNotice::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int edge = theme.px(m_low ? 12 : 32);
    m_row->setContentsMargins(theme.px(48), edge, theme.px(120), edge);
    m_row->setSpacing(theme.px(28));
    m_glyph->setFixedSize(theme.px(72), theme.px(72));
    m_words->itemAt(2)->spacerItem()->changeSize(0, theme.px(8), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_words->itemAt(4)->spacerItem()->changeSize(0, theme.px(m_low ? 8 : 16), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_words->itemAt(6)->spacerItem()->changeSize(0, theme.px(m_low ? 8 : 20), QSizePolicy::Minimum, QSizePolicy::Fixed);
    m_words->invalidate();
}

// The sign stands beside the title and is painted here: a form that opens below moves the title.
bool PaymentNotice::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_title && event->type() == QEvent::Move) update();
    return QWidget::eventFilter(watched, event);
}

void PaymentNotice::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const qreal side = m_glyph->width();
    // Beside the title, wherever the stretches have put it.
    const QRectF box{static_cast<qreal>(m_glyph->x()), static_cast<qreal>(m_title->y() - themeOf(this).px(6)), side, side};
    drawGlyph(painter, m_look, box, themeOf(this));
}

void PaymentNotice::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

PaymentResult::PaymentResult(QWidget* parent)
    : QWidget{parent}, m_column{new QVBoxLayout}, m_glyph{new QWidget{this}}, m_side{new QWidget{this}}, m_divider{new QWidget{this}},
      m_title{new FigureLabel{type::stateWord, &Theme::text, this}}, m_sub{new FigureLabel{type::field, &Theme::text2, this}},
      m_error{new FigureLabel{type::fineMedium, &Theme::text, this}}, m_rows{new QGridLayout}, m_mark{new TrainingMark{m_side}}, m_change{new BigFigure{m_side}}
{
    m_title->setObjectName(u"pay.result"_s);
    m_error->setObjectName(u"pay.receipt_error"_s);
    m_title->setElided(true);
    m_sub->setElided(true);
    m_error->setWrapped();
    m_number = addRow(tr("Receipt number"), u"pay.receipt_number"_s);
    m_given = addRow(tr("Given"), u"pay.result_given"_s);
    m_rest = addRow(tr("Still open"), u"pay.result_rest"_s);
    m_rows->setColumnStretch(1, 1);
    m_column->setSpacing(0);
    m_column->addStretch(1);
    m_column->addWidget(m_glyph);
    m_column->addSpacing(1);
    m_column->addWidget(m_title);
    m_column->addSpacing(1);
    m_column->addWidget(m_sub);
    m_column->addSpacing(1);
    m_column->addWidget(m_divider);
    m_column->addSpacing(1);
    m_column->addLayout(m_rows);
    m_column->addSpacing(1);
    m_column->addWidget(m_error);
    m_column->addStretch(2);
    auto* side = new QVBoxLayout{m_side};
    side->addWidget(m_mark, 0, Qt::AlignLeft);
    side->addStretch();
    side->addWidget(m_change);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addLayout(m_column, 1);
    row->addWidget(m_side);
    takeMeasures();
}

FigureLabel* PaymentResult::addRow(const QString& text, const QString& name)
{
    auto* label = new FigureLabel{type::body, &Theme::text2, this};
    auto* value = new FigureLabel{type::rowStrong, &Theme::text, this};
    label->setText(text);
    label->setBuddy(value);
    value->setObjectName(name);
    value->setElided(true);
    const int at = m_rows->rowCount();
    m_rows->addWidget(label, at, 0);
    m_rows->addWidget(value, at, 1);
    return value;
}

void PaymentResult::say(const services::CounterReceipt& receipt, const PaymentDraft& draft, bool training)
{
    const bool settled = !receipt.openAfter.isPositive();
    m_title->setText(PaymentWords::booked(draft.method, receipt.amount));
    if (receipt.tooMuch.isPositive()) m_sub->setText(tr("%1 are too much. A task asks to give them back.").arg(moneyText(receipt.tooMuch)));
    else m_sub->setText(settled ? tr("The invoice is settled.") : tr("%1 are still open.").arg(moneyText(receipt.openAfter)));
    m_number->setText(receipt.receiptNumber.isEmpty() ? u"–"_s : receipt.receiptNumber);
    m_given->setText(draft.tendered && draft.method == domain::CounterMethod::Cash ? moneyText(*draft.tendered) : moneyText(receipt.amount));
    m_rest->setText(moneyText(settled ? domain::Money::cents(0, receipt.amount.currency()) : receipt.openAfter));
    const bool failed = !receipt.receiptError.code.isEmpty();
    m_error->setVisible(failed);
    if (failed) m_error->setText(tr("The money is booked, only the receipt could not be made: %1").arg(Wording::failure(receipt.receiptError)));
    m_error->setInk(themeOf(this).amber.word);
    m_mark->setVisible(training);
    m_change->setVisible(draft.method == domain::CounterMethod::Cash);
    m_change->say(tr("Change"), moneyText(receipt.change), receipt.change.isPositive() ? PaymentDraft::handOut(receipt.change) : tr("nothing to give back"));
    speak(m_title);
}

QString PaymentResult::title() const
{
    return m_title->text();
}

void PaymentResult::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setContentsMargins(theme.px(48), theme.px(16), theme.px(32), theme.px(16));
    const auto gap = [this](int index, int size) { m_column->itemAt(index)->spacerItem()->changeSize(0, size, QSizePolicy::Minimum, QSizePolicy::Fixed); };
    gap(2, theme.px(16));
    gap(4, theme.px(4));
    gap(6, theme.px(20));
    gap(8, theme.px(16));
    gap(10, theme.px(16));
    m_column->invalidate();
    m_glyph->setFixedHeight(theme.px(64));
    m_divider->setFixedHeight(1);
    m_rows->setHorizontalSpacing(theme.px(24));
    m_rows->setVerticalSpacing(theme.px(10));
    m_side->setFixedWidth(theme.px(kSideWidth));
    m_side->layout()->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
}

void PaymentResult::paintEvent(QPaintEvent*)
{
    const auto& theme = themeOf(this);
    QPainter painter{this};
    painter.fillRect(m_side->geometry().adjusted(0, 1, -Sheet::edge(theme), 0), theme.side);
    painter.fillRect(QRect{m_side->x(), 1, 1, height()}, theme.line);
    painter.fillRect(m_divider->geometry(), theme.line);
    const qreal side = m_glyph->height();
    drawGlyph(painter, Look::Accepted, {static_cast<qreal>(m_glyph->x()), static_cast<qreal>(m_glyph->y()), side, side}, theme);
}

void PaymentResult::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) {
        takeMeasures();
        m_error->setInk(themeOf(this).amber.word);
    }
}

} // namespace tresen::ui
