// WebPeer: what the other tests rely on, seen with a bare socket. Each mischief does what its name says and nothing else.
#include "tests/sim/web_peer.h"
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTest>
#include <atomic>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::sim;

namespace {

struct PeerRig {
    std::atomic<int> handled{0};
    WebPeer peer{[this](const WebRequest& request) {
        ++handled;
        return WebAnswer{201, {{"X-Method", request.method}}, request.method + ' ' + request.path + ' ' + request.query + ' ' + request.body};
    }};

    QByteArray ask(const QByteArray& request, int ms = 2000, bool* ended = nullptr) const
    {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, peer.port());
        if (!socket.waitForConnected(2000)) return "refused";
        socket.write(request);
        QByteArray all;
        for (const QDeadlineTimer deadline{ms}; !deadline.hasExpired() && socket.state() == QAbstractSocket::ConnectedState && all.size() < 4'000'000;) {
            socket.waitForReadyRead(20);
            all += socket.readAll();
        }
        if (ended) *ended = socket.state() != QAbstractSocket::ConnectedState;
        return all + socket.readAll();
    }
};

QByteArray request(const QByteArray& method, const QByteArray& target = "/a?b=c", const QByteArray& body = "body")
{
    return method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

class TestWebPeer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMethodReachesTheHandler();
    void keptConnectionAndPieces();
    void cutsAndSilence();
    void answersOfItsOwn();
    void neverEnds();
    void ordersInTurn();
    void downAndBack();
};

void TestWebPeer::everyMethodReachesTheHandler()
{
    PeerRig rig;
    for (const QByteArray method : {"GET", "POST", "PATCH", "PUT", "DELETE"}) {
        const auto answer = rig.ask(request(method));
        QVERIFY2(answer.startsWith("HTTP/1.1 201 ") && answer.endsWith(method + " /a b=c body"), answer.constData());
    }
    QCOMPARE(rig.handled.load(), 5);
    QCOMPARE(rig.peer.requests().size(), std::size_t{5});
    QCOMPARE(rig.peer.requests()[2].method, QByteArray{"PATCH"});
    QCOMPARE(rig.peer.requests()[2].header("content-length"), QByteArray{"4"});
    QCOMPARE(rig.peer.connections(), 5);
    rig.peer.forget();
    QVERIFY(rig.peer.requests().empty());
}

void TestWebPeer::keptConnectionAndPieces()
{
    PeerRig rig;
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, rig.peer.port());
    QVERIFY(socket.waitForConnected(2000));
    QByteArray all;
    const QByteArray two = QByteArray{"POST /one HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc"} + "GET /two HTTP/1.1\r\nHost: a\r\n\r\n";
    for (const char c : two) {
        socket.write(&c, 1);
        socket.flush();
    }
    for (const QDeadlineTimer deadline{3000}; !deadline.hasExpired() && !all.contains("GET /two");) {
        socket.waitForReadyRead(20);
        all += socket.readAll();
    }
    QVERIFY(all.contains("POST /one  abc"));
    QVERIFY(all.contains("GET /two"));
    QCOMPARE(rig.peer.connections(), 1);
    QCOMPARE(rig.peer.requests().size(), std::size_t{2});
}

void TestWebPeer::cutsAndSilence()
{
    PeerRig rig;
    bool ended = false;
    rig.peer.misbehave(Mischief::AnswerLost);
    QCOMPARE(rig.ask(request("POST"), 2000, &ended), QByteArray{});
    QVERIFY(ended);
    QCOMPARE(rig.handled.load(), 1);
    rig.peer.misbehave(Mischief::NotTaken);
    QCOMPARE(rig.ask(request("POST"), 2000, &ended), QByteArray{});
    QVERIFY(ended);
    QCOMPARE(rig.handled.load(), 1);
    rig.peer.misbehave(Mischief::Silent);
    QCOMPARE(rig.ask(request("POST"), 300, &ended), QByteArray{});
    QVERIFY(!ended);
    QCOMPARE(rig.handled.load(), 1);
    rig.peer.misbehave(Mischief::CutBody);
    const auto half = rig.ask(request("POST"), 2000, &ended);
    QVERIFY(ended && half.contains("Content-Length: 16\r\n") && half.endsWith("\r\n\r\nPOST /a "));
    QCOMPARE(rig.handled.load(), 2);
    QElapsedTimer since;
    since.start();
    rig.peer.misbehave(Mischief::Slow, 1, {}, {}, {}, 300);
    QVERIFY(rig.ask(request("POST"), 3000).endsWith("POST /a b=c body"));
    QVERIFY(since.elapsed() >= 290);
    QCOMPARE(rig.peer.requests().size(), std::size_t{5});
}

void TestWebPeer::answersOfItsOwn()
{
    PeerRig rig;
    rig.peer.misbehave(Mischief::Status, 1, {}, {}, "429\nRetry-After: 60\n\n{\"detail\":\"slow down\"}");
    const auto busy = rig.ask(request("POST"));
    QVERIFY(busy.startsWith("HTTP/1.1 429 ") && busy.contains("Retry-After: 60\r\n") && busy.endsWith("\r\n\r\n{\"detail\":\"slow down\"}"));
    rig.peer.misbehave(Mischief::Status, 1, {}, {}, "503");
    QVERIFY(rig.ask(request("POST")).startsWith("HTTP/1.1 503 "));
    rig.peer.misbehave(Mischief::Html);
    QVERIFY(rig.ask(request("POST")).contains("text/html"));
    rig.peer.misbehave(Mischief::NoHttp);
    QVERIFY(rig.ask(request("POST")).startsWith("220 "));
    rig.peer.misbehave(Mischief::GzipBomb);
    const auto bomb = rig.ask(request("POST"));
    QVERIFY(bomb.size() > 100'000 && bomb.size() < 1'000'000);
    QVERIFY(bomb.contains("\r\n\r\n\x1f\x8b"));
    QCOMPARE(rig.handled.load(), 0);
    rig.peer.misbehave(Mischief::Replace, 1, {}, {}, "{\"cut\":");
    QVERIFY(rig.ask(request("POST")).endsWith("\r\n\r\n{\"cut\":"));
    QCOMPARE(rig.handled.load(), 1);
}

void TestWebPeer::neverEnds()
{
    PeerRig rig;
    bool ended = true;
    rig.peer.misbehave(Mischief::Endless);
    QVERIFY(rig.ask(request("GET"), 10'000, &ended).size() >= 4'000'000);
    QVERIFY(!ended);
    rig.peer.misbehave(Mischief::Trickle, 1, {}, {}, {}, 20);
    const auto drops = rig.ask(request("GET"), 500, &ended);
    QVERIFY(!ended && drops.contains("\r\n\r\nxxx") && drops.size() < 500);
    rig.peer.misbehave(Mischief::Trickle, 1, {}, {}, "header", 20);
    QVERIFY(!rig.ask(request("GET"), 300).contains("\r\n\r\n"));
    QVERIFY(rig.ask(request("GET")).startsWith("HTTP/1.1 201 "));   // the others are still served
}

void TestWebPeer::ordersInTurn()
{
    PeerRig rig;
    rig.peer.misbehave(Mischief::Status, 2, "/v2/links", "POST", "500");
    rig.peer.misbehave(Mischief::Status, -1, "/v2", {}, "503");
    const auto status = [&rig](const QByteArray& method, const QByteArray& path) { return rig.ask(request(method, path)).mid(9, 3); };
    QCOMPARE(status("GET", "/v1"), QByteArray{"201"});
    QCOMPARE(status("GET", "/v2/links/x"), QByteArray{"503"});
    QCOMPARE(status("POST", "/v2/links"), QByteArray{"500"});
    QCOMPARE(status("POST", "/v2/links/y"), QByteArray{"500"});
    QCOMPARE(status("POST", "/v2/links"), QByteArray{"503"});
    QCOMPARE(status("POST", "/v2/links"), QByteArray{"503"});
    rig.peer.behave();
    QCOMPARE(status("POST", "/v2/links"), QByteArray{"201"});
}

void TestWebPeer::downAndBack()
{
    PeerRig rig;
    const auto port = rig.peer.port();
    QCOMPARE(rig.peer.base(), u"http://127.0.0.1:%1"_s.arg(port));
    rig.peer.goDown();
    QCOMPARE(rig.ask(request("GET")), QByteArray{"refused"});
    rig.peer.comeBack();
    QCOMPARE(rig.peer.port(), port);
    QVERIFY(rig.ask(request("GET")).startsWith("HTTP/1.1 201 "));
}

QTEST_GUILESS_MAIN(TestWebPeer)
#include "tst_web_peer.moc"
