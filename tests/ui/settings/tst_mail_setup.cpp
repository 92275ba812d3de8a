// Setting up mail on the settings page: by clicks and keys, with the real mailer and a mail server that misbehaves.
#include "app/adapters/mail/smtp/smtp_mailer.h"
#include "tests/sim/smtp_peer.h"
#include "tests/ui/pages_fixture.h"
#include "ui/common/action_button.h"
#include "ui/settings/settings_page.h"
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::ui;
using adapters::smtp::SmtpMailer;
using adapters::smtp::SmtpSecurity;
using sim::SmtpMischief;
using sim::SmtpPeer;
using sim::SmtpStage;

namespace {

constexpr int kPatienceMs = 30'000;

} // namespace

class TstMailSetup : public QObject {
    Q_OBJECT

    struct Desk : test::PagesFixture {
        std::unique_ptr<SmtpPeer> peer;
        std::vector<std::unique_ptr<SmtpMailer>> mailers;
        SettingsPage page{{settings, vault, accounts, mails, clock}};

        explicit Desk(sim::SmtpPeerOptions options = {}, const QString& security = u"none"_s) : peer{std::make_unique<SmtpPeer>(std::move(options))}
        {
            connectPeers = [this]() -> Result<Ok> {
                adapters::smtp::SmtpConfig config;
                config.host = settings.value(u"mail.host"_s);
                config.port = settings.value(u"mail.port"_s).toInt();
                const auto kind = settings.value(u"mail.security"_s);
                config.security = kind == u"none" ? SmtpSecurity::None : kind == u"tls" ? SmtpSecurity::Tls : SmtpSecurity::StartTls;
                config.user = settings.value(u"mail.user"_s);
                config.password = Secret{secrets.kept.value(services::mailPasswordName())};
                config.deadlineMs = 5'000;
                mailers.push_back(std::make_unique<SmtpMailer>(config));
                mails.setMailer(config.host.isEmpty() ? nullptr : mailers.back().get());
                return Ok{};
            };
            set(u"mail.host"_s, u"127.0.0.1"_s);
            set(u"mail.port"_s, QString::number(peer->port()));
            set(u"mail.security"_s, security);
            set(u"mail.from"_s, u"kasse@lindner.example"_s);
            set(u"company.name"_s, u"Autohaus Lindner"_s);
            page.resize(1344, 812);
            page.show();
            if (!QTest::qWaitForWindowActive(&page)) qFatal("no active window");
            QTest::mouseClick(test::part<QAbstractButton>(page, u"settings.section.mail"_s), Qt::LeftButton);
        }
        ~Desk() { mails.setMailer(nullptr); }
        QString label(const QString& name) { return test::part<QLabel>(page, name)->text(); }
        bool seen(const QString& name) { return test::part<QWidget>(page, name)->isVisible(); }
        void click(const QString& name)
        {
            auto* b = test::part<ActionButton>(page, name);
            page.findChild<QScrollArea*>(u"settings.scroll"_s)->ensureWidgetVisible(b);
            if (!b->isVisible() || !b->isEnabled()) qFatal("%s cannot be clicked", qPrintable(name));
            QTest::mouseClick(b, Qt::LeftButton);
        }
        void send(const QString& to = u"owner@example.org"_s)
        {
            auto* line = test::part<QLineEdit>(page, u"settings.mail_test.to"_s);
            line->setFocus();
            line->selectAll();
            QTest::keyClicks(line, to);
            click(u"settings.mail_test.start"_s);
            if (!QTest::qWaitFor([this] { return accounts.work() == services::Accounts::Work::None && seen(u"settings.mail_test.result"_s); }, kPatienceMs)) qFatal("no result");
        }
        QString outcome() { return label(u"settings.mail_test.result"_s) + u" / "_s + label(u"settings.mail_test.todo"_s); }
    };

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale{QLocale::German, QLocale::Germany});
        applyTheme(*qApp, ThemeKind::Light);
    }
    void init() { QTest::failOnWarning(test::harmlessWarnings()); }

    void aTestMailArrives()
    {
        Desk desk;
        desk.send();
        QVERIFY2(desk.outcome().startsWith(u"The mail server has taken the mail to owner@example.org"_s), qPrintable(desk.outcome()));
        QCOMPARE(desk.peer->deliveries().size(), 1);
        const auto mail = desk.peer->deliveries().front();
        QCOMPARE(mail.to, QByteArray{"owner@example.org"});
        QVERIFY(mail.bytes.contains("kasse@lindner.example") && mail.bytes.contains("Autohaus Lindner"));
        desk.clock.advance(61'000);
        QTRY_VERIFY(desk.label(u"settings.mail_test.age"_s).endsWith(u"1 min ago"_s));
    }
    void everyFailureSaysWhatToDo_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("todo");
        QTest::newRow("recipient refused") << static_cast<int>(SmtpStage::Recipient) << QByteArray{"550 5.1.1 no such user here"} << u"does not take this mail"_s << u"Look at recipient and sender"_s;
        QTest::newRow("sender refused") << static_cast<int>(SmtpStage::Sender) << QByteArray{"553 5.7.1 not your address"} << u"does not take this mail"_s << u"sender address has to belong"_s;
        QTest::newRow("greylisted") << static_cast<int>(SmtpStage::Recipient) << QByteArray{"450 4.2.0 try again later"} << u"later"_s << u"Wait some minutes"_s;
    }
    void everyFailureSaysWhatToDo()
    {
        QFETCH(int, stage);
        QFETCH(QByteArray, words);
        QFETCH(QString, what);
        QFETCH(QString, todo);
        Desk desk;
        desk.peer->order(static_cast<SmtpStage>(stage), SmtpMischief::Reply, words);
        desk.send();
        QVERIFY2(desk.label(u"settings.mail_test.result"_s).contains(what), qPrintable(desk.outcome()));
        QVERIFY2(desk.label(u"settings.mail_test.todo"_s).contains(todo), qPrintable(desk.outcome()));
        QVERIFY2(desk.label(u"settings.mail_test.result"_s).contains(QString::fromLatin1(words.mid(10))), qPrintable(desk.outcome()));   // the server's own words
    }
    void aWrongPasswordIsSaidAndARightOneHelps()
    {
        sim::SmtpPeerOptions options;
        options.user = "kasse";
        options.password = "richtig";
        Desk desk{options};
        desk.set(u"mail.user"_s, u"kasse"_s);
        const auto enter = [&](const QString& password) {
            QTRY_VERIFY(desk.seen(u"settings.secret.mail.enter"_s));
            desk.click(u"settings.secret.mail.enter"_s);
            auto* line = test::part<QLineEdit>(desk.page, u"settings.secret.mail.input"_s);
            QTest::keyClicks(line, password);
            desk.click(u"settings.secret.mail.keep"_s);
            QTRY_COMPARE(desk.label(u"settings.secret.mail.state"_s), u"Kept"_s);
        };
        enter(u"falsch"_s);
        desk.send();
        QVERIFY2(desk.label(u"settings.mail_test.result"_s).contains(u"does not take user and password"_s), qPrintable(desk.outcome()));
        QVERIFY2(desk.label(u"settings.mail_test.todo"_s).contains(u"password of its own"_s), qPrintable(desk.outcome()));
        enter(u"richtig"_s);
        desk.send();
        QVERIFY2(desk.outcome().startsWith(u"The mail server has taken"_s), qPrintable(desk.outcome()));
        QVERIFY(desk.peer->deliveries().front().loggedIn);
    }
    void aCertificateNobodyKnowsIsRefused()
    {
        sim::SmtpPeerOptions options;
        options.offersStartTls = true;
        options.certificate = sim::Authority{}.issue("127.0.0.1");
        Desk desk{options, u"starttls"_s};
        desk.send();
        QVERIFY2(desk.label(u"settings.mail_test.result"_s).contains(u"certificate is not right"_s), qPrintable(desk.outcome()));
        QVERIFY2(desk.label(u"settings.mail_test.todo"_s).contains(u"STARTTLS goes with 587"_s), qPrintable(desk.outcome()));
        QVERIFY(desk.peer->deliveries().isEmpty());
    }
    void nobodyThereIsSaid()
    {
        Desk desk;
        desk.peer.reset();
        desk.send();
        QVERIFY2(desk.label(u"settings.mail_test.result"_s).contains(u"cannot be reached"_s), qPrintable(desk.outcome()));
        QVERIFY2(desk.label(u"settings.mail_test.todo"_s).contains(u"server name and port"_s), qPrintable(desk.outcome()));
    }
    void aBadAddressIsNotSent()
    {
        Desk desk;
        desk.send(u"owner at example"_s);
        QVERIFY2(desk.label(u"settings.mail_test.result"_s).contains(u"not a mail address"_s), qPrintable(desk.outcome()));
        QCOMPARE(desk.peer->connections(), 0);
    }
    void whatIsMissingIsSaidBeforehand()
    {
        Desk desk;
        auto* start = test::part<ActionButton>(desk.page, u"settings.mail_test.start"_s);
        desk.set(u"mail.from"_s, {});
        QVERIFY(!start->isEnabled());
        QCOMPARE(start->accessibleDescription(), u"no sender address is entered"_s);
        desk.set(u"mail.host"_s, {});
        QCOMPARE(start->accessibleDescription(), u"no mail server is entered"_s);
    }
    void aChangeThatIsJustBeingStoredCounts()
    {
        Desk desk;
        auto* host = test::part<QLineEdit>(desk.page, u"settings.input.mail.host"_s);
        desk.set(u"mail.host"_s, u"mail.invalid"_s);
        host->setFocus();
        host->selectAll();
        QTest::keyClicks(host, u"127.0.0.1"_s);
        test::part<QLineEdit>(desk.page, u"settings.mail_test.to"_s)->setText(u"owner@example.org"_s);
        QTest::keyClick(host, Qt::Key_Return);                     // stored, in the database's own time
        desk.accounts.testMail({u"owner@example.org"_s, u"s"_s, u"t"_s, u"de"_s});
        QTRY_VERIFY_WITH_TIMEOUT(desk.accounts.work() == services::Accounts::Work::None, kPatienceMs);
        QCOMPARE(desk.peer->deliveries().size(), 1);
    }
    void everythingHasANameAndFits()
    {
        Desk desk;
        for (const QSize size : {QSize{1344, 812}, QSize{928, 600}}) {
            desk.page.resize(size);
            QTRY_VERIFY(desk.seen(u"settings.secret.mail.enter"_s));
            QCOMPARE(test::namelessIn(desk.page), QStringList{});
            QCOMPARE(test::cutIn(desk.page), QStringList{});
        }
    }
};

QTEST_MAIN(TstMailSetup)
#include "tst_mail_setup.moc"
