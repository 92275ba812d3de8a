#include "app/main/order_door.h"
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/net/seal.h"
#include "app/services/accounts.h"
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

constexpr qsizetype kMaxWaitingOrders = 200;
constexpr qsizetype kMaxShownDetail = 200;

// A portal's word for where an order stands: it waits for its money.
constexpr auto kOpen = "open"_L1;

int statusOf(const Error& error)
{
    switch (error.fault) {
    case Fault::Invalid: return 400;
    case Fault::Refused: return 422;
    case Fault::Conflict: return error.code == u"order.known" ? 409 : 503;
    default: return 503;   // nothing was stored: the sender may send it again
    }
}

} // namespace

OrderDoor::OrderDoor(services::Intake& intake, const Clock& clock, Secret token) : m_intake{intake}, m_clock{clock}, m_token{std::move(token)}
{
    connect(&m_intake, &services::Intake::fileDone, this, &OrderDoor::takeOutcome);
}

OrderDoor::~OrderDoor() { m_server.reset(); }

Result<quint16> OrderDoor::listen(quint16 port)
{
    if (m_token.isEmpty()) return Error{Fault::Refused, u"orders.no_token"_s, services::orderTokenName()};
    net::HttpServerConfig config;
    config.port = port;
    config.limits.body = limits::kMaxOrderJson;
    m_server = std::make_unique<net::HttpServer>(std::move(config), [this](net::HttpRequest request, net::HttpPeer, net::HttpReply reply) {
        QMetaObject::invokeMethod(this, [this, request = std::move(request), reply = std::move(reply)] { take(request, reply); }, Qt::QueuedConnection);
    }, m_clock);
    return m_server->listen();
}

void OrderDoor::say(const net::HttpReply& reply, int status, const QJsonObject& body)
{
    reply({status, "application/json", QJsonDocument{body}.toJson(QJsonDocument::Compact), {}});
    Q_EMIT answered(status, body[u"error"_s].toString());
}

void OrderDoor::refuse(const net::HttpReply& reply, int status, const QString& code, const QString& detail)
{
    say(reply, status, {{u"error"_s, code}, {u"detail"_s, detail.left(kMaxShownDetail)}});
}

void OrderDoor::take(const net::HttpRequest& request, const net::HttpReply& reply)
{
    if (request.path != "/nxt/v1/order" && request.path != "/nxt/v1/order/plan") return refuse(reply, 404, u"orders.path"_s);
    // The token first: who has none learns nothing.
    if (!net::sameBytes(request.header("nx-token"), m_token.reveal().toUtf8())) return refuse(reply, 401, u"orders.token"_s);
    if (request.method != net::HttpMethod::Post) return refuse(reply, 405, u"orders.method"_s);
    if (m_waiting.size() >= kMaxWaitingOrders) return refuse(reply, 503, u"orders.busy"_s);
    const auto order = adapters::order_json::readPostedOrder(request.body);
    if (!order) return refuse(reply, 400, order.error().code, order.error().detail);
    const auto& posted = order.value();
    services::IntakeInput input{posted.unique + u".json"_s, [body = request.body] { return Result<QByteArray>{body}; }};
    input.onlyNew = posted.refusesDuplicate();
    input.way = domain::ArrivalWay::Door;
    std::vector<services::IntakeInput> inputs;
    inputs.push_back(std::move(input));
    m_waiting.insert(m_intake.take(std::move(inputs), [](const Result<services::IntakeSummary>&) {}), {reply, posted.unique});
}

// On disk before the sender hears that it was taken.
void OrderDoor::takeOutcome(const services::FileOutcome& outcome)
{
    const auto it = m_waiting.find(outcome.batch);
    if (it == m_waiting.end()) return;
    const auto waiting = m_waiting.take(outcome.batch);
    if (outcome.status == services::FileOutcome::Status::Refused) return refuse(waiting.reply, statusOf(outcome.error), outcome.error.code, outcome.error.detail);
    const bool fresh = outcome.status == services::FileOutcome::Status::Taken;
    say(waiting.reply, fresh ? 201 : 200, {{u"id"_s, outcome.invoice.text()}, {u"status"_s, kOpen}, {u"unique"_s, waiting.unique}, {u"outcome"_s, codeOf(outcome.status)}});
}

} // namespace tresen::app
