// Reads an invoice or a credit note in OASIS UBL 2.1 (XRechnung, Peppol BIS Billing 3). Called by EInvoiceReader.
#pragma once
#include "app/adapters/workshop/einvoice/reading.h"

namespace tresen::adapters::einvoice {

inline constexpr std::string_view kUblInvoiceRoot = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2";
inline constexpr std::string_view kUblCreditNoteRoot = "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2";

std::span<const KnownNamespace> ublNamespaces();

// root is entered in r.names. Refuses "invoice.incomplete" when neither number nor totals are there.
void readUbl(pugi::xml_node root, bool creditNote, Reading& r);

} // namespace tresen::adapters::einvoice
