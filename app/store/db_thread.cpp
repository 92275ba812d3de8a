#include "app/store/db_thread.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include "app/core/sha256.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {

DbThread::DbThread(StoreConfig config) : m_connection{makeConnection(config)}, m_worker{new QObject}
{
    m_thread.setObjectName(u"db"_s);
    m_worker->moveToThread(&m_thread);
    m_thread.start();
    post([this] {
        m_pause = std::make_unique<QTimer>();
        m_pause->setSingleShot(true);
        QObject::connect(m_pause.get(), &QTimer::timeout, m_worker, [this] { m_connection->tidy(); });
    });
}

DbThread::~DbThread()
{
    // Queued calls are delivered in order, so this one comes after every job.
    const auto end = [this] {
        m_pause.reset();
        m_connection->close();
        endHashing();
    };
    QMetaObject::invokeMethod(m_worker, end, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
    delete m_worker;
}

void DbThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_worker, std::move(job), Qt::QueuedConnection);
}

QFuture<Result<Ok>> DbThread::open(std::function<Result<Ok>(Connection&)> prepare)
{
    auto promise = std::make_shared<QPromise<Result<Ok>>>();
    promise->start();
    auto future = promise->future();
    post([this, promise, fn = std::move(prepare)] {
        m_prepare = fn;
        promise->addResult(ensureOpen());
        promise->finish();
    });
    return future;
}

Result<Ok> DbThread::ensureOpen()
{
    if (m_connection->isOpen()) return Ok{};
    if (!m_prepare) return Error{Fault::Internal, u"store.not_opened"_s, {}};
    auto ready = m_connection->open();
    if (ready) ready = m_prepare(*m_connection);
    if (!ready) {
        m_connection->close();
        return ready;
    }
    if (m_lost) qCInfo(logStore) << "connection found again";
    m_lost = false;
    if (m_reopened) m_reopened();
    return ready;
}

void DbThread::guard(std::function<Result<Ok>(Connection&)> mayWrite, std::function<void(const Error&)> damaged)
{
    post([this, mayWrite = std::move(mayWrite), damaged = std::move(damaged)] {
        m_mayWrite = mayWrite;
        m_damaged = damaged;
    });
}

Result<Ok> DbThread::attempt(Access access, const std::function<Result<Ok>(Connection&)>& job)
{
    try {
        auto done = m_connection->begin(access);
        if (done && access == Access::Write && m_mayWrite) done = m_mayWrite(*m_connection);
        if (done) done = job(*m_connection);
        if (access == Access::None) return done;
        if (done && access == Access::Write) crashPoint("store.before_commit");
        if (done) done = m_connection->commit();
        if (!done) m_connection->rollback();
        if (!done && m_damaged) m_damaged(done.error());
        if (done && access == Access::Write) {
            crashPoint("store.after_commit");
            if (m_committed) m_committed();
            tidyLater();
        }
        return done;
    } catch (const std::exception& exception) {
        if (access != Access::None) m_connection->rollback();
        return Error{Fault::Internal, u"store.exception"_s, QString::fromUtf8(exception.what())};
    }
}

// In a pause nobody waits for it. While commits follow each other the pause begins anew with each.
void DbThread::tidyLater()
{
    constexpr int kPauseMs = 100;
    if (m_connection->isUntidy()) m_pause->start(kPauseMs);
}

Result<Ok> DbThread::transact(Access access, const std::function<Result<Ok>(Connection&)>& job)
{
    if (const auto open = ensureOpen(); !open) return open;
    const auto done = attempt(access, job);
    if (done || done.error().code != u"store.unreachable" || m_connection->isOpen()) return done;
    // The server has gone and nothing was done there: once more on a new connection.
    if (!m_lost) qCWarning(logStore).noquote() << u"connection lost:"_s << wordsOf(done.error());
    m_lost = true;
    if (const auto open = ensureOpen(); !open) return open;
    return attempt(access, job);
}

} // namespace tresen::store
