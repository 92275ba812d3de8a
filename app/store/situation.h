// Situation: what a decision has to know, read from the projections inside the caller's transaction. Items carry freshness.
#pragma once
#include "app/ports/journal.h"
#include "app/store/rows.h"

namespace tresen::store {

// Settings as they were read before in the same transaction; nullopt: there is none of that name.
using KnownSettings = QHash<QString, std::optional<QString>>;

Result<ports::Situation> loadSituation(Connection& db, const ports::Subject& subject, const QString& site, Instant now, KnownSettings& known);
// Makes the age of what is known newer where a portal was asked without news.
Result<std::vector<domain::OpenItem>> withFreshness(Connection& db, std::vector<StoredItem> items);

} // namespace tresen::store
