// The file of settings: what goes out comes in again, no secret travels, and a file from somewhere is taken whole or not at all, with a reason.
#include "app/core/limits.h"
#include "app/domain/settings_file.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::domain;

namespace {

const QByteArray kDot = QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

SettingValues workshop()
{
    return {{u"company.name"_s, u"Autohaus „Lindner“ & Söhne"_s}, {u"company.city"_s, u"Fürstenfeldbruck"_s}, {u"company.logo"_s, QString::fromLatin1(kDot.toBase64())},
            {u"payee.holder"_s, u"Autohaus Lindner GmbH"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"account.limit"_s, u"2500.00"_s},
            {u"mail.texts"_s, u"{\"de\": {\"subject\": \"Zeile\\neins\"}}"_s}, {u"desk.name"_s, u"Theke 2"_s}, {u"ui.language"_s, u"en"_s}};
}

QByteArray file(const QByteArray& site, const QByteArray& desk = "{}", const QByteArray& schema = "tresen.settings/1")
{
    return "{\"schema\": \"" + schema + "\", \"site\": " + site + ", \"desk\": " + desk + "}";
}

#define VERIFY_READ(read) QVERIFY2((read).ok(), (read) ? "" : qPrintable((read).error().code + u' ' + (read).error().detail))

} // namespace

class TstSettingsFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatGoesOutComesInAgain()
    {
        const auto bytes = settingsFileOf(workshop(), u"tresen 0.1.0"_s, u"2026-11-27T10:00:00.000Z"_s);
        const auto read = readSettingsFile(bytes);
        VERIFY_READ(read);
        QCOMPARE(read.value().values, workshop());
        QCOMPARE(read.value().writtenBy, u"tresen 0.1.0"_s);
        QCOMPARE(read.value().writtenAt, u"2026-11-27T10:00:00.000Z"_s);
        QCOMPARE(settingsFileOf(read.value().values, u"tresen 0.1.0"_s, u"2026-11-27T10:00:00.000Z"_s), bytes);
        const auto object = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(object[u"desk"_s].toObject().keys(), (QStringList{u"desk.name"_s, u"ui.language"_s}));
    }
    void everyShippedSettingTravelsOrStays()
    {
        // A value of every setting that takes one: all of them are either in the file or named as staying.
        SettingValues values;
        for (const auto& def : settingTable()) {
            QString value = u"x"_s;
            switch (def.type) {
            case SettingType::Iban:
            case SettingType::IbanList: value = u"DE89370400440532013000"_s; break;
            case SettingType::Bic: value = u"COBADEFFXXX"_s; break;
            case SettingType::Email: value = u"a@b.example"_s; break;
            case SettingType::Number: value = QString::number(std::max<qint64>(1, def.min)); break;
            case SettingType::Amount: value = u"1.00"_s; break;
            case SettingType::Choice: value = def.choices.back(); break;
            case SettingType::Flag: value = u"yes"_s; break;
            case SettingType::Color: value = u"#0F4C81"_s; break;
            case SettingType::Image: value = QString::fromLatin1(kDot.toBase64()); break;
            case SettingType::Text:
            case SettingType::LongText:
            case SettingType::Folder:
            case SettingType::List: break;
            }
            values.insert(def.key, value);
        }
        const auto read = readSettingsFile(settingsFileOf(values, {}, {}));
        VERIFY_READ(read);
        const auto stays = stayingSettings(values);
        QCOMPARE(read.value().values.size() + stays.size(), values.size());
        for (const auto& key : {u"store.url"_s, u"store.kind"_s, u"profile.kind"_s, u"secrets.place"_s, u"receive.path"_s, u"portal.used"_s, u"setup.state"_s, u"setup.question"_s})
            QVERIFY2(stays.contains(key), qPrintable(key));
    }
    void noPasswordLeaves()
    {
        const SettingValues values{{u"store.url"_s, u"postgresql://desk:geheim1@db/tresen"_s}, {u"mail.proxy"_s, u"http://anna:geheim2@proxy:3128"_s}, {u"company.name"_s, u"Lindner"_s},
                                   {u"bezahl.base_url"_s, u"https://user@api.example"_s}};
        const auto bytes = settingsFileOf(values, {}, {});
        QVERIFY(!bytes.contains("geheim"));
        QVERIFY(!bytes.contains("anna"));
        QVERIFY(bytes.contains("Lindner"));
        QCOMPARE(stayingSettings(values), (QStringList{u"bezahl.base_url"_s, u"mail.proxy"_s, u"store.url"_s}));
        QVERIFY(!settingStaysHere(*findSetting(u"mail.proxy"_s), u"http://proxy:3128"_s));
    }
    void foreignAndDamagedFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const QByteArray& bytes, const char* code, const char* detail = "") {
            QTest::newRow(name) << bytes << QString::fromLatin1(code) << QString::fromLatin1(detail);
        };
        row("empty", {}, "settings_file.unreadable", "0");
        row("cut", file("{}").chopped(1), "settings_file.unreadable", "62");
        row("no JSON", "company.name = Lindner", "settings_file.unreadable", "1");
        row("not UTF-8", file("{\"company.name\": \"M\xfcller\"}"), "settings_file.unreadable", "68");
        row("an array", "[]", "settings_file.foreign");
        row("another file of ours", "{\"schema\": \"tresen.settlement/1\"}", "settings_file.foreign");
        row("no version", file("{}", "{}", "tresen.settings/"), "settings_file.foreign");
        row("version is no number", file("{}", "{}", "tresen.settings/1b"), "settings_file.foreign");
        row("version 0", file("{}", "{}", "tresen.settings/0"), "settings_file.foreign");
        row("newer", file("{}", "{}", "tresen.settings/3"), "settings_file.newer", "3");
        row("newer, with what nobody knows", "{\"schema\": \"tresen.settings/7\", \"till\": {}}", "settings_file.newer", "7");
        row("unknown key", file("{\"company.nmae\": \"x\"}"), "settings_file.unknown_key", "company.nmae");
        row("unknown part", "{\"schema\": \"tresen.settings/1\", \"secrets\": {}}", "settings_file.unknown_key", "secrets");
        row("part is no object", file("\"x\""), "settings_file.value", "site");
        row("number as value", file("{\"orders.port\": 80}"), "settings_file.value", "orders.port");
        row("null as value", file("{\"company.name\": null}"), "settings_file.value", "company.name");
        row("desk's among the site's", file("{\"desk.name\": \"x\"}"), "settings_file.wrong_part", "desk.name");
        row("site's among the desk's", file("{}", "{\"payee.iban\": \"DE89370400440532013000\"}"), "settings_file.wrong_part", "payee.iban");
        row("site's among the desk's in the new version", file("{}", "{\"mail.host\": \"x\"}", "tresen.settings/2"), "settings_file.wrong_part", "mail.host");
        row("password in an address of a desk", file("{}", "{\"mail.proxy\": \"http://a:b@c:1\"}", "tresen.settings/2"), "settings_file.secret", "mail.proxy");
        row("kind of data", file("{\"profile.kind\": \"sample\"}"), "settings_file.stays", "profile.kind");
        row("another store", file("{}", "{\"store.url\": \"postgresql://evil/x\"}"), "settings_file.stays", "store.url");
        row("password in an address", file("{\"mail.proxy\": \"http://a:b@c:1\"}"), "settings_file.secret", "mail.proxy");
        row("wrong IBAN", file("{\"payee.iban\": \"DE89370400440532013001\"}"), "setting.iban", "payee.iban");
        row("wrong choice", file("{\"portal.id\": \"evil\"}"), "setting.choice", "portal.id");
        row("control character", file("{\"company.name\": \"a\\u0007b\"}"), "setting.control_characters", "company.name");
        row("too long a value", file("{\"company.name\": \"" + QByteArray(81, 'x') + "\"}"), "setting.too_long", "company.name");
        row("picture that is none", file("{\"company.logo\": \"PHN2Zz4=\"}"), "settings_file.picture", "company.logo");
        row("picture that is no base64", file("{\"company.logo\": \"iVBORw0KGgo*\"}"), "settings_file.picture", "company.logo");
        row("a name twice", file("{\"company.name\": \"a\", \"company.name\": \"b\"}"), "settings_file.twice");
        row("a part twice", "{\"schema\": \"tresen.settings/1\", \"site\": {\"company.name\": \"a\"}, \"site\": {}}", "settings_file.twice");
        row("too deep", file("{\"company.name\": {\"a\": 1}}"), "settings_file.too_deep");
        row("very deep", QByteArray(100'000, '['), "settings_file.too_deep");
        row("too large", QByteArray(limits::kMaxSettingsFile + 1, ' '), "settings_file.too_large");
    }
    void foreignAndDamagedFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, code);
        QFETCH(QString, detail);
        const auto read = readSettingsFile(bytes);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        if (code == u"settings_file.unreadable") QVERIFY(!read.error().detail.isEmpty());
        else QCOMPARE(read.error().detail, detail);
    }
    void bracesAndColonsInValuesAreText()
    {
        const auto read = readSettingsFile("\xEF\xBB\xBF" + file("{\"company.name\": \"a:{[\\\"}]: \\\\\", \"company.city\" : \"b\"}"));
        QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().code));
        QCOMPARE(read.value().values.value(u"company.name"_s), u"a:{[\"}]: \\"_s);
        QCOMPARE(read.value().values.value(u"company.city"_s), u"b"_s);
    }
    void whatWouldChangeIsToldBefore()
    {
        SettingValues now{{u"company.name"_s, u"Lindner"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"desk.name"_s, u"Theke 1"_s}, {u"company.city"_s, u"Olching"_s}};
        const SettingValues wanted{{u"company.name"_s, u"Lindner"_s}, {u"payee.iban"_s, u"DE02120300000000202051"_s}, {u"payee.holder"_s, u"Lindner GmbH"_s}, {u"desk.name"_s, u"Theke 2"_s},
                                   {u"company.city"_s, {}}};
        const auto all = settingChanges(now, wanted, true).value();
        QStringList keys, locked;
        for (const auto& change : all) {
            keys << change.key;
            if (change.locked) locked << change.key;
        }
        QCOMPARE(keys, (QStringList{u"company.city"_s, u"payee.holder"_s, u"payee.iban"_s, u"desk.name"_s}));
        QCOMPARE(locked, QStringList{u"payee.iban"_s});                     // the holder was not set yet
        QCOMPARE(all[2].before, u"DE89370400440532013000"_s);
        QCOMPARE(all[2].after, u"DE02120300000000202051"_s);
        QCOMPARE(settingChanges(now, wanted, false).value().size(), std::size_t{3});
        QVERIFY(settingChanges(now, now, true).value().empty());
    }
    void whatADeskHasOverTheSitesTravelsApart()
    {
        const SettingParts set{{{u"source.folder"_s, u"/srv/in"_s}, {u"mail.proxy"_s, u"socks5h://s:1"_s}, {u"desk.name"_s, u"Theke 2"_s}},
                               {{u"source.folder"_s, u"/mnt/in"_s}, {u"writeback.folder"_s, {}}, {u"mail.proxy"_s, u"http://a:geheim@c:1"_s}}};
        const auto bytes = settingsFileOf(set, {}, {});
        QVERIFY(!bytes.contains("geheim"));
        QCOMPARE(stayingSettings(set), QStringList{u"mail.proxy"_s});
        QCOMPARE(QJsonDocument::fromJson(bytes).object()[u"schema"_s].toString(), u"tresen.settings/2"_s);
        const auto read = readSettingsFile(bytes);
        VERIFY_READ(read);
        QCOMPARE(read.value().values, set.home);
        QCOMPARE(read.value().own, (SettingValues{{u"source.folder"_s, u"/mnt/in"_s}, {u"writeback.folder"_s, {}}}));
        const auto plain = settingsFileOf({workshop()}, {}, {});   // an older program reads it
        QCOMPARE(QJsonDocument::fromJson(plain).object()[u"schema"_s].toString(), u"tresen.settings/1"_s);
    }
    void whatADeskHasOverTheSitesIsAChangeOfItsOwn()
    {
        const SettingParts now{{{u"source.folder"_s, u"/srv/in"_s}}}, wanted{{{u"source.folder"_s, u"/srv/neu"_s}}, {{u"source.folder"_s, u"/srv/in"_s}, {u"writeback.folder"_s, {}}}};
        const auto all = settingChanges(now, wanted, true).value();
        QCOMPARE(all.size(), std::size_t{3});
        QVERIFY(!all[0].own && all[0].key == u"source.folder" && all[0].before == u"/srv/in" && all[0].after == u"/srv/neu");
        QVERIFY(all[1].own && all[1].key == u"source.folder" && all[1].before == u"/srv/in" && all[1].after == u"/srv/in");   // kept although the site's changes
        QVERIFY(all[2].own && all[2].key == u"writeback.folder" && all[2].after.isEmpty());                                  // none here, whatever the site has
        QCOMPARE(settingChanges(now, wanted, false).value().size(), std::size_t{1});
        QVERIFY(settingChanges(wanted, wanted, true).value().empty());
    }
    void nothingAboutMoneyProofOrRightsIsOfADesk()
    {
        for (const auto& def : settingTable()) {
            if (!def.perDesk) continue;
            QVERIFY2(def.scope == SettingScope::Site && !def.locked && !def.hidden && !def.stays, qPrintable(def.key));
            QVERIFY2(def.group == u"source" || def.group == u"mail", qPrintable(def.key));
            QVERIFY2(!settingsTogether().contains(def.key), qPrintable(def.key));
        }
        for (const auto& key : {u"payee.iban"_s, u"account.limit"_s, u"refund.four_eyes_above"_s, u"keys.signature"_s, u"portal.id"_s, u"mail.host"_s, u"mail.from"_s, u"source.system"_s})
            QVERIFY2(!mayStandAtDesk(*findSetting(key)), qPrintable(key));
    }
    void whatDoesNotGoTogetherIsRefusedBefore()
    {
        const auto changes = settingChanges({}, {SettingValues{{u"portal.id"_s, u"training"_s}}}, true);
        QVERIFY(!changes);
        QCOMPARE(changes.error().code, u"portal.training_real"_s);
        QVERIFY(settingChanges({SettingValues{{u"profile.kind"_s, u"sample"_s}}}, {SettingValues{{u"portal.id"_s, u"training"_s}}}, true).ok());
    }
};

QTEST_APPLESS_MAIN(TstSettingsFile)
#include "tst_settings_file.moc"
