#include "tests/sim/web_peer.h"
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>
#include <algorithm>
#include <list>
#include <mutex>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {
namespace {

constexpr qsizetype kMaxHead = 64 * 1024;
constexpr qsizetype kMaxBody = 32 * 1024 * 1024;
constexpr qsizetype kPiece = 64 * 1024;
constexpr int kFloodBuffer = 16 * 1024;   // bytes of a flood that wait in the system; see sendForEver()
constexpr int kTrickleMs = 100;
constexpr char kTlsHello = 0x16;

const QByteArray kLoginPage = "<!DOCTYPE html><html><head><title>Guest network</title></head><body><form method=post>Please accept the terms to go online.</form></body></html>";

QByteArray valueOf(const net::HeaderList& headers, QByteArrayView name)
{
    const auto found = std::find_if(headers.begin(), headers.end(), [name](const auto& header) { return header.first == name; });
    return found == headers.end() ? QByteArray{} : found->second;
}

QByteArray headOf(int status, const net::HeaderList& headers)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\n";
    bool typed = false;
    for (const auto& [name, value] : headers) {
        out += name + ": " + value + "\r\n";
        typed = typed || name.compare("content-type", Qt::CaseInsensitive) == 0;
    }
    if (!typed && status != 204) out += "Content-Type: application/json\r\n";
    return out;
}

// "429\nRetry-After: 60\n\nbody"
WebAnswer answerOf(const QByteArray& detail)
{
    const qsizetype bodyAt = detail.indexOf("\n\n");
    const auto lines = detail.left(bodyAt < 0 ? detail.size() : bodyAt).split('\n');
    WebAnswer answer;
    answer.status = lines.front().toInt();
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0) answer.headers.emplace_back(lines[i].left(colon), lines[i].mid(colon + 1).trimmed());
    }
    if (bodyAt >= 0) answer.body = detail.mid(bodyAt + 2);
    return answer;
}

// Gzip members of 10 MB of zeros each, as many as make 300 MB (RFC 1952: members follow each other, checksum and size at the end of each).
QByteArray gzipBomb()
{
    constexpr qsizetype kMember = 10 * 1024 * 1024, kMembers = 30;
    constexpr qsizetype kQtLength = 4, kZlibHead = 2, kZlibCheck = 4;
    const QByteArray zlib = qCompress(QByteArray{kMember, '\0'}, 9);
    QByteArray member = QByteArray::fromHex("1f8b08000000000000ff");
    member += zlib.mid(kQtLength + kZlibHead, zlib.size() - kQtLength - kZlibHead - kZlibCheck);
    quint32 crc = 0xffffffffU;
    for (qsizetype i = 0; i < kMember; ++i) {
        crc ^= 0U;   // the byte, always zero
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1U)));
    }
    crc ^= 0xffffffffU;
    for (int shift = 0; shift < 32; shift += 8) member += static_cast<char>((crc >> shift) & 0xffU);
    for (int shift = 0; shift < 32; shift += 8) member += static_cast<char>((static_cast<quint32>(kMember) >> shift) & 0xffU);
    return member.repeated(kMembers);
}

} // namespace

QByteArray WebRequest::header(QByteArrayView lowerCaseName) const { return valueOf(headers, lowerCaseName); }

struct WebPeer::Shared {
    struct Order {
        Mischief what = Mischief::Silent;
        int times = 0;
        QByteArray path, method, detail;
        int ms = 0;
    };
    Handler handler;
    WebTls tls;
    mutable std::mutex mutex;
    std::list<Order> orders;
    std::vector<WebRequest> requests;
    int connections = 0;
};

namespace {

struct WebConnection {
    QByteArray buffer;
    bool busy = false;       // a request is being answered, or never will be
    bool keepAlive = true;
};

// Takes one whole request off the buffer. 0: more is needed, 1: taken, -1: cannot be read.
int takeRequest(WebConnection& connection, WebRequest& request)
{
    const qsizetype headEnd = connection.buffer.indexOf("\r\n\r\n");
    if (headEnd < 0) return connection.buffer.size() > kMaxHead ? -1 : 0;
    const auto lines = connection.buffer.left(headEnd).split('\n');
    const auto first = lines.front().trimmed().split(' ');
    if (first.size() != 3) return -1;
    request = {};
    request.method = first[0];
    const qsizetype mark = first[1].indexOf('?');
    request.path = first[1].left(mark < 0 ? first[1].size() : mark);
    if (mark >= 0) request.query = first[1].mid(mark + 1);
    for (qsizetype i = 1; i < lines.size(); ++i) {
        const qsizetype colon = lines[i].indexOf(':');
        if (colon > 0) request.headers.emplace_back(lines[i].left(colon).toLower(), lines[i].mid(colon + 1).trimmed());
    }
    if (!request.header("transfer-encoding").isEmpty()) return -1;
    const qsizetype length = request.header("content-length").toLongLong();
    if (length < 0 || length > kMaxBody) return -1;
    if (connection.buffer.size() < headEnd + 4 + length) return 0;
    request.body = connection.buffer.mid(headEnd + 4, length);
    connection.buffer.remove(0, headEnd + 4 + length);
    connection.keepAlive = first[2] == "HTTP/1.1" && request.header("connection").toLower() != "close";
    return 1;
}

} // namespace

class WebPeerWorker final : public QObject {
public:
    explicit WebPeerWorker(std::shared_ptr<WebPeer::Shared> shared) : m_shared{std::move(shared)} {}
    ~WebPeerWorker() override { goDown(); }

    quint16 listen(quint16 port);
    void goDown();

private:
    using Order = WebPeer::Shared::Order;

    void accept(QTcpSocket* socket);
    void read(QTcpSocket* socket, const std::shared_ptr<WebConnection>& connection);
    bool orderFor(const WebRequest& request, Order& order);
    void misbehave(QTcpSocket* socket, const std::shared_ptr<WebConnection>& connection, const WebRequest& request, const Order& order);
    void send(QTcpSocket* socket, const std::shared_ptr<WebConnection>& connection, const WebRequest& request, const WebAnswer& answer);
    void sendHalf(QTcpSocket* socket, const WebAnswer& answer);
    void sendForEver(QTcpSocket* socket, const Order& order);
    void trickle(QTcpSocket* socket, const Order& order);

    std::shared_ptr<WebPeer::Shared> m_shared;
    QTcpServer* m_listener = nullptr;
};

quint16 WebPeerWorker::listen(quint16 port)
{
    if (m_shared->tls.certificate.isEmpty()) {
        m_listener = new QTcpServer{this};
    } else {
        auto* server = new QSslServer{this};
        auto config = QSslConfiguration::defaultConfiguration();
        config.setLocalCertificateChain(QSslCertificate::fromData(m_shared->tls.certificate, QSsl::Pem));
        QSslKey key{m_shared->tls.key, QSsl::Rsa, QSsl::Pem};
        if (key.isNull()) key = QSslKey{m_shared->tls.key, QSsl::Ec, QSsl::Pem};
        config.setPrivateKey(key);
        config.setPeerVerifyMode(QSslSocket::QueryPeer);
        config.setProtocol(m_shared->tls.protocol);
        server->setSslConfiguration(config);
        m_listener = server;
    }
    if (!m_listener->listen(QHostAddress::LocalHost, port)) qWarning("WebPeer: %s", qPrintable(m_listener->errorString()));
    connect(m_listener, &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket* socket = m_listener ? m_listener->nextPendingConnection() : nullptr) accept(socket);
    });
    return m_listener->serverPort();
}

void WebPeerWorker::goDown()
{
    if (!m_listener) return;
    m_listener->close();
    const auto sockets = m_listener->findChildren<QTcpSocket*>();
    for (auto* socket : sockets) {
        socket->disconnect(this);
        socket->abort();
    }
    delete std::exchange(m_listener, nullptr);
}

void WebPeerWorker::accept(QTcpSocket* socket)
{
    {
        const std::scoped_lock lock{m_shared->mutex};
        ++m_shared->connections;
    }
    const auto connection = std::make_shared<WebConnection>();
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, connection] { read(socket, connection); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    if (socket->bytesAvailable() > 0) read(socket, connection);
}

void WebPeerWorker::read(QTcpSocket* socket, const std::shared_ptr<WebConnection>& connection)
{
    connection->buffer += socket->readAll();
    if (!connection->busy && connection->buffer.startsWith(kTlsHello)) {   // what web servers say to TLS on a plain port
        socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        connection->busy = true;
        return socket->disconnectFromHost();
    }
    WebRequest request;
    while (!connection->busy) {
        const int taken = takeRequest(*connection, request);
        if (taken < 0) return socket->abort();
        if (taken == 0) return;
        connection->busy = true;
        {
            const std::scoped_lock lock{m_shared->mutex};
            m_shared->requests.push_back(request);
        }
        Order order;
        if (orderFor(request, order)) misbehave(socket, connection, request, order);
        else send(socket, connection, request, m_shared->handler(request));
    }
}

bool WebPeerWorker::orderFor(const WebRequest& request, Order& order)
{
    const std::scoped_lock lock{m_shared->mutex};
    auto& orders = m_shared->orders;
    const auto found = std::find_if(orders.begin(), orders.end(), [&request](const Order& one) {
        return request.path.startsWith(one.path) && (one.method.isEmpty() || one.method == request.method);
    });
    if (found == orders.end()) return false;
    order = *found;
    if (found->times > 0 && --found->times == 0) orders.erase(found);
    return true;
}

void WebPeerWorker::misbehave(QTcpSocket* socket, const std::shared_ptr<WebConnection>& connection, const WebRequest& request, const Order& order)
{
    switch (order.what) {
    case Mischief::AnswerLost:
        m_shared->handler(request);
        return socket->abort();
    case Mischief::NotTaken:
        return socket->abort();
    case Mischief::Status:
        return send(socket, connection, request, answerOf(order.detail));
    case Mischief::Silent:
        return;
    case Mischief::Slow:
        // The socket is the context: when the other side is gone, nothing is sent any more.
        return QTimer::singleShot(order.ms, socket, [this, socket, connection, request, answer = m_shared->handler(request)] {
            send(socket, connection, request, answer);
            read(socket, connection);
        });
    case Mischief::Trickle:
        return trickle(socket, order);
    case Mischief::Endless:
        return sendForEver(socket, order);
    case Mischief::GzipBomb:
        return send(socket, connection, request, {200, {{"Content-Encoding", "gzip"}}, gzipBomb()});
    case Mischief::Html:
        return send(socket, connection, request, {200, {{"Content-Type", "text/html; charset=utf-8"}}, kLoginPage});
    case Mischief::CutBody:
        return sendHalf(socket, m_shared->handler(request));
    case Mischief::Replace: {
        auto answer = m_shared->handler(request);
        answer.body = order.detail;
        return send(socket, connection, request, answer);
    }
    case Mischief::NoHttp:
        socket->write("220 mail.example.com ESMTP ready\r\n");
        return socket->disconnectFromHost();
    }
}

void WebPeerWorker::send(QTcpSocket* socket, const std::shared_ptr<WebConnection>& connection, const WebRequest& request, const WebAnswer& answer)
{
    QByteArray out = headOf(answer.status, answer.headers);
    if (answer.status != 204) out += "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n";
    out += connection->keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (request.method != "HEAD" && answer.status != 204) out += answer.body;
    connection->busy = false;
    socket->write(out);
    if (!connection->keepAlive) {
        connection->busy = true;
        socket->disconnectFromHost();
    }
}

void WebPeerWorker::sendHalf(QTcpSocket* socket, const WebAnswer& answer)
{
    socket->write(headOf(answer.status, answer.headers) + "Content-Length: " + QByteArray::number(answer.body.size()) + "\r\n\r\n");
    socket->write(answer.body.left(answer.body.size() / 2));
    socket->disconnectFromHost();
}

// Qt takes a header byte by byte. The megabytes that the system would keep for it otherwise last longer than five seconds after this peer has ended: so long
// a manager of Qt's waits for its thread, and then it loses it.
void WebPeerWorker::sendForEver(QTcpSocket* socket, const Order& order)
{
    socket->setSocketOption(QAbstractSocket::SendBufferSizeSocketOption, kFloodBuffer);
    const auto more = [socket, piece = QByteArray{kPiece, 'x'}] {
        if (socket->bytesToWrite() < kPiece) socket->write(piece);
    };
    connect(socket, &QTcpSocket::bytesWritten, this, more);
    socket->write(headOf(200, {}) + (order.detail == "header" ? "X-Long: " : "\r\n"));
    more();
}

void WebPeerWorker::trickle(QTcpSocket* socket, const Order& order)
{
    socket->write(headOf(200, {}) + (order.detail == "header" ? "X-Long: " : "\r\n"));
    auto* timer = new QTimer{socket};
    connect(timer, &QTimer::timeout, socket, [socket] { socket->write("x"); });
    timer->start(order.ms > 0 ? order.ms : kTrickleMs);
}

WebPeer::WebPeer(Handler handler) : WebPeer{std::move(handler), WebTls{}} {}

WebPeer::WebPeer(Handler handler, WebTls tls) : m_shared{std::make_shared<Shared>()}, m_tls{!tls.certificate.isEmpty()}
{
    m_shared->handler = std::move(handler);
    m_shared->tls = std::move(tls);
    m_worker = new WebPeerWorker{m_shared};
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.setObjectName(u"web-peer"_s);
    m_thread.start();
    comeBack();
}

WebPeer::~WebPeer()
{
    m_thread.quit();
    m_thread.wait();
}

quint16 WebPeer::port() const { return m_port; }

QString WebPeer::base() const { return (m_tls ? u"https://127.0.0.1:%1"_s : u"http://127.0.0.1:%1"_s).arg(m_port); }

void WebPeer::misbehave(Mischief what, int times, const QByteArray& onlyPathPrefix, const QByteArray& onlyMethod, const QByteArray& detail, int ms)
{
    const std::scoped_lock lock{m_shared->mutex};
    m_shared->orders.push_back({what, times, onlyPathPrefix, onlyMethod, detail, ms});
}

void WebPeer::behave()
{
    const std::scoped_lock lock{m_shared->mutex};
    m_shared->orders.clear();
}

std::vector<WebRequest> WebPeer::requests() const
{
    const std::scoped_lock lock{m_shared->mutex};
    return m_shared->requests;
}

int WebPeer::connections() const
{
    const std::scoped_lock lock{m_shared->mutex};
    return m_shared->connections;
}

void WebPeer::forget()
{
    const std::scoped_lock lock{m_shared->mutex};
    m_shared->requests.clear();
    m_shared->connections = 0;
}

void WebPeer::goDown()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_worker->goDown(); }, Qt::BlockingQueuedConnection);
}

void WebPeer::comeBack()
{
    QMetaObject::invokeMethod(m_worker, [this] { m_worker->goDown(); m_port = m_worker->listen(m_port); }, Qt::BlockingQueuedConnection);
}

} // namespace tresen::sim
