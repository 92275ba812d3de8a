// Answers of the bezahl.de order API as values.
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include "app/adapters/portal/bezahl/bezahl_labels.h"
#include "app/domain/iban.h"
#include <QCryptographicHash>
#include <algorithm>
#include <initializer_list>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::bezahl {
namespace {

using net::JsonValue;
using Names = std::initializer_list<QLatin1StringView>;

constexpr qsizetype kMaxId = 64, kMaxUrl = 2'000, kMaxHolder = 70, kMaxMethod = 40, kMarkDigits = 12;
constexpr qint64 kSecondsEnd = 100'000'000'000;   // a smaller number of an instant counts seconds, a larger one milliseconds

// The states of an order that public material names: "open" the API's own text, the others the steps of money in the help pages.
struct KnownWord { QStringView word; domain::LinkState state; };
constexpr KnownWord kKnownWords[]{
    {u"open", domain::LinkState::Open},
    {u"noted", domain::LinkState::InFlight},
    {u"confirmed", domain::LinkState::Paid},
    {u"received", domain::LinkState::Paid},
    {u"paid", domain::LinkState::Paid},
    {u"closed", domain::LinkState::Cancelled},
    {u"archived", domain::LinkState::Cancelled},
};

// Where an answer may keep the order itself: at the top, or one step down. A member is looked for in all of them, the outer ones first.
struct Layers {
    std::vector<const JsonValue*> objects;

    explicit Layers(const JsonValue& root, bool deep = true)
    {
        if (!root.isObject()) return;
        objects.push_back(&root);
        if (!deep) return;
        for (const auto name : {"data"_L1, "result"_L1, "order"_L1}) {
            const auto count = objects.size();
            for (std::size_t i = 0; i < count; ++i)
                if (const auto& inner = (*objects[i])[name]; inner.isObject()) objects.push_back(&inner);
        }
    }
    const JsonValue& operator[](Names names) const
    {
        static const JsonValue missing;
        for (const auto* object : objects)
            for (const auto name : names)
                if (const auto& value = (*object)[name]; !value.isNothing()) return value;
        return missing;
    }
    bool flag(Names names) const
    {
        return std::any_of(objects.begin(), objects.end(), [names](const JsonValue* object) {
            return std::any_of(names.begin(), names.end(), [object](QLatin1StringView name) { return (*object)[name].boolean().value_or(false); });
        });
    }
};

// Text, or a whole number as its digits: an id may be either.
QString wordOf(const JsonValue& value)
{
    if (const auto text = value.text()) return *text;
    return value.integer() ? QString::fromLatin1(value.numberText()) : QString{};
}

// Whole euro cents, as a number or as the text of one. 12.5, "12,00" and 1e3 are no cents: nothing is guessed.
Result<domain::Money> centsOf(const JsonValue& value, QLatin1StringView what)
{
    std::optional<qint64> cents = value.integer();
    if (const auto text = value.text()) {
        const bool digits = !text->isEmpty() && std::all_of(text->begin(), text->end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
        bool good = false;
        const qint64 number = text->toLongLong(&good);
        if (digits && good) cents = number;
    }
    if (!cents || *cents < 0 || *cents > domain::kMaxCents) return Error{Fault::Invalid, u"portal.amount"_s, what};
    return domain::Money::cents(*cents);
}

// "2026-03-11T09:30:00Z", "2026-03-11" or a number since 1970; null when it is none of them.
Instant instantOf(const JsonValue& value)
{
    if (const auto number = value.integer()) return *number <= 0 ? Instant{} : *number < kSecondsEnd ? Instant{*number * 1000} : Instant{*number};
    const auto text = value.text().value_or(QString{});
    if (text.size() == 10) {
        const auto day = QDate::fromString(text, Qt::ISODate);
        return day.isValid() ? Instant{day.startOfDay(Qt::UTC).toMSecsSinceEpoch()} : Instant{};
    }
    const auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    return at.isValid() ? Instant{at.toMSecsSinceEpoch()} : Instant{};
}

// One text for one value, whatever blanks and order it was sent in.
void writePlain(const JsonValue& value, QByteArray& out)
{
    switch (value.kind()) {
    case JsonValue::Kind::Missing: case JsonValue::Kind::Null: out += 'n'; return;
    case JsonValue::Kind::Bool: out += value.boolean().value_or(false) ? 't' : 'f'; return;
    case JsonValue::Kind::Number: out += '#' + value.numberText() + ';'; return;
    case JsonValue::Kind::String: out += net::jsonText(value.text().value_or(QString{})); return;
    case JsonValue::Kind::Array:
        out += '[';
        for (const auto& item : value.items()) writePlain(item, out);
        out += ']';
        return;
    case JsonValue::Kind::Object: {
        std::vector<std::size_t> order(value.names().size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&value](std::size_t a, std::size_t b) { return value.names()[a] < value.names()[b]; });
        out += '{';
        for (const auto i : order) {
            out += net::jsonText(value.names()[i]);
            writePlain(value.items()[i], out);
        }
        out += '}';
        return;
    }
    }
}

QByteArray markOf(const JsonValue& value)
{
    QByteArray plain;
    writePlain(value, plain);
    return QCryptographicHash::hash(plain, QCryptographicHash::Sha256).toHex().left(kMarkDigits);
}

// A payment without an id of its own gets one made of what never changes about it; two equal ones are told apart by their order.
QString paymentIdOf(const JsonValue& value, const QString& orderId, const ReadPayment& payment, const std::vector<ReadPayment>& before)
{
    const Layers fields{value, false};
    const QString own = wordOf(fields[{"id"_L1, "_id"_L1, "paymentId"_L1, "paymentid"_L1, "uuid"_L1}]);
    if (!own.isEmpty() && own.size() <= kMaxId) return orderId + u':' + own;
    const auto content = net::jsonText(own) + net::jsonText(payment.method) + QByteArray::number(payment.amount.inCents()) + '@' + QByteArray::number(payment.at.ms);
    const QString made = orderId + u":~"_s + QString::fromLatin1(QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex().left(kMarkDigits));
    const auto same = std::count_if(before.begin(), before.end(), [&made](const ReadPayment& p) { return p.id == made || p.id.startsWith(made + u'-'); });
    return same == 0 ? made : made + u'-' + QString::number(same + 1);
}

ReadPayment::Step stepOf(const Layers& fields)
{
    const auto word = fields[{"status"_L1, "state"_L1}].text().value_or(QString{}).toLower();
    const bool money = fields.flag({"confirmed"_L1, "received"_L1}) || word == u"confirmed" || word == u"received";
    const bool wasMoney = money || !fields[{"confirmedAt"_L1, "receivedAt"_L1}].isNothing();
    const bool gone = fields.flag({"reset"_L1, "reversed"_L1, "deleted"_L1, "rejected"_L1, "cancelled"_L1, "canceled"_L1}) || word == u"reset"
                      || word == u"reversed" || word == u"deleted" || word == u"rejected" || word == u"cancelled" || word == u"canceled";
    if (gone) return wasMoney ? ReadPayment::Step::TakenBack : ReadPayment::Step::Dropped;
    return money ? ReadPayment::Step::Money : ReadPayment::Step::Noted;
}

// A deduction that is part of the order (a deposit taken before, a trade-in) stands in the same list as what the owner pays.
bool isDeduction(const Layers& fields)
{
    if (isDeductionLabel(fields[{"label"_L1, "name"_L1}].text().value_or(QString{}))) return true;
    const auto kind = fields[{"type"_L1, "kind"_L1, "category"_L1}].text().value_or(QString{}).toLower();
    return kind == u"deduction" || kind == u"discount" || kind == u"tradein" || kind == u"trade-in" || kind == u"financing" || kind == u"plan";
}

std::optional<Error> readPayments(const JsonValue& list, ReadOrder& order)
{
    if (!list.isArray()) return {};
    order.listsPayments = true;
    if (list.items().size() > static_cast<std::size_t>(limits::kMaxPortalMovements)) return Error{Fault::Invalid, u"portal.unreadable"_s, u"payments"_s};
    for (const auto& item : list.items()) {
        const Layers fields{item, false};
        if (!item.isObject()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"payments"_s};
        if (isDeduction(fields)) continue;
        ReadPayment payment;
        payment.step = stepOf(fields);
        const auto amount = centsOf(fields[{"amount"_L1, "price"_L1, "value"_L1}], "payments.amount"_L1);
        // Without money a wrong amount does no harm; with money the whole answer cannot be trusted.
        const bool counts = payment.step == ReadPayment::Step::Money || payment.step == ReadPayment::Step::TakenBack;
        if (counts && (!amount || !amount.value().isPositive())) return Error{Fault::Invalid, u"portal.amount"_s, u"payments.amount"_s};
        if (amount) payment.amount = amount.value();
        payment.method = wordOf(fields[{"method"_L1, "paymentmethod"_L1, "paymentMethod"_L1, "paymentoption"_L1, "type"_L1, "provider"_L1}]).simplified().left(kMaxMethod);
        payment.at = instantOf(fields[{"paidAt"_L1, "confirmedAt"_L1, "bookingDate"_L1, "date"_L1, "createdAt"_L1, "receivedAt"_L1}]);
        payment.id = paymentIdOf(item, order.id, payment, order.payments);
        const bool twice = std::any_of(order.payments.begin(), order.payments.end(), [&payment](const ReadPayment& p) { return p.id == payment.id; });
        if (twice) return Error{Fault::Invalid, u"portal.unreadable"_s, u"payments.id"_s};
        order.payments.push_back(payment);
    }
    return {};
}

// The order's own account. Check digits that do not fit: better none than a wrong one on a sheet.
void readAccount(const Layers& fields, ReadOrder& order)
{
    const auto& bank = fields[{"bankaccount"_L1, "bankAccount"_L1, "virtualAccount"_L1}];
    QString iban = fields[{"viban"_L1, "vIban"_L1, "virtualIban"_L1, "virtualiban"_L1}].text().value_or(QString{});
    if (iban.isEmpty()) iban = bank["iban"_L1].text().value_or(QString{});
    if (iban.isEmpty()) iban = fields[{"iban"_L1}].text().value_or(QString{});
    if (iban.isEmpty()) return;
    if (iban.size() > kMaxId || !domain::isIban(iban)) {
        order.notes << u"iban.check"_s;
        return;
    }
    order.account.iban = domain::compactIban(iban);
    QString bic = bank["bic"_L1].text().value_or(QString{});
    if (bic.isEmpty()) bic = fields[{"bic"_L1}].text().value_or(QString{});
    if (domain::isBic(bic.toUpper())) order.account.bic = bic.toUpper();
    for (const auto name : {"holder"_L1, "owner"_L1, "name"_L1})
        if (order.account.holder.isEmpty()) order.account.holder = bank[name].text().value_or(QString{}).simplified().left(kMaxHolder);
}

QString urlOf(const JsonValue& value)
{
    const JsonValue& inner = value.isObject() ? (value["url"_L1].isNothing() ? value["href"_L1] : value["url"_L1]) : value;
    const auto text = inner.text().value_or(QString{});
    return text.size() <= kMaxUrl ? text : QString{};
}

const JsonValue& listIn(const JsonValue& root, Names names)
{
    static const JsonValue missing;
    if (root.isArray()) return root;
    for (const auto name : names)
        if (root[name].isArray()) return root[name];
    for (const auto name : {"data"_L1, "result"_L1})
        if (root[name].isObject())
            for (const auto inner : names)
                if (root[name][inner].isArray()) return root[name][inner];
    return missing;
}

QString idOf(const Layers& fields) { return wordOf(fields[{"id"_L1, "_id"_L1, "orderId"_L1, "orderid"_L1}]); }

qint64 moneyIn(const ReadOrder& order)
{
    qint64 cents = 0;
    for (const auto& p : order.payments)
        if (p.step == ReadPayment::Step::Money) cents += p.amount.inCents();   // at most kMaxPortalMovements of kMaxCents: no overflow
    return cents;
}

// A promise to pay with cash is no money on its way: its owner is about to stand at the counter.
bool isCashPromise(const ReadPayment& p)
{
    const auto method = p.method.toLower();
    return p.step == ReadPayment::Step::Noted && (method == u"cash" || method == u"bar" || method == u"barzahlung");
}

bool isOnAccount(const ReadPayment& p)
{
    const auto method = p.method.toLower();
    return p.step == ReadPayment::Step::Noted && (method == u"account" || method == u"invoice" || method == u"rechnung");
}

bool isUnderWay(const ReadPayment& p) { return p.step == ReadPayment::Step::Noted && !isCashPromise(p) && !isOnAccount(p); }

domain::OwnerChoice choiceOf(const ReadOrder& order)
{
    for (auto p = order.payments.rbegin(); p != order.payments.rend(); ++p) {
        if (isCashPromise(*p)) return domain::OwnerChoice::Counter;
        if (isOnAccount(*p)) return domain::OwnerChoice::Account;
        if (p->step != ReadPayment::Step::Dropped) return domain::OwnerChoice::Online;
    }
    return domain::OwnerChoice::None;
}

} // namespace

domain::LinkState stateOfWord(const QString& word, const StateWords& more)
{
    const auto lower = word.toLower();
    if (const auto own = more.constFind(lower); own != more.constEnd()) return *own;
    const auto known = std::find_if(std::begin(kKnownWords), std::end(kKnownWords), [&lower](const KnownWord& k) { return k.word == lower; });
    return known == std::end(kKnownWords) ? domain::LinkState::Unknown : known->state;
}

Result<ReadOrder> readOrder(const JsonValue& answer)
{
    const Layers fields{answer};
    ReadOrder out;
    out.id = idOf(fields);
    if (!isLinkId(out.id)) return Error{Fault::Invalid, u"portal.unreadable"_s, u"id"_s};
    const auto& price = fields[{"price"_L1, "amount"_L1}];
    if (!price.isNothing()) {
        const auto cents = centsOf(price, "price"_L1);
        if (!cents) return cents.error();
        out.price = cents.value();
    }
    const auto& currency = fields[{"currency"_L1}];
    if (!currency.isNothing() && currency.text().value_or(QString{}).toUpper() != u"EUR") return Error{Fault::Invalid, u"portal.amount"_s, u"currency"_s};
    out.word = wordOf(fields[{"status"_L1, "state"_L1}]).simplified().left(limits::kMaxPortalText);
    out.unique = fields[{"unique"_L1}].text().value_or(QString{});
    out.closed = fields.flag({"closed"_L1, "hidden"_L1, "archived"_L1});
    out.opened = fields.flag({"opened"_L1, "viewed"_L1, "seen"_L1});
    out.url = urlOf(fields[{"url"_L1, "link"_L1, "paymentlink"_L1, "paymentLink"_L1, "paymentUrl"_L1}]);
    readAccount(fields, out);
    if (const auto failed = readPayments(fields[{"payments"_L1}], out)) return *failed;
    return out;
}

Result<ReadOrder> readOrder(QByteArrayView bytes)
{
    const auto json = net::parseJson(bytes);
    if (!json) return json.error();
    return readOrder(json.value());
}

// Money first: a word never makes an order paid or open against what its payments say.
domain::LinkState stateOf(const ReadOrder& order, const StateWords& more)
{
    const qint64 money = moneyIn(order);
    if (order.price && money > 0 && money >= order.price->inCents()) return domain::LinkState::Paid;
    if (std::any_of(order.payments.begin(), order.payments.end(), isUnderWay)) return domain::LinkState::InFlight;
    if (order.closed) return domain::LinkState::Cancelled;
    const auto state = stateOfWord(order.word, more);
    // "noted" of an order whose only payment is a promise for the counter: no money is on its way.
    const bool promised = std::any_of(order.payments.begin(), order.payments.end(), [](const ReadPayment& p) { return isCashPromise(p) || isOnAccount(p); });
    return state == domain::LinkState::InFlight && promised ? domain::LinkState::Open : state;
}

domain::PortalSnapshot snapshotOf(const ReadOrder& order, domain::PortalMode mode, Instant now, const StateWords& more)
{
    domain::PortalSnapshot out;
    out.linkId = order.id;
    out.mode = mode;
    out.state = stateOf(order, more);
    out.amount = order.price.value_or(domain::Money{});
    out.choice = choiceOf(order);
    out.opened = order.opened || !order.payments.empty();
    out.fetchedAt = now;
    if (stateOfWord(order.word, more) == domain::LinkState::Unknown) out.detail = order.word;
    using Kind = domain::PortalMovement::Kind;
    for (const auto& p : order.payments) {
        if (p.step != ReadPayment::Step::Money && p.step != ReadPayment::Step::TakenBack) continue;
        out.movements.push_back({Kind::Payment, p.id, p.id, p.method, p.amount, p.at});
        if (p.step == ReadPayment::Step::TakenBack) out.movements.push_back({Kind::Chargeback, p.id + u":reset"_s, p.id, p.method, p.amount, {}});
    }
    return out;
}

QString readPayLink(QByteArrayView bytes)
{
    const auto json = net::parseJson(bytes);
    if (!json) return {};
    if (json.value().text()) return urlOf(json.value());
    return urlOf(Layers{json.value()}[{"link"_L1, "url"_L1, "paymentlink"_L1, "paymentLink"_L1, "paymentUrl"_L1, "offline"_L1, "href"_L1}]);
}

Result<std::vector<ListedOrder>> readList(QByteArrayView bytes, const StateWords& more)
{
    const auto json = net::parseJson(bytes);
    if (!json) return json.error();
    const auto& list = listIn(json.value(), {"orders"_L1, "items"_L1, "data"_L1, "result"_L1, "list"_L1});
    if (!list.isArray()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"list"_s};
    std::vector<ListedOrder> out;
    for (const auto& item : list.items()) {
        const Layers fields{item};
        ListedOrder one;
        one.id = idOf(fields);
        if (!isLinkId(one.id)) continue;
        one.unique = fields[{"unique"_L1}].text().value_or(QString{});
        one.mark = markOf(item);
        // An entry that cannot be read as an order is still one that moved: its own read will say why.
        if (const auto order = readOrder(item)) {
            const auto state = stateOf(order.value(), more);
            one.ended = state == domain::LinkState::Paid || state == domain::LinkState::Cancelled || state == domain::LinkState::Expired;
            one.vouches = order.value().listsPayments && !order.value().word.isEmpty();
        }
        out.push_back(one);
    }
    return out;
}

ports::PortalChanges changesOf(const std::vector<ListedOrder>& list, const QString& cursor)
{
    const QString head = u"b1"_s;
    QHash<QString, QByteArray> before;
    const auto parts = cursor.size() <= limits::kMaxPortalCursor ? cursor.split(u';') : QStringList{};
    const bool known = !parts.isEmpty() && parts.front() == head;
    for (qsizetype i = 1; known && i < parts.size(); ++i)
        if (const auto at = parts[i].lastIndexOf(u'='); at > 0) before.insert(parts[i].left(at), parts[i].mid(at + 1).toLatin1());
    ports::PortalChanges out;
    out.cursor = head;
    for (const auto& one : list) {
        const auto mark = before.constFind(one.id);
        const bool moved = known ? mark == before.constEnd() || *mark != one.mark : !one.ended;
        if (moved) out.linkIds << one.id;
        else if (one.vouches) out.unchanged << one.id;
        const QString entry = u';' + one.id + u'=' + QString::fromLatin1(one.mark);
        if (out.cursor.size() + entry.size() <= limits::kMaxPortalCursor) out.cursor += entry;   // what has no room counts as moved next time
    }
    return out;
}

Result<std::vector<Webhook>> readWebhooks(QByteArrayView bytes)
{
    const auto json = net::parseJson(bytes);
    if (!json) return json.error();
    const auto& list = listIn(json.value(), {"webhooks"_L1, "items"_L1, "data"_L1, "result"_L1});
    if (!list.isArray()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"webhooks"_s};
    std::vector<Webhook> out;
    for (const auto& item : list.items())
        if (const auto id = wordOf(item["id"_L1].isNothing() ? item["_id"_L1] : item["id"_L1]); !id.isEmpty() && id.size() <= kMaxId) out.push_back({id, urlOf(item["url"_L1])});
    return out;
}

QString readName(QByteArrayView bytes)
{
    const auto json = net::parseJson(bytes);
    if (!json) return {};
    const JsonValue& root = json.value();
    const JsonValue& inner = root["organization"_L1].isObject() ? root["organization"_L1] : root["data"_L1].isObject() ? root["data"_L1] : root;
    return wordOf(inner["name"_L1]).simplified().left(kMaxHolder);
}

QString wordsOfFailure(QByteArrayView bytes)
{
    const auto json = net::parseJson(bytes);
    if (!json) return {};
    const auto& value = Layers{json.value()}[{"responsemessage"_L1, "message"_L1, "responsekey"_L1, "error"_L1}];
    const QString words = value.isObject() ? wordOf(value["message"_L1]) : wordOf(value);
    return words.simplified().left(limits::kMaxPortalText);
}

} // namespace tresen::adapters::bezahl
