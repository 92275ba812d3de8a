// Reminders: set, moved, due, done; what a person cannot set, and that a moved one never raises its old task.
#include "app/domain/reminder_rules.h"
#include "tests/app/domain/rules_kit.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;
using namespace kit;

class TstReminderRules : public QObject {
    Q_OBJECT

    static constexpr Instant kNow{1'795'431'600'000};
    static constexpr qint64 kHour = 3'600'000;

    static OpenItem item()
    {
        OpenItem out;
        out.id = InvoiceId{u"i-1"_s};
        out.version = 1;
        return out;
    }
    static OpenItem after(OpenItem before, const std::vector<Event>& events)
    {
        for (const auto& event : events) {
            Recorded entry;
            entry.seq = ++before.seq;
            entry.at = kNow;
            entry.event = event;
            before = apply(std::move(before), entry).value();
        }
        return before;
    }
    static ReminderId first() { return ReminderId{u"r-1"_s}; }
    static OpenItem withOne() { return after(item(), decideReminder(item(), first(), kNow.plusMs(kHour), u"  Call   him "_s, kNow).value()); }

private Q_SLOTS:
    void setAndKept()
    {
        const auto one = withOne();
        QCOMPARE(one.reminders.size(), 1U);
        QCOMPARE(one.reminders[0].text, u"Call him"_s);
        QCOMPARE(one.reminders[0].due, kNow.plusMs(kHour));
        QVERIFY(one.tasks.empty());
        QVERIFY(one.truthAt.isNull());   // it says nothing about the money
    }
    void whatCannotBeSet()
    {
        const auto code = [](Instant due, const QString& text, const OpenItem& on = item()) { return decideReminder(on, first(), due, text, kNow).error().code; };
        QCOMPARE(code(kNow.plusMs(kHour), u"  "_s), u"reminder.empty"_s);
        QCOMPARE(code(kNow.plusMs(kHour), QString{kMaxReminderText + 1, u'x'}), u"reminder.too_long"_s);
        QCOMPARE(code(kNow, u"now"_s), u"reminder.past"_s);
        QCOMPARE(code(kNow.plusMs(-1), u"past"_s), u"reminder.past"_s);
        QCOMPARE(code(kNow.plusMs(800LL * 24 * kHour), u"far"_s), u"reminder.far"_s);
        auto many = item();
        for (int i = 0; i < kMaxReminders; ++i) many = after(many, decideReminder(many, ReminderId{u"r%1"_s.arg(i)}, kNow.plusMs(kHour), u"x"_s, kNow).value());
        QCOMPARE(code(kNow.plusMs(kHour), u"one more"_s, many), u"reminder.many"_s);
    }
    void dueOnceAndOnlyWhenItsHourHasCome()
    {
        auto one = withOne();
        QVERIFY(decideReminderDue(one, first(), 1, kNow).empty());
        const auto due = decideReminderDue(one, first(), 1, kNow.plusMs(kHour));
        QCOMPARE(all<TaskRaised>(due).size(), 1U);
        QCOMPARE(all<TaskRaised>(due)[0].kind, reminderTaskKind());
        QCOMPARE(all<TaskRaised>(due)[0].detail, u"Call him"_s);
        one = after(one, due);
        QCOMPARE(one.tasks.size(), 1U);
        QCOMPARE(reminderOfTask(one, one.tasks[0].id)->id, first());
        QVERIFY(decideReminderDue(one, first(), 1, kNow.plusMs(2 * kHour)).empty());   // the second desk comes too late
    }
    void aMovedOneForgetsItsOldHour()
    {
        auto one = withOne();
        one = after(one, decideReminderDue(one, first(), 1, kNow.plusMs(kHour)));
        one = after(one, decideReminderMove(one, first(), kNow.plusMs(5 * kHour), u"Call her"_s, kNow.plusMs(kHour)).value());
        QVERIFY(one.tasks.empty());
        QCOMPARE(one.reminders.size(), 1U);
        QCOMPARE(one.reminders[0].turn, 2);
        QVERIFY(decideReminderDue(one, first(), 1, kNow.plusMs(6 * kHour)).empty());
        const auto again = decideReminderDue(one, first(), 2, kNow.plusMs(6 * kHour));
        QCOMPARE(all<TaskRaised>(again).size(), 1U);
        QCOMPARE(all<TaskRaised>(again)[0].detail, u"Call her"_s);
    }
    void doneByItselfOrAsATask()
    {
        auto one = withOne();
        one = after(one, decideReminderDue(one, first(), 1, kNow.plusMs(kHour)));
        const auto task = one.tasks[0].id;
        const auto byTask = after(one, {TaskDone{task, one.id, u"done"_s}});
        QVERIFY(byTask.reminders.empty() && byTask.tasks.empty());
        const auto byHand = after(one, decideReminderDone(one, first()).value());
        QVERIFY(byHand.reminders.empty() && byHand.tasks.empty());
        QCOMPARE(decideReminderDone(byHand, first()).error().code, u"reminder.none"_s);
        QCOMPARE(decideReminderMove(byHand, first(), kNow.plusMs(kHour), u"x"_s, kNow).error().code, u"reminder.none"_s);
        QVERIFY(decideReminderDue(byHand, first(), 1, kNow.plusMs(kHour)).empty());
    }
    void twoTurnsAreTwoFacts()
    {
        const Event one = ReminderSet{first(), InvoiceId{u"i-1"_s}, kNow, u"x"_s, 1}, two = ReminderSet{first(), InvoiceId{u"i-1"_s}, kNow, u"x"_s, 2};
        QVERIFY(keyOf(one) != keyOf(two));
        QVERIFY(!keyOf(one).isEmpty());
        QCOMPARE(invoiceOf(one), InvoiceId{u"i-1"_s});
    }
};

QTEST_GUILESS_MAIN(TstReminderRules)
#include "tst_reminder_rules.moc"
