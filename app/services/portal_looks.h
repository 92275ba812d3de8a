// PortalLooks: what this desk remembers of its last look at each link. Used by PortalSync. Links nobody watches any more are forgotten.
#pragma once
#include "app/core/clock.h"
#include "app/domain/ids.h"
#include <QHash>
#include <QSet>

namespace tresen::services {

class PortalLooks {
public:
    // A look was answered. seq: strictly growing over the looks, given when one begins. False: a later one has been answered before.
    bool take(const domain::RequestId& request, qint64 seq, Instant now);
    // A look failed: the last answer, or the first failure where there was none.
    Instant silentSince(const domain::RequestId& request, Instant now);
    Instant readAt(const domain::RequestId& request) const { return m_looks.value(request).readAt; }   // null: never
    // Beyond limits::kMaxLooksKept, those that are not watched and were not looked at within limits::kLookKeptMs.
    void forget(const QSet<domain::RequestId>& watched, Instant now);
    qsizetype size() const { return m_looks.size(); }

private:
    struct Look {
        qint64 seq = 0;      // of the newest one that was answered, also where it changed nothing
        Instant readAt;      // when that was; null: not yet
        Instant lastAt;      // the same, or the first failure
    };
    QHash<domain::RequestId, Look> m_looks;
};

} // namespace tresen::services
