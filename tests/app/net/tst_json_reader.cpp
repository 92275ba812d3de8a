// JSON of a peer: what is read, what is refused, and that a number stays the digits it was.
#include "app/net/json_reader.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tresen;
using namespace tresen::net;
using namespace Qt::Literals::StringLiterals;

namespace {

// Quotes are written as ' here: moc 6.4 loses its way in raw strings.
QByteArray q(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestJsonReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsValues()
    {
        const auto json = parseJson(q(" {'a':null,'b':true,'c':-199.90,'d':'Gr\\u00fc\\u00dfe \\ud83d\\ude97 \\'x\\'\\n','e':[1,[],{}],'':0} "));
        QVERIFY(json.ok());
        const auto& v = json.value();
        QVERIFY(v["a"_L1].isNothing() && v["a"_L1].kind() == JsonValue::Kind::Null);
        QVERIFY(v["nothing"_L1].kind() == JsonValue::Kind::Missing && v["nothing"_L1]["deeper"_L1].isNothing());
        QCOMPARE(v["b"_L1].boolean(), std::optional{true});
        QCOMPARE(v["c"_L1].numberText(), "-199.90"_ba);
        QVERIFY(!v["c"_L1].integer() && !v["c"_L1].text());
        QCOMPARE(v["d"_L1].text().value_or(QString{}), u"Grüße 🚗 \"x\"\n"_s);
        QCOMPARE(v["e"_L1].items().size(), std::size_t{3});
        QCOMPARE(v["e"_L1].items()[0].integer(), std::optional{qint64{1}});
        QCOMPARE(v.names().size(), std::size_t{6});
    }

    void fault_38_refuses_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const char* name, const QByteArray& text) { QTest::newRow(name) << text; };
        row("nothing", "");
        row("blank", "  \n");
        row("html", "<html><body>502</body></html>");
        row("cut object", q("{'a':1"));
        row("cut text", q("{'a':'b"));
        row("cut escape", q("{'a':'\\u00"));
        row("cut name", q("{'a'"));
        row("NaN", q("{'a':NaN}"));
        row("Infinity", q("{'a':-Infinity}"));
        row("plus", q("{'a':+1}"));
        row("leading zero", q("{'a':01}"));
        row("no digit after the dot", q("{'a':1.}"));
        row("no digit before the dot", q("{'a':.5}"));
        row("no exponent", q("{'a':1e}"));
        row("hex", q("{'a':0x10}"));
        row("comma at the end", q("{'a':1,}"));
        row("comma alone", "[,]");
        row("single quotes", "{'a':1}");
        row("comment", "{} // x");
        row("two texts", "{}{}");
        row("name twice", q("{'amount':1,'b':2,'amount':3}"));
        row("name twice, escaped", q("{'amount':1,'\\u0061mount':3}"));
        row("control character", "[\"a\nb\"]");
        row("NUL", QByteArray{"[\"a\0b\"]", 7});
        row("half character", q("['\\ud83d']"));
        row("other half", q("['\\ude97']"));
        row("two first halves", q("['\\ud83d\\ud83d']"));
        row("no UTF-8", "[\"\xff\"]");
        row("overlong", "[\"\xc0\xaf\"]");
        row("cut UTF-8", "[\"\xc3\"]");
        row("byte order mark", "\xef\xbb\xbf{}");
        row("escape", q("['\\x']"));
        row("long number", "[" + QByteArray(65, '1') + "]");
        row("deep", QByteArray(33, '[') + QByteArray(33, ']'));
        row("a million deep", QByteArray(1'000'000, '['));
        row("deep objects", q("{'a':").repeated(1000) + "1" + QByteArray(1000, '}'));
        row("many values", "[" + QByteArray{"1,"}.repeated(limits::kMaxJsonValues) + "1]");
        row("large", QByteArray(limits::kClientMaxAnswer + 1, ' '));
    }
    void fault_38_refuses()
    {
        QFETCH(QByteArray, text);
        const auto json = parseJson(text);
        QVERIFY(!json.ok());
        QVERIFY(json.error().fault == Fault::Invalid);
        QCOMPARE(json.error().code, u"portal.unreadable"_s);
    }

    void fault_38_reachesItsLimits()
    {
        QVERIFY(parseJson(QByteArray(32, '[') + QByteArray(32, ']')).ok());
        QVERIFY(parseJson("[" + QByteArray(64, '1') + "]").ok());
        QVERIFY(!parseJson("[1,2]", {.values = 2}).ok());
        QVERIFY(parseJson("[1,2]", {.values = 3}).ok());
        QVERIFY(!parseJson("[1]", {.bytes = 2}).ok());
    }

    void writesNumbersOut_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<QByteArray>("plain");
        const auto row = [](const QByteArray& number, const QByteArray& plain) { QTest::newRow(number.constData()) << number << plain; };
        row("199.90", "199.90");
        row("0.29", "0.29");
        row("1.999E2", "199.9");
        row("1.999e+2", "199.9");
        row("19990e-2", "199.90");
        row("1e-2", "0.01");
        row("-1E5", "-100000");
        row("0e0", "0");
        row("0.01e2", "1");
        row("-0.001e1", "-0.01");
        row("1e400", "");
        row("1e-400", "");
        row("1e99999999999999999999", "");
        row("12345678901234567890123456789012345678901", "");
    }
    void writesNumbersOut()
    {
        QFETCH(QByteArray, number);
        QFETCH(QByteArray, plain);
        const auto json = parseJson(number);
        QVERIFY(json.ok());
        QCOMPARE(json.value().plainNumber(), plain);
        QCOMPARE(json.value().numberText(), number);
    }

    void integers()
    {
        QCOMPARE(parseJson("9223372036854775807").value().integer(), std::optional{qint64{9223372036854775807}});
        QVERIFY(!parseJson("9223372036854775808").value().integer());
        QVERIFY(!parseJson("1.0").value().integer());
        QVERIFY(!parseJson("1e3").value().integer());
        QVERIFY(!parseJson(q("'1'")).value().integer());
    }

    void fieldsKeepTheFirstFault()
    {
        const auto json = parseJson(q("{'t':'x','n':null,'i':7,'b':false,'o':{},'a':[],'empty':''}")).value();
        JsonFields good{json};
        QCOMPARE(good.text("t"_L1), u"x"_s);
        QCOMPARE(good.optionalText("n"_L1), QString{});
        QCOMPARE(good.optionalText("missing"_L1), QString{});
        QCOMPARE(good.integer("i"_L1), 7);
        QVERIFY(!good.boolean("b"_L1) && good.optionalBoolean("missing"_L1, true));
        QVERIFY(good.object("o"_L1).isObject() && good.array("a"_L1).isArray());
        QVERIFY(good.good());
        JsonFields bad{json};
        QCOMPARE(bad.text("i"_L1), QString{});
        bad.text("missing"_L1);
        QVERIFY(!bad.good());
        QCOMPARE(bad.error().detail, u"i"_s);
        JsonFields empty{json};
        empty.text("empty"_L1);
        QVERIFY(!empty.good());
        QVERIFY(!JsonFields{json["t"_L1]}.good());
    }

    void writesText()
    {
        const QString hostile = u"Rechnung \"R-1\"\\ \r\n\t ü 🚗 \u2028"_s + QChar{0};
        const QByteArray text = jsonText(hostile);
        QCOMPARE(QJsonDocument::fromJson("{\"a\":" + text + "}").object().value(u"a"_s).toString(), hostile);
        QCOMPARE(parseJson(text).value().text().value_or(QString{}), hostile);
    }
};

QTEST_APPLESS_MAIN(TestJsonReader)
#include "tst_json_reader.moc"
