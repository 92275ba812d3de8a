// Random histories of one link at a portal: payments, second payments, refunds that wait, move, fail or bounce, chargebacks and their end. The looks at it
// arrive in any order, any number of times, late or never; in the end one last look arrives. The ledger must be the same as if all had come in order.
#include "app/core/sanitized.h"
#include "tests/app/domain/rules_kit.h"
#include <algorithm>
#include <random>

using namespace kit;
using K = PortalMovement::Kind;
using Stage = PortalMovement::Stage;

namespace {

constexpr qint64 kAsked = 10'000;

// What the portal knows, step by step. Every state of it is a look somebody may have taken.
std::vector<PortalSnapshot> historyOf(std::mt19937& chance)
{
    const auto pick = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned long>(n)); };
    std::vector<PortalSnapshot> looks;
    std::vector<PortalMovement> movements;
    auto state = LinkState::Open;
    const auto note = [&] { looks.push_back(snapshot(static_cast<qint64>(looks.size()) + 1, state, movements)); };
    note();
    const int steps = 2 + pick(6);
    for (int i = 0; i < steps; ++i) {
        std::vector<PortalMovement*> waiting, moved, payments;
        for (auto& m : movements) {
            if (m.kind == K::Payment) payments.push_back(&m);
            if (m.kind == K::Refund && m.stage == Stage::Pending) waiting.push_back(&m);
            if (m.kind == K::Refund && m.stage == Stage::Final) moved.push_back(&m);
        }
        const auto number = QString::number(movements.size() + 1);
        switch (pick(8)) {
        case 0: if (payments.empty()) state = LinkState::InFlight; break;
        case 1: if (payments.empty()) state = pick(2) == 0 ? LinkState::Cancelled : LinkState::Expired; break;
        case 2:
        case 3:
            if (payments.size() < 2) {
                state = LinkState::Paid;
                movements.push_back(kit::moved(K::Payment, u"tr_"_s + number, pick(4) == 0 ? kAsked - 1 : kAsked));
            }
            break;
        case 4:
            if (!payments.empty()) {
                const auto of = payments[static_cast<std::size_t>(pick(static_cast<int>(payments.size())))]->id;
                movements.push_back(kit::moved(K::Refund, u"re_"_s + number, 1 + pick(5000), of));
                movements.back().stage = pick(2) == 0 ? Stage::Pending : Stage::Final;
            }
            break;
        case 5: if (!waiting.empty()) waiting.front()->stage = pick(3) == 0 ? Stage::Failed : Stage::Final; break;
        case 6: if (!moved.empty() && pick(2) == 0) moved.front()->stage = Stage::Failed; break;
        case 7:
            if (!payments.empty()) {
                const bool open = std::any_of(movements.begin(), movements.end(), [](const PortalMovement& m) { return m.kind == K::Chargeback; });
                const auto of = payments.front()->id;
                movements.push_back(kit::moved(open ? K::ChargebackReversed : K::Chargeback, (open ? u"cr_"_s : u"cb_"_s) + number, kAsked, of));
            }
            break;
        }
        note();
    }
    return looks;
}

// What the ledger comes to: per movement of the portal what is left of it. A refund that left and came back is the same as one that never left.
std::map<QString, qint64> ledgerOf(const OpenItem& item)
{
    std::map<QString, qint64> out;
    for (const auto& p : item.payments) out[p.sourceKey.section(u':', 2)] += p.amount.inCents();
    std::erase_if(out, [](const auto& entry) { return entry.second == 0; });
    return out;
}

struct Outcome { std::map<QString, qint64> ledger; qint64 paid = 0; QString fault; RequestState state = RequestState::Draft; };

Outcome outcomeOf(const std::vector<PortalSnapshot>& looks)
{
    One one{kAsked};
    const auto r = one.link();
    for (const auto& look : looks) one.look(r, look);
    return {ledgerOf(one.item()), one.item().paid.inCents(), one.fault, one.stateOf(r)};
}

} // namespace

class TstPortalHistories : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fault_15_16_anyOrderAndMultiplicityGivesTheSameLedger();
    void refundsOfOneLookBookWhatTheySay();
    void fault_19_aPaymentNoLongerListedBecomesATask();
    void fault_19_anAmountThatChangesBecomesATask();
};

void TstPortalHistories::fault_15_16_anyOrderAndMultiplicityGivesTheSameLedger()
{
#ifdef TRESEN_SANITIZED
    constexpr int kHistories = 2'500;    // forty times slower there
#else
    constexpr int kHistories = 100'000;
#endif
    std::mt19937 chance{20261127};
    int differing = 0, withRefunds = 0, withChargebacks = 0, withDouble = 0;
    for (int i = 0; i < kHistories; ++i) {
        const auto truth = historyOf(chance);
        auto last = truth.back();
        last.fetchSeq = 1'000;   // a last look at the end: polling never stops
        std::vector<PortalSnapshot> shuffled;
        for (const auto& look : truth)
            for (int copies = static_cast<int>(chance() % 3U); copies > 0; --copies) shuffled.push_back(look);
        std::shuffle(shuffled.begin(), shuffled.end(), chance);
        auto inOrder = truth;
        inOrder.push_back(last);
        shuffled.push_back(last);
        const auto expected = outcomeOf(inOrder), got = outcomeOf(shuffled);
        QVERIFY2(expected.fault.isEmpty(), qPrintable(expected.fault));
        QVERIFY2(got.fault.isEmpty(), qPrintable(got.fault));
        if (expected.ledger != got.ledger || expected.paid != got.paid) ++differing;
        const auto has = [&](K kind) { return std::count_if(last.movements.begin(), last.movements.end(), [&](const PortalMovement& m) { return m.kind == kind; }); };
        withRefunds += has(K::Refund) > 0;
        withChargebacks += has(K::Chargeback) > 0;
        withDouble += has(K::Payment) > 1;
    }
    qInfo("%d histories, %d with refunds, %d with chargebacks, %d paid twice: %d differing ledgers", kHistories, withRefunds, withChargebacks, withDouble, differing);
    QVERIFY(withRefunds > kHistories / 10 && withChargebacks > kHistories / 10 && withDouble > kHistories / 10);
    QCOMPARE(differing, 0);
}

void TstPortalHistories::refundsOfOneLookBookWhatTheySay()
{
    One one{kAsked};
    const auto r = one.link();
    auto waits = moved(K::Refund, u"re_1"_s, 4'000, u"tr_1"_s);
    waits.stage = Stage::Pending;
    one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, kAsked), waits}));
    QCOMPARE(one.item().paid.inCents(), kAsked);
    waits.stage = Stage::Final;
    one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, kAsked), waits}));
    QCOMPARE(one.item().paid.inCents(), 6'000);
    waits.stage = Stage::Failed;
    one.look(r, snapshot(3, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, kAsked), waits}));
    one.look(r, snapshot(4, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, kAsked), waits}));
    QCOMPARE(one.item().paid.inCents(), kAsked);
    QCOMPARE(one.item().payments.back().kind, PaymentKind::RefundBounced);
    QVERIFY(one.fault.isEmpty());
}

// What was booked is not told of any more: no money moves, no key goes, and somebody has to ask the portal.
void TstPortalHistories::fault_19_aPaymentNoLongerListedBecomesATask()
{
    One one{10000};
    const auto r = one.link();
    const auto m = moved(K::Payment, u"tr_1"_s, 10000);
    one.look(r, snapshot(5, LinkState::Paid, {m}));
    QVERIFY(judgeKey(one.key(), {one.item()}, one.now, one.now).mayGo);
    QCOMPARE(one.look(r, snapshot(4, LinkState::Open)).size(), 0u);           // an older look did not know it yet
    const auto events = one.look(r, snapshot(6, LinkState::Open));
    QCOMPARE(taskKinds(events), QStringList{u"payment.vanished"_s});
    QCOMPARE(all<TaskRaised>(events)[0].amount, eur(10000));
    QCOMPARE(all<PaymentBooked>(events).size(), 0u);
    QCOMPARE(one.item().paid, eur(10000));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Paid);
    const auto row = boardRow(one.item(), one.key(), {one.item()});
    QVERIFY(!row.mayGo);
    QCOMPARE(row.reason, u"paid.doubted"_s);
    QCOMPARE(judgeKey(one.key(), {one.item()}, one.now, one.now).reason, u"key.unclear"_s);
    QCOMPARE(one.look(r, snapshot(7, LinkState::Paid)).size(), 0u);           // told once
    QCOMPARE(one.look(r, snapshot(8, LinkState::Paid, {m})).size(), 0u);      // and only a person says that it is well again
    one.append({TaskDone{one.item().tasks.at(0).id, one.id, u"looked"_s}});
    QVERIFY(judgeKey(one.key(), {one.item()}, one.now, one.now).mayGo);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TstPortalHistories::fault_19_anAmountThatChangesBecomesATask()
{
    One one{10000};
    const auto r = one.link();
    one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)}));
    const auto events = one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 9000)}));
    QCOMPARE(taskKinds(events), QStringList{u"payment.changed"_s});
    QCOMPARE(one.item().paid, eur(10000));
    QVERIFY(!boardRow(one.item(), one.key(), {one.item()}).mayGo);
    QCOMPARE(one.look(r, snapshot(3, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 9000)})).size(), 0u);
}

QTEST_APPLESS_MAIN(TstPortalHistories)
#include "tst_portal_histories.moc"
