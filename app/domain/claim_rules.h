// Claim rules: which of the known invoices a record is, before anything is decided about it. Pure; called by Intake inside the journal's transaction.
// Nothing here looks at a name that somebody may edit in the settings, except to tell two systems apart that number alike.
#pragma once
#include "app/domain/intake_rules.h"

namespace tresen::domain {

// How far two days may lie apart and still be the same claim told twice: numbers begin anew once a year, never sooner.
inline constexpr qint64 kSameClaimDays = 183;
inline constexpr int kOrderUses = 9;         // so often one key of a sender may name another claim, once a year

struct ClaimPlace {
    QString naturalKey;                      // where it stands, or would stand
    QDate issueDate;                         // an order without one: the day it came in, kept from its first arrival on
    std::optional<OpenItem> same;            // it is known: the same claim
    std::optional<OpenItem> otherWay;        // known, but it came by another way: as order and as document. Not to be asked for twice
    std::optional<OpenItem> twin;            // same is known, and stands beside this one, which by now asks for the same by the other way
    QStringList notices;                     // "claim.same_number": the number is known by the other way, with another amount
};

// Keys under which an order may be known already: "shop/order/1/U" for the first claim its sender called U, "shop/order/2/U" for that of a later year.
QStringList orderKeysOf(const IntakeCommand& command);

// Natural keys it may come to stand under beside those of the items known by its number: whoever remembers one of them has come this way before.
QStringList otherWayKeysOf(const IntakeCommand& command);

// known: at least every item with this number, every item under orderKeysOf(), and every item that remembers one of otherWayKeysOf() or the key of one of
// the items with this number, see twoWaysTask().
// command.arrived is the day it comes in. Refusal Conflict "order.other_year", detail: the id of the known one: the sender's key is known from another year, with another amount or so long ago
// that it is likely to be another claim, and the order has no date of its own that would say so.
Result<ClaimPlace> placeClaim(const IntakeCommand& command, const std::vector<OpenItem>& known);

bool isOrderClaim(const OpenItem& item);     // taken as an order, under its sender's key

} // namespace tresen::domain
