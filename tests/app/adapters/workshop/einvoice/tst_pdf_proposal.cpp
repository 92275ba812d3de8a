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
    void hostilePagesAreReadInTime_data()
    {
        QTest::addColumn<QString>("piece");
        for (const auto* piece : {"rechnung nr. ", "gesamtbetrag ", "datum: ", "invoice      ", "1", " ", "Rechnungsnummer:          "}) QTest::newRow(piece) << QString::fromLatin1(piece);
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
