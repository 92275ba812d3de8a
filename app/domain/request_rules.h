// Request rules: when a payment request may be made, what the portal's answers mean, and what a fetched snapshot changes. Pure.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"
#include <optional>

namespace tresen::domain {

struct RequestCommand {
    RequestId freshRequest;
    QString token, idempotencyKey;
    int siteNumber = 1;          // 0..99, part of the desk code
    qint64 sheet = 1;            // running number over the site
    std::optional<Money> amount{};   // less than what is open, because somebody wants it so; empty: all of it
};

struct RequestDecision {
    RequestId request;           // the live one or the new one
    bool created = false;        // false: the live request already asks for exactly this amount and is used again
    std::vector<Event> events;
    std::vector<RequestId> toCancel;
};

// Refusals: "request.nothing_open", "request.credit", "request.no_claim", "request.cancelled", "request.direct_debit", "request.currency",
// "request.payee_differs" (the alarm has to be dealt with first), "request.payee_factoring" (likewise: the claim may have been sold), "request.no_payee" (no account in the settings and no portal),
// "request.amount" (not positive, more than is open, another currency), "request.under_way" (money is on its way: another sheet would invite a double payment), "request.unknown" (see law 4: no answer, or
// money that could not be booked), "request.closing" (the old link is not closed yet).
Result<RequestDecision> decideRequest(const OpenItem& item, const RequestCommand& command, const Policy& policy);

// The portal answered the creation with this link. A link over another amount, currency or mode fails the request and has to be cancelled.
struct LinkAnswer { QString linkId, url; Money amount; PortalMode mode = PortalMode::Live; Instant expiresAt; LinkAccount account{}; };
Result<RequestDecision> decideLinkAnswer(const OpenItem& item, const RequestId& request, const LinkAnswer& answer);
// The creation failed; whether the portal did it is known (certain) or not.
Result<RequestDecision> decideLinkFailure(const OpenItem& item, const RequestId& request, bool certain, const QString& detail);

// The desk or the owner no longer wants the link. Refusals: "request.none".
Result<RequestDecision> decideWithdraw(const OpenItem& item, const QString& why);
// A withdrawal whose link has not been closed yet is taken back. Refusals: "request.none"; Conflict "undo.too_late": it is not being withdrawn any more.
Result<std::vector<Event>> decideKept(const OpenItem& item, const RequestId& request);
// The portal said it will not take money any more. The request ends as cancelled unless money turned up in between.
Result<RequestDecision> decideCancelled(const OpenItem& item, const RequestId& request);
// The portal could not be asked about a link under way for too long: shown as unclear until an answer comes.
Result<RequestDecision> decideSilent(const OpenItem& item, const RequestId& request);

// The live request that asks for an amount that is no longer open: its move to closing (or, on paper only, to cancelled) as superseded.
std::optional<RequestMoved> supersededBy(const OpenItem& item, Money nowOpen);

// What a fetched snapshot changes. The state of the link: nothing, when the snapshot is the same or older than the last one looked at. Money facts are
// never refused, however late their look arrives: a late, double or wrong amount is booked as what it is and becomes a task; only an amount in another
// currency or beyond reason cannot be added up and is a task alone. Bookable once by the portal's own ids. Call linksToCancel() afterwards.
// A refund is booked when the portal says its money has moved, and booked back when it bounced; one the portal still works on only shows.
std::vector<Event> decideSnapshot(const OpenItem& item, const RequestId& request, const PortalSnapshot& snapshot, const Policy& policy);

// The links that these events, just applied to the item, ask to be closed: each needs a cancel at its portal. A request whose link is not known yet
// is not among them; decideLinkAnswer() names it as soon as the portal has answered.
std::vector<RequestId> linksToCancel(const OpenItem& item, const std::vector<Event>& events);

// Which account a letter names, as a mark of 16 hex digits that tells one from another: that of the portal for this link, else that of the settings;
// "none" where there is neither. What was made with another mark than that of now must not go out any more.
QString accountMark(const LinkAccount& portals, const Payee& payee);

} // namespace tresen::domain
