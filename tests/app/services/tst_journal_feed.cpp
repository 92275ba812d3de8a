// The feed tells when the journal cannot be read any more, and when it can again.
#include "app/services/journal_feed.h"
#include "tests/app/store/store_fixture.h"
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstJournalFeed final : public StoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }
    void whatCannotBeReadIsTold()
    {
        if (!usable()) return;
        auto journal = openJournal();
        services::JournalFeed feed{*journal};
        QSignalSpy lost{&feed, &services::JournalFeed::lost}, found{&feed, &services::JournalFeed::found}, rows{&feed, &services::JournalFeed::rowsChanged};
        feed.check();
        QTest::qWait(50);
        QCOMPARE(found.count(), 0);   // before follow() there is nothing to read
        feed.follow(0);
        QTRY_COMPARE(found.count(), 1);
        QVERIFY(raw("ALTER TABLE board RENAME TO board_gone"));
        feed.check();
        QTRY_COMPARE(lost.count(), 1);
        QCOMPARE(found.count(), 1);
        QVERIFY(raw("ALTER TABLE board_gone RENAME TO board"));
        feed.check();
        QTRY_COMPARE(found.count(), 2);
        QCOMPARE(rows.count(), 0);
    }
};

QTEST_GUILESS_MAIN(TstJournalFeed)
#include "tst_journal_feed.moc"
