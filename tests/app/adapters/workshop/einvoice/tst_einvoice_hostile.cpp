// What the e-invoice reader refuses, and why: nothing here may crash it, hang it or make it guess.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/core/limits.h"
#include "tests/app/adapters/workshop/einvoice/samples.h"
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTest>
#include <QXmlStreamReader>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

class TestEInvoiceHostile : public QObject {
    Q_OBJECT

    static Result<ports::InvoiceDocument> read(const QByteArray& bytes) { return adapters::einvoice::EInvoiceReader{}.read(bytes, u"sample"_s); }

private Q_SLOTS:
    void fault_50_refused_data();
    void fault_50_refused();
    void fault_50_everyTruncation();
    void everyHeaderTotal_data();
    void everyHeaderTotal();
    void depthAtTheLimit();
    void randomDamageNeverReadsWhatXmlForbids();
    void fault_50_repeatsWithoutEnd();
};

void TestEInvoiceHostile::fault_50_refused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const QByteArray& bytes, const QString& code) { QTest::newRow(name) << bytes << code; };
    const auto body = samples::ubl().mid(samples::ubl().indexOf('\n') + 1);
    const auto inNumber = [](const QByteArray& text) { return samples::with(samples::ubl(), "RE-2026/ 0815", text); };

    row("empty", {}, u"file.empty"_s);
    row("blanks", "  \n ", u"file.empty"_s);
    row("too large", QByteArray(limits::kMaxInvoiceFile + 1, 'x'), u"file.too_large"_s);
    row("text", "Bad XML", u"xml.malformed"_s);
    row("html", "<!DOCTYPE html><html></html>", u"xml.dtd"_s);
    row("lower case doctype", "<!doctype html><html></html>", u"xml.dtd"_s);
    row("external entity", "<?xml version=\"1.0\"?>\n<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + body, u"xml.dtd"_s);
    row("billion laughs", "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><l>&c;</l>", u"xml.dtd"_s);
    row("doctype behind a comment", "<!-- <a> --><!DOCTYPE x>" + body, u"xml.dtd"_s);
    row("doctype in an element", inNumber("<!DOCTYPE x>"), u"xml.dtd"_s);
    row("doctype in utf-16", QByteArray{QStringEncoder{QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom}(u"<!DOCTYPE x><x/>"_s)}, u"xml.dtd"_s);
    row("unknown entity", inNumber("&auml;"), u"xml.malformed"_s);
    row("bare ampersand", inNumber("A & B"), u"xml.malformed"_s);
    row("nul reference", inNumber("1&#0;2"), u"xml.malformed"_s);
    row("surrogate reference", inNumber("&#xD800;"), u"xml.malformed"_s);
    row("control character", inNumber("1\x01"), u"xml.malformed"_s);
    row("nul", inNumber(QByteArray{"1\0002", 3}), u"xml.malformed"_s);
    row("deep", QByteArray{"<a>"}.repeated(200'000) + QByteArray{"</a>"}.repeated(200'000), u"xml.too_deep"_s);
    row("deep and open", QByteArray{"<a>"}.repeated(200'000), u"xml.too_deep"_s);
    row("many elements", "<r>" + QByteArray{"<a/>"}.repeated(limits::kMaxXmlNodes + 1) + "</r>", u"xml.too_many_nodes"_s);
    QByteArray attributes = "<a";
    for (int i = 0; i < 100'000; ++i) attributes += " a" + QByteArray::number(i) + "=\"\"";
    row("many attributes", attributes + "/>", u"xml.too_many_nodes"_s);
    row("declaration without version", samples::with(samples::ubl(), "version=\"1.0\" ", ""), u"xml.malformed"_s);
    row("declaration with a stray sign", samples::with(samples::ubl(), "encoding=", "encodin>g="), u"xml.malformed"_s);
    row("attribute twice", "<a b=\"1\" b=\"2\"/>", u"xml.malformed"_s);
    row("attribute without quotes", "<a b=1/>", u"xml.malformed"_s);
    row("attributes without a gap", "<a b=\"1\"c=\"2\"/>", u"xml.malformed"_s);
    row("tag in an attribute", "<a b=\"<c>\"/>", u"xml.malformed"_s);
    row("wrong end tag", "<a><b></a></b>", u"xml.malformed"_s);
    row("longer end tag", "<a></ab>", u"xml.malformed"_s);
    row("second root", "<a/><b/>", u"xml.malformed"_s);
    row("text behind the root", "<a/>text", u"xml.malformed"_s);
    row("text behind the root, hidden", "<a/>text<?x?>", u"xml.malformed"_s);
    row("two dashes in a comment", "<a><!-- -- --></a>", u"xml.malformed"_s);
    row("open comment", "<a><!-- ></a>", u"xml.malformed"_s);
    row("open cdata", "<a><![CDATA[ ></a>", u"xml.malformed"_s);
    row("short instruction", "<a><?></a>", u"xml.malformed"_s);
    row("second declaration", "<a><?xml version=\"1.0\"?></a>", u"xml.malformed"_s);
    row("name with a digit in front", "<1a/>", u"xml.malformed"_s);
    row("lone bracket", "<a>< /a>", u"xml.malformed"_s);
    row("only a bracket", "<>", u"xml.malformed"_s);
    row("latin-1 said to be utf-8", QString::fromUtf8(samples::ubl()).toLatin1(), u"xml.encoding"_s);
    row("overlong utf-8", inNumber("\xC0\xAF"), u"xml.encoding"_s);
    row("unknown encoding", samples::with(samples::ubl(), "UTF-8", "UTF-8-W/O-BOM"), u"xml.encoding"_s);
    row("ebcdic", samples::with(samples::ubl(), "UTF-8", "IBM037"), u"xml.encoding"_s);
    row("utf-16 said, utf-8 written", samples::with(samples::ubl(), "UTF-8", "UTF-16"), u"xml.encoding"_s);
    row("odd utf-16", QByteArray{"\xFF\xFE<\0a\0/\0>", 9}, u"xml.encoding"_s);
    row("empty byte in windows-1252", samples::with(samples::with(samples::ubl(), "UTF-8", "windows-1252"), "RE-2026", "\x81"), u"xml.encoding"_s);
    row("other document", "<rss><channel/></rss>", u"invoice.unsupported"_s);
    row("order", samples::ubl().replace("xsd:Invoice-2", "xsd:Order-2"), u"invoice.unsupported"_s);
    row("other root in the namespace", samples::cii().replace("rsm:CrossIndustryInvoice", "rsm:MyInvoice"), u"invoice.unsupported"_s);
    row("no namespace", samples::ubl().replace(" xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"", ""), u"invoice.unsupported"_s);
    row("no transaction", "<r:CrossIndustryInvoice xmlns:r=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>", u"invoice.incomplete"_s);
    row("no settlement", samples::cii().replace("ApplicableHeaderTradeSettlement", "Other"), u"invoice.incomplete"_s);
    row("empty invoice", "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>", u"invoice.incomplete"_s);
    row("too many lines", samples::with(samples::cii(), "<ram:ApplicableHeaderTradeAgreement>",
        QByteArray{"<ram:IncludedSupplyChainTradeLineItem/>"}.repeated(limits::kMaxInvoiceLines) + "<ram:ApplicableHeaderTradeAgreement>"), u"xml.too_many_nodes"_s);
}

void TestEInvoiceHostile::fault_50_refused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, code);
    const auto out = read(bytes);
    QVERIFY(!out.ok());
    QCOMPARE(out.error().code, code);
    QCOMPARE(out.error().fault, Fault::Invalid);
}

void TestEInvoiceHostile::fault_50_everyTruncation()
{
    for (const auto& xml : {samples::cii(), samples::ubl(), samples::zugferd1()}) {
        const auto whole = xml.trimmed();
        for (qsizetype size = 0; size < whole.size(); ++size) QVERIFY2(!read(whole.left(size)).ok(), qPrintable(QString::number(size)));
    }
}

void TestEInvoiceHostile::everyHeaderTotal_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("term");
    QTest::newRow("net") << QByteArray{">105.50<"} << u"BT-109"_s;
    QTest::newRow("tax") << QByteArray{"<cbc:TaxAmount currencyID=\"EUR\">19.00</cbc:TaxAmount>\n"} << u"BT-110"_s;
    QTest::newRow("gross") << QByteArray{">124.5<"} << u"BT-112"_s;
    QTest::newRow("prepaid") << QByteArray{">24.52<"} << u"BT-113"_s;
    QTest::newRow("rounding") << QByteArray{">0.02<"} << u"BT-114"_s;
    QTest::newRow("due") << QByteArray{">100.0000<"} << u"BT-115"_s;
}

void TestEInvoiceHostile::everyHeaderTotal()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, term);
    for (const char* wrong : {"1.234,50", "1,50", "12.345", "1e3", "0x10", "EUR 5", "--5", "5-", "1 000.00", "NaN", "99999999999999999999", "١٢٣"}) {
        auto after = before;
        const auto from = after.indexOf('>') + 1;
        after.replace(from, after.indexOf('<', from) - from, wrong);
        const auto out = read(samples::with(samples::ubl(), before, after));
        QVERIFY2(!out.ok(), wrong);
        QCOMPARE(out.error().code, u"amount.unreadable"_s);
        QCOMPARE(out.error().detail, QString{term + u' ' + QString::fromUtf8(wrong)});
    }
}

void TestEInvoiceHostile::depthAtTheLimit()
{
    const auto nested = [](int depth) { return QByteArray{"<a>"}.repeated(depth) + QByteArray{"</a>"}.repeated(depth); };
    QCOMPARE(read(nested(limits::kMaxXmlDepth)).error().code, u"invoice.unsupported"_s);
    QCOMPARE(read(nested(limits::kMaxXmlDepth + 1)).error().code, u"xml.too_deep"_s);
}

// QXmlStreamReader judges the same bytes: what it calls not well-formed may not be read.
void TestEInvoiceHostile::randomDamageNeverReadsWhatXmlForbids()
{
    QRandomGenerator random{4711};
    const QByteArray bad = "<>&\"'/!?-[];=x \n\x01\xC3";
    int readable = 0;
    for (int round = 0; round < 20'000; ++round) {
        auto xml = round % 2 ? samples::cii() : samples::ubl();
        for (int n = random.bounded(1, 4); n > 0; --n) {
            const auto at = random.bounded(int(xml.size()));
            if (random.bounded(4) == 0) xml.remove(at, random.bounded(1, 6));
            else if (random.bounded(2) == 0) xml[at] = bad[random.bounded(int(bad.size()))];
            else xml.insert(at, bad[random.bounded(int(bad.size()))]);
        }
        if (!read(xml).ok()) continue;
        ++readable;
        QXmlStreamReader judge{xml};
        while (!judge.atEnd()) judge.readNext();
        if (judge.hasError() && judge.errorString().contains("Namespace prefix"_L1)) continue;   // an unknown prefix is only not read
        if (judge.hasError()) {
            const auto at = judge.characterOffset();
            const auto place = QString::fromUtf8(xml).mid(qMax<qint64>(0, at - 30), 60);
            // Names are not checked to the letter, and "]]>" may stand in a text.
            static const QString harmless = u";@[\\]^`{|}~"_s;
            const bool nameOnly = std::any_of(place.begin(), place.end(), [](QChar c) { return harmless.contains(c); });
            QVERIFY2(nameOnly, qPrintable(judge.errorString() + u" at: "_s + place));
        }
    }
    QVERIFY(readable > 1'000);
}

void TestEInvoiceHostile::fault_50_repeatsWithoutEnd()
{
    QByteArray means;
    for (int i = 0; i < 50'000; ++i) means += "<cac:PaymentMeans><cbc:PaymentMeansCode>" + QByteArray::number(i) + "</cbc:PaymentMeansCode></cac:PaymentMeans>";
    auto xml = samples::with(samples::ubl(), "<cac:PaymentTerms>", means + "<cac:PaymentTerms>");
    xml = samples::with(xml, "<cbc:DocumentCurrencyCode>", QByteArray{"<cbc:Note>n</cbc:Note>"}.repeated(50'000) + "<cbc:DocumentCurrencyCode>");
    const auto out = read(xml);
    QVERIFY(out.ok());
    QCOMPARE(out.value().invoice.paymentMeans.size(), limits::kMaxInvoiceAccounts);
    QCOMPARE(out.value().invoice.notes.size(), std::size_t{limits::kMaxInvoiceRepeats});
    QVERIFY(out.value().warnings.contains(u"list.cut"_s));
}

QTEST_APPLESS_MAIN(TestEInvoiceHostile)
#include "tst_einvoice_hostile.moc"
