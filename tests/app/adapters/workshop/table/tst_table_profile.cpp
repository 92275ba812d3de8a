// Profiles of tables: the ready ones, and that every mistake in one is refused with its place.
#include "app/adapters/workshop/table/table_profile.h"
#include "app/adapters/workshop/table/table_reader.h"
#include <QTest>

using namespace tresen;
using namespace tresen::adapters::table;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray goodProfile()
{
    return R"({
  "version": 1,
  "name": "Test",
  "code_page": "CP1252",
  "separator": ";",
  "number": "1.234,56",
  "dates": ["dd.MM.yyyy"],
  "columns": [
    {"field": "number", "titles": ["Nummer"]},
    {"field": "gross", "titles": ["Betrag"]},
    {"field": "sign", "titles": ["SH"], "words": {"S": "+", "H": "-"}, "optional": true}
  ]
}
)";
}

} // namespace

class TestTableProfile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theReadyOnes()
    {
        const auto ready = TableReader{}.readyProfiles();
        QStringList ids;
        for (const auto& profile : ready) {
            ids << profile.id;
            QVERIFY2(readTableProfile(profile.json).ok(), qPrintable(profile.id));
            QVERIFY(!profile.info.name.isEmpty() && !profile.info.description.isEmpty());
        }
        QCOMPARE(ids, (QStringList{u"de"_s, u"de_lines"_s, u"en"_s, u"werbas"_s, u"datev"_s}));
    }

    void aGoodOne()
    {
        const auto profile = readTableProfile(goodProfile());
        QVERIFY2(profile.ok(), qPrintable(profile.ok() ? QString{} : profile.error().detail));
        QCOMPARE(profile.value().columns.size(), std::size_t{3});
        QCOMPARE(profile.value().form.quote, QChar{u'"'});
        QVERIFY(profile.value().header && !profile.value().shortRows && profile.value().refuseSums && profile.value().amounts.twoDecimals);
    }

    void mistakes_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QByteArray& before, const QByteArray& after, const QString& detail) { QTest::newRow(name) << before << after << detail; };
        row("version", "\"version\": 1", "\"version\": 2", u"2:14 /version: 1 expected"_s);
        row("misspelled", "\"separator\"", "\"seperator\"", u"1:1 /separator: missing"_s);
        row("unknown entry", "\"name\"", "\"nam\": \"x\", \"name\"", u"3:10 /nam: unknown"_s);
        row("twice", "\"name\"", "\"version\": 1, \"name\"", u"3:14 /version: twice"_s);
        row("page", "CP1252", "CP437", u"4:16 /code_page: CP437"_s);
        row("separator", "\";\"", "\"ab\"", u"5:16 /separator: one mark expected"_s);
        row("separator letter", "\";\"", "\"x\"", u"5:16 /separator: one mark expected"_s);
        row("number", "1.234,56", "1.234.56", u"6:13 /number: 1.234.56"_s);
        row("date", "dd.MM.yyyy", "DD.MM.YYYY", u"7:13 /dates/0: DD.MM.YYYY"_s);
        row("dates clash", "\"dd.MM.yyyy\"", "\"MM/dd/yyyy\", \"dd/MM/yyyy\"", u"7:27 /dates/1: cannot be told from MM/dd/yyyy"_s);
        row("date without year", "dd.MM.yyyy", "ddMM", u"7:13 /dates/0: needs year"_s);
        row("field", "\"gross\"", "\"grossy\"", u"10:15 /columns/1/field: grossy"_s);
        row("field twice", "\"gross\"", "\"number\"", u"10:15 /columns/1/field: twice"_s);
        row("no number", "{\"field\": \"number\", \"titles\": [\"Nummer\"]},", "", u"8:14 /columns: number is missing"_s);
        row("no amount", "\"gross\"", "\"order\"", u"8:14 /columns: gross or amount_due is missing"_s);
        row("sign without words", ", \"words\": {\"S\": \"+\", \"H\": \"-\"}", "", u"11:5 /columns/2/words: missing"_s);
        row("sign word", "\"H\": \"-\"", "\"H\": \"minus\"", u"11:66 /columns/2/words/H: minus"_s);
        row("words elsewhere", "[\"Betrag\"]", "[\"Betrag\"], \"words\": {}", u"10:55 /columns/1/words: not for this field"_s);
        row("title and place", "[\"Betrag\"]", "[\"Betrag\"], \"column\": 2", u"10:56 /columns/1/column: either titles or column"_s);
        row("no place", "\"version\": 1", "\"header\": false, \"version\": 1", u"9:5 /columns/0/column: missing: there are no titles"_s);
        row("wrong type", "\"optional\": true", "\"optional\": 1", u"11:84 /columns/2/optional: true or false expected"_s);
        row("line column", "\"gross\", \"titles\": [\"Betrag\"]}", "\"gross\"}, {\"field\": \"line.net\"}", u"10:35 /columns/2/field: only with rows \"line\""_s);
        row("line without sums", "\"number\": \"1", "\"rows\": \"line\", \"number\": \"1", u"1:1 /sums: missing"_s);
        row("add with totals", "\"number\": \"1", "\"rows\": \"line\", \"sums\": \"add\", \"number\": \"1", u"6:27 /sums: \"add\" needs line.gross, or line.net and line.tax, and no totals"_s);
        row("ignores all", "\"columns\"", "\"ignore\": [{\"starts\": \"\"}], \"columns\"", u"8:25 /ignore/0/starts: empty"_s);
        row("ignore two ways", "\"columns\"", "\"ignore\": [{\"starts\": \"a\", \"equals\": \"b\"}], \"columns\"", u"8:14 /ignore/0: one of equals, starts, contains expected"_s);
        row("constant", "\"columns\"", "\"constants\": {\"gross\": \"1,00\"}, \"columns\"", u"8:26 /constants/gross: 1,00"_s);
        row("constant currency", "\"columns\"", "\"constants\": {\"currency\": \"Euro\"}, \"columns\"", u"8:29 /constants/currency: Euro"_s);
        row("widths and separator", "\"columns\"", "\"widths\": [3, 4], \"columns\"", u"8:13 /widths: no separator, quote or cells beside it"_s);
        row("no object", "{\"field\": \"number\", \"titles\": [\"Nummer\"]}", "7", u"9:5 /columns/0: object expected"_s);
        row("escaped name", "\"name\"", "\"n\\u0061me\"", u"3:16 /n\\u0061me: twice"_s);
    }
    void mistakes()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        auto json = goodProfile();
        QVERIFY(json.contains(before));
        json.replace(json.indexOf(before), before.size(), after);
        const auto out = TableReader{}.check(json);
        QVERIFY(!out.ok());
        QCOMPARE(out.error().code, u"table.profile"_s);
        QTEST(out.error().detail, "detail");
    }

    void brokenJson()
    {
        const auto cut = readTableProfile(goodProfile().left(60));
        QVERIFY(!cut.ok());
        QVERIFY2(cut.error().detail.startsWith(u"4:"), qPrintable(cut.error().detail));
        QVERIFY(!readTableProfile("[]").ok());
        QVERIFY(!readTableProfile({}).ok());
        QVERIFY(!readTableProfile(QByteArray(300'000, ' ')).ok());
        QVERIFY(!readTableProfile(QByteArray{"["}.repeated(5000)).ok());
    }

    // Whatever one byte of a profile becomes: it is refused, or it still reads.
    void everyByteChanged()
    {
        const auto good = goodProfile();
        int refused = 0;
        for (qsizetype at = 0; at < good.size(); ++at)
            for (const char c : {'x', '"', '{', '\0', '\\'}) {
                auto json = good;
                json[at] = c;
                const auto out = readTableProfile(json);
                if (out) continue;
                ++refused;
                QVERIFY(out.error().detail.contains(u':'));
            }
        QVERIFY(refused > good.size());
    }
};

QTEST_APPLESS_MAIN(TestTableProfile)
#include "tst_table_profile.moc"
