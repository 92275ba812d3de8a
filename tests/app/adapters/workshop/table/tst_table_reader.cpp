// The reader of tables: what makes a row an invoice, what refuses it, what is passed over, lines that are added up, and the proposer's doubts.
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tresen;
using adapters::table::TableReader;
using namespace Qt::Literals::StringLiterals;

class TestTableReader : public QObject {
    Q_OBJECT

    static QByteArray profile(const QJsonArray& columns, const QJsonObject& more = {})
    {
        QJsonObject out{{u"version"_s, 1}, {u"name"_s, u"x"_s}, {u"code_page"_s, u"UTF-8"_s}, {u"separator"_s, u";"_s}, {u"number"_s, u"1.234,56"_s},
            {u"dates"_s, QJsonArray{u"dd.MM.yyyy"_s}}, {u"columns"_s, columns}};
        for (auto it = more.begin(); it != more.end(); ++it) out[it.key()] = it.value();
        return QJsonDocument{out}.toJson();
    }
    static QJsonObject col(const QString& field, QJsonObject more = {})
    {
        more[u"field"_s] = field;
        return more;
    }
    static QJsonArray basic()
    {
        return {col(u"number"_s), col(u"issue_date"_s, {{u"optional"_s, true}}), col(u"customer.name"_s, {{u"optional"_s, true}}), col(u"net"_s, {{u"optional"_s, true}}),
            col(u"tax"_s, {{u"optional"_s, true}}), col(u"gross"_s), col(u"amount_due"_s, {{u"optional"_s, true}}), col(u"prepaid"_s, {{u"optional"_s, true}}),
            col(u"currency"_s, {{u"optional"_s, true}}), col(u"due_date"_s, {{u"optional"_s, true}}), col(u"vin"_s, {{u"optional"_s, true}}), col(u"iban"_s, {{u"optional"_s, true}})};
    }

    // One text per row: number and gross, or the reason.
    static QStringList outcomes(const QString& text, const QByteArray& profile)
    {
        const auto read = TableReader{}.read(text.toUtf8(), profile);
        if (!read) return {u"! "_s + read.error().code + u' ' + read.error().detail};
        QStringList out;
        for (const auto& row : read.value().rows)
            out << (row.document ? row.document.value().invoice.number + u' ' + domain::plainAmount(row.document.value().invoice.gross.value_or(domain::Money{})) : row.document.error().code);
        if (read.value().passedCount > 0) out << u"passed %1"_s.arg(read.value().passedCount);
        return out;
    }
    static QString one(const QString& titles, const QString& row) { return outcomes(titles + u'\n' + row + u'\n', profile(basic())).join(u' '); }

private Q_SLOTS:
    // What a table without a person's word on it holds besides: a stranger among the amounts is pointed out.
    void columnsNobodyKnowsArePointedOut()
    {
        const auto warnings = [](const QString& titles, const QString& row) {
            const auto read = TableReader{}.read((titles + u'\n' + row + u'\n').toUtf8(), profile(basic()));
            return read && read.value().rows.front().document ? read.value().rows.front().document.value().warnings.join(u' ') : u"refused"_s;
        };
        const auto has = [&](const QString& titles, const QString& row, const QString& code) { return warnings(titles, row).contains(code); };
        QVERIFY(has(u"RgNr;Brutto;Wert1"_s, u"1;11,90;6,90"_s, u"amount.column_unread"_s));
        QVERIFY(has(u"RgNr;Brutto;Rechnungsendbetrag"_s, u"1;11,90;6,90"_s, u"amount.column_unread"_s));
        for (const auto& row : {u"1;11,90;11,90"_s, u"1;11,90;0,00"_s, u"1;11,90;rot"_s, u"1;11,90;"_s}) QVERIFY2(!has(u"RgNr;Brutto;Wert1"_s, row, u"unread"_s), qPrintable(row));
        QVERIFY(!has(u"RgNr;Brutto;Einzelpreis"_s, u"1;11,90;6,90"_s, u"unread"_s));
        QVERIFY(!has(u"RgNr;Brutto;Zahlbetrag;Wert1"_s, u"1;11,90;11,90;6,90"_s, u"unread"_s));   // what is due is said
        QVERIFY(has(u"RgNr;Brutto;Richtung"_s, u"1;11,90;H"_s, u"sign.unread"_s));
        QVERIFY(!has(u"RgNr;Brutto;Richtung"_s, u"1;11,90;S"_s, u"unread"_s));
    }

    // Nobody is asked for what is cancelled, or for what the workshop owes, because a column was passed over.
    void whatAnUnreadColumnSaysOfTheRow_data()
    {
        QTest::addColumn<QString>("titles");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("outcome");   // the code it is refused with or warned of; empty: neither
        const auto refused = u"invoice.cancelled"_s, credit = u"credit.cancelled"_s, warned = u"type.unread"_s;
        const auto row = [](const QString& title, const QString& word, const QString& outcome, const QString& amount = u"11,90"_s) {
            QTest::newRow(qPrintable(title + u' ' + word + u' ' + amount)) << u"RgNr;Brutto;"_s + title << u"1;"_s + amount + u';' + word << outcome;
        };
        for (const auto& title : {u"Storno"_s, u"Storniert"_s, u"storniert am"_s, u"Storno-Kz"_s, u"Cancelled"_s, u"is_void"_s, u"Ungültig"_s, u"Sto."_s, u"Reversed"_s}) {
            for (const auto& word : {u"ja"_s, u"J"_s, u"x"_s, u"1"_s, u"true"_s, u"01.02.2026"_s, u"storniert"_s, u"*"_s, u"\u2713"_s}) {
                row(title, word, refused);
                row(title, word, credit, u"-11,90"_s);
            }
            for (const auto& word : {QString{}, u"nein"_s, u"N"_s, u"no"_s, u"-"_s, u"0"_s, u"0,00"_s, u"00.00.0000"_s, u"false"_s, u"aktiv"_s, u"nicht storniert"_s}) row(title, word, {});
            for (const auto& word : {u"Stornorechnung"_s, u"RE-4711"_s}) row(title, word, warned, u"-11,90"_s);   // the document that cancels another
        }
        row(u"Status"_s, u"storniert"_s, credit, u"-11,90"_s);
        row(u"Status"_s, u"Storno"_s, warned, u"-11,90"_s);
        for (const auto& word : {u"nein"_s, u"N"_s, u"0"_s, u"false"_s}) row(u"Gültig"_s, word, refused);
        for (const auto& word : {u"ja"_s, u"1"_s, u"x"_s, QString{}}) row(u"Gültig"_s, word, {});
        row(u"Gültig bis"_s, u"01.02.2027"_s, {});
        for (const auto& word : {u"storniert"_s, u"STORNO"_s, u"cancelled"_s, u"canceled"_s, u"void"_s, u"annulliert"_s, u"Stornorechnung"_s}) row(u"Status"_s, word, refused);
        for (const auto& word : {u"offen"_s, u"fertig"_s, u"gedruckt"_s, u"Bar"_s, u"G"_s, u"Credit"_s}) row(u"Status"_s, word, {});
        for (const auto& word : {u"Gutschrift"_s, u"Rechnungskorrektur"_s, u"credit note"_s}) {
            row(u"Merkmal"_s, word, warned);
            row(u"Merkmal"_s, word, {}, u"-11,90"_s);
        }
        for (const auto& title : {u"Vorgangsart"_s, u"Vorgang"_s, u"Doc. type"_s, u"BelegKz"_s})
            for (const auto& word : {u"G"_s, u"GS"_s, u"AG"_s, u"CN"_s, u"Credit"_s}) row(title, word, warned);
        row(u"Vorgangsart"_s, u"R"_s, {});
        row(u"Kartenart"_s, u"G"_s, {});
        row(u"Stornogebühr"_s, u"15,00"_s, {});
    }
    void whatAnUnreadColumnSaysOfTheRow()
    {
        QFETCH(QString, titles);
        QFETCH(QString, row);
        QFETCH(QString, outcome);
        const auto read = TableReader{}.read((titles + u'\n' + row + u'\n').toUtf8(), profile(basic()));
        QVERIFY(read.ok());
        const auto& document = read.value().rows.front().document;
        if (outcome.endsWith(u".cancelled")) {
            QVERIFY(!document.ok());
            QCOMPARE(document.error().code, outcome);
            return;
        }
        QVERIFY2(document.ok(), qPrintable(document.ok() ? QString{} : document.error().code));
        QCOMPARE(document.value().warnings.contains(u"type.unread"_s), !outcome.isEmpty());
    }
    void aCreditNoteThatIsCancelledIsNotTaken()
    {
        const auto kinds = profile({col(u"number"_s, {{u"titles"_s, QJsonArray{u"RgNr"_s}}}), col(u"gross"_s, {{u"titles"_s, QJsonArray{u"Brutto"_s}}}),
            col(u"type"_s, {{u"titles"_s, QJsonArray{u"Art"_s}}, {u"words"_s, QJsonObject{{u"Gutschrift"_s, u"381"_s}, {u"Rechnung"_s, u"380"_s}}}})});
        QCOMPARE(outcomes(u"RgNr;Art;Brutto;Storno\n1;Gutschrift;11,90;ja\n"_s, kinds), QStringList{u"credit.cancelled"_s});
        QCOMPARE(outcomes(u"RgNr;Art;Brutto;Storno\n1;Gutschrift;-11,90;x\n"_s, kinds), QStringList{u"credit.cancelled"_s});
        QCOMPARE(outcomes(u"RgNr;Art;Brutto;Storno\n1;Rechnung;11,90;ja\n"_s, kinds), QStringList{u"invoice.cancelled"_s});
        QCOMPARE(outcomes(u"RgNr;Art;Brutto;Storno\n1;Gutschrift;11,90;nein\n"_s, kinds), QStringList{u"1 11.90"_s});
    }

    // "Status" does not say what its marks mean: what few rows have is asked, what all have or what says an everyday word is not.
    void aMarkNobodyKnowsIsAskedAbout_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("cells");   // of one row each, parted by commas
        QTest::addColumn<QString>("asked");   // the rows, from 1
        const auto row = [](const QString& title, const QString& cells, const QString& asked) { QTest::newRow(qPrintable(title + u' ' + cells)) << title << cells << asked; };
        for (const auto& title : {u"Status"_s, u"Zustand"_s, u"Kennz."_s, u"Kz"_s, u"Invoice state"_s, u"Rechnungsstatus"_s, u"Flag"_s}) {
            for (const auto& mark : {u"x"_s, u"X"_s, u"1"_s, u"ja"_s, u"yes"_s, u"S"_s, u"true"_s, u"*"_s, u"01.02.2026"_s, u"st"_s, u"7"_s, u"B"_s}) row(title, u",,%1,,,"_s.arg(mark), u"3"_s);
            row(title, u"0,0,1,0,0,0"_s, u"3"_s);
            row(title, u"nein,ja,nein,nein"_s, u"2"_s);
            row(title, u"offen,bezahlt,x,offen"_s, u"3"_s);
            row(title, u"x,"_s, u"1"_s);
            row(title, u"x,,x"_s, u"1 3"_s);
            row(title, u"B,O,B,S,O,B,B,O"_s, u"4"_s);   // one letter each, and one that could be it on one row
        }
        for (const auto& none : {u"x"_s, u"x,x,x"_s, u",,,"_s, u"bezahlt,offen,gebucht,gedruckt,bezahlt"_s, u"offen,,gedruckt,offen"_s, u"0,0,0,0"_s, u"1,2,3,2,1,1,2,2"_s, u"1,2,2,2,3,3,3,3"_s, u"B,O,B,O,B,O"_s, u"B,O,B,T,O,B,B,O"_s,
                                 u"H,S,S,S,S,S"_s, u"x,x,x,x,x,x,,x"_s, u"neu,fertig,,,neu"_s})
            row(u"Status"_s, none, {});
        for (const auto& title : {u"Zahlungsstatus"_s, u"Fahrzeugzustand"_s, u"Reifenzustand"_s, u"Mahnstatus"_s, u"Druckstatus"_s, u"Kennzeichen"_s, u"Bemerkung"_s}) row(title, u",,x,,,"_s, {});
    }
    void aMarkNobodyKnowsIsAskedAbout()
    {
        QFETCH(QString, title);
        QFETCH(QString, cells);
        QFETCH(QString, asked);
        const auto list = cells.split(u',');
        auto text = u"RgNr;Brutto;"_s + title + u'\n';
        for (qsizetype i = 0; i < list.size(); ++i) text += u"%1;11,90;%2\n"_s.arg(i + 1).arg(list[i]);
        const auto askedIn = [&](QJsonObject made) {
            const auto read = TableReader{}.read(text.toUtf8(), QJsonDocument{made}.toJson());
            QStringList out;
            for (const auto& one : read.value().rows) {
                if (one.document) continue;
                out << (one.document.error().code == u"state.unclear" ? one.number : one.document.error().code);
                if (!one.document.error().detail.startsWith(title) || !one.legible || one.legible->amount) out << u"no reason"_s;
            }
            return out.join(u' ');
        };
        auto made = QJsonDocument::fromJson(profile(basic())).object();
        QCOMPARE(askedIn(made), asked);
        made[u"unused"_s] = QJsonArray{title};   // a person has looked at it
        QCOMPARE(askedIn(made), QString{});
    }
    void aMarkOnALineIsAskedAboutOnce()
    {
        const auto lines = profile({col(u"number"_s, {{u"titles"_s, QJsonArray{u"RgNr"_s}}}), col(u"line.gross"_s, {{u"titles"_s, QJsonArray{u"Pos"_s}}})}, {{u"rows"_s, u"line"_s}, {u"sums"_s, u"add"_s}});
        QCOMPARE(outcomes(u"RgNr;Pos;Status\n1;5,00;\n1;6,00;\n2;7,00;x\n2;8,00;x\n3;9,00;\n"_s, lines), (QStringList{u"1 11.00"_s, u"state.unclear"_s, u"3 9.00"_s}));
    }
    void moreWasPaidThanTheWholeIsPointedOut()
    {
        const auto warnings = [](const QString& titles, const QString& row) {
            const auto read = TableReader{}.read((titles + u'\n' + row + u'\n').toUtf8(), profile(basic()));
            return read && read.value().rows.front().document ? read.value().rows.front().document.value().warnings : QStringList{u"refused"_s};
        };
        QVERIFY(warnings(u"RgNr;Brutto;Anzahlung"_s, u"1;11,90;55,00"_s).contains(u"prepaid.above_gross"_s));
        QCOMPARE(warnings(u"RgNr;Brutto;Anzahlung"_s, u"1;11,90;11,90"_s).contains(u"prepaid.above_gross"_s), false);
        QCOMPARE(warnings(u"RgNr;Brutto;Anzahlung;Zahlbetrag"_s, u"1;11,90;55,00;-43,10"_s).contains(u"prepaid.above_gross"_s), false);   // both say so
    }

    void rows_data()
    {
        QTest::addColumn<QString>("titles");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& titles, const QString& line, const QString& outcome) { QTest::newRow(name) << titles << line << outcome; };
        const auto nb = u"RgNr;Brutto"_s;
        row("good", nb, u"1;11,90"_s, u"1 11.90"_s);
        row("zero", nb, u"1;0,00"_s, u"amount.zero"_s);
        row("minus zero", nb, u"1;-0,00"_s, u"amount.zero"_s);
        row("nothing", u"RgNr;Brutto;Kunde"_s, u"1;;Anna"_s, u"amount.missing"_s);
        row("words", nb, u"1;elf"_s, u"amount.unreadable"_s);
        row("no number", nb, u";11,90"_s, u"number.missing"_s);
        row("amount as number", nb, u"12,50;11,90"_s, u"row.shifted"_s);
        row("day as number", nb, u"01.02.2026;11,90"_s, u"row.shifted"_s);
        row("long number", nb, QString{70, u'1'} + u";11,90"_s, u"number.unreadable"_s);
        row("name is an amount", u"RgNr;Kunde;Brutto"_s, u"1;11,90;11,90"_s, u"row.shifted"_s);
        row("short", u"RgNr;Brutto;Kunde"_s, u"1;11,90"_s, u"row.too_few_cells"_s);
        row("long", nb, u"1;11,90;x"_s, u"row.too_many_cells"_s);
        row("long but empty", nb, u"1;11,90;;"_s, u"1 11.90"_s);
        row("sums", u"RgNr;Netto;MwSt;Brutto"_s, u"1;10,00;1,90;11,90"_s, u"1 11.90"_s);
        row("sums differ", u"RgNr;Netto;MwSt;Brutto"_s, u"1;10,00;1,90;11,91"_s, u"amount.sums"_s);
        row("tax missing", u"RgNr;Netto;MwSt;Brutto"_s, u"1;10,00;;11,90"_s, u"amount.missing"_s);
        row("net above gross", u"RgNr;Netto;Brutto"_s, u"1;12,00;11,90"_s, u"amount.sums"_s);
        row("due", u"RgNr;Brutto;Anzahlung;Zahlbetrag"_s, u"1;11,90;1,90;10,00"_s, u"1 11.90"_s);
        row("less is due, nobody says why", u"RgNr;Brutto;Zahlbetrag"_s, u"1;11,90;10,00"_s, u"1 11.90"_s);
        row("more is due", u"RgNr;Brutto;Zahlbetrag"_s, u"1;11,90;12,00"_s, u"amount.sums"_s);
        row("paid with a minus", u"RgNr;Brutto;Anzahlung"_s, u"1;11,90;-5,00"_s, u"amount.sums"_s);
        row("a payment nobody reads", u"RgNr;Brutto;Summe der Abschläge"_s, u"1;11,90;5,00"_s, u"amount.unread"_s);
        row("no payment", u"RgNr;Brutto;Summe der Abschläge"_s, u"1;11,90;0,00"_s, u"1 11.90"_s);
        row("no word of a payment", u"RgNr;Brutto;Summe der Abschläge"_s, u"1;11,90;"_s, u"1 11.90"_s);
        row("paid, in words", u"RgNr;Brutto;bezahlt"_s, u"1;11,90;ja"_s, u"amount.unread"_s);
        row("not paid, in words", u"RgNr;Brutto;bezahlt"_s, u"1;11,90;nein"_s, u"1 11.90"_s);
        row("a rest nobody reads", u"RgNr;Brutto;Restschuld"_s, u"1;11,90;6,90"_s, u"amount.unread"_s);
        row("a rest that is the whole", u"RgNr;Brutto;Restschuld"_s, u"1;11,90;11,90"_s, u"1 11.90"_s);
        row("a rest nobody reads beside what is due", u"RgNr;Brutto;Anzahlung;Zahlbetrag;Restschuld"_s, u"1;11,90;5,00;6,90;1,00"_s, u"1 11.90"_s);
        row("due differs", u"RgNr;Brutto;Anzahlung;Zahlbetrag"_s, u"1;11,90;;10,00"_s, u"amount.sums"_s);
        row("all prepaid", u"RgNr;Brutto;Anzahlung;Zahlbetrag"_s, u"1;11,90;11,90;0,00"_s, u"1 11.90"_s);
        row("day", u"RgNr;Datum;Brutto"_s, u"1;31.02.2026;11,90"_s, u"date.unreadable"_s);
        row("no day", u"RgNr;Datum;Brutto"_s, u"1;;11,90"_s, u"date.missing"_s);
        row("currency", u"RgNr;Währung;Brutto"_s, u"1;Taler;11,90"_s, u"currency.unreadable"_s);
        row("euro in words", u"RgNr;Währung;Brutto"_s, u"1;Euro;11,90"_s, u"1 11.90"_s);
        row("currency differs", u"RgNr;Währung;Brutto"_s, u"1;CHF;11,90 EUR"_s, u"amount.currency"_s);
        row("blank rows", nb, u"\n;;\n1;11,90\n"_s, u"1 11.90"_s);
        row("titles again", nb, u"1;11,90\nRgNr;Brutto\n2;5,00"_s, u"1 11.90 2 5.00 passed 1"_s);
        row("the same again", nb, u"1;11,90\n2;5,00\n1;11,90"_s, u"1 11.90 2 5.00 row.repeated"_s);
        row("twice", nb, u"1;11,90\n2;5,00\n1;11,80"_s, u"row.number_twice 2 5.00 row.number_twice"_s);
        row("twice, one unreadable", nb, u"1;11,9\n1;11,80"_s, u"amount.unreadable row.number_twice"_s);
        row("twice in two years", u"RgNr;Datum;Brutto"_s, u"1;01.02.2025;11,90\n1;01.02.2026;11,90"_s, u"1 11.90 1 11.90"_s);
    }
    void rows()
    {
        QFETCH(QString, titles);
        QFETCH(QString, row);
        QTEST(one(titles, row), "outcome");
    }

    void wholeFiles()
    {
        QCOMPARE(outcomes({}, profile(basic())), QStringList{u"! file.empty "_s});
        QCOMPARE(outcomes(u"a;b\n1;2\n"_s, profile(basic())), QStringList{u"! table.column_missing number"_s});
        QCOMPARE(outcomes(u"RgNr;Brutto;Brutto\n1;2,00;3,00\n"_s, profile(basic())), QStringList{u"! table.column_twice Brutto"_s});
        QCOMPARE(outcomes(u"\"RgNr;Brutto\n1;2,00\n"_s, profile(basic())), QStringList{u"! table.no_header row.quote"_s});
        const auto read = TableReader{}.read(QByteArray(limits::kMaxTableFile + 1, 'x'), profile(basic()));
        QCOMPARE(read.error().code, u"file.too_large"_s);
        QByteArray many = "RgNr;Brutto\n";
        for (int i = 0; i <= limits::kMaxTableRows; ++i) many += "x\n";
        QCOMPARE(TableReader{}.read(many, profile(basic())).error().code, u"table.too_many_rows"_s);
    }

    // What a person need not type in again; an amount of a refused row is certain in no case, and of moved columns nothing is.
    void whatARefusedRowSaysAllTheSame()
    {
        const auto read = TableReader{}.read("RgNr;Datum;Kunde;Netto;MwSt;Brutto;Zahlbar bis\n1;27.11.2026;Anna;150,00;28,50;;11.12.2026\n2;31.11.2026;Otto;10,00;1,90;11,90;11.12.2026\n3;27.11.2026;Emil\n4;27.11.2026;Ida;10,00;1,90;11,90;\n",
                                             profile(basic()));
        QVERIFY(read.ok());
        const auto& rows = read.value().rows;
        QCOMPARE(rows.size(), 4U);
        QCOMPARE(rows[0].document.error().code, u"amount.missing"_s);
        QVERIFY(rows[0].legible);
        QCOMPARE(rows[0].legible->number, u"1"_s);
        QCOMPARE(rows[0].legible->customer, u"Anna"_s);
        QCOMPARE(rows[0].legible->issueDate, QDate(2026, 11, 27));
        QCOMPARE(rows[0].legible->dueDate, QDate(2026, 12, 11));
        QVERIFY(!rows[0].legible->amount);
        QCOMPARE(rows[1].document.error().code, u"date.unreadable"_s);   // behind the bad cell, too
        QVERIFY(rows[1].legible && !rows[1].legible->issueDate.isValid() && !rows[1].legible->amount);
        QCOMPARE(rows[1].legible->customer, u"Otto"_s);
        QVERIFY(!rows[2].document && !rows[2].legible);
        QVERIFY(rows[3].document && !rows[3].legible);
    }

    void anOpenEnd()
    {
        QCOMPARE(outcomes(u"RgNr;Brutto\n1;11,90"_s, profile(basic())), QStringList{u"row.cut"_s});
        QCOMPARE(outcomes(u"RgNr;Brutto\n1;11,90"_s, profile(basic(), {{u"open_end"_s, true}})), QStringList{u"1 11.90"_s});
        QCOMPARE(outcomes(u"RgNr;Brutto;Kunde\n1;11,90;Ann"_s, profile(basic())), QStringList{u"1 11.90"_s});   // a name may lack its end
        QCOMPARE(outcomes(u"RgNr;Brutto;Kunde\n1;11,90"_s, profile(basic(), {{u"short_rows"_s, true}})), QStringList{u"row.cut"_s});
    }

    void sides()
    {
        auto columns = basic();
        columns << col(u"sign"_s, {{u"words"_s, QJsonObject{{u"S"_s, u"+"_s}, {u"H"_s, u"-"_s}}}});
        const auto with = [&](const QString& row) { return outcomes(u"RgNr;Brutto;SH\n"_s + row + u'\n', profile(columns)).join(u' '); };
        QCOMPARE(with(u"1;11,90;S"_s), u"1 11.90"_s);
        QCOMPARE(with(u"1;11,90;h"_s), u"1 -11.90"_s);
        QCOMPARE(with(u"1;-11,90;H"_s), u"sign.twice"_s);
        QCOMPARE(with(u"1;11,90;X"_s), u"sign.unknown"_s);
        QCOMPARE(with(u"1;11,90;"_s), u"sign.unknown"_s);
    }

    // "Rechnungsempfänger" is the customer where nobody else is named, and who pays beside one.
    void whoPaysAndWhoseCarItIs_data()
    {
        QTest::addColumn<QString>("titles");
        QTest::addColumn<QString>("row");
        QTest::addColumn<QStringList>("people");   // buyer, payer, keeper
        QTest::newRow("keeper beside the recipient") << u"Rechnungsempfänger;Halter"_s << u"Leasing AG;Anna Kern"_s << QStringList{u"Leasing AG"_s, {}, u"Anna Kern"_s};
        QTest::newRow("payer beside the customer") << u"Kunde;Rechnungsempfänger"_s << u"Anna Kern;Leasing AG"_s << QStringList{u"Anna Kern"_s, u"Leasing AG"_s, {}};
        QTest::newRow("named as such") << u"Kunde;Zahler;Zahler Ort;Halter"_s << u"Anna Kern;Leasing AG;Köln;Otto Kern"_s << QStringList{u"Anna Kern"_s, u"Leasing AG Köln"_s, u"Otto Kern"_s};
        QTest::newRow("the same person") << u"Kunde;Rechnungsempfänger;Halter"_s << u"Anna Kern;ANNA KERN;Anna Kern"_s << QStringList{u"Anna Kern"_s, {}, {}};
        QTest::newRow("nobody") << u"Kunde;Rechnungsempfänger;Halter"_s << u"Anna Kern;;"_s << QStringList{u"Anna Kern"_s, {}, {}};
    }
    void whoPaysAndWhoseCarItIs()
    {
        QFETCH(QString, titles);
        QFETCH(QString, row);
        QFETCH(QStringList, people);
        const QString text = u"Rechnungsnummer;Rechnungsdatum;Brutto;"_s + titles + u"\n1;02.11.2026;11,90;"_s + row + u"\n"_s;
        const auto peopleOf = [](const Result<ports::TableReading>& read) {
            if (!read || !read.value().rows.front().document) return QStringList{u"refused"_s};
            const auto& i = read.value().rows.front().document.value().invoice;
            const auto payer = i.payer.value_or(domain::Party{});
            return QStringList{i.buyer.name, QString{payer.name + u' ' + payer.address.city}.trimmed(), i.keeper};
        };
        for (const auto& ready : TableReader{}.readyProfiles())
            if (ready.id == u"de") QCOMPARE(peopleOf(TableReader{}.read(text.toUtf8(), QByteArray{ready.json}.replace("CP1252", "UTF-8"))), people);
        const auto proposed = TableReader{}.propose(text.toUtf8());
        QVERIFY(proposed.ok());
        if (!titles.contains(u"Zahler Ort")) QCOMPARE(peopleOf(Result<ports::TableReading>{proposed.value().tried}), people);
    }

    void wordsAndConstants()
    {
        auto columns = basic();
        columns << col(u"type"_s, {{u"words"_s, QJsonObject{{u"R"_s, u"380"_s}, {u"G"_s, u"381"_s}}}}) << col(u"payment_means"_s, {{u"words"_s, QJsonObject{{u"Bankeinzug"_s, u"59"_s}, {u"*"_s, u""_s}}}});
        const auto json = profile(columns, {{u"constants"_s, QJsonObject{{u"customer.country"_s, u"AT"_s}}}});
        const auto read = TableReader{}.read("RgNr;Brutto;Art;Zahlungsart\n1;11,90;r;Bankeinzug\n2;11,90;G;Brieftaube\n3;11,90;Z;\n", json);
        QVERIFY(read.ok());
        const auto& rows = read.value().rows;
        QCOMPARE(rows[0].document.value().invoice.typeCode, u"380"_s);
        QVERIFY(domain::isDirectDebit(rows[0].document.value().invoice));
        QCOMPARE(rows[0].document.value().invoice.buyer.address.country, u"AT"_s);
        QCOMPARE(domain::kindOf(rows[1].document.value().invoice), domain::InvoiceKind::Credit);
        QVERIFY(rows[1].document.value().invoice.paymentMeans.isEmpty());
        QCOMPARE(rows[2].document.error().code, u"value.unknown"_s);
        QCOMPARE(rows[2].line, 4);
        QCOMPARE(rows[2].number, u"3"_s);
    }

    void footersArePassedOver()
    {
        const QJsonObject rules{{u"ignore"_s, QJsonArray{QJsonObject{{u"column"_s, 1}, {u"equals"_s, u"Summe"_s}}, QJsonObject{{u"column"_s, 0}, {u"contains"_s, u"Seite "_s}}}}};
        QCOMPARE(outcomes(u"RgNr;Brutto;Kunde\n1;11,90;Summer GmbH\nSumme;11,90;\n;;Seite 1\n"_s, profile(basic(), rules)), (QStringList{u"1 11.90"_s, u"passed 2"_s}));
    }

    void warningsAreNoRefusal()
    {
        const auto read = TableReader{}.read("RgNr;Datum;Brutto;Fällig;FIN;IBAN\n1;05.02.2026;11,90;01.02.2026;KURZ;DE00 1234\n", profile(basic()));
        QVERIFY(read.ok() && read.value().rows.front().document.ok());
        const auto& document = read.value().rows.front().document.value();
        QCOMPARE(document.warnings, (QStringList{u"vin.unreadable"_s, u"date.due_before_issue"_s, u"iban.check"_s}));
        QCOMPARE(document.invoice.ibans, QStringList{u"DE001234"_s});
    }

    void lines_data()
    {
        QTest::addColumn<QString>("sums");
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char* name, const QString& sums, const QString& rows, const QString& outcome) { QTest::newRow(name) << sums << rows << outcome; };
        const auto total = u"total"_s, add = u"add"_s;
        row("total", total, u"1;A;30,00;10,00\n1;A;30,00;20,00\n2;B;5,00;5,00"_s, u"1 30.00 2 5.00"_s);
        row("total in the first row", total, u"1;A;30,00;10,00\n1;;;20,00"_s, u"1 30.00"_s);
        row("a line is missing", total, u"1;A;30,00;10,00\n2;B;5,00;5,00"_s, u"lines.sum 2 5.00"_s);
        row("totals differ", total, u"1;A;30,00;10,00\n1;A;31,00;20,00"_s, u"lines.differ"_s);
        row("customers differ", total, u"1;A;30,00;10,00\n1;B;30,00;20,00"_s, u"lines.differ"_s);
        row("line unreadable", total, u"1;A;30,00;10,00\n1;A;30,00;2O,00\n2;B;5,00;5,00"_s, u"amount.unreadable 2 5.00"_s);
        row("apart", total, u"1;A;30,00;10,00\n2;B;5,00;5,00\n1;A;30,00;20,00"_s, u"lines.sum 2 5.00 lines.sum"_s);
        row("text line", total, u"1;A;30,00;30,00\n1;A;30,00;"_s, u"1 30.00"_s);
        row("added", add, u"1;A;10,00\n1;A;20,00\n2;B;5,00"_s, u"1 30.00 2 5.00"_s);
        row("added, zero", add, u"1;A;10,00\n1;A;-10,00"_s, u"amount.zero"_s);
        row("added, a row between is broken", add, u"1;A;10,00\n\"x\"y;A;20,00\n2;B;5,00\n3;C;1,00"_s, u"lines.sum row.quote lines.sum 3 1.00"_s);
    }
    void lines()
    {
        QFETCH(QString, sums);
        QFETCH(QString, rows);
        const bool total = sums == u"total";
        QJsonArray columns{col(u"number"_s), col(u"customer.name"_s), col(u"line.gross"_s)};
        if (total) columns << col(u"gross"_s);
        const auto titles = total ? u"RgNr;Kunde;Brutto;Zeilenbrutto\n"_s : u"RgNr;Kunde;Zeilenbrutto\n"_s;
        const auto got = outcomes(titles + rows + u'\n', profile(columns, {{u"rows"_s, u"line"_s}, {u"sums"_s, sums}}));
        QTEST(got.join(u' '), "outcome");
    }

    void doubtsAreSaid()
    {
        const TableReader reader;
        const auto doubts = [&](const QString& text) { const auto out = reader.propose(text.toUtf8()); return out ? out.value().doubts : QStringList{u"! "_s + out.error().code}; };
        QVERIFY(doubts(u"Invoice no.,Date,Total\n1,01/02/2026,12.50\n2,03/04/2026,13.50\n"_s).contains(u"date_style:issue_date"_s));
        QVERIFY(!doubts(u"Invoice no.,Date,Total\n1,01/02/2026,12.50\n2,03/24/2026,13.50\n"_s).contains(u"date_style:issue_date"_s));
        QVERIFY(doubts(u"RgNr;Datum;Brutto\n1;01.02.2026;1.234\n2;01.02.2026;5.678\n"_s).contains(u"number_style"_s));
        QVERIFY(doubts(u"RgNr;Datum;Farbe\n1;01.02.2026;rot\n2;01.02.2026;blau\n"_s).contains(u"missing:gross"_s));
        QVERIFY(doubts(u"RgNr;Datum;Brutto;Farbe\n1;01.02.2026;12,00;rot\n"_s).contains(u"unused:Farbe"_s));
        QCOMPARE(doubts(u"nur ein Text\nund noch einer\n"_s), QStringList{u"! table.no_table"_s});
        const auto lost = reader.propose("RgNr;Datum;Farbe\n1;01.02.2026;rot\n");
        QCOMPARE(lost.value().confidence, 0);
    }

    void titlesMayStandLower()
    {
        const auto out = TableReader{}.propose("Rechnungsausgangsbuch\n\nRgNr;Datum;Brutto\n1;01.02.2026;12,00\n2;02.02.2026;13,00\n");
        QVERIFY(out.ok());
        QCOMPARE(out.value().titles, (QStringList{u"RgNr"_s, u"Datum"_s, u"Brutto"_s}));
        QCOMPARE(out.value().tried.rows.size(), std::size_t{2});
        QVERIFY(out.value().tried.rows.front().document.ok());
        QVERIFY(TableReader{}.check(out.value().profile).ok());
    }
};

QTEST_APPLESS_MAIN(TestTableReader)
#include "tst_table_reader.moc"
