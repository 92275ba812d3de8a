// The settings, typed and clicked at, over the real station and a real store.
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/settings/choice_editors.h"
#include "ui/settings/logo_editor.h"
#include "ui/settings/setting_field.h"
#include "ui/settings/setting_words.h"
#include "ui/settings/settings_page.h"
#include "ui/settings/unlock_sheet.h"
#include "ui/settings/vault_card.h"
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QWheelEvent>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

class TstSettingsPage : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        SettingsPage page{{settings, vault, accounts, mails, clock}};

        explicit Desk(QSize size = {1344, 812})
        {
            page.resize(size);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
        }
        QLineEdit* line(const QString& key) { return test::part<QLineEdit>(page, u"settings.input."_s + key); }
        QString message(const QString& key) { return test::part<QLabel>(page, u"settings.message."_s + key)->text(); }
        QWidget* field(const QString& key) { return test::part<QWidget>(page, u"settings.field."_s + key); }
        void type(const QString& key, const QString& text)
        {
            line(key)->setFocus();
            line(key)->selectAll();
            QTest::keyClicks(line(key), text);
        }
        void section(const QString& id) { QTest::mouseClick(test::part<QAbstractButton>(page, u"settings.section."_s + id), Qt::LeftButton); }
        QLineEdit* search() { return test::part<QLineEdit>(page, u"settings.search"_s); }
        QStringList shown()
        {
            QStringList out;
            for (const auto& def : domain::settingTable())
                if (!def.hidden && field(def.key)->isVisible()) out << def.key;
            return out;
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void everySettingHasAGermanName()
    {
        QTranslator german;
        QVERIFY(german.load(u":/i18n/tresen_de.qm"_s));
        for (const auto& def : domain::settingTable()) {
            if (def.hidden) continue;
            QVERIFY2(SettingWords::knows(def.key), qPrintable(def.key));
            const auto english = SettingWords::label(def.key);
            QVERIFY2(english != def.key && !english.isEmpty(), qPrintable(def.key));
            QVERIFY2(!german.translate("tresen::ui::SettingWords", english.toUtf8().constData()).isEmpty(), qPrintable(def.key));
            if (const auto help = SettingWords::help(def.key); !help.isEmpty())
                QVERIFY2(!german.translate("tresen::ui::SettingWords", help.toUtf8().constData()).isEmpty(), qPrintable(help));
            QVERIFY2(SettingWords::groups().contains(def.group), qPrintable(def.group));
            for (const auto& choice : def.choices) QVERIFY2(SettingWords::choice(def.key, choice) != choice, qPrintable(def.key + u' ' + choice));
        }
        for (const auto& group : SettingWords::groups()) QVERIFY(SettingWords::group(group) != group);
    }
    void everyFieldIsForAFinger()
    {
        Desk desk;
        for (const auto& group : SettingWords::groups()) {
            if (!desk.page.findChild<QAbstractButton*>(u"settings.section."_s + group)) continue;
            desk.section(group);
            QTRY_VERIFY2(test::lowIn(desk.page).isEmpty(), qPrintable(group + u": "_s + test::lowIn(desk.page).join(u", "_s)));
        }
    }
    // Each section says it once; a setting says it where it differs from its section.
    void everyFieldSaysForWhomItHolds()
    {
        Desk desk;
        for (const auto& def : domain::settingTable()) {
            const auto* help = desk.page.findChild<QLabel*>(u"settings.help."_s + def.key);
            const auto* part = desk.page.findChild<QLabel*>(u"settings.part_help."_s + def.group);
            if (!help) continue;
            QVERIFY2(part, qPrintable(def.group));
            const bool differs = !part->text().endsWith(SettingWords::scope(def.scope));
            QVERIFY2(help->text().endsWith(SettingWords::scope(def.scope)) == differs, qPrintable(def.key));
            QVERIFY2(help->isHidden() == help->text().isEmpty(), qPrintable(def.key));
        }
        QVERIFY(test::part<QLabel>(desk.page, u"settings.help.orders.port"_s)->text().endsWith(u"For this desk only"_s));
        QVERIFY(test::part<QLabel>(desk.page, u"settings.part_help.source"_s)->text().endsWith(u"For the whole workshop"_s));
        QVERIFY(test::part<QLabel>(desk.page, u"settings.part_help.desk"_s)->text().endsWith(u"For this desk only"_s));
    }
    void enterSavesAndSaysSo()
    {
        Desk desk;
        QSignalSpy saved{&desk.page, &SettingsPage::saved};
        desk.type(u"company.name"_s, u"Autohaus Lindner"_s);
        QTest::keyClick(desk.line(u"company.name"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.message(u"company.name"_s), u"Saved"_s);
        QCOMPARE(desk.settings.value(u"company.name"_s), u"Autohaus Lindner"_s);
        QCOMPARE(saved.count(), 1);
        services::Settings again{desk.journal, {}};
        bool loaded = false;
        again.load([&](const Result<Ok>&) { loaded = true; });
        QTRY_VERIFY(loaded);
        QCOMPARE(again.value(u"company.name"_s), u"Autohaus Lindner"_s);
    }
    void leavingSavesOnceAndOnlyWhatChanged()
    {
        Desk desk;
        QSignalSpy saved{&desk.page, &SettingsPage::saved};
        desk.type(u"company.city"_s, u"Olching"_s);
        QTest::keyClick(desk.line(u"company.city"_s), Qt::Key_Tab);
        QTRY_COMPARE(desk.message(u"company.city"_s), u"Saved"_s);
        desk.line(u"company.city"_s)->setFocus();
        QTest::keyClick(desk.line(u"company.city"_s), Qt::Key_Tab);
        QTest::qWait(50);
        QCOMPARE(saved.count(), 1);
    }
    void aRefusalIsWordedAndTheOldValueHolds()
    {
        Desk desk;
        desk.set(u"company.email"_s, u"service@lindner.example"_s);
        desk.type(u"company.email"_s, u"nowhere"_s);
        QTest::keyClick(desk.line(u"company.email"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.message(u"company.email"_s), u"This is not an e-mail address. Not saved; still valid: service@lindner.example"_s);
        QCOMPARE(desk.settings.value(u"company.email"_s), u"service@lindner.example"_s);
        QCOMPARE(desk.line(u"company.email"_s)->text(), u"nowhere"_s);   // to be put right
        QTest::keyClick(desk.line(u"company.email"_s), Qt::Key_Escape);
        QCOMPARE(desk.line(u"company.email"_s)->text(), u"service@lindner.example"_s);
        QCOMPARE(desk.message(u"company.email"_s), QString{});
    }
    void ibanIsGroupedAndCheckedWhileTyping()
    {
        Desk desk;
        desk.section(u"payee"_s);
        desk.type(u"payee.iban"_s, u"de8937040044"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE89 3704 0044"_s);
        QVERIFY2(desk.message(u"payee.iban"_s).startsWith(u"10 "), qPrintable(desk.message(u"payee.iban"_s)));
        QTest::keyClicks(desk.line(u"payee.iban"_s), u"0532013001"_s);
        QCOMPARE(desk.message(u"payee.iban"_s), u"The check digits do not fit"_s);
        QTest::keyClick(desk.line(u"payee.iban"_s), Qt::Key_Backspace);
        QTest::keyClicks(desk.line(u"payee.iban"_s), u"0"_s);
        QCOMPARE(desk.message(u"payee.iban"_s), u"The check digits fit"_s);
        QTest::keyClick(desk.line(u"payee.iban"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.settings.value(u"payee.iban"_s), u"DE89370400440532013000"_s);
        QTRY_VERIFY(desk.line(u"payee.iban"_s)->isReadOnly());   // from now on only by unlocking
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE89 3704 0044 0532 0130 00"_s);
    }
    void typingInTheMiddleKeepsTheCursor()
    {
        Desk desk;
        desk.section(u"payee"_s);
        desk.type(u"payee.iban"_s, u"DE8904004405"_s);
        desk.line(u"payee.iban"_s)->setCursorPosition(4);
        QTest::keyClicks(desk.line(u"payee.iban"_s), u"37"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE89 3704 0044 05"_s);
        QTest::keyClicks(desk.line(u"payee.iban"_s), u"1"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE89 3710 4004 405"_s);
    }
    void aLockedAccountNeedsNewValueAndReason()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, u"DE89370400440532013000"_s);
        desk.section(u"payee"_s);
        QVERIFY(desk.line(u"payee.iban"_s)->isReadOnly());
        QTest::mouseClick(test::part<ActionButton>(desk.page, u"settings.unlock.payee.iban"_s), Qt::LeftButton);
        auto* sheet = desk.page.findChild<UnlockSheet*>();
        QVERIFY(sheet && sheet->isOpen());
        auto* store = test::part<ActionButton>(*sheet, u"unlock.store"_s);
        auto* value = test::part<QLineEdit>(*sheet, u"unlock.value"_s);
        auto* reason = test::part<QLineEdit>(*sheet, u"unlock.reason"_s);
        QCOMPARE(test::part<QLabel>(*sheet, u"unlock.old"_s)->text(), u"DE89 3704 0044 0532 0130 00"_s);
        QCOMPARE(QApplication::focusWidget(), value);
        QCOMPARE(store->accessibleDescription(), u"the new value is missing"_s);
        QTest::keyClicks(value, u"DE02120300000000202051"_s);
        QCOMPARE(store->accessibleDescription(), u"the reason is too short"_s);
        QTest::keyClicks(reason, u"   neu    "_s);
        QVERIFY(!store->isEnabled());
        QTest::keyClicks(reason, u"es Konto bei der Bank"_s);
        QVERIFY(store->isEnabled());
        QTest::mouseClick(store, Qt::LeftButton);
        QTRY_COMPARE(desk.settings.value(u"payee.iban"_s), u"DE02120300000000202051"_s);
        QTRY_COMPARE(desk.message(u"payee.iban"_s), u"Saved"_s);
        QCOMPARE(desk.line(u"payee.iban"_s)->text(), u"DE02 1203 0000 0000 2020 51"_s);
        QString kept;
        for (const auto& entry : test::got(desk.journal.entries(0, 100)).value())
            if (const auto* set = entry.event.as<domain::SettingChanged>(); set && set->key == u"payee.iban" && !set->previous.isEmpty()) kept = set->reason;
        QCOMPARE(kept, u"neu    es Konto bei der Bank"_s);
    }
    void escLeavesALockedAccountAlone()
    {
        Desk desk;
        desk.set(u"payee.holder"_s, u"Autohaus Lindner GmbH"_s);
        desk.section(u"payee"_s);
        QTest::mouseClick(test::part<ActionButton>(desk.page, u"settings.unlock.payee.holder"_s), Qt::LeftButton);
        QTRY_VERIFY(desk.page.findChild<UnlockSheet*>() && desk.page.findChild<UnlockSheet*>()->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"Somebody Else"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(desk.page.findChild<UnlockSheet*>() == nullptr);
        QCOMPARE(desk.settings.value(u"payee.holder"_s), u"Autohaus Lindner GmbH"_s);
    }
    void lookAndLanguageAreTold()
    {
        Desk desk;
        desk.section(u"desk"_s);
        QSignalSpy look{&desk.page, &SettingsPage::lookChanged};
        auto* theme = test::part<QComboBox>(desk.page, u"settings.input.ui.theme"_s);
        theme->setFocus();
        QTest::keyClick(theme, Qt::Key_Down);
        QTRY_COMPARE(look.count(), 1);
        QCOMPARE(desk.settings.value(u"ui.theme"_s), u"light"_s);
        desk.type(u"ui.font_scale"_s, u"150"_s);
        QTest::keyClick(desk.line(u"ui.font_scale"_s), Qt::Key_Return);
        QTRY_COMPARE(look.count(), 2);
        desk.type(u"ui.font_scale"_s, u"900"_s);
        QTest::keyClick(desk.line(u"ui.font_scale"_s), Qt::Key_Return);
        QVERIFY(desk.message(u"ui.font_scale"_s).contains(u"still valid: 150"));
        QCOMPARE(look.count(), 2);
    }
    void aValueForAllDesksOrForThisOneOnly()
    {
        Desk desk;
        const auto folder = u"source.folder"_s;
        desk.set(folder, u"/srv/in"_s);
        desk.section(u"source"_s);
        auto* place = test::part<QComboBox>(desk.page, u"settings.place.source.folder"_s);
        auto* site = test::part<QLabel>(desk.page, u"settings.site_value.source.folder"_s);
        auto* follow = test::part<ActionButton>(desk.page, u"settings.follow.source.folder"_s);
        QCOMPARE(place->accessibleName(), u"Holds for: Folder of new invoices"_s);
        QCOMPARE(place->currentText(), u"For all desks"_s);
        QVERIFY(!site->isVisible() && !follow->isVisible());
        // By keys: from the input over its button to the choice.
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down);
        QTRY_VERIFY(desk.settings.hasOwn(folder));
        QCOMPARE(desk.settings.value(folder), u"/srv/in"_s);
        QTRY_COMPARE(desk.message(folder), u"Saved for this desk only"_s);
        QCOMPARE(site->text(), u"The workshop has: /srv/in"_s);
        QVERIFY(site->isVisible() && follow->isVisible());
        QCOMPARE(place->accessibleDescription(), site->text());
        QCOMPARE(follow->accessibleName(), u"Take the workshop's value: Folder of new invoices"_s);
        desk.type(folder, u"/mnt/in"_s);
        QTest::keyClick(desk.line(folder), Qt::Key_Return);
        QTRY_COMPARE(desk.settings.value(folder), u"/mnt/in"_s);
        QCOMPARE(desk.settings.siteValue(folder), u"/srv/in"_s);
        // Another desk changes the workshop's value: seen beside the own one.
        bool stored = false;
        desk.settings.setAt(services::SettingPlace::Site, folder, u"/srv/neu"_s, {}, [&stored](const Result<Ok>& done) { stored = done.ok(); });
        QTRY_VERIFY(stored);
        QCOMPARE(site->text(), u"The workshop has: /srv/neu"_s);
        QCOMPARE(desk.line(folder)->text(), u"/mnt/in"_s);
        QTest::mouseClick(follow, Qt::LeftButton);
        QTRY_COMPARE(desk.settings.value(folder), u"/srv/neu"_s);
        QVERIFY(!desk.settings.hasOwn(folder));
        QCOMPARE(desk.message(folder), u"The workshop's value holds here again; until now: /mnt/in"_s);
        QCOMPARE(desk.line(folder)->text(), u"/srv/neu"_s);
        QCOMPARE(place->currentText(), u"For all desks"_s);
        QCOMPARE(QApplication::focusWidget(), place);
        QVERIFY(!follow->isVisible());
        // And what is typed now is for all again.
        desk.type(folder, u"/srv/drei"_s);
        QTest::keyClick(desk.line(folder), Qt::Key_Return);
        QTRY_COMPARE(desk.settings.siteValue(folder), u"/srv/drei"_s);
    }
    void theChoiceStandsOnlyWhereADeskMayDiffer()
    {
        Desk desk;
        for (const auto& def : domain::settingTable())
            if (!def.hidden) QVERIFY2((desk.page.findChild<QComboBox*>(u"settings.place."_s + def.key) != nullptr) == def.perDesk, qPrintable(def.key));
    }
    void anOwnValueThatMayNotBeKeptIsNotShownAsKept()
    {
        Desk desk;
        desk.settings.setGate([](domain::Right) -> Result<Ok> { return Error{Fault::Refused, u"user.right"_s, {}}; });
        desk.section(u"source"_s);
        auto* place = test::part<QComboBox>(desk.page, u"settings.place.source.files"_s);
        place->setFocus();
        QTest::keyClick(place, Qt::Key_Down);
        QTRY_VERIFY(desk.message(u"source.files"_s).contains(u"Not saved"_s));
        QCOMPARE(place->currentText(), u"For all desks"_s);
        QVERIFY(!desk.settings.hasOwn(u"source.files"_s));
    }
    void theWheelSetsNothingInPassing()
    {
        Desk desk;
        desk.section(u"desk"_s);
        auto* theme = test::part<QComboBox>(desk.page, u"settings.input.ui.theme"_s);
        desk.search()->setFocus();
        QWheelEvent wheel{QPointF{10, 10}, theme->mapToGlobal(QPointF{10, 10}), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false};
        QApplication::sendEvent(theme, &wheel);
        QCOMPARE(theme->currentData().toString(), u"system"_s);
    }
    void amountsAndListsInTheirOwnForm()
    {
        Desk desk;
        desk.section(u"source"_s);
        desk.type(u"account.limit"_s, u"2.500"_s);
        QTest::keyClick(desk.line(u"account.limit"_s), Qt::Key_Return);
        QTRY_COMPARE(desk.settings.value(u"account.limit"_s), u"2500.00"_s);
        QCOMPARE(desk.line(u"account.limit"_s)->text(), u"2.500,00\u00A0€"_s);
        auto* list = test::part<QPlainTextEdit>(desk.page, u"settings.input.account.customers"_s);
        list->setFocus();
        QTest::keyClicks(list, u"K-1"_s);
        QTest::keyClick(list, Qt::Key_Return);
        QTest::keyClicks(list, u" K-2 "_s);
        desk.search()->setFocus();
        QTRY_COMPARE(desk.settings.value(u"account.customers"_s), u"K-1, K-2"_s);
        QCOMPARE(desk.settings.policy().onAccountCustomers, (QStringList{u"K-1"_s, u"K-2"_s}));
    }
    void searchFindsAcrossParts()
    {
        Desk desk;
        QVERIFY(desk.shown().contains(u"company.name"_s) && !desk.shown().contains(u"payee.iban"_s));
        desk.search()->setFocus();
        QTest::keyClicks(desk.search(), u"iban"_s);
        QCOMPARE(desk.shown(), (QStringList{u"payee.iban"_s, u"payee.own_ibans"_s}));
        desk.search()->selectAll();
        QTest::keyClicks(desk.search(), u"qqq"_s);
        QCOMPARE(desk.shown(), QStringList{});
        QVERIFY(test::part<QLabel>(desk.page, u"settings.nothing"_s)->isVisible());
        QTest::keyClick(desk.search(), Qt::Key_Escape);
        QVERIFY(desk.shown().contains(u"company.name"_s));
        desk.page.showSection(u"printer"_s);
        QCOMPARE(desk.shown(), (QStringList{u"printer.name"_s, u"printer.label"_s, u"printer.label_size"_s}));
    }
    void aLogoIsMadeSmallEnough()
    {
        Desk desk;
        QImage noise{1600, 1600, QImage::Format_RGB32};
        QRandomGenerator random{4711};
        for (int y = 0; y < noise.height(); ++y)
            for (int x = 0; x < noise.width(); ++x) noise.setPixel(x, y, random.generate());
        QVERIFY(noise.save(desk.path(u"noise.png"_s)));
        QVERIFY(QFileInfo{desk.path(u"noise.png"_s)}.size() > kMaxLogoPng);
        const auto png = readLogo(desk.path(u"noise.png"_s));
        QVERIFY(png.ok());
        QVERIFY(png.value().size() <= kMaxLogoPng);
        auto* editor = desk.page.findChild<LogoEditor*>();
        editor->load(desk.path(u"noise.png"_s));
        QTRY_COMPARE(desk.message(u"company.logo"_s), u"Saved"_s);
        QCOMPARE(QByteArray::fromBase64(desk.settings.value(u"company.logo"_s).toLatin1()), png.value());
        QTest::mouseClick(test::part<ActionButton>(desk.page, u"settings.logo.remove"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.settings.value(u"company.logo"_s), QString{});
    }
    void whatIsNoPictureIsRefused()
    {
        Desk desk;
        QCOMPARE(readLogo(desk.write(u"a.png"_s, "GIF89a no picture")).error().code, u"logo.unreadable"_s);
        QCOMPARE(readLogo(desk.write(u"b.png"_s, "\x89PNG\r\n\x1a\n cut")).error().code, u"logo.unreadable"_s);
        QCOMPARE(readLogo(desk.path(u"gone.png"_s)).error().code, u"file.unreadable"_s);
        auto* editor = desk.page.findChild<LogoEditor*>();
        editor->load(desk.path(u"a.png"_s));
        QTRY_VERIFY(desk.message(u"company.logo"_s).startsWith(u"This picture cannot be read"));
    }
    void aBackupIsMadeAndNeverReplaced()
    {
        Desk desk;
        desk.set(u"company.name"_s, u"Autohaus Lindner"_s);
        desk.section(u"store"_s);
        auto* card = desk.page.findChild<VaultCard*>();
        auto* result = test::part<QLabel>(desk.page, u"settings.vault.result"_s);
        card->backupTo(desk.path(u"copy.db"_s));
        QVERIFY(!test::part<ActionButton>(desk.page, u"settings.vault.verify"_s)->isEnabled());
        QTRY_VERIFY2_WITH_TIMEOUT(result->text().startsWith(u"Backup made and read again"), qPrintable(result->text()), 10'000);
        QVERIFY(QFileInfo{desk.path(u"copy.db"_s)}.size() > 0);
        const auto before = QFileInfo{desk.path(u"copy.db"_s)}.lastModified();
        card->backupTo(desk.path(u"copy.db"_s));
        QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(u"There is a file of this name already"), 10'000);
        QCOMPARE(QFileInfo{desk.path(u"copy.db"_s)}.lastModified(), before);
    }
    void theCheckCountsTheEntries()
    {
        Desk desk;
        desk.takeIn({desk.write(u"a.xml"_s, Desk::sample(u"2026-4061"_s))});
        desk.section(u"store"_s);
        const auto entries = test::got(desk.journal.entries(0, 100)).value().size();
        QTest::mouseClick(test::part<ActionButton>(desk.page, u"settings.vault.verify"_s), Qt::LeftButton);
        auto* result = test::part<QLabel>(desk.page, u"settings.vault.result"_s);
        QTRY_COMPARE_WITH_TIMEOUT(result->text(), u"In order: %1 entries recomputed, and everything shown follows from them."_s.arg(entries), 10'000);
    }
    void oneVaultWorkAtATime()
    {
        struct SlowVault final : ports::Vault {
            QPromise<Result<ports::VerifyReport>> promise;
            Gauge gauge;
            QFuture<Result<ports::VerifyReport>> verify() override { return readyNow(Result<ports::VerifyReport>{ports::VerifyReport{}}); }
            QFuture<Result<ports::VerifyReport>> check(Gauge) override { return readyNow(Result<ports::VerifyReport>{ports::VerifyReport{}}); }
            QFuture<Result<ports::VerifyReport>> remake(Gauge looked) override
            {
                gauge = looked;
                promise.start();
                return promise.future();
            }
            QFuture<Result<ports::DrillReport>> drill(QString, Gauge) override { return readyNow(Result<ports::DrillReport>{ports::DrillReport{}}); }
            QFuture<Result<ports::StoreFacts>> facts() override { return readyNow(Result<ports::StoreFacts>{ports::StoreFacts{}}); }
            QFuture<Result<Ok>> backup(QString) override { return readyNow(Result<Ok>{Ok{}}); }
        } slow;
        services::VaultKeeper keeper{slow};
        QSignalSpy work{&keeper, &services::VaultKeeper::workChanged};
        bool answered = false;
        keeper.verify([&](const Result<services::VaultReport>& report) { answered = report.ok() && !report.value().ok(); });
        QString second;
        keeper.backup(u"/tmp/never"_s, [&](const Result<services::BackupReport>& r) { second = r.error().code; });
        QCOMPARE(second, u"vault.busy"_s);
        // How far it is, and the wish to end it, reach who works.
        QCOMPARE(keeper.permille(), -1);
        slow.gauge->total = 8;
        slow.gauge->done = 2;
        QCOMPARE(keeper.permille(), 250);
        QVERIFY(keeper.canStop());
        keeper.stop();
        QVERIFY(slow.gauge->stop);
        slow.promise.addResult(ports::VerifyReport{7, 3, {u"entry 3: hash does not match"_s}});
        slow.promise.finish();
        QTRY_VERIFY(answered);
        QCOMPARE(work.count(), 2);
        QString empty;
        keeper.backup({}, [&](const Result<services::BackupReport>& r) { empty = r.error().code; });
        QCOMPARE(empty, u"vault.no_file"_s);
    }
    void keysReachEverythingAndNothingIsCut()
    {
        for (const QSize size : {QSize{1344, 812}, QSize{928, 592}}) {
            Desk desk{size};
            desk.set(u"payee.iban"_s, u"DE89370400440532013000"_s);
            for (const auto& part : SettingWords::groups() + QStringList{u"about"_s}) {
                desk.section(part);
                QTest::qWait(20);
                QCOMPARE(test::namelessIn(desk.page), QStringList{});
                QCOMPARE(test::cutIn(desk.page), QStringList{});
            }
            desk.section(u"company"_s);
            desk.line(u"company.name"_s)->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QCOMPARE(QApplication::focusWidget()->objectName(), u"settings.input.company.legal_name"_s);
        }
    }
};

QTEST_MAIN(TstSettingsPage)
#include "tst_settings_page.moc"
