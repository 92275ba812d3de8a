#include "app/store/drill.h"
#include "app/store/backup.h"
#include "app/store/kept_documents.h"
#include "app/store/migrations.h"
#include "app/store/sqlite_connection.h"
#include "app/store/verify.h"
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {

Result<ports::DrillReport> tryBackup(const QString& file, Instant now, const Gauge& gauge)
{
    const QTemporaryDir folder;   // of this user alone, and removed whatever happens
    if (!folder.isValid()) return Error{Fault::Unreachable, u"store.unwritable"_s, folder.errorString()};
    StoreConfig config;
    config.file = folder.filePath(u"trial.db"_s);
    if (const auto restored = restore(file, config, now); !restored) return restored.error();
    if (wantsEnd(gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
    const auto steps = shippedMigrations(StoreConfig::Dialect::Sqlite);
    if (!steps) return steps.error();
    SqliteConnection db{config};
    if (const auto ok = db.open(); !ok) return ok.error();
    // It is a copy: nothing needs to be saved before it is changed.
    const auto migrated = migrate(db, {steps.value(), [](Connection&, int) -> Result<Ok> { return Ok{}; }, [now] { return now; }});
    if (!migrated) return migrated.error();
    if (const auto ok = db.begin(Access::Read); !ok) return ok.error();
    const auto verified = verifyAll(db, gauge);
    auto facts = factsOf(db);
    db.rollback();
    if (!verified) return verified.error();
    if (!facts) return facts.error();
    const auto documents = tryDocuments(file, gauge);
    if (!documents) return documents.error();
    const auto& d = documents.value();
    return ports::DrillReport{std::move(facts).value(), verified.value().firstBadSeq, verified.value().problems + d.problems, d.listed ? d.files : -1};
}

} // namespace tresen::store
