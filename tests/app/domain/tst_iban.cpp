#include "app/domain/iban.h"
#include "rules_kit.h"
#include <rapidcheck.h>

using namespace kit;

class TestIban : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { fixSeed(2000); }
    void ibans_data();
    void ibans();
    void oneWrongCharacterIsFound();
    void whatIsWrong_data();
    void whatIsWrong();
    void whatIsWrongAgreesWithTheCheck();
    void forms();
    void bics();
    void creditorReferences();
};

void TestIban::ibans_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("good");
    // Examples of the IBAN registry.
    for (const auto* good : {"DE89 3704 0044 0532 0130 00", "AT61 1904 3002 3457 3201", "CH93 0076 2011 6238 5295 7", "FR14 2004 1010 0505 0001 3M02 606", "MT84 MALT 0110 0001 2345 MTLC AST0 01S",
                             "NO93 8601 1117 947", "GB29 NWBK 6016 1331 9268 19", "de89370400440532013000", "QA58 DOHB 0000 1234 5678 90AB CDEF G"})
        QTest::newRow(good) << QString::fromLatin1(good) << true;
    QTest::newRow("empty") << u""_s << false;
    QTest::newRow("too short for Germany") << u"DE893704004405320130"_s << false;
    QTest::newRow("swapped digits") << u"DE89370400440532010300"_s << false;
    QTest::newRow("dash") << u"DE89-3704-0044-0532-0130-00"_s << false;
    QTest::newRow("full width digit") << u"DE8937040044053201300\uff10"_s << false;
    QTest::newRow("dotless i is no letter I") << u"L\u01312108810000232013AA1"_s << false;
}

void TestIban::ibans()
{
    QFETCH(QString, text);
    QFETCH(bool, good);
    QCOMPARE(isIban(text), good);
}

void TestIban::whatIsWrong_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<IbanFault>("fault");
    QTest::addColumn<int>("length");
    QTest::addColumn<int>("difference");
    QTest::newRow("nothing") << u""_s << IbanFault::Empty << 0 << 0;
    QTest::newRow("blanks") << u"  "_s << IbanFault::Empty << 0 << 0;
    QTest::newRow("dash") << u"DE89-3704"_s << IbanFault::Sign << 0 << 0;
    QTest::newRow("old account number") << u"0532013000"_s << IbanFault::Country << 0 << 0;
    QTest::newRow("letters where the check digits are") << u"DEX"_s << IbanFault::Country << 0 << 0;
    QTest::newRow("one letter") << u"D"_s << IbanFault::TooShort << 0 << 14;
    QTest::newRow("the country") << u"DE"_s << IbanFault::TooShort << 22 << 20;
    QTest::newRow("one missing") << u"DE8937040044053201300"_s << IbanFault::TooShort << 22 << 1;
    QTest::newRow("one too many") << u"DE893704004405320130001"_s << IbanFault::TooLong << 22 << 1;
    QTest::newRow("Austria") << u"AT611904300234573"_s << IbanFault::TooShort << 20 << 3;
    QTest::newRow("country without a known length") << u"XK05121201234567"_s << IbanFault::CheckDigits << 0 << 0;
    QTest::newRow("a wrong digit") << u"DE89 3704 0044 0532 0130 01"_s << IbanFault::CheckDigits << 22 << 0;
    QTest::newRow("right") << u"DE89 3704 0044 0532 0130 00"_s << IbanFault::None << 22 << 0;
}

void TestIban::whatIsWrong()
{
    QFETCH(QString, text);
    QFETCH(IbanFault, fault);
    QFETCH(int, length);
    QFETCH(int, difference);
    const auto finding = lookAtIban(text);
    QCOMPARE(finding.fault, fault);
    QCOMPARE(finding.length, length);
    QCOMPARE(finding.difference, difference);
}

void TestIban::whatIsWrongAgreesWithTheCheck()
{
    QCOMPARE(lookAtIban(u"DE89/"_s).sign, QChar{u'/'});
    QCOMPARE(germanBankCode(u"DE89 3704 0044 0532 0130 00"_s), u"37040044"_s);
    QCOMPARE(germanBankCode(u"DE89 3704 0044 0532 0130 01"_s), QString{});
    QCOMPARE(germanBankCode(u"AT61 1904 3002 3457 3201"_s), QString{});
    QVERIFY(rc::check("no fault exactly where the check says yes, whatever is typed", [] {
        auto iban = kOwnIban;
        const auto changes = *rc::gen::inRange(0, 3);
        const auto letters = u"0123456789DEAT -/"_s;
        for (int i = 0; i < changes; ++i) {
            const auto at = *rc::gen::inRange<qsizetype>(0, iban.size());
            const auto letter = letters[*rc::gen::inRange<qsizetype>(0, letters.size())];
            if (*rc::gen::arbitrary<bool>()) iban[at] = letter;
            else iban.insert(at, letter);
        }
        if (*rc::gen::arbitrary<bool>()) iban = iban.left(*rc::gen::inRange<qsizetype>(0, iban.size() + 1));
        RC_ASSERT((lookAtIban(iban).fault == IbanFault::None) == isIban(iban));
    }));
}

void TestIban::oneWrongCharacterIsFound()
{
    QVERIFY(rc::check("any one changed digit and any swap of neighbours is found", [] {
        auto iban = kOwnIban;
        const auto at = *rc::gen::inRange<qsizetype>(2, iban.size() - 1);
        if (*rc::gen::arbitrary<bool>()) {
            RC_PRE(iban[at] != iban[at + 1]);
            std::swap(iban[at], iban[at + 1]);
        } else {
            const auto digit = QChar{static_cast<char16_t>(u'0' + *rc::gen::inRange(0, 10))};
            RC_PRE(iban[at] != digit);
            iban[at] = digit;
        }
        RC_ASSERT(!isIban(iban));
    }));
    QVERIFY(rc::check("check digits outside 02..98 are no check digits", [] {
        auto iban = u"DE00"_s;
        for (int i = 0; i < 18; ++i) iban += QChar{static_cast<char16_t>(u'0' + *rc::gen::inRange(0, 10))};
        for (const auto& check : {u"00"_s, u"01"_s, u"99"_s}) RC_ASSERT(!isIban(iban.replace(2, 2, check)));
        int good = 0;
        for (int c = 2; c <= 98; ++c) good += isIban(iban.replace(2, 2, u"%1"_s.arg(c, 2, 10, QLatin1Char{'0'}))) ? 1 : 0;
        RC_ASSERT(good == 1);
    }));
    QVERIFY(rc::check("any text is judged", [](const std::u16string& text) {
        const auto t = QString::fromStdU16String(text);
        RC_ASSERT(!isIban(t) || compactIban(t).size() >= 15);
        RC_ASSERT(compactIban(groupedIban(t)) == compactIban(t));
        RC_ASSERT(redactedIban(t).size() <= 9);
        (void)isBic(t);
        (void)isCreditorReference(t);
    }));
}

void TestIban::forms()
{
    QCOMPARE(compactIban(u" de89 3704\u00a00044 "), u"DE8937040044"_s);
    QCOMPARE(groupedIban(kOwnIban), u"DE89 3704 0044 0532 0130 00"_s);
    QCOMPARE(redactedIban(kOwnIban), u"DE89…3000"_s);
    QCOMPARE(redactedIban(u"DE89"), u"…"_s);
}

void TestIban::bics()
{
    QVERIFY(isBic(u"COBADEFF"));
    QVERIFY(isBic(u"COBADEFFXXX"));
    for (const auto& bad : {u""_s, u"COBADEF"_s, u"COBADEFFX"_s, u"cobadeff"_s, u"COBA1EFF"_s, u"COBADEFF XX"_s}) QVERIFY2(!isBic(bad), qPrintable(bad));
}

void TestIban::creditorReferences()
{
    QVERIFY(isCreditorReference(u"RF18539007547034"));
    for (const auto& bad : {u""_s, u"RF18"_s, u"RF19539007547034"_s, u"rf18539007547034"_s, u"RF18 5390 0754 7034"_s, u"RF181234567890123456789012"_s}) QVERIFY2(!isCreditorReference(bad), qPrintable(bad));
}

QTEST_GUILESS_MAIN(TestIban)
#include "tst_iban.moc"
