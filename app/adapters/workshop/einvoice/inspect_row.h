// The line the command `inspect` prints for one file: every field as text, meaning as in EN 16931. Called by the command line and tests.
#pragma once
#include "app/ports/workshop_source.h"
#include <QJsonObject>

namespace tresen::adapters::einvoice {

// Amounts with two decimals, dates as ISO 8601, lists joined by ';', absent values as empty text; `warnings` is an array, `reason` is
// "code" or "code: detail". vat: category|rate|base|amount per row. skonto: SKONTO:days:percent:base, VERZUG: for late interest, X: when
// structured. lines: how many. A refused file has the same fields, all empty but file, status and reason.
QJsonObject inspectRow(const QString& file, const Result<ports::InvoiceDocument>& read);

} // namespace tresen::adapters::einvoice
