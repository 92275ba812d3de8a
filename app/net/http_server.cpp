#include "app/net/http_server.h"
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <mutex>
#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

namespace tresen::net {
namespace {

constexpr qint64 kReadChunk = 16 * 1024;
constexpr qint64 kSocketBuffer = 64 * 1024;   // beyond it the peer has to wait for us
constexpr qint64 kMaxThrownAway = 1024 * 1024;   // beyond the largest body that is taken: who sends little too much still hears why

} // namespace

// One per server; replies of other threads find the worker through it, or nobody any more.
struct ReplyDoor {
    std::mutex mutex;
    HttpWorker* worker = nullptr;
};

struct HttpConnection {
    enum class Phase { Reading, Idle, Handling, Writing, Lingering };
    quint64 id = 0;
    QTcpSocket* socket = nullptr;
    QTimer* timer = nullptr;
    HttpParser parser;
    QByteArray pending;              // read, but behind the request that is being handled
    QByteArray peer;
    Phase phase = Phase::Reading;
    int requests = 0;
    bool counted = true;             // holds one of the places; a turned away peer does not
    bool keepAlive = true, headOnly = false, cutShort = false;
    qint64 thrownAway = 0;
};

class HttpWorker final : public QObject {
public:
    HttpWorker(HttpServerConfig config, HttpHandler handler, const Clock& clock, std::shared_ptr<HttpServerStats> stats)
        : m_config{std::move(config)}, m_handler{std::move(handler)}, m_clock{clock}, m_stats{std::move(stats)},
          m_door{std::make_shared<ReplyDoor>()}
    {
        m_door->worker = this;
    }
    ~HttpWorker() override { close(); }

    Result<quint16> listen();
    void close();

private:
    using Phase = HttpConnection::Phase;

    void accept(QTcpSocket* socket);
    void turnAway(HttpConnection& connection);
    void readSome(HttpConnection& connection);
    void parse(HttpConnection& connection);
    void dispatch(HttpConnection& connection);
    void answer(quint64 id, int requestNumber, const HttpResponse& response);
    void send(HttpConnection& connection, const HttpResponse& response, bool withBody);
    void written(HttpConnection& connection);
    void linger(HttpConnection& connection);
    void expired(HttpConnection& connection);
    void drop(quint64 id);
    void refuse(HttpConnection& connection, HttpRefusal refusal);
    int placesOf(const QByteArray& peer) const;
    template <class F> void with(quint64 id, F&& use)
    {
        if (const auto found = m_connections.find(id); found != m_connections.end()) use(*found->second);
    }

    HttpServerConfig m_config;
    HttpHandler m_handler;
    const Clock& m_clock;
    std::shared_ptr<HttpServerStats> m_stats;
    std::shared_ptr<ReplyDoor> m_door;
    QTcpServer* m_listener = nullptr;
    std::unordered_map<quint64, std::unique_ptr<HttpConnection>> m_connections;
    quint64 m_lastId = 0;
};

Result<quint16> HttpWorker::listen()
{
    if (m_listener) return m_listener->serverPort();
    auto* listener = new QTcpServer{this};
    if (!listener->listen(m_config.address, m_config.port)) {
        const bool taken = listener->serverError() == QAbstractSocket::AddressInUseError;
        const Error error{Fault::Unreachable, taken ? u"http.port_taken"_s : u"http.address"_s, listener->errorString()};
        delete listener;
        return error;
    }
    m_listener = listener;
    {
        const std::scoped_lock lock{m_door->mutex};
        m_door->worker = this;
    }
    connect(listener, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket* socket = m_listener ? m_listener->nextPendingConnection() : nullptr) accept(socket);
    });
    return listener->serverPort();
}

void HttpWorker::close()
{
    {
        const std::scoped_lock lock{m_door->mutex};
        m_door->worker = nullptr;
    }
    delete std::exchange(m_listener, nullptr);
    while (!m_connections.empty()) drop(m_connections.begin()->first);
}

int HttpWorker::placesOf(const QByteArray& peer) const
{
    int places = 0;
    for (const auto& [id, connection] : m_connections) places += connection->counted && connection->peer == peer ? 1 : 0;
    return places;
}

void HttpWorker::accept(QTcpSocket* socket)
{
    ++m_stats->accepted;
    auto owned = std::make_unique<HttpConnection>();
    HttpConnection& connection = *owned;
    const quint64 id = ++m_lastId;
    connection.id = id;
    connection.peer = peerKey(socket->peerAddress());
    connection.socket = socket;
    connection.parser = HttpParser{m_config.limits};
    socket->setParent(this);
    socket->setReadBufferSize(kSocketBuffer);
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connection.timer = new QTimer{socket};
    connection.timer->setSingleShot(true);
    connection.timer->setTimerType(Qt::PreciseTimer);
    connection.timer->start(m_config.deadlineMs);
    const bool full = m_stats->open >= m_config.maxConnections || placesOf(connection.peer) >= m_config.maxPerPeer;
    m_connections.emplace(id, std::move(owned));
    connect(connection.timer, &QTimer::timeout, this, [this, id] { with(id, [this](auto& c) { expired(c); }); });
    connect(socket, &QTcpSocket::readyRead, this, [this, id] { with(id, [this](auto& c) { readSome(c); }); });
    connect(socket, &QTcpSocket::bytesWritten, this, [this, id] { with(id, [this](auto& c) { written(c); }); });
    connect(socket, &QTcpSocket::disconnected, this, [this, id] { drop(id); });
    if (full) return turnAway(connection);
    ++m_stats->open;
    if (socket->bytesAvailable() > 0) readSome(connection);
}

// A peer without a place gets told so; when too many of them wait for that, they are just dropped.
void HttpWorker::turnAway(HttpConnection& connection)
{
    ++m_stats->turnedAway;
    connection.counted = false;
    if (static_cast<int>(m_connections.size()) > 2 * m_config.maxConnections) return drop(connection.id);
    refuse(connection, {503, "too many connections"});
}

void HttpWorker::readSome(HttpConnection& connection)
{
    if (connection.phase == Phase::Lingering) {
        connection.thrownAway += qMax<qint64>(connection.socket->skip(kSocketBuffer), 0);
        if (connection.thrownAway > m_config.limits.body + kMaxThrownAway) drop(connection.id);
        return;
    }
    if (connection.phase != Phase::Reading && connection.phase != Phase::Idle) return;   // it waits in the socket's buffer
    connection.pending += connection.socket->read(kReadChunk);
    parse(connection);
}

void HttpWorker::parse(HttpConnection& connection)
{
    if (connection.phase == Phase::Idle && !connection.pending.isEmpty()) {
        connection.phase = Phase::Reading;
        connection.timer->start(m_config.deadlineMs);
    }
    const quint64 id = connection.id;
    for (;;) {
        connection.pending.remove(0, connection.parser.feed(connection.pending));
        if (connection.parser.status() == HttpParser::Status::Complete) return dispatch(connection);
        if (connection.parser.status() == HttpParser::Status::Refused) return refuse(connection, connection.parser.refusal());
        if (connection.socket->bytesAvailable() == 0 || !m_connections.contains(id)) return;
        connection.pending += connection.socket->read(kReadChunk);
    }
}

void HttpWorker::dispatch(HttpConnection& connection)
{
    HttpRequest request = connection.parser.take();
    connection.phase = Phase::Handling;
    connection.timer->start(m_config.deadlineMs);
    const int number = ++connection.requests;
    connection.headOnly = request.method == HttpMethod::Head;
    connection.keepAlive = request.keepAlive && number < m_config.maxRequests;
    if (!isAllowedHost(request.header("host"), m_config.hostNames)) return refuse(connection, {421, "unknown host"});
    if (request.method == HttpMethod::Post && !isOwnOrigin(request)) return refuse(connection, {403, "foreign origin"});
    HttpReply reply = [door = m_door, id = connection.id, number](HttpResponse response) {
        const std::scoped_lock lock{door->mutex};
        HttpWorker* worker = door->worker;
        if (!worker) return;
        QMetaObject::invokeMethod(
            worker, [worker, id, number, response = std::move(response)] { worker->answer(id, number, response); }, Qt::QueuedConnection);
    };
    m_handler(std::move(request), HttpPeer{connection.peer}, std::move(reply));
}

void HttpWorker::answer(quint64 id, int requestNumber, const HttpResponse& response)
{
    with(id, [&](HttpConnection& connection) {
        if (connection.phase != Phase::Handling || connection.requests != requestNumber) return;
        ++m_stats->served;
        send(connection, response, !connection.headOnly);
    });
}

void HttpWorker::refuse(HttpConnection& connection, HttpRefusal refusal)
{
    ++m_stats->refused;
    connection.keepAlive = false;
    connection.cutShort = true;
    HttpResponse response;
    response.status = refusal.status;
    response.contentType = "text/plain; charset=utf-8";
    response.body = QByteArray{refusal.reason} + '\n';
    send(connection, response, !connection.headOnly);
}

void HttpWorker::send(HttpConnection& connection, const HttpResponse& response, bool withBody)
{
    connection.phase = Phase::Writing;
    connection.timer->start(m_config.deadlineMs);   // a peer that does not read its answer is no better than one that does not send
    connection.socket->write(responseBytes(response, withBody, connection.keepAlive, m_clock.now()));
}

void HttpWorker::written(HttpConnection& connection)
{
    if (connection.phase != Phase::Writing || connection.socket->bytesToWrite() > 0) return;
    if (!connection.keepAlive) return linger(connection);
    connection.phase = Phase::Idle;
    connection.timer->start(m_config.idleMs);
    // Behind the answered request another one may be waiting; taken up by the event loop, so that many of them never nest.
    QMetaObject::invokeMethod(this, [this, id = connection.id] { with(id, [this](auto& c) {
        if (c.phase == Phase::Idle && (!c.pending.isEmpty() || c.socket->bytesAvailable() > 0)) readSome(c);
    }); }, Qt::QueuedConnection);
}

// Closing while bytes of the peer are under way would reset the connection and take our answer with it.
void HttpWorker::linger(HttpConnection& connection)
{
    connection.phase = Phase::Lingering;
    if (connection.counted) --m_stats->open;
    connection.counted = false;
    connection.timer->start(m_config.lingerMs);
    if (!connection.cutShort && connection.pending.isEmpty() && connection.socket->bytesAvailable() == 0)
        return connection.socket->disconnectFromHost();
    connection.socket->skip(kSocketBuffer);
}

void HttpWorker::expired(HttpConnection& connection)
{
    switch (connection.phase) {
    case Phase::Reading:
        ++m_stats->timedOut;
        if (connection.parser.untouched() && connection.pending.isEmpty()) return drop(connection.id);
        return refuse(connection, {408, "too slow"});
    case Phase::Handling:
        ++m_stats->timedOut;
        return refuse(connection, {503, "no answer in time"});
    case Phase::Writing:
        ++m_stats->timedOut;
        return drop(connection.id);
    case Phase::Idle:
    case Phase::Lingering:
        return drop(connection.id);
    }
}

void HttpWorker::drop(quint64 id)
{
    const auto found = m_connections.find(id);
    if (found == m_connections.end()) return;
    const auto connection = std::move(found->second);
    m_connections.erase(found);
    if (connection->counted) --m_stats->open;
    connection->socket->disconnect(this);
    connection->timer->disconnect(this);
    connection->socket->abort();
    connection->socket->deleteLater();
}

HttpServer::HttpServer(HttpServerConfig config, HttpHandler handler, const Clock& clock)
    : m_stats{std::make_shared<HttpServerStats>()}, m_worker{new HttpWorker{std::move(config), std::move(handler), clock, m_stats}}
{
    m_thread.setObjectName(u"tresen-http"_s);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
}

HttpServer::~HttpServer()
{
    close();
    m_thread.quit();
    m_thread.wait();
}

Result<quint16> HttpServer::listen()
{
    Result<quint16> answer = Error{Fault::Internal, u"http.thread"_s, {}};
    QMetaObject::invokeMethod(m_worker, [this, &answer] { answer = m_worker->listen(); }, Qt::BlockingQueuedConnection);
    return answer;
}

void HttpServer::close()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_worker->close(); }, Qt::BlockingQueuedConnection);
}

} // namespace tresen::net
