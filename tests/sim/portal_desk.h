// PortalDesk: a portal's adapter, its simulated peer and what a test of the two asks again and again.
#pragma once
#include "app/core/clock.h"
#include "app/net/http_client.h"
#include "tests/sim/payable_order.h"
#include "tests/sim/portal_contract.h"
#include "tests/sim/web_peer.h"
#include <functional>
#include <vector>

namespace tresen::sim {

template <class Peer, class Portal> struct PortalDesk {
    SystemClock clock;
    Peer peer{clock};
    net::HttpClient client;
    Portal portal;

    // accountAt: the account of the peer at that address.
    explicit PortalDesk(const std::function<ports::PortalAccount(const QString& base)>& accountAt) : portal{client, accountAt(peer.base()), clock} {}
    ~PortalDesk() { peer.web().goDown(); }   // one that floods would hold up the end of the client
    Q_DISABLE_COPY_MOVE(PortalDesk)

    template <class T> Result<T> wait(QFuture<Result<T>> future, int ms = kAnswerMs)
    {
        auto answer = answerOf(future, ms);
        return answer ? *answer : Result<T>{Error{Fault::Internal, QStringLiteral("test.no_answer"), {}}};
    }
    ports::Link link(qint64 cents = 19990)
    {
        const auto made = wait(portal.create(payableOrder(cents)));
        return made.ok() ? made.value() : ports::Link{};
    }
    domain::PortalSnapshot look(const ports::Link& link)
    {
        const auto seen = wait(portal.fetch(link.linkId));
        return seen.ok() ? seen.value() : domain::PortalSnapshot{};
    }
    std::vector<WebRequest> sent(const QByteArray& method)
    {
        std::vector<WebRequest> out;
        for (const auto& request : peer.web().requests())
            if (request.method == method) out.push_back(request);
        return out;
    }
};

template <class T> QString codeOf(const Result<T>& result) { return result.ok() ? QString{} : result.error().code; }

} // namespace tresen::sim
