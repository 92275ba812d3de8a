// Lane: a few threads in which an adapter takes one step after another and waits for each answer, so that its steps read from top to bottom.
// Each portal adapter owns one. Nothing here blocks the desk: what run() answers is a future.
#pragma once
#include "app/net/http_client.h"
#include <QPromise>
#include <QThreadPool>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace tresen::net {

class Lane {
public:
    explicit Lane(HttpClient& client, int threads = 4);
    ~Lane();   // calls under way are left to themselves and their jobs end; jobs not begun are dropped, their futures cancelled
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    template <class T> QFuture<Result<T>> run(std::function<Result<T>()> job)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        auto future = promise->future();
        m_pool.start([promise, job = std::move(job)] {
            beginJob();
            promise->addResult(job());
            promise->finish();
        });
        return future;
    }
    // From inside a job only: waits for the answer. Failures of HttpClient::send(); Timeout "net.closing" when the lane goes meanwhile.
    Result<HttpAnswer> ask(HttpCall call);
    static int askedByJob();   // from inside a job: how many calls it has made so far

private:
    static void beginJob();
    struct Shared;
    HttpClient& m_client;
    std::shared_ptr<Shared> m_shared;
    QThreadPool m_pool;
};

} // namespace tresen::net
