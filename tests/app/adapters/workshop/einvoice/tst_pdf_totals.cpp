// Amounts as people print them, and whether the total is among them.
#include "app/adapters/workshop/einvoice/pdf_totals.h"
#include <QTest>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using adapters::einvoice::amountsInText;
using adapters::einvoice::noticesOfText;

class TestPdfTotals : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void amounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<qint64>>("cents");
        const auto row = [](const char* name, const QString& text, const QList<qint64>& cents) { QTest::newRow(name) << text << cents; };
        row("german", u"Gesamtbetrag 1.234,56 €"_s, {123456});
        row("without groups", u"1234,56"_s, {123456});
        row("english", u"Total EUR 1,234.56"_s, {123456});
        row("blank", u"1 234,56"_s, {123456, 23456});
        row("narrow blank", u"1\u202f234,56"_s, {123456, 23456});
        row("swiss", u"CHF 1'234.55"_s, {123455, 23455});
        row("large", u"12.345.678,90"_s, {1234567890});
        row("small", u"0,05"_s, {5});
        row("behind a quantity", u"2 118,00"_s, {211800, 11800});
        row("behind a long quantity", u"2000 118,00"_s, {11800});
        row("in a sentence", u"auf 408,57."_s, {40857});
        row("stuck to words", u"EUR408,57USt"_s, {40857});
        row("several", u"408,57 77,63\n486,20"_s, {40857, 7763, 48620});
        row("date", u"18.11.2026 18.11.26"_s, {});
        row("rate of three decimals", u"1,234 0.125"_s, {});
        row("one decimal", u"2,8 Std."_s, {});
        row("whole", u"1.234"_s, {});
        row("telephone", u"089 99998-421"_s, {});
        row("iban", u"DE89 3704 0044 0532 0130 00"_s, {});
        row("wrong groups", u"12.34,56"_s, {});
        row("same mark twice", u"1.234.56"_s, {});
        row("endless", QString{5'000, u'9'} + u",00"_s, {});
        row("none", u"no digits"_s, {});
    }
    void amounts()
    {
        QFETCH(const QString, text);
        QFETCH(const QList<qint64>, cents);
        const auto found = amountsInText(text);
        QCOMPARE(QList<qint64>(found.begin(), found.end()), cents);
    }

    void longTextIsQuick()
    {
        QCOMPARE(amountsInText(QString{64 * 1024, u'1'}).size(), std::size_t{0});
        QVERIFY(amountsInText(u"1 "_s.repeated(32 * 1024)).empty());
        QVERIFY(!amountsInText(u"111 "_s.repeated(16 * 1024) + u"1,00"_s).empty());
    }

    void totalAmongThem()
    {
        domain::Invoice invoice;
        invoice.gross = domain::Money::cents(48620);
        invoice.amountDue = domain::Money::cents(8620);
        const QStringList differs{u"totals.pdf_differs"_s};
        QCOMPARE(noticesOfText(invoice, u"Netto 408,57\nGesamtbetrag 486,20 €"), QStringList{});
        QCOMPARE(noticesOfText(invoice, u"Netto 408,57\nGesamtbetrag 586,20 €"), differs);
        QCOMPARE(noticesOfText(invoice, u"Zahlbetrag 86,20"), differs);          // the total, not what is left of it
        QCOMPARE(noticesOfText(invoice, u""), QStringList{});
        QCOMPARE(noticesOfText(invoice, u"a scan with some letters, page 1 of 2"), QStringList{});
        invoice.gross.reset();
        QCOMPARE(noticesOfText(invoice, u"Zahlbetrag 86,20"), QStringList{});
        invoice.amountDue = domain::Money::cents(-8620);                         // a credit note is printed with and without its sign
        QCOMPARE(noticesOfText(invoice, u"Gutschrift 86,20-"), QStringList{});
        invoice.amountDue.reset();
        QCOMPARE(noticesOfText(invoice, u"1,00"), QStringList{});
    }
};

QTEST_APPLESS_MAIN(TestPdfTotals)
#include "tst_pdf_totals.moc"
