// PostgresConnection: the shared database of several desks, through Qt SQL. Everything lives in one schema of the database.
// Errors: "store.unreachable" (nothing was done), "store.unknown" (the server went away during COMMIT: Timeout), "store.locked", "store.full", …
#pragma once
#include "app/store/connection.h"
#include <QSqlDatabase>

namespace tresen::store {

class PostgresConnection final : public Connection {
public:
    explicit PostgresConnection(StoreConfig config);
    ~PostgresConnection() override;
    PostgresConnection(const PostgresConnection&) = delete;
    PostgresConnection& operator=(const PostgresConnection&) = delete;

    Result<Ok> open() override;
    void close() override;
    bool isOpen() const override;
    StoreConfig::Dialect dialect() const override { return StoreConfig::Dialect::Postgres; }
    Result<Ok> begin(Access access) override;
    Result<Ok> commit() override;
    void rollback() override;
    Result<QString> noteOfSchema() override;
    Result<Ok> script(const QByteArray& sql) override;
    Result<bool> foreignCommit() override { return false; }
    Result<Ok> listen(std::function<void()> committed) override;
    Result<Ok> notifyOthers() override;

protected:
    std::unique_ptr<Statement> prepare(const char* sql) override;

private:
    Result<Ok> setUp();
    Result<Ok> beginToWrite();
    Result<Ok> subscribe();

    StoreConfig m_config;
    QString m_name;                          // of the Qt SQL connection, one per object
    QSqlDatabase m_db;
    std::function<void()> m_committed;
    std::optional<QString> m_note;           // none outside of a write transaction
};

} // namespace tresen::store
