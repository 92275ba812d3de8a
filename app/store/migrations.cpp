#include "app/store/migrations.h"
#include "app/core/iso_time.h"
#include "app/core/log.h"
#include "app/store/projector.h"
#include <QDir>
#include <QFile>
#include <QRegularExpression>

// At file level, as Qt asks: resources of a static library are registered by hand.
static void registerMigrations() { Q_INIT_RESOURCE(migrations); }

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

Result<Ok> inTransaction(Connection& db, const std::function<Result<Ok>()>& job)
{
    auto done = db.begin(Access::Write);
    if (done) done = job();
    if (done) done = db.commit();
    if (!done) db.rollback();
    return done;
}

// Another process may have taken the step while this one waited for the lock; then there is nothing left to do.
Result<Ok> takeStep(Connection& db, const Migration& step, Instant now)
{
    const auto taken = inTransaction(db, [&]() -> Result<Ok> {
        const auto version = schemaVersion(db);
        if (!version) return version.error();
        if (version.value() >= step.version) return Ok{};
        if (step.version == 1) {
            const auto ok = db.script("CREATE TABLE schema_version(version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL, program TEXT NOT NULL);");
            if (!ok) return ok;
        }
        if (const auto ok = db.script(step.sql); !ok) return ok;
        // Whatever happens next, the projections are made anew for the changed tables.
        if (const auto ok = db.script("DELETE FROM store_info WHERE name = 'projection'"); !ok) return ok;
        return db.statement("INSERT INTO schema_version(version, name, at, program) VALUES(?, ?, ?, ?)")
            .with(step.version, step.name, isoText(now), QString::fromLatin1(TRESEN_VERSION)).run();
    });
    if (taken) qCInfo(logStore).noquote() << u"schema"_s << step.version << step.name;
    else qCWarning(logStore).noquote() << u"schema"_s << step.version << step.name << wordsOf(taken.error());
    return taken;
}

// Looks first without a lock: most openings find nothing to do.
Result<Ok> renewProjections(Connection& db)
{
    const auto outdated = projectionsOutdated(db);
    if (!outdated) return outdated.error();
    if (!outdated.value()) return Ok{};
    return inTransaction(db, [&]() -> Result<Ok> {
        const auto still = projectionsOutdated(db);
        if (!still) return still.error();
        if (!still.value()) return Ok{};
        qCInfo(logStore) << "projections are made anew";
        return rebuildProjections(db);
    });
}

} // namespace

Result<std::vector<Migration>> shippedMigrations(StoreConfig::Dialect dialect)
{
    registerMigrations();
    const auto ending = dialect == StoreConfig::Dialect::Sqlite ? u"sqlite"_s : u"postgres"_s;
    static const QRegularExpression shape{u"^(\\d{4})_(\\w+)\\.(sqlite|postgres)\\.sql$"_s};
    std::vector<Migration> out;
    for (const auto& name : QDir{u":/migrations"_s}.entryList(QDir::Files, QDir::Name)) {
        const auto match = shape.match(name);
        if (match.captured(3) != ending) continue;
        QFile file{u":/migrations/"_s + name};
        if (!file.open(QIODevice::ReadOnly)) return Error{Fault::Internal, u"store.migration_unreadable"_s, name};
        out.push_back({match.captured(1).toInt(), match.captured(2), file.readAll()});
        if (out.back().version != static_cast<int>(out.size())) return Error{Fault::Internal, u"store.migration_gap"_s, name};
    }
    if (out.empty()) return Error{Fault::Internal, u"store.migration_unreadable"_s, ending};
    return out;
}

Result<int> schemaVersion(Connection& db)
{
    const bool sqlite = db.dialect() == StoreConfig::Dialect::Sqlite;
    // One statement, one snapshot: between two, another desk may have made the tables, and they would be taken for somebody else's.
    constexpr int kEmpty = 0, kOurs = 1;
    const auto found = oneInteger(
        sqlite ? db.statement("SELECT CASE WHEN count(*) = 0 THEN 0 WHEN sum(name = 'schema_version') > 0 THEN 1 ELSE 2 END FROM sqlite_master"
                              " WHERE type = 'table' AND name NOT LIKE 'sqlite~_%' ESCAPE '~'").with()
               : db.statement("SELECT CASE WHEN count(*) = 0 THEN 0 WHEN bool_or(tablename = 'schema_version') THEN 1 ELSE 2 END FROM pg_tables"
                              " WHERE schemaname = current_schema()").with());
    if (!found) return found.error();
    if (found.value().value_or(kEmpty) == kEmpty) return 0;
    if (found.value() != kOurs) return Error{Fault::Refused, u"store.foreign_database"_s, {}};
    const auto newest = oneInteger(db.statement("SELECT max(version) FROM schema_version").with());
    if (!newest) return newest.error();
    return static_cast<int>(newest.value().value_or(0));
}

Result<Ok> migrate(Connection& db, const MigrationPlan& plan)
{
    const auto version = schemaVersion(db);
    if (!version) return version.error();
    const int newest = plan.steps.back().version;
    if (version.value() > newest)
        return Error{Fault::Refused, u"store.newer_schema"_s, u"%1 > %2"_s.arg(version.value()).arg(newest)};
    if (version.value() == newest) return renewProjections(db);
    if (version.value() > 0) {
        const auto entries = oneInteger(db.statement("SELECT max(seq) FROM journal").with());
        if (!entries) return entries.error();
        if (entries.value().value_or(0) > 0) {
            if (const auto ok = plan.backup(db, version.value()); !ok) return ok;
        }
    }
    for (const auto& step : plan.steps) {
        if (step.version <= version.value()) continue;
        if (const auto ok = takeStep(db, step, plan.now()); !ok) return ok;
    }
    return renewProjections(db);
}

} // namespace tresen::store
