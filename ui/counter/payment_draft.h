// PaymentDraft: what the cashier has entered so far and what is still missing. A plain value; PaymentInput fills it, PaymentSheet reads it.
#pragma once
#include "app/domain/counter_rules.h"
#include <QCoreApplication>

namespace tresen::ui {

struct PaymentDraft {
    enum class Lack { Nothing, Amount, MoreThanOpen, Tendered, TenderedTooLittle, Receipt };

    domain::CounterMethod method = domain::CounterMethod::Cash;
    domain::Money open, amount;                  // what is open; what this payment is to settle
    std::optional<domain::Money> tendered;       // cash: what the customer gave; none: nothing entered
    QString receipt;                             // of the terminal or the workshop's certified till; of a transfer: its text
    bool receiptNeeded = true;                   // not in the training profile

    Lack lack() const;
    domain::Money change() const;                // zero unless cash and enough was given
    domain::Money tooLittle() const;             // what is missing of the amount; zero when nothing was entered
    bool givesTooMuch() const;                   // cash: so much that it is asked about first
    domain::Money rest() const;                  // open after this payment

    // Without a figure for a word: "10 € + 5 € + 50 ct + 2 × 20 ct".
    static QString handOut(domain::Money change);
    static QString piece(qint64 cents);          // "5 €", "20 ct"
};

class PaymentWords {
    Q_DECLARE_TR_FUNCTIONS(tresen::ui::PaymentWords)
public:
    static QString lack(const PaymentDraft& draft);              // "Enter what the customer gives"; empty: nothing is missing
    static QString method(domain::CounterMethod method);         // "Cash"
    static QString action(const PaymentDraft& draft);            // "Book 284,30 € in cash"
    static QString tooMuchGiven(const PaymentDraft& draft);      // the question before it is booked
    static QString booked(domain::CounterMethod method, domain::Money amount);   // "284,30 € booked in cash"
    static QString part(const domain::Payment& payment);         // "Card", "Refund"
};

} // namespace tresen::ui
