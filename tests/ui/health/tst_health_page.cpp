// The health page: every state in words with what to do, ages that go on, what waits, and a try by click and by key.
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/common/remedy.h"
#include "ui/common/wording.h"
#include "ui/health/health_page.h"
#include "ui/health/health_words.h"
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using services::PeerHealth;

class TstHealthPage : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        QHash<QString, Result<Ok>> answers;
        QHash<QString, int> tries;
        std::unique_ptr<HealthPage> page;

        explicit Desk(QSize size = {1344, 812})
        {
            for (const auto& peer : {u"portal"_s, u"mail"_s, u"source"_s, u"writeback"_s, u"printer"_s, u"store"_s, u"receiver"_s})
                connections.add(peer, [this, peer](const services::Done<Ok>& done) {
                    ++tries[peer];
                    QMetaObject::invokeMethod(&connections, [this, peer, done] { done(answers.value(peer, Result<Ok>{Ok{}})); }, Qt::QueuedConnection);
                });
            page = std::make_unique<HealthPage>(connections, clock);
            page->resize(size);
            page->show();
            if (!QTest::qWaitForWindowActive(page.get())) qFatal("no active window");
        }
        QString text(const QString& part, const QString& peer) { return test::part<QLabel>(*page, u"health.%1.%2"_s.arg(part, peer))->text(); }
        bool seen(const QString& name) { return test::part<QWidget>(*page, name)->isVisible(); }
        ActionButton* button(const QString& name) { return test::part<ActionButton>(*page, name); }
    };

    QTranslator m_english;

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
        QVERIFY(m_english.load(u":/i18n/tresen_en.qm"_s));   // one and several
        QCoreApplication::installTranslator(&m_english);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void aStateComesWithItsAgeAndTheAgeGoesOn()
    {
        Desk desk;
        QCOMPARE(desk.text(u"word"_s, u"portal"_s), u"untried"_s);
        desk.health.good(u"portal"_s);
        QCOMPARE(desk.text(u"word"_s, u"portal"_s), u"ready"_s);
        QCOMPARE(desk.text(u"answered"_s, u"portal"_s), u"Answered 0 s ago"_s);
        desk.clock.advance(125'000);
        QTRY_COMPARE(desk.text(u"answered"_s, u"portal"_s), u"Answered 2 min ago"_s);
    }
    void troubleSaysWhatItIsAndWhatToDo()
    {
        Desk desk;
        desk.health.good(u"mail"_s);
        desk.clock.advance(30'000);
        desk.health.failed(u"mail"_s, Error{Fault::Refused, u"mail.auth"_s, u"535 no"_s});
        QCOMPARE(desk.text(u"word"_s, u"mail"_s), u"trouble"_s);
        QVERIFY(desk.text(u"trouble"_s, u"mail"_s).contains(u"does not take user and password: 535 no"_s));
        QVERIFY(desk.text(u"todo"_s, u"mail"_s).contains(u"password of its own"_s));
        QCOMPARE(desk.text(u"answered"_s, u"mail"_s), u"Answered 30 s ago"_s);
        QVERIFY(desk.seen(u"health.set_up.mail"_s));
        QSignalSpy wanted{desk.page.get(), &HealthPage::setUpRequested};
        QTest::mouseClick(desk.button(u"health.set_up.mail"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.front().front().toString(), u"mail"_s);
        // Good again: what was is still told, with its age.
        desk.health.good(u"mail"_s);
        QCOMPARE(desk.text(u"word"_s, u"mail"_s), u"ready"_s);
        QVERIFY2(desk.text(u"waiting"_s, u"mail"_s).contains(u"Last trouble 0 s ago"_s), qPrintable(desk.text(u"waiting"_s, u"mail"_s)));
        QVERIFY(!desk.seen(u"health.trouble.mail"_s));
    }
    void tryingIsOneClickAndShowsWhatComesOfIt()
    {
        Desk desk;
        desk.answers.insert(u"source"_s, Error{Fault::Unreachable, u"source.folder"_s, u"//server/rechnungen"_s});
        QTest::mouseClick(desk.button(u"health.try.source"_s), Qt::LeftButton);
        QCOMPARE(desk.text(u"word"_s, u"source"_s), u"is being tried …"_s);
        QVERIFY(!desk.button(u"health.try.source"_s)->isEnabled());
        QTRY_COMPARE(desk.text(u"word"_s, u"source"_s), u"trouble"_s);
        QVERIFY(desk.text(u"trouble"_s, u"source"_s).endsWith(u"//server/rechnungen"_s));
        QVERIFY(desk.text(u"todo"_s, u"source"_s).contains(u"network drive"_s));
        desk.answers.insert(u"source"_s, Ok{});
        QTest::mouseClick(desk.button(u"health.try.source"_s), Qt::LeftButton);
        QTRY_COMPARE(desk.text(u"word"_s, u"source"_s), u"ready"_s);
        QCOMPARE(desk.tries.value(u"source"_s), 2);
        QCOMPARE(desk.tries.size(), 1);
    }
    void theKeyTriesAllThatIsSetUp()
    {
        Desk desk;
        desk.health.note(u"receiver"_s, PeerHealth::State::Off, u"receiver.none"_s);
        desk.health.note(u"portal"_s, PeerHealth::State::Off, u"portal.none"_s);
        QVERIFY(!desk.seen(u"health.try.portal"_s) && desk.seen(u"health.set_up.portal"_s));
        QTest::keyClick(desk.page.get(), Qt::Key_F5);
        QTRY_COMPARE(desk.health.peer(u"store"_s).state, PeerHealth::State::Good);
        QTRY_VERIFY(desk.button(u"health.try_all"_s)->isEnabled());
        QCOMPARE(desk.tries.size(), 5);
        QVERIFY(!desk.tries.contains(u"portal"_s) && !desk.tries.contains(u"receiver"_s));
        QCOMPARE(test::part<QLabel>(*desk.page, u"health.sum"_s)->text(), u"5 ready, no trouble"_s);
    }
    void whatWaitsIsCountedWithItsNextTry()
    {
        Desk desk;
        const auto queued = test::got(desk.journal.decide({}, [](const ports::Situation&) -> Result<ports::Decision> {
            return ports::Decision{{domain::SettingChanged{u"site.name"_s, u"x"_s, {}}}, {{u"k1"_s, u"mail"_s, {}, "{}"}, {u"k2"_s, u"mail"_s, {}, "{}"}}, {}};
        }));
        QVERIFY(queued.ok());
        QVERIFY(test::got(desk.journal.outboxFailed(u"k1"_s, u"mail.unreachable Couldn't connect"_s, desk.clock.now().plusMs(150'000))).ok());
        desk.health.good(u"mail"_s);
        desk.connections.countWaiting();
        QTRY_COMPARE(desk.text(u"waiting"_s, u"mail"_s), u"2 mails wait, 1 tried in vain, again in 3 min"_s);
        QVERIFY(desk.text(u"trouble"_s, u"mail"_s).contains(u"cannot be reached: Couldn't connect"_s));
        QVERIFY(desk.seen(u"health.todo.mail"_s));
        QCOMPARE(desk.text(u"waiting"_s, u"portal"_s), QString{});   // off: nothing to say
    }
    void everyCodeAPeerCanHaveHasWordsAndARemedy()
    {
        const QStringList codes{u"portal.none"_s, u"portal.not_configured"_s, u"portal.auth"_s, u"portal.key_mode"_s, u"portal.account"_s, u"portal.base_url"_s, u"portal.busy"_s,
                                u"portal.server_error"_s, u"net.refused"_s, u"net.host_not_found"_s, u"net.offline"_s, u"net.tls"_s, u"net.deadline"_s, u"net.dropped"_s, u"net.proxy"_s,
                                u"mail.not_configured"_s, u"mail.no_sender"_s, u"mail.auth"_s, u"mail.tls"_s, u"mail.unreachable"_s, u"mail.greylisted"_s, u"mail.rejected"_s,
                                u"mail.unclear"_s, u"mail.address"_s, u"secret.keyring"_s, u"secret.file"_s, u"source.none"_s, u"source.folder"_s, u"sink.no_folder"_s, u"sink.folder"_s,
                                u"sink.write"_s, u"printer.none"_s, u"store.unreachable"_s, u"store.full"_s, u"store.damaged"_s, u"store.locked"_s, u"receiver.none"_s,
                                u"receiver.silent"_s, u"http.port_taken"_s, u"test.stopped"_s, u"disk.low"_s, u"disk.full"_s, u"clock.wrong"_s, u"clock.behind"_s,
                                u"fonts.missing"_s, u"backup.none_yet"_s, u"backup.old"_s, u"backup.folder"_s, u"backup.damaged"_s, u"backup.exists"_s, u"vault.busy"_s,
                                u"scanner.none"_s, u"scanner.port"_s, u"scanner.gone"_s, u"paper.accent"_s, u"paper.text_too_long"_s, u"paper.code_unreadable"_s, u"paper.code_differs"_s};
        for (const auto& code : codes) {
            QVERIFY2(Wording::knows(code), qPrintable(code));
            QVERIFY2(Remedy::knows(code), qPrintable(code));
        }
        QVERIFY(!Remedy::of(Error{Fault::Timeout, u"never.heard_of"_s, {}}).isEmpty());
    }
    void everythingHasANameAndFits()
    {
        for (const QSize size : {QSize{1344, 812}, QSize{928, 600}}) {
            Desk desk{size};
            desk.health.failed(u"mail"_s, Error{Fault::Unreachable, u"mail.tls"_s, u"SSL: no alternative certificate subject name matches target host name 'mail.lindner.example'"_s});
            desk.health.failed(u"store"_s, Error{Fault::Unreachable, u"store.unreachable"_s, u"could not connect to server: Connection refused"_s});
            desk.health.note(u"receiver"_s, PeerHealth::State::Off, u"receiver.none"_s);
            QTest::qWait(50);
            QCOMPARE(test::namelessIn(*desk.page), QStringList{});
            QCOMPARE(test::cutIn(*desk.page), QStringList{});
        }
    }
};

QTEST_MAIN(TstHealthPage)
#include "tst_health_page.moc"
