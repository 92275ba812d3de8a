// Values of an exported table: amounts, decimals and dates in the ways workshop systems write them. Exact: whole cents, never a guess; what has
// two readings is refused unless the style says which. Pure; called by TableReader, the DATEV reader and the proposer.
#pragma once
#include "app/domain/money.h"
#include <QDate>
#include <QString>
#include <optional>
#include <vector>

namespace tresen::adapters::table {

// Named by how it writes 1234.56: "1.234,56", "1234,56", "1,234.56", "1234.56", "1 234,56", "1'234.56", "123456" (whole cents), or "either": comma
// and point are told apart by the value itself, and "1.234" is refused because it has two readings.
struct AmountStyle {
    QChar decimal = u',';       // null: whole cents, or either
    QChar group;                // null: a thousands mark is refused. It may be missing, but stands in all its places or in none.
    bool either = false;
    bool twoDecimals = true;    // exactly two; false: none, one, two, or more that are zero
};
bool amountStyleOf(QStringView name, AmountStyle& out);   // leaves twoDecimals alone
QString nameOf(const AmountStyle& style);

// A minus or plus before or behind the number, the sign or code of the currency before or behind it. "amount.unreadable", "amount.ambiguous",
// "amount.currency" (marked with another one); detail: the text.
Result<domain::Money> parseAmount(QStringView text, const AmountStyle& style, domain::Currency currency);

// A percentage or quantity as a plain decimal without trailing zeros, "2.25". "value.unreadable", "amount.ambiguous".
Result<QString> parseDecimal(QStringView text, const AmountStyle& style);

// A pattern of d, M, y and the marks between them: "dd.MM.yyyy", "dd.MM.yy", "yyyyMMdd", "ddMMyyyy", "ddMMyy", "yyMMdd", "ddMM", "yyyy-MM-dd", "dd-MM-yyyy",
// "dd-MM-yy", "MM/dd/yyyy", "dd/MM/yyyy", "MM/dd/yy", "dd/MM/yy", "yyyy/MM/dd". Day and month between marks may have one digit; years never.
bool isDateStyle(QStringView pattern);
bool dateStylesClash(QStringView a, QStringView b);       // one text could be two different days

struct DateStyle {
    std::vector<QString> patterns;   // the first one that fits
    int pivot = 79;                  // two digits up to it are 20xx, above it 19xx
    int year = 0;                    // of patterns without one; 0: there is none
};
// A time of day behind a date with a four-digit year is passed over. Null when it is none, or before 1900 or after 2199.
QDate parseDate(QStringView text, const DateStyle& style);

} // namespace tresen::adapters::table
