// Transcript: the one question of every broken conversation, has the server got the message, over all the places it can break at.
#include "app/adapters/mail/smtp/transcript.h"
#include "app/core/limits.h"
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::adapters::smtp;

namespace {

constexpr qsizetype kBody = 1000;

// "C: …" is sent, "S: …" is answered, "B: n" are bytes of the message.
Transcript told(std::initializer_list<const char*> lines)
{
    Transcript t{kBody};
    for (const auto* text : lines) {
        const QByteArray line{text};
        if (line.startsWith("C: ")) t.command(line.mid(3) + "\r\n");
        if (line.startsWith("S: ")) t.reply(line.mid(3) + "\r\n");
        if (line.startsWith("B: ")) t.bodyBytes(line.mid(3).toInt());
    }
    return t;
}

} // namespace

class TestTranscript : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takenOnlyAfterTheLastDot()
    {
        auto t = told({"S: 220 hi", "C: EHLO x", "S: 250-hi", "S: 250 SIZE 1", "C: MAIL FROM:<a>", "S: 250 ok", "C: RCPT TO:<b>", "S: 250 ok", "C: DATA", "S: 354 go", "B: 400"});
        QVERIFY(!t.isTaken() && !t.isGivenAway());
        t.reply("250 too early\r\n");
        QVERIFY(!t.isTaken());
        t.bodyBytes(598);
        QVERIFY(t.isGivenAway() && !t.isTaken());
        t.reply("250 2.0.0 queued\r\n");
        QVERIFY(t.isTaken());
        t.command("QUIT\r\n");
        t.reply("500 what\r\n");
        QVERIFY(t.isTaken());
        QCOMPARE(t.words(), u"250 2.0.0 queued"_s);
    }
    void whereItBreaksIsWhatItMeans_data()
    {
        QTest::addColumn<QString>("end");
        QTest::addColumn<QString>("code");
        QTest::newRow("nothing said") << QString{} << u"mail.unreachable"_s;
        QTest::newRow("greeting 421") << u"S: 421 busy"_s << u"mail.greylisted"_s;
        QTest::newRow("greeting 554") << u"S: 554 no"_s << u"mail.rejected"_s;
        QTest::newRow("hello unanswered") << u"S: 220 hi|C: EHLO x"_s << u"mail.unreachable"_s;
        QTest::newRow("login 535") << u"S: 220 hi|C: AUTH PLAIN|S: 334 |C: AGFiYwBhYmM=|S: 535 no"_s << u"mail.auth"_s;
        QTest::newRow("login 454") << u"S: 220 hi|C: AUTH PLAIN|S: 334 |C: AGFiYwBhYmM=|S: 454 later"_s << u"mail.greylisted"_s;
        QTest::newRow("login secret like a verb") << u"S: 220 hi|C: AUTH PLAIN|S: 334 |C: xyz=|S: 535 no"_s << u"mail.auth"_s;
        QTest::newRow("sender 530") << u"S: 220 hi|C: MAIL FROM:<a>|S: 530 log in"_s << u"mail.auth"_s;
        QTest::newRow("sender 552") << u"S: 220 hi|C: MAIL FROM:<a> SIZE=9|S: 552 big"_s << u"mail.too_large"_s;
        QTest::newRow("recipient 552") << u"S: 220 hi|C: RCPT TO:<a>|S: 552 5.2.2 full"_s << u"mail.rejected"_s;
        QTest::newRow("recipient 450") << u"S: 220 hi|C: RCPT TO:<a>|S: 450 grey"_s << u"mail.greylisted"_s;
        QTest::newRow("recipient 550") << u"S: 220 hi|C: RCPT TO:<a>|S: 550 unknown"_s << u"mail.rejected"_s;
        QTest::newRow("refused before, silent now") << u"S: 220 hi|C: EHLO x|S: 502 no|C: HELO x"_s << u"mail.unreachable"_s;
        QTest::newRow("half of the message") << u"C: DATA|S: 354 go|B: 997"_s << u"mail.unreachable"_s;
        QTest::newRow("whole message, no answer") << u"C: DATA|S: 354 go|B: 998"_s << u"mail.unclear"_s;
        QTest::newRow("whole message, no answer, goodbye") << u"C: DATA|S: 354 go|B: 1000|C: QUIT|S: 221 bye"_s << u"mail.unclear"_s;
        QTest::newRow("refused, goodbye") << u"S: 220 hi|C: RCPT TO:<a>|S: 450 grey|C: QUIT|S: 500 what"_s << u"mail.greylisted"_s;
        QTest::newRow("whole message, half an answer") << u"C: DATA|S: 354 go|B: 1000|S: 250-thinking"_s << u"mail.unclear"_s;
        QTest::newRow("whole message, 451") << u"C: DATA|S: 354 go|B: 1000|S: 451 later"_s << u"mail.greylisted"_s;
        QTest::newRow("whole message, 554") << u"C: DATA|S: 354 go|B: 1000|S: 554 spam"_s << u"mail.rejected"_s;
        QTest::newRow("whole message, 552") << u"C: DATA|S: 354 go|B: 1000|S: 552 5.3.4 big"_s << u"mail.too_large"_s;
    }
    void whereItBreaksIsWhatItMeans()
    {
        QFETCH(QString, end);
        QFETCH(QString, code);
        Transcript t{kBody};
        for (const auto& step : end.split(u'|', Qt::SkipEmptyParts)) {
            const auto line = step.mid(3).toLatin1() + "\r\n";
            if (step.startsWith(u'C')) t.command(line);
            else if (step.startsWith(u'S')) t.reply(line);
            else t.bodyBytes(step.mid(3).toInt());
        }
        const auto error = t.failure(false, false, u"library"_s);
        QCOMPARE(error.code, code);
        const bool again = code == u"mail.unreachable" || code == u"mail.greylisted";
        QVERIFY(error.fault == (code == u"mail.unclear" ? Fault::Timeout : again ? Fault::Unreachable : Fault::Refused));
    }
    void encryptionFailsBeforeAnythingElse()
    {
        const auto t = told({"S: 220 hi", "C: STARTTLS", "S: 454 not now"});
        QCOMPARE(t.failure(true, false, u"x"_s).code, u"mail.tls"_s);
        QVERIFY(t.failure(true, false, u"x"_s).fault == Fault::Unreachable);
    }
    void aServersWordsAreCappedAndHarmless()
    {
        Transcript t{kBody};
        for (int i = 0; i < 10'000; ++i) t.reply("220-" + QByteArray(300, 'x') + "\r\n");
        t.reply("220 \x1b[2J\x07 end\r\n");
        QVERIFY(t.words().size() <= limits::kMaxMailReply);
        t.command("EHLO x\r\n");
        t.reply("550 \x1b[2J\x07 end\r\n");
        QCOMPARE(t.words(), u"550 [2J end"_s);
    }
};

QTEST_GUILESS_MAIN(TestTranscript)
#include "tst_transcript.moc"
