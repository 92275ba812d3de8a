// SqliteConnection: the embedded database, through SQLite's own C interface. WAL, synchronous=FULL, foreign keys on.
// Errors: "store.locked" (Unreachable), "store.full" (Unreachable), "store.io" (Corrupt), "store.damaged" (Corrupt), "store.unwritable".
#pragma once
#include "app/store/connection.h"

struct sqlite3;

namespace tresen::store {

class WalTidier;

class SqliteConnection final : public Connection {
public:
    enum class Mode { ReadWrite, ReadOnly };
    explicit SqliteConnection(StoreConfig config, Mode mode = Mode::ReadWrite);
    ~SqliteConnection() override;
    SqliteConnection(const SqliteConnection&) = delete;
    SqliteConnection& operator=(const SqliteConnection&) = delete;

    Result<Ok> open() override;
    void close() override;
    bool isOpen() const override { return m_db != nullptr; }
    StoreConfig::Dialect dialect() const override { return StoreConfig::Dialect::Sqlite; }
    Result<Ok> begin(Access access) override;
    Result<Ok> commit() override;
    void rollback() override;
    Result<Ok> script(const QByteArray& sql) override;
    Result<bool> foreignCommit() override;
    void endWith(const Gauge& gauge) override;
    Result<Ok> listen(std::function<void()>) override { return Ok{}; }
    Result<Ok> notifyOthers() override { return Ok{}; }
    bool isUntidy() const override { return m_walPages >= kTidyPages; }
    void tidy() override;

    // A checkpoint that waits for nobody; what is in use stays for the next one. Answers how many pages of the WAL, from its first one, are in the
    // database now; -1: it could not be asked.
    int takeOverWal();

    static constexpr int kTidyPages = 1'000;        // in the WAL, from which on a checkpoint is worth its flushes
    static constexpr int kBesidePages = 2'000;      // from which on it does not wait for a pause, see WalTidier
    static constexpr int kMostWalPages = 8'000;     // from which on it is made within a commit: 32 MiB

protected:
    std::unique_ptr<Statement> prepare(const char* sql) override;

private:
    Result<Ok> configure();
    Result<Ok> setWal();
    static int asksForEnd(void* self);
    static int committed(void* self, sqlite3* db, const char* name, int walPages);

    StoreConfig m_config;
    Mode m_mode;
    sqlite3* m_db = nullptr;
    Gauge m_gauge;                                  // of the statement that may take long
    qint64 m_dataVersion = -1;
    int m_walPages = 0;                             // after the last commit of this connection; 0 after a checkpoint
    std::unique_ptr<WalTidier> m_tidier;            // from the first time on that it is needed
};

} // namespace tresen::store
