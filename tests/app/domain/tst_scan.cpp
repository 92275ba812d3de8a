#include "app/domain/pay_codes.h"
#include "app/domain/scan.h"
#include <QTest>
#include <rapidcheck.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::domain;
using Kind = Scan::Kind;

namespace {

const QString kLink = u"https://zahl.lindner.example/K7M2QX4T9BHR"_s;
const QByteArray kTransfer = epcPayload({u"Autohaus Zyla GmbH"_s, u"DE89370400440532013000"_s, {}, Money::cents(68'430), {}, {}, u"2026-4118 FFB-ME 118"_s}).value();

// What a scanner set up for an American keyboard makes of a text on a German one.
QString onGermanKeys(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        QChar typed = c;
        for (char16_t u = 0x20; u < 0x100; ++u)
            if (fromAmericanKeys(QString{QChar{u}}) == c && QChar{u} != c) typed = QChar{u};
        out += typed;
    }
    return out;
}

} // namespace

class TstScan : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void ourCodesAreKnown_data()
    {
        QTest::addColumn<QString>("raw");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("kind");
        const auto desk = deskCode(1, 4182);
        const auto row = [](const char* name, const QString& raw, const QString& code, Kind kind) { QTest::newRow(name) << raw << code << static_cast<int>(kind); };
        row("desk code", desk, desk, Kind::DeskCode);
        row("desk code, line end", desk + u'\r', desk, Kind::DeskCode);
        row("desk code, caps lock", desk.toLower(), desk, Kind::DeskCode);
        row("desk code, as printed beside it", groupedDeskCode(desk), desk, Kind::DeskCode);
        row("token", u"K7M2QX4T9BHR"_s, u"K7M2QX4T9BHR"_s, Kind::LinkToken);
        row("token in groups", u"K7M2-QX4T-9BHR"_s, u"K7M2QX4T9BHR"_s, Kind::LinkToken);
        row("link", kLink, kLink, Kind::Link);
        row("link, other layout", onGermanKeys(kLink), kLink, Kind::Link);
        row("link with everything", onGermanKeys(u"https://pay.example/y-z_1?a=b&c=%20#x"_s), u"https://pay.example/y-z_1?a=b&c=%20#x"_s, Kind::Link);
        row("invoice number", u"2026-4118"_s, u"2026-4118"_s, Kind::Text);
        row("foreign code", u"4006381333931"_s, u"4006381333931"_s, Kind::Text);
        row("wrong check character", desk.chopped(1) + (desk.back() == u'A' ? u'B' : u'A'), desk.chopped(1) + (desk.back() == u'A' ? u'B' : u'A'), Kind::Text);
        row("not a web address", u"file:///etc/passwd"_s, u"file:///etc/passwd"_s, Kind::Text);
    }
    void ourCodesAreKnown()
    {
        QFETCH(QString, raw);
        const auto scans = readScan(raw);
        QVERIFY(!scans.empty());
        QTEST(scans.front().code, "code");
        QTEST(static_cast<int>(scans.front().kind), "kind");
    }
    void aLinkThatEndsInOurTokenIsBoth()
    {
        const auto scans = readScan(onGermanKeys(kLink));
        QCOMPARE(scans.size(), 2u);
        QCOMPARE(scans[1], (Scan{Kind::LinkToken, u"K7M2QX4T9BHR"_s, {}}));
    }
    void aTransferCodeIsReadInEveryFormItIsTypedIn_data()
    {
        QTest::addColumn<QString>("raw");
        auto text = QString::fromUtf8(kTransfer);
        QTest::newRow("as it is") << text;
        QTest::newRow("carriage returns") << QString{text}.replace(u'\n', u'\r');
        QTest::newRow("both, and one at the end") << QString{text}.replace(u"\n"_s, u"\r\n"_s) + u"\r\n"_s;
        QTest::newRow("other layout") << onGermanKeys(text);
    }
    void aTransferCodeIsReadInEveryFormItIsTypedIn()
    {
        QFETCH(QString, raw);
        const auto scans = readScan(raw);   // of a foreign keyboard both readings may be transfers; both are looked up
        const Scan wanted{Kind::Transfer, u"2026-4118 FFB-ME 118"_s, Money::cents(68'430), u"DE89370400440532013000"_s};
        QVERIFY(std::find(scans.begin(), scans.end(), wanted) != scans.end());
        QVERIFY(scans.size() <= 2);
    }
    void fault_51_whatIsNoCodeIsRefused()
    {
        for (const auto& raw : {QString{}, u" \r\n"_s, QString{kMaxScan + 1, u'1'}, u"2026\u001b[31m"_s, u"a"_s + QChar{0}, u"line\nline"_s}) QVERIFY2(readScan(raw).empty(), qPrintable(raw.left(20)));
        // What ends a read is no part of it, however often it comes.
        QCOMPARE(readScan(QString{kMaxScan, u'1'} + u"\r\n\n\t"_s).front().code.size(), kMaxScan);
        QVERIFY(readScan(QString{kMaxScan + 1, u'1'} + u"\r\n"_s).empty());
    }
    void fault_51_anythingMayBeHeldUnderTheScanner()
    {
        QVERIFY(rc::check("no text harms, and what is understood is short and printable", [](const std::vector<char16_t>& units) {
            const QString raw{reinterpret_cast<const QChar*>(units.data()), static_cast<qsizetype>(units.size())};
            for (const auto& scan : readScan(raw)) RC_ASSERT(!scan.code.isEmpty() && scan.code.size() <= kMaxScan);
        }));
        QVERIFY(rc::check("every desk code is understood from both keyboards", [] {
            const auto code = deskCode(*rc::gen::inRange(0, 100), *rc::gen::inRange<qint64>(0, 999'999'999));
            RC_ASSERT(readScan(code).front().code == code);
            RC_ASSERT(readScan(onGermanKeys(code)).front().code == code);
        }));
    }
};

QTEST_APPLESS_MAIN(TstScan)
#include "tst_scan.moc"
