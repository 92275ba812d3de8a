// Reads the invoice data of DATEV's "XML-Schnittstelle online": LedgerImport 5.0 and 6.0 (Belegverwaltung_online_ledger_import_v050.xsd, _v060.xsd), outgoing
// invoices (accountsReceivableLedger). Called by EInvoiceReader.
#pragma once
#include "app/adapters/workshop/einvoice/xml_tree.h"
#include "app/ports/workshop_source.h"

namespace tresen::adapters::einvoice {

Vocabulary ledgerVocabulary(bool version6);

// Each "consolidate" is one invoice, its lines gross amounts that add up to its total. One that is refused leaves the others as they are:
// "datev.not_receivable" (incoming invoices, cash; detail: the element), "amount.missing", "amount.unreadable", "amount.zero", "lines.sum" (detail: sum and total),
// "lines.differ" (detail: the field the lines disagree in), "lines.too_many", "number.missing", "date.missing", "date.unreadable", "currency.unreadable",
// "row.number_twice". Warns "datev.paid" when the sender holds it for paid. The account named is the customer's (debtorIban), never one to pay to.
// Refuses the whole file "invoice.incomplete" (no invoice in it), "table.too_many_rows" (more than limits::kMaxLedgerInvoices).
Result<std::vector<ports::Arrived>> readLedger(Element root);

} // namespace tresen::adapters::einvoice
