// Receiver: takes the notices of portals for sites with a public address, behind a reverse proxy that speaks TLS. It checks the signature, keeps the
// bytes and answers 200; what a notice says is only ever a reason to ask. Run by "tresen receive".
#pragma once
#include "app/main/house.h"
#include "app/net/http_server.h"

namespace tresen::app {

struct ReceiverConfig {
    QHostAddress address{QHostAddress::LocalHost};
    quint16 port = 0;                    // 0: any free one
    QString pathSecret;                  // the part of the path that nobody can guess
    QStringList hostNames;               // public names the proxy passes on
};

class Receiver final : public QObject {
    Q_OBJECT
public:
    Receiver(House& house, ReceiverConfig config);
    ~Receiver() override;

    Result<quint16> listen();            // Unreachable "http.port_taken", "http.address"
    // "/notice/<secret>/mollie". A portal that puts the secret of its notices behind the address reaches the same place.
    QString pathOf(const QString& portal) const;

Q_SIGNALS:
    void kept(const QString& portal, int events, int fresh);
    void turnedAway(const QString& portal, const tresen::Error& why);

private:
    void take(const net::HttpRequest& request, const net::HttpReply& reply);

    House& m_house;
    const ReceiverConfig m_config;
    std::unique_ptr<net::HttpServer> m_server;
};

} // namespace tresen::app
