// HttpClient: asks a web service over HTTP/1.1 with a bound on everything a peer can do, in an io thread of its own. Constructed by the
// composition root; every portal adapter gets a reference to the one there is. It knows nothing of what is asked.
#pragma once
#include "app/core/limits.h"
#include "app/core/result.h"
#include <QByteArray>
#include <QFuture>
#include <QThread>
#include <QUrl>
#include <utility>
#include <vector>

namespace tresen::net {

using HeaderList = std::vector<std::pair<QByteArray, QByteArray>>;

struct HttpCall {
    QByteArray method = "GET";                       // GET, POST, PATCH, DELETE, PUT
    QUrl url;                                        // https; plain http is taken for a loopback address or "localhost" only
    HeaderList headers;                              // Authorization, Idempotency-Key, Content-Type, …
    QByteArray body;                                 // sent as it is, on every try the same
    int deadlineMs = limits::kClientDeadlineMs;      // of the whole call, from asking to the last byte
    qint64 maxAnswer = limits::kClientMaxAnswer;     // bytes of the body, unpacked
};

struct HttpAnswer {
    int status = 0;                                  // 100..599; every status is an answer, what it means is the caller's business
    HeaderList headers;                              // names in lower case, in order
    QByteArray body;
    QByteArray header(QByteArrayView lowerCaseName) const;   // the first one; empty when there is none
    bool done() const { return status >= 200 && status < 300; }
};

struct HttpClientConfig {
    QByteArray userAgent = "Tresen/" TRESEN_VERSION;
    QString caFile;                                  // PEM, added to the system's; empty: the system's only
    int maxInFlightPerHost = 6;                      // at least 1; further calls wait, their deadline runs
};

class HttpClientWorker;

class HttpClient {
public:
    explicit HttpClient(HttpClientConfig config = {});
    ~HttpClient();                                   // ends; calls still open are cancelled. Up to 5 s for each peer that is just flooding us
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    // From any thread, answered from any. A redirect is never followed: it is answered as its status. Failures, detail: host and what the
    // system says, never a header, key or path:
    //   Unreachable "net.refused", "net.host_not_found", "net.proxy", "net.tls" (expired, wrong host, self-signed, unknown authority, no common
    //               protocol; detail says which), "net.offline" (anything else before the request left, a deadline before the body left too),
    //               "net.busy" (limits::kClientMaxWaiting calls wait already): for sure nothing was done there
    //   Timeout     "net.deadline", "net.dropped" (the connection ended before the answer was whole), "net.answer_too_large", "net.unreadable"
    //               (no HTTP, a body that does not unpack): what was done there is unknown
    //   Invalid     "net.url" (no https, a user in it), "net.method", "net.header" (a line break in one): our own mistake, nothing was sent
    // A GET may travel over a kept connection and is repeated by Qt when that has just ended. Every other method gets a connection of its own and
    // leaves this machine once: whether it is repeated, with which key, is the caller's decision.
    QFuture<Result<HttpAnswer>> send(HttpCall call);

private:
    QThread m_thread, m_undertaker;                  // the second one ends what the first one has used
    HttpClientWorker* m_worker;                      // lives in m_thread
};

// Seconds, an HTTP date or nonsense (RFC 9110, 10.2.3) -> milliseconds from now, at most limits::kMaxRetryAfterMs; 0 when it says nothing readable.
int retryAfterMs(QByteArrayView header, qint64 nowMs);

// What an answer that is no 2xx means for a portal, as an Error with retryAfterMs:
//   401, 403 Refused "portal.auth" · 404, 410 NotFound "portal.unknown_link" · 409 Conflict "portal.conflict" · 408, 425, 429 and 503 Unreachable
//   "portal.busy" · other 5xx Timeout "portal.server_error" (a POST may have been done) · other 4xx Refused "portal.refused" · 3xx Invalid "portal.redirect".
// detail: status and at most 200 characters of text, which the caller takes from the body.
Error errorOfStatus(const HttpAnswer& answer, const QString& text, qint64 nowMs);

} // namespace tresen::net
