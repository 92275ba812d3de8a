#include "app/core/limits.h"
#include "rules_kit.h"
#include <rapidcheck.h>
#include <limits>

using namespace kit;

class TestCounterRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(2000); }
    void fault_20_interlock_data();
    void fault_20_interlock();
    void nothingToTake();
    void amounts();
    void receipts();
    void samePaymentIsBookedOnce();
    void twoDesksContest();
    void lockExpires();
    void forcedPartPaymentClosesTheOldLink();
    void paperSheetEndsWithThePayment();
    void transferOnTheAccountIsAFact();
    void fault_20_takenIsAFact_data();
    void fault_20_takenIsAFact();
    void fault_20_takenBesideLinkAndLock();
    void oneSlipIsOneCharge();
    void fault_20_takenNeedsItsProof();
    void onAccount();
    void moreThanAnybodyGivesIsAskedAbout();
    void changeSumsExactly();
};

void TestCounterRules::fault_20_interlock_data()
{
    QTest::addColumn<RequestState>("state");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("start");   // refusal, empty: allowed
    QTest::addColumn<QString>("pay");
    const auto unknown = u"pay.unknown"_s, underWay = u"pay.online_under_way"_s, none = QString{};
    QTest::newRow("creating") << RequestState::Creating << none << unknown << unknown;
    QTest::newRow("create unknown") << RequestState::CreateUnknown << none << unknown << unknown;
    QTest::newRow("open") << RequestState::Open << none << none << u"pay.link_open"_s;
    QTest::newRow("in flight") << RequestState::InFlight << none << underWay << underWay;
    QTest::newRow("silent") << RequestState::InFlight << u"silent"_s << unknown << unknown;
    QTest::newRow("authorized") << RequestState::Authorized << none << underWay << underWay;
    QTest::newRow("closing") << RequestState::Closing << u"counter"_s << none << unknown;
    QTest::newRow("paid, rest open") << RequestState::Paid << none << none << none;
    QTest::newRow("cancelled") << RequestState::Cancelled << none << none << none;
    QTest::newRow("expired") << RequestState::Expired << none << none << none;
    QTest::newRow("failed") << RequestState::Failed << none << none << none;
}

void TestCounterRules::fault_20_interlock()
{
    QFETCH(RequestState, state);
    QFETCH(QString, why);
    QFETCH(QString, start);
    QFETCH(QString, pay);
    One one{10000};
    const auto r = one.link();
    one.append({RequestMoved{r, one.id, state, why, 1}});
    const auto codeOr = [](const auto& result) { return result ? QString{} : result.error().code; };
    QCOMPARE(codeOr(decideCounterStart(one.item(), u"A"_s, one.now)), start);
    QCOMPARE(codeOr(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy)), pay);

    // With force and a reason everything is allowed, and no link stays payable beside the drawer.
    const bool live = one.item().liveRequest() != nullptr;
    auto forced = cash(4000);
    forced.force = true;
    QCOMPARE(codeOr(decideCounterPayment(one.item(), forced, u"A"_s, one.now, one.policy)), live ? u"pay.force_reason"_s : QString{});
    forced.forceReason = u"broken off on the phone"_s;
    One paying = one;
    QVERIFY(paying.append(decideCounterPayment(paying.item(), forced, u"A"_s, paying.now, paying.policy)));
    QCOMPARE(paying.stateOf(r), live ? RequestState::Closing : state);
    const auto started = decideCounterStart(one.item(), u"A"_s, one.now, true);
    QVERIFY(one.append(started));
    QCOMPARE(one.stateOf(r), live ? RequestState::Closing : state);
    QCOMPARE(started.value().toCancel.size(), live ? 1u : 0u);
    QVERIFY(one.append(decideCounterPayment(one.item(), forced, u"A"_s, one.now, one.policy)));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestCounterRules::nothingToTake()
{
    const auto refused = [](const Invoice& record) {
        One one{record};
        return decideCounterPayment(one.item(), cash(100), u"A"_s, one.now, one.policy).error().code;
    };
    QCOMPARE(refused(invoice(u"1"_s, 10000, {}, u"381"_s)), u"pay.nothing_asked"_s);
    QCOMPARE(refused(invoice(u"1"_s, 10000, {}, u"751"_s)), u"pay.nothing_asked"_s);
    QCOMPARE(refused(invoice(u"1"_s, 0)), u"pay.already_settled"_s);
    One one{10000};
    one.append({InvoiceCancelled{one.id, u"wrong car"_s}});
    QCOMPARE(decideCounterStart(one.item(), u"A"_s, one.now, true).error().code, u"pay.nothing_asked"_s);
    QCOMPARE(decideCounterLock(one.item(), u"A"_s, one.now).error().code, u"pay.nothing_asked"_s);
}

void TestCounterRules::amounts()
{
    One one{10000};
    const auto refused = [&](CounterCommand c) {
        const auto decision = decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy);
        return decision ? QString{} : decision.error().code;
    };
    QCOMPARE(refused(cash(0)), u"pay.amount"_s);
    QCOMPARE(refused(cash(-1)), u"pay.amount"_s);
    QCOMPARE(refused(cash(std::numeric_limits<qint64>::min())), u"pay.amount"_s);
    QCOMPARE(refused(cash(10001)), u"pay.exceeds_open"_s);
    QCOMPARE(refused(cash(std::numeric_limits<qint64>::max())), u"pay.exceeds_open"_s);
    auto chf = cash(100);
    chf.amount = Money::cents(100, Currency::fromCode(u"CHF").value());
    QCOMPARE(refused(chf), u"pay.currency"_s);
    auto given = cash(10000);
    given.tendered = eur(9999);
    QCOMPARE(refused(given), u"pay.tendered"_s);
    given.tendered = chf.amount;
    QCOMPARE(refused(given), u"money.mixed_currency"_s);
    given.tendered = eur(20000);
    const auto decision = decideCounterPayment(one.item(), given, u"A"_s, one.now, one.policy);
    QCOMPARE(decision.value().change, eur(10000));
    const auto booked = all<PaymentBooked>(decision.value().events).at(0);
    QCOMPARE(booked.amount, eur(10000));
    QCOMPARE(booked.tendered, eur(20000));
    QCOMPARE(booked.change, eur(10000));
    QCOMPARE(booked.stage, MoneyStage::Received);
    given.method = CounterMethod::Card;   // a card has no change
    QCOMPARE(decideCounterPayment(one.item(), given, u"A"_s, one.now, one.policy).value().change, eur(0));
}

void TestCounterRules::receipts()
{
    One one{10000};
    auto c = cash(100);
    c.receiptNumber = u"  "_s;
    c.ownReceipt = u"T-7"_s;
    const auto code = [&](const Policy& p) {
        const auto d = decideCounterPayment(one.item(), c, u"A"_s, one.now, p);
        return d ? d.value().receiptNumber : d.error().code;
    };
    auto training = one.policy;
    training.training = true;
    QCOMPARE(code(one.policy), u"pay.receipt_needed"_s);
    QCOMPARE(code(training), u"T-7"_s);
    c.method = CounterMethod::Card;
    QCOMPARE(code(one.policy), u"pay.receipt_needed"_s);
    c.method = CounterMethod::Transfer;
    QCOMPARE(code(one.policy), u"T-7"_s);
    c.method = CounterMethod::Cash;
    c.receiptNumber = u" R-9 "_s;
    QCOMPARE(code(one.policy), u"R-9"_s);
}

void TestCounterRules::samePaymentIsBookedOnce()
{
    One one{10000};
    auto c = cash(4000);
    QVERIFY(one.append(decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy)));
    const auto again = decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy);
    QCOMPARE(again.error().fault, Fault::Conflict);
    QCOMPARE(again.error().code, u"pay.booked_already"_s);
    c.method = CounterMethod::Card;   // the same dialog, sent again with another method after an answer was lost
    QCOMPARE(decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy).error().code, u"pay.booked_already"_s);
    QVERIFY(one.append(decideCounterPayment(one.item(), cash(4000), u"A"_s, one.now, one.policy)));   // two equal true payments stay two
    QCOMPARE(one.item().paid, eur(8000));
}

void TestCounterRules::twoDesksContest()
{
    One one{10000};
    QVERIFY(one.append(decideCounterStart(one.item(), u"A"_s, one.now)));
    for (const bool force : {false, true}) {
        const auto second = decideCounterStart(one.item(), u"B"_s, one.now, force);
        QCOMPARE(second.error().code, u"pay.locked"_s);
        QCOMPARE(second.error().detail, u"A"_s);
        auto c = cash(10000);
        c.force = force;
        QCOMPARE(decideCounterPayment(one.item(), c, u"B"_s, one.now, one.policy).error().code, u"pay.locked"_s);
    }
    QCOMPARE(decideCounterLock(one.item(), u"B"_s, one.now).error().code, u"pay.locked"_s);
    QCOMPARE(decideCounterEnd(one.item(), u"B"_s).size(), 0u);   // only its holder lets go
    QVERIFY(one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy)));
    QVERIFY(one.item().lockDesk.isEmpty());
    QCOMPARE(decideCounterPayment(one.item(), cash(10000), u"B"_s, one.now, one.policy).error().code, u"pay.already_settled"_s);
}

void TestCounterRules::lockExpires()
{
    One one{10000};
    one.append(decideCounterLock(one.item(), u"A"_s, one.now));
    one.now = one.now.plusMs(limits::kCounterLockMs - 1);
    QVERIFY(!decideCounterStart(one.item(), u"B"_s, one.now));
    one.now = one.now.plusMs(1);
    QVERIFY(one.append(decideCounterStart(one.item(), u"B"_s, one.now)));
    // The first desk comes back from lunch: its dialog no longer holds anything.
    QCOMPARE(decideCounterPayment(one.item(), cash(100), u"A"_s, one.now, one.policy).error().code, u"pay.locked"_s);
    QCOMPARE(decideCounterEnd(one.item(), u"A"_s).size(), 0u);
}

void TestCounterRules::forcedPartPaymentClosesTheOldLink()
{
    One one{10000};
    const auto r = one.link();
    auto c = cash(4000);
    c.force = true;
    c.forceReason = u"broken off on the phone"_s;
    const auto decision = decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy);
    QVERIFY(one.append(decision));
    QCOMPARE(one.stateOf(r), RequestState::Closing);   // it still asks for the whole amount
    QCOMPARE(decision.value().toCancel.size(), 1u);
    // Money that comes over it all the same is booked, and what is too much becomes a task.
    const auto events = one.look(r, snapshot(1, LinkState::Paid, {moved(PortalMovement::Kind::Payment, u"tr_1"_s, 10000)}));
    const auto tasks = all<TaskRaised>(events);
    QCOMPARE(one.item().paid, eur(14000));
    QCOMPARE(tasks.size(), 1u);
    QCOMPARE(tasks[0].kind, u"payment.double"_s);
    QCOMPARE(tasks[0].amount, eur(4000));              // what has to go back
}

void TestCounterRules::paperSheetEndsWithThePayment()
{
    auto policy = livePolicy();
    policy.portal.clear();
    One one{invoice(u"1"_s, 10000), policy};
    const auto asked = decideRequest(one.item(), requestCommand(), policy);
    QVERIFY(one.append(asked));
    QCOMPARE(one.stateOf(asked.value().request), RequestState::Open);
    const auto paid = decideCounterPayment(one.item(), cash(4000), u"A"_s, one.now, policy);
    QVERIFY(one.append(paid));
    QCOMPARE(one.stateOf(asked.value().request), RequestState::Cancelled);
    QCOMPARE(paid.value().toCancel.size(), 0u);
}

// It stands on the account: booked whatever is open, and no link stays that asks for what is no longer owed.
void TestCounterRules::transferOnTheAccountIsAFact()
{
    One one{10000};
    const auto r = one.link();
    const auto id = PaymentId::fresh();
    const auto noted = decideTransferNoted(one.item(), id, eur(4000));
    QVERIFY(one.append(noted));
    QCOMPARE(one.item().open(), eur(6000));
    QCOMPARE(one.stateOf(r), RequestState::Closing);
    QCOMPARE(linksToCancel(one.item(), noted.value()), std::vector<RequestId>{r});
    QCOMPARE(taskKinds(noted.value()), QStringList{});
    QCOMPARE(decideTransferNoted(one.item(), id, eur(4000)).error().code, u"pay.booked_already"_s);
    QVERIFY(one.append(decideTransferNoted(one.item(), PaymentId::fresh(), eur(6001))));
    QVERIFY(one.append(decideTransferNoted(one.item(), PaymentId::fresh(), eur(1))));
    QCOMPARE(one.item().paid, eur(10002));
    QCOMPARE(one.item().tasks.size(), 2u);
    QCOMPARE(one.item().tasks[0].kind, u"payment.wrong_amount"_s);
    QCOMPARE(one.item().tasks[1].kind, u"payment.double"_s);
    QCOMPARE(decideTransferNoted(one.item(), PaymentId::fresh(), eur(0)).error().code, u"pay.amount"_s);
    QCOMPARE(decideTransferNoted(one.item(), PaymentId::fresh(), eur(kMaxCents + 1)).error().code, u"pay.amount"_s);
    QCOMPARE(decideTransferNoted(one.item(), PaymentId::fresh(), Money::cents(1, Currency::fromCode(u"CHF").value())).error().code, u"pay.currency"_s);
    // The same payment, noted at the counter first.
    One counter{10000};
    auto c = cash(10000);
    counter.append(decideCounterPayment(counter.item(), c, u"A"_s, counter.now, counter.policy));
    QCOMPARE(decideTransferNoted(counter.item(), c.payment, eur(10000)).error().code, u"pay.booked_already"_s);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

// The card was charged while nobody knew: booked whatever is asked for, and what is too much is somebody's task.
void TestCounterRules::fault_20_takenIsAFact_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<qint64>("paidBefore");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<qint64>("tooMuch");
    QTest::addColumn<QStringList>("tasks");
    const QStringList twice{u"payment.double"_s}, other{u"payment.wrong_amount"_s};
    QTest::newRow("open") << u"380"_s << qint64{0} << false << qint64{0} << QStringList{};
    QTest::newRow("more than open") << u"380"_s << qint64{4000} << false << qint64{4000} << other;
    QTest::newRow("settled") << u"380"_s << qint64{10000} << false << qint64{10000} << twice;
    QTest::newRow("over already") << u"380"_s << qint64{10001} << false << qint64{10000} << twice;
    QTest::newRow("cancelled") << u"380"_s << qint64{0} << true << qint64{10000} << twice;
    QTest::newRow("credit") << u"381"_s << qint64{0} << false << qint64{10000} << twice;
    QTest::newRow("booking aid") << u"751"_s << qint64{0} << false << qint64{10000} << twice;
}

void TestCounterRules::fault_20_takenIsAFact()
{
    QFETCH(QString, type);
    QFETCH(qint64, paidBefore);
    QFETCH(bool, cancelled);
    QFETCH(qint64, tooMuch);
    QFETCH(QStringList, tasks);
    One one{invoice(u"1"_s, 10000, {}, type)};
    if (paidBefore > 0) QVERIFY(one.append(decideTransferNoted(one.item(), PaymentId::fresh(), eur(paidBefore))));
    if (cancelled) one.append({InvoiceCancelled{one.id, u"wrong car"_s}});
    for (const auto method : {CounterMethod::Card, CounterMethod::Transfer}) {
        One each = one;
        auto c = cash(10000);
        c.method = method;
        c.taken = true;
        const auto decision = decideCounterPayment(each.item(), c, u"A"_s, each.now, each.policy);
        QVERIFY2(decision.ok(), decision.ok() ? "" : qPrintable(decision.error().code));
        QCOMPARE(decision.value().tooMuch, eur(tooMuch));
        QCOMPARE(taskKinds(decision.value().events), tasks);
        if (!tasks.isEmpty()) {
            const auto task = all<TaskRaised>(decision.value().events).at(0);
            QCOMPARE(task.amount, eur(tooMuch));
            QCOMPARE(task.detail, all<PaymentBooked>(decision.value().events).at(0).sourceKey);   // ended by the refund of this payment
        }
        const auto before = each.item().paid.inCents();
        QVERIFY(each.append(decision));
        QCOMPARE(each.item().paid.inCents(), before + 10000);
        QCOMPARE(each.item().payments.back().kind, kindOf(method));
        QCOMPARE(each.item().payments.back().receiptNumber, u"R-1"_s);
        if (tooMuch > 0 && type == u"380") QCOMPARE(each.item().money(), MoneyAxis::Over);
        QCOMPARE(decideCounterPayment(each.item(), c, u"A"_s, each.now, each.policy).error().code, u"pay.booked_already"_s);
        QVERIFY2(each.fault.isEmpty(), qPrintable(each.fault));
    }
}

void TestCounterRules::fault_20_takenBesideLinkAndLock()
{
    for (const auto state : {RequestState::Open, RequestState::InFlight, RequestState::Authorized, RequestState::Closing, RequestState::CreateUnknown}) {
        One one{10000};
        const auto r = one.link();
        one.append({RequestMoved{r, one.id, state, u"counter"_s, 1}});
        one.append({CounterLocked{one.id, u"B"_s, one.now.plusMs(limits::kCounterLockMs)}});
        auto c = cash(10000);
        c.method = CounterMethod::Card;
        c.taken = true;
        const auto decision = decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy);
        QVERIFY2(decision.ok(), decision.ok() ? "" : qPrintable(decision.error().code));
        QCOMPARE(taskKinds(decision.value().events), QStringList{});
        QVERIFY(one.append(decision));
        QCOMPARE(one.stateOf(r), RequestState::Closing);   // its sheet asks for what is no longer open
        QCOMPARE(one.item().lockDesk, u"B"_s);             // the other desk sees that nothing is open any more
    }
}

void TestCounterRules::oneSlipIsOneCharge()
{
    One one{10000};
    auto c = cash(4000);
    c.method = CounterMethod::Card;
    c.receiptNumber = u" 0815 "_s;
    const auto code = [&] {
        const auto no = whyNotPayable(one.item(), c, one.policy);
        return no ? no->code : QString{};
    };
    QCOMPARE(code(), QString{});
    c.receiptKnown = true;
    QCOMPARE(code(), u"pay.receipt_known"_s);
    c.slipShared = true;
    QCOMPARE(code(), QString{});
    QVERIFY(one.append(decideCounterPayment(one.item(), c, u"A"_s, one.now, one.policy)));
    c.payment = PaymentId::fresh();
    QCOMPARE(code(), u"pay.receipt_here"_s);
    c.method = CounterMethod::Transfer;   // a number is no slip of a terminal
    QCOMPARE(code(), QString{});
}

void TestCounterRules::fault_20_takenNeedsItsProof()
{
    One one{0};
    auto training = one.policy;
    training.training = true;
    auto c = cash(10000);
    c.taken = true;
    c.ownReceipt = u"B-000001"_s;
    const auto code = [&] {
        const auto d = decideCounterPayment(one.item(), c, u"A"_s, one.now, training);
        return d ? QString{} : d.error().code;
    };
    QCOMPARE(code(), u"pay.taken_cash"_s);   // notes are handed back
    c.method = CounterMethod::Card;
    c.receiptNumber = u"  "_s;
    QCOMPARE(code(), u"pay.receipt_needed"_s);
    c.receiptNumber = u"0815"_s;
    c.receiptKnown = true;
    QCOMPARE(code(), u"pay.receipt_known"_s);
    c.receiptKnown = false;
    for (const qint64 cents : {qint64{0}, qint64{-1}, kMaxCents + 1}) {
        c.amount = eur(cents);
        QCOMPARE(code(), u"pay.amount"_s);
    }
    c.amount = Money::cents(100, Currency::fromCode(u"CHF").value());
    QCOMPARE(code(), u"pay.currency"_s);
    c.amount = eur(1);
    QCOMPARE(code(), QString{});
    c.method = CounterMethod::Transfer;   // what it says on the account may have no number
    c.receiptNumber.clear();
    QCOMPARE(code(), QString{});
}

void TestCounterRules::onAccount()
{
    auto record = invoice(u"1"_s, 10000);
    record.dueDate = QDate{2026, 12, 24};
    record.buyer.id = u"K-100"_s;
    One one{record};
    const QDate today{2026, 11, 23};
    auto limited = one.policy;
    limited.onAccountLimit = eur(9999);
    QCOMPARE(decideOnAccount(one.item(), limited, {}, today, false).error().code, u"account.limit"_s);
    QCOMPARE(all<OnAccountGranted>(decideOnAccount(one.item(), limited, {}, today, true).value()).size(), 1u);
    auto strict = one.policy;
    strict.onAccountCustomers = {u"K-1"_s, u""_s};
    QCOMPARE(decideOnAccount(one.item(), strict, {}, today, false).error().code, u"account.not_approved"_s);
    QCOMPARE(all<OnAccountGranted>(decideOnAccount(one.item(), strict, {}, today, true).value()).at(0).rule, u"manager"_s);
    One nameless{10000};
    QCOMPARE(decideOnAccount(nameless.item(), strict, {}, today, false).error().code, u"account.not_approved"_s);   // no number is no approved number
    const auto granted = decideOnAccount(one.item(), one.policy, {}, today, false);
    QCOMPARE(all<OnAccountGranted>(granted.value()).at(0).due, record.dueDate);
    one.append(granted);
    QCOMPARE(decideOnAccount(one.item(), one.policy, {}, today, false).value().size(), 0u);
    QCOMPARE(decideOnAccountEnd(one.item(), u"kurz"_s).error().code, u"account.reason"_s);
    one.append(decideOnAccountEnd(one.item(), u"he pays now after all"_s));
    QVERIFY(!one.item().onAccount && !moneyAllowsKey(one.item()));
    QCOMPARE(decideOnAccountEnd(one.item(), u"he pays now after all"_s).error().code, u"account.none"_s);
    one.append(decideOnAccount(one.item(), one.policy, {}, today, true, u"Stammkunde seit 1998"_s, u"Chef"_s));
    QCOMPARE(one.journal.back().event.as<OnAccountGranted>()->reason, u"Stammkunde seit 1998"_s);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
    One settled{0};
    QCOMPARE(decideOnAccount(settled.item(), settled.policy, {}, today, true).error().code, u"account.nothing_open"_s);
    One credit{invoice(u"2"_s, 100, {}, u"381"_s)};
    QCOMPARE(decideOnAccount(credit.item(), credit.policy, {}, today, true).error().code, u"account.nothing_open"_s);
}

void TestCounterRules::moreThanAnybodyGivesIsAskedAbout()
{
    const auto asked = [](qint64 amount, qint64 tendered) { return isMoreThanAnybodyGives(eur(amount), eur(tendered)); };
    QVERIFY(asked(9640, 1502000));     // 150,20 typed with a zero too many
    QVERIFY(asked(9640, 100000));
    QVERIFY(asked(4230, 42300));       // the amount itself, one digit too many
    QVERIFY(asked(960, 9600));
    QVERIFY(asked(9640, 30000));       // 200 + 100: the 100 alone was enough
    QVERIFY(asked(50000, 100000));     // the second 500 note belongs back
    QVERIFY(!asked(50001, 100000));
    QVERIFY(!asked(9640, 10000));
    QVERIFY(!asked(9640, 10640));      // for a round change
    QVERIFY(!asked(9640, 20000));      // one note
    QVERIFY(!asked(960, 20000));       // one large note for little
    QVERIFY(!asked(4230, 50000));
    QVERIFY(!asked(15050, 20000));     // four of 50
    QVERIFY(!asked(68430, 100000));
    QVERIFY(!asked(50, 499));          // coins
    QVERIFY(!asked(9640, 9640));
    QVERIFY(rc::check("no single note that is enough is asked about, and a zero too many always is, from where no single note is as much", [] {
        const auto amount = *rc::gen::inRange<qint64>(1, 100'000'00);
        for (const qint64 note : {500, 1000, 2000, 5000, 10000, 20000, 50000}) RC_ASSERT(note < amount || !isMoreThanAnybodyGives(eur(amount), eur(note)));
        RC_ASSERT(amount * 9 < 50000 || isMoreThanAnybodyGives(eur(amount), eur(amount * 10)));
    }));
}

void TestCounterRules::changeSumsExactly()
{
    QCOMPARE(changeInCash(eur(0)).size(), 0u);
    QCOMPARE(changeInCash(eur(-5)).size(), 0u);
    static constexpr std::array<qint64, 13> pieces{10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1};
    // The fewest pieces for every amount up to 50 euro, by dynamic programming.
    std::vector<int> fewest(5001, 0);
    for (std::size_t cents = 1; cents < fewest.size(); ++cents) {
        fewest[cents] = std::numeric_limits<int>::max();
        for (const auto p : pieces)
            if (static_cast<std::size_t>(p) <= cents) fewest[cents] = std::min(fewest[cents], fewest[cents - static_cast<std::size_t>(p)] + 1);
    }
    for (qint64 cents = 0; cents <= 5000; ++cents) {
        qint64 sum = 0;
        int count = 0;
        for (const auto& d : changeInCash(eur(cents))) {
            sum += d.cents * d.count;
            count += d.count;
        }
        QCOMPARE(sum, cents);
        QCOMPARE(count, fewest[static_cast<std::size_t>(cents)]);
    }
    QVERIFY(rc::check("any amount is handed out exactly, largest piece first", [] {
        const auto cents = *rc::gen::inRange<qint64>(0, kMaxCents + 1);
        qint64 sum = 0, last = pieces[0] + 1;
        for (const auto& d : changeInCash(eur(cents))) {
            RC_ASSERT(d.count > 0);
            RC_ASSERT(d.cents < last);
            last = d.cents;
            sum += d.cents * d.count;
        }
        RC_ASSERT(sum == cents);
    }));
}

QTEST_GUILESS_MAIN(TestCounterRules)
#include "tst_counter_rules.moc"
