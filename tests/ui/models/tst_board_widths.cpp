// How the columns of the board share the room there is, and what a dragged border makes of them: the sums, over every room and every border.
#include "ui/models/board_widths.h"
#include <QTest>
#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstBoardWidths : public QObject {
    Q_OBJECT

    using Column = BoardModel::Column;

    static BoardMeasures measures(int room, bool folded = false)
    {
        BoardMeasures m;
        m.usual = {168, 148, 0, folded ? 0 : 96, 112, 72, 136, 112};
        m.room = room;
        m.customerWanted = 150;
        m.customerLeast = 72;
        m.edge = 8;
        return m;
    }
    static int sum(const BoardWidths& widths) { return std::accumulate(widths.begin(), widths.end(), 0); }
    static int at(const BoardWidths& widths, Column column) { return widths[static_cast<std::size_t>(column)]; }

private Q_SLOTS:
    void theUsualOnes()
    {
        const auto wide = fitColumns({}, measures(920));
        QCOMPARE(wide, (BoardWidths{168, 148, 188, 96, 112, 72, 136, 0}));
        const auto noAge = fitColumns({}, measures(800));
        QCOMPARE(noAge, (BoardWidths{168, 148, 196, 96, 112, 80, 0, 0}));
        const auto noName = fitColumns({}, measures(660));
        QCOMPARE(noName, (BoardWidths{168, 204, 0, 96, 112, 80, 0, 0}));
    }
    void wideOnesGiveWayBeforeOthersVanish()
    {
        BoardColumns columns;
        QVERIFY(columns.setPercent(BoardModel::Hook, 220));
        QVERIFY(columns.setPercent(BoardModel::Number, 200));
        QVERIFY(columns.setShown(BoardModel::Site, true));
        const auto wide = fitColumns(columns, measures(1400));
        QCOMPARE(at(wide, BoardModel::Hook), 158);
        QCOMPARE(at(wide, BoardModel::Number), 192);
        QCOMPARE(at(wide, BoardModel::Site), 112);
        const auto less = fitColumns(columns, measures(1000));
        QCOMPARE(at(less, BoardModel::Number), 96);      // gives first, and all it has
        QVERIFY(at(less, BoardModel::Hook) >= 72 && at(less, BoardModel::Hook) < 158);
        QCOMPARE(at(less, BoardModel::Customer), 150);
        QCOMPARE(at(less, BoardModel::Age), 136);
        const auto noSite = fitColumns(columns, measures(900));
        QCOMPARE(at(noSite, BoardModel::Site), 0);
        QCOMPARE(at(noSite, BoardModel::Age), 136);
        for (int room = 600; room < 1600; ++room) QVERIFY2(sum(fitColumns(columns, measures(room))) <= room, qPrintable(QString::number(room)));
        for (const int room : {700, 920, 1400}) QCOMPARE(sum(fitColumns(columns, measures(room))), room);
        auto nobody = columns;
        QVERIFY(nobody.setShown(BoardModel::Customer, false));
        for (int room = 600; room < 1600; ++room) QVERIFY2(sum(fitColumns(nobody, measures(room))) <= room, qPrintable(QString::number(room)));
    }
    void whatOneGainsTheOtherGives()
    {
        BoardColumns columns;
        QVERIFY(columns.setPercent(BoardModel::Hook, 150));
        const auto m = measures(1200);
        const auto before = fitColumns(columns, m);
        const auto after = fitColumns(dragBorder(columns, m, BoardModel::Hook, BoardModel::Age, -20), m);
        QVERIFY(qAbs(at(after, BoardModel::Hook) - (at(before, BoardModel::Hook) - 20)) <= 2);
        QVERIFY(qAbs(at(after, BoardModel::Age) - (at(before, BoardModel::Age) + 20)) <= 2);
        QVERIFY(qAbs(at(after, BoardModel::Customer) - at(before, BoardModel::Customer)) <= 3);
        // Beside the customer's, that one gives; a column that can give nothing leaves it to the customer's too.
        for (const auto& [left, right, by, gains] : {std::tuple{BoardModel::Plate, BoardModel::Customer, 30, BoardModel::Plate}, std::tuple{BoardModel::Customer, BoardModel::Number, -30, BoardModel::Number},
                                                     std::tuple{BoardModel::Number, BoardModel::Open, 30, BoardModel::Number}, std::tuple{BoardModel::Number, BoardModel::Open, -30, BoardModel::Open}}) {
            const auto moved = fitColumns(dragBorder({}, m, left, right, by), m), usual = fitColumns({}, m);
            QVERIFY(qAbs(at(moved, gains) - at(usual, gains) - 30) <= 2);
            QCOMPARE(sum(moved), 1200);
        }
    }
    void nearlyUsualIsUsual()
    {
        BoardColumns columns;
        QVERIFY(columns.setPercent(BoardModel::Number, 150));
        const auto m = measures(1200);
        const auto back = dragBorder(columns, m, BoardModel::Plate, BoardModel::Customer, 0);
        QCOMPARE(back, columns);
        QCOMPARE(dragBorder(columns, m, BoardModel::Customer, BoardModel::Number, 47).percent(BoardModel::Number), 100);
    }
    // However far, in whatever room: nothing vanishes that was there, nothing leaves its bounds, and the table stays as wide as it is.
    void noBorderBreaksIt()
    {
        for (const int room : {560, 700, 795, 796, 820, 883, 920, 1010, 1300, 2400})
            for (const int wide : {60, 100, 150, 220}) {
                BoardColumns columns;
                for (const auto column : columns.order()) columns.setPercent(column, qMax(wide, BoardColumns::narrowest(column)));
                columns.setShown(BoardModel::Site, wide > 100);
                const auto m = measures(room);
                const auto before = fitColumns(columns, m);
                std::vector<Column> shown;
                for (const auto column : columns.order())
                    if (at(before, column) > 0) shown.push_back(column);
                for (std::size_t i = 0; i + 1 < shown.size(); ++i)
                    for (const int by : {-3000, -120, -7, -1, 1, 7, 120, 3000}) {
                        const auto next = dragBorder(columns, m, shown[i], shown[i + 1], by);
                        const auto after = fitColumns(next, m);
                        for (const auto column : shown) QVERIFY2(at(after, column) > 0, qPrintable(u"%1 %2 %3: %4"_s.arg(room).arg(wide).arg(by).arg(column)));
                        for (const auto column : columns.order()) QVERIFY(next.percent(column) >= BoardColumns::narrowest(column) && next.percent(column) <= BoardColumns::kWidest);
                        QVERIFY(sum(after) <= qMax(room, sum(before)));
                    }
            }
    }
};

QTEST_APPLESS_MAIN(TstBoardWidths)
#include "tst_board_widths.moc"
