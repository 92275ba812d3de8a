// The wall board: who may see what, in which order, and that old data are never believed.
#include "app/core/limits.h"
#include "tests/ui/board_sample.h"
#include "tests/ui/pages_fixture.h"
#include "ui/wall/wall_board.h"
#include <QAccessible>
#include <QScreen>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

std::map<domain::InvoiceId, domain::BoardRow> sampleRows()
{
    std::map<domain::InvoiceId, domain::BoardRow> out;
    for (const auto& row : test::boardRows()) out.emplace(row.invoice, row);
    return out;
}

QStringList platesOf(const std::vector<WallEntry>& entries)
{
    QStringList out;
    for (const auto& entry : entries) out << entry.plate;
    return out;
}

} // namespace

class TstWall : public QObject {
    Q_OBJECT

    struct Wall : test::PagesFixture {
        Wall()
        {
            health.good(u"store"_s);
            board = new WallBoard{{reader_, feed, health, settings, clock}};
            board->show();
            if (!QTest::qWaitForWindowActive(board)) qFatal("no active window");
        }
        ~Wall() { delete board.data(); }
        services::BoardReader reader_{journal};
        QPointer<WallBoard> board;
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void keysThatAreHereStandOnTheSideOfTheirVerdict()
    {
        const auto shown = wallRows(sampleRows(), test::boardNow());
        QCOMPARE(platesOf(shown.goes), (QStringList{u"M-AB 1234"_s, u"STA-WN 78"_s, u"S-RW 905"_s, u"M-BW 4400"_s}));   // the newest first
        const auto stays = platesOf(shown.stays);
        QVERIFY(stays.contains(u"N-GE 2716"_s));    // paid, but the knowledge is old
        for (const auto& gone : {u"B-LN 7310"_s, u"EBE-C 301"_s, u"LL-T 92"_s}) QVERIFY(!stays.contains(gone));
        QCOMPARE(stays.front(), u"HH-TK 482"_s);    // the unclear one
        QCOMPARE(shown.stays.size() + shown.goes.size(), 11u);
    }
    void ofSeveralInvoicesTheMostUrgentSpeaks()
    {
        auto rows = sampleRows();
        auto second = rows.at(domain::InvoiceId{u"2026-4117"_s});   // M-AB 1234, paid
        second.invoice = domain::InvoiceId{u"2026-9999"_s};
        second.state = domain::BoardState::Open;
        second.mayGo = false;
        rows.emplace(second.invoice, second);
        for (auto& [id, row] : rows)
            if (row.plate == second.plate) row.mayGo = false;   // as the rules have it: a key goes with all invoices of its stay
        const auto shown = wallRows(rows, test::boardNow());
        QVERIFY(!platesOf(shown.goes).contains(second.plate));
        QCOMPARE(platesOf(shown.stays).count(second.plate), 1);
    }
    void everyKeyOfAnInvoiceHasItsPlace()
    {
        domain::BoardRow row;
        row.invoice = domain::InvoiceId{u"1"_s}, row.key = domain::KeyId{u"a"_s}, row.seq = 1, row.plate = u"M-AB 1"_s, row.hook = u"7"_s;
        row.state = domain::BoardState::Paid, row.mayGo = true, row.source = domain::TruthSource::Desk, row.truthAt = test::boardNow();
        row.further = {{domain::KeyId{u"b"_s}, u"M-AB 2"_s, u"8"_s, false}};
        auto shown = wallRows({{row.invoice, row}}, test::boardNow());
        QCOMPARE(shown.goes.size(), 1U);
        QCOMPARE(shown.goes[0].hook, u"7"_s);
        QCOMPARE(shown.stays.size(), 1U);   // held back by something else
        QCOMPARE(shown.stays[0].hook, u"8"_s);
        QCOMPARE(shown.stays[0].plate, u"M-AB 2"_s);
        row.further[0].mayGo = true;
        QCOMPARE(wallRows({{row.invoice, row}}, test::boardNow()).goes.size(), 2U);
        // Another invoice of the further car, whose truth is old: it ages the one place, not the other.
        auto old = row;
        old.invoice = domain::InvoiceId{u"2"_s}, old.key = domain::KeyId{u"b"_s}, old.plate = u"M-AB 2"_s, old.hook = u"8"_s, old.further.clear();
        old.truthElsewhere = true, old.truthAt = test::boardNow().plusMs(-limits::kFreshMs - 1);
        shown = wallRows({{row.invoice, row}, {old.invoice, old}}, test::boardNow());
        QCOMPARE(shown.goes.size(), 1U);
        QCOMPARE(shown.goes[0].hook, u"7"_s);
        QCOMPARE(shown.stays.size(), 1U);
    }

    void oneThatWasPaidInCashDoesNotSpeakForOneThatIsOld()
    {
        auto rows = sampleRows();
        auto& cash = rows.at(domain::InvoiceId{u"2026-4110"_s});    // STA-WN 78, paid in cash
        auto online = cash;
        online.invoice = domain::InvoiceId{u"2026-9999"_s};          // as urgent, and known from the portal only
        online.source = domain::TruthSource::Portal;
        online.truthElsewhere = true;
        online.truthAt = test::boardNow();
        rows.emplace(online.invoice, online);
        QVERIFY(platesOf(wallRows(rows, test::boardNow()).goes).contains(online.plate));
        rows.at(online.invoice).truthAt = test::boardNow().plusMs(-limits::kFreshMs - 1);
        const auto shown = wallRows(rows, test::boardNow());
        QVERIFY(!platesOf(shown.goes).contains(online.plate));
        QCOMPARE(platesOf(shown.stays).count(online.plate), 1);
    }
    void newsArrivesByItself()
    {
        Wall wall;
        QTRY_VERIFY(wall.board->rows().stays.empty() && wall.board->rows().goes.empty());
        wall.write(u"a.xml"_s, test::PagesFixture::sample(u"2026-3920"_s));
        wall.takeIn({wall.path(u"a.xml"_s)});
        const auto plate = wall.rows().front().plate;
        QVERIFY(!plate.isEmpty());
        QTRY_COMPARE(platesOf(wall.board->rows().stays), QStringList{plate});
        wall.payInFull(u"2026-3920"_s);
        QTRY_COMPARE(platesOf(wall.board->rows().goes), QStringList{plate});
        QVERIFY(wall.board->accessibleDescription().contains(plate));
    }
    void aStoreThatIsSilentIsNotBelieved()
    {
        Wall wall;
        QVERIFY(!wall.board->isSilent());
        const auto good = wall.board->grab().toImage().pixelColor(2, 2);
        wall.clock.advance(WallBoard::kSilentMs + 1);
        QVERIFY(wall.board->isSilent());
        QVERIFY(wall.board->grab().toImage().pixelColor(2, 2) != good);   // the red frame
        wall.health.good(u"store"_s);
        QVERIFY(!wall.board->isSilent());
        wall.health.note(u"store"_s, services::PeerHealth::State::Bad, u"store.gone"_s);
        QVERIFY(wall.board->isSilent());
    }
    void moreThanFitComeInTurns()
    {
        Wall wall;
        wall.board->resize(1920, 1080);
        std::vector<domain::BoardRow> many;
        for (int i = 0; i < 3 * WallBoard::kLinesShown; ++i) {
            auto row = test::boardRows()[10];   // an open one
            row.invoice = domain::InvoiceId{QString::number(i)};
            row.key = domain::KeyId{QString::number(i)};
            row.plate = u"M-AB %1"_s.arg(i);
            many.push_back(row);
        }
        wall.feed.publishRows(many);
        QTRY_COMPARE(wall.board->rows().stays.size(), many.size());
        const auto first = wall.board->grab().toImage();
        wall.clock.advance(WallBoard::kTurnMs);
        wall.health.good(u"store"_s);
        wall.feed.publishRows({});
        QVERIFY(wall.board->grab().toImage() != first);
    }
    void rowsThatCannotBeReadAreAskedForAgain()
    {
        test::PagesFixture desk;
        desk.health.good(u"store"_s);
        store::StoreConfig config;
        config.file = desk.path(u"late.db"_s);
        store::SqlJournal late{config, desk.clock};
        services::BoardReader reader{late};
        QPointer<WallBoard> board = new WallBoard{{reader, desk.feed, desk.health, desk.settings, desk.clock}};
        QTRY_VERIFY(board->isSilent());          // not open: nothing is believed, and it says so
        QVERIFY(board->isUnread());
        QVERIFY(test::got(late.open()).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!board->isUnread(), 10 * WallBoard::kFirstPauseMs);
        QVERIFY(!board->isSilent());
        delete board.data();
    }
    void itStandsOnTheScreenThatIsChosen()
    {
        Wall wall;
        const auto* screen = QGuiApplication::screens().back();
        wall.set(u"desk.wall_screen"_s, screen->name());
        wall.board->showOnWall();
        QTRY_COMPARE(wall.board->geometry(), screen->geometry());
        wall.set(u"desk.wall_screen"_s, u"unplugged"_s);
        wall.board->showOnWall();
        QVERIFY(wall.board->isVisible());
    }
    void escAndF11CloseIt()
    {
        for (const auto key : {Qt::Key_Escape, Qt::Key_F11}) {
            Wall wall;
            QCOMPARE(wall.board->cursor().shape(), Qt::BlankCursor);
            QTest::keyClick(wall.board.data(), key);
            QTRY_VERIFY(!wall.board);
        }
    }
};

QTEST_MAIN(TstWall)
#include "tst_wall.moc"
