// DamageMark: says to every desk and command at a journal that it was found damaged, so that nobody records more in it until somebody has decided: restored
// it, salvaged it, or found it in order again. SQLite: a file beside the database, which goes aside with it. PostgreSQL: the comment of the schema.
#pragma once
#include "app/core/clock.h"
#include "app/store/connection.h"
#include <QMutex>

namespace tresen::store {

class DamageMark {
public:
    explicit DamageMark(const StoreConfig& config);

    // What was found first is what is told. Where the mark cannot be written, this process keeps it in mind; else it ends when anybody takes it away. Any thread.
    void set(const QString& what, Instant at);
    void clear();
    // db: open, whatever it is doing. Corrupt "store.stopped" with what was found, else Ok; asked before every write. A mark that cannot be read stops nothing.
    Result<Ok> mayWrite(Connection& db) const;

    static bool isDamage(const Error& error);   // of the stored data themselves, not of the way there
    static QString tail() { return QStringLiteral(".damaged"); }

private:
    QString told() const;
    Result<Ok> write(const QString& text) const;   // empty: takes it away

    const StoreConfig& m_config;
    mutable QMutex m_lock;
    QString m_what;                              // found by this process, and written nowhere
};

} // namespace tresen::store
