// Code pages, profiles and the table they describe: pure functions, no files.
#include "app/adapters/workshop/settlement/run_csv.h"
#include "settlement_samples.h"
#include <QTest>

using namespace settlement_samples;
using namespace tresen::adapters::settlement;

class TestSettlementProfile : public QObject {
    Q_OBJECT

    static QString table(const QJsonObject& profile, std::vector<ports::SettlementRecord> records)
    {
        const auto read = readProfile(bytesOf(profile));
        if (!read) return u"profile: "_s + read.error().detail;
        const auto out = tableOf(run(7, std::move(records)), read.value());
        return out ? fromBytes(out.value(), read.value().encoding) : out.error().code + u' ' + out.error().detail;
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void everyByteOfAPageComesBack_data()
    {
        QTest::addColumn<int>("encoding");
        QTest::addColumn<int>("unused");
        QTest::newRow("850") << static_cast<int>(Encoding::Cp850) << 0;
        QTest::newRow("1252") << static_cast<int>(Encoding::Cp1252) << 5;
    }
    void everyByteOfAPageComesBack()
    {
        QFETCH(int, encoding);
        QFETCH(int, unused);
        const auto page = static_cast<Encoding>(encoding);
        int missing = 0;
        for (int byte = 0x80; byte < 0x100; ++byte) {
            // A byte of its own that is no UTF-8, so the page is used.
            const auto text = fromBytes(QByteArray(1, static_cast<char>(byte)), page);
            QCOMPARE(text.size(), 1);
            if (text == u"\uFFFD") { ++missing; continue; }
            QVERIFY(fit(text, page).missing.empty());
            QCOMPARE(fit(text, page).text, text);
            QCOMPARE(toBytes(text, page), QByteArray(1, static_cast<char>(byte)));
        }
        QCOMPARE(missing, unused);
    }

    void knownBytes()
    {
        QCOMPARE(toBytes(u"äöüßÄÖÜ"_s, Encoding::Cp850), QByteArray("\x84\x94\x81\xE1\x8E\x99\x9A"));
        QCOMPARE(toBytes(u"€äß"_s, Encoding::Cp1252), QByteArray("\x80\xE4\xDF"));
        QCOMPARE(toBytes(u"ä"_s, Encoding::Utf8Bom), QByteArray("\xEF\xBB\xBF\xC3\xA4"));
        QCOMPARE(fromBytes(QByteArray("\xEF\xBB\xBF\xC3\xA4"), Encoding::Cp850), u"ä"_s);
    }

    void namesAreSpelledNeverQuestioned_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("in850");
        QTest::addColumn<QString>("in1252");
        QTest::newRow("umlauts") << u"Jörg Großmüller"_s << u"Jörg Großmüller"_s << u"Jörg Großmüller"_s;
        QTest::newRow("apart") << u"Mu\u0308ller"_s << u"Müller"_s << u"Müller"_s;
        QTest::newRow("polish") << u"Wałęsa Żółć"_s << u"Walesa Zólc"_s << u"Walesa Zólc"_s;
        QTest::newRow("czech") << u"Štěpánek"_s << u"Stepánek"_s << u"Štepánek"_s;
        QTest::newRow("turkish") << u"Şahin Yıldız Gökoğlu"_s << u"Sahin Yıldız Gökoglu"_s << u"Sahin Yildiz Gökoglu"_s;
        QTest::newRow("vietnamese") << u"Nguyễn Đức"_s << u"Nguyen Duc"_s << u"Nguyen Duc"_s;
        QTest::newRow("greek") << u"Παπαδάκης"_s << u"Papadakis"_s << u"Papadakis"_s;
        QTest::newRow("cyrillic") << u"Щербаков Йосип"_s << u"Shcherbakov Josip"_s << u"Shcherbakov Josip"_s;
        QTest::newRow("marks") << u"„A“ – 5 €"_s << u"\"A\" - 5 EUR"_s << u"„A“ – 5 €"_s;
        QTest::newRow("wide") << u"ＡＢ"_s << u"AB"_s << u"AB"_s;
    }
    void namesAreSpelledNeverQuestioned()
    {
        QFETCH(QString, name);
        QFETCH(QString, in850);
        QFETCH(QString, in1252);
        QCOMPARE(fit(name, Encoding::Cp850).text, in850);
        QCOMPARE(fit(name, Encoding::Cp1252).text, in1252);
        QVERIFY(fit(name, Encoding::Cp850).missing.empty());
        QCOMPARE(fit(name, Encoding::Utf8).text, name);
    }

    void aCharacterNobodyKnowsIsNamed()
    {
        auto profile = profileObject({u"customer"_s});
        profile[u"encoding"_s] = u"CP1252"_s;
        auto one = record(u"2026-1"_s, 100);
        one.customer = u"王 GmbH 🚗"_s;
        QCOMPARE(table(profile, {one}), u"sink.text 2026-1 customer U+738B; 2026-1 customer U+1F697"_s);
    }

    void aKeyIsNeverSpelledDifferently()
    {
        auto profile = profileObject({u"invoice"_s});
        auto one = record(u"RE-Ł1"_s, 100);
        QCOMPARE(table(profile, {one}), u"RE-Ł1\n"_s);
        profile[u"encoding"_s] = u"CP850"_s;
        QCOMPARE(table(profile, {one}), u"sink.text RE-Ł1 invoice U+0141"_s);
        profile[u"encoding"_s] = u"UTF-8"_s;
        one.invoiceNumber = u"RE;1"_s;
        QCOMPARE(table(profile, {one}), u"\"RE;1\"\n"_s);
        profile[u"quote"_s] = u""_s;
        QCOMPARE(table(profile, {one}), u"sink.text RE;1 invoice U+003B"_s);
        one.invoiceNumber = u"RE\n1"_s;
        QVERIFY(table(profile, {one}).startsWith(u"sink.text"));
    }

    void amountsStayExact()
    {
        auto profile = profileObject({u"amount"_s, u"gross"_s, u"open"_s});
        auto one = record(u"1"_s, -domain::kMaxCents);
        one.gross = Money::cents(5);
        one.open = Money::cents(domain::kMaxCents);
        QCOMPARE(table(profile, {one}), u"-99999999999,99;0,05;99999999999,99\n"_s);
        profile[u"decimal"_s] = u"."_s;
        QCOMPARE(table(profile, {one}), u"-99999999999.99;0.05;99999999999.99\n"_s);
        // With a comma for both, the amount goes into quotes.
        profile[u"decimal"_s] = u","_s;
        profile[u"separator"_s] = u","_s;
        QCOMPARE(table(profile, {one}), u"\"-99999999999,99\",\"0,05\",\"99999999999,99\"\n"_s);
    }

    void forms()
    {
        auto profile = profileObject({});
        QJsonArray columns;
        const auto add = [&](const QString& field, const QString& format) { columns.append(QJsonObject{{u"title"_s, u"t"_s}, {u"field"_s, field}, {u"format"_s, format}}); };
        for (const auto& form : {u"absolute"_s, u"side"_s, u"cents"_s}) add(u"amount"_s, form);
        for (const auto& form : {u"dd.MM.yy"_s, u"yyyyMMdd"_s, u"iso"_s}) add(u"invoice_date"_s, form);
        for (const auto& form : {u""_s, u"iso"_s}) add(u"paid_at"_s, form);
        profile[u"columns"_s] = columns;
        auto one = record(u"1"_s, -1234);
        // Ten minutes before midnight in UTC is the next day at the desk.
        one.payments[0].at = Instant::fromIso(u"2026-11-23T23:50:00.000Z"_s);
        QCOMPARE(table(profile, {one}), u"12,34;S;-1234;20.11.26;20261120;2026-11-20;24.11.2026;2026-11-23T23:50:00.000Z\n"_s);
        one.invoiceDate = {};
        one.payments.clear();
        QCOMPARE(table(profile, {one}), u"12,34;S;-1234;;;;;\n"_s);
    }

    void oneRowPerPayment()
    {
        auto profile = profileObject({u"invoice"_s, u"payment.method"_s, u"payment.amount"_s, u"payment.source"_s});
        profile[u"rows"_s] = u"payment"_s;
        profile[u"header"_s] = true;
        auto split = record(u"1"_s, 30000);
        split.payments = {{u"received"_s, u"cash"_s, u"B-1"_s, u"till/1"_s, Money::cents(10000), {}}, {u"received"_s, u"cash"_s, u"B-2"_s, u"till/2"_s, Money::cents(10000), {}},
                          {u"received"_s, u"card"_s, u"B-3"_s, u"till/3"_s, Money::cents(10000), {}}};
        auto none = record(u"2"_s, 1);
        none.payments.clear();
        QCOMPARE(table(profile, {split, none}), u"invoice;payment.method;payment.amount;payment.source\n"
                                                 "1;cash;100,00;till/1\n1;cash;100,00;till/2\n1;card;100,00;till/3\n2;;;\n"_s);
        // One row per record names every method and receipt once.
        QCOMPARE(table(profileObject({u"methods"_s, u"receipts"_s}), {split}), u"cash+card;B-1+B-2+B-3\n"_s);
    }

    void fault_52_formulasAreDisarmedForPeopleOnly_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("machine");
        QTest::addColumn<QString>("people");
        QTest::newRow("equals") << u"=HYPERLINK(1)"_s << u"=HYPERLINK(1)"_s << u"'=HYPERLINK(1)"_s;
        QTest::newRow("plus") << u"+49 8141"_s << u"+49 8141"_s << u"'+49 8141"_s;
        QTest::newRow("minus") << u"-1+cmd"_s << u"-1+cmd"_s << u"'-1+cmd"_s;
        QTest::newRow("at") << u"@SUM(A1)"_s << u"@SUM(A1)"_s << u"'@SUM(A1)"_s;
        QTest::newRow("tab") << u"\tx"_s << u"\" x\""_s << u"' x"_s;
        QTest::newRow("return") << u"\r=1"_s << u"\" =1\""_s << u"' =1"_s;
        QTest::newRow("blank before") << u" =1"_s << u"\" =1\""_s << u"' =1"_s;
        QTest::newRow("wide") << u"＝1"_s << u"=1"_s << u"'=1"_s;
        QTest::newRow("inside") << u"A=1"_s << u"A=1"_s << u"A=1"_s;
    }
    void fault_52_formulasAreDisarmedForPeopleOnly()
    {
        QFETCH(QString, name);
        QFETCH(QString, machine);
        QFETCH(QString, people);
        auto profile = profileObject({u"customer"_s, u"amount"_s});
        profile[u"encoding"_s] = u"CP1252"_s;
        auto one = record(u"1"_s, -500);
        one.customer = name;
        QCOMPARE(table(profile, {one}), machine + u";-5,00\n"_s);
        profile[u"spreadsheet"_s] = true;
        QCOMPARE(table(profile, {one}), people + u";-5,00\n"_s);
    }

    void textsStayInTheirCell()
    {
        auto profile = profileObject({u"customer"_s, u"plate"_s});
        auto one = record(u"1"_s, 1);
        one.customer = u"A;\"B\"\r\nC\u2028D"_s;
        one.plate = u"M X 1"_s;
        QCOMPARE(table(profile, {one}), u"\"A;\"\"B\"\"  C D\";M X 1\n"_s);
        profile[u"quote"_s] = u""_s;
        QCOMPARE(table(profile, {one}), u"A \"B\"  C D;M X 1\n"_s);
        profile[u"quote"_s] = u"'"_s;
        profile[u"quote_all"_s] = true;
        profile[u"separator"_s] = u"\t"_s;
        profile[u"line_end"_s] = u"CRLF"_s;
        QCOMPARE(table(profile, {one}), u"'A;\"B\"  C D'\t'M X 1'\r\n"_s);
    }

    void badProfilesAreRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char* name, const QString& key, const QJsonValue& value) { QTest::newRow(name) << key << value; };
        row("leaves the folder", u"file"_s, u"../t-{run}.csv"_s);
        row("absolute", u"file"_s, u"/tmp/t-{run}.csv"_s);
        row("no run", u"file"_s, u"t.csv"_s);
        row("hidden", u"file"_s, u".{run}.csv"_s);
        row("looks like an answer", u"file"_s, u"t-{run}.ack.csv"_s);
        row("takes the json's name", u"file"_s, u"tresen-settlement-{run}.json"_s);
        row("long separator", u"separator"_s, u";;"_s);
        row("letter", u"separator"_s, u"a"_s);
        row("no separator", u"separator"_s, u""_s);
        row("newline", u"separator"_s, u"\n"_s);
        row("quote is separator", u"quote"_s, u";"_s);
        row("encoding", u"encoding"_s, u"CP437"_s);
        row("line end", u"line_end"_s, u"CR"_s);
        row("decimal", u"decimal"_s, u"'"_s);
        row("date", u"date"_s, u"d.M.yy"_s);
        row("flag", u"header"_s, u"yes"_s);
        row("rows", u"rows"_s, u"lines"_s);
        row("misspelled", u"speadsheet"_s, true);
        row("no columns", u"columns"_s, QJsonArray{});
        row("unknown field", u"columns"_s, QJsonArray{QJsonObject{{u"title"_s, u"t"_s}, {u"field"_s, u"iban"_s}}});
        row("payment field per record", u"columns"_s, QJsonArray{QJsonObject{{u"title"_s, u"t"_s}, {u"field"_s, u"payment.at"_s}}});
        row("format of a text", u"columns"_s, QJsonArray{QJsonObject{{u"title"_s, u"t"_s}, {u"field"_s, u"plate"_s}, {u"format"_s, u"cents"_s}}});
        row("format of an amount", u"columns"_s, QJsonArray{QJsonObject{{u"title"_s, u"t"_s}, {u"field"_s, u"open"_s}, {u"format"_s, u"0.00"_s}}});
        row("no object", u"columns"_s, QJsonArray{u"plate"_s});
    }
    void badProfilesAreRefused()
    {
        QFETCH(QString, key);
        QFETCH(QJsonValue, value);
        auto profile = profileObject({u"plate"_s});
        QVERIFY(readProfile(bytesOf(profile)).ok());
        profile[key] = value;
        const auto read = readProfile(bytesOf(profile));
        QVERIFY(!read);
        QCOMPARE(read.error().code, u"sink.profile"_s);
        QVERIFY(!read.error().detail.isEmpty());
    }

    void damagedProfilesAreRefused()
    {
        const auto whole = bytesOf(profileObject({u"plate"_s}));
        QVERIFY(readProfile(whole).ok());
        for (qsizetype cut = 0; cut < whole.trimmed().size(); ++cut) QVERIFY(!readProfile(whole.left(cut)));
        QVERIFY(!readProfile("[]"));
        QVERIFY(!readProfile(QByteArray(70'000, ' ') + whole));
        QVERIFY(!readProfile(QByteArray(60'000, '[')));
    }
};

QTEST_GUILESS_MAIN(TestSettlementProfile)
#include "tst_settlement_profile.moc"
