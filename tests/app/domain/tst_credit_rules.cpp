#include "intake_kit.h"
#include <rapidcheck.h>

using namespace kit;

class TestCreditRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(500); }
    void versionOfACreditNoteIsNeverSilent();
    void creditAfterItsInvoice();
    void creditBeforeItsInvoice();
    void partialCreditSupersedesTheSheet();
    void fullCreditClosesTheSheet();
    void creditOfAPaidInvoiceLeavesMoneyToGiveBack();
    void creditLargerThanItsInvoiceKeepsItsRestInSight();
    void creditOverSeveralInvoicesIsNotMultiplied();
    void numberOfAnotherYearOrSystemIsNotCredited();
    void usedCreditIsNotUsedAgainNextYear();
    void creditsAreSharedOutExactly();
};

void TestCreditRules::versionOfACreditNoteIsNeverSilent()
{
    Desk desk;
    const auto first = desk.take(u"1"_s, 10000);
    const auto id = desk.take(credit(u"G1"_s, 3000, {u"1"_s}));
    desk.take(credit(u"G1"_s, 5000, {u"1"_s}));
    QCOMPARE(desk.items[id].version, 2);
    QCOMPARE(desk.items[first].credited, eur(3000));
    QCOMPARE(openTasks(desk.items[id]), QStringList{u"amount.changed"_s});
}

void TestCreditRules::creditAfterItsInvoice()
{
    Desk desk;
    const auto id = desk.take(u"1"_s, 10000);
    const auto note = desk.take(credit(u"G1"_s, 10000, {u"1"_s}));
    QCOMPARE(desk.items[id].credited, eur(10000));
    QVERIFY(desk.items[id].cancelled);
    QVERIFY(moneyAllowsKey(desk.items[id]));
    QCOMPARE(openTasks(desk.items[note]), QStringList{});
    const auto again = desk.take(intake(credit(u"G1"_s, 10000, {u"1"_s})));
    QCOMPARE(again.value().outcome, IntakeOutcome::SameAgain);
    QCOMPARE(desk.items[id].credited, eur(10000));
}

void TestCreditRules::creditBeforeItsInvoice()
{
    Desk desk;
    const auto note = desk.take(credit(u"G1"_s, 4000, {u"1"_s}));
    QCOMPARE(openTasks(desk.items[note]), QStringList{u"credit.waiting"_s});
    const auto id = desk.take(u"1"_s, 10000);
    QCOMPARE(desk.items[id].open(), eur(6000));
    QVERIFY(!desk.items[id].cancelled);
    QCOMPARE(openTasks(desk.items[note]), QStringList{});
    QVERIFY2(desk.fault.isEmpty(), qPrintable(desk.fault));
    Desk full;
    full.take(credit(u"G1"_s, 10000, {u"1"_s}));
    QVERIFY(full.items[full.take(u"1"_s, 10000)].cancelled);
    // Two credit notes wait for the same invoice; the second one takes only what is left.
    Desk two;
    two.take(credit(u"G1"_s, 7000, {u"1"_s}));
    two.take(credit(u"G2"_s, 7000, {u"1"_s}));
    const auto both = two.take(u"1"_s, 10000);
    QCOMPARE(two.items[both].credited, eur(10000));
    QVERIFY2(two.fault.isEmpty(), qPrintable(two.fault));
}

void TestCreditRules::partialCreditSupersedesTheSheet()
{
    Desk desk;
    const auto id = desk.take(u"1"_s, 10000);
    const auto asked = decideRequest(desk.items[id], requestCommand(), desk.policy);
    desk.append(asked);
    const auto r = asked.value().request;
    desk.append(decideLinkAnswer(desk.items[id], r, {u"pl_1"_s, u"https://x"_s, eur(10000), PortalMode::Live, {}}));
    const auto decision = desk.take(intake(credit(u"G1"_s, 4000, {u"1"_s})));
    QCOMPARE(desk.items[id].open(), eur(6000));
    QCOMPARE(desk.items[id].findRequest(r)->state, RequestState::Closing);   // it still asks for the old amount
    QCOMPARE(decision.value().toCancel, std::vector<RequestId>{r});
    QCOMPARE(boardRow(desk.items[id], {}, {}).openTasks, 0);
}

void TestCreditRules::fullCreditClosesTheSheet()
{
    Desk desk;
    desk.policy.portal.clear();
    const auto id = desk.take(u"1"_s, 10000);
    const auto asked = decideRequest(desk.items[id], requestCommand(), desk.policy);
    desk.append(asked);
    const auto decision = desk.take(intake(credit(u"G1"_s, 10000, {u"1"_s})));
    QVERIFY(!desk.items[id].liveRequest());
    QCOMPARE(desk.items[id].request(), RequestAxis::Superseded);
    QCOMPARE(decision.value().toCancel.size(), 0u);   // a sheet without a portal has nothing to be cancelled
}

void TestCreditRules::creditOfAPaidInvoiceLeavesMoneyToGiveBack()
{
    Desk desk;
    const auto id = desk.take(u"1"_s, 10000);
    desk.append(decideCounterPayment(desk.items[id], cash(10000), u"A"_s, desk.now, desk.policy));
    desk.take(credit(u"G1"_s, 10000, {u"1"_s}));
    QVERIFY(!desk.items[id].cancelled);
    QCOMPARE(desk.items[id].open(), eur(-10000));
    QCOMPARE(boardState(desk.items[id], {}), BoardState::Overpaid);
    const auto late = desk.take(credit(u"G2"_s, 1, {u"1"_s}));            // never more than the invoice
    QCOMPARE(desk.items[id].credited, eur(10000));
    QCOMPARE(openTasks(desk.items[late]), QStringList{u"credit.left_over"_s});
}

void TestCreditRules::creditLargerThanItsInvoiceKeepsItsRestInSight()
{
    Desk desk;
    const auto id = desk.take(u"1"_s, 10000);
    const auto note = desk.take(credit(u"G1"_s, 12500, {u"1"_s}));
    QVERIFY(desk.items[id].cancelled);
    QCOMPARE(desk.items[id].credited, eur(10000));
    QCOMPARE(openTasks(desk.items[note]), QStringList{u"credit.left_over"_s});
    QCOMPARE(desk.items[note].tasks[0].amount, eur(2500));
    // The same when the invoice comes after its credit note.
    Desk later;
    const auto early = later.take(credit(u"G1"_s, 12500, {u"1"_s}));
    const auto claim = later.take(u"1"_s, 10000);
    QCOMPARE(later.items[claim].credited, eur(10000));
    QCOMPARE(openTasks(later.items[early]), QStringList{u"credit.left_over"_s});
    QVERIFY2(later.fault.isEmpty(), qPrintable(later.fault));
}

void TestCreditRules::creditOverSeveralInvoicesIsNotMultiplied()
{
    // One credit note over two invoices that are fully taken back by it.
    Desk desk;
    const auto a = desk.take(u"1"_s, 10000), b = desk.take(u"2"_s, 5000);
    desk.take(credit(u"G1"_s, 15000, {u"1"_s, u"2"_s}));
    QVERIFY(desk.items[a].cancelled && desk.items[b].cancelled);
    // Only part of both: which part belongs where is not for us to guess.
    Desk part;
    const auto c = part.take(u"1"_s, 10000), d = part.take(u"2"_s, 5000);
    const auto note = part.take(credit(u"G1"_s, 6000, {u"1"_s, u"2"_s}));
    QVERIFY(part.items[c].credited.isZero() && part.items[d].credited.isZero());
    QCOMPARE(openTasks(part.items[note]), QStringList{u"credit.unclear"_s});
}

void TestCreditRules::numberOfAnotherYearOrSystemIsNotCredited()
{
    Desk desk;
    auto old = invoice(u"1"_s, 10000);
    old.issueDate = QDate{2025, 11, 20};
    const auto last = desk.take(old);
    const auto now = desk.take(u"1"_s, 10000);
    auto other = intake(invoice(u"1"_s, 10000));
    other.system = u"tyres"_s;
    const auto foreign = desk.take(other).value().invoice;
    QCOMPARE(desk.items.size(), 3u);
    // Without a date the number fits two years: nobody guesses.
    const auto unclear = desk.take(credit(u"G1"_s, 10000, {u"1"_s}));
    QVERIFY(!desk.items[last].cancelled && !desk.items[now].cancelled && !desk.items[foreign].cancelled);
    QCOMPARE(openTasks(desk.items[unclear]), QStringList{u"credit.unclear"_s});
    // With the date of the invoice it fits one.
    auto dated = credit(u"G2"_s, 10000, {});
    dated.preceding = {{u"1"_s, QDate{2026, 11, 20}}};
    desk.take(dated);
    QVERIFY(desk.items[now].cancelled);
    QVERIFY(!desk.items[last].cancelled && !desk.items[foreign].cancelled);
}

void TestCreditRules::usedCreditIsNotUsedAgainNextYear()
{
    Desk desk;
    desk.take(u"1"_s, 10000);
    desk.take(credit(u"G1"_s, 10000, {u"1"_s}));
    auto next = invoice(u"1"_s, 10000, u"M-AB 1"_s);
    next.issueDate = QDate{2027, 1, 7};
    const auto id = desk.take(next);
    QVERIFY(!desk.items[id].cancelled);
    QCOMPARE(desk.items[id].open(), eur(10000));
    // Nor does an unused one reach an invoice that is younger than itself, or one of another system.
    Desk waiting;
    waiting.take(credit(u"G1"_s, 10000, {u"1"_s}));
    QCOMPARE(waiting.items[waiting.take(next)].open(), eur(10000));
    auto other = intake(invoice(u"1"_s, 10000));
    other.system = u"tyres"_s;
    QCOMPARE(waiting.items[waiting.take(other).value().invoice].open(), eur(10000));
    QVERIFY2(desk.fault.isEmpty() && waiting.fault.isEmpty(), qPrintable(desk.fault + waiting.fault));
}

void TestCreditRules::creditsAreSharedOutExactly()
{
    QVERIFY(rc::check("credits never exceed their invoice nor themselves, in any order of arrival", [] {
        struct Piece { bool isCredit; qint64 cents; };
        const auto gross = *rc::gen::inRange<qint64>(1, 20000);
        const auto notes = *rc::gen::container<std::vector<qint64>>(rc::gen::inRange<qint64>(1, 20000));
        const auto at = *rc::gen::inRange<std::size_t>(0, notes.size() + 1);
        Desk desk;
        InvoiceId id;
        qint64 all = 0;
        for (std::size_t i = 0; i <= notes.size(); ++i) {
            if (i == at) id = desk.take(u"1"_s, gross);
            if (i == notes.size()) break;
            desk.take(credit(u"G%1"_s.arg(i), notes[i], {u"1"_s}));
            all += notes[i];
        }
        RC_ASSERT(desk.fault.isEmpty());
        RC_ASSERT(desk.items[id].credited.inCents() == std::min(all, gross));
        RC_ASSERT(desk.items[id].cancelled == (all >= gross));
    }));
}

QTEST_GUILESS_MAIN(TestCreditRules)
#include "tst_credit_rules.moc"
