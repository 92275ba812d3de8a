// The judging part of the codec: what a checkout's transactions make of it, where the feed stands, and what a notice says.
#include "app/adapters/portal/sumup/sumup_codec.h"
#include "app/net/seal.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::sumup {
namespace {

using domain::LinkState;
using domain::PortalMovement;

constexpr int kCursorVersion = 1;
constexpr qsizetype kMaxHostShown = 100;

bool isKnownStatus(const QString& status)
{
    static const QStringList known{u"SUCCESSFUL"_s, u"CANCELLED"_s, u"FAILED"_s, u"PENDING"_s, u"REFUNDED"_s, u"CHARGE_BACK"_s};
    return known.contains(status);
}

// FAILED: the last try failed, the next one may not; only what is closed is closed.
LinkState stateOfCheckout(const SumUpCheckout& checkout, Instant now)
{
    if (checkout.status == u"PENDING" || checkout.status == u"FAILED") return LinkState::Open;
    if (checkout.status == u"EXPIRED") return !checkout.validUntil.isNull() && checkout.validUntil <= now ? LinkState::Expired : LinkState::Cancelled;
    return LinkState::Unknown;   // PAID without a transaction that brought money, or a word we do not know
}

LinkState stateOf(const SumUpCheckout& checkout, const std::vector<SumUpTransaction>& transactions, Instant now)
{
    const auto brought = [](const SumUpTransaction& t) { return t.broughtMoney(); };
    const auto strange = [](const SumUpTransaction& t) { return !isKnownStatus(t.status); };
    const auto pending = [](const SumUpTransaction& t) { return t.status == u"PENDING"; };
    if (std::any_of(transactions.begin(), transactions.end(), brought)) return LinkState::Paid;
    const auto& tries = checkout.transactions;
    if (std::any_of(tries.begin(), tries.end(), strange) || std::any_of(transactions.begin(), transactions.end(), strange)) return LinkState::Unknown;
    const auto state = stateOfCheckout(checkout, now);
    return state != LinkState::Unknown && std::any_of(tries.begin(), tries.end(), pending) ? LinkState::InFlight : state;
}

bool isSealed(QByteArrayView sent, QByteArrayView body, const std::vector<Secret>& secrets)
{
    bool good = false;
    for (const auto& secret : secrets) good = net::sameBytes(sent, net::hmacSha256(secret, body)) || good;   // every one is compared
    return good;
}

} // namespace

Result<ports::Link> linkFor(const SumUpCheckout& checkout, const ports::LinkOrder& order, const QString& merchantCode, const QStringList& hosts)
{
    if (checkout.reference != order.reference) return Error{Fault::Invalid, u"portal.unreadable"_s, u"checkout_reference"_s};
    if (checkout.merchantCode != merchantCode) return Error{Fault::Invalid, u"portal.account"_s, checkout.id};
    if (checkout.amount != order.amount) return Error{Fault::Invalid, u"portal.amount"_s, checkout.id};
    if (checkout.url.isEmpty()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"hosted_checkout_url"_s};
    if (!ports::mayLeadTo(checkout.url, {})) return Error{Fault::Invalid, u"portal.unsafe_link"_s, checkout.id};
    if (!ports::mayLeadTo(checkout.url, hosts)) return Error{Fault::Invalid, u"portal.link_host"_s, QUrl{checkout.url}.host().left(kMaxHostShown)};
    return ports::Link{checkout.id, checkout.url, checkout.amount, order.mode, checkout.validUntil};
}

Result<domain::PortalSnapshot> snapshotOf(const SumUpCheckout& checkout, const std::vector<SumUpTransaction>& transactions, Instant now)
{
    domain::PortalSnapshot out;
    out.linkId = checkout.id;
    out.state = stateOf(checkout, transactions, now);
    out.amount = checkout.amount;
    out.opened = !checkout.transactions.empty() || !transactions.empty();
    out.fetchedAt = now;
    for (const auto& t : transactions) {
        if (!t.broughtMoney()) continue;
        out.movements.push_back({PortalMovement::Kind::Payment, t.id, t.id, t.method, t.amount, t.at});
        for (const auto& e : t.events) out.movements.push_back({e.kind, e.id, t.id, t.method, e.amount, e.at, e.stage});
        // A payment that went back must not look like one that stays.
        if (t.status != u"SUCCESSFUL" && t.events.empty()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"transaction_events"_s};
    }
    if (out.movements.size() > limits::kMaxPortalMovements) return Error{Fault::Invalid, u"portal.unreadable"_s, u"movements"_s};
    return out;
}

SumUpCursor cursorFrom(const QString& cursor)
{
    const auto json = net::parseJson(cursor.toUtf8(), {.bytes = limits::kMaxPortalCursor});
    if (!json || json.value()["v"_L1].integer() != kCursorVersion) return {};
    const auto since = json.value()["s"_L1].integer();
    if (!since || *since <= 0 || !json.value()["m"_L1].isArray()) return {};
    SumUpCursor out;
    out.known = true;
    out.since = Instant{*since};
    for (const auto& mark : json.value()["m"_L1].items()) out.marks << mark.text().value_or(QString{});
    return out;
}

QString cursorOf(const SumUpCursor& cursor)
{
    const QJsonObject body{{u"v"_s, kCursorVersion}, {u"s"_s, cursor.since.ms}, {u"m"_s, QJsonArray::fromStringList(cursor.marks)}};
    const QByteArray text = QJsonDocument{body}.toJson(QJsonDocument::Compact);
    if (text.size() <= limits::kMaxPortalCursor) return QString::fromUtf8(text);
    return cursorOf(SumUpCursor{true, cursor.since, {}});   // without marks what lies in the overlap is looked at twice, no more
}

// The body is {"id": the checkout's, …}. Its signature is described by the vendor's guide only: where no secret is agreed it is a nudge like any other.
Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets)
{
    if (notice.body.size() > limits::kMaxNotice) return Error{Fault::Invalid, u"notice.unreadable"_s, u"size"_s};
    const auto found = std::find_if(notice.headers.begin(), notice.headers.end(), [](const auto& h) { return h.first == "x-payload-signature"; });
    if (!secrets.empty()) {
        if (found == notice.headers.end()) return Error{Fault::Refused, u"notice.no_signature"_s, {}};
        const QByteArray text = found->second.trimmed();
        if (!isSealed(QByteArray::fromHex(text.startsWith("sha256=") ? text.mid(7) : text), notice.body, secrets))
            return Error{Fault::Refused, u"notice.signature"_s, {}};
    }
    const auto json = net::parseJson(notice.body, {.bytes = limits::kMaxNotice});
    if (!json) return Error{Fault::Invalid, u"notice.unreadable"_s, json.error().detail};
    const QString id = json.value()["id"_L1].text().value_or(QString{});
    if (!isId(id)) return Error{Fault::Invalid, u"notice.unreadable"_s, u"id"_s};
    ports::ReadNotice out;
    out.linkIds << id;
    return out;
}

} // namespace tresen::adapters::sumup
