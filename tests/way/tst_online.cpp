// An invoice that its owner pays online, by commands, against a simulated portal and a mail server: made, mailed, paid, confirmed, given back, and what
// happens when answers are lost, the portal is down, or the program is killed in between.
#include "app/core/sanitized.h"
#include "tests/sim/portals/adyen_peer.h"
#include "tests/sim/portals/mollie_peer.h"
#include "tests/sim/smtp_peer.h"
#include "tests/way/online_shop.h"
#include <QMessageAuthenticationCode>
#include <QTemporaryDir>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

namespace {

const QString kNumber = shopNumber();
const SystemClock kClock;

} // namespace

class TstOnline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theOwnerPaysAndIsTold();
    void aRefundGoesBackOnce();
    void testModeIsMarkedOnPaperAndInTheMailAndPaysNothing();
    void aLostAnswerMakesNoSecondLink();
    void killedAnywhereNothingIsDoubled_data();
    void killedAnywhereNothingIsDoubled();
    void killedWhileMailingNothingIsDoubled_data();
    void killedWhileMailingNothingIsDoubled();
    void noticesAreKeptOnce();
    void unsignedNoticesOfBezahlAreProvenByTheirAddress();
    void anotherProcessKnowsWhatTheNoticeTold();

private:
    // A profile of its own with one invoice, the portal and the mail server.
    std::unique_ptr<Program> shop(const QString& name, sim::MolliePeer& portal, sim::SmtpPeer& mail);
    QString linkOf(const Program& program) const { return shopLink(program); }
    QJsonObject item(const Program& program) const { return shopItem(program); }
    // "tresen receive" of this profile: its address and the path of the first portal; empty when it did not start.
    static QString receive(QProcess& receiver, const Program& program, QUrl& base);
    static QByteArray post(const QUrl& base, const QByteArray& path, const QByteArray& body, const QByteArray& header = {});
    QTemporaryDir m_folder;
};

void TstOnline::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

std::unique_ptr<Program> TstOnline::shop(const QString& name, sim::MolliePeer& portal, sim::SmtpPeer& mail)
{
    portal.with([](sim::MollieWorld& world) { world.goLive(); });
    return openShop(m_folder.filePath(name), {u"mollie"_s, portal.base(), sim::MollieWorld::liveKey()}, mail.port());
}

QString TstOnline::receive(QProcess& receiver, const Program& program, QUrl& base)
{
    if (program.run({u"config"_s, u"set"_s, u"receive.port"_s, u"0"_s}).exit != 0) return {};
    receiver.start(QStringLiteral(TRESEN_PROGRAM), {u"--profile"_s, program.profile(), u"receive"_s});
    if (!receiver.waitForStarted() || !QTest::qWaitFor([&] { return receiver.canReadLine(); }, 20'000)) return {};
    const auto ready = QJsonDocument::fromJson(receiver.readLine()).object();
    base = QUrl{ready[u"listening"].toString()};
    return ready[u"paths"].toArray().first().toString();
}

QByteArray TstOnline::post(const QUrl& base, const QByteArray& path, const QByteArray& body, const QByteArray& header)
{
    QTcpSocket socket;
    socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
    if (!socket.waitForConnected()) return {};
    socket.write("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "Content-Type: application/json\r\nContent-Length: "
                 + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    while (socket.waitForReadyRead(5'000)) {}
    return socket.readAll().left(12);
}

void TstOnline::theOwnerPaysAndIsTold()
{
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = shop(u"pay"_s, portal, mail);
    QVERIFY(program);
    const auto request = program->run({u"request"_s, kNumber, u"--mail"_s, u"owner@example.org"_s});
    QVERIFY2(request.exit == 0, qPrintable(request.messages));
    QVERIFY(request.first()[u"url"].toString().startsWith(u"http"));
    QCOMPARE(request.lines.last()[u"state"].toString(), u"sent"_s);
    QCOMPARE(mail.deliveries().size(), 1);
    QVERIFY(mail.deliveries().front().bytes.contains("application/pdf"));
    QCOMPARE(program->run({u"release"_s, kNumber, u"--to"_s, u"Dr. Helene Vogt"_s}).exit, 1);

    QVERIFY(portal.act(u"pay"_s, linkOf(*program), u"applepay"_s));
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    const auto row = program->run({u"board"_s, u"--search"_s, kNumber}).first();
    QCOMPARE(row[u"state"].toString(), u"paid"_s);
    QCOMPARE(row[u"light"].toString(), u"green"_s);
    QCOMPARE(booked(item(*program), u"online"_s), 1);
    QCOMPARE(program->run({u"release"_s, kNumber, u"--to"_s, u"Dr. Helene Vogt"_s}).exit, 0);
    const auto verify = program->run({u"verify"_s});
    QVERIFY2(verify.exit == 0, qPrintable(verify.messages));
}

void TstOnline::aRefundGoesBackOnce()
{
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = shop(u"refund"_s, portal, mail);
    QVERIFY(program);
    QCOMPARE(program->run({u"request"_s, kNumber}).exit, 0);
    QVERIFY(portal.act(u"pay"_s, linkOf(*program), u"paypal"_s));
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    const auto alone = program->run({u"refund"_s, kNumber, u"--amount"_s, u"184.30"_s, u"--reason"_s, u"Teile nicht verbaut"_s});
    QCOMPARE(alone.exit, 1);
    QVERIFY(alone.messages.contains(u"refund.second_person"_s));
    portal.web().misbehave(sim::Mischief::AnswerLost, 1, "/v2/payments", "POST");   // done, but nobody hears of it
    const auto back = program->run({u"refund"_s, kNumber, u"--amount"_s, u"184.30"_s, u"--reason"_s, u"Teile nicht verbaut"_s, u"--second"_s, u"Frau Lindner"_s});
    QVERIFY2(back.exit == 0, qPrintable(back.messages));
    QCOMPARE(back.first()[u"pending"].toBool(), true);
    QVERIFY(QFileInfo{back.first()[u"file"].toString()}.size() > 5'000);
    QCOMPARE(booked(item(*program), u"refund_online"_s), 0);
    QTest::qWait(7'000);   // the outbox's pause
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(portal.with([](sim::MollieWorld& world) { return world.refunds(); }), 1u);
    QVERIFY(portal.act(u"settle"_s, linkOf(*program)));
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    const auto now = item(*program);
    QCOMPARE(booked(now, u"refund_online"_s), 1);
    QCOMPARE(now[u"refunds"].toArray().first()[u"state"].toString(), u"done"_s);
    QCOMPARE(now[u"paid"].toArray().first().toInteger(), 50'000);
}

// A real workshop that tries its portal's test mode with a real invoice: nothing that leaves the house may be taken for a claim.
void TstOnline::testModeIsMarkedOnPaperAndInTheMailAndPaysNothing()
{
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = openShop(m_folder.filePath(u"test-mode"_s), {u"mollie"_s, portal.base(), u"test_simulatedKeyOfTheTests0123"_s}, mail.port());
    QVERIFY(program);
    QCOMPARE(program->run({u"config"_s, u"set"_s, u"portal.test"_s, u"yes"_s}).exit, 0);
    const auto request = program->run({u"request"_s, kNumber, u"--mail"_s, u"owner@example.org"_s});
    QVERIFY2(request.exit == 0, qPrintable(request.messages));
    QCOMPARE(mail.deliveries().size(), 1);
    const auto sent = mail.deliveries().front().bytes;
    QVERIFY(sent.contains("application/pdf") && sent.contains("[SCHULUNG]"));
    QVERIFY(!sent.contains("DE89"));
    QVERIFY(portal.act(u"pay"_s, linkOf(*program), u"applepay"_s));
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(booked(item(*program), u"online"_s), 0);
    QCOMPARE(program->run({u"release"_s, kNumber, u"--to"_s, u"Dr. Helene Vogt"_s}).exit, 1);
}

void TstOnline::aLostAnswerMakesNoSecondLink()
{
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = shop(u"lost"_s, portal, mail);
    QVERIFY(program);
    portal.web().misbehave(sim::Mischief::AnswerLost, 1, "/v2/payment-links", "POST");
    const auto first = program->run({u"request"_s, kNumber});
    QCOMPARE(first.exit, 4);
    QCOMPARE(program->run({u"board"_s, u"--search"_s, kNumber}).first()[u"state"].toString(), u"unknown"_s);
    QCOMPARE(program->run({u"pay"_s, kNumber, u"--transfer"_s, u"684.30"_s}).exit, 1);   // unknown blocks a second charge
    QTest::qWait(7'000);
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(program->run({u"request"_s, kNumber}).exit, 0);
    QCOMPARE(portal.with([](sim::MollieWorld& world) { return world.links(); }), 1u);
}

void TstOnline::killedAnywhereNothingIsDoubled_data()
{
    QTest::addColumn<QString>("point");
    for (const auto* point : {"request.created", "request.before_create", "request.after_create", "request.sheet_written", "store.after_journal", "store.after_projection"})
        QTest::newRow(point) << QString::fromLatin1(point);
}

void TstOnline::killedAnywhereNothingIsDoubled()
{
    QFETCH(QString, point);
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = shop(u"kill-"_s + point, portal, mail);
    QVERIFY(program);
    QVERIFY(program->run({u"request"_s, kNumber}, point).killed);
    QTest::qWait(100);
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QTRY_COMPARE_WITH_TIMEOUT(program->run({u"request"_s, kNumber}).exit, 0, 30'000);
    QVERIFY(portal.act(u"pay"_s, linkOf(*program), u"card"_s));
    QVERIFY(program->run({u"sync"_s}, u"store.after_journal"_s).killed);
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(portal.with([](sim::MollieWorld& world) { return world.links(); }), 1u);
    QCOMPARE(booked(item(*program), u"online"_s), 1);
    QCOMPARE(program->run({u"verify"_s}).exit, 0);
}

void TstOnline::killedWhileMailingNothingIsDoubled_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("deliveries");   // after the restart
    QTest::newRow("queued") << u"mail.queued"_s << 1;
    QTest::newRow("composed") << u"mail.composed"_s << 1;
    QTest::newRow("taken") << u"mail.taken"_s << 0;    // in hand and left lying: a person looks, nothing is sent by itself
    QTest::newRow("sent") << u"mail.sent"_s << 1;      // gone already: not once more
}

void TstOnline::killedWhileMailingNothingIsDoubled()
{
#ifdef TRESEN_SANITIZED
    QSKIP("the program is killed in the release round only");
#endif
    QFETCH(QString, point);
    QFETCH(int, deliveries);
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = shop(u"mail-"_s + point, portal, mail);
    QVERIFY(program);
    QVERIFY(program->run({u"request"_s, kNumber, u"--mail"_s, u"owner@example.org"_s}, point).killed);
    for (int i = 0; i < 3; ++i) QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(mail.deliveries().size(), deliveries);
    QCOMPARE(program->run({u"verify"_s}).exit, 0);
}

void TstOnline::noticesAreKeptOnce()
{
    sim::MolliePeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = shop(u"notice"_s, portal, mail);
    QVERIFY(program);
    QProcess receiver;
    QUrl base;
    const auto path = receive(receiver, *program, base);
    QVERIFY(path.endsWith(u"/mollie"));
    QCOMPARE(post(base, path.toLatin1(), "id=tr_12345"), "HTTP/1.1 200");
    QCOMPARE(post(base, path.toLatin1(), "id=tr_12345"), "HTTP/1.1 200");   // said twice is fine
    QCOMPARE(post(base, "/notice/guess/mollie", "id=tr_12345"), "HTTP/1.1 404");
    QCOMPARE(post(base, path.toLatin1().replace("mollie", "stripe"), "{}"), "HTTP/1.1 404");
    QCOMPARE(booked(item(*program), u"online"_s), 0);                      // a nudge is not a fact
    receiver.kill();
    QVERIFY(receiver.waitForFinished());
}

// bezahl.de signs nothing that is published: who knows the address is who it was given to. The path's secret is made by this very command.
void TstOnline::unsignedNoticesOfBezahlAreProvenByTheirAddress()
{
    sim::SmtpPeer mail;
    const auto program = openShop(m_folder.filePath(u"bezahl"_s), {u"bezahl"_s, u"http://127.0.0.1:9"_s, u"key"_s, u"org1"_s, u"registered-secret"_s}, mail.port());
    QVERIFY(program);
    QProcess receiver;
    QUrl base;
    const auto path = receive(receiver, *program, base).toLatin1();
    QVERIFY(path.endsWith("/bezahl"));
    const QByteArray body = R"({"event":"order.paid","orderId":"BJ8ivGHSKq"})";
    QCOMPARE(post(base, path, body), "HTTP/1.1 200");
    QCOMPARE(post(base, path + "/registered-secret", body), "HTTP/1.1 200");   // as some portals write it
    QCOMPARE(post(base, path + "/wrong", body), "HTTP/1.1 401");
    QCOMPARE(post(base, "/notice/guess/bezahl", body), "HTTP/1.1 404");
    QCOMPARE(post(base, "/notice/guess/bezahl", body, ":path-token: registered-secret\r\n"), "HTTP/1.1 400");   // no header has such a name
    receiver.kill();
    QVERIFY(receiver.waitForFinished());
    receiver.readAllStandardOutput();
    QVERIFY(!receiver.readAllStandardError().contains("registered-secret"));
}

// Adyen tells the name of a payment, which a refund needs, only in a signed notice. The receiver hears it; a command of another process gives back.
void TstOnline::anotherProcessKnowsWhatTheNoticeTold()
{
    const QByteArray key = "44782DEF547AAA06C910C43932B1EB0C71FC68D9D0C057550C48EC2ACF6BA056";
    sim::AdyenPeer portal{kClock};
    sim::SmtpPeer mail;
    const auto program = openShop(m_folder.filePath(u"adyen"_s), {u"adyen"_s, portal.base(), sim::AdyenWorld::key(), sim::AdyenWorld::account(), QString::fromLatin1(key)}, mail.port());
    QVERIFY(program);
    QVERIFY(portal.act(u"twist"_s, {}, u"host=https://eu.adyen.link"_s));   // the live platform's pages
    const auto asked = program->run({u"request"_s, kNumber});
    QVERIFY2(asked.exit == 0, qPrintable(asked.messages));
    const auto link = linkOf(*program);
    QVERIFY(portal.act(u"pay"_s, link));
    QCOMPARE(program->run({u"sync"_s}).exit, 0);
    QCOMPARE(booked(item(*program), u"online"_s), 1);
    const QStringList refund{u"refund"_s, kNumber, u"--amount"_s, u"50.00"_s, u"--reason"_s, u"Teile nicht verbaut"_s};
    const auto early = program->run(refund);
    QVERIFY(early.messages.contains(u"refund.failed"_s));   // nobody has told yet
    QCOMPARE(portal.with([](sim::AdyenWorld& world) { return world.refunds().size(); }), std::size_t{0});

    QProcess receiver;
    QUrl base;
    const auto path = receive(receiver, *program, base).toLatin1();
    const auto payment = portal.with([&](sim::AdyenWorld& world) { return world.paymentOf(link); });
    const auto reference = item(*program)[u"requests"].toArray().last()[u"id"].toString();
    const auto text = QStringList{payment, {}, sim::AdyenWorld::account(), reference, u"68430"_s, u"EUR"_s, u"AUTHORISATION"_s, u"true"_s}.join(u':').toUtf8();
    const auto seal = QMessageAuthenticationCode::hash(text, QByteArray::fromHex(key), QCryptographicHash::Sha256).toBase64();
    const QByteArray notice = R"({"live":"true","notificationItems":[{"NotificationRequestItem":{"eventCode":"AUTHORISATION","success":"true","merchantAccountCode":")"
                              + sim::AdyenWorld::account().toUtf8() + R"(","pspReference":")" + payment.toUtf8() + R"(","merchantReference":")" + reference.toUtf8()
                              + R"(","amount":{"value":68430,"currency":"EUR"},"additionalData":{"hmacSignature":")" + seal + R"("}}}]})";
    QCOMPARE(post(base, path, notice), "HTTP/1.1 200");
    receiver.kill();
    QVERIFY(receiver.waitForFinished());

    const auto back = program->run(refund);
    QVERIFY2(back.exit == 0, qPrintable(back.messages));
    QCOMPARE(back.first()[u"pending"].toBool(), true);
    QCOMPARE(portal.with([](sim::AdyenWorld& world) { return world.refunds().size(); }), std::size_t{1});
}

QTEST_GUILESS_MAIN(TstOnline)
#include "tst_online.moc"
