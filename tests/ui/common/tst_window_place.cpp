// Windows on screens that go, come and change: always in sight, never larger than what they stand on; small screens are usable.
#include "ui/common/sheet.h"
#include "ui/common/theme.h"
#include "ui/common/window_place.h"
#include "ui/desk_frame.h"
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

namespace {

const QRect kDesk{0, 0, 1920, 1040}, kBeside{1920, 0, 1920, 1080}, kLaptopDoubled{0, 0, 960, 508};

} // namespace

class TstWindowPlace : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }

    void theLeastSizeFollowsTheScreen()
    {
        QCOMPARE(leastWindow({1920, 1080}), kUsualLeast);
        QCOMPARE(leastWindow({960, 540}), QSize(960, 508));
        QCOMPARE(leastWindow({320, 200}), kVeryLeast);
    }
    void aWindowComesBackWhereItCanBeSeen_data()
    {
        QTest::addColumn<QRect>("frame");
        QTest::addColumn<bool>("second");
        QTest::addColumn<QRect>("placed");
        QTest::newRow("as it is") << QRect{100, 100, 1200, 800} << false << QRect{100, 100, 1200, 800};
        QTest::newRow("on the second screen") << QRect{2000, 100, 1200, 800} << true << QRect{2000, 100, 1200, 800};
        QTest::newRow("the second screen is gone") << QRect{2000, 100, 1200, 800} << false << QRect{720, 100, 1200, 800};
        QTest::newRow("over both, one is gone") << QRect{1500, 100, 1200, 800} << false << QRect{1500, 100, 1200, 800};
        QTest::newRow("title above the screen") << QRect{100, -60, 1200, 800} << false << QRect{100, 0, 1200, 800};
        QTest::newRow("far away") << QRect{-9000, 9000, 1200, 800} << false << QRect{0, 240, 1200, 800};
        QTest::newRow("too large") << QRect{100, 100, 2600, 1400} << false << QRect{0, 0, 1920, 1040};
    }
    void aWindowComesBackWhereItCanBeSeen()
    {
        QFETCH(QRect, frame);
        QFETCH(bool, second);
        QFETCH(QRect, placed);
        std::vector<QRect> screens{kDesk};
        if (second) screens.push_back(kBeside);
        QCOMPARE(placedOn(screens, frame, kUsualLeast), placed);
    }
    void aScreenThatIsUnpluggedGivesItsWindowBack()
    {
        std::vector<QRect> screens{kDesk, kBeside};
        QWidget window;
        window.resize(1200, 800);
        window.move(2100, 100);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        auto* keeper = new WindowKeeper{window, [&screens] { return screens; }};
        keeper->look();
        QVERIFY(kBeside.contains(window.frameGeometry()));
        screens.pop_back();
        keeper->look();
        QVERIFY(kDesk.contains(window.frameGeometry()));
        QCOMPARE(window.minimumSize(), kUsualLeast);
        screens.clear();
        keeper->look();   // all of them off: nothing to be done, nothing is lost
        screens = {kLaptopDoubled};
        keeper->look();
        QVERIFY(kLaptopDoubled.contains(window.frameGeometry()));
        QVERIFY(window.minimumWidth() <= kLaptopDoubled.width());
    }
    void theRailLeavesItsWordsOutWhereTheyDoNotFit()
    {
        DeskFrame frame;
        frame.setContent(new QWidget);
        for (int i = 0; i < 8; ++i) frame.rail().add(QString::number(i), u"board"_s, u"Word %1"_s.arg(i), i > 4);
        frame.resize(1440, 900);
        frame.show();
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        const int usual = frame.rail().button(u"0"_s)->height();
        QVERIFY(frame.rail().button(u"0"_s)->toolTip().isEmpty());
        frame.resize(960, 508);
        QTRY_VERIFY(frame.rail().button(u"0"_s)->height() < usual);
        QCOMPARE(frame.rail().button(u"0"_s)->toolTip(), u"Word 0"_s);
        for (int i = 0; i < 8; ++i) {
            const auto* button = frame.rail().button(QString::number(i));
            QVERIFY2(frame.rail().rect().contains(button->geometry()), qPrintable(button->text()));
            for (int k = 0; k < i; ++k) QVERIFY(!button->geometry().intersects(frame.rail().button(QString::number(k))->geometry()));
        }
        frame.resize(1440, 900);
        QTRY_COMPARE(frame.rail().button(u"0"_s)->height(), usual);
    }
    void aPageThatNeedsMoreRoomScrolls()
    {
        DeskFrame frame;
        auto* page = new QWidget;
        page->setMinimumSize(900, 620);
        frame.setContent(page);
        frame.resize(1440, 900);
        frame.show();
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        auto* scroll = frame.findChild<QScrollArea*>(u"frame.scroll"_s);
        QVERIFY(scroll);
        QCOMPARE(scroll->verticalScrollBar()->maximum(), 0);
        frame.resize(960, 508);
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        QCOMPARE(frame.size(), QSize(960, 508));
        QVERIFY(page->width() >= 900);
    }
    // A list that can do with less gives way before the page's footer goes out of sight, also beside words that wrap.
    void aPageThatCanDoWithLessKeepsItsFooterInSight()
    {
        DeskFrame frame;
        auto* page = new QWidget;
        auto* words = new QLabel{u"Words that wrap have a height for their width, and so has the page they stand on."_s, page};
        words->setWordWrap(true);
        auto* list = new QListWidget{page};
        for (int i = 0; i < 100; ++i) list->addItem(QString::number(i));
        list->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
        auto* foot = new QWidget{page};
        foot->setFixedHeight(44);
        auto* column = new QVBoxLayout{page};
        for (auto* part : std::initializer_list<QWidget*>{words, list, foot}) column->addWidget(part);
        QVERIFY(page->sizeHint().height() > 400);
        frame.setContent(page);
        frame.resize(960, 400);
        frame.show();
        QVERIFY(QTest::qWaitForWindowExposed(&frame));
        auto* scroll = frame.findChild<QScrollArea*>(u"frame.scroll"_s);
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
        QTRY_VERIFY(foot->mapTo(&frame, QPoint{0, foot->height()}).y() <= frame.height());
    }
    void aSheetThatNeedsMoreRoomScrollsAndKeepsItsButtons()
    {
        QWidget window;
        window.resize(960, 508);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        Sheet sheet{&window};
        auto* body = new QWidget;
        body->setMinimumHeight(560);
        sheet.setBody(body);
        auto* foot = new QWidget;
        foot->setFixedSize(100, 40);
        sheet.addFoot(foot);
        sheet.open();
        QTRY_VERIFY(sheet.findChild<QScrollArea*>(u"sheet.scroll"_s) != nullptr);
        QTRY_VERIFY(foot->mapTo(&window, QPoint{0, foot->height()}).y() <= window.height());
        QVERIFY(body->height() >= 560);
    }
};

QTEST_MAIN(TstWindowPlace)
#include "tst_window_place.moc"
