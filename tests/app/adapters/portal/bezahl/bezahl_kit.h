// BezahlRig: the adapter beside the simulated portal, and orders that differ. Used by its tests.
#pragma once
#include "app/adapters/portal/bezahl/bezahl_portal.h"
#include "tests/sim/portal_contract.h"
#include "tests/sim/portals/bezahl_peer.h"

namespace tresen::test {

using namespace Qt::Literals::StringLiterals;
using namespace tresen::adapters::bezahl;
using tresen::sim::answerOf;
using tresen::sim::BezahlMood;
using tresen::sim::Mischief;

inline ports::LinkOrder bezahlOrder(qint64 cents = 0)
{
    static int number = 0;
    ++number;
    ports::LinkOrder order;
    order.idempotencyKey = u"key-%1"_s.arg(number);
    order.reference = u"9f0c5f64-0000-4000-8000-%1"_s.arg(number, 12, 10, QChar{u'0'});
    order.token = u"K7M2QX4T%1"_s.arg(number, 4, 10, QChar{u'0'});
    order.amount = domain::Money::cents(cents > 0 ? cents : 19990 + number);
    order.mode = domain::PortalMode::Test;
    order.language = u"de"_s;
    order.invoiceNumber = u"RE-%1"_s.arg(number);
    order.plate = u"ES-MG 417E"_s;
    order.vehicle = u"VW Golf"_s;
    order.dueDate = QDate{2026, 12, 7};
    order.summary = {{u"Rechnungsbetrag"_s, order.amount, false}, {u"Noch zu zahlen"_s, order.amount, true}};
    return order;
}

struct BezahlRig {
    explicit BezahlRig(ports::PortalAccount account = {}) : portal{client, filled(std::move(account), peer), clock} {}

    static ports::PortalAccount filled(ports::PortalAccount account, const sim::BezahlPeer& peer)
    {
        if (account.apiKey.isEmpty()) account.apiKey = Secret{peer.token()};
        if (account.account.isEmpty()) account.account = peer.orgId();
        if (account.baseUrl.isEmpty()) account.baseUrl = peer.base();
        account.test = true;
        return account;
    }
    template <class T> Result<T> get(QFuture<Result<T>> future, int timeoutMs = sim::kAnswerMs)
    {
        return answerOf(std::move(future), timeoutMs).value_or(Result<T>{Error{Fault::Internal, u"test.no_answer"_s, {}}});
    }
    Result<ports::Link> make(const ports::LinkOrder& order) { return get(portal.create(order)); }
    Result<domain::PortalSnapshot> fetch(const ports::Link& link) { return get(portal.fetch(link.linkId)); }

    ManualClock clock{Instant::fromIso(u"2026-11-23T13:32:00.000Z"_s)};
    sim::BezahlPeer peer;
    net::HttpClient client;
    BezahlPortal portal;
};

} // namespace tresen::test
