// Reminders: takes down what a person wants to be reminded of, and makes a task of it when its hour has come, on whichever desk sees it first.
// One station of the way; the hour waits in the outbox, so it survives every restart.
#pragma once
#include "app/domain/reminder_rules.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include <QObject>

namespace tresen::services {

class Reminders final : public QObject {
    Q_OBJECT
public:
    Reminders(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Clock& clock, QObject* parent = nullptr);

    // Refusals: those of domain::decideReminder(), decideReminderMove(), decideReminderDone(); NotFound "invoice.unknown".
    void set(const domain::InvoiceId& invoice, Instant due, const QString& text, Done<Ok> done);
    void move(const domain::InvoiceId& invoice, const domain::ReminderId& reminder, Instant due, const QString& text, Done<Ok> done);
    void finish(const domain::InvoiceId& invoice, const domain::ReminderId& reminder, Done<Ok> done);

private:
    using Decided = std::function<Result<std::vector<domain::Event>>(const domain::OpenItem& item, Instant now)>;
    void decide(const domain::InvoiceId& invoice, Decided decided, Done<Ok> done);
    void whenDue(const ports::OutboxEntry& entry, Done<Ok> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    const Clock& m_clock;
};

} // namespace tresen::services
