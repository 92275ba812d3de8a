// What must not be kept is not in a redacted text, however it is written; what support needs still is.
#include "app/core/redact.h"
#include "app/core/secret.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

class TstRedact : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, const QString& text, const QString& expected) { QTest::newRow(name) << text << expected; };
        row("plain", u"pay.already_settled (2026-4108)"_s, u"pay.already_settled (2026-4108)"_s);
        row("iban", u"payee DE89370400440532013000 differs"_s, u"payee DE***3000 differs"_s);
        row("iban with blanks", u"DE89 3704 0044 0532 0130 00"_s, u"DE***3000"_s);
        row("iban, small letters", u"iban=de89370400440532013000."_s, u"iban=DE***3000."_s);
        row("iban with no-break spaces", u"DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000 x"_s, u"DE***3000 x"_s);
        row("iban with zero width", u"DE89\u200b37040044\u200b0532013000"_s, u"DE***3000"_s);
        row("iban with dashes", u"DE89-3704-0044-0532-0130-00"_s, u"DE***3000"_s);
        row("iban over lines", u"DE89 3704 0044\n0532 0130 00"_s, u"DE***3000"_s);
        row("iban in wide digits", u"ＤＥ８９３７０４００４４０５３２０１３０００"_s, u"DE***3000"_s);
        row("iban, glued before", u"IBANDE89370400440532013000"_s, u"IBANDE***3000"_s);
        row("iban, glued behind", u"DE89370400440532013000EUR"_s, u"DE***3000EUR"_s);
        row("iban, mistyped", u"AT61 1904 3002 3457 3202 is no IBAN"_s, u"AT***3202 is no IBAN"_s);
        row("iban, mistyped in one", u"DE89370400440532013001"_s, u"DE***3001"_s);
        row("iban with letters", u"GB29NWBK60161331926819, MT84MALT011000012345MTLCAST001S"_s, u"GB***6819, MT***001S"_s);
        row("iban before words", u"DE89 3704 0044 0532 0130 00 of 12 files"_s, u"DE***3000 of 12 files"_s);
        row("request id", u"request ab12cdef-1234-4f67-8901-1234567890ab"_s, u"request ab12cdef-1234-4f67-8901-1234567890ab"_s);
        row("mail", u"to max.mustermann@example.de: 550"_s, u"to (mail): 550"_s);
        row("mail with umlauts", u"jürgen.groß@müller-söhne.de"_s, u"(mail)"_s);
        row("mail, decomposed umlaut", u"ju\u0308rgen@mu\u0308ller.de"_s, u"(mail)"_s);
        row("mail in brackets", u"<max@example.de>"_s, u"<(mail)>"_s);
        row("mail, quoted", u"\"max muster\"@example.de"_s, u"(mail)"_s);
        row("mail, encoded", u"mailto:max%40example.de"_s, u"mailto:(mail)"_s);
        row("mail, wide sign", u"max＠example.de"_s, u"(mail)"_s);
        row("mails", u"a@b.de,c@d.de"_s, u"(mail),(mail)"_s);
        row("a lone at", u"3 @ 4"_s, u"3 @ 4"_s);
        row("card", u"PAN 4111111111111111 declined"_s, u"PAN (card ***1111) declined"_s);
        row("card in groups", u"4111 1111 1111 1111"_s, u"(card ***1111)"_s);
        row("card with dashes", u"3782-822463-10005"_s, u"(card ***0005)"_s);
        row("track 2", u";4111111111111111=25121011000012345678?"_s, u";(card ***1111)=25121011000012345678?"_s);
        row("card of 19", u"6304000000000000000"_s, u"(card ***0000)"_s);
        row("no card: check digit", u"4111111111111112"_s, u"4111111111111112"_s);
        row("no card: too short", u"411111111111"_s, u"411111111111"_s);
        row("credentials", u"postgresql://tresen:ge-heim@db.example/shop"_s, u"postgresql://(withheld)@db.example/shop"_s);
        row("credentials with an at", u"postgresql://tresen:p@ss/w@rd@db/shop"_s, u"postgresql://(withheld)@db/shop"_s);
        row("credentials with a blank", u"postgresql://tresen:ge heim@db/shop"_s, u"postgresql://(withheld)@db/shop"_s);
        row("user only", u"smtp://tresen@mail.example"_s, u"smtp://(withheld)@mail.example"_s);
        row("pay link", u"see http://192.168.1.20:8480/7K2M9QXW41AB?l=de now"_s, u"see http://192.168.1.20:8480/(path) now"_s);
        row("address", u"http://192.168.1.20:8480 serves"_s, u"http://192.168.1.20:8480 serves"_s);
        row("token alone", u"link 7K2M9QXW41AB"_s, u"link (token)"_s);
        row("number, no token", u"entry 123456789012"_s, u"entry 123456789012"_s);
        row("word, no token", u"ABCDEFGHJKLM"_s, u"ABCDEFGHJKLM"_s);
        row("bearer", u"Authorization: Bearer abc.def-123456"_s, u"Authorization: Bearer (withheld)"_s);
        row("password", u"password=geheim host=db"_s, u"password=(withheld) host=db"_s);
        row("password, json", uR"({"password": "a \ b", "x":1})"_s, uR"({"password": (withheld), "x":1})"_s);
        row("api key", u"mollie api_key: live_x"_s, u"mollie api_key: (withheld)"_s);
        row("known key", u"sk_live_4eC39HqLyjWDarjtT1zdp7dc"_s, u"(withheld)"_s);
        row("access token", u"access_token=abcdef&x=1"_s, u"access_token=(withheld)&x=1"_s);
        row("pin", u"PIN: 4711"_s, u"PIN: (withheld)"_s);
        row("no pin", u"shipping: 4711"_s, u"shipping: 4711"_s);
        row("error code", u"portal.token_taken (x)"_s, u"portal.token_taken (x)"_s);
        row("phone", u"call +49 (0) 721 123 45-67 now"_s, u"call (phone) now"_s);
        row("time zone", u"12:00 +0100"_s, u"12:00 +0100"_s);
        row("empty", {}, u""_s);
    }
    void shows()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(redacted(text), expected);
        QCOMPARE(redacted(redacted(text)), expected);   // what is hidden stays as it is
    }

    // Wherever it stands in other text, no digit of the account number is left but the last four.
    void everywhere()
    {
        const auto iban = u"DE89 3704 0044 0532 0130 00"_s;
        for (const auto& around : {u"(%1)"_s, u"a,%1;b"_s, u"\"%1\""_s, u"<IBAN>%1</IBAN>"_s, u"12 %1 34"_s, u"xy %1 zw 12"_s, u"äöü%1"_s, u"\t%1\r\n"_s, u"'%1'"_s, u"file:%1.xml"_s, u"Rechnung_%1_neu"_s}) {
            for (const auto& form : {iban, QString{iban}.remove(u' ')}) {
                const auto shown = redacted(around.arg(form));
                QVERIFY2(!shown.contains(u"3704") && !shown.contains(u"0532") && shown.contains(u"DE***3000"), qPrintable(shown));
            }
        }
    }

    // Hostile length and shape end in time; ratios are measured elsewhere, this only would hang.
    void longTexts()
    {
        for (const auto& piece : {u"@"_s, u"a@"_s, u"DE89 "_s, u"1"_s, u"1 "_s, u"x://"_s, u"x://a:"_s, u"password="_s, u"\""_s, u"+1"_s, u"AB12"_s}) {
            const auto shown = redacted(piece.repeated(6'000 / piece.size()));
            QVERIFY(shown.size() < 40'000);
        }
    }

    void secret()
    {
        Secret secret{u"geheim"_s};
        QString shown;
        QDebug{&shown} << secret << Secret{};
        QCOMPARE(shown, u"(secret) (no secret) "_s);
        QCOMPARE(secret.reveal(), u"geheim"_s);
        Secret copy{secret};
        secret = Secret{};
        QVERIFY(secret.isEmpty());
        QCOMPARE(copy.reveal(), u"geheim"_s);
        auto bytes = QByteArray{"geheim"};
        bytes.detach();
        Secret::wipe(bytes);
        QCOMPARE(bytes, QByteArray(6, '\0'));
    }
};

QTEST_GUILESS_MAIN(TstRedact)
#include "tst_redact.moc"
