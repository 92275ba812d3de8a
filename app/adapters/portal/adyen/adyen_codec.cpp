#include "app/adapters/portal/adyen/adyen_codec.h"
#include "app/domain/owner_language.h"
#include "app/net/seal.h"
#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::adyen {
namespace {

using domain::LinkState;
using domain::PortalMovement;

constexpr qsizetype kMaxKey = 64, kMaxReference = 80, kMaxShort = 100, kMaxDescription = 280, kReference = 16, kMinLinkId = 10, kMaxLinkId = 64;
constexpr std::size_t kMaxItems = 100;
const QString kPaid = u":paid"_s;

Error invalidOrder(const QString& field)
{
    return Error{Fault::Refused, u"portal.order_invalid"_s, field};
}

bool isCapital(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
}

bool isHeaderText(const QString& text)
{
    return !text.isEmpty() && text.size() <= kMaxKey && std::all_of(text.begin(), text.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
}

QString shortText(const QString& text)
{
    return text.left(limits::kMaxPortalText);
}

QByteArray amountJson(domain::Money amount)
{
    return R"({"value":)" + QByteArray::number(amount.inCents()) + R"(,"currency":)" + net::jsonText(amount.currency().code()) + '}';
}

// Currencies whose smallest unit is no hundredth: their whole numbers are no cents. docs.adyen.com/development-resources/currency-codes
bool countsInCents(const QString& code)
{
    static const QStringList others{u"CVE"_s, u"DJF"_s, u"GNF"_s, u"IDR"_s, u"JPY"_s, u"KMF"_s, u"KRW"_s, u"PYG"_s, u"RWF"_s, u"UGX"_s, u"VND"_s,
                                    u"VUV"_s, u"XAF"_s, u"XOF"_s, u"XPF"_s, u"BHD"_s, u"IQD"_s, u"JOD"_s, u"KWD"_s, u"LYD"_s, u"OMR"_s, u"TND"_s};
    return !others.contains(code);
}

domain::Money moneyOf(net::JsonFields& fields, QLatin1StringView name)
{
    const auto value = fields.value(name)["value"_L1].integer();
    const auto code = fields.value(name)["currency"_L1].text();
    const auto currency = code ? domain::Currency::fromCode(*code) : Result<domain::Currency>{Error{}};
    if (value && currency && *value >= 0 && *value <= domain::kMaxCents && countsInCents(*code)) return domain::Money::cents(*value, currency.value());
    fields.refuse(name);
    return {};
}

// A time without an offset would be read as the desk's own.
Instant instantOf(net::JsonFields& fields, QLatin1StringView name)
{
    const QString text = fields.optionalText(name);
    if (text.isEmpty()) return {};
    const auto at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid() || at.timeSpec() == Qt::LocalTime || at.toMSecsSinceEpoch() <= 0) {
        fields.refuse(name);
        return {};
    }
    return Instant{at.toMSecsSinceEpoch()};
}

QString timeText(Instant at)
{
    return at.utc().toString(u"yyyy-MM-ddTHH:mm:ssZ"_s);
}

// A link that was ended before its time has been closed by us or by a clerk. Told by the portal's own times, so that the answer does not change later.
LinkState endOf(const AdyenLink& link, Instant now)
{
    if (link.expiresAt.isNull()) return LinkState::Expired;
    return (link.updatedAt.isNull() ? now : link.updatedAt) < link.expiresAt ? LinkState::Cancelled : LinkState::Expired;
}

LinkState stateOf(const AdyenLink& link, Instant now)
{
    if (link.status == u"active") return LinkState::Open;
    if (link.status == u"paymentPending") return LinkState::InFlight;
    if (link.status == u"completed" || link.status == u"paid") return LinkState::Paid;
    if (link.status == u"expired") return endOf(link, now);
    return LinkState::Unknown;
}

// The number as it was written: the signature is over these very characters.
QByteArray writtenAmount(const net::JsonValue& item)
{
    const auto& value = item["amount"_L1]["value"_L1];
    return value.isNothing() ? QByteArray{} : value.numberText();
}

AdyenItem itemOf(const net::JsonValue& json, net::JsonFields& fields)
{
    AdyenItem out;
    out.eventCode = fields.text("eventCode"_L1);
    out.reference = fields.text("pspReference"_L1);
    out.original = fields.optionalText("originalReference"_L1);
    out.ourReference = fields.optionalText("merchantReference"_L1);
    out.account = fields.text("merchantAccountCode"_L1);
    // A text by the description; some senders write the word without quotes.
    const auto success = fields.value("success"_L1).text(), plain = fields.value("success"_L1).boolean() ? std::optional{u"x"_s} : std::nullopt;
    if (!success && !plain) fields.refuse("success"_L1);
    out.success = success ? *success == u"true" : fields.value("success"_L1).boolean().value_or(false);
    const QString link = json["additionalData"_L1]["paymentLinkId"_L1].text().value_or(QString{});
    if (isLinkId(link)) out.linkId = link;
    return out;
}

bool isSignedBy(const Secret& secret, QByteArrayView text, QByteArrayView signature)
{
    QByteArray hex = secret.reveal().toLatin1(), key = QByteArray::fromHex(hex);
    const bool isKey = !key.isEmpty() && key.size() * 2 == hex.size();
    const QByteArray expected = QMessageAuthenticationCode::hash(text.toByteArray(), key, QCryptographicHash::Sha256);
    Secret::wipe(hex);
    Secret::wipe(key);
    return net::sameBytes(expected, signature) && isKey;
}

Error notReadable(const QString& detail)
{
    return Error{Fault::Invalid, u"notice.unreadable"_s, detail};
}

// The item when one of the secrets has signed it.
Result<AdyenItem> signedItem(const net::JsonValue& json, const std::vector<Secret>& secrets)
{
    net::JsonFields fields{json};
    const auto out = itemOf(json, fields);
    if (!fields.good()) return notReadable(fields.error().detail);
    const auto seal = json["additionalData"_L1]["hmacSignature"_L1].text();
    if (!seal || seal->isEmpty()) return Error{Fault::Refused, u"notice.no_signature"_s, {}};
    const QByteArray signature = QByteArray::fromBase64(seal->toLatin1()), text = signedText(out, writtenAmount(json), json["amount"_L1]["currency"_L1].text().value_or(QString{}));
    bool fits = false;
    for (const auto& secret : secrets) fits = isSignedBy(secret, text, signature) || fits;   // every one is compared
    if (!fits) return Error{Fault::Refused, u"notice.signature"_s, {}};
    return out;
}

} // namespace

bool isLinkId(const QString& id)
{
    return id.size() >= kMinLinkId && id.size() <= kMaxLinkId && id.startsWith(u"PL") && std::all_of(id.begin(), id.end(), isCapital);
}

bool isReference(const QString& id)
{
    return id.size() == kReference && std::all_of(id.begin(), id.end(), isCapital);
}

Result<Ok> checkOrder(const ports::LinkOrder& order, Instant now)
{
    if (!isHeaderText(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalidOrder(u"amount"_s);
    if (!order.amount.currency().isEuro()) return invalidOrder(u"currency"_s);
    if (order.reference.isEmpty() || order.reference.size() > kMaxReference) return invalidOrder(u"reference"_s);
    if (order.invoiceNumber.size() > kMaxShort || order.plate.size() > kMaxShort) return invalidOrder(u"text"_s);
    if (!order.expiresAt.isNull() && order.expiresAt.ms - now.ms > kMaxLifetimeMs) return invalidOrder(u"expires"_s);
    return Ok{};
}

Result<Ok> checkRefund(const ports::RefundOrder& order)
{
    if (!isHeaderText(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (!order.amount.isPositive() || order.amount.currency() != order.paid.currency() || order.amount.inCents() > order.paid.inCents())
        return invalidOrder(u"amount"_s);
    return Ok{};
}

QByteArray createBody(const ports::LinkOrder& order, const QString& account)
{
    const auto& language = domain::ownerLanguageOr(order.language);
    QString description = language.invoice;
    if (!order.invoiceNumber.isEmpty()) description += u' ' + order.invoiceNumber;
    if (!order.plate.isEmpty()) description += u" \u00b7 "_s + order.plate;
    QByteArray out = R"({"merchantAccount":)" + net::jsonText(account) + R"(,"reference":)" + net::jsonText(order.reference) + R"(,"amount":)" + amountJson(order.amount)
                     + R"(,"description":)" + net::jsonText(description.left(kMaxDescription)) + R"(,"countryCode":"DE","shopperLocale":)"
                     + net::jsonText(language.locale) + R"(,"reusable":false)";
    if (!order.expiresAt.isNull()) out += R"(,"expiresAt":)" + net::jsonText(timeText(order.expiresAt));
    return out + '}';
}

QByteArray expireBody()
{
    return R"({"status":"expired"})";
}

QByteArray refundBody(const ports::RefundOrder& order, const QString& account)
{
    return R"({"merchantAccount":)" + net::jsonText(account) + R"(,"amount":)" + amountJson(order.amount) + R"(,"merchantRefundReason":"CUSTOMER REQUEST","reference":)"
           + net::jsonText(order.idempotencyKey) + '}';
}

QByteArray methodsBody(const QString& account)
{
    return R"({"merchantAccount":)" + net::jsonText(account) + R"(,"countryCode":"DE","amount":{"value":100,"currency":"EUR"}})";
}

Result<AdyenLink> readLink(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    net::JsonFields fields{json.value()};
    AdyenLink out;
    out.id = fields.text("id"_L1);
    if (!isLinkId(out.id)) fields.refuse("id"_L1);
    out.url = fields.text("url"_L1);
    out.reference = fields.text("reference"_L1).left(kMaxReference);
    out.account = shortText(fields.text("merchantAccount"_L1));
    out.status = shortText(fields.text("status"_L1));
    out.amount = moneyOf(fields, "amount"_L1);
    out.expiresAt = instantOf(fields, "expiresAt"_L1);
    out.updatedAt = instantOf(fields, "updatedAt"_L1);
    if (fields.optionalBoolean("reusable"_L1)) fields.refuse("reusable"_L1);   // paid more than once, and nothing would tell
    if (!fields.good()) return fields.error();
    return out;
}

Result<AdyenRefund> readRefund(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    net::JsonFields fields{json.value()};
    AdyenRefund out;
    out.id = fields.text("pspReference"_L1);
    out.paymentId = fields.text("paymentPspReference"_L1);
    out.account = shortText(fields.text("merchantAccount"_L1));
    out.amount = moneyOf(fields, "amount"_L1);
    if (!isReference(out.id)) fields.refuse("pspReference"_L1);
    if (fields.text("status"_L1) != u"received") fields.refuse("status"_L1);
    if (!fields.good()) return fields.error();
    return out;
}

Result<Ok> readMethods(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return json.error();
    if (!json.value().isObject()) return Error{Fault::Invalid, u"portal.unreadable"_s, u"(object)"_s};
    return Ok{};
}

AdyenWords wordsOf(QByteArrayView body)
{
    const auto json = net::parseJson(body);
    if (!json) return {};
    const auto text = [&json](QLatin1StringView name) { return shortText(json.value()[name].text().value_or(QString{})).simplified(); };
    return {text("errorCode"_L1), text("errorType"_L1), text("message"_L1)};
}

bool isTestHost(const QString& host)
{
    return host.endsWith(u"-test.adyen.com") || host == u"test.adyen.link";
}

Result<ports::Link> linkFor(const AdyenLink& link, const ports::LinkOrder& order, const QString& account, const QStringList& hosts)
{
    if (link.account != account) return Error{Fault::Invalid, u"portal.account"_s, link.account};
    if (link.reference != order.reference) return Error{Fault::Invalid, u"portal.unreadable"_s, u"reference"_s};
    if (link.amount != order.amount) return Error{Fault::Invalid, u"portal.amount"_s, domain::plainAmount(link.amount) + u' ' + link.amount.currency().code()};
    if (!ports::mayLeadTo(link.url, {})) return Error{Fault::Invalid, u"portal.unsafe_link"_s, link.id};
    if (!ports::mayLeadTo(link.url, hosts)) return Error{Fault::Invalid, u"portal.link_host"_s, link.id};
    // The address of the page is all that tells on which platform the link was made.
    const QString host = QUrl{link.url}.host().toLower();
    const bool test = isTestHost(host), vendor = host.endsWith(u".adyen.link") || host.endsWith(u".adyen.com");
    if (vendor && test != (order.mode == domain::PortalMode::Test)) return Error{Fault::Refused, u"portal.key_mode"_s, link.id};
    return ports::Link{link.id, link.url, link.amount, order.mode, link.expiresAt};
}

QString movementIdOf(const QString& linkId)
{
    return linkId + kPaid;
}

QString linkIdOfMovement(const QString& movementId)
{
    const QString link = movementId.endsWith(kPaid) ? movementId.chopped(kPaid.size()) : QString{};
    return isLinkId(link) ? link : QString{};
}

domain::PortalSnapshot snapshotOf(const AdyenLink& link, domain::PortalMode mode, Instant now)
{
    domain::PortalSnapshot out;
    out.linkId = link.id;
    out.mode = mode;
    out.amount = link.amount;
    out.state = stateOf(link, now);
    out.fetchedAt = now;
    if (out.state != LinkState::Paid) return out;
    const QString id = movementIdOf(link.id);
    // Without a time: that of the link's last change may move on, and a movement stays what it is.
    out.movements.push_back({PortalMovement::Kind::Payment, id, id, {}, link.amount, {}, PortalMovement::Stage::Final});
    return out;
}

QByteArray signedText(const AdyenItem& item, QByteArrayView value, const QString& currency)
{
    // Joined as it is: the vendor's own check escapes only what the older payment pages sent, not the items of a notice.
    return QByteArrayList{item.reference.toUtf8(), item.original.toUtf8(), item.account.toUtf8(), item.ourReference.toUtf8(), value.toByteArray(), currency.toUtf8(),
                          item.eventCode.toUtf8(), item.success ? "true" : "false"}
        .join(':');
}

Result<AdyenNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets, domain::PortalMode mode)
{
    if (notice.body.size() > limits::kMaxNotice) return notReadable(u"size"_s);
    const bool any = std::any_of(secrets.begin(), secrets.end(), [](const Secret& secret) { return !secret.isEmpty(); });
    if (!any) return Error{Fault::Refused, u"notice.no_secret"_s, {}};
    const auto json = net::parseJson(notice.body);
    if (!json) return notReadable(json.error().detail);
    const auto live = json.value()["live"_L1].text();
    const auto& items = json.value()["notificationItems"_L1].items();
    if (!live || items.empty() || items.size() > kMaxItems) return notReadable(live ? u"notificationItems"_s : u"live"_s);
    AdyenNotice out;
    out.live = *live == u"true";
    for (const auto& wrapped : items) {
        const auto item = signedItem(wrapped["NotificationRequestItem"_L1], secrets);
        if (!item) return item.error();
        out.items.push_back(item.value());
    }
    if (out.live != (mode == domain::PortalMode::Live)) return Error{Fault::Refused, u"notice.mode"_s, {}};
    return out;
}

} // namespace tresen::adapters::adyen
