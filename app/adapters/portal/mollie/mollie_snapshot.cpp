// The judging part of the codec: what a link's payments make of it, and what a notice says.
#include "app/adapters/portal/mollie/mollie_codec.h"
#include "app/net/seal.h"
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::mollie {
namespace {

using domain::LinkState;
using domain::PortalMovement;

LinkState stateOfTries(const std::vector<MolliePayment>& payments)
{
    const auto any = [&payments](auto&&... words) {
        return std::any_of(payments.begin(), payments.end(), [&](const MolliePayment& p) { return ((p.status == words) || ...); });
    };
    const bool strange = std::any_of(payments.begin(), payments.end(), [](const MolliePayment& p) {
        static const QStringList known{u"open"_s, u"pending"_s, u"authorized"_s, u"paid"_s, u"canceled"_s, u"expired"_s, u"failed"_s};
        return !known.contains(p.status);
    });
    if (any(u"paid"_s)) return LinkState::Paid;
    if (strange) return LinkState::Unknown;
    if (any(u"authorized"_s)) return LinkState::Authorized;
    return any(u"open"_s, u"pending"_s) ? LinkState::InFlight : LinkState::Open;
}

LinkState stateOf(const MollieLink& link, const std::vector<MolliePayment>& payments, Instant now)
{
    const auto tries = stateOfTries(payments);
    if (tries != LinkState::Open) return tries;
    if (!link.paidAt.isNull()) return LinkState::Unknown;   // says paid, but shows no payment that is
    if (link.archived) return LinkState::Cancelled;
    return !link.expiresAt.isNull() && link.expiresAt <= now ? LinkState::Expired : LinkState::Open;
}

QString methodOf(const std::vector<MolliePayment>& payments, const QString& paymentId)
{
    const auto found = std::find_if(payments.begin(), payments.end(), [&](const MolliePayment& p) { return p.id == paymentId; });
    return found == payments.end() ? QString{} : found->method;
}

// The signatures of all headers of that name; several are sent while a secret is exchanged.
std::vector<QByteArray> signaturesOf(const ports::RawNotice& notice)
{
    std::vector<QByteArray> out;
    for (const auto& [name, value] : notice.headers) {
        if (name != "x-mollie-signature") continue;
        const auto parts = value.split(',');
        for (const auto& part : parts) {
            const QByteArray text = part.trimmed();
            out.push_back(QByteArray::fromHex(text.startsWith("sha256=") ? text.mid(7) : text));
        }
    }
    return out;
}

bool isSealed(const std::vector<QByteArray>& signatures, QByteArrayView body, const std::vector<Secret>& secrets)
{
    bool good = false;
    for (const auto& secret : secrets) {
        const auto expected = net::hmacSha256(secret, body);
        for (const auto& signature : signatures) good = net::sameBytes(signature, expected) || good;   // every one is compared
    }
    return good;
}

// "id=pl_…" or "id=tr_…". It has no id of its own: the same link may be named again and again, and each time it deserves a look.
Result<ports::ReadNotice> classicNotice(const QByteArray& body)
{
    const QString id = QUrlQuery{QString::fromLatin1(body)}.queryItemValue(u"id"_s);
    if (!isId(id)) return Error{Fault::Invalid, u"notice.unreadable"_s, {}};
    ports::ReadNotice out;
    if (id.startsWith(u"pl_")) out.linkIds << id;
    return out;
}

Result<ports::ReadNotice> eventNotice(const QByteArray& body)
{
    const auto json = net::parseJson(body, {.bytes = limits::kMaxNotice});
    if (!json) return Error{Fault::Invalid, u"notice.unreadable"_s, json.error().detail};
    net::JsonFields fields{json.value()};
    const QString id = fields.text("id"_L1), entity = fields.text("entityId"_L1);
    if (!fields.good() || !isId(id) || !isId(entity)) return Error{Fault::Invalid, u"notice.unreadable"_s, fields.error().detail};
    ports::ReadNotice out;
    out.eventIds << id;
    if (entity.startsWith(u"pl_")) out.linkIds << entity;
    return out;
}

} // namespace

domain::PortalSnapshot snapshotOf(const MollieLink& link, const MollieHistory& history, Instant now)
{
    domain::PortalSnapshot out;
    out.linkId = link.id;
    out.mode = link.mode;
    out.state = stateOf(link, history.payments, now);
    out.amount = link.amount.value_or(domain::Money{});
    out.opened = !history.payments.empty();
    out.fetchedAt = now;
    for (const auto& p : history.payments)
        if (p.status == u"paid")
            out.movements.push_back({PortalMovement::Kind::Payment, p.id, p.id, p.method, p.amount, p.paidAt.isNull() ? p.createdAt : p.paidAt});
    for (const auto& r : history.refunds)
        out.movements.push_back({PortalMovement::Kind::Refund, r.id, r.paymentId, methodOf(history.payments, r.paymentId), r.amount, r.createdAt, r.stage()});
    for (const auto& c : history.chargebacks) {
        const auto method = methodOf(history.payments, c.paymentId);
        out.movements.push_back({PortalMovement::Kind::Chargeback, c.id, c.paymentId, method, c.amount, c.createdAt});
        if (!c.reversedAt.isNull())
            out.movements.push_back({PortalMovement::Kind::ChargebackReversed, c.id + u":reversed"_s, c.paymentId, method, c.amount, c.reversedAt});
    }
    return out;
}

// The time inside an event is not judged: a notice that was delivered late is repeated with its first time, and all it can do is cause a look.
Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets)
{
    if (notice.body.size() > limits::kMaxNotice) return Error{Fault::Invalid, u"notice.unreadable"_s, u"size"_s};
    const auto signatures = signaturesOf(notice);
    if (signatures.empty()) {
        // The classic notice proves nothing. Where no secret is agreed it is taken for what it is, a nudge; where one is, it is not from them.
        if (secrets.empty()) return classicNotice(notice.body);
        return Error{Fault::Refused, u"notice.no_signature"_s, {}};
    }
    if (secrets.empty()) return Error{Fault::Refused, u"notice.no_secret"_s, {}};
    if (!isSealed(signatures, notice.body, secrets)) return Error{Fault::Refused, u"notice.signature"_s, {}};
    return eventNotice(notice.body);
}

} // namespace tresen::adapters::mollie
