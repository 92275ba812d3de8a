// An invoice that its owner pays online, by commands, against a simulated portal and a mail server: made, mailed, paid, confirmed, given back, and what
// happens when answers are lost, the portal is down, or the program is killed in between.
#include "tests/sim/portals/mollie_peer.h"
#include "tests/sim/program.h"
#include "tests/sim/smtp_peer.h"
#include <QTemporaryDir>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

namespace {

const QString kNumber = u"2026-4118"_s;
const SystemClock kClock;

} // namespace

class TstOnline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theOwnerPaysAndIsTold();
    void aRefundGoesBackOnce();
    void aLostAnswerMakesNoSecondLink();
    void killedAnywhereNothingIsDoubled_data();
    void killedAnywhereNothingIsDoubled();
    void killedWhileMailingNothingIsDoubled_data();
    void killedWhileMailingNothingIsDoubled();
    void noticesAreKeptOnce();

private:
    // A profile of its own with one invoice, the portal and the mail server.
    std::unique_ptr<Program> shop(const QString& name, sim::MolliePeer& portal, sim::SmtpPeer& mail);
    QString linkOf(const Program& program) const;
    QJsonObject item(const Program& program) const { return program.run({u"show"_s, kNumber}).first()[u"item"].toObject(); }
    static int booked(const QJsonObject& item, const QString& kind);
    QTemporaryDir m_folder;
};

void TstOnline::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

std::unique_ptr<Program> TstOnline::shop(const QString& name, sim::MolliePeer& portal, sim::SmtpPeer& mail)
{
    portal.with([](sim::MollieWorld& world) { world.goLive(); });
    auto program = std::make_unique<Program>(m_folder.filePath(name));
    const std::vector<std::pair<QString, QString>> settings{
        {u"secrets.place"_s, u"file"_s}, {u"company.name"_s, u"Autohaus Lindner"_s}, {u"company.legal_name"_s, u"Autohaus Lindner GmbH"_s},
        {u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"portal.id"_s, u"mollie"_s},
        {u"mollie.base_url"_s, portal.base()}, {u"mail.host"_s, u"127.0.0.1"_s}, {u"mail.port"_s, QString::number(mail.port())}, {u"mail.security"_s, u"none"_s},
        {u"mail.from"_s, u"kasse@lindner.example"_s}};
    for (const auto& [key, value] : settings)
        if (program->run({u"config"_s, u"set"_s, key, value}).exit != 0) return nullptr;
    QProcess keep;
    keep.start(QStringLiteral(TRESEN_PROGRAM), {u"--profile"_s, program->profile(), u"config"_s, u"secret"_s, u"portal.mollie.key"_s});
    if (!keep.waitForStarted()) return nullptr;
    keep.write(sim::MollieWorld::liveKey().toLatin1());
    keep.closeWriteChannel();
    if (!keep.waitForFinished() || keep.exitCode() != 0) return nullptr;
    if (program->run({u"import"_s, QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/2026-4118.pdf")}).exit != 0) return nullptr;
    return program;
}

QString TstOnline::linkOf(const Program& program) const
{
    return item(program)[u"requests"].toArray().last()[u"linkId"].toString();
}

int TstOnline::booked(const QJsonObject& item, const QString& kind)
{
    int count = 0;
    for (const auto& p : item[u"payments"].toArray()) count += p[u"kind"].toString() == kind;
    return count;
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
    QCOMPARE(program->run({u"config"_s, u"set"_s, u"receive.port"_s, u"0"_s}).exit, 0);
    QProcess receiver;
    receiver.start(QStringLiteral(TRESEN_PROGRAM), {u"--profile"_s, program->profile(), u"receive"_s});
    QVERIFY(receiver.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(receiver.canReadLine(), 20'000);
    const auto ready = QJsonDocument::fromJson(receiver.readLine()).object();
    const QUrl base{ready[u"listening"].toString()};
    const auto path = ready[u"paths"].toArray().first().toString();
    QVERIFY(path.endsWith(u"/mollie"));
    const auto post = [&](const QByteArray& where, const QByteArray& body) {
        QTcpSocket socket;
        socket.connectToHost(base.host(), static_cast<quint16>(base.port()));
        if (!socket.waitForConnected()) return QByteArray{};
        socket.write("POST " + where + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
        while (socket.waitForReadyRead(5'000)) {}
        return socket.readAll().left(12);
    };
    QCOMPARE(post(path.toLatin1(), "id=tr_12345"), "HTTP/1.1 200");
    QCOMPARE(post(path.toLatin1(), "id=tr_12345"), "HTTP/1.1 200");   // said twice is fine
    QCOMPARE(post("/notice/guess/mollie", "id=tr_12345"), "HTTP/1.1 404");
    QCOMPARE(post(path.toLatin1().replace("mollie", "stripe"), "{}"), "HTTP/1.1 404");
    QCOMPARE(booked(item(*program), u"online"_s), 0);                // a nudge is not a fact
    receiver.kill();
    QVERIFY(receiver.waitForFinished());
}

QTEST_GUILESS_MAIN(TstOnline)
#include "tst_online.moc"
