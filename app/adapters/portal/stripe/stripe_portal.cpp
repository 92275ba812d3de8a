#include "app/adapters/portal/stripe/stripe_portal.h"
#include <QUrl>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::stripe {
namespace {

constexpr int kKeyLifetimeMs = 23 * 60 * 60 * 1000;   // Stripe forgets a key after a day
constexpr int kCallsPerMinute = 300;                  // a fifth of what one endpoint of a sandbox takes
constexpr int kExpireRounds = 3;
const QByteArray kBase = "https://api.stripe.com", kLinks = "/v1/payment_links", kSessions = "/v1/checkout/sessions";
const QByteArray kVersion = "2025-07-30.basil";       // the first that takes a price within a payment link

bool isLoopback(const QUrl& url)
{
    return url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost";
}

// For what has no intent of its own to be told by. Never one made of what is meant: Stripe repeats the first answer to a key for a day, a failure
// of its own too, and a link that could not be closed once could not be closed any more.
QString freshKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Error otherMode(const QString& id)
{
    return Error{Fault::Refused, u"portal.key_mode"_s, id};
}

Error unknownLink(const QString& id)
{
    return Error{Fault::NotFound, u"portal.unknown_link"_s, id.left(limits::kMaxPortalText)};
}

// A link that is not what was asked for must not stay payable.
bool mustBeClosed(const Error& error)
{
    return error.code == u"portal.amount" || error.code == u"portal.unsafe_link" || error.code == u"portal.link_host";
}

Error errorFor(const net::HttpAnswer& answer, qint64 nowMs)
{
    const auto words = wordsOf(answer.body);
    if (words.type == u"idempotency_error" && answer.status == 400) return Error{Fault::Conflict, u"portal.key_reused"_s, words.message};
    if (answer.status == 409) return Error{Fault::Conflict, u"portal.in_flight"_s, words.message};
    if (words.code == u"charge_already_refunded") return Error{Fault::Refused, u"portal.refund_amount"_s, words.message};
    return net::errorOfStatus(answer, words.message, nowMs);
}

} // namespace

StripePortal::StripePortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock)
    : m_account{std::move(account)}, m_clock{clock}, m_mode{m_account.test ? domain::PortalMode::Test : domain::PortalMode::Live},
      m_base{m_account.baseUrl.isEmpty() ? kBase : m_account.baseUrl.toUtf8()}, m_lane{client}
{
    while (m_base.endsWith('/')) m_base.chop(1);
}

ports::PortalCapabilities StripePortal::capabilities() const
{
    ports::PortalCapabilities out;
    out.id = u"stripe"_s;
    out.displayName = u"Stripe"_s;
    out.mode = m_mode;
    out.cancelsOpenLink = out.changeFeed = out.refunds = out.partialRefunds = out.ownReference = true;
    out.keyLifetimeMs = kKeyLifetimeMs;
    out.requestsPerLook = 2;   // the link and its visits
    out.requestsPerMinute = kCallsPerMinute;
    out.linkHosts = QStringList{u"buy.stripe.com"_s};
    if (const QUrl base{QString::fromUtf8(m_base)}; isLoopback(base)) out.linkHosts << base.host();
    return out;
}

QFuture<Result<ports::Link>> StripePortal::create(ports::LinkOrder order)
{
    return m_lane.run<ports::Link>([this, order = std::move(order)] { return createNow(order); });
}

QFuture<Result<std::optional<ports::Link>>> StripePortal::find(ports::LinkOrder order)
{
    return m_lane.run<std::optional<ports::Link>>([this, order = std::move(order)] { return findNow(order); });
}

QFuture<Result<ports::CancelOutcome>> StripePortal::cancel(QString linkId)
{
    return m_lane.run<ports::CancelOutcome>([this, linkId] { return cancelNow(linkId); });
}

QFuture<Result<domain::PortalSnapshot>> StripePortal::fetch(QString linkId)
{
    return m_lane.run<domain::PortalSnapshot>([this, linkId] { return fetchNow(linkId); });
}

QFuture<Result<ports::PortalChanges>> StripePortal::changes(QString cursor)
{
    return m_lane.run<ports::PortalChanges>([this, cursor] {
        auto changes = changesNow(cursor);
        if (changes) changes.value().requests = net::Lane::askedByJob();
        return changes;
    });
}

QFuture<Result<ports::RefundAnswer>> StripePortal::refund(ports::RefundOrder order)
{
    return m_lane.run<ports::RefundAnswer>([this, order = std::move(order)] { return refundNow(order); });
}

QFuture<Result<ports::PortalProbe>> StripePortal::probe()
{
    return m_lane.run<ports::PortalProbe>([this] { return probeNow(); });
}

Result<ports::ReadNotice> StripePortal::readNotice(const ports::RawNotice& notice) const
{
    const auto event = stripe::readNotice(notice, m_account.noticeSecrets, m_mode);
    if (!event) return event.error();
    ports::ReadNotice out;
    out.eventIds << event.value().id;
    QString link = event.value().linkId;
    if (link.isEmpty()) link = remembered(event.value().intentId).value_or(QString{});
    if (!link.isEmpty()) out.linkIds << link;
    return out;
}

Result<Ok> StripePortal::ready() const
{
    const auto mode = modeOfKey(m_account.apiKey.reveal());
    if (!mode || *mode != m_mode) return Error{Fault::Refused, u"portal.key_mode"_s, mode ? u"other mode"_s : u"no secret key"_s};
    const QUrl base{QString::fromUtf8(m_base), QUrl::StrictMode};
    const bool safe = base.isValid() && base.userInfo().isEmpty() && !base.hasQuery() && (base.scheme() == u"https" || (base.scheme() == u"http" && isLoopback(base)));
    if (!safe || base.host().isEmpty()) return Error{Fault::Invalid, u"portal.base_url"_s, base.host()};
    return Ok{};
}

Result<QByteArray> StripePortal::ask(const QByteArray& method, const QByteArray& pathAndQuery, const QByteArray& form, const QString& key)
{
    if (const auto fine = ready(); !fine) return fine.error();
    net::HttpCall call;
    call.method = method;
    call.url = QUrl::fromEncoded(m_base + pathAndQuery, QUrl::StrictMode);
    call.headers = {{"Authorization", "Bearer " + m_account.apiKey.reveal().toLatin1()}, {"Accept", "application/json"}, {"Stripe-Version", kVersion}};
    if (method == "POST") {
        call.headers.emplace_back("Content-Type", "application/x-www-form-urlencoded");
        call.headers.emplace_back("Idempotency-Key", key.toLatin1());
    }
    call.body = form;
    auto answer = m_lane.ask(std::move(call));
    if (!answer) return answer.error();
    if (!answer.value().done()) return errorFor(answer.value(), m_clock.now().ms);
    return answer.value().body;
}

template <class T>
Result<std::vector<T>> StripePortal::readAll(const QByteArray& pathAndQuery, Result<StripePage<T>> (*read)(QByteArrayView), bool& whole)
{
    std::vector<T> out;
    QByteArray after;
    whole = false;
    for (int pages = 0; pages < limits::kMaxPortalPages && !whole; ++pages) {
        const auto body = ask("GET", pathAndQuery + after);
        if (!body) return body.error();
        auto page = read(body.value());
        if (!page) return page.error();
        whole = !page.value().more;
        for (auto& item : page.value().items) out.push_back(std::move(item));
        if (!whole) after = "&starting_after=" + out.back().id.toLatin1();
    }
    return out;
}

template <class T> Result<std::vector<T>> StripePortal::readWhole(const QByteArray& pathAndQuery, Result<StripePage<T>> (*read)(QByteArrayView))
{
    bool whole = false;
    auto out = readAll(pathAndQuery, read, whole);
    if (out && !whole) return Error{Fault::Invalid, u"portal.unreadable"_s, u"list too long"_s};
    return out;
}

Result<ports::Link> StripePortal::createNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    if (order.mode != m_mode) return otherMode(u"order"_s);
    const auto body = ask("POST", kLinks, createBody(order), order.idempotencyKey);
    if (!body) return body.error();
    const auto link = readLink(body.value());
    if (!link) return link.error();
    auto out = linkFor(link.value(), order.amount, m_mode, capabilities().linkHosts);
    if (out || !mustBeClosed(out.error())) return out;
    const auto closed = closeNow(link.value().id);   // that it could not be closed changes nothing of the answer
    Q_UNUSED(closed)
    return out;
}

Result<std::optional<ports::Link>> StripePortal::findNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    bool whole = false;
    const auto links = readAll(kLinks + "?limit=100&expand%5B%5D=data.line_items", readLinks, whole);
    if (!links) return links.error();
    for (const auto& link : links.value()) {
        if (link.reference != order.reference) continue;
        const auto found = linkFor(link, order.amount, m_mode, capabilities().linkHosts);
        if (!found) return found.error();
        return std::optional{found.value()};
    }
    if (!whole) return Error{Fault::Timeout, u"portal.list_too_long"_s, {}};
    return std::optional<ports::Link>{};
}

Result<Ok> StripePortal::closeNow(const QString& linkId)
{
    const auto body = ask("POST", kLinks + '/' + linkId.toLatin1(), closeBody(), freshKey());
    if (!body) return body.error();
    const auto link = readLink(body.value());
    if (!link) return link.error();
    if (link.value().mode != m_mode) return otherMode(linkId);
    return Ok{};
}

// How many there were.
Result<int> StripePortal::expireOpenSessions(const QString& linkId)
{
    const auto open = readWhole(kSessions + "?payment_link=" + linkId.toLatin1() + "&status=open&limit=100", readSessions);
    if (!open) return open.error();
    int found = 0;
    for (const auto& session : open.value()) {
        if (session.linkId != linkId || session.status != u"open") continue;   // whatever the list says: never somebody else's
        ++found;
        const auto done = ask("POST", kSessions + '/' + session.id.toLatin1() + "/expire", {}, freshKey());
        // Refused: it has just been paid or has ended. What it is now, the reading after this tells.
        if (!done && done.error().code != u"portal.refused") return done.error();
    }
    return found;
}

Result<ports::CancelOutcome> StripePortal::cancelNow(const QString& linkId)
{
    if (!isId(linkId)) return unknownLink(linkId);
    if (const auto closed = closeNow(linkId); !closed) return closed.error();
    // A visit can begin between the two: asked again until there is none.
    for (int round = 0; round < kExpireRounds; ++round) {
        const auto open = expireOpenSessions(linkId);
        if (!open) return open.error();
        if (open.value() == 0) break;
    }
    const auto snapshot = fetchNow(linkId);
    if (!snapshot) return snapshot.error();
    switch (snapshot.value().state) {
    case domain::LinkState::Paid: return ports::CancelOutcome::AlreadyPaid;
    case domain::LinkState::InFlight:
    case domain::LinkState::Authorized: return ports::CancelOutcome::InFlight;
    case domain::LinkState::Cancelled:
    case domain::LinkState::Expired: break;
    case domain::LinkState::Open:
    case domain::LinkState::Unknown: return Error{Fault::Timeout, u"portal.not_closed"_s, linkId};
    }
    const auto left = expireOpenSessions(linkId);   // nothing may be payable any more when we say so
    if (!left) return left.error();
    if (left.value() > 0) return Error{Fault::Timeout, u"portal.not_closed"_s, linkId};
    return ports::CancelOutcome::Cancelled;
}

Result<StripeLink> StripePortal::readLinkNow(const QString& linkId)
{
    if (!isId(linkId)) return unknownLink(linkId);
    const auto body = ask("GET", kLinks + '/' + linkId.toLatin1() + "?expand%5B%5D=line_items");
    if (!body) return body.error();
    auto link = readLink(body.value());
    if (!link) return link.error();
    if (link.value().id != linkId) return Error{Fault::Invalid, u"portal.unreadable"_s, u"id"_s};
    if (link.value().mode != m_mode) return otherMode(linkId);
    return link;
}

Result<StripeTry> StripePortal::readTry(StripeSession session)
{
    StripeTry out;
    out.session = std::move(session);
    out.intent = out.session.intent;
    const QByteArray id = out.session.intentId.toLatin1();
    if (id.isEmpty()) return out;
    if (!out.intent) {
        const auto body = ask("GET", "/v1/payment_intents/" + id + "?expand%5B%5D=latest_charge");
        if (!body) return body.error();
        auto intent = readIntent(body.value());
        if (!intent) return intent.error();
        out.intent = std::move(intent).value();
    }
    if (out.intent->id != out.session.intentId) return Error{Fault::Invalid, u"portal.unreadable"_s, u"payment_intent"_s};
    if (out.intent->mode != m_mode) return otherMode(out.intent->id);
    if (!out.intent->received.isPositive()) return out;
    auto refunds = readWhole("/v1/refunds?limit=100&payment_intent=" + id, readRefunds);
    if (!refunds) return refunds.error();
    auto disputes = readWhole("/v1/disputes?limit=100&payment_intent=" + id, readDisputes);
    if (!disputes) return disputes.error();
    const auto foreign = [&out](const auto& one) { return !one.intentId.isEmpty() && one.intentId != out.intent->id; };
    out.refunds = std::move(refunds).value();
    out.disputes = std::move(disputes).value();
    std::erase_if(out.refunds, foreign);
    std::erase_if(out.disputes, foreign);
    return out;
}

Result<domain::PortalSnapshot> StripePortal::fetchNow(const QString& linkId)
{
    const auto link = readLinkNow(linkId);
    if (!link) return link.error();
    auto sessions = readWhole(kSessions + "?payment_link=" + linkId.toLatin1() + "&limit=100&expand%5B%5D=data.payment_intent.latest_charge", readSessions);
    if (!sessions) return sessions.error();
    std::vector<StripeTry> tries;
    int seen = 0;
    for (auto& session : sessions.value()) {
        if (session.linkId != linkId) return Error{Fault::Invalid, u"portal.unreadable"_s, u"payment_link"_s};
        if (session.mode != m_mode) return otherMode(session.id);
        if (!session.intentId.isEmpty() && ++seen > limits::kMaxPortalMovements) return Error{Fault::Invalid, u"portal.unreadable"_s, u"too many payments"_s};
        remember(session.intentId, linkId);
        auto one = readTry(std::move(session));
        if (!one) return one.error();
        tries.push_back(std::move(one).value());
    }
    return snapshotOf(link.value(), tries, m_clock.now());
}

Result<ports::RefundAnswer> StripePortal::refundNow(const ports::RefundOrder& order)
{
    if (const auto fine = checkRefund(order); !fine) return fine.error();
    const auto body = ask("POST", "/v1/refunds", refundBody(order), order.idempotencyKey);
    if (!body) return body.error();
    const auto refund = readRefund(body.value());
    if (!refund) return refund.error();
    if (refund.value().amount != order.amount || refund.value().intentId != order.paymentId)
        return Error{Fault::Invalid, u"portal.amount"_s, refund.value().id};
    return ports::RefundAnswer{refund.value().id, refund.value().stage()};
}

} // namespace tresen::adapters::stripe
