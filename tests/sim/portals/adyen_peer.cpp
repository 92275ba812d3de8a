#include "tests/sim/portals/adyen_peer.h"
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {
namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;

WebAnswer say(int status, const QJsonObject& object)
{
    return {status, {}, QJsonDocument{object}.toJson(QJsonDocument::Compact)};
}

WebAnswer refuse(int status, const QString& code, const QString& message)
{
    return say(status, {{u"status"_s, status}, {u"errorCode"_s, code}, {u"errorType"_s, status == 401 ? u"security"_s : u"validation"_s}, {u"message"_s, message}});
}

QString unknownField(const QJsonObject& body, const QStringList& known)
{
    const auto names = body.keys();
    const auto found = std::find_if(names.begin(), names.end(), [&known](const QString& name) { return !known.contains(name); });
    return found == names.end() ? QString{} : *found;
}

bool isMoney(const QJsonValue& amount)
{
    const auto value = amount[u"value"_s];
    return value.isDouble() && value.toInteger(-1) > 0 && amount[u"currency"_s].toString() == u"EUR";
}

} // namespace

AdyenWorld::Link* AdyenWorld::find(const QString& id)
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&id](const Link& one) { return one.id == id; });
    if (found == m_links.end()) return nullptr;
    if (found->status == u"active" && m_clock.now() >= found->expiresAt) {
        found->status = u"expired"_s;
        found->updatedAt = found->expiresAt;
    }
    return &*found;
}

QString AdyenWorld::statusOf(const QString& link) const
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&link](const Link& one) { return one.id == link; });
    return found == m_links.end() ? QString{} : found->status;
}

QString AdyenWorld::paymentOf(const QString& link) const
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&link](const Link& one) { return one.id == link; });
    return found == m_links.end() ? QString{} : found->payment;
}

QJsonObject AdyenWorld::askedFor(const QString& link) const
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&link](const Link& one) { return one.id == link; });
    return found == m_links.end() ? QJsonObject{} : found->asked;
}

QString AdyenWorld::nextReference()
{
    return u"SIM"_s + QString::number(++m_number).rightJustified(13, u'0');
}

QJsonObject AdyenWorld::json(const Link& link) const
{
    QJsonObject out{{u"id"_s, link.id}, {u"status"_s, link.status}, {u"reusable"_s, m_twists.contains(u"reusable"_s)}};
    for (const auto& name : {u"merchantAccount"_s, u"reference"_s, u"amount"_s, u"description"_s, u"countryCode"_s, u"shopperLocale"_s})
        if (link.asked.contains(name)) out[name] = link.asked[name];
    QJsonObject amount = link.asked[u"amount"_s].toObject();
    if (m_twists.contains(u"amount"_s)) amount[u"value"_s] = m_twists[u"amount"_s].toLongLong();
    if (m_twists.contains(u"currency"_s)) amount[u"currency"_s] = m_twists[u"currency"_s];
    out[u"amount"_s] = amount;
    if (m_twists.contains(u"account"_s)) out[u"merchantAccount"_s] = m_twists[u"account"_s];
    out[u"url"_s] = m_twists.value(u"host"_s, u"https://test.adyen.link"_s) + u'/' + link.id;
    out[u"expiresAt"_s] = link.expiresAt.utc().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    if (!link.updatedAt.isNull()) out[u"updatedAt"_s] = link.updatedAt.utc().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
    return out;
}

WebAnswer AdyenWorld::answer(const WebRequest& request)
{
    if (request.header("x-api-key") != key().toLatin1()) return refuse(401, u"000"_s, u"HTTP Status Response - Unauthorized"_s);
    const auto body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "GET") return route(request, {});
    if (!request.header("content-type").startsWith("application/json") || body.isEmpty()) return refuse(400, u"702"_s, u"Unable to parse the body"_s);
    if (request.method != "POST") return route(request, body);
    const QByteArray key = request.header("idempotency-key");
    if (key.isEmpty() || key.size() > 64) return refuse(400, u"000"_s, u"Every POST of this product carries an Idempotency-Key"_s);
    const QByteArray asked = request.path + '\n' + request.body;
    if (const auto known = m_memory.constFind(key); known != m_memory.cend())
        return known->request == asked ? known->answer : refuse(422, u"1101"_s, u"The idempotency key was used with another request"_s);
    auto out = route(request, body);
    if (out.status < 300) m_memory.insert(key, {asked, out});
    return out;
}

WebAnswer AdyenWorld::route(const WebRequest& request, const QJsonObject& body)
{
    const auto parts = QString::fromLatin1(request.path).split(u'/', Qt::SkipEmptyParts);
    if (request.method == "POST" && parts == QStringList{u"paymentLinks"_s}) return createLink(body);
    if (request.method == "POST" && parts.size() == 3 && parts[0] == u"payments" && parts[2] == u"refunds") return createRefund(parts[1], body);
    if (request.method == "POST" && parts == QStringList{u"paymentMethods"_s}) {
        if (body[u"merchantAccount"_s] != account()) return refuse(403, u"901"_s, u"Invalid Merchant Account"_s);
        return say(200, {{u"paymentMethods"_s, QJsonArray{QJsonObject{{u"type"_s, u"scheme"_s}, {u"name"_s, u"Cards"_s}}}}});
    }
    auto* link = parts.size() == 2 && parts[0] == u"paymentLinks" ? find(parts[1]) : nullptr;
    if (!link) return refuse(422, u"167"_s, u"Payment link not found"_s);
    if (request.method == "PATCH") return changeLink(*link, body);
    return request.method == "GET" ? say(200, json(*link)) : refuse(400, u"000"_s, u"method"_s);
}

WebAnswer AdyenWorld::createLink(const QJsonObject& body)
{
    const QStringList known{u"merchantAccount"_s, u"reference"_s, u"amount"_s, u"description"_s, u"countryCode"_s, u"shopperLocale"_s, u"reusable"_s, u"expiresAt"_s};
    if (const QString name = unknownField(body, known); !name.isEmpty()) return refuse(422, u"702"_s, u"Unknown field "_s + name);
    if (body[u"merchantAccount"_s] != account()) return refuse(403, u"901"_s, u"Invalid Merchant Account"_s);
    if (!isMoney(body[u"amount"_s])) return refuse(422, u"100"_s, u"No amount specified"_s);
    if (body[u"reference"_s].toString().isEmpty()) return refuse(422, u"130"_s, u"Reference Missing"_s);
    Link made;
    made.expiresAt = m_clock.now().plusMs(kDayMs);
    if (body.contains(u"expiresAt"_s)) {
        const auto at = QDateTime::fromString(body[u"expiresAt"_s].toString(), Qt::ISODate);
        made.expiresAt = Instant{at.isValid() ? at.toMSecsSinceEpoch() : 0};
        if (made.expiresAt <= m_clock.now() || made.expiresAt > m_clock.now().plusMs(70 * kDayMs)) return refuse(422, u"168"_s, u"Invalid expiresAt"_s);
    }
    made.id = u"PL"_s + QString::number(0x100000000LL + ++m_number * 7919, 16).toUpper().rightJustified(16, u'0');
    made.status = u"active"_s;
    made.asked = body;
    m_links.push_back(made);
    return say(201, json(made));
}

WebAnswer AdyenWorld::changeLink(Link& link, const QJsonObject& body)
{
    if (body.size() != 1 || body[u"status"_s] != u"expired") return refuse(422, u"170"_s, u"Only the status can be changed"_s);
    if (link.status == u"completed" || link.status == u"paid") return refuse(422, u"169"_s, u"Payment link is completed"_s);
    if (link.status != u"expired") become(link, u"expired"_s);
    return say(200, json(link));
}

WebAnswer AdyenWorld::createRefund(const QString& payment, const QJsonObject& body)
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&payment](const Link& one) { return one.payment == payment; });
    if (found == m_links.end()) return refuse(422, u"167"_s, u"Original pspReference required for this operation"_s);
    if (const QString name = unknownField(body, {u"merchantAccount"_s, u"amount"_s, u"reference"_s, u"merchantRefundReason"_s}); !name.isEmpty())
        return refuse(422, u"702"_s, u"Unknown field "_s + name);
    if (body[u"merchantAccount"_s] != account() || !isMoney(body[u"amount"_s])) return refuse(422, u"100"_s, u"No amount specified"_s);
    QJsonObject made = body;
    made[u"paymentPspReference"_s] = payment;
    made[u"pspReference"_s] = nextReference();
    made[u"status"_s] = u"received"_s;
    m_refunds.push_back(made);
    return say(201, made);
}

void AdyenWorld::become(Link& link, const QString& status)
{
    link.status = status;
    link.updatedAt = m_clock.now();
}

bool AdyenWorld::act(const QString& action, const QString& linkId, const QString& argument)
{
    if (action == u"twist") {
        const auto parts = argument.split(u'=');
        if (parts.value(1).isEmpty()) m_twists.remove(parts[0]);
        else m_twists[parts[0]] = parts.mid(1).join(u'=');
        return true;
    }
    auto* link = find(linkId);
    if (!link) return false;
    const bool active = link->status == u"active", pending = link->status == u"paymentPending";
    const auto paid = [&](const QString& word) {
        become(*link, word);
        link->payment = nextReference();
        return true;
    };
    if (action == u"pay" && active) return paid(u"completed"_s);
    if (action == u"paid" && active) return paid(u"paid"_s);
    if (action == u"late" && link->status == u"expired") return paid(u"completed"_s);
    if (action == u"arrive" && pending) return paid(u"completed"_s);
    if (action == u"delayed" && active) become(*link, u"paymentPending"_s);
    else if (action == u"bounce" && pending) become(*link, u"active"_s);
    else if (action == u"close" && active) become(*link, u"expired"_s);
    else if (action == u"odd") become(*link, argument);
    else return false;
    return true;
}

} // namespace tresen::sim
