// Situation: what a decision has to know, read from the projections inside the caller's transaction. Items carry freshness.
#pragma once
#include "app/ports/journal.h"
#include "app/store/rows.h"

namespace tresen::store {

// Settings as they were read before in the same transaction; nullopt: there is none of that name.
using KnownSettings = QHash<QString, std::optional<QString>>;

// What stands where in the tables of a situation, in the order of its items and keys: who writes what was decided need not read it again.
struct Origins {
    struct Item { qint64 ref = 0; Instant truthAt; };   // truthAt: as it is stored, without freshness
    std::vector<Item> items;
    std::vector<qint64> keys;                           // refs; 0: not known
    QString site;                                       // whose running numbers it has
};

Result<ports::Situation> loadSituation(Connection& db, const ports::Subject& subject, const QString& site, Instant now, KnownSettings& known, Origins& origins);
// Makes the age of what is known newer where a portal was asked without news.
Result<std::vector<domain::OpenItem>> withFreshness(Connection& db, std::vector<StoredItem> items);

} // namespace tresen::store
