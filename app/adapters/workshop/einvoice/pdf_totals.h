// Does the printed page say the same as the data inside? Pure; called by EInvoiceReader on what the helper process has read.
#pragma once
#include "app/domain/invoice.h"

namespace tresen::adapters::einvoice {

// Amounts as people print them, in whole cents and without sign: "1.234,56", "1 234,56", "1234,56", "1,234.56", "1'234.56". Two decimals, no more.
std::vector<qint64> amountsInText(QStringView text);

// "totals.pdf_differs" when the invoice total (BT-112; the amount due, BT-115, where there is none) stands neither beside its label ("Gesamtbetrag", "Total
// amount", …) nor, on a page without one, anywhere; or when the page names an amount to pay ("Zahlbetrag", "Amount due", …) and it is not the amount due;
// or when it names something taken off and its figures take more off the total, or the amount due, than the data do: the one, what goes off and what is left
// stand one behind the other.
// "totals.not_compared" when the page holds no amount in words that can be read: a scan, or letters in a code of their own.
QStringList noticesOfText(const domain::Invoice& invoice, QStringView text);

} // namespace tresen::adapters::einvoice
