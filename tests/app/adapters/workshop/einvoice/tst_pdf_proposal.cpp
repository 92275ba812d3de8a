// What is read out of the words of a page that carries no data.
#include "app/adapters/workshop/einvoice/pdf_proposal.h"
#include "app/core/limits.h"
#include <QElapsedTimer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using tresen::adapters::einvoice::proposalIn;

class TestPdfProposal : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<qint64>("cents");
        QTest::addColumn<QString>("plate");
        const QDate day{2026, 11, 20};
        QTest::newRow("german") << u"Autohaus Beispiel\nRechnungsnummer: RE-2026/0815\nRechnungsdatum: 20.11.2026\nKennzeichen: M-AB 1234\nNetto 100,00\nUSt 19,00\nGesamtbetrag: 119,00 €\n"_s
                                << u"RE-2026/0815"_s << day << qint64{11900} << u"M-AB 1234"_s;
        QTest::newRow("next line") << u"Rechnung Nr.\n4711\nDatum\n20.11.26\nZahlbetrag\n1.234,56 EUR"_s << u"4711"_s << day << qint64{123456} << QString{};
        QTest::newRow("english") << u"Invoice No. INV-77 Invoice date: 2026-11-20 Amount due 1,234.56"_s << u"INV-77"_s << day << qint64{123456} << QString{};
        QTest::newRow("the largest total") << u"Gesamtbetrag netto 100,00\nGesamtbetrag brutto 119,00"_s << QString{} << QDate{} << qint64{11900} << QString{};
        QTest::newRow("a label before a label") << u"Rechnungsnummer Datum Betrag\n"_s << QString{} << QDate{} << qint64{0} << QString{};
        QTest::newRow("no such day") << u"Datum: 31.02.2026"_s << QString{} << QDate{} << qint64{0} << QString{};
        QTest::newRow("an amount without a label proves nothing") << u"Reifen 400,00"_s << QString{} << QDate{} << qint64{0} << QString{};
        QTest::newRow("empty") << QString{} << QString{} << QDate{} << qint64{0} << QString{};
    }
    void pages()
    {
        QFETCH(QString, text);
        const auto found = proposalIn(text);
        QTEST(found.number, "number");
        QTEST(found.issueDate, "date");
        QTEST(found.amount ? found.amount->inCents() : qint64{0}, "cents");
        QTEST(found.plate, "plate");
    }
    void whoAndWhatFor_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("customer");
        QTest::addColumn<QString>("customerId");
        QTest::addColumn<QString>("order");
        QTest::addColumn<QDate>("due");
        const QDate due{2026, 12, 4};
        QTest::newRow("labels") << u"Rechnung\nKunde: Dr. Helene Vogt\nKunden-Nr.: 20418\nAuftrags-Nr.: A-5512\nRechnungsdatum: 20.11.2026\nZahlbar bis zum 04.12.2026\n"_s
                                << u"Dr. Helene Vogt"_s << u"20418"_s << u"A-5512"_s << due;
        QTest::newRow("address field") << u"Autohaus Beispiel GmbH\n\nHerrn\nJörg Blüm\nLindenweg 3\n80331 München\n\nKundennummer 77\nAuftragsnummer 4711\nfällig am 4.12.26"_s
                                       << u"Jörg Blüm"_s << u"77"_s << u"4711"_s << due;
        QTest::newRow("one line") << u"Frau Anna Kern\nWeg 1"_s << u"Anna Kern"_s << QString{} << QString{} << QDate{};
        QTest::newRow("company") << u"Firma\nTaxi Huber KG\n"_s << u"Taxi Huber KG"_s << QString{} << QString{} << QDate{};
        QTest::newRow("english") << u"Bill to: Jane Doe\nCustomer no. C-9\nJob number 88/1\nInvoice date: 2026-11-20\nDue date: 2026-12-04"_s << u"Jane Doe"_s << u"C-9"_s << u"88/1"_s << due;
        QTest::newRow("a label before a label") << u"Kundennummer Auftragsnummer Datum\n"_s << QString{} << QString{} << QString{} << QDate{};
        QTest::newRow("due before it was written") << u"Rechnungsdatum: 20.11.2026\nfällig am 04.12.2025"_s << QString{} << QString{} << QString{} << QDate{};
        QTest::newRow("in a sentence") << u"Sehr geehrte Frau Kern, vielen Dank"_s << QString{} << QString{} << QString{} << QDate{};
        QTest::newRow("a number is no name") << u"Kunde: 20418\n"_s << QString{} << QString{} << QString{} << QDate{};
    }
    void whoAndWhatFor()
    {
        QFETCH(QString, text);
        const auto found = proposalIn(text);
        QTEST(found.customer, "customer");
        QTEST(found.customerId, "customerId");
        QTEST(found.orderRef, "order");
        QTEST(found.dueDate, "due");
    }
    void hostilePagesAreReadInTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const auto* piece : {"rechnung nr. ", "gesamtbetrag ", "datum: ", "invoice      ", "1", " ", "Rechnungsnummer:          ", "\nHerrn\n", "Kunde: ", "auftrags nr ", "zahlbar bis ", "\n                   "}) QTest::newRow(piece) << QString::fromLatin1(piece);
    }
    void hostilePagesAreReadInTime()
    {
        QFETCH(QString, piece);
        const auto text = piece.repeated(limits::kMaxPdfText / piece.size());
        QElapsedTimer timer;
        timer.start();
        proposalIn(text);
        QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));   // nothing that grows with its square
    }
};

QTEST_APPLESS_MAIN(TestPdfProposal)
#include "tst_pdf_proposal.moc"
