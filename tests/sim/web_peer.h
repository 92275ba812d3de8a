// WebPeer: a web service on 127.0.0.1 that does what a handler says, or misbehaves as it is told. In a thread of its own; ends with the object.
// For tests of HttpClient and of everything that asks through it. It speaks HTTP/1.1 by hand, so that it can break every rule of it.
#pragma once
#include "app/net/http_client.h"
#include <QByteArray>
#include <QSsl>
#include <QString>
#include <QThread>
#include <functional>
#include <memory>
#include <vector>

namespace tresen::sim {

struct WebRequest {
    QByteArray method;                                    // any token: GET, POST, PATCH, DELETE, PUT, …
    QByteArray path, query;                               // as sent, percent-encoded; the query without "?"
    net::HeaderList headers;                              // names in lower case, in order
    QByteArray body;
    QByteArray header(QByteArrayView lowerCaseName) const;   // the first one; empty when there is none
};

struct WebAnswer {
    int status = 200;
    net::HeaderList headers;                              // without Content-Length; application/json when there is no Content-Type
    QByteArray body;
};

// "Works": the handler runs, what was asked for is done. "Lazy": it does not run.
enum class Mischief {
    AnswerLost,   // works, and the connection is cut before the first byte of the answer
    NotTaken,     // lazy: cut when the request has arrived
    Status,       // lazy: detail is "429", or "429\nRetry-After: 60", or with a body behind an empty line "429\n\n{…}"
    Silent,       // lazy: nothing more is said on this connection, which stays open
    Slow,         // works, the whole answer comes after ms
    Trickle,      // lazy: 200, then one byte of body each 100 ms (or ms) for ever; detail "header": the header itself never ends
    Endless,      // lazy: 200, then body as fast as it is taken, for ever; detail "header": the header itself never ends
    GzipBomb,     // lazy: 200, about 300 kB that unpack to 300 MB
    Html,         // lazy: 200 and a page of a hotel's network
    CutBody,      // works, half of the body is sent, then the end
    Replace,      // works, but detail is sent as the body
    NoHttp        // lazy: words of another protocol, then the end
};

// PEM. The certificate may be expired, of another host or signed by itself; the peer does not mind.
struct WebTls {
    QByteArray certificate, key;
    QSsl::SslProtocol protocol = QSsl::TlsV1_2OrLater;
};

class WebPeerWorker;

class WebPeer {
public:
    using Handler = std::function<WebAnswer(const WebRequest&)>;   // called in the peer's thread, one at a time

    explicit WebPeer(Handler handler);
    WebPeer(Handler handler, WebTls tls);
    ~WebPeer();
    WebPeer(const WebPeer&) = delete;
    WebPeer& operator=(const WebPeer&) = delete;

    quint16 port() const;                                 // stays the same over goDown() and comeBack()
    QString base() const;                                 // "http://127.0.0.1:PORT", with TLS "https://127.0.0.1:PORT"

    // The next requests that fit misbehave, `times` of them (-1: all from now on); the oldest order that fits is followed first.
    void misbehave(Mischief what, int times = 1, const QByteArray& onlyPathPrefix = {}, const QByteArray& onlyMethod = {}, const QByteArray& detail = {}, int ms = 0);
    void behave();                                        // forgets every order of misbehave() not followed yet

    std::vector<WebRequest> requests() const;             // every one that arrived whole, in order, answered or not
    int connections() const;                              // accepted so far, with TLS those that are encrypted
    void forget();                                        // requests() and connections() begin anew

    void goDown();                                        // the port is closed and every connection cut; waits until it is so
    void comeBack();                                      // the same port is open again

private:
    struct Shared;
    friend class WebPeerWorker;
    QThread m_thread;
    std::shared_ptr<Shared> m_shared;
    WebPeerWorker* m_worker;                              // lives in m_thread
    quint16 m_port = 0;
    bool m_tls = false;
};

} // namespace tresen::sim
