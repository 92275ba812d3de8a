// The contract of ports::PaymentPortal as a test: every portal, real or simulated, passes it. Included by the portal's own test.
// Call checkPortalContract(rig) in a test function; it fails there with the line of the broken promise.
#pragma once
#include "app/core/limits.h"
#include "app/ports/payment_portal.h"
#include <QTest>
#include <QUrl>
#include <QUuid>
#include <functional>
#include <mutex>

namespace tresen::sim {

inline constexpr int kAnswerMs = 2 * limits::kClientDeadlineMs;   // a call ends by itself before, on a busy machine too

struct PortalRig {
    ports::PaymentPortal& portal;
    std::function<ports::LinkOrder()> order;                    // a payable order with a fresh key, another one at every call
    std::function<void(const ports::Link&)> pay;                // what an owner does; the portal has the money when it returns
    std::function<void(const ports::Link&)> leaveInFlight;      // empty: this portal has no such state
    int timeoutMs = kAnswerMs;
};

// The answer, with the event loop running: a portal may answer from any thread. Null after the time.
template <class T>
std::optional<Result<T>> answerOf(QFuture<Result<T>> future, int timeoutMs = kAnswerMs)
{
    const bool finished = QTest::qWaitFor([&future] { return future.isFinished(); }, timeoutMs);
    if (!finished || future.isCanceled() || future.resultCount() == 0) return {};
    return future.result();
}

#define TRESEN_ANSWER(name, ...) \
    const auto name##Answer = ::tresen::sim::answerOf(__VA_ARGS__, rig.timeoutMs); \
    QVERIFY2(name##Answer.has_value(), "no answer"); \
    QVERIFY2(name##Answer->ok(), qPrintable(name##Answer->ok() ? QString{} : name##Answer->error().code)); \
    const auto name = name##Answer->value()

// One portal, one link: what was asked for is what was made; asking again makes nothing new.
inline void checkCreate(PortalRig& rig)
{
    const auto capabilities = rig.portal.capabilities();
    QVERIFY(!capabilities.id.isEmpty() && !capabilities.displayName.isEmpty());
    const auto order = rig.order();
    TRESEN_ANSWER(link, rig.portal.create(order));
    QVERIFY(!link.linkId.isEmpty());
    QVERIFY(link.amount == order.amount);
    QVERIFY(link.mode == capabilities.mode);
    const QUrl url{link.url, QUrl::StrictMode};
    QVERIFY(url.isValid() && !url.host().isEmpty());
    if (!capabilities.notes.contains(QStringLiteral("link_id_opens_page")))   // one that cannot keep this promise says so
        QVERIFY2(!link.url.contains(link.linkId), "the id is written into journals and logs: it must not lead to the page");
    if (capabilities.choosesToken && !order.token.isEmpty()) QVERIFY(link.url.endsWith(u'/' + order.token));

    TRESEN_ANSWER(again, rig.portal.create(order));      // a lost answer is asked for again with the same key and order
    QCOMPARE(again.linkId, link.linkId);
    QCOMPARE(again.url, link.url);

    auto other = order;
    other.amount = domain::Money::cents(order.amount.inCents() + 1);
    const auto refused = answerOf(rig.portal.create(other), rig.timeoutMs);
    QVERIFY(refused && !refused->ok());
    QVERIFY(refused->error().fault == Fault::Refused || refused->error().fault == Fault::Conflict);

    auto nothing = rig.order();
    nothing.amount = domain::Money::cents(0);
    const auto zero = answerOf(rig.portal.create(nothing), rig.timeoutMs);
    QVERIFY(zero && !zero->ok() && zero->error().fault == Fault::Refused);

    TRESEN_ANSWER(fresh, rig.portal.fetch(link.linkId));
    QCOMPARE(fresh.linkId, link.linkId);
    QVERIFY(fresh.state == domain::LinkState::Open && fresh.amount == order.amount && fresh.mode == capabilities.mode
            && fresh.movements.empty());
}

inline void checkPay(PortalRig& rig)
{
    const auto order = rig.order();
    TRESEN_ANSWER(link, rig.portal.create(order));
    TRESEN_ANSWER(before, rig.portal.changes({}));
    if (rig.portal.capabilities().changeFeed) QVERIFY(before.linkIds.contains(link.linkId));
    rig.pay(link);
    TRESEN_ANSWER(paid, rig.portal.fetch(link.linkId));
    QVERIFY(paid.state == domain::LinkState::Paid);
    QCOMPARE(paid.movements.size(), std::size_t{1});
    QVERIFY(paid.movements[0].kind == domain::PortalMovement::Kind::Payment && paid.movements[0].amount == order.amount);
    QVERIFY(!paid.movements[0].id.isEmpty() && paid.movements[0].paymentId == paid.movements[0].id);
    TRESEN_ANSWER(same, rig.portal.fetch(link.linkId));
    QVERIFY2(same.movements == paid.movements, "a movement keeps its id, amount and time for ever");
    if (rig.portal.capabilities().changeFeed) {
        TRESEN_ANSWER(after, rig.portal.changes(before.cursor));
        QVERIFY(after.linkIds.contains(link.linkId));
        TRESEN_ANSWER(quiet, rig.portal.changes(after.cursor));
        QVERIFY2(!quiet.linkIds.contains(link.linkId), "nothing happened since");
        TRESEN_ANSWER(overlap, rig.portal.changes(before.cursor));
        QVERIFY2(overlap.linkIds.contains(link.linkId), "an older cursor may be used again");
    }
    TRESEN_ANSWER(late, rig.portal.cancel(link.linkId));
    QVERIFY(late == ports::CancelOutcome::AlreadyPaid);
    TRESEN_ANSWER(still, rig.portal.fetch(link.linkId));
    QVERIFY(still.state == domain::LinkState::Paid);
}

inline void checkCancel(PortalRig& rig)
{
    TRESEN_ANSWER(link, rig.portal.create(rig.order()));
    TRESEN_ANSWER(first, rig.portal.cancel(link.linkId));
    QVERIFY(first == ports::CancelOutcome::Cancelled);
    TRESEN_ANSWER(second, rig.portal.cancel(link.linkId));
    QVERIFY(second == ports::CancelOutcome::Cancelled);
    TRESEN_ANSWER(gone, rig.portal.fetch(link.linkId));
    QVERIFY(gone.state == domain::LinkState::Cancelled && gone.movements.empty());
    rig.pay(link);   // an old sheet in somebody's hand
    TRESEN_ANSWER(after, rig.portal.fetch(link.linkId));
    QVERIFY(after.state == domain::LinkState::Cancelled && after.movements.empty());

    const QString nobody = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto unknownFetch = answerOf(rig.portal.fetch(nobody), rig.timeoutMs);
    QVERIFY(unknownFetch && !unknownFetch->ok() && unknownFetch->error().fault == Fault::NotFound);
    const auto unknownCancel = answerOf(rig.portal.cancel(nobody), rig.timeoutMs);
    QVERIFY(unknownCancel && !unknownCancel->ok() && unknownCancel->error().fault == Fault::NotFound);
}

inline void checkInFlight(PortalRig& rig)
{
    if (!rig.leaveInFlight) return;
    TRESEN_ANSWER(link, rig.portal.create(rig.order()));
    rig.leaveInFlight(link);
    TRESEN_ANSWER(flying, rig.portal.fetch(link.linkId));
    QVERIFY(flying.state == domain::LinkState::InFlight && flying.movements.empty());
    TRESEN_ANSWER(refused, rig.portal.cancel(link.linkId));
    QVERIFY(refused == ports::CancelOutcome::InFlight);
    TRESEN_ANSWER(still, rig.portal.fetch(link.linkId));
    QVERIFY(still.state == domain::LinkState::InFlight);
}

// Many callers at once, and one order asked for many times at once: one link each.
inline void checkManyAtOnce(PortalRig& rig)
{
    const auto order = rig.order();
    std::vector<QFuture<Result<ports::Link>>> same, different;
    for (int i = 0; i < 10; ++i) same.push_back(rig.portal.create(order));
    for (int i = 0; i < 10; ++i) different.push_back(rig.portal.create(rig.order()));
    QStringList ids;
    for (auto& future : same) {
        TRESEN_ANSWER(link, future);
        if (!ids.contains(link.linkId)) ids.append(link.linkId);
    }
    QCOMPARE(ids.size(), 1);
    for (auto& future : different) {
        TRESEN_ANSWER(link, future);
        QVERIFY(!ids.contains(link.linkId));
        ids.append(link.linkId);
    }
}

inline void checkPortalContract(PortalRig& rig)
{
    for (const auto check : {checkCreate, checkPay, checkCancel, checkInFlight, checkManyAtOnce}) {
        check(rig);
        if (QTest::currentTestFailed()) return;
    }
}

} // namespace tresen::sim
