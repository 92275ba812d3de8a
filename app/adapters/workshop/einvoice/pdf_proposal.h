// What the printed pages of an invoice without data seem to say. Pure; a proposal a person looks at, never a record.
#pragma once
#include "app/domain/entry_rules.h"

namespace tresen::adapters::einvoice {

// Number, order, customer number, customer, date, due date and total behind their German or English labels, on the same line or the next one; plate, VIN and model as VehicleFinder finds
// them. A total is only proposed when the words before it leave no doubt ("Gesamtbetrag", "Zahlbetrag", "Total amount"); the largest one counts.
domain::InvoiceEntry proposalIn(QStringView text);

} // namespace tresen::adapters::einvoice
