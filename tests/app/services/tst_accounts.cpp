// Secrets go in and never come out; a test asks with what is stored now, one at a time, and can be left.
#include "tests/app/services/accounts_kit.h"

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store::test;
using services::Accounts;

class TstAccounts final : public StoreFixture {
    Q_OBJECT

    struct House {
        std::unique_ptr<store::SqlJournal> journal;
        QTemporaryDir folder;
        test::AccountsKit kit;
        explicit House(std::unique_ptr<store::SqlJournal> opened) : journal{std::move(opened)}, kit{*journal, folder.path()} {}
    };
    bool look(House& house, const QString& name)
    {
        std::optional<bool> out;
        house.kit.accounts.look(name, [&out](const Result<bool>& r) { out = r && r.value(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); })) qFatal("no answer");
        return *out;
    }

private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init() { freshShop(); }
    void aSecretIsKeptReplacedAndRemoved()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        const auto name = services::portalKeyName(u"mollie"_s);
        QSignalSpy changed{&kit.accounts, &Accounts::secretChanged};
        QVERIFY(!look(house, name));
        QVERIFY(kit.wait([&](auto done) { kit.accounts.keep(name, Secret{u"  test_abc\n"_s}, done); }).ok());
        QCOMPARE(kit.secrets.kept.value(name), u"test_abc"_s);   // what the clipboard brought along is gone
        QVERIFY(look(house, name));
        QCOMPARE(kit.connects, 1);
        QVERIFY(kit.wait([&](auto done) { kit.accounts.keep(name, Secret{u"test_xyz"_s}, done); }).ok());
        QCOMPARE(kit.secrets.kept.value(name), u"test_xyz"_s);
        QVERIFY(kit.wait([&](auto done) { kit.accounts.remove(name, done); }).ok());
        QVERIFY(!look(house, name));
        QCOMPARE(changed.count(), 3);
        QCOMPARE(kit.connects, 3);
    }
    void nothingAndBrokenLinesAreRefused()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        const auto name = services::mailPasswordName();
        QCOMPARE(kit.wait([&](auto done) { kit.accounts.keep(name, Secret{u" \n "_s}, done); }).error().code, u"secret.empty"_s);
        QCOMPARE(kit.wait([&](auto done) { kit.accounts.keep(name, Secret{u"one\ntwo"_s}, done); }).error().code, u"secret.control_characters"_s);
        QVERIFY(kit.secrets.kept.isEmpty());
        kit.secrets.silent = true;
        QCOMPARE(kit.wait([&](auto done) { kit.accounts.keep(name, Secret{u"secret"_s}, done); }).error().code, u"secret.keyring"_s);
        QCOMPARE(kit.connects, 0);
    }
    void theOldSecretOfNoticesStaysBesideTheNewOne()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        const auto name = services::noticeSecretName(u"stripe"_s);
        for (const auto& secret : {u"first"_s, u"second"_s, u"second"_s})
            QVERIFY(kit.wait([&](auto done) { kit.accounts.keepBeside(name, Secret{secret}, done); }).ok());
        QCOMPARE(kit.secrets.kept.value(name), u"second"_s);      // the same once more: it is the only one
        QVERIFY(kit.wait([&](auto done) { kit.accounts.keepBeside(name, Secret{u"third"_s}, done); }).ok());
        QCOMPARE(kit.secrets.kept.value(name), u"third\nsecond"_s);
        QVERIFY(kit.wait([&](auto done) { kit.accounts.keepBeside(name, Secret{u"fourth"_s}, done); }).ok());
        QCOMPARE(kit.secrets.kept.value(name), u"fourth\nthird"_s);
    }
    void aTestConnectsAnewAndIsRemembered()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        QSignalSpy tested{&kit.accounts, &Accounts::portalTested};
        QVERIFY(!kit.accounts.portalTest(u"scripted"_s));
        kit.accounts.testPortal(u"scripted"_s);
        QCOMPARE(kit.accounts.work(), Accounts::Work::Portal);
        kit.accounts.testPortal(u"scripted"_s);                   // one at a time
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(kit.connects, 1);
        QCOMPARE(kit.accounts.work(), Accounts::Work::None);
        const auto test = kit.accounts.portalTest(u"scripted"_s);
        QVERIFY(test && test->good());
        QCOMPARE(test->at, kit.clock.now());
        kit.portal.silent = true;
        kit.clock.advance(60'000);
        kit.accounts.testPortal(u"scripted"_s);
        QTRY_COMPARE(tested.count(), 2);
        QVERIFY(!kit.accounts.portalTest(u"scripted"_s)->good());
        QCOMPARE(kit.accounts.portalTest(u"scripted"_s)->at, kit.clock.now());
    }
    void withoutAKeyTheTestSaysSo()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        QSignalSpy tested{&kit.accounts, &Accounts::portalTested};
        kit.accounts.testPortal(u"mollie"_s);
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(kit.accounts.portalTest(u"mollie"_s)->failure->code, u"portal.not_configured"_s);
        kit.connectResult = Error{Fault::Unreachable, u"secret.keyring"_s, {}};
        kit.accounts.testPortal(u"mollie"_s);
        QTRY_COMPARE(tested.count(), 2);
        QCOMPARE(kit.accounts.portalTest(u"mollie"_s)->failure->code, u"secret.keyring"_s);
    }
    void aStoppedTestIsNotWaitedFor()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        QSignalSpy tested{&kit.accounts, &Accounts::portalTested};
        kit.holdConnect = true;
        kit.accounts.testPortal(u"scripted"_s);
        QTRY_VERIFY(kit.heldConnect);
        kit.accounts.stop();
        QCOMPARE(tested.count(), 1);
        QCOMPARE(kit.accounts.portalTest(u"scripted"_s)->failure->code, u"test.stopped"_s);
        kit.heldConnect(Ok{});                                    // too late
        QTest::qWait(50);
        QCOMPARE(tested.count(), 1);
        QCOMPARE(kit.accounts.work(), Accounts::Work::None);
        kit.holdConnect = false;
        kit.accounts.testPortal(u"scripted"_s);
        QTRY_COMPARE(tested.count(), 2);
        QVERIFY(kit.accounts.portalTest(u"scripted"_s)->good());
    }
    void aTestMailNeedsServerSenderAndAddress()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        QSignalSpy tested{&kit.accounts, &Accounts::mailTested};
        kit.accounts.testMail({u"owner@example.org"_s, u"s"_s, u"t"_s, u"de"_s});
        QTRY_COMPARE(tested.count(), 1);
        QCOMPARE(kit.accounts.mailTest()->failure->code, u"mail.not_configured"_s);
        QCOMPARE(kit.accounts.mailTest()->to, u"owner@example.org"_s);
    }
    void theTrainingPortalIsRefusedInARealProfile()
    {
        if (!usable()) return;
        House house{openJournal()};
        auto& kit = house.kit;
        const auto refused = kit.wait([&](auto done) { kit.settings.set(u"portal.id"_s, u"training"_s, {}, done); });
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, u"portal.training_real"_s);
        QCOMPARE(kit.settings.value(u"portal.id"_s), u"none"_s);
        kit.set(u"portal.id"_s, u"mollie"_s);
        QVERIFY(kit.wait([&](auto done) { kit.settings.setMany({{u"profile.kind"_s, u"sample"_s}, {u"portal.id"_s, u"training"_s}}, done); }).ok());
        // The other way round: the sample workshop with its portal cannot become a real one under way.
        QCOMPARE(kit.wait([&](auto done) { kit.settings.set(u"profile.kind"_s, u"real"_s, {}, done); }).error().code, u"portal.training_real"_s);
    }
};

QTEST_GUILESS_MAIN(TstAccounts)
#include "tst_accounts.moc"
