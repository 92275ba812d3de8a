// Salvage: what can still be read of a damaged journal, how much of it is missing in a backup, and bringing that along. Called by restore(), by `restore` and
// by the window of a damaged store. The damaged SQLite file is never opened itself where there is room for a copy of it.
#pragma once
#include "app/core/work_gauge.h"
#include "app/ports/journal.h"
#include "app/ports/rescue.h"
#include "app/store/entry.h"
#include <QTemporaryDir>

namespace tresen::store {

// A damaged journal, opened for reading. No transaction: one that meets damage would take the next question along with it.
class DamagedJournal {
public:
    explicit DamagedJournal(const StoreConfig& config) : m_config{config} {}
    Result<Ok> open();               // failures: those of the connections; what has no readable head at all is such a failure
    Connection& db() { return *m_db; }
    qint64 knownHead();              // the highest number that is known to have been there, 0: not known

    // Gives every entry after this one that can be read and is as it was written, in order; the others only count. Ends early when visit says false.
    // Answers how many are missing. Refused "vault.stopped".
    Result<qint64> eachAfter(qint64 seq, const Gauge& gauge, const std::function<Result<bool>(const Entry&)>& visit);

    std::optional<Entry> one(qint64 seq);    // none: not there, not to be read, or not as it was written

private:
    const StoreConfig m_config;
    std::unique_ptr<QTemporaryDir> m_copy;   // holds the copy; goes after the connection
    std::unique_ptr<Connection> m_db;
};

// A setting of a journal nobody works with, as far as it can be read; empty: not.
QString readableSetting(const StoreConfig& config, const QString& name);

// What there is, there and in the first good one of these backups; nothing is changed. A damaged journal of which nothing can be read is an answer.
// Refused "vault.stopped".
Result<ports::DamageReport> lookAtDamage(const StoreConfig& config, const QStringList& backups, const Gauge& gauge = {});

// Into a restored backup: every entry that follows its newest one without a break, the tasks that belong to them, and everything that is made of the entries,
// all in one transaction; then the whole is verified. "store.other_history": nothing follows. Corrupt "store.not_salvaged" when it does not come out in order.
Result<ports::Salvaged> bringAlong(DamagedJournal& from, Connection& into, const Gauge& gauge = {});

// Of a journal nobody has open: what is made of its entries is made anew, see remakeWhatDiffers(), and the mark of damage taken away when it is in order again.
// Refused "store.old_schema".
Result<ports::VerifyReport> remakeAt(const StoreConfig& config, const Gauge& gauge = {});

// Writes what can be read into a folder that is there, as JSON lines. Conflict "backup.exists", Unreachable "store.unwritable", "store.full".
Result<ports::Exported> exportReadable(const StoreConfig& config, const QString& folder, Instant now, const Gauge& gauge = {});

} // namespace tresen::store
