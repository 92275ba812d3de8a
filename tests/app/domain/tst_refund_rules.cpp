// Refunds: what may go back, who has to agree, and that nothing goes back twice.
#include "app/domain/refund_rules.h"
#include "tests/app/domain/rules_kit.h"

using namespace kit;
using K = PortalMovement::Kind;
using Stage = PortalMovement::Stage;

namespace {

const QString kSeen = u"im Portal gesehen, 12:03"_s;
const QString kReason = u"doppelt bezahlt, Kunde war hier"_s;

RefundCommand wish(const OpenItem& item, qint64 cents)
{
    RefundCommand c;
    c.refund = RefundId::fresh();
    c.idempotencyKey = c.refund.text();
    c.payment = item.payments.front().sourceKey;
    c.amount = eur(cents);
    c.reason = kReason;
    return c;
}

One paidOnline(qint64 cents)
{
    One one{cents};
    one.policy.fourEyesAbove = eur(1'000'000);
    const auto r = one.link();
    one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, cents)}));   // an id may hold a colon
    return one;
}

} // namespace

class TstRefundRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyWhatIsLeftGoesBack();
    void aboveTheLimitTwoPeopleAgree();
    void theSameWishIsWantedOnce();
    void itIsBookedWhenThePortalSaysSo();
    void aRefundFoundByItsMoneyIsOurs();
    void aFailedOneBecomesATaskAndMayBeWantedAgain();
    void anUnclearOneBlocksTheNext();
    void aKeyDoesNotLeaveWhileMoneyGoesBack();
    void aPersonConfirmsWhatCannotBeRead();
    void whatAPersonSawIsNotBookedTwice();
    void whatDidNotGoBackMayBeWantedAnew();
    void theCheckNeedsTwoAboveTheLimit();
    void aRefundAnswersAllTasksOfItsPayment();
    void cashGoesBackWithItsReceipt();
    void aChargebackLeavesNothingToGiveBack();
};

void TstRefundRules::onlyWhatIsLeftGoesBack()
{
    auto one = paidOnline(10'000);
    QCOMPARE(decideRefund(one.item(), wish(one.item(), 10'001), u"anna"_s, one.policy).error().code, u"refund.exceeds"_s);
    QCOMPARE(decideRefund(one.item(), wish(one.item(), 0), u"anna"_s, one.policy).error().code, u"refund.amount"_s);
    auto part = wish(one.item(), 4'000);
    part.partOffered = false;
    QCOMPARE(decideRefund(one.item(), part, u"anna"_s, one.policy).error().code, u"refund.part"_s);
    auto silent = wish(one.item(), 4'000);
    silent.reason = u"so"_s;
    QCOMPARE(decideRefund(one.item(), silent, u"anna"_s, one.policy).error().code, u"refund.reason"_s);
    QVERIFY(one.append(decideRefund(one.item(), wish(one.item(), 4'000), u"anna"_s, one.policy)));
    QCOMPARE(refundable(one.item(), one.item().payments.front()), eur(6'000));
    QCOMPARE(one.item().refunds.front().paymentId, u"tr:1"_s);
    QCOMPARE(decideRefund(one.item(), wish(one.item(), 6'001), u"anna"_s, one.policy).error().detail, u"60.00"_s);
    QVERIFY(one.fault.isEmpty());
}

void TstRefundRules::aboveTheLimitTwoPeopleAgree()
{
    auto one = paidOnline(20'000);
    one.policy.fourEyesAbove = eur(10'000);
    auto c = wish(one.item(), 10'001);
    QCOMPARE(decideRefund(one.item(), c, u"anna"_s, one.policy).error().code, u"refund.second_person"_s);
    c.secondPerson = u" Anna "_s;
    QCOMPARE(decideRefund(one.item(), c, u"anna"_s, one.policy).error().code, u"refund.second_person"_s);
    c.secondPerson = u"Bernd"_s;
    QVERIFY(decideRefund(one.item(), c, u"anna"_s, one.policy).ok());
    QVERIFY(decideRefund(one.item(), wish(one.item(), 10'000), u"anna"_s, one.policy).ok());
}

void TstRefundRules::theSameWishIsWantedOnce()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 10'000);
    QVERIFY(one.append(decideRefund(one.item(), c, u"anna"_s, one.policy)));
    const auto again = decideRefund(one.item(), c, u"anna"_s, one.policy);
    QVERIFY(again.ok() && again.value().empty());
}

void TstRefundRules::itIsBookedWhenThePortalSaysSo()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 10'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    one.append(decideRefundTaken(one.item(), c.refund, u"re_9"_s));
    QCOMPARE(one.item().refunds.front().state, RefundState::Pending);
    QCOMPARE(one.item().paid, eur(10'000));
    const auto r = one.item().requests.front().id;
    auto back = moved(K::Refund, u"re_9"_s, 10'000, u"tr:1"_s);
    back.stage = Stage::Pending;
    one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), back}));
    QCOMPARE(one.item().paid, eur(10'000));
    back.stage = Stage::Final;
    for (int i = 3; i < 6; ++i) one.look(r, snapshot(i, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), back}));
    QCOMPARE(one.item().paid, eur(0));
    QCOMPARE(one.item().refunds.front().state, RefundState::Done);
    QCOMPARE(one.item().payments.size(), 2u);
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Reversed);
    QVERIFY(one.fault.isEmpty());
}

void TstRefundRules::aRefundFoundByItsMoneyIsOurs()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 3'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    one.append(decideRefundFailed(one.item(), c.refund, /*certain=*/false, u"portal.server_error"_s));   // the answer was lost, the work was done
    QCOMPARE(one.item().refunds.front().state, RefundState::Unclear);
    one.look(one.item().requests.front().id, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Refund, u"re_3"_s, 3'000, u"tr:1"_s)}));
    QCOMPARE(one.item().refunds.front().state, RefundState::Done);
    QCOMPARE(one.item().refunds.front().portalId, u"re_3"_s);
    QCOMPARE(one.item().paid, eur(7'000));
}

void TstRefundRules::aFailedOneBecomesATaskAndMayBeWantedAgain()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 10'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    const auto events = decideRefundFailed(one.item(), c.refund, /*certain=*/true, u"balance too low"_s);
    QCOMPARE(taskKinds(events), QStringList{u"refund.failed"_s});
    one.append(events);
    QCOMPARE(refundable(one.item(), one.item().payments.front()), eur(10'000));
    QVERIFY(one.append(decideRefund(one.item(), wish(one.item(), 10'000), u"anna"_s, one.policy)));
    QVERIFY(one.fault.isEmpty());
}

void TstRefundRules::anUnclearOneBlocksTheNext()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 1'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    const auto failed = decideRefundFailed(one.item(), c.refund, false, {});
    QCOMPARE(taskKinds(failed), QStringList{u"refund.no_answer"_s});
    one.append(failed);
    QCOMPARE(one.item().tasks.size(), 1u);
    QCOMPARE(decideRefund(one.item(), wish(one.item(), 1'000), u"anna"_s, one.policy).error().code, u"refund.unclear"_s);
    one.append(decideRefundTaken(one.item(), c.refund, u"re_1"_s));   // a retry was answered
    QVERIFY(one.item().tasks.empty());
    QVERIFY(decideRefund(one.item(), wish(one.item(), 1'000), u"anna"_s, one.policy).ok());
}

void TstRefundRules::aKeyDoesNotLeaveWhileMoneyGoesBack()
{
    auto one = paidOnline(10'000);
    QVERIFY(letsKeyGo(one.item()));
    one.append(decideRefund(one.item(), wish(one.item(), 1), u"anna"_s, one.policy));
    QVERIFY(!letsKeyGo(one.item()));
    QCOMPARE(paymentUnderWay(one.item()), UnderWay::Yes);
    // A double payment on its way back leaves the invoice paid.
    auto twice = paidOnline(10'000);
    twice.look(twice.item().requests.front().id, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Payment, u"tr:2"_s, 10'000)}));
    twice.append(decideRefund(twice.item(), wish(twice.item(), 10'000), u"anna"_s, twice.policy));
    QVERIFY(letsKeyGo(twice.item()));
}

void TstRefundRules::aPersonConfirmsWhatCannotBeRead()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 10'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    one.append(decideRefundTaken(one.item(), c.refund, u"psp-1"_s, /*readable=*/false));
    QCOMPARE(one.item().tasks.size(), 1u);
    QCOMPARE(decideRefundChecked(one.item(), {c.refund, true, u"ja"_s, {}}, u"anna"_s, one.policy).error().code, u"refund.reason"_s);
    QVERIFY(one.append(decideRefundChecked(one.item(), {c.refund, true, kSeen, {}}, u"anna"_s, one.policy)));
    QCOMPARE(one.item().paid, eur(0));
    QVERIFY(one.item().tasks.empty());
    QCOMPARE(decideRefundChecked(one.item(), {c.refund, true, kSeen, {}}, u"anna"_s, one.policy).error().code, u"refund.ended"_s);
    // Should the portal name it later all the same, it is the same fact.
    one.look(one.item().requests.front().id, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Refund, u"psp-1"_s, 10'000, u"tr:1"_s)}));
    QCOMPARE(one.item().paid, eur(0));
}

// It was carried out, the answer was lost, a person saw it before the portal could be read again.
void TstRefundRules::whatAPersonSawIsNotBookedTwice()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 3'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    one.append(decideRefundFailed(one.item(), c.refund, false, u"net.deadline"_s));
    QVERIFY(one.append(decideRefundChecked(one.item(), {c.refund, true, kSeen, {}}, u"anna"_s, one.policy)));
    QCOMPARE(one.item().paid, eur(7'000));
    const auto r = one.item().requests.front().id;
    const auto back = moved(K::Refund, u"re_3"_s, 3'000, u"tr:1"_s);
    for (int i = 2; i < 5; ++i) one.look(r, snapshot(i, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), back}));
    QCOMPARE(one.item().paid, eur(7'000));
    QCOMPARE(one.item().refunds.front().portalId, u"re_3"_s);
    // A second one of the same amount, made on the portal's page, is another fact.
    one.look(r, snapshot(5, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), back, moved(K::Refund, u"re_4"_s, 3'000, u"tr:1"_s)}));
    QCOMPARE(one.item().paid, eur(4'000));
    // It bounces: the money is here again, once.
    auto bounced = back;
    bounced.stage = Stage::Failed;
    for (int i = 6; i < 8; ++i) one.look(r, snapshot(i, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), bounced, moved(K::Refund, u"re_4"_s, 3'000, u"tr:1"_s)}));
    QCOMPARE(one.item().paid, eur(7'000));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TstRefundRules::whatDidNotGoBackMayBeWantedAnew()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 10'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    one.append(decideRefundFailed(one.item(), c.refund, false, {}));
    QVERIFY(one.append(decideRefundChecked(one.item(), {c.refund, false, kSeen, {}}, u"anna"_s, one.policy)));
    QCOMPARE(one.item().refunds.front().state, RefundState::Failed);
    QCOMPARE(one.item().paid, eur(10'000));
    QVERIFY(one.item().tasks.empty());
    QVERIFY(decideRefund(one.item(), wish(one.item(), 10'000), u"anna"_s, one.policy).ok());
    // The person was wrong: money that has moved is booked all the same.
    one.look(one.item().requests.front().id, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Refund, u"re_1"_s, 10'000, u"tr:1"_s)}));
    QCOMPARE(one.item().paid, eur(0));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TstRefundRules::theCheckNeedsTwoAboveTheLimit()
{
    auto one = paidOnline(10'000);
    const auto c = wish(one.item(), 10'000);
    one.append(decideRefund(one.item(), c, u"anna"_s, one.policy));
    one.append(decideRefundFailed(one.item(), c.refund, false, {}));
    one.policy.fourEyesAbove = eur(9'999);
    for (const auto& nobody : {QString{}, u" ANNA "_s})
        QCOMPARE(decideRefundChecked(one.item(), {c.refund, true, kSeen, nobody}, u"anna"_s, one.policy).error().code, u"refund.second_person"_s);
    QVERIFY(one.append(decideRefundChecked(one.item(), {c.refund, true, kSeen, u"Bernd"_s}, u"anna"_s, one.policy)));
    QVERIFY(one.item().refunds.front().detail.contains(u"Bernd"_s));
}

// Paid in cash, withdrawn, and then paid over the old link: late and double, one payment, one refund.
void TstRefundRules::aRefundAnswersAllTasksOfItsPayment()
{
    One one{10'000};
    one.policy.fourEyesAbove = eur(1'000'000);
    const auto r = one.link();
    one.append(decideWithdraw(one.item(), u"counter"_s));
    one.append(decideCancelled(one.item(), r));
    one.append(decideCounterPayment(one.item(), cash(10'000), u"A"_s, one.now, one.policy));
    one.look(r, snapshot(1, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000)}));
    QCOMPARE(one.item().tasks.size(), 2u);
    auto c = wish(one.item(), 10'000);
    c.payment = one.item().payments.back().sourceKey;
    c.task = one.item().tasks.front().id;
    QVERIFY(one.append(decideRefund(one.item(), c, u"anna"_s, one.policy)));
    one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Refund, u"re_1"_s, 10'000, u"tr:1"_s)}));
    QVERIFY(one.item().tasks.empty());
    QVERIFY(one.item().open().isZero());
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TstRefundRules::cashGoesBackWithItsReceipt()
{
    One one{10'000};
    one.policy.fourEyesAbove = eur(1'000'000);
    const auto paid = decideCounterPayment(one.item(), cash(10'000), u"A"_s, one.now, one.policy);
    one.append(paid);
    CounterRefundCommand c{PaymentId::fresh(), one.item().payments.front().sourceKey, eur(2'500), kReason, {}, {}, u"B-000009"_s};
    QCOMPARE(decideCounterRefund(one.item(), c, u"anna"_s, one.policy).error().code, u"pay.receipt_needed"_s);
    c.receiptNumber = u"TSE-77"_s;
    QVERIFY(one.append(decideCounterRefund(one.item(), c, u"anna"_s, one.policy)));
    QCOMPARE(one.item().paid, eur(7'500));
    QCOMPARE(one.item().payments.back().kind, PaymentKind::RefundCash);
    QCOMPARE(one.journal.back().event.as<PaymentBooked>()->note, kReason);
    QCOMPARE(decideCounterRefund(one.item(), c, u"anna"_s, one.policy).error().code, u"pay.booked_already"_s);
    c.payment = PaymentId::fresh();
    c.amount = eur(7'501);
    QCOMPARE(decideCounterRefund(one.item(), c, u"anna"_s, one.policy).error().code, u"refund.exceeds"_s);
}

void TstRefundRules::aChargebackLeavesNothingToGiveBack()
{
    auto one = paidOnline(10'000);
    const auto r = one.item().requests.front().id;
    one.look(r, snapshot(2, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Chargeback, u"cb"_s, 10'000, u"tr:1"_s)}));
    QCOMPARE(refundable(one.item(), one.item().payments.front()), eur(0));
    one.look(r, snapshot(3, LinkState::Paid, {moved(K::Payment, u"tr:1"_s, 10'000), moved(K::Chargeback, u"cb"_s, 10'000, u"tr:1"_s),
                                              moved(K::ChargebackReversed, u"cr"_s, 10'000, u"tr:1"_s)}));
    QCOMPARE(refundable(one.item(), one.item().payments.front()), eur(10'000));
}

QTEST_APPLESS_MAIN(TstRefundRules)
#include "tst_refund_rules.moc"
