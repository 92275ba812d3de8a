#include "app/adapters/portal/mollie/mollie_cursor.h"
#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::mollie {
namespace {

constexpr int kVersion = 1;
constexpr qsizetype kMarkLength = 10;

// Only what the list can show: whether a payment is under way it does not. The end of a link is a matter of the clock, so it is part of it.
QString markOfLink(const MollieLink& link, Instant now)
{
    const bool ended = !link.expiresAt.isNull() && link.expiresAt <= now;
    const QString text = u"%1|%2|%3|%4"_s.arg(link.archived).arg(link.paidAt.ms).arg(link.expiresAt.ms).arg(ended);
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex().left(kMarkLength));
}

bool isOpen(const MollieLink& link, Instant now)
{
    return !link.archived && link.paidAt.isNull() && (link.expiresAt.isNull() || link.expiresAt > now);
}

QJsonObject jsonOf(const QHash<QString, QString>& marks)
{
    QJsonObject out;
    for (auto it = marks.cbegin(); it != marks.cend(); ++it) out.insert(it.key(), it.value());
    return out;
}

bool readMarks(const net::JsonValue& json, QHash<QString, QString>& out)
{
    if (!json.isObject()) return false;
    for (std::size_t i = 0; i < json.items().size(); ++i) {
        const auto mark = json.items()[i].text();
        if (!mark || !isId(json.names()[i])) return false;
        out.insert(json.names()[i], *mark);
    }
    return true;
}

} // namespace

MollieMarks marksOf(const QString& cursor)
{
    const auto json = net::parseJson(cursor.toUtf8(), {.bytes = limits::kMaxPortalCursor});
    MollieMarks out;
    if (!json || json.value()["v"_L1].integer() != kVersion) return {};
    const auto at = json.value()["t"_L1].integer();
    if (!at || !readMarks(json.value()["l"_L1], out.links) || !readMarks(json.value()["m"_L1], out.money)) return {};
    out.moneyAt = Instant{*at};
    out.known = true;
    return out;
}

QString cursorOf(const MollieMarks& marks)
{
    const QJsonObject body{{u"v"_s, kVersion}, {u"t"_s, marks.moneyAt.ms}, {u"l"_s, jsonOf(marks.links)}, {u"m"_s, jsonOf(marks.money)}};
    const QByteArray text = QJsonDocument{body}.toJson(QJsonDocument::Compact);
    // Ids are far shorter than they may be. Should they ever not be, the next time everything is looked at again.
    return text.size() <= limits::kMaxPortalCursor ? QString::fromUtf8(text) : QString{};
}

ports::PortalChanges compareLinks(const MollieMarks& before, const std::vector<MollieLink>& page, Instant now, MollieMarks& after)
{
    ports::PortalChanges out;
    for (const auto& link : page) {
        const QString mark = markOfLink(link, now);
        after.links.insert(link.id, mark);
        if (before.known && before.links.value(link.id) == mark) out.unchanged << link.id;
        else if (before.known || isOpen(link, now)) out.linkIds << link.id;
    }
    return out;
}

QString markOf(const MollieRefund& refund)
{
    return refund.status.left(kMarkLength);
}

QString markOf(const MollieChargeback& chargeback)
{
    return chargeback.reversedAt.isNull() ? u"back"_s : u"reversed"_s;
}

} // namespace tresen::adapters::mollie
