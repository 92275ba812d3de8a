// MolliePortal against a simulated Mollie: the contract of every portal, and what happens when the network or the portal misbehaves.
#include "tests/app/adapters/portal/mollie/mollie_kit.h"
#include "tests/sim/portal_desk.h"
#include "tests/sim/portals/mollie_peer.h"
#include <QElapsedTimer>
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::mollie;
using namespace Qt::Literals::StringLiterals;
using sim::Mischief, sim::codeOf;

namespace {

struct Desk : sim::PortalDesk<sim::MolliePeer, MolliePortal> {
    Desk() : PortalDesk{[](const QString& base) { return tests::mollieAccount(base, sim::MollieWorld::key()); }} {}
};

} // namespace

class TestMolliePortal : public QObject {
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
        QVERIFY(desk.wait(desk.portal.probe()).ok());
        int effects = 0;
        for (const auto& request : desk.peer.web().requests()) {
            QVERIFY(request.header("authorization") == "Bearer " + sim::MollieWorld::key().toLatin1());
            QVERIFY(!request.path.contains("key") && !request.query.contains("key"));
            if (request.method == "GET") continue;
            ++effects;
            QVERIFY2(!request.header("idempotency-key").isEmpty(), request.path.constData());
        }
        QCOMPARE(effects, 5);
    }

    void fault_39_lostAnswerIsAskedForAgain()
    {
        Desk desk;
        const auto order = sim::payableOrder();
        desk.peer.web().misbehave(Mischief::AnswerLost, 1, "/v2/payment-links", "POST");
        const auto lost = desk.wait(desk.portal.create(order));
        QVERIFY(!lost.ok() && lost.error().fault == Fault::Timeout);
        const auto found = desk.wait(desk.portal.find(order));
        QVERIFY(found.ok() && found.value());
        const auto again = desk.wait(desk.portal.create(order));
        QVERIFY(again.ok());
        QCOMPARE(again.value().linkId, found.value()->linkId);
        QCOMPARE(desk.peer.with([](auto& w) { return w.links(); }), std::size_t{1});
        const auto posts = desk.sent("POST");
        QCOMPARE(posts.size(), std::size_t{2});
        QCOMPARE(posts[0].body, posts[1].body);
        QCOMPARE(posts[0].header("idempotency-key"), posts[1].header("idempotency-key"));
        QCOMPARE(posts[0].header("idempotency-key"), order.idempotencyKey.toLatin1());
    }

    void findsNothingWhereNothingIs()
    {
        Desk desk;
        desk.peer.with([](auto& w) { w.setPageSize(2); return 0; });
        const auto order = sim::payableOrder();
        QVERIFY(desk.wait(desk.portal.create(order)).ok());
        for (int i = 0; i < 5; ++i) desk.link();
        const auto there = desk.wait(desk.portal.find(order));
        QVERIFY(there.ok() && there.value());   // on the third page
        const auto nothing = desk.wait(desk.portal.find(sim::payableOrder()));
        QVERIFY(nothing.ok() && !nothing.value());
        desk.peer.with([](auto& w) { w.setPageSize(1); return 0; });
        for (int i = 0; i < limits::kMaxPortalPages; ++i) desk.link();
        QCOMPARE(codeOf(desk.wait(desk.portal.find(sim::payableOrder()))), u"portal.list_too_long"_s);
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
        row("500", Mischief::Status, "500", Fault::Timeout, u"portal.server_error"_s);
        row("502", Mischief::Status, "502\nContent-Type: text/html\n\n<html>Bad gateway</html>", Fault::Timeout, u"portal.server_error"_s);
        row("401", Mischief::Status, "401", Fault::Refused, u"portal.auth"_s);
        row("redirect", Mischief::Status, "302\nLocation: https://evil.example/", Fault::Invalid, u"portal.redirect"_s);
        row("html", Mischief::Html, {}, Fault::Invalid, u"portal.unreadable"_s);
        row("no JSON", Mischief::Replace, "{\"id\":NaN}", Fault::Invalid, u"portal.unreadable"_s);
        row("name twice", Mischief::Replace, "{\"id\":\"pl_a\",\"id\":\"pl_b\"}", Fault::Invalid, u"portal.unreadable"_s);
        row("a million deep", Mischief::Replace, QByteArray(1'000'000, '['), Fault::Invalid, u"portal.unreadable"_s);
        row("cut", Mischief::CutBody, {}, Fault::Timeout, u"net.dropped"_s);
        row("cut JSON", Mischief::Replace, "{\"id\":\"pl_a\",", Fault::Invalid, u"portal.unreadable"_s);
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
            QVERIFY(!result.error().detail.contains(sim::MollieWorld::key()));
            if (detail.contains("Retry-After")) QCOMPARE(result.error().retryAfterMs, 60'000);
        };
        desk.peer.web().misbehave(static_cast<Mischief>(mischief), -1, "/v2/", {}, detail);
        expect(desk.wait(desk.portal.fetch(link.linkId)));
        expect(desk.wait(desk.portal.create(sim::payableOrder())));
        expect(desk.wait(desk.portal.cancel(link.linkId)));
        expect(desk.wait(desk.portal.changes({})));
        desk.peer.web().behave();
        QVERIFY(desk.look(link).state == domain::LinkState::Open || desk.look(link).state == domain::LinkState::Cancelled);   // nothing else came of it
    }

    void fault_44_downIsUnreachable()
    {
        Desk desk;
        const auto link = desk.link();
        desk.peer.web().goDown();
        const auto result = desk.wait(desk.portal.fetch(link.linkId));
        QVERIFY(!result.ok() && result.error().fault == Fault::Unreachable);
        desk.peer.web().comeBack();
        QVERIFY(desk.wait(desk.portal.fetch(link.linkId)).ok());
    }

    void fault_18_answersThatLie_data()
    {
        QTest::addColumn<QString>("twist");
        QTest::addColumn<QString>("code");
        QTest::newRow("amount") << u"amount=199.91"_s << u"portal.amount"_s;
        QTest::newRow("currency") << u"currency=USD"_s << u"portal.amount"_s;
        QTest::newRow("mode") << u"mode=live"_s << u"portal.key_mode"_s;
        QTest::newRow("host") << u"host=https://evil.example"_s << u"portal.link_host"_s;
        QTest::newRow("plain http") << u"host=http://paymentlink.mollie.com"_s << u"portal.unsafe_link"_s;
    }
    void fault_18_answersThatLie()
    {
        QFETCH(QString, twist);
        QFETCH(QString, code);
        Desk desk;
        desk.peer.act(u"twist"_s, {}, twist);
        QCOMPARE(codeOf(desk.wait(desk.portal.create(sim::payableOrder()))), code);
        const auto patches = desk.sent("PATCH");
        QCOMPARE(patches.size(), std::size_t{code == u"portal.key_mode" ? 0U : 1U});   // what was not asked for does not stay payable
        if (!patches.empty()) QVERIFY(patches[0].body.contains("\"archived\":true"));
    }

    void modes()
    {
        Desk desk;
        const auto link = desk.link();
        desk.peer.act(u"pay"_s, link.linkId);
        desk.peer.act(u"twist"_s, {}, u"mode=live"_s);
        QCOMPARE(codeOf(desk.wait(desk.portal.fetch(link.linkId))), u"portal.key_mode"_s);
        QCOMPARE(codeOf(desk.wait(desk.portal.changes({}))), u"portal.key_mode"_s);
        auto account = tests::mollieAccount(desk.peer.base(), sim::MollieWorld::key());
        account.test = false;
        desk.peer.web().forget();
        MolliePortal live{desk.client, account, desk.clock};
        QCOMPARE(codeOf(desk.wait(live.create(sim::payableOrder()))), u"portal.key_mode"_s);
        QCOMPARE(codeOf(desk.wait(live.fetch(link.linkId))), u"portal.key_mode"_s);
        const auto probe = desk.wait(live.probe());
        QVERIFY(probe.ok() && probe.value().steps.size() == 1 && !probe.value().steps[0].ok);
        auto order = sim::payableOrder();
        order.mode = domain::PortalMode::Live;
        QCOMPARE(codeOf(desk.wait(desk.portal.create(order))), u"portal.key_mode"_s);
        QVERIFY(desk.peer.web().requests().empty());   // a key of the other kind never leaves the house
    }

    void strangeWords()
    {
        Desk desk;
        const auto link = desk.link();
        desk.peer.act(u"odd"_s, link.linkId, u"reviewing"_s);
        QVERIFY(desk.look(link).state == domain::LinkState::Unknown);
        QVERIFY(desk.wait(desk.portal.cancel(link.linkId)).value() == ports::CancelOutcome::InFlight);
        const auto other = desk.link();
        desk.peer.act(u"pay"_s, other.linkId, u"wero2"_s);
        QCOMPARE(desk.look(other).movements.at(0).method, u"wero2"_s);
        const auto third = desk.link();
        desk.peer.act(u"unpaid"_s, third.linkId);
        QVERIFY(desk.look(third).state == domain::LinkState::Unknown && desk.look(third).movements.empty());
    }

    void moneyIsAFactWhateverTheLinkSays()
    {
        Desk desk;
        const auto late = desk.link();
        desk.peer.act(u"start"_s, late.linkId);
        QVERIFY(desk.wait(desk.portal.cancel(late.linkId)).value() == ports::CancelOutcome::InFlight);
        desk.peer.act(u"pay"_s, late.linkId);
        QVERIFY(desk.look(late).state == domain::LinkState::Paid && desk.look(late).movements.size() == 1);
        const auto twice = desk.link();
        desk.peer.act(u"pay"_s, twice.linkId);
        desk.peer.act(u"second"_s, twice.linkId);
        const auto both = desk.look(twice).movements;
        QVERIFY(both.size() == 2 && both[0].id != both[1].id);
        desk.peer.act(u"twist"_s, {}, u"payment_amount=150.00"_s);
        QVERIFY(desk.look(late).movements.at(0).amount == domain::Money::cents(15000) && desk.look(late).amount == domain::Money::cents(19990));
        const auto tried = desk.link();
        desk.peer.act(u"start"_s, tried.linkId);
        QVERIFY(desk.look(tried).state == domain::LinkState::InFlight);
        desk.peer.act(u"abandon"_s, tried.linkId);
        QVERIFY(desk.look(tried).state == domain::LinkState::Open && desk.look(tried).opened);
    }

    void refundsAndChargebacks()
    {
        Desk desk;
        const auto link = desk.link(1000);
        desk.peer.act(u"pay"_s, link.linkId);
        const auto payment = desk.look(link).movements.at(0);
        const ports::RefundOrder order{u"refund-1"_s, link.linkId, payment.id, domain::Money::cents(300), payment.amount, u"Rechnung R-1"_s};
        desk.peer.web().misbehave(Mischief::AnswerLost, 1, "/v2/payments", "POST");
        QVERIFY(desk.wait(desk.portal.refund(order)).error().fault == Fault::Timeout);
        const auto again = desk.wait(desk.portal.refund(order));
        QVERIFY(again.ok() && again.value().stage == domain::PortalMovement::Stage::Pending);
        QCOMPARE(desk.peer.with([](auto& w) { return w.refunds(); }), std::size_t{1});
        auto second = order;
        second.idempotencyKey = u"refund-2"_s;
        QVERIFY(desk.wait(desk.portal.refund(second)).ok());   // the same amount again, meant as another one
        QCOMPARE(desk.peer.with([](auto& w) { return w.refunds(); }), std::size_t{2});
        second.idempotencyKey = u"refund-3"_s;
        second.amount = domain::Money::cents(401);
        QCOMPARE(codeOf(desk.wait(desk.portal.refund(second))), u"portal.refused"_s);
        second.paymentId = u"../x"_s;
        QCOMPARE(codeOf(desk.wait(desk.portal.refund(second))), u"portal.order_invalid"_s);
        desk.peer.act(u"settle"_s, link.linkId);
        const auto after = desk.wait(desk.portal.refund(order));
        QVERIFY(after.ok() && after.value().refundId == again.value().refundId && after.value().stage == domain::PortalMovement::Stage::Final);
        desk.peer.act(u"chargeback"_s, link.linkId);
        desk.peer.act(u"reverse"_s, link.linkId);
        const auto all = desk.look(link);
        QCOMPARE(all.movements.size(), std::size_t{5});
        QVERIFY(all.state == domain::LinkState::Paid && all.movements[4].kind == domain::PortalMovement::Kind::ChargebackReversed);
    }

    void changesTellOfMoneyThatWentBack()
    {
        ManualClock clock{Instant{1'790'000'000'000}};
        sim::MolliePeer peer{clock};
        net::HttpClient client;
        const auto account = tests::mollieAccount(peer.base(), sim::MollieWorld::key());
        const auto ask = [](auto future) { return sim::answerOf(future)->value(); };
        ports::Link link;
        QString cursor;
        {
            MolliePortal portal{client, account, clock};
            link = ask(portal.create(sim::payableOrder()));
            peer.act(u"pay"_s, link.linkId);
            cursor = ask(portal.changes({})).cursor;
        }
        peer.act(u"refund"_s, link.linkId, u"500"_s);
        MolliePortal portal{client, account, clock};   // another day: nothing is remembered but the cursor
        auto changes = ask(portal.changes(cursor));
        QVERIFY(!changes.linkIds.contains(link.linkId) && changes.unchanged.contains(link.linkId));   // not looked at yet
        clock.advance(MolliePortal::kMoneyLookMs);
        changes = ask(portal.changes(changes.cursor));
        QVERIFY(changes.linkIds.contains(link.linkId) && !changes.unchanged.contains(link.linkId));
        clock.advance(MolliePortal::kMoneyLookMs);
        changes = ask(portal.changes(changes.cursor));
        QVERIFY(!changes.linkIds.contains(link.linkId));
        for (const auto& action : {u"settle"_s, u"chargeback"_s, u"reverse"_s}) {
            QVERIFY(peer.act(action, link.linkId));
            clock.advance(MolliePortal::kMoneyLookMs);
            changes = ask(portal.changes(changes.cursor));
            QVERIFY2(changes.linkIds.contains(link.linkId), qPrintable(action));
        }
    }

    void changesTakeOneRequest()
    {
        Desk desk;
        for (int i = 0; i < 30; ++i) desk.link();
        desk.peer.web().forget();
        const auto first = desk.wait(desk.portal.changes({}));
        QVERIFY(first.ok() && first.value().linkIds.size() == 30);
        QVERIFY(first.value().requests > 1);   // the first time also for money that went back
        QCOMPARE(static_cast<std::size_t>(first.value().requests), desk.peer.web().requests().size());
        desk.peer.web().forget();
        const auto second = desk.wait(desk.portal.changes(first.value().cursor));
        QCOMPARE(desk.peer.web().requests().size(), std::size_t{1});
        QCOMPARE(second.value().requests, 1);
        QVERIFY(second.value().linkIds.isEmpty() && !second.value().othersUnchanged);
        QCOMPARE(second.value().unchanged.size(), 30);
        const auto nonsense = desk.wait(desk.portal.changes(u"nonsense"_s));
        QVERIFY(nonsense.ok() && nonsense.value().linkIds.size() == 30);
    }

    void fault_41_listsOfManyPages()
    {
        Desk desk;
        desk.peer.with([](auto& w) { w.setPageSize(2); return 0; });
        const auto link = desk.link(1000);
        for (int i = 0; i < 5; ++i) {
            desk.peer.act(u"start"_s, link.linkId);
            desk.peer.act(u"fail"_s, link.linkId);
        }
        desk.peer.act(u"pay"_s, link.linkId);
        for (int i = 0; i < 7; ++i) desk.peer.act(u"refund"_s, link.linkId, u"1"_s);
        QCOMPARE(desk.look(link).movements.size(), std::size_t{8});
        desk.peer.with([](auto& w) { w.setPageSize(0); return 0; });
        for (int i = 0; i < limits::kMaxPortalMovements; ++i) desk.peer.act(u"refund"_s, link.linkId, u"1"_s);
        QCOMPARE(codeOf(desk.wait(desk.portal.fetch(link.linkId))), u"portal.unreadable"_s);   // not a part of it for the whole
    }

    void probes()
    {
        Desk desk;
        const auto probe = desk.wait(desk.portal.probe()).value();
        QStringList steps;
        for (const auto& step : probe.steps) {
            QVERIFY2(step.ok, qPrintable(step.code + u' ' + step.error.code));
            steps << step.code;
        }
        QCOMPARE(steps, (QStringList{u"key"_s, u"account"_s, u"create"_s, u"read"_s, u"cancel"_s}));
        QCOMPARE(probe.accountName, u"Autohaus Simulation"_s);
        MolliePortal stranger{desk.client, tests::mollieAccount(desk.peer.base(), u"test_other"_s), desk.clock};
        const auto refused = desk.wait(stranger.probe()).value();
        QVERIFY(refused.steps.size() == 2 && refused.steps[0].ok && !refused.steps[1].ok && refused.steps[1].error.code == u"portal.auth");
    }

    void endsAtOnceWhileAskingIsUnderWay()
    {
        Desk desk;
        desk.peer.web().misbehave(Mischief::Silent, -1);
        QFuture<Result<domain::PortalSnapshot>> open, waiting;
        QElapsedTimer timer;
        {
            MolliePortal portal{desk.client, tests::mollieAccount(desk.peer.base(), sim::MollieWorld::key()), desk.clock};
            for (int i = 0; i < 10; ++i) waiting = portal.fetch(u"pl_1"_s);
            open = portal.fetch(u"pl_1"_s);
            QTest::qWait(100);
            timer.start();
        }
        QVERIFY(timer.elapsed() < 2'000);
        QVERIFY(waiting.isFinished() && open.isFinished());
    }
};

QTEST_GUILESS_MAIN(TestMolliePortal)
#include "tst_mollie_portal.moc"
