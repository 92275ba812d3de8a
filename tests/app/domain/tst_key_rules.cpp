#include "app/core/limits.h"
#include "rules_kit.h"

using namespace kit;

namespace {

ReleaseCommand toOwner(const OpenItem& item, Instant freshAt = {})
{
    ReleaseCommand c;
    c.invoice = item.id;
    c.to = u"Erika Mustermann"_s;
    c.freshAt = freshAt;
    return c;
}

} // namespace

class TestKeyRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void requestStates_data();
    void requestStates();
    void paidGoesOnceAndTheSecondDeskSeesToWhom();
    void overrideNeedsAReason();
    void everyInvoiceOfTheStayCounts();
    void staleOrUnreadTruthIsNotEnough();
    void aKeyWithoutItsInvoicesIsNotJudgedFree();
    void reversedNeverGoesByRule();
    void onAccountIsForWhatWasOpen();
    void cancelledByHandHoldsTheKey();
    void aLaterInvoiceStandsInTheCancelledOnesPlace();
    void notCancelledAfterAll();
    void lightAndVerdictAgree();
    void aRequiredSignatureIsAskedForHereToo();
    void tooManyExceptionsNeedASecondPerson();
    void hookAndReturn();
    void foreignCurrencyIsNamed();
};

void TestKeyRules::requestStates_data()
{
    QTest::addColumn<RequestState>("state");
    QTest::addColumn<QString>("why");
    QTest::addColumn<QString>("onAccount");   // reason with leave to pay on account; empty: it goes
    QTest::newRow("creating") << RequestState::Creating << u""_s << u""_s;
    QTest::newRow("create unknown") << RequestState::CreateUnknown << u""_s << u"key.unclear"_s;
    QTest::newRow("open") << RequestState::Open << u""_s << u""_s;
    QTest::newRow("in flight") << RequestState::InFlight << u""_s << u"key.under_way"_s;
    QTest::newRow("silent") << RequestState::InFlight << u"silent"_s << u"key.unclear"_s;
    QTest::newRow("authorized") << RequestState::Authorized << u""_s << u"key.under_way"_s;
    QTest::newRow("closing") << RequestState::Closing << u"counter"_s << u"key.under_way"_s;
    QTest::newRow("cancelled") << RequestState::Cancelled << u""_s << u""_s;
    QTest::newRow("expired") << RequestState::Expired << u""_s << u""_s;
    QTest::newRow("failed") << RequestState::Failed << u""_s << u""_s;
}

void TestKeyRules::requestStates()
{
    QFETCH(RequestState, state);
    QFETCH(QString, why);
    QFETCH(QString, onAccount);
    One one{10000};
    const auto r = one.link();
    one.append({RequestMoved{r, one.id, state, why, 1}});
    const auto fresh = one.now;
    // Nobody has paid and nobody has allowed it: it never goes.
    QVERIFY(!judgeKey(one.key(), {one.item()}, fresh, one.now).mayGo);
    QVERIFY(!decideRelease(one.key(), {one.item()}, toOwner(one.item(), fresh), one.now).ok());
    QVERIFY(lightOf(boardRow(one.item(), one.key(), {one.item()}), one.now) != Light::Green);

    one.append(decideOnAccount(one.item(), one.policy, {}, QDate{2026, 11, 23}, true));
    const auto verdict = judgeKey(one.key(), {one.item()}, fresh, one.now);
    QCOMPARE(verdict.reason, onAccount);
    QCOMPARE(verdict.mayGo, onAccount.isEmpty());
    QCOMPARE(verdict.rule, onAccount.isEmpty() ? u"on_account"_s : QString{});
    // What the board shows green is what the hand-over allows.
    QCOMPARE(lightOf(boardRow(one.item(), one.key(), {one.item()}), one.now) == Light::Green, verdict.mayGo);
}

void TestKeyRules::paidGoesOnceAndTheSecondDeskSeesToWhom()
{
    One one{10000};
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    QCOMPARE(judgeKey(one.key(), {one.item()}, {}, one.now).rule, u"paid"_s);
    QVERIFY(one.append(decideRelease(one.key(), {one.item()}, toOwner(one.item()), one.now)));
    QCOMPARE(one.key().state, KeyState::Released);
    const auto second = decideRelease(one.key(), {one.item()}, toOwner(one.item()), one.now);
    QCOMPARE(second.error().fault, Fault::Conflict);
    QCOMPARE(second.error().detail, u"Erika Mustermann"_s);
    auto forced = toOwner(one.item());
    forced.overrideReason = u"the manager says so"_s;
    QCOMPARE(decideRelease(one.key(), {one.item()}, forced, one.now).error().code, u"key.gone"_s);
}

void TestKeyRules::overrideNeedsAReason()
{
    One one{10000};
    auto c = toOwner(one.item());
    QCOMPARE(decideRelease(one.key(), {one.item()}, c, one.now).error().code, u"key.amount_open"_s);
    c.overrideReason = u"   short    "_s;
    QCOMPARE(decideRelease(one.key(), {one.item()}, c, one.now).error().code, u"key.override_reason"_s);
    c.overrideReason = u"known customer"_s;
    c.to = u"  "_s;
    QCOMPARE(decideRelease(one.key(), {one.item()}, c, one.now).error().code, u"key.to_missing"_s);
    c.to = u"Erika"_s;
    const auto released = all<KeyReleased>(decideRelease(one.key(), {one.item()}, c, one.now).value()).at(0);
    QCOMPARE(released.rule, u"override"_s);
    QCOMPARE(released.overrideReason, u"known customer"_s);
    QCOMPARE(decideRelease({}, {}, c, one.now).error().code, u"key.none"_s);
    // A reason given although the rules allow it is no override.
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    QCOMPARE(all<KeyReleased>(decideRelease(one.key(), {one.item()}, c, one.now).value()).at(0).rule, u"paid"_s);
}

void TestKeyRules::everyInvoiceOfTheStayCounts()
{
    One one{10000};
    auto context = IntakeContext{};
    const std::vector here{one.item()};
    context.stays = {{one.key()}, here};
    const auto more = decideIntake(intake(invoice(u"4712"_s, 5000, u"MAB1234"_s)), context, one.policy);
    QVERIFY(one.append(more));
    QCOMPARE(one.stay(one.item().key).size(), 2u);
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    const auto stay = one.stay(one.item().key);
    const auto verdict = judgeKey(one.key(), stay, {}, one.now);
    QCOMPARE(verdict.reason, u"key.amount_open"_s);
    QCOMPARE(verdict.open, eur(5000));
    QVERIFY(lightOf(boardRow(one.item(), one.key(), stay), one.now) != Light::Green);
}

void TestKeyRules::staleOrUnreadTruthIsNotEnough()
{
    One one{10000};
    const auto r = one.link();
    one.look(r, snapshot(1, LinkState::Paid, {moved(PortalMovement::Kind::Payment, u"tr_1"_s, 10000)}));
    const auto at = one.now;
    QVERIFY(judgeKey(one.key(), {one.item()}, at, at.plusMs(limits::kFreshMs)).mayGo);
    QCOMPARE(judgeKey(one.key(), {one.item()}, at, at.plusMs(limits::kFreshMs + 1)).reason, u"key.stale"_s);
    // The truth lives at the portal: a caller that names no time has not read it.
    QCOMPARE(judgeKey(one.key(), {one.item()}, {}, at).reason, u"key.stale"_s);
    // A clock set back must not make old knowledge look fresh for hours.
    QCOMPARE(judgeKey(one.key(), {one.item()}, at, at.plusMs(-3'600'000)).reason, u"key.stale"_s);
    QVERIFY(lightOf(boardRow(one.item(), one.key(), {one.item()}), at.plusMs(-3'600'000)) != Light::Green);
    // Cash lies in the drawer: no portal is asked.
    One counter{10000};
    counter.append(decideCounterPayment(counter.item(), cash(10000), u"A"_s, counter.now, counter.policy));
    QVERIFY(judgeKey(counter.key(), {counter.item()}, {}, at).mayGo);
}

void TestKeyRules::aKeyWithoutItsInvoicesIsNotJudgedFree()
{
    One one{10000};
    const auto verdict = judgeKey(one.key(), {}, {}, one.now);
    QVERIFY(!verdict.mayGo);
    QCOMPARE(verdict.reason, u"key.unclear"_s);
}

void TestKeyRules::reversedNeverGoesByRule()
{
    auto record = invoice(u"4711"_s, 10000, u"M-AB 1234"_s);
    record.buyer.id = u"K-100"_s;
    One one{record};
    one.append(decideOnAccount(one.item(), one.policy, {}, QDate{2026, 11, 23}, false));
    const auto r = one.link();
    one.look(r, snapshot(1, LinkState::Paid, {moved(PortalMovement::Kind::Payment, u"tr_1"_s, 10000), moved(PortalMovement::Kind::Chargeback, u"chb"_s, 10000, u"tr_1"_s)}));
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Reversed);
    QCOMPARE(lightOf(boardRow(one.item(), one.key(), {one.item()}), one.now), Light::Red);
    QCOMPARE(judgeKey(one.key(), {one.item()}, one.now, one.now).reason, u"key.reversed"_s);   // red never goes by rule
}

// Leave to pay 100 later is no leave to pay 5000 later.
void TestKeyRules::onAccountIsForWhatWasOpen()
{
    auto record = invoice(u"4711"_s, 10000, u"M-AB 1234"_s);
    record.buyer.id = u"K-100"_s;
    One one{record};
    one.policy.onAccountLimit = eur(20000);
    const auto grant = [&] { return decideOnAccount(one.item(), one.policy, {}, QDate{2026, 11, 23}, false); };
    QVERIFY(one.append(grant()));
    QVERIFY(judgeKey(one.key(), {one.item()}, {}, one.now).mayGo);
    QCOMPARE(grant().value().size(), 0u);
    record.gross = record.amountDue = eur(15000);
    one.append({InvoiceRevised{one.id, 2, record, {}, {}, u"h2"_s, {}, {}}});
    QCOMPARE(judgeKey(one.key(), {one.item()}, {}, one.now).reason, u"key.amount_open"_s);
    QCOMPARE(boardState(one.item(), one.key()), BoardState::Open);
    QVERIFY(!boardRow(one.item(), one.key(), {one.item()}).mayGo);
    QVERIFY(one.append(grant()));
    QVERIFY(judgeKey(one.key(), {one.item()}, {}, one.now).mayGo);
    record.gross = record.amountDue = eur(500000);
    one.append({InvoiceRevised{one.id, 3, record, {}, {}, u"h3"_s, {}, {}}});
    QCOMPARE(grant().error().code, u"account.limit"_s);
    QVERIFY(!judgeKey(one.key(), {one.item()}, {}, one.now).mayGo);
    one.append(decideCounterPayment(one.item(), cash(485000), u"A"_s, one.now, one.policy));   // down to what was allowed
    QVERIFY(judgeKey(one.key(), {one.item()}, {}, one.now).mayGo);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestKeyRules::cancelledByHandHoldsTheKey()
{
    One one{10000};
    QCOMPARE(decideCancel(one.item(), u"by hand"_s).error().code, u"invoice.cancel_reason"_s);
    one.append(decideCancel(one.item(), u"the order was called off"_s));
    QVERIFY(one.item().cancelled && !asksForMoney(one.item()));
    QCOMPARE(decideCancel(one.item(), u"the order was called off"_s).error().code, u"invoice.cancelled"_s);
    const auto verdict = judgeKey(one.key(), {one.item()}, {}, one.now);
    QVERIFY(!verdict.mayGo);
    QCOMPARE(verdict.reason, u"key.cancelled"_s);
    QVERIFY(!boardRow(one.item(), one.key(), {one.item()}).mayGo);
    QCOMPARE(decideRelease(one.key(), {one.item()}, toOwner(one.item()), one.now).error().code, u"key.cancelled"_s);
    auto approved = toOwner(one.item());
    approved.overrideReason = u"a new car instead, the manager knows"_s;
    one.append(decideRelease(one.key(), {one.item()}, approved, one.now));
    QCOMPARE(one.key().state, KeyState::ReleasedByOverride);
    // Where nothing was owed, or a file said so, the key goes as before.
    One paid{10000};
    paid.append(decideCounterPayment(paid.item(), cash(10000), u"A"_s, paid.now, paid.policy));
    paid.append(decideCancel(paid.item(), u"the order was called off"_s));
    QVERIFY(judgeKey(paid.key(), {paid.item()}, {}, paid.now).mayGo);
    paid.append({InvoiceRestored{paid.id, u"it was the right one"_s}});
    QCOMPARE(paid.item().open(), eur(0));
    One account{10000};
    account.append(decideOnAccount(account.item(), account.policy, {}, QDate{2026, 11, 23}, true));
    account.append(decideCancel(account.item(), u"the order was called off"_s));
    QVERIFY(judgeKey(account.key(), {account.item()}, {}, account.now).mayGo);
    One credited{10000};
    credited.append({CreditApplied{credited.id, InvoiceId::fresh(), u"G1"_s, eur(10000)}, InvoiceCancelled{credited.id, u"credited by G1"_s}});
    QVERIFY(judgeKey(credited.key(), {credited.item()}, {}, credited.now).mayGo);
    for (const auto* book : {&one, &paid, &account, &credited}) QVERIFY2(book->fault.isEmpty(), qPrintable(book->fault));
}

void TestKeyRules::aLaterInvoiceStandsInTheCancelledOnesPlace()
{
    One one{10000};
    IntakeContext context;
    const std::vector here{one.item()};
    context.stays = {{one.key()}, here};
    const auto beside = decideIntake(intake(invoice(u"4712"_s, 500, u"M-AB 1234"_s)), context, one.policy);   // came with it: no other one's place
    one.append(beside);
    one.append(decideCancel(one.item(), u"a new invoice takes its place"_s));
    one.append(decideCounterPayment(one.items[beside.value().invoice], cash(500), u"A"_s, one.now, one.policy));
    QCOMPARE(judgeKey(one.key(), one.stay(one.item().key), {}, one.now).reason, u"key.cancelled"_s);
    for (const auto& item : one.stay(one.item().key)) QVERIFY(lightOf(boardRow(item, one.key(), one.stay(one.item().key)), one.now) != Light::Green);
    one.now = one.now.plusMs(60'000);
    const auto later = decideIntake(intake(invoice(u"4713"_s, 9000, u"M-AB 1234"_s)), context, one.policy);
    one.append(later);
    QCOMPARE(judgeKey(one.key(), one.stay(one.item().key), {}, one.now).reason, u"key.amount_open"_s);
    one.append(decideCounterPayment(one.items[later.value().invoice], cash(9000), u"A"_s, one.now, one.policy));
    QVERIFY(judgeKey(one.key(), one.stay(one.item().key), {}, one.now).mayGo);
    one.append(decideCancel(one.items[later.value().invoice], u"this one as well, it was paid"_s));
    QCOMPARE(judgeKey(one.key(), one.stay(one.item().key), {}, one.now).reason, u"key.cancelled"_s);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestKeyRules::notCancelledAfterAll()
{
    One one{10000};
    QCOMPARE(decideRestore(one.item(), u"it was the wrong one"_s).error().code, u"invoice.not_cancelled"_s);
    for (int turn = 0; turn < 2; ++turn) {   // as often as somebody errs
        one.append(decideCancel(one.item(), u"the order was called off"_s));
        QCOMPARE(decideRestore(one.item(), u"oops"_s).error().code, u"invoice.cancel_reason"_s);
        one.append(decideRestore(one.item(), u"it was the wrong one"_s));
        QVERIFY(!one.item().cancelled && one.item().cancelReason.isEmpty());
        QCOMPARE(one.item().open(), eur(10000));
        QCOMPARE(judgeKey(one.key(), {one.item()}, {}, one.now).reason, u"key.amount_open"_s);
    }
    one.append({CreditApplied{one.id, InvoiceId::fresh(), u"G1"_s, eur(10000)}, InvoiceCancelled{one.id, u"credited by G1"_s}});
    QCOMPARE(decideRestore(one.item(), u"it was the wrong one"_s).error().code, u"invoice.credited"_s);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestKeyRules::lightAndVerdictAgree()
{
    // One invoice of the stay is on account and its owner is paying right now: neither row is green, for the key stays.
    One one{10000};
    auto context = IntakeContext{};
    const std::vector here{one.item()};
    context.stays = {{one.key()}, here};
    const auto more = decideIntake(intake(invoice(u"4712"_s, 5000, u"M-AB 1234"_s)), context, one.policy);
    one.append(more);
    const auto second = more.value().invoice;
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    one.append(decideOnAccount(one.items[second], one.policy, {}, QDate{2026, 11, 23}, true));
    const auto asked = decideRequest(one.items[second], requestCommand(), one.policy);
    one.append(asked);
    one.append({RequestMoved{asked.value().request, second, RequestState::InFlight, {}, 1}});
    const auto stay = one.stay(one.item().key);
    QCOMPARE(judgeKey(one.key(), stay, one.now, one.now).reason, u"key.under_way"_s);
    for (const auto& item : stay) QVERIFY2(lightOf(boardRow(item, one.key(), stay), one.now) != Light::Green, qPrintable(item.number));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestKeyRules::aRequiredSignatureIsAskedForHereToo()
{
    One one{10000};
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    auto order = toOwner(one.item());
    order.signatureRequired = true;
    QCOMPARE(decideRelease(one.key(), {one.item()}, order, one.now).error().code, u"key.unsigned"_s);
    order.unsignedWhy = u"  "_s;
    QCOMPARE(decideRelease(one.key(), {one.item()}, order, one.now).error().code, u"key.unsigned"_s);
    order.unsignedWhy = u"in a hurry"_s;
    QVERIFY(decideRelease(one.key(), {one.item()}, order, one.now).ok());
    order.unsignedWhy.clear();
    order.signature = u"abc"_s;
    QVERIFY(decideRelease(one.key(), {one.item()}, order, one.now).ok());
}

void TestKeyRules::tooManyExceptionsNeedASecondPerson()
{
    One one{10000};
    auto order = toOwner(one.item());
    order.overrideReason = u"regular customer, transfers tonight"_s;
    order.overridesToday = limits::kOverridesAlone - 1;
    QVERIFY(decideRelease(one.key(), {one.item()}, order, one.now).ok());
    order.overridesToday = limits::kOverridesAlone;
    QCOMPARE(decideRelease(one.key(), {one.item()}, order, one.now).error().code, u"key.override_limit"_s);
    order.agreed = true;
    QVERIFY(decideRelease(one.key(), {one.item()}, order, one.now).ok());
    order.agreed = false;
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    QVERIFY(decideRelease(one.key(), {one.item()}, order, one.now).ok());   // by rule: no exception
    one.append(decideRelease(one.key(), {one.item()}, order, one.now));
    QVERIFY(leftToday(one.key(), one.now.plusMs(3'600'000)));
    QVERIFY(!leftToday(one.key(), one.now.plusMs(24LL * 3'600'000)));
}

void TestKeyRules::hookAndReturn()
{
    One one{10000};
    QVERIFY(one.append(decideHang(one.key(), u" 12 "_s, {})));
    QCOMPARE(one.key().hook, u"12"_s);
    QCOMPARE(decideHang(one.key(), u"12"_s, {}).value().size(), 0u);
    QCOMPARE(decideReturn(one.key(), {}).error().code, u"key.here"_s);
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    one.append(decideRelease(one.key(), {one.item()}, toOwner(one.item()), one.now));
    QVERIFY(one.key().hook.isEmpty());
    QCOMPARE(decideHang(one.key(), u"12"_s, {}).error().code, u"key.gone"_s);
    QVERIFY(one.append(decideReturn(one.key(), u"forgot the radio"_s)));
    QVERIFY(one.key().here());
    QCOMPARE(decideReturn(one.key(), {}).error().code, u"key.here"_s);
    QVERIFY(one.append(decideRelease(one.key(), {one.item()}, toOwner(one.item()), one.now)));
    QCOMPARE(decideHang({}, u"1"_s, {}).error().code, u"key.none"_s);
    VehicleKey other;
    other.id = KeyId{u"other"_s};
    other.hook = u"7"_s;
    QCOMPARE(decideHang(other, u"7"_s, {other}).value().size(), 0u);   // its own
    auto mine = other;
    mine.id = KeyId{u"mine"_s};
    mine.hook.clear();
    QCOMPARE(decideHang(mine, u" 7"_s, {other}).error().code, u"key.hook_taken"_s);
    QCOMPARE(decideHang(mine, u""_s, {other}).value().size(), 0u);     // on none there is room for all
    other.state = KeyState::Released;
    QVERIFY(decideHang(mine, u"7"_s, {other}).ok());
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestKeyRules::foreignCurrencyIsNamed()
{
    auto record = invoice(u"4711"_s, 0, u"M-AB 1234"_s);
    record.currency = Currency::fromCode(u"CHF").value();
    record.gross = record.amountDue = Money::cents(5000, record.currency);
    One one{record};
    const auto verdict = judgeKey(one.key(), {one.item()}, {}, one.now);
    QCOMPARE(verdict.reason, u"key.amount_open"_s);
    QCOMPARE(verdict.open, Money::cents(5000, record.currency));
}

QTEST_GUILESS_MAIN(TestKeyRules)
#include "tst_key_rules.moc"
