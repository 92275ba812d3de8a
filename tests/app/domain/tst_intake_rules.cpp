#include "app/domain/right_rules.h"
#include "intake_kit.h"
#include "app/domain/key_rules.h"
#include <rapidcheck.h>

using namespace kit;

class TestIntakeRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(500); }
    void refusals();
    void decidesTheSameTwice();
    void sameFileTwiceIsHarmless();
    void fault_46_otherAmountIsANewVersionAndSupersedesTheSheet();
    void fault_46_paidInvoiceKeepsItsPaymentOverVersions();
    void versionThatAsksForNothingClosesTheLink_data();
    void versionThatAsksForNothingClosesTheLink();
    void currencyChangeIsRefused();
    void mixedCurrenciesAreRefused();
    void correctionIsATask();
    void directDebitGetsNoRequest();
    void fault_45_swappedIbanBlocksTheRequest();
    void vehiclesAndStays();
    void aRunIsTakenBack();
    void whatHasLeftTheHouseStays();
    void aCancelledOneThatComesAgainChangedIsATask();
    void noticesBeforeItIsTaken();
    void theSiteIsOfTheDeskThatTookIt();
    void aSoldClaimIsAskedForByNobodyBeforeItIsDecided_data();
    void aSoldClaimIsAskedForByNobodyBeforeItIsDecided();
    void whatMustBeLookedAtBecomesATask();
};

void TestIntakeRules::refusals()
{
    Desk desk;
    const auto code = [&](const Invoice& record) {
        const auto d = desk.take(intake(record));
        return d ? QString{} : d.error().code;
    };
    QCOMPARE(code(invoice(u"  "_s, 100)), u"invoice.no_number"_s);
    auto record = invoice(u"1"_s, 100);
    record.gross.reset();
    record.amountDue.reset();
    QCOMPARE(code(record), u"invoice.no_amount"_s);
    QCOMPARE(desk.items.size(), 0u);
}

void TestIntakeRules::decidesTheSameTwice()
{
    // The journal may ask a decision more than once: the same question has the same answer.
    Desk desk;
    desk.take(u"1"_s, 10000);
    auto foreign = invoice(u"2"_s, 100, u"M-AB 1"_s);
    foreign.iban = kOtherIban;
    foreign.ibans = {kOtherIban};
    for (const auto& record : {foreign, credit(u"G1"_s, 10000, {u"1"_s}), invoice(u"1"_s, 10001), credit(u"G2"_s, 1, {u"9"_s})}) {
        const auto command = intake(record);
        const auto a = decideIntake(command, desk.contextFor(command), desk.policy), b = decideIntake(command, desk.contextFor(command), desk.policy);
        QCOMPARE(a.value().events.size(), b.value().events.size());
        for (std::size_t i = 0; i < a.value().events.size(); ++i) QCOMPARE(compact(toJson(a.value().events[i])), compact(toJson(b.value().events[i])));
    }
}

void TestIntakeRules::sameFileTwiceIsHarmless()
{
    Desk desk;
    const auto id = desk.take(u"4711"_s, 10000);
    const auto again = desk.take(intake(invoice(u"4711"_s, 10000)));
    QCOMPARE(again.value().outcome, IntakeOutcome::SameAgain);
    QCOMPARE(again.value().invoice, id);
    QCOMPARE(again.value().events.size(), 0u);
    QCOMPARE(desk.items.size(), 1u);
}

void TestIntakeRules::fault_46_otherAmountIsANewVersionAndSupersedesTheSheet()
{
    Desk desk;
    const auto id = desk.take(u"4711"_s, 10000);
    const auto asked = decideRequest(desk.items[id], requestCommand(), desk.policy);
    desk.append(asked);
    const auto r = asked.value().request;
    desk.append(decideLinkAnswer(desk.items[id], r, {u"pl_1"_s, u"https://x"_s, eur(10000), PortalMode::Live, {}}));
    const auto again = desk.take(intake(invoice(u"4711"_s, 12000)));
    QCOMPARE(again.value().outcome, IntakeOutcome::NewVersion);
    QCOMPARE(again.value().toCancel, std::vector<RequestId>{r});
    const auto& item = desk.items[id];
    QCOMPARE(item.version, 2);
    QCOMPARE(item.open(), eur(12000));
    QCOMPARE(item.findRequest(r)->state, RequestState::Closing);
    QCOMPARE(openTasks(item), QStringList{u"amount.changed"_s});
    // And back to the first text: a third version, not the first one again.
    QCOMPARE(desk.take(intake(invoice(u"4711"_s, 10000))).value().outcome, IntakeOutcome::NewVersion);
    QCOMPARE(desk.items[id].version, 3);
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
}

void TestIntakeRules::fault_46_paidInvoiceKeepsItsPaymentOverVersions()
{
    Desk desk;
    const auto id = desk.take(u"4711"_s, 10000);
    desk.append(decideCounterPayment(desk.items[id], cash(10000), u"A"_s, desk.now, desk.policy));
    desk.take(u"4711"_s, 9000);
    QCOMPARE(desk.items[id].paid, eur(10000));
    QCOMPARE(desk.items[id].open(), eur(-1000));
    QCOMPARE(desk.items[id].money(), MoneyAxis::Over);
    desk.take(u"4711"_s, 11000);
    QCOMPARE(desk.items[id].money(), MoneyAxis::Part);
    QVERIFY(!desk.items[id].reversed());   // nobody took money back
}

void TestIntakeRules::versionThatAsksForNothingClosesTheLink_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<bool>("debit");
    QTest::newRow("direct debit") << u"380"_s << true;     // it will be fetched: nobody may pay it as well
    QTest::newRow("booking aid") << u"751"_s << false;
    QTest::newRow("credit") << u"381"_s << false;
}

void TestIntakeRules::versionThatAsksForNothingClosesTheLink()
{
    QFETCH(QString, type);
    QFETCH(bool, debit);
    Desk desk;
    const auto id = desk.take(u"4711"_s, 10000);
    const auto asked = decideRequest(desk.items[id], requestCommand(), desk.policy);
    desk.append(asked);
    const auto r = asked.value().request;
    desk.append(decideLinkAnswer(desk.items[id], r, {u"pl_1"_s, u"https://x"_s, eur(10000), PortalMode::Live, {}}));
    auto second = invoice(u"4711"_s, 10000, {}, type);
    if (debit) second.paymentMeans = {u"59"_s};
    const auto decision = desk.take(intake(second));
    QCOMPARE(decision.value().outcome, IntakeOutcome::NewVersion);
    QCOMPARE(desk.items[id].findRequest(r)->state, RequestState::Closing);
    QCOMPARE(decision.value().toCancel, std::vector<RequestId>{r});
    const auto tasks = all<TaskRaised>(decision.value().events);
    if (debit) QCOMPARE(tasks.size(), 0u);
    else QCOMPARE(tasks.at(0).amount, desk.items[id].due);   // the task says what is asked for now: nothing
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
}

void TestIntakeRules::currencyChangeIsRefused()
{
    Desk desk;
    desk.take(u"4711"_s, 10000);
    auto chf = invoice(u"4711"_s, 0);
    chf.currency = Currency::fromCode(u"CHF").value();
    chf.gross = chf.amountDue = Money::cents(10000, chf.currency);
    QCOMPARE(desk.take(intake(chf)).error().code, u"invoice.currency_changed"_s);
}

void TestIntakeRules::mixedCurrenciesAreRefused()
{
    // The document says CHF, an amount says EUR: nobody guesses which one is meant.
    Desk desk;
    const auto chf = Currency::fromCode(u"CHF").value();
    auto record = invoice(u"4711"_s, 10000);
    record.currency = chf;
    QCOMPARE(desk.take(intake(record)).error().code, u"invoice.mixed_currency"_s);
    record = invoice(u"4711"_s, 10000);
    record.gross = Money::cents(10000, chf);
    QCOMPARE(desk.take(intake(record)).error().code, u"invoice.mixed_currency"_s);
    const auto id = desk.take(u"4711"_s, 10000);
    QCOMPARE(desk.take(intake(record)).error().code, u"invoice.mixed_currency"_s);
    // A journal that holds such a record contradicts itself.
    InvoiceTaken bad;
    bad.invoice = InvoiceId::fresh();
    bad.record = record;
    const auto folded = apply(OpenItem{}, Recorded{1, desk.now, {}, bad});
    QCOMPARE(folded.error().fault, Fault::Corrupt);
    InvoiceRevised revised;
    revised.invoice = id;
    revised.record = record;
    QCOMPARE(apply(desk.items[id], Recorded{9, desk.now, {}, revised}).error().fault, Fault::Corrupt);
}

void TestIntakeRules::correctionIsATask()
{
    Desk desk;
    const auto id = desk.take(u"1"_s, 10000);
    auto corrected = invoice(u"2"_s, 9000, {}, u"384"_s);
    corrected.preceding = {{u"1"_s, {}}};
    const auto next = desk.take(corrected);
    QCOMPARE(openTasks(desk.items[id]), QStringList{u"invoice.corrected"_s});
    QCOMPARE(desk.items[next].open(), eur(9000));
    // A negative 384 is a credit.
    Desk negative;
    const auto first = negative.take(u"1"_s, 10000);
    corrected.gross = corrected.amountDue = eur(-10000);
    negative.take(corrected);
    QVERIFY(negative.items[first].cancelled);
}

void TestIntakeRules::directDebitGetsNoRequest()
{
    Desk desk;
    auto record = invoice(u"1"_s, 10000, u"M-AB 1"_s);
    record.paymentMeans = {u"59"_s};
    const auto id = desk.take(record);
    QCOMPARE(decideRequest(desk.items[id], requestCommand(), desk.policy).error().code, u"request.direct_debit"_s);
    QVERIFY(moneyAllowsKey(desk.items[id]));
    QCOMPARE(boardState(desk.items[id], desk.keys[desk.items[id].key]), BoardState::OnAccount);
    QCOMPARE(judgeKey(desk.keys[desk.items[id].key], {desk.items[id]}, {}, desk.now).rule, u"direct_debit"_s);
}

void TestIntakeRules::fault_45_swappedIbanBlocksTheRequest()
{
    Desk desk;
    auto record = invoice(u"1"_s, 10000);
    record.iban = u"DE02 1203 0000 0000 2020 51"_s;
    record.ibans = {record.iban};
    const auto id = desk.take(record);
    QCOMPARE(openTasks(desk.items[id]), QStringList{u"payee.differs"_s});
    QVERIFY(!desk.items[id].tasks[0].detail.contains(u"0202051"_s));   // redacted
    QCOMPARE(decideRequest(desk.items[id], requestCommand(), desk.policy).error().code, u"request.payee_differs"_s);
    // One person alone does not end it; two of whom one may change the payee do, and only then a request is made again.
    People people;
    people.persons = {{{UserId{u"ben"_s}, u"Ben"_s, Role::Advisor, false}, {}, 0, {}}, {{UserId{u"anna"_s}, u"Anna"_s, Role::Manager, false}, {}, 0, {}}};
    const Event done = TaskDone{desk.items[id].tasks[0].id, id, u"checked by phone"_s};
    QCOMPARE(checkRights(people, {UserId{u"ben"_s}, {}}, Right::Work, {done}).error().code, u"right.missing"_s);
    QCOMPARE(checkRights(people, {UserId{u"anna"_s}, {}}, Right::Work, {done}).error().code, u"task.two_persons"_s);
    QCOMPARE(checkRights(people, {}, std::nullopt, {done}).error().code, u"right.nobody"_s);
    QVERIFY(checkRights(people, {UserId{u"ben"_s}, UserId{u"anna"_s}}, Right::Work, {done}));
    desk.append({done});
    QVERIFY(decideRequest(desk.items[id], requestCommand(), desk.policy).ok());
    // The same account with blanks and small letters is our own.
    Desk own;
    record.ibans = {u"de89 3704 0044 0532 0130 00"_s};
    record.iban = record.ibans[0];
    QCOMPARE(openTasks(own.items[own.take(record)]), QStringList{});
    // A foreign account beside our own is an alarm as well, unless the settings know it as ours.
    record.ibans = {kOwnIban, kOtherIban};
    Desk beside;
    QCOMPARE(openTasks(beside.items[beside.take(record)]), QStringList{u"payee.differs"_s});
    Desk several;
    several.policy.payee.ownIbans = {kOtherIban};
    QCOMPARE(openTasks(several.items[several.take(record)]), QStringList{});
    // The swap comes with a second version of the file.
    Desk swapped;
    const auto first = swapped.take(u"1"_s, 10000);
    record.iban = kOtherIban;
    record.ibans = {kOtherIban};
    swapped.take(record);
    QCOMPARE(openTasks(swapped.items[first]), QStringList{u"payee.differs"_s});
    QVERIFY2(swapped.fault.isEmpty(), qPrintable(swapped.fault));
}

void TestIntakeRules::vehiclesAndStays()
{
    Desk desk;
    const auto a = desk.take(invoice(u"1"_s, 10000, u"M-AB 1234"_s));
    const auto b = desk.take(invoice(u"2"_s, 5000, u"mab1234"_s));
    const auto c = desk.take(invoice(u"3"_s, 5000, u"M-XY 1"_s));
    const auto d = desk.take(invoice(u"4"_s, 5000));
    QCOMPARE(desk.items[a].key, desk.items[b].key);
    QVERIFY(!(desk.items[a].key == desk.items[c].key));
    QVERIFY(desk.items[d].key.isNull());
    const auto note = desk.take([] { auto n = credit(u"G1"_s, 1, {u"9"_s}); n.vehicle.plate = u"B-NEW 1"_s; return n; }());
    QVERIFY(desk.items[note].key.isNull());   // a credit note brings no car
    // The car has left; the next invoice is a new stay.
    desk.append({KeyReleased{desk.items[a].key, a, u"Erika"_s, false, u"override"_s, u"known customer"_s}});
    const auto e = desk.take(invoice(u"5"_s, 5000, u"M-AB 1234"_s));
    QVERIFY(!(desk.items[e].key == desk.items[a].key));
    QVERIFY(desk.keys[desk.items[e].key].here());
    QCOMPARE(desk.stay(desk.items[a].key).size(), 2u);
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
}

void TestIntakeRules::theSiteIsOfTheDeskThatTookIt()
{
    Desk desk;
    auto command = intake(invoice(u"1"_s, 10000));
    command.deskSite = u"Nord"_s;
    const auto taken = desk.take(command);
    QVERIFY(taken.ok());
    const auto& item = desk.items[taken.value().invoice];
    QCOMPARE(item.site, u"Nord"_s);
    QCOMPARE(boardRow(item, {}, {item}).site, u"Nord"_s);
    QVERIFY(!item.naturalKey.contains(u"Nord"_s));
    // Another desk meets it again with another amount: the same invoice, where it was.
    const auto again = desk.take(intake(invoice(u"1"_s, 12000)));
    QVERIFY(again.ok());
    QCOMPARE(again.value().outcome, IntakeOutcome::NewVersion);
    QCOMPARE(desk.items[taken.value().invoice].version, 2);
    QCOMPARE(desk.items[taken.value().invoice].site, u"Nord"_s);
    QVERIFY(desk.items[desk.take(u"2"_s, 5000)].site.isEmpty());
    // An entry without one is written as it always was.
    QVERIFY(!toJson(Event{InvoiceTaken{}}).contains(u"site"_s));
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
}

// The run of the last command.
static Result<IntakeDecision> undoOf(Desk& desk, const InvoiceId& id, const BatchId& batch)
{
    const auto& item = desk.items[id];
    return decideUndo(item, desk.keys.count(item.key) > 0 ? desk.keys[item.key] : VehicleKey{}, batch, desk.now);
}

void TestIntakeRules::aRunIsTakenBack()
{
    Desk desk;
    auto command = intake(invoice(u"4711"_s, 10000, u"M-AB 1"_s));
    command.batch = BatchId::fresh();
    const auto id = desk.take(command).value().invoice;
    QCOMPARE(undoOf(desk, id, BatchId::fresh()).error().code, u"undo.changed"_s);   // another run brought it
    desk.append(undoOf(desk, id, command.batch));
    QVERIFY(desk.items[id].undone);
    QVERIFY(desk.items[id].cancelled);
    QCOMPARE(undoOf(desk, id, command.batch).error().code, u"undo.changed"_s);
    // The car is still here and nobody knows what it costs: its key stays.
    const auto& item = desk.items[id];
    const auto verdict = judgeKey(desk.keys[item.key], {item}, {}, desk.now);
    QVERIFY(!verdict.mayGo);
    QCOMPARE(verdict.reason, u"key.undone"_s);
    QVERIFY(!boardRow(item, desk.keys[item.key], {item}).mayGo);
    QCOMPARE(boardRow(item, desk.keys[item.key], {item}).reason, u"cancelled.undone"_s);
    // The same file again is no "known already".
    auto again = command;
    again.batch = BatchId::fresh();
    again.freshInvoice = InvoiceId::fresh();
    const auto taken = desk.take(again);
    QCOMPARE(taken.value().outcome, IntakeOutcome::Taken);
    QCOMPARE(taken.value().invoice, id);
    QVERIFY(!desk.items[id].undone && !desk.items[id].cancelled);
    QCOMPARE(desk.items[id].open(), eur(10000));
    QCOMPARE(desk.take(again).value().outcome, IntakeOutcome::SameAgain);
    desk.append(undoOf(desk, id, again.batch));
    QVERIFY(desk.items[id].undone);
    QVERIFY(decideCancel(desk.items[id], u"an invoice of another house"_s).ok());   // the workshop may still say that it is none at all
}

void TestIntakeRules::whatHasLeftTheHouseStays()
{
    Desk desk;
    auto command = intake(invoice(u"4711"_s, 10000, u"M-AB 1"_s));
    command.batch = BatchId::fresh();
    const auto id = desk.take(command).value().invoice;
    auto asked = desk;
    asked.append(decideRequest(asked.items[id], requestCommand(), asked.policy));
    QCOMPARE(undoOf(asked, id, command.batch).error().code, u"undo.requested"_s);
    auto gone = desk;
    gone.keys[gone.items[id].key].state = KeyState::Released;
    QCOMPARE(undoOf(gone, id, command.batch).error().code, u"undo.key_gone"_s);
    auto locked = desk;
    locked.items[id].lockDesk = u"Theke 1"_s;
    locked.items[id].lockUntil = locked.now.plusMs(1000);
    QCOMPARE(undoOf(locked, id, command.batch).error().code, u"undo.paid"_s);
    auto credited = desk;
    credited.take(credit(u"G1"_s, 5000, {u"4711"_s}));
    QCOMPARE(undoOf(credited, id, command.batch).error().code, u"undo.changed"_s);
    auto revised = desk;
    revised.take(invoice(u"4711"_s, 12000, u"M-AB 1"_s));
    QCOMPARE(undoOf(revised, id, command.batch).error().code, u"undo.changed"_s);
}

void TestIntakeRules::aCancelledOneThatComesAgainChangedIsATask()
{
    Desk desk;
    const auto id = desk.take(u"4711"_s, 10000);
    desk.append(decideCancel(desk.items[id], u"the order was called off"_s));
    QCOMPARE(desk.take(intake(invoice(u"4711"_s, 10000))).value().outcome, IntakeOutcome::SameAgain);
    QCOMPARE(openTasks(desk.items[id]), QStringList{});
    desk.take(u"4711"_s, 9000);
    QVERIFY(desk.items[id].cancelled);   // a person says otherwise, not a file
    QVERIFY(openTasks(desk.items[id]).contains(u"cancelled.revised"_s));
    desk.append(decideRestore(desk.items[id], u"the workshop still asks for it"_s));
    QCOMPARE(desk.items[id].open(), eur(9000));
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
}

void TestIntakeRules::noticesBeforeItIsTaken()
{
    auto record = invoice(u"1"_s, 100);
    record.seller.name = u"Autohaus Beispiel"_s;
    QCOMPARE(intakeNotices(record), QStringList{u"plate.missing"_s});
    record.vehicle.vin = u"WVWZZZ1KZ8W123456"_s;
    record.payee = u"autohaus  beispiel"_s;
    QCOMPARE(intakeNotices(record), QStringList{});
    record.payee = u"Factoring AG"_s;
    QCOMPARE(intakeNotices(record), QStringList{u"payee.factoring"_s});
    QCOMPARE(intakeNotices(credit(u"G1"_s, 100, {u"1"_s})), QStringList{});   // a credit note brings no car
}

void TestIntakeRules::whatMustBeLookedAtBecomesATask()
{
    Desk desk;
    auto command = intake(invoice(u"4711"_s, 11900));
    command.notices = {u"sum.gross"_s, u"iban.check"_s, u"sum.gross"_s, u"plate.missing"_s};
    const auto taken = desk.take(command);
    QVERIFY(taken.ok());
    const auto id = taken.value().invoice;
    QCOMPARE(openTasks(desk.items[id]), (QStringList{u"sum.gross"_s, u"plate.missing"_s}));   // each once; a hint is no task
    QCOMPARE(desk.items[id].tasks[0].amount, Money::cents(11900));

    auto better = intake(invoice(u"4711"_s, 11900, u"M-AB 1"_s));
    better.notices = {u"sum.gross"_s};
    QCOMPARE(desk.take(better).value().outcome, IntakeOutcome::NewVersion);
    QCOMPARE(openTasks(desk.items[id]), QStringList{u"sum.gross"_s});   // the vehicle is there now

    auto worse = intake(invoice(u"4711"_s, 11900));
    worse.notices = {u"totals.pdf_differs"_s, u"plate.missing"_s};
    QCOMPARE(desk.take(worse).value().outcome, IntakeOutcome::NewVersion);
    QCOMPARE(openTasks(desk.items[id]), (QStringList{u"totals.pdf_differs"_s, u"plate.missing"_s}));   // raised anew, under another id
    QCOMPARE(desk.take(worse).value().outcome, IntakeOutcome::SameAgain);
    QCOMPARE(desk.items[id].tasks.size(), std::size_t{2});
}

void TestIntakeRules::aSoldClaimIsAskedForByNobodyBeforeItIsDecided_data()
{
    QTest::addColumn<QString>("payee");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("sold");
    QTest::newRow("payee") << u"Factoring AG"_s << u""_s << true;
    QTest::newRow("our own account's name") << u"autohaus beispiel gmbh"_s << u""_s << false;
    QTest::newRow("assigned") << u""_s << u"Wir haben unsere Forderung aus dieser Rechnung an die Adelta Finanz verkauft und abgetreten."_s << true;
    QTest::newRow("freeing") << u""_s << u"Zahlungen mit schuldbefreiender Wirkung nur auf das Konto der Bank"_s << true;
    QTest::newRow("contract") << u""_s << u"Diese Rechnung wird im Rahmen unseres Factoring bearbeitet."_s << true;
    QTest::newRow("english") << u""_s << u"This invoice has been assigned to Factor Bank plc."_s << true;
    QTest::newRow("to us") << u""_s << u"Die Forderung gegen die Versicherung wurde an uns abgetreten."_s << false;
    QTest::newRow("terms") << u""_s << u"Die Ware bleibt bis zum Ausgleich aller Forderungen unser Eigentum; wird sie verkauft, gilt dies für den Erlös."_s << false;
    QTest::newRow("never") << u""_s << u"Zahlbar sofort ohne Abzug. Bremsen vorn erneuert, Motor Factory Reset."_s << false;
}

void TestIntakeRules::aSoldClaimIsAskedForByNobodyBeforeItIsDecided()
{
    QFETCH(QString, payee);
    QFETCH(QString, text);
    QFETCH(bool, sold);
    Desk desk;
    auto record = invoice(u"1"_s, 10000, u"M-AB 1"_s);   // with our own account on it
    record.seller.name = u"Autohaus Beispiel"_s;
    record.payee = payee;
    record.notes.push_back({{}, text});
    auto command = intake(record);
    command.notices = intakeNotices(record);
    const auto id = desk.take(command).value().invoice;
    QCOMPARE(openTasks(desk.items[id]), sold ? QStringList{u"payee.factoring"_s} : QStringList{});
    const auto asked = decideRequest(desk.items[id], requestCommand(), desk.policy);
    QCOMPARE(asked.ok(), !sold);
    QCOMPARE(namesAssignment(text), sold && payee.isEmpty());
    if (!sold) return;
    QCOMPARE(asked.error().code, u"request.payee_factoring"_s);
    desk.append({TaskDone{desk.items[id].tasks[0].id, id, u"the factor collects through us"_s}});
    QVERIFY(decideRequest(desk.items[id], requestCommand(), desk.policy).ok());
    // A new version that still says so is an alarm of its own, and a credit note none.
    auto again = record;
    again.gross = again.amountDue = eur(9000);
    auto next = intake(again);
    next.notices = intakeNotices(again);
    QVERIFY(desk.take(next).ok());
    QVERIFY(openTasks(desk.items[id]).contains(u"payee.factoring"_s));
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
}

QTEST_GUILESS_MAIN(TestIntakeRules)
#include "tst_intake_rules.moc"
