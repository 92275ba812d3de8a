#include "app/adapters/portal/mollie/mollie_codec.h"
#include "app/domain/owner_language.h"
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QUrl>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::mollie {
namespace {

constexpr qsizetype kMaxId = 64, kMaxDescription = 255, kMaxKey = 100, kTagLength = 8, kMaxShort = 100;

Error invalidOrder(const QString& field)
{
    return Error{Fault::Refused, u"portal.order_invalid"_s, field};
}

bool isHeaderText(const QString& text)
{
    return !text.isEmpty() && text.size() <= kMaxKey && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

bool isTagCharacter(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
}

// The request's id is a UUID: its first eight digits. Any other reference is folded into as many.
QString tagFor(const QString& reference)
{
    QString digits = reference.toLower().remove(u'-');
    if (digits.size() < kTagLength || !std::all_of(digits.begin(), digits.begin() + kTagLength, isTagCharacter))
        digits = QString::fromLatin1(QCryptographicHash::hash(reference.toUtf8(), QCryptographicHash::Sha256).toHex());
    return digits.left(kTagLength);
}

QJsonObject amountJson(domain::Money amount)
{
    return {{u"currency"_s, amount.currency().code()}, {u"value"_s, domain::plainAmount(amount)}};
}

QByteArray compactJson(const QJsonObject& object)
{
    return QJsonDocument{object}.toJson(QJsonDocument::Compact);
}

// A time without an offset would be read as the desk's own.
Instant instantOf(net::JsonFields& fields, QLatin1StringView name, bool required)
{
    const QString text = required ? fields.text(name) : fields.optionalText(name);
    if (text.isEmpty()) return {};
    const auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime || at.toMSecsSinceEpoch() <= 0) fields.refuse(name);
    return Instant{at.isValid() ? at.toMSecsSinceEpoch() : 0};
}

QString idOf(net::JsonFields& fields, QLatin1StringView name, QLatin1StringView prefix)
{
    const QString id = fields.text(name);
    if (!isId(id) || !id.startsWith(prefix)) fields.refuse(name);
    return id;
}

// {"currency":"EUR","value":"199.90"}, exactly two decimals; nothing when it is anything else.
std::optional<domain::Money> moneyOf(const net::JsonValue& json)
{
    const auto code = json["currency"_L1].text(), value = json["value"_L1].text();
    if (!code || !value || value->size() < 4 || value->at(value->size() - 3) != u'.' || !value->at(0).isDigit()) return {};
    const auto currency = domain::Currency::fromCode(*code);
    if (!currency) return {};
    const auto money = domain::parseMoney(*value, currency.value());
    return money ? std::optional{money.value()} : std::nullopt;
}

domain::Money requiredMoney(net::JsonFields& fields, QLatin1StringView name)
{
    const auto money = moneyOf(fields.value(name));
    if (!money) fields.refuse(name);
    return money.value_or(domain::Money{});
}

domain::PortalMode modeOf(net::JsonFields& fields)
{
    const QString mode = fields.text("mode"_L1);
    if (mode != u"live" && mode != u"test") fields.refuse("mode"_L1);
    return mode == u"live" ? domain::PortalMode::Live : domain::PortalMode::Test;
}

QString shortText(const QString& text)
{
    return text.left(limits::kMaxPortalText);
}

Result<MollieLink> linkOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    MollieLink out;
    out.id = idOf(fields, "id"_L1, "pl_"_L1);
    out.mode = modeOf(fields);
    out.description = fields.optionalText("description"_L1).left(kMaxDescription);
    out.amount = moneyOf(json["amount"_L1]);
    out.archived = fields.boolean("archived"_L1);
    out.paidAt = instantOf(fields, "paidAt"_L1, false);
    out.expiresAt = instantOf(fields, "expiresAt"_L1, false);
    out.url = fields.object("_links"_L1)["paymentLink"_L1]["href"_L1].text().value_or(QString{});
    if (out.url.isEmpty()) fields.refuse("_links"_L1);
    if (!fields.good()) return fields.error();
    return out;
}

Result<MolliePayment> paymentOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    MolliePayment out;
    out.id = idOf(fields, "id"_L1, "tr_"_L1);
    out.mode = modeOf(fields);
    out.status = shortText(fields.text("status"_L1));
    out.method = shortText(fields.optionalText("method"_L1));
    out.description = fields.optionalText("description"_L1).left(kMaxDescription);
    out.amount = requiredMoney(fields, "amount"_L1);
    out.createdAt = instantOf(fields, "createdAt"_L1, true);
    out.paidAt = instantOf(fields, "paidAt"_L1, false);
    if (!fields.good()) return fields.error();
    return out;
}

Result<MollieRefund> refundOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    MollieRefund out;
    out.id = idOf(fields, "id"_L1, "re_"_L1);
    out.paymentId = idOf(fields, "paymentId"_L1, "tr_"_L1);
    out.mode = modeOf(fields);
    out.status = shortText(fields.text("status"_L1));
    out.amount = requiredMoney(fields, "amount"_L1);
    out.createdAt = instantOf(fields, "createdAt"_L1, true);
    out.key = json["metadata"_L1]["key"_L1].text().value_or(QString{}).left(kMaxKey);
    if (!fields.good()) return fields.error();
    return out;
}

Result<MollieChargeback> chargebackOf(const net::JsonValue& json)
{
    net::JsonFields fields{json};
    MollieChargeback out;
    out.id = idOf(fields, "id"_L1, "chb_"_L1);
    out.paymentId = idOf(fields, "paymentId"_L1, "tr_"_L1);
    out.amount = requiredMoney(fields, "amount"_L1);
    out.createdAt = instantOf(fields, "createdAt"_L1, true);
    out.reversedAt = instantOf(fields, "reversedAt"_L1, false);
    if (!fields.good()) return fields.error();
    return out;
}

// Only the id is taken out of the address of the next page: where to ask is our own knowledge, not the answer's.
QString nextOf(const net::JsonValue& links)
{
    const auto href = links["next"_L1]["href"_L1].text();
    const QString from = href ? QUrlQuery{QUrl{*href, QUrl::StrictMode}}.queryItemValue(u"from"_s) : QString{};
    return isId(from) ? from : QString{};
}

template <class T> Result<MolliePage<T>> pageOf(QByteArrayView body, QLatin1StringView name, Result<T> (*element)(const net::JsonValue&))
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    net::JsonFields embedded{json.value()["_embedded"_L1]};
    MolliePage<T> out;
    for (const auto& item : embedded.array(name).items()) {
        auto one = element(item);
        if (!one) return one.error();
        out.items.push_back(std::move(one).value());
    }
    if (!embedded.good()) return embedded.error();
    out.next = nextOf(json.value()["_links"_L1]);
    return out;
}

template <class T> Result<T> oneOf(QByteArrayView body, Result<T> (*element)(const net::JsonValue&))
{
    const auto json = net::parseJson(body);
    return json ? element(json.value()) : Result<T>{json.error()};
}

} // namespace

domain::PortalMovement::Stage MollieRefund::stage() const
{
    using Stage = domain::PortalMovement::Stage;
    if (status == u"refunded") return Stage::Final;
    if (status == u"failed" || status == u"canceled") return Stage::Failed;
    return Stage::Pending;   // queued, pending, processing, and whatever comes next
}

Result<Ok> checkOrder(const ports::LinkOrder& order)
{
    if (!isHeaderText(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (order.reference.isEmpty() || order.reference.size() > kMaxShort) return invalidOrder(u"reference"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalidOrder(u"amount"_s);
    if (!order.amount.currency().isEuro()) return invalidOrder(u"currency"_s);
    return Ok{};
}

Result<Ok> checkRefund(const ports::RefundOrder& order)
{
    if (!isHeaderText(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (!isId(order.paymentId)) return invalidOrder(u"payment"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalidOrder(u"amount"_s);
    return Ok{};
}

std::optional<domain::PortalMode> modeOfKey(const QString& apiKey)
{
    if (!isHeaderText(apiKey)) return {};
    if (apiKey.startsWith(u"live_")) return domain::PortalMode::Live;
    if (apiKey.startsWith(u"test_")) return domain::PortalMode::Test;
    return {};
}

bool isLinkId(const QString& id)
{
    return isId(id) && id.startsWith(u"pl_");
}

bool isId(const QString& id)
{
    const auto fits = [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_' || c == u'-'; };
    return !id.isEmpty() && id.size() <= kMaxId && std::all_of(id.begin(), id.end(), fits);
}

QString descriptionOf(const ports::LinkOrder& order)
{
    QStringList parts;
    const auto& word = domain::ownerLanguageOr(order.language).invoice;
    if (!order.invoiceNumber.isEmpty()) parts << word + u' ' + order.invoiceNumber.left(kMaxShort);
    if (!order.plate.isEmpty()) parts << order.plate.left(kMaxShort);
    QString text = parts.isEmpty() ? word : parts.join(u" · "_s);
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

QByteArray createBody(const ports::LinkOrder& order)
{
    QJsonObject body{{u"description"_s, descriptionOf(order)}, {u"amount"_s, amountJson(order.amount)}, {u"reusable"_s, false}};
    if (!order.expiresAt.isNull()) body.insert(u"expiresAt"_s, order.expiresAt.utc().toString(u"yyyy-MM-ddTHH:mm:ss+00:00"_s));
    return compactJson(body);
}

QByteArray testLinkBody()
{
    return compactJson({{u"description"_s, u"Tresen test"_s}, {u"amount"_s, amountJson(domain::Money::cents(100))}, {u"reusable"_s, false}});
}

QByteArray archiveBody()
{
    return compactJson({{u"archived"_s, true}});
}

QByteArray refundBody(const ports::RefundOrder& order)
{
    return compactJson({{u"description"_s, order.description.left(kMaxDescription)}, {u"amount"_s, amountJson(order.amount)},
                        {u"metadata"_s, QJsonObject{{u"key"_s, order.idempotencyKey}}}});
}

Result<MollieLink> readLink(QByteArrayView body) { return oneOf(body, linkOf); }
Result<MolliePage<MollieLink>> readLinks(QByteArrayView body) { return pageOf(body, "payment_links"_L1, linkOf); }
Result<MolliePayment> readPayment(QByteArrayView body) { return oneOf(body, paymentOf); }
Result<MolliePage<MolliePayment>> readPayments(QByteArrayView body) { return pageOf(body, "payments"_L1, paymentOf); }
Result<MollieRefund> readRefund(QByteArrayView body) { return oneOf(body, refundOf); }
Result<MolliePage<MollieRefund>> readRefunds(QByteArrayView body) { return pageOf(body, "refunds"_L1, refundOf); }
Result<MolliePage<MollieChargeback>> readChargebacks(QByteArrayView body) { return pageOf(body, "chargebacks"_L1, chargebackOf); }

Result<MollieAccount> readAccount(QByteArrayView body)
{
    return oneOf<MollieAccount>(body, [](const net::JsonValue& json) -> Result<MollieAccount> {
        net::JsonFields fields{json};
        MollieAccount out;
        out.id = idOf(fields, "id"_L1, "pfl_"_L1);
        out.name = shortText(fields.optionalText("name"_L1));
        out.mode = modeOf(fields);
        if (!fields.good()) return fields.error();
        return out;
    });
}

QString wordsOf(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return {};
    QStringList parts;
    for (const auto name : {"title"_L1, "detail"_L1, "field"_L1})
        if (const auto text = json.value()[name].text(); text && !text->isEmpty()) parts << *text;
    return shortText(parts.join(u": "_s).simplified());
}

Result<ports::Link> linkFor(const MollieLink& link, domain::Money amount, domain::PortalMode mode, const QStringList& hosts)
{
    if (link.mode != mode) return Error{Fault::Refused, u"portal.key_mode"_s, link.id};
    if (link.amount != amount) return Error{Fault::Invalid, u"portal.amount"_s, link.id};
    if (!ports::mayLeadTo(link.url, {})) return Error{Fault::Invalid, u"portal.unsafe_link"_s, link.id};
    if (!ports::mayLeadTo(link.url, hosts)) return Error{Fault::Invalid, u"portal.link_host"_s, QUrl{link.url}.host().left(kMaxShort)};
    return ports::Link{link.id, link.url, amount, mode, link.expiresAt};
}

} // namespace tresen::adapters::mollie
