// libFuzzer target: every reader of Mollie's bytes. What is read is within its bounds, and no amount is anything but positive cents.
#include "app/adapters/portal/mollie/mollie_cursor.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;
using namespace tresen::adapters::mollie;

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

void check(const MollieLink& link)
{
    must(isId(link.id) && link.description.size() <= 255);
    if (link.amount) must(!link.amount->isNegative() && link.amount->inCents() <= domain::kMaxCents);
    const auto out = linkFor(link, link.amount.value_or(domain::Money{}), link.mode, {QStringLiteral("*.mollie.com")});
    if (out) must(ports::mayLeadTo(out.value().url, {QStringLiteral("*.mollie.com")}));
    const auto snapshot = snapshotOf(link, {}, Instant{1});
    must(snapshot.movements.empty() && snapshot.linkId == link.id);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    if (const auto link = readLink(bytes)) check(link.value());
    if (const auto links = readLinks(bytes)) {
        MollieMarks after;
        for (const auto& link : links.value().items) check(link);
        const auto changes = compareLinks(marksOf(QString::fromUtf8(bytes)), links.value().items, Instant{1}, after);
        must(changes.linkIds.size() + changes.unchanged.size() <= static_cast<qsizetype>(links.value().items.size()));
    }
    MollieHistory history;
    if (const auto payments = readPayments(bytes)) history.payments = payments.value().items;
    if (const auto refunds = readRefunds(bytes)) history.refunds = refunds.value().items;
    if (const auto chargebacks = readChargebacks(bytes)) history.chargebacks = chargebacks.value().items;
    for (const auto& movement : snapshotOf({}, history, Instant{1}).movements) must(!movement.amount.isNegative() && !movement.id.isEmpty());
    if (const auto refund = readRefund(bytes)) must(isId(refund.value().id) && isId(refund.value().paymentId));
    if (const auto payment = readPayment(bytes)) must(isId(payment.value().id));
    (void)readAccount(bytes);
    must(wordsOf(bytes).size() <= limits::kMaxPortalText);
    const auto marks = marksOf(QString::fromUtf8(bytes));
    if (marks.known && !cursorOf(marks).isEmpty()) must(marksOf(cursorOf(marks)).links == marks.links);
    ports::RawNotice notice;
    notice.body = bytes;
    if (const auto read = readNotice(notice, {}))
        for (const auto& id : read.value().linkIds) must(isId(id));
    notice.headers.emplace_back("x-mollie-signature", bytes.left(80));
    must(!readNotice(notice, {Secret{QStringLiteral("secret")}}).ok());
    return 0;
}
