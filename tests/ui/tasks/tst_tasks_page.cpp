// The list of what somebody has to look at, over real stations and a real store.
#include "tests/ui/desk_fixture.h"
#include "ui/common/list_view.h"
#include "ui/common/theme.h"
#include "ui/tasks/task_sheet.h"
#include "ui/tasks/tasks_page.h"
#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using namespace tresen::test;

class TstTasksPage : public QObject {
    Q_OBJECT

    struct Desk : DeskFixture {
        std::unique_ptr<TasksPage> page;

        void raise(const QString& number, const QString& kind, const QString& detail, qint64 cents = 0)
        {
            append({domain::TaskRaised{domain::TaskId{kind + u':' + number + detail}, id(number), kind, detail, domain::Money::cents(cents)}});
        }
        void furnish()
        {
            take(u"2026-4118"_s, 10000);
            take(u"2026-4119"_s, 20000, u"M-AB 1234"_s, u"13"_s);
            take(u"2026-4120"_s, 30000, u"N-GE 2716"_s, u"14"_s);
            raise(u"2026-4119"_s, u"payee.differs"_s, u"DE02120300000000202051"_s);
            raise(u"2026-4120"_s, u"mail.failed"_s, u"vogt@example.invalid"_s);
            payTwice(u"2026-4118"_s);
        }
        void show(QSize size = {1344, 812})
        {
            page = std::make_unique<TasksPage>(*tasks, *feed, clock);
            page->resize(size);
            page->refresh();
            page->show();
            if (!QTest::qWaitForWindowActive(page.get())) qFatal("no active window");
        }
        ListView* list() { return find<ListView>(*page, "tasks.list"); }
        bool has(int rows) { return QTest::qWaitFor([&] { return page->model().rowCount() == rows; }, kPatienceMs); }
        void choose(int row) { QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualRect(page->shown().index(row, 1)).center()); }
        QString shown(int row, int column) { return page->shown().index(row, column).data().toString(); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }

    void everyOpenTaskIsARowMoneyFirst()
    {
        Desk d;
        d.furnish();
        d.show();
        QVERIFY(d.has(3));
        QCOMPARE(d.shown(0, TasksModel::Kind), u"Paid twice"_s);
        QCOMPARE(d.shown(0, TasksModel::Invoice), u"2026-4118"_s);
        QCOMPARE(d.shown(0, TasksModel::Vehicle), u"FFB-ME 118 · Dr. Helene Vogt"_s);
        QCOMPARE(d.shown(0, TasksModel::Amount), u"100,00\u00a0€"_s);
        QCOMPARE(d.shown(1, TasksModel::Kind), u"Mail failed"_s);
        QCOMPARE(d.shown(2, TasksModel::Kind), u"Other account"_s);
        QVERIFY(d.shown(0, TasksModel::Since) != u"–"_s);
    }
    void enterTakesTheRightWayOut()
    {
        Desk d;
        d.furnish();
        d.show();
        QVERIFY(d.has(3));
        QSignalSpy refund{d.page.get(), &TasksPage::refundRequested}, task{d.page.get(), &TasksPage::taskChosen}, invoice{d.page.get(), &TasksPage::invoiceChosen};
        QVERIFY(!button(*d.page, "tasks.out")->isEnabled());
        d.choose(0);
        QTest::keyClick(d.list(), Qt::Key_Return);
        QCOMPARE(refund.count(), 1);
        QCOMPARE(refund.at(0).at(0).value<domain::InvoiceId>(), d.id(u"2026-4118"_s));
        QTest::keyClick(d.list(), Qt::Key_Down);
        QCOMPARE(button(*d.page, "tasks.out")->text(), u"Send again"_s);
        QTest::keyClick(d.list(), Qt::Key_Return);
        QCOMPARE(task.count(), 1);
        d.choose(2);
        QVERIFY(press(*d.page, "tasks.out"));
        QCOMPARE(task.count(), 2);
        QVERIFY(press(*d.page, "tasks.invoice"));
        QCOMPARE(invoice.count(), 1);
        QCOMPARE(refund.count(), 1);
    }
    void newsChangeSingleRowsAndKeepTheChoice()
    {
        Desk d;
        d.furnish();
        d.show();
        QVERIFY(d.has(3));
        QAbstractItemModelTester tester{d.list()->model(), QAbstractItemModelTester::FailureReportingMode::QtTest};
        QSignalSpy reset{&d.page->model(), &QAbstractItemModel::modelReset};
        QSignalSpy count{d.page.get(), &TasksPage::openCount};
        d.choose(2);
        d.raise(u"2026-4120"_s, u"payment.late"_s, u"x"_s, 5000);
        QVERIFY(d.has(4));
        QCOMPARE(d.list()->chosenRows(), std::vector<int>{3});
        QCOMPARE(count.last().at(0).toInt(), 4);
        d.append({domain::TaskDone{domain::TaskId{u"mail.failed:2026-4120vogt@example.invalid"_s}, d.id(u"2026-4120"_s), u"mail"_s}});
        QVERIFY(d.has(3));
        QCOMPARE(d.list()->chosenRows(), std::vector<int>{2});
        QCOMPARE(reset.count(), 0);
    }
    void filtersShowAPart()
    {
        Desk d;
        d.furnish();
        d.show();
        QVERIFY(d.has(3));
        QVERIFY(press(*d.page, "tasks.mail"));
        QCOMPARE(d.page->shown().rowCount(), 1);
        QCOMPARE(find<QLabel>(*d.page, "tasks.count")->text(), u"1 of 3 task(s)"_s);
        QVERIFY(press(*d.page, "tasks.all"));
        find<QLineEdit>(*d.page, "tasks.search")->setFocus();
        QTest::keyClicks(QApplication::focusWidget(), u"mab12"_s);
        QCOMPARE(d.page->shown().rowCount(), 1);
        QCOMPARE(d.shown(0, TasksModel::Invoice), u"2026-4119"_s);
    }
    void aReasonFinishesATask()
    {
        Desk d;
        d.furnish();
        d.show();
        QVERIFY(d.has(3));
        auto* sheet = new TaskSheet{*d.tasks, *d.mails, false, d.page->model().at(2), d.page.get()};
        QSignalSpy finished{sheet, &TaskSheet::finished};
        sheet->open();
        QTest::qWait(Sheet::kEnterInertMs + 20);
        QVERIFY(!button(*sheet, "task.primary")->isEnabled());
        QVERIFY(press(*sheet, "reason.option1"));
        find<QPlainTextEdit>(*sheet, "reason.text")->setPlainText(u"Konto ist das neue der Werkstatt"_s);
        QCOMPARE(complaintsAbout(*sheet), QString{});
        QVERIFY(press(*sheet, "task.primary"));
        QVERIFY(d.has(2));
        QCOMPARE(finished.count(), 1);
        QVERIFY(d.item(u"2026-4119"_s).tasks.empty());
    }
    void keysReachEverythingAndNothingIsCut()
    {
        for (const QSize size : {QSize{1344, 812}, QSize{928, 592}}) {
            Desk d;
            d.furnish();
            d.show(size);
            QVERIFY(d.has(3));
            d.choose(0);
            QTest::qWait(30);
            QCOMPARE(complaintsAbout(*d.page), QString{});
        }
    }
};

QTEST_MAIN(TstTasksPage)
#include "tst_tasks_page.moc"
