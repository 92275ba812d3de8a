// Which amount a learned profile asks for: never more than what is due. Deposits and rests under every title that came to mind, under titles nobody
// knows and without any; where the sample does not tell which amount is due, no amount is read and the column says so.
#include "app/adapters/workshop/table/money_titles.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "table_samples.h"
#include <QTest>

using namespace table_samples;
using adapters::table::MoneyWord;
using adapters::table::TableReader;
using ports::TableChoices;
using ports::TableProposal;

namespace {

struct Bill { qint64 net, tax, paid; qint64 gross() const { return net + tax; } qint64 due() const { return gross() - paid; } };

// Every third one has a deposit.
std::vector<Bill> bills(int count)
{
    std::vector<Bill> out;
    for (int i = 0; i < count; ++i) {
        const qint64 net = 36'262 + 13'733 * i;
        out.push_back({net, (net * 19 + 50) / 100, i % 3 == 0 ? 5'000 + 1'000 * i : 0});
    }
    return out;
}

QByteArray money(qint64 cents)
{
    return QByteArray::number(cents / 100) + ',' + QByteArray::number(qAbs(cents) % 100).rightJustified(2, '0');
}

// kinds: what stands in the columns of amounts, "n", "t", "g", "p", "d", "-" (the deposit with a minus), "0" (always 0,00).
QByteArray tableOf(const QByteArray& kinds, const QList<QByteArray>& titles, const std::vector<Bill>& all)
{
    QByteArray out;
    if (!titles.isEmpty()) out += "Rechnungsnummer;Rechnungsdatum;Kunde;" + titles.join(';') + "\r\n";
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto& bill = all[i];
        out += "R-" + QByteArray::number(static_cast<int>(i) + 101) + ";" + QByteArray::number(static_cast<int>(i) + 11) + ".11.2026;Anna Kern";
        for (const char kind : kinds) {
            const qint64 cents = kind == 'n' ? bill.net : kind == 't' ? bill.tax : kind == 'g' ? bill.gross() : kind == 'd' ? bill.due() : kind == '-' ? -bill.paid : kind == '0' ? 0 : bill.paid;
            out += ';' + money(cents);
        }
        out += "\r\n";
    }
    return out;
}

QString columnsOf(const TableProposal& proposal)
{
    QStringList out;
    for (const auto& column : proposal.columns) out << (column.field.isEmpty() ? u"-"_s : column.field) + (column.open ? u"?"_s : QString{}) + u'(' + column.why + u')';
    return out.join(u' ');
}

bool asksColumns(const TableProposal& proposal)
{
    return std::any_of(proposal.traits.begin(), proposal.traits.end(), [](const auto& trait) { return trait.what == u"columns" && trait.open; });
}

} // namespace

class TestProfileAmounts : public QObject {
    Q_OBJECT

    const TableReader m_reader{};

    TableProposal learned(const QByteArray& bytes, const TableChoices& said = {})
    {
        const auto out = m_reader.learn(bytes, said);
        if (!out) qFatal("%s %s", qPrintable(out.error().code), qPrintable(out.error().detail));
        return out.value();
    }

    // Every amount asked for is the one that is due.
    void checkAsked(const QByteArray& file, const std::vector<Bill>& all, const TableChoices& said = {})
    {
        const auto proposal = learned(file, said);
        QVERIFY2(!proposal.isOpen(), qPrintable(columnsOf(proposal)));
        const auto read = m_reader.read(file, proposal.profile);
        QVERIFY2(read.ok(), qPrintable(columnsOf(proposal)));
        QCOMPARE(read.value().rows.size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto& row = read.value().rows[i];
            QVERIFY2(row.document.ok(), qPrintable(row.raw + u" -> "_s + (row.document ? QString{} : row.document.error().code + u' ' + row.document.error().detail)));
            const auto asked = domain::amountToAskFor(row.document.value().invoice);
            QVERIFY(asked.has_value());
            QVERIFY2(asked->inCents() == all[i].due(), qPrintable(row.raw + u" -> "_s + domain::plainAmount(*asked) + u' ' + columnsOf(proposal)));
        }
    }

    // Nothing is asked for, the question is there, and a row that is shown asks for no amount.
    void checkOpen(const QByteArray& file)
    {
        const auto proposal = learned(file);
        QVERIFY2(asksColumns(proposal), qPrintable(columnsOf(proposal)));
        QVERIFY2(!m_reader.mayKeep(proposal.profile), qPrintable(columnsOf(proposal)));
        const bool told = std::any_of(proposal.columns.begin(), proposal.columns.end(), [](const auto& column) { return column.open && column.field.isEmpty() && column.why == u"due"; });
        QVERIFY2(told, qPrintable(columnsOf(proposal)));
        for (const auto& row : proposal.tried.rows) QVERIFY(!row.document || !domain::amountToAskFor(row.document.value().invoice));
    }

private Q_SLOTS:
    void paidBefore_data()
    {
        QTest::addColumn<QString>("title");
        for (const auto& title :
             {u"geleistete Anzahlung"_s, u"Anzahlung"_s, u"Anzahlungen"_s, u"Anzahlungsbetrag"_s, u"gel. Anzahlung"_s, u"Anzahlg."_s, u"Anzlg"_s, u"ANZAHLUNG EUR"_s, u"Geleistete Zahlungen"_s,
              u"A-conto"_s, u"Akontozahlung"_s, u"à-conto Anzahlung"_s, u"Abschlag"_s, u"Abschlagszahlung"_s, u"Abschläge"_s, u"Vorauszahlung"_s, u"Vorauskasse"_s, u"Vorkasse"_s, u"Vorschuß"_s,
              u"bereits bezahlt"_s, u"schon bezahlt"_s, u"bisher gezahlt"_s, u"Bezahlter Betrag"_s, u"Bezahlt"_s, u"Teilzahlung"_s, u"Zahlungseingänge"_s, u"Zahlungseingaenge"_s, u"erhaltene Zahlung"_s,
              u"Barzahlung"_s, u"bereits beglichen"_s, u"Deposit"_s, u"Down payment"_s, u"DownPayment"_s, u"Prepaid"_s, u"prepayment"_s, u"Advance"_s, u"amount_paid"_s, u"AmountPaid"_s, u"Already paid"_s,
              u"Paid to date"_s, u"Payments received"_s, u"Retainer"_s, u"Part payment"_s, u"Anzahlung brutto"_s})
            QTest::newRow(qPrintable(title)) << title;
    }
    void paidBefore()
    {
        QFETCH(QString, title);
        const auto all = bills(6);
        QCOMPARE(static_cast<int>(adapters::table::moneyWordOf(title)), static_cast<int>(MoneyWord::Prepaid));
        for (const auto& gross : {QByteArray{"Rechnungsbetrag"}, QByteArray{"Betrag"}, QByteArray{"Total"}}) checkAsked(tableOf("gp", {gross, title.toUtf8()}, all), all);
        checkAsked(tableOf("ntgp", {"Netto", "MwSt", "Brutto", title.toUtf8()}, all), all);
        checkAsked(tableOf("pg", {title.toUtf8(), "Gesamtbetrag"}, all), all);
        checkAsked(tableOf("gpd", {"Rechnungsbetrag", title.toUtf8(), "Xyz"}, all), all);
    }

    void stillToBePaid_data()
    {
        QTest::addColumn<QString>("title");
        for (const auto& title :
             {u"Restforderung"_s, u"Rest-Forderung"_s, u"Restbetrag"_s, u"Restbetr."_s, u"Rest"_s, u"Restsumme"_s, u"Restschuld"_s, u"Restzahlung"_s, u"Zahlungsrest"_s, u"noch zu zahlen"_s, u"Noch offen"_s,
              u"noch zu bezahlen"_s, u"zu zahlen"_s, u"zu zahlender Betrag"_s, u"offener Betrag"_s, u"Offen"_s, u"off. Betrag"_s, u"Offene Summe"_s, u"OP-Betrag"_s, u"Zahlbetrag"_s, u"Zahlbetr. EUR"_s,
              u"Zahlungsbetrag"_s, u"Forderung"_s, u"Saldo"_s, u"Fälliger Betrag"_s, u"Faelliger Betrag"_s, u"Außenstand"_s, u"Ausstehend"_s, u"verbleibender Betrag"_s, u"Überweisungsbetrag"_s,
              u"Ueberweisungsbetrag"_s, u"unbezahlt"_s, u"noch nicht bezahlt"_s, u"Amount due"_s, u"AmountDue"_s, u"balance_due"_s, u"Balance"_s, u"Outstanding"_s, u"Open amount"_s, u"Remaining"_s,
              u"To pay"_s, u"payable"_s, u"unpaid"_s, u"Amount owing"_s, u"Restbetrag brutto"_s})
            QTest::newRow(qPrintable(title)) << title;
    }
    void stillToBePaid()
    {
        QFETCH(QString, title);
        const auto all = bills(6);
        QCOMPARE(static_cast<int>(adapters::table::moneyWordOf(title)), static_cast<int>(MoneyWord::Due));
        checkAsked(tableOf("gd", {"Rechnungsbetrag", title.toUtf8()}, all), all);
        checkAsked(tableOf("ntgd", {"Netto", "MwSt", "Brutto", title.toUtf8()}, all), all);
        checkAsked(tableOf("gpd", {"Rechnungsbetrag", "geleistete Anzahlung", title.toUtf8()}, all), all);
        checkAsked(tableOf("gpd", {"Rechnungsbetrag", "Xyz", title.toUtf8()}, all), all);
        checkAsked(tableOf("gdp", {"Rechnungsbetrag", title.toUtf8(), "Abc"}, all), all);
    }

    void everyPairOfTitles()
    {
        const auto all = bills(7);
        for (const auto& paid : {"geleistete Anzahlung", "A-conto", "Vorauszahlung", "bereits gezahlt", "Down payment"})
            for (const auto& due : {"Restforderung", "noch zu zahlen", "Zahlbetrag", "offener Betrag", "Balance due"}) {
                checkAsked(tableOf("ntgpd", {"Netto", "MwSt", "Brutto", paid, due}, all), all);
                checkAsked(tableOf("gdp", {"Endbetrag", due, paid}, all), all);
                if (QTest::currentTestFailed()) return qWarning("%s %s", paid, due);
            }
    }

    void whatIsLeftWithoutTheWhole()
    {
        const auto all = bills(6);
        for (const auto& due : {"Restforderung", "noch zu zahlen", "Zahlbetrag", "Amount due"}) checkAsked(tableOf("pd", {"Anzahlung", due}, all), all);
        checkAsked(tableOf("d", {"Forderung"}, all), all);   // there is nothing else
    }

    void otherWords_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("word");
        const auto row = [](const QString& title, MoneyWord word) { QTest::newRow(qPrintable(title)) << title << static_cast<int>(word); };
        for (const auto& t : {u"Betrag nach Anzahlung"_s, u"abzgl. Anzahlung"_s, u"Gesamt abzüglich Anzahlung"_s, u"Total less deposit"_s, u"Restanzahlung"_s, u"Noch"_s, u"Zahlung"_s, u"Eigenanteil"_s, u"Xyz"_s})
            row(t, MoneyWord::None);
        for (const auto& t : {u"MwSt 19%"_s, u"USt."_s, u"Steueranteil"_s, u"VAT"_s, u"Umsatzsteuer 7 %"_s}) row(t, MoneyWord::Tax);
        for (const auto& t : {u"Netto 19%"_s, u"Nettosumme"_s, u"Net"_s, u"Subtotal"_s}) row(t, MoneyWord::Net);
        for (const auto& t : {u"Arbeitslohn"_s, u"Einzelpreis"_s, u"Skontobetrag"_s, u"Rabatt"_s, u"Interest"_s, u"Verzugszinsen"_s, u"VK"_s, u"Unit price"_s}) row(t, MoneyWord::Other);
        for (const auto& t : {u"Anzahlung netto"_s, u"Anzahlung MwSt"_s, u"Restbetrag netto"_s}) row(t, MoneyWord::Part);
        for (const auto& t : {u"Gesamtsumme"_s, u"Summe brutto"_s, u"Invoice total"_s}) row(t, MoneyWord::Gross);
    }
    void otherWords()
    {
        QFETCH(QString, title);
        QFETCH(int, word);
        QCOMPARE(static_cast<int>(adapters::table::moneyWordOf(title)), word);
    }

    void withoutTitles_data()
    {
        QTest::addColumn<QByteArray>("kinds");
        for (const auto* kinds : {"ntg", "gpd", "ntgpd", "ntgdp-", "pdg", "ntpgd"}) QTest::newRow(kinds) << QByteArray{kinds}.left(5).replace("-", "");
    }
    void withoutTitles()
    {
        QFETCH(QByteArray, kinds);
        auto all = bills(9);
        if (!kinds.contains('d'))
            for (auto& bill : all) bill.paid = 0;
        if (kinds.indexOf('d') < kinds.indexOf('p')) return checkOpen(tableOf(kinds, {}, all));   // the deposit behind the rest: it may be meant the other way round
        checkAsked(tableOf(kinds, {}, all), all);
        // The same under titles nobody has heard of.
        QList<QByteArray> titles;
        for (qsizetype i = 0; i < kinds.size(); ++i) titles << "Feld " + QByteArray::number(static_cast<int>(i));
        checkAsked(tableOf(kinds, titles, all), all);
    }

    // Not one of them says how much is due.
    void whatTheSampleDoesNotTellIsAsked_data()
    {
        QTest::addColumn<QByteArray>("kinds");
        QTest::addColumn<QList<QByteArray>>("titles");
        QTest::newRow("unknown beside gross") << QByteArray{"gp"} << QList<QByteArray>{"Rechnungsbetrag", "Xyz"};
        QTest::newRow("always nothing") << QByteArray{"g0"} << QList<QByteArray>{"Rechnungsbetrag", "Xyz"};
        QTest::newRow("the same twice") << QByteArray{"gg"} << QList<QByteArray>{"Rechnungsbetrag", "Endsumme"};
        QTest::newRow("after the deposit") << QByteArray{"gd"} << QList<QByteArray>{"Rechnungsbetrag", "Betrag nach Anzahlung"};
        QTest::newRow("part of a deposit") << QByteArray{"gp"} << QList<QByteArray>{"Rechnungsbetrag", "Anzahlung netto"};
        QTest::newRow("two payments") << QByteArray{"gp0"} << QList<QByteArray>{"Rechnungsbetrag", "bar bezahlt", "Kartenzahlung"};
        QTest::newRow("a deduction") << QByteArray{"g-"} << QList<QByteArray>{"Rechnungsbetrag", "Anzahlung"};
        QTest::newRow("a claim beside a deposit") << QByteArray{"gp"} << QList<QByteArray>{"Forderung", "Anzahlung"};
        QTest::newRow("a claim beside something unknown") << QByteArray{"gp"} << QList<QByteArray>{"Saldo", "Xyz"};
        QTest::newRow("own share") << QByteArray{"gd"} << QList<QByteArray>{"Rechnungsbetrag", "Eigenanteil"};
        QTest::newRow("no titles, gross and deposit") << QByteArray{"gp"} << QList<QByteArray>{};
        QTest::newRow("no titles, gross and rest") << QByteArray{"gd"} << QList<QByteArray>{};
        QTest::newRow("no titles, rest before deposit") << QByteArray{"dpg"} << QList<QByteArray>{};
        QTest::newRow("no titles, nothing taxed") << QByteArray{"g0g"} << QList<QByteArray>{};
        QTest::newRow("no titles, one more") << QByteArray{"ntgp"} << QList<QByteArray>{};
    }
    void whatTheSampleDoesNotTellIsAsked()
    {
        QFETCH(QByteArray, kinds);
        QFETCH(QList<QByteArray>, titles);
        checkOpen(tableOf(kinds, titles, bills(8)));
    }
    void whatIsAskedCanBeAnswered()
    {
        const auto all = bills(8);
        const auto file = tableOf("gp", {"Rechnungsbetrag", "Xyz"}, all);
        TableChoices said;
        said.fields[4] = u"prepaid"_s;
        checkAsked(file, all, said);
        auto whole = all;
        for (auto& bill : whole) bill.paid = 0;
        said.fields[4] = QString{};   // not used
        checkAsked(file, whole, said);
    }

    // A rest and a deposit that look like net and tax: the tax of an invoice is no more than about a fifth of the net amount, and the same share.
    void depositsPassForNoTax()
    {
        auto all = bills(12);
        for (std::size_t i = 0; i < all.size(); ++i) all[i].paid = all[i].gross() / (6 + static_cast<qint64>(i));
        checkOpen(tableOf("dpg", {}, all));
        checkOpen(tableOf("dpg", {"Aa", "Bb", "Cc"}, all));
        for (auto& bill : all) bill.paid = bill.gross() / 4;
        checkOpen(tableOf("dpg", {}, all));
    }
    // One that is paid in full among many with a deposit: "nothing" once says little of which of the two columns is the deposit.
    void onePaidInFullDoesNotTellTheDeposit()
    {
        auto all = bills(12);
        for (std::size_t i = 0; i < all.size(); ++i) all[i].paid = all[i].gross() / 3 + static_cast<qint64>(i);
        all[5].paid = all[5].gross();
        checkOpen(tableOf("ntgdp", {}, all));
        checkOpen(tableOf("dpg", {}, all));
    }
    // Of settled invoices nothing is left in most rows: a rest on the left looks like a deposit then, also under titles that say either.
    void ofSettledInvoicesTheRestIsNoDeposit()
    {
        auto all = bills(9);
        for (std::size_t i = 0; i < all.size(); ++i) all[i].paid = i % 3 == 0 ? all[i].gross() - 34'107 : all[i].gross();
        checkOpen(tableOf("dpg", {"nach Anzahlung", "abzgl. Vorkasse", "Gesamtbetrag"}, all));
        checkOpen(tableOf("dpg", {"Feld 1", "Feld 2", "Feld 3"}, all));
        checkOpen(tableOf("dpntg", {}, all));
        for (std::size_t i = 0; i < all.size(); ++i) all[i] = {1'000'000, 190'000, i % 3 == 0 ? 1'140'000 : 1'190'000};   // round ones
        checkOpen(tableOf("dpg", {"Feld 1", "Feld 2", "Feld 3"}, all));
    }
    // Five digits that count on are no towns: beside another column of numbers which of them is the invoice's is asked.
    void fiveDigitsThatCountOnAreNumbers()
    {
        const auto field = [this](const QList<QByteArray>& codes, std::size_t cell) {
            QList<QByteArray> rows;
            for (qsizetype i = 0; i < codes.size(); ++i) rows << codes[i] + ";A50" + QByteArray::number(10 + i) + ";05.03.2026;Anna Kern;100,00;19,00;119,00";
            const auto out = learned("K9;Feld3;Tag;Kunde;Netto;MwSt;Brutto\n" + rows.join('\n') + '\n');
            return std::pair{out.columns[cell].field, out.columns[cell].open};
        };
        const auto counted = field({"12400", "12401", "12402", "12404"}, 0);
        QCOMPARE(counted.first, u"number"_s);
        QVERIFY(counted.second);
        QVERIFY(field({"12404", "12403", "12402"}, 0).second);
        const auto towns = field({"50667", "10115", "80331", "50667"}, 1);
        QCOMPARE(towns.first, u"number"_s);
        QVERIFY(!towns.second);
    }
    void aKindOfWhichNobodyKnowsTheWordsIsAsked()
    {
        const auto out = learned("RgNr;Datum;Kunde;Brutto;Vorgangsart\n1;05.03.2026;Anna Kern;119,00;AR\n2;06.03.2026;Otto Huber;59,50;AG\n3;07.03.2026;Li Wei;11,90;AR\n");
        QVERIFY(out.columns[4].open);
    }
    // The row of sums has no side; that of the others is one all the same.
    void theSideIsKnownBesideARowOfSums()
    {
        const auto out = learned("RgNr;Datum;Kunde;Brutto;Seite\n1;05.03.2026;Anna Kern;119,00;+\n2;06.03.2026;Otto Huber;59,50;-\n3;07.03.2026;Li Wei;11,90;+\nSumme;;;190,40;\n");
        QCOMPARE(out.columns[4].field, u"sign"_s);
    }
    // Under a title nobody knows stands the day of the invoice, under the other one the day it was cancelled.
    void theDayOfACancellationIsNotThatOfTheInvoice()
    {
        const auto out = learned("RgNr;geschrieben;Kunde;Brutto;storniert am\n1;05.03.2026;Anna Kern;119,00;\n2;06.03.2026;Otto Huber;59,50;09.03.2026\n3;07.03.2026;Li Wei;11,90;\n");
        QCOMPARE(out.columns[1].field, u"issue_date"_s);
        QVERIFY(out.columns[4].field.isEmpty());
        QVERIFY(out.tried.rows.size() == 3 && !out.tried.rows[1].document.ok());
    }
    void aStatusOfPaymentIsAsked()
    {
        checkOpen("Rechnungsnummer;Rechnungsdatum;Kunde;Rechnungsbetrag;bezahlt\r\nR-1;02.11.2026;Anna Kern;119,00;ja\r\nR-2;03.11.2026;Otto Kern;238,00;nein\r\n");
    }
    // The balance of the account of a customer is not what is due of one invoice.
    void aBalanceAboveTheInvoiceIsAsked()
    {
        checkOpen("Rechnungsnummer;Rechnungsdatum;Kunde;Rechnungsbetrag;Saldo\r\nR-1;02.11.2026;Anna Kern;119,00;519,00\r\nR-2;03.11.2026;Otto Kern;238,00;238,00\r\n");
    }
    void aDepositWithMinusAndTheRest()
    {
        auto rare = bills(16);
        for (std::size_t i = 0; i < rare.size(); ++i) rare[i].paid = i == 3 ? 10'000 : 0;   // one row in many is no damage
        checkAsked(tableOf("g-d", {"Rechnungsbetrag", "Vorkasse/Anzahlung", "Betrag abzgl. Anzahlung"}, rare), rare);
        checkAsked(tableOf("dg-", {"offener Betrag", "Rechnungsbetrag", "Down payment"}, rare), rare);
        const auto all = bills(8);
        checkAsked(tableOf("g-d", {"Rechnungsbetrag", "Anzahlung", "Xyz"}, all), all);
        checkAsked(tableOf("ntg-d", {"Netto", "MwSt", "Brutto", "geleistete Anzahlung", "Zahlbetrag"}, all), all);
    }
    void aDamagedCellDoesNotHideTheDeposit()
    {
        const auto all = bills(12);
        auto file = tableOf("ntgpd", {"N1", "T1", "G1", "P1", "D1"}, all);
        file.replace(money(all[4].due()), "x?");
        const auto proposal = learned(file);
        QVERIFY2(!proposal.isOpen(), qPrintable(columnsOf(proposal)));
        QCOMPARE(proposal.columns[6].field, u"prepaid"_s);
        QCOMPARE(proposal.columns[7].field, u"amount_due"_s);
        QVERIFY(!proposal.tried.rows[4].document);
    }
    void partsOfTheTaxAreNoPayments()
    {
        auto all = bills(6);
        for (auto& bill : all) bill.paid = 0;
        checkAsked(tableOf("ntg0", {"Netto 19%", "MwSt 19%", "Rechnungsbetrag", "MwSt 7%"}, all), all);
        checkAsked(tableOf("ng", {"Arbeitslohn", "Rechnungsbetrag"}, all), all);
    }

    void currencyAndSideByContent()
    {
        const auto read = [this](const QByteArray& file) {
            const auto proposal = learned(file);
            return std::pair{proposal, proposal.isOpen() ? std::vector<ports::TableRow>{} : proposal.tried.rows};
        };
        const auto [side, sideRows] = read("Rechnungsnummer;Rechnungsdatum;Kunde;Betrag;Feld 1;Feld 2\r\nR-1;02.11.2026;Anna Kern;119,00;S;EUR\r\nR-2;03.11.2026;Otto Kern;238,00;H;EUR\r\n");
        QVERIFY2(sideRows.size() == 2, qPrintable(columnsOf(side)));
        QCOMPARE(side.columns[4].field, u"sign"_s);
        QCOMPARE(side.columns[5].field, u"currency"_s);
        QCOMPARE(sideRows[1].document.value().invoice.gross->inCents(), -23'800);
        const auto [franc, francRows] = read("Rechnungsnummer;Rechnungsdatum;Kunde;Betrag;Feld 1\r\nR-1;02.11.2026;Anna Kern;119,00;CHF\r\nR-2;03.11.2026;Otto Kern;238,00;EUR\r\n");
        QVERIFY2(francRows.size() == 2, qPrintable(columnsOf(franc)));
        QCOMPARE(francRows[0].document.value().invoice.currency.code(), u"CHF"_s);
        const auto [kind, kindRows] = read("Rechnungsnummer;Rechnungsdatum;Kunde;Betrag;Vorgang\r\nR-1;02.11.2026;Anna Kern;119,00;Rechnung\r\nR-2;03.11.2026;Otto Kern;238,00;Gutschrift\r\n");
        QVERIFY2(kindRows.size() == 2, qPrintable(columnsOf(kind)));
        QCOMPARE(kindRows[1].document.value().invoice.typeCode, u"381"_s);
        // Only the side of what is given back: it would turn every invoice.
        QVERIFY(asksColumns(learned("Rechnungsnummer;Rechnungsdatum;Kunde;Betrag;Feld 1\r\nR-1;02.11.2026;Anna Kern;119,00;H\r\nR-2;03.11.2026;Otto Kern;238,00;H\r\n")));
    }

    // Where lines are added up, a deposit of the invoice is still taken off.
    void addedLinesKeepTheDeposit()
    {
        const QByteArray file = "Rechnungsnummer;Rechnungsdatum;Kunde;Positionstext;Positionsbrutto;geleistete Anzahlung\r\nR-1;02.11.2026;Anna Kern;Lohn;100,00;50,00\r\n"
                                "R-1;02.11.2026;Anna Kern;Teile;331,52;50,00\r\nR-2;03.11.2026;Otto Kern;Lohn;80,00;0,00\r\nR-2;03.11.2026;Otto Kern;Teile;20,00;0,00\r\n";
        TableChoices said;
        said.traits[u"rows"_s] = u"line:add"_s;
        checkAsked(file, {{43'152, 0, 5'000}, {10'000, 0, 0}}, said);
    }
};

QTEST_APPLESS_MAIN(TestProfileAmounts)
#include "tst_profile_amounts.moc"
