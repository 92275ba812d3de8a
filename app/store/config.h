// StoreConfig: where the journal lives and how long to wait for it. Filled by the composition root and the tests.
#pragma once
#include "app/core/secret.h"
#include "app/domain/origin.h"
#include <QString>

namespace tresen::store {

struct StoreConfig {
    enum class Dialect { Sqlite, Postgres };

    Dialect dialect = Dialect::Sqlite;
    domain::Origin origin;           // site, desk and user of the entries written here
    int lockWaitMs = 5'000;          // how long a locked database is waited for before "store.locked"
    QString documentFolder;          // whose files a backup holds, too; empty: none
    QString backupFolder;            // for the copy taken before a migration; SQLite: empty = beside the database

    // SQLite
    QString file;
    QString vfs;                     // name of a registered SQLite VFS; empty = the platform's
    bool flushEveryCommit = true;    // synchronous=FULL. Off loses acknowledged payments at a power loss: only to measure what it costs

    // PostgreSQL
    QString host;                    // name, address, or the folder of the Unix socket
    int port = 5432;
    QString database, user;
    Secret password;
    QString schema = QStringLiteral("tresen");   // [a-z][a-z0-9_]{0,40}

    int newestSchema = 0;            // 0 = all migrations; tests stop earlier to make an old database
};

} // namespace tresen::store
