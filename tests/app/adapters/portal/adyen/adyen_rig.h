// What the tests of AdyenPortal share: a simulated Adyen, a clock, orders, and answers waited for.
#pragma once
#include "app/adapters/portal/adyen/adyen_portal.h"
#include "tests/sim/portal_contract.h"
#include "tests/sim/portals/adyen_peer.h"
#include <QTest>
#include <QUuid>

namespace tresen {

struct AdyenRig {
    explicit AdyenRig(const QString& key = sim::AdyenWorld::key(), const QString& account = sim::AdyenWorld::account(), bool test = true, const QString& base = {})
        : portal{client, accountFor(base.isEmpty() ? peer.base() : base, key, account, test), clock}
    {
    }
    ~AdyenRig() { peer.web().goDown(); }   // one that floods would hold up the end of the client

    static QString noticeKey() { return QStringLiteral("44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056"); }

    static ports::PortalAccount accountFor(const QString& base, const QString& key, const QString& account, bool test)
    {
        ports::PortalAccount out;
        out.apiKey = Secret{key};
        out.account = account;
        out.baseUrl = base;
        out.test = test;
        out.noticeSecrets = {Secret{noticeKey()}};
        return out;
    }

    ports::LinkOrder order(qint64 cents = 19990) const
    {
        ports::LinkOrder out;
        out.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
        out.reference = QUuid::createUuid().toString(QUuid::WithoutBraces);
        out.amount = domain::Money::cents(cents);
        out.mode = domain::PortalMode::Test;
        out.language = QStringLiteral("de");
        out.invoiceNumber = QStringLiteral("4711");
        out.plate = QStringLiteral("M-AB 123");
        out.expiresAt = Instant{clock.now().ms / 1000 * 1000}.plusMs(30LL * 24 * 60 * 60 * 1000);
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

    ManualClock clock{Instant{1'795'000'000'000}};
    sim::AdyenPeer peer{clock};
    net::HttpClient client;
    adapters::adyen::AdyenPortal portal;
    Error error;
};

} // namespace tresen
