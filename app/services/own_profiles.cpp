#include "app/services/own_profiles.h"
#include "app/core/limits.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// Without backtracking into more than one star: a pattern of people costs no more than its length times that of the name.
bool matchesPattern(QStringView pattern, QStringView name)
{
    qsizetype p = 0, n = 0, star = -1, from = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == u'*') {
            star = p++;
            from = n;
        } else if (p < pattern.size() && (pattern[p] == u'?' || pattern[p].toCaseFolded() == name[n].toCaseFolded())) {
            ++p;
            ++n;
        } else if (star >= 0) {
            p = star + 1;
            n = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == u'*') ++p;
    return p == pattern.size();
}

} // namespace

std::vector<OwnProfile> readOwnProfiles(const QString& setting)
{
    std::vector<OwnProfile> out;
    const auto list = QJsonDocument::fromJson(setting.toUtf8()).array();
    for (const auto& one : list) {
        const OwnProfile profile{one[u"name"].toString(), one[u"files"].toString(), QJsonDocument{one[u"profile"].toObject()}.toJson(QJsonDocument::Compact)};
        const bool fits = checkProfileName(profile.name).ok() && profile.json.size() <= limits::kMaxOwnProfile && !findOwnProfile(out, profile.name);
        if (fits && out.size() < static_cast<std::size_t>(limits::kMaxOwnProfiles)) out.push_back(profile);
    }
    return out;
}

QString writeOwnProfiles(const std::vector<OwnProfile>& profiles)
{
    if (profiles.empty()) return {};
    QJsonArray out;
    for (const auto& profile : profiles)
        out << QJsonObject{{u"name"_s, profile.name}, {u"files"_s, profile.files}, {u"profile"_s, QJsonDocument::fromJson(profile.json).object()}};
    return QString::fromUtf8(QJsonDocument{out}.toJson(QJsonDocument::Compact));
}

const OwnProfile* findOwnProfile(const std::vector<OwnProfile>& profiles, const QString& name)
{
    const auto found = std::find_if(profiles.begin(), profiles.end(), [&](const OwnProfile& p) { return p.name.compare(name, Qt::CaseInsensitive) == 0; });
    return found == profiles.end() ? nullptr : &*found;
}

bool isFileOf(const OwnProfile& profile, const QString& fileName)
{
    const auto patterns = QStringView{profile.files}.split(u';', Qt::SkipEmptyParts);
    return std::any_of(patterns.begin(), patterns.end(), [&](QStringView pattern) { return !pattern.trimmed().isEmpty() && matchesPattern(pattern.trimmed(), fileName); });
}

Result<Ok> checkProfileName(const QString& name)
{
    const bool plain = std::none_of(name.begin(), name.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
    if (name.trimmed().isEmpty() || name != name.trimmed() || name.size() > limits::kMaxProfileName || !plain) return Error{Fault::Refused, u"profile.name"_s, name.left(limits::kMaxProfileName)};
    return Ok{};
}

} // namespace tresen::services
