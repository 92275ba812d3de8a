// What a call to bezahl.de needs, and how one call follows another. Shared by the two halves of BezahlPortal.
#pragma once
#include "app/adapters/portal/bezahl/bezahl_portal.h"
#include "app/core/async.h"
#include <QPromise>

namespace tresen::adapters::bezahl {

struct BezahlDesk {
    net::HttpClient& client;
    const Clock& clock;
    ports::PortalAccount account;
    BezahlOptions options;
    QString base;                           // without a slash at the end
    domain::PortalMode mode = domain::PortalMode::Live;
    QStringList linkHosts;
    std::optional<Error> trouble;           // why nothing can be asked

    Error failure(const net::HttpAnswer& answer) const { return net::errorOfStatus(answer, wordsOfFailure(answer.body), clock.now().ms); }
};
using DeskPtr = std::shared_ptr<const BezahlDesk>;
using Heard = std::function<void(const Result<net::HttpAnswer>&)>;   // every status is an answer

// Asks; then() runs in whatever thread the answer comes in, and never when the client went away before.
void ask(const DeskPtr& desk, const ApiCall& call, Heard then);
// The same, but an answer that is no 2xx is an error as well.
void askDone(const DeskPtr& desk, const ApiCall& call, Heard then);

// The answer to come: kept by the steps that lead to it. Forgotten by all of them it is cancelled.
template <class T>
class Reply {
public:
    Reply() : m_promise{std::make_shared<QPromise<Result<T>>>()} { m_promise->start(); }
    QFuture<Result<T>> future() const { return m_promise->future(); }
    void operator()(Result<T> result) const
    {
        m_promise->addResult(std::move(result));
        m_promise->finish();
    }

private:
    std::shared_ptr<QPromise<Result<T>>> m_promise;
};

} // namespace tresen::adapters::bezahl
