// HttpServer against peers that behave badly, over real sockets on 127.0.0.x; and its answers, hosts and origins.
#include "app/net/http_server.h"
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::net;

namespace {

const SystemClock kClock;

// The real limits; where a test waits for one of them to run out, the times are shortened.
HttpServerConfig calmConfig()
{
    HttpServerConfig config;
    config.lingerMs = 200;
    return config;
}

HttpServerConfig quickConfig()
{
    HttpServerConfig config;
    config.deadlineMs = 600;
    config.idleMs = 300;
    config.lingerMs = 200;
    return config;
}

struct Rig {
    explicit Rig(HttpServerConfig config = calmConfig()) : server{std::move(config), [](HttpRequest request, HttpPeer, HttpReply reply) {
        HttpResponse response;
        response.body = request.path + ' ' + QByteArray::number(request.body.size());
        if (request.path == "/never") return;
        if (request.path == "/large") response.body = QByteArray{8 * 1024 * 1024, 'x'};
        reply(response);
        reply(response);   // a second answer is ignored
    }, kClock}
    {
        const auto listened = server.listen();
        if (listened) port = listened.value();
    }
    HttpServer server;
    quint16 port = 0;
};

std::unique_ptr<QTcpSocket> connected(const Rig& rig, const QString& from = u"127.0.0.1"_s)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->bind(QHostAddress{from});
    socket->connectToHost(QHostAddress{QHostAddress::LocalHost}, rig.port);
    return socket->waitForConnected(2000) ? std::move(socket) : nullptr;
}

// Everything until the server closes, or ms are over.
QByteArray untilClosed(QTcpSocket& socket, int ms = 8000)
{
    QByteArray all;
    const QDeadlineTimer deadline{ms};
    while (!deadline.hasExpired() && socket.state() == QAbstractSocket::ConnectedState) {
        socket.waitForReadyRead(static_cast<int>(qMax<qint64>(1, qMin<qint64>(50, deadline.remainingTime()))));
        all += socket.readAll();
    }
    return all + socket.readAll();
}

int statusOf(const QByteArray& answer) { return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0; }

QByteArray oneAnswer(const Rig& rig, const QByteArray& request)
{
    const auto socket = connected(rig);
    if (!socket) return {};
    socket->write(request);
    return untilClosed(*socket);
}

QByteArray get(const QByteArray& path, bool close = true)
{
    return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + (close ? "Connection: close\r\n\r\n" : "\r\n");
}

} // namespace

class TestHttpServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersWithSecurityHeaders();
    void headHasNoBody();
    void hostsAndOrigins();
    void keepsAliveWithinLimits();
    void pipelining();
    void slowLoris();
    void silentPeer();
    void endlessHeader();
    void bigBodies();
    void garbage();
    void peerThatDoesNotRead();
    void handlerThatNeverAnswers();
    void fortyConnections();
    void onePeerManyConnections();
    void portTaken();
    void closesAndListensAgain();
    void surviveStorm();
};

void TestHttpServer::answersWithSecurityHeaders()
{
    Rig rig;
    const QByteArray answer = oneAnswer(rig, get("/a"));
    QCOMPARE(statusOf(answer), 200);
    for (const char* header :
         {"Content-Security-Policy: default-src 'none';", "form-action 'self'", "frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
          "Referrer-Policy: no-referrer", "X-Robots-Tag: noindex", "Cache-Control: no-store", "Connection: close", "Date: "})
        QVERIFY2(answer.contains(header), header);
    QVERIFY(answer.endsWith("\r\n\r\n/a 0"));
    const QByteArray refused = oneAnswer(rig, "BREW / HTTP/1.1\r\n\r\n");
    QCOMPARE(statusOf(refused), 405);
    QVERIFY(refused.contains("Content-Security-Policy: ") && refused.contains("Allow: GET, HEAD, POST"));
    const HttpResponse evil{303, "text/html", {}, "/a\r\nSet-Cookie: x"};
    QVERIFY(!responseBytes(evil, true, true, kClock.now()).contains("Set-Cookie"));
}

void TestHttpServer::headHasNoBody()
{
    Rig rig;
    const QByteArray answer = oneAnswer(rig, "HEAD /abc HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(answer.contains("Content-Length: 6\r\n"));
    QVERIFY(answer.endsWith("\r\n\r\n"));
}

void TestHttpServer::hostsAndOrigins()
{
    const QStringList names{u"localhost"_s, u"pay.shop.example"_s};
    for (const char* good : {"127.0.0.1", "192.168.1.7:8080", "localhost:1", "LocalHost", "[::1]", "[fe80::1]:80", "pay.shop.example"})
        QVERIFY2(isAllowedHost(good, names), good);
    for (const char* bad :
         {"", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "127.1", "1", "2130706433", "127.0.0.1:", "127.0.0.1:x",
          "127.0.0.1:123456", "[::1", "[127.0.0.1]", "::1", "127.0.0.1@evil.example", "127.0.0.1 ", "[]", "127.0.0.1."})
        QVERIFY2(!isAllowedHost(bad, names), bad);
    Rig rig;
    QCOMPARE(statusOf(oneAnswer(rig, "GET / HTTP/1.1\r\nHost: rebind.example\r\n\r\n")), 421);
    const auto post = [&](const QByteArray& more) {
        return statusOf(
            oneAnswer(rig, "POST / HTTP/1.1\r\nHost: 127.0.0.1:81\r\nConnection: close\r\nContent-Length: 0\r\n" + more + "\r\n"));
    };
    QCOMPARE(post({}), 200);
    QCOMPARE(post("Origin: http://127.0.0.1:81\r\n"), 200);
    QCOMPARE(post("Origin: null\r\nSec-Fetch-Site: same-origin\r\n"), 200);
    QCOMPARE(post("Origin: null\r\n"), 200);
    QCOMPARE(post("Origin: http://127.0.0.1:82\r\n"), 403);
    QCOMPARE(post("Origin: http://evil.example\r\n"), 403);
    QCOMPARE(post("Origin: null\r\nSec-Fetch-Site: cross-site\r\n"), 403);
    QCOMPARE(post("Sec-Fetch-Site: same-site\r\n"), 403);
    QCOMPARE(peerKey(QHostAddress{u"::ffff:10.0.0.1"_s}), peerKey(QHostAddress{u"10.0.0.1"_s}));
    QCOMPARE(peerKey(QHostAddress{u"2001:db8::1"_s}), peerKey(QHostAddress{u"2001:db8::2"_s}));
    QVERIFY(peerKey(QHostAddress{u"2001:db8:0:1::1"_s}) != peerKey(QHostAddress{u"2001:db8::1"_s}));
}

void TestHttpServer::keepsAliveWithinLimits()
{
    Rig rig;
    const auto socket = connected(rig);
    QVERIFY(socket);
    int answers = 0;
    QByteArray last;
    for (int i = 0; i < limits::kHttpMaxRequests; ++i) {
        socket->write(get("/k", false));
        QVERIFY(socket->waitForReadyRead(2000));
        last = socket->readAll();
        answers += statusOf(last) == 200;
    }
    QCOMPARE(answers, limits::kHttpMaxRequests);
    QVERIFY(last.contains("Connection: close"));
    untilClosed(*socket);
    QCOMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    Rig quick{quickConfig()};
    const auto idle = connected(quick);
    idle->write(get("/k", false));
    QElapsedTimer timer;
    timer.start();
    QVERIFY(untilClosed(*idle).contains("keep-alive"));
    QVERIFY2(timer.elapsed() >= 250 && timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpServer::pipelining()
{
    Rig rig;
    QByteArray requests;
    for (int i = 0; i < 20; ++i) requests += get("/p" + QByteArray::number(i), i == 19);
    const QByteArray answer = oneAnswer(rig, requests);
    QCOMPARE(answer.count("HTTP/1.1 200"), 20);
    QVERIFY(answer.indexOf("/p3 0") < answer.indexOf("/p4 0"));
    const QByteArray tooMany = oneAnswer(rig, get("/p", false).repeated(80));
    QCOMPARE(tooMany.count("HTTP/1.1 200"), limits::kHttpMaxRequests);
}

// One byte now and then keeps nobody's place longer than the deadline, counted from accept.
void TestHttpServer::slowLoris()
{
    Rig rig{quickConfig()};
    const auto socket = connected(rig);
    QVERIFY(socket);
    QElapsedTimer timer;
    timer.start();
    QByteArray answer;
    const QByteArray request = get("/slow") + QByteArray{500, 'x'};
    for (int i = 0; i < 100 && socket->state() == QAbstractSocket::ConnectedState && answer.isEmpty(); ++i) {
        socket->write(request.mid(i % 8, 1));
        socket->waitForReadyRead(50);
        answer += socket->readAll();
    }
    answer += untilClosed(*socket);
    QCOMPARE(statusOf(answer), 408);
    QVERIFY2(timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
    QCOMPARE(rig.server.stats().timedOut.load(), 1);
    QTRY_COMPARE(rig.server.stats().open.load(), 0);
}

void TestHttpServer::silentPeer()
{
    Rig rig{quickConfig()};
    const auto socket = connected(rig);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(untilClosed(*socket), QByteArray{});
    QVERIFY2(timer.elapsed() >= 500 && timer.elapsed() < 4500, qPrintable(QString::number(timer.elapsed())));
}

void TestHttpServer::endlessHeader()
{
    Rig rig;
    const auto socket = connected(rig);
    socket->write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ");
    for (int i = 0; i < 200 && socket->state() == QAbstractSocket::ConnectedState; ++i) {
        socket->write(QByteArray{1024, 'a'});
        socket->waitForBytesWritten(20);
        if (socket->bytesAvailable() > 0) break;
    }
    QCOMPARE(statusOf(untilClosed(*socket)), 431);
}

void TestHttpServer::bigBodies()
{
    Rig rig;
    const QByteArray head = "POST /b HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: ";
    QVERIFY(oneAnswer(rig, head + "262144\r\n\r\n" + QByteArray{262144, 'b'}).endsWith("/b 262144"));
    QCOMPARE(statusOf(oneAnswer(rig, head + "262145\r\n\r\n" + QByteArray{262145, 'b'})), 413);   // told so although it sends all the same
    QCOMPARE(statusOf(oneAnswer(rig, head + "62914560\r\n\r\n")), 413);
    QCOMPARE(statusOf(oneAnswer(rig, head + "-5\r\n\r\n")), 400);
    Rig quick{quickConfig()};
    QCOMPARE(statusOf(oneAnswer(quick, head + "1000\r\n\r\nhalf")), 408);
}

void TestHttpServer::garbage()
{
    Rig rig;
    QCOMPARE(statusOf(oneAnswer(rig, QByteArray{"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11})), 400);
    QCOMPARE(statusOf(oneAnswer(rig, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")), 505);
    QCOMPARE(statusOf(oneAnswer(rig, QByteArray{100'000, '\xAA'})), 414);
    QCOMPARE(statusOf(oneAnswer(rig, get("/still"))), 200);
}

void TestHttpServer::peerThatDoesNotRead()
{
    Rig rig{quickConfig()};
    auto socket = connected(rig);
    socket->setReadBufferSize(1024);
    socket->setSocketOption(QAbstractSocket::ReceiveBufferSizeSocketOption, 4096);
    socket->write(get("/large"));
    socket->waitForBytesWritten(500);
    QTRY_COMPARE_WITH_TIMEOUT(rig.server.stats().timedOut.load(), 1, 8000);
    QTRY_COMPARE(rig.server.stats().open.load(), 0);
}

void TestHttpServer::handlerThatNeverAnswers()
{
    Rig rig{quickConfig()};
    QCOMPARE(statusOf(oneAnswer(rig, get("/never"))), 503);
    QTRY_COMPARE(rig.server.stats().open.load(), 0);
}

void TestHttpServer::fortyConnections()
{
    Rig rig;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < 40; ++i) {
        sockets.push_back(connected(rig, u"127.0.0.%1"_s.arg(1 + i / limits::kHttpMaxPerPeer)));
        QVERIFY(sockets.back());
    }
    QTRY_COMPARE(rig.server.stats().open.load(), limits::kHttpMaxConnections);
    QTRY_COMPARE(rig.server.stats().turnedAway.load(), 8);
    for (std::size_t i = 32; i < 40; ++i) QCOMPARE(statusOf(untilClosed(*sockets[i])), 503);
    sockets[5]->write(get("/inside"));
    QVERIFY(untilClosed(*sockets[5]).endsWith("/inside 0"));   // who has a place is served
    QTRY_COMPARE(rig.server.stats().open.load(), limits::kHttpMaxConnections - 1);
    const auto next = connected(rig, u"127.0.0.9"_s);          // and its place is free again
    next->write(get("/next"));
    QVERIFY(untilClosed(*next).endsWith("/next 0"));
}

void TestHttpServer::onePeerManyConnections()
{
    Rig rig;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < limits::kHttpMaxPerPeer; ++i) sockets.push_back(connected(rig));
    QTRY_COMPARE(rig.server.stats().open.load(), limits::kHttpMaxPerPeer);
    const auto ninth = connected(rig);
    QCOMPARE(statusOf(untilClosed(*ninth)), 503);
    const auto other = connected(rig, u"127.0.0.2"_s);
    other->write(get("/other"));
    QVERIFY(untilClosed(*other).endsWith("/other 0"));
}

void TestHttpServer::portTaken()
{
    Rig rig;
    auto config = quickConfig();
    config.port = rig.port;
    HttpServer second{config, [](HttpRequest, HttpPeer, HttpReply) {}, kClock};
    const auto listened = second.listen();
    QVERIFY(!listened);
    QCOMPARE(listened.error().code, u"http.port_taken"_s);
}

void TestHttpServer::closesAndListensAgain()
{
    Rig rig;
    const auto socket = connected(rig);
    QTRY_COMPARE(rig.server.stats().open.load(), 1);
    rig.server.close();
    QCOMPARE(untilClosed(*socket), QByteArray{});
    QCOMPARE(rig.server.stats().open.load(), 0);
    const auto again = rig.server.listen();
    QVERIFY(again);
    rig.port = again.value();
    QCOMPARE(statusOf(oneAnswer(rig, get("/again"))), 200);
}

// 300 connections that come, say half a thing and go at any moment: nothing stays open, and it still serves.
void TestHttpServer::surviveStorm()
{
    Rig rig{quickConfig()};
    const QByteArray request = get("/storm");
    std::vector<std::unique_ptr<QTcpSocket>> kept;
    for (int i = 0; i < 300; ++i) {
        auto socket = connected(rig, u"127.0.1.%1"_s.arg(1 + i % 20));
        if (!socket) continue;
        socket->write(request.left(i % (request.size() + 1)));
        if (i % 3 == 0) socket->abort();
        else if (i % 3 == 1) socket->disconnectFromHost();
        if (i % 10 == 2) kept.push_back(std::move(socket));
    }
    QTRY_COMPARE_WITH_TIMEOUT(rig.server.stats().open.load(), 0, 10'000);
    QCOMPARE(statusOf(oneAnswer(rig, request)), 200);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
