// Notices of bezahl.de. Neither their body nor their proof is published: what proves is the secret that was registered with the address.
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::bezahl {
namespace {

constexpr qsizetype kMaxNoticeIds = 100;

// Takes the same time wherever the first difference is. Both are hashed before, so that the length tells nothing either.
bool sameBytes(QByteArrayView a, QByteArrayView b)
{
    const auto x = QCryptographicHash::hash(a, QCryptographicHash::Sha256), y = QCryptographicHash::hash(b, QCryptographicHash::Sha256);
    unsigned difference = 0;
    for (qsizetype i = 0; i < x.size(); ++i) difference |= static_cast<unsigned>(static_cast<unsigned char>(x.at(i)) ^ static_cast<unsigned char>(y.at(i)));
    return difference == 0;
}

bool isSignatureName(QByteArrayView name) { return name.startsWith("x-") && name.endsWith("signature"); }

bool signs(QByteArrayView header, QByteArrayView body, const QByteArray& secret)
{
    const QByteArrayView value = header.trimmed();
    const QByteArrayView given = value.startsWith("sha256=") ? value.sliced(7) : value;
    const QByteArray real = QMessageAuthenticationCode::hash(body.toByteArray(), secret, QCryptographicHash::Sha256);
    const bool hex = sameBytes(given.toByteArray().toLower(), real.toHex());
    const bool base64 = sameBytes(given, real.toBase64());
    return hex || base64;
}

void takeId(const net::JsonValue& value, QStringList& ids)
{
    const auto text = value.text().value_or(QString{});
    if (isLinkId(text) && !ids.contains(text) && ids.size() < kMaxNoticeIds) ids << text;
}

// Ids of orders named as such. A bare "id" may be the notice's own: it counts only where the object is an order.
void takeIds(const net::JsonValue& object, QStringList& ids, bool isOrder)
{
    for (const auto name : {"orderId"_L1, "orderid"_L1, "order_id"_L1}) takeId(object[name], ids);
    if (isOrder) {
        takeId(object["id"_L1], ids);
        takeId(object["_id"_L1], ids);
    }
    const auto& order = object["order"_L1];
    if (order.isObject()) takeIds(order, ids, true);
    else takeId(order, ids);
    const auto& list = object["orders"_L1];
    for (const auto& item : list.items()) {
        if (item.isObject()) takeIds(item, ids, true);
        else takeId(item, ids);
    }
}

} // namespace

Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets)
{
    const bool any = std::any_of(secrets.begin(), secrets.end(), [](const Secret& s) { return !s.isEmpty(); });
    if (!any) return Error{Fault::Refused, u"notice.no_secret"_s, {}};
    if (notice.body.size() > limits::kMaxNotice) return Error{Fault::Invalid, u"notice.unreadable"_s, u"size"_s};
    bool tried = false, proven = false;
    for (const auto& [name, value] : notice.headers) {
        const bool token = name == kPathToken;
        if (!token && !isSignatureName(name)) continue;
        tried = true;
        for (const auto& secret : secrets) {
            if (secret.isEmpty()) continue;
            QByteArray bytes = secret.reveal().toUtf8();
            if (token ? sameBytes(value, bytes) : signs(value, notice.body, bytes)) proven = true;
            Secret::wipe(bytes);
        }
    }
    if (!tried) return Error{Fault::Refused, u"notice.no_signature"_s, {}};
    if (!proven) return Error{Fault::Refused, u"notice.signature"_s, {}};
    ports::ReadNotice out;
    // A body that is no JSON still says that something changed: it is a nudge, and all are asked for.
    const auto json = net::parseJson(notice.body);
    if (!json) return out;
    const net::JsonValue& root = json.value();
    const bool isEvent = !root["event"_L1].isNothing() || !root["type"_L1].isNothing();
    takeIds(root, out.linkIds, !isEvent && !root["status"_L1].isNothing());
    if (root["data"_L1].isObject()) takeIds(root["data"_L1], out.linkIds, !root["data"_L1]["status"_L1].isNothing());
    return out;
}

} // namespace tresen::adapters::bezahl
