// Saved filters and columns at the board: chosen by keys and menu, kept under a name, put in order; what must stay cannot be hidden.
#include "tests/ui/board_sample.h"
#include "ui/board/board_page.h"
#include "ui/board/board_view.h"
#include "ui/board/filters_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/search_field.h"
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMouseEvent>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstBoardViewMenu : public QObject {
    Q_OBJECT

    struct Desk {
        ManualClock clock{test::boardNow()};
        BoardModel model{clock};
        QWidget window;
        SearchField search{&window};
        BoardPage page{model, &window};
        SavedFilters saved;

        Desk()
        {
            page.attachSearch(search);
            auto rows = test::boardRows();
            for (auto& row : rows) row.readyAt = clock.now().plusMs(-2LL * 24 * 3600 * 1000);
            model.setRows(rows);
            window.resize(1400, 860);
            search.setGeometry(0, 0, 400, 44);
            page.setGeometry(0, 50, 1400, 800);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
            BoardFilter waits, hers;
            waits.tab = BoardTab::Waits;
            hers.words = u"kellner"_s;
            if (!saved.add(u"To pay"_s, waits) || !saved.add(u"Kellner"_s, hers)) qFatal("not saved");
            page.setFilters(saved);
        }
        template <class T> T* get(const QString& name) { return window.findChild<T*>(name); }
        BoardView* table() { return get<BoardView>(u"board.table"_s); }
        QString count() { return get<QLabel>(u"board.count"_s)->text(); }
        void widen()   // room for every column, whatever font is here
        {
            window.resize(2000, 860);
            page.resize(2000, 800);
            QApplication::processEvents();
        }
        QMenu* openMenu()
        {
            QTest::mouseClick(get<ActionButton>(u"board.view"_s), Qt::LeftButton);
            return get<QMenu>(u"board.view.menu"_s);
        }
        static QAction* in(const QMenu* menu, const QString& text)
        {
            for (auto* action : menu->actions())
                if (action->text().section(u'\t', 0, 0) == text) return action;
            return nullptr;
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard|setParent))"_s}); }

    void altAndADigitChooseThem()
    {
        Desk desk;
        QTest::keyClick(desk.window.windowHandle(), Qt::Key_1, Qt::AltModifier);
        QCOMPARE(desk.model.tab(), BoardTab::Waits);
        QVERIFY2(desk.count().contains(u"To pay"), qPrintable(desk.count()));
        QTest::keyClick(desk.window.windowHandle(), Qt::Key_2, Qt::AltModifier);
        QCOMPARE(desk.search.text(), u"kellner"_s);
        QCOMPARE(desk.model.rowCount(), 1);
        QCOMPARE(desk.page.filter(), desk.saved.all()[1].filter);
        QTest::keyClick(desk.window.windowHandle(), Qt::Key_9, Qt::AltModifier);   // there is none: nothing happens
        QCOMPARE(desk.search.text(), u"kellner"_s);
        QTest::keyClick(desk.window.windowHandle(), Qt::Key_1, Qt::AltModifier);
        QVERIFY(desk.search.text().isEmpty());
        QCOMPARE(desk.model.tab(), BoardTab::Waits);
    }
    void theMenuHoldsThemWithTheirKeys()
    {
        Desk desk;
        auto* menu = desk.openMenu();
        QVERIFY(menu != nullptr);
        auto* mine = Desk::in(menu, u"To pay"_s);
        QVERIFY(mine != nullptr);
        QVERIFY(mine->text().endsWith(u"Alt+1"_s));
        mine->trigger();
        QCOMPARE(desk.model.tab(), BoardTab::Waits);
        menu->close();
        QTRY_VERIFY(desk.get<QMenu>(u"board.view.menu"_s) == nullptr);
        menu = desk.openMenu();
        QVERIFY(Desk::in(menu, u"To pay"_s)->isChecked());
        QSignalSpy save{&desk.page, &BoardPage::filterSaveRequested};
        Desk::in(menu, u"Without handed over ones"_s)->trigger();
        QVERIFY(!desk.model.options().handedOver);
        Desk::in(menu, u"Keep this view under a name …"_s)->trigger();
        QCOMPARE(save.count(), 1);
        QVERIFY(!save.front().front().value<BoardFilter>().options.handedOver);
        Desk::in(menu, u"All vehicles"_s)->trigger();
        QVERIFY(desk.page.filter().isEverything());
        menu->close();
    }
    void aScanIsShownWhateverTheFilterHides()
    {
        Desk desk;
        desk.page.showFilter(SavedFilters::waitsForPickUp());
        QCOMPARE(desk.model.rowCount(), 0);
        desk.page.select(domain::InvoiceId{u"2026-4118"_s});
        QCOMPARE(desk.page.selected(), domain::InvoiceId{u"2026-4118"_s});
        QVERIFY(desk.page.filter().isEverything());
    }
    void columnsFollowTheMenu()
    {
        Desk desk;
        QSignalSpy chosen{&desk.page, &BoardPage::columnsChosen};
        auto* menu = desk.openMenu();
        auto* columns = Desk::in(menu, u"Columns"_s)->menu();
        QVERIFY(columns != nullptr);
        for (const auto& name : {u"Status"_s, u"Plate"_s, u"Open"_s}) QVERIFY2(!Desk::in(Desk::in(columns, name)->menu(), u"Always shown"_s)->isEnabled(), qPrintable(name));
        Desk::in(Desk::in(columns, u"Hook"_s)->menu(), u"Further to the left"_s)->trigger();
        QCOMPARE(chosen.count(), 1);
        desk.page.setColumns(chosen.front().front().value<BoardColumns>());
        auto* header = desk.table()->horizontalHeader();
        QCOMPARE(header->visualIndex(BoardModel::Hook), 4);
        QCOMPARE(header->visualIndex(BoardModel::Open), 5);
        BoardColumns hidden;
        QVERIFY(hidden.setShown(BoardModel::Age, false));
        QVERIFY(hidden.setPercent(BoardModel::Hook, 200));
        const int before = desk.table()->columnWidth(BoardModel::Hook);
        desk.page.setColumns(hidden);
        QVERIFY(desk.table()->isColumnHidden(BoardModel::Age));
        QCOMPARE(desk.table()->columnWidth(BoardModel::Hook), 2 * before);
        QCOMPARE(header->visualIndex(BoardModel::Hook), 5);   // back in its usual place
        // Dragged with the mouse it is told, and nothing is told of what was set.
        QTest::qWait(20);
        const int told = static_cast<int>(chosen.count());
        header->moveSection(header->visualIndex(BoardModel::Customer), 1);
        QTRY_COMPARE(chosen.count(), told + 1);
        QCOMPARE(chosen.back().front().value<BoardColumns>().order()[1], BoardModel::Customer);
        desk.page.setColumns({});
        QTest::qWait(20);
        QCOMPARE(chosen.count(), told + 1);
        QVERIFY(!desk.table()->isColumnHidden(BoardModel::Age));
        QCOMPARE(desk.table()->columnWidth(BoardModel::Hook), before);
        menu->close();
    }
    void onlyMySiteIsOfferedWhereThereAreSeveral()
    {
        Desk desk;
        desk.widen();
        auto* menu = desk.openMenu();
        QVERIFY(Desk::in(menu, u"Only my site"_s) == nullptr);
        QVERIFY(Desk::in(Desk::in(menu, u"Columns"_s)->menu(), u"Site"_s) == nullptr);
        menu->close();
        QTRY_VERIFY(desk.get<QMenu>(u"board.view.menu"_s) == nullptr);
        desk.model.setSites(u"Werk Süd"_s, u"Werk Süd"_s);
        auto rows = test::boardRows();
        for (std::size_t i = 0; i < 4; ++i) rows[i].site = u"Nord"_s;
        desk.model.setRows(rows);
        menu = desk.openMenu();
        auto* mine = Desk::in(menu, u"Only my site"_s);
        QVERIFY(mine != nullptr && mine->isCheckable() && !mine->isChecked());
        mine->trigger();
        QVERIFY(desk.page.filter().options.ownSite);
        QCOMPARE(desk.model.rowCount(), 10);
        QVERIFY2(desk.count().contains(u"only my site"), qPrintable(desk.count()));
        menu->close();
        QTRY_VERIFY(desk.get<QMenu>(u"board.view.menu"_s) == nullptr);
        menu = desk.openMenu();
        QVERIFY(Desk::in(menu, u"Only my site"_s)->isChecked());
        // The column: hidden until somebody wants it.
        QVERIFY(desk.table()->isColumnHidden(BoardModel::Site));
        QSignalSpy chosen{&desk.page, &BoardPage::columnsChosen};
        Desk::in(Desk::in(Desk::in(menu, u"Columns"_s)->menu(), u"Site"_s)->menu(), u"Shown"_s)->trigger();
        QCOMPARE(chosen.count(), 1);
        desk.page.setColumns(chosen.front().front().value<BoardColumns>());
        QVERIFY(!desk.table()->isColumnHidden(BoardModel::Site));
        desk.model.setRows(test::boardRows());   // one site again
        QVERIFY(desk.table()->isColumnHidden(BoardModel::Site));
        menu->close();
    }
    void bordersAreDragged()
    {
        Desk desk;
        desk.widen();
        QSignalSpy chosen{&desk.page, &BoardPage::columnsChosen};
        auto* header = desk.table()->horizontalHeader();
        const auto width = [&](BoardModel::Column column) { return desk.table()->columnWidth(column); };
        const auto border = [&](BoardModel::Column right) { return QPoint{header->sectionViewportPosition(right), header->height() / 2}; };
        const auto mouse = [&](QEvent::Type type, const QPoint& at) {
            const bool moves = type == QEvent::MouseMove;
            QMouseEvent event{type, QPointF{at}, QPointF{header->viewport()->mapToGlobal(at)}, moves ? Qt::NoButton : Qt::LeftButton,
                              type == QEvent::MouseButtonRelease ? Qt::NoButton : Qt::LeftButton, Qt::NoModifier};
            QApplication::sendEvent(header->viewport(), &event);
        };
        const int number = width(BoardModel::Number), customer = width(BoardModel::Customer);
        const auto from = border(BoardModel::Number);
        mouse(QEvent::MouseButtonPress, from);
        mouse(QEvent::MouseMove, from - QPoint{15, 0});
        mouse(QEvent::MouseMove, from - QPoint{40, 0});
        QVERIFY(qAbs(width(BoardModel::Number) - number - 40) <= 2);          // at once
        QVERIFY(qAbs(width(BoardModel::Customer) - customer + 40) <= 2);
        QCOMPARE(chosen.count(), 0);                                          // told when it is let go
        mouse(QEvent::MouseButtonRelease, from - QPoint{40, 0});
        QCOMPARE(chosen.count(), 1);
        const auto stored = chosen.front().front().value<BoardColumns>();
        QVERIFY(stored.percent(BoardModel::Number) > 110);
        QCOMPARE(BoardColumns::fromText(stored.text()), stored);
        QCOMPARE(header->visualIndex(BoardModel::Number), int{BoardModel::Number});   // no title was carried away
        // As far as it goes, and not further.
        mouse(QEvent::MouseButtonPress, border(BoardModel::Number));
        mouse(QEvent::MouseMove, QPoint{2, from.y()});
        mouse(QEvent::MouseButtonRelease, QPoint{2, from.y()});
        QVERIFY(width(BoardModel::Number) <= number * BoardColumns::kWidest / 100);
        for (const auto column : {BoardModel::Status, BoardModel::Plate, BoardModel::Customer, BoardModel::Open, BoardModel::Hook, BoardModel::Age}) QVERIFY(!desk.table()->isColumnHidden(column));
        // A border taken and let go says nothing; a double click brings back what is usual.
        const int told = static_cast<int>(chosen.count());
        mouse(QEvent::MouseButtonPress, border(BoardModel::Number));
        mouse(QEvent::MouseButtonRelease, border(BoardModel::Number));
        QCOMPARE(chosen.count(), told);
        mouse(QEvent::MouseButtonDblClick, border(BoardModel::Number));
        QCOMPARE(chosen.count(), told + 1);
        desk.page.setColumns(chosen.back().front().value<BoardColumns>());
        QCOMPARE(width(BoardModel::Number), number);
        QCOMPARE(width(BoardModel::Customer), customer);
    }
    void draggedWidthsHoldAtEveryScaleAndInASmallWindow()
    {
        Desk desk;
        BoardColumns columns;
        for (const auto column : columns.order()) columns.setPercent(column, BoardColumns::kWidest);
        desk.page.setColumns(columns);
        for (const qreal scale : {0.8, 1.0, 1.5, 2.0}) {
            applyTheme(*qApp, ThemeKind::Light, scale);
            for (const int width : {1400, 1100}) {
                desk.page.resize(width, 800);
                QApplication::processEvents();
                int sum = 0;
                for (int column = 0; column < BoardModel::ColumnCount; ++column) sum += desk.table()->columnWidth(column);
                for (const auto column : {BoardModel::Status, BoardModel::Plate, BoardModel::Open}) QVERIFY(!desk.table()->isColumnHidden(column));
                if (scale < 1.5) QVERIFY2(sum <= desk.table()->viewport()->width(), qPrintable(u"%1 > %2"_s.arg(sum).arg(desk.table()->viewport()->width())));
            }
        }
        applyTheme(*qApp, ThemeKind::Light);
        desk.page.resize(1400, 800);
        desk.page.setColumns({});
    }
    void allWidthsGoBackByTheMenu()
    {
        Desk desk;
        BoardColumns columns;
        QVERIFY(columns.setPercent(BoardModel::Hook, 137));
        QVERIFY(columns.setPercent(BoardModel::Number, 213));
        QVERIFY(columns.move(BoardModel::Hook, -1));
        desk.page.setColumns(columns);
        QSignalSpy chosen{&desk.page, &BoardPage::columnsChosen};
        auto* menu = desk.openMenu();
        auto* list = Desk::in(menu, u"Columns"_s)->menu();
        Desk::in(Desk::in(list, u"Invoice"_s)->menu(), u"Wider"_s)->trigger();   // as far as there is room for
        QCOMPARE(chosen.back().front().value<BoardColumns>().percent(BoardModel::Number), BoardColumns::kWidest);
        auto* back = Desk::in(list, u"All widths as at first"_s);
        QVERIFY(back != nullptr && back->isEnabled());
        back->trigger();
        const auto told = chosen.back().front().value<BoardColumns>();
        for (const auto column : told.order()) QCOMPARE(told.percent(column), 100);
        QCOMPARE(told.order(), columns.order());
        menu->close();
    }
    void aNameIsAskedForAndChecked()
    {
        Desk desk;
        BoardFilter act;
        act.tab = BoardTab::Act;
        FilterNameSheet sheet{desk.saved, act, &desk.window};
        QSignalSpy named{&sheet, &FilterNameSheet::named};
        sheet.open(sheet.firstField());
        QTest::qWait(Sheet::kEnterInertMs + 50);
        auto* name = sheet.findChild<QLineEdit*>(u"filter_name.name"_s);
        auto* store = sheet.findChild<ActionButton*>(u"filter_name.store"_s);
        QVERIFY(!store->isEnabled());
        QTest::keyClicks(name, u"to PAY"_s);
        QVERIFY(!store->isEnabled());
        QVERIFY(sheet.findChild<QLabel*>(u"filter_name.note"_s)->text().contains(u"already"));
        QTest::keyClicks(name, u" today"_s);
        QTest::mouseClick(store, Qt::LeftButton);
        QCOMPARE(named.count(), 1);
        QCOMPARE(named.front().front().value<SavedFilters>().all().back().name, u"to PAY today"_s);
        QVERIFY(!sheet.isOpen());
    }
    void theListIsPutInOrder()
    {
        Desk desk;
        FiltersSheet sheet{desk.saved, {}, &desk.window};
        QSignalSpy changed{&sheet, &FiltersSheet::changed};
        sheet.open(sheet.firstField());
        const auto press = [&sheet](const QString& name) { QTest::mouseClick(sheet.findChild<ActionButton*>(name), Qt::LeftButton); };
        auto* list = sheet.findChild<QListWidget*>(u"filters.list"_s);
        QCOMPARE(list->count(), 2);
        QVERIFY(list->item(0)->text().contains(u"Alt+1"));
        press(u"filters.down"_s);
        QCOMPARE(sheet.filters().all()[0].name, u"Kellner"_s);
        QCOMPARE(list->currentRow(), 1);
        auto* name = sheet.findChild<QLineEdit*>(u"filters.name"_s);
        name->setText(u"kellner"_s);
        press(u"filters.rename"_s);
        QVERIFY(sheet.findChild<QLabel*>(u"filters.note"_s)->text().contains(u"already"));
        name->setText(u"Still to pay"_s);
        press(u"filters.rename"_s);
        QCOMPARE(sheet.filters().all()[1].name, u"Still to pay"_s);
        press(u"filters.delete"_s);
        QCOMPARE(sheet.filters().count(), 1);
        press(u"filters.delete"_s);
        QCOMPARE(sheet.filters().count(), 0);
        QVERIFY(!sheet.findChild<ActionButton*>(u"filters.delete"_s)->isEnabled());
        QCOMPARE(changed.count(), 4);
    }
};

QTEST_MAIN(TstBoardViewMenu)
#include "tst_board_view_menu.moc"
