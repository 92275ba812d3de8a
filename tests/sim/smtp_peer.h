// SmtpPeer: a mail server on 127.0.0.1 that takes messages, or misbehaves at any stage as a test tells it. In a thread of its own; ends with the object.
// It serves one connection at a time and can stand in for a proxy as well: the same connection then goes on as the server's.
#pragma once
#include "tests/sim/certificates.h"
#include <QByteArray>
#include <QList>
#include <QThread>
#include <memory>

namespace tresen::sim {

enum class SmtpStage {
    Greeting, Hello, StartTls, Login, Sender, Recipient, Data,
    Body,       // after "354", before anything of the message is read
    MidBody,    // after 100 kB of the message
    Message,    // after the final dot: the message is taken, the answer is still to come
    Goodbye
};

enum class SmtpMischief {
    Reply,     // detail is said instead: "450 4.2.0 try later"
    Cut,       // the connection is cut without a word
    Silent,    // nothing more is said on this connection
    Trickle,   // a reply that never ends, one line each 20 ms
    Garbage    // at StartTls: the ready reply, then words instead of encryption
};

struct SmtpPeerOptions {
    enum class Proxy { None, Http, Socks5, Refusing };
    bool offersStartTls = false, isTls = false;
    Certificate certificate{};
    QByteArray user{}, password{};            // empty: no login offered
    QByteArray mechanisms = "PLAIN LOGIN";
    qint64 size = 0;                          // announced limit; a larger one is turned away at MAIL (RFC 1870)
    Proxy proxy = Proxy::None;
};

struct SmtpDelivery {
    QByteArray from, to, bytes;               // bytes as they came, dots undone
    bool encrypted = false, loggedIn = false;
};

class SmtpPeer {
public:
    explicit SmtpPeer(SmtpPeerOptions options = {});
    ~SmtpPeer();
    SmtpPeer(const SmtpPeer&) = delete;
    SmtpPeer& operator=(const SmtpPeer&) = delete;

    quint16 port() const;
    // The next `times` times the stage is reached; the oldest order of a stage is followed first.
    void order(SmtpStage stage, SmtpMischief what, const QByteArray& detail = {}, int times = 1);

    QList<SmtpDelivery> deliveries() const;   // every message that arrived whole, whatever was answered
    QList<QByteArray> commands() const;       // every line that was no message and no login secret, as it came
    QByteArray proxyTarget() const;           // "host:port" the proxy was asked for
    int connections() const;

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    std::unique_ptr<QThread> m_thread;
};

} // namespace tresen::sim
