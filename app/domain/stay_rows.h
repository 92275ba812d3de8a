// joinStay(): the board rows of a stay when invoices join it and neither its key nor its other invoices have changed. Called by the projections,
// which then need not read and fold every other invoice of the stay again.
#pragma once
#include "app/domain/open_item.h"

namespace tresen::domain {

// Rows of joined, in their order; others, the rows the stay has so far, are brought up to date. All of them are what boardRow() makes of the whole stay.
std::vector<BoardRow> joinStay(const std::vector<OpenItem>& joined, const VehicleKey& key, std::vector<BoardRow>& others);

} // namespace tresen::domain
