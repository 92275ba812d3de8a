#include "app/adapters/portal/sumup/sumup_portal.h"
#include <QCryptographicHash>
#include <QUrl>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::sumup {
namespace {

constexpr int kMaxRemembered = 20'000;
const QString kBase = u"https://api.sumup.com"_s, kCheckouts = u"/v0.1/checkouts"_s;

bool isLoopback(const QUrl& url)
{
    return url.host() == u"127.0.0.1" || url.host() == u"::1" || url.host() == u"localhost";
}

// The same for the same intent. SumUp does not look at it today; it costs nothing to say what is meant.
QString keyFor(const QString& intent)
{
    return QString::fromLatin1(QCryptographicHash::hash(intent.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

Error unknownLink(const QString& id)
{
    return Error{Fault::NotFound, u"portal.unknown_link"_s, id.left(limits::kMaxPortalText)};
}

// A checkout that is not what was asked for must not stay payable; that it could not be closed changes nothing of the answer.
bool mustBeClosed(const Error& error)
{
    return error.code == u"portal.amount" || error.code == u"portal.unsafe_link" || error.code == u"portal.link_host";
}

// What is left of a payment, and the refund of exactly this amount when there is one that did not fail.
struct Left {
    domain::Money amount;
    const SumUpEvent* same = nullptr;
};

Result<Left> leftOf(const SumUpTransaction& transaction, domain::Money wanted)
{
    Left out{transaction.amount};
    for (const auto& event : transaction.events) {
        if (event.stage == domain::PortalMovement::Stage::Failed) continue;
        const auto rest = domain::subtract(out.amount, event.amount);
        if (!rest) return rest.error();
        out.amount = rest.value();
        if (event.kind == domain::PortalMovement::Kind::Refund && event.amount == wanted) out.same = &event;
    }
    return out;
}

} // namespace

SumUpPortal::SumUpPortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock)
    : m_client{client}, m_account{std::move(account)}, m_clock{clock}, m_mode{m_account.test ? domain::PortalMode::Test : domain::PortalMode::Live},
      m_base{m_account.baseUrl.isEmpty() ? kBase : m_account.baseUrl}, m_lane{m_client}
{
    while (m_base.endsWith(u'/')) m_base.chop(1);
}

ports::PortalCapabilities SumUpPortal::capabilities() const
{
    ports::PortalCapabilities out;
    out.id = u"sumup"_s;
    out.displayName = u"SumUp"_s;
    out.mode = m_mode;
    out.cancelsOpenLink = out.changeFeed = out.refunds = out.expires = out.ownReference = true;
    out.linkHosts = QStringList{u"*.sumup.com"_s};
    if (const QUrl base{m_base}; isLoopback(base)) out.linkHosts << base.host();
    return out;
}

QFuture<Result<ports::Link>> SumUpPortal::create(ports::LinkOrder order)
{
    return m_lane.run<ports::Link>([this, order = std::move(order)] { return createNow(order); });
}

QFuture<Result<std::optional<ports::Link>>> SumUpPortal::find(ports::LinkOrder order)
{
    return m_lane.run<std::optional<ports::Link>>([this, order = std::move(order)] { return findNow(order); });
}

QFuture<Result<ports::CancelOutcome>> SumUpPortal::cancel(QString linkId)
{
    return m_lane.run<ports::CancelOutcome>([this, linkId] { return cancelNow(linkId); });
}

QFuture<Result<domain::PortalSnapshot>> SumUpPortal::fetch(QString linkId)
{
    return m_lane.run<domain::PortalSnapshot>([this, linkId] { return fetchNow(linkId); });
}

QFuture<Result<ports::PortalChanges>> SumUpPortal::changes(QString cursor)
{
    return m_lane.run<ports::PortalChanges>([this, cursor] {
        auto changes = changesNow(cursor);
        if (changes) changes.value().requests = net::Lane::askedByJob();
        return changes;
    });
}

QFuture<Result<ports::RefundAnswer>> SumUpPortal::refund(ports::RefundOrder order)
{
    return m_lane.run<ports::RefundAnswer>([this, order = std::move(order)] { return refundNow(order); });
}

QFuture<Result<ports::PortalProbe>> SumUpPortal::probe()
{
    return m_lane.run<ports::PortalProbe>([this] { return probeNow(); });
}

Result<ports::ReadNotice> SumUpPortal::readNotice(const ports::RawNotice& notice) const
{
    return sumup::readNotice(notice, m_account.noticeSecrets);
}

QString SumUpPortal::merchantPath(const QString& rest, bool newer) const
{
    return (newer ? u"/v2.1/merchants/%1%2"_s : u"/v1.0/merchants/%1%2"_s).arg(m_account.account, rest);
}

Result<Ok> SumUpPortal::ready()
{
    if (!isId(m_account.account)) return Error{Fault::Refused, u"portal.account"_s, u"no merchant code"_s};
    {
        const std::scoped_lock lock{m_mutex};
        if (m_ready) return Ok{};
    }
    const auto merchant = readMerchantNow();
    if (!merchant) return merchant.error();
    const std::scoped_lock lock{m_mutex};
    m_ready = true;
    return Ok{};
}

Result<SumUpMerchant> SumUpPortal::readMerchantNow()
{
    const auto answer = ask("GET", u"/v1/merchants/"_s + m_account.account);
    if (!answer) return answer.error();
    auto merchant = readMerchant(answer.value().body);
    if (!merchant) return merchant.error();
    if (merchant.value().code != m_account.account) return Error{Fault::Invalid, u"portal.account"_s, merchant.value().code};
    if (merchant.value().sandbox != m_account.test) return Error{Fault::Refused, u"portal.key_mode"_s, u"other mode"_s};
    return merchant;
}

Result<net::HttpAnswer> SumUpPortal::askReady(const QByteArray& method, const QString& path, const QByteArray& body, const QString& key)
{
    if (const auto fine = ready(); !fine) return fine.error();
    return ask(method, path, body, key);
}

Result<net::HttpAnswer> SumUpPortal::ask(const QByteArray& method, const QString& path, const QByteArray& body, const QString& key)
{
    const QByteArray apiKey = m_account.apiKey.reveal().toLatin1();
    if (apiKey.isEmpty() || apiKey.contains('\n') || apiKey.contains('\r')) return Error{Fault::Refused, u"portal.auth"_s, u"no key"_s};
    net::HttpCall call;
    call.method = method;
    call.url = QUrl{m_base + path, QUrl::StrictMode};
    call.headers = {{"Authorization", "Bearer " + apiKey}, {"Accept", "application/json"}};
    if (!body.isEmpty()) call.headers.emplace_back("Content-Type", "application/json");
    if (!key.isEmpty()) call.headers.emplace_back("Idempotency-Key", key.toLatin1());
    call.body = body;
    auto answer = m_lane.ask(std::move(call));
    if (answer && !answer.value().done()) return net::errorOfStatus(answer.value(), wordsOf(answer.value().body), m_clock.now().ms);
    return answer;
}

Result<ports::Link> SumUpPortal::createNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    if (order.mode != m_mode) return Error{Fault::Refused, u"portal.key_mode"_s, order.reference};
    const auto answer = askReady("POST", kCheckouts, createBody(order, m_account.account), order.idempotencyKey);
    if (!answer && answer.error().code == u"portal.conflict") {
        // There is one with our reference: made by a call whose answer was lost, or by another one at the same time.
        auto found = findNow(order);
        if (!found) return found.error();
        if (!found.value()) return answer.error();
        return *found.value();
    }
    if (!answer && answer.error().fault == Fault::NotFound) return Error{Fault::Refused, u"portal.refused"_s, answer.error().detail};
    if (!answer) return answer.error();
    const auto made = readCheckout(answer.value().body);
    if (!made) return made.error();
    auto link = linkFor(made.value(), order, m_account.account, capabilities().linkHosts);
    if (link) remember(made.value(), true);
    else if (mustBeClosed(link.error()))
        Q_UNUSED(ask("DELETE", kCheckouts + u'/' + made.value().id, {}, keyFor(u"undo:"_s + made.value().id)))
    return link;
}

Result<std::optional<ports::Link>> SumUpPortal::findNow(const ports::LinkOrder& order)
{
    if (const auto fine = checkOrder(order); !fine) return fine.error();
    const auto checkouts = readByReference(order.reference);
    if (!checkouts) return checkouts.error();
    for (auto checkout : checkouts.value()) {
        if (checkout.reference != order.reference || checkout.merchantCode != m_account.account) continue;
        if (checkout.amount != order.amount) return Error{Fault::Conflict, u"portal.key_reused"_s, checkout.id};
        if (checkout.url.isEmpty()) {   // lists may be shorter than the thing itself
            auto whole = readCheckoutNow(checkout.id);
            if (!whole) return whole.error();
            checkout = std::move(whole).value();
        }
        auto link = linkFor(checkout, order, m_account.account, capabilities().linkHosts);
        if (!link) return link.error();
        remember(checkout, true);
        return std::optional{std::move(link).value()};
    }
    return std::optional<ports::Link>{};
}

Result<ports::CancelOutcome> SumUpPortal::cancelNow(const QString& linkId)
{
    if (!isId(linkId)) return unknownLink(linkId);
    const auto deleted = askReady("DELETE", kCheckouts + u'/' + linkId, {}, keyFor(u"cancel:"_s + linkId));
    // 409: it has been processed already. What it is now decides; nothing else lets us go on.
    if (!deleted && deleted.error().code != u"portal.conflict") return deleted.error();
    const auto now = fetchNow(linkId);
    if (!now && deleted && now.error().fault == Fault::NotFound) return ports::CancelOutcome::Cancelled;
    if (!now) return now.error();
    switch (now.value().state) {
    case domain::LinkState::Paid: return ports::CancelOutcome::AlreadyPaid;
    case domain::LinkState::Cancelled:
    case domain::LinkState::Expired: return ports::CancelOutcome::Cancelled;
    case domain::LinkState::InFlight:
    case domain::LinkState::Authorized:
    case domain::LinkState::Unknown: return ports::CancelOutcome::InFlight;
    case domain::LinkState::Open: break;
    }
    if (!deleted) return ports::CancelOutcome::InFlight;   // processed, but not seen how
    return Error{Fault::Timeout, u"portal.not_closed"_s, linkId};
}

Result<domain::PortalSnapshot> SumUpPortal::fetchNow(const QString& linkId)
{
    const auto checkout = readCheckoutNow(linkId);
    if (!checkout) return checkout.error();
    QStringList ids;
    for (const auto& t : checkout.value().transactions)
        if (t.broughtMoney() && !ids.contains(t.id)) ids << t.id;
    const auto& named = checkout.value().transactionId;
    const bool listed = std::any_of(checkout.value().transactions.begin(), checkout.value().transactions.end(), [&](const auto& t) { return t.id == named; });
    if (!named.isEmpty() && !listed) ids << named;
    std::vector<SumUpTransaction> transactions;
    for (const auto& id : std::as_const(ids)) {
        auto transaction = readTransactionNow(id);
        if (!transaction) return transaction.error();
        transactions.push_back(std::move(transaction).value());
    }
    auto snapshot = snapshotOf(checkout.value(), transactions, m_clock.now());
    if (!snapshot) return snapshot.error();
    snapshot.value().mode = m_mode;
    remember(checkout.value(), snapshot.value().state == domain::LinkState::Open || snapshot.value().state == domain::LinkState::InFlight);
    const std::scoped_lock lock{m_mutex};
    for (const auto& id : std::as_const(ids)) m_linkOfTransaction.insert(id, linkId);
    return snapshot;
}

Result<ports::RefundAnswer> SumUpPortal::refundNow(const ports::RefundOrder& order)
{
    if (const auto fine = checkRefund(order); !fine) return fine.error();
    const auto before = readTransactionNow(order.paymentId);
    if (!before) return before.error();
    const auto left = leftOf(before.value(), order.amount);
    if (!left) return left.error();
    if (order.amount.inCents() > left.value().amount.inCents()) {
        if (const auto* same = left.value().same) return ports::RefundAnswer{same->id, same->stage};   // done by a call whose answer was lost
        return Error{Fault::Refused, u"portal.refund_amount"_s, domain::plainAmount(left.value().amount)};
    }
    if (order.amount.inCents() <= left.value().amount.inCents() / 2) return Error{Fault::Refused, u"portal.refund_unavailable"_s, u"partial"_s};
    const auto done = askReady("POST", merchantPath(u"/payments/%1/refunds"_s.arg(order.paymentId), false), refundBody(order), order.idempotencyKey);
    if (!done && done.error().code == u"portal.conflict") return Error{Fault::Refused, u"portal.refused"_s, done.error().detail};
    if (!done) return done.error();
    // From here on it is done: that its number cannot be read is no failure.
    const auto after = readTransactionNow(order.paymentId);
    const auto seen = after ? leftOf(after.value(), order.amount) : Result<Left>{after.error()};
    if (!seen || !seen.value().same) return ports::RefundAnswer{{}, domain::PortalMovement::Stage::Pending};
    return ports::RefundAnswer{seen.value().same->id, seen.value().same->stage};
}

Result<ports::PortalProbe> SumUpPortal::probeNow()
{
    ports::PortalProbe out;
    out.mode = m_mode;
    const auto note = [&out](const QString& step, const auto& result) {
        out.steps.push_back({step, result.ok(), result.ok() ? Error{} : result.error()});
        return result.ok();
    };
    const auto merchant = isId(m_account.account) ? readMerchantNow() : Error{Fault::Refused, u"portal.account"_s, u"no merchant code"_s};
    const bool keyRefused = !merchant && (merchant.error().code == u"portal.auth" || merchant.error().code == u"portal.key_mode");
    if (!note(u"key"_s, keyRefused ? Result<Ok>{merchant.error()} : Result<Ok>{Ok{}}) || !note(u"account"_s, merchant)) return out;
    out.accountName = merchant.value().name;
    note(u"read"_s, readByReference(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    return out;
}

Result<SumUpCheckout> SumUpPortal::readCheckoutNow(const QString& linkId)
{
    if (!isId(linkId)) return unknownLink(linkId);
    const auto answer = askReady("GET", kCheckouts + u'/' + linkId);
    if (!answer) return answer.error();
    auto checkout = readCheckout(answer.value().body);
    if (!checkout) return checkout.error();
    if (checkout.value().id != linkId) return Error{Fault::Invalid, u"portal.unreadable"_s, u"id"_s};
    if (checkout.value().merchantCode != m_account.account) return Error{Fault::Invalid, u"portal.account"_s, linkId};
    return checkout;
}

Result<std::vector<SumUpCheckout>> SumUpPortal::readByReference(const QString& reference)
{
    const auto answer = askReady("GET", kCheckouts + u"?checkout_reference="_s + QString::fromLatin1(QUrl::toPercentEncoding(reference)));
    if (!answer) return answer.error();
    return readCheckouts(answer.value().body);
}

Result<SumUpTransaction> SumUpPortal::readTransactionNow(const QString& id)
{
    const auto answer = askReady("GET", merchantPath(u"/transactions?id="_s + id, true));
    if (!answer) return answer.error();
    auto transaction = readTransaction(answer.value().body);
    if (transaction && transaction.value().id != id) return Error{Fault::Invalid, u"portal.unreadable"_s, u"id"_s};
    return transaction;
}

void SumUpPortal::remember(const SumUpCheckout& checkout, bool open)
{
    const std::scoped_lock lock{m_mutex};
    if (m_linkOfTag.size() + m_linkOfTransaction.size() > kMaxRemembered) {
        m_linkOfTag.clear();
        m_linkOfTransaction.clear();
    }
    if (const QString tag = tagOf(checkout.description); !tag.isEmpty()) m_linkOfTag.insert(tag, checkout.id);
    if (open && m_open.size() < kMaxRemembered) m_open.insert(checkout.id);
    else m_open.remove(checkout.id);
}

} // namespace tresen::adapters::sumup
