// The drill: a backup is restored beside everything, verified from its first entry on and removed again; one that is not right is told apart, and the
// work can be ended.
#include "app/store/backup.h"
#include "app/store/drill.h"
#include "app/store/kept_documents.h"
#include "tests/app/store/store_fixture.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <map>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstDrill final : public StoreFixture {
    Q_OBJECT

    QString copyOf(SqlJournal& journal, int invoices)
    {
        for (int i = 0; i < invoices; ++i) (void)got(journal.decide({}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i), u"k%1"_s.arg(i)))));
        const auto file = path(dialect() == Dialect::Sqlite ? u"copy.db"_s : u"copy.jsonl"_s);
        if (!got(journal.backup(file))) qFatal("no backup");
        return file;
    }
    static void write(const QString& file, const QByteArray& bytes)
    {
        QDir{}.mkpath(QFileInfo{file}.path());
        QFile out{file};
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size()) qFatal("no file");
    }
    static QByteArray read(const QString& file)
    {
        QFile in{file};
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray{"(none)"};
    }
    QString pool(const QString& text) const
    {
        const auto sha256 = QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
        return path(u"tresen-documents/%1/%2"_s.arg(sha256.left(2), sha256));
    }
    static QStringList trials() { return QDir::temp().entryList({u"tst_drill-*"_s}); }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }

    void aGoodBackupIsCountedAndLeavesNothingBehind()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        const auto file = copyOf(*journal, 3);
        const auto before = trials();
        // What is booked afterwards is not in it.
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"later"_s, u"R-later"_s, u"klater"_s)))));
        const auto facts = got(journal->facts());
        VERIFY_OK(facts);
        QCOMPARE(facts.value().invoices, 4);
        const auto gauge = std::make_shared<WorkGauge>();
        const auto tried = got(journal->drill(file, gauge));
        VERIFY_OK(tried);
        QVERIFY2(tried.value().ok(), qPrintable(tried.value().problems.join(u'\n')));
        QCOMPARE(tried.value().facts.invoices, 3);
        QCOMPARE(tried.value().facts.keys, 3);
        QVERIFY(tried.value().facts.entries < facts.value().entries);
        QCOMPARE(tried.value().facts.schema, facts.value().schema);
        QVERIFY(!tried.value().facts.newest.isNull());
        QCOMPARE(gauge->done.load(), gauge->total.load());
        QCOMPARE(trials(), before);
        QVERIFY(QFile::exists(file));
        QVERIFY(got(journal->verify()).value().ok());
    }
    // Sheets, first prints, signatures and pages: kept with the bookings, hashed by the drill, and back in their place after all was lost.
    void theDocumentsAreInItAndComeBack()
    {
        if (!usable()) return;
        auto with = config();
        with.documentFolder = path(u"documents"_s);
        const std::map<QString, QByteArray> files{{u"beleg-R-1.pdf"_s, "%PDF first print"}, {u"signatures/a.svg"_s, "<svg/>"}, {u"taken/ab/page.jpg"_s, QByteArray(3'000'000, 'j')}, {u"leer.txt"_s, {}}};
        for (const auto& [name, bytes] : files) write(with.documentFolder + u'/' + name, bytes);
        QFile::link(path(u"documents/leer.txt"_s), path(u"documents/link.txt"_s));   // not followed
        (void)openJournal();
        SqlJournal journal{with, clock};
        VERIFY_OK(got(journal.open()));
        const auto file = copyOf(journal, 2);
        const auto tried = got(journal.drill(file, {}));
        VERIFY_OK(tried);
        QVERIFY2(tried.value().ok(), qPrintable(tried.value().problems.join(u'\n')));
        QCOMPARE(tried.value().documents, int(files.size()));

        // Lost, but one that is newer, and one nobody had when the backup was made.
        QVERIFY(QDir{with.documentFolder}.removeRecursively());
        write(path(u"documents/beleg-R-1.pdf"_s), "%PDF another");
        write(path(u"documents/later.pdf"_s), "%PDF later");
        const auto back = restoreDocuments(file, with.documentFolder, u".aside"_s);
        VERIFY_OK(back);
        QCOMPARE(back.value().problems, QStringList{});
        for (const auto& [name, bytes] : files) QCOMPARE(read(with.documentFolder + u'/' + name), bytes);
        QCOMPARE(read(path(u"documents/beleg-R-1.pdf.aside"_s)), QByteArray{"%PDF another"});
        QCOMPARE(read(path(u"documents/later.pdf"_s)), QByteArray{"%PDF later"});
        QVERIFY(!QFile::exists(path(u"documents/link.txt"_s)));
    }
    // One flipped byte in the folder of documents is found, and the next backup takes that one afresh.
    void aChangedDocumentIsFoundAndHealed()
    {
        if (!usable()) return;
        auto with = config();
        with.documentFolder = path(u"documents"_s);
        write(path(u"documents/a.pdf"_s), "%PDF a");
        write(path(u"documents/b.pdf"_s), "%PDF b");
        (void)openJournal();
        SqlJournal journal{with, clock};
        VERIFY_OK(got(journal.open()));
        const auto file = copyOf(journal, 1);
        const auto pooled = pool(u"%PDF a"_s);
        write(pooled, "%PDF x");
        const auto changed = got(journal.drill(file, {}));
        VERIFY_OK(changed);
        QCOMPARE(changed.value().problems, QStringList{u"documents: a.pdf: changed"_s});
        QCOMPARE(changed.value().documents, 1);
        const auto second = file + u".second"_s;
        VERIFY_OK(got(journal.backup(second)));
        QVERIFY(got(journal.drill(second, {})).value().ok());
        QVERIFY(got(journal.drill(file, {})).value().ok());
        QVERIFY(QFile::remove(pooled));
        QCOMPARE(got(journal.drill(file, {})).value().problems, QStringList{u"documents: a.pdf: missing"_s});
        // A list somebody has written: none of it is believed, least of all a way out of the folder.
        auto list = read(documentList(file));
        write(documentList(file), list.replace("a.pdf", "../a.pdf"));
        QCOMPARE(got(journal.drill(file, {})).value().problems, QStringList{u"documents: the list is damaged"_s});
        const auto back = restoreDocuments(file, with.documentFolder, u".aside"_s);
        VERIFY_OK(back);
        QCOMPARE(back.value().files, 0);
        QVERIFY(QFile::remove(documentList(file)));
        QCOMPARE(got(journal.drill(file, {})).value().documents, -1);   // as older versions made them
    }
    void aDamagedOneIsRefused()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        const auto file = copyOf(*journal, 2);
        QFile damaged{file};
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.resize(damaged.size() * 2 / 3));
        damaged.close();
        VERIFY_REFUSED(got(journal->drill(file, {})), "backup.damaged");
        VERIFY_REFUSED(got(journal->drill(path(u"nothing"_s), {})), "backup.none");
    }
    void itCanBeEnded()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        const auto file = copyOf(*journal, 2);
        const auto before = trials();
        const auto gauge = std::make_shared<WorkGauge>();
        gauge->stop = true;
        VERIFY_REFUSED(got(journal->drill(file, gauge)), "vault.stopped");
        VERIFY_REFUSED(got(journal->check(gauge)), "vault.stopped");
        QCOMPARE(trials(), before);
    }
    // Found by one process, every one stops: nothing more is recorded until somebody has decided.
    void fault_08_damageFoundWhileRunningStopsAllWriting()
    {
        if (!usable()) return;
        const auto here = openJournal();
        const auto there = openJournal(u"desk 2"_s);
        const auto file = copyOf(*here, 2);
        const auto more = [](const char* id) { return always(takenIn(QLatin1StringView{id}, QLatin1StringView{id})); };
        VERIFY_OK(got(there->decide({}, more("before"))));
        QVERIFY(liftTriggers() && raw("UPDATE journal SET user_name = 'x' WHERE seq = 1"));
        QVERIFY(!got(there->verify()).value().ok());
        VERIFY_REFUSED(got(here->mayWrite()), "store.stopped");
        VERIFY_REFUSED(got(here->decide({}, more("after"))), "store.stopped");
        VERIFY_REFUSED(got(there->decide({}, more("after"))), "store.stopped");
        VERIFY_REFUSED(got(openJournal(u"desk 3"_s)->decide({}, more("after"))), "store.stopped");   // a start does not forget it
        QVERIFY(got(here->board()).ok());                                                            // what can be read is shown
        QCOMPARE(got(here->check({})).value().ok(), false);                                          // looking again changes nothing
        VERIFY_REFUSED(got(here->mayWrite()), "store.stopped");
    }
    void aRestoredJournalIsWrittenInAgain()
    {
        if (!usable()) return;
        auto journal = openJournal();
        const auto file = copyOf(*journal, 2);
        QVERIFY(raw("UPDATE item SET number = 'R-9' WHERE number = 'R-1'"));
        QVERIFY(!got(journal->check({})).value().ok());
        VERIFY_REFUSED(got(journal->decide({}, always(takenIn(u"a"_s, u"a"_s)))), "store.stopped");
        journal.reset();
        VERIFY_OK(restore(file, config(), clock.now()));
        journal = openJournal();
        VERIFY_OK(got(journal->mayWrite()));
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"a"_s, u"a"_s)))));
    }
    void whatIsInOrderAgainIsWrittenInAgain()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        const auto there = openJournal(u"desk 2"_s);
        (void)copyOf(*journal, 2);
        QVERIFY(raw("UPDATE item SET number = 'R-9' WHERE number = 'R-1'"));
        QVERIFY(!got(journal->check({})).value().ok());
        VERIFY_REFUSED(got(journal->mayWrite()), "store.stopped");
        QVERIFY(raw("UPDATE item SET number = 'R-1' WHERE number = 'R-9'"));
        QVERIFY(got(there->check({})).value().ok());   // whoever finds it in order: it holds for everybody
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"a"_s, u"a"_s)))));
    }
    // No rule decides on what only the board shows: it is told, made anew from the entries, and nobody stops for it.
    void whatOnlyTheBoardShowsStopsNobody_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::newRow("plate") << QByteArray{"UPDATE board SET plate = 'M-XX 1' WHERE number = 'R-1'"};
        QTest::newRow("row lost") << QByteArray{"DELETE FROM board WHERE number = 'R-1'"};
        QTest::newRow("codes") << QByteArray{"INSERT INTO sheet_code(code, ref) SELECT 'X-1', ref FROM item WHERE number = 'R-1'"};
        QTest::newRow("links") << QByteArray{"INSERT INTO request_link(portal, link, ref) SELECT 'p', 'l', ref FROM item WHERE number = 'R-1'"};
        QTest::newRow("vins") << QByteArray{"INSERT INTO stay_vin(vin, key_id, ref) SELECT 'WDB', key_id, ref FROM item WHERE number = 'R-1'"};
    }
    void whatOnlyTheBoardShowsStopsNobody()
    {
        QFETCH(QByteArray, damage);
        if (!usable()) return;
        const auto journal = openJournal();
        (void)copyOf(*journal, 2);
        const auto before = boardText(got(journal->board()).value());
        QVERIFY(raw(damage));
        for (const auto& found : {got(journal->check({})), got(journal->verify())}) {
            VERIFY_OK(found);
            QCOMPARE(found.value().hurt, ports::Hurt::Display);
            QCOMPARE(found.value().parts, QStringList{u"board"_s});
            QVERIFY(!found.value().ok() && found.value().canBeRemade() && !found.value().remade);
        }
        VERIFY_OK(got(journal->mayWrite()));
        const auto remade = got(journal->remake({}));
        VERIFY_OK(remade);
        QVERIFY(remade.value().remade && !remade.value().ok());
        QVERIFY(got(journal->verify()).value().ok());
        QCOMPARE(boardText(got(journal->board()).value()), before);
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"a"_s, u"a"_s)))));
    }
    // Rules decide on these: nobody records on them before they are made anew, and everybody goes on at once afterwards.
    void whatRulesDecideOnStopsUntilItIsMadeAnew_data()
    {
        QTest::addColumn<QByteArray>("damage");
        QTest::addColumn<QString>("part");
        QTest::newRow("item") << QByteArray{"UPDATE item SET owed = 1 - owed WHERE number = 'R-1'"} << u"items"_s;
        QTest::newRow("item unreadable") << QByteArray{"UPDATE item SET body = '{' WHERE number = 'R-1'"} << u"items"_s;
        QTest::newRow("key") << QByteArray{"UPDATE vehicle_key SET plate = 'X'"} << u"keys"_s;
        QTest::newRow("counter") << QByteArray{"INSERT INTO counter(site, name, value) VALUES('x', 'sheet', 9)"} << u"counters"_s;
        QTest::newRow("setting") << QByteArray{"INSERT INTO setting(name, value, seq) VALUES('payee.iban', 'DE1', 1)"} << u"settings"_s;
        QTest::newRow("person") << QByteArray{"INSERT INTO person(place, body) VALUES(7, '{')"} << u"people"_s;
    }
    void whatRulesDecideOnStopsUntilItIsMadeAnew()
    {
        QFETCH(QByteArray, damage);
        QFETCH(QString, part);
        if (!usable()) return;
        const auto journal = openJournal();
        const auto there = openJournal(u"desk 2"_s);
        (void)copyOf(*journal, 2);
        const auto before = boardText(got(journal->board()).value());
        QVERIFY(raw(damage));
        const auto found = got(journal->check({}));
        VERIFY_OK(found);
        QCOMPARE(found.value().hurt, ports::Hurt::Rules);
        QVERIFY2(found.value().parts.contains(part), qPrintable(found.value().parts.join(u',')));
        QCOMPARE(found.value().firstBadSeq, 0);
        VERIFY_REFUSED(got(there->decide({}, always(takenIn(u"a"_s, u"a"_s)))), "store.stopped");
        VERIFY_REFUSED(got(journal->mayWrite()), "store.stopped");
        const auto remade = got(there->remake({}));
        VERIFY_OK(remade);
        QVERIFY(remade.value().remade);
        VERIFY_OK(got(journal->mayWrite()));
        VERIFY_OK(got(there->mayWrite()));
        QVERIFY(got(journal->verify()).value().ok());
        QCOMPARE(boardText(got(journal->board()).value()), before);
        VERIFY_OK(got(journal->decide({}, always(takenIn(u"a"_s, u"a"_s)))));
    }
    // The truth itself cannot be made anew from anything: whatever else differs, nothing is touched.
    void damageOfTheTruthIsNotMadeAnew()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        (void)copyOf(*journal, 2);
        QVERIFY(liftTriggers() && raw("UPDATE journal SET user_name = 'x' WHERE seq = 2; UPDATE board SET plate = 'M-XX 1' WHERE number = 'R-1'"));
        const auto found = got(journal->remake({}));
        VERIFY_OK(found);
        QCOMPARE(found.value().hurt, ports::Hurt::Truth);
        QCOMPARE(found.value().firstBadSeq, 2);
        QVERIFY(!found.value().canBeRemade() && !found.value().remade);
        QVERIFY(found.value().parts.contains(u"entries"_s) && found.value().parts.contains(u"board"_s));
        QCOMPARE(rawInteger("SELECT count(*) FROM board WHERE plate = 'M-XX 1'"), 1);
        VERIFY_REFUSED(got(journal->mayWrite()), "store.stopped");
    }
    void theCheckBesideTheBookingsFindsWhatTheOtherFinds()
    {
        if (!usable()) return;
        const auto journal = openJournal();
        (void)copyOf(*journal, 2);
        const auto good = got(journal->check({}));
        VERIFY_OK(good);
        QVERIFY(good.value().ok());
        QCOMPARE(good.value().entries, got(journal->verify()).value().entries);
        QVERIFY(raw("UPDATE board SET plate = 'M-XX 1' WHERE number = 'R-1'") || raw("UPDATE item SET number = 'R-9' WHERE number = 'R-1'"));
        const auto bad = got(journal->check({}));
        VERIFY_OK(bad);
        QVERIFY(!bad.value().ok());
        QCOMPARE(bad.value().problems, got(journal->verify()).value().problems);
    }
};

QTEST_GUILESS_MAIN(TstDrill)
#include "tst_drill.moc"
