#include "app/main/order_door.h"
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/adapters/workshop/order_json/order_update.h"
#include "app/net/seal.h"
#include "app/services/accounts.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

constexpr qsizetype kMaxWaitingOrders = 200;
constexpr qsizetype kMaxShownDetail = 200;

// A portal's words for where an order stands. "open" is the only one such a portal publishes; the others are our own.
constexpr auto kOpen = "open"_L1;
constexpr auto kPaid = "paid"_L1;
constexpr auto kClosed = "closed"_L1;      // cancelled, taken back, or it asks for nothing

constexpr auto kOrderPath = "/nxt/v1/order"_L1;
constexpr qsizetype kMaxOrderId = 64;

int statusOf(const Error& error)
{
    static const QStringList plain{u"order.known"_s, u"order.other_year"_s, u"order.is_document"_s, u"order.busy"_s, u"invoice.cancelled"_s};
    switch (error.fault) {
    case Fault::Invalid: return 400;
    case Fault::NotFound: return error.code == u"orders.not_offered" ? 501 : 404;
    case Fault::Refused: return 422;
    case Fault::Conflict: return plain.contains(error.code) ? 409 : 503;
    default: return 503;   // nothing was stored: the sender may send it again
    }
}

// What is doubted is not paid.
QLatin1StringView wordOf(const domain::OpenItem& item)
{
    if (item.cancelled) return kClosed;
    if (domain::asksForMoney(item) || domain::moneyDoubted(item)) return kOpen;
    return item.paid.isPositive() ? kPaid : kClosed;
}

QString dayText(QDate day) { return day.isValid() ? day.toString(Qt::ISODate) : QString{}; }

// In the portal's names where it has them. Nothing about the customer: who asks has sent it.
QJsonObject orderBody(const domain::OpenItem& item)
{
    QJsonArray payments;
    for (const auto& p : item.payments)
        payments.append(QJsonObject{{u"label"_s, p.method}, {u"amount"_s, p.amount.inCents()}, {u"confirmed"_s, p.stage != domain::MoneyStage::Noted && p.stage != domain::MoneyStage::Reversed},
                                    {u"received"_s, p.stage == domain::MoneyStage::Received}});
    return {{u"id"_s, item.id.text()}, {u"status"_s, wordOf(item)}, {u"price"_s, item.due.inCents()}, {u"open"_s, domain::asksForMoney(item) ? item.open().inCents() : 0},
            {u"paid"_s, item.paid.inCents()}, {u"invoiceNo"_s, item.number}, {u"version"_s, item.version}, {u"duedate"_s, dayText(item.dueDate)}, {u"payments"_s, payments}};
}

// "/nxt/v1/order/{id}/update/price/": the id and what stands behind it. Empty: no such path.
struct LaterPath { QString id, what; };
LaterPath laterPath(const QByteArray& path)
{
    auto rest = QString::fromUtf8(path);
    if (!rest.startsWith(kOrderPath + u'/')) return {};
    rest.remove(0, kOrderPath.size() + 1);
    if (rest.endsWith(u'/')) rest.chop(1);
    const auto id = rest.section(u'/', 0, 0);
    const bool good = id.size() <= kMaxOrderId && std::all_of(id.begin(), id.end(), [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'); });
    return good ? LaterPath{id, rest.section(u'/', 1)} : LaterPath{};
}

} // namespace

OrderDoor::OrderDoor(services::Intake& intake, const Clock& clock, Secret token, std::function<QString()> account)
    : m_intake{intake}, m_clock{clock}, m_token{std::move(token)}, m_account{std::move(account)}
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
    const bool fresh = request.path == "/nxt/v1/order" || request.path == "/nxt/v1/order/plan";
    if (!fresh && laterPath(request.path).id.isEmpty()) return refuse(reply, 404, u"orders.path"_s);
    // The token first: who has none learns nothing.
    if (!net::sameBytes(request.header("nx-token"), m_token.reveal().toUtf8())) return refuse(reply, 401, u"orders.token"_s);
    if (m_waiting.size() + m_asked >= kMaxWaitingOrders) return refuse(reply, 503, u"orders.busy"_s);
    fresh ? takeOrder(request, reply) : takeLater(request, reply);
}

void OrderDoor::takeOrder(const net::HttpRequest& request, const net::HttpReply& reply)
{
    if (request.method != net::HttpMethod::Post) return refuse(reply, 405, u"orders.method"_s);
    const auto order = adapters::order_json::readPostedOrder(request.body);
    if (!order) return refuse(reply, 400, order.error().code, order.error().detail);
    const auto& posted = order.value();
    if (const auto account = m_account ? m_account() : QString{}; !account.isEmpty() && posted.orgId != account) return refuse(reply, 422, u"orders.org"_s);
    services::IntakeInput input{posted.unique + u".json"_s, [body = request.body] { return Result<QByteArray>{body}; }};
    input.onlyNew = posted.refusesDuplicate();
    input.way = domain::ArrivalWay::Door;
    std::vector<services::IntakeInput> inputs;
    inputs.push_back(std::move(input));
    m_waiting.insert(m_intake.take(std::move(inputs), [](const Result<services::IntakeSummary>&) {}), {reply, posted.unique});
}

// About an order that is known.
void OrderDoor::takeLater(const net::HttpRequest& request, const net::HttpReply& reply)
{
    const auto path = laterPath(request.path);
    const domain::InvoiceId invoice{path.id};
    if (path.what.isEmpty()) {
        if (request.method != net::HttpMethod::Get) return refuse(reply, 405, u"orders.method"_s);
        return tell(invoice, 200, {}, reply);
    }
    if (request.method != net::HttpMethod::Post) return refuse(reply, path.what == u"offline" ? 501 : 405, path.what == u"offline" ? u"orders.not_offered"_s : u"orders.method"_s);
    if (path.what == u"hide") return m_intake.noteClosed(invoice, acknowledging(reply, u"order.hide.success"_s));
    const auto update = adapters::order_json::readOrderUpdate(path.what, request.body);
    if (!update) return refuse(reply, statusOf(update.error()), update.error().code, update.error().detail);
    m_intake.amend(invoice, update.value().change, acknowledging(reply, update.value().done));
}

// As the portal acknowledges. On disk before the sender hears of it.
services::Done<Ok> OrderDoor::acknowledging(const net::HttpReply& reply, const QString& key)
{
    ++m_asked;
    return [guard = QPointer{this}, this, reply, key](const Result<Ok>& done) {
        if (!guard) return;
        --m_asked;
        if (!done) return refuse(reply, statusOf(done.error()), done.error().code);
        say(reply, 200, {{u"responsekey"_s, key}, {u"responsemessage"_s, u"Erfolgreich gespeichert"_s}});
    };
}

// The order as it stands now, with what else is to be said.
void OrderDoor::tell(const domain::InvoiceId& invoice, int status, QJsonObject body, const net::HttpReply& reply)
{
    ++m_asked;
    m_intake.find(invoice, [guard = QPointer{this}, this, status, body = std::move(body), reply](const Result<domain::OpenItem>& item) {
        if (!guard) return;
        --m_asked;
        if (!item) return refuse(reply, statusOf(item.error()), item.error().code);
        auto whole = orderBody(item.value());
        for (auto it = body.begin(); it != body.end(); ++it) whole.insert(it.key(), it.value());
        say(reply, status, whole);
    });
}

// On disk before the sender hears that it was taken.
void OrderDoor::takeOutcome(const services::FileOutcome& outcome)
{
    const auto it = m_waiting.find(outcome.batch);
    if (it == m_waiting.end()) return;
    const auto waiting = m_waiting.take(outcome.batch);
    if (outcome.status == services::FileOutcome::Status::Refused) return refuse(waiting.reply, statusOf(outcome.error), outcome.error.code, outcome.error.detail);
    const bool fresh = outcome.status == services::FileOutcome::Status::Taken;
    const QJsonObject more{{u"unique"_s, waiting.unique}, {u"outcome"_s, codeOf(outcome.status)}, {u"notices"_s, QJsonArray::fromStringList(outcome.notices)}};
    tell(outcome.invoice, fresh ? 201 : 200, more, waiting.reply);
}

} // namespace tresen::app
