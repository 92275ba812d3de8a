// Port: PaymentPortal turns an amount into a link that its owner can pay, and tells what became of it.
// Called by Requests, Refunds and PortalSync through the outbox; answers on any thread, take them with onReady().
#pragma once
#include "app/core/result.h"
#include "app/core/secret.h"
#include "app/domain/portal.h"
#include "app/ports/portal_memory.h"
#include <QByteArray>
#include <QDate>
#include <QFuture>
#include <QStringList>
#include <functional>
#include <optional>

namespace tresen::ports {

// What a portal can do; the desk offers only that and words the rest.
struct PortalCapabilities {
    QString id;                     // "training", "mollie": stored with every request
    QString displayName;
    domain::PortalMode mode = domain::PortalMode::Live;
    bool training = false;          // no real money: watermark everything
    bool cancelsOpenLink = false;
    bool changeFeed = false;        // changes() says what moved without asking for every link
    bool partialAmount = false;     // the owner may pay less than asked
    bool refunds = false, partialRefunds = false;
    bool refundsByFetch = true;     // false: what became of a refund is not to be read, a person has to confirm it
    bool expires = false;           // links have an end of their own
    bool ownReference = false;      // takes our reference, and finds a link by it
    bool choosesToken = false;      // the last part of the link is ours
    bool accountPerLink = false;    // an own account for transfers to this link, see domain::LinkAccount
    int keyLifetimeMs = 0;          // how long an idempotency key is remembered: an older unclear creation is looked for with find() first. 0: no bound
    int requestsPerMinute = 60;     // budget of all requests
    int requestsPerLook = 1;        // how many a fetch() of an open link makes
    QStringList linkHosts;          // hosts a link may lead to, "*.name" for any below; empty: not checked
    QStringList notes;              // codes of what a workshop has to know: "needs_public_address", …
};

// What a portal adapter needs to speak for the workshop. From the settings and the keyring.
struct PortalAccount {
    Secret apiKey;
    QString account;                // merchant, organisation: whatever the portal calls it
    QString baseUrl;                // empty: the vendor's. https, or http to a loopback address
    bool test = false;              // the workshop says so; a key of the other kind is Refused "portal.key_mode"
    std::vector<Secret> noticeSecrets;   // newest first: during a change both are valid
};

struct SummaryRow { QString label; domain::Money amount; bool emphasised = false; };

// Everything a pay page may show. No owner's name or address: whoever holds the link sees this.
struct LinkOrder {
    QString idempotencyKey;         // stored before the call; the same for every retry
    QString reference;              // own reference, the request's id
    QString token;                  // 12 characters 0-9A-X without I and O: wanted as the last part of the link where the portal lets us choose
    domain::Money amount;           // exact, positive
    domain::PortalMode mode = domain::PortalMode::Live;
    QString language;               // of the owner: code of domain::OwnerLanguage
    QString invoiceNumber, plate, vehicle;
    QDate issueDate, dueDate;
    std::vector<SummaryRow> summary;
    bool onAccountOffered = false;
    Instant expiresAt;              // null: does not expire
};

struct Link {
    QString linkId, url;
    domain::Money amount;           // as the portal took it
    domain::PortalMode mode = domain::PortalMode::Live;
    Instant expiresAt;
    domain::LinkAccount account{};
};

enum class CancelOutcome { Cancelled, AlreadyPaid, InFlight };

struct PortalChanges {
    QStringList linkIds;            // what moved since the cursor: each deserves a fetch
    QStringList unchanged;          // looked at, and as before: their knowledge is as fresh as this answer
    bool othersUnchanged = false;   // every link that is not in linkIds is as before
    QString cursor;                 // for the next time; opaque, at most limits::kMaxPortalCursor
    int requests = 1;               // how many this look made at the portal
};

struct RefundOrder {
    QString idempotencyKey;         // stored before the call; the same for every retry
    QString linkId, paymentId;      // of the payment it takes back, as its movement names them
    domain::Money amount, paid;     // what goes back, of what was paid; positive
    QString description;            // "Rechnung 4711", for the owner's statement
};
struct RefundAnswer { QString refundId; domain::PortalMovement::Stage stage = domain::PortalMovement::Stage::Pending; };

// A live test for the set-up page: what was tried, in order.
struct ProbeStep { QString code; bool ok = false; Error error{}; };   // "key", "account", "create", "read", "cancel"
struct PortalProbe { std::vector<ProbeStep> steps; QString accountName; domain::PortalMode mode = domain::PortalMode::Live; };

// A notice (webhook) as it came in, and what it says once its signature has been checked.
struct RawNotice { std::vector<std::pair<QByteArray, QByteArray>> headers; QByteArray body; Instant receivedAt; };   // header names in lower case
struct ReadNotice {                 // one call may hold several events
    QStringList eventIds;
    QStringList linkIds;            // empty: something changed, ask for all
    std::vector<PaymentName> names; // to be kept: cannot be asked for again
};

// Failures: Fault::Unreachable (for sure not done; retryAfterMs when the portal named a time), Timeout (unknown), Refused (the portal said no;
// detail: its words), Conflict ("portal.key_reused", "portal.in_flight"), NotFound ("portal.unknown_link"), Invalid (unreadable answer: "portal.unreadable",
// "portal.amount", "portal.link_host", "portal.unsafe_link").
class PaymentPortal {
public:
    virtual ~PaymentPortal() = default;
    virtual PortalCapabilities capabilities() const = 0;
    virtual QFuture<Result<Link>> create(LinkOrder order) = 0;
    // An earlier create() whose answer was lost, by our own reference: nothing when the portal for sure has none. Only with ownReference.
    virtual QFuture<Result<std::optional<Link>>> find(LinkOrder order) = 0;
    virtual QFuture<Result<CancelOutcome>> cancel(QString linkId) = 0;
    virtual QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) = 0;      // fetchSeq is filled in by the caller
    virtual QFuture<Result<PortalChanges>> changes(QString cursor) = 0;             // an empty cursor: all open ones. Only with changeFeed
    virtual QFuture<Result<RefundAnswer>> refund(RefundOrder order) = 0;            // Refused "portal.refund_unavailable" where it cannot
    virtual QFuture<Result<PortalProbe>> probe() = 0;                               // fails only when nothing could be tried
    // Signature over the raw bytes, compared in constant time, and the age where the notice carries a time. Any thread; no network.
    // Refused "notice.no_secret", "notice.no_signature", "notice.signature", "notice.old"; Invalid "notice.unreadable".
    virtual Result<ReadNotice> readNotice(const RawNotice& notice) const = 0;
    virtual QByteArray noticeAnswer() const { return {}; }                           // body of the 200 that the portal expects
    // A nudge is no fact: it only says which link deserves a fetch (empty: all). May be called from any thread.
    virtual void onNudge(std::function<void(QString linkId)> nudge) = 0;
};

// The host rule of PortalCapabilities::linkHosts: https (http for a loopback host), no user part, a host of the list.
bool mayLeadTo(const QString& url, const QStringList& hosts);

} // namespace tresen::ports
