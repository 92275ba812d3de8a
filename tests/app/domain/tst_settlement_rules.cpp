#include "rules_kit.h"

using namespace kit;

namespace {

qint64 told(const OpenItem& item)
{
    qint64 sum = 0;
    for (const auto& s : item.settlements) sum += s.amount.inCents();
    return sum;
}

} // namespace

class TestSettlementRules : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingIsOwedForAnOpenOrPartPaidInvoice();
    void settledIsToldOnce();
    void moneyGoingBackIsToldAndComingAgainToo();
    void overpaidIsToldWithAllThatWasPaid();
    void aCancelledInvoiceIsNotSettledByWhatWasPaid();
    void answersAreBookedOnce();
    void resendKeepsTheRecord();
};

void TestSettlementRules::nothingIsOwedForAnOpenOrPartPaidInvoice()
{
    One one{10000};
    QVERIFY(!settlementOwed(one.item()));
    QVERIFY(one.append(decideCounterPayment(one.item(), cash(4000), u"A"_s, one.now, one.policy)));
    QVERIFY(!settlementOwed(one.item()));
    QCOMPARE(decideSettlement(one.item(), SettlementId::fresh(), 1, u"f"_s).size(), 0u);
}

void TestSettlementRules::settledIsToldOnce()
{
    One one{10000};
    one.append(decideCounterPayment(one.item(), cash(4000), u"A"_s, one.now, one.policy));
    one.append(decideCounterPayment(one.item(), cash(6000), u"A"_s, one.now, one.policy));
    const auto owed = settlementOwed(one.item());
    QVERIFY(owed);
    QCOMPARE(owed->kind, u"settled"_s);
    QCOMPARE(owed->amount, eur(10000));
    QVERIFY(one.append(decideSettlement(one.item(), SettlementId::fresh(), 1, u"f"_s)));
    QVERIFY(!settlementOwed(one.item()));
    QCOMPARE(unanswered(one.item()).size(), 1u);
}

void TestSettlementRules::moneyGoingBackIsToldAndComingAgainToo()
{
    One one{10000};
    const auto r = one.link();
    using K = PortalMovement::Kind;
    std::vector<PortalMovement> m{moved(K::Payment, u"tr_1"_s, 10000)};
    one.look(r, snapshot(1, LinkState::Paid, m));
    one.append(decideSettlement(one.item(), SettlementId::fresh(), 1, u"f"_s));
    m.push_back(moved(K::Chargeback, u"chb_1"_s, 10000, u"tr_1"_s));
    one.look(r, snapshot(2, LinkState::Paid, m));
    QCOMPARE(settlementOwed(one.item())->kind, u"reversed"_s);
    QCOMPARE(settlementOwed(one.item())->amount, eur(-10000));
    one.append(decideSettlement(one.item(), SettlementId::fresh(), 2, u"g"_s));
    QCOMPARE(told(one.item()), 0);
    m.push_back(moved(K::ChargebackReversed, u"chr_1"_s, 10000, u"tr_1"_s));
    one.look(r, snapshot(3, LinkState::Paid, m));
    one.append(decideSettlement(one.item(), SettlementId::fresh(), 3, u"h"_s));
    QCOMPARE(told(one.item()), one.item().paid.inCents());
    QCOMPARE(told(one.item()), 10000);
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

void TestSettlementRules::overpaidIsToldWithAllThatWasPaid()
{
    One one{10000};
    const auto r = one.link();
    one.look(r, snapshot(1, LinkState::Paid, {moved(PortalMovement::Kind::Payment, u"a"_s, 10000), moved(PortalMovement::Kind::Payment, u"b"_s, 10000)}));
    QCOMPARE(settlementOwed(one.item())->amount, eur(20000));
}

void TestSettlementRules::aCancelledInvoiceIsNotSettledByWhatWasPaid()
{
    One part{10000};
    part.append(decideCounterPayment(part.item(), cash(4000), u"A"_s, part.now, part.policy));
    part.append(std::vector<Event>{InvoiceCancelled{part.item().id, u"wrong car"_s}});
    QCOMPARE(part.item().paid, eur(4000));
    QVERIFY(!settlementOwed(part.item()));
    QCOMPARE(decideSettlement(part.item(), SettlementId::fresh(), 1, u"f"_s).size(), 0u);

    One told{10000};
    const auto r = told.link();
    using K = PortalMovement::Kind;
    std::vector<PortalMovement> m{moved(K::Payment, u"tr_1"_s, 10000)};
    told.look(r, snapshot(1, LinkState::Paid, m));
    told.append(decideSettlement(told.item(), SettlementId::fresh(), 1, u"f"_s));
    told.append(std::vector<Event>{InvoiceCancelled{told.item().id, u"wrong car"_s}});
    QVERIFY(!settlementOwed(told.item()));
    m.push_back(moved(K::Chargeback, u"chb_1"_s, 3000, u"tr_1"_s));
    told.look(r, snapshot(2, LinkState::Paid, m));
    QCOMPARE(settlementOwed(told.item())->kind, u"reversed"_s);
    QCOMPARE(settlementOwed(told.item())->amount, eur(-3000));
    QVERIFY2(told.fault.isEmpty(), qPrintable(told.fault));
}

void TestSettlementRules::answersAreBookedOnce()
{
    One one{10000};
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    const auto id = SettlementId::fresh();
    one.append(decideSettlement(one.item(), id, 1, u"f"_s));
    QCOMPARE(decideAnswer(one.item(), SettlementId::fresh(), true, {}).error().code, u"settlement.none"_s);
    QVERIFY(one.append(decideAnswer(one.item(), id, false, QString{2000, u'x'})));
    QCOMPARE(one.item().settlements[0].text.size(), 500);
    QCOMPARE(decideAnswer(one.item(), id, false, {}).value().size(), 0u);
    QVERIFY(one.append(decideAnswer(one.item(), id, true, {})));
    QCOMPARE(decideAnswer(one.item(), id, true, {}).value().size(), 0u);
    QCOMPARE(decideAnswer(one.item(), id, false, {}).value().size(), 0u);   // accepted is the end
    QCOMPARE(decideResend(one.item(), id, 2, u"g"_s).error().code, u"settlement.accepted"_s);
    QCOMPARE(unanswered(one.item()).size(), 0u);
}

void TestSettlementRules::resendKeepsTheRecord()
{
    One one{10000};
    one.append(decideCounterPayment(one.item(), cash(10000), u"A"_s, one.now, one.policy));
    const auto id = SettlementId::fresh();
    one.append(decideSettlement(one.item(), id, 1, u"f"_s));
    QCOMPARE(decideResend(one.item(), SettlementId::fresh(), 2, u"g"_s).error().code, u"settlement.none"_s);
    QVERIFY(one.append(decideResend(one.item(), id, 2, u"g"_s)));
    QVERIFY(one.append(decideResend(one.item(), id, 3, u"h"_s)));
    QCOMPARE(one.item().settlements.size(), 1u);
    QCOMPARE(one.item().settlements[0].attempt, 3);
    QCOMPARE(one.item().settlements[0].file, u"h"_s);
    QCOMPARE(told(one.item()), 10000);
    QVERIFY(!settlementOwed(one.item()));
    QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
}

QTEST_GUILESS_MAIN(TestSettlementRules)
#include "tst_settlement_rules.moc"
