// The typed table of all settings: one row per key. Settings, the command line and the settings page all read it; nothing else knows keys.
#pragma once
#include "app/core/result.h"
#include <QHash>
#include <QStringList>
#include <vector>

namespace tresen::domain {

enum class SettingType { Text, LongText, Iban, Bic, Email, Folder, Number, Amount, Choice, Flag, Color, List, IbanList, Image };   // lists are separated by commas
enum class SettingScope {
    Site,     // journaled, the same for every desk; see also SettingDef::perDesk
    Desk      // this desk only, a file beside the store
};

struct SettingDef {
    QString key;
    QString group;               // "company", "payee", "source", "portal", "printer", "store", "desk"
    SettingType type = SettingType::Text;
    SettingScope scope = SettingScope::Site;
    QString fallback;
    QStringList choices;
    bool locked = false;         // once set, only changed after unlocking with a reason
    int maxLength = 200;
    qint64 min = 0, max = 0;     // Number only; max 0: no bound
    bool hidden = false;         // kept by the program for itself; no page shows it
    bool stays = false;          // belongs to this one profile: no file of settings carries it, see settings_file.h
    bool lockedEmpty = false;    // locked also while it is empty, as soon as the account is set: it silences an alarm
    // Of the site, and a desk may have a value of its own over it: it names something of one computer (a path, a way into the network) or says how that is
    // read. Never what decides about money, proof or rights.
    bool perDesk = false;
};

const std::vector<SettingDef>& settingTable();
const SettingDef* findSetting(const QString& key);

// The value as it is stored, or why it is not taken: "setting.unknown", "setting.too_long", "setting.iban", "setting.bic", "setting.email",
// "setting.number", "setting.amount", "setting.choice", "setting.flag", "setting.color", "setting.control_characters".
Result<QString> normalizeSetting(const SettingDef& def, const QString& value);

using SettingValues = QHash<QString, QString>;

bool mayStandAtDesk(const SettingDef& def);   // in the desk's own file: by itself, or over the site's value

// What is set at one desk, the two apart: home holds each value where its key belongs, own those this desk has over the site's. An empty own one counts:
// this desk has none, whatever the site has.
struct SettingParts {
    SettingValues home, own;
    SettingParts(SettingValues ofHome = {}, SettingValues ofDesk = {}) : home{std::move(ofHome)}, own{std::move(ofDesk)} {}
};

// Values that each are fine by themselves and yet do not go together: Refused "portal.training_real" (the training portal takes no real money, so only
// the sample workshop may have it). settingsTogether(): the keys it looks at.
Result<Ok> checkTogether(const SettingValues& values);
const QStringList& settingsTogether();
QString settingOf(const SettingValues& values, const QString& key);   // the value or its fallback
bool isLocked(const SettingDef& def, const SettingValues& stored);   // whether a change needs a reason, as things stand

} // namespace tresen::domain
