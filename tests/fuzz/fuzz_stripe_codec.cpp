// libFuzzer target: Stripe's answers, notices and our own cursor. Whatever comes, nothing is read that breaks a promise of the codec.
#include "app/adapters/portal/stripe/stripe_codec.h"
#include "app/adapters/portal/stripe/stripe_cursor.h"
#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace tresen;
using namespace tresen::adapters::stripe;

namespace {

void insist(bool promise)
{
    if (!promise) std::abort();
}

void checkSnapshot(const StripeLink& link, const std::vector<StripeTry>& tries)
{
    const auto snapshot = snapshotOf(link, tries, Instant{1});
    if (!snapshot) return;
    for (const auto& movement : snapshot.value().movements) {
        insist(!movement.id.isEmpty() && !movement.paymentId.isEmpty() && !movement.amount.isNegative() && movement.amount.inCents() <= domain::kMaxCents);
        if (movement.kind == domain::PortalMovement::Kind::Payment) insist(movement.amount.isPositive() && movement.id == movement.paymentId);
    }
    insist(snapshot.value().movements.empty() == (snapshot.value().state != domain::LinkState::Paid));
}

void readAnswers(QByteArrayView body)
{
    const auto link = readLink(body);
    if (link) {
        insist(isId(link.value().id) && (!link.value().amount || !link.value().amount->isNegative()));
        (void)linkFor(link.value(), domain::Money::cents(1), domain::PortalMode::Test, {QStringLiteral("buy.stripe.com")});
    }
    const auto sessions = readSessions(body);
    const auto refunds = readRefunds(body);
    const auto disputes = readDisputes(body);
    const auto intent = readIntent(body);
    StripeLink ours;
    ours.id = QStringLiteral("plink_1");
    ours.amount = domain::Money::cents(100);
    std::vector<StripeTry> tries;
    if (sessions)
        for (const auto& session : sessions.value().items) {
            insist(isId(session.id) && (session.intentId.isEmpty() || isId(session.intentId)));
            tries.push_back({session, session.intent, {}, {}});
        }
    if (intent || refunds || disputes) {
        StripeIntent paid{QStringLiteral("pi_1"), QStringLiteral("succeeded"), {}, domain::Money::cents(100), domain::PortalMode::Test, Instant{1}};
        StripeTry one{{}, intent ? intent.value() : paid, {}, {}};
        if (refunds) one.refunds = refunds.value().items;
        if (disputes) one.disputes = disputes.value().items;
        tries.push_back(one);
    }
    checkSnapshot(ours, tries);
    const auto events = readEvents(body);
    if (events)
        for (const auto& event : events.value().items) insist(isId(event.id) && event.created > 0);
    const auto words = wordsOf(body);
    insist(words.message.size() <= limits::kMaxPortalText);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size == 0) return 0;
    const QByteArray body{reinterpret_cast<const char*>(data) + 1, static_cast<qsizetype>(size - 1)};
    if (data[0] % 3 == 0) {
        readAnswers(body);
    } else if (data[0] % 3 == 1) {
        const qsizetype line = body.indexOf('\n');
        const ports::RawNotice notice{{{"stripe-signature", body.left(line)}}, body.mid(line + 1), Instant{1'795'000'000'000}};
        insist(!readNotice(notice, {Secret{QStringLiteral("whsec_x")}}, domain::PortalMode::Test));   // nobody guesses a seal
        (void)readEvent(notice.body);
    } else {
        const auto mark = markOf(QString::fromUtf8(body));
        if (!mark.known) return 0;
        const QString again = cursorOf(mark);
        insist(again.size() <= limits::kMaxPortalCursor && mark.told.size() <= kMaxTold && markOf(again).known);
    }
    return 0;
}
