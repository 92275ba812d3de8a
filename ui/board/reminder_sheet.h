// ReminderSheet: what somebody wants to be reminded of, and when; of one that is there already also done, or later. A small sheet, opened by the main
// window; works through services::Reminders.
#pragma once
#include "app/services/reminders.h"
#include "ui/common/sheet.h"
#include <optional>

class QDateTimeEdit;
class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

enum class ReminderTime { InAnHour, TomorrowMorning, InThreeDays };
Instant quickTime(ReminderTime time, Instant now);          // whole minutes, by the clock on the wall; mornings at nine

class ReminderSheet final : public Sheet {
    Q_OBJECT
public:
    // known: one that is to be done or moved; none: a new one. reminders and clock live longer than the sheet.
    ReminderSheet(services::Reminders& reminders, const Clock& clock, const domain::BoardRow& row, std::optional<domain::Reminder> known, QWidget* window);
    QWidget* firstField() const;

Q_SIGNALS:
    void stored(const QString& said);                         // the sheet has closed itself before

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    QWidget* makeQuick();
    void takeMeasures();
    void check();
    Instant due() const;
    void choose(ReminderTime time);
    void store();
    void finish();
    void answer(const Result<Ok>& done, const QString& said);

    services::Reminders& m_reminders;
    const Clock& m_clock;
    const domain::InvoiceId m_invoice;
    const std::optional<domain::Reminder> m_known;
    bool m_busy = false;
    QWidget* m_body;
    FigureLabel *m_textLabel, *m_timeLabel, *m_note;
    QLineEdit* m_text;
    QDateTimeEdit* m_time;
    ActionButton *m_cancel, *m_done, *m_store;
};

} // namespace tresen::ui
