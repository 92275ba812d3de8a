#include "app/adapters/portal/mollie/mollie_portal.h"
#include <QCryptographicHash>
#include <QUrl>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::mollie {
namespace {

constexpr int kKeyLifetimeMs = 60 * 60 * 1000;
constexpr int kMaxRemembered = 20'000;
const QString kBase = u"https://api.mollie.com"_s, kLinks = u"/v2/payment-links"_s, kPageSize = u"?limit=250"_s;

bool isLoopback(const QUrl& url)
{
    return url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost";
}

// The same for the same intent: a UUID as Mollie asks for, made of what is meant.
QString keyFor(const QString& intent)
{
    QByteArray bytes = QCryptographicHash::hash(intent.toUtf8(), QCryptographicHash::Sha256).first(16);
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);   // version 4, RFC 4122, 4.4
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces);
}

Error unreadable(const QString& detail)
{
    return Error{Fault::Invalid, u"portal.unreadable"_s, detail};
}

Error otherMode(const QString& id)
{
    return Error{Fault::Refused, u"portal.key_mode"_s, id};
}

Error unknownLink(const QString& id)
{
    return Error{Fault::NotFound, u"portal.unknown_link"_s, id.left(limits::kMaxPortalText)};
}

// A link that is not what was asked for must not stay payable; that it could not be closed changes nothing of the answer.
bool mustBeClosed(const Error& error)
{
    return error.code == u"portal.amount" || error.code == u"portal.unsafe_link" || error.code == u"portal.link_host";
}

template <class T> bool isOfMode(const std::vector<T>& items, domain::PortalMode mode)
{
    return std::all_of(items.begin(), items.end(), [mode](const T& item) { return item.mode == mode; });
}

} // namespace

MolliePortal::MolliePortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock)
    : m_client{client}, m_account{std::move(account)}, m_clock{clock}, m_mode{m_account.test ? domain::PortalMode::Test : domain::PortalMode::Live},
      m_base{m_account.baseUrl.isEmpty() ? kBase : m_account.baseUrl}, m_lane{m_client}
{
    while (m_base.endsWith(u'/')) m_base.chop(1);
}

ports::PortalCapabilities MolliePortal::capabilities() const
{
    ports::PortalCapabilities out;
    out.id = u"mollie"_s;
    out.displayName = u"Mollie"_s;
    out.mode = m_mode;
    out.cancelsOpenLink = out.changeFeed = out.refunds = out.partialRefunds = out.expires = out.ownReference = true;
    out.keyLifetimeMs = kKeyLifetimeMs;
    out.requestsPerLook = 2;   // the link and its payments
    out.linkHosts = QStringList{u"*.mollie.com"_s};
    if (const QUrl base{m_base}; isLoopback(base)) out.linkHosts << base.host();
    return out;
}

QFuture<Result<ports::Link>> MolliePortal::create(ports::LinkOrder order)
{
    return m_lane.run<ports::Link>([this, order = std::move(order)] { return createNow(order); });
}

QFuture<Result<std::optional<ports::Link>>> MolliePortal::find(ports::LinkOrder order)
{
    return m_lane.run<std::optional<ports::Link>>([this, order = std::move(order)] { return findNow(order); });
}

QFuture<Result<ports::CancelOutcome>> MolliePortal::cancel(QString linkId)
{
    return m_lane.run<ports::CancelOutcome>([this, linkId] { return cancelNow(linkId); });
}

QFuture<Result<domain::PortalSnapshot>> MolliePortal::fetch(QString linkId)
{
    return m_lane.run<domain::PortalSnapshot>([this, linkId] { return fetchNow(linkId); });
}

QFuture<Result<ports::PortalChanges>> MolliePortal::changes(QString cursor)
{
    return m_lane.run<ports::PortalChanges>([this, cursor] {
        auto changes = changesNow(cursor);
        if (changes) changes.value().requests = net::Lane::askedByJob();
        return changes;
    });
}

QFuture<Result<ports::RefundAnswer>> MolliePortal::refund(ports::RefundOrder order)
{
    return m_lane.run<ports::RefundAnswer>([this, order = std::move(order)] { return refundNow(order); });
}

QFuture<Result<ports::PortalProbe>> MolliePortal::probe()
{
    return m_lane.run<ports::PortalProbe>([this] { return probeNow(); });
}

Result<ports::ReadNotice> MolliePortal::readNotice(const ports::RawNotice& notice) const
{
    return mollie::readNotice(notice, m_account.noticeSecrets);
}

Result<Ok> MolliePortal::ready() const
{
    const auto mode = modeOfKey(m_account.apiKey.reveal());
    if (!mode || *mode != m_mode) return Error{Fault::Refused, u"portal.key_mode"_s, mode ? u"other mode"_s : u"no profile key"_s};
    return Ok{};
}

Result<QByteArray> MolliePortal::ask(const QByteArray& method, const QString& path, const QByteArray& body, const QString& key)
{
    if (const auto fine = ready(); !fine) return fine.error();
    net::HttpCall call;
    call.method = method;
    call.url = QUrl{m_base + path, QUrl::StrictMode};
    call.headers = {{"Authorization", "Bearer " + m_account.apiKey.reveal().toLatin1()}, {"Accept", "application/hal+json"}};
    if (!body.isEmpty()) call.headers.emplace_back("Content-Type", "application/json");
    if (!key.isEmpty()) call.headers.emplace_back("Idempotency-Key", key.toLatin1());
    call.body = body;
    auto answer = m_lane.ask(std::move(call));
    if (!answer) return answer.error();
    if (!answer.value().done()) return net::errorOfStatus(answer.value(), wordsOf(answer.value().body), m_clock.now().ms);
    return answer.value().body;
}

Result<ports::Link> MolliePortal::createNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    if (order.mode != m_mode) return otherMode(order.reference);
    const auto body = ask("POST", kLinks, createBody(order), order.idempotencyKey);
    if (!body && body.error().fault == Fault::NotFound) return Error{Fault::Refused, u"portal.refused"_s, body.error().detail};
    if (!body) return body.error();
    const auto made = readLink(body.value());
    if (!made) return made.error();
    auto link = linkFor(made.value(), order.amount, m_mode, capabilities().linkHosts);
    if (!link && mustBeClosed(link.error()))
        Q_UNUSED(ask("PATCH", kLinks + u'/' + made.value().id, archiveBody(), keyFor(u"undo:"_s + made.value().id)))
    return link;
}

Result<std::optional<ports::Link>> MolliePortal::findNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    const QString description = descriptionOf(order);
    QString from;
    for (int page = 0; page < limits::kMaxPortalPages; ++page) {
        const auto links = readLinksFrom(from);
        if (!links) return links.error();
        for (const auto& one : links.value().items) {
            if (one.description != description) continue;
            auto link = linkFor(one, order.amount, m_mode, capabilities().linkHosts);
            if (!link) return link.error();
            return std::optional{std::move(link).value()};
        }
        from = links.value().next;
        if (from.isEmpty()) return std::optional<ports::Link>{};
    }
    return Error{Fault::Timeout, u"portal.list_too_long"_s, {}};
}

Result<ports::CancelOutcome> MolliePortal::cancelNow(const QString& linkId)
{
    if (!isLinkId(linkId)) return unknownLink(linkId);
    const auto archived = ask("PATCH", kLinks + u'/' + linkId, archiveBody(), keyFor(u"cancel:"_s + linkId));
    // A refusal may mean that it is paid already: what the link is now decides. Nothing else lets us go on.
    if (!archived && archived.error().code != u"portal.refused" && archived.error().code != u"portal.conflict") return archived.error();
    const auto now = fetchNow(linkId);
    if (!now) return now.error();
    switch (now.value().state) {
    case domain::LinkState::Paid: return ports::CancelOutcome::AlreadyPaid;
    case domain::LinkState::InFlight:
    case domain::LinkState::Authorized:
    case domain::LinkState::Unknown: return ports::CancelOutcome::InFlight;
    case domain::LinkState::Cancelled:
    case domain::LinkState::Expired: return ports::CancelOutcome::Cancelled;
    case domain::LinkState::Open: break;
    }
    if (!archived) return archived.error();
    return Error{Fault::Timeout, u"portal.not_closed"_s, linkId};
}

Result<domain::PortalSnapshot> MolliePortal::fetchNow(const QString& linkId)
{
    const auto link = readLinkNow(linkId);
    if (!link) return link.error();
    auto payments = readPaymentsOf(linkId);
    if (!payments) return payments.error();
    remember(linkId, payments.value());
    MollieHistory history;
    history.payments = std::move(payments).value();
    for (const auto& payment : history.payments) {
        if (payment.status != u"paid") continue;
        if (const auto read = readTakenBack(payment.id, history); !read) return read.error();
    }
    auto snapshot = snapshotOf(link.value(), history, m_clock.now());
    if (snapshot.movements.size() > limits::kMaxPortalMovements) return unreadable(u"movements"_s);
    return snapshot;
}

Result<ports::RefundAnswer> MolliePortal::refundNow(const ports::RefundOrder& order)
{
    if (const auto fine = checkRefund(order); !fine) return fine.error();
    // Mollie forgets a key after a while. Ours stands in the refund itself, so that a late retry finds what was done.
    const auto known = readRefundsOf(order.paymentId);
    if (!known) return known.error();
    for (const auto& refund : known.value())
        if (refund.key == order.idempotencyKey && refund.amount == order.amount) return ports::RefundAnswer{refund.id, refund.stage()};
    const auto body = ask("POST", u"/v2/payments/%1/refunds"_s.arg(order.paymentId), refundBody(order), order.idempotencyKey);
    if (!body) return body.error();
    const auto refund = readRefund(body.value());
    if (!refund) return refund.error();
    if (refund.value().mode != m_mode) return otherMode(refund.value().id);
    if (refund.value().paymentId != order.paymentId) return unreadable(u"paymentId"_s);
    if (refund.value().amount != order.amount) return Error{Fault::Invalid, u"portal.amount"_s, refund.value().id};
    return ports::RefundAnswer{refund.value().id, refund.value().stage()};
}

Result<ports::PortalProbe> MolliePortal::probeNow()
{
    ports::PortalProbe out;
    out.mode = m_mode;
    const auto note = [&out](const QString& step, const auto& result) {
        out.steps.push_back({step, result.ok(), result.ok() ? Error{} : result.error()});
        return result.ok();
    };
    if (!note(u"key"_s, ready())) return out;
    auto account = ask("GET", u"/v2/profiles/me"_s).andThen([](const QByteArray& body) { return readAccount(body); });
    if (account && account.value().mode != m_mode) account = otherMode(account.value().id);
    if (!note(u"account"_s, account)) return out;
    out.accountName = account.value().name;
    const auto body = ask("POST", kLinks, testLinkBody(), QUuid::createUuid().toString(QUuid::WithoutBraces));
    const auto made = body.andThen([](const QByteArray& bytes) { return readLink(bytes); });
    const auto link = made.andThen([this](const MollieLink& l) { return linkFor(l, domain::Money::cents(100), m_mode, capabilities().linkHosts); });
    note(u"create"_s, link);
    if (!made) return out;
    note(u"read"_s, fetchNow(made.value().id));
    note(u"cancel"_s, cancelNow(made.value().id));
    return out;
}

Result<MollieLink> MolliePortal::readLinkNow(const QString& linkId)
{
    if (!isLinkId(linkId)) return unknownLink(linkId);
    const auto body = ask("GET", kLinks + u'/' + linkId);
    if (!body) return body.error();
    auto link = readLink(body.value());
    if (!link) return link.error();
    if (link.value().id != linkId) return unreadable(u"id"_s);
    if (link.value().mode != m_mode) return otherMode(linkId);
    if (!link.value().amount) return unreadable(u"amount"_s);
    return link;
}

Result<MolliePage<MollieLink>> MolliePortal::readLinksFrom(const QString& from)
{
    const auto body = ask("GET", kLinks + kPageSize + (from.isEmpty() ? QString{} : u"&from="_s + from));
    if (!body) return body.error();
    auto page = readLinks(body.value());
    if (page && !isOfMode(page.value().items, m_mode)) return otherMode(u"list"_s);
    return page;
}

// A list read while it changes may name a thing twice, and one that goes in circles brings nothing new.
template <class T> Result<std::vector<T>> MolliePortal::readAll(const QString& path, Result<MolliePage<T>> (*read)(QByteArrayView))
{
    std::vector<T> out;
    QStringList seen;
    QString from;
    do {
        const auto body = ask("GET", path + kPageSize + (from.isEmpty() ? QString{} : u"&from="_s + from));
        if (!body) return body.error();
        auto page = read(body.value());
        if (!page) return page.error();
        const auto before = out.size();
        for (auto& item : page.value().items) {
            if (seen.contains(item.id)) continue;
            seen << item.id;
            out.push_back(std::move(item));
        }
        if (out.size() > limits::kMaxPortalMovements) return unreadable(u"too many"_s);
        from = out.size() > before ? page.value().next : QString{};
    } while (!from.isEmpty());
    return out;
}

Result<std::vector<MolliePayment>> MolliePortal::readPaymentsOf(const QString& linkId)
{
    auto payments = readAll(kLinks + u'/' + linkId + u"/payments"_s, readPayments);
    if (payments && !isOfMode(payments.value(), m_mode)) return otherMode(linkId);
    return payments;
}

Result<std::vector<MollieRefund>> MolliePortal::readRefundsOf(const QString& paymentId)
{
    auto refunds = readAll(u"/v2/payments/%1/refunds"_s.arg(paymentId), readRefunds);
    if (refunds && !isOfMode(refunds.value(), m_mode)) return otherMode(paymentId);
    return refunds;
}

Result<Ok> MolliePortal::readTakenBack(const QString& paymentId, MollieHistory& history)
{
    const auto refunds = readRefundsOf(paymentId);
    if (!refunds) return refunds.error();
    const auto chargebacks = readAll(u"/v2/payments/%1/chargebacks"_s.arg(paymentId), readChargebacks);
    if (!chargebacks) return chargebacks.error();
    history.refunds.insert(history.refunds.end(), refunds.value().begin(), refunds.value().end());
    history.chargebacks.insert(history.chargebacks.end(), chargebacks.value().begin(), chargebacks.value().end());
    return Ok{};
}

void MolliePortal::remember(const QString& linkId, const std::vector<MolliePayment>& payments)
{
    const std::scoped_lock lock{m_mutex};
    if (m_linkOfPayment.size() > kMaxRemembered) m_linkOfPayment.clear();
    for (const auto& payment : payments) m_linkOfPayment.insert(payment.id, linkId);
}

} // namespace tresen::adapters::mollie
