// What mails to the owner say: the same in both parts, true in every case, harmless whatever the data is.
#include "app/core/limits.h"
#include "app/services/mail_words.h"
#include "tests/app/services/mail_samples.h"
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using services::composeMail;
using services::MailFacts;
using services::MailKind;

namespace {

constexpr MailKind kKinds[] = {MailKind::Request, MailKind::Confirmation, MailKind::Refund};

QString codeOfMail(const MailFacts& facts)
{
    const auto r = composeMail(facts);
    return r ? u"ok"_s : r.error().code;
}

// The words of the HTML part, without its tags.
QString wordsOfHtml(QString html)
{
    static const QRegularExpression head{u"<head>.*</head>"_s, QRegularExpression::DotMatchesEverythingOption}, comment{u"<!--.*?-->"_s, QRegularExpression::DotMatchesEverythingOption}, tag{u"<[^>]*>"_s};
    html.remove(head).remove(comment).replace(u"&nbsp;"_s, u" "_s);
    static const QRegularExpression inLine{u"</?(?:a|b|span)\\b[^>]*>"_s};
    html.remove(inLine).replace(tag, u" "_s).replace(u"&quot;"_s, u"\""_s).replace(u"&#39;"_s, u"'"_s).replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&amp;"_s, u"&"_s);
    return html.simplified();
}

QString tokens(const QString& text) { return QString{text}.replace(u'\u00a0', u' ').simplified(); }

QStringList linksOf(const QString& html)
{
    static const QRegularExpression link{u"(?:href|src)=\"([^\"]*)\""_s};
    QStringList out;
    for (auto it = link.globalMatch(html); it.hasNext();) out << it.next().captured(1);
    return out;
}

} // namespace

class TestMailTexts : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyLanguageHasTheSameKeys()
    {
        const QString folder = QStringLiteral(TRESEN_SOURCE_DIR "/resources/mail/");
        const auto tableOf = [&](const QString& language) {
            QFile file{folder + u"texts_"_s + language + u".json"_s};
            return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject{};
        };
        static const QRegularExpression place{u"\\{[a-z]+\\}"_s};
        const auto places = [](const QString& text) {
            QStringList out;
            for (auto it = place.globalMatch(text); it.hasNext();) out << it.next().captured();
            out.sort();
            return out;
        };
        const auto german = tableOf(u"de"_s);
        QVERIFY(german.size() > 80);
        QStringList files;
        for (const auto& one : domain::ownerLanguages()) {
            const auto table = tableOf(one.code);
            files << u"texts_"_s + one.code + u".json"_s;
            QCOMPARE(table.keys(), german.keys());
            for (const auto& key : german.keys()) {
                const auto text = table[key].toString();
                QVERIFY2(!text.trimmed().isEmpty(), qPrintable(one.code + u'.' + key));
                QVERIFY2(places(text) == places(german[key].toString()), qPrintable(one.code + u'.' + key));
                for (const auto& other : domain::ownerLanguages())   // a long text that is another language's has not been translated
                    if (other.code != one.code && QString{text}.remove(place).size() > 20) QVERIFY2(tableOf(other.code)[key].toString() != text, qPrintable(one.code + u'.' + key));
            }
        }
        files.sort();
        QCOMPARE(QDir{folder}.entryList({u"texts_*.json"_s}, QDir::Files, QDir::Name), files);
    }

    void aPickupCodeStandsInBothParts()
    {
        for (const auto& one : domain::ownerLanguages()) {
            MailFacts facts;
            facts.kind = MailKind::PickupCode;
            facts.language = one.code;
            facts.workshop.name = u"Autohaus Lindner"_s;
            facts.plate = u"M-AB 1234"_s;
            facts.vehicle = u"VW Golf"_s;
            facts.code = u"047113"_s;
            facts.expires = Instant{1'795'000'000'000};
            const auto mail = composeMail(facts);
            QVERIFY2(mail, qPrintable(one.code));
            for (const auto& part : {mail.value().text, mail.value().html}) QVERIFY2(part.contains(u"047113"_s) && !part.contains(u'{' + u"d}"_s), qPrintable(one.code));
            QVERIFY2(!mail.value().subject.contains(u"047113"_s), qPrintable(one.code));   // shown on a locked screen
            QVERIFY(mail.value().subject.contains(u"M-AB 1234"_s));
        }
    }

    void bothPartsSayTheSame_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("language");
        for (const auto kind : kKinds)
            for (const auto& one : domain::ownerLanguages()) QTest::addRow("%d %s", static_cast<int>(kind), qPrintable(one.code)) << static_cast<int>(kind) << one.code;
    }
    void bothPartsSayTheSame()
    {
        QFETCH(int, kind);
        QFETCH(QString, language);
        auto facts = test::sampleFacts(static_cast<MailKind>(kind), language);
        facts.onAccountOffered = true;
        facts.rows = test::sampleFacts(MailKind::Request, language).rows;
        const auto mail = composeMail(facts);
        QVERIFY(mail);
        const auto html = wordsOfHtml(mail.value().html);
        static const QRegularExpression blanks{u"\\s+"_s};
        // The plate is a picture of itself there.
        const auto plain = tokens(mail.value().text).remove(services::MailWords{language}(u"plate_label"_s) + u": "_s);
        for (const auto& word : plain.split(blanks, Qt::SkipEmptyParts)) {
            const auto bare = word.endsWith(u':') ? word.chopped(1) : word;   // in the text a colon stands behind a label
            static const QRegularExpression line{u"\\A-+\\z"_s};
            if (!line.match(bare).hasMatch()) QVERIFY2(html.contains(bare), qPrintable(bare));
        }
        for (const auto& line : mail.value().text.split(u'\n')) QVERIFY2(line.size() <= 74 || line.contains(u"https://"_s), qPrintable(line));
        QVERIFY(!mail.value().subject.isEmpty() && !mail.value().subject.contains(u'{'));
        QVERIFY(!mail.value().text.contains(u'{') && !html.contains(u'{') && !html.contains(u'%'+u"f%"_s));
        QVERIFY(mail.value().html.contains(u"<html lang=\"%1\""_s.arg(language)));
        const auto amount = tokens(domain::ownerLanguageOr(language).money(facts.amount));
        QVERIFY2(tokens(mail.value().text).contains(amount) && html.contains(amount), qPrintable(amount));
    }

    // Every variant of every text is filled in, marked in training, and is the language's own.
    void everyTextOfEveryLanguage()
    {
        for (const auto& one : domain::ownerLanguages())
            for (const auto kind : kKinds)
                for (int bits = 0; bits < 128; ++bits) {
                    auto facts = test::sampleFacts(kind, one.code);
                    const auto on = [bits](int bit) { return (bits >> bit & 1) != 0; };
                    if (on(0)) facts.customerName.clear();
                    if (on(1)) facts.plate.clear();
                    if (on(2)) facts.dueDate = {};
                    if (on(3)) facts.keyWaits = false;
                    if (on(4)) facts.workshop.phone.clear();
                    if (on(5)) facts.workshop.openingHours.clear();
                    if (on(6)) facts.remaining = domain::Money::cents(50'245);
                    if (on(1)) facts.vehicle.clear();
                    facts.training = on(0) && on(2);
                    facts.onAccountOffered = on(3);
                    const auto mail = composeMail(facts);
                    QVERIFY(mail);
                    const auto& m = mail.value();
                    for (const auto& text : {m.subject, m.text, wordsOfHtml(m.html)}) {
                        QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), qPrintable(text));
                        static const QRegularExpression key{u"\\b[a-z]+_[a-z_]+\\b"_s};   // a key that has no text shows itself
                        QVERIFY2(!key.match(QString{text}.remove(facts.method)).hasMatch(), qPrintable(one.code + u' ' + key.match(text).captured()));
                        QVERIFY2(!text.contains(u" ,"_s) && !text.contains(u"  ,"_s) && !text.contains(u"()"_s), qPrintable(text));
                    }
                    const auto mark = services::MailWords{one.code}(u"training_mark"_s);
                    QCOMPARE(m.subject.startsWith(u'[' + mark + u"] "_s), facts.training);
                    if (facts.training) QVERIFY(m.text.contains(u"*** "_s + mark) && !m.text.contains(u"DE89"_s));
                }
    }

    void aRequestSaysEverything()
    {
        const auto mail = composeMail(test::sampleFacts(MailKind::Request, u"de"_s)).value();
        QCOMPARE(mail.subject, u"Ihr Fahrzeug ist fertig: 1.002,45 € bis 07.12.2026"_s);
        for (const auto& must : {u"Guten Tag Frau Özlem Yıldız-Großmüller,"_s, u"FFB-MG 417E"_s, u"Montag, 7. Dezember 2026"_s, u"https://zahl.lindner.example/K7M2QX4T9BHR"_s, u"DE89 3704 0044 0532 0130 00"_s,
                                 u"Autohaus Lindner GmbH"_s, u"2026-4101 FFB-MG 417E"_s, u"Mo–Fr 7:30–18 Uhr, Sa 9–12 Uhr"_s, u"Keine Rechnung im Sinne des UStG. Es gilt die Rechnung vom 23.11.2026."_s,
                                 u"Unsere Bankverbindung ändern wir nie per E-Mail."_s, u"Amtsgericht München HRB 990417"_s, u"−300,00 €"_s}) {
            QVERIFY2(tokens(mail.text).contains(must), qPrintable(must));
            QVERIFY2(wordsOfHtml(mail.html).contains(must), qPrintable(must));
        }
        const auto english = composeMail(test::sampleFacts(MailKind::Request, u"en-GB"_s)).value();
        QCOMPARE(english.subject, u"Your car is ready: €1,002.45 by 7 Dec 2026"_s);
        QVERIFY(english.text.startsWith(u"Dear Ms Özlem Yıldız-Großmüller,"_s));
        QVERIFY(english.html.contains(u"<html lang=\"en\""_s));
    }

    void whatIsNotKnownIsNotSaid()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        facts.customerName.clear();
        facts.plate.clear();
        facts.vehicle.clear();
        facts.dueDate = {};
        facts.payUrl.clear();
        facts.payeeIban.clear();
        facts.workshop.openingHours.clear();
        facts.workshop.phone.clear();
        const auto mail = composeMail(facts).value();
        QVERIFY(mail.text.startsWith(u"Guten Tag,\n\nIhr Fahrzeug ist fertig."_s));
        QCOMPARE(mail.subject, u"Ihr Fahrzeug ist fertig: 1.002,45 € sofort"_s);
        QVERIFY(mail.text.contains(u"bitte sofort"_s) && mail.text.contains(u"Nennen Sie einfach Ihre Rechnungsnummer."_s) && mail.text.contains(u"\nAn der Kasse\n"_s));
        for (const auto& never : {u"IBAN"_s, u"Kennzeichen"_s, u"Jetzt bezahlen"_s, u"Oder"_s, u"Rufen Sie uns an,"_s}) QVERIFY2(!mail.text.contains(never), qPrintable(never));
        facts.keyWaits = false;
        QCOMPARE(composeMail(facts).value().subject, u"Rechnung 2026-4101: 1.002,45 € sofort"_s);
        QVERIFY(!composeMail(facts).value().text.contains(u"ist fertig"_s));
    }

    void thePortalsAccountTakesThePlaceOfOurs()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        facts.portalAccount = {u"Treuhand AG"_s, u"DE02120300000000202051"_s, u"BYLADEM1001"_s};
        const auto text = tokens(composeMail(facts).value().text);
        QVERIFY(text.contains(u"DE02 1203 0000 0000 2020 51"_s) && text.contains(u"Treuhand AG"_s) && text.contains(u"BYLADEM1001"_s) && text.contains(u"eigens für diese Zahlung"_s));
        QVERIFY(!text.contains(u"DE89"_s));
    }

    void aConfirmationSaysWhatIsLeft()
    {
        auto facts = test::sampleFacts(MailKind::Confirmation, u"de"_s);
        auto mail = composeMail(facts).value();
        for (const auto& must : {u"vollständig bezahlt"_s, u"Karte an der Kasse"_s, u"23.11.2026, 14:32 Uhr"_s, u"T1-000482"_s, u"0,00 €"_s, u"Ihr Schlüssel liegt am Tresen bereit."_s})
            QVERIFY2(tokens(mail.text).contains(must), qPrintable(must));
        QVERIFY(!mail.text.contains(u"https://"_s));   // nothing left to pay: no link that could be paid
        facts.remaining = domain::Money::cents(50245);
        mail = composeMail(facts).value();
        QVERIFY(tokens(mail.text).contains(u"noch 502,45 € offen"_s) && mail.text.contains(u"Rest bezahlen"_s) && mail.text.contains(facts.payUrl));
        QVERIFY(!mail.text.contains(u"vollständig"_s) && !mail.text.contains(u"Schlüssel"_s));
        for (const auto& [method, word] : {std::pair{u"cash"_s, u"bar an der Kasse"_s}, {u"bank_transfer"_s, u"Überweisung"_s}, {u"applepay"_s, u"Apple Pay"_s}, {u"Monopoly-Geld"_s, u"Monopoly-Geld"_s}}) {
            facts.method = method;
            QVERIFY2(composeMail(facts).value().text.contains(word), qPrintable(word));
        }
    }

    void aRefundSaysWhere()
    {
        auto facts = test::sampleFacts(MailKind::Refund, u"de"_s);
        auto mail = composeMail(facts).value();
        QCOMPARE(mail.subject, u"Erstattung: 89,50 € zu Rechnung 2026-4101"_s);
        QVERIFY(mail.text.contains(u"zurück auf demselben Weg"_s) && mail.text.contains(u"Bankarbeitstage"_s) && !mail.text.contains(u"https://"_s));
        facts.method = u"refund_cash"_s;
        QVERIFY(!composeMail(facts).value().text.contains(u"Bankarbeitstage"_s));
    }

    void trainingIsMarkedAndCannotBePaid()
    {
        for (const auto kind : kKinds) {
            auto facts = test::sampleFacts(kind, u"de"_s);
            facts.training = true;
            const auto mail = composeMail(facts).value();
            QVERIFY(mail.subject.startsWith(u"[SCHULUNG] "_s));
            QVERIFY(mail.text.startsWith(u"*** SCHULUNG: "_s));
            QVERIFY(wordsOfHtml(mail.html).contains(u"SCHULUNG: "_s));
            QVERIFY(!mail.text.contains(u"DE89"_s) && !mail.html.contains(u"DE89"_s));
        }
    }

    void onlySafeLinks_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("training");
        QTest::addColumn<bool>("taken");
        QTest::newRow("https") << u"https://pay.example/x?a=1&b=2"_s << false << true;
        QTest::newRow("http") << u"http://pay.example/x"_s << false << false;
        QTest::newRow("http in training elsewhere") << u"http://pay.example/x"_s << true << false;
        QTest::newRow("http to this machine") << u"http://127.0.0.1:8080/x"_s << true << true;
        QTest::newRow("http to this machine, for real") << u"http://127.0.0.1:8080/x"_s << false << false;
        for (const auto* bad : {"javascript:alert(1)", "data:text/html,x", "ftp://a.example", "//a.example", "https://", "https://user@a.example/", "https://a.example/\" onclick=\"x", "https://a.example/ b",
                                "https://a.example/\nBcc: x", "https://a.example/<b>", "https://zahl\xE2\x80\xAE.example/", "x"})
            QTest::addRow("refused: %s", qPrintable(QString::fromUtf8(bad).simplified())) << QString::fromUtf8(bad) << true << false;
    }
    void onlySafeLinks()
    {
        QFETCH(QString, url);
        QFETCH(bool, training);
        QFETCH(bool, taken);
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        facts.payUrl = url;
        facts.training = training;
        QCOMPARE(codeOfMail(facts), taken ? u"ok"_s : u"mail.link"_s);
        if (taken) QVERIFY(linksOf(composeMail(facts).value().html).contains(url.toHtmlEscaped()));
    }

    void hostileDataStaysData()
    {
        const auto evil = u"<script>alert(1)</script><img src=x onerror=1>\"'><a href=\"http://evil.example\">&amp;%amount%{amount}\u202E\r\nBcc: a@evil.example\u0007"_s;
        for (const auto kind : kKinds) {
            auto facts = test::sampleFacts(kind, u"de"_s);
            auto& w = facts.workshop;
            for (QString* const field : {&w.name, &w.tagline, &w.legalName, &w.street, &w.postcode, &w.city, &w.phone, &w.email, &w.web, &w.director, &w.register_, &w.vatId, &w.openingHours, &w.accent,
                                         &facts.customerName, &facts.invoiceNumber, &facts.plate, &facts.vehicle, &facts.work, &facts.methods, &facts.payeeHolder, &facts.transferText, &facts.method,
                                         &facts.receiptNumber})
                *field = evil;
            facts.rows = {{evil, domain::Money::cents(1), true}};
            facts.overrides = {{u"intro"_s, u"Hallo {name}, <b>fett</b> & {vehicle}"_s}};
            const auto result = composeMail(facts);
            QVERIFY(result);
            const auto& mail = result.value();
            QVERIFY(!mail.subject.contains(u'\n') && !mail.subject.contains(u'\r') && !mail.subject.contains(u'\u202E'));
            QVERIFY(mail.subject.size() <= limits::kMaxMailSubject);
            QVERIFY(!mail.html.contains(u"<script"_s) && !mail.html.contains(u"<img src=x"_s) && !mail.html.contains(u"<b>fett"_s) && !mail.html.contains(u"onerror=1>\""_s));
            QVERIFY(mail.html.contains(u"&lt;script&gt;"_s) && mail.html.contains(u"&lt;b&gt;fett"_s));
            QVERIFY(!mail.html.contains(u'\u202E') && !mail.html.contains(u'\u0007') && !mail.text.contains(u'\u202E'));
            for (const auto& link : linksOf(mail.html)) QVERIFY2(link == facts.payUrl || link.startsWith(u"tel:"_s), qPrintable(link));
            static const QRegularExpression tel{u"href=\"tel:[^0-9+]"_s};
            QVERIFY(!mail.html.contains(tel));
        }
    }

    void noRemoteContent()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        facts.workshop.logoPng = test::sampleLogo(QStringLiteral(TRESEN_SOURCE_DIR));
        QVERIFY(!facts.workshop.logoPng.isEmpty());
        const auto mail = composeMail(facts).value();
        QCOMPARE(mail.images.size(), 1u);
        QVERIFY(mail.html.contains(u"<img src=\"cid:"_s + mail.images[0].contentId + u'"'));
        QCOMPARE(mail.html.count(u"src="_s), 1);
        static const QRegularExpression remote{u"url\\(|@import|<link|<script|background=\"http"_s};
        QVERIFY(!mail.html.contains(remote));
        for (const auto& junk : {QByteArray{"GIF89a"}, facts.workshop.logoPng.left(20), facts.workshop.logoPng.left(16) + QByteArray(8, '\0'), facts.workshop.logoPng + QByteArray(limits::kMaxMailLogo, 'x')}) {
            facts.workshop.logoPng = junk;
            const auto plain = composeMail(facts).value();
            QVERIFY(plain.images.empty() && !plain.html.contains(u"<img"_s));
        }
    }

    void anyAccentStaysReadable()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        const auto accentsOf = [&](const QString& accent) {
            facts.workshop.accent = accent;
            const auto html = composeMail(facts).value().html;
            static const QRegularExpression light{u"bgcolor=\"(#[0-9a-f]{6})\" style=\"background:#[0-9a-f]{6};border-radius:12px"_s}, dark{u"\\.bt\\{background:(#[0-9a-f]{6})!"_s};
            return std::pair{light.match(html).captured(1), dark.match(html).captured(1)};
        };
        QCOMPARE(accentsOf(u"#0F4C81"_s), std::pair(u"#0f4c81"_s, u"#7db8ee"_s));
        for (const auto& refused : {u"#FFEE00"_s, u"red"_s, u"#12345"_s, u"#0f4c81;x:url(http://evil.example)"_s}) QCOMPARE(accentsOf(refused).first, u"#0f4c81"_s);
        for (const auto& own : {u"#7a1f1f"_s, u"#000000"_s, u"#0000ff"_s, u"#5b2a86"_s}) {
            QCOMPARE(accentsOf(own).first, own);
            QVERIFY(accentsOf(own).second != own);
        }
    }

    void editedTexts()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        facts.overrides = {{u"subject"_s, u"Zahlen Sie {amount} {due}\nbitte"_s}, {u"greeting"_s, u"Servus {name}!"_s}, {u"intro"_s, u"Erstens.\n\nZweitens {plate}."_s}, {u"closing"_s, u"Ihr {workshop}"_s}};
        auto mail = composeMail(facts).value();
        QCOMPARE(mail.subject, u"Zahlen Sie 1.002,45 € bis 07.12.2026 bitte"_s);
        QVERIFY(mail.text.startsWith(u"Servus Frau Özlem Yıldız-Großmüller!\n\nErstens.\n\nZweitens FFB-MG 417E.\n"_s));
        QVERIFY(mail.text.contains(u"\nIhr Autohaus Lindner\n"_s));
        facts.customerName.clear();
        QVERIFY(composeMail(facts).value().text.startsWith(u"Servus!"_s));
        facts.overrides[u"closing"_s] = u"{open}"_s;   // not of a request
        QCOMPARE(codeOfMail(facts), u"mail.placeholder"_s);
    }
    void editedTextsAreChecked()
    {
        for (const auto kind : kKinds) {
            for (const auto& place : services::mailPlaceholders(kind)) QVERIFY(services::checkMailText(kind, u"x "_s + place));
            for (const auto& piece : services::mailPieces())
                for (const auto& one : domain::ownerLanguages()) {
                    const auto text = services::defaultMailText(kind, one.code, piece);
                    QVERIFY2(services::checkMailText(kind, text), qPrintable(text));
                }
        }
        const auto codeOfText = [](const QString& text) {
            const auto r = services::checkMailText(MailKind::Request, text);
            return r ? u"ok"_s : r.error().code + u' ' + r.error().detail;
        };
        QCOMPARE(codeOfText(u"{betrag}"_s), u"mail.placeholder {betrag}"_s);
        QCOMPARE(codeOfText(u"{ amount }"_s), u"mail.placeholder { amount }"_s);
        QCOMPARE(codeOfText(u"{amount"_s), u"mail.placeholder {"_s);
        QCOMPARE(codeOfText(u"amount}"_s), u"mail.placeholder }"_s);
        QCOMPARE(codeOfText(u" \n"_s), u"mail.text_empty "_s);
        QCOMPARE(codeOfText(u"x"_s.repeated(limits::kMaxMailPiece + 1)), u"mail.text_too_long 2001"_s);
        QCOMPARE(codeOfText(u"x"_s.repeated(limits::kMaxMailPiece)), u"ok"_s);
    }

    void amountsMustBeAmounts()
    {
        for (const auto cents : {0, -100}) {
            auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
            facts.amount = domain::Money::cents(cents);
            QCOMPARE(codeOfMail(facts), u"mail.amount"_s);
        }
    }
    void manyRowsAreSummedUp()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        facts.rows.clear();
        for (int i = 0; i < 20'000; ++i) facts.rows.push_back({u"Position "_s + QString::number(i), domain::Money::cents(100)});
        facts.rows.push_back({u"Summe"_s, domain::Money::cents(2'000'000), true});
        const auto mail = composeMail(facts).value();
        QVERIFY(mail.html.size() < limits::kMaxMailText && mail.text.size() < limits::kMaxMailText);
        QVERIFY(mail.text.contains(u"Position 19 "_s) && !mail.text.contains(u"Position 20 "_s) && !mail.text.contains(u"Position 19980 "_s) && mail.text.contains(u"Position 19981 "_s));
        static const QRegularExpression further{u"Weitere Positionen +19\\.961,00 €"_s};
        QVERIFY(mail.text.contains(further));
        facts.rows.assign(40, {u"x"_s, domain::Money::cents(1)});
        QVERIFY(!composeMail(facts).value().text.contains(u"Weitere"_s));
    }
    void theLongestMailFits()
    {
        auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
        const auto wide = u"&"_s.repeated(5000);   // five times as long in HTML
        for (QString* const field : {&facts.workshop.name, &facts.workshop.street, &facts.vehicle, &facts.work, &facts.invoiceNumber, &facts.methods, &facts.payeeHolder, &facts.transferText, &facts.customerName})
            *field = wide;
        facts.rows.assign(100, {u"Position"_s, domain::Money::cents(-123'456'789'01), true});
        facts.amount = domain::Money::cents(123'456'789'01);
        const auto mail = composeMail(facts).value();
        QVERIFY2(mail.html.size() < limits::kMaxMailText, qPrintable(QString::number(mail.html.size())));
        QVERIFY(wordsOfHtml(mail.html).contains(u"123.456.789,01 €"_s));
    }
};

QTEST_GUILESS_MAIN(TestMailTexts)
#include "tst_mail_texts.moc"
