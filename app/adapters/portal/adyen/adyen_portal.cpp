#include "app/adapters/portal/adyen/adyen_portal.h"
#include "app/core/async.h"
#include <QUrl>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::adyen {
namespace {

constexpr int kKeyLifetimeMs = 6 * 24 * 60 * 60 * 1000;   // Adyen keeps a key for seven days at least
constexpr int kMaxRemembered = 20'000;
const QString kTestBase = u"https://checkout-test.adyen.com/v72"_s, kLinks = u"/paymentLinks"_s;

bool isLoopback(const QUrl& url)
{
    return url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost";
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

QString freshKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

Error errorFor(const net::HttpAnswer& answer, qint64 nowMs)
{
    const auto words = wordsOf(answer.body);
    if (answer.status == 409 || words.errorCode == u"704") return Error{Fault::Conflict, u"portal.in_flight"_s, words.message};   // docs.adyen.com: processed or in progress
    return net::errorOfStatus(answer, words.message, nowMs);
}

void keep(QHash<QString, QString>& memory, const QString& name, const QString& value)
{
    if (memory.size() >= kMaxRemembered) memory.clear();
    memory.insert(name, value);
}

} // namespace

AdyenPortal::AdyenPortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock, ports::PortalMemory* memory)
    : m_account{std::move(account)}, m_clock{clock}, m_memory{memory}, m_mode{m_account.test ? domain::PortalMode::Test : domain::PortalMode::Live},
      m_base{m_account.baseUrl.isEmpty() && m_account.test ? kTestBase : m_account.baseUrl}, m_lane{client}
{
    while (m_base.endsWith(u'/')) m_base.chop(1);
}

ports::PortalCapabilities AdyenPortal::capabilities() const
{
    ports::PortalCapabilities out;
    out.id = u"adyen"_s;
    out.displayName = u"Adyen"_s;
    out.mode = m_mode;
    out.cancelsOpenLink = out.expires = true;
    out.refundsByFetch = false;
    {
        const std::scoped_lock lock{m_mutex};
        // Only of a payment whose reference a notice has told; whether one has, is looked up when it is wanted.
        out.refunds = out.partialRefunds = !m_paymentOfLink.isEmpty() || (m_memory && !m_account.noticeSecrets.empty());
    }
    out.keyLifetimeMs = kKeyLifetimeMs;
    out.linkHosts = QStringList{u"*.adyen.link"_s};
    if (const QUrl base{m_base}; isLoopback(base)) out.linkHosts << base.host();
    out.notes = QStringList{u"needs_public_address"_s, u"refund_needs_notice"_s, u"refund_result_by_notice"_s, u"chargeback_by_notice"_s, u"link_id_opens_page"_s};
    return out;
}

QFuture<Result<ports::Link>> AdyenPortal::create(ports::LinkOrder order)
{
    return m_lane.run<ports::Link>([this, order = std::move(order)] { return createNow(order); });
}

QFuture<Result<std::optional<ports::Link>>> AdyenPortal::find(ports::LinkOrder)
{
    return readyNow(Result<std::optional<ports::Link>>{Error{Fault::Refused, u"portal.find_unavailable"_s, {}}});
}

QFuture<Result<ports::CancelOutcome>> AdyenPortal::cancel(QString linkId)
{
    return m_lane.run<ports::CancelOutcome>([this, linkId] { return cancelNow(linkId); });
}

QFuture<Result<domain::PortalSnapshot>> AdyenPortal::fetch(QString linkId)
{
    return m_lane.run<domain::PortalSnapshot>([this, linkId] { return fetchNow(linkId); });
}

QFuture<Result<ports::PortalChanges>> AdyenPortal::changes(QString cursor)
{
    ports::PortalChanges out;
    out.cursor = std::move(cursor);
    return readyNow(Result<ports::PortalChanges>{std::move(out)});
}

QFuture<Result<ports::RefundAnswer>> AdyenPortal::refund(ports::RefundOrder order)
{
    return m_lane.run<ports::RefundAnswer>([this, order = std::move(order)] { return refundNow(order); });
}

QFuture<Result<ports::PortalProbe>> AdyenPortal::probe()
{
    return m_lane.run<ports::PortalProbe>([this] { return probeNow(); });
}

Result<ports::ReadNotice> AdyenPortal::readNotice(const ports::RawNotice& notice) const
{
    const auto read = adyen::readNotice(notice, m_account.noticeSecrets, m_mode);
    if (!read) return read.error();
    ports::ReadNotice out;
    bool unknown = false;
    const std::scoped_lock lock{m_mutex};
    for (const auto& item : read.value().items) {
        if (item.account != m_account.account) continue;   // one address may hear for several accounts
        out.eventIds << item.eventCode + u':' + item.reference + (item.success ? u":true"_s : u":false"_s);
        const QString link = item.linkId.isEmpty() ? m_linkOfReference.value(item.ourReference) : item.linkId;
        unknown = unknown || link.isEmpty();
        if (!link.isEmpty() && !out.linkIds.contains(link)) out.linkIds << link;
        if (item.eventCode != u"AUTHORISATION" || !item.success || !isReference(item.reference)) continue;
        if (!link.isEmpty()) keep(m_paymentOfLink, link, item.reference);
        for (const auto& of : {link, item.ourReference})   // who was not there when the link was made knows only our reference
            if (!of.isEmpty()) out.names.push_back({of, item.reference});
    }
    if (unknown) out.linkIds.clear();   // something changed that cannot be named: all deserve a look
    return out;
}

void AdyenPortal::noteLink(const QString& reference, const QString& linkId) const
{
    const std::scoped_lock lock{m_mutex};
    keep(m_linkOfReference, reference, linkId);
}

Result<QString> AdyenPortal::keptName(const QString& of) const
{
    if (!m_memory || of.isEmpty()) return QString{};
    auto future = m_memory->paymentName(u"adyen"_s, of);   // in the lane: waiting holds up nobody
    future.waitForFinished();
    if (future.resultCount() == 0) return Error{Fault::Unreachable, u"store.closed"_s, {}};
    auto name = future.result();
    if (name && !isReference(name.value())) return QString{};
    return name;
}

// Empty: no notice has told. Another process may have heard it, and it may have known only our own reference.
Result<QString> AdyenPortal::paymentOf(const QString& movementId)
{
    if (isReference(movementId)) return movementId;
    const QString link = linkIdOfMovement(movementId);
    {
        const std::scoped_lock lock{m_mutex};
        if (const auto known = m_paymentOfLink.constFind(link); known != m_paymentOfLink.constEnd()) return *known;
    }
    auto kept = keptName(link);
    if (!m_memory || link.isEmpty() || !kept || !kept.value().isEmpty()) return kept;
    const auto read = readNow(link);
    if (!read) return read.error();
    return keptName(read.value().reference);
}

Result<Ok> AdyenPortal::ready() const
{
    const QUrl base{m_base, QUrl::StrictMode};
    const bool safe = base.isValid() && base.userInfo().isEmpty() && !base.hasQuery() && (base.scheme() == u"https" || (base.scheme() == u"http" && isLoopback(base)));
    if (!safe || base.host().isEmpty()) return Error{Fault::Invalid, u"portal.base_url"_s, base.host()};
    if (m_account.account.isEmpty()) return Error{Fault::Refused, u"portal.no_account"_s, {}};
    if (!isLoopback(base) && isTestHost(base.host()) != m_account.test) return Error{Fault::Refused, u"portal.key_mode"_s, base.host()};
    return Ok{};
}

Result<QByteArray> AdyenPortal::ask(const QByteArray& method, const QString& path, const QByteArray& body, const QString& key)
{
    if (const auto fine = ready(); !fine) return fine.error();
    net::HttpCall call;
    call.method = method;
    call.url = QUrl{m_base + path, QUrl::StrictMode};
    call.headers = {{"X-API-Key", m_account.apiKey.reveal().toLatin1()}, {"Accept", "application/json"}};
    if (!body.isEmpty()) call.headers.emplace_back("Content-Type", "application/json");
    if (!key.isEmpty()) call.headers.emplace_back("Idempotency-Key", key.toLatin1());
    call.body = body;
    auto answer = m_lane.ask(std::move(call));
    if (!answer) return answer.error();
    if (!answer.value().done()) return errorFor(answer.value(), m_clock.now().ms);
    return answer.value().body;
}

Result<ports::Link> AdyenPortal::createNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order, m_clock.now()); !fine) return fine.error();
    if (order.mode != m_mode) return Error{Fault::Refused, u"portal.key_mode"_s, u"order"_s};
    const auto body = ask("POST", kLinks, createBody(order, m_account.account), order.idempotencyKey);
    if (!body) return body.error();
    const auto link = readLink(body.value());
    if (!link) return link.error();
    auto out = linkFor(link.value(), order, m_account.account, capabilities().linkHosts);
    if (out) {
        noteLink(order.reference, link.value().id);
        return out;
    }
    if (!mustBeClosed(out.error())) return out;
    const auto closed = ask("PATCH", kLinks + u'/' + link.value().id, expireBody());   // that it could not be closed changes nothing of the answer
    Q_UNUSED(closed)
    return out;
}

Result<AdyenLink> AdyenPortal::readNow(const QString& linkId)
{
    if (!isLinkId(linkId)) return unknownLink(linkId);
    const auto body = ask("GET", kLinks + u'/' + linkId);
    if (!body) return body.error();
    auto link = readLink(body.value());
    if (!link) return link.error();
    if (link.value().id != linkId) return Error{Fault::Invalid, u"portal.unreadable"_s, u"id"_s};
    if (link.value().account != m_account.account) return Error{Fault::Invalid, u"portal.account"_s, link.value().account};
    noteLink(link.value().reference, linkId);
    return link;
}

Result<domain::PortalSnapshot> AdyenPortal::fetchNow(const QString& linkId)
{
    const auto link = readNow(linkId);
    if (!link) return link.error();
    return snapshotOf(link.value(), m_mode, m_clock.now());
}

Result<ports::CancelOutcome> AdyenPortal::cancelNow(const QString& linkId)
{
    const auto outcomeOf = [](domain::LinkState state) -> std::optional<ports::CancelOutcome> {
        switch (state) {
        case domain::LinkState::Paid: return ports::CancelOutcome::AlreadyPaid;
        case domain::LinkState::InFlight:
        case domain::LinkState::Authorized: return ports::CancelOutcome::InFlight;
        case domain::LinkState::Cancelled:
        case domain::LinkState::Expired: return ports::CancelOutcome::Cancelled;
        case domain::LinkState::Open:
        case domain::LinkState::Unknown: break;
        }
        return {};
    };
    // Looked at first: a link that is ended while a payment is under way says "expired", and nobody would wait for the money any more.
    const auto before = fetchNow(linkId);
    if (!before) return before.error();
    if (const auto known = outcomeOf(before.value().state)) return *known;
    const auto ended = ask("PATCH", kLinks + u'/' + linkId, expireBody());
    if (!ended && ended.error().code != u"portal.refused") return ended.error();   // refused: paid or ended just now, which the reading after this tells
    const auto after = fetchNow(linkId);
    if (!after) return after.error();
    if (const auto known = outcomeOf(after.value().state)) return *known;
    return Error{Fault::Timeout, u"portal.not_closed"_s, linkId};
}

Result<ports::RefundAnswer> AdyenPortal::refundNow(const ports::RefundOrder& order)
{
    if (const auto fine = checkRefund(order); !fine) return fine.error();
    const auto known = paymentOf(order.paymentId);
    if (!known) return known.error();
    const QString& payment = known.value();
    if (payment.isEmpty()) return Error{Fault::Refused, u"portal.refund_unavailable"_s, u"no notice has told the payment's reference"_s};
    const auto body = ask("POST", u"/payments/"_s + payment + u"/refunds"_s, refundBody(order, m_account.account), order.idempotencyKey);
    if (!body) return body.error();
    const auto refund = readRefund(body.value());
    if (!refund) return refund.error();
    if (refund.value().amount != order.amount || refund.value().paymentId != payment || refund.value().account != m_account.account)
        return Error{Fault::Invalid, u"portal.amount"_s, refund.value().id};
    return ports::RefundAnswer{refund.value().id, domain::PortalMovement::Stage::Pending};   // received: what becomes of it, only a notice tells
}

// The methods an account may offer are the one thing that can be read without making anything; the key has to belong to the account for it.
Result<ports::PortalProbe> AdyenPortal::probeNow()
{
    ports::PortalProbe out;
    out.mode = m_mode;
    const auto step = [&out](const QString& code, const Error* failed) {
        out.steps.push_back({code, !failed, failed ? *failed : Error{}});
        return !failed;
    };
    const auto methods = ask("POST", u"/paymentMethods"_s, methodsBody(m_account.account), freshKey());
    if (!methods && (methods.error().fault == Fault::Unreachable || methods.error().fault == Fault::Timeout)) return methods.error();
    const bool keyFails = !methods && (methods.error().code == u"portal.auth" || methods.error().code == u"portal.key_mode" || methods.error().code == u"portal.base_url");
    if (!step(u"key"_s, keyFails ? &methods.error() : nullptr)) return out;
    const auto readable = methods ? readMethods(methods.value()) : Result<Ok>{methods.error()};
    if (!step(u"account"_s, readable ? nullptr : &readable.error())) return out;
    out.accountName = m_account.account;
    if (m_mode != domain::PortalMode::Test) return out;
    ports::LinkOrder order;
    order.idempotencyKey = freshKey();
    order.reference = u"tresen-test-"_s + order.idempotencyKey;
    order.amount = domain::Money::cents(100);
    order.mode = m_mode;
    order.invoiceNumber = u"TEST"_s;
    const auto made = createNow(order);
    if (!step(u"create"_s, made ? nullptr : &made.error())) return out;
    const auto read = fetchNow(made.value().linkId);
    const Error odd{Fault::Invalid, u"portal.unreadable"_s, u"state"_s};
    step(u"read"_s, !read ? &read.error() : read.value().state == domain::LinkState::Open ? nullptr : &odd);
    const auto closed = cancelNow(made.value().linkId);
    step(u"cancel"_s, closed ? nullptr : &closed.error());
    return out;
}

} // namespace tresen::adapters::adyen
