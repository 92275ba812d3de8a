// Requests of the bezahl.de order API as bytes. Objects are written with sorted names, so that a retry is the same to the byte.
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include "app/adapters/portal/bezahl/bezahl_labels.h"
#include "app/domain/owner_language.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::bezahl {
namespace {

constexpr qsizetype kMaxKey = 200, kMaxLabel = 200, kMaxRows = 60, kMaxLinkId = 64, kMaxFileName = 120;

Error invalidOrder(const QString& field) { return {Fault::Refused, u"portal.order_invalid"_s, field}; }

bool hasControl(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

// Goes into a header, and comes back letter for letter or not at all.
bool isPlainKey(const QString& text)
{
    return text.size() <= kMaxKey && std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

QString label(const QString& text) { return text.simplified().left(kMaxLabel); }

QByteArray compactJson(const QJsonObject& object) { return QJsonDocument{object}.toJson(QJsonDocument::Compact); }

QString encoded(const QString& part) { return QString::fromLatin1(QUrl::toPercentEncoding(part)); }

// Only what is set: an empty text may wipe what somebody typed into the portal.
void put(QJsonObject& object, const QString& name, const QString& value)
{
    if (!value.isEmpty()) object.insert(name, value);
}

void putDate(QJsonObject& object, const QString& name, QDate date)
{
    if (date.isValid()) object.insert(name, date.toString(Qt::ISODate));
}

struct Plan {
    QJsonArray assets, payments;
    bool isPlan() const { return assets.size() + payments.size() > 1; }
};

// Cost lines add, payments deduct. The emphasised row is the total itself. What is missing between the lines and the amount has been paid
// before; lines that do not reach the amount are no plan, because the portal would ask for less.
Plan planOf(domain::Money amount, const std::vector<ports::SummaryRow>& rows, bool english)
{
    Plan plan;
    qint64 sum = 0;
    const auto deduct = [&](const QString& text, qint64 cents) {
        plan.payments.append(QJsonObject{{u"label"_s, deductionLabel(text, english)}, {u"amount"_s, cents}, {u"confirmed"_s, true}, {u"received"_s, true}});
    };
    for (const auto& row : rows) {
        if (row.emphasised || row.amount.isZero()) continue;
        sum += row.amount.inCents();   // at most kMaxRows of kMaxCents each: no overflow
        if (row.amount.isNegative()) deduct(label(row.label), -row.amount.inCents());
        else plan.assets.append(QJsonObject{{u"label"_s, label(row.label)}, {u"amount"_s, row.amount.inCents()}});
    }
    if (sum > amount.inCents()) deduct(english ? u"payments"_s : u"Zahlungen"_s, sum - amount.inCents());
    if (sum < amount.inCents() || plan.assets.isEmpty()) return {};
    return plan;
}

QJsonObject customerJson(const Customer& c)
{
    QJsonObject out;
    put(out, u"id"_s, c.id);
    put(out, u"company"_s, c.company);
    put(out, u"firstname"_s, c.firstName);
    put(out, u"lastname"_s, c.lastName);
    put(out, u"street"_s, c.street);
    put(out, u"streetnumber"_s, c.streetNumber);
    put(out, u"zip"_s, c.postcode);
    put(out, u"city"_s, c.city);
    put(out, u"country"_s, c.country);
    put(out, u"email"_s, c.email);
    put(out, u"phone"_s, c.phone);
    return out;
}

QJsonArray metafields(const ports::LinkOrder& order, const OrderExtras& extras)
{
    QJsonArray out;
    const auto add = [&out](const QString& type, const QString& text) {
        if (!text.isEmpty()) out.append(QJsonObject{{u"type"_s, type}, {u"desc"_s, label(text)}});
    };
    add(u"FIN"_s, extras.vin);
    add(u"Kennzeichen"_s, order.plate);
    add(u"Fahrzeug"_s, order.vehicle);
    return out;
}

QJsonObject invoiceJson(const ports::LinkOrder& order, const OrderExtras& extras, bool english)
{
    QJsonObject out{{u"desc"_s, english ? u"Workshop invoice"_s : u"Werkstattrechnung"_s}, {u"amount"_s, order.amount.inCents()}};
    put(out, u"invoiceNo"_s, label(order.invoiceNumber));
    put(out, u"debitor"_s, extras.customer.id);
    put(out, u"name"_s, extras.customer.company.isEmpty() ? u"%1 %2"_s.arg(extras.customer.firstName, extras.customer.lastName).trimmed() : extras.customer.company);
    putDate(out, u"duedate"_s, order.dueDate);
    return out;
}

QString nameOf(const ports::LinkOrder& order, bool english)
{
    const QString number = (english ? u"Invoice "_s : u"Rechnung "_s) + label(order.invoiceNumber);
    return order.plate.isEmpty() ? number : number + u" / "_s + label(order.plate);
}

QJsonObject orderJson(const ports::LinkOrder& order, const OrderExtras& extras, bool english)
{
    QJsonObject out{{u"name"_s, nameOf(order, english)}, {u"price"_s, order.amount.inCents()}, {u"unique"_s, uniqueOf(order)}, {u"uniquemodus"_s, u"error"_s},
                    {u"reminder"_s, u"disabled"_s},   // reminding is the desk's, which knows what was paid at the counter
                    {u"pickupWithoutPayment"_s, order.onAccountOffered}, {u"draft"_s, false}};
    if (!order.language.isEmpty()) out.insert(u"lang"_s, english ? u"en"_s : u"de"_s);
    put(out, u"recipient"_s, extras.recipient);
    put(out, u"contactperson"_s, extras.contactPerson);
    putDate(out, u"duedate"_s, order.dueDate);
    if (const auto fields = metafields(order, extras); !fields.isEmpty()) out.insert(u"metafields"_s, fields);
    if (!extras.customer.isEmpty()) out.insert(u"customer"_s, customerJson(extras.customer));
    if (!extras.tags.isEmpty()) out.insert(u"tags"_s, QJsonArray::fromStringList(extras.tags));
    if (!order.invoiceNumber.isEmpty()) out.insert(u"invoice"_s, QJsonArray{invoiceJson(order, extras, english)});
    return out;
}

std::optional<Error> mistakeIn(const ports::LinkOrder& order, const OrderExtras& extras)
{
    if (!order.amount.isPositive() || order.amount.inCents() > domain::kMaxCents) return invalidOrder(u"amount"_s);
    if (!order.amount.currency().isEuro()) return invalidOrder(u"currency"_s);
    if (order.idempotencyKey.isEmpty() || !isPlainKey(order.idempotencyKey)) return invalidOrder(u"key"_s);
    if (!isPlainKey(order.reference)) return invalidOrder(u"reference"_s);
    if (static_cast<qsizetype>(order.summary.size()) > kMaxRows) return invalidOrder(u"rows"_s);
    const bool odd = std::any_of(order.summary.begin(), order.summary.end(), [](const ports::SummaryRow& row) {
        return !row.amount.currency().isEuro() || row.amount.inCents() > domain::kMaxCents || row.amount.inCents() < -domain::kMaxCents;
    });
    if (odd) return invalidOrder(u"row"_s);
    const auto address = [](const QString& text) { return text.isEmpty() || (text.size() <= limits::kMaxMailAddress && text.contains(u'@') && !hasControl(text)); };
    if (!address(extras.recipient)) return invalidOrder(u"recipient"_s);
    if (!address(extras.contactPerson)) return invalidOrder(u"contactperson"_s);
    return {};
}

ApiCall post(const QString& path, const QJsonObject& body, const QString& key)
{
    ApiCall call;
    call.method = "POST";
    call.path = path;
    call.body = compactJson(body);
    call.idempotencyKey = key;
    return call;
}

// A key for what has none from outside: the same wish is the same key.
QString keyOfBody(const QString& what, const QByteArray& body)
{
    return what + u':' + QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

bool Customer::isEmpty() const
{
    const auto all = {&id, &company, &firstName, &lastName, &street, &streetNumber, &postcode, &city, &country, &email, &phone};
    return std::all_of(all.begin(), all.end(), [](const QString* one) { return one->isEmpty(); });
}

bool isLinkId(QStringView text)
{
    const auto good = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'_' || c == u'-'; };
    return !text.isEmpty() && text.size() <= kMaxLinkId && std::all_of(text.begin(), text.end(), good);
}

QString uniqueOf(const ports::LinkOrder& order) { return order.reference.isEmpty() ? order.idempotencyKey : order.reference; }

Result<ApiCall> orderCall(const ports::LinkOrder& order, const QString& orgId, const OrderExtras& extras)
{
    if (const auto mistake = mistakeIn(order, extras)) return *mistake;
    // Only these two are known to be understood as "lang"; an owner of another language reads English.
    const bool english = domain::ownerLanguageOr(order.language).code != domain::ownerLanguages().front().code;
    auto body = orderJson(order, extras, english);
    const auto plan = planOf(order.amount, order.summary, english);
    if (!plan.isPlan()) {
        body.insert(u"orgId"_s, orgId);
        return post(u"/order"_s, body, order.idempotencyKey);
    }
    return post(u"/order/plan"_s, {{u"orgId"_s, orgId}, {u"order"_s, body}, {u"assets"_s, plan.assets}, {u"payments"_s, plan.payments}}, order.idempotencyKey);
}

ApiCall readCall(const QString& linkId)
{
    ApiCall call;
    call.path = u"/order/"_s + encoded(linkId);
    return call;
}

ApiCall listCall(const QString& orgId, int limit)
{
    ApiCall call;
    call.path = u"/order"_s;
    call.query = "orgId=" + QUrl::toPercentEncoding(orgId) + "&limit=" + QByteArray::number(limit);
    return call;
}

ApiCall payLinkCall(const QString& linkId)
{
    auto call = readCall(linkId);
    call.path += u"/offline"_s;
    call.query = "link=true";
    return call;
}

ApiCall hideCall(const QString& linkId) { return post(readCall(linkId).path + u"/hide"_s, {{u"closed"_s, true}}, u"hide:"_s + linkId); }

ApiCall priceCall(const QString& linkId, domain::Money amount, const std::vector<ports::SummaryRow>& rows, const QString& idempotencyKey)
{
    const auto plan = planOf(amount, rows, false);
    QJsonArray assets = plan.payments.isEmpty() ? plan.assets : QJsonArray{};   // this call takes no deductions: then the amount stands alone
    return post(readCall(linkId).path + u"/update/price"_s, {{u"price"_s, amount.inCents()}, {u"assets"_s, assets}}, idempotencyKey);
}

ApiCall recipientCall(const QString& linkId, const QString& email, bool add)
{
    const QJsonObject address{{u"email"_s, email}};
    const auto path = readCall(linkId).path + u"/recipient"_s;
    auto call = add ? post(path, {{u"recipient"_s, address}}, {}) : post(path + u"/delete"_s, address, {});
    call.idempotencyKey = keyOfBody((add ? u"recipient:"_s : u"recipient-delete:"_s) + linkId, call.body);
    return call;
}

Result<ApiCall> attachmentCall(const QString& linkId, const QString& fileName, const QByteArray& pdf)
{
    if (!pdf.startsWith("%PDF-") || pdf.size() > limits::kMaxAttachment) return Error{Fault::Invalid, u"portal.attachment"_s, fileName.left(kMaxFileName)};
    QByteArray name;
    for (const QChar c : fileName.left(kMaxFileName)) name += (c.isLetterOrNumber() && c.unicode() < 0x80) || c == u'-' || c == u'.' ? static_cast<char>(c.unicode()) : '_';
    if (name.isEmpty()) name = "invoice.pdf";
    auto call = post(readCall(linkId).path + u"/attachment"_s, {}, keyOfBody(u"attachment:"_s + linkId, pdf));
    // Made from the content: the same on every try, and nothing a sender of the PDF could know beforehand.
    const QByteArray boundary = "tresen-" + QCryptographicHash::hash(pdf, QCryptographicHash::Sha256).toHex();
    call.contentType = "multipart/form-data; boundary=" + boundary;
    call.body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf\r\n\r\n"
                + pdf + "\r\n--" + boundary + "--\r\n";
    return call;
}

ApiCall webhooksCall(const QString& orgId)
{
    ApiCall call;
    call.path = u"/webhook"_s;
    call.query = "orgId=" + QUrl::toPercentEncoding(orgId);
    return call;
}

ApiCall addWebhookCall(const QString& orgId, const QString& url, const Secret& secret)
{
    auto call = post(u"/webhook"_s, {{u"orgId"_s, orgId}, {u"url"_s, url}, {u"secret"_s, secret.reveal()}}, {});
    call.idempotencyKey = keyOfBody(u"webhook"_s, call.body);
    return call;
}

ApiCall removeWebhookCall(const QString& orgId, const QString& webhookId)
{
    auto call = webhooksCall(orgId);
    call.method = "DELETE";
    call.body = compactJson({{u"orgId"_s, orgId}, {u"id"_s, webhookId}});
    return call;
}

} // namespace tresen::adapters::bezahl
