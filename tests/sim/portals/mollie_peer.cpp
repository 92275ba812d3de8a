#include "tests/sim/portals/mollie_peer.h"
#include "app/domain/money.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {
namespace {

constexpr int kDefaultPage = 50, kMaxPage = 250;

WebAnswer jsonAnswer(int status, const QJsonObject& body)
{
    return {status, {{"Content-Type", "application/hal+json"}}, QJsonDocument{body}.toJson(QJsonDocument::Compact)};
}

WebAnswer refusal(int status, const QString& title, const QString& detail, const QString& field = {})
{
    const QJsonObject documentation{{u"href"_s, u"https://docs.mollie.com/errors"_s}, {u"type"_s, u"text/html"_s}};
    QJsonObject body{{u"status"_s, status}, {u"title"_s, title}, {u"detail"_s, detail}, {u"_links"_s, QJsonObject{{u"documentation"_s, documentation}}}};
    if (!field.isEmpty()) body.insert(u"field"_s, field);
    return jsonAnswer(status, body);
}

WebAnswer unprocessable(const QString& detail, const QString& field) { return refusal(422, u"Unprocessable Entity"_s, detail, field); }
WebAnswer notFound() { return refusal(404, u"Not Found"_s, u"No entity exists with this token"_s); }

QJsonObject url(const QString& path, const QString& type = u"application/hal+json"_s)
{
    return {{u"href"_s, path.startsWith(u"http") ? path : u"https://api.mollie.com/v2/"_s + path}, {u"type"_s, type}};
}

// Cents of {"currency":"EUR","value":"199.90"}; 0 when it is no such amount.
qint64 centsOf(const QJsonValue& amount)
{
    static const QRegularExpression exact{u"^\\d{1,10}\\.\\d{2}$"_s};
    const QString value = amount[u"value"].toString();
    if (amount[u"currency"].toString() != u"EUR" || !exact.match(value).hasMatch()) return 0;
    const auto money = domain::parseMoney(value);
    return money ? money.value().inCents() : 0;
}

template <class T> T* byId(std::vector<T>& all, const QString& id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString MollieWorld::now() const { return m_clock.now().utc().toString(u"yyyy-MM-ddTHH:mm:ss+00:00"_s); }
QString MollieWorld::nextId(const QString& prefix) { return prefix + u"Sim%1Kd7wZ"_s.arg(++m_counter, 5, 10, QChar{u'0'}); }
MollieWorld::Link* MollieWorld::findLink(const QString& id) { return byId(m_links, id); }
MollieWorld::Payment* MollieWorld::findPayment(const QString& id) { return byId(m_payments, id); }

QJsonObject MollieWorld::linkBody(const QString& id) const
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&id](const Link& link) { return link.id == id; });
    return found == m_links.end() ? QJsonObject{} : found->asked;
}

bool MollieWorld::expired(const Link& link) const
{
    const auto at = Instant::fromIso(link.asked[u"expiresAt"].toString());
    return !at.isNull() && at <= m_clock.now();
}

WebAnswer MollieWorld::answer(const WebRequest& request)
{
    if (request.header("authorization") != "Bearer " + key().toLatin1())
        return refusal(401, u"Unauthorized Request"_s, u"Missing authentication, or failed to authenticate"_s);
    if (request.method == "GET") return route(request);
    // Mollie does not demand a key. This one does, so that none is ever forgotten.
    const QByteArray key = request.header("idempotency-key");
    if (key.isEmpty()) return refusal(400, u"Bad Request"_s, u"The Idempotency-Key header is missing"_s);
    const QByteArray whole = request.method + ' ' + request.path + '\n' + request.body;
    if (const auto known = m_memory.constFind(key); known != m_memory.cend()) {
        if (known->request == whole) return known->answer;
        return unprocessable(u"This idempotency key was used with another request"_s, u"Idempotency-Key"_s);
    }
    auto answer = route(request);
    if (answer.status < 500) m_memory.insert(key, {whole, answer});
    return answer;
}

WebAnswer MollieWorld::route(const WebRequest& request)
{
    const auto parts = request.path.mid(1).split('/');
    if (parts.size() < 2 || parts[0] != "v2") return notFound();
    if (parts[1] == "payment-links") return routeLinks(request, parts);
    if (parts[1] == "payments" && parts.size() > 2) return routePayments(request, parts);
    if (request.method != "GET") return notFound();
    std::vector<QJsonObject> items;
    if (parts[1] == "refunds") {
        for (auto it = m_refunds.rbegin(); it != m_refunds.rend(); ++it) items.push_back(json(*it));
        return list(request, u"refunds"_s, items);
    }
    if (parts[1] == "chargebacks") {
        for (auto it = m_chargebacks.rbegin(); it != m_chargebacks.rend(); ++it) items.push_back(json(*it));
        return list(request, u"chargebacks"_s, items);
    }
    if (request.path != "/v2/profiles/me") return notFound();
    const QJsonObject links{{u"self"_s, url(u"profiles/pfl_Sim00"_s)}, {u"dashboard"_s, url(u"https://www.mollie.com/dashboard"_s, u"text/html"_s)},
                            {u"documentation"_s, url(u"https://docs.mollie.com"_s, u"text/html"_s)}};
    return jsonAnswer(200, {{u"resource"_s, u"profile"_s}, {u"id"_s, u"pfl_Sim00"_s}, {u"mode"_s, m_twists.value(u"mode"_s, u"test"_s)},
                            {u"name"_s, u"Autohaus Simulation"_s}, {u"website"_s, u"https://werkstatt.example"_s}, {u"email"_s, u"kasse@werkstatt.example"_s},
                            {u"phone"_s, u"+4930123456"_s}, {u"businessCategory"_s, u"VEHICLE_SERVICE"_s}, {u"status"_s, u"verified"_s},
                            {u"createdAt"_s, u"2024-01-02T03:04:05+00:00"_s}, {u"_links"_s, links}});
}

WebAnswer MollieWorld::routeLinks(const WebRequest& request, const QList<QByteArray>& parts)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    if (parts.size() == 2 && request.method == "POST") return createLink(body);
    if (parts.size() == 2 && request.method == "GET") {
        std::vector<QJsonObject> items;
        for (auto it = m_links.rbegin(); it != m_links.rend(); ++it) items.push_back(json(*it));
        return list(request, u"payment_links"_s, items);
    }
    auto* link = parts.size() > 2 ? findLink(QString::fromLatin1(parts[2])) : nullptr;
    if (!link) return notFound();
    if (parts.size() == 3 && request.method == "GET") return jsonAnswer(200, json(*link));
    if (parts.size() == 3 && request.method == "PATCH") return changeLink(*link, body);
    if (parts.size() != 4 || parts[3] != "payments" || request.method != "GET") return notFound();
    std::vector<QJsonObject> items;
    for (auto it = m_payments.rbegin(); it != m_payments.rend(); ++it)
        if (it->link == link->id) items.push_back(json(*it));
    return list(request, u"payments"_s, items);
}

WebAnswer MollieWorld::routePayments(const WebRequest& request, const QList<QByteArray>& parts)
{
    const auto* payment = findPayment(QString::fromLatin1(parts[2]));
    if (!payment) return notFound();
    if (parts.size() == 3 && request.method == "GET") return jsonAnswer(200, json(*payment));
    if (parts.size() != 4) return notFound();
    if (parts[3] == "refunds" && request.method == "POST") return createRefund(*payment, QJsonDocument::fromJson(request.body).object());
    std::vector<QJsonObject> items;
    if (parts[3] == "refunds")
        for (auto it = m_refunds.rbegin(); it != m_refunds.rend(); ++it)
            if (it->payment == payment->id) items.push_back(json(*it));
    if (parts[3] == "chargebacks")
        for (auto it = m_chargebacks.rbegin(); it != m_chargebacks.rend(); ++it)
            if (it->payment == payment->id) items.push_back(json(*it));
    return request.method == "GET" ? list(request, QString::fromLatin1(parts[3]), items) : notFound();
}

WebAnswer MollieWorld::createLink(const QJsonObject& body)
{
    static const QStringList known{u"description"_s, u"amount"_s, u"reusable"_s, u"expiresAt"_s, u"redirectUrl"_s, u"webhookUrl"_s, u"allowedMethods"_s};
    const auto names = body.keys();
    for (const auto& name : names)
        if (!known.contains(name)) return unprocessable(u"Non-existent body parameter \"%1\""_s.arg(name), name);
    const QString description = body[u"description"].toString();
    if (description.isEmpty() || description.size() > 255) return unprocessable(u"The description is missing or too long"_s, u"description"_s);
    if (centsOf(body[u"amount"]) <= 0) return unprocessable(u"The amount is missing, too low or has no two decimals"_s, u"amount"_s);
    if (body[u"reusable"].toBool()) return unprocessable(u"This simulation makes links for one payment only"_s, u"reusable"_s);
    Link link;
    link.id = nextId(u"pl_"_s);
    link.createdAt = now();
    link.asked = body;
    if (body.contains(u"expiresAt") && expired(link)) return unprocessable(u"The expiry lies in the past"_s, u"expiresAt"_s);
    m_links.push_back(link);
    return jsonAnswer(201, json(link));
}

WebAnswer MollieWorld::changeLink(Link& link, const QJsonObject& body)
{
    if (body.isEmpty()) return unprocessable(u"No parameters are given"_s, {});
    if (!body[u"archived"].isBool()) return unprocessable(u"Only archived can be changed here"_s, u"archived"_s);
    link.archived = body[u"archived"].toBool();
    return jsonAnswer(200, json(link));
}

WebAnswer MollieWorld::createRefund(const Payment& payment, const QJsonObject& body)
{
    if (!body.contains(u"metadata")) return unprocessable(u"The metadata is missing"_s, u"metadata"_s);
    if (payment.status != u"paid") return unprocessable(u"The payment is not paid"_s, {});
    const qint64 cents = centsOf(body[u"amount"]);
    if (cents <= 0 || cents > refundable(payment)) return unprocessable(u"The amount is higher than the maximum"_s, u"amount"_s);
    m_refunds.push_back({nextId(u"re_"_s), payment.id, u"pending"_s, now(), cents, body[u"description"].toString(), body[u"metadata"]});
    return jsonAnswer(201, json(m_refunds.back()));
}

WebAnswer MollieWorld::list(const WebRequest& request, const QString& name, const std::vector<QJsonObject>& newestFirst) const
{
    const QUrlQuery query{QString::fromLatin1(request.query)};
    const QString from = query.queryItemValue(u"from"_s);
    int limit = query.hasQueryItem(u"limit"_s) ? query.queryItemValue(u"limit"_s).toInt() : kDefaultPage;
    if (limit < 1 || limit > kMaxPage) return refusal(400, u"Bad Request"_s, u"Invalid limit"_s, u"limit"_s);
    if (m_pageSize > 0) limit = std::min(limit, m_pageSize);
    auto at = newestFirst.begin();
    if (!from.isEmpty()) {
        at = std::find_if(newestFirst.begin(), newestFirst.end(), [&from](const QJsonObject& one) { return one[u"id"].toString() == from; });
        if (at == newestFirst.end()) return refusal(400, u"Bad Request"_s, u"Invalid from"_s, u"from"_s);
    }
    QJsonArray items;
    for (; at != newestFirst.end() && items.size() < limit; ++at) items.append(*at);
    const QString path = QString::fromLatin1(request.path.mid(4));
    const auto next = at == newestFirst.end() ? QJsonValue{QJsonValue::Null} : url(u"%1?from=%2&limit=%3"_s.arg(path, (*at)[u"id"].toString()).arg(limit));
    return jsonAnswer(200, {{u"count"_s, items.size()}, {u"_embedded"_s, QJsonObject{{name, items}}},
                            {u"_links"_s, QJsonObject{{u"self"_s, url(path)}, {u"previous"_s, QJsonValue::Null}, {u"next"_s, next},
                                                      {u"documentation"_s, url(u"https://docs.mollie.com"_s, u"text/html"_s)}}}});
}

bool MollieWorld::act(const QString& action, const QString& link, const QString& argument)
{
    if (action == u"twist") return twist(argument);
    auto* found = findLink(link);
    if (!found) return false;
    static const QStringList money{u"refund"_s, u"settle"_s, u"bounce"_s, u"chargeback"_s, u"reverse"_s};
    return money.contains(action) ? actOnMoney(action, link, argument) : actOnLink(action, *found, argument);
}

bool MollieWorld::twist(const QString& argument)
{
    const qsizetype at = argument.indexOf(u'=');
    if (at < 1) return false;
    if (at + 1 == argument.size()) m_twists.remove(argument.left(at));
    else m_twists.insert(argument.left(at), argument.mid(at + 1));
    return true;
}

bool MollieWorld::actOnLink(const QString& action, Link& link, const QString& argument)
{
    const QString method = argument.isEmpty() ? u"ideal"_s : argument;
    const bool closed = link.archived || !link.paidAt.isEmpty() || expired(link);
    auto* under = newest(link.id, {u"open"_s, u"pending"_s});
    if (action == u"open") return !closed;
    if (action == u"start") return !closed && (begin(link, method, u"open"_s), true);
    if (action == u"authorize") return !closed && (begin(link, method, u"authorized"_s), true);
    if (action == u"odd") return !closed && (begin(link, u"ideal"_s, argument), true);
    if (action == u"unpaid") return link.paidAt = now(), true;
    if (action == u"pay") {
        if (!under && closed) return false;
        settlePayment(link, under ? *under : begin(link, method, u"open"_s));
        return true;
    }
    if (action == u"second" && link.paidAt.isEmpty()) return false;
    if (action == u"second" || action == u"late") {
        settlePayment(link, begin(link, method, u"open"_s));
        return true;
    }
    if (!under || (action != u"abandon" && action != u"fail")) return false;
    under->status = action == u"fail" ? u"failed"_s : u"canceled"_s;
    return true;
}

bool MollieWorld::actOnMoney(const QString& action, const QString& link, const QString& argument)
{
    auto* paid = newest(link, {u"paid"_s});
    if (!paid) return false;
    if (action == u"refund") {
        const qint64 cents = argument.isEmpty() ? refundable(*paid) : argument.toLongLong();
        if (cents <= 0 || cents > refundable(*paid)) return false;
        m_refunds.push_back({nextId(u"re_"_s), paid->id, u"queued"_s, now(), cents, u"Dashboard"_s, QJsonValue::Null});
        return true;
    }
    if (action == u"chargeback") {
        m_chargebacks.push_back({nextId(u"chb_"_s), paid->id, now(), {}, paid->cents});
        return true;
    }
    bool done = false;
    for (auto& refund : m_refunds) {
        if (refund.payment != paid->id || (refund.status != u"queued" && refund.status != u"pending")) continue;
        if (action == u"settle" || action == u"bounce") refund.status = action == u"settle" ? u"refunded"_s : u"failed"_s, done = true;
    }
    for (auto& chargeback : m_chargebacks)
        if (action == u"reverse" && chargeback.payment == paid->id && chargeback.reversedAt.isEmpty()) chargeback.reversedAt = now(), done = true;
    return done;
}

MollieWorld::Payment* MollieWorld::newest(const QString& link, const QStringList& statuses)
{
    const auto found = std::find_if(m_payments.rbegin(), m_payments.rend(), [&](const Payment& p) { return p.link == link && statuses.contains(p.status); });
    return found == m_payments.rend() ? nullptr : &*found;
}

MollieWorld::Payment& MollieWorld::begin(Link& link, const QString& method, const QString& status)
{
    m_payments.push_back({nextId(u"tr_"_s), link.id, status, method, now(), {}, centsOf(link.asked[u"amount"])});
    return m_payments.back();
}

void MollieWorld::settlePayment(Link& link, Payment& payment)
{
    payment.status = u"paid"_s;
    payment.paidAt = now();
    if (link.paidAt.isEmpty()) link.paidAt = payment.paidAt;
}

qint64 MollieWorld::refundable(const Payment& payment) const
{
    qint64 left = payment.cents;
    for (const auto& refund : m_refunds)
        if (refund.payment == payment.id && refund.status != u"failed" && refund.status != u"canceled") left -= refund.cents;
    return left;
}

QJsonObject MollieWorld::money(qint64 cents) const
{
    return {{u"currency"_s, m_twists.value(u"currency"_s, u"EUR"_s)}, {u"value"_s, domain::plainAmount(domain::Money::cents(cents))}};
}

QJsonObject MollieWorld::json(const Link& link) const
{
    const auto orNull = [](const QString& text) { return text.isEmpty() ? QJsonValue{QJsonValue::Null} : QJsonValue{text}; };
    QJsonObject amount = money(centsOf(link.asked[u"amount"]));
    if (m_twists.contains(u"amount"_s)) amount.insert(u"value"_s, m_twists.value(u"amount"_s));
    const QString host = m_twists.value(u"host"_s, u"https://paymentlink.mollie.com"_s);
    return {{u"resource"_s, u"payment-link"_s}, {u"id"_s, link.id}, {u"mode"_s, m_twists.value(u"mode"_s, u"test"_s)},
            {u"description"_s, link.asked[u"description"]}, {u"amount"_s, amount}, {u"archived"_s, link.archived}, {u"reusable"_s, false},
            {u"redirectUrl"_s, QJsonValue::Null}, {u"webhookUrl"_s, QJsonValue::Null}, {u"profileId"_s, u"pfl_Sim00"_s}, {u"createdAt"_s, link.createdAt},
            {u"paidAt"_s, orNull(link.paidAt)}, {u"expiresAt"_s, orNull(link.asked[u"expiresAt"].toString())}, {u"allowedMethods"_s, QJsonValue::Null},
            {u"sequenceType"_s, u"oneoff"_s}, {u"customerId"_s, QJsonValue::Null},
            {u"_links"_s, QJsonObject{{u"self"_s, url(u"payment-links/"_s + link.id)}, {u"paymentLink"_s, url(u"%1/payment/%2/"_s.arg(host, link.id.mid(3)), u"text/html"_s)}}}};
}

QJsonObject MollieWorld::json(const Payment& payment) const
{
    const auto link = std::find_if(m_links.begin(), m_links.end(), [&](const Link& one) { return one.id == payment.link; });
    QJsonObject amount = money(payment.cents);
    if (m_twists.contains(u"payment_amount"_s)) amount.insert(u"value"_s, m_twists.value(u"payment_amount"_s));
    QJsonObject out{{u"resource"_s, u"payment"_s}, {u"id"_s, payment.id}, {u"mode"_s, m_twists.value(u"mode"_s, u"test"_s)}, {u"createdAt"_s, payment.createdAt},
                    {u"amount"_s, amount}, {u"description"_s, link->asked[u"description"]}, {u"method"_s, payment.method}, {u"metadata"_s, QJsonValue::Null},
                    {u"status"_s, payment.status}, {u"profileId"_s, u"pfl_Sim00"_s}, {u"sequenceType"_s, u"oneoff"_s},
                    {u"_links"_s, QJsonObject{{u"self"_s, url(u"payments/"_s + payment.id)}, {u"dashboard"_s, url(u"https://www.mollie.com/dashboard"_s, u"text/html"_s)}}}};
    if (!payment.paidAt.isEmpty()) out.insert(u"paidAt"_s, payment.paidAt);
    return out;
}

QJsonObject MollieWorld::json(const Refund& refund) const
{
    return {{u"resource"_s, u"refund"_s}, {u"id"_s, refund.id}, {u"mode"_s, m_twists.value(u"mode"_s, u"test"_s)}, {u"amount"_s, money(refund.cents)},
            {u"status"_s, refund.status}, {u"createdAt"_s, refund.createdAt}, {u"description"_s, refund.description}, {u"metadata"_s, refund.metadata},
            {u"paymentId"_s, refund.payment},
            {u"_links"_s, QJsonObject{{u"self"_s, url(u"payments/%1/refunds/%2"_s.arg(refund.payment, refund.id))}, {u"payment"_s, url(u"payments/"_s + refund.payment)},
                                      {u"documentation"_s, url(u"https://docs.mollie.com"_s, u"text/html"_s)}}}};
}

QJsonObject MollieWorld::json(const Chargeback& chargeback) const
{
    QJsonObject out{{u"resource"_s, u"chargeback"_s}, {u"id"_s, chargeback.id}, {u"amount"_s, money(chargeback.cents)},
                    {u"createdAt"_s, chargeback.createdAt}, {u"paymentId"_s, chargeback.payment},
                    {u"_links"_s, QJsonObject{{u"self"_s, url(u"payments/%1/chargebacks/%2"_s.arg(chargeback.payment, chargeback.id))},
                                              {u"payment"_s, url(u"payments/"_s + chargeback.payment)}, {u"documentation"_s, url(u"https://docs.mollie.com"_s, u"text/html"_s)}}}};
    if (!chargeback.reversedAt.isEmpty()) out.insert(u"reversedAt"_s, chargeback.reversedAt);
    return out;
}

} // namespace tresen::sim
