// libFuzzer target: Adyen's answers and notices. Whatever comes, nothing is read that breaks a promise of the codec.
#include "app/adapters/portal/adyen/adyen_codec.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;
using namespace tresen::adapters::adyen;

namespace {

void insist(bool promise)
{
    if (!promise) std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray body{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    if (const auto link = readLink(body)) {
        insist(isLinkId(link.value().id) && !link.value().amount.isNegative() && link.value().amount.inCents() <= domain::kMaxCents);
        const auto snapshot = snapshotOf(link.value(), domain::PortalMode::Test, Instant{1});
        insist(snapshot.movements.size() == (snapshot.state == domain::LinkState::Paid ? 1U : 0U));
        ports::LinkOrder order;
        order.reference = link.value().reference;
        order.amount = link.value().amount;
        order.mode = domain::PortalMode::Test;
        const auto made = linkFor(link.value(), order, link.value().account, {QStringLiteral("*.adyen.link")});
        if (made) insist(made.value().url.startsWith(QStringLiteral("https://")));
    }
    (void)readRefund(body);
    (void)readMethods(body);
    insist(wordsOf(body).message.size() <= limits::kMaxPortalText);
    const std::vector<Secret> secrets{Secret{QStringLiteral("44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056")}};
    insist(!readNotice({{}, body, Instant{1}}, secrets, domain::PortalMode::Test));   // nobody guesses a seal
    return 0;
}
