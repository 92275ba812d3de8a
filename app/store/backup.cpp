#include "app/store/backup.h"
#include "app/core/files.h"
#include "app/store/damage_mark.h"
#include "app/store/dump.h"
#include "app/store/head_mark.h"
#include "app/store/kept_documents.h"
#include "app/store/migrations.h"
#include "app/store/salvage.h"
#include "app/store/sqlite_connection.h"
#include "app/store/verify.h"
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

Error damagedBackup(const QString& why)
{
    return {Fault::Corrupt, u"backup.damaged"_s, why};
}

bool isSqliteFile(const QString& file)
{
    QFile in{file};
    return in.open(QIODevice::ReadOnly) && in.read(16) == QByteArray{"SQLite format 3\0", 16};
}

StoreConfig fileConfig(const QString& file)
{
    StoreConfig config;
    config.file = file;
    return config;
}

// Is it as long as its own header says (SQLite file format, 1.3: page size at 16, pages at 28)? A last page that is cut and holds nothing yet is
// nothing that the checks of the content would miss.
bool isWhole(const QString& file)
{
    QFile in{file};
    if (!in.open(QIODevice::ReadOnly)) return false;
    const auto head = in.read(100);
    if (head.size() < 100) return false;
    const qint64 page = qFromBigEndian<quint16>(head.constData() + 16), pages = qFromBigEndian<quint32>(head.constData() + 28);
    return in.size() == (page == 1 ? 65'536 : page) * pages;
}

// What a check has met: that it was ended is no damage.
Error damagedBackup(const Error& met)
{
    return met.code == u"vault.stopped" ? met : damagedBackup(met.detail);
}

Result<Ok> checkSqlite(const QString& file, const Gauge& gauge)
{
    if (!isWhole(file)) return damagedBackup(u"cut"_s);
    SqliteConnection db{fileConfig(file), SqliteConnection::Mode::ReadOnly};
    if (const auto ok = db.open(); !ok) return damagedBackup(ok.error().detail);
    const auto shipped = shippedMigrations(StoreConfig::Dialect::Sqlite);
    if (!shipped) return shipped.error();
    const auto damage = checkDatabase(db, gauge);
    if (!damage) return damagedBackup(damage.error());
    if (!damage.value().isEmpty()) return damagedBackup(damage.value().first());
    const auto version = schemaVersion(db);
    if (!version) return damagedBackup(version.error().code);
    if (version.value() == 0) return damagedBackup(u"no journal"_s);
    if (version.value() > shipped.value().back().version) return Error{Fault::Refused, u"store.newer_schema"_s, QString::number(version.value())};
    const auto chain = checkChain(db, gauge);
    if (!chain) return damagedBackup(chain.error());
    if (!chain.value().problems.isEmpty()) return damagedBackup(chain.value().problems.first());
    return Ok{};
}

// part has been written; checks it and gives it its name.
Result<Ok> publishBackup(const QString& part, const QString& file)
{
    auto done = checkBackup(part);
    if (done) {
        QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
        done = files::publish(part, file);
        if (!done && done.error().fault == Fault::Conflict) done = Error{Fault::Conflict, u"backup.exists"_s, file};
    }
    if (!done) QFile::remove(part);
    return done;
}

QString replacedTail(Instant now)
{
    return u".replaced-"_s + now.utc().toString(u"yyyyMMdd'T'HHmmsszzz");
}

// A database, its write-ahead log and the mark of its head belong together: a log beside another database would be replayed into it.
QStringList tailsOfStore()
{
    return {u"-wal"_s, u"-shm"_s, headMarkTail(), DamageMark::tail(), QString{}};
}

void moveBack(const QString& aside, const QString& file)
{
    for (const auto& tail : tailsOfStore())
        if (QFile::exists(aside + tail)) QFile::rename(aside + tail, file + tail);
}

Result<QString> moveAside(const QString& file, Instant now)
{
    if (!QFile::exists(file)) return QString{};
    const auto aside = file + replacedTail(now);
    for (const auto& tail : tailsOfStore()) {
        if (!QFile::exists(file + tail) || QFile::rename(file + tail, aside + tail)) continue;
        moveBack(aside, file);
        return Error{Fault::Unreachable, u"store.unwritable"_s, file + tail};
    }
    return aside;
}

// Brings along what follows in the damaged journal, after the backup has been brought to the schema of today. Nobody has either of them open.
Result<ports::Salvaged> bringInto(const StoreConfig& part, const StoreConfig& damaged, Instant now, const Gauge& gauge)
{
    DamagedJournal from{damaged};
    if (const auto ok = from.open(); !ok) return ok.error();
    const auto steps = shippedMigrations(part.dialect);
    if (!steps) return steps.error();
    const auto into = makeConnection(part);
    if (const auto ok = into->open(); !ok) return ok.error();
    // It is a copy: nothing needs to be saved before it is changed.
    const auto migrated = migrate(*into, {steps.value(), [](Connection&, int) -> Result<Ok> { return Ok{}; }, [now] { return now; }});
    if (!migrated) return migrated.error();
    auto brought = bringAlong(from, *into, gauge);
    // One file without a log beside it: that is what will be checked and moved.
    if (brought && part.dialect == StoreConfig::Dialect::Sqlite)
        if (const auto ok = into->script("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE"); !ok) return ok.error();
    return brought;
}

Result<Ok> prepareSqlite(const QString& file, const QString& part, const StoreConfig& target, Instant now, const RestoreOptions& options, ports::Salvaged& salvaged)
{
    if (isSqliteFile(file)) {
        if (!QFile::copy(file, part)) return Error{Fault::Unreachable, u"store.unwritable"_s, part};
        QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner);
    } else if (const auto ok = loadDump(file, fileConfig(part), now); !ok) {
        return ok;
    }
    if (options.salvage) {
        auto brought = bringInto(fileConfig(part), target, now, options.gauge);
        if (!brought) return brought.error();
        salvaged = std::move(brought).value();
    }
    if (wantsEnd(options.gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
    return checkSqlite(part, options.gauge);   // once more: what is put in place is this copy
}

Result<Restored> restoreSqlite(const QString& file, const StoreConfig& target, Instant now, const RestoreOptions& options)
{
    const auto part = target.file + u".restoring"_s;
    const auto drop = [&part] {
        for (const auto& tail : {u"-wal"_s, u"-shm"_s, QString{}}) QFile::remove(part + tail);
    };
    drop();
    Restored out;
    if (const auto ok = prepareSqlite(file, part, target, now, options, out.salvaged); !ok) {
        drop();
        return ok.error();
    }
    const auto aside = moveAside(target.file, now);
    auto placed = aside ? files::publish(part, target.file) : Result<Ok>{aside.error()};
    if (!placed) {
        if (aside && !aside.value().isEmpty()) moveBack(aside.value(), target.file);
        drop();
        return placed.error();
    }
    out.kept = aside.value();
    return out;
}

Result<Restored> restorePostgres(const QString& file, const StoreConfig& target, Instant now, const RestoreOptions& options)
{
    if (isSqliteFile(file)) return Error{Fault::Refused, u"backup.other_kind"_s, file};
    const auto db = makeConnection(target);
    if (const auto ok = db->open(); !ok) return ok.error();
    const auto tables = oneInteger(db->statement("SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()").with());
    if (!tables) return tables.error();
    Restored out;
    if (tables.value().value_or(0) > 0) {
        constexpr int kKeptOfName = 14;   // with what follows no longer than a schema may be called, see StoreConfig
        out.kept = (target.schema.left(kKeptOfName) + u"_replaced_"_s + now.utc().toString(u"yyyyMMddHHmmsszzz")).toLower();
        // Both names are checked or made here; a name cannot be a parameter.
        const auto ok = db->script("ALTER SCHEMA \"" + target.schema.toLatin1() + "\" RENAME TO \"" + out.kept.toLatin1() + "\"");
        if (!ok) return ok.error();
    }
    db->close();
    auto done = loadDump(file, target, now);
    if (done && options.salvage && !out.kept.isEmpty()) {
        auto damaged = target;
        damaged.schema = out.kept;
        auto brought = bringInto(target, damaged, now, options.gauge);
        if (brought) out.salvaged = std::move(brought).value();
        else done = brought.error();
    }
    if (done && wantsEnd(options.gauge)) done = Error{Fault::Refused, u"vault.stopped"_s, {}};
    if (done) return out;
    // Nothing half-way stays: the old one comes back.
    if (db->open() && !out.kept.isEmpty())
        (void)db->script("DROP SCHEMA \"" + target.schema.toLatin1() + "\" CASCADE; ALTER SCHEMA \"" + out.kept.toLatin1() + "\" RENAME TO \"" + target.schema.toLatin1() + "\"");
    return done.error();
}

} // namespace

Result<Ok> copySqlite(const StoreConfig& config, const QString& file)
{
    if (QFile::exists(file)) return Error{Fault::Conflict, u"backup.exists"_s, file};
    const auto part = file + u".part"_s;
    QFile::remove(part);
    {
        SqliteConnection db{config};
        if (const auto ok = db.open(); !ok) return ok;
        // One read transaction from the first to the last page; writers go on.
        const auto copied = db.statement("VACUUM INTO ?").with(part).run();
        if (!copied) {
            QFile::remove(part);
            return copied;
        }
    }
    return publishBackup(part, file);
}

Result<Ok> dumpJournal(Connection& db, int schemaVersion, const QString& file)
{
    if (QFile::exists(file)) return Error{Fault::Conflict, u"backup.exists"_s, file};
    const auto part = file + u".part"_s;
    auto done = db.begin(Access::Read);
    if (done) done = writeDump(db, schemaVersion, part);
    db.rollback();
    if (!done) {
        QFile::remove(part);
        return done;
    }
    return publishBackup(part, file);
}

Result<Ok> backupTo(const StoreConfig& config, const QString& file)
{
    auto done = Result<Ok>{Ok{}};
    if (config.dialect == StoreConfig::Dialect::Sqlite) {
        done = copySqlite(config, file);
    } else {
        const auto db = makeConnection(config);
        if (const auto ok = db->open(); !ok) return ok;
        const auto version = schemaVersion(*db);
        if (!version) return version.error();
        done = dumpJournal(*db, version.value(), file);
    }
    // After the bookings: a document is on the disk before the entry that names it.
    if (done && !config.documentFolder.isEmpty()) done = keepDocuments(config.documentFolder, file);
    return done;
}

Result<Ok> checkBackup(const QString& file, const Gauge& gauge)
{
    if (!QFileInfo{file}.isFile()) return Error{Fault::NotFound, u"backup.none"_s, file};
    return isSqliteFile(file) ? checkSqlite(file, gauge) : checkDump(file, gauge);
}

Result<Ok> forEachOfBackup(const QString& file, const std::function<Result<Ok>(const Entry&)>& visit)
{
    if (!isSqliteFile(file)) return readDump(file, visit);
    SqliteConnection db{fileConfig(file), SqliteConnection::Mode::ReadOnly};
    if (const auto ok = db.open(); !ok) return ok;
    return forEachStored(db, visit);
}

Result<Restored> restore(const QString& file, const StoreConfig& target, Instant now, const RestoreOptions& options)
{
    if (const auto ok = checkBackup(file, options.gauge); !ok) return ok.error();
    if (wantsEnd(options.gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
    auto restored = target.dialect == StoreConfig::Dialect::Sqlite ? restoreSqlite(file, target, now, options) : restorePostgres(file, target, now, options);
    if (!restored || target.documentFolder.isEmpty()) return restored;
    auto& out = restored.value();
    auto documents = restoreDocuments(file, target.documentFolder, replacedTail(now), options.salvage);
    if (documents) out.documents = std::move(documents).value();
    else out.documents.problems << documents.error().code + u": "_s + documents.error().detail;   // the bookings are in place
    return restored;
}

} // namespace tresen::store
