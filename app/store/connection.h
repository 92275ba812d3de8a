// Connection: one open database as the store uses it, whatever its dialect. Statement: one prepared statement, kept and reused.
// Both belong to the thread that opened them. SQLite is spoken to directly (binding through QVariant costs 5 to 6 times as much),
// PostgreSQL through Qt SQL.
#pragma once
#include "app/core/result.h"
#include "app/core/work_gauge.h"
#include "app/store/config.h"
#include <QByteArray>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>

namespace tresen::store {

// Columns and parameters are numbered from 0 and 1, as SQL libraries do. Text is Unicode without NUL: a NUL is stored as U+FFFD.
class Statement {
public:
    virtual ~Statement() = default;

    // Starts anew with these parameters. The statement runs at the first next() or run().
    template <class... Values> Statement& with(const Values&... values)
    {
        reset();
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }
    virtual bool next() = 0;                       // a row is there; false at the end and on failure
    Result<Ok> run();                              // to the end, rows are dropped
    Result<Ok> done() const;                       // after a loop over next(): whether it ended because of a failure
    virtual qint64 changes() const = 0;            // rows the last run changed

    virtual qint64 integer(int column) const = 0;
    virtual QString text(int column) const = 0;
    virtual QByteArray bytes(int column) const = 0;   // text as UTF-8

protected:
    virtual void reset() = 0;
    virtual void bind(int index, qint64 value) = 0;
    virtual void bind(int index, const QString& value) = 0;
    virtual void bind(int index, const QByteArray& utf8) = 0;
    void bind(int index, int value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, const char* value) = delete;   // would be taken for a bool
    void bind(int index, bool value) { bind(index, static_cast<qint64>(value ? 1 : 0)); }

    std::optional<Error> m_error;
};

enum class Access { Read, Write, None };   // None: the job brings its own transaction, or must run outside of one

class Connection {
public:
    virtual ~Connection() = default;

    virtual Result<Ok> open() = 0;
    virtual void close() = 0;
    virtual bool isOpen() const = 0;                // false as well after the server has gone
    virtual StoreConfig::Dialect dialect() const = 0;

    // Write: nobody else writes until commit() or rollback(). Read: one consistent state over several statements.
    virtual Result<Ok> begin(Access access) = 0;
    virtual Result<Ok> commit() = 0;
    virtual void rollback() = 0;
    // PostgreSQL only: the comment of the schema; inside of a write transaction as it was when this connection had become the only writer.
    virtual Result<QString> noteOfSchema() { return QString{}; }
    virtual Result<Ok> script(const QByteArray& sql) = 0;   // several statements, no parameters
    // A long statement from here on ends with Refused "vault.stopped" soon after the gauge wants the end; without a gauge none does. SQLite only.
    virtual void endWith(const Gauge&) {}
    // sql: a literal; the prepared statement is kept for it until close().
    Statement& statement(const char* sql);

    // Whether others have committed since the last call. SQLite only.
    virtual Result<bool> foreignCommit() = 0;
    // PostgreSQL only: calls back (in this thread, through its event loop) for every commit of others, also after a reopening.
    virtual Result<Ok> listen(std::function<void()> committed) = 0;
    // PostgreSQL only: wakes the other desks when this transaction commits.
    virtual Result<Ok> notifyOthers() = 0;
    // Work that commits have left and that nobody waits for: SQLite's checkpoint. tidy() does it, outside of any transaction; without it it is done within a
    // commit when it cannot wait any longer.
    virtual bool isUntidy() const { return false; }
    virtual void tidy() {}

protected:
    virtual std::unique_ptr<Statement> prepare(const char* sql) = 0;
    void dropStatements() { m_statements.clear(); }

private:
    std::unordered_map<const char*, std::unique_ptr<Statement>> m_statements;
};

std::unique_ptr<Connection> makeConnection(const StoreConfig& config);

// The one value of the first row, or nothing.
Result<std::optional<qint64>> oneInteger(Statement& statement);
Result<std::optional<QString>> oneText(Statement& statement);

} // namespace tresen::store
