#include "ui/counter/taken_form.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/common/reason_form.h"
#include "ui/counter/payment_input.h"
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::CounterMethod;

namespace tresen::ui {

TakenForm::TakenForm(QWidget* parent)
    : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_options{new QVBoxLayout}, m_fields{new QGridLayout},
      m_card{new OptionButton{tr("The card has been charged already"), this}}, m_transfer{new OptionButton{tr("A transfer stands on the account"), this}}
{
    m_card->setObjectName(u"taken.card"_s);
    m_transfer->setObjectName(u"taken.transfer"_s);
    for (auto* option : {m_card, m_transfer}) {
        m_options->addWidget(option);
        connect(option, &OptionButton::toggled, this, &TakenForm::choose);
    }
    m_amount = addField(tr("Amount taken"), u"taken.amount"_s, m_amountLabel);
    m_amount->setMaxLength(16);
    m_receipt = addField(tr("Receipt number of the terminal"), u"taken.receipt"_s, m_receiptLabel);
    m_receipt->setMaxLength(PaymentInput::kMaxReceipt);
    m_fields->setColumnStretch(0, 2);
    m_fields->setColumnStretch(1, 3);
    m_column->setContentsMargins({});
    m_column->addLayout(m_options);
    m_column->addLayout(m_fields);
    takeMeasures();
}

QLineEdit* TakenForm::addField(const QString& text, const QString& name, FigureLabel*& label)
{
    const int column = m_fields->count() / 2;
    label = new FigureLabel{type::fineStrong, &Theme::text, this};
    label->setText(text);
    auto* field = new QLineEdit{this};
    field->setObjectName(name);
    field->setAccessibleName(text);
    label->setBuddy(field);
    m_fields->addWidget(label, 0, column);
    m_fields->addWidget(field, 1, column);
    connect(field, &QLineEdit::textChanged, this, &TakenForm::changed);
    return field;
}

void TakenForm::start(const PaymentDraft& entered)
{
    m_currency = entered.open.currency();
    m_amount->setText(entered.amount.isPositive() ? amountText(entered.amount) : QString{});
    m_receipt->setText(entered.method == CounterMethod::Cash ? QString{} : entered.receipt);
    (entered.method == CounterMethod::Transfer ? m_transfer : m_card)->setChecked(true);
    choose();
}

void TakenForm::choose()
{
    const auto text = m_card->isChecked() ? tr("Receipt number of the terminal") : tr("Number or text of the transfer, may stay empty");
    m_receiptLabel->setText(text);
    m_receipt->setAccessibleName(text);
    Q_EMIT changed();
}

PaymentDraft TakenForm::draft() const
{
    PaymentDraft out;
    const auto read = parseTyped(m_amount->text(), QLocale{}, m_currency);
    out.method = m_card->isChecked() ? CounterMethod::Card : CounterMethod::Transfer;
    out.amount = out.open = read && read.value().isPositive() ? read.value() : domain::Money::cents(0, m_currency);
    out.receipt = m_receipt->text().trimmed();
    return out;
}

QWidget* TakenForm::firstField() const
{
    return draft().amount.isPositive() ? m_receipt : m_amount;
}

void TakenForm::setLow(bool low)
{
    m_low = low;
    takeMeasures();
}

void TakenForm::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_column->setSpacing(theme.px(m_low ? 8 : 16));
    m_options->setSpacing(theme.px(m_low ? 0 : 4));
    m_fields->setHorizontalSpacing(theme.px(16));
    m_fields->setVerticalSpacing(theme.px(6));
    for (auto* option : {m_card, m_transfer}) option->setHeightPx(44);
    for (auto* field : {m_amount, m_receipt}) field->setFixedHeight(theme.px(44));
}

void TakenForm::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
