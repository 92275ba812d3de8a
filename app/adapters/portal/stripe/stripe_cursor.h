// StripeMark: the place in Stripe's event log up to which changes were told, as the opaque cursor of PaymentPortal::changes(). Pure; called by
// StripePortal. Events can surface late, behind the place already read: their newest quarter of an hour is looked at again now and then, and the
// ids told already are kept so that they are not told twice.
#pragma once
#include "app/core/clock.h"
#include <QHash>
#include <QString>

namespace tresen::adapters::stripe {

struct StripeMark {
    bool known = false;             // false: nothing was read before
    QString lastId;                 // newest event read; empty: there was none
    Instant at;                     // when the log was read
    Instant lookedBackAt;           // when its newest part was looked at again
    QHash<QString, qint64> told;    // events of that part that were told: id -> seconds
};

inline constexpr int kLookBackEveryMs = 5 * 60 * 1000;
inline constexpr int kLookBackMs = 15 * 60 * 1000;
inline constexpr qint64 kMarkLifetimeMs = 25LL * 24 * 60 * 60 * 1000;   // Stripe keeps events for 30 days
inline constexpr int kMaxTold = 1'000;

// An unreadable cursor is like none: everything is looked at again.
StripeMark markOf(const QString& cursor);
QString cursorOf(const StripeMark& mark);              // at most limits::kMaxPortalCursor bytes
void forgetOld(StripeMark& mark, Instant now);         // ids older than anything that is looked at again; the newest kMaxTold stay

} // namespace tresen::adapters::stripe
