// Giving back, clicked at, over real stations, a real store and real files.
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/list_view.h"
#include "ui/write_back/settlements_page.h"
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstSettlementsPage : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        std::unique_ptr<SettlementsPage> page;

        // Two paid invoices, one that is open.
        explicit Desk(bool withFolder = true, QSize size = {1344, 812})
        {
            takeIn({write(u"a.xml"_s, sample(u"2026-4061"_s)), write(u"b.xml"_s, sample(u"2026-4074"_s)), write(u"c.xml"_s, sample(u"2026-3920"_s))});
            payInFull(u"2026-4061"_s);
            payInFull(u"2026-4074"_s);
            if (withFolder) set(u"writeback.folder"_s, makeFolder(u"out"_s));
            page = std::make_unique<SettlementsPage>(writeBack, feed, settings);
            page->resize(size);
            page->show();
            if (!QTest::qWaitForWindowActive(page.get())) qFatal("no active window");
        }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(*page, u"settlements."_s + name); }
        QString text(const QString& name) { return test::part<QLabel>(*page, u"settlements."_s + name)->text(); }
        QString state(int row) { return page->model().at(row).state; }
        ListView* list() { return test::part<ListView>(*page, u"settlements.list"_s); }
        void click(const QString& name)
        {
            QTest::mouseClick(button(name), Qt::LeftButton);
            QTRY_VERIFY_WITH_TIMEOUT(button(u"run"_s)->isEnabled(), 10'000);
        }
        void choose(int row) { QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(page->model().index(row, 1)).center()); }
        QStringList files() { return QDir{path(u"out"_s)}.entryList({u"tresen-settlement-*.json"_s}, QDir::Files, QDir::Name); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void whatIsPaidIsDue()
    {
        Desk desk;
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QCOMPARE(desk.state(0), u"due"_s);
        QCOMPARE(desk.page->model().at(0).number, u"2026-4061"_s);
        QCOMPARE(desk.text(u"count"_s), u"2 due · 0 without an answer · 0 refused"_s);
        QVERIFY(!desk.button(u"resend"_s)->isEnabled());
    }
    void whatBringsNoMoneyIsNotReadFor()
    {
        Desk desk;
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QTest::qWait(2 * SettlementsPage::kSettleMs);
        QSignalSpy read{desk.page.get(), &SettlementsPage::pendingCount};
        desk.takeIn({desk.write(u"d.xml"_s, desk.sample(u"2026-4043"_s))});
        QTest::qWait(2 * SettlementsPage::kSettleMs);
        QCOMPARE(read.size(), 0);
        desk.payInFull(u"2026-4043"_s);
        QTRY_COMPARE(desk.page->model().rowCount(), 3);
        QVERIFY(read.size() > 0);
    }
    void oneClickWritesOneFileAndSaysWhich()
    {
        Desk desk;
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QSignalSpy count{desk.page.get(), &SettlementsPage::pendingCount};
        desk.click(u"run"_s);
        QCOMPARE(desk.files(), QStringList{u"tresen-settlement-000001.json"_s});
        QVERIFY2(desk.text(u"result"_s).startsWith(u"Run 1: 2 record"), qPrintable(desk.text(u"result"_s)));
        QVERIFY(desk.text(u"result"_s).contains(u"settlement-000001"));
        QTRY_COMPARE(desk.state(0), u"written"_s);
        QTRY_VERIFY(!count.isEmpty() && count.last().at(0).toInt() == 0);   // nobody has to do anything but wait
        desk.click(u"run"_s);
        QCOMPARE(desk.files().size(), 1);
        QCOMPARE(desk.text(u"result"_s), u"Nothing is due, so no file was written."_s);
    }
    void answersEmptyTheListOrSayWhy()
    {
        Desk desk;
        desk.click(u"run"_s);
        const auto list = desk.pending();
        QCOMPARE(list.size(), 2U);
        desk.answer(u"out"_s, u"1.ack.json"_s, list[0].settlement, true);
        desk.answer(u"out"_s, u"2.ack.json"_s, list[1].settlement, false, u"Periode abgeschlossen"_s);
        desk.click(u"answers"_s);
        QCOMPARE(desk.text(u"result"_s), u"Answers: 1 accepted, 1 refused."_s);
        QTRY_COMPARE(desk.page->model().rowCount(), 1);
        QCOMPARE(desk.state(0), u"refused"_s);
        QCOMPARE(desk.page->model().index(0, SettlementsModel::Answer).data().toString(), u"Periode abgeschlossen"_s);
        desk.click(u"answers"_s);
        QCOMPARE(desk.text(u"result"_s), u"There is no new answer of the workshop system."_s);
    }
    void sendingAgainKeepsTheId()
    {
        Desk desk;
        desk.click(u"run"_s);
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QTRY_COMPARE(desk.state(0), u"written"_s);
        const auto id = desk.page->model().at(0).settlement;
        QVERIFY(!desk.button(u"resend"_s)->isEnabled());
        QCOMPARE(desk.button(u"resend"_s)->accessibleDescription(), u"choose one that has been written"_s);
        desk.choose(0);
        QVERIFY(desk.button(u"resend"_s)->isEnabled());
        desk.click(u"resend"_s);
        QVERIFY2(desk.text(u"result"_s).startsWith(u"Sent again in run 2: 1 record"), qPrintable(desk.text(u"result"_s)));
        QCOMPARE(desk.files().size(), 2);
        QFile file{desk.path(u"out/tresen-settlement-000002.json"_s)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains(id.text().toUtf8()));
        const auto after = desk.pending();
        QVERIFY(std::any_of(after.begin(), after.end(), [&](const auto& p) { return p.settlement == id && p.run == 2; }));
    }
    void withoutAFolderItSaysSo()
    {
        Desk desk{false};
        QVERIFY(!desk.button(u"run"_s)->isEnabled());
        QCOMPARE(desk.button(u"run"_s)->accessibleDescription(), u"no folder is set up"_s);
        QCOMPARE(desk.text(u"where"_s), u"No folder is set up for giving back"_s);
        desk.set(u"writeback.folder"_s, desk.makeFolder(u"out"_s));
        QVERIFY(desk.button(u"run"_s)->isEnabled());
    }
    void aFolderThatIsGoneIsSaidInWords()
    {
        Desk desk;
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QVERIFY(QDir{desk.path(u"out"_s)}.removeRecursively());
        desk.write(u"out"_s, "a file where the folder was");
        desk.click(u"run"_s);
        QVERIFY2(!desk.text(u"result"_s).isEmpty() && !desk.text(u"result"_s).contains(u"(sink."), qPrintable(desk.text(u"result"_s)));
    }
    void newsRefreshOnceAndTheBadgeFollows()
    {
        Desk desk;
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QSignalSpy count{desk.page.get(), &SettlementsPage::pendingCount};
        desk.payInFull(u"2026-3920"_s);
        for (int i = 0; i < 20; ++i) desk.feed.publishRows(desk.rows());
        QTRY_COMPARE(desk.page->model().rowCount(), 3);
        QTest::qWait(2 * SettlementsPage::kSettleMs);
        QCOMPARE(count.count(), 1);
        QCOMPARE(count.at(0).at(0).toInt(), 3);
    }
    void aRefreshKeepsTheChoice()
    {
        Desk desk;
        QTRY_COMPARE(desk.page->model().rowCount(), 2);
        QAbstractItemModelTester tester{desk.list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest};
        desk.choose(1);
        desk.page->refresh();
        QTest::qWait(200);
        QCOMPARE(desk.list()->chosenRows(), std::vector<int>{1});
    }
    void keysReachEverythingAndNothingIsCut()
    {
        for (const QSize size : {QSize{1344, 812}, QSize{928, 592}}) {
            Desk desk{true, size};
            QTRY_COMPARE(desk.page->model().rowCount(), 2);
            desk.click(u"run"_s);
            QTRY_COMPARE(desk.state(0), u"written"_s);
            desk.choose(0);
            QTRY_VERIFY(desk.button(u"resend"_s)->isEnabled());
            QCOMPARE(test::namelessIn(*desk.page), QStringList{});
            QCOMPARE(test::cutIn(*desk.page), QStringList{});
            desk.button(u"answers"_s)->setFocus();
            QStringList walked;
            for (int i = 0; i < 3; ++i) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                walked << QApplication::focusWidget()->objectName();
            }
            QCOMPARE(walked, (QStringList{u"settlements.run"_s, u"settlements.list"_s, u"settlements.resend"_s}));
        }
    }
};

QTEST_MAIN(TstSettlementsPage)
#include "tst_settlements_page.moc"
