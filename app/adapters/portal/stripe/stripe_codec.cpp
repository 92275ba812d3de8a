// What is sent to Stripe, and what its answers say, object by object.
#include "app/adapters/portal/stripe/stripe_codec.h"
#include "app/domain/owner_language.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::stripe {
namespace {

constexpr qsizetype kMaxId = 255, kMaxKey = 255, kMaxShort = 100, kMaxName = 250, kMaxMetadata = 500;
constexpr qint64 kMaxAmount = 999'999'99;   // eight digits, docs.stripe.com/currencies

Error invalidOrder(const QString& field)
{
    return Error{Fault::Refused, u"portal.order_invalid"_s, field};
}

bool isHeaderText(const QString& text)
{
    return !text.isEmpty() && text.size() <= kMaxKey && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

QString shortText(const QString& text)
{
    return text.left(limits::kMaxPortalText);
}

domain::PortalMode modeOf(net::JsonFields& fields)
{
    return fields.boolean("livemode"_L1) ? domain::PortalMode::Live : domain::PortalMode::Test;
}

QString idOf(net::JsonFields& fields, QLatin1StringView name)
{
    const QString id = fields.text(name);
    if (!isId(id)) fields.refuse(name);
    return id;
}

// An id, or the object it names when the answer carries that along; empty when there is none.
QString linkedId(net::JsonFields& fields, QLatin1StringView name)
{
    const auto& value = fields.value(name);
    if (value.isNothing()) return {};
    const QString id = (value.isObject() ? value["id"_L1] : value).text().value_or(QString{});
    if (!isId(id)) fields.refuse(name);
    return id;
}

// Currencies whose smallest unit is no hundredth: their whole numbers are no cents. docs.stripe.com/currencies
bool countsInCents(const QString& code)
{
    static const QStringList others{u"BIF"_s, u"CLP"_s, u"DJF"_s, u"GNF"_s, u"JPY"_s, u"KMF"_s, u"KRW"_s, u"MGA"_s, u"PYG"_s, u"RWF"_s, u"UGX"_s,
                                    u"VND"_s, u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s, u"BHD"_s, u"JOD"_s, u"KWD"_s, u"OMR"_s, u"TND"_s};
    return !others.contains(code);
}

std::optional<domain::Money> moneyOf(const net::JsonValue& cents, const net::JsonValue& currencyCode)
{
    const auto amount = cents.integer();
    const auto code = currencyCode.text();
    if (!amount || !code || *amount < 0 || *amount > domain::kMaxCents || code->toLower() != *code) return {};
    const auto currency = domain::Currency::fromCode(code->toUpper());
    if (!currency || !countsInCents(code->toUpper())) return {};
    return domain::Money::cents(*amount, currency.value());
}

domain::Money requiredMoney(net::JsonFields& fields, QLatin1StringView name)
{
    const auto money = moneyOf(fields.value(name), fields.value("currency"_L1));
    if (!money) fields.refuse(name);
    return money.value_or(domain::Money{});
}

qint64 secondsOf(net::JsonFields& fields)
{
    constexpr qint64 kLast = 253'402'300'799;   // the end of the year 9999
    const qint64 seconds = fields.integer("created"_L1);
    if (seconds <= 0 || seconds > kLast) fields.refuse("created"_L1);
    return seconds;
}

Instant instantOf(net::JsonFields& fields)
{
    const qint64 seconds = secondsOf(fields);
    return Instant{fields.good() ? seconds * 1000 : 0};
}

// Exactly one item, once: that is how we make links. Anything else is not ours and has no amount that could be compared.
std::optional<domain::Money> amountOf(const net::JsonValue& items)
{
    const auto& data = items["data"_L1].items();
    if (data.size() != 1 || items["has_more"_L1].boolean().value_or(true) || data[0]["quantity"_L1].integer() != 1) return {};
    return moneyOf(data[0]["amount_total"_L1], data[0]["currency"_L1]);
}

Result<StripeLink> linkOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    StripeLink out;
    out.id = idOf(fields, "id"_L1);
    out.url = fields.text("url"_L1);
    out.active = fields.boolean("active"_L1);
    out.mode = modeOf(fields);
    out.reference = json["metadata"_L1]["reference"_L1].text().value_or(QString{}).left(kMaxMetadata);
    out.amount = amountOf(json["line_items"_L1]);
    const auto& sessions = json["restrictions"_L1]["completed_sessions"_L1];
    const auto count = sessions["count"_L1].integer(), limit = sessions["limit"_L1].integer();
    out.usedUp = count && limit && *limit > 0 && *count >= *limit;
    if (!fields.good()) return fields.error();
    return out;
}

QString methodOf(const net::JsonValue& intent)
{
    const auto& details = intent["latest_charge"_L1]["payment_method_details"_L1];
    if (const auto wallet = details["card"_L1]["wallet"_L1]["type"_L1].text()) return shortText(*wallet);
    if (const auto type = details["type"_L1].text()) return shortText(*type);
    const auto& offered = intent["payment_method_types"_L1].items();
    return offered.size() == 1 ? shortText(offered[0].text().value_or(QString{})) : QString{};
}

Result<StripeIntent> intentOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    StripeIntent out;
    out.id = idOf(fields, "id"_L1);
    out.status = shortText(fields.text("status"_L1));
    out.mode = modeOf(fields);
    // Absent in old answers: then what was asked for is what a payment that succeeded has brought.
    const auto name = json["amount_received"_L1].isNothing() ? "amount"_L1 : "amount_received"_L1;
    out.received = requiredMoney(fields, name);
    if (name == "amount"_L1 && out.status != u"succeeded") out.received = domain::Money::cents(0, out.received.currency());
    out.method = methodOf(json);
    out.at = instantOf(fields);
    if (!fields.good()) return fields.error();
    return out;
}

Result<StripeSession> sessionOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    StripeSession out;
    out.id = idOf(fields, "id"_L1);
    out.linkId = linkedId(fields, "payment_link"_L1);
    out.intentId = linkedId(fields, "payment_intent"_L1);
    out.status = shortText(fields.text("status"_L1));
    out.paymentStatus = shortText(fields.text("payment_status"_L1));
    out.mode = modeOf(fields);
    if (!fields.good()) return fields.error();
    if (const auto& intent = json["payment_intent"_L1]; intent.isObject()) {
        auto read = intentOf(intent);
        if (!read) return read.error();
        out.intent = std::move(read).value();
    }
    return out;
}

Result<StripeRefund> refundOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    StripeRefund out;
    out.id = idOf(fields, "id"_L1);
    out.intentId = linkedId(fields, "payment_intent"_L1);
    out.status = shortText(fields.optionalText("status"_L1));
    out.amount = requiredMoney(fields, "amount"_L1);
    out.at = instantOf(fields);
    if (!fields.good()) return fields.error();
    return out;
}

Result<StripeDispute> disputeOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    StripeDispute out;
    out.id = idOf(fields, "id"_L1);
    out.intentId = linkedId(fields, "payment_intent"_L1);
    out.status = shortText(fields.text("status"_L1));
    out.amount = requiredMoney(fields, "amount"_L1);
    out.mode = modeOf(fields);
    out.at = instantOf(fields);
    for (const auto& moved : fields.array("balance_transactions"_L1).items()) {
        const auto amount = moved["amount"_L1].integer();
        if (!amount) fields.refuse("balance_transactions"_L1);
        out.withdrawn = out.withdrawn || amount.value_or(0) < 0;
        out.reinstated = out.reinstated || amount.value_or(0) > 0;
    }
    if (!fields.good()) return fields.error();
    return out;
}

Result<StripeEvent> eventOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    StripeEvent out;
    out.id = idOf(fields, "id"_L1);
    out.type = shortText(fields.text("type"_L1));
    out.created = secondsOf(fields);
    out.mode = modeOf(fields);
    const auto& object = json["data"_L1]["object"_L1];
    net::JsonFields about{object};
    const auto kind = object["object"_L1].text().value_or(QString{});
    if (kind == u"payment_link") out.linkId = idOf(about, "id"_L1);
    else if (kind == u"payment_intent") out.intentId = idOf(about, "id"_L1);
    else {
        out.linkId = linkedId(about, "payment_link"_L1);
        out.intentId = linkedId(about, "payment_intent"_L1);
    }
    if (!fields.good()) return fields.error();
    if (!about.good()) return about.error();
    return out;
}

template <class T> Result<T> oneOf(QByteArrayView body, Result<T> (*element)(const net::JsonValue&))
{
    const auto json = net::parseJson(body);
    return json ? element(json.value()) : Result<T>{json.error()};
}

template <class T> Result<StripePage<T>> pageOf(QByteArrayView body, Result<T> (*element)(const net::JsonValue&))
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    net::JsonFields list{json.value()};
    StripePage<T> out;
    out.more = list.boolean("has_more"_L1);
    for (const auto& item : list.array("data"_L1).items()) {
        auto one = element(item);
        if (!one) return one.error();
        out.items.push_back(std::move(one).value());
    }
    if (!list.good()) return list.error();
    if (out.more && out.items.empty()) list.refuse("data"_L1);   // a page without end that never moves on
    return list.good() ? Result<StripePage<T>>{std::move(out)} : Result<StripePage<T>>{list.error()};
}

} // namespace

StripeForm& StripeForm::add(const QByteArray& name, const QString& value)
{
    if (!m_bytes.isEmpty()) m_bytes += '&';
    m_bytes += name.toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding();
    return *this;
}

domain::PortalMovement::Stage StripeRefund::stage() const
{
    using Stage = domain::PortalMovement::Stage;
    if (status == u"succeeded") return Stage::Final;
    if (status == u"failed" || status == u"canceled") return Stage::Failed;
    return Stage::Pending;   // pending, requires_action, and whatever comes next
}

std::optional<domain::PortalMode> modeOfKey(const QString& apiKey)
{
    if (!apiKey.startsWith(u"sk_") && !apiKey.startsWith(u"rk_")) return {};
    if (apiKey.mid(3).startsWith(u"test_")) return domain::PortalMode::Test;
    if (apiKey.mid(3).startsWith(u"live_")) return domain::PortalMode::Live;
    return {};
}

bool isId(const QString& id)
{
    return !id.isEmpty() && id.size() <= kMaxId && std::all_of(id.begin(), id.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-';
    });
}

Result<Ok> checkOrder(const ports::LinkOrder& order)
{
    if (!isHeaderText(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > kMaxAmount) return invalidOrder(u"amount"_s);
    if (!order.amount.currency().isEuro()) return invalidOrder(u"currency"_s);
    if (order.reference.isEmpty() || order.reference.size() > kMaxMetadata) return invalidOrder(u"reference"_s);
    if (order.invoiceNumber.size() > kMaxShort || order.plate.size() > kMaxShort || order.vehicle.size() > kMaxName) return invalidOrder(u"text"_s);
    return Ok{};
}

Result<Ok> checkRefund(const ports::RefundOrder& order)
{
    if (!isHeaderText(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (!isId(order.paymentId)) return invalidOrder(u"payment"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > kMaxAmount || order.amount.currency() != order.paid.currency()
        || order.amount.inCents() > order.paid.inCents())
        return invalidOrder(u"amount"_s);
    return Ok{};
}

QByteArray createBody(const ports::LinkOrder& order)
{
    const auto& language = domain::ownerLanguageOr(order.language);
    QString name = language.invoice;
    if (!order.invoiceNumber.isEmpty()) name += u' ' + order.invoiceNumber;
    if (!order.plate.isEmpty()) name += u" \u00b7 "_s + order.plate;
    StripeForm form;
    form.add("line_items[0][quantity]", u"1"_s)
        .add("line_items[0][price_data][currency]", order.amount.currency().code().toLower())
        .add("line_items[0][price_data][unit_amount]", QString::number(order.amount.inCents()))
        .add("line_items[0][price_data][product_data][name]", name.left(kMaxName));
    if (!order.vehicle.isEmpty()) form.add("line_items[0][price_data][product_data][description]", order.vehicle);
    // Without this limit a link can be paid any number of times.
    form.add("restrictions[completed_sessions][limit]", u"1"_s)
        .add("inactive_message", language.linkClosed)
        .add("metadata[reference]", order.reference)
        .add("expand[]", u"line_items"_s);
    return form.bytes();
}

QByteArray closeBody()
{
    return StripeForm{}.add("active", u"false"_s).bytes();
}

QByteArray refundBody(const ports::RefundOrder& order)
{
    StripeForm form;
    form.add("payment_intent", order.paymentId).add("amount", QString::number(order.amount.inCents()))
        .add("reason", u"requested_by_customer"_s);
    if (!order.description.isEmpty()) form.add("metadata[description]", order.description.left(kMaxMetadata));
    return form.bytes();
}

const QStringList& eventTypes()
{
    static const QStringList types{u"checkout.session.completed"_s, u"checkout.session.expired"_s, u"checkout.session.async_payment_succeeded"_s,
                                   u"checkout.session.async_payment_failed"_s, u"charge.refunded"_s, u"charge.refund.updated"_s, u"refund.created"_s,
                                   u"refund.updated"_s, u"refund.failed"_s, u"charge.dispute.created"_s, u"charge.dispute.updated"_s,
                                   u"charge.dispute.closed"_s, u"charge.dispute.funds_withdrawn"_s, u"charge.dispute.funds_reinstated"_s,
                                   u"payment_intent.succeeded"_s, u"payment_intent.payment_failed"_s, u"payment_intent.canceled"_s,
                                   u"payment_intent.processing"_s, u"payment_intent.requires_action"_s, u"payment_link.updated"_s};
    return types;
}

Result<StripeLink> readLink(QByteArrayView body) { return oneOf(body, linkOf); }
Result<StripePage<StripeLink>> readLinks(QByteArrayView body) { return pageOf(body, linkOf); }
Result<StripeSession> readSession(QByteArrayView body) { return oneOf(body, sessionOf); }
Result<StripePage<StripeSession>> readSessions(QByteArrayView body) { return pageOf(body, sessionOf); }
Result<StripeIntent> readIntent(QByteArrayView body) { return oneOf(body, intentOf); }
Result<StripeRefund> readRefund(QByteArrayView body) { return oneOf(body, refundOf); }
Result<StripePage<StripeRefund>> readRefunds(QByteArrayView body) { return pageOf(body, refundOf); }
Result<StripePage<StripeDispute>> readDisputes(QByteArrayView body) { return pageOf(body, disputeOf); }
Result<StripeEvent> readEvent(QByteArrayView body) { return oneOf(body, eventOf); }
Result<StripePage<StripeEvent>> readEvents(QByteArrayView body) { return pageOf(body, eventOf); }

StripeWords wordsOf(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return {};
    const auto& error = json.value()["error"_L1];
    const auto text = [&error](QLatin1StringView name) { return shortText(error[name].text().value_or(QString{})).simplified(); };
    return {text("type"_L1), text("code"_L1), text("message"_L1)};
}

} // namespace tresen::adapters::stripe
