// Backup: consistent copies of a journal and the way back. Called by the vault (while others write), before migrations and by `restore`.
// SQLite: a database file. PostgreSQL: JSON Lines, one entry per line with its hashes, and a last line that tells a cut file from a whole one.
#pragma once
#include "app/core/clock.h"
#include "app/ports/rescue.h"
#include "app/store/entry.h"
#include "app/store/kept_documents.h"

namespace tresen::store {

// Both write beside the target, flush, check what was written by reading it again, and then give it its name. A file that is there already
// is never replaced: Fault::Conflict "backup.exists".
Result<Ok> copySqlite(const StoreConfig& config, const QString& file);
Result<Ok> dumpJournal(Connection& db, int schemaVersion, const QString& file);   // opens its own read transaction
// Opens its own connection, so that writers go on meanwhile.
Result<Ok> backupTo(const StoreConfig& config, const QString& file);

// Reads the whole backup: Fault::Corrupt "backup.damaged" with the reason when it is cut, changed or no backup at all;
// Fault::Refused "store.newer_schema", "vault.stopped" when the gauge wants the end.
Result<Ok> checkBackup(const QString& file, const Gauge& gauge = {});

// Every entry of a backup that has been checked, in order; ends with the first failure of visit.
Result<Ok> forEachOfBackup(const QString& file, const std::function<Result<Ok>(const Entry&)>& visit);

struct RestoreOptions {
    bool salvage = false;         // bring along what follows the backup in the journal that is replaced, see bringAlong()
    Gauge gauge{};                // Refused "vault.stopped": nothing has been changed
};

struct Restored {
    QString kept;             // where the old journal is now: a file, or a schema of the database; empty: there was none
    KeptDocuments documents;  // that are in their place again; its problems do not undo the bookings
    ports::Salvaged salvaged{};   // with RestoreOptions::salvage
};

// Puts the backup in the place of target's journal, and its documents back into target's folder. The old journal is kept beside.
// A database file can only go to SQLite, JSON Lines to both. Nobody may have the target open meanwhile.
// After a failure everything is as it was.
Result<Restored> restore(const QString& file, const StoreConfig& target, Instant now, const RestoreOptions& options = {});

inline constexpr qint64 kMaxDumpLine = 64 * 1024 * 1024;   // a payload of kMaxPayload, escaped twice

} // namespace tresen::store
