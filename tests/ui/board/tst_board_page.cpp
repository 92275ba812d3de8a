// The board page, clicked and typed at: what it shows, which signals it sends, how it is walked through by keys and read aloud.
#include "app/core/limits.h"
#include "tests/ui/board_sample.h"
#include "ui/board/board_delegate.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/board/detail_panel.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/health_bar.h"
#include "ui/common/search_field.h"
#include "ui/desk_frame.h"
#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QApplication>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstBoardPage : public QObject {
    Q_OBJECT

    struct Desk {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
        DeskFrame frame;
        BoardPage* page = new BoardPage{model};

        explicit Desk(bool filled = true, QSize size = {1440, 900})
        {
            frame.setContent(page);
            frame.rail().add(u"board"_s, u"board"_s, u"Board"_s);
            frame.rail().add(u"help"_s, u"help"_s, u"Help"_s, true);
            frame.top().health().setItems({{u"Portal"_s, u"ready"_s, Health::Good, {}}, {u"Printer"_s, u"empty"_s, Health::Notice, {}}});
            frame.top().user().setUser(u"Miriam Roth"_s, u"Shift 118"_s);
            page->attachSearch(frame.top().search());
            if (filled) model.setRows(test::boardRows());
            frame.resize(size);
            frame.show();
            if (!QTest::qWaitForWindowActive(&frame)) qFatal("no active window");
        }
        template <class T> T* get(const QString& name) const
        {
            auto* found = frame.findChild<T*>(name);
            if (found == nullptr) qFatal("no widget %s", qPrintable(name));
            return found;
        }
        BoardView* table() const { return get<BoardView>(u"board.table"_s); }
        SearchField& search() const { return frame.top().search(); }
        void click(int row) const { QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(model.index(row, 2)).center()); }
        void key(Qt::Key key, Qt::KeyboardModifiers with = {}) const { QTest::keyClick(frame.windowHandle(), key, with); }
        QString text(const QString& label) const { return get<QLabel>(label)->text(); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void aLowPanelScrollsAndKeepsItsButtons()
    {
        Desk desk;
        DetailPanel panel;
        QWidget& shown = panel;
        panel.setDetail(BoardDetail{desk.model.rowAt(10), {}, {}, {}}, test::boardNow());
        panel.resize(376, 420);
        shown.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        QCOMPARE(panel.height(), 420);
        for (const auto& name : {u"board.pay"_s, u"board.request"_s, u"board.key"_s, u"board.more"_s}) {
            const auto* button = panel.findChild<ActionButton*>(name);
            QVERIFY2(panel.rect().contains(QRect{button->mapTo(&panel, QPoint{}), button->size()}), qPrintable(name));
        }
        QTRY_VERIFY(panel.findChild<QScrollArea*>(u"board.detail.scroll"_s)->verticalScrollBar()->maximum() > 0);
    }
    void clickShowsTheCard()
    {
        Desk desk;
        QSignalSpy selected{desk.page, &BoardPage::selectionChanged};
        desk.click(4);
        QCOMPARE(selected.count(), 1);
        QCOMPARE(desk.page->selected(), domain::InvoiceId{u"2026-4117"_s});
        QCOMPARE(desk.text(u"card.word"_s), u"Paid"_s);
        QCOMPARE(desk.text(u"card.verdict"_s), u"Key may go"_s);
        QCOMPARE(desk.text(u"card.amount"_s), u"0,00\u00A0€"_s);
        QCOMPARE(desk.text(u"board.sum"_s), u"6.963,25\u00A0€"_s);
        QCOMPARE(desk.text(u"card.hook"_s), u"17"_s);
    }
    void buttonsAndKeysSendTheInvoice()
    {
        Desk desk;
        desk.click(10);   // open
        QSignalSpy pay{desk.page, &BoardPage::payRequested}, request{desk.page, &BoardPage::requestRequested}, key{desk.page, &BoardPage::keyRequested},
            more{desk.page, &BoardPage::moreRequested}, refresh{desk.page, &BoardPage::refreshRequested};
        QTest::mouseClick(desk.get<ActionButton>(u"board.pay"_s), Qt::LeftButton);
        desk.key(Qt::Key_F2);
        QCOMPARE(pay.count(), 2);
        QCOMPARE(pay.at(1).at(0).value<domain::InvoiceId>(), domain::InvoiceId{u"2026-4118"_s});
        QTest::mouseClick(desk.get<ActionButton>(u"board.request"_s), Qt::LeftButton);
        desk.key(Qt::Key_F6);
        QCOMPARE(request.count(), 2);
        desk.key(Qt::Key_F7);
        QCOMPARE(key.count(), 1);
        desk.key(Qt::Key_F10);
        QCOMPARE(more.count(), 1);
        desk.key(Qt::Key_F5);
        QTest::mouseClick(desk.get<QAbstractButton>(u"board.age"_s), Qt::LeftButton);
        QCOMPARE(refresh.count(), 2);
    }
    void disabledButtonsSayWhyAndStaySilent()
    {
        Desk desk;
        desk.click(4);   // paid
        QSignalSpy pay{desk.page, &BoardPage::payRequested};
        auto* button = desk.get<ActionButton>(u"board.pay"_s);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->accessibleDescription(), u"F2 · nothing open"_s);
        desk.key(Qt::Key_F2);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(pay.count(), 0);
    }
    void unclearAsksInsteadOfCharging()
    {
        Desk desk;
        desk.click(1);
        QSignalSpy pay{desk.page, &BoardPage::payRequested}, refresh{desk.page, &BoardPage::refreshRequested};
        desk.key(Qt::Key_F2);
        QTest::mouseClick(desk.get<ActionButton>(u"board.pay"_s), Qt::LeftButton);
        QCOMPARE(pay.count(), 0);
        QCOMPARE(refresh.count(), 1);
    }
    void onlyOnePrimaryPerRow()
    {
        Desk desk;
        for (int row = 0; row < desk.model.rowCount(); ++row) {
            desk.click(row);
            int primary = 0;
            for (const auto* button : desk.page->findChildren<ActionButton*>())
                if (button->isVisible() && button->kind() == ActionButton::Kind::Primary) ++primary;
            QVERIFY2(primary <= 1, qPrintable(desk.model.rowAt(row).number));
        }
    }
    void liveNewsReachTheCard()
    {
        Desk desk;
        desk.click(10);
        auto row = *desk.model.find(domain::InvoiceId{u"2026-4118"_s});
        row.seq = 2;
        row.state = domain::BoardState::Paid;
        row.mayGo = true;
        row.open = {};
        row.reason = u"paid.card"_s;
        QSignalSpy selected{desk.page, &BoardPage::selectionChanged};
        desk.model.apply({row});
        QCOMPARE(desk.text(u"card.word"_s), u"Paid"_s);
        QCOMPARE(desk.text(u"card.verdict"_s), u"Key may go"_s);
        QCOMPARE(desk.model.rowAt(desk.table()->currentIndex().row()).invoice, row.invoice);
        QCOMPARE(selected.count(), 1);   // ask for the new history
    }
    void timeTakesTheGreenOffTheCard()
    {
        Desk desk;
        desk.click(4);
        QCOMPARE(desk.text(u"card.verdict"_s), u"Key may go"_s);
        desk.clock.advance(61'000);
        QTRY_COMPARE_WITH_TIMEOUT(desk.text(u"card.verdict"_s), u"Key stays here"_s, 3000);
    }
    void searchByKeys()
    {
        Desk desk;
        desk.click(0);
        desk.key(Qt::Key_F3);
        QCOMPARE(QApplication::focusWidget(), &desk.search());
        QTest::keyClicks(&desk.search(), u"v"_s);
        QVERIFY(!desk.table()->currentIndex().isValid());
        QVERIFY(desk.page->selected().isNull());   // its card goes with its row, and no stranger's comes
        QVERIFY(!desk.get<ActionButton>(u"board.pay"_s)->isVisible());
        const int found = desk.model.rowCount();
        QVERIFY(found > 1 && found < 14);
        QTest::keyClick(&desk.search(), Qt::Key_Down);
        QTest::keyClick(&desk.search(), Qt::Key_Down);
        QCOMPARE(desk.table()->currentIndex().row(), 1);
        QCOMPARE(QApplication::focusWidget(), &desk.search());
        const auto chosen = desk.page->selected();
        QTest::keyClick(&desk.search(), Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), desk.table());
        QCOMPARE(desk.page->selected(), chosen);
        desk.key(Qt::Key_F, Qt::ControlModifier);
        QCOMPARE(QApplication::focusWidget(), &desk.search());
        QTest::keyClick(&desk.search(), Qt::Key_Escape);
        QCOMPARE(desk.search().text(), QString{});
        QCOMPARE(desk.model.rowCount(), 14);
        QCOMPARE(desk.page->selected(), chosen);
        QTest::keyClick(&desk.search(), Qt::Key_Escape);
        QCOMPARE(QApplication::focusWidget(), desk.table());
    }
    void keysNeverActOnACarThatWasNotFound()
    {
        Desk desk;
        desk.click(0);
        const auto before = desk.page->selected();
        QSignalSpy pay{desk.page, &BoardPage::payRequested}, key{desk.page, &BoardPage::keyRequested}, more{desk.page, &BoardPage::moreRequested};
        QTest::keyClicks(&desk.search(), u"v"_s);
        QVERIFY(desk.model.rowCount() > 1 && desk.model.rowOf(before) < 0);
        desk.key(Qt::Key_F7);
        QVERIFY(pay.isEmpty() && key.isEmpty() && more.isEmpty());
        QCOMPARE(desk.table()->currentIndex().row(), 0);   // one that was found is chosen instead
        QVERIFY(desk.page->selected() != before);
        desk.search().setText(u"zzz"_s);
        desk.key(Qt::Key_F7);
        desk.key(Qt::Key_F2);
        QVERIFY(pay.isEmpty() && key.isEmpty() && more.isEmpty());
    }
    void searchLooksInAllTabsAndGivesTheTabBack()
    {
        Desk desk;
        QTest::mouseClick(desk.get<QAbstractButton>(u"board.tab.done"_s), Qt::LeftButton);
        QCOMPARE(desk.model.rowCount(), 2);
        desk.search().setText(u"özt"_s);   // QTest types ASCII only
        QCOMPARE(desk.model.rowCount(), 1);
        QCOMPARE(desk.page->selected(), domain::InvoiceId{u"2026-4108"_s});   // the only hit is the one meant
        QTest::mouseClick(desk.get<QWidget>(u"search.clear"_s), Qt::LeftButton);
        QCOMPARE(desk.model.rowCount(), 2);
        QVERIFY(desk.get<QAbstractButton>(u"board.tab.done"_s)->isChecked());
    }
    void tabsFilter_data()
    {
        QTest::addColumn<QString>("tab");
        QTest::addColumn<int>("rows");
        QTest::newRow("all") << u"board.tab.all"_s << 14;
        QTest::newRow("act") << u"board.tab.act"_s << 4;
        QTest::newRow("waits") << u"board.tab.waits"_s << 5;
        QTest::newRow("free") << u"board.tab.free"_s << 4;
        QTest::newRow("done") << u"board.tab.done"_s << 2;
    }
    void tabsFilter()
    {
        QFETCH(QString, tab);
        Desk desk;
        QTest::mouseClick(desk.get<QAbstractButton>(tab), Qt::LeftButton);
        QTEST(desk.model.rowCount(), "rows");
        QVERIFY(desk.get<QAbstractButton>(tab)->text().endsWith(QString::number(desk.model.rowCount())));
    }
    // A car that the chosen view does not hold has no card beside it; back in one that does, it is framed again.
    void theCardIsOfTheChosenView()
    {
        Desk desk;
        desk.click(0);
        const auto chosen = desk.page->selected();
        QSignalSpy changed{desk.page, &BoardPage::selectionChanged}, pay{desk.page, &BoardPage::payRequested};
        QTest::mouseClick(desk.get<QAbstractButton>(u"board.tab.done"_s), Qt::LeftButton);
        QVERIFY(desk.model.rowOf(chosen) < 0);
        QVERIFY(desk.page->selected().isNull());
        QVERIFY(!desk.get<ActionButton>(u"board.pay"_s)->isVisible());
        QVERIFY(changed.last().at(0).value<domain::InvoiceId>().isNull());
        desk.key(Qt::Key_F2);
        QVERIFY(pay.isEmpty());
        QTest::mouseClick(desk.get<QAbstractButton>(u"board.tab.all"_s), Qt::LeftButton);
        QCOMPARE(desk.page->selected(), chosen);
        QCOMPARE(desk.model.rowAt(desk.table()->currentIndex().row()).invoice, chosen);
        QVERIFY(desk.get<ActionButton>(u"board.pay"_s)->isVisible());
        BoardFilter done;
        done.tab = BoardTab::Done;
        desk.page->showFilter(done);
        QVERIFY(desk.page->selected().isNull());
        desk.click(1);
        const auto other = desk.page->selected();
        desk.page->showFilter({});
        QCOMPARE(desk.page->selected(), other);
    }
    void emptyBoardShowsTheWay()
    {
        Desk desk{false};
        QSignalSpy import{desk.page, &BoardPage::importRequested}, sample{desk.page, &BoardPage::sampleRequested};
        QVERIFY(!desk.table()->isVisible());
        QTest::mouseClick(desk.get<ActionButton>(u"board.empty.first"_s), Qt::LeftButton);
        QTest::mouseClick(desk.get<ActionButton>(u"board.empty.second"_s), Qt::LeftButton);
        QCOMPARE(import.count(), 1);
        QCOMPARE(sample.count(), 1);
        desk.key(Qt::Key_F2);   // nothing selected: nothing happens
        desk.model.apply(test::boardRows());
        QVERIFY(desk.table()->isVisible());
        QTest::keyClicks(&desk.search(), u"zzz"_s);
        QVERIFY(!desk.table()->isVisible());
        QTest::mouseClick(desk.get<ActionButton>(u"board.empty.first"_s), Qt::LeftButton);
        QVERIFY(desk.table()->isVisible());
    }
    void selectFindsWhatIsHidden()
    {
        Desk desk;
        QTest::keyClicks(&desk.search(), u"golf"_s);
        desk.page->select(domain::InvoiceId{u"2026-4061"_s});
        QCOMPARE(desk.page->selected(), domain::InvoiceId{u"2026-4061"_s});
        QCOMPARE(desk.model.rowCount(), 14);
    }
    void lateDetailOfAnotherInvoiceIsIgnored()
    {
        Desk desk;
        desk.click(4);
        BoardDetail late{desk.model.rowAt(10), {}, {}, {}};
        desk.page->setDetail(late);
        QCOMPARE(desk.text(u"card.word"_s), u"Paid"_s);
    }
    void noticesStandBesideTheInvoice()
    {
        Desk desk;
        desk.click(4);
        auto* label = desk.get<QLabel>(u"board.notices"_s);
        QVERIFY(label->isHidden());
        BoardDetail detail{desk.model.rowAt(4), {}, {}, {}};
        detail.notices = {u"Net and tax do not add up"_s, u"No vehicle is named"_s};
        desk.page->setDetail(detail);
        QVERIFY(label->isVisible());
        QCOMPARE(label->text(), u"Notice: Net and tax do not add up · No vehicle is named"_s);
        detail.notices.clear();
        desk.page->setDetail(detail);
        QVERIFY(label->isHidden());
    }
    void tabKeyLeavesTheTable()
    {
        Desk desk;
        desk.click(0);
        desk.table()->setFocus();
        desk.key(Qt::Key_Tab);
        QVERIFY(QApplication::focusWidget() != desk.table());
        QVERIFY(!desk.table()->isAncestorOf(QApplication::focusWidget()));
    }
    // Every stop of the Tab key is visible, has a name, and comes back to where it started.
    void tabOrderIsARing()
    {
        Desk desk;
        desk.click(10);
        desk.search().setFocus();
        QStringList stops;
        for (int i = 0; i < 60; ++i) {
            desk.key(Qt::Key_Tab);
            auto* here = QApplication::focusWidget();
            QVERIFY(here != nullptr && here->isVisible());
            stops += here->objectName();
            if (here == &desk.search()) break;
        }
        QCOMPARE(stops.last(), u"search"_s);
        for (const auto& name : {u"board.table"_s, u"board.pay"_s, u"board.key"_s, u"health"_s, u"user"_s, u"nav.board"_s}) QVERIFY2(stops.contains(name), qPrintable(name));
        QVERIFY(stops.indexOf(u"board.table"_s) < stops.indexOf(u"board.pay"_s));
        QVERIFY(stops.indexOf(u"board.pay"_s) < stops.indexOf(u"board.key"_s));
    }
    void everythingFocusableHasAName()
    {
        Desk desk;
        desk.click(10);
        int seen = 0;
        for (auto* widget : desk.frame.findChildren<QWidget*>()) {
            const bool clickable = qobject_cast<QAbstractButton*>(widget) != nullptr;
            if (!widget->isVisible() || (widget->focusPolicy() == Qt::NoFocus && !clickable)) continue;
            if (widget->inherits("QTableCornerButton") || widget->inherits("QHeaderView") || widget->inherits("QScrollBar")) continue;
            auto* face = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(face != nullptr && !face->text(QAccessible::Name).isEmpty(), qPrintable(widget->objectName() + u' ' + QString::fromLatin1(widget->metaObject()->className())));
            ++seen;
        }
        QVERIFY(seen > 12);
        auto* word = QAccessible::queryAccessibleInterface(desk.get<QLabel>(u"card.word"_s));
        QCOMPARE(word->text(QAccessible::Name), u"Open"_s);   // live text, no fixed name
    }
    void targetsAreLargeEnough()
    {
        Desk desk{true, {1024, 680}};
        desk.click(0);
        for (const auto* button : desk.frame.findChildren<ActionButton*>())
            if (button->isVisible() && button->objectName() != u"timeline.all"_s) QVERIFY2(button->height() >= 44, qPrintable(button->text()));
        QCOMPARE(desk.table()->rowHeight(0), 48);
    }
    void narrowWindowFoldsColumns()
    {
        Desk wide;
        QVERIFY(!wide.table()->isColumnHidden(BoardModel::Number));
        QVERIFY(!wide.table()->isColumnHidden(BoardModel::Age));
        Desk narrow{true, {1024, 680}};
        QVERIFY(narrow.table()->isColumnHidden(BoardModel::Number));
        QVERIFY(narrow.table()->isColumnHidden(BoardModel::Age));
        QVERIFY(!narrow.table()->isColumnHidden(BoardModel::Customer));
        for (auto* desk : {&wide, &narrow}) {
            int sum = 0;
            for (int column = 0; column < BoardModel::ColumnCount; ++column) sum += desk->table()->columnWidth(column);
            QCOMPARE(sum, desk->table()->viewport()->width());
            QVERIFY(desk->frame.width() <= (desk == &wide ? 1440 : 1024));   // nothing pushes the window wider
        }
    }
    void everyThemeAndScalePaints()
    {
        Desk desk;
        desk.click(4);
        QSet<QByteArray> seen;
        for (const auto kind : {ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast})
            for (const qreal scale : {0.8, 1.0, 1.5, 2.0}) {
                applyTheme(*qApp, kind, scale);
                QApplication::processEvents();
                const auto image = desk.frame.grab().toImage();
                QCOMPARE(image.pixelColor(2, image.height() - 2), themeOf(&desk.frame).canvas);
                seen.insert(QByteArray{reinterpret_cast<const char*>(image.constBits()), image.sizeInBytes()});
                QCOMPARE(desk.table()->rowHeight(0), themeOf(&desk.frame).px(48));
            }
        QCOMPARE(seen.size(), 12);
        applyTheme(*qApp, ThemeKind::Light);
    }
    void whatIsKeptPaintedHasABound()
    {
        Desk desk;
        std::vector<domain::BoardRow> rows;
        for (int n = 0; n < 1'000; ++n) {   // every plate another one: far more than may be kept
            auto row = test::boardRows().front();
            row.invoice = domain::InvoiceId{u"many-%1"_s.arg(n)};
            row.plate = u"M-AB %1"_s.arg(1'000 + n);
            rows.push_back(std::move(row));
        }
        desk.model.setRows(rows);
        const auto* delegate = qobject_cast<BoardDelegate*>(desk.table()->itemDelegate());
        QVERIFY(delegate);
        for (int row = 0; row < desk.model.rowCount(); row += 10) {
            desk.table()->scrollTo(desk.model.index(row, BoardModel::Plate), QAbstractItemView::PositionAtTop);
            desk.table()->viewport()->grab();
            QVERIFY2(delegate->keptPictures() <= limits::kKeptCellPictures, qPrintable(QString::number(delegate->keptPictures())));
        }
        QVERIFY(delegate->keptPictures() > limits::kKeptCellPictures / 2);
    }
    void selectionIsAFrameOverTheWholeRow()
    {
        Desk desk;
        desk.click(4);
        desk.search().setFocus();
        const auto image = desk.table()->viewport()->grab().toImage();
        const auto box = desk.table()->visualRect(desk.model.index(4, 0));
        const auto accent = themeOf(&desk.frame).accentText;
        QCOMPARE(image.pixelColor(image.width() / 2, box.top() - 1), accent);
        QCOMPARE(image.pixelColor(8, box.center().y()), themeOf(&desk.frame).surface);   // not filled
        QCOMPARE(image.pixelColor(18, box.center().y()), themeOf(&desk.frame).green.tint);   // the state keeps its tint
    }
    void trainingBandStays()
    {
        Desk desk;
        desk.frame.setTraining(true);
        QVERIFY(desk.get<QLabel>(u"training"_s)->isVisible());
        QVERIFY(desk.text(u"training"_s).startsWith(u"SAMPLE DATA"_s));
    }
    void ctrlPAsksForThePaperOfTheChosenOne()
    {
        Desk desk;
        QSignalSpy wanted{desk.page, &BoardPage::printRequested};
        desk.click(2);
        const auto chosen = desk.page->selected();
        QVERIFY(!chosen.isNull());
        desk.key(Qt::Key_P, Qt::ControlModifier);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().value<domain::InvoiceId>(), chosen);
    }
};

QTEST_MAIN(TstBoardPage)
#include "tst_board_page.moc"
