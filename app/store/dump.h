// Dump: a journal as JSON Lines. First line: the format; then every entry with its hashes and every outbox row; last line: how many there
// were, the newest hash and a digest of all lines before. Used by backup and restore.
#pragma once
#include "app/core/clock.h"
#include "app/store/entry.h"

namespace tresen::store {

Result<Ok> writeDump(Connection& db, int schemaVersion, const QString& file);
// The same of entries that are put one by one, each following the one before. asFarAsPossible: an outbox that cannot be read to its end is no failure.
using PutEntry = std::function<Result<Ok>(const Entry&)>;
Result<Ok> writeDumpOf(Connection& db, int schemaVersion, const QString& file, bool asFarAsPossible, const std::function<Result<Ok>(const PutEntry& put)>& putAll);
QByteArray dumpLine(const Entry& entry);                      // as it stands in a dump, with its line feed
// Every entry of a dump, see checkDump(); ends with the first failure of visit.
Result<Ok> readDump(const QString& file, const std::function<Result<Ok>(const Entry&)>& visit);
Result<Ok> checkDump(const QString& file, const Gauge& gauge = {});   // Fault::Corrupt "backup.damaged", Refused "vault.stopped"
// Into an empty database: schema, entries, outbox, projections.
Result<Ok> loadDump(const QString& file, const StoreConfig& target, Instant now);

} // namespace tresen::store
