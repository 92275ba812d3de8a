// Amounts as people print them, and whether the total is among them.
#include "app/adapters/workshop/einvoice/pdf_totals.h"
#include <QElapsedTimer>
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
        const QStringList silent{u"totals.not_compared"_s};
        QCOMPARE(noticesOfText(invoice, u"Netto 408,57\nGesamtbetrag 486,20 €"), QStringList{});
        QCOMPARE(noticesOfText(invoice, u"Netto 408,57\nGesamtbetrag 586,20 €"), differs);
        QCOMPARE(noticesOfText(invoice, u"Zahlbetrag 86,20"), differs);          // the total, not what is left of it
        QCOMPARE(noticesOfText(invoice, u""), silent);
        QCOMPARE(noticesOfText(invoice, u"a scan with some letters, page 1 of 2"), silent);
        invoice.gross.reset();
        QCOMPARE(noticesOfText(invoice, u"Zahlbetrag 86,20"), QStringList{});
        invoice.amountDue = domain::Money::cents(-8620);                         // a credit note is printed with and without its sign
        QCOMPARE(noticesOfText(invoice, u"Gutschrift 86,20-"), QStringList{});
        invoice.amountDue.reset();
        QCOMPARE(noticesOfText(invoice, u"1,00"), QStringList{});
    }

    void besideTheirLabels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("differs");
        const auto row = [](const char* name, const QString& text, bool differs) { QTest::newRow(name) << text << differs; };
        row("both agree", u"Gesamtbetrag 486,20\nAnzahlung 400,00\nZahlbetrag 86,20"_s, false);
        row("the total is only a line of the invoice", u"Motor 486,20\nGesamtbetrag 586,20\nZahlbetrag 86,20"_s, true);
        row("another amount to pay", u"Gesamtbetrag 486,20\nAnzahlung 86,20\nZahlbetrag 400,00"_s, true);
        row("the amount to pay has no label", u"Gesamtbetrag 486,20\nAnzahlung 400,00\nRest 1,00"_s, false);
        row("words first, then figures", u"Netto\nMwSt\nGesamtbetrag\nZahlbetrag\n408,57\n77,63\n486,20\n86,20"_s, false);
        row("figure above its word", u"486,20\nGesamtbetrag\n86,20\nZahlbetrag"_s, false);
        row("discount is another amount", u"Gesamtbetrag 486,20\nZahlbetrag 86,20\nzu zahlen bis 10.12. mit 2 % Skonto 84,48"_s, false);
        row("net is another amount", u"Gesamtbetrag netto 408,57\nGesamtbetrag brutto 486,20"_s, false);
        row("english", u"Grand total EUR 486.20\nAmount due EUR 86.20"_s, false);
        row("english, another", u"Grand total EUR 486.20\nAmount due EUR 96.20"_s, true);
        // A discount that stands on the page only: the total of the data is a sum on the way to the printed one.
        for (const auto& word : {u"Rechnungsendbetrag"_s, u"Summe brutto"_s, u"Gesamt brutto"_s, u"Gesamt EUR:"_s, u"Brutto"_s, u"Summe"_s, u"Total"_s, u"Invoice amount"_s}) {
            row(qPrintable(u"after a discount: "_s + word), u"Zwischensumme 486,20\nabzgl. Rabatt 48,62\n"_s + word + u" 437,58 EUR\nZahlbar bis 31.12.2026"_s, true);
            row(qPrintable(u"after a discount, agreed: "_s + word), u"Zwischensumme 540,22\nabzgl. Rabatt 54,02\n"_s + word + u" 486,20 EUR\nZahlbar bis 31.12.2026"_s, false);
        }
        for (const auto& word : {u"Restforderung"_s, u"Restsumme"_s, u"Fälliger Betrag"_s, u"Zu überweisender Betrag"_s, u"Überweisungsbetrag"_s, u"Noch offen"_s}) {
            row(qPrintable(word), u"Gesamtbetrag 486,20\nAnzahlung 400,00\n"_s + word + u" 76,20"_s, true);
            row(qPrintable(word + u", agreed"_s), u"Gesamtbetrag 486,20\nAnzahlung 400,00\n"_s + word + u" 86,20"_s, false);
        }
        row("a sum before tax", u"Summe 408,57\nMwSt 77,63\nRechnungs-Gesamtpreis 486,20"_s, false);
        row("a column headed by it", u"Netto MwSt Brutto\nMotor 408,57 77,63 486,20\nSumme Teile 20,00"_s, false);
        row("a sum of a part", u"Gesamt 486,20\nAnzahlung 400,00"_s, false);
        row("inside another word", u"Motor 486,20\nZwischengesamtbetrag 586,20\nZahlbetrag 86,20"_s, false);
    }
    void besideTheirLabels()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, differs);
        domain::Invoice invoice;
        invoice.gross = domain::Money::cents(48620);
        invoice.amountDue = domain::Money::cents(8620);
        QCOMPARE(noticesOfText(invoice, text), differs ? QStringList{u"totals.pdf_differs"_s} : QStringList{});
    }

    // What is taken off on the page alone shows in its figures, even where they come apart from their words: the total, what goes off, what is left.
    void takenOffOnThePage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("prepaid");
        QTest::addColumn<bool>("differs");
        const auto row = [](const char* name, const QString& text, qint64 prepaid, bool differs) { QTest::newRow(name) << text << prepaid << differs; };
        const auto words = u"Arbeit\nSumme netto\nzzgl. 19 % MwSt\n"_s, figures = u"\n408,57\n408,57\n77,63\n"_s;
        for (const auto& word : {u"Summe brutto"_s, u"Brutto"_s, u"Rechnungsbetrag"_s, u"Total"_s}) {
            row(qPrintable(u"a discount: "_s + word), words + u"Zwischensumme\nabzgl. Rabatt\n"_s + word + figures + u"486,20\n48,62\n437,58 EUR"_s, 0, true);
            row(qPrintable(u"a discount, then the deposit: "_s + word), words + u"Zwischensumme\nabzgl. Nachlass\n"_s + word + u"\nabzgl. Anzahlung\nZahlbetrag"_s + figures + u"486,20\n48,62\n437,58\n400,00\n37,58"_s, 40000, true);
            row(qPrintable(u"no discount: "_s + word), words + word + figures + u"486,20 EUR"_s, 0, false);
            row(qPrintable(u"no discount, a deposit: "_s + word), words + word + u"\nabzgl. Anzahlung\nZahlbetrag"_s + figures + u"486,20\n400,00\n86,20"_s, 40000, false);
            row(qPrintable(u"no discount, many lines: "_s + word), u"Arbeit\n"_s.repeated(12) + words + word + u"\nabzgl. Anzahlung\nZahlbetrag\n"_s + u"31,00\n"_s.repeated(12) + figures.mid(1) + u"486,20\n400,00\n86,20"_s, 40000, false);
        }
        row("a deposit and a discount at once", u"Rechnungsbetrag 486,20\nRabatt 48,62\nAnzahlung 400,00\nbitte begleichen 37,58"_s, 40000, true);
        row("a discount after the deposit", u"Rechnungsbetrag 486,20\nAnzahlung 400,00\nRest 86,20\nNachlass 6,20\nbitte begleichen 80,00"_s, 40000, true);
        row("a deposit the data do not know", u"Rechnungsbetrag 486,20\nAnzahlung 400,00\nbitte begleichen 86,20"_s, 0, true);
        row("two deposits", u"Rechnungsbetrag 486,20\nAnzahlung 300,00\nAnzahlung 100,00\nRest 86,20"_s, 40000, false);
        row("what it would be with the discount for early payment", u"Rechnungsbetrag 486,20\n2 % Skonto bis 10.12.\n9,72\n476,48"_s, 0, false);
        row("a discount, and one for early payment", u"Rechnungsbetrag 486,20\nRabatt 48,62\nbitte begleichen 437,58\nmit 2 % Skonto 428,83"_s, 0, true);
        row("a discount for early payment that is taken off", u"Rechnungsbetrag\nabzgl. 2 % Skonto\nZahlbetrag\n486,20\n9,72\n476,48"_s, 0, true);
        row("what it would be, words and figures apart", u"Rechnungsbetrag\nZahlbetrag\n2 % Skonto bis 10.12.\nBetrag mit Skonto\n486,20\n486,20\n9,72\n476,48"_s, 0, false);
        row("two rates", u"Rechnungsbetrag 486,20\nRabatt ist schon abgezogen\n1. Rate 243,10\n2. Rate 243,10"_s, 0, false);
        row("what the insurance pays", u"Rechnungsbetrag 486,20\nSelbstbeteiligung 150,00\nzahlt der Versicherer 336,20"_s, 0, false);
        row("gross amounts of two taxes", u"Rechnungsbetrag 486,20\ndarin 19 % 400,00\ndarin 7 % 86,20"_s, 0, false);
        row("net amounts and taxes of two", u"abzgl. Anzahlung 400,00\nRechnungsbetrag 486,20\nnetto 19 % 100,00\nMwSt 19,00\nnetto 7 % 308,57\nMwSt 58,63"_s, 40000, false);
        row("the tax it holds", u"Rechnungsbetrag 486,20\ndarin MwSt 77,63\nnetto 408,57"_s, 0, false);
        row("the net amount it holds", u"Rechnungsbetrag 486,20\ndarin netto 408,57\nMwSt 77,63"_s, 0, false);
        row("two taxes it holds", u"Rechnungsbetrag 486,20\ndarin 19 % 70,00\ndarin 7 % 7,63\nnetto 408,57"_s, 0, false);
        row("nothing off", u"Rechnungsbetrag 486,20\nRabatt 0,00\nAnzahlung 0,00\nzu zahlen 486,20"_s, 0, false);
    }
    void takenOffOnThePage()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, prepaid);
        QFETCH(const bool, differs);
        domain::Invoice invoice;
        invoice.net = domain::Money::cents(40857);
        invoice.tax = domain::Money::cents(7763);
        invoice.gross = domain::Money::cents(48620);
        if (prepaid > 0) invoice.prepaid = domain::Money::cents(prepaid);
        invoice.amountDue = domain::Money::cents(48620 - prepaid);
        QCOMPARE(noticesOfText(invoice, text), differs ? QStringList{u"totals.pdf_differs"_s} : QStringList{});
    }
    void hostileTextIsReadInTime()
    {
        domain::Invoice invoice;
        invoice.gross = domain::Money::cents(48620);
        constexpr qsizetype kMuch = 64 * 1024;
        for (const auto& piece : {u"gesamtbetrag\n"_s, u"zu zahlen "_s, u"1,00\ngesamtbetrag\n"_s, u"\n"_s}) {
            QElapsedTimer timer;
            timer.start();
            noticesOfText(invoice, piece.repeated(kMuch / piece.size()));
            QVERIFY2(timer.elapsed() < 10'000, qPrintable(piece));
        }
    }
};

QTEST_APPLESS_MAIN(TestPdfTotals)
#include "tst_pdf_totals.moc"
