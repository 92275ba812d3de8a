// What the tests of StripePortal share: a simulated Stripe, a clock, orders, and answers waited for.
#pragma once
#include "app/adapters/portal/stripe/stripe_portal.h"
#include "tests/sim/portal_contract.h"
#include "tests/sim/portals/stripe_peer.h"
#include <QTest>
#include <QUuid>

namespace tresen {

struct StripeRig {
    explicit StripeRig(const QString& key = sim::StripeWorld::key(), bool test = true, const QString& base = {})
        : portal{client, accountFor(base.isEmpty() ? peer.base() : base, key, test), clock}
    {
    }
    ~StripeRig() { peer.web().goDown(); }   // one that floods would hold up the end of the client

    static ports::PortalAccount accountFor(const QString& base, const QString& key, bool test)
    {
        ports::PortalAccount account;
        account.apiKey = Secret{key};
        account.baseUrl = base;
        account.test = test;
        account.noticeSecrets = {Secret{QStringLiteral("whsec_new")}};
        return account;
    }

    static ports::LinkOrder order(qint64 cents = 19990)
    {
        ports::LinkOrder out;
        out.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
        out.reference = QUuid::createUuid().toString(QUuid::WithoutBraces);
        out.amount = domain::Money::cents(cents);
        out.mode = domain::PortalMode::Test;
        out.language = QStringLiteral("de");
        out.invoiceNumber = QStringLiteral("4711");
        out.plate = QStringLiteral("M-AB 123");
        out.vehicle = QStringLiteral("VW Golf");
        return out;
    }

    // Null when there is no answer, or it is a failure; error is that failure.
    template <class T> std::optional<T> take(QFuture<Result<T>> future)
    {
        const auto answer = sim::answerOf(future);
        error = answer ? answer->ok() ? Error{} : answer->error() : Error{Fault::Internal, QStringLiteral("no answer"), {}};
        return answer && answer->ok() ? std::optional<T>{answer->value()} : std::nullopt;
    }

    ports::Link make(qint64 cents = 19990) { return take(portal.create(order(cents))).value_or(ports::Link{}); }
    domain::PortalSnapshot look(const QString& link) { return take(portal.fetch(link)).value_or(domain::PortalSnapshot{}); }
    int asked(const QByteArray& method, const QByteArray& path)
    {
        const auto all = peer.web().requests();
        return static_cast<int>(std::count_if(all.begin(), all.end(), [&](const sim::WebRequest& r) { return r.method == method && r.path.startsWith(path); }));
    }

    ManualClock clock{Instant{1'795'000'000'000}};
    sim::StripePeer peer{clock};
    net::HttpClient client;
    adapters::stripe::StripePortal portal;
    Error error;
};

} // namespace tresen
