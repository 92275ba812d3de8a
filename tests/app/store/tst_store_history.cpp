// What makes the journal the truth: nothing in it can be changed unnoticed, and everything beside it can be made anew from it.
#include "app/store/projector.h"
#include "app/store/verify.h"
#include "tests/app/store/store_fixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstStoreHistory final : public OpenStoreFixture {
    Q_OBJECT
    void fill() override
    {
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"i2"_s, u"R-2"_s, u"k2"_s, 11'900, u"HH-X 99"_s)))));
        VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 24'989, u"c1"_s, u"B-000001"_s), domain::SettingChanged{u"a"_s, u"1"_s, {}}}))));
        VERIFY_OK(got(journal->decide({}, always({domain::KeyHung{domain::KeyId{u"k1"_s}, u"17"_s}}))));
    }

private Q_SLOTS:
    void journalIsAppendOnly_data();
    void journalIsAppendOnly();
    void journalHasNoGaps();
    void fault_13_theClockJumps();
    void everyColumnIsHashed_data();
    void everyColumnIsHashed();
    void anEntryTakenOutIsFound();
    void framingIsUnambiguous();
    void aTamperedProjectionIsFound_data();
    void aTamperedProjectionIsFound();
    void projectionsAreMadeAnew();
    void theSiteOfAnInvoiceIsOnItsRow();
    void verifyInSeveralPasses();

private:
    ports::VerifyReport report()
    {
        const auto verified = got(journal->verify());
        return verified ? verified.value() : ports::VerifyReport{0, 0, {verified.error().code}};
    }
};

void TstStoreHistory::journalIsAppendOnly_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("update") << QByteArray{"UPDATE journal SET user_name = 'x' WHERE seq = 2"};
    QTest::newRow("update the key") << QByteArray{"UPDATE journal SET seq = 99 WHERE seq = 7"};
    QTest::newRow("delete") << QByteArray{"DELETE FROM journal WHERE seq = 7"};
    QTest::newRow("delete all") << QByteArray{"DELETE FROM journal"};
    QTest::newRow("truncate") << QByteArray{"TRUNCATE journal CASCADE"};
    QTest::newRow("replace") << QByteArray{"INSERT OR REPLACE INTO journal SELECT 7, at, site, desk, 'x', kind, nat_key, invoice, key_id, payload, prev_hash, hash FROM journal WHERE seq = 7"};
}

void TstStoreHistory::journalIsAppendOnly()
{
    QFETCH(QByteArray, sql);
    const auto before = got(journal->entries(0, 100)).value().size();
    QVERIFY(!raw(sql));
    QCOMPARE(got(journal->entries(0, 100)).value().size(), before);
    QVERIFY2(report().ok(), qPrintable(report().problems.join(u"; ")));
}

void TstStoreHistory::journalHasNoGaps()
{
    const QByteArray columns = "at, site, desk, user_name, kind, nat_key || 'x', invoice, key_id, payload";
    QVERIFY(!raw("INSERT INTO journal SELECT 99, " + columns + ", hash, hash FROM journal WHERE seq = 7"));
    QVERIFY(!raw("INSERT INTO journal SELECT 8, " + columns + ", 'not the hash before', hash FROM journal WHERE seq = 7"));
    // Only a row that follows is taken, and even then its own hash has to match.
    QVERIFY(raw("INSERT INTO journal SELECT 8, " + columns + ", hash, hash FROM journal WHERE seq = 7"));
    QCOMPARE(report().firstBadSeq, 8);
}

// Order is the sequence, whatever the clock of the computer says meanwhile.
void TstStoreHistory::fault_13_theClockJumps()
{
    if (!usable()) return;
    const auto before = clock.now();
    const qint64 hour = 3'600'000;
    const std::vector<qint64> jumps{-hour, 24 * hour, -25 * hour, Instant::fromIso(u"2038-01-19T03:14:08.000Z"_s).ms - before.ms, Instant::fromIso(u"2026-10-25T01:30:00.000Z"_s).ms - before.ms};
    QStringList order;
    for (std::size_t i = 0; i < jumps.size(); ++i) {
        clock.set(before.plusMs(jumps[i]));
        const auto source = u"jump%1"_s.arg(i);
        VERIFY_OK(got(journal->decide({}, always({cash(u"i1"_s, 1, source, source)}))));
        order << source;
    }
    const auto detail = got(journal->detail(domain::InvoiceId{u"i1"_s}));
    VERIFY_OK(detail);
    QStringList told;
    qint64 seq = 0;
    for (const auto& entry : detail.value().timeline) {
        QVERIFY(entry.seq > seq);
        seq = entry.seq;
        if (const auto* paid = entry.event.as<domain::PaymentBooked>(); paid && paid->receiptNumber.startsWith(u"jump")) told << paid->receiptNumber;
    }
    QCOMPARE(told, order);
    QVERIFY(report().ok());
    clock.set(before);
}

void TstStoreHistory::everyColumnIsHashed_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const auto* column : {"at", "site", "desk", "user_name", "kind", "nat_key", "invoice", "key_id"}) QTest::newRow(column) << QByteArray{column} + " = " + column + " || 'x'";
    QTest::newRow("payload, one byte") << QByteArray{"payload = replace(payload, '\"K-4711\"', '\"K-4712\"')"};
    QTest::newRow("prev_hash") << QByteArray{"prev_hash = upper(prev_hash)"};
    QTest::newRow("hash") << QByteArray{"hash = upper(hash)"};
}

void TstStoreHistory::everyColumnIsHashed()
{
    QFETCH(QByteArray, change);
    QVERIFY(report().ok());
    QVERIFY(liftTriggers());
    QVERIFY(raw("UPDATE journal SET " + change + " WHERE seq = 4"));
    const auto found = report();
    QCOMPARE(found.firstBadSeq, 4);
    QVERIFY(!found.ok());
    QCOMPARE(found.entries, 7);
}

void TstStoreHistory::anEntryTakenOutIsFound()
{
    QVERIFY(liftTriggers());
    QVERIFY(raw("DELETE FROM journal WHERE seq = 4"));
    QCOMPARE(report().firstBadSeq, 5);
}

void TstStoreHistory::framingIsUnambiguous()
{
    Entry a, b;
    a.seq = b.seq = 1;
    a.site = "ab";
    a.desk = "c";
    b.site = "a";
    b.desk = "bc";
    QVERIFY(hashOf(a) != hashOf(b));
    QCOMPARE(hashOf(a).size(), 64);
    // A fixed value: the hash of a stored journal must never come out differently.
    QCOMPARE(hashOf(a), QByteArray{"10cbab0089588e59958ae845f626627b52008bae89a676feea0ff6a6712e9001"});
}

void TstStoreHistory::aTamperedProjectionIsFound_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QString>("named");
    QTest::newRow("item body") << QByteArray{"UPDATE item SET body = replace(body, '\"onAccount', '\"cancelled\":true,\"onAccount') || '' , seq = seq + 1 WHERE number = 'R-2'"} << u"R-2"_s;
    QTest::newRow("item amount") << QByteArray{"UPDATE item SET body = replace(body, '11900', '11901') WHERE number = 'R-2'"} << u"R-2"_s;
    QTest::newRow("item column") << QByteArray{"UPDATE item SET owed = 1 - owed WHERE number = 'R-2'"} << u"R-2"_s;
    QTest::newRow("item customer") << QByteArray{"UPDATE item SET customer = 'x' WHERE number = 'R-1'"} << u"R-1"_s;
    QTest::newRow("item gone") << QByteArray{"DELETE FROM board WHERE number = 'R-2'; DELETE FROM item WHERE number = 'R-2'"} << u"missing"_s;
    QTest::newRow("key state") << QByteArray{"UPDATE vehicle_key SET body = replace(body, '\"17\"', '\"18\"') WHERE key_id = 'k1'"} << u"k1"_s;
    QTest::newRow("key gone") << QByteArray{"DELETE FROM vehicle_key WHERE key_id = 'k2'"} << u"k2"_s;
    QTest::newRow("board amount") << QByteArray{"UPDATE board SET open = 0, paid = gross WHERE number = 'R-2'"} << u"open, paid"_s;
    QTest::newRow("board may go") << QByteArray{"UPDATE board SET may_go = 1 WHERE number = 'R-2'"} << u"mayGo"_s;
    QTest::newRow("item holds") << QByteArray{"UPDATE item SET holds = 0 WHERE number = 'R-2'"} << u"R-2"_s;
    QTest::newRow("board too new") << QByteArray{"UPDATE board SET seq = seq + 1 WHERE number = 'R-2'"} << u"seq"_s;
    QTest::newRow("VIN of none") << QByteArray{"INSERT INTO stay_vin SELECT 'WVWZZZ1KZ8W123456', 'k1', ref FROM item WHERE number = 'R-2'"} << u"VINs"_s;
    QTest::newRow("board impossible") << QByteArray{"UPDATE board SET state = 77 WHERE number = 'R-2'"} << u"unreadable"_s;
    QTest::newRow("board site") << QByteArray{"UPDATE board SET site = 'Nord' WHERE number = 'R-1'"} << u"differs in site"_s;
    QTest::newRow("board gone") << QByteArray{"DELETE FROM board WHERE number = 'R-1'"} << u"missing"_s;
    QTest::newRow("setting") << QByteArray{"UPDATE setting SET value = '2'"} << u"setting a"_s;
    QTest::newRow("setting more") << QByteArray{"INSERT INTO setting VALUES('b', '2', 3)"} << u"setting b"_s;
    QTest::newRow("counter") << QByteArray{"UPDATE counter SET value = 0"} << u"counters"_s;
}

void TstStoreHistory::aTamperedProjectionIsFound()
{
    QFETCH(QByteArray, sql);
    QFETCH(QString, named);
    QVERIFY2(report().ok(), qPrintable(report().problems.join(u"; ")));
    QVERIFY(raw(sql));
    const auto found = report();
    QCOMPARE(found.firstBadSeq, 0);   // the journal itself is whole
    QVERIFY2(found.problems.join(u"; ").contains(named), qPrintable(found.problems.join(u"; ")));
}

void TstStoreHistory::projectionsAreMadeAnew()
{
    const auto before = boardText(got(journal->board()).value());
    journal.reset();
    QVERIFY(raw("UPDATE board SET paid = 1, open = 1; UPDATE counter SET value = 0; DELETE FROM setting; UPDATE vehicle_key SET plate = '';"
                "UPDATE store_info SET value = '0' WHERE name = 'projection'"));
    journal = openJournal();   // made by other rules: made anew when opening
    QVERIFY(journal);
    QCOMPARE(boardText(got(journal->board()).value()), before);
    QVERIFY2(report().ok(), qPrintable(report().problems.join(u"; ")));
}

void TstStoreHistory::theSiteOfAnInvoiceIsOnItsRow()
{
    auto north = takenIn(u"i9"_s, u"R-9"_s);
    auto taken = *north.events.back().as<domain::InvoiceTaken>();
    taken.site = u"Werk Süd \\ 'Nord'"_s + QChar{0};   // as hostile as a name can be
    north.events.back() = taken;
    const auto done = got(journal->decide({}, always(north)));
    VERIFY_OK(done);
    const auto name = u"Werk Süd \\ 'Nord'"_s + QChar{QChar::ReplacementCharacter};
    QCOMPARE(done.value().rows.front().site, name);
    // It stays when the row is written again, by another desk.
    auto other = openJournal(u"desk 2"_s);
    QVERIFY(other);
    VERIFY_OK(got(other->decide({}, always({cash(u"i9"_s, 100, u"c9"_s)}))));
    const auto sites = [&] {
        QHash<QString, QString> out;
        for (const auto rows = got(journal->board()).value(); const auto& row : rows) out.insert(row.number, row.site);
        return out;
    };
    const QHash<QString, QString> expected{{u"R-1"_s, QString{}}, {u"R-2"_s, QString{}}, {u"R-9"_s, name}};
    QCOMPARE(sites(), expected);
    const auto start = got(journal->boardStart());
    VERIFY_OK(start);
    for (const auto& row : start.value().rows) QCOMPARE(row.site, expected.value(row.number));
    QVERIFY(got(journal->verify()).value().ok());
    // And is made anew from the entries.
    other.reset();
    journal.reset();
    QVERIFY(raw("UPDATE board SET site = ''; UPDATE store_info SET value = '6' WHERE name = 'projection'"));
    journal = openJournal();
    QVERIFY(journal);
    QCOMPARE(sites(), expected);
    QVERIFY(got(journal->verify()).value().ok());
}

void TstStoreHistory::verifyInSeveralPasses()
{
    // More rows than one pass folds: filled by raw SQL, so every one of them must be reported, and the true ones must not.
    QVERIFY(raw("WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 22000) "
                "INSERT INTO vehicle_key(ref, key_id, seq, plate, body) SELECT i, 'fake' || i, i, '', '{}' FROM n"));
    const auto found = report();
    QCOMPARE(found.problems.size(), kMaxProblems + 1);
    QVERIFY(found.problems.last().startsWith(u"and 20901 more"));
    for (const auto& problem : found.problems) QVERIFY2(!problem.contains(u"R-1") && !problem.contains(u" k1"), qPrintable(problem));
}

QTEST_GUILESS_MAIN(TstStoreHistory)
#include "tst_store_history.moc"
