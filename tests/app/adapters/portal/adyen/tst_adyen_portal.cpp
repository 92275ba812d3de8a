// AdyenPortal against the simulated Adyen: the port's contract, what the desk may offer and what not, and a network that misbehaves.
#include "app/core/async.h"
#include "tests/app/adapters/portal/adyen/adyen_rig.h"
#include <QMessageAuthenticationCode>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using domain::LinkState;
using sim::Mischief;

namespace {

constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
const QByteArray kLinks = "/paymentLinks";

// As the vendor seals it: for a payment of a link, or of one the notice does not name.
ports::RawNotice sealedNotice(const QString& event, const QString& payment, const QString& reference, const QString& link, const QString& account)
{
    const QByteArray text = QStringList{payment, {}, account, reference, u"19990"_s, u"EUR"_s, event, u"true"_s}.join(u':').toUtf8();
    const QByteArray seal = QMessageAuthenticationCode::hash(text, QByteArray::fromHex(AdyenRig::noticeKey().toLatin1()), QCryptographicHash::Sha256).toBase64();
    const QByteArray item = "{\"eventCode\":\"" + event.toUtf8() + "\",\"success\":\"true\",\"merchantAccountCode\":\"" + account.toUtf8() + "\",\"pspReference\":\"" + payment.toUtf8()
                            + "\",\"merchantReference\":\"" + reference.toUtf8() + "\",\"amount\":{\"value\":19990,\"currency\":\"EUR\"},\"additionalData\":{\"hmacSignature\":\"" + seal + '"'
                            + (link.isEmpty() ? QByteArray{} : ",\"paymentLinkId\":\"" + link.toUtf8() + '"') + "}}";
    return {{}, R"({"live":"false","notificationItems":[{"NotificationRequestItem":)" + item + "}]}", Instant{1}};
}

// What the store keeps of notices, for two portals of two processes.
class Notebook final : public ports::PortalMemory {
public:
    QHash<QString, QString> names;
    bool closed = false;
    QFuture<Result<QString>> place(QString) override { return readyNow<Result<QString>>(QString{}); }
    QFuture<Result<Ok>> keepPlace(QString, QString, Instant) override { return readyNow<Result<Ok>>(Ok{}); }
    QFuture<Result<int>> keepNotice(QString, QStringList, QStringList, QByteArray, std::vector<ports::PaymentName> more, Instant) override
    {
        for (const auto& name : more) names.insert(name.of, name.name);
        return readyNow<Result<int>>(1);
    }
    QFuture<Result<QString>> paymentName(QString portal, QString of) override
    {
        if (closed) return readyNow<Result<QString>>(Error{Fault::Unreachable, u"store.unreachable"_s, {}});
        return readyNow<Result<QString>>(portal == u"adyen" ? names.value(of) : QString{});
    }
    QFuture<Result<std::vector<ports::KeptNotice>>> noticesAfter(qint64) override { return readyNow<Result<std::vector<ports::KeptNotice>>>(std::vector<ports::KeptNotice>{}); }
    QFuture<Result<qint64>> lastNotice() override { return readyNow<Result<qint64>>(qint64{0}); }
    void onForeignNotice(std::function<void()>) override {}
};

} // namespace

class TestAdyenPortal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void contract()
    {
        AdyenRig rig;
        sim::PortalRig contract{rig.portal, [&] { return rig.order(); }, [&](const ports::Link& link) { rig.peer.act(u"pay"_s, link.linkId); },
                                [&](const ports::Link& link) { rig.peer.act(u"delayed"_s, link.linkId); }};
        sim::checkPortalContract(contract);
    }

    void saysWhatItCannot()
    {
        AdyenRig rig;
        const auto can = rig.portal.capabilities();
        QVERIFY(can.cancelsOpenLink && can.expires && !can.changeFeed && !can.refunds && !can.partialRefunds && !can.refundsByFetch && !can.ownReference);
        QVERIFY(can.notes.contains(u"needs_public_address"_s) && can.notes.contains(u"link_id_opens_page"_s));
        QVERIFY(!rig.take(rig.portal.find(rig.order())));
        QCOMPARE(rig.error.code, u"portal.find_unavailable"_s);
        const auto none = rig.take(rig.portal.changes(u"x"_s));
        QVERIFY(none && none->linkIds.isEmpty() && !none->othersUnchanged && none->cursor == u"x");
        QCOMPARE(rig.portal.noticeAnswer(), QByteArray{"[accepted]"});
    }

    void fault_39_everyPostCarriesAKeyAndARetryIsTheSame()
    {
        AdyenRig rig;
        const auto order = rig.order();
        rig.peer.web().misbehave(Mischief::AnswerLost, 1, kLinks, "POST");
        QVERIFY(!rig.take(rig.portal.create(order)));
        QVERIFY(rig.error.fault == Fault::Timeout);
        rig.clock.advance(5'000);
        QVERIFY(rig.take(rig.portal.create(order)));
        QCOMPARE(rig.peer.with([](auto& world) { return world.links(); }), std::size_t{1});
        const auto asked = rig.peer.web().requests();
        QCOMPARE(asked.size(), std::size_t{2});
        QCOMPARE(asked[0].body, asked[1].body);
        QCOMPARE(asked[0].header("idempotency-key"), order.idempotencyKey.toLatin1());
        QCOMPARE(asked[1].header("idempotency-key"), order.idempotencyKey.toLatin1());
    }

    void whatTheOwnerSees()
    {
        AdyenRig rig;
        const auto link = rig.make(29);
        const auto asked = rig.peer.with([&](auto& world) { return world.askedFor(link.linkId); });
        QCOMPARE(asked[u"description"_s].toString(), u"Rechnung 4711 \u00b7 M-AB 123"_s);
        QVERIFY(asked[u"reusable"_s] == false && asked[u"amount"_s][u"value"_s].toInteger() == 29);
        QCOMPARE(link.expiresAt, rig.order().expiresAt);
    }

    void linksEnd()
    {
        AdyenRig rig;
        const auto natural = rig.make(), closed = rig.make(), byClerk = rig.make();
        QVERIFY(rig.take(rig.portal.cancel(closed.linkId)) == ports::CancelOutcome::Cancelled && rig.peer.act(u"close"_s, byClerk.linkId));
        rig.clock.advance(31 * kDay);
        QVERIFY(rig.look(natural.linkId).state == LinkState::Expired);
        QVERIFY(rig.look(closed.linkId).state == LinkState::Cancelled && rig.look(byClerk.linkId).state == LinkState::Cancelled);
        auto tooLong = rig.order();
        tooLong.expiresAt = rig.clock.now().plusMs(71 * kDay);
        QVERIFY(!rig.take(rig.portal.create(tooLong)));
        QCOMPARE(rig.error.detail, u"expires"_s);
    }

    void delayedLateAndOdd()
    {
        AdyenRig rig;
        const auto good = rig.make(), bad = rig.make(), late = rig.make(), odd = rig.make(), other = rig.make();
        QVERIFY(rig.peer.act(u"delayed"_s, good.linkId) && rig.peer.act(u"delayed"_s, bad.linkId));
        QVERIFY(rig.take(rig.portal.cancel(bad.linkId)) == ports::CancelOutcome::InFlight);
        QCOMPARE(rig.peer.with([&](auto& world) { return world.statusOf(bad.linkId); }), u"paymentPending"_s);   // nothing was ended under the payment
        QVERIFY(rig.peer.act(u"arrive"_s, good.linkId) && rig.peer.act(u"bounce"_s, bad.linkId));
        QVERIFY(rig.look(good.linkId).state == LinkState::Paid && rig.look(bad.linkId).state == LinkState::Open);
        QVERIFY(rig.take(rig.portal.cancel(late.linkId)) == ports::CancelOutcome::Cancelled && rig.peer.act(u"late"_s, late.linkId));
        QVERIFY(rig.look(late.linkId).state == LinkState::Paid && rig.look(late.linkId).movements.size() == 1);
        QVERIFY(rig.peer.act(u"odd"_s, odd.linkId, u"teleported"_s));
        QVERIFY(rig.look(odd.linkId).state == LinkState::Unknown);
        QVERIFY(rig.peer.act(u"paid"_s, other.linkId));
        QVERIFY(rig.take(rig.portal.cancel(other.linkId)) == ports::CancelOutcome::AlreadyPaid);
    }

    void aPaymentWhileCancellingIsSeen()
    {
        AdyenRig rig;
        const auto link = rig.make();
        // Looked at while open, and paid when the change arrives: the vendor refuses it.
        rig.peer.web().misbehave(Mischief::Status, 1, kLinks, "PATCH", "422\n\n{\"status\":422,\"errorCode\":\"169\",\"message\":\"completed\"}");
        const auto answer = sim::answerOf(rig.portal.cancel(link.linkId));
        QVERIFY(answer && !answer->ok());
        QCOMPARE(answer->error().code, u"portal.not_closed"_s);   // still open after all: nothing is claimed
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId));
        QVERIFY(rig.take(rig.portal.cancel(link.linkId)) == ports::CancelOutcome::AlreadyPaid);
    }

    void aRefundNeedsTheNotice()
    {
        AdyenRig rig;
        const auto order = rig.order();
        const auto link = rig.take(rig.portal.create(order));
        QVERIFY(link && rig.peer.act(u"pay"_s, link->linkId));
        const auto paid = rig.look(link->linkId).movements.at(0);
        const ports::RefundOrder back{u"refund-1"_s, link->linkId, paid.id, domain::Money::cents(990), paid.amount, u"Rechnung 4711"_s};
        QVERIFY(!rig.take(rig.portal.refund(back)));
        QCOMPARE(rig.error.code, u"portal.refund_unavailable"_s);
        const QString payment = rig.peer.with([&](auto& world) { return world.paymentOf(link->linkId); });
        // The notice names only our reference; the link is known by it.
        const auto read = rig.portal.readNotice(sealedNotice(u"AUTHORISATION"_s, payment, order.reference, {}, sim::AdyenWorld::account()));
        QVERIFY(read.ok() && read.value().linkIds == QStringList{link->linkId} && read.value().eventIds == QStringList{u"AUTHORISATION:"_s + payment + u":true"_s});
        QVERIFY(rig.portal.capabilities().refunds);
        const auto first = rig.take(rig.portal.refund(back)), again = rig.take(rig.portal.refund(back));
        QVERIFY(first && again && first->refundId == again->refundId && first->stage == domain::PortalMovement::Stage::Pending);
        QCOMPARE(rig.peer.with([](auto& world) { return world.refunds().size(); }), std::size_t{1});
        QCOMPARE(rig.look(link->linkId).movements.size(), std::size_t{1});   // what became of it is not told here
        auto tooMuch = back;
        tooMuch.amount = domain::Money::cents(19991);
        QVERIFY(!rig.take(rig.portal.refund(tooMuch)));
        QCOMPARE(rig.error.detail, u"amount"_s);
    }

    void whatANoticeToldIsKnownToOthers_data()
    {
        QTest::addColumn<bool>("namesLink");
        QTest::newRow("by our reference") << false;
        QTest::newRow("by the link") << true;
    }

    void whatANoticeToldIsKnownToOthers()
    {
        QFETCH(bool, namesLink);
        AdyenRig rig;
        Notebook notebook;
        const auto account = AdyenRig::accountFor(rig.peer.base(), sim::AdyenWorld::key(), sim::AdyenWorld::account(), true);
        const auto order = rig.order();
        const auto link = rig.take(rig.portal.create(order));
        QVERIFY(link && rig.peer.act(u"pay"_s, link->linkId));
        const auto paid = rig.look(link->linkId).movements.at(0);
        const QString payment = rig.peer.with([&](auto& world) { return world.paymentOf(link->linkId); });
        const ports::RefundOrder back{u"refund-1"_s, link->linkId, paid.id, domain::Money::cents(990), paid.amount, u"Rechnung 4711"_s};
        adapters::adyen::AdyenPortal receiver{rig.client, account, rig.clock}, later{rig.client, account, rig.clock, &notebook};
        QVERIFY(later.capabilities().refunds);
        QVERIFY(!rig.take(later.refund(back)));
        QCOMPARE(rig.error.code, u"portal.refund_unavailable"_s);
        // The receiver has never seen this link: it was made by another process.
        const auto read = receiver.readNotice(sealedNotice(u"AUTHORISATION"_s, payment, order.reference, namesLink ? link->linkId : QString{}, sim::AdyenWorld::account()));
        QVERIFY(read.ok());
        QVERIFY(notebook.keepNotice(u"adyen"_s, read.value().eventIds, read.value().linkIds, {}, read.value().names, {}).result().ok());
        notebook.closed = true;
        QVERIFY(!rig.take(later.refund(back)));
        QCOMPARE(rig.error.fault, Fault::Unreachable);   // not known is not the same as not told: it is tried again
        notebook.closed = false;
        QVERIFY(rig.take(later.refund(back)));
        QCOMPARE(rig.peer.with([](auto& world) { return world.refunds().size(); }), std::size_t{1});
        notebook.names[order.reference] = notebook.names[link->linkId] = u"../evil"_s;   // nothing that was changed there gets into a path
        adapters::adyen::AdyenPortal third{rig.client, account, rig.clock, &notebook};
        QVERIFY(!rig.take(third.refund(back)));
        QCOMPARE(rig.error.code, u"portal.refund_unavailable"_s);
    }

    void noticesThatNameNothingOrOthers()
    {
        AdyenRig rig;
        const auto unknown = rig.portal.readNotice(sealedNotice(u"REFUND"_s, u"SIM0000000000009"_s, u"never-seen"_s, {}, sim::AdyenWorld::account()));
        QVERIFY(unknown.ok() && unknown.value().linkIds.isEmpty() && unknown.value().eventIds.size() == 1);
        const auto named = rig.portal.readNotice(sealedNotice(u"CHARGEBACK"_s, u"SIM0000000000009"_s, u"never-seen"_s, u"PL61C53A8B97E6915A"_s, sim::AdyenWorld::account()));
        QVERIFY(named.ok() && named.value().linkIds == QStringList{u"PL61C53A8B97E6915A"_s});
        const auto foreign = rig.portal.readNotice(sealedNotice(u"AUTHORISATION"_s, u"SIM0000000000009"_s, u"x"_s, u"PL61C53A8B97E6915A"_s, u"AnotherAccount"_s));
        QVERIFY(foreign.ok() && foreign.value().linkIds.isEmpty() && foreign.value().eventIds.isEmpty());
        QVERIFY(!rig.portal.capabilities().refunds);
    }

    void liesAtCreationAreClosed_data()
    {
        QTest::addColumn<QString>("twist");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("status");
        QTest::newRow("amount") << u"amount=19991"_s << u"portal.amount"_s << u"expired"_s;
        QTest::newRow("currency") << u"currency=USD"_s << u"portal.amount"_s << u"expired"_s;
        QTest::newRow("host") << u"host=https://evil.example"_s << u"portal.link_host"_s << u"expired"_s;
        QTest::newRow("not safe") << u"host=http://test.adyen.link"_s << u"portal.unsafe_link"_s << u"expired"_s;
        QTest::newRow("live page") << u"host=https://eu.adyen.link"_s << u"portal.key_mode"_s << u"active"_s;
        QTest::newRow("account") << u"account=Other"_s << u"portal.account"_s << u"active"_s;
        QTest::newRow("reusable") << u"reusable=1"_s << u"portal.unreadable"_s << u"active"_s;
    }

    void liesAtCreationAreClosed()
    {
        QFETCH(QString, twist);
        QFETCH(QString, code);
        QFETCH(QString, status);
        AdyenRig rig;
        const auto first = rig.make();
        rig.peer.act(u"twist"_s, {}, twist);
        QVERIFY(!rig.take(rig.portal.create(rig.order())));
        QCOMPARE(rig.error.code, code);
        rig.peer.act(u"twist"_s, {}, twist.section(u'=', 0, 0));
        const auto asked = rig.peer.web().requests();
        QCOMPARE(std::count_if(asked.begin(), asked.end(), [](const auto& r) { return r.method == "PATCH"; }), status == u"expired" ? 1 : 0);
        QVERIFY(rig.look(first.linkId).state == LinkState::Open);
    }

    void theAddressHasToFit()
    {
        struct Case { QString base; bool test; QString code; };
        for (const auto& one : {Case{u"https://checkout-test.adyen.com/v72"_s, false, u"portal.key_mode"_s}, Case{u"https://x-checkout-live.adyenpayments.com/checkout/v72"_s, true, u"portal.key_mode"_s},
                                Case{u"http://checkout-test.adyen.com/v72"_s, true, u"portal.base_url"_s}, Case{u"https://user@checkout-test.adyen.com/v72"_s, true, u"portal.base_url"_s}}) {
            AdyenRig rig{sim::AdyenWorld::key(), sim::AdyenWorld::account(), one.test, one.base};
            auto order = rig.order();
            order.mode = one.test ? domain::PortalMode::Test : domain::PortalMode::Live;
            QVERIFY(!rig.take(rig.portal.create(order)));
            QCOMPARE(rig.error.code, one.code);
        }
        AdyenRig wrongKey{u"another"_s}, wrongAccount{sim::AdyenWorld::key(), u"Other"_s}, noAccount{sim::AdyenWorld::key(), {}};
        QVERIFY(!wrongKey.take(wrongKey.portal.create(wrongKey.order())));
        QCOMPARE(wrongKey.error.code, u"portal.auth"_s);
        const auto probe = wrongAccount.take(wrongAccount.portal.probe());
        QVERIFY(probe && !probe->steps.back().ok && probe->steps.back().error.code == u"portal.auth");
        QVERIFY(!noAccount.take(noAccount.portal.create(noAccount.order())));
        QCOMPARE(noAccount.error.code, u"portal.no_account"_s);
    }

    void probes()
    {
        AdyenRig rig;
        const auto probe = rig.take(rig.portal.probe());
        QVERIFY(probe && probe->accountName == sim::AdyenWorld::account());
        QStringList steps;
        for (const auto& step : probe->steps) steps << step.code + (step.ok ? u" ok"_s : u' ' + step.error.code);
        QCOMPARE(steps, (QStringList{u"key ok"_s, u"account ok"_s, u"create ok"_s, u"read ok"_s, u"cancel ok"_s}));
        rig.peer.web().goDown();
        QVERIFY(!rig.take(rig.portal.probe()));
        QVERIFY(rig.error.fault == Fault::Unreachable);
    }

    void fault_36_37_38_theNetworkMisbehaves_data()
    {
        QTest::addColumn<Mischief>("what");
        QTest::addColumn<QByteArray>("detail");
        QTest::addColumn<Fault>("fault");
        QTest::newRow("429") << Mischief::Status << QByteArray{"429\nRetry-After: 7"} << Fault::Unreachable;
        QTest::newRow("500") << Mischief::Status << QByteArray{"500"} << Fault::Timeout;
        QTest::newRow("503") << Mischief::Status << QByteArray{"503"} << Fault::Unreachable;
        QTest::newRow("in progress") << Mischief::Status << QByteArray{"422\n\n{\"errorCode\":\"704\",\"message\":\"request already processed or in progress\"}"} << Fault::Conflict;
        QTest::newRow("html") << Mischief::Html << QByteArray{} << Fault::Invalid;
        QTest::newRow("cut") << Mischief::CutBody << QByteArray{} << Fault::Timeout;
        QTest::newRow("lost") << Mischief::AnswerLost << QByteArray{} << Fault::Timeout;
        QTest::newRow("endless") << Mischief::Endless << QByteArray{} << Fault::Timeout;
        QTest::newRow("bomb") << Mischief::GzipBomb << QByteArray{} << Fault::Timeout;
        QTest::newRow("another kind") << Mischief::Replace << QByteArray{"[]"} << Fault::Invalid;
    }

    void fault_36_37_38_theNetworkMisbehaves()
    {
        QFETCH(Mischief, what);
        QFETCH(QByteArray, detail);
        QFETCH(Fault, fault);
        AdyenRig rig;
        const auto order = rig.order();
        rig.peer.web().misbehave(what, 1, kLinks, "POST", detail);
        QVERIFY(!rig.take(rig.portal.create(order)));
        QVERIFY2(rig.error.fault == fault, qPrintable(rig.error.code));
        QVERIFY(!rig.error.detail.contains(sim::AdyenWorld::key()));
        QVERIFY(rig.take(rig.portal.create(order)));
        QCOMPARE(rig.peer.with([](auto& world) { return world.links(); }), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestAdyenPortal)
#include "tst_adyen_portal.moc"
