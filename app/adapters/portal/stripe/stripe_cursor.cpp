#include "app/adapters/portal/stripe/stripe_cursor.h"
#include "app/adapters/portal/stripe/stripe_codec.h"
#include <algorithm>
#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::stripe {
namespace {

constexpr qsizetype kMaxEventId = 48;   // kMaxTold of them, with their times, fit into a cursor

} // namespace

StripeMark markOf(const QString& cursor)
{
    if (cursor.isEmpty() || cursor.size() > limits::kMaxPortalCursor) return {};
    const auto json = net::parseJson(cursor.toUtf8());
    if (!json) return {};
    net::JsonFields fields{json.value()};
    StripeMark out;
    out.known = fields.integer("v"_L1) == 1;
    out.lastId = fields.optionalText("last"_L1);
    out.at.ms = fields.integer("at"_L1);
    out.lookedBackAt.ms = fields.integer("back"_L1);
    const auto& told = fields.object("told"_L1);
    for (std::size_t i = 0; i < told.items().size() && out.told.size() < kMaxTold; ++i) {
        const auto seconds = told.items()[i].integer();
        if (!seconds || !isId(told.names()[i])) return {};
        out.told.insert(told.names()[i], *seconds);
    }
    const bool sound = fields.good() && out.known && (out.lastId.isEmpty() || isId(out.lastId)) && out.at.ms > 0 && out.lookedBackAt.ms > 0;
    return sound ? out : StripeMark{};
}

QString cursorOf(const StripeMark& mark)
{
    std::vector<std::pair<QString, qint64>> told;
    for (auto one = mark.told.cbegin(); one != mark.told.cend(); ++one)
        if (one.key().size() <= kMaxEventId) told.emplace_back(one.key(), one.value());
    std::sort(told.begin(), told.end());
    QByteArray ids;
    for (const auto& [id, seconds] : told) {
        if (!ids.isEmpty()) ids += ',';
        ids += net::jsonText(id) + ':' + QByteArray::number(seconds);
    }
    return QString::fromLatin1(R"({"v":1,"last":)" + net::jsonText(mark.lastId) + R"(,"at":)" + QByteArray::number(mark.at.ms) + R"(,"back":)"
                               + QByteArray::number(mark.lookedBackAt.ms) + R"(,"told":{)" + ids + "}}");
}

void forgetOld(StripeMark& mark, Instant now)
{
    const qint64 oldest = (now.ms - 2 * kLookBackMs) / 1000;
    std::vector<std::pair<qint64, QString>> kept;
    for (auto one = mark.told.cbegin(); one != mark.told.cend(); ++one)
        if (one.value() >= oldest) kept.emplace_back(one.value(), one.key());
    std::sort(kept.begin(), kept.end(), std::greater<>{});
    if (kept.size() > kMaxTold) kept.resize(kMaxTold);
    mark.told.clear();
    for (const auto& [seconds, id] : kept) mark.told.insert(id, seconds);
}

} // namespace tresen::adapters::stripe
