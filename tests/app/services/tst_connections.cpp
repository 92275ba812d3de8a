// The state of every peer, what waits for it, and trying at once: over a real store and a real outbox.
#include "app/adapters/workshop/settlement/settlement_files.h"
#include "app/services/connections.h"
#include "tests/app/store/store_fixture.h"
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using services::PeerHealth;

class TstConnections final : public StoreFixture {
    Q_OBJECT

    struct House {
        QTemporaryDir folder;
        std::unique_ptr<store::SqlJournal> journal;
        ManualClock clock{Instant::fromIso(u"2026-11-27T10:00:00.000Z"_s)};
        services::JournalFeed feed{*journal};
        services::Settings settings{*journal, folder.filePath(u"desk.json"_s)};
        services::Outbox outbox{*journal, clock};
        adapters::settlement::SettlementFiles sink{clock};
        services::WriteBack writeBack{*journal, feed, outbox, sink, settings, clock};
        services::HealthWatch health{clock};
        services::Connections connections{*journal, writeBack, health, clock};

        explicit House(std::unique_ptr<store::SqlJournal> opened) : journal{std::move(opened)} {}
        void queue(const QString& key, const QString& kind)
        {
            auto future = journal->decide({}, [=](const ports::Situation&) -> Result<ports::Decision> {
                ports::Decision d;
                d.events.push_back(domain::SettingChanged{u"site.name"_s, key, {}});
                d.outbox.push_back({key, kind, {}, "{}"});
                return d;
            });
            future.waitForFinished();
            if (!future.result()) qFatal("%s", qPrintable(future.result().error().code));
        }
        services::PeerState counted(const QString& peer)
        {
            connections.countWaiting();
            QTest::qWait(200);
            return connections.state(peer);
        }
    };

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }
    void whatWaitsIsCountedByPeer()
    {
        if (!usable()) return;
        House house{openJournal()};
        house.connections.add(u"portal"_s, {});
        house.connections.add(u"mail"_s, {});
        house.queue(u"a"_s, u"portal.create"_s);
        house.queue(u"b"_s, u"portal.cancel"_s);
        house.queue(u"c"_s, u"mail"_s);
        house.outbox.handle(u"portal.create"_s, [](const ports::OutboxEntry&, const services::Done<Ok>& done) { done(Error{Fault::Unreachable, u"net.offline"_s, u"no route"_s}); });
        QSignalSpy changed{&house.connections, &services::Connections::changed};
        QCOMPARE(house.counted(u"portal"_s).waiting, 2);
        QCOMPARE(house.counted(u"mail"_s).waiting, 1);
        QCOMPARE(house.connections.state(u"portal"_s).failing, 0);
        QCOMPARE(changed.count(), 2);
        bool ran = false;
        house.outbox.runDue([&](const Result<int>&) { ran = true; });
        QTRY_VERIFY(ran);
        const auto tried = house.counted(u"portal"_s);
        QCOMPARE(tried.waiting, 2);
        QCOMPARE(tried.failing, 1);
        QCOMPARE(tried.lastTry, u"net.offline no route"_s);
        QVERIFY(tried.nextTry > house.clock.now());
    }
    void whatComesDuringACountIsCountedToo()
    {
        if (!usable()) return;
        House house{openJournal()};
        house.connections.add(u"mail"_s, {});
        house.connections.countWaiting();
        house.queue(u"a"_s, u"mail"_s);
        house.connections.countWaiting();   // the first is still on its way, and may have looked before
        QTRY_COMPARE_WITH_TIMEOUT(house.connections.state(u"mail"_s).waiting, 1, 2'000);
    }
    void tryingAtOnceDoesNotWaitForThePause()
    {
        if (!usable()) return;
        House house{openJournal()};
        bool works = false;
        int tries = 0;
        house.outbox.handle(u"mail"_s, [&](const ports::OutboxEntry& entry, const services::Done<Ok>& done) {
            ++tries;
            if (!works) return done(Error{Fault::Unreachable, u"mail.unreachable"_s, {}});
            auto future = house.journal->decide({}, [key = entry.key](const ports::Situation&) -> Result<ports::Decision> { return ports::Decision{{domain::SettingChanged{u"site.name"_s, u"x"_s, {}}}, {}, {key}}; });
            future.waitForFinished();
            done(Ok{});
        });
        house.connections.add(u"mail"_s, [&](const services::Done<Ok>& done) {
            house.outbox.runAll({u"mail"_s}, [&, done](const Result<int>& ran) { done(ran && ran.value() > 0 ? Result<Ok>{Ok{}} : Result<Ok>{Error{Fault::Unreachable, u"mail.unreachable"_s, u"cable"_s}}); });
        });
        house.queue(u"m"_s, u"mail"_s);
        house.queue(u"p"_s, u"portal.create"_s);
        house.connections.tryNow(u"mail"_s);
        QVERIFY(house.connections.state(u"mail"_s).trying);
        house.connections.tryNow(u"mail"_s);                      // once at a time
        QTRY_VERIFY(!house.connections.state(u"mail"_s).trying);
        QCOMPARE(tries, 1);
        QCOMPARE(house.health.peer(u"mail"_s).state, PeerHealth::State::Bad);
        QCOMPARE(house.health.peer(u"mail"_s).detail, u"cable"_s);
        works = true;
        bool none = false;
        house.outbox.runDue([&](const Result<int>& ran) { none = ran && ran.value() == 0; });
        QTRY_VERIFY(none);                                        // its pause is not over
        QCOMPARE(tries, 1);
        house.clock.advance(1'000);
        house.connections.tryNow(u"mail"_s);
        QTRY_COMPARE(house.health.peer(u"mail"_s).state, PeerHealth::State::Good);
        QCOMPARE(tries, 2);
        QCOMPARE(house.health.peer(u"mail"_s).lastGood, house.clock.now());
        QCOMPARE(house.health.peer(u"mail"_s).lastError.code, u"mail.unreachable"_s);   // what was is still told
        QCOMPARE(house.counted(u"mail"_s).waiting, 0);
    }
    void moreOfTheSameIsToldAndKeepsItsBeginning()
    {
        if (!usable()) return;
        House house{openJournal()};
        QSignalSpy changed{&house.health, &services::HealthWatch::changed};
        house.health.note(u"source"_s, PeerHealth::State::Notice, u"arrivals.refused"_s, u"1"_s);
        const auto since = house.health.peer(u"source"_s).since;
        house.clock.advance(1'000);
        house.health.note(u"source"_s, PeerHealth::State::Notice, u"arrivals.refused"_s, u"2"_s);
        house.health.note(u"source"_s, PeerHealth::State::Notice, u"arrivals.refused"_s, u"2"_s);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(house.health.peer(u"source"_s).detail, u"2"_s);
        QCOMPARE(house.health.peer(u"source"_s).since, since);
    }
    void whatIsNotSetUpIsOffAndNotInTrouble()
    {
        if (!usable()) return;
        House house{openJournal()};
        house.connections.add(u"writeback"_s, [&](const services::Done<Ok>& done) {
            house.writeBack.run({}, [done](const Result<services::WriteBackResult>& run) { run ? done(Ok{}) : done(run.error()); });
        });
        house.connections.tryNow(u"writeback"_s);
        QTRY_VERIFY(!house.connections.state(u"writeback"_s).trying);
        QCOMPARE(house.health.peer(u"writeback"_s).state, PeerHealth::State::Off);
        QCOMPARE(house.health.peer(u"writeback"_s).code, u"sink.no_folder"_s);
        QVERIFY(house.health.peer(u"writeback"_s).lastErrorAt.isNull());
        house.health.failed(u"portal"_s, Error{Fault::Unreachable, u"portal.busy"_s, {}});
        QCOMPARE(house.health.peer(u"portal"_s).state, PeerHealth::State::Notice);
    }
};

QTEST_GUILESS_MAIN(TstConnections)
#include "tst_connections.moc"
