#include "ui/counter/payment_input.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/money_text.h"
#include "ui/counter/tendered_field.h"
#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::CounterMethod;

namespace tresen::ui {
namespace {

constexpr qint64 kNotes[] = {500, 1000, 2000, 5000, 10000, 20000};

FigureLabel* smallTitle(const QString& text, QWidget* parent)
{
    auto* label = new FigureLabel{type::fineStrong, &Theme::text, parent};
    label->setText(text);
    return label;
}

} // namespace

PaymentInput::PaymentInput(QWidget* parent)
    : QWidget{parent}, m_column{new QVBoxLayout{this}}, m_methods{new QWidget{this}}, m_cash{new ActionButton{PaymentWords::method(CounterMethod::Cash), m_methods}},
      m_card{new ActionButton{PaymentWords::method(CounterMethod::Card), m_methods}}, m_transfer{new ActionButton{PaymentWords::method(CounterMethod::Transfer), m_methods}},
      m_pages{new QStackedLayout}
{
    m_cash->setObjectName(u"pay.cash"_s);
    m_card->setObjectName(u"pay.card"_s);
    m_transfer->setObjectName(u"pay.transfer"_s);
    m_cash->setIconName(u"cash"_s);
    m_card->setIconName(u"card"_s);
    m_transfer->setIconName(u"bank"_s);
    m_cash->setKeyAction(u"payment.cash"_s);
    m_card->setKeyAction(u"payment.card"_s);
    auto* row = new QHBoxLayout{m_methods};
    row->setContentsMargins({});
    for (auto* button : {m_cash, m_card, m_transfer}) {
        button->setCentered(true);
        button->setCheckable(true);
        button->setAutoExclusive(true);
        row->addWidget(button, 1);
    }
    m_cash->setChecked(m_draft.method == CounterMethod::Cash);
    for (const auto& [button, method] : {std::pair{m_cash, CounterMethod::Cash}, std::pair{m_card, CounterMethod::Card}, std::pair{m_transfer, CounterMethod::Transfer}}) {
        // A screen reader toggles without a click; a click on the chosen one brings the keys back to its field.
        connect(button, &ActionButton::toggled, this, [this, method = method](bool on) {
            if (on && m_draft.method != method) setMethod(method);
        });
        connect(button, &ActionButton::clicked, this, &PaymentInput::focusFirst);
    }
    m_column->setSpacing(0);
    m_column->addWidget(m_methods);
    m_column->addSpacing(1);
    m_column->addLayout(m_pages, 1);
    m_pages->addWidget(makeCash());
    m_pages->addWidget(makeCard());
    m_pages->addWidget(makeTransfer());
    takeMeasures();
}

PaymentInput::ReceiptRow PaymentInput::makeReceipt(const QString& name, QWidget* parent)
{
    ReceiptRow row{new QWidget{parent}, nullptr, nullptr, nullptr};
    row.label = smallTitle({}, row.box);
    row.field = new QLineEdit{row.box};
    row.field->setObjectName(name);
    row.field->setMaxLength(kMaxReceipt);
    row.why = new FigureLabel{type::fine, &Theme::text2, row.box};
    row.why->setWrapped();
    row.label->setBuddy(row.field);
    auto* grid = new QGridLayout{row.box};
    m_fields.push_back(grid);
    grid->setContentsMargins({});
    grid->addWidget(row.label, 0, 0);
    grid->addWidget(row.field, 1, 0);
    grid->addWidget(row.why, 1, 1);
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    connect(row.field, &QLineEdit::textChanged, this, &PaymentInput::take);
    return row;
}

ActionButton* PaymentInput::makeNote(qint64 cents)
{
    auto* button = new ActionButton{PaymentDraft::piece(cents)};
    button->setObjectName(u"pay.note%1"_s.arg(cents / 100));
    button->setShape(ActionButton::Shape::Big);
    button->setCentered(true);
    button->setFocusPolicy(Qt::TabFocus);   // a click leaves the keys with the figure
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(button, &ActionButton::clicked, this, [this, cents] { m_tendered->addNote(cents); });
    returnKeys(button);
    m_noteButtons.push_back(button);
    return button;
}

// After a click the keys write the figure again; who came with Tab stays on the button.
void PaymentInput::returnKeys(ActionButton* button)
{
    connect(button, &ActionButton::clicked, this, [this, button] {
        if (!button->hasFocus()) m_tendered->setFocus(Qt::OtherFocusReason);
    });
}

QWidget* PaymentInput::makeCash()
{
    auto* page = new QWidget{this};
    auto* label = smallTitle(tr("Given"), page);
    m_notes = new FigureLabel{type::fine, &Theme::text2, page};
    m_notes->setObjectName(u"pay.notes"_s);
    m_notes->setElided(true);
    m_notes->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_tendered = new TenderedField{page};
    m_tendered->setObjectName(u"pay.tendered"_s);
    m_tendered->setAccessibleName(label->text());
    label->setBuddy(m_tendered);
    auto* head = new QHBoxLayout;
    head->addWidget(label);
    head->addWidget(m_notes, 1);
    m_grid = new QGridLayout;
    for (int i = 0; i < 6; ++i) m_grid->addWidget(makeNote(kNotes[i]), i / 3, i % 3);
    m_exact = new ActionButton{{}, page};
    m_exact->setObjectName(u"pay.exact"_s);
    m_clear = new ActionButton{tr("Clear"), page};
    m_clear->setObjectName(u"pay.clear"_s);
    m_clear->setIconName(u"backspace"_s);
    for (auto* button : {m_exact, m_clear}) {
        button->setShape(ActionButton::Shape::Big);
        button->setCentered(true);
        button->setFocusPolicy(Qt::TabFocus);
    }
    m_grid->addWidget(m_exact, 2, 0, 1, 2);
    m_grid->addWidget(m_clear, 2, 2);
    for (int i = 0; i < 3; ++i) m_grid->setColumnStretch(i, 1);
    connect(m_exact, &ActionButton::clicked, this, [this] { m_tendered->setExact(m_draft.amount); });
    connect(m_clear, &ActionButton::clicked, m_tendered, &TenderedField::reset);
    returnKeys(m_exact);
    returnKeys(m_clear);
    connect(m_tendered, &TenderedField::amountChanged, this, &PaymentInput::take);
    m_hint = new FigureLabel{type::fine, &Theme::text2, page};
    m_hint->setText(tr("Notes add up. Digits write the amount."));
    m_hint->setElided(true);
    m_cashReceipt = makeReceipt(u"pay.till_receipt"_s, page);
    m_cashReceipt.label->setText(tr("Receipt number of the certified till"));
    m_cashReceipt.field->setAccessibleName(m_cashReceipt.label->text());
    m_cashReceipt.why->setText(tr("Cash needs the receipt of a till with a technical security device (§ 146a AO)."));
    auto* column = new QVBoxLayout{page};
    m_cashColumn = column;
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(head);
    column->addSpacing(1);
    column->addWidget(m_tendered);
    column->addSpacing(1);
    column->addLayout(m_grid);
    column->addSpacing(1);
    column->addWidget(m_hint);
    column->addWidget(m_cashReceipt.box);
    column->addStretch();
    return page;
}

QWidget* PaymentInput::makeCard()
{
    auto* page = new QWidget{this};
    m_cardText = new FigureLabel{type::body, &Theme::text2, page};
    m_cardText->setWrapped();
    m_cardText->setText(tr("Enter the amount at the terminal, wait for its answer, then write down the number of its receipt. A click proves nothing: "
                           "without the terminal's receipt no money has come."));
    m_cardReceipt = makeReceipt(u"pay.card_receipt"_s, page);
    m_cardReceipt.label->setText(tr("Receipt number of the terminal"));
    m_cardReceipt.field->setAccessibleName(m_cardReceipt.label->text());
    m_cardReceipt.why->setText(tr("Stands on the slip, mostly behind \"receipt no.\""));
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(20));
    column->addWidget(m_cardText);
    column->addWidget(m_cardReceipt.box);
    column->addStretch();
    return page;
}

QWidget* PaymentInput::makeTransfer()
{
    auto* page = new QWidget{this};
    m_transferText = new FigureLabel{type::body, &Theme::text2, page};
    m_transferText->setWrapped();
    m_transferText->setText(tr("Book only what can be seen on the workshop's account. A transfer shown on a phone has not arrived yet."));
    auto* seen = smallTitle(tr("Seen on the account on"), page);
    m_seen = new QLineEdit{page};
    m_seen->setObjectName(u"pay.seen"_s);
    m_seen->setMaxLength(10);
    m_seen->setAccessibleName(seen->text());
    seen->setBuddy(m_seen);
    connect(m_seen, &QLineEdit::textChanged, this, &PaymentInput::take);
    m_transferReceipt = makeReceipt(u"pay.transfer_text"_s, page);
    m_transferReceipt.label->setText(tr("Number or text of the transfer"));
    m_transferReceipt.field->setAccessibleName(m_transferReceipt.label->text());
    m_transferReceipt.why->setText(tr("Both may stay empty."));
    auto* when = new QGridLayout;
    m_fields.push_back(when);
    when->setContentsMargins({});
    when->addWidget(seen, 0, 0);
    when->addWidget(m_seen, 1, 0);
    when->setColumnStretch(0, 2);
    when->setColumnStretch(1, 3);
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins({});
    column->setSpacing(themeOf(this).px(20));
    column->addWidget(m_transferText);
    column->addLayout(when);
    column->addWidget(m_transferReceipt.box);
    column->addStretch();
    return page;
}

void PaymentInput::start(domain::Money open, bool training, QDate today)
{
    m_training = training;
    m_draft = {};
    m_draft.open = m_draft.amount = open;
    m_draft.receiptNeeded = !training;
    for (auto* field : {m_cashReceipt.field, m_cardReceipt.field, m_transferReceipt.field, m_seen}) field->clear();
    m_seen->setPlaceholderText(QLocale{}.toString(today, QLocale::ShortFormat));
    m_cashReceipt.box->setVisible(!training);
    m_hint->setVisible(training);
    m_tendered->reset();
    setMethod(CounterMethod::Cash);
}

void PaymentInput::setOpen(domain::Money open)
{
    const bool whole = m_draft.amount == m_draft.open || m_draft.amount.inCents() > open.inCents();
    m_draft.open = open;
    if (whole) m_draft.amount = open;
    take();
}

void PaymentInput::setAmount(domain::Money amount)
{
    m_draft.amount = amount;
    take();
}

void PaymentInput::setMethod(CounterMethod method)
{
    m_draft.method = method;
    ActionButton* const buttons[] = {m_cash, m_card, m_transfer};
    for (int i = 0; i < 3; ++i) {
        buttons[i]->setChosen(i == static_cast<int>(method));
        if (i == static_cast<int>(method)) buttons[i]->setChecked(true);
    }
    m_pages->setCurrentIndex(static_cast<int>(method));
    focusFirst();
    take();
}

void PaymentInput::clearGiven()
{
    m_tendered->reset();
    focusFirst();
}

void PaymentInput::focusFirst()
{
    QWidget* const fields[] = {m_tendered, m_cardReceipt.field, m_transferReceipt.field};
    if (isVisible()) fields[static_cast<int>(m_draft.method)]->setFocus(Qt::OtherFocusReason);
}

bool PaymentInput::takeKey(const QKeyEvent& event)
{
    return m_draft.method == CounterMethod::Cash && m_tendered->isVisible() && m_tendered->isEnabled() && m_tendered->takeKey(event);
}

void PaymentInput::take()
{
    m_draft.tendered = m_tendered->amount();
    switch (m_draft.method) {
    case CounterMethod::Cash: m_draft.receipt = m_cashReceipt.field->text().trimmed(); break;
    case CounterMethod::Card: m_draft.receipt = m_cardReceipt.field->text().trimmed(); break;
    case CounterMethod::Transfer: {
        QStringList parts{m_transferReceipt.field->text().trimmed(), m_seen->text().trimmed()};
        parts.removeAll({});
        m_draft.receipt = parts.join(u", "_s);
        break;
    }
    }
    m_notes->setText(m_tendered->notesText());
    m_exact->setText(tr("Exactly %1").arg(moneyText(m_draft.amount)));
    m_exact->setEnabled(m_draft.amount.isPositive());
    Q_EMIT changed();
}

void PaymentInput::setLow(bool low)
{
    if (m_low == low) return;
    m_low = low;
    takeMeasures();
}

void PaymentInput::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int edge = theme.px(m_low ? 14 : 24);
    m_column->setContentsMargins(theme.px(32), edge, theme.px(32), edge);
    m_methods->layout()->setSpacing(theme.px(8));
    for (auto* button : {m_cash, m_card, m_transfer}) button->setFixedHeight(theme.px(m_low ? 44 : 48));
    const auto gap = [](QBoxLayout* layout, int index, int size) { layout->itemAt(index)->spacerItem()->changeSize(0, size, QSizePolicy::Minimum, QSizePolicy::Fixed); };
    gap(m_column, 1, theme.px(m_low ? 12 : 26));
    gap(m_cashColumn, 1, theme.px(m_low ? 4 : 8));
    gap(m_cashColumn, 3, theme.px(m_low ? 12 : 24));
    gap(m_cashColumn, 5, theme.px(m_low ? 10 : 18));
    m_column->invalidate();
    m_cashColumn->invalidate();
    m_grid->setSpacing(theme.px(8));
    m_tendered->setLow(m_low);
    for (auto* button : m_noteButtons) button->setFixedHeight(theme.px(m_low ? 48 : 64));
    for (auto* button : {m_exact, m_clear}) button->setFixedHeight(theme.px(m_low ? 48 : 64));
    for (auto* grid : m_fields) {
        grid->setVerticalSpacing(theme.px(6));
        grid->setHorizontalSpacing(theme.px(16));
    }
}

void PaymentInput::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
