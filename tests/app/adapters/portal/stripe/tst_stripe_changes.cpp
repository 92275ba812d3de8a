// StripePortal's feed of changes: every event finds its link, nothing is told twice or lost, whatever the log does; and notices as nudges.
#include "app/net/seal.h"
#include "tests/app/adapters/portal/stripe/stripe_rig.h"

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using sim::Mischief;

namespace {

constexpr qint64 kMinute = 60'000, kDay = 24 * 60 * kMinute;

} // namespace

class TestStripeChanges : public QObject {
    Q_OBJECT

    ports::PortalChanges ask(StripeRig& rig, const QString& cursor)
    {
        const auto changes = rig.take(rig.portal.changes(cursor));
        return changes.value_or(ports::PortalChanges{{u"failed: "_s + rig.error.code}, {}, false, {}});
    }

private Q_SLOTS:
    void everyEventFindsItsLink_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("argument");
        const QStringList paid{u"pay"_s};
        QTest::newRow("paid") << QStringList{} << u"pay"_s << QString{};
        QTest::newRow("bank asks back") << QStringList{} << u"action"_s << QString{};
        QTest::newRow("refused") << QStringList{} << u"fail"_s << QString{};
        QTest::newRow("delayed") << QStringList{} << u"delayed"_s << u"sepa_debit"_s;
        QTest::newRow("arrived") << QStringList{u"delayed"_s} << u"arrive"_s << QString{};
        QTest::newRow("bounced") << QStringList{u"delayed"_s} << u"bounce"_s << QString{};
        QTest::newRow("refunded") << paid << u"refund"_s << u"500"_s;
        QTest::newRow("refund failed") << QStringList{u"pay"_s, u"refund"_s} << u"refundbecomes"_s << u"failed"_s;
        QTest::newRow("disputed") << paid << u"dispute"_s << QString{};
        QTest::newRow("won") << QStringList{u"pay"_s, u"dispute"_s} << u"win"_s << QString{};
        QTest::newRow("reinstated") << QStringList{u"pay"_s, u"dispute"_s} << u"reinstate"_s << QString{};
    }

    void everyEventFindsItsLink()
    {
        QFETCH(QStringList, before);
        QFETCH(QString, action);
        QFETCH(QString, argument);
        StripeRig rig;
        const auto link = rig.make(), other = rig.make();
        for (const auto& step : before) QVERIFY(rig.peer.act(step, link.linkId, step == u"refund" ? u"100"_s : QString{}));
        const QString cursor = ask(rig, {}).cursor;
        QVERIFY(rig.peer.act(action, link.linkId, argument));
        const auto moved = ask(rig, cursor);
        QCOMPARE(moved.linkIds, QStringList{link.linkId});
        QVERIFY(moved.othersUnchanged);
        const auto quiet = ask(rig, moved.cursor);
        QVERIFY(quiet.linkIds.isEmpty() && quiet.othersUnchanged);
        QCOMPARE(ask(rig, cursor).linkIds, QStringList{link.linkId});   // an older cursor still tells
    }

    void oneRequestWhenNothingMoves()
    {
        StripeRig rig;
        for (int i = 0; i < 30; ++i) QVERIFY(rig.peer.act(u"open"_s, rig.make().linkId));
        QVERIFY(rig.peer.act(u"pay"_s, rig.make().linkId));
        const QString cursor = ask(rig, {}).cursor;
        rig.peer.web().forget();
        ask(rig, cursor);
        QCOMPARE(rig.peer.web().requests().size(), std::size_t{1});
    }

    void fault_41_manyPages()
    {
        StripeRig rig;
        rig.peer.with([](auto& world) { world.setPageSize(3); return 0; });
        QVERIFY(rig.peer.act(u"pay"_s, rig.make().linkId));
        QString cursor = ask(rig, {}).cursor;
        QStringList paid, told;
        for (int i = 0; i < 40; ++i) {
            const auto link = rig.make();
            paid << link.linkId;
            QVERIFY(rig.peer.act(u"pay"_s, link.linkId));
        }
        int rounds = 0;
        for (bool whole = false; !whole && rounds < 10; ++rounds) {   // a page each time, at most so many pages in one go
            const auto part = ask(rig, cursor);
            told << part.linkIds;
            cursor = part.cursor;
            whole = part.othersUnchanged;
        }
        QVERIFY2(rounds > 1, "the cap on pages was not reached: the test shows nothing");
        told.removeDuplicates();
        QCOMPARE(told, paid);
    }

    void fault_41_anEventThatSurfacesLateIsTold()
    {
        StripeRig rig;
        const auto first = rig.make(), second = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, rig.make().linkId));
        auto seen = ask(rig, {});
        rig.clock.advance(kMinute);
        QVERIFY(rig.peer.act(u"fail"_s, first.linkId) && rig.peer.act(u"hide"_s));
        rig.clock.advance(1'000);
        QVERIFY(rig.peer.act(u"fail"_s, second.linkId));
        seen = ask(rig, seen.cursor);
        QCOMPARE(seen.linkIds, QStringList{second.linkId});
        QVERIFY(rig.peer.act(u"surface"_s));
        QVERIFY(ask(rig, seen.cursor).linkIds.isEmpty());              // it lies behind the place already read
        rig.clock.advance(6 * kMinute);
        seen = ask(rig, seen.cursor);
        QCOMPARE(seen.linkIds, QStringList{first.linkId});             // the look back finds it, and nothing twice
        rig.clock.advance(6 * kMinute);
        QVERIFY(ask(rig, seen.cursor).linkIds.isEmpty());
    }

    void fault_41_afterAMonthEverythingIsListed()
    {
        StripeRig rig;
        const auto open = rig.make(), closed = rig.make();
        const QString cursor = ask(rig, {}).cursor;
        QVERIFY(rig.take(rig.portal.cancel(closed.linkId)));
        const auto fresh = ask(rig, {});
        QVERIFY(fresh.linkIds == QStringList{open.linkId} && !fresh.othersUnchanged);
        rig.clock.advance(24 * kDay);
        QCOMPARE(ask(rig, cursor).linkIds, QStringList{closed.linkId});
        rig.clock.advance(2 * kDay);
        const auto all = ask(rig, cursor);
        QCOMPARE(all.linkIds.size(), 2);
        QVERIFY(!all.othersUnchanged && !all.cursor.isEmpty());
    }

    void fault_41_aPlaceThatIsGoneIsNoEnd()
    {
        StripeRig rig;
        const auto link = rig.make(), closed = rig.make();
        QVERIFY(rig.peer.act(u"fail"_s, link.linkId));
        const QString cursor = ask(rig, {}).cursor;
        QVERIFY(rig.take(rig.portal.cancel(closed.linkId)));
        rig.peer.with([](auto& world) { world.forgetEvents(); return 0; });
        const auto all = ask(rig, cursor);
        QCOMPARE(all.linkIds.size(), 2);
        QVERIFY(!all.othersUnchanged);
        const auto damaged = ask(rig, u"{\"v\":7}"_s);
        QCOMPARE(damaged.linkIds.size(), 2);
    }

    void fault_41_nothingIsLostWhenTheReadingFails()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId));
        const QString cursor = ask(rig, {}).cursor;
        QVERIFY(rig.peer.act(u"dispute"_s, link.linkId));
        rig.peer.web().misbehave(Mischief::Status, 1, "/v1/events", "GET", "429\nRetry-After: 3");
        QVERIFY(!rig.take(rig.portal.changes(cursor)));
        QCOMPARE(rig.error.retryAfterMs, 3'000);
        rig.peer.web().misbehave(Mischief::Status, 1, "/v1/checkout/sessions", "GET", "500");
        QVERIFY(!rig.take(rig.portal.changes(cursor)));                // the event's payment could not be mapped: nothing is told half
        QVERIFY(rig.error.fault == Fault::Timeout);
        QCOMPARE(ask(rig, cursor).linkIds, QStringList{link.linkId});
    }

    void eventsOfTheOtherModeAreRefused()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"fail"_s, link.linkId));
        const QString cursor = ask(rig, {}).cursor;
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId) && rig.peer.act(u"twist"_s, {}, u"mode=live"_s));
        QVERIFY(!rig.take(rig.portal.changes(cursor)));
        QCOMPARE(rig.error.code, u"portal.key_mode"_s);
    }

    void noticesNameTheirLink()
    {
        StripeRig rig;
        const auto link = rig.make();
        QVERIFY(rig.peer.act(u"pay"_s, link.linkId));
        const QString payment = rig.look(link.linkId).movements.at(0).id;
        const auto read = [&](const QByteArray& object) {
            const QByteArray body = R"({"id":"evt_5","type":"charge.refunded","created":1795000000,"livemode":false,"data":{"object":)" + object + "}}";
            const QByteArray seconds = QByteArray::number(rig.clock.now().ms / 1000);
            const QByteArray seal = net::hmacSha256(Secret{u"whsec_new"_s}, QByteArray{seconds + '.' + body}).toHex();
            return rig.portal.readNotice({{{"stripe-signature", "t=" + seconds + ",v1=" + seal}}, body, rig.clock.now()});
        };
        const auto session = read("{\"object\":\"checkout.session\",\"payment_link\":\"" + link.linkId.toLatin1() + "\"}");
        QVERIFY(session.ok() && session.value().linkIds == QStringList{link.linkId} && session.value().eventIds == QStringList{u"evt_5"_s});
        const auto known = read("{\"object\":\"charge\",\"payment_intent\":\"" + payment.toLatin1() + "\"}");
        QVERIFY(known.ok() && known.value().linkIds == QStringList{link.linkId});
        const auto unknown = read(R"({"object":"charge","payment_intent":"pi_elsewhere"})");
        QVERIFY(unknown.ok() && unknown.value().linkIds.isEmpty());    // all deserve a look: the feed tells which
        QVERIFY(rig.portal.noticeAnswer().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestStripeChanges)
#include "tst_stripe_changes.moc"
