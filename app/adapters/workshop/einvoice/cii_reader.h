// Reads an invoice in UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2.x, XRechnung) or ZUGFeRD 1.0. Called by EInvoiceReader.
#pragma once
#include "app/adapters/workshop/einvoice/reading.h"

namespace tresen::adapters::einvoice {

inline constexpr std::string_view kCiiRoot = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
inline constexpr std::string_view kZf1Root = "urn:ferd:CrossIndustryDocument:invoice:1p0";

std::span<const KnownNamespace> ciiNamespaces(bool zugferd1);

// root is entered in r.names. Refuses "invoice.incomplete" when transaction or settlement is missing.
void readCii(pugi::xml_node root, bool zugferd1, Reading& r);

} // namespace tresen::adapters::einvoice
