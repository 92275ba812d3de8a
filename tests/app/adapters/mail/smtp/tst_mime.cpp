// MIME: what is composed is read back by another implementation and is what was meant; nothing gets into a header that does not belong there.
#include "app/adapters/mail/smtp/mime.h"
#include "app/adapters/mail/smtp/mime_encoding.h"
#include "app/core/limits.h"
#include "app/domain/owner_language.h"
#include "tests/app/adapters/mail/smtp/mail_samples.h"
#include "tests/app/services/mail_samples.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::smtp;

namespace {

// What python's email package makes of the bytes.
QJsonObject readElsewhere(const QByteArray& bytes)
{
    static const char script[] = R"(
import sys, json, email, email.policy, email.utils, email.header
data = sys.stdin.buffer.read()
m = email.message_from_bytes(data, policy=email.policy.default)
plain = email.message_from_bytes(data)
def part(p):
    d = {"type": p.get_content_type(), "disposition": p.get_content_disposition() or "", "name": p.get_filename() or "", "cid": p["Content-ID"] or "",
         "defects": [str(x) for x in p.defects]}
    if p.is_multipart(): d["parts"] = [part(q) for q in p.iter_parts()]
    elif p.get_content_maintype() == "text": d["text"] = p.get_content()
    else: d["hex"] = p.get_content().hex()
    return d
h = {k.lower(): str(v) for k, v in m.items()}
def shown(name): return str(email.header.make_header(email.header.decode_header(name)))
def who(k): return [[shown(n), a] for n, a in email.utils.getaddresses(plain.get_all(k, []))]
print(json.dumps({"headers": h, "names": [k for k, v in m.items()], "from": who("From"), "to": who("To"), "reply": who("Reply-To"),
                  "date": m["Date"].datetime.isoformat(), "defects": [str(x) for k in m.keys() for x in m[k].defects], "body": part(m)}))
)";
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString::fromUtf8(script)});
    if (!python.waitForStarted()) return {};
    python.write(bytes);
    python.closeWriteChannel();
    if (!python.waitForFinished(30'000)) return {};
    const auto errors = python.readAllStandardError();
    if (!errors.isEmpty()) qInfo().noquote() << errors;
    return QJsonDocument::fromJson(python.readAllStandardOutput()).object();
}

// A list of one list. Braces alone are read as a copy by some compilers.
QJsonArray only(const QJsonArray& one)
{
    QJsonArray out;
    out.append(one);
    return out;
}

QString lines(QString text) { return text.replace(u"\r\n"_s, u"\n"_s); }

} // namespace

class TestMime : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anotherReaderFindsEverything()
    {
        const auto sample = test::sampleMail();
        const auto made = composeMime(sample);
        QVERIFY(made);
        QCOMPARE(made.value().to, "oezlem@xn--mller-kva.example"_ba);
        const auto read = readElsewhere(made.value().bytes);
        QVERIFY(!read.isEmpty());
        QCOMPARE(read["defects"_L1].toArray(), QJsonArray{});
        const auto headers = read["headers"_L1].toObject();
        QCOMPARE(headers["subject"_L1].toString(), sample.subject);
        QCOMPARE(headers["message-id"_L1].toString(), u"<r-2026-4101.1@lindner.example>"_s);
        QCOMPARE(headers["auto-submitted"_L1].toString(), u"auto-generated"_s);
        QCOMPARE(headers["content-language"_L1].toString(), u"de"_s);
        QVERIFY(!headers.contains(u"bcc"_s));
        QCOMPARE(read["date"_L1].toString(), u"2026-11-23T10:42:07+00:00"_s);
        QCOMPARE(read["from"_L1].toArray(), only(QJsonArray{sample.fromName, sample.fromAddress}));
        QCOMPARE(read["to"_L1].toArray(), only(QJsonArray{sample.toName, u"oezlem@xn--mller-kva.example"_s}));
        QCOMPARE(read["reply"_L1].toArray(), only(QJsonArray{u""_s, sample.replyTo}));

        const auto mixed = read["body"_L1].toObject();
        QCOMPARE(mixed["type"_L1].toString(), u"multipart/mixed"_s);
        const auto alternative = mixed["parts"_L1][0].toObject();
        QCOMPARE(alternative["type"_L1].toString(), u"multipart/alternative"_s);
        QCOMPARE(lines(alternative["parts"_L1][0]["text"_L1].toString()), sample.text);
        const auto related = alternative["parts"_L1][1].toObject();
        QCOMPARE(related["type"_L1].toString(), u"multipart/related"_s);
        QCOMPARE(lines(related["parts"_L1][0]["text"_L1].toString()), sample.html);
        QCOMPARE(related["parts"_L1][1]["cid"_L1].toString(), u"<logo>"_s);
        QCOMPARE(related["parts"_L1][1]["hex"_L1].toString().toLatin1(), sample.images[0].bytes.toHex());
        const auto pdf = mixed["parts"_L1][1].toObject();
        QCOMPARE(pdf["type"_L1].toString(), u"application/pdf"_s);
        QCOMPARE(pdf["disposition"_L1].toString(), u"attachment"_s);
        QCOMPARE(pdf["name"_L1].toString(), u"Zahlungsinformation RE_2026-4101 für Yıldız.pdf"_s);
        QCOMPARE(pdf["hex"_L1].toString().toLatin1(), sample.attachments[0].bytes.toHex());
    }

    void levelsWithOnePartAreLeftOut()
    {
        auto sample = test::sampleMail();
        sample.attachments.clear();
        sample.images.clear();
        QCOMPARE(readElsewhere(composeMime(sample).value().bytes)["body"_L1]["type"_L1].toString(), u"multipart/alternative"_s);
        sample.html.clear();
        const auto body = readElsewhere(composeMime(sample).value().bytes)["body"_L1].toObject();
        QCOMPARE(body["type"_L1].toString(), u"text/plain"_s);
        QCOMPARE(lines(body["text"_L1].toString()), sample.text);
    }

    void linesFitTheWire()
    {
        auto sample = test::sampleMail();
        sample.subject = u"ﷺ€𝄞 "_s.repeated(40).left(limits::kMaxMailSubject - 1);
        sample.toName = u"Ş"_s.repeated(limits::kMaxMailName);
        sample.text = u"a"_s.repeated(74) + u". und "_s + u"a"_s.repeated(75) + u".x\n"_s + u"ä"_s.repeated(500) + u"\n \n.\n\t"_s;
        const auto bytes = composeMime(sample).value().bytes;
        QVERIFY(bytes.endsWith("\r\n"));
        const QByteArrayList all = QByteArray{bytes}.replace("\r\n", "\n").split('\n');
        QVERIFY(!QByteArray{bytes}.replace("\r\n", "").contains('\r') && !QByteArray{bytes}.replace("\r\n", "").contains('\n'));
        for (const auto& line : all) {
            QVERIFY2(line.size() <= 78, line.constData());
            QVERIFY2(!line.startsWith('.'), line.constData());
            QVERIFY2(!line.endsWith(' ') && !line.endsWith('\t'), line.constData());
            for (const char c : line) QVERIFY2(static_cast<unsigned char>(c) < 0x80, line.constData());
        }
        const auto read = readElsewhere(bytes);
        QCOMPARE(read["headers"_L1]["subject"_L1].toString(), sample.subject);
        QCOMPARE(read["to"_L1][0][0].toString(), sample.toName);
        QCOMPARE(lines(read["body"_L1]["parts"_L1][0]["parts"_L1][0]["text"_L1].toString()), QString{sample.text + u'\n'});
    }

    // Subject and words of every language of the owner, through headers and bodies that are ASCII on the wire.
    void everyLanguageArrives_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto& one : domain::ownerLanguages()) QTest::newRow(qPrintable(one.code)) << one.code;
    }
    void everyLanguageArrives()
    {
        QFETCH(QString, language);
        const auto mail = services::composeMail(test::sampleFacts(services::MailKind::Request, language)).value();
        auto sample = test::sampleMail();
        sample.language = language;
        sample.subject = mail.subject;
        sample.text = mail.text;
        sample.html = mail.html;
        sample.fromName = u"Łódź Çağrı Žďár Œuvre"_s;
        const auto made = composeMime(sample);
        QVERIFY(made);
        for (const char c : made.value().bytes) QVERIFY(static_cast<unsigned char>(c) < 0x80);
        const auto read = readElsewhere(made.value().bytes);
        QCOMPARE(read["defects"_L1].toArray(), QJsonArray{});
        QCOMPARE(read["headers"_L1]["subject"_L1].toString(), mail.subject);
        QCOMPARE(read["headers"_L1]["content-language"_L1].toString(), language);
        QCOMPARE(read["from"_L1][0][0].toString(), sample.fromName);
        const auto alternative = read["body"_L1]["parts"_L1][0];
        QCOMPARE(lines(alternative["parts"_L1][0]["text"_L1].toString()), mail.text);
        QCOMPARE(lines(alternative["parts"_L1][1]["parts"_L1][0]["text"_L1].toString()), mail.html);
    }

    void namesArriveAsTheyAre_data()
    {
        QTest::addColumn<QString>("name");
        for (const auto* name : {"Müller", "O'Neil \"Kfz\" \\ Söhne", "Smith, John; (Chef) <a@b.example>", "=?UTF-8?Q?hidden?=", "Γιώργος Παπαδόπουλος",
                                 "A very long name of a company that goes on and on without any letter beyond ASCII, Limited", "  led by blanks", "a  b"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void namesArriveAsTheyAre()
    {
        QFETCH(QString, name);
        auto sample = test::sampleMail();
        sample.fromName = sample.toName = sample.subject = name;
        sample.attachments[0].name = name.trimmed() + u".pdf"_s;
        const auto read = readElsewhere(composeMime(sample).value().bytes);
        QCOMPARE(read["to"_L1].toArray().size(), 1);
        QCOMPARE(read["to"_L1][0][0].toString(), name);
        QCOMPARE(read["from"_L1][0][0].toString(), name);
        QCOMPARE(read["headers"_L1]["subject"_L1].toString(), name);
        static const QRegularExpression unfit{u"[/\\\\:*?\"<>|]"_s};
        QCOMPARE(read["body"_L1]["parts"_L1][1]["name"_L1].toString(), QString{name.trimmed() + u".pdf"_s}.replace(unfit, u"_"_s));
    }

    void theSameMessageIsTheSameBytes()
    {
        const auto first = composeMime(test::sampleMail()).value().bytes;
        const auto zone = qgetenv("TZ");
        qputenv("TZ", "America/New_York");
        tzset();
        const auto again = composeMime(test::sampleMail()).value().bytes;
        qputenv("TZ", zone);
        tzset();
        QCOMPARE(again, first);
        auto other = test::sampleMail();
        other.messageId = u"r-2026-4101.2@lindner.example"_s;
        QVERIFY(composeMime(other).value().bytes != first);
    }

    // Fault 35: whatever stands in a field, it stays in it.
    void fault_35_nothingGetsIntoAHeader_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("text");
        const std::pair<const char*, QString> attacks[] = {{"CRLF", u"Meier\r\nBcc: all@evil.example"_s}, {"LF", u"Meier\nBcc: all@evil.example"_s}, {"CR", u"Meier\rBcc: x@evil.example"_s},
                                                           {"NUL", u"Meier"_s + QChar{0} + u"x"_s},           {"escape", u"Meier\u001b[2J"_s},                {"NEL", u"Meier\u0085Bcc: x"_s},
                                                           {"line separator", u"Meier\u2028Bcc: x"_s},        {"tab", u"Meier\tx"_s}};
        const char* fields[] = {"from", "to", "subject", "attachment", "messageId", "language", "cid", "type", "fromAddress", "toAddress", "replyTo"};
        for (int f = 0; f < 11; ++f)
            for (const auto& [name, text] : attacks) QTest::addRow("%s %s", fields[f], name) << f << text;
    }
    void fault_35_nothingGetsIntoAHeader()
    {
        QFETCH(int, field);
        QFETCH(QString, text);
        auto m = test::sampleMail();
        QString* const targets[] = {&m.fromName, &m.toName, &m.subject, &m.attachments[0].name, &m.messageId, &m.language, &m.images[0].contentId, &m.attachments[0].contentType,
                                    &m.fromAddress, &m.toAddress, &m.replyTo};
        *targets[field] = field < 8 ? text : u"meier@lindner.example"_s + text.mid(5);
        const auto made = composeMime(m);
        QVERIFY(!made);
        QCOMPARE(made.error().code, u"mail.header"_s);
        QVERIFY(made.error().fault == Fault::Refused);
    }

    void fault_35_addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QByteArray>("sent");   // empty: refused
        QTest::newRow("plain") << u"a.b+c@lindner.example"_s << "a.b+c@lindner.example"_ba;
        QTest::newRow("IDN") << u"info@Bäckerei-Größl.example"_s << "info@xn--bckerei-grl-46a9cvq.example"_ba;
        QTest::newRow("upper case") << u"Info@LINDNER.Example"_s << "Info@lindner.example"_ba;
        QTest::newRow("invisible") << u"a@b\u200b.example"_s << "a@b.example"_ba;   // UTS 46 drops it
        QTest::newRow("local host") << u"desk@localhost"_s << "desk@localhost"_ba;
        QTest::newRow("64 before the @") << u"a"_s.repeated(64) + u"@b.example"_s << QByteArray(64, 'a') + "@b.example";
        QTest::newRow("65 before the @") << u"a"_s.repeated(65) + u"@b.example"_s << QByteArray{};
        QTest::newRow("longest") << u"a@"_s + (u"b"_s.repeated(62) + u"."_s).repeated(3) + u"c"_s.repeated(63) << "a@" + (QByteArray(62, 'b') + '.').repeated(3) + QByteArray(63, 'c');
        QTest::newRow("too long") << u"ab@"_s + (u"b"_s.repeated(62) + u"."_s).repeated(3) + u"c"_s.repeated(63) << QByteArray{};
        QTest::newRow("huge") << u"a"_s.repeated(5'000'000) + u"@b.example"_s << QByteArray{};
        QTest::newRow("huge domain") << u"a@"_s + u"ä."_s.repeated(1'000'000) << QByteArray{};
        for (const auto* wrong : {"", "a", "@", "a@", "@b.example", "a b@c.example", "a@b c.example", "a@b..example", "a@.example", "a@b.example.", "a..b@c.example", ".a@c.example", "a@-b.example",
                                  "a@[127.0.0.1]", "\"a b\"@c.example", "a@b.example,c@d.example", "a@b.example>", "<a@b.example>", "a;b@c.example", "jürgen@c.example", "a@b_c.example", "a@b.example ",
                                  "a@b/c.example", "a@b%00.example"})
            QTest::newRow(qPrintable(u"refused "_s + QString::fromUtf8(wrong))) << QString::fromUtf8(wrong) << QByteArray{};
    }
    void fault_35_addresses()
    {
        QFETCH(QString, address);
        QFETCH(QByteArray, sent);
        auto m = test::sampleMail();
        m.toAddress = address;
        const auto made = composeMime(m);
        QCOMPARE(made.ok(), !sent.isEmpty());
        if (made) {
            QCOMPARE(made.value().to, sent);
        } else {
            QCOMPARE(made.error().code, u"mail.address"_s);
            if (address.size() > 8) QVERIFY(!made.error().detail.contains(address.left(8)));   // a person's address is not for the log
        }
    }

    void sizesAreCapped()
    {
        const auto codeOf = [](const ports::MailMessage& m) { const auto made = composeMime(m); return made ? QString{} : made.error().code; };
        auto m = test::sampleMail();
        m.subject = u"x"_s.repeated(limits::kMaxMailSubject + 1);
        QCOMPARE(codeOf(m), u"mail.too_large"_s);
        m = test::sampleMail();
        m.text = u"x"_s.repeated(limits::kMaxMailText + 1);
        QCOMPARE(codeOf(m), u"mail.too_large"_s);
        m = test::sampleMail();
        m.attachments[0].bytes = QByteArray(limits::kMaxMailAttachments, 'x');   // the picture is on top
        QCOMPARE(codeOf(m), u"mail.too_large"_s);
        m = test::sampleMail();
        m.attachments.resize(limits::kMaxMailParts + 1, m.attachments[0]);
        QCOMPARE(codeOf(m), u"mail.too_large"_s);
        m = test::sampleMail();
        m.date = {};
        QCOMPARE(codeOf(m), u"mail.header"_s);
    }

    void quotedPrintableKnowsItsEdges()
    {
        QCOMPARE(quotedPrintable({}), QByteArray{});
        QCOMPARE(quotedPrintable(u"a"_s), "a\r\n"_ba);
        QCOMPARE(quotedPrintable(u"a\r\nb\rc\n\n"_s), "a\r\nb\r\nc\r\n\r\n"_ba);
        QCOMPARE(quotedPrintable(u"a \nb\t"_s), "a=20\r\nb=09\r\n"_ba);
        QCOMPARE(quotedPrintable(u".\nFrom x\nFragen"_s), "=2E\r\n=46rom x\r\nFragen\r\n"_ba);
        QCOMPARE(quotedPrintable(u"a=ä"_s), "a=3D=C3=A4\r\n"_ba);
        QCOMPARE(quotedPrintable(u"x"_s.repeated(75) + u".y"_s), QByteArray(75, 'x') + "=\r\n=2Ey\r\n");
    }
};

QTEST_GUILESS_MAIN(TestMime)
#include "tst_mime.moc"
