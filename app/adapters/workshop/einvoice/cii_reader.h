// Reads an invoice in UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2.x, XRechnung) or ZUGFeRD 1.0. Called by EInvoiceReader.
#pragma once
#include "app/adapters/workshop/einvoice/reading.h"

namespace tresen::adapters::einvoice {

Vocabulary ciiVocabulary(bool zugferd1);

// Refuses "invoice.incomplete" when transaction or settlement is missing.
void readCii(Element root, bool zugferd1, Reading& r);

} // namespace tresen::adapters::einvoice
