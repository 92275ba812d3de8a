#include "app/core/limits.h"
#include "tests/ui/board_sample.h"
#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstBoardModel : public QObject {
    Q_OBJECT

    static QStringList numbers(const BoardModel& model)
    {
        QStringList out;
        for (int row = 0; row < model.rowCount(); ++row) out += model.rowAt(row).number;
        return out;
    }
    static domain::BoardRow made(int i, QRandomGenerator& random)
    {
        static const QStringList names{u"Öztürk"_s, u"Müller"_s, u"Schmidt"_s, u"Weiß"_s, u"Łukasz"_s, u"Meier"_s, u"Jäger"_s, u"Manuela Bauer"_s};
        domain::BoardRow row;
        row.number = u"2026-%1"_s.arg(i, 6, 10, QChar{u'0'});
        row.invoice = domain::InvoiceId{row.number};
        row.key = domain::KeyId{row.number};
        row.seq = 1;
        row.plate = u"M-%1%2 %3"_s.arg(QChar{static_cast<char16_t>('A' + random.bounded(26))}).arg(QChar{static_cast<char16_t>('A' + random.bounded(26))}).arg(random.bounded(1, 9999));
        row.customer = names[random.bounded(names.size())];
        row.hook = QString::number(i % 99);
        row.state = static_cast<domain::BoardState>(random.bounded(11));
        row.mayGo = row.state == domain::BoardState::Paid;
        row.truthElsewhere = random.bounded(3) == 0;
        row.truthAt = test::boardNow().plusMs(-random.bounded(1'000'000));
        row.readyAt = Instant{static_cast<qint64>(random.bounded(1'000'000)) + 1};
        row.open = domain::Money::cents(random.bounded(100'000));
        row.searchKey = domain::searchKeyOf({row.plate, row.customer, row.number});
        return row;
    }
    // What the model must show, found the plain way.
    static QSet<QString> expected(const BoardModel& model, const std::vector<domain::BoardRow>& rows, const QString& query)
    {
        const auto words = domain::foldQuery(query);
        QSet<QString> out;
        for (const auto& row : rows) {
            const auto* now = model.find(row.invoice);
            if (std::all_of(words.begin(), words.end(), [&](const QString& w) { return now->searchKey.contains(w); })) out.insert(row.number);
        }
        return out;
    }
    static bool isSorted(const BoardModel& model, Instant now)
    {
        const auto rank = [now](const domain::BoardRow& row) { return lookOf(row, now) == Look::Outdated ? 3 : domain::urgencyOf(row.state); };
        for (int row = 1; row < model.rowCount(); ++row)
            if (rank(model.rowAt(row - 1)) > rank(model.rowAt(row))) return false;
        return true;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u"."_s}); }

    // The unfinished rows and the latest finished ones first, the rest later: counts and sums are right from the start, nothing flashes, and in
    // the end everything stands where it stood had all come at once.
    void startsWithTheUnfinished()
    {
        QRandomGenerator random{11};
        std::vector<domain::BoardRow> all, first;
        int left = 0;
        for (int i = 0; i < 500; ++i) {
            all.push_back(made(i, random));
            const bool finished = isQuiet(lookOf(all.back().state));
            if (finished && i % 3 != 0) ++left;
            else first.push_back(all.back());
        }
        QVERIFY(left > 0);
        ManualClock clock{test::boardNow()};
        BoardModel whole{clock}, model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        whole.setRows(all);
        QSignalSpy touched{&model, &BoardModel::touched}, reset{&model, &BoardModel::modelReset};
        model.setRows(first, left);
        QCOMPARE(reset.count(), 1);
        const auto compareFigures = [&] {
            for (int tab = 0; tab < kBoardTabs; ++tab) QCOMPARE(model.count(static_cast<BoardTab>(tab)), whole.count(static_cast<BoardTab>(tab)));
            QCOMPARE(model.sums().open.inCents(), whole.sums().open.inCents());
            QCOMPARE(model.shownCount(), whole.rowCount());
        };
        compareFigures();
        QCOMPARE(model.rowCount(), static_cast<int>(first.size()));
        model.setTab(BoardTab::Waits);
        QCOMPARE(model.shownCount(), model.rowCount());
        model.setTab(BoardTab::All);
        all[4].seq = 2;   // one of the known rows got news meanwhile
        all[4].customer = u"Neuer Halter"_s;
        whole.apply({all[4]});
        model.complete(all);
        compareFigures();
        QCOMPARE(numbers(model), numbers(whole));
        QCOMPARE(model.find(all[4].invoice)->customer, u"Neuer Halter"_s);
        QCOMPARE(reset.count(), 1);
        QVERIFY(touched.count() <= 1);
        model.complete(all);
        QCOMPARE(numbers(model), numbers(whole));
    }

    void needsActionFirst()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        auto rows = test::boardRows();
        std::reverse(rows.begin(), rows.end());
        model.setRows(rows);
        QStringList want;
        for (const auto& row : test::boardRows()) want += row.number;
        QCOMPARE(numbers(model), want);
        QCOMPARE(model.count(BoardTab::All), 14);
        QCOMPARE(model.count(BoardTab::Act), 4);
        QCOMPARE(model.count(BoardTab::Waits), 5);
        QCOMPARE(model.count(BoardTab::KeyFree), 4);
        QCOMPARE(model.count(BoardTab::Done), 2);
        QCOMPARE(model.sums().open, domain::Money::cents(696325));
    }
    void searchFindsWhatHandsType_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("number");
        QTest::newRow("name short") << u"ozt"_s << u"2026-4108"_s;
        QTest::newRow("name long") << u"oezt"_s << u"2026-4108"_s;
        QTest::newRow("name umlaut") << u"özt"_s << u"2026-4108"_s;
        QTest::newRow("plate") << u"mab1234"_s << u"2026-4117"_s;
        QTest::newRow("plate words") << u"mab 1234"_s << u"2026-4117"_s;
        QTest::newRow("number") << u"4117"_s << u"2026-4117"_s;
        QTest::newRow("car and name") << u"polo brandl"_s << u"2026-4120"_s;
    }
    void searchFindsWhatHandsType()
    {
        QFETCH(QString, query);
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.setRows(test::boardRows());
        QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
        for (qsizetype i = 1; i <= query.size(); ++i) model.setQuery(query.left(i));
        QFETCH(QString, number);
        QCOMPARE(numbers(model), QStringList{number});
        model.setQuery({});
        QCOMPARE(model.rowCount(), 14);
        QVERIFY(isSorted(model, clock.now()));
        QCOMPARE(resets.count(), 0);
    }
    void selectionFollowsItsRow()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        model.setRows(test::boardRows());
        const domain::InvoiceId volvo{u"2026-4108"_s};
        const QPersistentModelIndex held{model.index(model.rowOf(volvo), 3)};
        model.setQuery(u"volvo"_s);
        QCOMPARE(held.row(), 0);
        QCOMPARE(held.column(), 3);
        model.setQuery({});
        QCOMPARE(model.rowAt(held.row()).invoice, volvo);
        model.setTab(BoardTab::Done);
        QVERIFY(!held.isValid());
    }
    void updatesInPlaceMoveAppearAndGo()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.setRows(test::boardRows());
        QSignalSpy resets{&model, &QAbstractItemModel::modelReset}, moved{&model, &QAbstractItemModel::rowsMoved}, changed{&model, &QAbstractItemModel::dataChanged},
            touched{&model, &BoardModel::touched};
        auto row = *model.find(domain::InvoiceId{u"2026-4118"_s});
        const QPersistentModelIndex held{model.index(model.rowOf(row.invoice), 0)};
        row.seq = 2;
        row.hook = u"99"_s;
        model.apply({row});
        QCOMPARE(changed.count(), 1);
        QCOMPARE(moved.count(), 0);
        row.seq = 3;
        row.state = domain::BoardState::Paid;
        row.mayGo = true;
        row.open = {};
        model.apply({row});
        QCOMPARE(moved.count(), 1);
        QCOMPARE(model.rowAt(held.row()).invoice, row.invoice);
        QVERIFY(isSorted(model, clock.now()));
        QCOMPARE(model.count(BoardTab::KeyFree), 5);
        QCOMPARE(model.count(BoardTab::Waits), 4);
        model.setTab(BoardTab::KeyFree);
        QCOMPARE(model.rowCount(), 5);
        row.seq = 4;
        row.state = domain::BoardState::HandedOver;
        row.keyState = domain::KeyState::Released;
        model.apply({row});
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.rowOf(row.invoice), -1);
        QCOMPARE(touched.count(), 3);
        QCOMPARE(resets.count(), 0);
    }
    // A look at the portal that brings no news makes a row younger; that is nothing to point at.
    void onlyWhatHappenedIsTouched()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        model.setRows(test::boardRows());
        QSignalSpy touched{&model, &BoardModel::touched};
        auto all = test::boardRows();
        auto row = *model.find(domain::InvoiceId{u"2026-4118"_s});
        row.truthAt = clock.now();
        model.apply({row});
        QCOMPARE(touched.count(), 0);
        row.seq += 1;
        model.apply({row});
        QCOMPARE(touched.count(), 1);
        std::vector<domain::BoardRow> many;
        while (many.size() < 40) many.insert(many.end(), all.begin(), all.end());
        for (auto& other : many) other.truthAt = clock.now();
        model.apply(many);
        QCOMPARE(touched.count(), 1);
        clock.advance(3'600'000);
        model.tick();               // growing old is none either
        QCOMPARE(touched.count(), 1);
    }
    void anOlderRowIsIgnored()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        model.setRows(test::boardRows());
        auto row = *model.find(domain::InvoiceId{u"2026-4118"_s});
        row.seq = 9;
        row.customer = u"new"_s;
        model.apply({row});
        row.seq = 8;
        row.customer = u"old"_s;
        model.apply({row});
        QCOMPARE(model.find(row.invoice)->customer, u"new"_s);
        std::vector<domain::BoardRow> many(40, row);
        model.apply(many);
        QCOMPARE(model.find(row.invoice)->customer, u"new"_s);
    }
    void timeTakesTheGreenAway()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        model.setRows(test::boardRows());
        const domain::InvoiceId paid{u"2026-4117"_s};
        const auto light = [&] { return model.index(model.rowOf(paid), 0).data(BoardModel::LightRole).toString(); };
        QCOMPARE(light(), u"green"_s);
        clock.advance(limits::kFreshMs - 4000);
        model.tick();
        QCOMPARE(light(), u"green"_s);
        clock.advance(1);
        model.tick();
        QCOMPARE(light(), u"amber"_s);
        QCOMPARE(model.count(BoardTab::KeyFree), 3);
        QCOMPARE(model.count(BoardTab::Act), 4);
        clock.advance(limits::kStaleMs - limits::kFreshMs);
        model.tick();
        QCOMPARE(model.count(BoardTab::Act), 5);
        QCOMPARE(model.index(model.rowOf(paid), BoardModel::Status).data().toString(), u"Outdated"_s);
        QCOMPARE(model.rowOf(paid), 4);   // beside the other outdated one
        auto fresh = *model.find(paid);
        fresh.truthAt = clock.now();
        model.apply({fresh});
        QCOMPARE(light(), u"green"_s);
    }
    void aKeyIsGreenOnlyWhenAllThatSpeaksForItIsFresh()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        domain::BoardRow cash;   // paid in cash: its truth does not age
        cash.number = u"1"_s, cash.invoice = domain::InvoiceId{u"1"_s}, cash.key = domain::KeyId{u"k"_s}, cash.seq = 1, cash.hook = u"7"_s;
        cash.state = domain::BoardState::Paid, cash.mayGo = true, cash.source = domain::TruthSource::Desk, cash.truthAt = clock.now();
        auto online = cash;      // paid over the portal, of the same car
        online.number = u"2"_s, online.invoice = domain::InvoiceId{u"2"_s}, online.source = domain::TruthSource::Portal, online.truthElsewhere = true;
        model.setRows({cash, online});
        QCOMPARE(model.count(BoardTab::KeyFree), 2);
        clock.advance(limits::kFreshMs + 1);
        model.tick();
        QCOMPARE(model.count(BoardTab::KeyFree), 0);
        QCOMPARE(lookOf(*model.find(cash.invoice), model.now()), Look::PaidAged);
        QCOMPARE(keyChipOf(*model.find(cash.invoice), model.now()), KeyChip::Stays);
        online.truthAt = clock.now();   // looked at again, without news
        model.apply({online});
        QCOMPARE(model.count(BoardTab::KeyFree), 2);
        auto late = online;             // a third one comes, known since long ago
        late.number = u"3"_s, late.invoice = domain::InvoiceId{u"3"_s}, late.truthAt = clock.now().plusMs(-limits::kFreshMs - 1);
        model.apply({late});
        QCOMPARE(model.count(BoardTab::KeyFree), 0);
        late.key = domain::KeyId{u"other"_s};   // and turns out to belong to another car
        late.seq = 2;
        model.apply({late});
        QCOMPARE(model.count(BoardTab::KeyFree), 2);
        std::vector<domain::BoardRow> rows{cash, online, late};
        domain::ageStays(rows);
        QVERIFY(rows[0].stayAt == online.truthAt && rows[1].stayAt.isNull() && rows[2].stayAt.isNull());
        auto fleet = late;              // over two cars and shown with the other one: it counts for this one as well
        fleet.seq = 3, fleet.further = {{cash.key, u"M-AB 2"_s, u"8"_s, true}};
        model.apply({fleet});
        QCOMPARE(model.count(BoardTab::KeyFree), 0);
        rows = {cash, fleet};
        domain::ageStays(rows);
        QVERIFY(rows[0].stayAt == fleet.truthAt && rows[1].stayAt.isNull());
        fleet.seq = 4, fleet.further.clear();   // that key has gone
        model.apply({fleet});
        cash.seq = 5;
        model.apply({cash});
        QCOMPARE(model.count(BoardTab::KeyFree), 2);
        BoardModel again{clock};        // the finished ones come later
        again.setRows({cash}, 1);
        QCOMPARE(again.count(BoardTab::KeyFree), 1);
        online.truthAt = late.truthAt;
        again.complete({cash, online});
        QCOMPARE(again.count(BoardTab::KeyFree), 0);
    }
    void manyGrowOldTogether()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        std::vector<domain::BoardRow> rows;
        QRandomGenerator random{7};
        for (int i = 0; i < 300; ++i) {
            rows.push_back(made(i, random));
            rows.back().state = domain::BoardState::Paid;
            rows.back().mayGo = rows.back().truthElsewhere = true;
            rows.back().truthAt = clock.now();
        }
        model.setRows(rows);
        QCOMPARE(model.count(BoardTab::KeyFree), 300);
        clock.advance(limits::kStaleMs + 1);
        model.tick();
        QCOMPARE(model.count(BoardTab::KeyFree), 0);
        QCOMPARE(model.count(BoardTab::Act), 300);
    }
    void agesOfAStayAgainstThePlainWay()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QRandomGenerator random{11};
        std::vector<domain::BoardRow> rows;
        for (int step = 0; step < 400; ++step) {
            std::vector<domain::BoardRow> news;
            const int count = random.bounded(12) == 0 ? 40 : 1;   // one by one and together
            for (int i = 0; i < count; ++i) {
                const int at = random.bounded(90);
                auto next = made(at, random);
                next.key = random.bounded(8) == 0 ? domain::KeyId{} : domain::KeyId{QString::number(random.bounded(3))};
                const auto known = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.invoice == next.invoice; });
                next.seq = known == rows.end() ? 1 : known->seq + 1;
                if (known == rows.end()) rows.push_back(next);
                else *known = next;
                news.push_back(next);
            }
            model.apply(news);
            domain::ageStays(rows);
            for (auto& row : rows) {
                if (row.key.isNull()) row.stayAt = {};
                QCOMPARE(model.find(row.invoice)->stayAt.ms, row.stayAt.ms);
            }
        }
    }
    void randomLifeAgainstThePlainWay()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        QRandomGenerator random{42};
        std::vector<domain::BoardRow> rows;
        for (int i = 0; i < 200; ++i) rows.push_back(made(i, random));
        model.setRows(rows);
        QSignalSpy resets{&model, &QAbstractItemModel::modelReset};
        const QStringList queries{u"m"_s, u"mü"_s, u"ozt"_s, u"7"_s, u"meier 1"_s, u""_s, u"nothere"_s, u"bauer"_s, u"ł"_s};
        QString query;
        for (int step = 0; step < 400; ++step) {
            switch (random.bounded(4)) {
            case 0: model.setQuery(query = queries[random.bounded(queries.size())]); break;
            case 1: {
                std::vector<domain::BoardRow> news;
                const int count = random.bounded(10) == 0 ? 60 : 1;   // one by one and together
                for (int i = 0; i < count; ++i) {
                    auto& row = rows[static_cast<std::size_t>(random.bounded(static_cast<int>(rows.size())))];
                    auto next = made(row.number.mid(5).toInt(), random);
                    next.seq = row.seq + 1;
                    row = next;
                    news.push_back(next);
                }
                model.apply(news);
                break;
            }
            case 2:
                rows.push_back(made(static_cast<int>(rows.size()), random));
                model.apply({rows.back()});
                break;
            default:
                clock.advance(random.bounded(90'000));
                model.tick();
            }
            const auto shown = numbers(model);
            QCOMPARE(QSet<QString>(shown.begin(), shown.end()), expected(model, rows, query));
            QCOMPARE(shown.size(), model.rowCount());
            QVERIFY(isSorted(model, model.now()));
            QCOMPARE(model.count(BoardTab::All), static_cast<int>(rows.size()));
            for (int row = 0; row < model.rowCount(); row += 7) QCOMPARE(model.rowOf(model.rowAt(row).invoice), row);
        }
        QCOMPARE(resets.count(), 0);
    }
    void hundredThousandRows()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QRandomGenerator random{1};
        std::vector<domain::BoardRow> rows;
        for (int i = 0; i < 100'000; ++i) rows.push_back(made(i, random));
        model.setRows(rows);
        for (const auto& query : {u"m"_s, u"7"_s, u"mü"_s, u"mül"_s, u"ozt 12"_s, u"m-ab 1"_s, u"099999"_s, u""_s, u"xq1"_s}) {
            model.setQuery(query);
            const auto shown = numbers(model);
            const auto want = expected(model, rows, query);
            QVERIFY(!want.isEmpty());
            QCOMPARE(shown.size(), want.size());
            QVERIFY((QSet<QString>(shown.begin(), shown.end()) == want));
            QVERIFY(isSorted(model, clock.now()));
        }
    }
    void everyCellHasWords()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        model.setRows(test::boardRows());
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < BoardModel::ColumnCount; ++column) {
                const auto index = model.index(row, column);
                QVERIFY2(!index.data(Qt::AccessibleTextRole).toString().trimmed().isEmpty(), qPrintable(u"%1/%2"_s.arg(row).arg(column)));
                QVERIFY(!index.data().toString().isEmpty());
            }
        QCOMPARE(model.index(4, BoardModel::Hook).data(Qt::AccessibleTextRole).toString(), u"hook 17, key may go"_s);
        QCOMPARE(model.index(1, BoardModel::Hook).data(Qt::AccessibleTextRole).toString(), u"hook 8, key stays"_s);
    }
    void sumsDoNotOverflow()
    {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        auto rows = test::boardRows();
        for (auto& row : rows) row.open = domain::Money::cents(std::numeric_limits<qint64>::max() / 2);
        model.setRows(rows);
        QVERIFY(model.sums().open.isPositive());
    }
};

QTEST_GUILESS_MAIN(TstBoardModel)
#include "tst_board_model.moc"
