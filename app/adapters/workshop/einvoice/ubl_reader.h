// Reads an invoice or a credit note in OASIS UBL 2.1 (XRechnung, Peppol BIS Billing 3). Called by EInvoiceReader.
#pragma once
#include "app/adapters/workshop/einvoice/reading.h"

namespace tresen::adapters::einvoice {

Vocabulary ublVocabulary(bool creditNote);

// Refuses "invoice.incomplete" when neither number nor totals are there.
void readUbl(Element root, bool creditNote, Reading& r);

} // namespace tresen::adapters::einvoice
