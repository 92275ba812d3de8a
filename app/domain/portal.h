// What a payment portal says about one link, as plain values. Only a fetched snapshot may change money; see decideSnapshot().
#pragma once
#include "app/core/clock.h"
#include "app/domain/money.h"
#include <QString>
#include <vector>

namespace tresen::domain {

enum class PortalMode { Live, Test };              // Test never settles an invoice of a live profile

enum class LinkState { Open, InFlight, Authorized, Paid, Cancelled, Expired, Unknown };
QString codeOf(LinkState state);

enum class OwnerChoice { None, Online, Counter, Account };   // what the owner picked on the pay page
QString codeOf(OwnerChoice choice);

// One movement the portal knows for a link. Amounts are positive; what they mean is in kind.
struct PortalMovement {
    enum class Kind { Payment, Refund, Chargeback, ChargebackReversed };
    enum class Stage {
        Pending,           // announced, the money has not moved: a refund the portal still works on. Payments under way are no movements, see LinkState
        Final,             // the money has moved
        Failed             // it will not move, or came back: a refund that bounced
    };
    Kind kind = Kind::Payment;
    QString id;            // the portal's id, unique there
    QString paymentId;     // the payment it belongs to; same as id for a payment
    QString method;        // open string: "card", "applepay", "wero", whatever comes next
    Money amount;
    Instant at;            // the portal's time; null when it names none
    Stage stage = Stage::Final;
    friend bool operator==(const PortalMovement&, const PortalMovement&) = default;
};

// The account a transfer for this one link has to go to, where the portal gives each link its own. Only ever taken from an authenticated answer
// of the configured portal, and shown as the portal's.
struct LinkAccount {
    QString holder, iban, bic;
    bool isSet() const { return !iban.isEmpty(); }
    friend bool operator==(const LinkAccount&, const LinkAccount&) = default;
};

struct PortalSnapshot {
    QString linkId;
    PortalMode mode = PortalMode::Live;
    LinkState state = LinkState::Unknown;
    Money amount;                              // what the link asks for
    OwnerChoice choice = OwnerChoice::None;
    bool opened = false;                       // the owner has seen the page
    std::vector<PortalMovement> movements;
    qint64 fetchSeq = 0;                       // number given when the fetch STARTED; an older one never overrides a newer one
    Instant fetchedAt;
    QString detail = {};                       // the portal's own word for the state where it is none we know
    friend bool operator==(const PortalSnapshot&, const PortalSnapshot&) = default;
};

} // namespace tresen::domain
