// Port: PaymentPortal turns an amount into a link that its owner can pay, and tells what became of it.
// Called by Requests and PortalSync through the outbox; answers on any thread, take them with onReady().
#pragma once
#include "app/core/result.h"
#include "app/domain/portal.h"
#include <QDate>
#include <QFuture>
#include <QStringList>
#include <functional>

namespace tresen::ports {

struct PortalCapabilities {
    QString id;                     // "training", "mollie": stored with every request
    QString displayName;
    domain::PortalMode mode = domain::PortalMode::Live;
    bool training = false;          // no real money: watermark everything
    bool cancelsOpenLink = false, changeFeed = false, partialAmount = false, refunds = false, expires = false, ownReference = false;
};

struct SummaryRow { QString label; domain::Money amount; bool emphasised = false; };

// Everything a pay page may show. No owner's name or address: whoever holds the link sees this.
struct LinkOrder {
    QString idempotencyKey;         // stored before the call; the same for every retry
    QString reference;              // own reference, the request's id
    QString token;                  // 12 characters 0-9A-X without I and O: wanted as the last part of the link where the portal lets us choose
    domain::Money amount;           // exact, positive
    domain::PortalMode mode = domain::PortalMode::Live;
    QString language;               // "de", "en"
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
};

enum class CancelOutcome { Cancelled, AlreadyPaid, InFlight };

struct PortalChanges { QStringList linkIds; QString cursor; };

// Failures: Fault::Unreachable (for sure not done), Timeout (unknown), Refused (the portal said no; detail: its words), NotFound, Invalid (unreadable answer).
class PaymentPortal {
public:
    virtual ~PaymentPortal() = default;
    virtual PortalCapabilities capabilities() const = 0;
    virtual QFuture<Result<Link>> create(LinkOrder order) = 0;
    virtual QFuture<Result<CancelOutcome>> cancel(QString linkId) = 0;
    virtual QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) = 0;      // fetchSeq is filled in by the caller
    virtual QFuture<Result<PortalChanges>> changes(QString cursor) = 0;             // links that changed since; an empty cursor: all open ones
    // A nudge is no fact: it only says which link deserves a fetch (empty: all). May be called from any thread.
    virtual void onNudge(std::function<void(QString linkId)> nudge) = 0;
};

} // namespace tresen::ports
