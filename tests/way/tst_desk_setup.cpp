// A real workshop at the real desk: the portal's test mode paints the window on every page, the state of the connections is one key away and tries them,
// and a key that is replaced on the settings page is the one that is used from then on.
#include "app/main/desk.h"
#include "tests/sim/portals/mollie_peer.h"
#include "tests/sim/program.h"
#include "ui/common/action_button.h"
#include "ui/common/health_bar.h"
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

namespace {

const SystemClock kClock;
constexpr int kPatienceMs = 20'000;

} // namespace

class TstDeskSetup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_profile = m_folder.filePath(u"real"_s);
        m_peer = std::make_unique<sim::MolliePeer>(kClock);
        const Program program{m_profile};
        for (const auto& [key, value] : std::initializer_list<std::pair<QString, QString>>{
                 {u"secrets.place"_s, u"file"_s}, {u"ui.language"_s, u"en"_s}, {u"company.name"_s, u"Autohaus Lindner"_s}, {u"portal.id"_s, u"mollie"_s},
                 {u"portal.test"_s, u"yes"_s}, {u"mollie.base_url"_s, m_peer->base()}, {u"setup.state"_s, u"later"_s}})
            QCOMPARE(program.run({u"config"_s, u"set"_s, key, value}).exit, 0);
        m_desk = std::make_unique<app::Desk>(m_profile, *qobject_cast<QApplication*>(qApp));
        m_desk->start();
        QTRY_VERIFY_WITH_TIMEOUT(window() && window()->isVisible(), kPatienceMs);
        QVERIFY(QTest::qWaitForWindowActive(window()));
    }

    void testModePaintsEveryPage()
    {
        auto* band = window()->findChild<QLabel*>(u"training"_s);
        QVERIFY(band);
        for (const auto key : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_0, Qt::Key_Comma}) {
            QTest::keyClick(window(), key, Qt::ControlModifier);
            QVERIFY(band->isVisible());
            QVERIFY2(band->text().startsWith(u"TEST MODE"), qPrintable(band->text()));
            QVERIFY(band->width() > window()->width() * 8 / 10);   // all but the rail
        }
    }

    void withoutAKeyThePortalIsInTroubleAndSaysWhatToDo()
    {
        QTest::mouseClick(part<ui::HealthBar>("health"), Qt::LeftButton);
        QTRY_VERIFY(part<QWidget>("health_page")->isVisible());
        QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("health.word.portal")->text(), u"trouble"_s, kPatienceMs);
        QVERIFY(part<QLabel>("health.trouble.portal")->text().startsWith(u"No key is stored"_s));
        QVERIFY(part<QLabel>("health.todo.portal")->text().contains(u"Enter the portal's key"_s));
        QTRY_COMPARE(part<QLabel>("health.word.store")->text(), u"ready"_s);
        QCOMPARE(part<QLabel>("health.word.mail")->text(), u"off"_s);
        QTest::mouseClick(part<ui::ActionButton>("health.set_up.portal"), Qt::LeftButton);
        QTRY_VERIFY(part<QWidget>("settings.field.portal.id")->isVisible());
    }

    void aKeyEnteredHereIsUsedAtOnce()
    {
        enterKey(u"test_thisIsTheWrongKeyOfSomebody"_s);
        test();
        QCOMPARE(part<QLabel>("settings.portal_test.result")->text(), u"The test did not come through"_s);
        enterKey(sim::MollieWorld::key());
        test();
        QVERIFY(part<QLabel>("settings.portal_test.result")->text().startsWith(u"All is well, in test mode"_s));
        QTest::keyClick(window(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(part<QLabel>("health.word.portal")->text(), u"ready"_s);   // the test counts
        QFile secrets{m_profile + u"/secrets.json"_s};
        QVERIFY(secrets.exists());
        QCOMPARE(secrets.permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions{});
    }

    void tryingAtOnceTellsWhenThePortalGoesAndComesBack()
    {
        m_peer->with([](sim::MollieWorld& world) { world.goLive(); });      // it knows this key no longer
        QTest::mouseClick(part<ui::ActionButton>("health.try.portal"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("health.word.portal")->text(), u"trouble"_s, kPatienceMs);
        QVERIFY(part<QLabel>("health.todo.portal")->text().contains(u"Make a new key"_s));
        QTest::keyClick(window(), Qt::Key_Comma, Qt::ControlModifier);
        enterKey(sim::MollieWorld::liveKey());
        auto* mode = part<QCheckBox>("settings.input.portal.test");
        part<QWidget>("settings")->findChild<QScrollArea*>(u"settings.scroll"_s)->ensureWidgetVisible(mode);
        QTest::mouseClick(mode, Qt::LeftButton, {}, {8, mode->height() / 2});
        auto* band = window()->findChild<QLabel*>(u"training"_s);
        QTRY_VERIFY(!band->isVisible());                                    // real money from now on
        QTest::keyClick(window(), Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("health.word.portal")->text(), u"ready"_s, kPatienceMs);   // asked by itself, since it is another account now
        QTest::mouseClick(part<ui::ActionButton>("health.try.portal"), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(part<QLabel>("health.word.portal")->text(), u"ready"_s, kPatienceMs);
        QVERIFY(part<QLabel>("health.answered.portal")->text().startsWith(u"Answered"));
    }

    // A command at this desk, and the workshop's value beside: what is watched is what holds here.
    void theFolderThatHoldsHereIsTheOneThatIsWatched()
    {
        const auto put = [this](const QString& name) {
            const auto in = m_folder.filePath(name);
            if (!QDir{}.mkpath(in) || !QFile::copy(QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/2026-4121.xml"), in + u"/a.xml"_s)) qFatal("no invoice");
            return in;
        };
        const auto own = put(u"own"_s), ofAll = put(u"all"_s);
        const auto waits = [](const QString& in) { return QFile::exists(in + u"/a.xml"_s); };
        const Program program{m_profile};
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"source.folder"_s, own, u"--desk"_s}).exit, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!waits(own), kPatienceMs);
        QCOMPARE(program.run({u"config"_s, u"set"_s, u"source.folder"_s, ofAll, u"--site"_s}).exit, 0);
        QTest::qWait(3'000);
        QVERIFY(waits(ofAll));                                              // hidden by this desk's own
        QCOMPARE(program.run({u"config"_s, u"follow"_s, u"source.folder"_s}).exit, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!waits(ofAll), kPatienceMs);
    }

    void cleanupTestCase() { m_desk.reset(); }

private:
    static QMainWindow* window()
    {
        for (auto* w : QApplication::topLevelWidgets())
            if (auto* main = qobject_cast<ui::MainWindow*>(w)) return main;
        return nullptr;
    }
    template <class W> static W* part(const char* name, QWidget* in = nullptr)
    {
        auto* found = (in ? in : window())->findChild<W*>(QString::fromLatin1(name));
        if (!found) qFatal("no %s", name);
        return found;
    }
    static void click(const char* name)
    {
        auto* b = part<ui::ActionButton>(name);
        part<QWidget>("settings")->findChild<QScrollArea*>(u"settings.scroll"_s)->ensureWidgetVisible(b);
        if (!b->isVisible() || !b->isEnabled()) qFatal("%s cannot be clicked", name);
        QTest::mouseClick(b, Qt::LeftButton);
    }
    static void enterKey(const QString& key)
    {
        if (!QTest::qWaitFor([] { return part<QWidget>("settings.secret.portal.enter")->isVisible(); }, kPatienceMs)) qFatal("no button");
        click("settings.secret.portal.enter");
        QTest::keyClicks(part<QLineEdit>("settings.secret.portal.input"), key);
        QTest::keyClick(part<QLineEdit>("settings.secret.portal.input"), Qt::Key_Return);
        if (!QTest::qWaitFor([] { return part<QWidget>("settings.secret.portal.enter")->isVisible(); }, kPatienceMs)) qFatal("not kept");
    }
    static void test()
    {
        click("settings.portal_test.start");
        if (!QTest::qWaitFor([] { return part<QWidget>("settings.portal_test.start")->isVisible() && part<QWidget>("settings.portal_test.result")->isVisible(); }, kPatienceMs)) qFatal("no result");
    }

    QTemporaryDir m_folder;
    QString m_profile;
    std::unique_ptr<sim::MolliePeer> m_peer;
    std::unique_ptr<app::Desk> m_desk;
};

QTEST_MAIN(TstDeskSetup)
#include "tst_desk_setup.moc"
