// Saved filters, columns of the board and what the options leave out: the values, their limits, and what a broken setting becomes.
#include "app/core/limits.h"
#include "tests/ui/board_sample.h"
#include "ui/models/board_columns.h"
#include "ui/models/board_filter.h"
#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstBoardFilter : public QObject {
    Q_OBJECT

    static BoardFilter waiting(int days = 0)
    {
        BoardFilter f;
        f.tab = BoardTab::Waits;
        f.options.olderDays = days;
        return f;
    }
    static QStringList numbers(const BoardModel& model)
    {
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row) out += model.rowAt(row).number;
        return out;
    }
    // Every vehicle came on the same Monday, a week before the clock of the tests.
    static std::vector<domain::BoardRow> rowsOf(QDate came)
    {
        auto rows = test::boardRows();
        for (auto& row : rows) row.readyAt = Instant{QDateTime{came, QTime{8, 0}}.toMSecsSinceEpoch()};
        return rows;
    }

private Q_SLOTS:
    void savedAndReadAgain()
    {
        SavedFilters saved;
        QVERIFY(saved.add(u"  Old   ones "_s, waiting(7)).ok());
        auto hers = waiting();
        hers.words = u"Öztürk"_s;
        hers.options.handedOver = false;
        hers.options.waits = true;
        hers.options.ownSite = true;
        QVERIFY(saved.add(u"Hers"_s, hers).ok());
        QCOMPARE(saved.all().front().name, u"Old ones"_s);
        QCOMPARE(SavedFilters::fromText(saved.text()), saved);
        QCOMPARE(saved.nameOf(hers), u"Hers"_s);
        QCOMPARE(saved.nameOf(SavedFilters::waitsForPickUp()), SavedFilters::nameOfWaiting());
        QVERIFY(saved.nameOf({}).isEmpty());
    }
    void namesAndNumbersHaveLimits()
    {
        SavedFilters saved;
        QCOMPARE(saved.add(u"Everything"_s, {}).error().code, u"filters.everything"_s);
        QCOMPARE(saved.add(u"  "_s, waiting()).error().code, u"filters.name"_s);
        QCOMPARE(saved.add(QString{limits::kMaxFilterName + 1, u'x'}, waiting()).error().code, u"filters.long"_s);
        QVERIFY(saved.add(u"Waiting"_s, waiting()).ok());
        QCOMPARE(saved.add(u"WAITING"_s, waiting(3)).error().code, u"filters.taken"_s);
        QCOMPARE(saved.add(SavedFilters::nameOfWaiting(), waiting(3)).error().code, u"filters.taken"_s);
        for (int i = 1; i < limits::kMaxFilters; ++i) QVERIFY(saved.add(QString::number(i), waiting(i)).ok());
        const auto full = saved.add(u"One more"_s, waiting(99));
        QCOMPARE(full.error().code, u"filters.full"_s);
        QVERIFY(!SavedFilters::refusal(full.error()).isEmpty());
        QCOMPARE(SavedFilters::fromText(saved.text()).count(), limits::kMaxFilters);
    }
    void renamedMovedDeleted()
    {
        SavedFilters saved;
        for (const auto& name : {u"a"_s, u"b"_s, u"c"_s}) QVERIFY(saved.add(name, waiting(saved.count() + 1)).ok());
        QVERIFY(saved.move(2, -1));
        QCOMPARE(saved.all()[1].name, u"c"_s);
        QVERIFY(!saved.move(0, -1));
        QVERIFY(!saved.move(2, 1));
        QCOMPARE(saved.rename(0, u"C"_s).error().code, u"filters.taken"_s);
        QVERIFY(saved.rename(0, u"A"_s).ok());   // its own name in another case
        saved.remove(1);
        saved.remove(7);
        QCOMPARE(saved.count(), 2);
        QCOMPARE(saved.all()[0].name, u"A"_s);
        QCOMPARE(saved.all()[1].name, u"b"_s);
    }
    void brokenTextIsLeftOut()
    {
        QCOMPARE(SavedFilters::fromText({}).count(), 0);
        QCOMPARE(SavedFilters::fromText(u"[1, \"x\", {}, {\"name\":\"\"}]"_s).count(), 0);
        QCOMPARE(SavedFilters::fromText(u"{\"name\":\"x\"}"_s).count(), 0);
        const auto read = SavedFilters::fromText(uR"([{"name":"x","tab":"fly","olderDays":99999,"words":"a"},{"name":"X","tab":"act"}])"_s);
        QCOMPARE(read.count(), 1);   // the second has the same name
        QCOMPARE(read.all().front().filter.tab, BoardTab::All);
        QCOMPARE(read.all().front().filter.options.olderDays, limits::kMaxFilterDays);
        QJsonArray many;
        for (int i = 0; i < 100; ++i) many.append(QJsonObject{{u"name"_s, QString::number(i)}, {u"tab"_s, u"act"_s}});
        QCOMPARE(SavedFilters::fromText(QString::fromUtf8(QJsonDocument{many}.toJson(QJsonDocument::Compact))).count(), limits::kMaxFilters);
    }
    void optionsLeaveOut()
    {
        ManualClock clock{test::boardNow()};   // a Monday
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.setRows(rowsOf(clock.now().local().date().addDays(-7)));
        QCOMPARE(model.rowCount(), 14);
        model.setOptions({false, 0, false});
        QCOMPARE(model.rowCount(), 13);
        QVERIFY(!numbers(model).contains(u"2026-4079"_s));
        model.setOptions({true, 7, false});
        QCOMPARE(model.rowCount(), 14);
        model.setOptions({true, 8, false});
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.count(BoardTab::All), 14);   // tabs count whatever is left out
        clock.advance(24 * 3600 * 1000);
        model.tick();                                // the next morning
        QCOMPARE(model.rowCount(), 14);
    }
    void onlyTheSiteOfThisDesk()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QSignalSpy told{&model, &BoardModel::sitesChanged};
        model.setSites(u"Nord"_s, u"Werk Süd"_s);
        QVERIFY(!model.severalSites());              // nothing is here yet
        auto rows = test::boardRows();
        for (std::size_t i = 0; i < 4; ++i) rows[i].site = u"Nord"_s;
        rows[4].site = u"Werk Süd"_s;                // named as the main one is called today: the same
        model.setRows(rows);
        QVERIFY(model.severalSites());
        QCOMPARE(told.count(), 2);
        model.setOptions({true, 0, false, true});
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(SavedFilters::describe({BoardTab::All, {}, model.options()}).contains(u"only my site"));
        for (int row = 0; row < model.rowCount(); ++row) QCOMPARE(model.index(row, BoardModel::Site).data().toString(), u"Nord"_s);
        // What is taken over here comes, what is taken over there does not.
        auto news = rows[10];
        news.invoice = domain::InvoiceId{u"new"_s};
        news.site = u"Nord"_s;
        auto theirs = news;
        theirs.invoice = domain::InvoiceId{u"theirs"_s};
        theirs.site.clear();
        model.apply({news, theirs});
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(model.rowOf(theirs.invoice) < 0);
        // The desk moves to the main site, which is called otherwise then.
        model.setSites(u"Werk Süd"_s, u"Werk Süd"_s);
        QCOMPARE(model.rowCount(), 11);
        model.setSites(u"Zentrale"_s, u"Zentrale"_s);
        QCOMPARE(model.rowCount(), 10);              // the one that named it by its old name is another's now
        model.setOptions({});
        QCOMPARE(model.rowCount(), 16);
    }
    void oneSiteIsNoChoice()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        model.setSites(u"Werk Süd"_s, u"Werk Süd"_s);
        model.setRows(test::boardRows());
        QVERIFY(!model.severalSites());
        model.setOptions({true, 0, false, true});    // out of a saved filter
        QCOMPARE(model.rowCount(), 14);
        auto other = test::boardRows().front();
        other.invoice = domain::InvoiceId{u"new"_s};
        other.site = u"Nord"_s;
        model.apply({other});
        QVERIFY(model.severalSites());
        QCOMPARE(model.rowCount(), 14);
    }
    void handedOverOnesAreFoundWhereTheyAreAskedFor()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.setOptions({false, 0, false});
        model.setRows(test::boardRows());
        QCOMPARE(model.rowCount(), 13);
        model.setTab(BoardTab::Done);
        QVERIFY(numbers(model).contains(u"2026-4079"_s));
        QCOMPARE(model.shownCount(), model.count(BoardTab::Done));
        model.setTab(BoardTab::All);
        QVERIFY(!numbers(model).contains(u"2026-4079"_s));
        model.setQuery(u"2026-4079"_s);
        QCOMPARE(numbers(model), QStringList{u"2026-4079"_s});
        model.setQuery({});
        QCOMPARE(model.rowCount(), 13);
        // Its key goes: it leaves the list as it happens, and stands among the finished ones.
        auto gone = model.rowAt(model.rowCount() - 1);
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.rowAt(row).state == domain::BoardState::Paid) gone = model.rowAt(row);
        gone.state = domain::BoardState::HandedOver;
        gone.keyState = domain::KeyState::Released;
        gone.seq += 1;
        model.apply({gone});
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.rowOf(gone.invoice), -1);
        model.setTab(BoardTab::Done);
        QVERIFY(numbers(model).contains(gone.number));
    }
    void whoWaitsForPickUpIsMarkedAndFound()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        auto rows = rowsOf(clock.now().local().date().addDays(-5));   // a Wednesday: three working days until today
        model.setRows(rows);
        model.setOptions(SavedFilters::waitsForPickUp().options);
        QCOMPARE(model.rowCount(), 0);
        clock.advance(24 * 3600 * 1000);
        model.tick();
        QCOMPARE(model.rowCount(), 5);   // overpaid, three paid ones, on account
        for (int row = 0; row < model.rowCount(); ++row) {
            QCOMPARE(model.waited(row), 4);
            QVERIFY(model.data(model.index(row, BoardModel::Age), Qt::AccessibleTextRole).toString().contains(u"waits 4 day"));
        }
        // Its key goes: it leaves the filter as it happens.
        auto gone = model.rowAt(1);
        gone.state = domain::BoardState::HandedOver;
        gone.keyState = domain::KeyState::Released;
        gone.seq = 2;
        model.apply({gone});
        QCOMPARE(model.rowCount(), 4);
        QVERIFY(!numbers(model).contains(gone.number));
        model.setPatience(4);
        QCOMPARE(model.rowCount(), 0);
    }
    void columnsKeepWhatMustStay()
    {
        BoardColumns columns;
        for (const auto column : {BoardModel::Status, BoardModel::Plate, BoardModel::Open}) {
            QVERIFY(!columns.setShown(column, false));
            QVERIFY(!columns.setPercent(column, 80));
        }
        QVERIFY(columns.text().isEmpty());
        QVERIFY(columns.setShown(BoardModel::Age, false));
        QVERIFY(columns.setPercent(BoardModel::Hook, 140));
        QVERIFY(!columns.setPercent(BoardModel::Hook, BoardColumns::kWidest + 1));
        QVERIFY(columns.move(BoardModel::Hook, -3));
        QVERIFY(!columns.move(BoardModel::Status, -1));
        QCOMPARE(columns.order()[2], BoardModel::Hook);
        QCOMPARE(BoardColumns::fromText(columns.text()), columns);
    }
    void theSiteIsForThoseWhoWantIt()
    {
        BoardColumns columns;
        QVERIFY(!columns.isShown(BoardModel::Site));
        QVERIFY(columns.setShown(BoardModel::Site, true));
        QVERIFY(columns.setShown(BoardModel::Age, false));
        const auto read = BoardColumns::fromText(columns.text());
        QCOMPARE(read, columns);
        QVERIFY(read.isShown(BoardModel::Site) && !read.isShown(BoardModel::Age));
        // As it was stored before there was such a column.
        const auto old = BoardColumns::fromText(uR"({"order":["status","plate","number","customer","open","hook","age"],"hidden":["age"]})"_s);
        QVERIFY(!old.isShown(BoardModel::Site));
        QCOMPARE(old.order().back(), BoardModel::Site);
    }
    void hiddenColumnsAreSteppedOver()
    {
        BoardColumns columns;
        QVERIFY(columns.setShown(BoardModel::Customer, false));
        QVERIFY(columns.move(BoardModel::Number, -1));   // past the hidden one and the plate
        QCOMPARE(columns.order()[1], BoardModel::Number);
        QVERIFY(columns.setShown(BoardModel::Age, false));
        QVERIFY(!columns.move(BoardModel::Hook, 1));     // the last one that is shown
    }
    void unknownColumnsAreDropped()
    {
        const auto read = BoardColumns::fromText(uR"({"order":["hook","fly","hook","plate"],"hidden":["status","plate","open","age","fly"],"width":{"open":70,"hook":150,"fly":80,"age":9999}})"_s);
        QSet<int> seen;
        for (const auto column : read.order()) seen << column;
        QCOMPARE(seen.size(), BoardColumns::kCount);
        for (const auto column : {BoardModel::Status, BoardModel::Plate, BoardModel::Open}) QVERIFY(read.isShown(column));
        QVERIFY(!read.isShown(BoardModel::Age));
        QCOMPARE(read.percent(BoardModel::Open), 100);
        QCOMPARE(read.percent(BoardModel::Hook), 150);
        QCOMPARE(read.percent(BoardModel::Age), 100);
        QCOMPARE(BoardColumns::fromText(u"nonsense"_s), BoardColumns{});
        QCOMPARE(BoardColumns::fromText(uR"({"order":7,"hidden":"age","width":[]})"_s), BoardColumns{});
    }
};

QTEST_GUILESS_MAIN(TstBoardFilter)
#include "tst_board_filter.moc"
