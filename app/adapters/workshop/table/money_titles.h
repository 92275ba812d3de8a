// MoneyTitles: what the title of a column of amounts says of them, by the words in it. Called by AskedAmount for titles that stand in no list.
#pragma once
#include <QStringView>

namespace tresen::adapters::table {

enum class MoneyWord {
    None,      // it says nothing, or two things at once ("Betrag nach Anzahlung")
    Gross,
    Net,
    Tax,
    Prepaid,   // paid before: "geleistete Anzahlung", "A-conto", "amount paid"
    Due,       // still to be paid: "Restforderung", "noch zu zahlen", "balance due"
    Part,      // net or tax of what was paid before or is left: "Anzahlung netto"
    Other      // no claim on anybody: labour, unit prices, discounts, rates
};

// German and English, umlauts as they are or written ae, oe, ue, words in one or apart, common abbreviations.
MoneyWord moneyWordOf(QStringView title);

// "Restforderung", "zu zahlen": what is left, and not "Forderung" or "Saldo", which may be the whole.
bool namesWhatIsLeft(QStringView title);

inline bool isOfPayment(MoneyWord word) { return word == MoneyWord::Prepaid || word == MoneyWord::Due; }

} // namespace tresen::adapters::table
