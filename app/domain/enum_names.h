// Names of every stored enum: one table each, used to write and to read. A value that is missing here does not compile.
#pragma once
#include "app/domain/open_item.h"
#include <array>

namespace tresen::domain {

template <class E> struct EnumNames;
#define TRESEN_ENUM(E, ...) template <> struct EnumNames<E> { static constexpr std::array names{__VA_ARGS__}; }

TRESEN_ENUM(BoardState, "open", "requested", "running", "unknown", "part", "paid", "on_account", "overpaid", "reversed", "handed_over", "cancelled");
TRESEN_ENUM(Light, "red", "amber", "green", "grey");
TRESEN_ENUM(RequestAxis, "draft", "sent", "superseded", "withdrawn", "closed");
TRESEN_ENUM(MoneyAxis, "open", "part", "settled", "over");
TRESEN_ENUM(MoneyStage, "noted", "confirmed", "received", "reversed");
TRESEN_ENUM(KeyState, "held", "released", "override", "returned");
TRESEN_ENUM(TruthSource, "workshop", "portal", "desk", "bank", "terminal", "rule");
TRESEN_ENUM(PortalMode, "live", "test");
TRESEN_ENUM(LinkState, "open", "in_flight", "authorized", "paid", "cancelled", "expired", "unknown");
TRESEN_ENUM(OwnerChoice, "none", "online", "counter", "account");
TRESEN_ENUM(RequestState, "draft", "creating", "create_unknown", "open", "in_flight", "authorized", "paid", "closing", "cancelled", "expired", "failed");
TRESEN_ENUM(PaymentKind, "cash", "card_terminal", "online", "bank_transfer", "refund_online", "refund_cash", "chargeback", "chargeback_reversed", "write_off", "correction",
            "refund_card", "refund_bounced");
TRESEN_ENUM(RefundState, "wanted", "pending", "unclear", "done", "failed");
TRESEN_ENUM(MailKind, "request", "confirmation", "refund", "pickup");
TRESEN_ENUM(MailState, "queued", "sending", "deferred", "sent", "unclear", "failed");
TRESEN_ENUM(InvoiceKind, "invoice", "credit", "correction", "no_claim");
TRESEN_ENUM(DiscountTerm::Kind, "skonto", "verzug");
TRESEN_ENUM(Settlement::State, "written", "accepted", "refused");
TRESEN_ENUM(ArrivalWay, "desk", "folder", "door", "command");
TRESEN_ENUM(Role, "advisor", "cashier", "manager", "bookkeeper");
#undef TRESEN_ENUM

template <class E> QString enumName(E value)
{
    return QString::fromLatin1(EnumNames<E>::names[static_cast<std::size_t>(value)]);
}

template <class E> bool enumFromName(const QString& name, E& out)
{
    const auto& names = EnumNames<E>::names;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (name == QLatin1StringView{names[i]}) {
            out = static_cast<E>(i);
            return true;
        }
    }
    return false;
}

} // namespace tresen::domain
