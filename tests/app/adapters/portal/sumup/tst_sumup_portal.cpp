// SumUpPortal against a simulated SumUp: the contract of every portal, and what happens when the network or the portal misbehaves.
#include "tests/app/adapters/portal/sumup/sumup_kit.h"
#include "tests/sim/portal_desk.h"
#include "tests/sim/portals/sumup_peer.h"
#include <QElapsedTimer>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::sumup;
using namespace Qt::Literals::StringLiterals;
using sim::Mischief, sim::codeOf;

namespace {

struct Desk : sim::PortalDesk<sim::SumUpPeer, SumUpPortal> {
    Desk() : PortalDesk{[](const QString& base) { return tests::sumupAccount(base); }} {}
};

} // namespace

class TestSumUpPortal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contract()
    {
        Desk desk;
        sim::PortalRig rig{desk.portal, [] { return sim::payableOrder(); }, [&](const ports::Link& l) { desk.peer.act(u"pay"_s, l.linkId); },
                           [&](const ports::Link& l) { desk.peer.act(u"start"_s, l.linkId); }};
        sim::checkPortalContract(rig);
    }

    void everyEffectCarriesAKey()
    {
        Desk desk;
        const auto link = desk.link();
        desk.peer.act(u"pay"_s, link.linkId);
        const auto paid = desk.look(link).movements.at(0);
        QVERIFY(desk.wait(desk.portal.cancel(link.linkId)).ok());
        QVERIFY(desk.wait(desk.portal.refund({u"key-1"_s, link.linkId, paid.id, paid.amount, paid.amount, u"Rechnung"_s})).ok());
        int effects = 0;
        for (const auto& request : desk.peer.web().requests()) {
            if (request.method == "GET") continue;
            ++effects;
            QVERIFY2(!request.header("idempotency-key").isEmpty(), request.path.constData());
        }
        QCOMPARE(effects, 3);
    }

    void fault_39_lostAnswerIsAskedForAgain()
    {
        Desk desk;
        const auto order = sim::payableOrder();
        desk.peer.web().misbehave(Mischief::AnswerLost, 1, "/v0.1/checkouts", "POST");
        const auto lost = desk.wait(desk.portal.create(order));
        QVERIFY(!lost.ok() && lost.error().fault == Fault::Timeout);
        const auto found = desk.wait(desk.portal.find(order));
        QVERIFY(found.ok() && found.value());
        desk.peer.act(u"twist"_s, {}, u"url=no"_s);   // a list that is shorter than the thing itself
        const auto again = desk.wait(desk.portal.create(order));
        QVERIFY(again.ok() && again.value().linkId == found.value()->linkId && again.value().url == found.value()->url);
        QCOMPARE(desk.peer.with([](auto& w) { return w.checkouts(); }), std::size_t{1});
        const auto posts = desk.sent("POST");
        QVERIFY(posts.size() == 2 && posts[0].body == posts[1].body && posts[0].header("idempotency-key") == posts[1].header("idempotency-key"));
        QVERIFY(!desk.wait(desk.portal.find(sim::payableOrder())).value());
        desk.peer.with([](auto& w) { w.forgetReferences(); return 0; });
        QCOMPARE(codeOf(desk.wait(desk.portal.create(order))), u"portal.conflict"_s);   // it says there is one, and shows none
    }

    void fault_36_37_38_failures_data()
    {
        QTest::addColumn<int>("mischief");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<int>("fault");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* name, Mischief what, const QByteArray& detail, Fault fault, const QString& code) {
            QTest::newRow(name) << static_cast<int>(what) << detail << static_cast<int>(fault) << code;
        };
        row("429", Mischief::Status, "429\nRetry-After: 60", Fault::Unreachable, u"portal.busy"_s);
        row("503", Mischief::Status, "503", Fault::Unreachable, u"portal.busy"_s);
        row("502", Mischief::Status, "502\nContent-Type: text/html\n\n<html>Bad gateway</html>", Fault::Timeout, u"portal.server_error"_s);
        row("401", Mischief::Status, "401", Fault::Refused, u"portal.auth"_s);
        row("redirect", Mischief::Status, "302\nLocation: https://evil.example/", Fault::Invalid, u"portal.redirect"_s);
        row("html", Mischief::Html, {}, Fault::Invalid, u"portal.unreadable"_s);
        row("1e400", Mischief::Replace, "{\"id\":\"c\",\"amount\":1e400}", Fault::Invalid, u"portal.unreadable"_s);
        row("name twice", Mischief::Replace, "{\"id\":\"c\",\"id\":\"d\"}", Fault::Invalid, u"portal.unreadable"_s);
        row("a million deep", Mischief::Replace, QByteArray(1'000'000, '['), Fault::Invalid, u"portal.unreadable"_s);
        row("cut", Mischief::CutBody, {}, Fault::Timeout, u"net.dropped"_s);
        row("endless", Mischief::Endless, {}, Fault::Timeout, u"net.answer_too_large"_s);
    }
    void fault_36_37_38_failures()
    {
        QFETCH(int, mischief);
        QFETCH(QByteArray, detail);
        QFETCH(int, fault);
        QFETCH(QString, code);
        Desk desk;
        const auto link = desk.link();
        const auto expect = [&](const auto& result) {
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, code);
            QCOMPARE(static_cast<int>(result.error().fault), fault);
            if (detail.contains("Retry-After")) QCOMPARE(result.error().retryAfterMs, 60'000);
        };
        desk.peer.web().misbehave(static_cast<Mischief>(mischief), -1, "/v", {}, detail);
        expect(desk.wait(desk.portal.fetch(link.linkId)));
        expect(desk.wait(desk.portal.create(sim::payableOrder())));
        expect(desk.wait(desk.portal.changes({})));
        SumUpPortal fresh{desk.client, tests::sumupAccount(desk.peer.base()), desk.clock};
        expect(desk.wait(fresh.fetch(link.linkId)));
        desk.peer.web().behave();
        QVERIFY(desk.look(link).state == domain::LinkState::Open);
    }

    void fault_18_answersThatLie_data()
    {
        QTest::addColumn<QString>("twist");
        QTest::addColumn<QString>("code");
        QTest::newRow("amount") << u"amount=199.91"_s << u"portal.amount"_s;
        QTest::newRow("fraction of a cent") << u"amount=199.9001"_s << u"portal.unreadable"_s;
        QTest::newRow("currency") << u"currency=USD"_s << u"portal.amount"_s;
        QTest::newRow("merchant") << u"merchant=OTHER"_s << u"portal.account"_s;
        QTest::newRow("live") << u"sandbox=false"_s << u"portal.key_mode"_s;
        QTest::newRow("host") << u"host=https://evil.example"_s << u"portal.link_host"_s;
    }
    void fault_18_answersThatLie()
    {
        QFETCH(QString, twist);
        QFETCH(QString, code);
        Desk desk;
        desk.peer.act(u"twist"_s, {}, twist);
        QCOMPARE(codeOf(desk.wait(desk.portal.create(sim::payableOrder()))), code);
        QCOMPARE(desk.sent("DELETE").size(), std::size_t{code == u"portal.amount" || code == u"portal.link_host" ? 1U : 0U});
        if (code == u"portal.key_mode") QVERIFY(desk.sent("POST").empty());
    }

    void accountsThatDoNotFit()
    {
        Desk desk;
        const auto link = desk.link();
        SumUpPortal live{desk.client, tests::sumupAccount(desk.peer.base(), false), desk.clock};
        auto order = sim::payableOrder();
        QCOMPARE(codeOf(desk.wait(live.create(order))), u"portal.key_mode"_s);
        order.mode = domain::PortalMode::Live;
        QCOMPARE(codeOf(desk.wait(live.create(order))), u"portal.key_mode"_s);
        QCOMPARE(codeOf(desk.wait(live.fetch(link.linkId))), u"portal.key_mode"_s);
        auto account = tests::sumupAccount(desk.peer.base());
        account.account = u"../x"_s;
        SumUpPortal odd{desk.client, account, desk.clock};
        QCOMPARE(codeOf(desk.wait(odd.fetch(link.linkId))), u"portal.account"_s);
        account = tests::sumupAccount(desk.peer.base());
        account.apiKey = Secret{u"x\r\nEvil: 1"_s};
        SumUpPortal injected{desk.client, account, desk.clock};
        QCOMPARE(codeOf(desk.wait(injected.fetch(link.linkId))), u"portal.auth"_s);
        QVERIFY(!desk.portal.capabilities().partialRefunds);
    }

    void strangeWords()
    {
        Desk desk;
        const auto link = desk.link();
        desk.peer.act(u"odd"_s, link.linkId, u"REVIEWING"_s);
        QVERIFY(desk.look(link).state == domain::LinkState::Unknown);
        const auto paid = desk.link();
        desk.peer.act(u"pay"_s, paid.linkId, u"WERO2"_s);
        QCOMPARE(desk.look(paid).movements.at(0).method, u"wero2"_s);
        const auto third = desk.link();
        desk.peer.act(u"unpaid"_s, third.linkId);
        QVERIFY(desk.look(third).state == domain::LinkState::Unknown);
        desk.peer.act(u"silent"_s, paid.linkId);
        QCOMPARE(codeOf(desk.wait(desk.portal.fetch(paid.linkId))), u"portal.unreadable"_s);
        desk.peer.act(u"twist"_s, {}, u"status=ON_HOLD"_s);
        const auto fourth = desk.link();
        QVERIFY(desk.look(fourth).state == domain::LinkState::Unknown);
    }

    void moneyIsAFactWhateverTheCheckoutSays()
    {
        Desk desk;
        const auto late = desk.link();
        QVERIFY(desk.wait(desk.portal.cancel(late.linkId)).value() == ports::CancelOutcome::Cancelled);
        desk.peer.act(u"late"_s, late.linkId);
        QVERIFY(desk.look(late).state == domain::LinkState::Paid && desk.look(late).movements.size() == 1);
        const auto twice = desk.link();
        desk.peer.act(u"pay"_s, twice.linkId);
        desk.peer.act(u"second"_s, twice.linkId);
        const auto both = desk.look(twice).movements;
        QVERIFY(both.size() == 2 && both[0].id != both[1].id);
        const auto tried = desk.link();
        desk.peer.act(u"start"_s, tried.linkId);
        desk.peer.act(u"fail"_s, tried.linkId);
        QVERIFY(desk.look(tried).state == domain::LinkState::Open && desk.look(tried).opened);
        QVERIFY(desk.wait(desk.portal.cancel(tried.linkId)).value() == ports::CancelOutcome::Cancelled);
    }

    void refundIsNeverDoneTwice()
    {
        Desk desk;
        const auto link = desk.link(1000);
        desk.peer.act(u"pay"_s, link.linkId);
        const auto payment = desk.look(link).movements.at(0);
        const auto order = [&](qint64 cents) { return ports::RefundOrder{u"refund-%1"_s.arg(cents), link.linkId, payment.id, domain::Money::cents(cents), payment.amount, u"Rechnung"_s}; };
        QCOMPARE(codeOf(desk.wait(desk.portal.refund(order(500)))), u"portal.refund_unavailable"_s);   // it could be done twice
        QCOMPARE(codeOf(desk.wait(desk.portal.refund(order(1001)))), u"portal.refund_amount"_s);
        QVERIFY(desk.sent("POST").size() == 1);
        desk.peer.web().misbehave(Mischief::AnswerLost, 1, "/v1.0/", "POST");
        QVERIFY(desk.wait(desk.portal.refund(order(501))).error().fault == Fault::Timeout);
        const auto again = desk.wait(desk.portal.refund(order(501)));
        QVERIFY(again.ok() && again.value().stage == domain::PortalMovement::Stage::Final);
        QCOMPARE(desk.look(link).movements.at(1).id, again.value().refundId);
        const auto rest = desk.wait(desk.portal.refund(order(499)));
        QVERIFY(rest.ok() && !rest.value().refundId.isEmpty());
        QCOMPARE(desk.peer.with([](auto& w) { return w.refunds(); }), std::size_t{2});
        QCOMPARE(codeOf(desk.wait(desk.portal.refund(order(1)))), u"portal.refund_amount"_s);
        std::vector<QFuture<Result<ports::RefundAnswer>>> many;
        const auto other = desk.link(1000);
        desk.peer.act(u"pay"_s, other.linkId);
        const auto whole = desk.look(other).movements.at(0);
        for (int i = 0; i < 8; ++i) many.push_back(desk.portal.refund({u"all"_s, other.linkId, whole.id, whole.amount, whole.amount, {}}));
        for (auto& one : many) QVERIFY(sim::answerOf(one));
        QCOMPARE(desk.peer.with([](auto& w) { return w.refunds(); }), std::size_t{3});
    }

    void refundsAndChargebacksFromOutside()
    {
        Desk desk;
        const auto link = desk.link(1000);
        desk.peer.act(u"pay"_s, link.linkId);
        desk.peer.act(u"refund"_s, link.linkId, u"300"_s);
        QVERIFY(desk.look(link).movements.at(1).stage == domain::PortalMovement::Stage::Pending);
        desk.peer.act(u"bounce"_s, link.linkId);
        QVERIFY(desk.look(link).movements.at(1).stage == domain::PortalMovement::Stage::Failed);
        desk.peer.act(u"chargeback"_s, link.linkId);
        const auto all = desk.look(link);
        QVERIFY(all.state == domain::LinkState::Paid && all.movements.size() == 3 && all.movements[2].kind == domain::PortalMovement::Kind::Chargeback);
        QVERIFY(all.movements[2].amount == domain::Money::cents(1000));
    }

    void fault_41_feedAcrossRestarts()
    {
        ManualClock clock{Instant{1'790'000'000'000}};
        sim::SumUpPeer peer{clock};
        peer.with([](auto& w) { w.setPageSize(2); return 0; });
        net::HttpClient client;
        const auto account = tests::sumupAccount(peer.base());
        const auto ask = [](auto future) { return sim::answerOf(future)->value(); };
        std::vector<ports::Link> links;
        QString cursor;
        {
            SumUpPortal portal{client, account, clock};
            for (int i = 0; i < 7; ++i) links.push_back(ask(portal.create(sim::payableOrder())));
            const auto first = ask(portal.changes({}));
            QVERIFY(first.linkIds.size() == 7 && !first.othersUnchanged);
            cursor = first.cursor;
        }
        SumUpPortal portal{client, account, clock};   // another day: nothing is remembered but the cursor
        auto changes = ask(portal.changes(cursor));
        QVERIFY(changes.linkIds.isEmpty() && changes.othersUnchanged);
        for (int i = 0; i < 5; ++i) peer.act(u"pay"_s, links[static_cast<std::size_t>(i)].linkId);
        clock.advance(10 * 60'000);
        changes = ask(portal.changes(changes.cursor));
        QCOMPARE(changes.linkIds.size(), 5);   // over three pages
        QVERIFY(changes.othersUnchanged);
        const auto older = changes.cursor;
        changes = ask(portal.changes(changes.cursor));
        QVERIFY(changes.linkIds.isEmpty() && changes.othersUnchanged);
        peer.act(u"refund"_s, links[0].linkId, u"100"_s);
        changes = ask(portal.changes(older));
        QCOMPARE(changes.linkIds, QStringList{links[0].linkId});
        peer.act(u"twist"_s, {}, u"foreign=no"_s);
        peer.act(u"pay"_s, links[6].linkId);
        SumUpPortal stranger{client, account, clock};
        changes = ask(stranger.changes(changes.cursor));
        QVERIFY2(changes.linkIds.isEmpty() && !changes.othersUnchanged, "something of ours changed, and nothing says what: nobody is vouched for");
    }

    void fault_41_feedHoldsWhereItCouldNotRead()
    {
        ManualClock clock{Instant{1'790'000'000'000}};
        sim::SumUpPeer peer{clock};
        net::HttpClient client;
        const auto account = tests::sumupAccount(peer.base());
        const auto ask = [](auto future) { return sim::answerOf(future)->value(); };
        ports::Link link;
        QString cursor;
        {
            SumUpPortal portal{client, account, clock};
            link = ask(portal.create(sim::payableOrder()));
            cursor = ask(portal.changes({})).cursor;
        }
        peer.act(u"pay"_s, link.linkId);
        clock.advance(10 * 60'000);
        SumUpPortal portal{client, account, clock};
        QVERIFY(ask(portal.changes(cursor)).linkIds.size() == 1);
        SumUpPortal other{client, account, clock};
        peer.web().misbehave(Mischief::Status, 1, "/v0.1/checkouts", "GET", "503");
        auto changes = ask(other.changes(cursor));
        QVERIFY(changes.linkIds.isEmpty() && !changes.othersUnchanged);
        clock.advance(10 * 60'000);
        changes = ask(other.changes(changes.cursor));
        QCOMPARE(changes.linkIds, QStringList{link.linkId});   // not lost, though ten minutes have passed
    }

    void probes()
    {
        Desk desk;
        const auto probe = desk.wait(desk.portal.probe()).value();
        QCOMPARE(probe.steps.size(), std::size_t{3});
        for (const auto& step : probe.steps) QVERIFY2(step.ok, qPrintable(step.code + step.error.code));
        QCOMPARE(probe.accountName, u"Autohaus Simulation"_s);
        for (const auto& request : desk.peer.web().requests()) QCOMPARE(request.method, "GET"_ba);
        auto account = tests::sumupAccount(desk.peer.base());
        account.apiKey = Secret{u"other"_s};
        SumUpPortal stranger{desk.client, account, desk.clock};
        const auto refused = desk.wait(stranger.probe()).value();
        QVERIFY(refused.steps.size() == 1 && refused.steps[0].code == u"key" && refused.steps[0].error.code == u"portal.auth");
    }
};

QTEST_GUILESS_MAIN(TestSumUpPortal)
#include "tst_sumup_portal.moc"
