// StripePortal: what moved since the last look, by the log of events; and the set-up page's test.
#include "app/adapters/portal/stripe/stripe_portal.h"
#include <QUuid>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::stripe {
namespace {

constexpr int kMaxRemembered = 20'000;
constexpr int kMaxLookups = 50;           // payments whose link has to be asked for; then the rest of the log waits for the next time
const QByteArray kEvents = "/v1/events?limit=100";

QByteArray typesQuery()
{
    QByteArray out;
    for (const auto& type : eventTypes()) out += "&types%5B%5D=" + type.toLatin1();
    return out;
}

void addTo(QStringList& list, const QString& id)
{
    if (!id.isEmpty() && !list.contains(id)) list.append(id);
}

// The place in the log is not there any more: it is older than what is kept, or of another account.
bool isLostPlace(const Error& error)
{
    return error.fault == Fault::NotFound || error.code == u"portal.refused";
}

} // namespace

void StripePortal::remember(const QString& intentId, const QString& linkId)
{
    if (intentId.isEmpty()) return;
    const std::scoped_lock lock{m_mutex};
    if (m_linkOfPayment.size() >= kMaxRemembered) m_linkOfPayment.clear();   // it can be asked for again
    m_linkOfPayment.insert(intentId, linkId);
}

std::optional<QString> StripePortal::remembered(const QString& intentId) const
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_linkOfPayment.constFind(intentId);
    return found == m_linkOfPayment.cend() ? std::nullopt : std::optional{*found};
}

// Empty: a payment of no link.
Result<QString> StripePortal::linkOfPayment(const QString& intentId)
{
    const auto body = ask("GET", "/v1/checkout/sessions?limit=1&payment_intent=" + intentId.toLatin1());
    if (!body) {
        if (body.error().fault == Fault::NotFound) return QString{};
        return body.error();
    }
    const auto page = readSessions(body.value());
    if (!page) return page.error();
    const auto& sessions = page.value().items;
    const QString link = !sessions.empty() && sessions[0].intentId == intentId ? sessions[0].linkId : QString{};
    remember(intentId, link);
    return link;
}

Result<Ok> StripePortal::tell(const std::vector<StripeEvent>& events, StripeMark& mark, ports::PortalChanges& out)
{
    QStringList payments;
    for (const auto& event : events) {
        if (mark.told.contains(event.id)) continue;
        if (event.mode != m_mode) return Error{Fault::Refused, u"portal.key_mode"_s, event.id};
        if (!event.linkId.isEmpty()) remember(event.intentId, event.linkId);
        addTo(event.linkId.isEmpty() ? payments : out.linkIds, event.linkId.isEmpty() ? event.intentId : event.linkId);
    }
    for (const auto& payment : payments) {
        const auto known = remembered(payment);
        const auto link = known ? Result<QString>{*known} : linkOfPayment(payment);
        if (!link) return link.error();   // nothing was told: the place in the log stays, and is asked for again
        addTo(out.linkIds, link.value());
    }
    for (const auto& event : events) mark.told.insert(event.id, event.created);
    return Ok{};
}

// From the place in the log to its newest end, page by page.
Result<Ok> StripePortal::readForward(StripeMark& mark, ports::PortalChanges& out)
{
    int lookups = 0;
    for (int pages = 0; pages < limits::kMaxPortalPages; ++pages) {
        // Without a place there was no event before: everything since then is new, and what was there at that moment is told rather twice than never.
        const QByteArray from = mark.lastId.isEmpty() ? "&created%5Bgte%5D=" + QByteArray::number((mark.at.ms - kLookBackMs) / 1000)
                                                      : "&ending_before=" + mark.lastId.toLatin1();
        const auto body = ask("GET", kEvents + typesQuery() + from);
        if (!body) return body.error();
        const auto page = readEvents(body.value());
        if (!page) return page.error();
        const auto& events = page.value().items;
        lookups += static_cast<int>(std::count_if(events.begin(), events.end(), [this](const StripeEvent& e) {
            return e.linkId.isEmpty() && !e.intentId.isEmpty() && !remembered(e.intentId);
        }));
        if (const auto told = tell(events, mark, out); !told) return told.error();
        const bool byTime = mark.lastId.isEmpty();
        if (!events.empty()) mark.lastId = events.front().id;
        // By time the newest come first: a second page would be older, and is left to the look back.
        out.othersUnchanged = !page.value().more;
        if (!page.value().more || byTime || lookups > kMaxLookups) break;
    }
    return Ok{};
}

Result<Ok> StripePortal::lookBack(StripeMark& mark, ports::PortalChanges& out)
{
    const Instant now = m_clock.now();
    if (now.ms - mark.lookedBackAt.ms < kLookBackEveryMs) return Ok{};
    bool whole = false;
    const auto events = readAll(kEvents + typesQuery() + "&created%5Bgte%5D=" + QByteArray::number((now.ms - kLookBackMs) / 1000), readEvents, whole);
    if (!events) return events.error();
    if (const auto told = tell(events.value(), mark, out); !told) return told.error();
    if (!whole) out.othersUnchanged = false;
    mark.lookedBackAt = now;
    return Ok{};
}

// The place in the log is taken first: what happens while the links are listed is told the next time.
Result<ports::PortalChanges> StripePortal::readEverything(bool inactiveToo)
{
    StripeMark mark;
    mark.known = true;
    mark.at = mark.lookedBackAt = m_clock.now();
    const auto body = ask("GET", kEvents + typesQuery());
    if (!body) return body.error();
    const auto newest = readEvents(body.value());
    if (!newest) return newest.error();
    for (const auto& event : newest.value().items) {
        if (event.mode != m_mode) return Error{Fault::Refused, u"portal.key_mode"_s, event.id};
        mark.told.insert(event.id, event.created);
    }
    if (!newest.value().items.empty()) mark.lastId = newest.value().items.front().id;
    bool whole = false;
    const auto links = readAll(QByteArray{"/v1/payment_links?limit=100"} + (inactiveToo ? "" : "&active=true"), readLinks, whole);
    if (!links) return links.error();
    ports::PortalChanges out;
    for (const auto& link : links.value())
        if (!link.reference.isEmpty() && link.mode == m_mode) addTo(out.linkIds, link.id);
    forgetOld(mark, m_clock.now());
    out.cursor = cursorOf(mark);
    return out;
}

Result<ports::PortalChanges> StripePortal::changesNow(const QString& cursor)
{
    auto mark = markOf(cursor);
    if (!mark.known) return readEverything(!cursor.isEmpty());
    const Instant now = m_clock.now();
    if (now.ms - mark.at.ms > kMarkLifetimeMs) return readEverything(true);
    ports::PortalChanges out;
    if (const auto read = readForward(mark, out); !read) {
        if (isLostPlace(read.error())) return readEverything(true);
        return read.error();
    }
    if (const auto read = lookBack(mark, out); !read) return read.error();
    mark.at = now;
    forgetOld(mark, now);
    out.cursor = cursorOf(mark);
    return out;
}

Result<ports::PortalProbe> StripePortal::probeNow()
{
    ports::PortalProbe out;
    out.mode = m_mode;
    const auto step = [&out](const QString& code, const Result<Ok>& done) {
        out.steps.push_back({code, done.ok(), done ? Error{} : done.error()});
        return done.ok();
    };
    const auto asOk = [](const Result<QByteArray>& body) { return body ? Result<Ok>{Ok{}} : Result<Ok>{body.error()}; };
    const auto links = ask("GET", "/v1/payment_links?limit=1");
    if (!links && (links.error().fault == Fault::Unreachable || links.error().fault == Fault::Timeout)) return links.error();
    if (!step(u"key"_s, asOk(links))) return out;
    // The account as far as it is needed: a restricted key may lack one of these.
    for (const QByteArray path : {"/v1/events?limit=1", "/v1/checkout/sessions?limit=1", "/v1/refunds?limit=1", "/v1/disputes?limit=1"})
        if (const auto body = ask("GET", path); !body) {
            step(u"account"_s, body.error());
            return out;
        }
    step(u"account"_s, Ok{});
    if (m_mode == domain::PortalMode::Test) probeLink(out);
    return out;
}

// Only where no money is real: a link of one euro, made, read and closed.
void StripePortal::probeLink(ports::PortalProbe& probe)
{
    ports::LinkOrder order;
    order.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.reference = u"tresen-test-"_s + order.idempotencyKey;
    order.amount = domain::Money::cents(100);
    order.mode = m_mode;
    order.invoiceNumber = u"TEST"_s;
    const auto made = createNow(order);
    probe.steps.push_back({u"create"_s, made.ok(), made ? Error{} : made.error()});
    if (!made) return;
    const auto read = fetchNow(made.value().linkId);
    const bool open = read && read.value().state == domain::LinkState::Open;
    probe.steps.push_back({u"read"_s, open, open ? Error{} : read ? Error{Fault::Invalid, u"portal.unreadable"_s, u"state"_s} : read.error()});
    const auto closed = cancelNow(made.value().linkId);
    probe.steps.push_back({u"cancel"_s, closed.ok(), closed ? Error{} : closed.error()});
}

} // namespace tresen::adapters::stripe
