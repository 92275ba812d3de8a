#include "app/services/notes.h"
#include "app/core/async.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

void Notes::add(const domain::InvoiceId& invoice, const QString& text, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    const auto decide = [invoice, text](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        auto events = domain::decideNote(*item, text);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
