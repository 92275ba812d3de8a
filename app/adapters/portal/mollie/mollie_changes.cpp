// MolliePortal::changes(): the newest links against the marks of the last look, and now and then the refunds and chargebacks.
#include "app/adapters/portal/mollie/mollie_portal.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::mollie {
namespace {

constexpr int kLookupsAtOnce = 20;   // payments asked for by their id in one look; the rest waits for the next one
constexpr int kNoLookups = -1;
constexpr int kWalkPages = 4;        // of older links looked through for the one a payment belongs to

struct Taken { QString id, paymentId, mark; };   // a refund or a chargeback

QString linkWithTag(const std::vector<MollieLink>& links, const QString& tag)
{
    const auto found = std::find_if(links.begin(), links.end(), [&tag](const MollieLink& l) { return !tag.isEmpty() && tagOf(l.description) == tag; });
    return found == links.end() ? QString{} : found->id;
}

bool mayBeAskedAgain(const Error& error)
{
    return error.fault == Fault::Unreachable || error.fault == Fault::Timeout;
}

} // namespace

Result<ports::PortalChanges> MolliePortal::changesNow(const QString& cursor)
{
    const auto before = marksOf(cursor);
    const auto page = readLinksFrom({});
    if (!page) return page.error();
    const Instant now = m_clock.now();
    MollieMarks after;
    after.known = true;
    after.money = before.money;
    after.moneyAt = before.moneyAt;
    auto out = compareLinks(before, page.value().items, now, after);
    const bool backwards = before.moneyAt > now;   // the clock was set back
    if (!before.known || backwards || now.ms - before.moneyAt.ms >= kMoneyLookMs) {
        if (const auto looked = lookAtMoney(before, page.value().items, after, out); !looked) return looked.error();
        after.moneyAt = now;
    }
    for (const auto& id : std::as_const(out.linkIds)) out.unchanged.removeAll(id);
    out.cursor = cursorOf(after);
    return out;
}

Result<Ok> MolliePortal::lookAtMoney(const MollieMarks& before, const std::vector<MollieLink>& page, MollieMarks& after, ports::PortalChanges& out)
{
    const auto refundBody = ask("GET", u"/v2/refunds?limit=250"_s);
    if (!refundBody) return refundBody.error();
    const auto refunds = readRefunds(refundBody.value());
    if (!refunds) return refunds.error();
    const auto chargebackBody = ask("GET", u"/v2/chargebacks?limit=250"_s);
    if (!chargebackBody) return chargebackBody.error();
    const auto chargebacks = readChargebacks(chargebackBody.value());
    if (!chargebacks) return chargebacks.error();
    std::vector<Taken> taken;
    for (const auto& refund : refunds.value().items) taken.push_back({refund.id, refund.paymentId, markOf(refund)});
    for (const auto& chargeback : chargebacks.value().items) taken.push_back({chargeback.id, chargeback.paymentId, markOf(chargeback)});
    after.money.clear();
    int lookups = before.known ? kLookupsAtOnce : kNoLookups;   // the first time there is no telling old from new: only what is known anyway
    for (const auto& one : taken) {
        const bool seen = before.money.value(one.id) == one.mark;
        const auto link = seen ? Result<QString>{QString{}} : linkOfPayment(one.paymentId, page, lookups);
        if (!link && mayBeAskedAgain(link.error())) {
            if (before.money.contains(one.id)) after.money.insert(one.id, before.money.value(one.id));
            continue;   // stays new
        }
        after.money.insert(one.id, one.mark);
        if (link && !link.value().isEmpty() && !out.linkIds.contains(link.value())) out.linkIds << link.value();
    }
    return Ok{};
}

// Empty: it belongs to no link of ours, as far as can be told. Timeout: not found out this time.
Result<QString> MolliePortal::linkOfPayment(const QString& paymentId, const std::vector<MollieLink>& page, int& lookups)
{
    {
        const std::scoped_lock lock{m_mutex};
        if (const auto known = m_linkOfPayment.constFind(paymentId); known != m_linkOfPayment.cend()) return *known;
    }
    if (lookups == kNoLookups) return QString{};
    if (lookups == 0) return Error{Fault::Timeout, u"portal.later"_s, paymentId};
    --lookups;
    const auto payment = ask("GET", u"/v2/payments/"_s + paymentId).andThen([](const QByteArray& body) { return readPayment(body); });
    if (!payment) return payment.error();
    const QString tag = tagOf(payment.value().description);
    if (tag.isEmpty()) return QString{};
    QString id = linkWithTag(page, tag), from = page.empty() ? QString{} : page.back().id;
    for (int i = 0; id.isEmpty() && !from.isEmpty() && i < kWalkPages; ++i) {
        const auto older = readLinksFrom(from);
        if (!older) return older.error();
        id = linkWithTag(older.value().items, tag);
        from = older.value().next;
    }
    if (!id.isEmpty()) remember(id, {payment.value()});
    return id;
}

} // namespace tresen::adapters::mollie
