// The list of what somebody has to look at, over real stations and a real store.
#include "app/domain/reminder_rules.h"
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
        void giveBackAll(const QString& number)
        {
            services::RefundRequest r;
            r.invoice = id(number);
            r.refund = domain::RefundId::fresh();
            r.payment = item(number).payments.back().sourceKey;
            r.amount = item(number).payments.back().amount;
            r.reason = u"doppelt bezahlt"_s;
            bool done = false;
            refunds->giveBack(r, [&done](const Result<services::RefundDone>&) { done = true; });
            if (!QTest::qWaitFor([&done] { return done; }, kPatienceMs)) qFatal("no answer");
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
        QSignalSpy way{d.page.get(), &TasksPage::wayOutChosen}, finish{d.page.get(), &TasksPage::finishChosen}, invoice{d.page.get(), &TasksPage::invoiceChosen};
        QCOMPARE(d.list()->chosenRows(), std::vector<int>{0});   // the first is chosen already, and the keyboard is there
        QVERIFY(d.list()->hasFocus());
        QTest::keyClick(d.list(), Qt::Key_Return);
        QCOMPARE(way.count(), 1);
        const auto chosen = way.at(0).at(0).value<services::TaskRow>();
        QCOMPARE(chosen.invoice, d.id(u"2026-4118"_s));
        QCOMPARE(wayOutOfTask(chosen), TaskWay::GiveBack);
        QVERIFY(!chosen.payment.isEmpty());
        QCOMPARE(button(*d.page, "tasks.out")->text(), u"Give back 100,00\u00a0€"_s);
        QVERIFY(press(*d.page, "tasks.finish"));
        QCOMPARE(finish.count(), 1);
        QTest::keyClick(d.list(), Qt::Key_Down);
        QCOMPARE(button(*d.page, "tasks.out")->text(), u"Send again"_s);
        QVERIFY(!button(*d.page, "tasks.finish")->isVisible());
        QTest::keyClick(d.list(), Qt::Key_Return);
        QCOMPARE(way.count(), 2);
        d.choose(2);
        QCOMPARE(button(*d.page, "tasks.out")->text(), u"Done"_s);
        QVERIFY(press(*d.page, "tasks.out"));
        QCOMPARE(way.count(), 3);
        QVERIFY(press(*d.page, "tasks.invoice"));
        QCOMPARE(invoice.count(), 1);
    }
    void whatIsMissingIsAskedFor()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.raise(u"2026-4118"_s, u"payment.chargeback"_s, u"x"_s, 10000);
        d.show();
        QVERIFY(d.has(1));
        d.choose(0);
        QCOMPARE(button(*d.page, "tasks.out")->text(), u"Ask for 100,00\u00a0€"_s);
    }
    void moneyOnItsWayBackIsNotGivenBackTwice()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        const auto link = d.payTwice(u"2026-4118"_s);
        d.show();
        QVERIFY(d.has(1));
        d.giveBackAll(u"2026-4118"_s);
        QTRY_VERIFY_WITH_TIMEOUT(d.shown(0, TasksModel::What).contains(u"on its way back"_s), kPatienceMs);
        d.choose(0);
        QVERIFY(!button(*d.page, "tasks.out")->isEnabled());
        QVERIFY(button(*d.page, "tasks.out")->accessibleDescription().contains(u"it is on its way back"_s));
        QSignalSpy way{d.page.get(), &TasksPage::wayOutChosen};
        QTest::keyClick(d.list(), Qt::Key_Return);
        QCOMPARE(way.count(), 0);
        d.portal.refunded(link);
        d.refresh(u"2026-4118"_s);
        QVERIFY(d.has(0));
    }
    void aRefundWithoutAnAnswerIsCheckedByAPerson()
    {
        Desk d;
        d.take(u"2026-4118"_s, 10000);
        d.set({{u"refund.four_eyes_above"_s, u"500.00"_s}});
        d.payOnline(u"2026-4118"_s);
        d.show();
        d.portal.silent = true;
        d.giveBackAll(u"2026-4118"_s);
        QVERIFY(d.has(1));
        QCOMPARE(d.shown(0, TasksModel::Kind), u"Refund unclear"_s);
        d.choose(0);
        QCOMPARE(button(*d.page, "tasks.out")->text(), u"Clear it up"_s);
        QSignalSpy way{d.page.get(), &TasksPage::wayOutChosen};
        QVERIFY(press(*d.page, "tasks.out"));
        const auto chosen = way.at(0).at(0).value<services::TaskRow>();
        QCOMPARE(wayOutOfTask(chosen), TaskWay::CheckRefund);
        QCOMPARE(chosen.refund, d.item(u"2026-4118"_s).refunds.front().id);
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
    void whatIsNewIsToldOnce()
    {
        Desk d;
        d.furnish();
        d.show();
        QVERIFY(d.has(3));
        QSignalSpy appeared{d.page.get(), &TasksPage::appeared};
        const domain::Reminder reminder{domain::ReminderId{u"r-1"_s}, d.clock.now(), u"Call: about the tyres"_s, 1};
        d.append({domain::ReminderSet{reminder.id, d.id(u"2026-4119"_s), reminder.due, reminder.text, 1},
                  domain::TaskRaised{domain::reminderTask(reminder), d.id(u"2026-4119"_s), domain::reminderTaskKind(), reminder.text, {}}});
        QVERIFY(d.has(4));
        QCOMPARE(appeared.count(), 1);
        const auto told = appeared.front().front().value<services::TaskRow>();
        QCOMPARE(told.task.detail, reminder.text);
        QCOMPARE(wayOutOfTask(told), TaskWay::Reminder);
        int row = 0;
        while (row < 3 && d.shown(row, TasksModel::Kind) != u"Reminder"_s) ++row;
        QCOMPARE(d.shown(row, TasksModel::What), reminder.text);   // in its own words
        d.raise(u"2026-4119"_s, u"mail.failed"_s, u"another"_s);
        QVERIFY(d.has(5));
        QCOMPARE(appeared.count(), 2);
        // Moved: the task goes by itself.
        d.append({domain::ReminderSet{reminder.id, d.id(u"2026-4119"_s), d.clock.now().plusMs(3'600'000), reminder.text, 2}});
        QVERIFY(d.has(4));
        QCOMPARE(appeared.count(), 2);
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
