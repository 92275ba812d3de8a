// Verify: recomputes the hash chain and all projections from the stored entries and names what differs. Called by the vault, by backup
// and restore. Needs a transaction of its caller for one consistent state; memory is bounded, see kFoldedAtOnce.
#pragma once
#include "app/ports/journal.h"
#include "app/store/entry.h"

namespace tresen::store {

// Invoices and keys folded in one pass over the journal; more of them take more passes.
inline constexpr int kFoldedAtOnce = 20'000;
inline constexpr int kMaxProblems = 100;       // named; the others are only counted in the last line

struct ChainCheck { Head head; qint64 entries = 0; qint64 firstBadSeq = 0; QStringList problems; };
Result<ChainCheck> checkChain(Connection& db, const Gauge& gauge = {});

// What the database's own check says; nothing on PostgreSQL. Refused "vault.stopped".
Result<QStringList> checkDatabase(Connection& db, const Gauge& gauge = {});

// Refused "vault.stopped" when the gauge wants the end.
Result<ports::VerifyReport> verifyAll(Connection& db, const Gauge& gauge = {});

// In transactions of its own: checks, and where the entries are whole and only what is made of them differs, makes that anew and checks again. Answers what was
// found first, remade or not; found hears of every check.
Result<ports::VerifyReport> remakeWhatDiffers(Connection& db, const Gauge& gauge, const std::function<void(const Result<ports::VerifyReport>&)>& found);
Result<ports::VerifyReport> verifyInPeace(Connection& db, const Gauge& gauge);   // in a read transaction of its own

// Everything that is made of the entries is made anew from them, in a write transaction of its own. Corrupt "store.damaged" when their chain is not whole;
// after a failure everything is as it was.
Result<Ok> remakeProjections(Connection& db);

Result<ports::StoreFacts> factsOf(Connection& db);   // without the size of the file

} // namespace tresen::store
