#include "tests/sim/portals/sumup_peer.h"
#include "app/domain/money.h"
#include "app/net/json_reader.h"
#include <QUuid>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {
namespace {

constexpr int kDefaultPage = 10;

// Members in order; a value is JSON text already.
QByteArray object(std::initializer_list<std::pair<const char*, QByteArray>> members)
{
    QByteArray out;
    for (const auto& [name, value] : members)
        if (!value.isEmpty()) out += (out.isEmpty() ? "\"" : ",\"") + QByteArray{name} + "\":" + value;
    return '{' + out + '}';
}

QByteArray text(const QString& value) { return net::jsonText(value); }
QByteArray optionalText(const QString& value) { return value.isEmpty() ? QByteArray{} : text(value); }

// As the vendor's own examples write it: no zeros at the end. 199.9, 10.1, 2
QByteArray number(qint64 cents)
{
    QByteArray out = domain::plainAmount(domain::Money::cents(cents)).toLatin1();
    while (out.endsWith('0')) out.chop(1);
    if (out.endsWith('.')) out.chop(1);
    return out;
}

WebAnswer fault(int status, const char* code, const char* message)
{
    return {status, {}, object({{"error_code", '"' + QByteArray{code} + '"'}, {"message", '"' + QByteArray{message} + '"'}})};
}

WebAnswer notFound() { return fault(404, "NOT_FOUND", "Resource not found"); }

qint64 centsOf(const net::JsonValue& value)
{
    const auto money = domain::parseMoney(QString::fromLatin1(value.plainNumber()));
    return money ? money.value().inCents() : 0;
}

QString freshId() { return QUuid::createUuid().toString(QUuid::WithoutBraces); }

template <class T> T* byId(std::vector<T>& all, const QString& id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const T& one) { return one.id == id; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString SumUpWorld::now() const { return m_clock.now().utc().toString(u"yyyy-MM-ddTHH:mm:ss.zzzZ"_s); }
SumUpWorld::Checkout* SumUpWorld::findCheckout(const QString& id) { return byId(m_checkouts, id); }
SumUpWorld::Transaction* SumUpWorld::findTransaction(const QString& id) { return byId(m_transactions, id); }

WebAnswer SumUpWorld::answer(const WebRequest& request)
{
    if (request.header("authorization") != "Bearer " + key().toLatin1())
        return {401, {}, R"({"title":"Unauthorized","detail":"Unauthorized.","status":401,"trace_id":"0","type":"https://developer.sumup.com/problem/unauthorized"})"};
    return route(request);
}

WebAnswer SumUpWorld::route(const WebRequest& request)
{
    const auto parts = request.path.mid(1).split('/');
    if (request.path.startsWith("/v0.1/checkouts")) return routeCheckouts(request, parts);
    if (parts.size() < 3 || parts[1] != "merchants" || parts[2] != merchant().toLatin1()) return notFound();
    if (parts[0] == "v1" && parts.size() == 3)
        return {200, {}, object({{"merchant_code", text(merchant())}, {"country", "\"DE\""}, {"default_currency", "\"EUR\""}, {"default_locale", "\"de-DE\""},
                                 {"sandbox", m_twists.value(u"sandbox"_s, u"true"_s).toLatin1()}, {"created_at", "\"2024-01-02T03:04:05Z\""},
                                 {"updated_at", "\"2024-01-02T03:04:05Z\""}, {"business_profile", object({{"name", text(u"Autohaus Simulation"_s)}})}})};
    if (parts[0] == "v1.0" && parts.size() == 6 && parts[3] == "payments" && parts[5] == "refunds" && request.method == "POST")
        return refund(QString::fromLatin1(parts[4]), request.body);
    if (parts[0] != "v2.1" || parts.size() < 4 || parts[3] != "transactions") return notFound();
    if (parts.size() == 5 && parts[4] == "history") return history(request);
    const auto* transaction = findTransaction(QUrlQuery{QString::fromLatin1(request.query)}.queryItemValue(u"id"_s));
    return transaction ? WebAnswer{200, {}, json(*transaction, true)} : notFound();
}

WebAnswer SumUpWorld::routeCheckouts(const WebRequest& request, const QList<QByteArray>& parts)
{
    if (parts.size() == 2 && request.method == "POST") return createCheckout(request.body);
    if (parts.size() == 2 && request.method == "GET") {
        const QString reference = QUrlQuery{QString::fromLatin1(request.query)}.queryItemValue(u"checkout_reference"_s, QUrl::FullyDecoded);
        QByteArray items;
        for (const auto& checkout : m_checkouts)
            if (!m_hideReferences && checkout.reference == reference) items += (items.isEmpty() ? "" : ",") + json(checkout, true);
        return {200, {}, '[' + items + ']'};
    }
    auto* checkout = parts.size() == 3 ? findCheckout(QString::fromLatin1(parts[2])) : nullptr;
    if (!checkout) return notFound();
    if (request.method == "DELETE") return deleteCheckout(*checkout);
    return request.method == "GET" ? WebAnswer{200, {}, json(*checkout)} : notFound();
}

WebAnswer SumUpWorld::createCheckout(const QByteArray& body)
{
    const auto json = net::parseJson(body);
    if (!json) return fault(400, "INVALID", "No JSON");
    const auto& asked = json.value();
    for (const auto name : {"checkout_reference"_L1, "currency"_L1, "merchant_code"_L1})
        if (asked[name].text().value_or(QString{}).isEmpty()) return {400, {}, object({{"message", "\"Validation error\""}, {"error_code", "\"MISSING\""}, {"param", text(name)}})};
    if (centsOf(asked["amount"_L1]) <= 0 || *asked["currency"_L1].text() != u"EUR" || *asked["merchant_code"_L1].text() != merchant())
        return fault(400, "INVALID", "Validation error");
    if (asked["hosted_checkout"_L1]["enabled"_L1].boolean() != true) return fault(400, "INVALID", "This simulation makes hosted checkouts only");
    const QString reference = *asked["checkout_reference"_L1].text();
    const bool known = std::any_of(m_checkouts.begin(), m_checkouts.end(), [&](const Checkout& c) { return c.reference == reference; });
    if (known) return fault(409, "DUPLICATED_CHECKOUT", "Checkout with this checkout reference and pay to email already exists");
    Checkout checkout;
    checkout.id = freshId();
    checkout.page = freshId();
    checkout.reference = reference;
    checkout.description = asked["description"_L1].text().value_or(QString{});
    checkout.status = u"PENDING"_s;
    checkout.date = now();
    checkout.validUntil = asked["valid_until"_L1].text().value_or(QString{});
    checkout.cents = centsOf(asked["amount"_L1]);
    m_checkouts.push_back(checkout);
    return {201, {}, this->json(checkout)};
}

WebAnswer SumUpWorld::deleteCheckout(Checkout& checkout)
{
    const bool open = checkout.status == u"PENDING" || checkout.status == u"FAILED";
    if (!open || newest(checkout.id, {u"PENDING"_s})) return fault(409, "CHECKOUT_PROCESSED", "Checkout is already processed");
    checkout.status = u"EXPIRED"_s;
    return {200, {}, json(checkout)};
}

WebAnswer SumUpWorld::refund(const QString& id, const QByteArray& body)
{
    auto* transaction = findTransaction(id);
    if (!transaction) return notFound();
    const auto json = net::parseJson(body);
    const qint64 left = transaction->cents - refunded(id);
    const qint64 cents = body.isEmpty() ? left : json ? centsOf(json.value()["amount"_L1]) : 0;
    if (cents <= 0 || cents > left || (transaction->status != u"SUCCESSFUL" && transaction->status != u"REFUNDED"))
        return fault(409, "CONFLICT", "The transaction is not refundable in its current state");
    m_events.push_back({static_cast<int>(m_events.size()) + 7001, id, u"REFUND"_s, u"REFUNDED"_s, now(), cents});
    transaction->changedMs = m_clock.now().ms;
    return {204, {}, {}};
}

WebAnswer SumUpWorld::history(const WebRequest& request) const
{
    const QUrlQuery query{QString::fromLatin1(request.query)};
    const auto since = Instant::fromIso(query.queryItemValue(u"changes_since"_s, QUrl::FullyDecoded));
    if (query.hasQueryItem(u"changes_since"_s) && since.isNull()) return fault(400, "INVALID", "Validation error");
    int limit = query.hasQueryItem(u"limit"_s) ? query.queryItemValue(u"limit"_s).toInt() : kDefaultPage;
    if (limit < 1) return fault(400, "INVALID", "Validation error");
    if (m_pageSize > 0) limit = std::min(limit, m_pageSize);
    const int after = query.queryItemValue(u"oldest_ref"_s).toInt();
    QByteArray items, links;
    int taken = 0, last = after;
    for (int i = after; i < static_cast<int>(m_transactions.size()); ++i) {
        const auto& transaction = m_transactions[static_cast<std::size_t>(i)];
        // Only what has come to an end is told here, as the description's list of final statuses says.
        if (transaction.changedMs < since.ms || transaction.status == u"PENDING") continue;
        if (taken == limit) {
            links = object({{"rel", "\"next\""}, {"href", text(u"limit=%1&oldest_ref=%2&order=ascending"_s.arg(limit).arg(last))}});
            break;
        }
        items += (items.isEmpty() ? "" : ",") + historyItem(transaction);
        ++taken;
        last = i + 1;
    }
    return {200, {}, "{\"items\":[" + items + "],\"links\":[" + links + "]}"};
}

bool SumUpWorld::act(const QString& action, const QString& link, const QString& argument)
{
    if (action == u"twist") {
        const qsizetype at = argument.indexOf(u'=');
        if (at < 1) return false;
        if (at + 1 == argument.size()) m_twists.remove(argument.left(at));
        else m_twists.insert(argument.left(at), argument.mid(at + 1));
        return true;
    }
    auto* checkout = findCheckout(link);
    if (!checkout) return false;
    static const QStringList money{u"refund"_s, u"settle"_s, u"bounce"_s, u"chargeback"_s, u"silent"_s};
    return money.contains(action) ? actOnMoney(action, *checkout, argument) : actOnCheckout(action, *checkout, argument);
}

bool SumUpWorld::actOnCheckout(const QString& action, Checkout& checkout, const QString& argument)
{
    const QString mode = argument.isEmpty() ? u"CUSTOMER_ENTRY"_s : argument;
    const auto end = Instant::fromIso(checkout.validUntil);
    if (checkout.status == u"PENDING" && !end.isNull() && end <= m_clock.now()) checkout.status = u"EXPIRED"_s;
    const bool open = checkout.status == u"PENDING" || checkout.status == u"FAILED";
    auto* under = newest(checkout.id, {u"PENDING"_s});
    if (action == u"open") return open;
    if (action == u"start") return open && (begin(checkout, mode, u"PENDING"_s), true);
    if (action == u"odd") return open && (begin(checkout, u"CUSTOMER_ENTRY"_s, argument), true);
    if (action == u"unpaid") return checkout.status = u"PAID"_s, true;
    if (action == u"pay" && !under && !open) return false;
    if (action == u"second" && checkout.status != u"PAID") return false;
    if (action == u"pay") settlePayment(checkout, under ? *under : begin(checkout, mode, u"PENDING"_s));
    else if (action == u"second" || action == u"late") settlePayment(checkout, begin(checkout, mode, u"PENDING"_s));
    else if (under && (action == u"abandon" || action == u"fail")) {
        under->status = action == u"fail" ? u"FAILED"_s : u"CANCELLED"_s;
        under->changedMs = m_clock.now().ms;
        if (action == u"fail") checkout.status = u"FAILED"_s;
    } else return false;
    return true;
}

bool SumUpWorld::actOnMoney(const QString& action, const Checkout& checkout, const QString& argument)
{
    auto* paid = newest(checkout.id, {u"SUCCESSFUL"_s, u"REFUNDED"_s});
    if (!paid) return false;
    paid->changedMs = m_clock.now().ms;
    if (action == u"silent") return paid->silent = true;
    if (action == u"refund" || action == u"chargeback") {
        const bool back = action == u"chargeback";
        const qint64 cents = argument.isEmpty() ? paid->cents - refunded(paid->id) : argument.toLongLong();
        if (cents <= 0 || cents > paid->cents - refunded(paid->id)) return false;
        m_events.push_back({static_cast<int>(m_events.size()) + 7001, paid->id, back ? u"CHARGE_BACK"_s : u"REFUND"_s, back ? u"SUCCESSFUL"_s : u"PENDING"_s, now(), cents});
        return true;
    }
    bool done = false;
    for (auto& event : m_events)
        if (event.transaction == paid->id && event.status == u"PENDING") event.status = action == u"settle" ? u"REFUNDED"_s : u"FAILED"_s, done = true;
    return done;
}

SumUpWorld::Transaction* SumUpWorld::newest(const QString& checkout, const QStringList& statuses)
{
    const auto found = std::find_if(m_transactions.rbegin(), m_transactions.rend(),
                                    [&](const Transaction& t) { return t.checkout == checkout && statuses.contains(t.status); });
    return found == m_transactions.rend() ? nullptr : &*found;
}

SumUpWorld::Transaction& SumUpWorld::begin(const Checkout& checkout, const QString& entryMode, const QString& status)
{
    const bool card = entryMode == u"CUSTOMER_ENTRY";
    m_transactions.push_back({freshId(), checkout.id, status, entryMode, card ? u"ECOM"_s : u"APM"_s, now(), checkout.cents, m_clock.now().ms});
    return m_transactions.back();
}

void SumUpWorld::settlePayment(Checkout& checkout, Transaction& transaction)
{
    transaction.status = u"SUCCESSFUL"_s;
    transaction.changedMs = m_clock.now().ms;
    if (checkout.status != u"EXPIRED") checkout.status = u"PAID"_s;
}

qint64 SumUpWorld::refunded(const QString& transaction) const
{
    qint64 out = 0;
    for (const auto& event : m_events)
        if (event.transaction == transaction && event.status != u"FAILED") out += event.cents;
    return out;
}

QByteArray SumUpWorld::json(const Checkout& checkout, bool inList) const
{
    QByteArray transactions, paid;
    for (const auto& t : m_transactions) {
        if (t.checkout != checkout.id) continue;
        transactions += (transactions.isEmpty() ? "" : ",") + json(t, false);
        if (t.status == u"SUCCESSFUL" || t.status == u"REFUNDED") paid = text(t.id);
    }
    const bool hideUrl = inList && m_twists.value(u"url"_s) == u"no";
    const QString page = m_twists.value(u"host"_s, u"https://checkout.sumup.com"_s) + u"/pay/"_s + checkout.page;
    return object({{"checkout_reference", text(checkout.reference)}, {"amount", m_twists.value(u"amount"_s, QString::fromLatin1(number(checkout.cents))).toLatin1()},
                   {"currency", text(m_twists.value(u"currency"_s, u"EUR"_s))}, {"merchant_code", text(m_twists.value(u"merchant"_s, merchant()))},
                   {"description", optionalText(checkout.description)}, {"id", text(checkout.id)}, {"status", text(m_twists.value(u"status"_s, checkout.status))},
                   {"date", text(checkout.date)}, {"valid_until", optionalText(checkout.validUntil)}, {"purpose", "\"CHECKOUT\""},
                   {"hosted_checkout_url", hideUrl ? QByteArray{} : text(page)}, {"transaction_id", paid}, {"transactions", '[' + transactions + ']'}});
}

QByteArray SumUpWorld::json(const Transaction& t, bool whole) const
{
    const auto checkout = std::find_if(m_checkouts.begin(), m_checkouts.end(), [&](const Checkout& c) { return c.id == t.checkout; });
    QByteArray events;
    for (const auto& e : m_events) {
        if (e.transaction != t.id || t.silent) continue;
        events += (events.isEmpty() ? "" : ",")
                  + object({{"id", QByteArray::number(e.id)}, {"event_type", text(e.type)}, {"status", text(e.status)}, {"amount", number(e.cents)}, {"timestamp", text(e.timestamp)}});
    }
    const bool foreign = whole && m_twists.value(u"foreign"_s) != u"no";
    return object({{"id", text(t.id)}, {"transaction_code", text(u"T"_s + t.id.left(9).toUpper().remove(u'-'))}, {"amount", number(t.cents)},
                   {"currency", text(m_twists.value(u"currency"_s, u"EUR"_s))}, {"timestamp", text(t.timestamp)}, {"status", text(t.silent ? u"REFUNDED"_s : t.status)},
                   {"payment_type", text(t.type)}, {"entry_mode", text(t.entryMode)}, {"merchant_code", text(merchant())},
                   {"foreign_transaction_id", foreign ? text(checkout->reference) : QByteArray{}}, {"product_summary", whole ? optionalText(checkout->description) : QByteArray{}},
                   {"transaction_events", whole ? '[' + events + ']' : QByteArray{}}});
}

QByteArray SumUpWorld::historyItem(const Transaction& t) const
{
    const auto checkout = std::find_if(m_checkouts.begin(), m_checkouts.end(), [&](const Checkout& c) { return c.id == t.checkout; });
    return object({{"transaction_id", text(t.id)}, {"transaction_code", text(u"T"_s + t.id.left(9).toUpper().remove(u'-'))}, {"amount", number(t.cents)}, {"currency", "\"EUR\""},
                   {"timestamp", text(t.timestamp)}, {"status", text(t.silent ? u"REFUNDED"_s : t.status)}, {"payment_type", text(t.type)}, {"type", "\"PAYMENT\""},
                   {"product_summary", optionalText(checkout->description)}, {"refunded_amount", number(refunded(t.id))}});
}

} // namespace tresen::sim
