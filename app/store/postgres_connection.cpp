#include "app/store/postgres_connection.h"
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

const auto kNoteOfSchema = u"SELECT COALESCE(obj_description(current_schema()::regnamespace, 'pg_namespace'), '')"_s;

Error postgresError(const QSqlDatabase& db, const QSqlError& error)
{
    const auto state = error.nativeErrorCode();   // SQLSTATE, PostgreSQL appendix A
    const auto detail = u"%1 (%2)"_s.arg(error.databaseText().trimmed(), state);
    if (!db.isOpen() || state.startsWith(u"08") || state.startsWith(u"57P") || state.isEmpty()) return {Fault::Unreachable, u"store.unreachable"_s, detail};
    if (state == u"55P03" || state == u"40P01" || state == u"57014") return {Fault::Unreachable, u"store.locked"_s, detail};
    if (state == u"53100") return {Fault::Unreachable, u"store.full"_s, detail};
    if (state.startsWith(u"53")) return {Fault::Unreachable, u"store.unreachable"_s, detail};
    if (state == u"58030") return {Fault::Corrupt, u"store.io"_s, detail};
    if (state.startsWith(u"XX")) return {Fault::Corrupt, u"store.damaged"_s, detail};
    if (state.startsWith(u"23")) return {Fault::Conflict, u"store.constraint"_s, detail};
    if (state == u"25006" || state == u"42501") return {Fault::Unreachable, u"store.unwritable"_s, detail};
    return {Fault::Internal, u"store.sql"_s, detail};
}

class PostgresStatement final : public Statement {
public:
    PostgresStatement(const QSqlDatabase& db, const char* sql) : m_db{&db}, m_query{db}
    {
        if (!m_query.prepare(QString::fromLatin1(sql))) m_broken = postgresError(db, m_query.lastError());
    }

    bool next() override
    {
        if (m_error || m_ended) return false;
        if (!m_started) {
            m_started = true;
            if (!m_query.exec()) {
                m_error = postgresError(*m_db, m_query.lastError());
                return false;
            }
        }
        if (m_query.isSelect() && m_query.next()) return true;
        m_ended = true;
        return false;
    }
    qint64 changes() const override { return m_query.numRowsAffected(); }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const override { return text(column).toUtf8(); }

protected:
    void reset() override
    {
        if (m_started) m_query.finish();
        m_error = m_broken;
        m_started = m_ended = false;
    }
    void bind(int index, qint64 value) override { m_query.bindValue(index - 1, value); }
    void bind(int index, const QString& value) override
    {
        // A null QString would become NULL; text with a NUL is refused by the server.
        const auto text = value.isNull() ? u""_s : value.contains(QChar::Null) ? QString{value}.replace(QChar::Null, QChar::ReplacementCharacter) : value;
        m_query.bindValue(index - 1, text);
    }
    void bind(int index, const QByteArray& utf8) override { bind(index, QString::fromUtf8(utf8)); }

private:
    const QSqlDatabase* m_db;   // the connection's; a copy would keep the driver alive
    QSqlQuery m_query;
    std::optional<Error> m_broken;
    bool m_started = false;
    bool m_ended = false;
};

const QString kChannelPrefix = u"tresen_journal_"_s;

} // namespace

PostgresConnection::PostgresConnection(StoreConfig config) : m_config{std::move(config)}, m_name{QUuid::createUuid().toString(QUuid::WithoutBraces)} {}
PostgresConnection::~PostgresConnection() { close(); }

bool PostgresConnection::isOpen() const
{
    return m_db.isValid() && m_db.isOpen();
}

Result<Ok> PostgresConnection::open()
{
    close();
    static const QRegularExpression schemaName{u"^[a-z][a-z0-9_]{0,40}$"_s};
    if (!schemaName.match(m_config.schema).hasMatch()) return Error{Fault::Invalid, u"store.schema_name"_s, m_config.schema};
    m_db = QSqlDatabase::addDatabase(u"QPSQL"_s, m_name);
    if (!m_db.isValid()) return Error{Fault::Internal, u"store.no_driver"_s, u"QPSQL"_s};
    m_db.setHostName(m_config.host);
    m_db.setPort(m_config.port);
    m_db.setDatabaseName(m_config.database);
    m_db.setUserName(m_config.user);
    m_db.setPassword(m_config.password.reveal());
    // A vanished server is noticed after seconds, not after the system's two hours.
    m_db.setConnectOptions(u"connect_timeout=5;keepalives=1;keepalives_idle=5;keepalives_interval=2;keepalives_count=2;tcp_user_timeout=8000;application_name=tresen"_s);
    if (!m_db.open()) {
        const Error error{Fault::Unreachable, u"store.unreachable"_s, m_db.lastError().databaseText().trimmed()};
        close();
        return error;
    }
    const auto ready = setUp();
    if (!ready) close();
    return ready;
}

Result<Ok> PostgresConnection::setUp()
{
    const auto encoding = oneText(statement("SELECT current_setting('server_encoding')").with());
    if (!encoding) return encoding.error();
    if (encoding.value() != u"UTF8"_s) return Error{Fault::Refused, u"store.encoding"_s, encoding.value().value_or(QString{})};
    const auto schema = m_config.schema.toLatin1();
    // Desks that start at the same moment would trip over each other's CREATE SCHEMA.
    auto ready = script("SET client_min_messages=warning; SET standard_conforming_strings=on; SET synchronous_commit=on; SET timezone='UTC';"
                        "SET lock_timeout=" + QByteArray::number(m_config.lockWaitMs) + ";");
    if (ready) {
        ready = script("BEGIN; SELECT pg_advisory_xact_lock(hashtext('tresen.schema')); CREATE SCHEMA IF NOT EXISTS \"" + schema + "\"; COMMIT;"
                       "SET search_path TO \"" + schema + "\";");
    }
    return ready && m_committed ? subscribe() : ready;
}

void PostgresConnection::close()
{
    m_note.reset();
    if (m_db.isValid()) {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    dropStatements();   // after the driver: each would ask the server, which may be gone, to free it
}

Result<Ok> PostgresConnection::begin(Access access)
{
    switch (access) {
    case Access::Read: return script("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    case Access::Write: break;
    case Access::None: return Ok{};
    }
    return beginToWrite();
}

// One way to the server and back for the transaction, for being alone in it, and for what every write has to know before it begins. READ COMMITTED: every
// statement after the lock sees what the writer before, and whoever has left a note meanwhile, have committed.
Result<Ok> PostgresConnection::beginToWrite()
{
    if (!m_db.isValid()) return Error{Fault::Unreachable, u"store.unreachable"_s, {}};
    QSqlQuery query{m_db};
    static const auto statements = QStringList{u"BEGIN ISOLATION LEVEL READ COMMITTED"_s, u"SELECT pg_advisory_xact_lock(hashtext(current_schema()), 1)"_s, kNoteOfSchema}.join(u"; "_s);
    const bool begun = query.exec(statements);
    // The answers come one after the other, a refusal in the place of the statement that was refused.
    if (!begun || !query.nextResult() || !query.nextResult() || !query.next()) return postgresError(m_db, query.lastError());
    m_note = query.value(0).toString();
    return Ok{};
}

Result<QString> PostgresConnection::noteOfSchema()
{
    if (m_note) return *m_note;   // the write transaction has brought it along
    if (!m_db.isValid()) return Error{Fault::Unreachable, u"store.unreachable"_s, {}};
    QSqlQuery query{m_db};
    if (!query.exec(kNoteOfSchema) || !query.next()) return postgresError(m_db, query.lastError());
    return query.value(0).toString();
}

Result<Ok> PostgresConnection::commit()
{
    m_note.reset();
    QSqlQuery query{m_db};
    if (!query.exec(u"COMMIT"_s)) {
        auto error = postgresError(m_db, query.lastError());
        // The server may have committed before it went away; nobody knows from here.
        if (error.code == u"store.unreachable") error = {Fault::Timeout, u"store.unknown"_s, error.detail};
        return error;
    }
    return Ok{};
}

void PostgresConnection::rollback()
{
    m_note.reset();
    if (isOpen()) QSqlQuery{m_db}.exec(u"ROLLBACK"_s);
}

Result<Ok> PostgresConnection::script(const QByteArray& sql)
{
    if (!m_db.isValid()) return Error{Fault::Unreachable, u"store.unreachable"_s, {}};
    QSqlQuery query{m_db};
    if (!query.exec(QString::fromUtf8(sql))) return postgresError(m_db, query.lastError());
    return Ok{};
}

Result<Ok> PostgresConnection::listen(std::function<void()> committed)
{
    m_committed = std::move(committed);
    if (!isOpen()) return Ok{};   // open() subscribes
    return subscribe();
}

Result<Ok> PostgresConnection::subscribe()
{
    auto* driver = m_db.driver();
    const auto channel = kChannelPrefix + m_config.schema;
    if (driver->subscribedToNotifications().contains(channel)) return Ok{};
    QObject::connect(driver, &QSqlDriver::notification, driver, [this](const QString&, QSqlDriver::NotificationSource source, const QVariant&) {
        if (source != QSqlDriver::SelfSource && m_committed) m_committed();
    });
    if (!driver->subscribeToNotification(channel)) return postgresError(m_db, driver->lastError());
    return Ok{};
}

Result<Ok> PostgresConnection::notifyOthers()
{
    return oneText(statement("SELECT pg_notify('tresen_journal_' || current_schema(), '')::text").with()).andThen([](const auto&) -> Result<Ok> { return Ok{}; });
}

std::unique_ptr<Statement> PostgresConnection::prepare(const char* sql)
{
    return std::make_unique<PostgresStatement>(m_db, sql);
}

} // namespace tresen::store
