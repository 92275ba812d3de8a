#include "app/services/tasks.h"
#include "app/core/async.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

Tasks::Tasks(ports::Journal& journal, JournalFeed& feed, QObject* parent) : QObject{parent}, m_journal{journal}, m_feed{feed} {}

void Tasks::finish(const domain::InvoiceId& invoice, const domain::TaskId& task, const QString& how, Done<Ok> done)
{
    if (how.trimmed().size() < kHowMin) return done(Error{Fault::Refused, u"task.how"_s, QString::number(kHowMin)});
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    const auto decide = [invoice, task, how](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        const bool open = item && std::any_of(item->tasks.begin(), item->tasks.end(), [&](const domain::OpenTask& t) { return t.id == task; });
        if (!open) return Error{Fault::Conflict, u"task.none"_s, task.text()};
        ports::Decision d;
        d.events.push_back(domain::TaskDone{task, invoice, how.trimmed().left(300)});
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
