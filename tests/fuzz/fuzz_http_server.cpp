// libFuzzer target: the whole way of a request through HttpServer, over a socket of this machine. Whatever comes: every answer has a status, the handler
// sees nothing that the parser would refuse, and afterwards the server still answers the next one.
#include "app/net/http_server.h"
#include "tests/fuzz/fuzz_app.h"
#include <QDeadlineTimer>
#include <QTcpSocket>
#include <cstddef>
#include <cstdint>

using namespace tresen;
using fuzz::need;

namespace {

constexpr int kQuietMs = 10;      // a server that says nothing for so long waits for more
constexpr int kPatienceMs = 10'000;

struct Served {
    SystemClock clock;
    std::atomic<int> handled{0};
    std::unique_ptr<net::HttpServer> server;
    quint16 port = 0;

    Served()
    {
        net::HttpServerConfig config;
        config.lingerMs = kQuietMs;
        server = std::make_unique<net::HttpServer>(config, [this](net::HttpRequest request, const net::HttpPeer& peer, const net::HttpReply& reply) {
            ++handled;
            need(request.path.startsWith('/') && !request.path.contains('\0') && !request.path.contains('\r') && !request.path.contains('\n'));
            need(request.body.size() <= limits::kHttpMaxBody && !peer.key.isEmpty());
            (void)net::parseForm(request.body);
            net::HttpResponse answer;
            answer.contentType = "text/plain";
            answer.body = "ok";
            reply(answer);
            if (request.method == net::HttpMethod::Post) reply(answer);   // a second answer does nothing
        }, clock);
        const auto listening = server->listen();
        need(listening.ok());
        port = listening.value();
    }
};

Served* g_served = nullptr;

Served& served()
{
    if (g_served == nullptr) {
        g_served = new Served;
        qAddPostRoutine([] { delete std::exchange(g_served, nullptr); });   // its thread ends before the application
    }
    return *g_served;
}

QByteArray answersTo(quint16 port, const QByteArray& bytes, int quietMs)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress{QHostAddress::LocalHost}, port);
    need(socket.waitForConnected(kPatienceMs));
    socket.write(bytes);
    QByteArray out;
    QDeadlineTimer patience{kPatienceMs};
    while (socket.state() == QAbstractSocket::ConnectedState && !patience.hasExpired() && socket.waitForReadyRead(quietMs)) out += socket.readAll();
    out += socket.readAll();
    socket.abort();
    return out;
}

int requestsIn(QByteArrayView bytes)
{
    net::HttpParser parser;
    int out = 0;
    while (!bytes.empty()) {
        bytes = bytes.sliced(parser.feed(bytes));
        if (parser.status() == net::HttpParser::Status::Refused) break;
        if (parser.status() != net::HttpParser::Status::Complete) continue;
        (void)parser.take();
        ++out;
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ensureApp<QCoreApplication>();
    auto& one = served();
    const QByteArray bytes{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    const int before = one.handled;
    const auto out = answersTo(one.port, bytes, kQuietMs);
    need(out.isEmpty() || out.startsWith("HTTP/1.1 "));
    for (qsizetype at = 0; (at = out.indexOf("HTTP/1.1 ", at)) >= 0; ++at) {
        const int status = out.mid(at + 9, 3).toInt();
        need(out.size() < at + 12 || (status >= 200 && status < 600));
    }
    const auto fine = answersTo(one.port, "GET /after HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", kPatienceMs);
    need(fine.startsWith("HTTP/1.1 200 ") && fine.endsWith("ok"));
    need(one.handled - before <= requestsIn(bytes) + 1);
    return 0;
}
