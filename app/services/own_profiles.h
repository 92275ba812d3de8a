// OwnProfiles: the descriptions of tables a workshop has made itself, as one journaled setting of the site, so that every desk has them. Values only.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <QString>
#include <vector>

namespace tresen::services {

struct OwnProfile {
    QString name;            // for people, and of `import --profile-map`
    QString files;           // names of files it reads, with * and ?, parted by ";"; empty: known by its titles only
    QByteArray json;         // see ports::TableSource
    bool operator==(const OwnProfile&) const = default;
};

// What of the text cannot be read is left out: a profile that is damaged reads nothing rather than anything wrongly.
std::vector<OwnProfile> readOwnProfiles(const QString& setting);
QString writeOwnProfiles(const std::vector<OwnProfile>& profiles);

const OwnProfile* findOwnProfile(const std::vector<OwnProfile>& profiles, const QString& name);   // by its name, without regard to case; null: none
bool isFileOf(const OwnProfile& profile, const QString& fileName);

// The name alone: Refused "profile.name" (empty, too long, with a control character).
Result<Ok> checkProfileName(const QString& name);

} // namespace tresen::services
