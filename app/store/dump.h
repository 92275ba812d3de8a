// Dump: a journal as JSON Lines. First line: the format; then every entry with its hashes and every outbox row; last line: how many there
// were, the newest hash and a digest of all lines before. Used by backup and restore.
#pragma once
#include "app/core/clock.h"
#include "app/store/connection.h"

namespace tresen::store {

Result<Ok> writeDump(Connection& db, int schemaVersion, const QString& file);
Result<Ok> checkDump(const QString& file);                    // Fault::Corrupt "backup.damaged"
// Into an empty database: schema, entries, outbox, projections.
Result<Ok> loadDump(const QString& file, const StoreConfig& target, Instant now);

} // namespace tresen::store
