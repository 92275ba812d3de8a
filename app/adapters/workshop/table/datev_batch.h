// DATEV EXTF Buchungsstapel (posting batch): a booking of a debtor against revenue becomes an invoice, with its gross amount only. Pure, fuzzed;
// called by TableReader. Source: DATEV format description, header 700, category 21; format versions 9 (120 columns), 12 (124) and 13 (125).
#pragma once
#include "app/adapters/workshop/table/table_profile.h"
#include "app/ports/table_source.h"

namespace tresen::adapters::table {

bool looksLikeDatev(const QByteArray& bytes);

// Windows-1252, or UTF-8 with a byte order mark. Rows with one Belegfeld 1, debtor and day are the parts of one invoice (one per revenue account
// or cost centre) and are added, with the warning "sum.added". Errors: see ports::TableSource.
Result<ports::TableReading> readDatev(const QByteArray& bytes, const TableProfile& profile);

} // namespace tresen::adapters::table
