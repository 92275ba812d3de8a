// config
#include "app/core/async.h"
#include "app/main/command.h"
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

QString shown(const domain::SettingDef& def, const QString& value)
{
    return def.type == domain::SettingType::Image && !value.isEmpty() ? u"(%1 characters)"_s.arg(value.size()) : value;
}

// From standard input, so that it stands in no list of commands: "tresen config secret portal.mollie.key < key.txt".
void keepSecret(House& house, const QString& name, const Finish& finish)
{
    constexpr qint64 kMost = 8 * 1024;
    if (const auto may = house.people->may(domain::Right::ChangeSettings); !may) return finishWith(may.error(), finish);
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) return finishWith(Error{Fault::Invalid, u"secret.input"_s, {}}, finish);
    const Secret secret{QString::fromUtf8(in.read(kMost)).trimmed()};
    onReady(house.peers->secrets().write(name, secret), &house, [&house, name, finish](const Result<Ok>& kept) {
        if (!kept) return finishWith(kept.error(), finish);
        printLine({{u"secret"_s, name}, {u"place"_s, house.peers->secrets().place() == ports::SecretPlace::Keyring ? u"keyring"_s : u"file"_s}});
        finish(Exit::Done);
    });
}

// Where the value comes from that holds here: "desk", "site" or "default".
QString originOf(const services::Settings& settings, const domain::SettingDef& def)
{
    if (settings.hasOwn(def.key)) return u"desk"_s;
    if (!settings.isSet(def.key)) return u"default"_s;
    return def.scope == domain::SettingScope::Desk ? u"desk"_s : u"site"_s;
}

// all: among others, with what is long cut short.
void printSetting(const services::Settings& settings, const domain::SettingDef& def, bool all)
{
    const auto printed = [&](const QString& value) { return all ? shown(def, value) : value; };
    QJsonObject line{{u"key"_s, def.key}, {u"value"_s, printed(settings.value(def.key))}, {u"set"_s, settings.isSet(def.key)}, {u"locked"_s, def.locked},
                     {u"from"_s, originOf(settings, def)}, {u"per_desk"_s, def.perDesk}};
    if (settings.hasOwn(def.key)) line.insert(u"site_value"_s, printed(settings.siteValue(def.key)));
    printLine(line);
}

void followConfig(House& house, const QString& key, const Finish& finish)
{
    house.settings->dropOwn(key, [&house, key, finish](const Result<Ok>& done) {
        if (!done) return finishWith(done.error(), finish);
        printSetting(*house.settings, *domain::findSetting(key), false);
        finish(Exit::Done);
    });
}

services::SettingPlace placeOf(const Arguments& a)
{
    return a.has(u"--site"_s) ? services::SettingPlace::Site : a.has(u"--desk"_s) ? services::SettingPlace::Desk : services::SettingPlace::AsHeld;
}

} // namespace

void runConfig(House& house, const Arguments& a, Finish finish)
{
    const auto verb = a.words.front();
    if (verb == u"secret" && a.words.size() == 2) return keepSecret(house, a.words[1], finish);
    if (verb == u"follow" && a.words.size() == 2) return followConfig(house, a.words[1], finish);
    if ((verb == u"get" || verb == u"list") && a.words.size() == 1) {
        for (const auto& def : domain::settingTable()) printSetting(*house.settings, def, true);
        return finish(Exit::Done);
    }
    if (verb == u"get" && a.words.size() == 2) {
        const auto* def = domain::findSetting(a.words[1]);
        if (!def) return finishWith(Error{Fault::Refused, u"setting.unknown"_s, a.words[1]}, finish);
        printSetting(*house.settings, *def, false);
        return finish(Exit::Done);
    }
    const bool both = a.has(u"--site"_s) && a.has(u"--desk"_s);
    if (verb != u"set" || a.words.size() != 3 || both) return finishWith(Error{Fault::Invalid, u"usage"_s, findCommand(u"config"_s)->usage}, finish);
    agreeSecond(house, a, domain::Right::ChangePayee, [&house, a, finish](const Result<services::Agreement>& agreed) {
        if (!agreed) return finishWith(agreed.error(), finish);
        house.settings->setAt(placeOf(a), a.words[1], a.words[2], a.option(u"--unlock"_s), [&house, key = a.words[1], finish](const Result<Ok>& done) {
            if (!done) return finishWith(done.error(), finish);
            printSetting(*house.settings, *domain::findSetting(key), false);
            finish(Exit::Done);
        }, agreed.value());
    });
}

} // namespace tresen::app
