#include "app/net/http_client.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include "app/net/once_body.h"
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPromise>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslError>
#include <QStringList>
#include <QThreadPool>
#include <QTimer>
#include <algorithm>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen::net {
namespace {

constexpr qint64 kClientReadChunk = 64 * 1024;
constexpr qsizetype kMaxWords = 300;   // characters of what the system says

bool isLoopback(const QString& host)
{
    return host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0 || QHostAddress{host}.isLoopback();
}

// Asks the system how to get there; may take long where it reads a script from the network. Never a proxy for this machine.
QNetworkProxy systemProxyFor(const QUrl& url)
{
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery{url});
    const auto usable = std::find_if(proxies.begin(), proxies.end(), [](const QNetworkProxy& proxy) {
        return proxy.type() == QNetworkProxy::NoProxy || proxy.type() == QNetworkProxy::HttpProxy || proxy.type() == QNetworkProxy::Socks5Proxy;
    });
    return usable == proxies.end() ? QNetworkProxy{QNetworkProxy::NoProxy} : *usable;
}

bool hasLineBreak(QByteArrayView text) { return text.contains('\r') || text.contains('\n') || text.contains('\0'); }

// Our own mistakes, found before anything is sent.
std::optional<Error> mistakeIn(const HttpCall& call)
{
    const auto methods = {"GET", "POST", "PATCH", "DELETE", "PUT"};
    const bool known = std::any_of(methods.begin(), methods.end(), [&call](const char* one) { return call.method == one; });
    if (!known || (call.method == "GET" && !call.body.isEmpty())) return Error{Fault::Invalid, u"net.method"_s, {}};
    const QString scheme = call.url.scheme();
    const bool plain = scheme == u"http"_s && isLoopback(call.url.host());
    if (!call.url.isValid() || call.url.host().isEmpty() || !call.url.userInfo().isEmpty() || (scheme != u"https"_s && !plain))
        return Error{Fault::Invalid, u"net.url"_s, call.url.host()};
    const bool broken = std::any_of(call.headers.begin(), call.headers.end(), [](const auto& header) {
        return header.first.isEmpty() || hasLineBreak(header.first) || hasLineBreak(header.second);
    });
    if (broken) return Error{Fault::Invalid, u"net.header"_s, call.url.host()};
    return {};
}

QString wordsOf(const QSslError& error)
{
    switch (error.error()) {
    case QSslError::CertificateExpired: return u"expired"_s;
    case QSslError::CertificateNotYetValid: return u"not yet valid"_s;
    case QSslError::HostNameMismatch: return u"wrong host"_s;
    case QSslError::SelfSignedCertificate: case QSslError::SelfSignedCertificateInChain: return u"self-signed"_s;
    case QSslError::UnableToGetIssuerCertificate: case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate: case QSslError::CertificateUntrusted: case QSslError::InvalidCaCertificate:
        return u"unknown authority"_s;
    case QSslError::CertificateRevoked: case QSslError::CertificateBlacklisted: return u"revoked"_s;
    default: return error.errorString();
    }
}

// The kinds of failure that end an attempt before a byte of the request has left.
bool isBeforeSending(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::ConnectionRefusedError || error == QNetworkReply::HostNotFoundError || error == QNetworkReply::SslHandshakeFailedError
        || (error >= QNetworkReply::ProxyConnectionRefusedError && error <= QNetworkReply::UnknownProxyError);
}

// Qt calls a status of 400 and more an error, of content (200 to 299) or server (400 to 499): for us it is an answer like the others.
bool isOnlyStatus(const QNetworkReply& reply, QNetworkReply::NetworkError error)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400 && error >= QNetworkReply::ContentAccessDenied
        && error != QNetworkReply::ContentReSendError;
}

} // namespace

// One call on its way: waiting for a place, or asked.
struct HttpRunning {
    HttpCall call;
    QPromise<Result<HttpAnswer>> promise;
    QDeadlineTimer deadline;
    QString host;                                        // with port: calls are counted by it
    std::unique_ptr<OnceBody> upload;                    // of every method but GET
    std::shared_ptr<QNetworkAccessManager> manager;      // of its own, or that of all readers
    std::unique_ptr<QTimer> timer;
    QNetworkReply* reply = nullptr;
    std::vector<QByteArray> pieces;                      // of the answer's body; one that grows would be copied again and again
    qint64 size = 0;
    QStringList tlsErrors;
    bool sent = false;                                   // Qt says that the request left
    bool expired = false, tooLarge = false;

    // A request with a body is whole only with its body: before that was touched, nothing can have been done there. Without one the kind of
    // failure tells, as long as Qt tried once only.
    bool mayHaveArrived(QNetworkReply::NetworkError error) const
    {
        if (!upload) return sent;
        return upload->touched() || (call.body.isEmpty() && !isBeforeSending(error));
    }
    void answer(Result<HttpAnswer> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
    Error failure(Fault fault, QString code, const QString& words) const
    {
        // Words that name the path would carry a link's secret into the log.
        const bool tells = (call.url.path().size() > 1 && words.contains(call.url.path())) || (call.url.hasQuery() && words.contains(call.url.query()));
        return {fault, std::move(code), tells || words.isEmpty() ? host : host + u": "_s + words.left(kMaxWords).simplified()};
    }
};

// Questions about proxies are answered by other threads; they find the worker through it, or nobody any more.
struct ProxyDoor {
    std::mutex mutex;
    HttpClientWorker* worker = nullptr;
};

class HttpClientWorker final : public QObject {
public:
    using Running = std::shared_ptr<HttpRunning>;

    // undertaker: where Qt's managers end. See makeManager().
    HttpClientWorker(HttpClientConfig config, QThread& undertaker) : m_config{std::move(config)}, m_undertaker{undertaker}, m_door{std::make_shared<ProxyDoor>()}
    {
        m_door->worker = this;
    }
    ~HttpClientWorker() override;

    void begin();
    void take(const Running& running);

private:
    struct Way { QNetworkProxy proxy; QDeadlineTimer until; };

    void serve(const QString& host);
    bool knowsWay(const HttpCall& call, const QString& host);
    void ask(const Running& running);
    void connectReply(const Running& running);
    void readSome(HttpRunning& running);
    void expired(const Running& running);
    void conclude(const Running& running);
    void release(const Running& running);
    Result<HttpAnswer> outcomeOf(HttpRunning& running) const;
    Error failureOf(const HttpRunning& running) const;
    QNetworkRequest requestOf(const HttpRunning& running) const;
    std::shared_ptr<QNetworkAccessManager> makeManager() const;
    std::shared_ptr<QNetworkAccessManager> readersOf(const QString& host);

    HttpClientConfig m_config;
    QThread& m_undertaker;
    QSslConfiguration m_tls;
    std::map<QString, std::shared_ptr<QNetworkAccessManager>> m_readers;   // GET only: connections are kept; by host, for each has a thread of its own
    std::list<Running> m_waiting, m_asked;
    std::map<QString, int> m_inFlight;
    std::map<QString, Way> m_ways;                      // by host with port
    std::set<QString> m_lookedUp;                       // the system is being asked for these
    std::shared_ptr<ProxyDoor> m_door;
};

HttpClientWorker::~HttpClientWorker()
{
    {
        const std::scoped_lock lock{m_door->mutex};
        m_door->worker = nullptr;
    }
    for (const auto& running : m_asked) {
        running->reply->disconnect(this);
        delete std::exchange(running->reply, nullptr);
    }
}

void HttpClientWorker::begin()
{
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!m_config.caFile.isEmpty()) {
        const auto pem = files::readRegular(QFileInfo{m_config.caFile}.canonicalFilePath(), limits::kClientMaxCaFile);
        const auto more = pem ? QSslCertificate::fromData(pem.value(), QSsl::Pem) : QList<QSslCertificate>{};
        // Without them the call to that peer fails as of an unknown authority, which is the safe side.
        if (more.isEmpty()) qCWarning(logPeers) << "no certificates of authorities can be read from the file that was set";
        else m_tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + more);
    }
}

// A manager waits at its end for Qt's thread behind it, up to 5 s. That thread reads as long as something comes: with a peer that floods us it hears
// nothing else. Another thread does the waiting, so that one such peer holds up no call to any other.
std::shared_ptr<QNetworkAccessManager> HttpClientWorker::makeManager() const
{
    std::shared_ptr<QNetworkAccessManager> manager{new QNetworkAccessManager, [undertaker = &m_undertaker](QNetworkAccessManager* old) {
        old->moveToThread(undertaker);
        old->deleteLater();
    }};
    manager->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    manager->setAutoDeleteReplies(false);
    return manager;
}

std::shared_ptr<QNetworkAccessManager> HttpClientWorker::readersOf(const QString& host)
{
    const auto known = m_readers.find(host);
    if (known != m_readers.end()) return known->second;
    if (m_readers.size() >= limits::kClientMaxReaders) m_readers.clear();   // calls under way keep theirs
    return m_readers[host] = makeManager();
}

void HttpClientWorker::take(const Running& running)
{
    if (m_waiting.size() >= static_cast<std::size_t>(limits::kClientMaxWaiting))
        return running->answer(running->failure(Fault::Unreachable, u"net.busy"_s, {}));
    running->timer = std::make_unique<QTimer>();
    running->timer->setSingleShot(true);
    // Not the call itself: the timer is a part of it, and would keep it for ever.
    connect(running->timer.get(), &QTimer::timeout, this, [this, weak = std::weak_ptr{running}] {
        if (const auto here = weak.lock()) expired(here);
    });
    running->timer->start(static_cast<int>(std::max<qint64>(0, running->deadline.remainingTime())));
    m_waiting.push_back(running);
    serve(running->host);
}

void HttpClientWorker::serve(const QString& host)
{
    const auto next = [this, &host] { return std::find_if(m_waiting.begin(), m_waiting.end(), [&host](const Running& one) { return one->host == host; }); };
    for (auto found = next(); found != m_waiting.end(); found = next()) {
        const auto count = m_inFlight.find(host);
        if (count != m_inFlight.end() && count->second >= std::max(1, m_config.maxInFlightPerHost)) return;
        if (!knowsWay((*found)->call, host)) return;   // served when the system has answered
        const Running running = *found;
        m_waiting.erase(found);
        ask(running);
    }
}

// The system may take its time to name a proxy: another thread asks it, so that deadlines are kept here.
bool HttpClientWorker::knowsWay(const HttpCall& call, const QString& host)
{
    const auto known = m_ways.find(host);
    if (known != m_ways.end() && !known->second.until.hasExpired()) return true;
    if (isLoopback(call.url.host())) {
        m_ways[host] = {QNetworkProxy{QNetworkProxy::NoProxy}, QDeadlineTimer{QDeadlineTimer::Forever}};
        return true;
    }
    if (!m_lookedUp.insert(host).second) return false;
    QUrl bare;
    bare.setScheme(call.url.scheme());
    bare.setHost(call.url.host());
    bare.setPort(call.url.port());
    QThreadPool::globalInstance()->start([door = m_door, bare, host] {
        const auto proxy = systemProxyFor(bare);
        const std::scoped_lock lock{door->mutex};
        if (!door->worker) return;
        QMetaObject::invokeMethod(door->worker, [worker = door->worker, proxy, host] {
            worker->m_lookedUp.erase(host);
            worker->m_ways[host] = {proxy, QDeadlineTimer{limits::kClientProxyKnownMs}};
            worker->serve(host);
        }, Qt::QueuedConnection);
    });
    return false;
}

QNetworkRequest HttpClientWorker::requestOf(const HttpRunning& running) const
{
    QNetworkRequest request{running.call.url};
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);   // one stream's end is then the connection's, and says why
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setHeader(QNetworkRequest::UserAgentHeader, QString::fromLatin1(m_config.userAgent));
    for (const auto& [name, value] : running.call.headers) request.setRawHeader(name, value);
    if (running.upload) {
        request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        request.setHeader(QNetworkRequest::ContentLengthHeader, running.call.body.size());
        request.setRawHeader("Connection", "close");
    }
    return request;
}

void HttpClientWorker::ask(const Running& running)
{
    ++m_inFlight[running->host];
    m_asked.push_back(running);
    const bool reads = running->call.method == "GET";
    running->manager = reads ? readersOf(running->host) : makeManager();
    running->manager->setProxy(m_ways[running->host].proxy);
    if (!reads) running->upload = std::make_unique<OnceBody>(running->call.body);
    const auto request = requestOf(*running);
    running->reply = reads ? running->manager->get(request) : running->manager->sendCustomRequest(request, running->call.method, running->upload.get());
    connectReply(running);
}

void HttpClientWorker::connectReply(const Running& running)
{
    QNetworkReply* reply = running->reply;
    reply->setReadBufferSize(limits::kClientReadBuffer);
    connect(reply, &QNetworkReply::requestSent, this, [running] { running->sent = true; });
    connect(reply, &QNetworkReply::sslErrors, this, [running](const QList<QSslError>& errors) {
        for (const auto& error : errors) running->tlsErrors.append(wordsOf(error));
    });
    connect(reply, &QNetworkReply::metaDataChanged, this, [this, running] {
        if (running->reply->header(QNetworkRequest::ContentLengthHeader).toLongLong() <= running->call.maxAnswer) return;
        running->tooLarge = true;
        QMetaObject::invokeMethod(this, [this, running] { conclude(running); }, Qt::QueuedConnection);
    });
    // After a body that does not unpack Qt 6.4 never says that it has finished.
    connect(reply, &QNetworkReply::errorOccurred, this, [this, running](QNetworkReply::NetworkError error) {
        if (!isOnlyStatus(*running->reply, error)) QMetaObject::invokeMethod(this, [this, running] { conclude(running); }, Qt::QueuedConnection);
    });
    connect(reply, &QNetworkReply::readyRead, this, [this, running] {
        readSome(*running);
        if (running->tooLarge) conclude(running);
    });
    connect(reply, &QNetworkReply::finished, this, [this, running] { conclude(running); });
}

void HttpClientWorker::readSome(HttpRunning& running)
{
    while (!running.tooLarge && running.reply) {
        const QByteArray piece = running.reply->read(kClientReadChunk);
        if (piece.isEmpty()) return;
        running.size += piece.size();
        running.pieces.push_back(piece);
        if (running.size <= running.call.maxAnswer) continue;
        running.tooLarge = true;
        running.pieces.clear();
    }
}

void HttpClientWorker::expired(const Running& running)
{
    running->expired = true;
    if (running->reply) return conclude(running);
    m_waiting.remove(running);
    running->answer(running->failure(Fault::Unreachable, u"net.offline"_s, u"no place before the deadline"_s));
}

void HttpClientWorker::conclude(const Running& running)
{
    if (!running->reply) return;   // by another signal, already
    if (!running->expired && running->reply->isOpen()) readSome(*running);
    auto outcome = outcomeOf(*running);
    // Connections that led into a call without an end are not used again: after a sleep they are often all dead, and the thread behind one that still
    // floods us hears nothing else.
    if (running->expired || running->tooLarge) {
        const auto readers = m_readers.find(running->host);
        if (readers != m_readers.end() && readers->second == running->manager) m_readers.erase(readers);
    }
    running->reply->disconnect(this);
    release(running);
    running->answer(std::move(outcome));
}

// Everything of Qt's goes later: this may be called out of the reply itself. A reply that goes ends what is still under way.
void HttpClientWorker::release(const Running& running)
{
    running->timer->stop();
    running->timer.release()->deleteLater();
    std::exchange(running->reply, nullptr)->deleteLater();
    QMetaObject::invokeMethod(this, [manager = std::move(running->manager)] {}, Qt::QueuedConnection);
    if (running->upload) running->upload.release()->deleteLater();
    m_asked.remove(running);
    const auto count = m_inFlight.find(running->host);
    if (--count->second == 0) m_inFlight.erase(count);
    serve(running->host);
}

Result<HttpAnswer> HttpClientWorker::outcomeOf(HttpRunning& running) const
{
    if (running.tooLarge) return running.failure(Fault::Timeout, u"net.answer_too_large"_s, {});
    if (running.expired) {
        if (running.upload && !running.call.body.isEmpty() && !running.upload->touched())
            return running.failure(Fault::Unreachable, u"net.offline"_s, u"no connection before the deadline"_s);
        return running.failure(Fault::Timeout, u"net.deadline"_s, {});
    }
    const QNetworkReply& reply = *running.reply;
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (reply.error() != QNetworkReply::NoError && !isOnlyStatus(reply, reply.error())) return failureOf(running);
    if (status < 100 || status > 599) return running.failure(Fault::Timeout, u"net.unreadable"_s, u"no HTTP"_s);
    HttpAnswer answer;
    answer.status = status;
    for (const auto& [name, value] : reply.rawHeaderPairs()) answer.headers.emplace_back(name.toLower(), value);
    answer.body.reserve(running.size);
    for (const auto& piece : running.pieces) answer.body += piece;
    return answer;
}

Error HttpClientWorker::failureOf(const HttpRunning& running) const
{
    const auto error = running.reply->error();
    const QString words = running.reply->errorString();
    const bool nothingDone = !running.mayHaveArrived(error);
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        if (nothingDone) return running.failure(Fault::Unreachable, u"net.refused"_s, words);
        break;
    case QNetworkReply::HostNotFoundError:
        if (nothingDone) return running.failure(Fault::Unreachable, u"net.host_not_found"_s, words);
        break;
    case QNetworkReply::SslHandshakeFailedError: {
        QStringList which = running.tlsErrors;
        which.removeDuplicates();
        return running.failure(Fault::Unreachable, u"net.tls"_s, which.isEmpty() ? u"no common protocol, or no TLS: "_s + words : which.join(u", "_s));
    }
    case QNetworkReply::ProxyConnectionRefusedError: case QNetworkReply::ProxyNotFoundError: case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError: case QNetworkReply::ProxyConnectionClosedError: case QNetworkReply::UnknownProxyError:
        if (nothingDone) return running.failure(Fault::Unreachable, u"net.proxy"_s, words);
        break;
    case QNetworkReply::ProtocolFailure: case QNetworkReply::ProtocolInvalidOperationError: case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::UnknownContentError:
        if (!nothingDone) return running.failure(Fault::Timeout, u"net.unreadable"_s, words);
        break;
    default:
        break;
    }
    return nothingDone ? running.failure(Fault::Unreachable, u"net.offline"_s, words) : running.failure(Fault::Timeout, u"net.dropped"_s, words);
}

HttpClient::HttpClient(HttpClientConfig config) : m_worker{new HttpClientWorker{std::move(config), m_undertaker}}
{
    m_undertaker.setObjectName(u"tresen-asked"_s);
    m_undertaker.start();
    m_thread.setObjectName(u"tresen-asks"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::started, m_worker, [worker = m_worker] { worker->begin(); });
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HttpClient::~HttpClient()
{
    m_thread.quit();
    m_thread.wait();
    m_undertaker.quit();
    m_undertaker.wait();
}

QFuture<Result<HttpAnswer>> HttpClient::send(HttpCall call)
{
    const auto running = std::make_shared<HttpRunning>();
    running->promise.start();
    auto future = running->promise.future();
    if (auto mistake = mistakeIn(call)) {
        running->answer(*std::move(mistake));
        return future;
    }
    running->host = call.url.host() + (call.url.port() < 0 ? QString{} : u":%1"_s.arg(call.url.port()));
    running->deadline.setRemainingTime(std::max(1, call.deadlineMs));
    running->call = std::move(call);
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, running] { worker->take(running); }, Qt::QueuedConnection);
    return future;
}

} // namespace tresen::net
