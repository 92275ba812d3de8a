#include "tests/sim/portals/stripe_peer.h"
#include <QJsonDocument>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {

using namespace stripe_objects;

namespace {

WebAnswer json(int status, const QJsonObject& object)
{
    return {status, {}, QJsonDocument{object}.toJson(QJsonDocument::Compact)};
}

WebAnswer refuse(int status, const QString& message, const QString& code = {}, const QString& type = u"invalid_request_error"_s)
{
    QJsonObject error{{u"type"_s, type}, {u"message"_s, message}};
    if (!code.isEmpty()) error[u"code"_s] = code;
    return json(status, {{u"error"_s, error}});
}

WebAnswer missing(const QString& what, const QString& id)
{
    return refuse(404, u"No such %1: '%2'"_s.arg(what, id), u"resource_missing"_s);
}

QString decoded(const QByteArray& text)
{
    return QString::fromUtf8(QByteArray::fromPercentEncoding(QByteArray{text}.replace('+', ' ')));
}

std::vector<std::pair<QString, QString>> fieldsOf(const QByteArray& text)
{
    std::vector<std::pair<QString, QString>> out;
    if (text.isEmpty()) return out;
    const auto parts = text.split('&');
    for (const auto& part : parts) {
        const qsizetype equals = part.indexOf('=');
        out.emplace_back(decoded(part.left(equals)), equals < 0 ? QString{} : decoded(part.mid(equals + 1)));
    }
    return out;
}

QString field(const std::vector<std::pair<QString, QString>>& fields, const QString& name)
{
    const auto found = std::find_if(fields.begin(), fields.end(), [&name](const auto& one) { return one.first == name; });
    return found == fields.end() ? QString{} : found->second;
}

// The vendor refuses what it does not know and what is named twice.
QString unknownField(const std::vector<std::pair<QString, QString>>& fields, const QStringList& known)
{
    QStringList seen;
    for (const auto& [name, value] : fields) {
        if ((!known.contains(name) && !name.startsWith(u"metadata[")) || (seen.contains(name) && !name.endsWith(u"[]"))) return name;
        seen << name;
    }
    return {};
}

bool isWhole(const QString& text)
{
    return !text.isEmpty() && text.size() <= 12 && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QString StripeWorld::nextId(const QString& prefix)
{
    return prefix + u"1Sim"_s + QString::number(++m_number).rightJustified(8, u'0');
}

std::size_t StripeWorld::openSessions() const
{
    return static_cast<std::size_t>(std::count_if(m_sessions.begin(), m_sessions.end(), [](const Session& s) { return s.status == u"open"; }));
}

const Link* StripeWorld::link(const QString& id) const
{
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&id](const Link& one) { return one.id == id; });
    return found == m_links.end() ? nullptr : &*found;
}

Intent* StripeWorld::intent(const QString& id)
{
    const auto found = std::find_if(m_intents.begin(), m_intents.end(), [&id](const Intent& one) { return one.id == id; });
    return found == m_intents.end() ? nullptr : &*found;
}

QJsonObject StripeWorld::linkJson(const Link& link, bool withItems) const
{
    Link told = link;
    if (m_twists.contains(u"amount"_s)) told.cents = m_twists[u"amount"_s].toLongLong();
    if (m_twists.contains(u"currency"_s)) told.currency = m_twists[u"currency"_s];
    if (m_twists.contains(u"host"_s)) told.url = m_twists[u"host"_s] + u"/pay/x"_s;
    return jsonOf(told, live(), withItems);
}

QJsonObject StripeWorld::sessionJson(const Session& session, bool expanded) const
{
    auto out = jsonOf(session, live());
    const auto paid = std::find_if(m_intents.begin(), m_intents.end(), [&session](const Intent& one) { return one.id == session.intent; });
    if (expanded && paid != m_intents.end()) out[u"payment_intent"_s] = jsonOf(*paid, live(), true);
    return out;
}

WebAnswer StripeWorld::answer(const WebRequest& request)
{
    if (request.header("authorization") != "Bearer " + key().toLatin1()) return refuse(401, u"Invalid API Key provided"_s);
    if (request.method != "POST") return request.method == "GET" ? route(request, {}) : refuse(405, u"method"_s);
    if (!request.header("content-type").startsWith("application/x-www-form-urlencoded")) return refuse(400, u"Content-Type"_s);
    const QByteArray key = request.header("idempotency-key");
    if (key.isEmpty() || key.size() > 255) return refuse(400, u"Every POST of this product carries an Idempotency-Key"_s);
    const QByteArray asked = request.path + '\n' + request.body;
    if (const auto known = m_memory.constFind(key); known != m_memory.cend()) {
        if (known->request == asked) return known->answer;
        return refuse(400, u"Keys for idempotent requests can only be used with the same parameters they were first used with."_s, {}, u"idempotency_error"_s);
    }
    auto out = route(request, fieldsOf(request.body));
    if (out.status == 200) m_memory.insert(key, {asked, out});
    return out;
}

WebAnswer StripeWorld::route(const WebRequest& request, const Form& form)
{
    const auto parts = QString::fromLatin1(request.path).split(u'/', Qt::SkipEmptyParts);
    const bool get = request.method == "GET";
    if (parts.value(0) != u"v1") return refuse(404, u"Unrecognized request URL"_s);
    if (parts.value(1) == u"payment_links") return routeLinks(request, parts, form);
    if (parts.value(1) == u"checkout" && parts.value(2) == u"sessions") return routeSessions(request, parts, form);
    if (parts.value(1) == u"refunds" && !get) return createRefund(form);
    if (parts.value(1) == u"events" && get) return listEvents(request);
    if (parts.value(1) == u"payment_intents" && parts.size() == 3 && get) {
        const auto* found = intent(parts[2]);
        return found ? json(200, jsonOf(*found, live(), expands() && request.query.contains("latest_charge"))) : missing(u"payment_intent"_s, parts[2]);
    }
    if ((parts.value(1) == u"refunds" || parts.value(1) == u"disputes") && get) return lists(request, parts[1]);
    return refuse(404, u"Unrecognized request URL"_s);
}

WebAnswer StripeWorld::routeLinks(const WebRequest& request, const QStringList& parts, const Form& form)
{
    const bool items = request.query.contains("line_items") || field(form, u"expand[]"_s) == u"line_items";
    if (parts.size() == 2 && request.method == "POST") return createLink(form);
    if (parts.size() == 2) {
        const QString active = field(fieldsOf(request.query), u"active"_s);
        std::vector<QJsonObject> found;
        for (const auto& one : m_links)
            if (active.isEmpty() || one.active == (active == u"true")) found.push_back(linkJson(one, items));
        return page(request, found, u"/v1/payment_links"_s);
    }
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&parts](const Link& one) { return one.id == parts[2]; });
    if (parts.size() != 3 || found == m_links.end()) return missing(u"payment_link"_s, parts[2]);
    if (request.method == "POST") {
        if (const QString name = unknownField(form, {u"active"_s, u"expand[]"_s}); !name.isEmpty()) return refuse(400, u"Received unknown parameter: "_s + name);
        found->active = field(form, u"active"_s) == u"true";
        tell(u"payment_link.updated"_s, jsonOf(*found, live(), false));
    }
    return json(200, linkJson(*found, items));
}

WebAnswer StripeWorld::createLink(const Form& form)
{
    const QString price = u"line_items[0][price_data]"_s, limit = u"restrictions[completed_sessions][limit]"_s;
    const QStringList known{u"line_items[0][quantity]"_s, price + u"[currency]"_s, price + u"[unit_amount]"_s, price + u"[product_data][name]"_s,
                            price + u"[product_data][description]"_s, limit, u"inactive_message"_s, u"expand[]"_s};
    if (const QString name = unknownField(form, known); !name.isEmpty()) return refuse(400, u"Received unknown parameter: "_s + name, u"parameter_unknown"_s);
    const QString cents = field(form, price + u"[unit_amount]"_s), currency = field(form, price + u"[currency]"_s);
    if (!isWhole(cents)) return refuse(400, u"Invalid integer: "_s + cents, u"parameter_invalid_integer"_s);
    if (cents.toLongLong() < 1 || cents.toLongLong() > 999'999'99) return refuse(400, u"Amount out of range"_s, u"amount_too_large"_s);
    if (currency != u"eur") return refuse(400, u"Invalid currency: "_s + currency);
    if (field(form, u"line_items[0][quantity]"_s) != u"1" || field(form, price + u"[product_data][name]"_s).isEmpty()) return refuse(400, u"line_items"_s);
    Link made;
    made.id = nextId(u"plink_"_s);
    made.url = m_base + u"/pay/test_"_s + QString::number(m_number * 7919 + 104729, 36);
    made.reference = field(form, u"metadata[reference]"_s);
    made.product = field(form, price + u"[product_data][name]"_s);
    made.inactiveMessage = field(form, u"inactive_message"_s);
    made.currency = currency;
    made.cents = cents.toLongLong();
    made.limit = field(form, limit).toLongLong();
    m_links.push_back(made);
    return json(200, linkJson(made, field(form, u"expand[]"_s) == u"line_items"));
}

WebAnswer StripeWorld::routeSessions(const WebRequest& request, const QStringList& parts, const Form& form)
{
    if (request.method == "GET" && parts.size() == 3) {
        const auto query = fieldsOf(request.query);
        const QString link = field(query, u"payment_link"_s), paidBy = field(query, u"payment_intent"_s), status = field(query, u"status"_s);
        const bool expanded = expands() && request.query.contains("data.payment_intent");
        std::vector<QJsonObject> found;
        for (const auto& one : m_sessions)
            if ((link.isEmpty() || one.link == link) && (paidBy.isEmpty() || one.intent == paidBy) && (status.isEmpty() || one.status == status))
                found.push_back(sessionJson(one, expanded));
        return page(request, found, u"/v1/checkout/sessions"_s);
    }
    const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&parts](const Session& one) { return one.id == parts.value(3); });
    if (found == m_sessions.end()) return missing(u"checkout.session"_s, parts.value(3));
    if (request.method == "GET") return json(200, sessionJson(*found, expands() && request.query.contains("payment_intent")));
    if (parts.value(4) != u"expire" || !form.empty()) return refuse(404, u"Unrecognized request URL"_s);
    if (found->status != u"open") return refuse(400, u"Only Checkout Sessions with a status in [\"open\"] can be expired."_s);
    found->status = u"expired"_s;
    if (auto* tried = intent(found->intent); tried && tried->received == 0) tried->status = u"canceled"_s;
    const auto out = json(200, sessionJson(*found, false));
    tell(u"checkout.session.expired"_s, sessionJson(*found, false));
    const QString link = found->link;
    if (m_slips > 0 && m_slips-- > 0) m_sessions.push_back({nextId(u"cs_test_"_s), link, {}, u"open"_s, u"unpaid"_s, now()});
    return out;
}

WebAnswer StripeWorld::createRefund(const Form& form)
{
    if (const QString name = unknownField(form, {u"payment_intent"_s, u"amount"_s, u"reason"_s}); !name.isEmpty()) return refuse(400, u"Received unknown parameter: "_s + name);
    const auto* paid = intent(field(form, u"payment_intent"_s));
    if (!paid) return missing(u"payment_intent"_s, field(form, u"payment_intent"_s));
    const QString cents = field(form, u"amount"_s);
    if (!isWhole(cents) || cents.toLongLong() < 1) return refuse(400, u"Invalid positive integer"_s);
    qint64 left = paid->received;
    for (const auto& one : m_refunds)
        if (one.intent == paid->id && one.status != u"failed" && one.status != u"canceled") left -= one.cents;
    if (left == 0) return refuse(400, u"Charge has already been refunded."_s, u"charge_already_refunded"_s);
    if (cents.toLongLong() > left) return refuse(400, u"Refund amount is greater than unrefunded amount on charge"_s);
    m_refunds.push_back({nextId(u"re_"_s), paid->id, u"pending"_s, paid->currency, cents.toLongLong(), now()});
    tell(u"refund.created"_s, jsonOf(m_refunds.back()));
    return json(200, jsonOf(m_refunds.back()));
}

WebAnswer StripeWorld::lists(const WebRequest& request, const QString& name)
{
    const QString of = field(fieldsOf(request.query), u"payment_intent"_s);
    std::vector<QJsonObject> found;
    if (name == u"refunds")
        for (const auto& one : m_refunds)
            if (of.isEmpty() || one.intent == of) found.push_back(jsonOf(one));
    if (name == u"disputes")
        for (const auto& one : m_disputes)
            if (of.isEmpty() || one.intent == of) found.push_back(jsonOf(one, live()));
    return page(request, found, u"/v1/"_s + name);
}

WebAnswer StripeWorld::listEvents(const WebRequest& request)
{
    const auto query = fieldsOf(request.query);
    QStringList types;
    for (const auto& [name, value] : query)
        if (name == u"types[]") types << value;
    if (types.size() > 20) return refuse(400, u"Too many types"_s);
    const QString from = field(query, u"created[gte]"_s), before = field(query, u"ending_before"_s);
    const auto known = std::any_of(m_events.begin(), m_events.end(), [&before](const Event& one) { return one.id == before; });
    if (!before.isEmpty() && !known) return missing(u"event"_s, before);
    auto sorted = m_events;
    std::stable_sort(sorted.begin(), sorted.end(), [](const Event& a, const Event& b) { return a.created < b.created; });
    std::vector<QJsonObject> found;
    for (const auto& one : sorted)
        if ((types.isEmpty() || types.contains(one.type) || one.id == before) && one.created >= from.toLongLong()) found.push_back(jsonOf(one, live()));
    return page(request, found, u"/v1/events"_s);
}

// docs.stripe.com/api/pagination: always newest first; ending_before is the page that lies right before that object.
WebAnswer StripeWorld::page(const WebRequest& request, const std::vector<QJsonObject>& oldestFirst, const QString& url) const
{
    const auto query = fieldsOf(request.query);
    const std::vector<QJsonObject> all{oldestFirst.rbegin(), oldestFirst.rend()};
    const QString asked = field(query, u"limit"_s), after = field(query, u"starting_after"_s), before = field(query, u"ending_before"_s);
    const qsizetype wanted = asked.isEmpty() ? 10 : asked.toInt();
    if (wanted < 1 || wanted > 100) return refuse(400, u"limit"_s);
    const qsizetype limit = m_pageSize > 0 ? std::min<qsizetype>(m_pageSize, wanted) : wanted;
    const auto placeOf = [&all](const QString& id) {
        return static_cast<qsizetype>(std::find_if(all.begin(), all.end(), [&id](const QJsonObject& one) { return one[u"id"_s] == id; }) - all.begin());
    };
    const auto size = static_cast<qsizetype>(all.size());
    qsizetype first = 0, last = std::min(limit, size);
    bool more = last < size;
    if (!after.isEmpty()) {
        first = std::min(placeOf(after) + 1, size);
        last = std::min(first + limit, size);
        more = last < size;
    } else if (!before.isEmpty()) {
        last = placeOf(before);
        first = std::max<qsizetype>(last - limit, 0);
        more = first > 0;
    }
    QJsonArray data;
    for (qsizetype i = first; i < last; ++i) data.append(all[static_cast<std::size_t>(i)]);
    return json(200, listOf(data, more, url));
}

void StripeWorld::tell(const QString& type, const QJsonObject& object)
{
    m_events.push_back({nextId(u"evt_"_s), type, now(), object});
}

Session* StripeWorld::openSession(const QString& link)
{
    const auto found = std::find_if(m_sessions.rbegin(), m_sessions.rend(), [&link](const Session& one) { return one.link == link && one.status == u"open"; });
    return found == m_sessions.rend() ? nullptr : &*found;
}

Session& StripeWorld::visit(const QString& link)
{
    if (auto* open = openSession(link)) return *open;
    m_sessions.push_back({nextId(u"cs_test_"_s), link, {}, u"open"_s, u"unpaid"_s, now()});
    return m_sessions.back();
}

Intent& StripeWorld::intentFor(Session& session, const QString& method, qint64 cents)
{
    auto* known = intent(session.intent);
    if (!known) {
        m_intents.push_back({nextId(u"pi_"_s), session.id, u"requires_payment_method"_s, {}, {}, link(session.link)->currency, cents, 0, now()});
        known = &m_intents.back();
        session.intent = known->id;
    }
    const auto parts = (method.isEmpty() ? u"card"_s : method).split(u'/');
    known->method = parts.value(0);
    known->wallet = parts.value(1);
    known->cents = cents;
    return *known;
}

void StripeWorld::settle(Session& session, Intent& paid, qint64 received)
{
    paid.status = u"succeeded"_s;
    paid.received = received;
    session.paymentStatus = u"paid"_s;
    const bool completes = session.status != u"complete";
    session.status = u"complete"_s;
    const auto owner = std::find_if(m_links.begin(), m_links.end(), [&session](const Link& one) { return one.id == session.link; });
    if (completes) ++owner->completed;
    tell(u"payment_intent.succeeded"_s, jsonOf(paid, live(), false));
    tell(completes ? u"checkout.session.completed"_s : u"checkout.session.async_payment_succeeded"_s, sessionJson(session, false));
}

Intent* StripeWorld::newestPaid(const QString& link)
{
    const auto found = std::find_if(m_sessions.rbegin(), m_sessions.rend(), [&](const Session& one) {
        const auto* paid = intent(one.intent);
        return one.link == link && paid && paid->received > 0;
    });
    return found == m_sessions.rend() ? nullptr : intent(found->intent);
}

bool StripeWorld::act(const QString& action, const QString& linkId, const QString& argument)
{
    if (action == u"twist") {
        const auto parts = argument.split(u'=');
        if (parts.value(1).isEmpty()) m_twists.remove(parts[0]);
        else m_twists[parts[0]] = parts.mid(1).join(u'=');
        return true;
    }
    if (action == u"slip") {
        m_slips = argument.toInt();
        return true;
    }
    if (action == u"hide" && !m_events.empty()) {
        m_hidden.push_back(m_events.back());
        m_events.pop_back();
        return true;
    }
    if (action == u"surface") {
        m_events.insert(m_events.begin(), m_hidden.begin(), m_hidden.end());
        return !std::exchange(m_hidden, {}).empty();
    }
    const auto found = std::find_if(m_links.begin(), m_links.end(), [&linkId](const Link& one) { return one.id == linkId; });
    if (found == m_links.end()) return false;
    return actOnLink(action, *found, argument) || actOnMoney(action, linkId, argument);
}

bool StripeWorld::actOnLink(const QString& action, Link& link, const QString& argument)
{
    const bool payable = link.active && (link.limit == 0 || link.completed < link.limit);
    const bool enters = action == u"open" || action == u"action" || action == u"pay" || action == u"fail" || action == u"delayed" || action == u"overpay"
                        || action == u"odd" || action == u"oddpayment";
    if ((enters && !payable) || (action == u"late" && !openSession(link.id))) return false;
    if (!enters && action != u"late" && action != u"second") return false;
    if (action == u"second") m_sessions.push_back({nextId(u"cs_test_"_s), link.id, {}, u"open"_s, u"unpaid"_s, now()});
    auto& session = visit(link.id);
    if (action == u"open") return true;
    if (action == u"odd") session.status = argument;
    if (action == u"odd") return true;
    auto& tried = intentFor(session, action == u"overpay" || action == u"oddpayment" ? QString{} : argument, action == u"overpay" ? argument.toLongLong() : link.cents);
    if (action == u"pay" || action == u"late" || action == u"second" || action == u"overpay") settle(session, tried, tried.cents);
    if (action == u"action") tried.status = u"requires_action"_s;
    if (action == u"action") tell(u"payment_intent.requires_action"_s, jsonOf(tried, live(), false));
    if (action == u"fail") tell(u"payment_intent.payment_failed"_s, jsonOf(tried, live(), false));
    if (action == u"oddpayment") tried.status = argument;
    if (action == u"delayed") {
        tried.status = u"processing"_s;
        session.status = u"complete"_s;
        ++link.completed;
        tell(u"checkout.session.completed"_s, sessionJson(session, false));
    }
    return true;
}

bool StripeWorld::actOnMoney(const QString& action, const QString& link, const QString& argument)
{
    if (action == u"arrive" || action == u"bounce") {
        const auto found = std::find_if(m_sessions.begin(), m_sessions.end(), [&](const Session& one) {
            const auto* tried = intent(one.intent);
            return one.link == link && tried && tried->status == u"processing";
        });
        if (found == m_sessions.end()) return false;
        auto& tried = *intent(found->intent);
        if (action == u"arrive") settle(*found, tried, tried.cents);
        if (action == u"bounce") tried.status = u"requires_payment_method"_s;
        if (action == u"bounce") tell(u"checkout.session.async_payment_failed"_s, sessionJson(*found, false));
        return true;
    }
    auto* paid = newestPaid(link);
    if (!paid) return false;
    if (action == u"refund") {
        const auto parts = argument.split(u'/');
        m_refunds.push_back({nextId(u"re_"_s), paid->id, parts.value(1, u"succeeded"_s), paid->currency, parts[0].toLongLong(), now()});
        tell(u"refund.created"_s, jsonOf(m_refunds.back()));
        return true;
    }
    if (action == u"refundbecomes") {
        const auto found = std::find_if(m_refunds.rbegin(), m_refunds.rend(), [paid](const Refund& one) { return one.intent == paid->id; });
        if (found == m_refunds.rend()) return false;
        found->status = argument;
        tell(argument == u"failed" ? u"refund.failed"_s : u"refund.updated"_s, jsonOf(*found));
        return true;
    }
    return actOnDispute(action, *paid);
}

bool StripeWorld::actOnDispute(const QString& action, Intent& paid)
{
    const auto found = std::find_if(m_disputes.rbegin(), m_disputes.rend(), [&paid](const Dispute& one) { return one.intent == paid.id; });
    if (action == u"inquiry" || action == u"dispute") {
        const bool known = found != m_disputes.rend();
        if (!known) m_disputes.push_back({nextId(u"dp_"_s), paid.id, {}, paid.currency, paid.received, now(), {}});
        auto& one = known ? *found : m_disputes.back();
        one.status = action == u"inquiry" ? u"warning_needs_response"_s : u"needs_response"_s;
        if (action == u"dispute") one.moves = {-one.cents};
        tell(known ? u"charge.dispute.updated"_s : u"charge.dispute.created"_s, jsonOf(one, live()));
        return true;
    }
    if (found == m_disputes.rend()) return false;
    if (action == u"lose") found->status = u"lost"_s;
    else if (action == u"win") found->status = u"won"_s;
    else if (action == u"reinstate") found->moves.push_back(found->cents);
    else return false;
    tell(action == u"reinstate" ? u"charge.dispute.funds_reinstated"_s : u"charge.dispute.closed"_s, jsonOf(*found, live()));
    return true;
}

} // namespace tresen::sim
