// Helpers of the tests that ask over HttpClient.
#pragma once
#include "app/core/sanitized.h"
#include "app/net/http_client.h"
#include "tests/sim/web_peer.h"
#include <QElapsedTimer>
#include <QFile>
#include <QUrl>
#include <algorithm>
#include <atomic>
#include <thread>

namespace tresen::test {

inline net::HttpCall callOf(const QByteArray& method, const QString& url, const QByteArray& body = {}, int deadlineMs = 10'000)
{
    net::HttpCall call;
    call.method = method;
    call.url = QUrl{url};
    call.body = body;
    call.deadlineMs = deadlineMs;
    if (!body.isEmpty()) call.headers.emplace_back("Content-Type", "application/json");
    return call;
}

inline Result<net::HttpAnswer> answerTo(net::HttpClient& client, net::HttpCall call)
{
    auto future = client.send(std::move(call));
    future.waitForFinished();
    return future.resultCount() > 0 ? future.result() : Result<net::HttpAnswer>{Error{Fault::Internal, QStringLiteral("cancelled"), {}}};
}

// "200", or "Unreachable net.refused"; what a test compares with.
inline QByteArray brief(const Result<net::HttpAnswer>& result)
{
    if (result) return QByteArray::number(result.value().status);
    const char* fault = "Internal";
    if (result.error().fault == Fault::Unreachable) fault = "Unreachable";
    if (result.error().fault == Fault::Timeout) fault = "Timeout";
    if (result.error().fault == Fault::Invalid) fault = "Invalid";
    return QByteArray{fault} + ' ' + result.error().code.toLatin1();
}

// Bytes this process holds in memory now; 0 where the system does not say.
inline qint64 residentBytes()
{
    QFile file{QStringLiteral("/proc/self/statm")};
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

struct Measured {
    Result<net::HttpAnswer> result;
    qint64 grownBy = 0;   // most bytes in memory while it went on, beyond those before
    qint64 ms = 0;
};

inline Measured measured(net::HttpClient& client, net::HttpCall call)
{
    QElapsedTimer since;
    since.start();
    const qint64 before = residentBytes();
    qint64 most = before;
    auto future = client.send(std::move(call));
    while (!future.isFinished()) {
        most = std::max(most, residentBytes());
        std::this_thread::yield();
    }
    return {future.result(), most - before, since.elapsed()};
}

// Bytes of memory beyond those before, whatever a peer sends.
#ifdef TRESEN_SANITIZED   // it keeps what was freed, up to 256 MB
inline constexpr qint64 kMaxGrowth = 300 * 1024 * 1024;
#else
inline constexpr qint64 kMaxGrowth = 30 * 1024 * 1024;
#endif

inline const QByteArray kOrder = R"({"amount":"199.90"})";

// About 5 MB that can be packed, but not to nothing.
inline QByteArray largeText()
{
    QByteArray large;
    for (int i = 0; large.size() < 5'000'000; ++i) large += QByteArray::number(qint64{7919} * i);
    return large;
}

// A service that answers by path, and a client that asks it.
struct Rig {
    std::atomic<int> handled{0};
    sim::WebPeer peer{[this](const sim::WebRequest& request) {
        ++handled;
        if (request.path == "/moved") return sim::WebAnswer{302, {{"Location", "/elsewhere"}}, {}};
        if (request.path == "/closed") return sim::WebAnswer{401, {{"WWW-Authenticate", "Basic realm=\"x\""}}, R"({"detail":"no key"})"};
        if (request.path == "/cookie") return sim::WebAnswer{200, {{"Set-Cookie", "a=b; Path=/"}, {"Cache-Control", "max-age=600"}}, "1"};
        if (request.path == "/none") return sim::WebAnswer{204, {}, {}};
        if (request.path == "/zipped") {   // a zlib stream is what "deflate" means (RFC 9110 8.4.1.2); Qt puts four bytes before it
            return sim::WebAnswer{200, {{"Content-Encoding", "deflate"}}, qCompress(largeText()).mid(4)};
        }
        return sim::WebAnswer{200, {{"X-Two", "1"}, {"X-Two", "2"}}, request.method + ' ' + request.path + '?' + request.query + ' ' + request.body};
    }};
    net::HttpClient client;
    ~Rig() { peer.goDown(); }   // one that floods would hold up the end of the client

    Result<net::HttpAnswer> ask(const QByteArray& method, const QString& path, const QByteArray& body = {}, int deadlineMs = 10'000)
    {
        return answerTo(client, callOf(method, peer.base() + path, body, deadlineMs));
    }
};

} // namespace tresen::test
