#include "app/services/poll_plan.h"
#include <algorithm>

namespace tresen::services {
namespace {

constexpr qint64 kLateMs = 3 * 86'400'000LL;        // a closed link is looked at for that long
constexpr qint64 kYoungMs = 86'400'000LL;
constexpr qint64 kShownMs = 10 * 60'000LL;          // a sheet that has just been handed out
constexpr int kNightFrom = 22, kNightTo = 5;        // hours
constexpr int kHotMs = 3'000, kYoungEveryMs = 15'000, kNightEveryMs = 300'000;
constexpr int kCalmEveryMs = 45'000;                // with its jitter below limits::kFreshMs: what is paid stays green

bool underWay(const domain::PayRequest& r)
{
    using S = domain::RequestState;
    return r.state == S::InFlight || r.state == S::Authorized || r.state == S::Closing || r.state == S::CreateUnknown || r.state == S::Creating;
}

} // namespace

std::vector<WatchedLink> watchedLinks(const domain::OpenItem& item, Instant now)
{
    std::vector<WatchedLink> out;
    const bool counterOpen = !item.lockDesk.isEmpty() && now < item.lockUntil;
    const bool refundUnderWay = std::any_of(item.refunds.begin(), item.refunds.end(), [](const domain::Refund& r) { return r.underWay(); });
    for (const auto& r : item.requests) {
        if (r.portal.isEmpty() || r.linkId.isEmpty()) continue;
        const bool paid = std::any_of(item.payments.begin(), item.payments.end(), [&](const domain::Payment& p) { return p.request == r.id; });
        const bool late = !r.createdAt.isNull() && now.ms - r.createdAt.ms < kLateMs;
        if (!r.live() && !paid && !late) continue;
        const bool shown = r.live() && !r.printedAt.isNull() && now.ms - r.printedAt.ms < kShownMs;
        out.push_back({item.id, r.id, r.portal, r.linkId, underWay(r) || shown || (r.live() && counterOpen) || (paid && refundUnderWay), r.live(), r.createdAt, item.truthAt});
    }
    return out;
}

Pace paceOf(const std::vector<WatchedLink>& links, Instant now)
{
    if (std::any_of(links.begin(), links.end(), [](const WatchedLink& l) { return l.hot; })) return Pace::Hot;
    const int hour = now.local().time().hour();
    if (hour >= kNightFrom || hour < kNightTo) return Pace::Night;
    return std::any_of(links.begin(), links.end(), [&](const WatchedLink& l) { return l.live && now.ms - l.createdAt.ms < kYoungMs; }) ? Pace::Young : Pace::Calm;
}

int intervalMs(Pace pace)
{
    switch (pace) {
    case Pace::Hot: return kHotMs;
    case Pace::Young: return kYoungEveryMs;
    case Pace::Calm: return kCalmEveryMs;
    case Pace::Night: return kNightEveryMs;
    }
    Q_UNREACHABLE();
}

int withJitter(int ms, quint32 chance)
{
    const int fifth = ms / 5;
    return ms - fifth + static_cast<int>(chance % static_cast<quint32>(2 * fifth + 1));
}

std::vector<WatchedLink> linksToFetch(std::vector<WatchedLink> links, const ports::PortalChanges* feed, int mayCall)
{
    if (feed) {
        const QSet<QString> moved{feed->linkIds.begin(), feed->linkIds.end()};
        const QSet<QString> still{feed->unchanged.begin(), feed->unchanged.end()};
        // A hot link that the feed vouches for needs no call; one that it does not know of does.
        // What is hot and not live any more has money on its way back, which no feed of links tells of.
        std::erase_if(links, [&](const WatchedLink& l) { return !(l.hot && !l.live) && !moved.contains(l.linkId) && (feed->othersUnchanged || still.contains(l.linkId)); });
        // What has just moved before what a first look lists because nothing was known before. Then the one that was looked at longest ago, so that each gets
        // its turn when not all may be asked for at once; a feed that overlaps tells
        // of the same link again and again, and must not keep one that it has just told of waiting.
        const auto rank = [&](const WatchedLink& l) { return std::tuple{!moved.contains(l.linkId), !l.told, !l.hot, l.readAt, l.truthAt}; };
        std::stable_sort(links.begin(), links.end(), [&](const WatchedLink& a, const WatchedLink& b) { return rank(a) < rank(b); });
    } else {
        std::stable_sort(links.begin(), links.end(), [](const WatchedLink& a, const WatchedLink& b) { return std::tuple{!a.hot, a.truthAt} < std::tuple{!b.hot, b.truthAt}; });
    }
    if (links.size() > static_cast<std::size_t>(std::max(mayCall, 0))) links.resize(static_cast<std::size_t>(std::max(mayCall, 0)));
    return links;
}

std::vector<domain::InvoiceId> vouchedFor(const std::vector<WatchedLink>& links, const ports::PortalChanges& feed, const std::vector<WatchedLink>& fetched, Instant now)
{
    const QSet<QString> moved{feed.linkIds.begin(), feed.linkIds.end()};
    const QSet<QString> still{feed.unchanged.begin(), feed.unchanged.end()};
    QSet<QString> doubtful;                       // invoices with a link that nobody vouches for
    for (const auto& l : links)
        if (moved.contains(l.linkId) || (!feed.othersUnchanged && !still.contains(l.linkId))) doubtful.insert(l.invoice.text());
    for (const auto& l : fetched) doubtful.insert(l.invoice.text());   // a fetch notes the age itself
    std::vector<domain::InvoiceId> out;
    for (const auto& l : links) {
        if (doubtful.contains(l.invoice.text()) || now.ms - l.truthAt.ms < kVouchMs) continue;
        doubtful.insert(l.invoice.text());        // each once
        out.push_back(l.invoice);
    }
    return out;
}

} // namespace tresen::services
