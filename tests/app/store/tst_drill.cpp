// The drill: a backup is restored beside everything, verified from its first entry on and removed again; one that is not right is told apart, and the
// work can be ended.
#include "app/store/backup.h"
#include "app/store/drill.h"
#include "tests/app/store/store_fixture.h"
#include <QDir>

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
