// Salvage: what can still be read of a damaged journal is counted, brought along into a restored backup as far as it follows without a break, and exported.
// What it says it has kept is there afterwards, to the last entry, and the whole verifies.
#include "app/store/backup.h"
#include "app/store/damage_mark.h"
#include "app/store/head_mark.h"
#include "app/store/salvage.h"
#include "app/store/sqlite_connection.h"
#include "app/store/verify.h"
#include "tests/app/store/store_fixture.h"
#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstSalvage final : public StoreFixture {
    Q_OBJECT

    static void book(SqlJournal& journal, const QString& prefix, int invoices)
    {
        for (int i = 0; i < invoices; ++i) {
            const auto id = u"%1-%2"_s.arg(prefix).arg(i);
            if (!got(journal.decide({}, always(takenIn(id, u"R-"_s + id, u"k-"_s + id))))) qFatal("not booked");
        }
    }
    QString backupOf(SqlJournal& journal)
    {
        const auto file = path(dialect() == Dialect::Sqlite ? u"copy.db"_s : u"copy.jsonl"_s);
        if (!got(journal.backup(file))) qFatal("no backup");
        return file;
    }
    static std::vector<domain::Recorded> all(SqlJournal& journal) { return got(journal.entries(0, 100'000)).value(); }
    // The first `kept` entries are these, and everything is in order.
    void holds(const std::vector<domain::Recorded>& before, qint64 kept)
    {
        const auto journal = openJournal();
        QVERIFY(journal);
        const auto now = all(*journal);
        QCOMPARE(qint64(now.size()), kept);
        for (std::size_t i = 0; i < now.size(); ++i) {
            QCOMPARE(now[i].at.ms, before[i].at.ms);
            QCOMPARE(domain::toJson(now[i].event), domain::toJson(before[i].event));
        }
        const auto report = got(journal->verify()).value();
        QVERIFY2(report.ok(), qPrintable(report.problems.join(u'\n')));
        VERIFY_OK(got(journal->mayWrite()));
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"afterwards"_s, u"R-afterwards"_s)))));
    }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }

    void whatFollowsTheBackupComesAlong()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 3);
        const auto file = backupOf(*journal);
        clock.advance(60'000);
        book(*journal, u"new"_s, 4);
        ports::Decision withTask = takenIn(u"task"_s, u"R-task"_s);
        withTask.outbox.push_back({u"t-1"_s, u"mail"_s, domain::InvoiceId{u"task"_s}, QByteArray{"{\"a\":1}"}});
        VERIFY_OK(got(journal->decide({}, always(withTask))));
        const auto before = all(*journal);
        const auto inBackup = got(journal->drill(file, {})).value().facts;
        QVERIFY(liftTriggers() && raw("UPDATE journal SET user_name = 'x' WHERE seq = 1"));   // long since in the backup
        QVERIFY(!got(journal->verify()).value().ok());
        journal.reset();

        const auto looked = lookAtDamage(config(), {file});
        VERIFY_OK(looked);
        const auto& r = looked.value();
        QCOMPARE(r.backup, file);
        QCOMPARE(r.inBackup.entries, inBackup.entries);
        QCOMPARE(r.inBackup.invoices, 3);
        QCOMPARE(r.inBackup.newest.ms, inBackup.newest.ms);
        QCOMPARE(r.damaged.entries, qint64(before.size()) - 1);
        QCOMPARE(r.damaged.lost, 1);
        QCOMPARE(r.damaged.invoices, 8);
        QCOMPARE(r.later, qint64(before.size()) - inBackup.entries);
        QCOMPARE(r.laterNewest.ms, before.back().at.ms);
        QCOMPARE(r.laterLost, 0);
        QVERIFY(!r.whole && !r.otherHistory);

        const auto restored = restore(file, config(), clock.now(), {true, {}});
        VERIFY_OK(restored);
        QCOMPARE(restored.value().salvaged.entries, r.later);
        QCOMPARE(restored.value().salvaged.lost, 0);
        QCOMPARE(restored.value().salvaged.tasks, 1);
        QCOMPARE(restored.value().salvaged.newest.ms, before.back().at.ms);
        QVERIFY(!restored.value().kept.isEmpty());
        holds(before, qint64(before.size()));
        const auto due = got(openJournal()->outboxDue(clock.now().plusMs(1'000), 10)).value();
        QCOMPARE(due.size(), std::size_t{1});
        QCOMPARE(due.front().payload, QByteArray{"{\"a\":1}"});
    }
    // Beyond the break the entries are whole in themselves, and follow from nothing that is there.
    void itEndsAtTheBreak()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 2);
        const auto file = backupOf(*journal);
        const auto inBackup = qint64(all(*journal).size());
        book(*journal, u"new"_s, 5);
        const auto before = all(*journal);
        journal.reset();
        const auto broken = inBackup + 3;
        QVERIFY(liftTriggers() && raw("UPDATE journal SET user_name = 'x' WHERE seq >= " + QByteArray::number(broken) + " AND seq < " + QByteArray::number(broken + 2)));
        const auto looked = lookAtDamage(config(), {path(u"none.db"_s), file});   // one that is not there, and the next
        VERIFY_OK(looked);
        QCOMPARE(looked.value().notGood.size(), 1);
        QCOMPARE(looked.value().later, 2);
        QVERIFY(looked.value().laterLost > 0);
        QCOMPARE(looked.value().laterLost, qint64(before.size()) - inBackup - 2);
        const auto restored = restore(file, config(), clock.now(), {true, {}});
        VERIFY_OK(restored);
        QCOMPARE(restored.value().salvaged.entries, 2);
        QCOMPARE(restored.value().salvaged.lost, looked.value().laterLost);
        holds(before, inBackup + 2);
    }
    void aSettingIsReadAsFarAsItCanBe()
    {
        if (!usable()) return;
        auto journal = openJournal();
        VERIFY_OK(got(journal->decide({}, always(std::vector<domain::Event>{domain::SettingChanged{u"store.id"_s, u"0123456789ab"_s, {}}}))));
        journal.reset();
        QCOMPARE(readableSetting(config(), u"store.id"_s), u"0123456789ab"_s);
        QCOMPARE(readableSetting(config(), u"store.none"_s), QString{});
        auto elsewhere = config();
        elsewhere.file = path(u"none.db"_s);
        elsewhere.port = 1;
        QCOMPARE(readableSetting(elsewhere, u"store.id"_s), QString{});
    }
    void theBackupAloneLeavesItOut()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 2);
        const auto file = backupOf(*journal);
        const auto inBackup = qint64(all(*journal).size());
        book(*journal, u"new"_s, 2);
        const auto before = all(*journal);
        journal.reset();
        VERIFY_OK(restore(file, config(), clock.now()));
        holds(before, inBackup);
    }
    // Another history at the backup's end: nothing follows, and nothing is changed.
    void ofAnotherHistoryNothingIsBrought()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 2);
        const auto file = backupOf(*journal);
        const auto end = QByteArray::number(all(*journal).back().seq);
        book(*journal, u"new"_s, 2);
        const auto before = all(*journal);
        journal.reset();
        // A whole entry with another text at the place where the backup ends.
        QVERIFY(liftTriggers());
        {
            const auto db = makeConnection(config());
            VERIFY_OK(db->open());
            static const auto sql = entrySelect("WHERE seq = ?");
            auto& q = db->statement(sql.constData()).with(end.toLongLong());
            QVERIFY(q.next());
            auto entry = readEntry(q);
            VERIFY_OK(q.run());
            entry.user = "somebody else";
            entry.hash = hashOf(entry);
            VERIFY_OK(db->statement("UPDATE journal SET user_name = ?, hash = ? WHERE seq = ?").with(entry.user, entry.hash, entry.seq).run());
        }
        const auto looked = lookAtDamage(config(), {file});
        VERIFY_OK(looked);
        QVERIFY(looked.value().otherHistory);
        QCOMPARE(looked.value().later, 0);
        VERIFY_REFUSED(restore(file, config(), clock.now(), {true, {}}), "store.other_history");
        QCOMPARE(qint64(all(*openJournal()).size()), qint64(before.size()));   // the damaged one is where it was
    }
    // The check of a database is one statement, and the longest part of looking at a large backup.
    void theCheckOfADatabaseEndsInTheMiddle()
    {
        StoreConfig large;
        large.file = path(u"large.db"_s);
        SqliteConnection db{large};
        VERIFY_OK(db.open());
        VERIFY_OK(db.script("CREATE TABLE bulk(n INTEGER NOT NULL, words TEXT NOT NULL);"
                            "WITH RECURSIVE count(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM count WHERE n < 100000) INSERT INTO bulk SELECT n, hex(n) FROM count"));
        const auto gauge = std::make_shared<WorkGauge>();
        const auto whole = checkDatabase(db, gauge);
        QVERIFY(whole.ok() && whole.value().isEmpty());
        gauge->stop = true;
        VERIFY_REFUSED(checkDatabase(db, gauge), "vault.stopped");
        QVERIFY(checkDatabase(db).ok());   // nothing of it stays at the connection
    }
    void itCanBeEndedAndChangesNothing()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 2);
        const auto file = backupOf(*journal);
        book(*journal, u"new"_s, 2);
        const auto before = all(*journal);
        journal.reset();
        const auto gauge = std::make_shared<WorkGauge>();
        gauge->stop = true;
        VERIFY_REFUSED(checkBackup(file, gauge), "vault.stopped");
        VERIFY_REFUSED(lookAtDamage(config(), {file}, gauge), "vault.stopped");
        VERIFY_REFUSED(restore(file, config(), clock.now(), {true, gauge}), "vault.stopped");
        VERIFY_REFUSED(exportReadable(config(), path({}), clock.now(), gauge), "vault.stopped");
        QVERIFY(QDir{path({})}.entryList({u"*.reading*"_s, u"*.restoring*"_s, u"tresen-readable*"_s}).isEmpty());
        holds(before, qint64(before.size()));
    }
    // Only what is made of the entries is hurt: the bookings themselves are whole, and the look says so.
    void aWholeJournalIsCalledWhole()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 3);
        journal.reset();
        QVERIFY(raw("UPDATE item SET number = 'R-9' WHERE number = 'R-old-1'"));
        const auto looked = lookAtDamage(config(), {});
        VERIFY_OK(looked);
        QVERIFY(looked.value().whole);
        QVERIFY(looked.value().backup.isEmpty());
        QCOMPARE(looked.value().damaged.lost, 0);
    }
    // The first file is a backup like any other; what is beyond the break stands in a second one.
    void whatCanBeReadIsExported()
    {
        if (!usable()) return;
        auto journal = openJournal();
        book(*journal, u"old"_s, 4);
        const auto before = all(*journal);
        journal.reset();
        constexpr qint64 kBroken = 4;
        QVERIFY(liftTriggers() && raw("UPDATE journal SET user_name = 'x' WHERE seq = 4"));
        QVERIFY(QDir{}.mkpath(path(u"out"_s)));
        const auto exported = exportReadable(config(), path(u"out"_s), clock.now());
        VERIFY_OK(exported);
        QCOMPARE(exported.value().entries, kBroken - 1);
        QCOMPARE(exported.value().beyond, qint64(before.size()) - kBroken);
        QCOMPARE(exported.value().files.size(), 2);
        VERIFY_OK(checkBackup(exported.value().files.front()));
        QFile beyond{exported.value().files.back()};
        QVERIFY(beyond.open(QIODevice::ReadOnly));
        const auto lines = beyond.readAll().trimmed().split('\n');
        QCOMPARE(qint64(lines.size()), exported.value().beyond);
        QCOMPARE(QJsonDocument::fromJson(lines.front()).object()[u"seq"].toInteger(), kBroken + 1);
        VERIFY_OK(restore(exported.value().files.front(), config(), clock.now()));
        holds(before, kBroken - 1);
    }
    // Bytes flipped anywhere in the file, again and again: nothing that was promised is lost, what comes out is in order, and the damaged file stays as it was.
    void fault_08_flippedBytesAnywhere()
    {
        if (!usable()) return;
        if (dialect() != Dialect::Sqlite) QSKIP("the server keeps its own files");
        constexpr int kRounds = 60;
        std::mt19937 random{20'261'128};
        auto journal = openJournal();
        book(*journal, u"old"_s, 20);
        const auto backup = backupOf(*journal);
        const auto inBackup = qint64(all(*journal).size());
        book(*journal, u"new"_s, 20);
        const auto before = all(*journal);
        journal.reset();
        const auto good = path(u"good.db"_s), file = config().file;
        QVERIFY(QFile::copy(file, good) && QFile::copy(file + headMarkTail(), good + headMarkTail()));
        int some = 0, complete = 0;
        for (int round = 0; round < kRounds; ++round) {
            for (const auto& old : QDir{path({})}.entryList({u"tresen.db*"_s}, QDir::Files)) QFile::remove(path(old));
            QVERIFY(QFile::copy(good, file) && QFile::copy(good + headMarkTail(), file + headMarkTail()));
            QFile bytes{file};
            QVERIFY(bytes.open(QIODevice::ReadWrite));
            auto content = bytes.readAll();
            // A run of them, as a bad sector makes it, or a single one.
            const auto at = qsizetype(100 + random() % static_cast<unsigned>(content.size() - 700));
            for (qsizetype i = 0; i < (round % 3 == 0 ? 1 : 512); ++i) content[at + i] = static_cast<char>(random());
            bytes.seek(0);
            QCOMPARE(bytes.write(content), content.size());
            bytes.close();
            const auto looked = lookAtDamage(config(), {backup});
            VERIFY_OK(looked);
            const auto promised = looked.value().later;
            // The number of the last one may be what is hurt: more may seem to be lost, never less.
            QVERIFY(promised <= qint64(before.size()) - inBackup && promised + looked.value().laterLost >= qint64(before.size()) - inBackup);
            const auto restored = restore(backup, config(), clock.now().plusMs(round), {true, {}});
            if (!restored) {   // nothing at all could be opened: then nothing was promised, and nothing has been touched
                QCOMPARE(promised, 0);
                VERIFY_OK(restore(backup, config(), clock.now().plusMs(round)));
            } else {
                QCOMPARE(restored.value().salvaged.entries, promised);
            }
            QFile kept{file + u".replaced-"_s + clock.now().plusMs(round).utc().toString(u"yyyyMMdd'T'HHmmsszzz")};
            QVERIFY(kept.open(QIODevice::ReadOnly));
            QVERIFY(kept.readAll() == content);
            holds(before, inBackup + promised);
            if (QTest::currentTestFailed()) return qWarning("round %d, at %lld", round, static_cast<long long>(at));
            some += promised > 0;
            complete += promised == qint64(before.size()) - inBackup;
        }
        QVERIFY2(some > kRounds / 2 && complete > 0 && complete < kRounds, qPrintable(u"%1 some, %2 all"_s.arg(some).arg(complete)));
    }
    // The whole first page is gone: an answer, no failure; the mark of the head still says how much there was.
    void ofWhatCannotBeOpenedTheHeadIsKnown()
    {
        if (!usable()) return;
        if (dialect() != Dialect::Sqlite) QSKIP("the server keeps its own files");
        auto journal = openJournal();
        book(*journal, u"old"_s, 2);
        const auto backup = backupOf(*journal);
        const auto inBackup = qint64(all(*journal).size());
        book(*journal, u"new"_s, 3);
        const auto entries = qint64(all(*journal).size());
        journal.reset();
        QFile bytes{config().file};
        QVERIFY(bytes.open(QIODevice::ReadWrite) && bytes.write(QByteArray(4'096, 'z')) == 4'096);
        bytes.close();
        const auto looked = lookAtDamage(config(), {backup});
        VERIFY_OK(looked);
        QCOMPARE(looked.value().damaged.entries, 0);
        QCOMPARE(looked.value().damaged.lost, entries);
        QCOMPARE(looked.value().later, 0);
        QCOMPARE(looked.value().laterLost, entries - inBackup);
        QVERIFY(!looked.value().whole);
    }
};

QTEST_GUILESS_MAIN(TstSalvage)
#include "tst_salvage.moc"
