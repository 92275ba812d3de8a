// StripePortal against the simulated Stripe: the port's contract, every owner's and bank's action, and a network that misbehaves.
#include "tests/app/adapters/portal/stripe/stripe_rig.h"

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using domain::LinkState;
using sim::Mischief;
using Kind = domain::PortalMovement::Kind;
using Stage = domain::PortalMovement::Stage;

namespace {

const QByteArray kLinks = "/v1/payment_links";

QString stageText(Stage stage)
{
    return stage == Stage::Final ? u"final"_s : stage == Stage::Pending ? u"pending"_s : u"failed"_s;
}

QStringList movementsOf(const domain::PortalSnapshot& snapshot)
{
    QStringList out;
    for (const auto& m : snapshot.movements) {
        const QString kind = m.kind == Kind::Payment ? u"payment"_s : m.kind == Kind::Refund ? u"refund"_s : m.kind == Kind::Chargeback ? u"chargeback"_s : u"reversed"_s;
        out << kind + u' ' + QString::number(m.amount.inCents()) + u' ' + stageText(m.stage);
    }
    return out;
}

} // namespace

class TestStripePortal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contract()
    {
        StripeRig rig;
        sim::PortalRig contract{rig.portal, [] { return StripeRig::order(); }, [&](const ports::Link& link) { rig.peer.act(u"pay"_s, link.linkId); },
                                [&](const ports::Link& link) { rig.peer.act(u"delayed"_s, link.linkId, u"sepa_debit"_s); }};
        sim::checkPortalContract(contract);
    }

    void contractOnSmallPagesWithoutExpansion()
    {
        StripeRig rig;
        rig.peer.with([](auto& world) { world.setPageSize(2); return 0; });
        QVERIFY(rig.peer.act(u"twist"_s, {}, u"ids=only"_s));
        sim::PortalRig contract{rig.portal, [] { return StripeRig::order(); }, [&](const ports::Link& link) { rig.peer.act(u"pay"_s, link.linkId); },
                                [&](const ports::Link& link) { rig.peer.act(u"delayed"_s, link.linkId, u"sepa_debit"_s); }};
        sim::checkPortalContract(contract);
    }

    void fault_39_everyPostCarriesAKeyAndARetryIsTheSame()
    {
        StripeRig rig;
        const auto order = StripeRig::order();
        rig.peer.web().misbehave(Mischief::AnswerLost, 1, kLinks, "POST");
        QVERIFY(!rig.take(rig.portal.create(order)));
        QVERIFY(rig.error.fault == Fault::Timeout);
        const auto link = rig.take(rig.portal.create(order));
        QVERIFY(link);
        QCOMPARE(rig.peer.with([](auto& world) { return world.links(); }), std::size_t{1});
        QVERIFY(rig.take(rig.portal.cancel(link->linkId)));
        std::vector<sim::WebRequest> posts;
        for (const auto& request : rig.peer.web().requests())
            if (request.method == "POST") posts.push_back(request);
        QVERIFY(posts.size() >= 3);
        QCOMPARE(posts[0].body, posts[1].body);
        QCOMPARE(posts[0].header("idempotency-key"), order.idempotencyKey.toLatin1());
        QCOMPARE(posts[1].header("idempotency-key"), order.idempotencyKey.toLatin1());
        for (const auto& post : posts) QVERIFY(!post.header("idempotency-key").isEmpty() && !post.header("stripe-version").isEmpty());
    }

    void whatTheOwnerSees()
    {
        StripeRig rig;
        const auto made = rig.make(29);
        const auto link = rig.peer.with([&](auto& world) { return *world.link(made.linkId); });
        QCOMPARE(link.product, u"Rechnung 4711 \u00b7 M-AB 123"_s);
        QVERIFY(link.limit == 1 && link.cents == 29 && link.currency == u"eur" && !link.inactiveMessage.isEmpty());
    }

    void anOpenPageIsNoPayment()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(!rig.look(link.linkId).opened);
        QVERIFY(rig.peer.act(u"open"_s, link.linkId));
        auto seen = rig.look(link.linkId);
        QVERIFY(seen.state == LinkState::Open && seen.opened && seen.movements.empty());
        QVERIFY(rig.peer.act(u"action"_s, link.linkId, u"wero"_s));
        QVERIFY(rig.look(link.linkId).state == LinkState::InFlight);
        QVERIFY(rig.peer.act(u"fail"_s, link.linkId));
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId, u"card/apple_pay"_s));
        seen = rig.look(link.linkId);
        QVERIFY(seen.state == LinkState::Paid && seen.movements.size() == 1 && seen.movements[0].method == u"apple_pay");
    }

    void aDelayedMethodArrivesOrNot()
    {
        StripeRig rig;
        const auto good = rig.make(), bad = rig.make();
        for (const auto& link : {good, bad}) QVERIFY(rig.peer.act(u"delayed"_s, link.linkId, u"sepa_debit"_s));
        QVERIFY(rig.look(good.linkId).state == LinkState::InFlight && rig.look(bad.linkId).movements.empty());
        QVERIFY(rig.peer.act(u"arrive"_s, good.linkId) && rig.peer.act(u"bounce"_s, bad.linkId));
        const auto paid = rig.look(good.linkId);
        QVERIFY(paid.state == LinkState::Paid && paid.movements[0].method == u"sepa_debit");
        QVERIFY(rig.look(bad.linkId).state == LinkState::Expired && rig.look(bad.linkId).movements.empty());
    }

    void cancelExpiresThePagesThatAreOpen()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"open"_s, link.linkId) && rig.peer.act(u"action"_s, link.linkId));
        QVERIFY(rig.peer.act(u"slip"_s, {}, u"1"_s));
        QVERIFY(rig.take(rig.portal.cancel(link.linkId)) == ports::CancelOutcome::Cancelled);
        QCOMPARE(rig.peer.with([](auto& world) { return world.openSessions(); }), std::size_t{0});
        QVERIFY(!rig.peer.act(u"late"_s, link.linkId));
        QVERIFY(rig.look(link.linkId).state == LinkState::Cancelled);
    }

    void cancelDoesNotClaimWhatItCannotReach()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"open"_s, link.linkId) && rig.peer.act(u"slip"_s, {}, u"50"_s));   // a new visit for each that is expired
        QVERIFY(!rig.take(rig.portal.cancel(link.linkId)));
        QCOMPARE(rig.error.code, u"portal.not_closed"_s);
    }

    void aPaymentWhileCancellingIsSeen()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"open"_s, link.linkId) && rig.peer.act(u"late"_s, link.linkId));
        QVERIFY(rig.take(rig.portal.cancel(link.linkId)) == ports::CancelOutcome::AlreadyPaid);
    }

    void moneyAfterTheCancelIsTold()
    {
        StripeRig rig;
        const auto link = rig.make();
        const auto before = rig.take(rig.portal.changes({}));
        QVERIFY(rig.take(rig.portal.cancel(link.linkId)) == ports::CancelOutcome::Cancelled);
        QVERIFY(rig.peer.act(u"second"_s, link.linkId));
        const auto late = rig.look(link.linkId);
        QVERIFY(late.state == LinkState::Paid);
        QCOMPARE(movementsOf(late), QStringList{u"payment 19990 final"_s});
        QVERIFY(before && rig.take(rig.portal.changes(before->cursor))->linkIds.contains(link.linkId));
    }

    void aSecondPaymentIsASecondMovement()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId) && rig.peer.act(u"second"_s, link.linkId, u"wero"_s));
        const auto twice = rig.look(link.linkId);
        QCOMPARE(movementsOf(twice), (QStringList{u"payment 19990 final"_s, u"payment 19990 final"_s}));
        QVERIFY(twice.movements[0].id != twice.movements[1].id);
    }

    void whatWasPaidIsWhatIsTold()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"overpay"_s, link.linkId, u"25000"_s));
        QCOMPARE(movementsOf(rig.look(link.linkId)), QStringList{u"payment 25000 final"_s});
        QCOMPARE(rig.look(link.linkId).amount.inCents(), 19990);
    }

    void refundsOfOursAndOfOthers()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId));
        const auto paid = rig.look(link.linkId);
        const ports::RefundOrder back{u"refund-1"_s, link.linkId, paid.movements[0].id, domain::Money::cents(990), paid.movements[0].amount, u"Rechnung 4711"_s};
        const auto first = rig.take(rig.portal.refund(back)), again = rig.take(rig.portal.refund(back));
        QVERIFY(first && again && first->stage == Stage::Pending);
        QCOMPARE(first->refundId, again->refundId);
        QCOMPARE(rig.peer.with([](auto& world) { return world.refunds(); }), std::size_t{1});
        QCOMPARE(movementsOf(rig.look(link.linkId)).value(1), u"refund 990 pending"_s);
        QVERIFY(rig.peer.act(u"refundbecomes"_s, link.linkId, u"succeeded"_s));
        QCOMPARE(movementsOf(rig.look(link.linkId)).value(1), u"refund 990 final"_s);
        QVERIFY(rig.peer.act(u"refundbecomes"_s, link.linkId, u"failed"_s));        // the bank sent it back
        QCOMPARE(movementsOf(rig.look(link.linkId)).value(1), u"refund 990 failed"_s);
        QVERIFY(rig.peer.act(u"refund"_s, link.linkId, u"19000"_s));                // by a clerk at the portal
        const auto both = rig.look(link.linkId);
        QCOMPARE(movementsOf(both), (QStringList{u"payment 19990 final"_s, u"refund 990 failed"_s, u"refund 19000 final"_s}));
        QVERIFY(both.state == LinkState::Paid);
        auto more = back;
        more.idempotencyKey = u"refund-2"_s;
        more.amount = domain::Money::cents(1'000);
        QVERIFY(!rig.take(rig.portal.refund(more)));
        QVERIFY(rig.error.fault == Fault::Refused);
        more.idempotencyKey = u"refund-1"_s;
        QVERIFY(!rig.take(rig.portal.refund(more)));
        QCOMPARE(rig.error.code, u"portal.key_reused"_s);
    }

    void disputesMoveMoneyBothWays()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId) && rig.peer.act(u"inquiry"_s, link.linkId));
        QCOMPARE(movementsOf(rig.look(link.linkId)).size(), 1);
        QVERIFY(rig.peer.act(u"dispute"_s, link.linkId));
        QCOMPARE(movementsOf(rig.look(link.linkId)).value(1), u"chargeback 19990 final"_s);
        QVERIFY(rig.peer.act(u"win"_s, link.linkId));
        QCOMPARE(movementsOf(rig.look(link.linkId)).value(2), u"reversed 19990 pending"_s);
        QVERIFY(rig.peer.act(u"reinstate"_s, link.linkId));
        QCOMPARE(movementsOf(rig.look(link.linkId)).value(2), u"reversed 19990 final"_s);
    }

    void unknownWordsAreUnknown()
    {
        StripeRig rig;
        const auto session = rig.make(), payment = rig.make();
        QVERIFY(rig.peer.act(u"odd"_s, session.linkId, u"melted"_s) && rig.peer.act(u"oddpayment"_s, payment.linkId, u"teleporting"_s));
        QVERIFY(rig.look(session.linkId).state == LinkState::Unknown && rig.look(payment.linkId).state == LinkState::Unknown);
        QVERIFY(rig.peer.act(u"pay"_s, rig.make().linkId, u"wero2"_s));
    }

    void liesAtCreationAreClosed_data()
    {
        QTest::addColumn<QString>("twist");
        QTest::addColumn<QString>("code");
        QTest::newRow("amount") << u"amount=19991"_s << u"portal.amount"_s;
        QTest::newRow("currency") << u"currency=usd"_s << u"portal.amount"_s;
        QTest::newRow("mode") << u"mode=live"_s << u"portal.key_mode"_s;
        QTest::newRow("host") << u"host=https://evil.example"_s << u"portal.link_host"_s;
        QTest::newRow("not safe") << u"host=http://buy.stripe.com"_s << u"portal.unsafe_link"_s;
    }

    void liesAtCreationAreClosed()
    {
        QFETCH(QString, twist);
        QFETCH(QString, code);
        StripeRig rig;
        const auto link = rig.make();
        rig.peer.act(u"twist"_s, {}, twist);
        const auto order = StripeRig::order();
        QVERIFY(!rig.take(rig.portal.create(order)));
        QCOMPARE(rig.error.code, code);
        QVERIFY(!rig.take(rig.portal.find(order)));
        if (code == u"portal.key_mode") {
            QVERIFY(!rig.take(rig.portal.fetch(link.linkId)));
            QCOMPARE(rig.error.code, code);
            return;
        }
        rig.peer.act(u"twist"_s, {}, twist.section(u'=', 0, 0));
        const auto open = rig.take(rig.portal.changes({}));
        QVERIFY(open);
        QCOMPARE(open->linkIds, QStringList{link.linkId});   // what was made is closed again
    }

    void findByReference()
    {
        StripeRig rig;
        rig.peer.with([](auto& world) { world.setPageSize(2); return 0; });
        const auto order = StripeRig::order();
        rig.peer.web().misbehave(Mischief::AnswerLost, 1, kLinks, "POST");
        QVERIFY(!rig.take(rig.portal.create(order)));
        for (int i = 0; i < 5; ++i) rig.make();
        const auto found = rig.take(rig.portal.find(order));
        QVERIFY(found && *found && (*found)->amount == order.amount);
        QVERIFY(rig.look((*found)->linkId).state == LinkState::Open);
        const auto none = rig.take(rig.portal.find(StripeRig::order()));
        QVERIFY(none && !*none);
        rig.peer.with([](auto& world) { world.setPageSize(1); return 0; });
        for (int i = 0; i < limits::kMaxPortalPages; ++i) rig.make();
        QVERIFY(!rig.take(rig.portal.find(StripeRig::order())));
        QCOMPARE(rig.error.code, u"portal.list_too_long"_s);   // not seen is not the same as not there
    }

    void theKeyHasToFit()
    {
        const std::vector<std::pair<QString, bool>> wrong{{u"sk_live_x"_s, true}, {u"sk_test_x"_s, false}, {u"pk_test_x"_s, true}, {QString{}, true}};
        for (const auto& [key, test] : wrong) {
            StripeRig rig{key, test};
            auto order = StripeRig::order();
            order.mode = test ? domain::PortalMode::Test : domain::PortalMode::Live;
            QVERIFY(!rig.take(rig.portal.create(order)));
            QCOMPARE(rig.error.code, u"portal.key_mode"_s);
            QCOMPARE(rig.peer.web().requests().size(), std::size_t{0});
        }
        StripeRig other{u"sk_test_another"_s};
        QVERIFY(!other.take(other.portal.create(StripeRig::order())));
        QCOMPARE(other.error.code, u"portal.auth"_s);
        StripeRig plain{sim::StripeWorld::key(), true, u"http://api.stripe.com"_s};
        QVERIFY(!plain.take(plain.portal.create(StripeRig::order())));
        QCOMPARE(plain.error.code, u"portal.base_url"_s);
    }

    void probes()
    {
        StripeRig rig;
        const auto probe = rig.take(rig.portal.probe());
        QVERIFY(probe);
        QStringList steps;
        for (const auto& step : probe->steps) steps << step.code + (step.ok ? u" ok"_s : u' ' + step.error.code);
        QCOMPARE(steps, (QStringList{u"key ok"_s, u"account ok"_s, u"create ok"_s, u"read ok"_s, u"cancel ok"_s}));
        StripeRig other{u"rk_test_another"_s};
        const auto failed = other.take(other.portal.probe());
        QVERIFY(failed && failed->steps.size() == 1 && failed->steps[0].error.code == u"portal.auth");
        rig.peer.web().goDown();
        QVERIFY(!rig.take(rig.portal.probe()));
        QVERIFY(rig.error.fault == Fault::Unreachable || rig.error.fault == Fault::Timeout);   // the latter where a kept connection ends under the question
    }

    void fault_36_37_38_theNetworkMisbehaves_data()
    {
        QTest::addColumn<Mischief>("what");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("waitMs");
        QTest::newRow("429") << Mischief::Status << QByteArray{"429\nRetry-After: 7"} << Fault::Unreachable << 7'000;
        QTest::newRow("429 for ever") << Mischief::Status << QByteArray{"429\nRetry-After: 1000000000"} << Fault::Unreachable << limits::kMaxRetryAfterMs;
        QTest::newRow("500") << Mischief::Status << QByteArray{"500"} << Fault::Timeout << 0;
        QTest::newRow("502") << Mischief::Status << QByteArray{"502\n\n<html>"} << Fault::Timeout << 0;
        QTest::newRow("503") << Mischief::Status << QByteArray{"503\nRetry-After: nonsense"} << Fault::Unreachable << 0;
        QTest::newRow("409") << Mischief::Status << QByteArray{"409\n\n{\"error\":{\"type\":\"idempotency_error\"}}"} << Fault::Conflict << 0;
        QTest::newRow("moved") << Mischief::Status << QByteArray{"302\nLocation: https://evil.example"} << Fault::Invalid << 0;
        QTest::newRow("html") << Mischief::Html << QByteArray{} << Fault::Invalid << 0;
        QTest::newRow("cut") << Mischief::CutBody << QByteArray{} << Fault::Timeout << 0;
        QTest::newRow("lost") << Mischief::AnswerLost << QByteArray{} << Fault::Timeout << 0;
        QTest::newRow("endless") << Mischief::Endless << QByteArray{} << Fault::Timeout << 0;
        QTest::newRow("bomb") << Mischief::GzipBomb << QByteArray{} << Fault::Timeout << 0;
        QTest::newRow("NaN") << Mischief::Replace << QByteArray{"{\"id\":NaN}"} << Fault::Invalid << 0;
        QTest::newRow("another kind") << Mischief::Replace << QByteArray{"{\"object\":\"list\",\"data\":[],\"has_more\":false}"} << Fault::Invalid << 0;
        QTest::newRow("deep") << Mischief::Replace << QByteArray{100'000, '['} << Fault::Invalid << 0;
    }

    void fault_36_37_38_theNetworkMisbehaves()
    {
        QFETCH(Mischief, what);
        QFETCH(QByteArray, detail);
        QFETCH(Fault, fault);
        QFETCH(int, waitMs);
        StripeRig rig;
        const auto order = StripeRig::order();
        rig.peer.web().misbehave(what, 1, kLinks, "POST", detail);
        QVERIFY(!rig.take(rig.portal.create(order)));
        QVERIFY2(rig.error.fault == fault, qPrintable(rig.error.code));
        QCOMPARE(rig.error.retryAfterMs, waitMs);
        QVERIFY(!rig.error.detail.contains(sim::StripeWorld::key()));
        const auto link = rig.take(rig.portal.create(order));   // the same again: one link, whatever had happened
        QVERIFY(link);
        QCOMPARE(rig.peer.with([](auto& world) { return world.links(); }), std::size_t{1});
    }

    void fault_40_aKeyUsedForSomethingElseAndOneStillUnderWay()
    {
        StripeRig rig;
        const auto order = StripeRig::order();
        rig.peer.web().misbehave(Mischief::Status, 1, kLinks, "POST", "409\n\n{\"error\":{\"type\":\"idempotency_error\",\"message\":\"in use\"}}");
        QVERIFY(!rig.take(rig.portal.create(order)));
        QVERIFY(rig.error.fault == Fault::Conflict);
        QCOMPARE(rig.error.code, u"portal.in_flight"_s);         // wait, then ask again with the same
        QVERIFY(rig.take(rig.portal.create(order)));
        auto other = order;
        other.amount = domain::Money::cents(100);
        QVERIFY(!rig.take(rig.portal.create(other)));
        QVERIFY(rig.error.fault == Fault::Conflict);
        QCOMPARE(rig.error.code, u"portal.key_reused"_s);        // never again, and nothing was made
        QCOMPARE(rig.peer.with([](auto& world) { return world.links(); }), std::size_t{1});
    }

    void fault_38_aPartOfTheReadingThatFailsIsNoSnapshot_data()
    {
        QTest::addColumn<QByteArray>("path");
        for (const char* path : {"/v1/payment_links", "/v1/checkout/sessions", "/v1/payment_intents", "/v1/refunds", "/v1/disputes"}) QTest::newRow(path) << QByteArray{path};
    }

    void fault_38_aPartOfTheReadingThatFailsIsNoSnapshot()
    {
        QFETCH(QByteArray, path);
        StripeRig rig;
        QVERIFY(rig.peer.act(u"twist"_s, {}, u"ids=only"_s));
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId));
        rig.peer.web().misbehave(Mischief::Status, 1, path, "GET", "500");
        QVERIFY(!rig.take(rig.portal.fetch(link.linkId)));
        QVERIFY(rig.error.fault == Fault::Timeout);
        QVERIFY(rig.look(link.linkId).state == LinkState::Paid);
    }
};

QTEST_GUILESS_MAIN(TestStripePortal)
#include "tst_stripe_portal.moc"
