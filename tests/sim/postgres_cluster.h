// PostgresCluster: an own PostgreSQL server for one test run, in a temporary folder, reachable over its Unix socket only. Stops with the object.
// Root must not run PostgreSQL, so the server runs as "postgres" or "nobody" then.
#pragma once
#include "app/store/config.h"
#include <QProcess>
#include <QTemporaryDir>

namespace tresen::sim {

class PostgresCluster {
public:
    PostgresCluster() = default;
    ~PostgresCluster();
    PostgresCluster(const PostgresCluster&) = delete;
    PostgresCluster& operator=(const PostgresCluster&) = delete;

    // False when there are no server programs on this machine, or the server does not start; see why().
    // Flush::None is for tests that never end the server hard: a commit then costs no disk time.
    enum class Flush { None, EveryCommit };
    bool start(Flush flush = Flush::None);
    const QString& why() const { return m_why; }
    void kill();                    // the whole server at once, as when its machine fails; only this one
    bool startAgain();              // on the same data; answers when it takes connections again
    // A database of its own schema; every call another one.
    store::StoreConfig freshConfig();
    // A database of its own, empty or as another one is now (nobody may be connected to that), and how a desk names it in store.url.
    bool makeDatabase(const QString& name, const QString& likeThat = {});
    QString url(const QString& database) const { return QStringLiteral("postgresql://tresen@/%1?host=%2").arg(database, m_folder.path()); }

private:
    bool run(const QString& program, const QStringList& arguments);
    bool giveAway();
    bool serve();

    static QString place();    // where any user may go

    QTemporaryDir m_folder{place()};
    QProcess m_server;
    QStringList m_command;
    QStringList m_asUser;      // command and arguments that drop root's rights; empty when not needed
    QString m_why;
    int m_schemas = 0;
};

} // namespace tresen::sim
