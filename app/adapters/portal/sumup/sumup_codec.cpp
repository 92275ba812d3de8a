#include "app/adapters/portal/sumup/sumup_codec.h"
#include "app/domain/owner_language.h"
#include <QCryptographicHash>
#include <QDateTime>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::sumup {
namespace {

using domain::PortalMovement;

constexpr qsizetype kMaxId = 64, kMaxDescription = 255, kMaxKey = 100, kTagLength = 8, kMaxShort = 100;
constexpr qsizetype kMarkLength = 10;

Error invalidOrder(const QString& field)
{
    return Error{Fault::Refused, u"portal.order_invalid"_s, field};
}

bool isPlainText(const QString& text, qsizetype most)
{
    return !text.isEmpty() && text.size() <= most && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

bool isTagCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

QString shortHash(const QString& text, qsizetype length)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(length));
}

// The request's id is a UUID: its first eight digits. Any other reference is folded into as many.
QString tagFor(const QString& reference)
{
    const QString digits = reference.toLower().remove(u'-');
    const bool hex = digits.size() >= kTagLength && std::all_of(digits.begin(), digits.begin() + kTagLength, isTagCharacter);
    return hex ? digits.left(kTagLength) : shortHash(reference, kTagLength);
}

QString shortText(const QString& text)
{
    return text.left(limits::kMaxPortalText);
}

// A time without an offset would be read as the desk's own.
Instant optionalInstant(net::JsonFields& fields, QLatin1StringView name)
{
    const QString text = fields.optionalText(name);
    if (text.isEmpty()) return {};
    const auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime || at.toMSecsSinceEpoch() <= 0) fields.refuse(name);
    return Instant{at.isValid() ? at.toMSecsSinceEpoch() : 0};
}

domain::Money moneyOf(net::JsonFields& fields, QLatin1StringView name, domain::Currency currency)
{
    const auto money = domain::parseMoney(QString::fromLatin1(fields.value(name).plainNumber()), currency);
    if (!money) fields.refuse(name);
    return money.valueOr(domain::Money{});
}

domain::Money moneyOf(net::JsonFields& fields)
{
    const auto currency = domain::Currency::fromCode(fields.text("currency"_L1));
    if (!currency) fields.refuse("currency"_L1);
    return moneyOf(fields, "amount"_L1, currency.valueOr(domain::Currency{}));
}

QString idOf(net::JsonFields& fields, QLatin1StringView name)
{
    const QString id = fields.text(name);
    if (!isId(id)) fields.refuse(name);
    return id;
}

// What the desk calls the common ones; any other word as SumUp has it, in lower case.
QString methodOf(net::JsonFields& fields)
{
    const QString entry = fields.optionalText("entry_mode"_L1).toLower(), type = fields.optionalText("payment_type"_L1).toLower();
    if (entry == u"apple_pay") return u"applepay"_s;
    if (entry == u"google_pay") return u"googlepay"_s;
    if (entry == u"customer_entry" || entry == u"manual_entry") return u"card"_s;
    if (entry.isEmpty() || entry == u"none" || entry == u"n/a") return type == u"ecom" ? u"card"_s : shortText(type);
    return shortText(entry);
}

std::optional<PortalMovement::Kind> kindOf(const QString& type)
{
    if (type == u"REFUND") return PortalMovement::Kind::Refund;
    if (type == u"CHARGE_BACK") return PortalMovement::Kind::Chargeback;
    return {};
}

// Any word that is not known to be an end is Pending.
PortalMovement::Stage stageOf(const QString& status)
{
    if (status == u"REFUNDED" || status == u"SUCCESSFUL" || status == u"RECONCILED" || status == u"PAID_OUT") return PortalMovement::Stage::Final;
    return status == u"FAILED" ? PortalMovement::Stage::Failed : PortalMovement::Stage::Pending;
}

// The list is called "transaction_events" or, in short form, "events". Both may stand there and then say the same.
Result<std::vector<SumUpEvent>> eventsOf(const net::JsonValue& transaction, domain::Currency currency)
{
    const bool full = transaction["transaction_events"_L1].isArray();
    const auto& list = full ? transaction["transaction_events"_L1] : transaction["events"_L1];
    std::vector<SumUpEvent> out;
    if (!list.isArray() && !list.isNothing()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"events"_s};
    for (const auto& item : list.items()) {
        net::JsonFields fields{item};
        const auto kind = kindOf(fields.optionalText(full ? "event_type"_L1 : "type"_L1));
        if (fields.good() && !kind) continue;
        SumUpEvent event;
        event.kind = kind.value_or(PortalMovement::Kind::Refund);
        event.id = QString::number(fields.integer("id"_L1));
        event.stage = stageOf(fields.text("status"_L1));
        event.amount = moneyOf(fields, "amount"_L1, currency);
        if (!event.amount.isPositive()) fields.refuse("amount"_L1);
        event.at = optionalInstant(fields, "timestamp"_L1);
        if (!fields.good()) return fields.error();
        out.push_back(std::move(event));
    }
    return out;
}

Result<SumUpTransaction> transactionOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    SumUpTransaction out;
    out.id = idOf(fields, "id"_L1);
    out.status = shortText(fields.text("status"_L1));
    out.method = methodOf(fields);
    out.foreignId = fields.optionalText("foreign_transaction_id"_L1).left(kMaxKey);
    out.amount = moneyOf(fields);
    out.at = optionalInstant(fields, "timestamp"_L1);
    if (!fields.good()) return fields.error();
    auto events = eventsOf(json, out.amount.currency());
    if (!events) return events.error();
    out.events = std::move(events).value();
    return out;
}

Result<SumUpCheckout> checkoutOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    SumUpCheckout out;
    out.id = idOf(fields, "id"_L1);
    out.reference = fields.text("checkout_reference"_L1).left(kMaxKey);
    out.merchantCode = fields.text("merchant_code"_L1).left(kMaxKey);
    out.status = shortText(fields.text("status"_L1));
    out.url = fields.optionalText("hosted_checkout_url"_L1);
    out.description = fields.optionalText("description"_L1).left(kMaxDescription);
    out.transactionId = fields.optionalText("transaction_id"_L1);
    if (!out.transactionId.isEmpty() && !isId(out.transactionId)) fields.refuse("transaction_id"_L1);
    out.amount = moneyOf(fields);
    out.validUntil = optionalInstant(fields, "valid_until"_L1);
    const auto& list = json["transactions"_L1];
    if (!list.isArray() && !list.isNothing()) fields.refuse("transactions"_L1);
    if (list.items().size() > limits::kMaxPortalMovements) fields.refuse("transactions"_L1);
    if (!fields.good()) return fields.error();
    for (const auto& item : list.items()) {
        auto one = transactionOf(item);
        if (!one) return one.error();
        out.transactions.push_back(std::move(one).value());
    }
    return out;
}

} // namespace

Result<Ok> checkOrder(const ports::LinkOrder& order)
{
    if (!isPlainText(order.idempotencyKey, kMaxKey)) return invalidOrder(u"key"_s);
    if (!isPlainText(order.reference, kMaxKey)) return invalidOrder(u"reference"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalidOrder(u"amount"_s);
    if (!order.amount.currency().isEuro()) return invalidOrder(u"currency"_s);
    return Ok{};
}

Result<Ok> checkRefund(const ports::RefundOrder& order)
{
    if (!isPlainText(order.idempotencyKey, kMaxKey)) return invalidOrder(u"key"_s);
    if (!isId(order.paymentId)) return invalidOrder(u"payment"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalidOrder(u"amount"_s);
    return Ok{};
}

bool isId(const QString& id)
{
    const auto fits = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-'; };
    return !id.isEmpty() && id.size() <= kMaxId && std::all_of(id.begin(), id.end(), fits);
}

QString descriptionOf(const ports::LinkOrder& order)
{
    const QString& word = domain::ownerLanguageOr(order.language).invoice;
    QString text = order.invoiceNumber.isEmpty() ? word : u"%1 %2"_s.arg(word, order.invoiceNumber.left(kMaxShort));
    if (!order.plate.isEmpty()) text += u" · "_s + order.plate.left(kMaxShort);
    for (QChar& c : text)
        if (c.category() == QChar::Other_Control || c == u'[' || c == u']') c = u' ';
    return u"%1 [%2]"_s.arg(text.simplified(), tagFor(order.reference));
}

QString tagOf(const QString& description)
{
    const qsizetype open = description.size() - kTagLength - 2;
    if (open < 0 || !description.endsWith(u']') || description.at(open) != u'[') return {};
    const QString tag = description.mid(open + 1, kTagLength);
    return std::all_of(tag.begin(), tag.end(), isTagCharacter) ? tag : QString{};
}

QByteArray createBody(const ports::LinkOrder& order, const QString& merchantCode)
{
    QByteArray out = "{\"checkout_reference\":" + net::jsonText(order.reference);
    out += ",\"amount\":" + domain::plainAmount(order.amount).toLatin1();
    out += ",\"currency\":" + net::jsonText(order.amount.currency().code());
    out += ",\"merchant_code\":" + net::jsonText(merchantCode);
    out += ",\"description\":" + net::jsonText(descriptionOf(order));
    if (!order.expiresAt.isNull()) out += ",\"valid_until\":" + net::jsonText(order.expiresAt.utc().toString(u"yyyy-MM-ddTHH:mm:ss+00:00"_s));
    return out + ",\"hosted_checkout\":{\"enabled\":true}}";
}

QByteArray refundBody(const ports::RefundOrder& order)
{
    return "{\"amount\":" + domain::plainAmount(order.amount).toLatin1() + '}';
}

Result<SumUpCheckout> readCheckout(QByteArrayView body)
{
    return net::parseJson(body).andThen([](const net::JsonValue& json) { return checkoutOf(json); });
}

Result<std::vector<SumUpCheckout>> readCheckouts(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    if (!json.value().isArray()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"list"_s};
    std::vector<SumUpCheckout> out;
    for (const auto& item : json.value().items()) {
        auto one = checkoutOf(item);
        if (!one) return one.error();
        out.push_back(std::move(one).value());
    }
    return out;
}

Result<SumUpTransaction> readTransaction(QByteArrayView body)
{
    return net::parseJson(body).andThen([](const net::JsonValue& json) { return transactionOf(json); });
}

Result<SumUpMerchant> readMerchant(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    net::JsonFields fields{json.value()};
    SumUpMerchant out;
    out.code = fields.text("merchant_code"_L1).left(kMaxKey);
    out.sandbox = fields.optionalBoolean("sandbox"_L1);
    const auto name = json.value()["business_profile"_L1]["name"_L1].text();
    out.name = shortText(name && !name->isEmpty() ? *name : json.value()["company"_L1]["name"_L1].text().value_or(QString{}));
    if (!fields.good()) return fields.error();
    return out;
}

Result<SumUpHistoryPage> readHistory(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    net::JsonFields page{json.value()};
    SumUpHistoryPage out;
    for (const auto& item : page.array("items"_L1).items()) {
        net::JsonFields fields{item};
        SumUpChange change;
        change.transactionId = fields.optionalText("transaction_id"_L1);
        if (change.transactionId.isEmpty()) change.transactionId = fields.optionalText("id"_L1);
        if (!isId(change.transactionId)) fields.refuse("transaction_id"_L1);
        change.paymentType = shortText(fields.optionalText("payment_type"_L1));
        change.summary = fields.optionalText("product_summary"_L1).left(kMaxDescription);
        const QStringList seen{change.transactionId, fields.optionalText("type"_L1), fields.optionalText("status"_L1),
                               QString::fromLatin1(item["amount"_L1].numberText()), QString::fromLatin1(item["refunded_amount"_L1].numberText())};
        if (!fields.good()) return fields.error();
        change.mark = shortHash(seen.join(u'|'), kMarkLength);
        out.changes.push_back(std::move(change));
    }
    if (!page.good()) return page.error();
    // Only the reference is taken out of the next page's address: where to ask is our own knowledge, not the answer's.
    for (const auto& link : json.value()["links"_L1].items()) {
        if (link["rel"_L1].text() != u"next"_s) continue;
        const QString ref = QUrlQuery{link["href"_L1].text().value_or(QString{}).section(u'?', -1)}.queryItemValue(u"oldest_ref"_s);
        if (isId(ref)) out.next = ref;
    }
    return out;
}

QString wordsOf(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return {};
    // The gateway words its refusals differently from the service behind it; the service sometimes answers a list of faults.
    const auto& fault = json.value().isArray() && !json.value().items().empty() ? json.value().items().front() : json.value();
    QStringList parts;
    for (const auto name : {"error_code"_L1, "title"_L1, "message"_L1, "error_message"_L1, "detail"_L1, "param"_L1})
        if (const auto text = fault[name].text(); text && !text->isEmpty()) parts << *text;
    return shortText(parts.join(u": "_s).simplified());
}

} // namespace tresen::adapters::sumup
