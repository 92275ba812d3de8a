#include "app/domain/settings_file.h"
#include "app/core/limits.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr auto kSchemaName = "tresen.settings/"_L1;
constexpr auto kPng = "\x89PNG\r\n\x1a\n";

// What QJsonDocument does not tell: how deep it goes, and how many names stand in it. It judges itself whether this is JSON at all.
struct FileShape { int depth = 0, names = 0; };

FileShape shapeOfFile(const QByteArray& bytes)
{
    FileShape shape;
    int depth = 0;
    bool inText = false, ended = false;   // ended: a text has just ended, so a colon makes it a name
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\') ++i;
            else if (c == '"') inText = false, ended = true;
            continue;
        }
        if (c == '"') inText = true;
        else if (c == '{' || c == '[') shape.depth = std::max(shape.depth, ++depth);
        else if (c == '}' || c == ']') --depth;
        else if (c == ':' && ended) ++shape.names;
        if (c != ' ' && c != '\t' && c != '\r' && c != '\n') ended = false;
    }
    return shape;
}

Error fileInvalid(const QString& code, const QString& detail = {}) { return Error{Fault::Invalid, code, detail}; }
Error fileRefused(const QString& code, const QString& detail) { return Error{Fault::Refused, code, detail.left(80)}; }   // a name from outside

bool holdsUser(const QString& value)
{
    static const QRegularExpression userInAddress{u"://[^/\\s]*@"_s};
    return userInAddress.match(value).hasMatch();
}

bool isPicture(const QString& value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    return decoded && decoded.decoded.startsWith(kPng);
}

Result<Ok> checkSchema(const QJsonObject& object)
{
    const auto schema = object[u"schema"_s].toString();
    bool isNumber = false;
    const int version = QStringView{schema}.mid(kSchemaName.size()).toInt(&isNumber);
    if (!schema.startsWith(kSchemaName) || !isNumber || version < 1) return fileInvalid(u"settings_file.foreign"_s);
    if (version > kSettingsFileVersion) return fileRefused(u"settings_file.newer"_s, QString::number(version));
    return Ok{};
}

// out: of the file's values the ones at home here or there. own: what a desk has over the site's; null in the part of the site.
Result<Ok> takePart(const QJsonObject& part, SettingScope scope, SettingValues& out, SettingValues* own)
{
    for (auto it = part.begin(); it != part.end(); ++it) {
        const auto* def = findSetting(it.key());
        if (!def) return fileRefused(u"settings_file.unknown_key"_s, it.key());
        if (!it->isString()) return fileInvalid(u"settings_file.value"_s, def->key);
        const bool over = own && def->perDesk;
        if (def->scope != scope && !over) return fileRefused(u"settings_file.wrong_part"_s, def->key);
        if (def->stays) return fileRefused(u"settings_file.stays"_s, def->key);
        const auto normal = normalizeSetting(*def, it->toString());
        if (!normal) return normal.error();
        if (holdsUser(normal.value())) return fileRefused(u"settings_file.secret"_s, def->key);
        const bool picture = def->type == SettingType::Image && !normal.value().isEmpty();
        if (picture && !isPicture(normal.value())) return fileInvalid(u"settings_file.picture"_s, def->key);
        (over ? *own : out).insert(def->key, normal.value());
    }
    return Ok{};
}

} // namespace

bool settingStaysHere(const SettingDef& def, const QString& value)
{
    return def.stays || holdsUser(value);
}

QStringList stayingSettings(const SettingParts& set)
{
    const auto stays = [](const SettingDef& def, const QString& value) { return !value.isEmpty() && settingStaysHere(def, value); };
    QStringList out;
    for (const auto& def : settingTable())
        if (stays(def, set.home.value(def.key)) || stays(def, set.own.value(def.key))) out << def.key;
    return out;
}

QByteArray settingsFileOf(const SettingParts& set, const QString& writtenBy, const QString& writtenAt)
{
    QJsonObject site, desk;
    int version = 1;
    for (const auto& def : settingTable()) {
        const auto value = set.home.value(def.key);
        if (!value.isEmpty() && !settingStaysHere(def, value)) (def.scope == SettingScope::Desk ? desk : site).insert(def.key, value);
        const auto own = set.own.constFind(def.key);
        if (!def.perDesk || own == set.own.constEnd() || settingStaysHere(def, *own)) continue;
        desk.insert(def.key, *own);
        version = kSettingsFileVersion;
    }
    const QJsonObject all{{u"schema"_s, kSchemaName + QString::number(version)}, {u"written_by"_s, writtenBy}, {u"written_at"_s, writtenAt},
                          {u"site"_s, site}, {u"desk"_s, desk}};
    return QJsonDocument{all}.toJson();
}

Result<SettingsFile> readSettingsFile(const QByteArray& bytes)
{
    if (bytes.size() > limits::kMaxSettingsFile) return fileInvalid(u"settings_file.too_large"_s);
    const auto text = bytes.startsWith("\xEF\xBB\xBF") ? bytes.mid(3) : bytes;   // an editor's mark
    const auto shape = shapeOfFile(text);
    if (shape.depth > limits::kMaxSettingsDepth) return fileInvalid(u"settings_file.too_deep"_s);
    QJsonParseError fault;
    const auto document = QJsonDocument::fromJson(text, &fault);
    if (fault.error != QJsonParseError::NoError) return fileInvalid(u"settings_file.unreadable"_s, QString::number(fault.offset));
    const auto object = document.object();
    if (const auto known = checkSchema(object); !known) return known.error();
    qsizetype names = object.size();
    for (const auto& [part, isPart] : std::initializer_list<std::pair<QString, bool>>{{u"site"_s, true}, {u"desk"_s, true}, {u"written_by"_s, false}, {u"written_at"_s, false}}) {
        const auto value = object[part];
        if (!value.isUndefined() && !(isPart ? value.isObject() : value.isString())) return fileInvalid(u"settings_file.value"_s, part);
        names += value.toObject().size();
    }
    for (const auto& name : object.keys())
        if (!QStringList{u"schema"_s, u"written_by"_s, u"written_at"_s, u"site"_s, u"desk"_s}.contains(name)) return fileRefused(u"settings_file.unknown_key"_s, name);
    if (names != shape.names) return fileInvalid(u"settings_file.twice"_s);
    SettingsFile out{object[u"written_by"_s].toString().left(80), object[u"written_at"_s].toString().left(40), {}, {}};
    if (const auto site = takePart(object[u"site"_s].toObject(), SettingScope::Site, out.values, nullptr); !site) return site.error();
    if (const auto desk = takePart(object[u"desk"_s].toObject(), SettingScope::Desk, out.values, &out.own); !desk) return desk.error();
    return out;
}

Result<std::vector<SettingChange>> settingChanges(const SettingParts& now, const SettingParts& wanted, bool withDesk)
{
    std::vector<SettingChange> out;
    auto after = now.home;
    for (const auto& def : settingTable()) {
        const auto found = wanted.home.constFind(def.key);
        const auto before = now.home.value(def.key);
        if (found != wanted.home.constEnd() && before != *found && (def.scope == SettingScope::Site || withDesk)) {
            out.push_back({def.key, before, *found, isLocked(def, now.home), false});
            after.insert(def.key, *found);
        }
        const auto own = wanted.own.constFind(def.key), ownNow = now.own.constFind(def.key);
        if (!def.perDesk || !withDesk || own == wanted.own.constEnd()) continue;
        const bool has = ownNow != now.own.constEnd();
        if (!has || *ownNow != *own) out.push_back({def.key, has ? *ownNow : before, *own, false, true});
    }
    const bool together = std::any_of(out.begin(), out.end(), [](const SettingChange& c) { return settingsTogether().contains(c.key); });
    if (together)
        if (const auto fits = checkTogether(after); !fits) return fits.error();
    return out;
}

} // namespace tresen::domain
