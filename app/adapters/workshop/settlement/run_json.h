// The record of one run for programs: JSON with stable names. Pure: called by SettlementFiles on its pool thread.
//
// File "tresen-settlement-000123.json", UTF-8, names sorted. Schema "tresen.settlement/1":
// {
//   "schema": "tresen.settlement/1"       another number after the slash means another meaning; new names may appear under the same number
//   "run": 123                            running number of the site; the same run is always the same file
//   "created_at": "2026-11-23T10:42:07.123Z"   UTC, as every time below
//   "site": "", "company": ""
//   "count": 1                            number of records
//   "sums": {"EUR": "119.00"}             sum of all "amount" by currency: a check that nothing was cut off
//   "records": [{
//     "id": "…"                           the same id means the same record, whatever file it comes in: book it once
//     "attempt": 1                        greater than 1: sent again
//     "kind": "settled" | "reversed"      reversed: money went back, the amount is negative
//     "invoice": {"number": "", "date": "2026-11-20", "system": "", "order": ""}
//     "customer": {"id": "", "name": ""}, "plate": ""
//     "currency": "EUR"
//     "gross": "119.00"                   amounts are text: exact, with a dot and two decimals
//     "amount": "119.00"                  what this record adds to what was told before, signed
//     "open": "0.00"                      what is left to pay afterwards; negative: paid too much
//     "payments": [{"kind": "", "method": "", "receipt": "", "source": "", "currency": "EUR", "amount": "119.00", "at": "…Z"}]
//   }]
// }
// "date" and "at" are null when unknown. "source" is the natural key of a payment: two equal payments differ in it.
#pragma once
#include "app/ports/workshop_sink.h"
#include <QByteArray>

namespace tresen::adapters::settlement {

QString jsonName(qint64 run);
// Fault::Internal "sink.record" when a record mixes currencies or the sums overflow; detail: its invoice number.
Result<QByteArray> jsonOf(const ports::SettlementFile& file);

} // namespace tresen::adapters::settlement
