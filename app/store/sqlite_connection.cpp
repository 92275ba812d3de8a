#include "app/store/sqlite_connection.h"
#include "app/core/limits.h"
#include "app/store/wal_tidier.h"
#include <QFile>
#include <QThread>
#include <QUrl>
#include <sqlite3.h>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

Error sqliteError(sqlite3* db, int code)
{
    const auto detail = u"%1 (%2)"_s.arg(db ? QString::fromUtf8(sqlite3_errmsg(db)) : QString{}).arg(code);
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return {Fault::Unreachable, u"store.locked"_s, detail};
    case SQLITE_FULL: return {Fault::Unreachable, u"store.full"_s, detail};
    case SQLITE_IOERR: return {Fault::Corrupt, u"store.io"_s, detail};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return {Fault::Corrupt, u"store.damaged"_s, detail};
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM: return {Fault::Unreachable, u"store.unwritable"_s, detail};
    case SQLITE_INTERRUPT: return {Fault::Refused, u"vault.stopped"_s, {}};
    case SQLITE_CONSTRAINT: return {Fault::Conflict, u"store.constraint"_s, detail};
    default: return {Fault::Internal, u"store.sql"_s, detail};
    }
}

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3* db, const char* sql) : m_db{db}
    {
        const int code = sqlite3_prepare_v3(db, sql, -1, SQLITE_PREPARE_PERSISTENT, &m_statement, nullptr);
        if (code != SQLITE_OK) m_broken = sqliteError(db, code);
    }
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }
    SqliteStatement(const SqliteStatement&) = delete;
    SqliteStatement& operator=(const SqliteStatement&) = delete;

    bool next() override
    {
        if (m_error || !m_statement || m_ended) return false;
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW) return true;
        if (code != SQLITE_DONE) m_error = sqliteError(m_db, sqlite3_extended_errcode(m_db));
        m_ended = true;
        sqlite3_reset(m_statement);   // an open cursor would hold a read lock
        return false;
    }
    qint64 changes() const override { return sqlite3_changes64(m_db); }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    QString text(int column) const override
    {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return QString::fromUtf8(data, sqlite3_column_bytes(m_statement, column));
    }
    QByteArray bytes(int column) const override
    {
        const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
        return QByteArray{data, sqlite3_column_bytes(m_statement, column)};
    }

protected:
    void reset() override
    {
        if (m_statement) sqlite3_reset(m_statement);
        m_kept.clear();
        m_error = m_broken;
        m_ended = false;
    }
    void bind(int index, qint64 value) override { check(sqlite3_bind_int64(m_statement, index, value)); }
    void bind(int index, const QString& value) override { bind(index, value.toUtf8()); }
    void bind(int index, const QByteArray& utf8) override
    {
        m_kept.push_back(utf8.contains('\0') ? QByteArray{utf8}.replace('\0', "\xEF\xBF\xBD") : utf8);   // lives until the next reset
        const auto& kept = m_kept.back();
        check(sqlite3_bind_text64(m_statement, index, kept.isNull() ? "" : kept.constData(), static_cast<sqlite3_uint64>(kept.size()), SQLITE_STATIC, SQLITE_UTF8));
    }

private:
    void check(int code)
    {
        if (code != SQLITE_OK && !m_error) m_error = sqliteError(m_db, code);
    }

    sqlite3* m_db;
    sqlite3_stmt* m_statement = nullptr;
    std::optional<Error> m_broken;   // the text itself does not compile
    std::vector<QByteArray> m_kept;
    bool m_ended = false;
};

} // namespace

SqliteConnection::SqliteConnection(StoreConfig config, Mode mode) : m_config{std::move(config)}, m_mode{mode} {}
SqliteConnection::~SqliteConnection() { close(); }

Result<Ok> SqliteConnection::open()
{
    close();
    if (m_mode == Mode::ReadWrite && !QFile::exists(m_config.file)) {
        QFile fresh{m_config.file};   // an empty file is an empty database; WAL and SHM inherit its rights
        if (!fresh.open(QIODevice::WriteOnly)) return Error{Fault::Unreachable, u"store.unwritable"_s, m_config.file};
        fresh.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    }
    const int flags = (m_mode == Mode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) | SQLITE_OPEN_NOMUTEX;
    const auto vfs = m_config.vfs.toUtf8();
    const int code = sqlite3_open_v2(QFile::encodeName(m_config.file).constData(), &m_db, flags, vfs.isEmpty() ? nullptr : vfs.constData());
    if (code != SQLITE_OK) {
        const auto error = sqliteError(m_db, code);
        close();
        return error;
    }
    sqlite3_extended_result_codes(m_db, 1);
    const auto ready = configure();
    if (!ready) close();
    return ready;
}

Result<Ok> SqliteConnection::configure()
{
    sqlite3_busy_timeout(m_db, m_config.lockWaitMs);   // first of all: the following statements may have to wait already
    if (m_mode == Mode::ReadOnly) return script("PRAGMA query_only=ON; PRAGMA trusted_schema=OFF;");
    if (const auto wal = setWal(); !wal) return wal;
    sqlite3_wal_hook(m_db, &SqliteConnection::committed, this);   // in the place of PRAGMA wal_autocheckpoint
    // recursive_triggers: INSERT OR REPLACE would delete journal rows without asking the trigger that forbids it.
    return script(QByteArray{"PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY;"
                             "PRAGMA journal_size_limit=67108864; PRAGMA cache_size=-"}
                  + QByteArray::number(limits::kStorePageCacheKb) + "; PRAGMA synchronous=" + (m_config.flushEveryCommit ? "FULL" : "OFF") + ';');
}

// SQLite's own checkpoint runs within the commit that fills the WAL: somebody who books a payment waits for two flushes more and for the pages of all
// payments before. What is durable is the same either way.
int SqliteConnection::committed(void* self, sqlite3*, const char*, int walPages)
{
    auto& own = *static_cast<SqliteConnection*>(self);
    own.m_walPages = walPages;
    if (walPages < kBesidePages) return SQLITE_OK;
    if (!own.m_tidier) own.m_tidier = std::make_unique<WalTidier>(own.m_config);
    const int taken = own.m_tidier->taken();
    const bool fewLeft = taken >= 0 && walPages - taken <= 2 * WalTidier::kFewPages;
    if (fewLeft || walPages >= kMostWalPages) own.tidy();   // then the next commit begins the WAL anew
    else own.m_tidier->start();
    return SQLITE_OK;
}

void SqliteConnection::tidy()
{
    m_walPages = 0;
    if (m_tidier) m_tidier->forget();
    takeOverWal();
}

int SqliteConnection::takeOverWal()
{
    int taken = -1;
    if (m_db) sqlite3_wal_checkpoint_v2(m_db, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, &taken);
    return taken;
}

// Changing to WAL needs the file alone for a moment and does not wait for it by itself.
Result<Ok> SqliteConnection::setWal()
{
    constexpr int kStepMs = 20;
    for (int waited = 0;; waited += kStepMs) {
        const auto mode = oneText(statement("PRAGMA journal_mode=WAL").with());
        if (mode && mode.value() == u"wal"_s) return Ok{};
        if (mode) return Error{Fault::Unreachable, u"store.no_wal"_s, mode.value().value_or(QString{})};
        if (mode.error().code != u"store.locked" || waited >= m_config.lockWaitMs) return mode.error();
        QThread::msleep(kStepMs);
    }
}

void SqliteConnection::close()
{
    m_tidier.reset();   // first: who closes the last connection puts the WAL away
    dropStatements();
    if (m_db) sqlite3_close(m_db);
    m_db = nullptr;
    m_dataVersion = -1;
    m_walPages = 0;
}

Result<Ok> SqliteConnection::begin(Access access)
{
    switch (access) {
    case Access::Read: return statement("BEGIN").with().run();
    case Access::Write: return statement("BEGIN IMMEDIATE").with().run();
    case Access::None: return Ok{};
    }
    Q_UNREACHABLE();
}

Result<Ok> SqliteConnection::commit()
{
    return statement("COMMIT").with().run();
}

void SqliteConnection::rollback()
{
    if (m_db && sqlite3_get_autocommit(m_db) == 0) sqlite3_exec(m_db, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Ok> SqliteConnection::script(const QByteArray& sql)
{
    const int code = sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return sqliteError(m_db, sqlite3_extended_errcode(m_db));
    return Ok{};
}

// data_version changes with the commits of every other connection and never with one's own.
Result<bool> SqliteConnection::foreignCommit()
{
    const auto version = oneInteger(statement("PRAGMA data_version").with());
    if (!version) return version.error();
    const auto before = std::exchange(m_dataVersion, version.value().value_or(0));
    return before >= 0 && before != m_dataVersion;
}

int SqliteConnection::asksForEnd(void* self)
{
    return wantsEnd(static_cast<SqliteConnection*>(self)->m_gauge) ? 1 : 0;
}

void SqliteConnection::endWith(const Gauge& gauge)
{
    constexpr int kSteps = 20'000;   // of SQLite's machine, a few milliseconds; the walk through one tree is a single one
    m_gauge = gauge;
    sqlite3_progress_handler(m_db, m_gauge ? kSteps : 0, m_gauge ? &SqliteConnection::asksForEnd : nullptr, this);
}

std::unique_ptr<Statement> SqliteConnection::prepare(const char* sql)
{
    return std::make_unique<SqliteStatement>(m_db, sql);
}

} // namespace tresen::store
