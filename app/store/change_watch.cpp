#include "app/store/change_watch.h"
#include "app/store/db_thread.h"

namespace tresen::store {

void ChangeWatch::setListener(std::function<void(qint64)> changed)
{
    const QMutexLocker lock{&m_lock};
    m_changed = std::move(changed);
}

void ChangeWatch::setNoticeListener(std::function<void()> kept)
{
    const QMutexLocker lock{&m_lock};
    m_kept = std::move(kept);
}

void ChangeWatch::start(DbThread& db)
{
    if (m_timer) return;
    m_timer = std::make_unique<QTimer>();
    m_timer->setTimerType(Qt::PreciseTimer);
    if (db.connection().dialect() == StoreConfig::Dialect::Sqlite) {
        if (db.ensureOpen()) (void)db.connection().foreignCommit();   // from now on
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this, &db] { poll(db); });
        m_timer->start(kPollMs);
        return;
    }
    // After a reopening nobody knows what was missed: the listener reads anew, whatever the number is.
    db.onReopened([this, &db] { report(db, true); });
    (void)db.connection().listen([this, &db] { report(db, false); });
    QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this, &db] { heartbeat(db); });
    m_timer->start(kHeartbeatMs);
}

void ChangeWatch::stop(DbThread& db)
{
    m_timer.reset();
    db.onReopened({});
    (void)db.connection().listen({});
}

void ChangeWatch::poll(DbThread& db)
{
    if (!db.connection().isOpen()) return;
    const auto foreign = db.connection().foreignCommit();
    if (foreign && foreign.value()) report(db, false);
}

void ChangeWatch::heartbeat(DbThread& db)
{
    const auto alive = db.connection().isOpen() ? oneInteger(db.connection().statement("SELECT 1").with()) : Result<std::optional<qint64>>{std::optional<qint64>{}};
    if (!alive) db.connection().close();
    (void)db.ensureOpen();   // reports through onReopened(); tried again at the next beat
}

// Commits of others that wrote no entry (outbox, ages) are not news.
void ChangeWatch::report(DbThread& db, bool always)
{
    reportNotices(db, always);
    const auto seq = oneInteger(db.connection().statement("SELECT max(seq) FROM journal").with());
    if (!seq) return;
    const qint64 now = seq.value().value_or(0);
    if (!always && now == m_reported) return;
    m_reported = now;
    const QMutexLocker lock{&m_lock};
    if (m_changed) m_changed(now);
}

void ChangeWatch::reportNotices(DbThread& db, bool always)
{
    const auto last = oneInteger(db.connection().statement("SELECT max(id) FROM notice").with());
    if (!last) return;
    const qint64 now = last.value().value_or(0);
    if (!always && now == m_reportedNotice) return;
    m_reportedNotice = now;
    const QMutexLocker lock{&m_lock};
    if (m_kept) m_kept();
}

} // namespace tresen::store
