#include "app/core/async.h"
#include "app/domain/claim_rules.h"
#include "app/services/intake.h"
#include "app/services/portal_tasks.h"
#include "app/services/settings.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

Error unknownOrder(const domain::InvoiceId& invoice) { return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()}; }

Result<ports::Decision> decideAmended(const ports::Situation& s, const domain::IntakeCommand& command, const domain::InvoiceId& invoice, int version)
{
    const auto* item = s.item(invoice);
    if (!item) return unknownOrder(invoice);
    if (!domain::isOrderClaim(*item)) return Error{Fault::Conflict, u"order.is_document"_s, invoice.text()};
    if (item->cancelled) return Error{Fault::Conflict, u"invoice.cancelled"_s, invoice.text()};
    if (item->version != version) return Error{Fault::Conflict, u"order.busy"_s, invoice.text()};
    domain::IntakeContext context;
    context.same = *item;
    const auto decision = domain::decideIntake(command, context, Settings::policyOf(s.settings));
    if (!decision) return decision.error();
    ports::Decision d;
    d.events = decision.value().events;
    for (auto& event : d.events) {
        if (!event.is<domain::InvoiceRevised>()) continue;
        auto revised = *event.as<domain::InvoiceRevised>();
        revised.contentHash = item->contentHash;   // the mark of what was sent, not of what was said about it later
        event = revised;
    }
    for (const auto& request : decision.value().toCancel) d.outbox.push_back(cancelTask(*item, request));
    return d;
}

} // namespace

void Intake::find(const domain::InvoiceId& invoice, Done<domain::OpenItem> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    onReady(m_journal.load(subject), this, [invoice, done = std::move(done)](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(invoice);
        done(item ? Result<domain::OpenItem>{*item} : unknownOrder(invoice));
    });
}

void Intake::amend(const domain::InvoiceId& invoice, std::function<Result<domain::Invoice>(const domain::Invoice&)> change, Done<Ok> done)
{
    find(invoice, [this, invoice, change = std::move(change), done = std::move(done)](const Result<domain::OpenItem>& item) {
        if (!item) return done(item.error());
        if (!domain::isOrderClaim(item.value())) return done(Error{Fault::Conflict, u"order.is_document"_s, invoice.text()});
        onReady(m_journal.detail(invoice), this, [this, change, done](const Result<ports::ItemDetail>& known) {
            if (!known) return done(known.error());
            const auto changed = change(known.value().record);
            if (!changed) return done(changed.error());
            if (changed.value() == known.value().record) return done(Ok{});   // it says so already
            amendVersion(known.value(), changed.value(), done);
        });
    });
}

void Intake::amendVersion(const ports::ItemDetail& known, const domain::Invoice& changed, Done<Ok> done)
{
    domain::IntakeCommand command;
    command.record = changed;
    command.system = m_system;
    command.site = m_site;
    command.contentHash = domain::contentHashOf(changed) + u"#amended"_s;   // never that of a file: it is a version of its own
    command.batch = domain::BatchId::fresh();
    ports::Subject subject;
    subject.invoices.push_back(known.item.id);
    subject.settingKeys = policySettingKeys();
    onReady(m_journal.decide(subject, [command, id = known.item.id, version = known.item.version](const ports::Situation& s) { return decideAmended(s, command, id, version); }),
            this, [this, done = std::move(done)](const Result<ports::Appended>& appended) { publishDone(appended, done); });
}

void Intake::noteClosed(const domain::InvoiceId& invoice, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    const auto decide = [invoice](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownOrder(invoice);
        ports::Decision d;
        const domain::TaskId id{u"order.closed:%1:%2"_s.arg(invoice.text()).arg(item->version)};
        if (domain::asksForMoney(*item) && !item->tasksEver.contains(id.text())) d.events.push_back(domain::TaskRaised{id, invoice, u"order.closed"_s, item->number, item->open()});
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, done = std::move(done)](const Result<ports::Appended>& appended) { publishDone(appended, done); });
}

void Intake::publishDone(const Result<ports::Appended>& appended, const Done<Ok>& done)
{
    if (!appended) return done(appended.error());
    m_feed.publish(appended.value());
    Q_EMIT effectsStored();
    done(Ok{});
}

} // namespace tresen::services
