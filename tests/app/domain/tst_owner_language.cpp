// The owner's languages: found by tag, country and browser; amounts and dates as they are written there.
#include "app/domain/owner_language.h"
#include <QLocale>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::domain;

class TstOwnerLanguage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theListIsSound()
    {
        QSet<QString> codes, names, countries;
        for (const auto& one : ownerLanguages()) {
            const QLocale locale{one.locale};
            QCOMPARE(locale.bcp47Name().section(u'-', 0, 0), one.code);
            QVERIFY2(locale.language() != QLocale::C, qPrintable(one.code));
            QVERIFY2(one.locale.startsWith(one.code + u'-') && !one.name.isEmpty() && !one.invoice.isEmpty() && !one.linkClosed.isEmpty(), qPrintable(one.code));
            QVERIFY2(one.group != one.decimal, qPrintable(one.code));
            for (const auto& pattern : {one.dayPattern, one.longPattern, one.sheetPattern, one.sheetDayPattern}) QVERIFY2(!pattern.isEmpty(), qPrintable(one.code));
            QVERIFY2(one.longPattern.contains(u"dddd"_s) && one.sheetDayPattern.contains(u"dddd"_s), qPrintable(one.code));
            codes += one.code;
            names += one.name;
            for (const auto& country : one.countries) {
                QVERIFY2(!countries.contains(country), qPrintable(country));
                countries += country;
            }
        }
        QCOMPARE(codes, (QSet<QString>{u"de"_s, u"en"_s, u"fr"_s, u"it"_s, u"pl"_s, u"tr"_s, u"nl"_s, u"cs"_s}));
        QCOMPARE(names.size(), codes.size());
        QCOMPARE(ownerLanguages().front().code, u"de"_s);
    }

    void foundByTag()
    {
        const auto found = [](const char16_t* tag) { const auto* one = findOwnerLanguage(QStringView{tag}); return one ? one->code : u"none"_s; };
        for (const auto& [tag, code] : {std::pair{u"de", u"de"_s}, {u"de-AT", u"de"_s}, {u"en-GB", u"en"_s}, {u"FR_be", u"fr"_s}, {u"CS-cz", u"cs"_s}, {u"tr", u"tr"_s}, {u"nl-NL-x-a", u"nl"_s},
                                        {u"", u"none"_s}, {u"-", u"none"_s}, {u"d", u"none"_s}, {u"deu", u"none"_s}, {u"sv", u"none"_s}, {u"x-de", u"none"_s}})
            QCOMPARE(found(tag), code);
        QCOMPARE(ownerLanguageOr(u"pl-PL").code, u"pl"_s);
        QCOMPARE(ownerLanguageOr(u"sv").code, u"de"_s);
        QCOMPARE(ownerLanguageOr({}).code, u"de"_s);
    }

    void foundByCountry()
    {
        for (const auto& [country, code] : {std::pair{u""_s, u"de"_s}, {u"DE"_s, u"de"_s}, {u"at"_s, u"de"_s}, {u"CH"_s, u"de"_s}, {u"LI"_s, u"de"_s}, {u"LU"_s, u"de"_s}, {u"BE"_s, u"de"_s},
                                            {u"FR"_s, u"fr"_s}, {u"MC"_s, u"fr"_s}, {u"IT"_s, u"it"_s}, {u"SM"_s, u"it"_s}, {u"PL"_s, u"pl"_s}, {u"tr"_s, u"tr"_s}, {u"NL"_s, u"nl"_s}, {u"CZ"_s, u"cs"_s},
                                            {u"GB"_s, u"en"_s}, {u"SE"_s, u"en"_s}, {u"XX"_s, u"en"_s}})
            QCOMPARE(ownerLanguage(country), code);
    }

    void askedForByTheBrowser_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QString>("code");
        QTest::newRow("none") << QString{} << u"none"_s;
        QTest::newRow("one") << u"pl"_s << u"pl"_s;
        QTest::newRow("with region") << u"tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7"_s << u"tr"_s;
        QTest::newRow("the best of ours") << u"sv-SE,sv;q=0.9,cs;q=0.4,en;q=0.8"_s << u"en"_s;
        QTest::newRow("order among equals") << u"it, fr"_s << u"it"_s;
        QTest::newRow("weight before order") << u"it;q=0.2, fr;q=0.21"_s << u"fr"_s;
        QTest::newRow("three digits") << u"it;q=0.101,fr;q=0.11"_s << u"fr"_s;
        QTest::newRow("blanks and capitals") << u" NL-nl ; Q=1.000 , de;q=0.9"_s << u"nl"_s;
        QTest::newRow("zero is none") << u"de;q=0, fr;q=0.000"_s << u"none"_s;
        QTest::newRow("any") << u"*"_s << u"none"_s;
        QTest::newRow("no weight") << u"fr;q=high, it;q=2, nl;level=1, pl;q=0.1"_s << u"pl"_s;
        QTest::newRow("rubbish") << u";;;,,,=q;q=,-;q=1,\u0000"_s << u"none"_s;
        QTest::newRow("endless") << u"sv,"_s.repeated(100'000) + u"fr"_s << u"none"_s;
    }
    void askedForByTheBrowser()
    {
        QFETCH(QString, header);
        const auto* one = askedLanguage(header);
        QTEST(one ? one->code : u"none"_s, "code");
    }

    void amountsAndDates_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("money");
        QTest::addColumn<QString>("million");
        QTest::addColumn<QString>("negative");
        QTest::addColumn<QString>("francs");
        QTest::addColumn<QString>("shortDate");
        QTest::addColumn<QString>("longDate");
        QTest::addColumn<QString>("sheetDay");
        std::size_t rows = 0;
        const auto row = [&](const char16_t* code, const char16_t* money, const char16_t* million, const char16_t* negative, const char16_t* francs, const char16_t* shortDate, const char16_t* longDate,
                            const char16_t* sheetDay) {
            const auto s = [](const char16_t* text) { return QString::fromUtf16(text); };
            ++rows;
            QTest::newRow(qPrintable(s(code))) << s(code) << s(money) << s(million) << s(negative) << s(francs) << s(shortDate) << s(longDate) << s(sheetDay);
        };
        row(u"de", u"1.002,45\u00a0€", u"123.456.789,01", u"−200,00\u00a0€", u"0,05\u00a0CHF", u"07.12.2026", u"Montag, 7. Dezember 2026", u"Montag, 07.12.2026");
        row(u"en", u"€1,002.45", u"123,456,789.01", u"−€200.00", u"CHF\u00a00.05", u"7 Dec 2026", u"Monday, 7 December 2026", u"Monday, 7 December 2026");
        row(u"fr", u"1\u202f002,45\u00a0€", u"123\u202f456\u202f789,01", u"−200,00\u00a0€", u"0,05\u00a0CHF", u"07/12/2026", u"lundi 7 décembre 2026", u"lundi 07/12/2026");
        row(u"it", u"1.002,45\u00a0€", u"123.456.789,01", u"−200,00\u00a0€", u"0,05\u00a0CHF", u"07/12/2026", u"lunedì 7 dicembre 2026", u"lunedì 07/12/2026");
        row(u"pl", u"1\u00a0002,45\u00a0€", u"123\u00a0456\u00a0789,01", u"−200,00\u00a0€", u"0,05\u00a0CHF", u"07.12.2026", u"7 grudnia 2026 (poniedziałek)", u"07.12.2026 (poniedziałek)");
        row(u"tr", u"1.002,45\u00a0€", u"123.456.789,01", u"−200,00\u00a0€", u"0,05\u00a0CHF", u"07.12.2026", u"7 Aralık 2026 Pazartesi", u"07.12.2026 Pazartesi");
        row(u"nl", u"€\u00a01.002,45", u"123.456.789,01", u"€\u00a0−200,00", u"CHF\u00a00,05", u"07-12-2026", u"maandag 7 december 2026", u"maandag 07-12-2026");
        row(u"cs", u"1\u00a0002,45\u00a0€", u"123\u00a0456\u00a0789,01", u"−200,00\u00a0€", u"0,05\u00a0CHF", u"7.\u00a012.\u00a02026", u"7. prosince 2026 (pondělí)", u"7.\u00a012.\u00a02026 (pondělí)");
        QCOMPARE(rows, ownerLanguages().size());   // a language without a row here is not tested
    }
    void amountsAndDates()
    {
        QFETCH(QString, code);
        const auto* one = findOwnerLanguage(code);
        QVERIFY(one);
        QTEST(one->money(Money::cents(100245)), "money");
        QTEST(one->number(Money::cents(123'456'789'01)), "million");
        QTEST(one->money(Money::cents(-20000)), "negative");
        QTEST(one->money(Money::cents(5, Currency::fromCode(u"CHF").value())), "francs");
        QTEST(one->shortDate({2026, 12, 7}), "shortDate");
        QTEST(one->longDate({2026, 12, 7}), "longDate");
        QTEST(one->sheetDay({2026, 12, 7}), "sheetDay");
        // Whatever the language, the figures are these and no others.
        for (const qint64 cents : {0, 1, 99, 100, 99'999, 100'000, 123'456'789}) {
            auto digits = one->number(Money::cents(cents));
            QCOMPARE(digits.count(one->decimal), 1);
            digits.remove(one->group).remove(one->decimal);
            QCOMPARE(digits.toLongLong(), cents);
        }
        QVERIFY(!one->number(Money::cents(99'999)).contains(one->group) && one->number(Money::cents(100'000)).contains(one->group));
    }
    void theFirstOfAMonth()
    {
        QCOMPARE(findOwnerLanguage(u"fr")->longDate({2026, 12, 1}), u"mardi 1er décembre 2026"_s);
        QCOMPARE(findOwnerLanguage(u"it")->longDate({2026, 12, 1}), u"martedì 1º dicembre 2026"_s);
        QCOMPARE(findOwnerLanguage(u"fr")->longDate({2026, 12, 21}), u"lundi 21 décembre 2026"_s);
        QCOMPARE(findOwnerLanguage(u"fr")->shortDate({2026, 12, 1}), u"01/12/2026"_s);
        QCOMPARE(findOwnerLanguage(u"de")->longDate({2026, 12, 1}), u"Dienstag, 1. Dezember 2026"_s);
    }

    void rates()
    {
        const auto& de = ownerLanguages().front();
        for (const auto& [raw, shown] : {std::pair{u"19.00"_s, u"19"_s}, {u"5.50"_s, u"5,5"_s}, {u"10"_s, u"10"_s}, {u""_s, u"0"_s}, {u"7.125"_s, u"7,125"_s}}) QCOMPARE(de.rate(raw), shown);
        QCOMPARE(findOwnerLanguage(u"en")->rate(u"5.50"_s), u"5.5"_s);
        QCOMPARE(findOwnerLanguage(u"cs")->rate(u"5.50"_s), u"5,5"_s);
    }

    void namesAreAddressed()
    {
        const auto said = [](const QString& name) {
            const auto who = addressed(name);
            const QString words[] = {u"nobody"_s, u"ms"_s, u"mr"_s, u"named"_s};
            return words[static_cast<int>(who.address)] + u':' + who.name;
        };
        for (const auto& [name, as] : {std::pair{u"Frau Sommer"_s, u"ms:Sommer"_s}, {u"Herrn Sommer"_s, u"mr:Sommer"_s}, {u"Mr Smith"_s, u"mr:Smith"_s}, {u"Madame Dupont"_s, u"ms:Dupont"_s},
                                       {u"Signor Rossi"_s, u"mr:Rossi"_s}, {u"Pani Nowak"_s, u"ms:Nowak"_s}, {u"De heer Jansen"_s, u"mr:Jansen"_s}, {u"Alex Sommer"_s, u"named:Alex Sommer"_s},
                                       {u"Herrmann Sommer"_s, u"named:Herrmann Sommer"_s}, {u"Frau "_s, u"named:Frau"_s}, {u"  "_s, u"nobody:"_s}, {u""_s, u"nobody:"_s}})
            QCOMPARE(said(name), as);
    }
};

QTEST_APPLESS_MAIN(TstOwnerLanguage)
#include "tst_owner_language.moc"
