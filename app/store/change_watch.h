// ChangeWatch: notices what other desks and processes commit. SQLite: asks data_version every 5 ms (1.2 µs each); PostgreSQL: LISTEN, with a
// heartbeat that reopens a dead connection. Owned by SqlJournal; lives in the database thread but for setListener().
#pragma once
#include <QMutex>
#include <QTimer>
#include <functional>
#include <memory>

namespace tresen::store {

class DbThread;

class ChangeWatch {
public:
    static constexpr int kPollMs = 5;
    static constexpr int kHeartbeatMs = 5'000;

    void setListener(std::function<void(qint64 seq)> changed);   // any thread; after it returns the one before is not called any more
    void setNoticeListener(std::function<void()> kept);           // the same, for notices of portals
    void start(DbThread& db);
    void stop(DbThread& db);

private:
    void poll(DbThread& db);        // SQLite
    void heartbeat(DbThread& db);   // PostgreSQL
    void report(DbThread& db, bool always);
    void reportNotices(DbThread& db, bool always);

    QMutex m_lock;
    std::function<void(qint64)> m_changed;
    std::function<void()> m_kept;
    std::unique_ptr<QTimer> m_timer;
    qint64 m_reported = -1, m_reportedNotice = -1;
};

} // namespace tresen::store
