#include "app/services/portal_looks.h"
#include "app/core/limits.h"

namespace tresen::services {

bool PortalLooks::take(const domain::RequestId& request, qint64 seq, Instant now)
{
    auto& look = m_looks[request];
    look.readAt = look.lastAt = now;
    if (seq <= look.seq) return false;
    look.seq = seq;
    return true;
}

Instant PortalLooks::silentSince(const domain::RequestId& request, Instant now)
{
    auto& look = m_looks[request];
    if (look.lastAt.isNull()) look.lastAt = now;
    return look.lastAt;
}

// What is remembered of a link says nothing any more once nobody watches it and every look that was under way has ended.
void PortalLooks::forget(const QSet<domain::RequestId>& watched, Instant now)
{
    if (m_looks.size() <= watched.size() + limits::kMaxLooksKept) return;
    m_looks.removeIf([&watched, now](auto look) { return now.ms - look->lastAt.ms >= limits::kLookKeptMs && !watched.contains(look.key()); });
}

} // namespace tresen::services
