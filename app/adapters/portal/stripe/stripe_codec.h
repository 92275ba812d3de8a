// Stripe's API as bytes and values: payment links, checkout sessions, payments, refunds, disputes, events, notices. Pure; called by StripePortal
// and by the fuzzer. Source: the vendor's API description of 2023-09-12, its example objects of 2026-07 and docs.stripe.com.
#pragma once
#include "app/net/json_reader.h"
#include "app/ports/payment_portal.h"
#include <optional>
#include <vector>

namespace tresen::adapters::stripe {

// application/x-www-form-urlencoded with names in brackets: everything but letters, digits and "-._~" is escaped, the brackets too.
class StripeForm {
public:
    StripeForm& add(const QByteArray& name, const QString& value);
    const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

struct StripeLink {
    QString id, url, reference;            // "plink_…"; reference: our own, empty when the link is not ours
    bool active = false, usedUp = false;   // usedUp: as many sessions are complete as the link allows
    domain::PortalMode mode = domain::PortalMode::Live;
    std::optional<domain::Money> amount;   // nothing: the items were not in the answer, or are not one item once
};

struct StripeIntent {
    QString id, status, method;            // "pi_…"; status and method as Stripe words them
    domain::Money received;                // what was really paid; 0.00 until then
    domain::PortalMode mode = domain::PortalMode::Live;
    Instant at;                            // when it was made: it never changes
};

struct StripeSession {
    QString id, linkId, intentId;          // "cs_…"; linkId empty: of no link; intentId empty: nothing was tried yet
    QString status, paymentStatus;
    domain::PortalMode mode = domain::PortalMode::Live;
    std::optional<StripeIntent> intent;    // where the answer carried it along
};

struct StripeRefund {
    QString id, intentId, status;          // "re_…", "pyr_…"
    domain::Money amount;
    Instant at;
    domain::PortalMovement::Stage stage() const;   // an unknown word is Pending: it neither gives the money back nor says that it stays
};

struct StripeDispute {
    QString id, intentId, status;          // "dp_…", "du_…"
    domain::Money amount;
    domain::PortalMode mode = domain::PortalMode::Live;
    Instant at;
    bool withdrawn = false, reinstated = false;    // what moved on the workshop's account
};

struct StripeEvent {
    QString id, type;                      // "evt_…"
    qint64 created = 0;                    // seconds
    QString linkId, intentId;              // what it is about, as far as it says; only a hint for what to read
    domain::PortalMode mode = domain::PortalMode::Live;
};

template <class T> struct StripePage {
    std::vector<T> items;                  // newest first
    bool more = false;
};

// One visit of the pay page and what came of it.
struct StripeTry {
    StripeSession session;
    std::optional<StripeIntent> intent;
    std::vector<StripeRefund> refunds;
    std::vector<StripeDispute> disputes;
};

struct StripeWords { QString type, code, message; };   // of an error answer, each at most limits::kMaxPortalText characters

std::optional<domain::PortalMode> modeOfKey(const QString& apiKey);   // sk_ and rk_ only: nothing for any other
bool isId(const QString& id);                                         // safe in a path: letters, digits, "-" and "_", at most 255
// Refused "portal.order_invalid", detail: the field.
Result<Ok> checkOrder(const ports::LinkOrder& order);
Result<Ok> checkRefund(const ports::RefundOrder& order);

QByteArray createBody(const ports::LinkOrder& order);                 // the same bytes for the same order
QByteArray closeBody();
QByteArray refundBody(const ports::RefundOrder& order);
const QStringList& eventTypes();                                      // what can change a link of ours; at most 20 may be asked for

// Invalid "portal.unreadable" whatever is not as described above.
Result<StripeLink> readLink(QByteArrayView body);
Result<StripePage<StripeLink>> readLinks(QByteArrayView body);
Result<StripeSession> readSession(QByteArrayView body);
Result<StripePage<StripeSession>> readSessions(QByteArrayView body);
Result<StripeIntent> readIntent(QByteArrayView body);
Result<StripeRefund> readRefund(QByteArrayView body);
Result<StripePage<StripeRefund>> readRefunds(QByteArrayView body);
Result<StripePage<StripeDispute>> readDisputes(QByteArrayView body);
Result<StripeEvent> readEvent(QByteArrayView body);
Result<StripePage<StripeEvent>> readEvents(QByteArrayView body);
StripeWords wordsOf(QByteArrayView body);                             // empty when it is no error answer

// Refused "portal.key_mode"; Invalid "portal.unreadable", "portal.amount", "portal.unsafe_link", "portal.link_host".
Result<ports::Link> linkFor(const StripeLink& link, domain::Money amount, domain::PortalMode mode, const QStringList& hosts);
// A payment that has arrived is a fact, whatever became of link and session. Invalid "portal.unreadable" when there are more movements than
// limits::kMaxPortalMovements, or the link tells no amount.
Result<domain::PortalSnapshot> snapshotOf(const StripeLink& link, const std::vector<StripeTry>& tries, Instant now);

// "t=1700000000,v1=…,v1=…" over "t.body", HMAC-SHA256 in hex; as PaymentPortal::readNotice(). Refused "notice.mode" for the other mode.
Result<StripeEvent> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets, domain::PortalMode mode);
inline constexpr int kNoticeToleranceMs = 300'000;

} // namespace tresen::adapters::stripe
