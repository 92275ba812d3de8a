// HttpClient against a web service that behaves: what is sent, what is answered, what is not kept, and our own mistakes.
#include "tests/app/net/net_kit.h"
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::net;
using namespace tresen::sim;
using namespace tresen::test;

class TestHttpClient : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void asksWithEveryMethod();
    void everyStatusIsAnAnswer();
    void ourOwnMistakes_data();
    void ourOwnMistakes();
    void keepsNothing();
    void unpacks();
    void placesPerHost();
    void endsWithCallsOpen();
};

void TestHttpClient::asksWithEveryMethod()
{
    Rig rig;
    for (const QByteArray method : {"GET", "POST", "PATCH", "PUT", "DELETE"}) {
        const QByteArray body = method == "GET" ? QByteArray{} : kOrder;
        auto call = callOf(method, rig.peer.base() + u"/v2/links?limit=5&x=%C3%BC"_s, body);
        call.headers.emplace_back("Authorization", "Bearer test_key");
        call.headers.emplace_back("Idempotency-Key", "k-1");
        const auto answer = answerTo(rig.client, call);
        QCOMPARE(brief(answer), QByteArray{"200"});
        QCOMPARE(answer.value().body, method + " /v2/links?limit=5&x=%C3%BC " + body);
        QCOMPARE(answer.value().header("x-two"), QByteArray{"1, 2"});
        const auto seen = rig.peer.requests().back();
        QCOMPARE(seen.header("authorization"), QByteArray{"Bearer test_key"});
        QCOMPARE(seen.header("idempotency-key"), QByteArray{"k-1"});
        QVERIFY(seen.header("user-agent").startsWith("Tresen/"));
        QCOMPARE(seen.header("content-length"), method == "GET" ? QByteArray{} : QByteArray::number(kOrder.size()));
    }
    QCOMPARE(brief(rig.ask("POST", u"/empty"_s)), QByteArray{"200"});
    QCOMPARE(rig.peer.requests().back().header("content-length"), QByteArray{"0"});
    const QByteArray large{2'000'000, 'x'};
    QCOMPARE(rig.ask("POST", u"/large"_s, large).value().body.size(), large.size() + 13);
    QCOMPARE(rig.handled.load(), 7);
}

void TestHttpClient::everyStatusIsAnAnswer()
{
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/moved"_s)), QByteArray{"302"});
    QCOMPARE(rig.ask("GET", u"/moved"_s).value().header("location"), QByteArray{"/elsewhere"});
    QCOMPARE(brief(rig.ask("POST", u"/moved"_s, kOrder)), QByteArray{"302"});
    for (const auto& request : rig.peer.requests()) QCOMPARE(request.path, QByteArray{"/moved"});
    const auto closed = rig.ask("POST", u"/closed"_s, kOrder);
    QCOMPARE(brief(closed), QByteArray{"401"});
    QCOMPARE(closed.value().body, QByteArray{R"({"detail":"no key"})"});
    QCOMPARE(brief(rig.ask("DELETE", u"/none"_s)), QByteArray{"204"});
    for (const int status : {400, 403, 404, 405, 408, 409, 410, 418, 422, 429, 451, 500, 501, 502, 503, 504, 599}) {
        for (const QByteArray method : {"GET", "POST"}) {
            rig.peer.misbehave(Mischief::Status, 1, {}, {}, QByteArray::number(status) + "\nX-A: b\n\n{\"why\":\"so\"}");
            const auto answer = rig.ask(method, u"/x"_s, method == "GET" ? QByteArray{} : kOrder);
            QCOMPARE(brief(answer), QByteArray::number(status));
            QCOMPARE(answer.value().body, QByteArray{"{\"why\":\"so\"}"});
            QCOMPARE(answer.value().header("x-a"), QByteArray{"b"});
        }
    }
}

void TestHttpClient::ourOwnMistakes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char* name, const QByteArray& method, const QString& url, const QByteArray& header, const QByteArray& expected) {
        QTest::newRow(name) << method << url << header << "Invalid " + expected;
    };
    row("plain http", "GET", u"http://portal.example.com/x"_s, "a", "net.url");
    row("loopback by another name", "GET", u"http://127.0.0.1.example.com/x"_s, "a", "net.url");
    row("private address", "GET", u"http://192.168.0.1/x"_s, "a", "net.url");
    row("file", "GET", u"file:///etc/passwd"_s, "a", "net.url");
    row("ftp", "GET", u"ftp://127.0.0.1/x"_s, "a", "net.url");
    row("data", "GET", u"data:,x"_s, "a", "net.url");
    row("no host", "GET", u"https:///x"_s, "a", "net.url");
    row("no scheme", "GET", u"portal.example.com"_s, "a", "net.url");
    row("user", "GET", u"https://me:secret@127.0.0.1/x"_s, "a", "net.url");
    row("empty", "GET", {}, "a", "net.url");
    row("unknown method", "TRACE", u"https://127.0.0.1/x"_s, "a", "net.method");
    row("lower case", "get", u"https://127.0.0.1/x"_s, "a", "net.method");
    row("method with line break", "GET /x HTTP/1.1\r\nA:", u"https://127.0.0.1/x"_s, "a", "net.method");
    row("header with line break", "POST", u"https://127.0.0.1/x"_s, "a\r\nX-Evil: 1", "net.header");
    row("header with LF", "POST", u"https://127.0.0.1/x"_s, "a\nX-Evil: 1", "net.header");
    row("header with NUL", "POST", u"https://127.0.0.1/x"_s, QByteArray{"a\0b", 3}, "net.header");
}

void TestHttpClient::ourOwnMistakes()
{
    QFETCH(QByteArray, method);
    QFETCH(QString, url);
    QFETCH(QByteArray, header);
    QFETCH(QByteArray, expected);
    HttpClient client;
    auto call = callOf(method, url);
    call.headers.emplace_back("X-Value", header);
    const auto answer = answerTo(client, call);
    QCOMPARE(brief(answer), expected);
    QVERIFY(!answer.error().detail.contains(u"secret"_s));
    auto withBody = callOf("GET", u"https://127.0.0.1/x"_s, kOrder);
    QCOMPARE(brief(answerTo(client, withBody)), QByteArray{"Invalid net.method"});
}

void TestHttpClient::keepsNothing()
{
    Rig rig;
    QCOMPARE(brief(rig.ask("GET", u"/cookie"_s)), QByteArray{"200"});
    QCOMPARE(brief(rig.ask("GET", u"/cookie"_s)), QByteArray{"200"});   // asked again: no cache
    QCOMPARE(rig.handled.load(), 2);
    QCOMPARE(rig.peer.connections(), 1);                                // but over the connection there was
    QVERIFY(rig.peer.requests().back().header("cookie").isEmpty());
    QCOMPARE(brief(rig.ask("POST", u"/cookie"_s, kOrder)), QByteArray{"200"});
    QCOMPARE(brief(rig.ask("POST", u"/cookie"_s, kOrder)), QByteArray{"200"});
    QVERIFY(rig.peer.requests().back().header("cookie").isEmpty());
    QCOMPARE(rig.peer.requests().back().header("connection").toLower(), QByteArray{"close"});
    QCOMPARE(rig.peer.connections(), 3);                                // one of its own for each
}

void TestHttpClient::unpacks()
{
    Rig rig;
    const auto answer = rig.ask("GET", u"/zipped"_s);
    QCOMPARE(brief(answer), QByteArray{"200"});
    QVERIFY(answer.value().body == largeText());
    auto small = callOf("GET", rig.peer.base() + u"/zipped"_s);
    small.maxAnswer = 1'000'000;
    QCOMPARE(brief(answerTo(rig.client, small)), QByteArray{"Timeout net.answer_too_large"});
}

void TestHttpClient::placesPerHost()
{
    Rig rig;
    rig.peer.misbehave(Mischief::Silent, -1, "/silent");
    std::vector<QFuture<Result<HttpAnswer>>> open;
    for (int i = 0; i < 8; ++i) open.push_back(rig.client.send(callOf("POST", rig.peer.base() + u"/silent"_s, kOrder, 1500)));
    const auto waits = rig.ask("POST", u"/x"_s, kOrder, 300);
    QCOMPARE(brief(waits), QByteArray{"Unreachable net.offline"});   // it had no place, so for sure nothing was done
    Rig other;
    QCOMPARE(brief(answerTo(rig.client, callOf("GET", other.peer.base() + u"/y"_s))), QByteArray{"200"});   // another host has its own
    QCOMPARE(brief(rig.ask("GET", u"/x"_s, {}, 5000)), QByteArray{"200"});   // and takes one that becomes free
    int unknown = 0, nothing = 0;
    for (auto& future : open) {
        future.waitForFinished();
        (brief(future.result()) == "Timeout net.deadline" ? unknown : nothing) += 1;
    }
    QCOMPARE(unknown, 6);
    QCOMPARE(nothing, 2);
    QCOMPARE(rig.handled.load(), 1);
}

void TestHttpClient::endsWithCallsOpen()
{
    Rig rig;
    rig.peer.misbehave(Mischief::Silent, -1);
    QFuture<Result<HttpAnswer>> get, post, waiting;
    QElapsedTimer since;
    {
        HttpClientConfig config;
        config.maxInFlightPerHost = 2;
        HttpClient client{config};
        get = client.send(callOf("GET", rig.peer.base()));
        post = client.send(callOf("POST", rig.peer.base(), kOrder));
        waiting = client.send(callOf("POST", rig.peer.base(), kOrder));
        QTRY_COMPARE(rig.peer.requests().size(), std::size_t{2});
        since.start();
    }
    QVERIFY2(since.elapsed() < 2000, qPrintable(QString::number(since.elapsed())));
    for (const auto& future : {get, post, waiting}) {
        QVERIFY(future.isFinished());
        QVERIFY(future.isCanceled());
        QCOMPARE(future.resultCount(), 0);
    }
}

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
