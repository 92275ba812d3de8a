#include "app/domain/reminder_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr qint64 kDayMs = 24LL * 3600 * 1000;

Error reminderRefused(const QString& code, const QString& detail = {}) { return Error{Fault::Refused, code, detail}; }

Result<QString> reminderText(const QString& text)
{
    const auto clean = text.simplified();
    if (clean.isEmpty()) return reminderRefused(u"reminder.empty"_s);
    if (clean.size() > kMaxReminderText) return reminderRefused(u"reminder.too_long"_s, QString::number(kMaxReminderText));
    return clean;
}

Result<Ok> reminderTime(Instant due, Instant now)
{
    if (due <= now) return reminderRefused(u"reminder.past"_s);
    if (due.ms - now.ms > kMaxReminderDays * kDayMs) return reminderRefused(u"reminder.far"_s);
    return Ok{};
}

} // namespace

TaskId reminderTask(const Reminder& reminder)
{
    return TaskId{u"reminder:%1:%2"_s.arg(reminder.id.text()).arg(reminder.turn)};
}

const Reminder* findReminder(const OpenItem& item, const ReminderId& id)
{
    const auto found = std::find_if(item.reminders.begin(), item.reminders.end(), [&](const Reminder& r) { return r.id == id; });
    return found == item.reminders.end() ? nullptr : &*found;
}

const Reminder* reminderOfTask(const OpenItem& item, const TaskId& task)
{
    const auto found = std::find_if(item.reminders.begin(), item.reminders.end(), [&](const Reminder& r) { return reminderTask(r) == task; });
    return found == item.reminders.end() ? nullptr : &*found;
}

Result<std::vector<Event>> decideReminder(const OpenItem& item, const ReminderId& id, Instant due, const QString& text, Instant now)
{
    const auto clean = reminderText(text);
    if (!clean) return clean.error();
    if (const auto fits = reminderTime(due, now); !fits) return fits.error();
    if (static_cast<int>(item.reminders.size()) >= kMaxReminders) return reminderRefused(u"reminder.many"_s, QString::number(kMaxReminders));
    return std::vector<Event>{ReminderSet{id, item.id, due, clean.value(), 1}};
}

Result<std::vector<Event>> decideReminderMove(const OpenItem& item, const ReminderId& id, Instant due, const QString& text, Instant now)
{
    const auto* known = findReminder(item, id);
    if (!known) return Error{Fault::Conflict, u"reminder.none"_s, id.text()};
    const auto clean = reminderText(text);
    if (!clean) return clean.error();
    if (const auto fits = reminderTime(due, now); !fits) return fits.error();
    return std::vector<Event>{ReminderSet{id, item.id, due, clean.value(), known->turn + 1}};
}

Result<std::vector<Event>> decideReminderDone(const OpenItem& item, const ReminderId& id)
{
    if (!findReminder(item, id)) return Error{Fault::Conflict, u"reminder.none"_s, id.text()};
    return std::vector<Event>{ReminderDone{id, item.id}};
}

std::vector<Event> decideReminderDue(const OpenItem& item, const ReminderId& id, int turn, Instant now)
{
    const auto* known = findReminder(item, id);
    if (!known || known->turn != turn || known->due > now || item.tasksEver.contains(reminderTask(*known).text())) return {};
    return {TaskRaised{reminderTask(*known), item.id, reminderTaskKind(), known->text, Money::cents(0, item.due.currency())}};
}

} // namespace tresen::domain
