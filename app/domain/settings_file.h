// The file of settings: what one workshop has set, as JSON, to be kept or taken over elsewhere. Pure rules of writing and reading it; the settings page
// is the caller. No secret is ever in it: those lie in the keyring, and an address that holds a password is left out.
//   {"schema": "tresen.settings/1", "written_by": "…", "written_at": "…", "site": {KEY: VALUE}, "desk": {KEY: VALUE}}
// Version 2 has among those of the desk also values it has over the site's; one without them is written as version 1, which older programs read.
#pragma once
#include "app/domain/setting.h"
#include <QByteArray>

namespace tresen::domain {

inline constexpr int kSettingsFileVersion = 2;

struct SettingsFile {
    QString writtenBy, writtenAt;      // as it says; for people
    SettingValues values;              // normalized, of site and desk
    SettingValues own;                 // what the desk had over the site's; normalized, also empty
};

// set: what is set, see Settings::parts(). An empty one is not written unless it is the desk's own over the site's, nor what settingStaysHere().
QByteArray settingsFileOf(const SettingParts& set, const QString& writtenBy, const QString& writtenAt);

// The keys of values that are set and do not travel, in the order of the table.
QStringList stayingSettings(const SettingParts& set);
// Belongs to this profile alone (where the data lie, sample or real), or is an address with a user or a password in it.
bool settingStaysHere(const SettingDef& def, const QString& value);

// All or nothing. Invalid "settings_file.too_large", "settings_file.unreadable" (no JSON), "settings_file.too_deep", "settings_file.foreign" (JSON, and no
// settings of Tresen), "settings_file.twice" (a name twice in one object), "settings_file.value" (no text; detail: the key), "settings_file.picture";
// Refused "settings_file.newer" (detail: its version), "settings_file.unknown_key", "settings_file.wrong_part" (a key of the desk among those of the site
// or the other way round), "settings_file.stays" and "settings_file.secret" (detail: the key), and those of normalizeSetting().
Result<SettingsFile> readSettingsFile(const QByteArray& bytes);

struct SettingChange {
    QString key, before, after;
    bool locked = false;               // needs a reason: it is set already
    bool own = false;                  // of this desk only, over the site's value; before: what holds here now
};
// What taking over wanted would change, in the order of the table; withDesk: also what belongs to one desk only. Refusals: those of checkTogether().
Result<std::vector<SettingChange>> settingChanges(const SettingParts& now, const SettingParts& wanted, bool withDesk);

} // namespace tresen::domain
