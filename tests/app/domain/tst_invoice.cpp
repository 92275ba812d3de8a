#include "rules_kit.h"

using namespace kit;

class TestInvoice : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void kinds_data();
    void kinds();
    void askedAmount();
    void notices();
    void directDebit();
};

void TestInvoice::kinds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<qint64>("cents");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const QString& type, qint64 cents, InvoiceKind kind) { QTest::newRow(name) << type << cents << static_cast<int>(kind); };
    row("invoice", u"380"_s, 100, InvoiceKind::Invoice);
    row("self-billed", u"389"_s, 100, InvoiceKind::Invoice);
    row("no type", u""_s, 100, InvoiceKind::Invoice);
    row("credit note", u"381"_s, 100, InvoiceKind::Credit);
    row("negative credit note", u"381"_s, -100, InvoiceKind::Credit);
    row("negative invoice", u"380"_s, -100, InvoiceKind::Credit);
    row("correction", u"384"_s, 100, InvoiceKind::Correction);
    row("negative correction", u"384"_s, -100, InvoiceKind::Credit);
    row("booking aid", u"751"_s, 100, InvoiceKind::NoClaim);
    row("negative booking aid", u"751"_s, -100, InvoiceKind::NoClaim);
    row("pro forma", u"325"_s, 100, InvoiceKind::NoClaim);
    row("zero", u"380"_s, 0, InvoiceKind::Invoice);
}

void TestInvoice::kinds()
{
    QFETCH(QString, type);
    QFETCH(qint64, cents);
    QFETCH(int, kind);
    QCOMPARE(static_cast<int>(kindOf(invoice(u"1"_s, cents, {}, type))), kind);
}

void TestInvoice::askedAmount()
{
    auto i = invoice(u"1"_s, 22000);
    i.amountDue.reset();
    i.prepaid = eur(-22000);                       // seen in public samples: a negative prepaid amount doubles what is due
    QCOMPARE(amountToAskFor(i), eur(44000));
    i.prepaid = eur(30000);
    i.rounding = eur(-2);
    QCOMPARE(amountToAskFor(i), eur(-8002));
    i.gross.reset();
    QVERIFY(!amountToAskFor(i));
    i.gross = Money::cents(100, Currency::fromCode(u"CHF").value());
    QVERIFY(!amountToAskFor(i));                   // mixed currencies have no sum
    i.amountDue = eur(5);
    QCOMPARE(amountToAskFor(i), eur(5));           // what the file asks for stands above what it should
}

void TestInvoice::notices()
{
    auto i = invoice(u"1"_s, 11900);
    QCOMPARE(noticesOf(i), QStringList{});
    i.net = eur(10000);
    i.tax = eur(1900);
    i.lineTotal = eur(10100);
    i.allowances = eur(100);
    i.vat = {{u"S"_s, u"19"_s, eur(10000), eur(1900)}};
    QCOMPARE(noticesOf(i), QStringList{});
    i.vat[0].amount = eur(1899);
    i.tax = eur(1901);
    i.charges = eur(1);
    i.amountDue = eur(11800);
    i.iban = u"DE89370400440532013001"_s;
    i.issueDate = {};
    i.paymentMeans = {u"59"_s};
    QCOMPARE(noticesOf(i), (QStringList{u"sum.due"_s, u"sum.gross"_s, u"sum.vat"_s, u"sum.lines"_s, u"iban.check"_s, u"date.missing"_s, u"terms.direct_debit"_s}));
}

void TestInvoice::directDebit()
{
    auto i = invoice(u"1"_s, 100);
    i.paymentMeans = {u"58"_s};
    QVERIFY(!isDirectDebit(i));
    i.paymentMeans = {u"58"_s, u"59"_s};
    QVERIFY(isDirectDebit(i));
}

QTEST_GUILESS_MAIN(TestInvoice)
#include "tst_invoice.moc"
