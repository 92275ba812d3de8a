#include "app/services/reminders.h"
#include "app/core/async.h"
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QString reminderKind() { return u"reminder"_s; }

ports::OutboxTask hourOf(const domain::ReminderSet& e)
{
    ports::OutboxTask task;
    task.key = u"reminder:%1:%2"_s.arg(e.reminder.text()).arg(e.turn);
    task.kind = reminderKind();
    task.invoice = e.invoice;
    task.payload = QJsonDocument{QJsonObject{{u"reminder"_s, e.reminder.text()}, {u"turn"_s, e.turn}, {u"due"_s, e.due.iso()}}}.toJson(QJsonDocument::Compact);
    return task;
}

} // namespace

Reminders::Reminders(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_clock{clock}
{
    m_outbox.handle(reminderKind(), [this](const ports::OutboxEntry& entry, const Done<Ok>& done) { whenDue(entry, done); });
}

void Reminders::set(const domain::InvoiceId& invoice, Instant due, const QString& text, Done<Ok> done)
{
    const auto id = domain::ReminderId::fresh();   // outside: the decision may be made more than once
    decide(invoice, [id, due, text](const domain::OpenItem& item, Instant now) { return domain::decideReminder(item, id, due, text, now); }, std::move(done));
}

void Reminders::move(const domain::InvoiceId& invoice, const domain::ReminderId& reminder, Instant due, const QString& text, Done<Ok> done)
{
    decide(invoice, [reminder, due, text](const domain::OpenItem& item, Instant now) { return domain::decideReminderMove(item, reminder, due, text, now); }, std::move(done));
}

void Reminders::finish(const domain::InvoiceId& invoice, const domain::ReminderId& reminder, Done<Ok> done)
{
    decide(invoice, [reminder](const domain::OpenItem& item, Instant) { return domain::decideReminderDone(item, reminder); }, std::move(done));
}

void Reminders::decide(const domain::InvoiceId& invoice, Decided decided, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    const auto decision = [invoice, decided = std::move(decided)](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        auto events = decided(*item, s.now);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        for (const auto& event : d.events)
            if (const auto* set = event.as<domain::ReminderSet>()) d.outbox.push_back(hourOf(*set));
        return d;
    };
    onReady(m_journal.decide(subject, decision), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        for (const auto& entry : appended.value().entries)
            if (const auto* set = entry.event.as<domain::ReminderSet>()) m_outbox.run(hourOf(*set), [](const Result<Ok>&) {});   // sends it to sleep until its hour
        done(Ok{});
    });
}

void Reminders::whenDue(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto payload = QJsonDocument::fromJson(entry.payload).object();
    const auto due = Instant::fromIso(payload[u"due"_s].toString());
    if (due > m_clock.now()) {
        // Not a failure: the row sleeps until its hour instead of being tried again and again.
        onReady(m_journal.outboxFailed(entry.key, {}, due), this, [done](const Result<Ok>& slept) { done(slept); });
        return;
    }
    ports::Subject subject;
    subject.invoices.push_back(entry.invoice);
    const domain::ReminderId id{payload[u"reminder"_s].toString()};
    const auto decision = [key = entry.key, invoice = entry.invoice, id, turn = payload[u"turn"_s].toInt(), now = m_clock.now()](const ports::Situation& s) -> Result<ports::Decision> {
        ports::Decision d;
        d.outboxDone << key;
        if (const auto* item = s.item(invoice)) d.events = domain::decideReminderDue(*item, id, turn, now);
        return d;
    };
    onReady(m_journal.decide(subject, decision), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
