// The plan of polling, pure: which links are watched, how often a portal is asked, and which links deserve a call of their own. Used by PortalSync.
#pragma once
#include "app/domain/open_item.h"
#include "app/ports/payment_portal.h"
#include <QSet>

namespace tresen::services {

struct WatchedLink {
    domain::InvoiceId invoice;
    domain::RequestId request;
    QString portal, linkId;
    bool hot = false;              // somebody waits: a try is under way, its sheet was printed just now, or the counter is open for it
    bool live = false;             // may still be paid as it is meant to
    Instant createdAt;
    Instant truthAt;               // how old the knowledge about its invoice is
    Instant readAt{};              // when this desk has looked at the link itself; null: never
    bool told = false;             // the feed says that it has moved since the look before; not only that it is one of all there are
};

// Every link whose truth lives at a portal: the live one, those money came through, and for some days those that were closed, because money may
// still come through them.
std::vector<WatchedLink> watchedLinks(const domain::OpenItem& item, Instant now);

enum class Pace { Hot, Young, Calm, Night };
// Hot: a hot link is among them. Young: a link of less than a day. Night: 22 to 5 o'clock by the desk's clock, unless hot.
Pace paceOf(const std::vector<WatchedLink>& links, Instant now);
int intervalMs(Pace pace);         // before the jitter of a fifth
int withJitter(int ms, quint32 chance);

// What to fetch one by one, the most urgent first, at most as many as may be called. feed: what the change feed has just said; nullptr: there is none, so
// hot ones first, then those whose knowledge is oldest.
std::vector<WatchedLink> linksToFetch(std::vector<WatchedLink> links, const ports::PortalChanges* feed, int mayCall);
// The invoices that the feed has vouched for: nothing has happened to any of their links. Those looked at less than kVouchMs ago are left out.
std::vector<domain::InvoiceId> vouchedFor(const std::vector<WatchedLink>& links, const ports::PortalChanges& feed, const std::vector<WatchedLink>& fetched, Instant now);

inline constexpr int kVouchMs = 12'000;        // no need to note more often that nothing has happened

} // namespace tresen::services
