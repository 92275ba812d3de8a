// Setting up a portal on the settings page: by clicks and keys, with the real adapter and a simulated Mollie behind it.
#include "app/adapters/portal/mollie/mollie_portal.h"
#include "tests/sim/portals/mollie_peer.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/settings/choice_editors.h"
#include "ui/settings/secret_field.h"
#include "ui/settings/settings_page.h"
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;

namespace {

const SystemClock kClock;
constexpr int kPatienceMs = 30'000;

} // namespace

class TstPortalSetup : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        std::unique_ptr<sim::MolliePeer> peer;
        net::HttpClient client;
        std::unique_ptr<adapters::mollie::MolliePortal> portal;
        SettingsPage page{{settings, vault, accounts, mails, clock}};

        Desk()
        {
            // As the composition root does: from the settings and the secrets, anew for every test.
            connectPeers = [this]() -> Result<Ok> {
                portals.remove(u"mollie"_s);
                const auto key = secrets.kept.value(services::portalKeyName(u"mollie"_s));
                if (key.isEmpty()) return Ok{};
                ports::PortalAccount account;
                account.apiKey = Secret{key};
                account.baseUrl = settings.value(u"mollie.base_url"_s);
                account.test = settings.value(u"portal.test"_s) == u"yes";
                portal = std::make_unique<adapters::mollie::MolliePortal>(client, account, kClock);
                portals.add(*portal);
                return Ok{};
            };
            page.resize(1344, 812);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
            QTest::mouseClick(test::part<QAbstractButton>(page, u"settings.section.portal"_s), Qt::LeftButton);
        }
        void withMollie()
        {
            peer = std::make_unique<sim::MolliePeer>(kClock);
            set(u"portal.id"_s, u"mollie"_s);
            set(u"mollie.base_url"_s, peer->base());
        }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(page, name); }
        QString label(const QString& name) { return test::part<QLabel>(page, name)->text(); }
        bool seen(const QString& name) { return test::part<QWidget>(page, name)->isVisible(); }
        void click(const QString& name)
        {
            auto* b = button(name);
            auto* scroll = page.findChild<QScrollArea*>(u"settings.scroll"_s);
            scroll->ensureWidgetVisible(b);
            if (!b->isVisible() || !b->isEnabled()) qFatal("%s cannot be clicked", qPrintable(name));
            QTest::mouseClick(b, Qt::LeftButton);
        }
        void enterKey(const QString& key)
        {
            if (!QTest::qWaitFor([this] { return seen(u"settings.secret.portal.enter"_s); }, kPatienceMs)) qFatal("no button");
            click(u"settings.secret.portal.enter"_s);
            auto* line = test::part<QLineEdit>(page, u"settings.secret.portal.input"_s);
            if (!line->hasFocus()) qFatal("the cursor is not in the field");
            QTest::keyClicks(line, key);
            QTest::keyClick(line, Qt::Key_Return);
        }
        void test()
        {
            click(u"settings.portal_test.start"_s);
            if (!QTest::qWaitFor([this] { return accounts.work() == services::Accounts::Work::None && seen(u"settings.portal_test.result"_s); }, kPatienceMs)) qFatal("no result");
        }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void onlyWhatTheChosenPortalNeedsIsShown()
    {
        Desk desk;
        QVERIFY(!desk.seen(u"settings.field.mollie.base_url"_s) && !desk.seen(u"settings.secret.portal"_s) && !desk.seen(u"settings.portal_test"_s));
        desk.set(u"portal.id"_s, u"adyen"_s);
        QVERIFY(desk.seen(u"settings.field.adyen.account"_s) && desk.seen(u"settings.field.portal.test"_s));
        QVERIFY(!desk.seen(u"settings.field.sumup.account"_s) && !desk.seen(u"settings.field.training.port"_s));
        QTRY_VERIFY(desk.seen(u"settings.secret.portal.enter"_s));
        desk.set(u"portal.id"_s, u"sumup"_s);
        QVERIFY(desk.seen(u"settings.field.sumup.account"_s) && !desk.seen(u"settings.field.adyen.account"_s));
        // A search finds them all the same.
        test::part<QLineEdit>(desk.page, u"settings.search"_s)->setText(u"adyen"_s);
        QVERIFY(desk.seen(u"settings.field.adyen.account"_s) && !desk.seen(u"settings.secret.portal"_s));
    }
    void whatItCanAndCannotStandsInPlainWords()
    {
        Desk desk;
        desk.set(u"portal.id"_s, u"bezahl"_s);
        const auto words = [&] {
            QStringList out;
            for (auto* trait : desk.page.findChildren<QLabel*>(u"settings.portal_card.trait"_s)) out << trait->text();
            return out;
        };
        QVERIFY(words().contains(u"Money goes back on the portal's own page only"_s));
        QVERIFY(words().contains(u"Open links can be closed from here"_s));
        QVERIFY2(words().filter(u"not certified"_s).size() == 1, qPrintable(words().join(u'\n')));
        desk.set(u"portal.id"_s, u"adyen"_s);
        QVERIFY2(words().filter(u"tresen receive"_s).size() == 1, qPrintable(words().join(u'\n')));
        QVERIFY(!words().contains(u"Money goes back on the portal's own page only"_s));
        desk.set(u"portal.id"_s, u"none"_s);
        QVERIFY(words().isEmpty());
        QVERIFY(desk.label(u"settings.portal_card.text"_s).contains(u"bank transfer"_s));
    }
    void theTrainingPortalIsRefusedWithAReason()
    {
        Desk desk;
        desk.set(u"portal.id"_s, u"mollie"_s);
        auto* box = test::part<CalmComboBox>(desk.page, u"settings.input.portal.id"_s);
        box->setCurrentIndex(box->findData(u"training"_s));
        Q_EMIT box->activated(box->currentIndex());
        QTRY_VERIFY(desk.label(u"settings.message.portal.id"_s).contains(u"takes no real money"_s));
        QVERIFY(desk.label(u"settings.message.portal.id"_s).endsWith(u"still valid: Mollie"_s));
        QCOMPARE(desk.settings.value(u"portal.id"_s), u"mollie"_s);
    }
    void aKeyIsEnteredUnseenAndNeverShownAgain()
    {
        Desk desk;
        desk.withMollie();
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"None is kept"_s);
        desk.enterKey(sim::MollieWorld::key());
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        QCOMPARE(desk.secrets.kept.value(services::portalKeyName(u"mollie"_s)), sim::MollieWorld::key());
        auto* line = test::part<QLineEdit>(desk.page, u"settings.secret.portal.input"_s);
        QCOMPARE(line->echoMode(), QLineEdit::Password);
        QVERIFY(line->text().isEmpty() && !line->isVisible());
        for (auto* label : desk.page.findChildren<QLabel*>()) QVERIFY2(!label->text().contains(sim::MollieWorld::key()), qPrintable(label->objectName()));
        QVERIFY(desk.label(u"settings.secret.portal.place"_s).contains(u"keyring"_s));
        QCOMPARE(desk.button(u"settings.secret.portal.enter"_s)->text(), u"Replace …"_s);
        // Esc leaves the old one where it is.
        desk.click(u"settings.secret.portal.enter"_s);
        QTest::keyClicks(line, u"half a key"_s);
        QTest::keyClick(line, Qt::Key_Escape);
        QCOMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        QVERIFY(line->text().isEmpty());
        QCOMPARE(desk.secrets.kept.value(services::portalKeyName(u"mollie"_s)), sim::MollieWorld::key());
    }
    void removingAsksFirst()
    {
        Desk desk;
        desk.secrets.kept.insert(services::portalKeyName(u"mollie"_s), u"test_x"_s);
        desk.withMollie();
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        desk.click(u"settings.secret.portal.remove"_s);
        QVERIFY(desk.button(u"settings.secret.portal.cancel"_s)->hasFocus());
        desk.click(u"settings.secret.portal.cancel"_s);
        QVERIFY(desk.secrets.kept.contains(services::portalKeyName(u"mollie"_s)));
        desk.click(u"settings.secret.portal.remove"_s);
        desk.click(u"settings.secret.portal.confirm"_s);
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"None is kept"_s);
        QVERIFY(desk.secrets.kept.isEmpty());
    }
    void aFileAndALockedKeyringAreSaidInPlainWords()
    {
        Desk desk;
        desk.secrets.where = ports::SecretPlace::PrivateFile;
        desk.withMollie();
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"None is kept"_s);
        QVERIFY(desk.label(u"settings.secret.portal.place"_s).contains(u"private file"_s));
        desk.secrets.silent = true;
        desk.page.showSection(u"mail"_s);
        desk.page.showSection(u"portal"_s);
        test::part<SecretField>(desk.page, u"settings.secret.portal"_s)->reload();
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Unknown whether one is kept"_s);
        QVERIFY(desk.label(u"settings.secret.portal.message"_s).contains(u"Unlock the keyring"_s));
        QVERIFY(!desk.button(u"settings.secret.portal.enter"_s)->isVisible());
    }
    void theLiveTestMakesReadsAndClosesALink()
    {
        Desk desk;
        desk.withMollie();
        desk.set(u"portal.test"_s, u"yes"_s);
        desk.enterKey(sim::MollieWorld::key());
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        desk.test();
        QVERIFY2(desk.label(u"settings.portal_test.result"_s).startsWith(u"All is well, in test mode"_s), qPrintable(desk.label(u"settings.portal_test.result"_s)));
        std::size_t links = 0;
        desk.peer->with([&links](sim::MollieWorld& world) { links = world.links(); });
        QCOMPARE(links, std::size_t{1});
        QStringList steps;
        for (auto* label : test::part<QWidget>(desk.page, u"settings.portal_test.steps"_s)->findChildren<QLabel*>()) steps << label->text();
        QCOMPARE(steps, (QStringList{u"The key is taken"_s, u"The account is found"_s, u"A link for trying out was made"_s, u"Reading works"_s, u"The link was closed again"_s}));
        // Its age goes on while the page is seen.
        desk.clock.advance(125'000);
        QTRY_VERIFY(desk.label(u"settings.portal_test.age"_s).endsWith(u"2 min ago"_s));
    }
    void aWrongKeySaysWhatToDo_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("testMode");
        QTest::addColumn<QString>("words");
        QTest::newRow("unknown") << u"test_0000000000000000000000000000"_s << u"yes"_s << u"Make a new key"_s;
        QTest::newRow("live key in test mode") << sim::MollieWorld::liveKey() << u"yes"_s << u"a test key goes with it"_s;
        QTest::newRow("test key without it") << sim::MollieWorld::key() << u"no"_s << u"a test key goes with it"_s;
    }
    void aWrongKeySaysWhatToDo()
    {
        QFETCH(QString, key);
        QFETCH(QString, testMode);
        QFETCH(QString, words);
        Desk desk;
        desk.withMollie();
        desk.set(u"portal.test"_s, testMode);
        desk.enterKey(key);
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        desk.test();
        QCOMPARE(desk.label(u"settings.portal_test.result"_s), u"The test did not come through"_s);
        QVERIFY2(desk.label(u"settings.portal_test.todo"_s).contains(words), qPrintable(desk.label(u"settings.portal_test.todo"_s)));
    }
    void nobodyThereAndNoKeySaysWhatToDo()
    {
        Desk desk;
        desk.withMollie();
        desk.test();
        QVERIFY(desk.label(u"settings.portal_test.result"_s).startsWith(u"No key is stored"_s));
        QVERIFY(desk.label(u"settings.portal_test.todo"_s).contains(u"Enter the portal's key"_s));
        desk.enterKey(sim::MollieWorld::liveKey());
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        desk.peer.reset();                                        // the port is closed
        desk.test();
        QVERIFY2(desk.label(u"settings.portal_test.todo"_s).contains(u"address and port"_s), qPrintable(desk.label(u"settings.portal_test.todo"_s)));
    }
    void aTestCanBeStopped()
    {
        Desk desk;
        desk.withMollie();
        desk.enterKey(sim::MollieWorld::liveKey());
        QTRY_COMPARE(desk.label(u"settings.secret.portal.state"_s), u"Kept"_s);
        desk.click(u"settings.portal_test.start"_s);
        QVERIFY(desk.button(u"settings.portal_test.stop"_s)->hasFocus());   // one took the other's place
        QVERIFY(desk.seen(u"settings.portal_test.stop"_s) && desk.seen(u"settings.portal_test.progress"_s));
        desk.click(u"settings.portal_test.stop"_s);
        QVERIFY(desk.label(u"settings.portal_test.result"_s).startsWith(u"Stopped"_s));
        QVERIFY(desk.seen(u"settings.portal_test.start"_s) && desk.button(u"settings.portal_test.start"_s)->isEnabled());
        QVERIFY(desk.button(u"settings.portal_test.start"_s)->hasFocus());
    }
    void everythingHasANameAndFits()
    {
        Desk desk;
        for (const auto& portal : {u"mollie"_s, u"adyen"_s, u"bezahl"_s}) {
            desk.set(u"portal.id"_s, portal);
            for (const QSize size : {QSize{1344, 812}, QSize{928, 600}}) {
                desk.page.resize(size);
                QTRY_VERIFY(desk.seen(u"settings.secret.portal.enter"_s));
                QCOMPARE(test::namelessIn(desk.page), QStringList{});
                QCOMPARE(test::cutIn(desk.page), QStringList{});
            }
        }
    }
};

QTEST_MAIN(TstPortalSetup)
#include "tst_portal_setup.moc"
