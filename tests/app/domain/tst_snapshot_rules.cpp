#include "rules_kit.h"
#include <rapidcheck.h>
#include <algorithm>
#include <numeric>

using namespace kit;
using K = PortalMovement::Kind;

namespace {

QString ledgerOf(const OpenItem& item)
{
    QStringList keys;
    for (const auto& p : item.payments) keys << p.sourceKey + u'=' + plainAmount(p.amount);
    keys.sort();
    return keys.join(u' ') + u" sum "_s + plainAmount(item.paid);
}

// Six looks at one link: what each sees and the number its fetch got when it started.
std::vector<PortalSnapshot> sixLooks(bool cumulative)
{
    const std::vector<PortalMovement> movements{moved(K::Payment, u"tr_1"_s, 10000), moved(K::Payment, u"tr_2"_s, 10000), moved(K::Refund, u"re_1"_s, 10000, u"tr_2"_s),
                                                moved(K::Chargeback, u"chb_1"_s, 10000, u"tr_1"_s), moved(K::ChargebackReversed, u"chr_1"_s, 10000, u"tr_1"_s), moved(K::Payment, u"tr_late"_s, 2500)};
    std::vector<PortalSnapshot> looks;
    for (std::size_t i = 0; i < movements.size(); ++i) {
        const auto from = movements.begin() + (cumulative ? 0 : static_cast<std::ptrdiff_t>(i));
        looks.push_back(snapshot(static_cast<qint64>(i) + 1, LinkState::Paid, {from, movements.begin() + static_cast<std::ptrdiff_t>(i) + 1}));
    }
    return looks;
}

} // namespace

class TestSnapshotRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(1000); }
    void states_data();
    void states();
    void fault_16_everyPermutationOfSixLooks_data();
    void fault_16_everyPermutationOfSixLooks();
    void fault_15_16_anyOrderAndMultiplicity();
    void fault_16_olderLookNeverOverridesANewerOne();
    void fault_16_olderLookStillBooksItsMoney();
    void testModeNeverSettlesLive();
    void fault_18_wrongAmountIsBookedAndBecomesATask();
    void fault_20_tooMuchForTheRestBecomesATask();
    void fault_18_otherCurrencyBecomesATaskOnce();
    void fault_18_impossibleAmountsBecomeATask_data();
    void fault_18_impossibleAmountsBecomeATask();
    void fault_15_sameMovementListedTwice();
    void unknownMethodIsKept();
    void fault_17_anotherLinksLookIsNotBookedHere();
    void unknownStatusIsUnclear();
    void closingWishSurvivesATry();
    void latePaymentClosesTheNewerLink();
    void refundChangesWhatTheRestLinkAsks();
    void fault_16_chargebackSeenBeforeItsPayment();
    void pageAndChoice();
    void storyLatePaidFlippedARefundedOrderBack();
    void storyRefundOfADoublePaymentUnsettledTheInvoice();
    void storyPartialThenExpiredThenLateOverpayment();
    void storyPaymentAfterTheInvoiceWasCancelled();
};

void TestSnapshotRules::states_data()
{
    QTest::addColumn<RequestState>("from");
    QTest::addColumn<int>("link");
    QTest::addColumn<bool>("money");
    QTest::addColumn<RequestState>("to");
    const auto row = [](RequestState from, LinkState link, RequestState to, bool money = false) {
        QTest::newRow(qPrintable(codeOf(from) + u" sees "_s + codeOf(link) + (money ? u" with money"_s : QString{}))) << from << static_cast<int>(link) << money << to;
    };
    using R = RequestState;
    using L = LinkState;
    for (const auto ended : {R::Cancelled, R::Expired, R::Failed, R::Paid}) {   // only money brings an ended request back
        for (const auto link : {L::Open, L::InFlight, L::Authorized, L::Cancelled, L::Expired, L::Unknown}) row(ended, link, ended);
        for (const auto link : {L::Open, L::Paid, L::Unknown, L::Cancelled}) row(ended, link, R::Paid, true);
    }
    for (const auto live : {R::Open, R::InFlight, R::Authorized, R::Closing}) {
        row(live, L::InFlight, R::InFlight);
        row(live, L::Authorized, R::Authorized);
        row(live, L::Cancelled, R::Cancelled);
        row(live, L::Expired, R::Expired);
        row(live, L::Paid, R::InFlight);   // says paid, but names no payment
        row(live, L::Open, live == R::Closing ? R::Closing : R::Open);
        row(live, L::Unknown, live == R::Closing ? R::Closing : R::InFlight);
        for (const auto link : {L::Open, L::InFlight, L::Paid, L::Unknown, L::Cancelled, L::Expired}) row(live, link, R::Paid, true);
    }
}

void TestSnapshotRules::states()
{
    QFETCH(RequestState, from);
    QFETCH(int, link);
    QFETCH(bool, money);
    QFETCH(RequestState, to);
    One one{10000};
    const auto r = one.link();
    if (from != RequestState::Open) one.append({RequestMoved{r, one.id, from, u"counter"_s, 1}});
    auto s = snapshot(2, static_cast<LinkState>(link));
    if (money) s.movements.push_back(moved(K::Payment, u"tr_1"_s, 10000));
    one.look(r, s);
    QCOMPARE(one.stateOf(r), to);
    QCOMPARE(one.item().paid, eur(money ? 10000 : 0));
    QCOMPARE(one.look(r, s).size(), 0u);   // the same look again changes nothing
    s.fetchSeq = 3;
    QCOMPARE(one.look(r, s).size(), 0u);   // nor does a newer one that says the same
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestSnapshotRules::fault_16_everyPermutationOfSixLooks_data()
{
    QTest::addColumn<bool>("cumulative");
    QTest::newRow("each look lists everything so far") << true;
    QTest::newRow("each look lists only its own movement") << false;
}

void TestSnapshotRules::fault_16_everyPermutationOfSixLooks()
{
    QFETCH(bool, cumulative);
    const auto looks = sixLooks(cumulative);
    One start{10000};
    const auto r = start.link();
    std::array<int, 6> order{};
    std::iota(order.begin(), order.end(), 0);
    QString ledger;
    int permutations = 0;
    do {
        One one = start;
        for (const int i : order) one.look(r, looks[static_cast<std::size_t>(i)]);
        QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
        if (ledger.isEmpty()) ledger = ledgerOf(one.item());
        QCOMPARE(ledgerOf(one.item()), ledger);
        QCOMPARE(one.item().paid, eur(12500));
        QCOMPARE(one.stateOf(r), RequestState::Paid);
        QCOMPARE(boardState(one.item(), one.key()), BoardState::Overpaid);
        ++permutations;
    } while (std::next_permutation(order.begin(), order.end()));
    QCOMPARE(permutations, 720);
}

void TestSnapshotRules::fault_15_16_anyOrderAndMultiplicity()
{
    QVERIFY(rc::check("any order and multiplicity of looks gives the same ledger", [] {
        const auto looks = sixLooks(*rc::gen::arbitrary<bool>());
        One inOrder{10000};
        const auto r = inOrder.link();
        One shuffled = inOrder;
        auto order = *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, looks.size()));
        const auto half = static_cast<std::ptrdiff_t>(order.size() / 2);
        for (std::size_t i = 0; i < looks.size(); ++i) order.push_back(i);   // each at least once
        std::rotate(order.begin(), order.begin() + half, order.end());
        for (const auto& look : looks) inOrder.look(r, look);
        for (const auto i : order) shuffled.look(r, looks[i]);
        RC_ASSERT(shuffled.fault.isEmpty());
        RC_ASSERT(ledgerOf(shuffled.item()) == ledgerOf(inOrder.item()));
        RC_ASSERT(boardState(shuffled.item(), shuffled.key()) == boardState(inOrder.item(), inOrder.key()));
    }));
}

void TestSnapshotRules::fault_16_olderLookNeverOverridesANewerOne()
{
    One one{10000};
    const auto r = one.link();
    one.look(r, snapshot(5, LinkState::InFlight));
    for (const qint64 seq : {0, 1, 4, 5}) {
        for (const auto state : {LinkState::Open, LinkState::Cancelled, LinkState::Expired, LinkState::Authorized})
            QCOMPARE(one.look(r, snapshot(seq, state)).size(), 0u);
    }
    QCOMPARE(one.stateOf(r), RequestState::InFlight);
    // A look without news has no entry in the journal; its number is kept beside the age of the knowledge.
    noteLook(one.item(), r, 7, one.now.plusMs(1000));
    QCOMPARE(one.look(r, snapshot(6, LinkState::Open)).size(), 0u);
    QCOMPARE(one.item().truthAt, one.now.plusMs(1000));
    noteLook(one.item(), r, 3, one.now);
    QCOMPARE(one.item().findRequest(r)->fetchSeq, 7);
    QCOMPARE(one.item().truthAt, one.now.plusMs(1000));
    QVERIFY(one.look(r, snapshot(8, LinkState::Open)).size() > 0);
    QCOMPARE(one.stateOf(r), RequestState::Open);
}

// A movement of money is a fact, however late the look that saw it arrives.
void TestSnapshotRules::fault_16_olderLookStillBooksItsMoney()
{
    One one{10000};
    const auto r = one.link();
    one.look(r, snapshot(5, LinkState::Cancelled));
    one.look(r, snapshot(4, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)}));
    QCOMPARE(one.item().paid, eur(10000));
    QCOMPARE(one.stateOf(r), RequestState::Paid);
    QCOMPARE(one.item().findRequest(r)->fetchSeq, 5);
}

void TestSnapshotRules::testModeNeverSettlesLive()
{
    One one{10000};
    const auto r = one.link();
    auto s = snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)});
    s.mode = PortalMode::Test;
    QCOMPARE(taskKinds(one.look(r, s)), QStringList{u"portal.test_mode"_s});
    QVERIFY(one.item().paid.isZero());
    s.fetchSeq = 2;
    QCOMPARE(one.look(r, s).size(), 0u);
    QVERIFY(!judgeKey(one.key(), {one.item()}, one.now, one.now).mayGo);

    auto training = livePolicy();
    training.training = true;
    One sample{invoice(u"1"_s, 10000), training};
    const auto q = sample.link();
    sample.look(q, s);
    QCOMPARE(sample.item().paid, eur(10000));
}

void TestSnapshotRules::fault_18_wrongAmountIsBookedAndBecomesATask()
{
    for (const qint64 cents : {1, 9999, 10001}) {
        One one{10000};
        const auto r = one.link();
        const auto events = one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, cents)}));
        QCOMPARE(one.item().paid, eur(cents));
        QCOMPARE(taskKinds(events), QStringList{u"payment.wrong_amount"_s});
        QCOMPARE(boardState(one.item(), one.key()), cents < 10000 ? BoardState::Part : BoardState::Overpaid);
    }
}

// Half was taken at the counter by force, then the link over the whole amount is paid: exactly what the link asked for, and yet too much.
void TestSnapshotRules::fault_20_tooMuchForTheRestBecomesATask()
{
    One one{10000};
    const auto r = one.link();
    auto half = cash(5000);
    half.force = true;
    half.forceReason = u"das Portal antwortet nicht"_s;
    one.append(decideCounterPayment(one.item(), half, u"A"_s, one.now, one.policy));
    const auto events = one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)}));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Overpaid);
    QCOMPARE(taskKinds(events), QStringList{u"payment.double"_s});
    QCOMPARE(all<TaskRaised>(events)[0].amount, eur(5000));
}

void TestSnapshotRules::fault_18_otherCurrencyBecomesATaskOnce()
{
    One one{10000};
    const auto r = one.link();
    auto m = moved(K::Payment, u"tr_1"_s, 10000);
    m.amount = Money::cents(10000, Currency::fromCode(u"CHF").value());
    QCOMPARE(taskKinds(one.look(r, snapshot(1, LinkState::Paid, {m}))), QStringList{u"payment.currency"_s});
    QVERIFY(one.item().paid.isZero());
    QVERIFY(!judgeKey(one.key(), {one.item()}, one.now, one.now).mayGo);
    QCOMPARE(one.look(r, snapshot(2, LinkState::Paid, {m})).size(), 0u);
    // The owner has paid something: nobody may be asked a second time before somebody has looked at it.
    QVERIFY(!decideRequest(one.item(), requestCommand(2), one.policy).ok());
}

void TestSnapshotRules::fault_18_impossibleAmountsBecomeATask_data()
{
    QTest::addColumn<qint64>("cents");
    QTest::newRow("zero") << qint64{0};
    QTest::newRow("negative") << qint64{-10000};
    QTest::newRow("absurd") << kMaxCents + 1;
    QTest::newRow("largest number") << std::numeric_limits<qint64>::max();
    QTest::newRow("smallest number") << std::numeric_limits<qint64>::min();
}

void TestSnapshotRules::fault_18_impossibleAmountsBecomeATask()
{
    QFETCH(qint64, cents);
    for (const auto kind : {K::Payment, K::Refund, K::Chargeback, K::ChargebackReversed}) {
        One one{10000};
        const auto r = one.link();
        const auto events = one.look(r, snapshot(1, LinkState::Open, {moved(kind, u"x_1"_s, cents)}));
        QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
        QVERIFY(one.item().paid.isZero());
        QCOMPARE(taskKinds(events), QStringList{u"payment.amount"_s});
        QVERIFY(one.stateOf(r) != RequestState::Paid);
    }
}

void TestSnapshotRules::fault_15_sameMovementListedTwice()
{
    // Two pages of a list that changed while it was read: the same payment stands on both.
    One one{10000};
    const auto r = one.link();
    auto foreign = moved(K::Payment, u"tr_2"_s, 100);
    foreign.amount = Money::cents(100, Currency::fromCode(u"CHF").value());
    const auto m = moved(K::Payment, u"tr_1"_s, 10000);
    one.look(r, snapshot(1, LinkState::Paid, {m, m, foreign, foreign}));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
    QCOMPARE(one.item().paid, eur(10000));
    QCOMPARE(one.item().tasks.size(), 1u);
}

void TestSnapshotRules::unknownMethodIsKept()
{
    One one{10000};
    const auto r = one.link();
    auto m = moved(K::Payment, u"tr_1"_s, 10000);
    m.method = u"wero2 (beta) \u2728"_s;
    one.look(r, snapshot(1, LinkState::Paid, {m}));
    QCOMPARE(one.item().payments.at(0).method, m.method);
    QCOMPARE(boardRow(one.item(), one.key(), {one.item()}).reasonDetail, m.method);
}

void TestSnapshotRules::fault_17_anotherLinksLookIsNotBookedHere()
{
    One one{10000};
    const auto r = one.link();
    auto s = snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)});
    s.linkId = u"pl_of_somebody_else"_s;
    const auto events = decideSnapshot(one.item(), r, s, one.policy);
    QCOMPARE(all<PaymentBooked>(events).size(), 0u);
    QCOMPARE(taskKinds(events), QStringList{u"portal.wrong_link"_s});
    QCOMPARE(decideSnapshot(one.item(), RequestId::fresh(), s, one.policy).size(), 0u);
}

void TestSnapshotRules::unknownStatusIsUnclear()
{
    One one{10000};
    const auto r = one.link();
    one.look(r, snapshot(1, LinkState::Unknown));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Unknown);
    QCOMPARE(decideCounterStart(one.item(), u"A"_s, one.now).error().code, u"pay.unknown"_s);
    one.look(r, snapshot(2, LinkState::InFlight));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Running);
    one.append(decideSilent(one.item(), r));
    one.look(r, snapshot(3, LinkState::Unknown));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Unknown);
    one.look(r, snapshot(4, LinkState::Open));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Requested);
}

// A link that is being closed while its owner tries to pay must not come back to life when the try fails.
void TestSnapshotRules::closingWishSurvivesATry()
{
    for (const bool silent : {false, true}) {
        One one{10000};
        const auto r = one.link();
        one.append(decideWithdraw(one.item(), u"withdrawn"_s));
        one.look(r, snapshot(1, LinkState::InFlight));
        QCOMPARE(one.stateOf(r), RequestState::InFlight);
        if (silent) one.append(decideSilent(one.item(), r));
        const auto events = one.look(r, snapshot(2, LinkState::Open));
        QCOMPARE(one.stateOf(r), RequestState::Closing);
        QCOMPARE(linksToCancel(one.item(), events), std::vector<RequestId>{r});
        one.look(r, snapshot(3, LinkState::Cancelled));
        QCOMPARE(one.item().request(), RequestAxis::Withdrawn);
    }
}

// The first link was withdrawn, a second one handed out, then money comes over the first: nobody may pay the second as well.
void TestSnapshotRules::latePaymentClosesTheNewerLink()
{
    One one{10000};
    const auto first = one.link();
    one.append(decideWithdraw(one.item(), u"withdrawn"_s));
    one.append(decideCancelled(one.item(), first));
    const auto second = one.link();
    QCOMPARE(one.stateOf(second), RequestState::Open);
    const auto events = one.look(first, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)}));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Paid);
    QCOMPARE(taskKinds(events), QStringList{u"payment.late"_s});
    QCOMPARE(one.stateOf(second), RequestState::Closing);
    QCOMPARE(linksToCancel(one.item(), events), std::vector<RequestId>{second});
}

void TestSnapshotRules::refundChangesWhatTheRestLinkAsks()
{
    One one{10000};
    const auto first = one.link();
    one.look(first, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 4000)}));
    const auto rest = one.link();
    QCOMPARE(one.item().findRequest(rest)->amount, eur(6000));
    one.look(first, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 4000), moved(K::Refund, u"re_1"_s, 4000, u"tr_1"_s)}));
    QCOMPARE(one.stateOf(rest), RequestState::Closing);
}

void TestSnapshotRules::fault_16_chargebackSeenBeforeItsPayment()
{
    const auto payment = moved(K::Payment, u"tr_1"_s, 10000), back = moved(K::Chargeback, u"chb_1"_s, 10000, u"tr_1"_s);
    for (const bool oneLook : {true, false}) {
        One one{10000};
        const auto r = one.link();
        one.look(r, snapshot(1, LinkState::Open, oneLook ? std::vector{back, payment} : std::vector{back}));
        if (!oneLook) {
            QVERIFY(boardState(one.item(), one.key()) != BoardState::Part);   // nothing is paid
            one.look(r, snapshot(2, LinkState::Paid, {payment}));
        }
        QVERIFY(one.item().paid.isZero());
        QCOMPARE(boardState(one.item(), one.key()), BoardState::Reversed);
    }
}

void TestSnapshotRules::pageAndChoice()
{
    One one{10000};
    const auto r = one.link();
    auto s = snapshot(1, LinkState::Open);
    s.opened = true;
    s.choice = OwnerChoice::Counter;
    QCOMPARE(one.look(r, s).size(), 2u);
    QVERIFY(one.item().findRequest(r)->opened);
    QCOMPARE(one.item().choice, OwnerChoice::Counter);
    s.fetchSeq = 2;
    QCOMPARE(one.look(r, s).size(), 0u);
    s.choice = OwnerChoice::Online;
    s.fetchSeq = 3;
    QCOMPARE(one.look(r, s).size(), 1u);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

// A late "paid" of an order that had been refunded flipped it back to paid.
void TestSnapshotRules::storyLatePaidFlippedARefundedOrderBack()
{
    One one{10000};
    const auto r = one.link();
    const auto paid = snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)});
    one.look(r, paid);
    one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000), moved(K::Refund, u"re_1"_s, 10000, u"tr_1"_s)}));
    one.look(r, paid);                                                                            // the old message once more
    one.look(r, snapshot(3, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)}));             // and in a new fetch that lost the refund
    QVERIFY(one.item().paid.isZero());
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Reversed);
    QVERIFY(!judgeKey(one.key(), {one.item()}, one.now, one.now).mayGo);
}

// The refund of a double payment made an invoice that was still paid look unpaid.
void TestSnapshotRules::storyRefundOfADoublePaymentUnsettledTheInvoice()
{
    One one{10000};
    const auto r = one.link();
    std::vector<PortalMovement> m{moved(K::Payment, u"tr_1"_s, 10000), moved(K::Payment, u"tr_2"_s, 10000)};
    QCOMPARE(taskKinds(one.look(r, snapshot(1, LinkState::Paid, m))), QStringList{u"payment.double"_s});
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Overpaid);
    m.push_back(moved(K::Refund, u"re_1"_s, 10000, u"tr_2"_s));
    one.look(r, snapshot(2, LinkState::Paid, m));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Paid);
    QVERIFY(judgeKey(one.key(), {one.item()}, one.now, one.now).mayGo);
}

// Part payment, expiry, then a late payment that is too much was shown as neither late nor overpaid.
void TestSnapshotRules::storyPartialThenExpiredThenLateOverpayment()
{
    One one{10000};
    const auto first = one.link();
    QCOMPARE(taskKinds(one.look(first, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 4000)}))), QStringList{u"payment.wrong_amount"_s});
    const auto rest = one.link();
    QCOMPARE(one.item().findRequest(rest)->amount, eur(6000));
    one.look(rest, snapshot(1, LinkState::Expired));
    QCOMPARE(one.stateOf(rest), RequestState::Expired);
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Part);
    const auto events = one.look(rest, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr_2"_s, 7000)}));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Overpaid);
    QCOMPARE(one.item().open(), eur(-1000));
    QVERIFY(taskKinds(events).contains(u"payment.wrong_amount"_s));
    QVERIFY(taskKinds(events).contains(u"payment.late"_s));
}

// Money captured after the order had been cancelled was ignored.
void TestSnapshotRules::storyPaymentAfterTheInvoiceWasCancelled()
{
    One one{10000};
    const auto r = one.link();
    one.append(decideWithdraw(one.item(), u"withdrawn"_s));
    one.append(decideCancelled(one.item(), r));
    one.append({CreditApplied{one.id, InvoiceId::fresh(), u"G1"_s, eur(10000)}, InvoiceCancelled{one.id, u"credited by G1"_s}});
    const auto events = one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr_1"_s, 10000)}));
    QCOMPARE(one.item().paid, eur(10000));
    QCOMPARE(taskKinds(events), (QStringList{u"payment.double"_s, u"payment.late"_s}));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Overpaid);
}

QTEST_GUILESS_MAIN(TestSnapshotRules)
#include "tst_snapshot_rules.moc"
