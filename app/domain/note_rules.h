// Note rules: what a person writes down about an invoice for the colleagues. Pure.
#pragma once
#include "app/domain/open_item.h"

namespace tresen::domain {

inline constexpr int kMaxNote = 500;   // characters

// Refusals: "note.empty", "note.too_long".
Result<std::vector<Event>> decideNote(const OpenItem& item, const QString& text);

} // namespace tresen::domain
