#include "ui/models/board_filter.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMaxFilterWords = 200;   // characters, as the search field takes them
constexpr std::array<const char*, kBoardTabs> kTabCodes{"all", "act", "waits", "free", "done"};

Error filterRefused(const QString& code, const QString& detail = {}) { return Error{Fault::Refused, code, detail}; }

BoardFilter filterOf(const QJsonObject& object)
{
    BoardFilter out;
    const auto tab = object[u"tab"_s].toString();
    for (std::size_t i = 0; i < kTabCodes.size(); ++i)
        if (tab == QLatin1StringView{kTabCodes[i]}) out.tab = static_cast<BoardTab>(i);
    out.words = object[u"words"_s].toString().left(kMaxFilterWords);
    out.options.handedOver = object[u"handedOver"_s].toBool(true);
    out.options.olderDays = qBound(0, object[u"olderDays"_s].toInt(), limits::kMaxFilterDays);
    out.options.waits = object[u"waits"_s].toBool(false);
    out.options.ownSite = object[u"ownSite"_s].toBool(false);
    return out;
}

QJsonObject objectOf(const SavedFilter& saved)
{
    const auto& f = saved.filter;
    QJsonObject out{{u"name"_s, saved.name}};
    if (f.tab != BoardTab::All) out.insert(u"tab"_s, QLatin1StringView{kTabCodes[static_cast<std::size_t>(f.tab)]});
    if (!f.words.isEmpty()) out.insert(u"words"_s, f.words);
    if (!f.options.handedOver) out.insert(u"handedOver"_s, false);
    if (f.options.olderDays > 0) out.insert(u"olderDays"_s, f.options.olderDays);
    if (f.options.waits) out.insert(u"waits"_s, true);
    if (f.options.ownSite) out.insert(u"ownSite"_s, true);
    return out;
}

} // namespace

BoardFilter SavedFilters::waitsForPickUp()
{
    BoardFilter out;
    out.options.waits = true;
    return out;
}

QString SavedFilters::nameOfWaiting()
{
    return tr("Waits for pick-up");
}

QString SavedFilters::describe(const BoardFilter& filter)
{
    const std::array<QString, kBoardTabs> tabs{QString{}, tr("Act", "tab: needs somebody"), tr("Waiting", "tab"), tr("Key free", "tab"), tr("Done", "tab")};
    QStringList parts{tabs[static_cast<std::size_t>(filter.tab)]};
    if (!filter.words.isEmpty()) parts << tr("search “%1”").arg(filter.words);
    if (filter.options.waits) parts << nameOfWaiting();
    if (filter.options.olderDays > 0) parts << tr("older than %n day(s)", nullptr, filter.options.olderDays);
    if (!filter.options.handedOver) parts << tr("without handed over ones");
    if (filter.options.ownSite) parts << tr("only my site");
    parts.removeAll({});
    return parts.isEmpty() ? tr("All vehicles") : parts.join(u" · "_s);
}

QString SavedFilters::refusal(const Error& error)
{
    if (error.code == u"filters.full") return tr("At most %n views are kept; delete one first", nullptr, limits::kMaxFilters);
    if (error.code == u"filters.name") return tr("It needs a name");
    if (error.code == u"filters.long") return tr("A name has at most %n characters", nullptr, limits::kMaxFilterName);
    if (error.code == u"filters.taken") return tr("There is one of that name already");
    return tr("It leaves nothing out: choose a view, type a search or an option first");
}

Result<QString> SavedFilters::nameFor(const QString& name, int but) const
{
    const auto clean = name.simplified();
    if (clean.isEmpty()) return filterRefused(u"filters.name"_s);
    if (clean.size() > limits::kMaxFilterName) return filterRefused(u"filters.long"_s);
    if (std::any_of(clean.begin(), clean.end(), [](QChar c) { return c.category() == QChar::Other_Control; })) return filterRefused(u"filters.name"_s);
    for (int i = 0; i < count(); ++i)
        if (i != but && m_all[static_cast<std::size_t>(i)].name.compare(clean, Qt::CaseInsensitive) == 0) return filterRefused(u"filters.taken"_s, clean);
    if (clean.compare(nameOfWaiting(), Qt::CaseInsensitive) == 0) return filterRefused(u"filters.taken"_s, clean);
    return clean;
}

Result<Ok> SavedFilters::add(const QString& name, const BoardFilter& filter)
{
    if (filter.isEverything()) return filterRefused(u"filters.everything"_s);
    if (count() >= limits::kMaxFilters) return filterRefused(u"filters.full"_s);
    const auto clean = nameFor(name, -1);
    if (!clean) return clean.error();
    m_all.push_back({clean.value(), filter});
    return Ok{};
}

Result<Ok> SavedFilters::rename(int place, const QString& name)
{
    if (place < 0 || place >= count()) return filterRefused(u"filters.name"_s);
    const auto clean = nameFor(name, place);
    if (!clean) return clean.error();
    m_all[static_cast<std::size_t>(place)].name = clean.value();
    return Ok{};
}

void SavedFilters::remove(int place)
{
    if (place >= 0 && place < count()) m_all.erase(m_all.begin() + place);
}

bool SavedFilters::move(int place, int by)
{
    const int to = place + by;
    if (place < 0 || place >= count() || to < 0 || to >= count()) return false;
    std::swap(m_all[static_cast<std::size_t>(place)], m_all[static_cast<std::size_t>(to)]);
    return true;
}

QString SavedFilters::nameOf(const BoardFilter& filter) const
{
    const auto found = std::find_if(m_all.begin(), m_all.end(), [&](const SavedFilter& one) { return one.filter == filter; });
    if (found != m_all.end()) return found->name;
    return filter == waitsForPickUp() ? nameOfWaiting() : QString{};
}

SavedFilters SavedFilters::fromText(const QString& stored)
{
    SavedFilters out;
    if (stored.size() > limits::kMaxDeskText) return out;
    for (const auto& one : QJsonDocument::fromJson(stored.toUtf8()).array()) {
        if (!one.isObject()) continue;
        const auto added = out.add(one.toObject()[u"name"_s].toString(), filterOf(one.toObject()));
        if (!added && added.error().code == u"filters.full") break;
    }
    return out;
}

QString SavedFilters::text() const
{
    if (m_all.empty()) return {};
    QJsonArray list;
    for (const auto& one : m_all) list.append(objectOf(one));
    return QString::fromUtf8(QJsonDocument{list}.toJson(QJsonDocument::Compact));
}

} // namespace tresen::ui
