// Cars that wait for their owner: working days around weekends, and whom the rule means.
#include "app/domain/waiting_rules.h"
#include <QTest>
#include <rapidcheck.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

class TstWaitingRules : public QObject {
    Q_OBJECT

    static Instant at(QDate day, int hour = 10) { return Instant{QDateTime{day, QTime{hour, 0}}.toMSecsSinceEpoch()}; }
    static BoardRow paid(QDate since)
    {
        BoardRow row;
        row.key = KeyId{u"k-1"_s};
        row.state = BoardState::Paid;
        row.keyState = KeyState::Held;
        row.readyAt = at(since);
        return row;
    }

private Q_SLOTS:
    void weekendsDoNotCount_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<int>("days");
        const QDate friday{2026, 11, 20};
        QTest::newRow("same day") << friday << friday << 0;
        QTest::newRow("Friday to Saturday") << friday << friday.addDays(1) << 0;
        QTest::newRow("Friday to Sunday") << friday << friday.addDays(2) << 0;
        QTest::newRow("Friday to Monday") << friday << friday.addDays(3) << 1;
        QTest::newRow("Friday to Thursday") << friday << friday.addDays(6) << 4;
        QTest::newRow("a week") << friday << friday.addDays(7) << 5;
        QTest::newRow("Saturday to Monday") << friday.addDays(1) << friday.addDays(3) << 1;
        QTest::newRow("Sunday to Sunday") << friday.addDays(2) << friday.addDays(9) << 5;
        QTest::newRow("Monday to Friday") << friday.addDays(3) << friday.addDays(7) << 4;
        QTest::newRow("backwards") << friday << friday.addDays(-3) << 0;
        QTest::newRow("over the year") << QDate{2026, 12, 31} << QDate{2027, 1, 4} << 2;
        QTest::newRow("invalid") << QDate{} << friday << 0;
    }
    void weekendsDoNotCount()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(int, days);
        QCOMPARE(workingDaysBetween(first, last), days);
    }
    void countedOneByOneItIsTheSame()
    {
        QVERIFY(rc::check("the same as walking day by day", [] {
            const auto first = QDate{2020, 1, 1}.addDays(*rc::gen::inRange(0, 4000));
            const auto last = first.addDays(*rc::gen::inRange(0, 400));
            int walked = 0;
            for (auto day = first.addDays(1); day <= last; day = day.addDays(1)) walked += day.dayOfWeek() <= 5 ? 1 : 0;
            RC_ASSERT(workingDaysBetween(first, last) == walked);
        }));
    }
    void onlyMoreThanThePatienceWaits()
    {
        const QDate monday{2026, 11, 16};
        QCOMPARE(waitedForPickUp(paid(monday), monday.addDays(3), 3), 0);   // Thursday: three days, not more
        QCOMPARE(waitedForPickUp(paid(monday), monday.addDays(4), 3), 4);
        const QDate friday{2026, 11, 20};
        QCOMPARE(waitedForPickUp(paid(friday), friday.addDays(5), 3), 0);   // Wednesday: the weekend between does not count
        QCOMPARE(waitedForPickUp(paid(friday), friday.addDays(6), 3), 4);
        QCOMPARE(waitedForPickUp(paid(friday), friday.addDays(3), 1), 0);
        QCOMPARE(waitedForPickUp(paid(friday), friday.addDays(4), 1), 2);
    }
    void onlyWhereNothingIsMissingAndTheKeyIsHere()
    {
        const QDate monday{2026, 11, 2}, today{2026, 11, 23};
        for (const auto state : {BoardState::Paid, BoardState::OnAccount, BoardState::Overpaid}) {
            auto row = paid(monday);
            row.state = state;
            QCOMPARE(waitedForPickUp(row, today, 3), 15);
            row.keyState = KeyState::Returned;
            QCOMPARE(waitedForPickUp(row, today, 3), 15);
            row.keyState = KeyState::Released;
            QCOMPARE(waitedForPickUp(row, today, 3), 0);
        }
        for (const auto state : {BoardState::Open, BoardState::Requested, BoardState::Running, BoardState::Unknown, BoardState::Part, BoardState::Reversed, BoardState::HandedOver, BoardState::Cancelled}) {
            auto row = paid(monday);
            row.state = state;
            QCOMPARE(waitedForPickUp(row, today, 3), 0);
        }
        auto noKey = paid(monday);
        noKey.key = {};
        QCOMPARE(waitedForPickUp(noKey, today, 3), 0);
        auto noTime = paid(monday);
        noTime.readyAt = {};
        QCOMPARE(waitedForPickUp(noTime, today, 3), 0);
    }
};

QTEST_GUILESS_MAIN(TstWaitingRules)
#include "tst_waiting_rules.moc"
