// What the search finds beyond what the board shows: phones in every spelling, what is left of a part payment, codes of older sheets.
#include "app/core/limits.h"
#include "app/domain/phone.h"
#include "rules_kit.h"
#include <algorithm>

using namespace kit;

class TstSearch : public QObject {
    Q_OBJECT

    static bool finds(One& one, const QString& query)
    {
        const auto key = boardRow(one.item(), one.key(), {one.item()}).searchKey;
        const auto words = foldQuery(query);
        return !words.isEmpty() && std::all_of(words.begin(), words.end(), [&](const QString& w) { return key.contains(w); });
    }
    static One called(const QString& phone)
    {
        auto record = invoice(u"R-88"_s, 68'430, u"M-AB 88"_s);
        record.buyer.phone = phone;
        return One{record};
    }

private Q_SLOTS:
    void aPhoneInAnySpelling_data()
    {
        QTest::addColumn<QString>("kept");
        QTest::addColumn<QString>("asked");
        const QStringList spellings{u"0171 555 12 34"_s, u"0171/5551234"_s, u"(0171) 555-1234"_s, u"+49 171 5551234"_s, u"+49 (0)171 / 555-1234"_s, u"0049 171 5551234"_s, u"Tel. +491715551234 (abends)"_s};
        const QStringList questions{u"0171 555"_s, u"0171555"_s, u"+49171555"_s, u"+49 171 555"_s, u"+49 (0) 171"_s, u"0049171555"_s, u"1234"_s, u"0171-555-1234"_s};
        for (const auto& kept : spellings)
            for (const auto& asked : questions) QTest::newRow(qPrintable(kept + u" <- "_s + asked)) << kept << asked;
    }
    void aPhoneInAnySpelling()
    {
        QFETCH(QString, kept);
        QFETCH(QString, asked);
        auto one = called(kept);
        QVERIFY(finds(one, asked));
        QVERIFY(!finds(one, u"0172 555"_s));
        QVERIFY(!finds(one, u"+33171555"_s));
    }
    void otherCountriesKeepTheirCode()
    {
        auto one = called(u"+33 6 12 34 56 78"_s);
        QVERIFY(finds(one, u"+33 6 12"_s));
        QVERIFY(finds(one, u"0033612345678"_s));
        QVERIFY(!finds(one, u"+49 6 12"_s));
        auto near = called(u"+43 664 1234567"_s);
        QVERIFY(finds(near, u"0664 123"_s));
        QVERIFY(finds(near, u"+43664123"_s));
    }
    void whatIsNoPhoneStaysWhatItIs()
    {
        QCOMPARE(phonesIn(u"12"_s), QStringList{});
        QCOMPARE(phonesIn(u"keine"_s), QStringList{});
        QCOMPARE(phonesIn(u"089 12345 oder 0171 55512, 0172 33344"_s), (QStringList{u"08912345"_s, u"017155512"_s}));
        QVERIFY(phonesIn(QString{1'000'000, u'7'}).join(u' ').size() < 50);
        QCOMPARE(phoneAsked(u"004118"_s), u"004118"_s);         // an invoice number may begin so
        QCOMPARE(phoneAsked(u"+"_s), u"+"_s);
        QCOMPARE(phoneAsked(u"M-AB 1234"_s), u"M-AB 1234"_s);
        QVERIFY(foldQuery(u"+"_s).isEmpty());
    }
    void whatIsLeftOfAPartPayment()
    {
        One one{68'430};
        QVERIFY(!finds(one, u"484,30"_s));
        QVERIFY(one.append(decideCounterPayment(one.item(), cash(20'000), u"A"_s, one.now, one.policy)));
        QVERIFY(finds(one, u"484,30"_s));
        QVERIFY(finds(one, u"684,30"_s));
        QVERIFY2(one.fault.isEmpty(), qPrintable(one.fault));
    }
    void codesOfOlderSheets()
    {
        One one{68'430};
        QStringList codes;
        for (int i = 0; i < 3; ++i) {
            PayRequest request;
            request.deskCode = u"T0100%1K"_s.arg(4180 + i);
            codes << request.deskCode;
            one.item().requests.push_back(request);
        }
        for (const auto& code : codes) QVERIFY2(finds(one, code.toLower()), qPrintable(code));
        for (int i = 0; i < 100; ++i) {
            PayRequest request;
            request.deskCode = u"T01%1X"_s.arg(100'000 + i);
            one.item().requests.push_back(request);
        }
        QVERIFY(finds(one, u"T01100099X"_s));                    // the newest, however many there are
        QVERIFY(boardRow(one.item(), one.key(), {one.item()}).searchKey.size() < 300);
    }
};

QTEST_GUILESS_MAIN(TstSearch)
#include "tst_search.moc"
