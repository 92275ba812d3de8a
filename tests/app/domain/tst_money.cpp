#include "app/domain/money.h"
#include "rules_kit.h"
#include <rapidcheck.h>
#include <limits>
#include <numeric>

using namespace kit;

class TestMoney : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(2000); }
    void parses_data();
    void parses();
    void addsWithinBounds();
    void neverMixesCurrencies();
    void splitKeepsTheSum();
    void writtenAmountsReadBack();
    void currencyCodes();
};

void TestMoney::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("wanted");   // plain amount, or the refusal's code
    const auto row = [](const char* name, const QString& text, const QString& wanted) { QTest::newRow(name) << text << wanted; };
    row("empty", u""_s, u"money.invalid"_s);
    row("minus alone", u"-"_s, u"money.invalid"_s);
    row("plus alone", u"+"_s, u"money.invalid"_s);
    row("dot alone", u"."_s, u"money.invalid"_s);
    row("minus dot", u"-."_s, u"money.invalid"_s);
    row("whole", u"1234"_s, u"1234.00"_s);
    row("one decimal", u"-1234.5"_s, u"-1234.50"_s);
    row("no decimals after the dot", u"1."_s, u"1.00"_s);              // xs:decimal allows it
    row("no digit before the dot", u".5"_s, u"0.50"_s);
    row("plus", u"+1"_s, u"1.00"_s);
    row("two signs", u"--1"_s, u"money.invalid"_s);
    row("exponent", u"1e3"_s, u"money.invalid"_s);
    row("hex", u"0x10"_s, u"money.invalid"_s);
    row("comma", u"1,00"_s, u"money.invalid"_s);
    row("grouping", u"1.000.00"_s, u"money.invalid"_s);
    row("blank before", u" 1"_s, u"money.invalid"_s);
    row("blank after", u"1 "_s, u"money.invalid"_s);
    row("NaN", u"NaN"_s, u"money.invalid"_s);
    row("INF", u"INF"_s, u"money.invalid"_s);
    row("mill", u"0.001"_s, u"money.no_whole_cents"_s);
    row("trailing zeros", u"336.9000"_s, u"336.90"_s);
    row("minus zero", u"-0.00"_s, u"0.00"_s);
    row("32 characters", u"00000000000000000000000000001.00"_s, u"1.00"_s);
    row("33 digits", QString{33, u'1'}, u"money.invalid"_s);
    row("33 zeros", QString{33, u'0'}, u"money.invalid"_s);
    row("largest", u"99999999999.99"_s, u"99999999999.99"_s);
    row("one cent too large", u"100000000000.00"_s, u"money.invalid"_s);
    row("too large without decimals", u"100000000000"_s, u"money.invalid"_s);
    row("smallest", u"-99999999999.99"_s, u"-99999999999.99"_s);
    row("arabic digits", u"\u0661\u0662"_s, u"money.invalid"_s);
    row("full width digits", u"\uff11\uff12"_s, u"money.invalid"_s);
    row("unicode minus", u"\u22121"_s, u"money.invalid"_s);
    row("zero byte", u"1"_s + QChar{u'\0'}, u"money.invalid"_s);
}

void TestMoney::parses()
{
    QFETCH(QString, text);
    QFETCH(QString, wanted);
    const auto money = parseMoney(text);
    QCOMPARE(money ? plainAmount(money.value()) : money.error().code, wanted);
    if (!money) QCOMPARE(money.error().fault, Fault::Invalid);
}

void TestMoney::addsWithinBounds()
{
    constexpr auto max = std::numeric_limits<qint64>::max();
    constexpr auto min = std::numeric_limits<qint64>::min();
    QCOMPARE(add(eur(max), eur(1)).error().code, u"money.overflow"_s);
    QCOMPARE(add(eur(min), eur(-1)).error().code, u"money.overflow"_s);
    QCOMPARE(subtract(eur(min), eur(1)).error().code, u"money.overflow"_s);
    QCOMPARE(subtract(eur(0), eur(min)).error().code, u"money.overflow"_s);
    QCOMPARE(subtract(eur(-1), eur(min)).value(), eur(max));
    QCOMPARE(plainAmount(eur(min)), u"-92233720368547758.08"_s);
    QVERIFY(rc::check("sums are exact or refused", [](qint64 a, qint64 b) {
        const auto wide = static_cast<__int128_t>(a) + b;
        const auto sum = add(eur(a), eur(b));
        RC_ASSERT(sum.ok() == (wide <= max && wide >= min));
        if (sum) RC_ASSERT(sum.value().inCents() == static_cast<qint64>(wide));
        const auto diff = subtract(eur(a), eur(b));
        const auto wideDiff = static_cast<__int128_t>(a) - b;
        RC_ASSERT(diff.ok() == (wideDiff <= max && wideDiff >= min));
    }));
}

void TestMoney::neverMixesCurrencies()
{
    const auto chf = Currency::fromCode(u"CHF").value();
    QCOMPARE(add(eur(1), Money::cents(1, chf)).error().code, u"money.mixed_currency"_s);
    QCOMPARE(subtract(eur(1), Money::cents(1, chf)).error().code, u"money.mixed_currency"_s);
    QVERIFY(eur(1) != Money::cents(1, chf));
}

void TestMoney::splitKeepsTheSum()
{
    QVERIFY(rc::check("parts sum to the whole and differ by a cent", [](qint64 whole) {
        const auto parts = split(eur(whole), *rc::gen::inRange(1, 60));
        const auto sum = std::accumulate(parts.begin(), parts.end(), static_cast<__int128_t>(0), [](__int128_t s, Money m) { return s + m.inCents(); });
        RC_ASSERT(sum == whole);
        const auto [low, high] = std::minmax_element(parts.begin(), parts.end(), [](Money a, Money b) { return a.inCents() < b.inCents(); });
        RC_ASSERT(high->inCents() - low->inCents() <= 1);
    }));
}

void TestMoney::writtenAmountsReadBack()
{
    QVERIFY(rc::check("plainAmount and parseMoney are inverse", [] {
        const auto amount = eur(*rc::gen::inRange<qint64>(-kMaxCents, kMaxCents + 1));
        RC_ASSERT(parseMoney(plainAmount(amount)).value() == amount);
    }));
    QVERIFY(rc::check("any text is read or refused", [](const std::u16string& text) {
        const auto money = parseMoney(QString::fromStdU16String(text));
        if (money) RC_ASSERT(qAbs(money.value().inCents()) <= kMaxCents);
        else RC_ASSERT(money.error().fault == Fault::Invalid);
    }));
}

void TestMoney::currencyCodes()
{
    QCOMPARE(Currency::fromCode(u"EUR").value(), Currency{});
    for (const auto& bad : {u""_s, u"EU"_s, u"EURO"_s, u"eur"_s, u"E1R"_s, u"\u0415UR"_s}) QVERIFY2(!Currency::fromCode(bad), qPrintable(bad));
}

QTEST_GUILESS_MAIN(TestMoney)
#include "tst_money.moc"
