// OrderDoor: takes orders from a workshop system that already talks to a payment portal in the shape of bezahl.de, so that it only has to be pointed
// here: POST /nxt/v1/order and /nxt/v1/order/plan with its NX-Token. On this machine only. Opened by the desk and by "tresen orders".
#pragma once
#include "app/core/clock.h"
#include "app/core/secret.h"
#include "app/net/http_server.h"
#include "app/services/intake.h"
#include <QHash>
#include <memory>

namespace tresen::app {

// Answers: 201 taken, 200 known already or a new version, 409 known and the sender wants to hear of it ("uniquemodus":"error"), 400 unreadable,
// 401 wrong token, 404 and 405, 422 refused by a rule, 503 later. The body is JSON: "id", "status" ("open"), "unique", or "error" and "detail".
class OrderDoor final : public QObject {
    Q_OBJECT
public:
    OrderDoor(services::Intake& intake, const Clock& clock, Secret token);
    ~OrderDoor() override;

    // port 0: any free one. Refused "orders.no_token"; Unreachable "http.port_taken".
    Result<quint16> listen(quint16 port);

Q_SIGNALS:
    void answered(int status, const QString& code);

private:
    struct Waiting { net::HttpReply reply; QString unique; };
    void take(const net::HttpRequest& request, const net::HttpReply& reply);
    void takeOutcome(const services::FileOutcome& outcome);
    void say(const net::HttpReply& reply, int status, const QJsonObject& body);
    void refuse(const net::HttpReply& reply, int status, const QString& code, const QString& detail = {});

    services::Intake& m_intake;
    const Clock& m_clock;
    const Secret m_token;
    QHash<domain::BatchId, Waiting> m_waiting;
    std::unique_ptr<net::HttpServer> m_server;
};

} // namespace tresen::app
