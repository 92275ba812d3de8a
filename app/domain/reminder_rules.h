// Reminder rules: what a person wants to be reminded of, at a day and time, about one invoice. When it is due it becomes a task, which stays until
// it is done or moved. Pure.
#pragma once
#include "app/domain/open_item.h"

namespace tresen::domain {

inline constexpr int kMaxReminderText = 200;        // characters
inline constexpr int kMaxReminders = 10;            // of one invoice, not done yet
inline constexpr int kMaxReminderDays = 731;        // ahead

inline const QString& reminderTaskKind()
{
    static const QString kind = QStringLiteral("reminder.due");
    return kind;
}
TaskId reminderTask(const Reminder& reminder);      // of this turn; a moved one raises another
const Reminder* findReminder(const OpenItem& item, const ReminderId& id);
const Reminder* reminderOfTask(const OpenItem& item, const TaskId& task);   // nullptr: it is no reminder's

// A new one, or one that is moved: then its text may change, too. Refusals: "reminder.empty", "reminder.too_long", "reminder.past" (not after
// now), "reminder.far", "reminder.many"; of one that is to be moved "reminder.none".
Result<std::vector<Event>> decideReminder(const OpenItem& item, const ReminderId& id, Instant due, const QString& text, Instant now);
Result<std::vector<Event>> decideReminderMove(const OpenItem& item, const ReminderId& id, Instant due, const QString& text, Instant now);
Result<std::vector<Event>> decideReminderDone(const OpenItem& item, const ReminderId& id);   // Conflict "reminder.none"
// What its hour brings: a task, or nothing where it was moved or done meanwhile, or stands there already.
std::vector<Event> decideReminderDue(const OpenItem& item, const ReminderId& id, int turn, Instant now);

} // namespace tresen::domain
