// Money text: amounts as the desk shows them and as hands type them. Called by every page; the locale is the program's default.
#pragma once
#include "app/domain/money.h"
#include <QLocale>

namespace tresen::ui {

// "1.002,45 €", "−189,90 €" (U+2212, U+00A0 before the sign), "€1,002.45" where the locale sets the sign in front; another currency by its code.
QString moneyText(domain::Money amount, const QLocale& locale = {});
// The same without a currency, "1.002,45".
QString amountText(domain::Money amount, const QLocale& locale = {});

// "€5" and not "5 €": as in English.
bool signStandsInFront(const QLocale& locale = {});

// What a hand typed: "12,5", "12,50 €", "1.234,50"; a lone wrong separator with one or two digits behind it is a decimal point too
// ("12.50" on a numeric pad). Fault::Invalid with "money.invalid" when it is no amount, "money.ambiguous" when the separators
// contradict the locale, "money.no_whole_cents" for a third decimal. Never 0 for something unreadable. Sign allowed.
Result<domain::Money> parseTyped(const QString& text, const QLocale& locale = {}, domain::Currency currency = {});

} // namespace tresen::ui
