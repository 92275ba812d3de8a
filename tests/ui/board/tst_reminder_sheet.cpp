// Reminders by clicks and keys over a real store: set, due after a restart too, among the tasks, moved and done.
#include "app/services/reminders.h"
#include "tests/ui/desk_fixture.h"
#include "ui/board/reminder_sheet.h"
#include "ui/common/action_button.h"
#include "ui/tasks/tasks_model.h"
#include <QApplication>
#include <QDateTimeEdit>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstReminderSheet : public QObject {
    Q_OBJECT

    struct Desk : test::DeskFixture {
        std::unique_ptr<services::Outbox> hours = std::make_unique<services::Outbox>(*journal, clock);
        std::unique_ptr<services::Reminders> reminders = std::make_unique<services::Reminders>(*journal, *feed, *hours, clock);
        QWidget window;
        ReminderSheet* sheet = nullptr;

        Desk()
        {
            take(u"2026-4118"_s, 10'000);
            window.resize(1280, 800);
            window.show();
            if (!QTest::qWaitForWindowActive(&window)) qFatal("no active window");
        }
        void open(std::optional<domain::Reminder> known = std::nullopt)
        {
            delete sheet;
            sheet = new ReminderSheet{*reminders, clock, row(u"2026-4118"_s), known, &window};
            sheet->open(sheet->firstField());
            QTest::qWait(Sheet::kEnterInertMs + 50);
        }
        bool storeAndWait(const char* button)
        {
            QSignalSpy stored{sheet, &ReminderSheet::stored};
            if (!test::press(*sheet, button)) return false;
            return QTest::qWaitFor([&] { return stored.count() == 1; }, test::kPatienceMs);
        }
        int runDue()
        {
            int carriedOut = -1;
            hours->runDue([&carriedOut](const Result<int>& done) { carriedOut = done.valueOr(-2); });
            if (!QTest::qWaitFor([&carriedOut] { return carriedOut != -1; }, test::kPatienceMs)) qFatal("no answer");
            return carriedOut;
        }
        std::vector<services::TaskRow> openTasks()
        {
            std::optional<services::TaskList> out;
            tasks->list([&out](const Result<services::TaskList>& list) { out = list.value(); });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, test::kPatienceMs)) qFatal("no tasks");
            return out->rows;
        }
        // As after a new start: the same store, other stations.
        void restart()
        {
            reminders.reset();
            hours = std::make_unique<services::Outbox>(*journal, clock);
            reminders = std::make_unique<services::Reminders>(*journal, *feed, *hours, clock);
        }
    };

private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, ThemeKind::Light); }
    void init() { QTest::failOnWarning(QRegularExpression{u"^(?!This plugin does not support (propagateSizeHints|raise|grabbing the keyboard|setParent))"_s}); }

    void quickTimesAreTimesOfTheWall()
    {
        const auto at = [](QDate day, QTime time) { return Instant{QDateTime{day, time}.toMSecsSinceEpoch()}; };
        const QDate day{2026, 11, 23};
        QCOMPARE(quickTime(ReminderTime::InAnHour, at(day, {10, 42, 11})), at(day, {11, 43}));
        QCOMPARE(quickTime(ReminderTime::TomorrowMorning, at(day, {10, 42, 11})), at(day.addDays(1), {9, 0}));
        QCOMPARE(quickTime(ReminderTime::InThreeDays, at(day, {23, 59})), at(day.addDays(3), {9, 0}));
        QCOMPARE(quickTime(ReminderTime::TomorrowMorning, at({2026, 3, 28}, {12, 0})), at({2026, 3, 29}, {9, 0}));   // summer time begins that night
    }
    void setWaitsAndIsDueAfterARestart()
    {
        Desk desk;
        desk.open();
        QVERIFY(!test::button(*desk.sheet, "reminder.store")->isEnabled());
        QTest::keyClicks(test::find<QLineEdit>(*desk.sheet, "reminder.text"), u"Call: the owner"_s);
        QVERIFY(test::press(*desk.sheet, "reminder.quick.1"));
        QVERIFY(desk.storeAndWait("reminder.store"));
        QVERIFY(!desk.sheet->isOpen());
        const auto set = desk.item(u"2026-4118"_s).reminders;
        QCOMPARE(set.size(), 1U);
        QCOMPARE(set[0].due, quickTime(ReminderTime::TomorrowMorning, desk.clock.now()));
        QTest::qWait(50);
        QCOMPARE(desk.runDue(), 0);   // it sleeps, nothing is tried
        QVERIFY(desk.openTasks().empty());
        desk.restart();
        desk.clock.set(set[0].due.plusMs(1));
        QCOMPARE(desk.runDue(), 1);
        const auto tasks = desk.openTasks();
        QCOMPARE(tasks.size(), 1U);
        QCOMPARE(tasks[0].task.detail, u"Call: the owner"_s);
        QCOMPARE(wayOutOfTask(tasks[0]), TaskWay::Reminder);
        QCOMPARE(desk.runDue(), 0);   // once
        QCOMPARE(desk.row(u"2026-4118"_s).openTasks, 1);
    }
    void movedItGoesAwayAndComesAgain()
    {
        Desk desk;
        desk.open();
        test::find<QLineEdit>(*desk.sheet, "reminder.text")->setText(u"Winter tyres"_s);
        QVERIFY(desk.storeAndWait("reminder.store"));
        desk.clock.advance(2LL * 3600 * 1000);
        QTest::qWait(50);
        QCOMPARE(desk.runDue(), 1);
        QCOMPARE(desk.openTasks().size(), 1U);
        const auto known = desk.item(u"2026-4118"_s).reminders.front();
        desk.open(known);
        QCOMPARE(test::find<QLineEdit>(*desk.sheet, "reminder.text")->text(), u"Winter tyres"_s);
        QVERIFY(desk.storeAndWait("reminder.store"));   // offered: the next morning
        QVERIFY(desk.openTasks().empty());
        desk.clock.advance(24LL * 3600 * 1000);
        QTest::qWait(50);
        QCOMPARE(desk.runDue(), 1);
        QCOMPARE(desk.openTasks().size(), 1U);
        desk.open(desk.item(u"2026-4118"_s).reminders.front());
        QVERIFY(desk.storeAndWait("reminder.done"));
        QVERIFY(desk.openTasks().empty());
        QVERIFY(desk.item(u"2026-4118"_s).reminders.empty());
    }
    void doneBeforeItsHourRaisesNothing()
    {
        Desk desk;
        desk.open();
        test::find<QLineEdit>(*desk.sheet, "reminder.text")->setText(u"x"_s);
        QVERIFY(desk.storeAndWait("reminder.store"));
        desk.open(desk.item(u"2026-4118"_s).reminders.front());
        QVERIFY(desk.storeAndWait("reminder.done"));
        desk.clock.advance(2LL * 3600 * 1000);
        QTest::qWait(50);
        QCOMPARE(desk.runDue(), 1);   // its row is finished
        QVERIFY(desk.openTasks().empty());
        QCOMPARE(desk.runDue(), 0);
    }
    void aTimeThatHasPassedIsRefused()
    {
        Desk desk;
        desk.open();
        test::find<QLineEdit>(*desk.sheet, "reminder.text")->setText(u"x"_s);
        test::find<QDateTimeEdit>(*desk.sheet, "reminder.time")->setDateTime(desk.clock.now().local().addSecs(-3600));
        QVERIFY(!test::button(*desk.sheet, "reminder.store")->isEnabled());
        QVERIFY(!test::find<QLabel>(*desk.sheet, "reminder.note")->text().isEmpty());
        for (const auto* name : {"reminder.text", "reminder.time", "reminder.quick.0", "reminder.store", "reminder.cancel"}) QVERIFY2(test::find<QWidget>(*desk.sheet, name)->height() >= 44, name);
    }
};

QTEST_MAIN(TstReminderSheet)
#include "tst_reminder_sheet.moc"
