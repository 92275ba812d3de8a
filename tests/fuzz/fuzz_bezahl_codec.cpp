// libFuzzer target: the answers and notices of bezahl.de. Whatever comes, what is read keeps its promises and is the same twice.
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;
using namespace tresen::adapters::bezahl;

namespace {

void require(bool good)
{
    if (!good) std::abort();
}

void checkOrder(QByteArrayView bytes)
{
    const auto order = readOrder(bytes);
    if (!order) return require(order.error().fault == Fault::Invalid);
    require(isLinkId(order.value().id));
    require(!order.value().price || (!order.value().price->isNegative() && order.value().price->inCents() <= domain::kMaxCents));
    const auto snapshot = snapshotOf(order.value(), domain::PortalMode::Live, Instant{1}, {});
    require(snapshot.movements.size() <= 2 * static_cast<std::size_t>(limits::kMaxPortalMovements));
    for (const auto& movement : snapshot.movements) {
        require(movement.amount.isPositive() && movement.amount.inCents() <= domain::kMaxCents);
        require(movement.id.startsWith(order.value().id + QLatin1Char{':'}));
    }
    if (snapshot.state == domain::LinkState::Paid && order.value().price && order.value().price->isPositive() && order.value().word.isEmpty()) require(!snapshot.movements.empty());
    const auto again = readOrder(bytes);
    require(snapshotOf(again.value(), domain::PortalMode::Live, Instant{1}, {}) == snapshot);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    checkOrder(bytes);
    if (const auto list = readList(bytes, {})) {
        const auto changes = changesOf(list.value(), QString::fromUtf8(bytes));
        require(changes.cursor.size() <= limits::kMaxPortalCursor);
        if (list.value().size() < 100) require(changesOf(list.value(), changes.cursor).linkIds.isEmpty() || list.value().size() > 1);
    }
    (void)readPayLink(bytes);
    (void)readWebhooks(bytes);
    (void)readName(bytes);
    (void)wordsOfFailure(bytes);
    const auto proven = readNotice({{{kPathToken.toByteArray(), "s"}}, bytes, {}}, {Secret{QStringLiteral("s")}});
    if (proven)
        for (const auto& id : proven.value().linkIds) require(isLinkId(id));
    require(!readNotice({{{"x-signature", bytes.left(64)}}, bytes, {}}, {Secret{QStringLiteral("s")}}));
    return 0;
}
