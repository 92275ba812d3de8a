// Polling: who is asked how often, what a change feed saves, and that a portal is left alone when it says so.
#include "app/core/limits.h"
#include "app/services/poll_plan.h"
#include "app/services/portal_gate.h"
#include "app/services/portal_looks.h"
#include "tests/sim/scripted_portal.h"
#include <QTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::services;

namespace {

constexpr Instant kNoon{1'795'431'600'000};   // 2026-11-23 12:00 in Berlin

WatchedLink link(int n, Instant truthAt = kNoon, bool hot = false)
{
    return {domain::InvoiceId{u"i%1"_s.arg(n)}, domain::RequestId{u"r%1"_s.arg(n)}, u"p"_s, u"pl_%1"_s.arg(n), hot, true, kNoon, truthAt};
}

std::vector<WatchedLink> many(int count)
{
    std::vector<WatchedLink> out;
    for (int i = 0; i < count; ++i) out.push_back(link(i, kNoon.plusMs(-i * 100)));
    return out;
}

QStringList idsOf(const std::vector<WatchedLink>& links)
{
    QStringList out;
    for (const auto& l : links) out << l.linkId;
    return out;
}

Error busy(int retryAfterMs = 0)
{
    Error e{Fault::Unreachable, u"portal.busy"_s, {}};
    e.retryAfterMs = retryAfterMs;
    return e;
}

} // namespace

class TstPolling : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void paceFollowsWhoWaits();
    void jitterStaysWithinAFifth();
    void aFeedSavesCalls();
    void withAFeedEachGetsItsTurn();
    void whatIsToldAgainDoesNotKeepTheNewWaiting();
    void whatHasJustMovedComesBeforeAFirstLook();
    void withoutAFeedTheOldestComesFirst();
    void onlyWhatIsVouchedForIsFresh();
    void aThousandLinksStayWithinTheBudget_data();
    void aThousandLinksStayWithinTheBudget();
    void theBudgetSaysWhenItAllowsAgain();
    void whatACallMadeMoreIsCharged();
    void failuresMakePausesAndSuccessEndsThem();
    void oneSilentPaymentIsNoReasonToPause();
    void whereNobodyIsThePauseStaysShort();
    void aPortalThatNamesATimeIsLeftAlone();
    void twoCallsAtOnce();
    void whatIsRememberedOfLooksHasABound();
};

void TstPolling::paceFollowsWhoWaits()
{
    QCOMPARE(paceOf({link(1, kNoon, true)}, kNoon), Pace::Hot);
    QCOMPARE(paceOf({link(1)}, kNoon), Pace::Young);
    auto old = link(1);
    old.createdAt = kNoon.plusMs(-2 * 86'400'000LL);
    QCOMPARE(paceOf({old}, kNoon), Pace::Calm);
    QCOMPARE(paceOf({}, kNoon), Pace::Calm);
    const auto night = kNoon.plusMs(11 * 3'600'000LL);   // 23:00
    QCOMPARE(paceOf({link(1)}, night), Pace::Night);
    QCOMPARE(paceOf({link(1, night, true)}, night), Pace::Hot);
    QCOMPARE(intervalMs(Pace::Hot), 3'000);
    QVERIFY(intervalMs(Pace::Calm) * 6 / 5 < limits::kFreshMs);   // what is paid stays green between two looks
}

void TstPolling::jitterStaysWithinAFifth()
{
    int least = 1 << 30, most = 0;
    for (quint32 chance = 0; chance < 100'000; chance += 7) {
        const int ms = withJitter(15'000, chance);
        least = std::min(least, ms);
        most = std::max(most, ms);
    }
    QCOMPARE(least, 12'000);
    QCOMPARE(most, 18'000);
}

void TstPolling::aFeedSavesCalls()
{
    ports::PortalChanges feed;
    feed.linkIds = {u"pl_7"_s};
    feed.othersUnchanged = true;
    QCOMPARE(idsOf(linksToFetch(many(1'000), &feed, 50)), QStringList{u"pl_7"_s});
    feed.othersUnchanged = false;
    for (int i = 0; i < 250; ++i) feed.unchanged << u"pl_%1"_s.arg(i);
    feed.unchanged.removeAll(u"pl_7"_s);
    const auto wanted = idsOf(linksToFetch(many(300), &feed, 1'000));
    QCOMPARE(wanted.size(), 51);              // the one that moved, and the fifty the list did not reach
    QCOMPARE(wanted.first(), u"pl_7"_s);
}

void TstPolling::withAFeedEachGetsItsTurn()
{
    auto links = many(100);                   // the higher the number, the older what is known
    ports::PortalChanges feed;
    for (int i = 0; i < 50; ++i) feed.linkIds << u"pl_%1"_s.arg(i);
    QSet<QString> asked;
    for (int round = 0; round < 10; ++round) {
        const auto now = kNoon.plusMs(60'000 + round);
        for (const auto& l : linksToFetch(links, &feed, 10)) {
            asked.insert(l.linkId);
            feed.linkIds.removeAll(l.linkId);
            for (auto& known : links)
                if (known.linkId == l.linkId) known.truthAt = now;
        }
        if (round == 4) QVERIFY(feed.linkIds.isEmpty());   // what has moved comes before the rest
    }
    QCOMPARE(asked.size(), 100);
}

// A feed that overlaps names what has moved lately in every answer; what the feed vouches for is fresh without a look.
void TstPolling::whatIsToldAgainDoesNotKeepTheNewWaiting()
{
    auto links = many(100);
    ports::PortalChanges feed;
    feed.othersUnchanged = true;
    for (int i = 0; i < 40; ++i) feed.linkIds << u"pl_%1"_s.arg(i);
    for (auto& l : links) {
        const bool told = feed.linkIds.contains(l.linkId);
        l.readAt = kNoon.plusMs(told ? 0 : -600'000);
        l.truthAt = kNoon.plusMs(told ? -5'000 : 0);
    }
    feed.linkIds << u"pl_77"_s;
    const auto wanted = idsOf(linksToFetch(links, &feed, 5));
    QCOMPARE(wanted.size(), 5);
    QCOMPARE(wanted.front(), u"pl_77"_s);
}

// The first look lists all there is, more than the budget reads at once; meanwhile one of those that were read already is paid.
void TstPolling::whatHasJustMovedComesBeforeAFirstLook()
{
    auto links = many(24);
    ports::PortalChanges feed;
    feed.othersUnchanged = true;
    for (int i = 0; i < 24; ++i) {
        if (i < 19) links[static_cast<std::size_t>(i)].readAt = kNoon;
        else feed.linkIds << u"pl_%1"_s.arg(i);
    }
    feed.linkIds << u"pl_3"_s;
    links[3].told = true;
    QCOMPARE(idsOf(linksToFetch(links, &feed, 1)), QStringList{u"pl_3"_s});
}

void TstPolling::withoutAFeedTheOldestComesFirst()
{
    auto links = many(10);
    links[3].hot = true;
    QCOMPARE(idsOf(linksToFetch(links, nullptr, 3)), (QStringList{u"pl_3"_s, u"pl_9"_s, u"pl_8"_s}));
    QVERIFY(linksToFetch(links, nullptr, 0).empty());
    QVERIFY(linksToFetch(links, nullptr, -5).empty());
}

void TstPolling::onlyWhatIsVouchedForIsFresh()
{
    const auto now = kNoon.plusMs(60'000);
    std::vector<WatchedLink> links{link(1), link(2), link(3), link(4, now)};
    links[2].invoice = links[0].invoice;      // two links of one invoice
    ports::PortalChanges feed;
    feed.unchanged = {u"pl_1"_s, u"pl_2"_s, u"pl_4"_s};
    const auto vouched = vouchedFor(links, feed, {}, now);
    QCOMPARE(vouched.size(), 1u);             // not the first: of its other link nothing is known; not the fourth: it was looked at just now
    QCOMPARE(vouched.front(), links[1].invoice);
}

void TstPolling::aThousandLinksStayWithinTheBudget_data()
{
    QTest::addColumn<int>("requestsPerLook");
    QTest::newRow("one request a look") << 1;
    QTest::newRow("two requests a look") << 2;
}

void TstPolling::aThousandLinksStayWithinTheBudget()
{
    QFETCH(int, requestsPerLook);
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    portal.requestsPerLook = requestsPerLook;
    const auto perMinute = portal.capabilities().requestsPerMinute;
    int calls = 0;
    for (int second = 0; second < 600; second += 3, clock.advance(3'000)) {
        for (const auto& l : linksToFetch(many(1'000), nullptr, gate.pollsLeft(portal.capabilities()))) {
            const std::function<QFuture<Result<domain::PortalSnapshot>>()> ask = [&portal, &calls, l] { calls += portal.requestsPerLook; return portal.fetch(l.linkId); };
            gate.ask<domain::PortalSnapshot>(portal, PortalGate::Urgency::Poll, ask, [](const Result<domain::PortalSnapshot>&) {}, requestsPerLook);
        }
        QCoreApplication::processEvents();
    }
    QTRY_VERIFY(calls >= perMinute * 9);
    QVERIFY2(calls <= perMinute * 11, qPrintable(QString::number(calls)));   // ten minutes, and the full purse it began with
}

void TstPolling::theBudgetSaysWhenItAllowsAgain()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    const auto capabilities = portal.capabilities();
    QCOMPARE(gate.affordableAt(capabilities, 3), clock.now());
    QString code;
    const auto ask = [&](int requests) {
        const std::function<QFuture<Result<int>>()> start = [] { return readyNow<Result<int>>(1); };
        gate.ask<int>(portal, PortalGate::Urgency::Poll, start, [&code](const Result<int>& r) { code = r ? QString{} : r.error().code; }, requests);
        QTest::qWait(1);
    };
    ask(capabilities.requestsPerMinute);
    ask(1);
    QCOMPARE(code, u"portal.budget"_s);
    const auto at = gate.affordableAt(capabilities, 3);
    QCOMPARE(at.ms - clock.now().ms, (3 * 60'000 + capabilities.requestsPerMinute - 1) / capabilities.requestsPerMinute);
    clock.set(at);
    ask(3);
    QCOMPARE(code, QString{});
    QCOMPARE(gate.affordableAt(capabilities, 10 * capabilities.requestsPerMinute).ms - clock.now().ms, 60'000);   // more than a minute's is never there
}

void TstPolling::whatACallMadeMoreIsCharged()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    const auto capabilities = portal.capabilities();
    const int full = capabilities.requestsPerMinute / capabilities.requestsPerLook;
    QCOMPARE(gate.pollsLeft(capabilities), full);
    gate.charge(capabilities, 5 * capabilities.requestsPerLook);
    QCOMPARE(gate.pollsLeft(capabilities), full - 5);
    gate.charge(capabilities, 100 * capabilities.requestsPerMinute);   // overdrawn by one minute at most
    QCOMPARE(gate.pollsLeft(capabilities), 0);
    clock.advance(120'000);                                            // two are filled as one
    QCOMPARE(gate.affordableAt(capabilities, 1).ms > clock.now().ms, true);
    clock.advance(60'000);
    QVERIFY(gate.pollsLeft(capabilities) > 0);
}

void TstPolling::failuresMakePausesAndSuccessEndsThem()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    const auto ask = [&](PortalGate::Urgency urgency, const Result<int>& answer) {
        Result<int> got = Error{Fault::Internal, u"none"_s, {}};
        const std::function<QFuture<Result<int>>()> start = [answer] { return readyNow<Result<int>>(answer); };
        gate.ask<int>(portal, urgency, start, [&got](const Result<int>& r) { got = r; });
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        return got;
    };
    qint64 last = 0;
    for (int i = 0; i < 10; ++i) {
        clock.set(std::max(clock.now(), gate.pausedUntil(u"scripted"_s)));
        (void)ask(PortalGate::Urgency::Poll, busy());
        const auto pause = gate.pausedUntil(u"scripted"_s).ms - clock.now().ms;
        QVERIFY2(pause > 0 && pause <= 360'000, qPrintable(QString::number(pause)));
        QVERIFY(i == 0 || i > 7 || pause > last);   // grows, up to five minutes
        last = pause;
    }
    QCOMPARE(ask(PortalGate::Urgency::Poll, 1).error().code, u"portal.pause"_s);
    QVERIFY(ask(PortalGate::Urgency::Now, 1).ok());   // somebody waits, and nobody has named a time
    QVERIFY(ask(PortalGate::Urgency::Poll, 1).ok());  // it works again
}

// The portal was reached; it only says nothing about this one payment.
void TstPolling::oneSilentPaymentIsNoReasonToPause()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    const auto ask = [&](const Error& error) {
        const std::function<QFuture<Result<int>>()> start = [error] { return readyNow<Result<int>>(error); };
        gate.ask<int>(portal, PortalGate::Urgency::Poll, start, [](const Result<int>&) {});
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
    };
    ask(Error{Fault::Timeout, u"portal.silent"_s, u"trl_1"_s});
    QVERIFY(!(clock.now() < gate.pausedUntil(u"scripted"_s)));
    ask(Error{Fault::Timeout, u"net.timeout"_s, {}});
    QVERIFY(clock.now() < gate.pausedUntil(u"scripted"_s));
}

void TstPolling::whereNobodyIsThePauseStaysShort()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    for (int i = 0; i < 12; ++i) {
        clock.set(std::max(clock.now(), gate.pausedUntil(u"scripted"_s)));
        const std::function<QFuture<Result<int>>()> start = [] { return readyNow<Result<int>>(Error{Fault::Unreachable, u"net.refused"_s, {}}); };
        gate.ask<int>(portal, PortalGate::Urgency::Poll, start, [](const Result<int>&) {});
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        const auto pause = gate.pausedUntil(u"scripted"_s).ms - clock.now().ms;
        QVERIFY2(pause > 0 && pause <= 36'000, qPrintable(QString::number(pause)));   // ten minutes away, and seen again within half a minute
    }
}

void TstPolling::aPortalThatNamesATimeIsLeftAlone()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    int started = 0;
    const auto ask = [&](const Result<int>& answer) {
        QString code;
        const std::function<QFuture<Result<int>>()> start = [answer, &started] { ++started; return readyNow<Result<int>>(answer); };
        gate.ask<int>(portal, PortalGate::Urgency::Now, start, [&code](const Result<int>& r) { code = r ? u"ok"_s : r.error().code; });
        QCoreApplication::processEvents();
        QCoreApplication::processEvents();
        return code;
    };
    QCOMPARE(ask(busy(30'000)), u"portal.busy"_s);
    clock.advance(29'000);
    QCOMPARE(ask(1), u"portal.pause"_s);
    QCOMPARE(started, 1);
    clock.advance(8'000);
    QCOMPARE(ask(1), u"ok"_s);
}

void TstPolling::twoCallsAtOnce()
{
    ManualClock clock{kNoon};
    PortalGate gate{clock};
    sim::ScriptedPortal portal{clock};
    std::vector<QPromise<Result<int>>> waiting(5);
    int started = 0, ended = 0;
    for (int i = 0; i < 5; ++i) {
        const std::function<QFuture<Result<int>>()> start = [&waiting, &started] {
            auto& promise = waiting[static_cast<std::size_t>(started++)];
            promise.start();
            return promise.future();
        };
        gate.ask<int>(portal, PortalGate::Urgency::Now, start, [&ended](const Result<int>&) { ++ended; });
    }
    QCOMPARE(started, 2);
    for (int i = 0; i < 5; ++i) {
        QTRY_VERIFY(started > i);
        QVERIFY(started - ended <= 2);
        waiting[static_cast<std::size_t>(i)].addResult(1);
        waiting[static_cast<std::size_t>(i)].finish();
        QTRY_COMPARE(ended, i + 1);
    }
}

void TstPolling::whatIsRememberedOfLooksHasABound()
{
    PortalLooks looks;
    const auto request = [](int n) { return domain::RequestId{u"r%1"_s.arg(n)}; };
    const QSet<domain::RequestId> watched{request(0), request(1)};
    auto now = kNoon;
    qint64 seq = 0;
    qsizetype most = 0;
    QVERIFY(looks.take(request(0), ++seq, now));
    QCOMPARE(looks.silentSince(request(1), now), kNoon);   // not answered yet
    for (int n = 2; n < 20'000; ++n, now = now.plusMs(5'000)) {   // a day of links that are paid and gone
        QVERIFY(looks.take(request(n), ++seq, now));
        looks.forget(watched, now);
        most = std::max(most, looks.size());
    }
    QVERIFY2(most <= limits::kMaxLooksKept + watched.size() + 1, qPrintable(QString::number(most)));
    QCOMPARE(looks.readAt(request(0)), kNoon);             // of those that are watched everything is kept
    QVERIFY(!looks.take(request(0), 1, now));              // an earlier look that took its time
    QVERIFY(looks.readAt(request(1)).isNull());
    QCOMPARE(looks.silentSince(request(1), now), kNoon);
    const auto last = request(19'999);
    QVERIFY(!looks.take(last, seq - 1, now));              // of those gone just now, too
    QVERIFY(looks.take(last, ++seq, now));
}

QTEST_GUILESS_MAIN(TstPolling)
#include "tst_polling.moc"
