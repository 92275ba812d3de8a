#include "tests/sim/portals/bezahl_peer.h"
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {
namespace {

WebAnswer answerJson(const QJsonObject& object, int status = 200) { return {status, {}, QJsonDocument{object}.toJson(QJsonDocument::Compact)}; }

WebAnswer refuse(int status, const QString& key, const QString& words) { return answerJson({{u"responsekey"_s, key}, {u"responsemessage"_s, words}}, status); }

WebAnswer acknowledge(const QString& what) { return answerJson({{u"responsekey"_s, u"order.%1.success"_s.arg(what)}, {u"responsemessage"_s, u"Erfolgreich gespeichert"_s}}); }

// Ten characters that look made up and are the same in every run.
QString shortId(const QString& seed)
{
    const auto hash = QCryptographicHash::hash(seed.toUtf8(), QCryptographicHash::Sha256).toBase64(QByteArray::Base64UrlEncoding);
    return QString::fromLatin1(hash.left(10));
}

// A German account with right check digits: two digits make the number modulo 97 one (ISO 13616).
QString germanIban(int number)
{
    const QString bban = u"50010517"_s + u"%1"_s.arg(number, 10, 10, QChar{u'0'});
    int rest = 0;
    const QString digits = bban + u"131400"_s;   // D E 0 0
    for (const QChar c : digits) rest = (rest * 10 + c.digitValue()) % 97;
    return u"DE%1"_s.arg(98 - rest, 2, 10, QChar{u'0'}) + bban;
}

std::optional<qint64> wholeCents(const QJsonValue& value)
{
    const auto number = value.toVariant().toString();
    bool good = false;
    const qint64 cents = number.toLongLong(&good);
    return value.isDouble() && good ? std::optional{cents} : std::nullopt;
}

qint64 sumOf(const QJsonArray& rows)
{
    qint64 sum = 0;
    for (const auto& row : rows) sum += wholeCents(row.toObject().value(u"amount"_s)).value_or(0);
    return sum;
}

} // namespace

BezahlPeer::BezahlPeer()
    : m_caller{std::make_unique<net::HttpClient>()}, m_web{std::make_unique<WebPeer>([this](const WebRequest& request) { return handle(request); })}
{
}

BezahlPeer::~BezahlPeer() = default;

void BezahlPeer::setMood(const BezahlMood& mood)
{
    const std::scoped_lock lock{m_mutex};
    m_mood = mood;
}

void BezahlPeer::setProof(BezahlProof proof)
{
    const std::scoped_lock lock{m_mutex};
    m_proof = proof;
}

WebAnswer BezahlPeer::handle(const WebRequest& request)
{
    const std::scoped_lock lock{m_mutex};
    const auto answer = route(request);
    QJsonObject line{{u"method"_s, QString::fromLatin1(request.method)}, {u"path"_s, QString::fromLatin1(request.path)}, {u"query"_s, QString::fromLatin1(request.query)},
                     {u"token"_s, !request.header("nx-token").isEmpty()}, {u"key"_s, QString::fromLatin1(request.header("idempotency-key"))},
                     {u"type"_s, QString::fromLatin1(request.header("content-type"))}, {u"status"_s, answer.status}, {u"answer"_s, QString::fromUtf8(answer.body)}};
    if (!request.header("content-type").startsWith("multipart")) line.insert(u"body"_s, QString::fromUtf8(request.body));
    m_exchanges += QJsonDocument{line}.toJson(QJsonDocument::Compact) + '\n';
    return answer;
}

WebAnswer BezahlPeer::route(const WebRequest& request)
{
    if (request.header("nx-token") != token().toLatin1()) return refuse(401, u"auth.token"_s, u"Token unbekannt"_s);
    const QString path = QString::fromLatin1(request.path);
    if (!path.startsWith(u"/nxt/v1/"_s)) return refuse(404, u"path"_s, u"Nicht gefunden"_s);
    const auto parts = path.mid(8).split(u'/');
    const auto body = QJsonDocument::fromJson(request.body).object();
    const bool get = request.method == "GET", post = request.method == "POST";
    if (parts[0] == u"user" && get) return answerJson({{u"email"_s, u"kasse@werkstatt.example"_s}, {u"activeOrganization"_s, orgId()}});
    if (parts[0] == u"organization" && get && parts.size() == 2)
        return parts[1] == orgId() ? answerJson({{u"id"_s, orgId()}, {u"name"_s, u"Werkstatt Beispiel GmbH"_s}}) : refuse(404, u"organization"_s, u"Nicht gefunden"_s);
    if (parts[0] == u"webhook" && parts.size() == 1) return webhookCall(request);
    if (parts[0] == u"transaction" && post && parts.value(1) == u"add") return addTransaction(body);
    if (parts[0] != u"order") return refuse(404, u"path"_s, u"Nicht gefunden"_s);
    if (parts.size() == 1 && get) return listOrders(request);
    if (parts.size() == 1 && post) return createOrder(body, false);
    if (parts.size() == 2 && post && parts[1] == u"plan") return createOrder(body, true);
    if (parts.size() < 2) return refuse(405, u"method"_s, u"Nicht möglich"_s);
    return oneOrder(request, parts[1], parts.mid(2).join(u'/'));
}

WebAnswer BezahlPeer::createOrder(const QJsonObject& body, bool plan)
{
    if (body.value(u"orgId"_s).toString() != orgId()) return refuse(403, u"organization"_s, u"Keine Berechtigung"_s);
    Order order;
    order.body = plan ? body.value(u"order"_s).toObject() : body;
    order.assets = body.value(u"assets"_s).toArray();
    order.planned = body.value(u"payments"_s).toArray();
    const auto price = wholeCents(order.body.value(u"price"_s));
    if (order.body.value(u"name"_s).toString().isEmpty()) return refuse(422, u"order.name"_s, u"Bezeichnung fehlt"_s);
    if (!price || *price <= 0) return refuse(422, u"order.price"_s, u"Betrag fehlt"_s);
    order.price = *price;
    if (plan && sumOf(order.assets) - sumOf(order.planned) != order.price) return refuse(422, u"order.plan"_s, u"Positionen ergeben nicht den Betrag"_s);
    const auto unique = order.body.value(u"unique"_s).toString();
    const bool taken = std::any_of(m_orders.begin(), m_orders.end(), [&unique](const auto& known) { return !unique.isEmpty() && known.second.body.value(u"unique"_s).toString() == unique; });
    if (taken && order.body.value(u"uniquemodus"_s).toString() == u"error")
        return m_mood.tellsDuplicates ? refuse(409, u"order.unique.error"_s, u"unique: Auftrag bereits vorhanden"_s) : refuse(400, u"order.error"_s, u"Nicht gespeichert"_s);
    ++m_count;
    order.id = shortId(u"order-%1"_s.arg(m_count));
    order.page = shortId(u"page-%1"_s.arg(m_count)) + shortId(u"more-%1"_s.arg(m_count));
    order.iban = germanIban(m_count);
    order.holder = u"Werkstatt Beispiel GmbH"_s;
    order.draft = order.body.value(u"draft"_s).toBool();
    if (const auto to = order.body.value(u"recipient"_s).toString(); !to.isEmpty()) order.recipients.push_back(to);
    m_newestFirst.insert(m_newestFirst.begin(), order.id);
    return answerJson(answerOf(m_orders.emplace(order.id, order).first->second), 201);
}

QString BezahlPeer::wordOf(const Order& order) const
{
    if (!m_mood.word.isEmpty()) return m_mood.word;
    if (moneyIn(order) >= order.price) return std::any_of(order.payments.begin(), order.payments.end(), [](const Payment& p) { return p.received; }) ? u"received"_s : u"confirmed"_s;
    if (order.closed) return u"closed"_s;
    return std::any_of(order.payments.begin(), order.payments.end(), [](const Payment& p) { return !p.confirmed && !p.reset; }) ? u"noted"_s : u"open"_s;
}

qint64 BezahlPeer::moneyIn(const Order& order) const
{
    qint64 sum = 0;
    for (const auto& p : order.payments) sum += p.confirmed && !p.reset ? p.cents : 0;
    return sum;
}

QJsonArray BezahlPeer::paymentsOf(const Order& order) const
{
    QJsonArray out = order.planned;   // deductions and payments in one list: the reader has to tell them apart
    for (const auto& p : order.payments) {
        QJsonObject one{{u"id"_s, p.id}, {u"method"_s, p.method}, {u"amount"_s, p.cents}, {u"confirmed"_s, p.confirmed && !(p.reset && !m_mood.resetIsMarked)},
                        {u"received"_s, p.received}, {u"createdAt"_s, u"2026-11-23T10:00:00Z"_s}};
        if (!p.label.isEmpty()) one.insert(u"label"_s, p.label);
        if (p.confirmed && !(p.reset && !m_mood.resetIsMarked)) one.insert(u"confirmedAt"_s, p.confirmedAt);
        if (p.reset && m_mood.resetIsMarked) one.insert(u"reset"_s, true);
        out.append(one);
    }
    return out;
}

QJsonObject BezahlPeer::answerOf(const Order& order) const
{
    QJsonObject out{{u"id"_s, order.id}, {u"status"_s, wordOf(order)}, {u"name"_s, order.body.value(u"name"_s)}, {u"closed"_s, order.closed}, {u"assets"_s, order.assets},
                    {u"payments"_s, paymentsOf(order)}, {u"bankaccount"_s, QJsonObject{{u"iban"_s, m_mood.iban.isEmpty() ? order.iban : m_mood.iban}, {u"bic"_s, u"INGDDEFFXXX"_s}, {u"holder"_s, order.holder}}}};
    if (m_mood.priceInAnswer) out.insert(u"price"_s, order.price + m_mood.addToPrice);
    if (m_mood.listShowsUnique) out.insert(u"unique"_s, order.body.value(u"unique"_s));
    if (m_mood.linkInAnswer) out.insert(u"link"_s, (m_mood.linkHost.isEmpty() ? m_web->base() : m_mood.linkHost) + u"/p/"_s + order.page);
    if (!m_mood.currency.isEmpty()) out.insert(u"currency"_s, m_mood.currency);
    switch (m_mood.wrap) {
    case BezahlMood::Wrap::Bare: return out;
    case BezahlMood::Wrap::Order: return {{u"responsekey"_s, u"order.success"_s}, {u"order"_s, out}};
    case BezahlMood::Wrap::Data: return {{u"data"_s, out}};
    }
    Q_UNREACHABLE();
}

WebAnswer BezahlPeer::listOrders(const WebRequest& request) const
{
    const QUrlQuery query{QString::fromLatin1(request.query)};
    if (query.queryItemValue(u"orgId"_s) != orgId()) return refuse(403, u"organization"_s, u"Keine Berechtigung"_s);
    const auto limit = std::max(1, query.hasQueryItem(u"limit"_s) ? query.queryItemValue(u"limit"_s).toInt() : 100);
    QJsonArray list;
    for (const auto& id : m_newestFirst)
        if (list.size() < limit) list.append(answerOf(m_orders.at(id)));
    if (m_mood.wrap == BezahlMood::Wrap::Bare) return {200, {}, QJsonDocument{list}.toJson(QJsonDocument::Compact)};
    return answerJson({{m_mood.wrap == BezahlMood::Wrap::Order ? u"orders"_s : u"data"_s, list}});
}

WebAnswer BezahlPeer::oneOrder(const WebRequest& request, const QString& id, const QString& rest)
{
    const auto found = m_orders.find(id);
    if (found == m_orders.end()) return refuse(404, u"order.unknown"_s, u"Auftrag nicht gefunden"_s);
    auto& order = found->second;
    const auto body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "GET" && rest.isEmpty()) return answerJson(answerOf(order));
    if (request.method == "GET" && rest == u"offline")
        return answerJson({{u"link"_s, (m_mood.linkHost.isEmpty() ? m_web->base() : m_mood.linkHost) + u"/p/"_s + order.page}});
    if (request.method != "POST") return refuse(405, u"method"_s, u"Nicht möglich"_s);
    if (rest == u"hide") {
        order.closed = order.closed || body.value(u"closed"_s).toBool();
        return acknowledge(u"hide"_s);
    }
    if (rest == u"update/price") {
        const auto price = wholeCents(body.value(u"price"_s));
        if (!price || *price <= 0 || order.closed) return refuse(422, u"order.price"_s, u"Betrag nicht möglich"_s);
        order.price = *price;
        order.assets = body.value(u"assets"_s).toArray();
        order.planned = {};
        return acknowledge(u"price"_s);
    }
    if (rest == u"recipient") {
        const auto to = body.value(u"recipient"_s).toObject().value(u"email"_s).toString();
        if (!to.contains(u'@')) return refuse(422, u"order.recipient"_s, u"E-Mail fehlt"_s);
        order.recipients.push_back(to);
        return acknowledge(u"recipient"_s);
    }
    if (rest == u"recipient/delete") return std::erase(order.recipients, body.value(u"email"_s).toString()) > 0 ? acknowledge(u"recipient.delete"_s) : refuse(404, u"recipient"_s, u"Nicht gefunden"_s);
    if (rest == u"attachment") {
        if (!request.header("content-type").startsWith("multipart/form-data; boundary=") || !request.body.contains("%PDF-")) return refuse(422, u"order.attachment"_s, u"Datei fehlt"_s);
        order.attachments.push_back(request.body);
        return acknowledge(u"attachment"_s);
    }
    return refuse(404, u"path"_s, u"Nicht gefunden"_s);
}

WebAnswer BezahlPeer::webhookCall(const WebRequest& request)
{
    const auto body = QJsonDocument::fromJson(request.body).object();
    if (request.method == "GET") {
        QJsonArray list;
        for (const auto& hook : m_hooks) list.append(QJsonObject{{u"id"_s, hook.id}, {u"url"_s, hook.url}});
        return {200, {}, QJsonDocument{list}.toJson(QJsonDocument::Compact)};
    }
    if (body.value(u"orgId"_s).toString() != orgId()) return refuse(403, u"organization"_s, u"Keine Berechtigung"_s);
    if (request.method == "POST") {
        m_hooks.push_back({shortId(u"hook-%1"_s.arg(++m_count)), body.value(u"url"_s).toString(), body.value(u"secret"_s).toString()});
        return answerJson({{u"id"_s, m_hooks.back().id}});
    }
    const auto id = body.value(u"id"_s).toString();
    return std::erase_if(m_hooks, [&id](const Hook& h) { return h.id == id; }) > 0 ? acknowledge(u"webhook.delete"_s) : refuse(404, u"webhook"_s, u"Nicht gefunden"_s);
}

// The bank of the test system: a credit to the account of one order, from one of the allowed accounts.
WebAnswer BezahlPeer::addTransaction(const QJsonObject& body)
{
    const auto from = body.value(u"debitorIban"_s).toString();
    const bool allowed = std::any_of(std::begin(kBezahlTestIbans), std::end(kBezahlTestIbans), [&from](const char* iban) { return from == QLatin1StringView{iban}; });
    const auto cents = wholeCents(body.value(u"amount"_s));
    if (!allowed || body.value(u"type"_s).toString() != u"CRDT" || !cents || *cents <= 0) return refuse(422, u"transaction"_s, u"Nicht gebucht"_s);
    const auto to = body.value(u"iban"_s).toString();
    const auto found = std::find_if(m_orders.begin(), m_orders.end(), [&to](const auto& known) { return known.second.iban == to; });
    if (found == m_orders.end()) return refuse(404, u"transaction.iban"_s, u"Konto unbekannt"_s);
    const bool booked = body.value(u"status"_s).toString() == u"BOOK" && body.value(u"settled"_s).toBool();
    return book(found->second, *cents, u"sepa"_s, booked) ? acknowledge(u"transaction"_s) : refuse(409, u"transaction.closed"_s, u"Auftrag geschlossen"_s);
}

bool BezahlPeer::book(Order& order, qint64 cents, const QString& method, bool confirmed)
{
    if (order.closed && !m_mood.latePayments) return false;
    const qint64 left = order.price - moneyIn(order);
    Payment p;
    p.id = u"%1"_s.arg(order.payments.size() + 1);   // numbered anew in every order
    p.method = method;
    p.cents = cents > 0 ? cents : left > 0 ? left : order.price;
    p.confirmed = confirmed;
    if (confirmed) p.confirmedAt = u"2026-11-23T10:05:00Z"_s;
    order.payments.push_back(p);
    callHooks(order.id);
    return true;
}

void BezahlPeer::callHooks(const QString& orderId)
{
    for (const auto& hook : m_hooks) {
        net::HttpCall call;
        call.method = "POST";
        call.url = QUrl{m_proof == BezahlProof::PathToken ? hook.url + u'/' + hook.secret : hook.url};
        call.body = QJsonDocument{QJsonObject{{u"event"_s, u"order.payment"_s}, {u"orderId"_s, orderId}}}.toJson(QJsonDocument::Compact);
        call.headers = {{"Content-Type", "application/json"}};
        const auto mac = QMessageAuthenticationCode::hash(call.body, hook.secret.toUtf8(), QCryptographicHash::Sha256);
        if (m_proof == BezahlProof::Hex) call.headers.emplace_back("X-NX-Signature", "sha256=" + mac.toHex());
        if (m_proof == BezahlProof::Base64) call.headers.emplace_back("X-Hub-Signature", mac.toBase64());
        m_caller->send(call);
    }
}

bool BezahlPeer::note(const QString& orderId, qint64 cents, const QString& method)
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_orders.find(orderId);
    return found != m_orders.end() && book(found->second, cents, method, false);
}

bool BezahlPeer::pay(const QString& orderId, qint64 cents, const QString& method)
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_orders.find(orderId);
    return found != m_orders.end() && book(found->second, cents, method, true);
}

bool BezahlPeer::confirm(const QString& orderId)
{
    const std::scoped_lock lock{m_mutex};
    auto& payments = m_orders[orderId].payments;
    const auto found = std::find_if(payments.rbegin(), payments.rend(), [](const Payment& p) { return !p.confirmed && !p.reset; });
    if (found == payments.rend()) return false;
    found->confirmed = true;
    found->confirmedAt = u"2026-11-23T10:05:00Z"_s;
    callHooks(orderId);
    return true;
}

bool BezahlPeer::receive(const QString& orderId)
{
    const std::scoped_lock lock{m_mutex};
    auto& payments = m_orders[orderId].payments;
    const auto found = std::find_if(payments.rbegin(), payments.rend(), [](const Payment& p) { return p.confirmed && !p.reset; });
    if (found == payments.rend()) return false;
    found->received = true;
    callHooks(orderId);
    return true;
}

bool BezahlPeer::reset(const QString& orderId)
{
    const std::scoped_lock lock{m_mutex};
    auto& payments = m_orders[orderId].payments;
    const auto found = std::find_if(payments.rbegin(), payments.rend(), [](const Payment& p) { return p.confirmed && !p.reset; });
    if (found == payments.rend()) return false;
    found->reset = true;
    found->received = false;
    callHooks(orderId);
    return true;
}

void BezahlPeer::forgetOrder(const QString& orderId)
{
    const std::scoped_lock lock{m_mutex};
    m_orders.erase(orderId);
    std::erase(m_newestFirst, orderId);
}

int BezahlPeer::orders() const
{
    const std::scoped_lock lock{m_mutex};
    return static_cast<int>(m_orders.size());
}

QString BezahlPeer::ibanOf(const QString& orderId) const
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_orders.find(orderId);
    return found == m_orders.end() ? QString{} : found->second.iban;
}

QJsonObject BezahlPeer::order(const QString& orderId) const
{
    const std::scoped_lock lock{m_mutex};
    const auto found = m_orders.find(orderId);
    if (found == m_orders.end()) return {};
    auto out = found->second.body;
    out.insert(u"price"_s, found->second.price);
    out.insert(u"assets"_s, found->second.assets);
    out.insert(u"payments"_s, found->second.planned);
    out.insert(u"recipients"_s, static_cast<qint64>(found->second.recipients.size()));
    out.insert(u"attachments"_s, static_cast<qint64>(found->second.attachments.size()));
    return out;
}

int BezahlPeer::webhooks() const
{
    const std::scoped_lock lock{m_mutex};
    return static_cast<int>(m_hooks.size());
}

QByteArray BezahlPeer::exchanges() const
{
    const std::scoped_lock lock{m_mutex};
    return m_exchanges;
}

} // namespace tresen::sim
