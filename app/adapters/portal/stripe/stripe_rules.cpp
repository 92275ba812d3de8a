// What Stripe's objects mean for a link of ours, and whether a notice is Stripe's.
#include "app/adapters/portal/stripe/stripe_codec.h"
#include "app/net/seal.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::stripe {
namespace {

using domain::LinkState;
using domain::PortalMovement;

constexpr int kMaxSignatures = 16;

bool isKnownSession(const StripeSession& session)
{
    return (session.status == u"open" || session.status == u"complete" || session.status == u"expired")
           && (session.paymentStatus == u"paid" || session.paymentStatus == u"unpaid");
}

bool isOver(const StripeIntent& intent)
{
    return intent.status == u"canceled" || intent.status == u"requires_payment_method" || intent.status == u"requires_confirmation";
}

// What one visit of the pay page says about the link. Open: nothing that would hold it up.
LinkState stateOf(const StripeTry& one)
{
    if (!isKnownSession(one.session)) return LinkState::Unknown;
    if (!one.intent) {
        if (one.session.paymentStatus == u"paid") return LinkState::Unknown;      // paid, but by nothing that can be booked
        return one.session.status == u"complete" ? LinkState::InFlight : LinkState::Open;
    }
    const auto& intent = *one.intent;
    if (intent.status == u"requires_capture") return LinkState::Authorized;
    if (intent.status == u"processing" || intent.status == u"requires_action") return LinkState::InFlight;
    if (intent.status == u"succeeded") return intent.received.isPositive() ? LinkState::Paid : LinkState::Unknown;
    if (!isOver(intent)) return LinkState::Unknown;
    return one.session.paymentStatus == u"paid" ? LinkState::Unknown : LinkState::Open;
}

void addDispute(const StripeDispute& dispute, const QString& paymentId, std::vector<PortalMovement>& out)
{
    const bool isInquiry = dispute.status.startsWith(u"warning_") || dispute.status == u"prevented";
    const bool isWon = dispute.status == u"won";
    const bool withdrawn = dispute.withdrawn || dispute.status == u"lost" || dispute.reinstated;
    if (!withdrawn && isInquiry) return;   // a question of the bank: no money has moved
    const auto stage = withdrawn ? PortalMovement::Stage::Final : isWon ? PortalMovement::Stage::Failed : PortalMovement::Stage::Pending;
    out.push_back({PortalMovement::Kind::Chargeback, dispute.id, paymentId, {}, dispute.amount, dispute.at, stage});
    if (!withdrawn || (!dispute.reinstated && !isWon)) return;
    out.push_back({PortalMovement::Kind::ChargebackReversed, dispute.id + u":reversed"_s, paymentId, {}, dispute.amount, dispute.at,
                   dispute.reinstated ? PortalMovement::Stage::Final : PortalMovement::Stage::Pending});
}

void addMovements(const StripeTry& one, std::vector<PortalMovement>& out)
{
    if (!one.intent || !one.intent->received.isPositive()) return;
    const auto& intent = *one.intent;
    const bool known = std::any_of(out.begin(), out.end(), [&intent](const PortalMovement& m) { return m.id == intent.id; });
    if (known) return;
    out.push_back({PortalMovement::Kind::Payment, intent.id, intent.id, intent.method, intent.received, intent.at, PortalMovement::Stage::Final});
    // Lists come newest first; told in the order in which things happened.
    for (auto refund = one.refunds.rbegin(); refund != one.refunds.rend(); ++refund)
        out.push_back({PortalMovement::Kind::Refund, refund->id, intent.id, {}, refund->amount, refund->at, refund->stage()});
    for (auto dispute = one.disputes.rbegin(); dispute != one.disputes.rend(); ++dispute) addDispute(*dispute, intent.id, out);
}

LinkState stateOfAll(const StripeLink& link, const std::vector<StripeTry>& tries, bool paid)
{
    const auto any = [&tries](LinkState state) {
        return std::any_of(tries.begin(), tries.end(), [state](const StripeTry& one) { return stateOf(one) == state; });
    };
    if (paid) return LinkState::Paid;
    for (const auto state : {LinkState::Unknown, LinkState::InFlight, LinkState::Authorized})
        if (any(state)) return state;
    if (link.usedUp) return LinkState::Expired;   // its one session is complete and came to nothing: nobody can pay it any more
    return link.active ? LinkState::Open : LinkState::Cancelled;
}

struct SignatureHeader { qint64 seconds = 0; QList<QByteArray> signatures; };

SignatureHeader signatureHeader(const QByteArray& header)
{
    SignatureHeader out;
    const auto parts = header.split(',');
    for (const auto& part : parts) {
        const QByteArray field = part.trimmed();
        if (field.startsWith("t=")) {
            bool isNumber = false;
            out.seconds = field.mid(2).toLongLong(&isNumber);
            if (!isNumber || out.seconds <= 0 || out.seconds > 253'402'300'799) return {};
        } else if (field.startsWith("v1=") && out.signatures.size() < kMaxSignatures) {
            out.signatures.append(QByteArray::fromHex(field.mid(3)));
        }
    }
    return out;
}

} // namespace

Result<ports::Link> linkFor(const StripeLink& link, domain::Money amount, domain::PortalMode mode, const QStringList& hosts)
{
    if (link.mode != mode) return Error{Fault::Refused, u"portal.key_mode"_s, link.id};
    if (!link.amount) return Error{Fault::Invalid, u"portal.unreadable"_s, u"line_items"_s};
    if (*link.amount != amount) return Error{Fault::Invalid, u"portal.amount"_s, domain::plainAmount(*link.amount) + u' ' + link.amount->currency().code()};
    if (!ports::mayLeadTo(link.url, {})) return Error{Fault::Invalid, u"portal.unsafe_link"_s, link.id};
    if (!ports::mayLeadTo(link.url, hosts)) return Error{Fault::Invalid, u"portal.link_host"_s, link.id};
    return ports::Link{link.id, link.url, amount, mode, {}};
}

Result<domain::PortalSnapshot> snapshotOf(const StripeLink& link, const std::vector<StripeTry>& tries, Instant now)
{
    if (!link.amount) return Error{Fault::Invalid, u"portal.unreadable"_s, u"line_items"_s};
    domain::PortalSnapshot out;
    out.linkId = link.id;
    out.mode = link.mode;
    out.amount = *link.amount;
    out.opened = !tries.empty();
    out.fetchedAt = now;
    for (auto one = tries.rbegin(); one != tries.rend(); ++one) addMovements(*one, out.movements);
    if (out.movements.size() > limits::kMaxPortalMovements) return Error{Fault::Invalid, u"portal.unreadable"_s, u"too many movements"_s};
    out.state = stateOfAll(link, tries, !out.movements.empty());
    return out;
}

Result<StripeEvent> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets, domain::PortalMode mode)
{
    const auto refused = [](const QString& code) { return Error{Fault::Refused, code, {}}; };
    if (notice.body.size() > limits::kMaxNotice) return Error{Fault::Invalid, u"notice.unreadable"_s, u"size"_s};
    if (secrets.empty()) return refused(u"notice.no_secret"_s);
    const auto found = std::find_if(notice.headers.begin(), notice.headers.end(), [](const auto& h) { return h.first == "stripe-signature"; });
    if (found == notice.headers.end()) return refused(u"notice.no_signature"_s);
    const auto header = signatureHeader(found->second);
    if (header.seconds == 0 || header.signatures.isEmpty()) return refused(u"notice.no_signature"_s);
    const QByteArray sealed = QByteArray::number(header.seconds) + '.' + notice.body;
    bool fits = false;
    for (const auto& secret : secrets) {
        if (secret.isEmpty()) continue;
        const QByteArray expected = net::hmacSha256(secret, sealed);
        for (const auto& signature : header.signatures) fits = net::sameBytes(signature, expected) || fits;   // every one is compared
    }
    if (!fits) return refused(u"notice.signature"_s);
    const qint64 age = notice.receivedAt.ms - header.seconds * 1000;
    if (age > kNoticeToleranceMs || age < -kNoticeToleranceMs) return refused(u"notice.old"_s);
    const auto event = readEvent(notice.body);
    if (!event) return Error{Fault::Invalid, u"notice.unreadable"_s, event.error().detail};
    if (event.value().mode != mode) return refused(u"notice.mode"_s);
    return event;
}

} // namespace tresen::adapters::stripe
