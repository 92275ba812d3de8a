// SumUpPortal::changes(): the history of transactions since the last look.
#include "app/adapters/portal/sumup/sumup_portal.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::sumup {
namespace {

constexpr int kLookupsAtOnce = 20;   // transactions asked for by their id in one look; the rest waits for the next one

// RFC 9110, 5.6.7. Null when it is none.
Instant httpDate(const QByteArray& text)
{
    const auto at = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    return at.isValid() ? Instant{QDateTime{at.date(), at.time(), Qt::UTC}.toMSecsSinceEpoch()} : Instant{};
}

QString pathSince(Instant since, const QString& next)
{
    const QString from = since.utc().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s);
    return u"/transactions/history?order=ascending&limit=100&changes_since=%1%2"_s.arg(from, next.isEmpty() ? QString{} : u"&oldest_ref="_s + next);
}

// At the counter with SumUp's own reader, or in cash: never through a checkout.
bool isElsewhere(const SumUpChange& change)
{
    return change.paymentType == u"POS" || change.paymentType == u"CASH" || (!change.summary.isEmpty() && tagOf(change.summary).isEmpty());
}

} // namespace

Result<ports::PortalChanges> SumUpPortal::changesNow(const QString& cursor)
{
    const auto before = cursorFrom(cursor);
    const Instant asked = m_clock.now();
    const Instant since = (before.known ? before.since : asked).plusMs(-kOverlapMs);
    ports::PortalChanges out;
    if (!before.known) {
        const std::scoped_lock lock{m_mutex};
        out.linkIds = QStringList{m_open.cbegin(), m_open.cend()};
    }
    SumUpCursor after{true, asked, {}};
    bool whole = before.known;   // everything that changed was read and told apart
    bool behind = false;         // something has to be asked for again
    int lookups = kLookupsAtOnce;
    QString next;
    for (int page = 0; page == 0 || !next.isEmpty(); ++page) {
        if (page == limits::kMaxPortalPages) { whole = false; break; }   // what was not read vouches for nothing
        const auto answer = askReady("GET", merchantPath(pathSince(since, next), true));
        if (!answer) return answer.error();
        const auto history = readHistory(answer.value().body);
        if (!history) return history.error();
        // The desk's clock may be ahead of SumUp's: the feed goes on from whichever is earlier.
        if (const auto theirs = httpDate(answer.value().header("date")); page == 0 && !theirs.isNull()) after.since = std::min(asked, theirs);
        for (const auto& change : history.value().changes) {
            const bool seen = before.marks.contains(change.mark);
            const auto link = seen || isElsewhere(change) ? Result<QString>{QString{}} : linkOfChange(change, lookups);
            if (!link) whole = false;
            if (!link && link.error().code != u"portal.unclear") { behind = true; continue; }   // stays new
            after.marks << change.mark;
            if (link && !link.value().isEmpty() && !out.linkIds.contains(link.value())) out.linkIds << link.value();
        }
        if (history.value().changes.empty() || history.value().next == next) break;
        next = history.value().next;
    }
    if (behind && before.known) after.since = before.since;
    out.othersUnchanged = whole;
    out.cursor = cursorOf(after);
    return out;
}

// Empty: it belongs to no checkout of ours. "portal.unclear": to one of ours, but nothing says to which. Any other failure: not found out this time.
Result<QString> SumUpPortal::linkOfChange(const SumUpChange& change, int& lookups)
{
    {
        const std::scoped_lock lock{m_mutex};
        if (const auto known = m_linkOfTransaction.constFind(change.transactionId); known != m_linkOfTransaction.cend()) return *known;
        if (const auto known = m_linkOfTag.constFind(tagOf(change.summary)); known != m_linkOfTag.cend()) return *known;
    }
    if (lookups <= 0) return Error{Fault::Timeout, u"portal.later"_s, change.transactionId};
    --lookups;
    const auto transaction = readTransactionNow(change.transactionId);
    if (!transaction && transaction.error().fault == Fault::NotFound) return QString{};
    if (!transaction) return transaction.error();
    const bool tagged = !tagOf(change.summary).isEmpty();
    if (transaction.value().foreignId.isEmpty() && tagged) return Error{Fault::NotFound, u"portal.unclear"_s, change.transactionId};
    if (transaction.value().foreignId.isEmpty()) return QString{};
    const auto checkouts = readByReference(transaction.value().foreignId);
    if (!checkouts) return checkouts.error();
    for (const auto& checkout : checkouts.value()) {
        if (checkout.reference != transaction.value().foreignId || checkout.merchantCode != m_account.account) continue;
        const std::scoped_lock lock{m_mutex};
        m_linkOfTransaction.insert(change.transactionId, checkout.id);
        return checkout.id;
    }
    return QString{};
}

} // namespace tresen::adapters::sumup
