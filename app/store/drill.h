// tryBackup(): does a backup hold what it should? It is restored into a private folder that is removed again, migrated, and verified from its first
// entry on; every document of it is hashed. Nothing of the real journal is touched. Called by the vault and by `backup --drill`.
#pragma once
#include "app/core/clock.h"
#include "app/ports/journal.h"

namespace tresen::store {

// Refusals: those of restore(), "store.unwritable" (no folder for it), "vault.stopped". A backup that is not in order is an answer.
Result<ports::DrillReport> tryBackup(const QString& file, Instant now, const Gauge& gauge = {});

} // namespace tresen::store
