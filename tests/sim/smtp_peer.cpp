#include "tests/sim/smtp_peer.h"
#include <QElapsedTimer>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <atomic>
#include <deque>
#include <future>
#include <mutex>
#include <optional>

namespace tresen::sim {
namespace {

struct Order {
    SmtpStage stage;
    SmtpMischief what;
    QByteArray detail;
    int times;
};

// A server that hands out sockets able to encrypt.
class SslServer final : public QTcpServer {
public:
    std::unique_ptr<QSslSocket> take()
    {
        if (m_waiting.empty() && !waitForNewConnection(20)) return {};
        if (m_waiting.empty()) return {};
        auto first = std::move(m_waiting.front());
        m_waiting.pop_front();
        return first;
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        m_waiting.push_back(std::make_unique<QSslSocket>());
        m_waiting.back()->setSocketDescriptor(descriptor);
    }

private:
    std::deque<std::unique_ptr<QSslSocket>> m_waiting;
};

} // namespace

struct SmtpPeer::Shared {
    SmtpPeerOptions options;
    std::atomic<bool> stop = false;
    quint16 port = 0;
    mutable std::mutex mutex{};
    QList<Order> orders{};
    QList<SmtpDelivery> deliveries{};
    QList<QByteArray> commands{};
    QByteArray proxyTarget{};
    int connections = 0;

    std::optional<Order> taken(SmtpStage stage)
    {
        const std::lock_guard lock{mutex};
        for (qsizetype i = 0; i < orders.size(); ++i) {
            if (orders[i].stage != stage) continue;
            const Order out = orders[i];
            if (--orders[i].times == 0) orders.removeAt(i);
            return out;
        }
        return {};
    }
    void note(const QByteArray& line)
    {
        const std::lock_guard lock{mutex};
        commands << line;
    }
};

namespace {

struct Hangup {};   // leaves the conversation from wherever it is

template <class Shared>
class Talk {
public:
    Talk(Shared& shared, QSslSocket& socket) : m_shared{shared}, m_socket{socket} {}

    void run()
    {
        try {
            passProxy();
            if (m_shared.options.isTls) encrypt();
            say(SmtpStage::Greeting, "220 peer.example ESMTP");
            while (m_socket.state() == QAbstractSocket::ConnectedState) obey(line());
        } catch (const Hangup&) {
        }
        m_socket.abort();
    }

private:
    void wait()
    {
        if (m_socket.bytesToWrite()) m_socket.waitForBytesWritten(50);
        if (!m_socket.bytesAvailable() && !m_socket.waitForReadyRead(50) && m_socket.state() != QAbstractSocket::ConnectedState) throw Hangup{};
        if (m_shared.stop) throw Hangup{};
    }
    QByteArray bytes(qsizetype count)
    {
        while (m_socket.bytesAvailable() < count) wait();
        return m_socket.read(count);
    }
    QByteArray line()
    {
        while (!m_socket.canReadLine()) wait();
        return m_socket.readLine().trimmed();
    }
    void write(const QByteArray& text)
    {
        m_socket.write(text);
        while (m_socket.bytesToWrite() && m_socket.waitForBytesWritten(50)) {}
    }
    // Follows an order for the stage, if there is one: true when the answer has been given by it.
    bool misbehaves(SmtpStage stage)
    {
        const auto order = m_shared.taken(stage);
        if (!order) return false;
        switch (order->what) {
        case SmtpMischief::Reply: write(order->detail + "\r\n"); return true;
        case SmtpMischief::Cut: throw Hangup{};
        case SmtpMischief::Silent:
            for (;;) {
                wait();
                m_socket.readAll();
            }
        case SmtpMischief::Trickle:
            for (QElapsedTimer since;; since.start()) {
                write("250-still thinking\r\n");
                m_socket.waitForReadyRead(20);
                if (m_shared.stop || m_socket.state() != QAbstractSocket::ConnectedState) throw Hangup{};
            }
        case SmtpMischief::Garbage: write("220 ready\r\nthese are no words of TLS, and there are some more of them\r\n"); return true;
        }
        return false;
    }
    // True when it was said as meant.
    bool say(SmtpStage stage, const QByteArray& text)
    {
        if (misbehaves(stage)) return false;
        write(text + "\r\n");
        return true;
    }
    void encrypt()
    {
        auto config = QSslConfiguration::defaultConfiguration();
        config.setLocalCertificateChain(QSslCertificate::fromData(m_shared.options.certificate.pem, QSsl::Pem));
        config.setPrivateKey(QSslKey{m_shared.options.certificate.keyPem, QSsl::Ec, QSsl::Pem});
        config.setPeerVerifyMode(QSslSocket::QueryPeer);
        m_socket.setSslConfiguration(config);
        m_socket.startServerEncryption();
        if (!m_socket.waitForEncrypted(3000)) throw Hangup{};
    }
    void passProxy()
    {
        using Proxy = SmtpPeerOptions::Proxy;
        switch (m_shared.options.proxy) {
        case Proxy::None: return;
        case Proxy::Http: {
            const auto asked = line();
            while (!line().isEmpty()) {}
            setTarget(asked.split(' ').value(1));
            write("HTTP/1.1 200 Connection established\r\n\r\n");
            return;
        }
        case Proxy::Refusing:
            while (!line().isEmpty()) {}
            write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
            throw Hangup{};
        case Proxy::Socks5: {   // RFC 1928
            bytes(bytes(2).at(1));
            write(QByteArray::fromHex("0500"));
            bytes(4);
            const auto host = bytes(bytes(1).at(0));
            const auto port = bytes(2);
            setTarget(host + ':' + QByteArray::number(static_cast<unsigned char>(port.at(0)) * 256 + static_cast<unsigned char>(port.at(1))));
            write(QByteArray::fromHex("05000001000000000000"));
            return;
        }
        }
    }
    void setTarget(const QByteArray& target)
    {
        const std::lock_guard lock{m_shared.mutex};
        m_shared.proxyTarget = target;
    }

    void obey(const QByteArray& command)
    {
        const auto verb = command.left(4).toUpper();
        m_shared.note(command);
        if (verb == "EHLO") hello();
        else if (verb == "HELO") say(SmtpStage::Hello, "250 peer.example");
        else if (verb == "STAR") startTls();
        else if (verb == "AUTH") login(command.mid(5));
        else if (verb == "MAIL") sender(command);
        else if (verb == "RCPT") recipient(command);
        else if (verb == "DATA") data();
        else if (verb == "QUIT") {
            say(SmtpStage::Goodbye, "221 bye");
            throw Hangup{};
        } else {
            write("250 ok\r\n");
        }
    }
    void hello()
    {
        const auto& o = m_shared.options;
        QByteArray text = "250-peer.example";
        if (o.offersStartTls && !m_socket.isEncrypted()) text += "\r\n250-STARTTLS";
        if (!o.user.isEmpty()) text += "\r\n250-AUTH " + o.mechanisms;
        if (o.size > 0) text += "\r\n250-SIZE " + QByteArray::number(o.size);
        say(SmtpStage::Hello, text + "\r\n250 8BITMIME");
    }
    void startTls()
    {
        if (say(SmtpStage::StartTls, "220 ready")) encrypt();
    }
    void login(const QByteArray& how)
    {
        if (misbehaves(SmtpStage::Login)) return;
        const auto asked = [this](const QByteArray& prompt) {
            write("334 " + prompt.toBase64() + "\r\n");
            return QByteArray::fromBase64(line());
        };
        QByteArray user, password;
        if (how.startsWith("PLAIN")) {
            const auto given = (how.size() > 6 ? QByteArray::fromBase64(how.mid(6)) : asked({})).split('\0');
            user = given.value(1);
            password = given.value(2);
        } else if (how.startsWith("LOGIN")) {
            user = how.size() > 6 ? QByteArray::fromBase64(how.mid(6)) : asked("Username:");
            password = asked("Password:");
        }
        m_loggedIn = user == m_shared.options.user && password == m_shared.options.password;
        write(m_loggedIn ? "235 2.7.0 welcome\r\n" : "535 5.7.8 wrong name or password\r\n");
    }
    void sender(const QByteArray& command)
    {
        m_mail = {};
        m_mail.from = command.mid(command.indexOf('<') + 1, command.indexOf('>') - command.indexOf('<') - 1);
        const auto size = command.indexOf("SIZE=");
        const bool large = m_shared.options.size > 0 && size > 0 && command.mid(size + 5).toLongLong() > m_shared.options.size;
        if (!m_shared.options.user.isEmpty() && !m_loggedIn) write("530 5.7.0 log in first\r\n");
        else if (large) write("552 5.3.4 message too big\r\n");
        else say(SmtpStage::Sender, "250 2.1.0 ok");
    }
    void recipient(const QByteArray& command)
    {
        m_mail.to = command.mid(command.indexOf('<') + 1, command.indexOf('>') - command.indexOf('<') - 1);
        say(SmtpStage::Recipient, "250 2.1.5 ok");
    }
    void data()
    {
        if (!say(SmtpStage::Data, "354 go on")) return;
        misbehaves(SmtpStage::Body);
        QByteArray got;
        bool midway = false;
        while (!got.endsWith("\r\n.\r\n")) {
            while (!m_socket.bytesAvailable()) wait();
            got += m_socket.readAll();
            if (got.size() > 100'000 && !midway) {
                midway = true;
                misbehaves(SmtpStage::MidBody);
            }
        }
        got.chop(3);
        m_mail.bytes = QByteArray{"\r\n" + got}.replace("\r\n..", "\r\n.").mid(2);
        m_mail.encrypted = m_socket.isEncrypted();
        m_mail.loggedIn = m_loggedIn;
        {
            const std::lock_guard lock{m_shared.mutex};
            m_shared.deliveries << m_mail;
        }
        say(SmtpStage::Message, "250 2.0.0 queued as 4711");
    }

    Shared& m_shared;
    QSslSocket& m_socket;
    SmtpDelivery m_mail;
    bool m_loggedIn = false;
};

} // namespace

SmtpPeer::SmtpPeer(SmtpPeerOptions options) : m_shared{std::make_shared<Shared>()}
{
    m_shared->options = std::move(options);
    std::promise<quint16> port;
    auto opened = port.get_future();
    m_thread.reset(QThread::create([shared = m_shared, &port] {
        SslServer server;
        const bool listening = server.listen(QHostAddress::LocalHost);
        port.set_value(listening ? server.serverPort() : quint16{0});
        while (listening && !shared->stop) {
            const auto socket = server.take();
            if (!socket) continue;
            {
                const std::lock_guard lock{shared->mutex};
                ++shared->connections;
            }
            Talk<Shared>{*shared, *socket}.run();
        }
    }));
    m_thread->start();
    m_shared->port = opened.get();
}

SmtpPeer::~SmtpPeer()
{
    m_shared->stop = true;
    m_thread->wait();
}

quint16 SmtpPeer::port() const { return m_shared->port; }

void SmtpPeer::order(SmtpStage stage, SmtpMischief what, const QByteArray& detail, int times)
{
    const std::lock_guard lock{m_shared->mutex};
    m_shared->orders << Order{stage, what, detail, times};
}

QList<SmtpDelivery> SmtpPeer::deliveries() const
{
    const std::lock_guard lock{m_shared->mutex};
    return m_shared->deliveries;
}

QList<QByteArray> SmtpPeer::commands() const
{
    const std::lock_guard lock{m_shared->mutex};
    return m_shared->commands;
}

QByteArray SmtpPeer::proxyTarget() const
{
    const std::lock_guard lock{m_shared->mutex};
    return m_shared->proxyTarget;
}

int SmtpPeer::connections() const
{
    const std::lock_guard lock{m_shared->mutex};
    return m_shared->connections;
}

} // namespace tresen::sim
