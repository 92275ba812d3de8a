#include "app/services/portal_sync.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/domain/request_rules.h"
#include "app/services/portal_tasks.h"
#include "app/services/settings.h"
#include <QRandomGenerator>
#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

ports::Subject subjectOfInvoice(const domain::InvoiceId& invoice)
{
    ports::Subject s;
    s.invoices.push_back(invoice);
    s.settingKeys = policySettingKeys();
    return s;
}

Error gone(const domain::InvoiceId& invoice)
{
    return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
}

constexpr int kLateDays = 3;

bool hot(const domain::PayRequest& r)
{
    using S = domain::RequestState;
    return r.state == S::InFlight || r.state == S::Authorized || r.state == S::Closing || r.state == S::CreateUnknown || r.state == S::Creating;
}

// The requests of an item whose truth lives at a portal: the live one and those money came through.
std::vector<domain::PayRequest> watchedRequests(const domain::OpenItem& item, Instant now)
{
    std::vector<domain::PayRequest> out;
    for (const auto& r : item.requests) {
        const bool paid = std::any_of(item.payments.begin(), item.payments.end(), [&](const domain::Payment& p) { return p.request == r.id; });
        // Money may still come through a link that was closed: it is looked at for some days more.
        const bool recent = !r.createdAt.isNull() && now.ms - r.createdAt.ms < kLateDays * 86'400'000LL;
        if (!r.portal.isEmpty() && !r.linkId.isEmpty() && (r.live() || paid || recent)) out.push_back(r);
    }
    return out;
}

} // namespace

PortalSync::PortalSync(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Portals& portals, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_portals{portals}, m_clock{clock}
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { round([](const Result<int>&) {}); });
    m_outbox.handle(createKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { create(e, std::move(done)); });
    m_outbox.handle(cancelKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { cancel(e, std::move(done)); });
}

PortalSync::~PortalSync()
{
    for (auto* portal : m_portals.all()) portal->onNudge({});   // the portals live longer
}

void PortalSync::start()
{
    m_started = true;
    for (auto* portal : m_portals.all())
        portal->onNudge([this](const QString&) { QMetaObject::invokeMethod(this, [this] { round([](const Result<int>&) {}); }, Qt::QueuedConnection); });
    round([](const Result<int>&) {});
}

void PortalSync::schedule()
{
    if (!m_started) return;
    const int base = m_hot ? kHotMs : kCalmMs;
    m_timer.start(base + QRandomGenerator::global()->bounded(base / 5));
}

// Strictly growing over restarts: built on the clock, because a later look must carry a higher number than every earlier one.
qint64 PortalSync::nextFetchSeq()
{
    m_fetchSeq = std::max(m_fetchSeq + 1, m_clock.now().ms);
    return m_fetchSeq;
}

void PortalSync::round(Done<int> done)
{
    if (m_inRound) {
        // What is under way may have started before the nudge: look again right after it.
        m_timer.start(0);
        return done(0);
    }
    m_inRound = true;
    onReady(m_journal.watched(), this, [this, done](const Result<std::vector<domain::OpenItem>>& items) {
        struct Round { int left = 1, read = 0; };
        auto state = std::make_shared<Round>();
        m_hot = false;
        const auto one = [this, state, done](bool read) {
            if (read) ++state->read;
            if (--state->left > 0) return;
            m_inRound = false;
            if (!m_timer.isActive() || m_timer.interval() > 0) schedule();
            done(state->read);
        };
        if (items) {
            for (const auto& item : items.value()) {
                for (const auto& request : watchedRequests(item, m_clock.now())) {
                    m_hot = m_hot || hot(request);
                    ++state->left;
                    fetch(item, request, [one](const Result<Ok>& ok) { one(ok.ok()); });
                }
            }
        }
        one(false);
    });
}

void PortalSync::refresh(const domain::InvoiceId& invoice, Done<Ok> done)
{
    auto subject = subjectOfInvoice(invoice);
    subject.withStay = true;   // a key goes with all invoices of its stay
    onReady(m_journal.load(subject), this, [this, invoice, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        if (!s.value().item(invoice)) return done(gone(invoice));
        struct State { int left = 1; Result<Ok> result = Ok{}; };
        auto state = std::make_shared<State>();
        const auto one = [state, done](const Result<Ok>& ok) {
            if (!ok && state->result.ok()) state->result = ok;
            if (--state->left == 0) done(state->result);
        };
        for (const auto& item : s.value().items) {
            for (const auto& request : watchedRequests(item, m_clock.now())) {
                ++state->left;
                fetch(item, request, one);
            }
        }
        one(Ok{});
    });
}

void PortalSync::fetch(const domain::OpenItem& item, const domain::PayRequest& request, Done<Ok> done)
{
    auto* portal = m_portals.find(request.portal);
    if (!portal) return done(Error{Fault::NotFound, u"portal.unknown"_s, request.portal});
    const auto seq = nextFetchSeq();
    onReady(portal->fetch(request.linkId), this, [this, item, request, seq, done](const Result<domain::PortalSnapshot>& answer) {
        if (!answer) {
            Q_EMIT portalFailed(request.portal, answer.error());
            return noteFailure(item, request, answer.error(), done);
        }
        Q_EMIT portalAnswered(request.portal, m_clock.now());
        m_lastAnswer.insert(request.id, m_clock.now());
        auto snapshot = answer.value();
        snapshot.fetchSeq = seq;
        snapshot.fetchedAt = m_clock.now();
        if (seq <= m_applied.value(request.id)) return done(Ok{});   // a newer look has been applied meanwhile
        m_applied.insert(request.id, seq);
        applySnapshot(item.id, request.id, snapshot, done);
    });
}

void PortalSync::applySnapshot(const domain::InvoiceId& invoice, const domain::RequestId& request, const domain::PortalSnapshot& snapshot, Done<Ok> done)
{
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    const auto decide = [invoice, request, snapshot, tasks](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return gone(invoice);
        ports::Decision d;
        d.events = domain::decideSnapshot(*item, request, snapshot, Settings::policyOf(s.settings));
        *tasks = withCancels(d, *item);
        return d;
    };
    onReady(m_journal.decide(subjectOfInvoice(invoice), decide), this, [this, invoice, snapshot, tasks, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        for (const auto& task : *tasks) m_outbox.run(task, [](const Result<Ok>&) {});   // kept in the outbox until it is done
        // No news is knowledge too: the row is as old as this look.
        onReady(m_journal.refreshed({invoice}, snapshot.fetchedAt), this, [this, done](const Result<std::vector<domain::BoardRow>>& rows) {
            if (!rows) return done(rows.error());
            m_feed.publishRows(rows.value());
            done(Ok{});
        });
    });
}

void PortalSync::noteFailure(const domain::OpenItem& item, const domain::PayRequest& request, const Error& error, Done<Ok> done)
{
    const auto last = m_lastAnswer.value(request.id, m_clock.now());
    m_lastAnswer.insert(request.id, last);
    if (m_clock.now().ms - last.ms < kSilentMs) return done(error);
    const auto decide = [id = item.id, request = request.id](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* now = s.item(id);
        if (!now) return gone(id);
        const auto silent = domain::decideSilent(*now, request);
        if (!silent) return silent.error();
        ports::Decision d;
        d.events = silent.value().events;
        return d;
    };
    onReady(m_journal.decide(subjectOfInvoice(item.id), decide), this, [this, error, done](const Result<ports::Appended>& appended) {
        if (appended) m_feed.publish(appended.value());
        done(error);
    });
}

void PortalSync::create(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readPortalTask(entry.payload);
    if (!task) return done(task.error());
    auto* portal = m_portals.find(task.value().portal);
    if (!portal) return done(Error{Fault::NotFound, u"portal.unknown"_s, task.value().portal});
    crashPoint("request.before_create");
    onReady(portal->create(task.value().order), this, [this, entry, request = task.value().request, done](const Result<ports::Link>& link) {
        crashPoint("request.after_create");
        linkAnswered(entry, request, link, done);
    });
}

void PortalSync::linkAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, const Result<ports::Link>& link, Done<Ok> done)
{
    const bool certain = !link.ok() && link.error().fault != Fault::Timeout && link.error().fault != Fault::Unreachable;
    const auto decide = [entry, request, link, certain](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(entry.invoice);
        if (!item) return gone(entry.invoice);
        const auto answer = link ? domain::decideLinkAnswer(*item, request, {link.value().linkId, link.value().url, link.value().amount, link.value().mode, link.value().expiresAt},
                                                            Settings::policyOf(s.settings))
                                 : domain::decideLinkFailure(*item, request, certain, link.error().code + u' ' + link.error().detail);
        if (!answer) return answer.error();
        ports::Decision d;
        d.events = answer.value().events;
        for (const auto& dead : answer.value().toCancel) d.outbox.push_back(cancelTask(*item, dead, link ? link.value().linkId : QString{}));
        if (link || certain) d.outboxDone << entry.key;   // an unknown answer is asked for again with the same key and body
        return d;
    };
    onReady(m_journal.decide(subjectOfInvoice(entry.invoice), decide), this, [this, link, certain, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        if (link || certain) return done(Ok{});
        done(link.error());
    });
}

void PortalSync::cancel(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readPortalTask(entry.payload);
    if (!task) return done(task.error());
    auto* portal = m_portals.find(task.value().portal);
    if (!portal) return done(Error{Fault::NotFound, u"portal.unknown"_s, task.value().portal});
    onReady(portal->cancel(task.value().linkId), this, [this, entry, request = task.value().request, done](const Result<ports::CancelOutcome>& outcome) {
        if (!outcome) return done(outcome.error());
        cancelAnswered(entry, request, outcome.value(), done);
    });
}

// Whatever the portal said, a fetch follows: money may have come in between. Only then is the effect finished.
void PortalSync::cancelAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, ports::CancelOutcome outcome, Done<Ok> done)
{
    refresh(entry.invoice, [this, entry, request, outcome, done](const Result<Ok>& read) {
        if (!read) return done(read);
        const auto decide = [entry, request, outcome](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(entry.invoice);
            if (!item) return gone(entry.invoice);
            ports::Decision d;
            d.outboxDone << entry.key;
            if (outcome != ports::CancelOutcome::Cancelled) return d;
            const auto cancelled = domain::decideCancelled(*item, request);
            if (!cancelled) return cancelled.error();
            d.events = cancelled.value().events;
            return d;
        };
        onReady(m_journal.decide(subjectOfInvoice(entry.invoice), decide), this, [this, done](const Result<ports::Appended>& appended) {
            if (!appended) return done(appended.error());
            m_feed.publish(appended.value());
            done(Ok{});
        });
    });
}

} // namespace tresen::services
