#include "app/services/portal_effects.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/domain/refund_rules.h"
#include "app/domain/request_rules.h"
#include "app/services/portal_tasks.h"
#include "app/services/snapshot_decision.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

Error unknownPortal(const QString& id)
{
    return Error{Fault::NotFound, u"portal.unknown"_s, id};
}

// Does this error mean that for sure nothing was done, and nothing will be by asking again? Everything else is asked again.
bool isFinal(const Error& e)
{
    switch (e.fault) {
    case Fault::Refused:
    case Fault::NotFound: return true;
    case Fault::Conflict: return e.code != u"portal.in_flight";
    case Fault::Invalid: return e.code == u"portal.link_host" || e.code == u"portal.unsafe_link" || e.code == u"portal.amount";   // read, and not to be used
    case Fault::Unreachable:
    case Fault::Timeout:
    case Fault::Corrupt:
    case Fault::Internal: return false;
    }
    Q_UNREACHABLE();
}

QString wordsFor(const Error& e)
{
    return (e.code + u' ' + e.detail).trimmed();
}

} // namespace

PortalEffects::PortalEffects(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, PortalSync& sync, const Portals& portals, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_sync{sync}, m_portals{portals}, m_clock{clock}
{
    m_outbox.handle(createKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { create(e, std::move(done)); });
    m_outbox.handle(cancelKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { cancel(e, std::move(done)); });
    m_outbox.handle(refundKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { refund(e, std::move(done)); });
}

void PortalEffects::create(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readPortalTask(entry.payload);
    if (!task) return done(task.error());
    auto* portal = m_portals.find(task.value().portal);
    if (!portal) return done(unknownPortal(task.value().portal));
    const auto capabilities = portal->capabilities();
    if (entry.attempts > 0 && capabilities.ownReference && capabilities.keyLifetimeMs > 0) return createAgain(entry, *portal, task.value().order, task.value().request, done);
    askToCreate(entry, *portal, task.value().order, task.value().request, done);
}

// A key that the portal may have forgotten protects from nothing: then it is asked first whether the link is there.
void PortalEffects::createAgain(const ports::OutboxEntry& entry, ports::PaymentPortal& portal, const ports::LinkOrder& order, const domain::RequestId& request, Done<Ok> done)
{
    onReady(m_journal.load(snapshotSubject(entry.invoice)), this, [this, entry, &portal, order, request, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* item = s.value().item(entry.invoice);
        const auto* r = item ? item->findRequest(request) : nullptr;
        const bool young = r && m_clock.now().ms - r->createdAt.ms < portal.capabilities().keyLifetimeMs;
        if (young) return askToCreate(entry, portal, order, request, done);
        const std::function<QFuture<Result<std::optional<ports::Link>>>()> ask = [&portal, order] { return portal.find(order); };
        m_sync.gate().ask<std::optional<ports::Link>>(portal, PortalGate::Urgency::Now, ask, [this, entry, &portal, order, request, done](const Result<std::optional<ports::Link>>& found) {
            if (!found) return done(found.error());
            if (found.value()) return linkAnswered(entry, request, *found.value(), done);
            askToCreate(entry, portal, order, request, done);
        });
    });
}

void PortalEffects::askToCreate(const ports::OutboxEntry& entry, ports::PaymentPortal& portal, const ports::LinkOrder& order, const domain::RequestId& request, Done<Ok> done)
{
    crashPoint("request.before_create");
    const std::function<QFuture<Result<ports::Link>>()> ask = [&portal, order] { return portal.create(order); };
    m_sync.gate().ask<ports::Link>(portal, PortalGate::Urgency::Now, ask, [this, entry, request, done](const Result<ports::Link>& link) {
        crashPoint("request.after_create");
        linkAnswered(entry, request, link, done);
    });
}

void PortalEffects::linkAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, const Result<ports::Link>& link, Done<Ok> done)
{
    const bool certain = !link.ok() && isFinal(link.error());
    const auto decide = [entry, request, link, certain](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(entry.invoice);
        if (!item) return unknownInvoiceError(entry.invoice);
        const auto answer = link ? domain::decideLinkAnswer(*item, request, {link.value().linkId, link.value().url, link.value().amount, link.value().mode, link.value().expiresAt,
                                                                           link.value().account})
                                 : domain::decideLinkFailure(*item, request, certain, wordsFor(link.error()));
        if (!answer) return answer.error();
        ports::Decision d;
        d.events = answer.value().events;
        for (const auto& dead : answer.value().toCancel) d.outbox.push_back(cancelTask(*item, dead, link ? link.value().linkId : QString{}));
        if (link || certain) d.outboxDone << entry.key;   // an unknown answer is asked for again with the same key and body
        return d;
    };
    onReady(m_journal.decide(snapshotSubject(entry.invoice), decide), this, [this, link, certain, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        if (link || certain) return done(Ok{});
        done(link.error());
    });
}

void PortalEffects::cancel(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readPortalTask(entry.payload);
    if (!task) return done(task.error());
    auto* portal = m_portals.find(task.value().portal);
    if (!portal) return done(unknownPortal(task.value().portal));
    const std::function<QFuture<Result<ports::CancelOutcome>>()> ask = [portal, link = task.value().linkId] { return portal->cancel(link); };
    m_sync.gate().ask<ports::CancelOutcome>(*portal, PortalGate::Urgency::Now, ask, [this, entry, request = task.value().request, done](const Result<ports::CancelOutcome>& outcome) {
        if (!outcome) return done(outcome.error());
        cancelAnswered(entry, request, outcome.value(), done);
    });
}

// Whatever the portal said, a fetch follows: money may have come in between. Only then is the effect finished.
void PortalEffects::cancelAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, ports::CancelOutcome outcome, Done<Ok> done)
{
    m_sync.refresh(entry.invoice, [this, entry, request, outcome, done](const Result<Ok>& read) {
        if (!read) return done(read);
        const auto decide = [entry, request, outcome](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(entry.invoice);
            if (!item) return unknownInvoiceError(entry.invoice);
            ports::Decision d;
            d.outboxDone << entry.key;
            if (outcome != ports::CancelOutcome::Cancelled) return d;
            const auto cancelled = domain::decideCancelled(*item, request);
            if (!cancelled) return cancelled.error();
            d.events = cancelled.value().events;
            return d;
        };
        onReady(m_journal.decide(snapshotSubject(entry.invoice), decide), this, [this, done](const Result<ports::Appended>& appended) {
            if (!appended) return done(appended.error());
            m_feed.publish(appended.value());
            done(Ok{});
        });
    });
}

void PortalEffects::refund(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readRefundTask(entry.payload);
    if (!task) return done(task.error());
    auto* portal = m_portals.find(task.value().portal);
    if (!portal) return done(unknownPortal(task.value().portal));
    crashPoint("refund.before_ask");
    const std::function<QFuture<Result<ports::RefundAnswer>>()> ask = [portal, order = task.value().order] { return portal->refund(order); };
    m_sync.gate().ask<ports::RefundAnswer>(*portal, PortalGate::Urgency::Now, ask, [this, entry, refund = task.value().refund, readable = portal->capabilities().refundsByFetch, done](const Result<ports::RefundAnswer>& answer) {
        crashPoint("refund.answered");
        refundAnswered(entry, refund, readable, answer, done);
    });
}

void PortalEffects::refundAnswered(const ports::OutboxEntry& entry, const domain::RefundId& refund, bool readable, const Result<ports::RefundAnswer>& answer, Done<Ok> done)
{
    const bool certain = !answer.ok() && isFinal(answer.error());
    const auto decide = [entry, refund, readable, answer, certain](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(entry.invoice);
        if (!item) return unknownInvoiceError(entry.invoice);
        ports::Decision d;
        d.events = answer ? domain::decideRefundTaken(*item, refund, answer.value().refundId, readable)
                          : domain::decideRefundFailed(*item, refund, certain, wordsFor(answer.error()));
        if (answer || certain) d.outboxDone << entry.key;
        return d;
    };
    onReady(m_journal.decide(snapshotSubject(entry.invoice), decide), this, [this, entry, answer, certain, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        if (certain) return done(Ok{});
        if (!answer) return done(answer.error());
        // It is booked by what is read, not by what was answered.
        m_sync.refresh(entry.invoice, [done](const Result<Ok>&) { done(Ok{}); });
    });
}

} // namespace tresen::services
