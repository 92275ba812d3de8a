// What the wall board shows: every vehicle whose key is here, as hook, plate and state. No name and no amount ever gets this far.
#pragma once
#include "ui/common/state_look.h"
#include <map>
#include <vector>

namespace tresen::ui {

struct WallEntry {
    QString hook, plate;
    Look look = Look::Open;
    Instant at;                    // of the last news
    friend bool operator==(const WallEntry&, const WallEntry&) = default;
};

struct WallRows {
    std::vector<WallEntry> goes;   // the key may leave; the newest first
    std::vector<WallEntry> stays;  // most urgent first
};

// Of several invoices of one vehicle the most urgent speaks for it.
WallRows wallRows(const std::map<domain::InvoiceId, domain::BoardRow>& rows, Instant now);

} // namespace tresen::ui
