// Many settings at once: all of them or none, over the journal and the desk's own file; and the bank an IBAN belongs to.
#include "app/domain/iban.h"
#include "app/domain/setting.h"
#include "tests/app/services/settings_kit.h"
#include <QRegularExpression>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using test::SettingsKit;

class TstSettingsStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void siteAndDeskAreStoredTogetherAndTold()
    {
        SettingsKit kit;
        QSignalSpy changed{&kit.settings, &services::Settings::changed};
        const domain::SettingValues values{{u"company.name"_s, u"Lindner"_s}, {u"payee.iban"_s, u"de89 3704 0044 0532 0130 00"_s}, {u"desk.name"_s, u"Theke 3"_s}};
        QVERIFY(kit.wait([&](auto done) { kit.settings.changeMany(values, {}, done); }).ok());
        QCOMPARE(changed.count(), 3);
        QCOMPARE(kit.settings.value(u"payee.iban"_s), u"DE89370400440532013000"_s);
        services::Settings again{kit.journal, kit.path(u"desk.json"_s)};
        QVERIFY(kit.wait([&](auto done) { again.load(done); }).ok());
        QCOMPARE(again.stored(), kit.settings.stored());
        QCOMPARE(again.stored(), (domain::SettingValues{{u"company.name"_s, u"Lindner"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"desk.name"_s, u"Theke 3"_s}}));
    }
    // The window and a command at one desk, each having read the file before the other wrote: neither undoes the other, nor what a newer version keeps there.
    void twoProcessesOfADeskLoseNothingOfEachOther()
    {
        SettingsKit kit;
        kit.write(u"desk.json"_s, R"({"future.key":"kept","desk.name":"Theke 1"})");
        services::Settings window{kit.journal, kit.path(u"desk.json"_s)}, command{kit.journal, kit.path(u"desk.json"_s)};
        const auto set = [&](services::Settings& s, const QString& key, const QString& value) { return kit.wait([&](auto done) { s.set(key, value, {}, done); }).ok(); };
        QVERIFY(set(window, u"desk.name"_s, u"Theke 7"_s));
        QVERIFY(set(command, u"scanner.prefix"_s, u"f9"_s));
        QVERIFY(kit.wait([&](auto done) { window.changeMany({{u"ui.theme"_s, u"dark"_s}}, {}, done); }).ok());
        const auto now = services::Settings::readDesk(kit.path(u"desk.json"_s));
        QCOMPARE(now, (domain::SettingValues{{u"desk.name"_s, u"Theke 7"_s}, {u"scanner.prefix"_s, u"f9"_s}, {u"ui.theme"_s, u"dark"_s}}));
        QFile file{kit.path(u"desk.json"_s)};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("future.key"));
    }
    void theSiteOfADeskIsItsOwnOrTheMainOne()
    {
        SettingsKit kit;
        const auto set = [&](const QString& key, const QString& value) { return kit.wait([&](auto done) { kit.settings.set(key, value, {}, done); }).ok(); };
        QVERIFY(kit.settings.siteHere().isEmpty());
        QVERIFY(set(u"site.name"_s, u"Werk Süd"_s));
        QCOMPARE(kit.settings.siteHere(), u"Werk Süd"_s);
        QVERIFY(set(u"desk.site"_s, u"Nord"_s));
        QCOMPARE(kit.settings.siteHere(), u"Nord"_s);
        QCOMPARE(kit.settings.value(u"site.name"_s), u"Werk Süd"_s);   // the others keep theirs
        const auto take = [&](const QString& deskSite, const QString& number) {
            kit.intake.setSite(u"Werk Süd"_s, u"WERBAS"_s, deskSite);
            kit.write(number + u".xml"_s, SettingsKit::sample(number));
            QVERIFY(kit.wait([&](auto done) {
                kit.intake.take({kit.path(number + u".xml"_s)}, false, [done](const Result<services::IntakeSummary>& s) { done(s ? Result<Ok>{Ok{}} : Result<Ok>{s.error()}); });
            }).ok());
        };
        take(u"Nord"_s, u"2026-3790"_s);
        take(u"Werk Süd"_s, u"2026-3920"_s);   // called like the main one: it is the main one
        take({}, u"2026-3998"_s);
        QHash<QString, QString> sites;
        for (const auto& entry : kit.entries())
            if (const auto* taken = entry.event.as<domain::InvoiceTaken>()) sites.insert(taken->record.number, taken->site);
        QCOMPARE(sites, (QHash<QString, QString>{{u"2026-3790"_s, u"Nord"_s}, {u"2026-3920"_s, QString{}}, {u"2026-3998"_s, QString{}}}));
    }
    void oneThatIsLockedStopsAllOfThem()
    {
        SettingsKit kit;
        QVERIFY(kit.wait([&](auto done) { kit.settings.changeMany({{u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"desk.name"_s, u"Theke 1"_s}, {u"company.city"_s, u"Olching"_s}}, {}, done); }).ok());
        const auto before = kit.settings.stored();
        const auto entries = kit.entries().size();
        const domain::SettingValues wanted{{u"payee.iban"_s, u"DE02120300000000202051"_s}, {u"desk.name"_s, u"Theke 9"_s}, {u"company.city"_s, u"München"_s}, {u"scanner.prefix"_s, u"f9"_s}};
        QSignalSpy changed{&kit.settings, &services::Settings::changed};
        for (const auto& [reason, code] : {std::pair{QString{}, u"setting.locked"_s}, std::pair{u"kurz"_s, u"setting.reason"_s}}) {
            const auto refused = kit.wait([&, reason = reason](auto done) { kit.settings.changeMany(wanted, reason, done); });
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, code);
            QCOMPARE(kit.settings.stored(), before);
            QCOMPARE(services::Settings::readDesk(kit.path(u"desk.json"_s)).value(u"desk.name"_s), u"Theke 1"_s);
            QCOMPARE(kit.entries().size(), entries);
        }
        QCOMPARE(changed.count(), 0);
        QVERIFY(kit.wait([&](auto done) { kit.settings.changeMany(wanted, u"neues Konto bei derselben Bank"_s, done); }).ok());
        QCOMPARE(kit.settings.value(u"payee.iban"_s), u"DE02120300000000202051"_s);
        QCOMPARE(kit.settings.value(u"desk.name"_s), u"Theke 9"_s);
        int withReason = 0;
        for (const auto& entry : kit.entries())
            if (const auto* e = entry.event.as<domain::SettingChanged>(); e && !e->reason.isEmpty()) {
                ++withReason;
                QCOMPARE(e->key, u"payee.iban"_s);
                QCOMPARE(e->previous, u"DE89370400440532013000"_s);
            }
        QCOMPARE(withReason, 1);
    }
    void furtherAccountsAreLockedAsSoonAsTheAccountIsSet()
    {
        SettingsKit kit;
        const domain::SettingValues both{{u"payee.iban"_s, u"DE89370400440532013000"_s}, {u"payee.own_ibans"_s, u"DE02120300000000202051"_s}};
        QVERIFY(!kit.settings.isLocked(u"payee.own_ibans"_s));
        QVERIFY(kit.wait([&](auto done) { kit.settings.changeMany(both, {}, done); }).ok());   // the first set-up

        SettingsKit later;   // an invoice with a foreign account has come, and its account is to be made our own
        QVERIFY(later.wait([&](auto done) { later.settings.set(u"payee.iban"_s, u"DE89370400440532013000"_s, {}, done); }).ok());
        QVERIFY(later.settings.isLocked(u"payee.own_ibans"_s));
        const auto add = [&](const QString& reason) { return later.wait([&](auto done) { later.settings.set(u"payee.own_ibans"_s, u"DE02120300000000202051"_s, reason, done); }); };
        QCOMPARE(add({}).error().code, u"setting.locked"_s);
        QCOMPARE(add(u"kurz"_s).error().code, u"setting.reason"_s);
        QCOMPARE(later.wait([&](auto done) { later.settings.changeMany({{u"payee.own_ibans"_s, u"DE02120300000000202051"_s}}, {}, done); }).error().code, u"setting.locked"_s);
        QVERIFY(add(u"Konto der Filiale in Olching"_s).ok());
        QCOMPARE(later.settings.policy().payee.ownIbans, QStringList{u"DE02120300000000202051"_s});
    }
    void aWrongValueStopsAllOfThem()
    {
        SettingsKit kit;
        const auto refused = kit.wait([&](auto done) { kit.settings.changeMany({{u"company.name"_s, u"Lindner"_s}, {u"ui.theme"_s, u"pink"_s}}, {}, done); });
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"setting.choice"_s);
        QVERIFY(kit.settings.stored().isEmpty());
        const auto unknown = kit.wait([&](auto done) { kit.settings.changeMany({{u"company.name"_s, u"Lindner"_s}, {u"company.nmae"_s, u"x"_s}}, {}, done); });
        QCOMPARE(unknown.error().code, u"setting.unknown"_s);
        QVERIFY(kit.entries().empty());
    }
    void whatIsOfOnePlaceStandsAtNoOther()
    {
        SettingsKit kit;
        const auto setAt = [&](services::SettingPlace place, const QString& key, const QString& value) {
            const auto done = kit.wait([&](auto answer) { kit.settings.setAt(place, key, value, {}, answer); });
            return done ? QString{} : done.error().code;
        };
        QCOMPARE(setAt(services::SettingPlace::Desk, u"payee.iban"_s, u"DE89370400440532013000"_s), u"setting.site_only"_s);
        QCOMPARE(setAt(services::SettingPlace::Desk, u"account.limit"_s, u"1.00"_s), u"setting.site_only"_s);
        QCOMPARE(setAt(services::SettingPlace::Site, u"printer.name"_s, u"Laser"_s), u"setting.desk_only"_s);
        QCOMPARE(setAt(services::SettingPlace::Desk, u"source.files"_s, u"burn"_s), u"setting.choice"_s);
        for (const auto& [key, code] : {std::pair{u"payee.iban"_s, u"setting.site_only"_s}, {u"printer.name"_s, u"setting.desk_only"_s}, {u"no.such"_s, u"setting.unknown"_s}})
            QCOMPARE(kit.wait([&, key = key](auto done) { kit.settings.dropOwn(key, done); }).error().code, code);
        QVERIFY(kit.settings.stored().isEmpty());
        QVERIFY(kit.entries().empty());
    }
    // As every value of the desk it wants the right to change settings, and leaves no entry in the journal.
    void anOwnValueIsAskedForLikeAnyOfTheDesk()
    {
        SettingsKit kit;
        bool may = false;
        kit.settings.setGate([&may](domain::Right right) -> Result<Ok> {
            if (may && right == domain::Right::ChangeSettings) return Ok{};
            return Error{Fault::Refused, u"user.right"_s, {}};
        });
        const auto keep = [&](const QString& value) { return kit.wait([&](auto done) { kit.settings.setAt(services::SettingPlace::Desk, u"source.folder"_s, value, {}, done); }); };
        const auto drop = [&] { return kit.wait([&](auto done) { kit.settings.dropOwn(u"source.folder"_s, done); }); };
        QCOMPARE(keep(u"/mnt/in"_s).error().code, u"user.right"_s);
        QVERIFY(!kit.settings.hasOwn(u"source.folder"_s));
        may = true;
        QVERIFY(keep(u"/mnt/in"_s).ok());
        may = false;
        QCOMPARE(drop().error().code, u"user.right"_s);
        QCOMPARE(kit.wait([&](auto done) { kit.settings.changeMany({{u"source.folder"_s, u"/mnt/x"_s}}, {}, done); }).error().code, u"user.right"_s);
        QCOMPARE(kit.settings.value(u"source.folder"_s), u"/mnt/in"_s);
        may = true;
        QVERIFY(drop().ok());
        QVERIFY(kit.entries().empty());
    }
    void partsAreStoredTogetherOrNotAtAll()
    {
        SettingsKit kit;
        const domain::SettingParts parts{{{u"source.folder"_s, u"/srv/in"_s}, {u"payee.iban"_s, u"DE89370400440532013000"_s}}, {{u"source.folder"_s, u"/mnt/in"_s}, {u"mail.proxy"_s, {}}}};
        QSignalSpy changed{&kit.settings, &services::Settings::changed};
        QVERIFY(kit.wait([&](auto done) { kit.settings.changeParts(parts, {}, done); }).ok());
        QCOMPARE(changed.count(), 3);
        QCOMPARE(kit.settings.parts().home, parts.home);
        QCOMPARE(kit.settings.parts().own, parts.own);
        // The account is locked: nothing of the desk's stays changed either.
        const domain::SettingParts wanted{{{u"payee.iban"_s, u"DE02120300000000202051"_s}}, {{u"source.folder"_s, u"/mnt/x"_s}, {u"writeback.folder"_s, u"/mnt/out"_s}}};
        QCOMPARE(kit.wait([&](auto done) { kit.settings.changeParts(wanted, {}, done); }).error().code, u"setting.locked"_s);
        QCOMPARE(kit.settings.parts().own, parts.own);
        QCOMPARE(services::Settings::readDesk(kit.path(u"desk.json"_s)), parts.own);
        QCOMPARE(kit.wait([&](auto done) { kit.settings.changeParts({{}, {{u"payee.bic"_s, u"COBADEFFXXX"_s}}}, {}, done); }).error().code, u"setting.site_only"_s);
    }
    void aDeskFileThatCannotBeWrittenStopsAllOfThem()
    {
        SettingsKit kit;
        QVERIFY(QDir{}.mkpath(kit.path(u"no/desk.json/x"_s)));   // a folder has the file's name
        services::Settings settings{kit.journal, kit.path(u"no/desk.json"_s)};
        const auto refused = kit.wait([&](auto done) { settings.changeMany({{u"company.name"_s, u"Lindner"_s}, {u"desk.name"_s, u"Theke 9"_s}}, {}, done); });
        QVERIFY(!refused);
        QVERIFY(settings.stored().isEmpty());
        QVERIFY(kit.entries().empty());
    }
};

QTEST_GUILESS_MAIN(TstSettingsStore)
#include "tst_settings_store.moc"
