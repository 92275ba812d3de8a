#include "app/store/connection.h"
#include "app/store/postgres_connection.h"
#include "app/store/sqlite_connection.h"

namespace tresen::store {

Result<Ok> Statement::run()
{
    while (next()) {}
    return done();
}

Result<Ok> Statement::done() const
{
    if (m_error) return *m_error;
    return Ok{};
}

Statement& Connection::statement(const char* sql)
{
    auto& slot = m_statements[sql];
    if (!slot) slot = prepare(sql);
    return *slot;
}

std::unique_ptr<Connection> makeConnection(const StoreConfig& config)
{
    switch (config.dialect) {
    case StoreConfig::Dialect::Sqlite: return std::make_unique<SqliteConnection>(config);
    case StoreConfig::Dialect::Postgres: return std::make_unique<PostgresConnection>(config);
    }
    Q_UNREACHABLE();
}

Result<std::optional<qint64>> oneInteger(Statement& statement)
{
    std::optional<qint64> value;
    if (statement.next()) value = statement.integer(0);
    if (const auto ok = statement.run(); !ok) return ok.error();
    return value;
}

Result<std::optional<QString>> oneText(Statement& statement)
{
    std::optional<QString> value;
    if (statement.next()) value = statement.text(0);
    if (const auto ok = statement.run(); !ok) return ok.error();
    return value;
}

} // namespace tresen::store
