// A card charged at the stand-alone terminal although the money is no longer owed: it is booked as what it is, beside the payment online, and what is
// too much becomes a task. The refusal comes first (fault 20), the fact afterwards.
#include "tests/way/linked_shop.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using domain::BoardState;

class TstTaken : public QObject, test::LinkedShop {
    Q_OBJECT
private Q_SLOTS:
    void init() { QCOMPARE(openShop(), QString{}); }
    void cleanup() { closeShop(); }
    void fault_20_cardChargedWhilePaidOnline();
    void fault_20_cardChargedOnACancelledInvoice();
    void fault_20_cardChargedWhileThePortalIsSilent();
    void oneSlipIsOneCharge();
    void anOrdinaryCardPaymentNeedsAFreshSlipToo();
};

void TstTaken::fault_20_cardChargedWhilePaidOnline()
{
    QVERIFY(m_peer->act(u"pay"_s, m_link, u"card"_s));
    const auto refused = m_shop->payCash(m_invoice, kAsked);
    QVERIFY(!refused.ok());
    const auto taken = m_shop->cardTaken(m_invoice, kAsked, u"0815"_s);
    QVERIFY2(taken.ok(), taken.ok() ? "" : qPrintable(taken.error().code));
    QCOMPARE(taken.value().tooMuch, domain::Money::cents(kAsked));
    QCOMPARE(taken.value().openAfter, domain::Money::cents(-kAsked));
    QVERIFY(!taken.value().pdf.isEmpty());
    QCOMPARE(m_shop->item(m_invoice).payments.size(), 2u);
    QCOMPARE(m_shop->row(m_invoice).state, BoardState::Overpaid);
    QCOMPARE(m_shop->tasksOf(m_invoice), QStringList{u"payment.double"_s});
}

void TstTaken::fault_20_cardChargedOnACancelledInvoice()
{
    const auto cancelled = store::test::got(m_shop->house->journal->decide({}, store::test::always({domain::InvoiceCancelled{m_invoice, u"wrong car"_s}})));
    QVERIFY(cancelled.ok());
    const auto taken = m_shop->cardTaken(m_invoice, kAsked, u"0815"_s);
    QVERIFY2(taken.ok(), taken.ok() ? "" : qPrintable(taken.error().code));
    QCOMPARE(taken.value().tooMuch, domain::Money::cents(kAsked));
    QCOMPARE(m_shop->item(m_invoice).paid, domain::Money::cents(kAsked));
    QCOMPARE(m_shop->tasksOf(m_invoice), QStringList{u"payment.double"_s});
}

// Nothing waits for the portal: the charge has happened. The link is closed as soon as it answers; paid before that, both stand.
void TstTaken::fault_20_cardChargedWhileThePortalIsSilent()
{
    m_peer->web().goDown();
    const auto taken = m_shop->cardTaken(m_invoice, kAsked, u"0815"_s);
    QVERIFY2(taken.ok(), taken.ok() ? "" : qPrintable(taken.error().code));
    QCOMPARE(taken.value().tooMuch, domain::Money::cents(0));
    QVERIFY(m_shop->tasksOf(m_invoice).isEmpty());
    m_peer->web().comeBack();
    QVERIFY(m_peer->act(u"pay"_s, m_link));
    m_clock->advance(10 * 60'000);
    QVERIFY(m_shop->runOutbox().ok());
    QVERIFY(m_shop->round().ok());
    QCOMPARE(m_shop->item(m_invoice).payments.size(), 2u);
    QCOMPARE(m_shop->row(m_invoice).state, BoardState::Overpaid);
    QVERIFY(m_shop->tasksOf(m_invoice).contains(u"payment.double"_s));
}

void TstTaken::oneSlipIsOneCharge()
{
    QVERIFY(m_shop->cardTaken(m_invoice, kAsked, u"0815"_s).ok());
    QCOMPARE(m_shop->cardTaken(m_invoice, kAsked, u" 0815 "_s).error().code, u"pay.receipt_here"_s);
    const auto second = m_shop->take(u"R-2"_s, kAsked, u"M-CD 5678"_s);
    QCOMPARE(m_shop->cardTaken(second, kAsked, u"0815"_s).error().code, u"pay.receipt_known"_s);
    QVERIFY(m_shop->cardTaken(second, kAsked / 2, u"Halle 0815"_s).ok());   // of another terminal
    m_clock->advance(24 * 3'600'000);   // terminals count anew after 9999
    QVERIFY(m_shop->cardTaken(second, kAsked / 2, u"0815"_s).ok());
    QCOMPARE(m_shop->item(second).payments.size(), 2u);
}

void TstTaken::anOrdinaryCardPaymentNeedsAFreshSlipToo()
{
    QVERIFY(m_shop->payCard(m_invoice, kAsked / 2, u"0815"_s).ok());
    QCOMPARE(m_shop->payCard(m_invoice, kAsked / 2, u"0815"_s, /*shared=*/true).error().code, u"pay.receipt_here"_s);
    const auto second = m_shop->take(u"R-2"_s, kAsked, u"M-CD 5678"_s);
    QVERIFY(m_shop->request(second).ok());
    QCOMPARE(m_shop->payCard(second, kAsked / 2, u"0815 "_s).error().code, u"pay.receipt_known"_s);
    QVERIFY(m_shop->item(second).payments.empty());
    QVERIFY(m_shop->item(second).liveRequest());   // its link stays payable
    QVERIFY(m_shop->payCard(second, kAsked / 2, u"0815"_s, /*shared=*/true).ok());   // one charge over both, and somebody says so
    m_clock->advance(24 * 3'600'000);
    QVERIFY(m_shop->payCard(second, kAsked / 4, u"0816"_s).ok());
    QCOMPARE(m_shop->item(second).payments.size(), 2u);
}

QTEST_MAIN(TstTaken)
#include "tst_taken.moc"
