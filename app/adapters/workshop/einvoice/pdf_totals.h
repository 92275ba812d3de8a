// Does the printed page say the same as the data inside? Pure; called by EInvoiceReader on what the helper process has read.
#pragma once
#include "app/domain/invoice.h"

namespace tresen::adapters::einvoice {

// Amounts as people print them, in whole cents and without sign: "1.234,56", "1 234,56", "1234,56", "1,234.56", "1'234.56". Two decimals, no more.
std::vector<qint64> amountsInText(QStringView text);

// "totals.pdf_differs" when neither the invoice total (BT-112) nor, in an invoice that has none, the amount due (BT-115) stands anywhere in the text.
// A text without any amount proves nothing: a scan, or letters in a code of their own.
QStringList noticesOfText(const domain::Invoice& invoice, QStringView text);

} // namespace tresen::adapters::einvoice
