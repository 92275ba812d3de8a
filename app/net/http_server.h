// HttpServer: a small HTTP/1.1 server with hard limits on everything a peer can do, in an io thread of its own. Called by TrainingPortal and by the receiver of portal notices.
// It knows nothing of what it serves: a handler gets each request and answers it, at once or later, from any thread.
#pragma once
#include "app/net/http_parser.h"
#include "app/core/clock.h"
#include "app/core/result.h"
#include <QHostAddress>
#include <QStringList>
#include <QThread>
#include <atomic>
#include <functional>
#include <memory>

namespace tresen::net {

struct HttpResponse {
    int status = 200;
    QByteArray contentType = "text/html; charset=utf-8";
    QByteArray body;
    QByteArray location;                                     // of a redirect: a path of this server
};

struct HttpPeer { QByteArray key; };                         // who it is for caps: an IPv4 address, or the first 64 bits of an IPv6 one

using HttpReply = std::function<void(HttpResponse)>;         // once, from any thread; too late or twice does nothing
using HttpHandler = std::function<void(HttpRequest, HttpPeer, HttpReply)>;   // runs in the io thread: must not block

struct HttpServerConfig {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 0;                                        // 0: any free one
    QStringList hostNames{QStringLiteral("localhost")};      // accepted in Host beside IP literals; anything else is DNS rebinding
    int maxConnections = limits::kHttpMaxConnections, maxPerPeer = limits::kHttpMaxPerPeer, maxRequests = limits::kHttpMaxRequests;
    int deadlineMs = limits::kHttpDeadlineMs, idleMs = limits::kHttpIdleMs, lingerMs = limits::kHttpLingerMs;
    HttpLimits limits;
};

struct HttpServerStats {
    std::atomic<int> open{0}, accepted{0}, turnedAway{0}, refused{0}, timedOut{0}, served{0};
};

class HttpWorker;

class HttpServer {
public:
    HttpServer(HttpServerConfig config, HttpHandler handler, const Clock& clock);
    ~HttpServer();                                           // closes
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    // Waits for the io thread to bind, never for a peer. The port, or Fault::Unreachable "http.port_taken" / "http.address".
    Result<quint16> listen();
    void close();                                            // ends every connection; no handler call and no reply follows
    const HttpServerStats& stats() const { return *m_stats; }

private:
    QThread m_thread;
    std::shared_ptr<HttpServerStats> m_stats;
    HttpWorker* m_worker;                                    // lives in m_thread
};

// "192.168.1.7:8080", "[fe80::1]", "localhost": an IP literal or one of the names, with or without a port.
bool isAllowedHost(QByteArrayView host, const QStringList& names);
// A POST that a page of another origin caused is refused. "null" is what a browser sends under no-referrer, so it proves nothing.
bool isOwnOrigin(const HttpRequest& request);
QByteArray peerKey(const QHostAddress& address);
// The full answer as bytes, with the security headers every page gets.
QByteArray responseBytes(const HttpResponse& response, bool withBody, bool keepAlive, Instant now);

} // namespace tresen::net
