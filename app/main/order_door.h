// OrderDoor: takes orders from a workshop system that already talks to a payment portal in the shape of bezahl.de, so that it only has to be pointed
// here, with its NX-Token: POST /nxt/v1/order and /nxt/v1/order/plan, and what it may ask and say about an order later, GET and POST /nxt/v1/order/{id}….
// On this machine only. Opened by the desk and by "tresen orders".
#pragma once
#include "app/core/clock.h"
#include "app/core/secret.h"
#include "app/net/http_server.h"
#include "app/services/intake.h"
#include <QHash>
#include <QJsonObject>
#include <memory>

namespace tresen::app {

// Answers to a new order: 201 taken, 200 known already (also by another way) or a new version, 409 known and the sender wants to hear of it
// ("uniquemodus":"error"), or its key belongs to a claim of another year ("order.other_year"). Body: JSON "id", "status", "unique", "outcome", "notices".
// About one that is known: 200 with the order, or with "responsekey" and "responsemessage"; 404 unknown; 409 "invoice.cancelled", "order.is_document",
// "order.busy"; 501 what the portal offers and this door does not.
// Always: 400 unreadable, 401 wrong token, 404 and 405, 422 refused by a rule ("orders.org": another organisation's), 503 later; body "error", "detail".
class OrderDoor final : public QObject {
    Q_OBJECT
public:
    // account: the orgId that is taken, asked each time; empty: any.
    OrderDoor(services::Intake& intake, const Clock& clock, Secret token, std::function<QString()> account = {});
    ~OrderDoor() override;

    // port 0: any free one. Refused "orders.no_token"; Unreachable "http.port_taken".
    Result<quint16> listen(quint16 port);

Q_SIGNALS:
    void answered(int status, const QString& code);

private:
    struct Waiting { net::HttpReply reply; QString unique; };
    void take(const net::HttpRequest& request, const net::HttpReply& reply);
    void takeOrder(const net::HttpRequest& request, const net::HttpReply& reply);
    void takeLater(const net::HttpRequest& request, const net::HttpReply& reply);
    void takeOutcome(const services::FileOutcome& outcome);
    void tell(const domain::InvoiceId& invoice, int status, QJsonObject body, const net::HttpReply& reply);
    services::Done<Ok> acknowledging(const net::HttpReply& reply, const QString& key);
    void say(const net::HttpReply& reply, int status, const QJsonObject& body);
    void refuse(const net::HttpReply& reply, int status, const QString& code, const QString& detail = {});

    services::Intake& m_intake;
    const Clock& m_clock;
    const Secret m_token;
    const std::function<QString()> m_account;
    QHash<domain::BatchId, Waiting> m_waiting;
    int m_asked = 0;                     // answers about known orders that are still being looked for
    std::unique_ptr<net::HttpServer> m_server;
};

} // namespace tresen::app
