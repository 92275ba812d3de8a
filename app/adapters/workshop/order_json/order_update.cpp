#include "app/adapters/workshop/order_json/order_update.h"
#include "app/domain/mail_rules.h"
#include "app/net/json_reader.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::order_json {
namespace {

using Changed = Result<domain::Invoice>;

constexpr qsizetype kMaxUpdateName = 500;

Error wrong(const QString& code, QLatin1StringView member) { return Error{Fault::Invalid, code, member}; }

Result<QString> textOf(const net::JsonValue& object, QLatin1StringView name, qsizetype most)
{
    const auto text = object[name].text();
    if (!text || text->trimmed().isEmpty()) return wrong(u"order.field"_s, name);
    const auto out = text->trimmed();
    const bool controls = std::any_of(out.begin(), out.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (out.size() > most || controls) return wrong(u"order.text"_s, name);
    return out;
}

Result<QDate> dayOf(const net::JsonValue& object, QLatin1StringView name)
{
    const auto day = QDate::fromString(object[name].text().value_or(QString{}), u"yyyy-MM-dd"_s);
    return day.isValid() ? Result<QDate>{day} : wrong(u"order.date"_s, name);
}

Result<QString> addressOf(const net::JsonValue& object, QLatin1StringView name)
{
    const auto address = textOf(object, name, limits::kMaxMailAddress);
    if (address && !domain::isMailAddress(address.value())) return wrong(u"orders.recipient"_s, name);
    return address;
}

// Cost lines replace those before; what was deducted stays deducted.
Result<OrderUpdate> priceUpdate(const net::JsonValue& root)
{
    const auto price = root["price"_L1].integer();
    if (!price || *price < 1 || *price > domain::kMaxCents) return wrong(u"order.amount"_s, "price"_L1);
    const auto& assets = root["assets"_L1];
    if (!assets.isNothing() && !assets.isArray()) return wrong(u"order.field"_s, "assets"_L1);
    if (assets.items().size() > static_cast<std::size_t>(limits::kMaxInvoiceRepeats)) return wrong(u"order.too_many"_s, "assets"_L1);
    std::vector<domain::InvoiceLine> lines;
    qint64 added = 0;   // at most kMaxInvoiceRepeats of kMaxCents each: no overflow
    for (const auto& asset : assets.items()) {
        const auto amount = asset["amount"_L1].integer();
        if (!amount || *amount < 0 || *amount > domain::kMaxCents) return wrong(u"order.amount"_s, "amount"_L1);
        added += *amount;
        domain::InvoiceLine line;
        line.id = QString::number(lines.size() + 1);
        if (!asset["label"_L1].isNothing()) {
            const auto label = textOf(asset, "label"_L1, kMaxUpdateName);
            if (!label) return label.error();
            line.name = label.value();
        }
        lines.push_back(line);
    }
    return OrderUpdate{u"order.price.update.success"_s, [price = *price, lines, added](const domain::Invoice& before) -> Changed {
        const qint64 gross = price + before.prepaid.value_or(domain::Money{}).inCents();
        if ((!lines.empty() && added != gross) || gross > domain::kMaxCents) return wrong(u"order.sum"_s, "price"_L1);
        auto after = before;
        after.gross = domain::Money::cents(gross);
        after.amountDue = domain::Money::cents(price);
        if (!lines.empty()) after.lines = lines;
        return after;
    }};
}

Result<OrderUpdate> nameUpdate(const net::JsonValue& root)
{
    const auto name = textOf(root, "name"_L1, kMaxUpdateName);
    if (!name) return name.error();
    return OrderUpdate{u"order.name.update.success"_s, [name = name.value()](const domain::Invoice& before) -> Changed {
        auto after = before;
        if (after.notes.empty()) after.notes.push_back({});
        after.notes.front().text = name;   // where the order's name stands from its first arrival on
        return after;
    }};
}

Result<OrderUpdate> recipientUpdate(const net::JsonValue& root)
{
    const auto address = addressOf(root["recipient"_L1], "email"_L1);
    if (!address) return address.error();
    return OrderUpdate{u"order.recipient.add.success"_s, [address = address.value()](const domain::Invoice& before) -> Changed {
        auto after = before;
        after.buyer.email = address;
        return after;
    }};
}

Result<OrderUpdate> recipientRemoval(const net::JsonValue& root)
{
    const auto address = addressOf(root, "email"_L1);
    if (!address) return address.error();
    return OrderUpdate{u"order.recipient.delete.success"_s, [address = address.value()](const domain::Invoice& before) -> Changed {
        if (before.buyer.email.compare(address, Qt::CaseInsensitive) != 0) return Error{Fault::NotFound, u"orders.recipient"_s, u"email"_s};
        auto after = before;
        after.buyer.email.clear();
        return after;
    }};
}

OrderUpdate dayUpdate(const QString& done, QDate domain::Invoice::*which, QDate day)
{
    return {done, [which, day](const domain::Invoice& before) -> Changed {
        auto after = before;
        after.*which = day;
        return after;
    }};
}

} // namespace

Result<OrderUpdate> readOrderUpdate(const QString& what, QByteArrayView bytes)
{
    if (bytes.size() > limits::kMaxOrderJson) return Error{Fault::Invalid, u"order.too_large"_s, {}};
    if (what == u"duedate/delete") return dayUpdate(u"order.duedate.delete.success"_s, &domain::Invoice::dueDate, {});
    if (what == u"delete/pickupdate") return dayUpdate(u"order.pickupdate.delete.success"_s, &domain::Invoice::deliveryDate, {});
    static const QStringList withBody{u"recipient"_s, u"recipient/delete"_s, u"update/price"_s, u"update/name"_s, u"update/duedate"_s, u"update/pickupdate"_s};
    if (!withBody.contains(what)) return Error{Fault::NotFound, u"orders.not_offered"_s, {}};
    net::JsonLimits most;
    most.bytes = limits::kMaxOrderJson;
    const auto json = net::parseJson(bytes, most);
    if (!json || !json.value().isObject()) return Error{Fault::Invalid, u"order.unreadable"_s, json ? u"update"_s : json.error().detail};
    const auto& root = json.value();
    if (what == u"update/price") return priceUpdate(root);
    if (what == u"update/name") return nameUpdate(root);
    if (what == u"recipient") return recipientUpdate(root);
    if (what == u"recipient/delete") return recipientRemoval(root);
    const bool due = what == u"update/duedate";
    const auto day = due ? dayOf(root, "duedate"_L1) : dayOf(root, "pickupdate"_L1);
    if (!day) return day.error();
    return due ? dayUpdate(u"order.duedate.update.success"_s, &domain::Invoice::dueDate, day.value())
               : dayUpdate(u"order.pickupdate.update.success"_s, &domain::Invoice::deliveryDate, day.value());
}

} // namespace tresen::adapters::order_json
