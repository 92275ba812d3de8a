// libFuzzer target: what a web service answers HttpClient, byte for byte, over a socket of this machine. Whatever comes: an answer within its bounds, or a
// failure with a code of ours; the call always ends.
#include "app/net/http_client.h"
#include "tests/fuzz/fuzz_app.h"
#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <mutex>

using namespace tresen;
using fuzz::need;

namespace {

constexpr int kDeadlineMs = 400;
constexpr qint64 kMostAnswer = 64 * 1024;

// Answers every connection with the same bytes and ends it.
struct RawPeer {
    std::atomic<bool> ends{false};
    std::atomic<quint16> port{0};
    std::mutex mutex;
    QByteArray bytes;
    std::unique_ptr<QThread> thread;
    net::HttpClient client;

    RawPeer()
    {
        thread.reset(QThread::create([this] { serve(); }));
        thread->start();
        while (port == 0) QThread::yieldCurrentThread();
    }
    ~RawPeer()
    {
        ends = true;
        thread->wait();
    }
    void serve()
    {
        constexpr int kLookMs = 20, kRequestMs = 2'000;
        QTcpServer server;
        need(server.listen(QHostAddress{QHostAddress::LocalHost}));
        port = server.serverPort();
        while (!ends) {
            if (!server.waitForNewConnection(kLookMs)) continue;
            std::unique_ptr<QTcpSocket> socket{server.nextPendingConnection()};
            QByteArray asked;
            while (!asked.contains("\r\n\r\n") && socket->waitForReadyRead(kRequestMs)) asked += socket->readAll();
            {
                const std::scoped_lock lock{mutex};
                socket->write(bytes);
            }
            socket->disconnectFromHost();
            if (socket->state() != QAbstractSocket::UnconnectedState) socket->waitForDisconnected(kRequestMs);
        }
    }
};

RawPeer* g_peer = nullptr;

RawPeer& peer()
{
    if (g_peer == nullptr) {
        g_peer = new RawPeer;
        qAddPostRoutine([] { delete std::exchange(g_peer, nullptr); });   // its threads end before the application
    }
    return *g_peer;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    fuzz::ensureApp<QCoreApplication>();
    auto& one = peer();
    {
        const std::scoped_lock lock{one.mutex};
        one.bytes = QByteArray{reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
    }
    net::HttpCall call;
    call.method = "POST";   // by a connection of its own, asked for once
    call.url = QUrl{QStringLiteral("http://127.0.0.1:%1/x").arg(one.port.load())};
    call.body = "{}";
    call.headers.emplace_back("Content-Type", "application/json");
    call.deadlineMs = kDeadlineMs;
    call.maxAnswer = kMostAnswer;
    auto future = one.client.send(std::move(call));
    future.waitForFinished();
    need(future.resultCount() == 1);
    const auto result = future.result();
    if (!result) {
        need(result.error().code.startsWith(QStringLiteral("net.")));
        need(result.error().fault == Fault::Timeout || result.error().fault == Fault::Unreachable);
        return 0;
    }
    const auto& answer = result.value();
    need(answer.status >= 100 && answer.status < 600 && answer.body.size() <= kMostAnswer);
    for (const auto& [name, value] : answer.headers) need(name == name.toLower() && !name.contains('\n'));
    if (!answer.done()) need(net::errorOfStatus(answer, QString::fromUtf8(answer.body), 1'795'000'000'000).retryAfterMs <= limits::kMaxRetryAfterMs);
    return 0;
}
