// Several desks on one journal: nobody is overtaken, nobody misses anything, and a lost server comes back.
#include "app/store/migrations.h"
#include "tests/app/store/store_fixture.h"
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstStoreDesks final : public StoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init()
    {
        // A server that goes away makes Qt SQL warn; only that test may.
        if (qstrcmp(QTest::currentTestFunction(), "aKilledServerProcessIsSurvived") != 0) QTest::failOnWarning(QRegularExpression{u".*"_s});
        freshShop();
    }

    void eightDesksOneWins();
    void eightDesksStartAtOnce();
    void aDatabaseBeingMadeIsNotForeign();
    void fault_07_aLockedDatabaseIsToldAndNothingIsLost();
    void othersAreNoticedOwnIsNot();
    void nothingOfTwoHundredIsLost();
    void aBurstBesideOwnWritingIsComplete();
    void aKilledServerProcessIsSurvived();
    void oneDeskIsElectedToPoll();
    void theListenerCanBeTakenAway();
};

void TstStoreDesks::eightDesksOneWins()
{
    if (!usable()) return;
    constexpr int kDesks = 8, kRounds = 5;
    auto first = openJournal();
    QVERIFY(first);
    for (int round = 0; round < kRounds; ++round)
        VERIFY_OK(got(first->decide({}, always(takenIn(u"i%1"_s.arg(round), u"R-%1"_s.arg(round), u"k%1"_s.arg(round))))));
    std::atomic<int> won = 0, refused = 0, other = 0;
    std::vector<std::thread> desks;
    for (int desk = 0; desk < kDesks; ++desk) {
        desks.emplace_back([&, desk] {
            SqlJournal journal{config(u"desk %1"_s.arg(desk)), clock};
            if (!got(journal.open())) ++other;
            for (int round = 0; round < kRounds; ++round) {
                const domain::InvoiceId id{u"i%1"_s.arg(round)};
                ports::Subject subject;
                subject.invoices = {id};
                const auto done = got(journal.decide(subject, [&](const ports::Situation& s) -> Result<ports::Decision> {
                    if (s.item(id)->open().isZero()) return Error{Fault::Conflict, u"pay.already_settled"_s, {}};
                    return ports::Decision{{cash(id.text(), 24'989, u"%1-%2"_s.arg(round).arg(desk))}, {}, {}};
                }));
                if (done) ++won;
                else if (done.error().code == u"pay.already_settled") ++refused;
                else ++other;
            }
        });
    }
    for (auto& desk : desks) desk.join();
    QCOMPARE(other.load(), 0);
    QCOMPARE(won.load(), kRounds);
    QCOMPARE(refused.load(), kRounds * (kDesks - 1));
    const auto entries = got(first->entries(0, 1000)).value();
    QCOMPARE(entries.size(), std::size_t{kRounds * 3});
    for (std::size_t i = 0; i < entries.size(); ++i) QCOMPARE(entries[i].seq, static_cast<qint64>(i + 1));
    for (const auto rows_ = got(first->board()).value(); const auto& row : rows_) QCOMPARE(row.open.inCents(), 0);
    QVERIFY(got(first->verify()).value().ok());
}

void TstStoreDesks::eightDesksStartAtOnce()
{
    if (!usable()) return;
    std::atomic<int> failed = 0;
    std::vector<std::thread> desks;
    for (int desk = 0; desk < 8; ++desk) {
        desks.emplace_back([&, desk] {
            SqlJournal journal{config(u"desk %1"_s.arg(desk)), clock};
            if (const auto open = got(journal.open()); !open) {
                qInfo("%s %s", qPrintable(open.error().code), qPrintable(open.error().detail));
                ++failed;
            }
            for (int i = 0; i < 10; ++i)
                if (!got(journal.decide({}, always(takenIn(u"i%1-%2"_s.arg(desk).arg(i), u"R-%1-%2"_s.arg(desk).arg(i)))))) ++failed;
        });
    }
    for (auto& desk : desks) desk.join();
    QCOMPARE(failed.load(), 0);
    auto journal = openJournal();
    QCOMPARE(got(journal->board()).value().size(), 80u);
    const auto report = got(journal->verify());
    QVERIFY2(report.value().ok(), qPrintable(report.value().problems.join(u"; ")));
    QCOMPARE(report.value().entries, 80);
}

void TstStoreDesks::aDatabaseBeingMadeIsNotForeign()
{
    if (!usable()) return;
    const auto looker = makeConnection(config()), maker = makeConnection(config());
    VERIFY_OK(looker->open());
    VERIFY_OK(maker->open());
    std::atomic<bool> end = false;
    std::atomic<int> made = 0;
    std::thread other{[&] {
        while (!end) {
            const bool done = maker->begin(Access::Write)
                && maker->script("CREATE TABLE schema_version(version INTEGER); INSERT INTO schema_version VALUES(1); CREATE TABLE site(id INTEGER);") && maker->commit()
                && maker->begin(Access::Write) && maker->script("DROP TABLE site; DROP TABLE schema_version;") && maker->commit();
            if (done) ++made;
            else maker->rollback();
        }
    }};
    int foreign = 0;
    const QDeadlineTimer patience{60'000};
    for (int i = 0; i < 3'000 || (made < 50 && !patience.hasExpired()); ++i) {
        const auto version = schemaVersion(*looker);
        if (!version && version.error().code == u"store.foreign_database") ++foreign;
    }
    end = true;
    other.join();
    QCOMPARE_GE(made.load(), 50);
    QCOMPARE(foreign, 0);
}

void TstStoreDesks::fault_07_aLockedDatabaseIsToldAndNothingIsLost()
{
    if (!usable()) return;
    auto short_ = config();
    short_.lockWaitMs = 200;
    SqlJournal journal{short_, clock};
    VERIFY_OK(got(journal.open()));
    const auto holder = makeConnection(config());
    VERIFY_OK(holder->open());
    VERIFY_OK(holder->begin(Access::Write));
    const auto refused = got(journal.decide({}, always(takenIn(u"i1"_s, u"R-1"_s))));
    VERIFY_REFUSED(refused, "store.locked");
    QCOMPARE(refused.error().fault, Fault::Unreachable);
    VERIFY_OK(got(journal.board()));   // reading goes on
    holder->rollback();
    VERIFY_OK(got(journal.decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    QCOMPARE(got(journal.entries(0, 10)).value().size(), 1u);
}

void TstStoreDesks::othersAreNoticedOwnIsNot()
{
    if (!usable()) return;
    auto mine = openJournal(u"desk 1"_s), theirs = openJournal(u"desk 2"_s);
    std::atomic<qint64> seen = 0, calls = 0;
    mine->followOthers(true);
    VERIFY_OK(got(mine->board()));
    QTest::qWait(50);
    mine->onForeignChange([&](qint64 seq) { seen = seq; ++calls; });
    VERIFY_OK(got(mine->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    QTest::qWait(100);
    QCOMPARE(calls.load(), 0);
    VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i2"_s, u"R-2"_s)))));
    QTRY_COMPARE_WITH_TIMEOUT(seen.load(), 2, 2'000);
    QCOMPARE(got(mine->boardSince(1)).value().size(), 1u);
    // What is no entry is no news.
    VERIFY_OK(got(theirs->refreshed({domain::InvoiceId{u"i1"_s}}, clock.now())));
    QTest::qWait(100);
    QCOMPARE(calls.load(), 1);
    mine->followOthers(false);
    VERIFY_OK(got(mine->board()));
    VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i3"_s, u"R-3"_s)))));
    QTest::qWait(100);
    QCOMPARE(calls.load(), 1);
}

void TstStoreDesks::nothingOfTwoHundredIsLost()
{
    if (!usable()) return;
    auto mine = openJournal(u"desk 1"_s), theirs = openJournal(u"desk 2"_s);
    std::atomic<qint64> seen = 0;
    std::atomic<int> backwards = 0;
    mine->onForeignChange([&](qint64 seq) { if (seq < seen.exchange(seq)) ++backwards; });
    mine->followOthers(true);
    VERIFY_OK(got(mine->board()));
    // A desk that re-reads at every call, as the feed does, ends with every row.
    QHash<QString, qint64> rows;
    qint64 known = 0;
    for (int i = 0; i < 200; ++i) VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i))))));
    QTRY_COMPARE_WITH_TIMEOUT(seen.load(), 200, 5'000);
    for (const auto rows_ = got(mine->boardSince(known)).value(); const auto& row : rows_) rows[row.invoice.text()] = row.seq;
    QCOMPARE(rows.size(), 200);
    QCOMPARE(backwards.load(), 0);
}

void TstStoreDesks::aBurstBesideOwnWritingIsComplete()
{
    if (!usable()) return;
    auto mine = openJournal(u"desk 1"_s);
    std::atomic<qint64> seen = 0;
    mine->onForeignChange([&](qint64 seq) { seen = std::max(seen.load(), seq); });
    mine->followOthers(true);
    VERIFY_OK(got(mine->board()));
    std::atomic<qint64> lastForeign = 0;
    std::thread other{[&] {
        SqlJournal theirs{config(u"desk 2"_s), clock};
        (void)got(theirs.open());
        for (int i = 0; i < 100; ++i) {
            const auto done = got(theirs.decide({}, always(takenIn(u"t%1"_s.arg(i), u"T-%1"_s.arg(i)))));
            if (done) lastForeign = done.value().entries.back().seq;
        }
    }};
    for (int i = 0; i < 100; ++i) VERIFY_OK(got(mine->decide({}, always(takenIn(u"m%1"_s.arg(i), u"M-%1"_s.arg(i))))));
    other.join();
    QTRY_VERIFY_WITH_TIMEOUT(seen.load() >= lastForeign.load() && lastForeign.load() > 0, 5'000);
    QCOMPARE(got(mine->boardSince(0)).value().size(), 200u);
}

void TstStoreDesks::aKilledServerProcessIsSurvived()
{
    if (!usable()) return;
    if (dialect() == Dialect::Sqlite) QSKIP("no server to kill");
    auto mine = openJournal(u"desk 1"_s), theirs = openJournal(u"desk 2"_s);
    std::atomic<qint64> seen = 0;
    std::atomic<int> calls = 0;
    mine->onForeignChange([&](qint64 seq) { seen = seq; ++calls; });
    mine->followOthers(true);
    VERIFY_OK(got(mine->board()));
    const int before = calls;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(raw("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tresen' AND pid <> pg_backend_pid()"));
    // Written by another desk while nobody listened; that desk's own connection was killed, too.
    VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
    QTRY_COMPARE_WITH_TIMEOUT(seen.load(), 1, 10'000);
    QVERIFY(calls > before);
    qInfo("right again after %lld ms", timer.elapsed());
    // And it listens again.
    VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i2"_s, u"R-2"_s)))));
    QTRY_COMPARE_WITH_TIMEOUT(seen.load(), 2, 2'000);
    // A job that meets a dead connection is run again, not lost.
    QVERIFY(raw("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'tresen' AND pid <> pg_backend_pid()"));
    VERIFY_OK(got(mine->decide({}, always(takenIn(u"i3"_s, u"R-3"_s)))));
    QCOMPARE(got(mine->board()).value().size(), 3u);
    QVERIFY(got(mine->verify()).value().ok());
}

void TstStoreDesks::oneDeskIsElectedToPoll()
{
    if (!usable()) return;
    auto mine = openJournal(u"desk 1"_s), theirs = openJournal(u"desk 2"_s);
    const auto elected = got(mine->electedToPoll());
    VERIFY_OK(elected);
    QVERIFY(elected.value());
    QVERIFY(got(mine->electedToPoll()).value());
    if (dialect() == Dialect::Sqlite) return;
    QVERIFY(!got(theirs->electedToPoll()).value());
    mine.reset();
    QTRY_VERIFY_WITH_TIMEOUT(got(theirs->electedToPoll()).value(), 5'000);
}

void TstStoreDesks::theListenerCanBeTakenAway()
{
    if (!usable()) return;
    auto mine = openJournal(u"desk 1"_s), theirs = openJournal(u"desk 2"_s);
    mine->followOthers(true);
    VERIFY_OK(got(mine->board()));   // it follows from now on: what is committed before is no news
    {
        std::atomic<int> calls = 0;
        mine->onForeignChange([&](qint64) { ++calls; });
        VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i1"_s, u"R-1"_s)))));
        QTRY_VERIFY_WITH_TIMEOUT(calls > 0, 10'000);
        mine->onForeignChange({});
    }
    VERIFY_OK(got(theirs->decide({}, always(takenIn(u"i2"_s, u"R-2"_s)))));
    QTest::qWait(50);
    mine.reset();
}

QTEST_GUILESS_MAIN(TstStoreDesks)
#include "tst_store_desks.moc"
