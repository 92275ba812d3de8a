#include "app/services/profiles.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

std::vector<OwnProfile>::iterator placeOf(std::vector<OwnProfile>& profiles, const QString& name)
{
    return std::find_if(profiles.begin(), profiles.end(), [&](const OwnProfile& p) { return !name.isEmpty() && p.name.compare(name, Qt::CaseInsensitive) == 0; });
}

Result<Ok> hasPlace(const std::vector<OwnProfile>& mine, const OwnProfile& profile, const QString& replaces)
{
    const auto* same = findOwnProfile(mine, profile.name);
    if (same && same->name.compare(replaces, Qt::CaseInsensitive) != 0) return Error{Fault::Refused, u"profile.name_taken"_s, profile.name};
    const bool changed = !replaces.isEmpty() && findOwnProfile(mine, replaces);
    if (!changed && mine.size() >= static_cast<std::size_t>(limits::kMaxOwnProfiles)) return Error{Fault::Refused, u"profile.too_many"_s, QString::number(limits::kMaxOwnProfiles)};
    return Ok{};
}

Result<QString> textOf(const std::vector<OwnProfile>& profiles)
{
    auto text = writeOwnProfiles(profiles);
    if (text.size() > limits::kMaxOwnProfilesText) return Error{Fault::Refused, u"profile.too_large"_s, QString::number(text.size())};
    return text;
}

} // namespace

Profiles::Profiles(const ports::TableSource& tables, Settings& settings, QObject* parent) : QObject{parent}, m_tables{tables}, m_settings{settings}
{
    m_pool.setMaxThreadCount(1);   // what is typed meanwhile waits for the try before it
}

Profiles::~Profiles()
{
    m_pool.waitForDone();          // it uses m_tables
}

Result<QByteArray> Profiles::find(const QString& name) const
{
    const auto mine = own();
    if (const auto* profile = findOwnProfile(mine, name)) return profile->json;
    for (const auto& one : ready())
        if (one.id == name || one.info.name.compare(name, Qt::CaseInsensitive) == 0) return one.json;
    return Error{Fault::NotFound, u"profile.unknown"_s, name.left(limits::kMaxProfileName)};
}

void Profiles::readSample(const QString& file, Done<QByteArray> done)
{
    onReady(QtConcurrent::run(&m_pool, [file]() -> Result<QByteArray> {
        auto bytes = files::readRegular(file, limits::kMaxTableFile);
        if (!bytes) return bytes;
        // A little more than is looked at, so that it is seen to go on.
        constexpr qsizetype kMore = 2;
        return bytes.value().left(limits::kMaxTableLesson + kMore);
    }), this, [done = std::move(done)](const Result<QByteArray>& bytes) { done(bytes); });
}

void Profiles::learn(const QByteArray& sample, const ports::TableChoices& said, Done<ports::TableProposal> done)
{
    const auto* tables = &m_tables;
    onReady(QtConcurrent::run(&m_pool, [sample, said, tables] { return tables->learn(sample, said); }), this,
            [done = std::move(done)](const Result<ports::TableProposal>& proposal) { done(proposal); });
}

Result<Ok> Profiles::check(const OwnProfile& profile, const QString& replaces) const
{
    if (const auto named = checkProfileName(profile.name); !named) return named;
    const auto all = ready();
    const bool isReady = std::any_of(all.begin(), all.end(), [&](const ports::ReadyProfile& one) {
        return one.id.compare(profile.name, Qt::CaseInsensitive) == 0 || one.info.name.compare(profile.name, Qt::CaseInsensitive) == 0;
    });
    if (isReady) return Error{Fault::Refused, u"profile.name_taken"_s, profile.name};
    if (const auto room = hasPlace(own(), profile, replaces); !room) return room;
    return m_tables.mayKeep(profile.json);
}

// Whatever other desks have made of the others meanwhile stays; of two that change the same one the last one holds.
void Profiles::keep(const OwnProfile& profile, const QString& replaces, Done<Ok> done)
{
    if (const auto fine = check(profile, replaces); !fine) return done(fine);
    m_settings.merge(settingKey(), [profile, replaces](const QString& now) -> Result<QString> {
        auto mine = readOwnProfiles(now);
        if (const auto room = hasPlace(mine, profile, replaces); !room) return room.error();
        const auto at = placeOf(mine, replaces);
        if (at == mine.end()) mine.push_back(profile);
        else *at = profile;
        return textOf(mine);
    }, std::move(done));
}

void Profiles::remove(const QString& name, Done<Ok> done)
{
    m_settings.merge(settingKey(), [name](const QString& now) -> Result<QString> {
        auto mine = readOwnProfiles(now);
        const auto gone = placeOf(mine, name);
        if (gone == mine.end()) return Error{Fault::NotFound, u"profile.unknown"_s, name.left(limits::kMaxProfileName)};
        mine.erase(gone);
        return textOf(mine);
    }, std::move(done));
}

} // namespace tresen::services
