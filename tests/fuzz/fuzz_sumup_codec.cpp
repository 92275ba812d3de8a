// libFuzzer target: every reader of SumUp's bytes. What is read is within its bounds, and every number that is read as money is written back the same.
#include "app/adapters/portal/sumup/sumup_codec.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;
using namespace tresen::adapters::sumup;

namespace {

void must(bool holds)
{
    if (!holds) std::abort();
}

void check(const SumUpCheckout& checkout)
{
    must(isId(checkout.id) && qAbs(checkout.amount.inCents()) <= domain::kMaxCents);
    must(domain::parseMoney(domain::plainAmount(checkout.amount), checkout.amount.currency()).value() == checkout.amount);
    std::vector<SumUpTransaction> brought;
    for (const auto& t : checkout.transactions)
        if (t.broughtMoney()) brought.push_back(t);
    if (const auto snapshot = snapshotOf(checkout, brought, Instant{1})) must(snapshot.value().movements.size() <= limits::kMaxPortalMovements);
    ports::LinkOrder order;
    order.reference = checkout.reference;
    order.amount = checkout.amount;
    const auto link = linkFor(checkout, order, checkout.merchantCode, {QStringLiteral("*.sumup.com")});
    if (link) must(ports::mayLeadTo(link.value().url, {QStringLiteral("*.sumup.com")}));
    must(net::parseJson(createBody(order, checkout.merchantCode)).ok());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    if (const auto checkout = readCheckout(bytes)) check(checkout.value());
    if (const auto checkouts = readCheckouts(bytes))
        for (const auto& checkout : checkouts.value()) check(checkout);
    if (const auto transaction = readTransaction(bytes))
        for (const auto& event : transaction.value().events) must(event.amount.isPositive());
    if (const auto history = readHistory(bytes))
        for (const auto& change : history.value().changes) must(isId(change.transactionId) && !change.mark.isEmpty());
    (void)readMerchant(bytes);
    must(wordsOf(bytes).size() <= limits::kMaxPortalText);
    const auto cursor = cursorFrom(QString::fromUtf8(bytes));
    if (cursor.known) must(cursorFrom(cursorOf(cursor)).since == cursor.since);
    if (const auto json = net::parseJson(bytes)) {
        const auto plain = json.value().plainNumber();
        if (!plain.isEmpty()) must(net::parseJson(plain).ok());
    }
    ports::RawNotice notice;
    notice.body = bytes;
    if (const auto read = readNotice(notice, {}))
        for (const auto& id : read.value().linkIds) must(isId(id));
    notice.headers.emplace_back("x-payload-signature", bytes.left(80));
    must(!readNotice(notice, {Secret{QStringLiteral("secret")}}).ok());
    return 0;
}
