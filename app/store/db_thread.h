// DbThread: one thread with one connection; jobs run in order, each in one transaction. The journal puts every access to the
// database here. Its event loop needs a QCoreApplication.
#pragma once
#include "app/store/connection.h"
#include <QFuture>
#include <QPromise>
#include <QThread>
#include <QTimer>
#include <exception>

namespace tresen::store {

class DbThread final {
public:
    explicit DbThread(StoreConfig config);
    ~DbThread();   // waits for the jobs that are queued
    DbThread(const DbThread&) = delete;
    DbThread& operator=(const DbThread&) = delete;

    // prepare runs once after every opening, before any job (migrations, checks). Until it has succeeded every job answers its error.
    QFuture<Result<Ok>> open(std::function<Result<Ok>(Connection&)> prepare);

    // job: Result<T>(Connection&). Commits when its result is ok, rolls back otherwise. A job is run a second time when the server went
    // away before the commit was sent, so it must not keep what the first run has left behind.
    template <class F> auto run(Access access, F job) -> QFuture<std::invoke_result_t<F&, Connection&>>
    {
        using R = std::invoke_result_t<F&, Connection&>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto future = promise->future();
        post([this, access, promise, fn = std::move(job)]() mutable {
            std::optional<R> answer;
            const auto done = transact(access, [&](Connection& db) -> Result<Ok> {
                answer.emplace(fn(db));
                if (!answer->ok()) return answer->error();
                return Ok{};
            });
            promise->addResult(done.ok() ? std::move(*answer) : R{done.error()});
            promise->finish();
        });
        return future;
    }

    // Runs in the database thread, outside of any transaction.
    void post(std::function<void()> job);
    Connection& connection() { return *m_connection; }   // database thread only
    QObject* context() { return m_worker; }              // lives in the database thread
    void onCommitted(std::function<void()> committed) { m_committed = std::move(committed); }   // database thread only; after a write
    void onReopened(std::function<void()> reopened) { m_reopened = std::move(reopened); }   // database thread only
    Result<Ok> ensureOpen();                             // database thread only
    // Before the first job. mayWrite is asked inside of every write transaction; damaged is told what a job or its commit found of the data themselves.
    void guard(std::function<Result<Ok>(Connection&)> mayWrite, std::function<void(const Error&)> damaged);

private:
    Result<Ok> transact(Access access, const std::function<Result<Ok>(Connection&)>& job);
    void tidyLater();
    Result<Ok> attempt(Access access, const std::function<Result<Ok>(Connection&)>& job);

    std::unique_ptr<Connection> m_connection;
    std::function<Result<Ok>(Connection&)> m_prepare;
    std::function<Result<Ok>(Connection&)> m_mayWrite;
    std::function<void(const Error&)> m_damaged;
    std::function<void()> m_committed, m_reopened;
    std::unique_ptr<QTimer> m_pause;                     // of a while without a commit; database thread
    bool m_lost = false;                                 // and not found again yet
    QThread m_thread;
    QObject* m_worker;
};

} // namespace tresen::store
