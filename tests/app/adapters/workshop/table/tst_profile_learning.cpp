// Profiles that are learned from a sample: made-up exports over code pages, separators, ways to write amounts and days are read exactly; what can be
// read in two ways is asked, and damaged samples never give an amount that is not there.
#include "app/adapters/workshop/table/table_reader.h"
#include "table_samples.h"
#include <QTest>

using namespace table_samples;
using adapters::table::TableReader;
using ports::TableChoices;
using ports::TableProposal;

namespace {

qint64 centsOf(const std::optional<domain::Money>& money) { return money ? money->inCents() : std::numeric_limits<qint64>::min(); }

const ports::TableTrait* traitOf(const TableProposal& proposal, const QString& what)
{
    const auto found = std::find_if(proposal.traits.begin(), proposal.traits.end(), [&](const ports::TableTrait& t) { return t.what == what; });
    return found == proposal.traits.end() ? nullptr : &*found;
}

bool asks(const TableProposal& proposal, const QString& what)
{
    const auto* trait = traitOf(proposal, what);
    return trait && trait->open;
}

QString openOf(const TableProposal& proposal)
{
    QStringList out;
    for (const auto& trait : proposal.traits)
        if (trait.open) out << trait.what;
    return out.join(u' ');
}

// What a person who knows the export says of one without titles.
TableChoices answers(const Dialect& d)
{
    TableChoices out;
    if (d.header) return out;
    const auto any = samples(1, 1, d).front();
    QStringList widths;
    int at = 0;
    for (const auto& cell : cellsOf(any, d, nullptr)) {
        out.fields[at++] = cell.field;
        widths << QString::number(cell.width);
    }
    if (d.separator.isEmpty()) {
        out.traits[u"separator"_s] = u"fixed"_s;
        out.traits[u"widths"_s] = widths.join(u',');
    }
    return out;
}

QString differences(const domain::Invoice& got, const Sample& want, const Dialect& d)
{
    QStringList out;
    const auto same = [&](const char* what, const auto& a, const auto& b) { if (!(a == b)) out << QString::fromLatin1(what); };
    same("number", got.number, want.number);
    same("issue date", got.issueDate, want.issued);
    same("due date", got.dueDate, want.due);
    same("net", centsOf(got.net), want.net());
    same("tax", centsOf(got.tax), want.tax());
    same("gross", centsOf(got.gross), want.gross());
    if (!d.add) same("due", centsOf(got.amountDue), want.due_());
    same("customer id", got.buyer.id, want.customerId);
    same("name", got.buyer.name, want.name);
    same("city", got.buyer.address.city, want.city);
    same("plate", got.vehicle.plate, want.plate);
    same("vin", got.vehicle.vin, want.vin);
    return out.join(u", "_s);
}

void checkRows(const ports::TableReading& reading, const std::vector<Sample>& wanted, const Dialect& d)
{
    QCOMPARE(reading.rows.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto& row = reading.rows[i];
        QVERIFY2(row.document.ok(), qPrintable(row.raw + u" -> "_s + (row.document.ok() ? QString{} : row.document.error().code + u' ' + row.document.error().detail)));
        const auto wrong = differences(row.document.value().invoice, wanted[i], d);
        QVERIFY2(wrong.isEmpty(), qPrintable(row.raw + u" -> "_s + wrong));
    }
}

QByteArray table(const QByteArray& titles, const QList<QByteArray>& rows) { return titles + "\r\n" + rows.join("\r\n") + "\r\n"; }

} // namespace

class TestProfileLearning : public QObject {
    Q_OBJECT

    const TableReader m_reader{};

    TableProposal learned(const QByteArray& bytes, const TableChoices& said = {})
    {
        const auto out = m_reader.learn(bytes, said);
        if (!out) qFatal("%s %s", qPrintable(out.error().code), qPrintable(out.error().detail));
        return out.value();
    }

    void checkKept(const TableProposal& proposal, const QByteArray& file, const std::vector<Sample>& wanted, const Dialect& d)
    {
        QVERIFY2(!proposal.isOpen(), qPrintable(openOf(proposal)));
        const auto kept = m_reader.mayKeep(proposal.profile);
        QVERIFY2(kept.ok(), qPrintable(kept.ok() ? QString{} : kept.error().code + u' ' + kept.error().detail));
        const auto read = m_reader.read(file, proposal.profile);
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString{} : read.error().code + u' ' + read.error().detail));
        checkRows(read.value(), wanted, d);
    }

private Q_SLOTS:
    void everyWayToWrite_data()
    {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QByteArray>("mark");
        QTest::addColumn<QString>("separator");
        const QList<std::pair<QString, QByteArray>> pages{{u"CP850"_s, {}}, {u"CP1252"_s, {}}, {u"ISO-8859-15"_s, {}}, {u"UTF-8"_s, {}}, {u"UTF-8"_s, "\xEF\xBB\xBF"}, {u"UTF-16LE"_s, "\xFF\xFE"}};
        for (const auto& [page, mark] : pages)
            for (const auto& separator : {u";"_s, u"\t"_s, u","_s, u"|"_s, QString{}})
                QTest::newRow(qPrintable(page + (mark.isEmpty() ? u" "_s : u" mark "_s) + (separator.isEmpty() ? u"fixed"_s : separator == u"\t" ? u"tab"_s : separator))) << page << mark << separator;
    }
    // All pages and separators with every third pair of ways to write an amount and a day.
    void everyWayToWrite()
    {
        QFETCH(QString, page);
        QFETCH(QByteArray, mark);
        QFETCH(QString, separator);
        const QStringList numbers{u"1.234,56"_s, u"1234,56"_s, u"1,234.56"_s, u"1234.56"_s, u"1'234.56"_s, u"1 234,56"_s};
        const QStringList dates{u"dd.MM.yy"_s, u"dd.MM.yyyy"_s, u"yyyyMMdd"_s, u"yyyy-MM-dd"_s, u"MM/dd/yyyy"_s, u"dd/MM/yyyy"_s};
        unsigned seed = static_cast<unsigned>(qHash(page) % 1000 + qHash(separator) % 1000);
        int tried = 0;
        for (qsizetype n = 0; n < numbers.size(); ++n)
            for (qsizetype t = 0; t < dates.size(); ++t) {
                const bool narrow = dates[t].size() > 8;
                if ((n + t + seed) % 3 != 0 || (separator.isEmpty() && narrow)) continue;   // days of ten characters leave no blank between fixed columns
                Dialect d{"made", page, mark, separator, separator.isEmpty() ? QString{} : u"\""_s, numbers[n], dates[t]};
                d.header = !separator.isEmpty();
                d.euro = false;
                const auto wanted = samples(seed + static_cast<unsigned>(n * 10 + t), 25, d);
                const auto file = fileOf(rowsOf(wanted, d), d);
                const auto context = u"%1 %2"_s.arg(numbers[n], dates[t]);
                const auto proposal = learned(file, answers(d));
                checkKept(proposal, file, wanted, d);
                if (QTest::currentTestFailed()) {
                    qWarning("%s", qPrintable(context));
                    return;
                }
                ++tried;
            }
        QVERIFY(tried >= 3);
    }

    void theTwelveDialects_data()
    {
        QTest::addColumn<int>("which");
        const auto all = dialects();
        for (std::size_t i = 0; i < all.size(); ++i) QTest::newRow(all[i].name) << static_cast<int>(i);
    }
    void theTwelveDialects()
    {
        QFETCH(int, which);
        const auto d = dialects()[static_cast<std::size_t>(which)];
        const auto wanted = samples(static_cast<unsigned>(which) + 71, 120, d);
        const auto file = fileOf(rowsOf(wanted, d), d);
        auto said = answers(d);
        auto proposal = learned(file, said);
        if (d.add) {
            QVERIFY(asks(proposal, u"rows"_s));   // nothing proves that no line is missing
            said.traits[u"rows"_s] = u"line:add"_s;
            proposal = learned(file, said);
        }
        checkKept(proposal, file, wanted, d);
    }

    void amountsOfTwoReadingsAreAsked()
    {
        const auto file = table("Rechnungsnummer;Rechnungsdatum;Brutto;Kunde", {"R-1;02.11.2026;1.234;Anna Kern", "R-2;13.11.2026;2.500;Otto Kern", "R-3;14.11.2026;3.750;Jo Kern"});
        const auto open = learned(file);
        QVERIFY(asks(open, u"number"_s));
        for (const auto& row : open.tried.rows) QVERIFY(!row.document);   // until then nothing is read
        TableChoices said;
        said.traits[u"number"_s] = u"1.234,56/any"_s;
        const auto german = learned(file, said);
        QVERIFY2(!german.isOpen(), qPrintable(openOf(german)));
        QCOMPARE(german.tried.rows.size(), 3U);
        QCOMPARE(centsOf(german.tried.rows[0].document.value().invoice.gross), 123400);
        said.traits[u"number"_s] = u"1,234.56/any"_s;
        const auto english = learned(file, said);
        QVERIFY(!english.tried.rows[0].document);   // a part of a cent is no amount
        QCOMPARE(centsOf(english.tried.rows[1].document.value().invoice.gross), 250);
    }
    void wholeNumbersAreAsked()
    {
        const auto file = table("Rechnungsnummer;Rechnungsdatum;Brutto;Kunde", {"R-1;02.11.2026;11900;Anna Kern", "R-2;13.11.2026;23800;Otto Kern"});
        const auto open = learned(file);
        QVERIFY(asks(open, u"number"_s));
        QVERIFY(traitOf(open, u"number"_s)->options.contains(u"123456"_s));
        TableChoices said;
        said.traits[u"number"_s] = u"123456"_s;
        QCOMPARE(centsOf(learned(file, said).tried.rows.front().document.value().invoice.gross), 11900);
        said.traits[u"number"_s] = u"1.234,56/any"_s;
        QCOMPARE(centsOf(learned(file, said).tried.rows.front().document.value().invoice.gross), 1190000);
    }
    void daysOfTwoReadingsAreAsked()
    {
        const auto file = table("Invoice no,Invoice date,Gross,Customer", {"R-1,03/04/2026,119.00,Anna Kern", "R-2,05/06/2026,238.00,Otto Kern"});
        const auto open = learned(file);
        QVERIFY(asks(open, u"dates"_s));
        TableChoices said;
        for (const auto& [pattern, day] : {std::pair{u"MM/dd/yyyy"_s, QDate{2026, 3, 4}}, std::pair{u"dd/MM/yyyy"_s, QDate{2026, 4, 3}}}) {
            said.traits[u"dates"_s] = pattern;
            const auto answered = learned(file, said);
            QVERIFY2(!answered.isOpen(), qPrintable(openOf(answered)));
            QCOMPARE(answered.tried.rows.front().document.value().invoice.issueDate, day);
        }
    }
    void anotherColumnMayTellTheDays()
    {
        const auto file = table("Invoice no,Invoice date,Due date,Gross,Customer", {"R-1,03/04/2026,03/18/2026,119.00,Anna Kern", "R-2,05/06/2026,05/20/2026,238.00,Otto Kern"});
        const auto proposal = learned(file);
        QVERIFY2(!proposal.isOpen(), qPrintable(openOf(proposal)));
        QCOMPARE(proposal.tried.rows.front().document.value().invoice.issueDate, QDate(2026, 3, 4));
    }
    void oneAmountWithoutTitleIsAsked()
    {
        const QByteArray file = "R-1;02.11.2026;119,00;Anna Kern;KA-AB 12\r\nR-2;13.11.2026;238,00;Otto Kern;KA-CD 34\r\nR-3;14.11.2026;357,00;Jo Kern;KA-EF 56\r\n";
        const auto open = learned(file);
        QVERIFY(asks(open, u"columns"_s));   // net or gross?
        TableChoices said;
        for (std::size_t c = 0; c < open.columns.size(); ++c) said.fields[static_cast<int>(c)] = open.columns[c].field;
        const auto confirmed = learned(file, said);
        QVERIFY2(!confirmed.isOpen(), qPrintable(openOf(confirmed)));
        QCOMPARE(centsOf(confirmed.tried.rows[1].document.value().invoice.gross), 23800);
    }
    void aWordOfTheSideThatNobodyKnowsIsAsked()
    {
        const auto file = table("Rechnungsnummer;Rechnungsdatum;Brutto;S/H;Kunde", {"R-1;02.11.2026;119,00;Plus;Anna Kern", "R-2;13.11.2026;238,00;Minus;Otto Kern"});
        QVERIFY(asks(learned(file), u"columns"_s));
        TableChoices said;
        said.fields[3] = QString{};
        QVERIFY(!asks(learned(file, said), u"columns"_s));
    }
    // Titles nobody has heard of: what stands below tells.
    void unknownTitlesAreRead()
    {
        const auto file = table("Lfd;Vom;Halter;Schild;Ohne;Steueranteil;Insgesamt", {"R-1;02.11.2026;Anna Kern;KA-AB 12;100,00;19,00;119,00", "R-2;13.11.2026;Otto Kern;KA-CD 34;200,00;38,00;238,00",
                                                                                   "R-3;14.11.2026;Jo Kern;KA-EF 56;300,00;57,00;357,00"});
        const auto proposal = learned(file);
        QVERIFY2(!proposal.isOpen(), qPrintable(openOf(proposal)));
        QCOMPARE(proposal.titles.size(), 7);
        QVERIFY(m_reader.mayKeep(proposal.profile));
        QCOMPARE(proposal.tried.rows.size(), 3U);
        QCOMPARE(centsOf(proposal.tried.rows[2].document.value().invoice.gross), 35700);
        QCOMPARE(centsOf(proposal.tried.rows[2].document.value().invoice.net), 30000);
        QCOMPARE(proposal.tried.rows[2].document.value().invoice.vehicle.plate, u"KA-EF 56"_s);
    }
    // Who pays is said in many ways; the keeper only when nobody else is named, and nobody is glued to anybody else.
    void whoPaysIsKnown_data()
    {
        QTest::addColumn<QByteArray>("titles");
        QTest::addColumn<QByteArray>("cells");
        QTest::addColumn<QString>("name");
        for (const auto* title : {"Auftraggeber", "Halter", "Suchname", "Fahrzeughalter", "Rechnungsempfänger", "Rechnungsempfaenger", "Debitor", "Kundenname", "Kunde", "Client", "Keeper"})
            QTest::newRow(title) << QByteArray{title} << QByteArray{"Kern"} << u"Kern"_s;
        QTest::newRow("customer and keeper") << "Halter;Kunde"_ba << "Maier;Kern"_ba << u"Kern"_s;
        QTest::newRow("customer and recipient") << "Kunde;Rechnungsempfänger"_ba << "Maier;Leasing AG"_ba << u"Maier"_s;   // who pays beside him: see below
        QTest::newRow("search name") << "Suchname;Auftraggeber"_ba << "KERN;Anna Kern"_ba << u"Anna Kern"_s;
        QTest::newRow("two parts") << "Name 1;Name 2"_ba << "Kern;und Partner"_ba << u"Kern und Partner"_s;
        QTest::newRow("number and name") << "Debitor;Halter"_ba << "10023;Kern"_ba << u"Kern"_s;
        QTest::newRow("number under the customer") << "Kunde;Suchname"_ba << "10023;Kern"_ba << u"Kern"_s;
    }
    void whoPaysIsKnown()
    {
        QFETCH(QByteArray, titles);
        QFETCH(QByteArray, cells);
        QFETCH(QString, name);
        const auto proposal = learned(table("Rechnungsnummer;Rechnungsdatum;Brutto;" + titles, {"R-1;02.11.2026;119,00;" + cells, "R-2;13.11.2026;238,00;" + cells}));
        QVERIFY2(!proposal.isOpen(), qPrintable(openOf(proposal)));
        QVERIFY(m_reader.mayKeep(proposal.profile));
        QCOMPARE(proposal.tried.rows.front().document.value().invoice.buyer.name, name);
        if (const auto& payer = proposal.tried.rows.front().document.value().invoice.payer; titles.endsWith("Rechnungsempfänger") && titles.contains(';')) QVERIFY(payer && payer->name == u"Leasing AG");
        if (titles.startsWith("Debitor;") || titles.startsWith("Kunde;S")) QCOMPARE(proposal.tried.rows.front().document.value().invoice.buyer.id, u"10023"_s);
    }
    void namesOfOneWordWithoutTitles_data()
    {
        QTest::addColumn<QList<QByteArray>>("rows");
        QTest::addColumn<int>("column");
        QTest::newRow("surnames and towns") << QList<QByteArray>{"R-1;02.11.2026;Kern;76133;Karlsruhe;", "R-2;03.11.2026;Maier;76131;Karlsruhe;", "R-3;04.11.2026;Huber;70173;Stuttgart;"} << 2;
        QTest::newRow("work before them") << QList<QByteArray>{"R-1;02.11.2026;Inspektion;Kern;;", "R-2;03.11.2026;Bremsen;Huber;;", "R-3;04.11.2026;Inspektion;Maier;;"} << 3;
        QTest::newRow("cars before them") << QList<QByteArray>{"R-1;02.11.2026;VW Golf;Kern;;", "R-2;03.11.2026;Opel Corsa;Huber;;", "R-3;04.11.2026;Audi A4;Öztürk;;"} << 3;
        QTest::newRow("companies") << QList<QByteArray>{"R-1;02.11.2026;Karlsruhe;Kern GmbH;;", "R-2;03.11.2026;Stuttgart;Huber KG;;", "R-3;04.11.2026;Ulm;Spedition Maier;;"} << 3;
    }
    void namesOfOneWordWithoutTitles()
    {
        QFETCH(QList<QByteArray>, rows);
        QFETCH(int, column);
        QByteArray file;
        for (qsizetype i = 0; i < rows.size(); ++i) file += rows[i] + QByteArray::number(static_cast<int>(i) + 1) + "19,00\r\n";
        const auto proposal = learned(file);
        QCOMPARE(proposal.columns[static_cast<std::size_t>(column)].field, u"customer.name"_s);
    }
    // One row alone that is shorter than the others is cut; where many are, the system leaves out what is empty.
    void oneShortRowIsNoHabit()
    {
        const QByteArray titles = "Rechnungsnummer;Rechnungsdatum;Brutto;Kunde;Telefon;Bemerkung";
        QList<QByteArray> rows;
        for (int i = 0; i < 9; ++i) rows << "R-" + QByteArray::number(i) + ";02.11.2026;119,00;Anna Kern;0721 1;Winterreifen";
        rows[3] = "R-3;02.11.2026;119,00;Anna K";
        const auto one = learned(table(titles, rows));
        QVERIFY(!one.tried.rows[3].document);
        QCOMPARE(one.tried.rows[3].document.error().code, u"row.too_few_cells"_s);
        for (const int i : {1, 5, 7}) rows[i] = "R-" + QByteArray::number(i) + ";02.11.2026;119,00;Anna Kern";
        QVERIFY(learned(table(titles, rows)).tried.rows[5].document.ok());
    }
    void theRowThatEndsWithTheFileIsPointedOut()
    {
        auto file = table("Rechnungsnummer;Rechnungsdatum;Brutto;Kunde", {"R-1;02.11.2026;119,00;Anna Kern", "R-2;13.11.2026;238,00;Otto Kern"});
        const auto whole = learned(file);
        QVERIFY(!whole.tried.rows[1].document.value().warnings.contains(u"row.open_end"_s));
        file.chop(5);
        const auto read = m_reader.read(file, whole.profile);
        QVERIFY(read.value().rows[1].document.value().warnings.contains(u"row.open_end"_s));   // "Otto K" may be shorter than it was
        QVERIFY(!read.value().rows[0].document.value().warnings.contains(u"row.open_end"_s));
        const auto open = learned(file);
        QVERIFY(open.tried.rows[1].document.value().warnings.contains(u"row.open_end"_s));
    }
    // What is left, what was paid before and the whole add up like net, tax and gross: the whole must not be asked for without a question.
    void whatWasPaidBeforeIsNoTax()
    {
        const auto open = learned(table("Lfd;Vom;Halter;Schild;Noch;Davon;Insgesamt", {"R-1;02.11.2026;Anna Kern;KA-AB 12;119,00;0,00;119,00", "R-2;13.11.2026;Otto Kern;KA-CD 34;138,00;100,00;238,00",
                                                                                      "R-3;14.11.2026;Jo Kern;KA-EF 56;357,00;0,00;357,00"}));
        QVERIFY(asks(open, u"columns"_s));
    }
    void aRowOfSumsIsPassedOver()
    {
        const auto file = table("Rechnungsnummer;Rechnungsdatum;Brutto;Kunde", {"R-1;02.11.2026;119,00;Anna Kern", "R-2;13.11.2026;238,00;Otto Kern", "Summe;;357,00;"});
        const auto proposal = learned(file);
        QCOMPARE(proposal.tried.rows.size(), 2U);
        QCOMPARE(proposal.tried.passedCount, 1);
    }
    // The first digits of an amount that is larger than those of the sample stay with it.
    void aFixedAmountHasRoomForMore()
    {
        const QByteArray sample = "R-001 02.11.26 Anna Kern          119,00 KA-AB 12\r\nR-002 13.11.26 Otto Kern           38,00 KA-CD 34\r\n"
                                  "R-003 14.11.26 Jo Kern             57,00 KA-EF 56\r\nR-004 15.11.26 Bernhard Maier     457,00 KA-GH 78\r\n";
        TableChoices said;
        said.traits[u"separator"_s] = u"fixed"_s;
        const auto proposal = learned(sample, said);
        QVERIFY(traitOf(proposal, u"widths"_s));
        const auto later = m_reader.read("R-005 16.11.26 Anna Kern        1.234,56 KA-AB 12\r\n", proposal.profile);
        QVERIFY(later.ok());
        QCOMPARE(later.value().rows.size(), 1U);
        for (const auto& row : later.value().rows)
            if (row.document) QCOMPARE(centsOf(row.document.value().invoice.gross), 123456);
    }

    void whatIsKeptNeedsItsColumns_data()
    {
        QTest::addColumn<QStringList>("fields");
        QTest::addColumn<QString>("code");
        QTest::newRow("whole") << QStringList{u"number"_s, u"issue_date"_s, u"gross"_s, u"plate"_s} << QString{};
        QTest::newRow("no number") << QStringList{u"issue_date"_s, u"gross"_s, u"plate"_s} << u"profile.no_number"_s;
        QTest::newRow("no amount") << QStringList{u"number"_s, u"issue_date"_s, u"net"_s, u"plate"_s} << u"profile.no_amount"_s;
        QTest::newRow("no date") << QStringList{u"number"_s, u"gross"_s, u"plate"_s} << u"profile.no_date"_s;
        QTest::newRow("nobody") << QStringList{u"number"_s, u"issue_date"_s, u"gross"_s} << u"profile.no_owner"_s;
        QTest::newRow("twice") << QStringList{u"number"_s, u"issue_date"_s, u"gross"_s, u"plate"_s, u"gross"_s} << u"profile.field_twice"_s;
        QTest::newRow("unknown") << QStringList{u"number"_s, u"issue_date"_s, u"gross"_s, u"plate"_s, u"colour"_s} << u"profile.unknown_field"_s;
    }
    void whatIsKeptNeedsItsColumns()
    {
        QFETCH(QStringList, fields);
        QFETCH(QString, code);
        QJsonArray columns;
        for (qsizetype i = 0; i < fields.size(); ++i) columns << QJsonObject{{u"field"_s, fields[i]}, {u"column"_s, static_cast<int>(i) + 1}};
        const QJsonObject json{{u"version"_s, 1}, {u"name"_s, u"x"_s}, {u"code_page"_s, u"UTF-8"_s}, {u"separator"_s, u";"_s}, {u"header"_s, false}, {u"number"_s, u"1.234,56"_s},
                               {u"dates"_s, QJsonArray{u"dd.MM.yyyy"_s}}, {u"columns"_s, columns}};
        const auto kept = m_reader.mayKeep(QJsonDocument{json}.toJson());
        QCOMPARE(kept.ok() ? QString{} : kept.error().code, code);
    }
    void tooLargeOrTooWideIsNotKept()
    {
        QCOMPARE(m_reader.mayKeep(QByteArray(limits::kMaxOwnProfile + 1, ' ')).error().code, u"profile.too_large"_s);
        QJsonArray widths;
        for (int i = 0; i <= limits::kMaxTableColumns; ++i) widths << 3;
        QCOMPARE(m_reader.mayKeep(QJsonDocument{QJsonObject{{u"widths"_s, widths}}}.toJson(QJsonDocument::Compact)).error().code, u"profile.too_wide"_s);
        QVERIFY(!m_reader.mayKeep("{}"));
        QVERIFY(!m_reader.mayKeep("no JSON"));
    }
    // An export that has lost a column which says what the amounts mean is refused; one that has lost another is read.
    void whatAmountsMeanIsNotLeftOut()
    {
        const QList<QByteArray> titles{"Rechnungsnummer", "Rechnungsdatum", "Brutto", "Kunde", "Belegart", "Anzahlung", "Offener Betrag", "Währung", "Telefon"};
        const QList<QList<QByteArray>> rows{{"R-1", "02.11.2026", "119,00", "Anna Kern", "Rechnung", "19,00", "100,00", "EUR", "0721 1"},
                                            {"R-2", "13.11.2026", "238,00", "Otto Kern", "Gutschrift", "0,00", "238,00", "EUR", "0721 2"}};
        const auto without = [&](qsizetype left) {
            QByteArray out;
            for (const auto& row : QList<QList<QByteArray>>{titles} + rows) {
                QByteArrayList cells;
                for (qsizetype c = 0; c < row.size(); ++c)
                    if (c != left) cells << row[c];
                out += cells.join(';') + "\r\n";
            }
            return out;
        };
        const auto proposal = learned(without(-1));
        QVERIFY2(!proposal.isOpen(), qPrintable(openOf(proposal)));
        QVERIFY(m_reader.read(without(-1), proposal.profile).ok());
        for (const qsizetype column : {4, 5, 6, 7}) {
            const auto read = m_reader.read(without(column), proposal.profile);
            QVERIFY2(!read.ok(), titles[column].constData());
            QCOMPARE(read.error().code, u"table.column_missing"_s);
        }
        QVERIFY(m_reader.read(without(8), proposal.profile).ok());
    }
    void titlesAreKnownAgain()
    {
        const auto file = table("Rechnungsnummer;Rechnungsdatum;Brutto;Kunde", {"R-1;02.11.2026;119,00;Anna Kern", "R-2;13.11.2026;238,00;Otto Kern"});
        const auto proposal = learned(file);
        QVERIFY(m_reader.recognises(file, proposal.profile));
        QVERIFY(!m_reader.recognises(table("Rechnungsnummer;Rechnungsdatum;Netto;Kunde", {"R-1;02.11.2026;119,00;Anna Kern"}), proposal.profile));
        QVERIFY(!m_reader.recognises(table("Rechnungsnummer,Rechnungsdatum,Brutto,Kunde", {"R-1,02.11.2026,119.00,Anna Kern"}), proposal.profile));
        QVERIFY(!m_reader.recognises({}, proposal.profile));
        QVERIFY(!m_reader.recognises(file, "{}"));
    }
    // What the sample does not show stays: words, rows that are passed over.
    void aReadyProfileIsChanged()
    {
        const auto ready = m_reader.readyProfiles();
        const auto de = std::find_if(ready.begin(), ready.end(), [](const auto& one) { return one.id == u"de"; });
        QVERIFY(de != ready.end());
        const auto d = dialects()[1];
        const auto wanted = samples(5, 40, d);
        const auto file = fileOf(rowsOf(wanted, d), d);
        TableChoices said;
        said.base = de->json;
        said.name = u"Mine"_s;
        const auto proposal = learned(file, said);
        checkKept(proposal, file, wanted, d);
        const auto json = QJsonDocument::fromJson(proposal.profile).object();
        QCOMPARE(json[u"name"].toString(), u"Mine"_s);
        QCOMPARE(json[u"ignore"].toArray(), QJsonDocument::fromJson(de->json).object()[u"ignore"].toArray());
    }

    // Marks, letters and line ends are lost or exchanged, digits are not: an invoice that is still read has the amount it had.
    void damageNeverMakesAnAmount_data()
    {
        QTest::addColumn<int>("which");
        for (const int which : {0, 1, 2, 4, 5}) QTest::newRow(dialects()[static_cast<std::size_t>(which)].name) << which;
    }
    void damageNeverMakesAnAmount()
    {
        QFETCH(int, which);
        const auto d = dialects()[static_cast<std::size_t>(which)];
        const auto wanted = samples(17, 30, d);
        const auto whole = fileOf(rowsOf(wanted, d), d);
        QHash<QString, qint64> amounts;
        for (const auto& s : wanted) amounts.insert(s.number, s.gross());
        std::mt19937 random{static_cast<unsigned>(which) + 99};
        const QByteArray junk = ";,.\"' \n\tXy\0|"_ba;
        int read = 0;
        for (int run = 0; run < 60; ++run) {
            auto bytes = whole;
            for (unsigned i = 0; i < 1 + random() % 3; ++i) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size()));
                if ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == '-') continue;
                if (random() % 2 == 0) bytes.remove(at, 1);
                else bytes[at] = junk[static_cast<qsizetype>(random() % static_cast<unsigned>(junk.size()))];
            }
            if (run % 7 == 0) bytes.truncate(static_cast<qsizetype>(random() % static_cast<unsigned>(bytes.size())));
            const auto proposal = m_reader.learn(bytes, {});
            if (!proposal) {
                QVERIFY(!proposal.error().code.isEmpty());
                continue;
            }
            for (const auto& row : proposal.value().tried.rows) {
                if (!row.document || !amounts.contains(row.number) || !row.document.value().invoice.gross) continue;
                ++read;
                QVERIFY2(row.document.value().invoice.gross->inCents() == amounts.value(row.number), qPrintable(u"run %1: %2"_s.arg(run).arg(row.raw)));
            }
        }
        QVERIFY(read > 100);
    }
};

QTEST_APPLESS_MAIN(TestProfileLearning)
#include "tst_profile_learning.moc"
