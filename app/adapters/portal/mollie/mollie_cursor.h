// MollieMarks: what was seen of Mollie's lists the last time, as the opaque cursor of PaymentPortal::changes(). Mollie tells no "changed since":
// its lists are compared with these marks. Pure; called by MolliePortal.
#pragma once
#include "app/adapters/portal/mollie/mollie_codec.h"
#include <QHash>

namespace tresen::adapters::mollie {

struct MollieMarks {
    bool known = false;               // false: nothing was seen before
    QHash<QString, QString> links;    // id -> what was seen of it; those of the newest page only
    QHash<QString, QString> money;    // id of a refund or chargeback -> its stage
    Instant moneyAt;                  // when those were looked at
};

// An unreadable cursor is like none: everything is looked at again.
MollieMarks marksOf(const QString& cursor);
QString cursorOf(const MollieMarks& marks);   // at most limits::kMaxPortalCursor bytes

// Fills in the links' part of the answer and notes what was seen in after.
ports::PortalChanges compareLinks(const MollieMarks& before, const std::vector<MollieLink>& page, Instant now, MollieMarks& after);
QString markOf(const MollieRefund& refund);
QString markOf(const MollieChargeback& chargeback);

} // namespace tresen::adapters::mollie
