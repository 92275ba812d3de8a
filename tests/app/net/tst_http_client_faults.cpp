// HttpClient against a web service that misbehaves: what arrives there, what is told here, and how long and how large it can get. The numbers
// in the names are those of the list of faults; figures are generous bounds, not aims.
#include "tests/app/net/net_kit.h"
#include <QRegularExpression>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <atomic>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::net;
using namespace tresen::sim;
using namespace tresen::test;

class TestHttpClientFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void fault_36_busyPortal();
    void fault_37_silent();
    void fault_37_slowLoris();
    void fault_37_slowLorisInTheHeader();
    void fault_37_endlessBody();
    void fault_37_floodHoldsUpNoReader();
    void fault_37_endlessHeader();
    void fault_37_announcedTooLarge();
    void fault_37_gzipBomb();
    void fault_38_noHttpAndHtml();
    void fault_39_answerLost_data();
    void fault_39_answerLost();
    void fault_39_cutBody();
    void fault_39_keptConnectionEnded();
    void fault_39_downBetweenTwoTries();
    void fault_43_captivePortalSpeaksNoTls();
    void fault_44_closedPortAndBack();
    void fault_44_nameUnknown();
    void fault_44_blackHole();
    void fault_44_proxyWantsPassword();
};

void TestHttpClientFaults::fault_36_busyPortal()
{
    Rig rig;
    const auto retry = [&rig](const QByteArray& detail) {
        rig.peer.misbehave(Mischief::Status, 1, {}, {}, detail);
        const auto answer = rig.ask("POST", u"/x"_s, kOrder);
        return answer ? errorOfStatus(answer.value(), {}, 0) : answer.error();
    };
    QCOMPARE(retry("429\nRetry-After: 20").code, u"portal.busy"_s);
    QCOMPARE(retry("429\nRetry-After: 20").retryAfterMs, 20'000);
    QCOMPARE(retry("429\nRetry-After: soon").retryAfterMs, 0);
    QCOMPARE(retry("503\nRetry-After: 1000000000").retryAfterMs, limits::kMaxRetryAfterMs);
    QCOMPARE(retry("500").fault, Fault::Timeout);
    QCOMPARE(retry("502").fault, Fault::Timeout);
    QCOMPARE(rig.handled.load(), 0);
    QCOMPARE(rig.peer.requests().size(), std::size_t{6});   // none was repeated by itself
}

void TestHttpClientFaults::fault_37_silent()
{
    Rig rig;
    rig.peer.misbehave(Mischief::Silent, 2);
    for (const QByteArray method : {"GET", "POST"}) {
        const auto got = measured(rig.client, callOf(method, rig.peer.base() + u"/x"_s, method == "GET" ? QByteArray{} : kOrder, 700));
        QCOMPARE(brief(got.result), QByteArray{"Timeout net.deadline"});
        QVERIFY2(got.ms >= 650 && got.ms < 3000, qPrintable(QString::number(got.ms)));
    }
    QCOMPARE(rig.peer.requests().size(), std::size_t{2});
    rig.peer.misbehave(Mischief::Slow, 1, {}, {}, {}, 400);
    QCOMPARE(brief(rig.ask("POST", u"/x"_s, kOrder, 5000)), QByteArray{"200"});
}

void TestHttpClientFaults::fault_37_slowLoris()
{
    Rig rig;
    rig.peer.misbehave(Mischief::Trickle, 1, {}, {}, {}, 20);
    const auto got = measured(rig.client, callOf("GET", rig.peer.base() + u"/x"_s, {}, 1000));
    QCOMPARE(brief(got.result), QByteArray{"Timeout net.deadline"});
    QVERIFY2(got.ms >= 950 && got.ms < 4000, qPrintable(QString::number(got.ms)));
}

void TestHttpClientFaults::fault_37_slowLorisInTheHeader()
{
    Rig rig;
    rig.peer.misbehave(Mischief::Trickle, 1, {}, {}, "header", 20);
    const auto got = measured(rig.client, callOf("POST", rig.peer.base() + u"/x"_s, kOrder, 1000));
    QCOMPARE(brief(got.result), QByteArray{"Timeout net.deadline"});
    QVERIFY2(got.ms >= 950 && got.ms < 4000, qPrintable(QString::number(got.ms)));
}

void TestHttpClientFaults::fault_37_endlessBody()
{
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/warm"_s)), QByteArray{"200"});
    rig.peer.misbehave(Mischief::Endless, 2);
    for (const QByteArray method : {"GET", "POST"}) {
        auto call = callOf(method, rig.peer.base() + u"/x"_s, method == "GET" ? QByteArray{} : kOrder, 20'000);
        const auto got = measured(rig.client, std::move(call));
        QCOMPARE(brief(got.result), QByteArray{"Timeout net.answer_too_large"});
        qInfo("%s: grown by %lld kB in %lld ms", method.constData(), got.grownBy / 1024, got.ms);
        QVERIFY(got.grownBy < kMaxGrowth);
        QVERIFY(got.ms < 15'000);
        Rig other;
        const auto next = measured(rig.client, callOf("POST", other.peer.base() + u"/x"_s, kOrder));
        QCOMPARE(brief(next.result), QByteArray{"200"});   // whoever asks another peer does not wait for this one
        QVERIFY2(next.ms < 3000, qPrintable(QString::number(next.ms)));
    }
}

// Those who only read share connections and a thread of Qt's, which must not stay with a peer whose answer was given up.
void TestHttpClientFaults::fault_37_floodHoldsUpNoReader()
{
    constexpr int kFlooders = 4, kRounds = 3;
    Rig rig;
    std::vector<std::unique_ptr<Rig>> flooders;
    for (int i = 0; i < kFlooders; ++i) {
        flooders.push_back(std::make_unique<Rig>());
        flooders.back()->peer.misbehave(Mischief::Endless, -1);
    }
    for (int round = 0; round < kRounds; ++round) {
        for (const auto& flooder : flooders)
            QCOMPARE(brief(answerTo(rig.client, callOf("GET", flooder->peer.base() + u"/x"_s, {}, 60'000))), QByteArray{"Timeout net.answer_too_large"});
        const auto next = measured(rig.client, callOf("GET", rig.peer.base() + u"/x"_s));
        QCOMPARE(brief(next.result), QByteArray{"200"});
        QVERIFY2(next.ms < 3000, qPrintable(QString::number(next.ms)));
    }
}

void TestHttpClientFaults::fault_37_endlessHeader()
{
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/warm"_s)), QByteArray{"200"});
    rig.peer.misbehave(Mischief::Endless, 1, {}, {}, "header");
    const auto got = measured(rig.client, callOf("GET", rig.peer.base() + u"/x"_s, {}, 3000));
    qInfo("%s: grown by %lld kB in %lld ms", brief(got.result).constData(), got.grownBy / 1024, got.ms);
    QVERIFY(!got.result);
    QVERIFY(got.result.error().fault == Fault::Timeout);
    QVERIFY(got.grownBy < kMaxGrowth);
    QVERIFY(got.ms < 8000);
    Rig other;
    const auto next = measured(rig.client, callOf("GET", other.peer.base() + u"/x"_s));
    QCOMPARE(brief(next.result), QByteArray{"200"});   // whoever asks another peer does not wait for this one
    QVERIFY(next.ms < 3000);
}

void TestHttpClientFaults::fault_37_announcedTooLarge()
{
    Rig rig;
    const QByteArray large{9 * 1024 * 1024, 'x'};
    rig.peer.misbehave(Mischief::Replace, 1, {}, {}, large);
    const auto got = measured(rig.client, callOf("GET", rig.peer.base() + u"/x"_s));
    QCOMPARE(brief(got.result), QByteArray{"Timeout net.answer_too_large"});
    rig.peer.misbehave(Mischief::Replace, 2, {}, {}, "1234567890");
    auto call = callOf("GET", rig.peer.base() + u"/x"_s);
    call.maxAnswer = 10;
    QCOMPARE(brief(answerTo(rig.client, call)), QByteArray{"200"});
    call.maxAnswer = 9;
    QCOMPARE(brief(answerTo(rig.client, call)), QByteArray{"Timeout net.answer_too_large"});
}

void TestHttpClientFaults::fault_37_gzipBomb()
{
    Rig rig;
    rig.peer.misbehave(Mischief::GzipBomb);
    QCOMPARE(brief(rig.ask("GET", u"/warm"_s)).left(7), QByteArray{"Timeout"});   // the peer makes its bomb in this process, too
    rig.peer.misbehave(Mischief::GzipBomb, 2);
    for (const QByteArray method : {"GET", "POST"}) {
        const auto got = measured(rig.client, callOf(method, rig.peer.base() + u"/x"_s, method == "GET" ? QByteArray{} : kOrder));
        qInfo("%s: grown by %lld kB in %lld ms", brief(got.result).constData(), got.grownBy / 1024, got.ms);
        QVERIFY(!got.result);
        QVERIFY(got.result.error().code == u"net.answer_too_large"_s || got.result.error().code == u"net.unreadable"_s);
        QVERIFY(got.result.error().fault == Fault::Timeout);
        QVERIFY(got.grownBy < 2 * kMaxGrowth);   // 11 MB of it are the peer's
    }
}

void TestHttpClientFaults::fault_38_noHttpAndHtml()
{
    Rig rig;
    for (const QByteArray method : {"GET", "POST"}) {
        rig.peer.misbehave(Mischief::NoHttp, -1);
        const auto answer = rig.ask(method, u"/x"_s, method == "GET" ? QByteArray{} : kOrder, 5000);
        QVERIFY2(!answer && answer.error().fault == Fault::Timeout, brief(answer).constData());
        QVERIFY2(brief(answer) == "Timeout net.unreadable" || brief(answer) == "Timeout net.dropped", brief(answer).constData());
        rig.peer.behave();
        rig.peer.misbehave(Mischief::Html);
        const auto page = rig.ask(method, u"/x"_s, method == "GET" ? QByteArray{} : kOrder);
        QCOMPARE(brief(page), QByteArray{"200"});
        QVERIFY(page.value().header("content-type").startsWith("text/html"));
    }
    rig.peer.misbehave(Mischief::Status, 1, {}, {}, "200\nContent-Encoding: gzip\n\nthis is not packed");
    QCOMPARE(brief(rig.ask("POST", u"/x"_s, kOrder)), QByteArray{"Timeout net.unreadable"});
    QCOMPARE(rig.handled.load(), 0);
}

void TestHttpClientFaults::fault_39_answerLost_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("POST") << QByteArray{"POST"} << kOrder;
    QTest::newRow("PATCH") << QByteArray{"PATCH"} << kOrder;
    QTest::newRow("PUT") << QByteArray{"PUT"} << kOrder;
    QTest::newRow("DELETE without body") << QByteArray{"DELETE"} << QByteArray{};
    QTest::newRow("POST without body") << QByteArray{"POST"} << QByteArray{};
    QTest::newRow("large POST") << QByteArray{"POST"} << QByteArray{1'000'000, 'x'};
}

// Done there, told nobody: unknown, once. A second try comes from the caller alone, with the same bytes.
void TestHttpClientFaults::fault_39_answerLost()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/warm"_s)), QByteArray{"200"});   // a kept connection lies ready
    for (const Mischief what : {Mischief::AnswerLost, Mischief::NotTaken}) {
        rig.handled = 0;
        rig.peer.forget();
        rig.peer.misbehave(what);
        auto call = callOf(method, rig.peer.base() + u"/x"_s, body);
        call.headers.emplace_back("Idempotency-Key", "k-7");
        const auto lost = answerTo(rig.client, call);
        QCOMPARE(brief(lost), QByteArray{"Timeout net.dropped"});
        QCOMPARE(rig.peer.requests().size(), std::size_t{1});
        QCOMPARE(rig.handled.load(), what == Mischief::AnswerLost ? 1 : 0);
        QCOMPARE(brief(answerTo(rig.client, call)), QByteArray{"200"});
        const auto seen = rig.peer.requests();
        QCOMPARE(seen.size(), std::size_t{2});
        QCOMPARE(seen[0].body, seen[1].body);
        QCOMPARE(seen[0].headers, seen[1].headers);
    }
}

void TestHttpClientFaults::fault_39_cutBody()
{
    Rig rig;
    for (const QByteArray method : {"GET", "POST"}) {
        rig.peer.misbehave(Mischief::CutBody);
        QCOMPARE(brief(rig.ask(method, u"/x"_s, method == "GET" ? QByteArray{} : kOrder)), QByteArray{"Timeout net.dropped"});
    }
    QCOMPARE(rig.handled.load(), 2);
    rig.peer.misbehave(Mischief::Status, 1, {}, {}, "200\nTransfer-Encoding: chunked\n\nff\r\nonly this");
    QVERIFY(!rig.ask("POST", u"/x"_s, kOrder, 1500));
}

// The other side ends idle connections; a GET that meets one is asked again by Qt, and that is all right.
void TestHttpClientFaults::fault_39_keptConnectionEnded()
{
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/one"_s)), QByteArray{"200"});
    rig.peer.misbehave(Mischief::NotTaken);
    QCOMPARE(brief(rig.ask("GET", u"/two"_s)), QByteArray{"200"});
    QCOMPARE(rig.handled.load(), 2);
    rig.peer.goDown();
    rig.peer.comeBack();
    QCOMPARE(brief(rig.ask("GET", u"/three"_s)), QByteArray{"200"});
    rig.peer.misbehave(Mischief::NotTaken, -1);
    QCOMPARE(brief(rig.ask("GET", u"/four"_s)), QByteArray{"Timeout net.dropped"});   // not for ever, though
    QVERIFY(rig.peer.requests().size() <= 8);
}

// A request left, its answer was cut, and the next try of Qt's finds the port closed: that must not look as if nothing had been done.
void TestHttpClientFaults::fault_39_downBetweenTwoTries()
{
    std::atomic<int> taken{0};
    auto server = std::make_unique<QTcpServer>();
    QVERIFY(server->listen(QHostAddress::LocalHost));
    const quint16 port = server->serverPort();
    connect(server.get(), &QTcpServer::newConnection, this, [&server, &taken] {
        auto* socket = server->nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [&server, &taken, socket] {
            if (!socket->readAll().contains("199.90")) return;
            ++taken;
            server->close();
            socket->abort();
        });
    });
    HttpClient client;
    auto future = client.send(callOf("POST", u"http://127.0.0.1:%1/x"_s.arg(port), kOrder));
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 12'000);
    QCOMPARE(brief(future.result()), QByteArray{"Timeout net.dropped"});
    QCOMPARE(taken.load(), 1);
}

void TestHttpClientFaults::fault_43_captivePortalSpeaksNoTls()
{
    Rig rig;
    const auto answer = answerTo(rig.client, callOf("POST", u"https://127.0.0.1:%1/x"_s.arg(rig.peer.port()), kOrder, 5000));
    QCOMPARE(brief(answer), QByteArray{"Unreachable net.tls"});
    QCOMPARE(rig.handled.load(), 0);
}

void TestHttpClientFaults::fault_44_closedPortAndBack()
{
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/x"_s)), QByteArray{"200"});
    rig.peer.goDown();
    QVERIFY(!rig.ask("GET", u"/x"_s));   // may meet the end of the kept connection: refused or dropped
    for (const QByteArray method : {"GET", "POST", "DELETE"}) {
        const auto refused = rig.ask(method, u"/secret-path"_s, method == "POST" ? kOrder : QByteArray{});
        QCOMPARE(brief(refused), QByteArray{"Unreachable net.refused"});
        QVERIFY(refused.error().detail.startsWith(u"127.0.0.1:%1"_s.arg(rig.peer.port())));
        QVERIFY(!refused.error().detail.contains(u"secret-path"_s));
    }
    rig.peer.comeBack();
    QCOMPARE(brief(rig.ask("GET", u"/x"_s)), QByteArray{"200"});
    QCOMPARE(brief(rig.ask("POST", u"/x"_s, kOrder)), QByteArray{"200"});
}

void TestHttpClientFaults::fault_44_nameUnknown()
{
    HttpClient client;
    const auto answer = answerTo(client, callOf("POST", u"https://portal.invalid/secret-path"_s, kOrder, 20'000));   // RFC 6761: never resolves
    QVERIFY2(brief(answer) == "Unreachable net.host_not_found" || brief(answer) == "Unreachable net.offline", brief(answer).constData());
    QVERIFY(!answer.error().detail.contains(u"secret-path"_s));
}

// Packets go nowhere, as over a dead IPv6 route: the listener's queue is full, so that the system drops every further greeting.
void TestHttpClientFaults::fault_44_blackHole()
{
    QTcpServer server;
    server.setListenBacklogSize(1);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    server.pauseAccepting();
    std::vector<std::unique_ptr<QTcpSocket>> fill;
    for (int i = 0; i < 8; ++i) {
        fill.push_back(std::make_unique<QTcpSocket>());
        fill.back()->connectToHost(QHostAddress{QHostAddress::LocalHost}, server.serverPort());
        if (!fill.back()->waitForConnected(300)) break;
    }
    if (fill.back()->state() == QAbstractSocket::ConnectedState) QSKIP("this system takes connections beyond the queue");
    HttpClient client;
    const QString url = u"http://127.0.0.1:%1/x"_s.arg(server.serverPort());
    const auto post = measured(client, callOf("POST", url, kOrder, 1000));
    QCOMPARE(brief(post.result), QByteArray{"Unreachable net.offline"});   // the body was never touched
    QVERIFY(post.ms >= 950 && post.ms < 4000);
    QCOMPARE(brief(answerTo(client, callOf("GET", url, {}, 500))), QByteArray{"Timeout net.deadline"});
}

void TestHttpClientFaults::fault_44_proxyWantsPassword()
{
    Rig proxy;
    proxy.peer.misbehave(Mischief::Status, -1, {}, {}, "407\nProxy-Authenticate: Basic realm=\"house\"");
    qputenv("https_proxy", proxy.peer.base().toUtf8());
    HttpClient client;
    auto call = callOf("POST", u"https://portal.invalid/x"_s, kOrder, 8000);
    call.headers.emplace_back("Authorization", "Bearer test_key");
    const auto answer = answerTo(client, call);
    Rig near;
    const auto loopback = answerTo(client, callOf("GET", near.peer.base() + u"/x"_s));
    qunsetenv("https_proxy");
    QCOMPARE(brief(answer), QByteArray{"Unreachable net.proxy"});
    QVERIFY(!proxy.peer.requests().empty());
    for (const auto& request : proxy.peer.requests()) {
        QCOMPARE(request.method, QByteArray{"CONNECT"});
        QVERIFY(request.header("authorization").isEmpty());
        QVERIFY(request.body.isEmpty());
    }
    QCOMPARE(brief(loopback), QByteArray{"200"});   // never over the proxy
}

QTEST_GUILESS_MAIN(TestHttpClientFaults)
#include "tst_http_client_faults.moc"
