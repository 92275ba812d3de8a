#include "ui/common/action_button.h"
#include "ui/common/search_field.h"
#include "ui/common/sheet.h"
#include "ui/common/toast.h"
#include <QApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstSheet : public QObject {
    Q_OBJECT

    // A page with one button and a shortcut, and a sheet over it.
    struct Window {
        QWidget window;
        ActionButton below{u"below"_s, &window};
        QShortcut page{QKeySequence{Qt::Key_F2}, &window};
        Sheet* sheet;
        QLineEdit* field = new QLineEdit;
        ActionButton* cancel = new ActionButton{u"Cancel"_s};
        ActionButton* book = new ActionButton{u"Book"_s};

        Window()
        {
            window.resize(1200, 800);
            below.setGeometry(20, 20, 200, 44);
            sheet = new Sheet{&window};
            auto* body = new QWidget;
            auto* row = new QHBoxLayout{body};
            row->addWidget(field);
            sheet->setHead(u"M-AB 1234"_s, u"Pay"_s, u"somebody"_s);
            sheet->setBody(body);
            sheet->addFoot(cancel);
            sheet->setPrimary(book);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support propagateSizeHints)"_s}); }

    void opensWithFocusInside()
    {
        Window w;
        w.below.setFocus();
        QSignalSpy opened{w.sheet, &Sheet::opened}, closed{w.sheet, &Sheet::closed}, cancelled{w.sheet, &Sheet::cancelled};
        w.sheet->open(w.field);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(QApplication::focusWidget(), w.field);
        QCOMPARE(w.sheet->geometry(), w.window.rect());
        QTest::keyClick(w.field, Qt::Key_Escape);
        QCOMPARE(closed.count(), 1);
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(QApplication::focusWidget(), &w.below);
    }
    void theCrossIsThereOnlyWhereItCloses()
    {
        Window w;
        auto* cross = w.sheet->findChild<ActionButton*>(u"sheet.close"_s);
        w.sheet->open(w.field);
        QVERIFY(cross->isVisible() && cross->isEnabled());
        w.sheet->setDismissible(false);   // something is being booked: it rests in its place
        QVERIFY(cross->isVisible() && !cross->isEnabled());
        w.sheet->setDismissible(true);
        QVERIFY(cross->isEnabled());
        w.sheet->close();
        w.sheet->setDismissible(false);   // opened without a way out
        w.sheet->open(w.field);
        QVERIFY(!cross->isVisible());
        QTest::keyClick(w.field, Qt::Key_Escape);
        QVERIFY(w.sheet->isOpen());
        w.sheet->setDismissible(true);
        QVERIFY(cross->isVisible() && cross->isEnabled());
    }
    // What the primary button says of Enter holds from the first moment, also where a choice stands before it.
    void enterMeansThePrimaryButton()
    {
        Window w;
        w.sheet->open();
        QCOMPARE(QApplication::focusWidget(), w.field);   // a field to write in comes first
        w.sheet->close();
        Window choice;
        auto* body = new QWidget;
        auto* row = new QHBoxLayout{body};
        auto* german = new ActionButton{u"Deutsch"_s};
        row->addWidget(german);
        choice.sheet->setBody(body);
        QSignalSpy booked{choice.book, &QPushButton::clicked}, chosen{german, &QPushButton::clicked};
        choice.sheet->open();
        QCOMPARE(QApplication::focusWidget(), choice.book);
        QTest::qWait(400);   // a sheet hears no Enter at once
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(booked.count(), 1);
        QCOMPARE(chosen.count(), 0);
        choice.book->setEnabled(false);
        choice.sheet->close();
        choice.sheet->open();
        QVERIFY(choice.sheet->isAncestorOf(QApplication::focusWidget()) && QApplication::focusWidget() != choice.book);
    }
    void keysStayWhileEverythingRests()
    {
        Window w;
        w.sheet->open(w.book);
        QCOMPARE(QApplication::focusWidget(), w.book);
        w.sheet->setDismissible(false);   // as while something is being booked
        for (QWidget* one : {static_cast<QWidget*>(w.field), static_cast<QWidget*>(w.cancel), static_cast<QWidget*>(w.book)}) one->setEnabled(false);
        QCOMPARE(QApplication::focusWidget(), w.sheet);
        {
            Sheet second{&w.window};          // a second person is asked meanwhile
            second.open();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY(!second.isOpen());
        }
        QCOMPARE(QApplication::focusWidget(), w.sheet);
        for (QWidget* one : {static_cast<QWidget*>(w.field), static_cast<QWidget*>(w.cancel), static_cast<QWidget*>(w.book)}) one->setEnabled(true);
        w.sheet->setDismissible(true);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), w.field);
        w.field->setEnabled(false);           // moves on, stays inside
        QVERIFY(w.sheet->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!w.sheet->isOpen());
    }
    void focusStaysInside()
    {
        Window w;
        w.sheet->open(w.field);
        QSet<QWidget*> visited;
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(w.sheet->isAncestorOf(QApplication::focusWidget()));
            visited.insert(QApplication::focusWidget());
        }
        QCOMPARE(visited.size(), 4);   // cross, field, cancel, book
        for (int i = 0; i < 10; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
            QVERIFY(w.sheet->isAncestorOf(QApplication::focusWidget()));
        }
    }
    // Also where the body has come to scroll: it moves to another parent and so to the end of the chain.
    void tabGoesAsItIsRead()
    {
        for (const int high : {800, 300}) {
            Window w;
            w.window.resize(1200, high);
            w.field->setMinimumHeight(200);
            w.sheet->open(w.field);
            QCOMPARE(w.sheet->findChild<QWidget*>(u"sheet.scroll"_s) != nullptr, high == 300);
            for (const QWidget* next : {static_cast<QWidget*>(w.cancel), static_cast<QWidget*>(w.book), w.sheet->findChild<QWidget*>(u"sheet.close"_s), static_cast<QWidget*>(w.field)}) {
                QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
                QCOMPARE(QApplication::focusWidget(), next);
            }
        }
    }
    // A narrow sheet becomes as wide as the words of its buttons ask for.
    void noButtonOfTheFootIsCut()
    {
        Window w;
        w.sheet->setWidthPx(360);
        w.book->setText(u"Take it off the hook and hang it on another one"_s);
        w.book->setKeyHint(u"Enter"_s);
        w.sheet->open(w.field);
        QTest::qWait(30);
        QVERIFY(w.book->width() >= w.book->sizeHint().width());
        QVERIFY(w.cancel->width() >= w.cancel->sizeHint().width());
    }
    void keycapsGoBeforeWords()
    {
        Window w;
        w.book->setKeyHint(u"Enter"_s);
        w.cancel->setKeyHint(u"Esc"_s);
        w.sheet->open(w.field);
        QTest::qWait(30);
        QVERIFY(w.book->isKeyShown());
        int wide = w.window.width();
        while (w.book->isKeyShown() && wide > 100) w.window.resize(wide -= 10, 800);
        QVERIFY(!w.book->isKeyShown() && !w.cancel->isKeyShown());
        QTest::qWait(30);
        QVERIFY(!w.book->isKeyShown());   // and it stays so
        for (const auto* button : {w.book, w.cancel}) QVERIFY(button->width() >= button->sizeHint().width());
        w.window.resize(1200, 800);
        QVERIFY(w.book->isKeyShown() && w.cancel->isKeyShown());
    }
    void nothingBelowHearsAnything()
    {
        Window w;
        QSignalSpy shortcut{&w.page, &QShortcut::activated}, clicked{&w.below, &QPushButton::clicked};
        QTest::keyClick(w.window.windowHandle(), Qt::Key_F2);
        QCOMPARE(shortcut.count(), 1);
        w.sheet->open(w.field);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_F2);
        QCOMPARE(shortcut.count(), 1);
        QTest::mouseClick(w.window.childAt(60, 40), Qt::LeftButton, {}, QPoint{60, 40});
        QCOMPARE(clicked.count(), 0);
        QVERIFY(w.sheet->isOpen());   // a click beside it throws nothing away
        w.sheet->close();
        QTest::keyClick(w.window.windowHandle(), Qt::Key_F2);
        QCOMPARE(shortcut.count(), 2);
    }
    void enterIsInertAtFirst()
    {
        Window w;
        QSignalSpy booked{w.book, &QPushButton::clicked};
        w.sheet->open(w.field);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_Return);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_Enter);
        QCOMPARE(booked.count(), 0);
        QTest::qWait(Sheet::kEnterInertMs + 20);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_Return);
        QCOMPARE(booked.count(), 1);
        w.book->setAvailable(false, u"no amount"_s);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_Return);
        QCOMPARE(booked.count(), 1);
        QCOMPARE(w.book->accessibleDescription(), u"no amount"_s);
    }
    void aHeldEnterBooksNothing()
    {
        Window w;
        QSignalSpy booked{w.book, &QPushButton::clicked};
        w.sheet->open(w.field);
        QTest::qWait(Sheet::kEnterInertMs + 20);
        QKeyEvent repeated{QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true};
        QApplication::sendEvent(w.window.windowHandle(), &repeated);
        QCOMPARE(booked.count(), 0);
    }
    void followsItsWindow()
    {
        Window w;
        w.sheet->open();
        w.window.resize(1024, 680);
        QTRY_COMPARE(w.sheet->size(), QSize(1024, 680));
    }
    // The field that was searched in has the keys again when a step is done: Ctrl+Z means the step, and without one the words.
    void ctrlZTakesBackWhatWasDoneNotWhatWasSearched()
    {
        Window w;
        QWidget footer{&w.window};
        footer.setGeometry(100, 740, 900, 44);
        footer.show();
        SearchField search{&w.window};
        search.setGeometry(300, 20, 400, 44);
        search.show();
        ToastStack stack{footer, &w.window};
        search.setFocus();
        QTest::keyClicks(&search, u"vogt"_s);
        int back = 0;
        ToastText done{Look::Notice, u"Released on account"_s, {}};
        done.undo = [&back] { ++back; };
        stack.show(done);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(back, 1);
        QCOMPARE(search.text(), u"vogt"_s);
        QTest::keyClick(w.window.windowHandle(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(back, 1);
        QVERIFY(search.text() != u"vogt"_s);
    }
    void toastsStackAndKeepHistory()
    {
        Window w;
        QWidget footer{&w.window};
        footer.setGeometry(100, 740, 900, 44);
        footer.show();
        const tresen::ManualClock clock{tresen::Instant{1'700'000'000'000}};
        ToastStack stack{footer, &w.window, &clock};
        QSignalSpy changed{&stack, &ToastStack::changed};
        for (int i = 0; i < 6; ++i) stack.show({Look::Paid, u"title %1"_s.arg(i), u"text"_s});
        QCOMPARE(stack.shown(), 4);
        QCOMPARE(stack.history().size(), 6U);
        QCOMPARE(stack.history().front().title, u"title 5"_s);
        QCOMPARE(stack.history().front().at, clock.now());
        QCOMPARE(stack.unseen(), 6);
        stack.markSeen();
        QCOMPARE(stack.unseen(), 0);
        QCOMPARE(changed.count(), 7);
        Toast* newest = nullptr;   // the lowest one, over the footer; the others stand above it
        for (auto* toast : w.window.findChildren<Toast*>())
            if (toast->isVisible() && (newest == nullptr || toast->y() > newest->y())) newest = toast;
        QVERIFY(newest != nullptr && newest->geometry().bottom() > footer.geometry().top());
        QVERIFY(newest->x() > footer.geometry().center().x() - 60);   // over the right half, with its shadow
        QTest::mouseClick(newest->findChild<QWidget*>(u"toast.close"_s), Qt::LeftButton);
        QCOMPARE(stack.shown(), 3);
        QVERIFY(QApplication::focusWidget() == nullptr || !newest->isAncestorOf(QApplication::focusWidget()));   // no message takes the focus
    }
    void underALockNothingIsShownButAllIsKept()
    {
        Window w;
        QWidget footer{&w.window};
        footer.setGeometry(100, 740, 900, 44);
        footer.show();
        ToastStack stack{footer, &w.window};
        const auto visible = [&w] {
            const auto all = w.window.findChildren<Toast*>();
            return static_cast<int>(std::count_if(all.begin(), all.end(), [](const Toast* toast) { return toast->isVisible(); }));
        };
        stack.show({Look::Accepted, u"before"_s, {}});
        QCOMPARE(visible(), 1);
        stack.setCovered(true);
        stack.show({Look::Notice, u"Reminder: M-AB 1234"_s, u"Frau Vogt anrufen"_s});
        w.window.resize(w.window.width() - 20, w.window.height());   // puts them in order anew
        QCoreApplication::processEvents();
        QCOMPARE(visible(), 0);
        QCOMPARE(stack.history().size(), 2U);
        QCOMPARE(stack.unseen(), 2);
        stack.setCovered(false);
        QCOMPARE(visible(), 2);
    }
};

QTEST_MAIN(TstSheet)
#include "tst_sheet.moc"
