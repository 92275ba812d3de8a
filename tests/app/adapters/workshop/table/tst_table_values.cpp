// Amounts, decimals and dates: what is read, what is refused, and that every amount written is the amount read.
#include "app/adapters/workshop/table/table_values.h"
#include <QTest>
#include <random>

using namespace tresen;
using namespace tresen::adapters::table;
using namespace Qt::Literals::StringLiterals;

class TestTableValues : public QObject {
    Q_OBJECT

    static QString read(const QString& text, const QString& style, bool twoDecimals = true)
    {
        AmountStyle s;
        if (!amountStyleOf(style, s)) return u"no style"_s;
        s.twoDecimals = twoDecimals;
        const auto out = parseAmount(text, s, {});
        return out ? domain::plainAmount(out.value()) : out.error().code.section(u'.', 1);
    }

private Q_SLOTS:
    void amounts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("style");
        QTest::addColumn<QString>("value");
        const auto row = [](const QString& text, const QString& style, const QString& value) { QTest::newRow(qPrintable(style + u" < "_s + text)) << text << style << value; };
        const auto bad = u"unreadable"_s;
        const auto german = u"1.234,56"_s, plain = u"1234,56"_s, english = u"1,234.56"_s, either = u"either"_s;
        row(u"1.234,56"_s, german, u"1234.56"_s);
        row(u"1234,56"_s, german, u"1234.56"_s);
        row(u"1.234.567,89"_s, german, u"1234567.89"_s);
        row(u"1234.567,89"_s, german, bad);
        row(u"1.2345,67"_s, german, bad);
        row(u".234,56"_s, german, bad);
        row(u"0.234,56"_s, german, bad);
        row(u"1,234.56"_s, german, bad);
        row(u"1234.56"_s, german, bad);
        row(u"1.234"_s, german, bad);
        row(u"1.234,5"_s, german, bad);
        row(u"1.234,567"_s, german, bad);
        row(u"1.234,"_s, german, bad);
        row(u"12,34-"_s, german, u"-12.34"_s);
        row(u"-12,34"_s, german, u"-12.34"_s);
        row(u"+12,34"_s, german, u"12.34"_s);
        row(u"- 12,34"_s, german, u"-12.34"_s);
        row(u"-12,34-"_s, german, bad);
        row(u"--12,34"_s, german, bad);
        row(u"\u221212,34"_s, german, u"-12.34"_s);
        row(u"12,34 €"_s, german, u"12.34"_s);
        row(u"EUR -12,34"_s, german, u"-12.34"_s);
        row(u"12,34 USD"_s, german, u"currency"_s);
        row(u"12,34 Stück"_s, german, bad);
        row(u"12,3O"_s, german, bad);
        row(u"1e5,00"_s, german, bad);
        row(u"(12,34)"_s, german, bad);
        row(u"\u0661\u0662,\u0663\u0664"_s, german, bad);   // digits of another script
        row(u"000123,45"_s, german, u"123.45"_s);
        row(u"99999999999999999999,00"_s, german, bad);
        row(u"1.234,56"_s, plain, bad);
        row(u"1,234.56"_s, english, u"1234.56"_s);
        row(u"1.234,56"_s, english, bad);
        row(u"12,34"_s, english, bad);
        row(u"1\u00A0234,56"_s, u"1 234,56"_s, u"1234.56"_s);
        row(u"1\u202F234,56"_s, u"1 234,56"_s, u"1234.56"_s);
        row(u"1\u2019234.56"_s, u"1'234.56"_s, u"1234.56"_s);
        row(u"123456"_s, u"123456"_s, u"1234.56"_s);
        row(u"5"_s, u"123456"_s, u"0.05"_s);
        row(u"5-"_s, u"123456"_s, u"-0.05"_s);
        row(u"12,34"_s, u"123456"_s, bad);
        row(u"1.234,56"_s, either, u"1234.56"_s);
        row(u"1,234.56"_s, either, u"1234.56"_s);
        row(u"12,34"_s, either, u"12.34"_s);
        row(u"12.34"_s, either, u"12.34"_s);
        row(u"1.234"_s, either, u"ambiguous"_s);
        row(u"1,234"_s, either, u"ambiguous"_s);
        row(u"1.234.567"_s, either, bad);
        row(u"1.234,567"_s, either, bad);
        row({}, german, bad);
        row(u"-"_s, german, bad);
        row(u"€"_s, german, bad);
    }
    void amounts()
    {
        QFETCH(QString, text);
        QFETCH(QString, style);
        QTEST(read(text, style), "value");
    }

    void theProfileMaySayThatDecimalsAreMissing()
    {
        QCOMPARE(read(u"1.234"_s, u"1.234,56"_s, false), u"1234.00"_s);
        QCOMPARE(read(u"1.234"_s, u"1234.56"_s, false), u"unreadable"_s);   // a thousandth of a euro
        QCOMPARE(read(u"119.0000"_s, u"1234.56"_s, false), u"119.00"_s);
        QCOMPARE(read(u"336.9"_s, u"1234.56"_s, false), u"336.90"_s);
        QCOMPARE(read(u"1.234"_s, u"either"_s, false), u"ambiguous"_s);
        QCOMPARE(read(u"1.234.567"_s, u"either"_s, false), u"1234567.00"_s);
    }

    void everyAmountComesBack()
    {
        std::mt19937_64 random{4711};
        for (int i = 0; i < 20'000; ++i) {
            const auto cents = static_cast<qint64>(random() % 9'999'999'999'999ULL) >> (random() % 40);
            const auto whole = QString::number(cents / 100), rest = QString::number(cents % 100).rightJustified(2, u'0');
            QString grouped = whole;
            for (qsizetype at = whole.size() - 3; at > 0; at -= 3) grouped.insert(at, u'.');
            const auto want = domain::plainAmount(domain::Money::cents(cents));
            QCOMPARE(read(grouped + u',' + rest, u"1.234,56"_s), want);
            QCOMPARE(read(whole + u',' + rest, u"1234,56"_s), want);
            QCOMPARE(read(grouped + u',' + rest, u"either"_s), want);
            QCOMPARE(read(whole + rest, u"123456"_s), want);
            const auto swapped = grouped.replace(u'.', u',') + u'.' + rest;
            QCOMPARE(read(swapped, u"1,234.56"_s), want);
            QCOMPARE(read(swapped, u"1.234,56"_s), u"unreadable"_s);
        }
    }

    void decimals()
    {
        AmountStyle german;
        QCOMPARE(parseDecimal(u"2,250", german).value(), u"2.25"_s);
        QCOMPARE(parseDecimal(u"2,00 %", german).value(), u"2"_s);
        QCOMPARE(parseDecimal(u"014", german).value(), u"14"_s);
        QVERIFY(!parseDecimal(u"2.25", german).ok());
        QVERIFY(!parseDecimal(u"zwei", german).ok());
    }

    void dates_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QDate>("day");
        const auto row = [](const QString& text, const QString& pattern, QDate day) { QTest::newRow(qPrintable(pattern + u" < "_s + text)) << text << pattern << day; };
        const QDate day{2026, 7, 5};
        row(u"05.07.2026"_s, u"dd.MM.yyyy"_s, day);
        row(u"5.7.2026"_s, u"dd.MM.yyyy"_s, day);
        row(u"05.07.26"_s, u"dd.MM.yyyy"_s, {});
        row(u"05.07.26"_s, u"dd.MM.yy"_s, day);
        row(u"05.07.2026"_s, u"dd.MM.yy"_s, {});
        row(u"05.07.79"_s, u"dd.MM.yy"_s, QDate{2079, 7, 5});
        row(u"05.07.80"_s, u"dd.MM.yy"_s, QDate{1980, 7, 5});
        row(u"20260705"_s, u"yyyyMMdd"_s, day);
        row(u"2026075"_s, u"yyyyMMdd"_s, {});
        row(u"0507"_s, u"ddMM"_s, day);
        row(u"507"_s, u"ddMM"_s, {});
        row(u"2026-07-05"_s, u"yyyy-MM-dd"_s, day);
        row(u"2026-07-05T10:15:00Z"_s, u"yyyy-MM-dd"_s, day);
        row(u"05.07.2026 00:00:00"_s, u"dd.MM.yyyy"_s, day);
        row(u"05.07.2026 x"_s, u"dd.MM.yyyy"_s, {});
        row(u"07/05/2026"_s, u"MM/dd/yyyy"_s, day);
        row(u"05/07/2026"_s, u"dd/MM/yyyy"_s, day);
        row(u"31.04.2026"_s, u"dd.MM.yyyy"_s, {});
        row(u"29.02.2026"_s, u"dd.MM.yyyy"_s, {});
        row(u"29.02.2028"_s, u"dd.MM.yyyy"_s, QDate{2028, 2, 29});
        row(u"00.00.0000"_s, u"dd.MM.yyyy"_s, {});
        row(u"01.01.1899"_s, u"dd.MM.yyyy"_s, {});
        row({}, u"dd.MM.yyyy"_s, {});
    }
    void dates()
    {
        QFETCH(QString, text);
        QFETCH(QString, pattern);
        QVERIFY(isDateStyle(pattern));
        QTEST(parseDate(text, DateStyle{{pattern}, 79, 2026}), "day");
    }

    void patternsThatCannotBeToldApart()
    {
        QVERIFY(dateStylesClash(u"MM/dd/yyyy", u"dd/MM/yyyy"));
        QVERIFY(dateStylesClash(u"ddMMyyyy", u"yyyyMMdd"));
        QVERIFY(!dateStylesClash(u"dd.MM.yy", u"dd.MM.yyyy"));
    }
};

QTEST_APPLESS_MAIN(TestTableValues)
#include "tst_table_values.moc"
