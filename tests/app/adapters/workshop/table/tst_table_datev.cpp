// DATEV EXTF Buchungsstapel: bookings of debtors against revenue become invoices; everything else is passed over or refused with its reason. With
// TRESEN_CORPUS set also on its public samples.
#include "app/adapters/workshop/table/table_reader.h"
#include <QFile>
#include <QTest>

using namespace tresen;
using adapters::table::TableReader;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Booking {
    QString umsatz = u"119,00"_s, side = u"S"_s, konto = u"10001"_s, gegenkonto = u"4400"_s, day = u"2207"_s, number = u"RE1"_s, due = {}, text = {};
    QHash<int, QString> more = {};   // other columns, from 1
};

QString header(const QString& version = u"13"_s, const QString& chart = u"04"_s, const QString& from = u"20260701"_s, const QString& to = u"20260731"_s)
{
    return u"\"EXTF\";700;21;\"Buchungsstapel\";%1;20260722101500000;;\"WB\";\"\";\"\";1001;456;20260101;4;%2;%3;\"Rechnungen\";\"\";1;0;0;\"EUR\";;\"\";;;\"%4\";;;\"\";\"\""_s.arg(version, from, to, chart);
}

QString titles(int columns = 125)
{
    static const QHash<int, QString> names{{1, u"Umsatz (ohne Soll/Haben-Kz)"_s}, {2, u"Soll/Haben-Kennzeichen"_s}, {7, u"Konto"_s}, {8, u"Gegenkonto (ohne BU-Schlüssel)"_s}, {10, u"Belegdatum"_s},
        {11, u"Belegfeld 1"_s}, {12, u"Belegfeld 2"_s}, {14, u"Buchungstext"_s}};
    QStringList out;
    for (int i = 1; i <= columns; ++i) out << names.value(i, u"Feld %1"_s.arg(i));
    return out.join(u';');
}

QString row(const Booking& b, int columns = 125)
{
    QStringList out;
    for (int i = 0; i < columns; ++i) out << QString{};
    out[0] = b.umsatz;
    out[1] = u'"' + b.side + u'"';
    out[2] = u"\"EUR\""_s;
    out[6] = b.konto;
    out[7] = b.gegenkonto;
    out[9] = b.day;
    out[10] = u'"' + b.number + u'"';
    out[11] = u'"' + b.due + u'"';
    out[13] = u'"' + QString{b.text}.replace(u'"', u"\"\""_s) + u'"';
    for (auto it = b.more.begin(); it != b.more.end(); ++it) out[it.key() - 1] = it.value();
    return out.join(u';');
}

QByteArray batch(const QStringList& rows, const QString& head = header(), int columns = 125)
{
    return (QStringList{head, titles(columns)} + rows + QStringList{QString{}}).join(u"\r\n"_s).toLatin1();
}

QByteArray datevProfile(const QByteArray& more = {}) { return "{\"version\": 1, \"name\": \"DATEV\", \"format\": \"datev\"" + more + "}"; }

QString outcomes(const QByteArray& bytes, const QByteArray& profile = datevProfile())
{
    const auto read = TableReader{}.read(bytes, profile);
    if (!read) return u"! "_s + read.error().code;
    QStringList out;
    for (const auto& r : read.value().rows) out << (r.document ? r.document.value().invoice.number + u' ' + domain::plainAmount(*r.document.value().invoice.gross) : r.document.error().code);
    for (const auto& p : read.value().passed) out << u"passed "_s + p.code;
    return out.join(u", "_s);
}

} // namespace

class TestTableDatev : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anInvoice()
    {
        Booking b;
        b.umsatz = u"1234,56"_s;
        b.due = u"050826"_s;
        b.text = u"Müller \"Bus\"; WÜ-AB 12"_s;
        const auto read = TableReader{}.read(batch({row(b)}), datevProfile());
        QVERIFY2(read.ok(), qPrintable(read.ok() ? QString{} : read.error().code + read.error().detail));
        QCOMPARE(read.value().rows.size(), std::size_t{1});
        const auto& document = read.value().rows.front().document.value();
        const auto& invoice = document.invoice;
        QCOMPARE(invoice.number, u"RE1"_s);
        QCOMPARE(invoice.typeCode, u"380"_s);
        QCOMPARE(invoice.gross->inCents(), 123456);
        QVERIFY(!invoice.net && !invoice.tax && !invoice.amountDue);
        QCOMPARE(invoice.issueDate, (QDate{2026, 7, 22}));
        QCOMPARE(invoice.dueDate, (QDate{2026, 8, 5}));
        QCOMPARE(invoice.buyer.id, u"10001"_s);
        QCOMPARE(invoice.notes.front().text, b.text);
        QCOMPARE(document.syntax, u"datev"_s);
        QCOMPARE(read.value().rows.front().line, 3);
        const auto named = TableReader{}.read(batch({row(b)}), datevProfile(", \"text\": \"customer\""));
        QCOMPARE(named.value().rows.front().document.value().invoice.buyer.name, b.text);
    }

    void bookings_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<QString>("outcome");
        const auto add = [](const char* name, const std::vector<Booking>& bookings, const QString& outcome) {
            QStringList rows;
            for (const auto& b : bookings) rows << row(b);
            QTest::newRow(name) << rows.join(u'\n') << outcome;
        };
        const auto with = [](auto change) { Booking b; change(b); return b; };
        add("credit", {with([](Booking& b) { b.side = u"H"_s; })}, u"RE1 -119.00"_s);
        add("turned around", {with([](Booking& b) { b.konto = u"4400"_s; b.gegenkonto = u"10001"_s; b.side = u"H"_s; })}, u"RE1 119.00"_s);
        add("payment", {with([](Booking& b) { b.konto = u"1800"_s; b.gegenkonto = u"10001"_s; })}, u"passed datev.no_revenue"_s);
        add("no debtor", {with([](Booking& b) { b.konto = u"1800"_s; b.gegenkonto = u"4400"_s; })}, u"passed datev.no_debtor"_s);
        add("creditor", {with([](Booking& b) { b.konto = u"70001"_s; })}, u"passed datev.no_debtor"_s);
        add("account", {with([](Booking& b) { b.konto = u"1000l"_s; })}, u"datev.account"_s);
        add("two revenue accounts", {Booking{}, with([](Booking& b) { b.umsatz = u"10,70"_s; b.gegenkonto = u"4300"_s; })}, u"RE1 129.70"_s);
        add("one account twice", {Booking{}, Booking{}}, u"datev.account_again"_s);
        add("two cost centres", {Booking{}, with([](Booking& b) { b.more[37] = u"\"200\""_s; })}, u"RE1 238.00"_s);
        add("two debtors", {Booking{}, with([](Booking& b) { b.konto = u"10002"_s; b.gegenkonto = u"4300"_s; })}, u"row.number_twice"_s);
        add("a part unreadable", {Booking{}, with([](Booking& b) { b.umsatz = u"10,7O"_s; b.gegenkonto = u"4300"_s; })}, u"lines.sum, datev.amount"_s);
        add("cancelled in the same batch", {Booking{}, with([](Booking& b) { b.side = u"H"_s; b.gegenkonto = u"4300"_s; })}, u"amount.zero"_s);
        add("zero", {with([](Booking& b) { b.umsatz = u"0,00"_s; })}, u"amount.zero"_s);
        add("point", {with([](Booking& b) { b.umsatz = u"119.00"_s; })}, u"datev.amount"_s);
        add("thousands", {with([](Booking& b) { b.umsatz = u"1.119,00"_s; })}, u"datev.amount"_s);
        add("minus", {with([](Booking& b) { b.umsatz = u"-119,00"_s; })}, u"datev.amount"_s);
        add("side", {with([](Booking& b) { b.side = u"X"_s; })}, u"datev.side"_s);
        add("no number", {with([](Booking& b) { b.number.clear(); })}, u"number.missing"_s);
        add("day", {with([](Booking& b) { b.day = u"3107"_s; })}, u"RE1 119.00"_s);
        add("day of another month", {with([](Booking& b) { b.day = u"0108"_s; })}, u"datev.date"_s);
        add("no day", {with([](Booking& b) { b.day = u"3207"_s; })}, u"datev.date"_s);
        add("currency", {with([](Booking& b) { b.more[3] = u"\"CHF\""_s; })}, u"datev.currency"_s);
        add("rate", {with([](Booking& b) { b.more[4] = u"1,05"_s; })}, u"datev.currency"_s);
        add("reversal", {with([](Booking& b) { b.more[118] = u"1"_s; })}, u"datev.reversal"_s);
        add("reversal by the key", {with([](Booking& b) { b.more[9] = u"\"29\""_s; })}, u"datev.reversal"_s);
        for (const auto* key : {"20", "23", "33", "63", "73", "80"}) add(key, {with([key](Booking& b) { b.more[9] = u'"' + QLatin1StringView{key} + u'"'; })}, u"datev.reversal"_s);
        for (const auto* key : {"3", "40", "50", "13", "93"}) add(key, {with([key](Booking& b) { b.more[9] = QLatin1StringView{key}; })}, u"RE1 119.00"_s);
        add("key of the tax", {with([](Booking& b) { b.more[9] = u"\"9\""_s; })}, u"RE1 119.00"_s);
        add("discount", {with([](Booking& b) { b.more[13] = u"2,00"_s; })}, u"datev.discount"_s);
    }
    void bookings()
    {
        QFETCH(QString, rows);
        QTEST(outcomes(batch(rows.split(u'\n'))), "outcome");
    }

    // What else was booked on the debtor under the number of the invoice: what was paid is not asked for again, a tax or a fee is not left out.
    void otherAccounts_data()
    {
        QTest::addColumn<QStringList>("rows");
        QTest::addColumn<QString>("asked");
        const auto booked = [](const QString& umsatz, const QString& konto, const QString& gegenkonto, const QString& side, const QString& number = u"RE1"_s) {
            Booking b;
            b.umsatz = umsatz;
            b.konto = konto;
            b.gegenkonto = gegenkonto;
            b.side = side;
            b.number = number;
            return row(b);
        };
        const auto invoice = booked(u"119,00"_s, u"10001"_s, u"4400"_s, u"S"_s);
        QTest::newRow("paid in part") << QStringList{invoice, booked(u"50,00"_s, u"1600"_s, u"10001"_s, u"S"_s)} << u"69.00"_s;
        QTest::newRow("paid before it") << QStringList{booked(u"50,00"_s, u"10001"_s, u"1800"_s, u"H"_s), invoice} << u"69.00"_s;
        QTest::newRow("paid") << QStringList{invoice, booked(u"119,00"_s, u"1800"_s, u"10001"_s, u"S"_s)} << u"0.00"_s;
        QTest::newRow("tax on its own") << QStringList{invoice, booked(u"19,00"_s, u"10001"_s, u"3806"_s, u"S"_s)} << u"138.00"_s;
        QTest::newRow("a fee passed on, and a deposit") << QStringList{invoice, booked(u"31,00"_s, u"10001"_s, u"1370"_s, u"S"_s), booked(u"50,00"_s, u"10001"_s, u"3272"_s, u"H"_s)} << u"100.00"_s;
        QTest::newRow("of another invoice") << QStringList{invoice, booked(u"50,00"_s, u"1600"_s, u"10001"_s, u"S"_s, u"RE2"_s)} << u"119.00"_s;
        QTest::newRow("of another debtor") << QStringList{invoice, booked(u"50,00"_s, u"1600"_s, u"10002"_s, u"S"_s)} << u"119.00"_s;
        QTest::newRow("cannot be read") << QStringList{invoice, booked(u"50.00"_s, u"1600"_s, u"10001"_s, u"S"_s)} << u"lines.sum"_s;
    }
    void otherAccounts()
    {
        QFETCH(QStringList, rows);
        QFETCH(QString, asked);
        const auto read = TableReader{}.read(batch(rows), datevProfile());
        QVERIFY(read.ok());
        QCOMPARE(read.value().rows.size(), 1U);
        const auto& document = read.value().rows.front().document;
        QCOMPARE(document ? domain::plainAmount(*domain::amountToAskFor(document.value().invoice)) : document.error().code, asked);
        if (document) QCOMPARE(document.value().warnings.contains(u"datev.other_accounts"_s), !QByteArray{QTest::currentDataTag()}.startsWith("of another"));
    }

    // A row whose number cannot be trusted may be a part of any invoice of the batch: those that are taken say so.
    void aRowThatIsLostIsToldOfTheOthers_data()
    {
        QTest::addColumn<QString>("damaged");
        QTest::addColumn<bool>("told");
        Booking other;
        other.number = u"RE2"_s;
        const auto whole = row(other);
        other.number.clear();
        QTest::newRow("whole") << whole << false;
        QTest::newRow("a cell more") << u';' + whole << true;
        QTest::newRow("a cell more at the end") << whole + u';' << true;
        QTest::newRow("a cell less") << whole.mid(whole.indexOf(u';') + 1) << true;
        QTest::newRow("two rows in one") << whole + whole << true;
        QTest::newRow("a quote that is not closed") << QString{whole}.replace(u"\"S\""_s, u"\"S"_s) << true;
        QTest::newRow("no number") << row(other) << true;
    }
    void aRowThatIsLostIsToldOfTheOthers()
    {
        QFETCH(QString, damaged);
        QFETCH(bool, told);
        const auto read = TableReader{}.read(batch({row({}), damaged}), datevProfile());
        QVERIFY(read.ok());
        const auto& first = read.value().rows.front();
        QVERIFY(first.document.ok());
        QCOMPARE(first.document.value().warnings.contains(u"datev.row_lost"_s), told);
        QCOMPARE(read.value().rows.back().document.ok(), !told);
    }

    void headers()
    {
        const auto rows = QStringList{row({})};
        QCOMPARE(outcomes(batch(rows, header().replace(u"EXTF"_s, u"DTVF"_s))), u"! datev.header"_s);
        QCOMPARE(outcomes(batch(rows, header().replace(u";700;"_s, u";510;"_s))), u"! datev.version"_s);
        QCOMPARE(outcomes(batch(rows, header().replace(u";21;"_s, u";16;"_s))), u"! datev.category"_s);
        QCOMPARE(outcomes(batch(rows, header(u"11"_s))), u"! datev.version"_s);
        QCOMPARE(outcomes(batch(rows, header(u"12"_s))), u"! datev.columns"_s);
        QCOMPARE(outcomes(batch({row({}, 124)}, header(u"12"_s), 124)), u"RE1 119.00"_s);
        QCOMPARE(outcomes(batch({row({}, 120)}, header(u"9"_s), 120)), u"RE1 119.00"_s);
        QCOMPARE(outcomes(batch(rows, header().replace(u"20260701"_s, u"20260732"_s))), u"! datev.header"_s);
        QCOMPARE(outcomes((header() + u"\r\n"_s + row({}) + u"\r\n"_s).toLatin1()), u"! datev.columns"_s);
        QCOMPARE(outcomes("\"EXTF\";700"), u"! datev.category"_s);
        QCOMPARE(outcomes(batch({row({}).chopped(3)})), u"row.too_few_cells"_s);
        QCOMPARE(outcomes(batch({row({})}, header(u"13"_s, u"03"_s))), u"passed datev.no_revenue"_s);
        QCOMPARE(outcomes(batch({row({})}, header(u"13"_s, {}))), u"datev.chart_unknown"_s);
        QCOMPARE(outcomes(batch({row({})}, header(u"13"_s, {})), datevProfile(", \"revenue\": {\"\": [\"44\"]}")), u"RE1 119.00"_s);
        // A period over the turn of the year: the day says which year, unless it fits into both.
        QCOMPARE(outcomes(batch(rows, header(u"13"_s, u"04"_s, u"20251201"_s, u"20260731"_s))), u"RE1 119.00"_s);
        QCOMPARE(outcomes(batch(rows, header(u"13"_s, u"04"_s, u"20250701"_s, u"20260731"_s))), u"datev.date"_s);
    }

    void isProposed()
    {
        const auto out = TableReader{}.propose(batch({row({})}));
        QVERIFY(out.ok());
        QCOMPARE(out.value().confidence, 100);
        QCOMPARE(TableReader{}.check(out.value().profile).value().format, u"datev"_s);
    }

    void publicSamples()
    {
        if (!qEnvironmentVariableIsSet("TRESEN_CORPUS")) QSKIP("TRESEN_CORPUS is not set: the public samples are not tried");
        const auto sample = [](const QString& name) {
            QFile file{qEnvironmentVariable("TRESEN_CORPUS") + u"/datev/"_s + name};
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
        };
        QCOMPARE(outcomes(sample(u"ledermann_EXTF_Buchungsstapel.csv"_s)), u"RE201802-135 5950.00, passed datev.no_debtor"_s);
        QCOMPARE(outcomes(sample(u"ledermann_EXTF_Stammdaten.csv"_s)), u"! datev.category"_s);
        // Payments only.
        const auto payments = TableReader{}.read(sample(u"EXTF_Buchungsstapel_sample.csv"_s), datevProfile());
        QVERIFY(payments.ok());
        QVERIFY(payments.value().rows.empty());
        QCOMPARE(payments.value().passedCount, 5);
    }
};

QTEST_APPLESS_MAIN(TestTableDatev)
#include "tst_table_datev.moc"
