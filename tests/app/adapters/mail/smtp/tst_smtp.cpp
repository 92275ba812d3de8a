// SmtpMailer against a mail server that misbehaves at every stage: what is answered says exactly what the server has got.
#include "app/adapters/mail/smtp/smtp_mailer.h"
#include "tests/app/adapters/mail/smtp/mail_samples.h"
#include "tests/sim/smtp_peer.h"
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using adapters::smtp::SmtpConfig;
using adapters::smtp::SmtpMailer;
using adapters::smtp::SmtpSecurity;
using sim::SmtpMischief;
using sim::SmtpPeer;
using sim::SmtpPeerOptions;
using sim::SmtpStage;

namespace {

SmtpConfig configFor(const SmtpPeer& peer, SmtpSecurity security = SmtpSecurity::None)
{
    SmtpConfig c;
    c.host = u"127.0.0.1"_s;
    c.port = peer.port();
    c.security = security;
    c.deadlineMs = 10'000;
    return c;
}

Result<ports::MailReceipt> sent(const SmtpConfig& config, const ports::MailMessage& message = test::sampleMail())
{
    SmtpMailer mailer{config};
    return mailer.send(message).result();
}

QString outcome(const Result<ports::MailReceipt>& r)
{
    if (r) return u"ok"_s;
    const auto fault = r.error().fault;
    return r.error().code + (fault == Fault::Unreachable ? u" again"_s : fault == Fault::Timeout ? u" unclear"_s : fault == Fault::Refused ? u" no"_s : u" ?"_s);
}

ports::MailMessage largeMail()   // more than the system's buffers take
{
    auto m = test::sampleMail();
    m.attachments[0].bytes = QByteArray{7'000'000, 'x'};
    return m;
}

} // namespace

class TestSmtp : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_caFile = written(u"ca.pem"_s, m_authority.pem());
    }

    void aMessageArrivesAsItIs()
    {
        SmtpPeer peer;
        const auto r = sent(configFor(peer));
        QVERIFY2(r, qPrintable(outcome(r)));
        QCOMPARE(r.value().reply, u"250 2.0.0 queued as 4711"_s);
        QCOMPARE(peer.deliveries().size(), 1);
        const auto got = peer.deliveries().first();
        QCOMPARE(got.from, "service@lindner.example"_ba);
        QCOMPARE(got.to, "oezlem@xn--mller-kva.example"_ba);
        QVERIFY(got.bytes.contains("Message-ID: <r-2026-4101.1@lindner.example>\r\n"));
        QVERIFY(!got.loggedIn && !got.encrypted);
        QCOMPARE(peer.commands().first(), "EHLO lindner.example"_ba);   // not the name of this machine
        QCOMPARE(peer.commands().last(), "QUIT"_ba);
    }

    // ---- the server says no, or not now

    void fault_33_whatTheServerSays_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, SmtpStage stage, const char* reply, const QString& expected) { QTest::newRow(name) << static_cast<int>(stage) << QByteArray{reply} << expected; };
        row("busy at once", SmtpStage::Greeting, "421 4.3.2 too busy", u"mail.greylisted again"_s);
        row("no mail here", SmtpStage::Greeting, "554 5.3.2 no mail here", u"mail.rejected no"_s);
        row("hello 421", SmtpStage::Hello, "421 4.3.2 closing", u"mail.greylisted again"_s);
        row("sender 451", SmtpStage::Sender, "451 4.7.1 greylisted", u"mail.greylisted again"_s);
        row("sender 553", SmtpStage::Sender, "553 5.7.1 not your address", u"mail.rejected no"_s);
        row("sender 530", SmtpStage::Sender, "530 5.7.0 log in first", u"mail.auth no"_s);
        row("recipient 450", SmtpStage::Recipient, "450 4.2.0 greylisted, come back in 5 minutes", u"mail.greylisted again"_s);
        row("recipient 550", SmtpStage::Recipient, "550 5.1.1 no such mailbox", u"mail.rejected no"_s);
        row("recipient in many lines", SmtpStage::Recipient, "550-5.7.1 policy\r\n550-5.7.1 says\r\n550 5.7.1 no", u"mail.rejected no"_s);
        row("data 452", SmtpStage::Data, "452 4.3.1 disk full", u"mail.greylisted again"_s);
        row("data 554", SmtpStage::Data, "554 5.5.1 no valid recipients", u"mail.rejected no"_s);
        row("after the message 451", SmtpStage::Message, "451 4.3.0 scanner down", u"mail.greylisted again"_s);
        row("after the message 554", SmtpStage::Message, "554 5.7.1 looks like spam", u"mail.rejected no"_s);
        row("after the message 552", SmtpStage::Message, "552 5.3.4 too big", u"mail.too_large no"_s);
        row("goodbye 500", SmtpStage::Goodbye, "500 what", u"ok"_s);
    }
    void fault_33_whatTheServerSays()
    {
        QFETCH(int, stage);
        QFETCH(QByteArray, reply);
        QFETCH(QString, expected);
        SmtpPeer peer;
        peer.order(static_cast<SmtpStage>(stage), SmtpMischief::Reply, reply, -1);
        const auto r = sent(configFor(peer));
        QCOMPARE(outcome(r), expected);
        if (!r) QVERIFY2(r.error().detail.startsWith(QString::fromLatin1(reply.left(3))), qPrintable(r.error().detail));
    }

    void fault_33_greylistedThenTaken()
    {
        SmtpPeer peer;
        peer.order(SmtpStage::Recipient, SmtpMischief::Reply, "450 4.2.0 greylisted", 2);
        SmtpMailer mailer{configFor(peer)};
        QCOMPARE(outcome(mailer.send(test::sampleMail()).result()), u"mail.greylisted again"_s);
        QCOMPARE(outcome(mailer.send(test::sampleMail()).result()), u"mail.greylisted again"_s);
        QCOMPARE(peer.deliveries().size(), 0);
        QCOMPARE(outcome(mailer.send(test::sampleMail()).result()), u"ok"_s);
        QCOMPARE(peer.deliveries().size(), 1);
    }

    void fault_33_serverDown()
    {
        SmtpConfig config;
        {
            SmtpPeer peer;
            config = configFor(peer);
        }
        const auto r = sent(config);
        QCOMPARE(outcome(r), u"mail.unreachable again"_s);
        QVERIFY(!r.error().detail.isEmpty());
        config.host = u"no-such-host.invalid"_s;
        config.allowPlain = true;
        QCOMPARE(outcome(sent(config)), u"mail.unreachable again"_s);
    }

    void fault_33_login_data()
    {
        QTest::addColumn<QByteArray>("mechanisms");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("expected");
        QTest::newRow("PLAIN") << "PLAIN LOGIN"_ba << u"gehèim"_s << u"ok"_s;
        QTest::newRow("LOGIN") << "LOGIN"_ba << u"gehèim"_s << u"ok"_s;
        QTest::newRow("wrong, PLAIN") << "PLAIN"_ba << u"falsch"_s << u"mail.auth no"_s;
        QTest::newRow("wrong, LOGIN") << "LOGIN"_ba << u"falsch"_s << u"mail.auth no"_s;
        QTest::newRow("no way in common") << "XSECRET"_ba << u"gehèim"_s << u"mail.auth no"_s;
    }
    void fault_33_login()
    {
        QFETCH(QByteArray, mechanisms);
        QFETCH(QString, password);
        QFETCH(QString, expected);
        SmtpPeerOptions options;
        options.user = "tresen";
        options.password = u"gehèim"_s.toUtf8();
        options.mechanisms = mechanisms;
        SmtpPeer peer{options};
        auto config = configFor(peer);
        config.user = u"tresen"_s;
        config.password = Secret{password};
        SmtpMailer mailer{config};
        const auto probed = mailer.probe().result();
        QCOMPARE(probed ? u"ok"_s : probed.error().code + u" no"_s, expected);
        const auto r = mailer.send(test::sampleMail()).result();
        QCOMPARE(outcome(r), expected);
        QCOMPARE(peer.deliveries().size(), r ? 1 : 0);
        if (r) QVERIFY(peer.deliveries().first().loggedIn);
        else QVERIFY(!r.error().detail.contains(password));
    }
    void fault_33_loginForTheMoment()
    {
        SmtpPeerOptions options;
        options.user = "tresen";
        options.password = "geheim";
        SmtpPeer peer{options};
        peer.order(SmtpStage::Login, SmtpMischief::Reply, "454 4.7.0 try later");
        auto config = configFor(peer);
        config.user = u"tresen"_s;
        config.password = Secret{u"geheim"_s};
        QCOMPARE(outcome(sent(config)), u"mail.greylisted again"_s);
    }
    void aServerWithoutLoginIsFoundByTheProbe()
    {
        SmtpPeer peer;
        auto config = configFor(peer);
        config.user = u"tresen"_s;
        config.password = Secret{u"geheim"_s};
        SmtpMailer mailer{config};
        const auto probed = mailer.probe().result();
        QVERIFY(!probed);
        QCOMPARE(probed.error().code, u"mail.auth"_s);
        config.user.clear();
        SmtpMailer open{config};
        QVERIFY(open.probe().result());
        QCOMPARE(peer.commands().last(), "QUIT"_ba);
        QVERIFY(!peer.commands().contains("DATA"));
    }

    // ---- the connection ends

    void fault_34_cut_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<bool>("large");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, SmtpStage stage, const QString& expected, bool large = false) { QTest::newRow(name) << static_cast<int>(stage) << large << expected; };
        row("greeting", SmtpStage::Greeting, u"mail.unreachable again"_s);
        row("hello", SmtpStage::Hello, u"mail.unreachable again"_s);
        row("sender", SmtpStage::Sender, u"mail.unreachable again"_s);
        row("recipient", SmtpStage::Recipient, u"mail.unreachable again"_s);
        row("data", SmtpStage::Data, u"mail.unreachable again"_s);
        row("large, nothing read", SmtpStage::Body, u"mail.unreachable again"_s, true);
        row("large, in its midst", SmtpStage::MidBody, u"mail.unreachable again"_s, true);
        row("after the final dot", SmtpStage::Message, u"mail.unclear unclear"_s);
        row("large, after the final dot", SmtpStage::Message, u"mail.unclear unclear"_s, true);
        row("goodbye", SmtpStage::Goodbye, u"ok"_s);
    }
    void fault_34_cut()
    {
        QFETCH(int, stage);
        QFETCH(bool, large);
        QFETCH(QString, expected);
        const auto message = large ? largeMail() : test::sampleMail();
        SmtpPeer peer;
        peer.order(static_cast<SmtpStage>(stage), SmtpMischief::Cut);
        SmtpMailer mailer{configFor(peer)};
        const auto r = mailer.send(message).result();
        QCOMPARE(outcome(r), expected);
        // Only where the server has it may it be anything else than "for sure nothing was taken".
        QCOMPARE(peer.deliveries().size(), expected.startsWith(u"mail.unreachable"_s) ? 0 : 1);
        if (r) return;
        // The retry is the same message to the last byte, so that the owner's mailbox can tell.
        QCOMPARE(outcome(mailer.send(message).result()), u"ok"_s);
        const auto all = peer.deliveries();
        for (const auto& one : all) QCOMPARE(one.bytes, all.first().bytes);
        QVERIFY(all.first().bytes.contains("Message-ID: <r-2026-4101.1@lindner.example>\r\n"));
    }
    void fault_34_smallMessageCutUnreadIsUnclear()
    {
        SmtpPeer peer;
        peer.order(SmtpStage::Body, SmtpMischief::Cut);   // it lies in the system's buffers: nobody can tell from here
        QCOMPARE(outcome(sent(configFor(peer))), u"mail.unclear unclear"_s);
    }

    // ---- the server is slow

    void fault_34_slow_data()
    {
        QTest::addColumn<int>("stage");
        QTest::addColumn<int>("how");
        QTest::addColumn<QString>("expected");
        const std::tuple<const char*, SmtpStage, QString> stages[] = {
            {"greeting", SmtpStage::Greeting, u"mail.unreachable again"_s}, {"hello", SmtpStage::Hello, u"mail.unreachable again"_s},
            {"recipient", SmtpStage::Recipient, u"mail.unreachable again"_s}, {"data", SmtpStage::Data, u"mail.unreachable again"_s},
            {"message", SmtpStage::Message, u"mail.unclear unclear"_s}, {"goodbye", SmtpStage::Goodbye, u"ok"_s}};
        for (const auto& [name, stage, expected] : stages) {
            QTest::addRow("silent %s", name) << static_cast<int>(stage) << static_cast<int>(SmtpMischief::Silent) << expected;
            if (stage != SmtpStage::Greeting) QTest::addRow("trickling %s", name) << static_cast<int>(stage) << static_cast<int>(SmtpMischief::Trickle) << expected;
        }
    }
    void fault_34_slow()
    {
        QFETCH(int, stage);
        QFETCH(int, how);
        QFETCH(QString, expected);
        SmtpPeer peer;
        peer.order(static_cast<SmtpStage>(stage), static_cast<SmtpMischief>(how));
        auto config = configFor(peer);
        config.deadlineMs = 1500;
        QElapsedTimer since;
        since.start();
        QCOMPARE(outcome(sent(config)), expected);
        QVERIFY2(since.elapsed() < 6000, qPrintable(QString::number(since.elapsed())));
    }
    void theEndDoesNotWaitForASlowServer()
    {
        SmtpPeer peer;
        peer.order(SmtpStage::Hello, SmtpMischief::Silent);
        auto config = configFor(peer);
        config.deadlineMs = 60'000;
        auto mailer = std::make_unique<SmtpMailer>(config);
        auto underWay = mailer->send(test::sampleMail()), waiting = mailer->send(test::sampleMail());
        QTRY_VERIFY(!peer.commands().isEmpty());
        QElapsedTimer since;
        since.start();
        mailer.reset();
        QVERIFY2(since.elapsed() < 5000, qPrintable(QString::number(since.elapsed())));
        QVERIFY(underWay.isFinished() && waiting.isFinished());
        QCOMPARE(outcome(underWay.result()), u"mail.unreachable again"_s);
        QCOMPARE(outcome(waiting.result()), u"mail.unreachable again"_s);
        QCOMPARE(peer.connections(), 1);
    }

    // ---- encryption

    void fault_33_encrypted_data()
    {
        QTest::addColumn<bool>("startTls");
        QTest::newRow("STARTTLS") << true;
        QTest::newRow("TLS") << false;
    }
    void fault_33_encrypted()
    {
        QFETCH(bool, startTls);
        SmtpPeerOptions options;
        (startTls ? options.offersStartTls : options.isTls) = true;
        options.certificate = m_authority.issue("127.0.0.1");
        options.user = "tresen";
        options.password = "geheim";
        SmtpPeer peer{options};
        auto config = configFor(peer, startTls ? SmtpSecurity::StartTls : SmtpSecurity::Tls);
        config.caFile = m_caFile;
        config.user = u"tresen"_s;
        config.password = Secret{u"geheim"_s};
        const auto r = sent(config);
        QVERIFY2(r, r ? "" : qPrintable(outcome(r) + r.error().detail));
        QVERIFY(peer.deliveries().first().encrypted && peer.deliveries().first().loggedIn);
        SmtpMailer mailer{config};
        QVERIFY(mailer.probe().result());
    }

    void fault_33_badEncryption_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto* what : {"expired", "other host", "self-signed", "unknown authority", "not offered", "turned down", "garbage"})
            for (const auto* how : {"STARTTLS", "TLS"}) QTest::addRow("%s, %s", what, how) << QString::fromLatin1(what) + u'|' + QString::fromLatin1(how);
    }
    void fault_33_badEncryption()
    {
        QFETCH(QString, what);
        const bool startTls = what.endsWith(u"|STARTTLS"_s);
        const auto kind = what.section(u'|', 0, 0);
        if (!startTls && kind == u"turned down") QSKIP("only said with STARTTLS");
        SmtpPeerOptions options;
        const bool plainServer = kind == u"not offered" || (kind == u"garbage" && !startTls);
        options.offersStartTls = startTls && !plainServer;
        options.isTls = !startTls && !plainServer;
        options.certificate = kind == u"expired"       ? m_authority.issue("127.0.0.1", -1)
                              : kind == u"other host"  ? m_authority.issue("mail.other.example")
                              : kind == u"self-signed" ? sim::Authority::selfSigned("127.0.0.1")
                              : kind == u"unknown authority" ? sim::Authority{}.issue("127.0.0.1")
                                                             : m_authority.issue("127.0.0.1");
        options.user = "tresen";
        options.password = "geheim";
        SmtpPeer peer{options};
        if (kind == u"turned down") peer.order(SmtpStage::StartTls, SmtpMischief::Reply, "454 4.7.0 TLS not available");
        if (kind == u"garbage" && startTls) peer.order(SmtpStage::StartTls, SmtpMischief::Garbage);
        auto config = configFor(peer, startTls ? SmtpSecurity::StartTls : SmtpSecurity::Tls);
        config.caFile = m_caFile;
        config.user = u"tresen"_s;
        config.password = Secret{u"geheim"_s};
        config.deadlineMs = 3000;
        const auto r = sent(config);
        QCOMPARE(outcome(r), u"mail.tls again"_s);
        QVERIFY(!r.error().detail.isEmpty());
        QCOMPARE(peer.deliveries().size(), 0);
        for (const auto& command : peer.commands()) QVERIFY2(!command.startsWith("AUTH") && !command.startsWith("MAIL"), command.constData());   // nothing was said in plain text
    }

    void plainTextStaysHere()
    {
        SmtpPeer peer;
        auto config = configFor(peer);
        config.host = u"mail.lindner.example"_s;
        QCOMPARE(outcome(sent(config)), u"mail.not_configured no"_s);
        config = configFor(peer);
        config.proxy = u"http://127.0.0.1:%1"_s.arg(peer.port());   // a proxy may be anywhere behind
        QCOMPARE(outcome(sent(config)), u"mail.not_configured no"_s);
        QCOMPARE(peer.connections(), 0);
    }

    void whatCannotBeIsRefused()
    {
        SmtpPeer peer;
        const auto with = [&](auto change) {
            auto config = configFor(peer);
            change(config);
            return outcome(sent(config));
        };
        const auto no = u"mail.not_configured no"_s;
        QCOMPARE(with([](SmtpConfig& c) { c.host.clear(); }), no);
        QCOMPARE(with([](SmtpConfig& c) { c.host = u"a b/c@d"_s; }), no);
        QCOMPARE(with([](SmtpConfig& c) { c.port = 0; }), no);
        QCOMPARE(with([](SmtpConfig& c) { c.user = u"a\u0000b"_s; }), no);
        QCOMPARE(with([](SmtpConfig& c) { c.helloName = u"a\r\nMAIL FROM:<x>"_s; }), no);
        QCOMPARE(with([](SmtpConfig& c) { c.proxy = u"ftp://x"_s; }), no);
        QCOMPARE(with([this](SmtpConfig& c) { c.security = SmtpSecurity::Tls; c.caFile = m_folder.filePath(u"missing.pem"_s); }), u"mail.tls_roots again"_s);
        QCOMPARE(peer.deliveries().size(), 0);
    }

    // ---- proxies

    void throughAProxy_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("scheme");
        QTest::newRow("HTTP") << static_cast<int>(SmtpPeerOptions::Proxy::Http) << u"http"_s;
        QTest::newRow("SOCKS5") << static_cast<int>(SmtpPeerOptions::Proxy::Socks5) << u"socks5h"_s;
    }
    void throughAProxy()
    {
        QFETCH(int, kind);
        QFETCH(QString, scheme);
        SmtpPeerOptions options;
        options.proxy = static_cast<SmtpPeerOptions::Proxy>(kind);
        options.offersStartTls = true;
        options.certificate = m_authority.issue("mail.lindner.example");
        SmtpPeer peer{options};
        auto config = configFor(peer, SmtpSecurity::StartTls);
        config.caFile = m_caFile;
        config.host = u"mail.lindner.example"_s;
        config.port = 587;
        config.proxy = u"%1://127.0.0.1:%2"_s.arg(scheme).arg(peer.port());
        const auto r = sent(config);
        QVERIFY2(r, r ? "" : qPrintable(outcome(r) + r.error().detail));
        QCOMPARE(peer.proxyTarget(), "mail.lindner.example:587"_ba);
        QVERIFY(peer.deliveries().first().encrypted);
    }
    void aProxyThatRefuses()
    {
        SmtpPeerOptions options;
        options.proxy = SmtpPeerOptions::Proxy::Refusing;
        SmtpPeer peer{options};
        auto config = configFor(peer, SmtpSecurity::StartTls);
        config.host = u"mail.lindner.example"_s;
        config.proxy = u"http://name:word@127.0.0.1:%1"_s.arg(peer.port());
        const auto r = sent(config);
        QCOMPARE(outcome(r), u"mail.unreachable again"_s);
        QCOMPARE(r.error().detail, u"proxy: 407"_s);
    }
    void theEnvironmentsProxyIsNotOurs()
    {
        SmtpPeer peer;
        qputenv("all_proxy", "http://127.0.0.1:9");
        qputenv("smtp_proxy", "http://127.0.0.1:9");
        const auto r = sent(configFor(peer));
        qunsetenv("all_proxy");
        qunsetenv("smtp_proxy");
        QCOMPARE(outcome(r), u"ok"_s);
    }

    // ---- limits

    void tooLargeForTheServer()
    {
        SmtpPeerOptions options;
        options.size = 10'000;
        SmtpPeer peer{options};
        auto m = test::sampleMail();
        QCOMPARE(outcome(sent(configFor(peer), m)), u"ok"_s);
        m.attachments[0].bytes = QByteArray{20'000, 'x'};
        QCOMPARE(outcome(sent(configFor(peer), m)), u"mail.too_large no"_s);
        QCOMPARE(peer.deliveries().size(), 1);
    }
    void fault_35_nothingHostileReachesTheServer()
    {
        SmtpPeer peer;
        auto m = test::sampleMail();
        m.toAddress = u"a@b.example>\r\nRCPT TO:<evil@c.example"_s;
        QCOMPARE(outcome(sent(configFor(peer), m)), u"mail.header no"_s);
        m = test::sampleMail();
        m.toName = u"Meier\r\nBcc: evil@c.example"_s;
        QCOMPARE(outcome(sent(configFor(peer), m)), u"mail.header no"_s);
        QCOMPARE(peer.connections(), 0);
    }
    void aLargeMessageArrivesWhole()
    {
        SmtpPeer peer;
        const auto r = sent(configFor(peer), largeMail());
        QCOMPARE(outcome(r), u"ok"_s);
        QVERIFY(peer.deliveries().first().bytes.size() > 9'000'000);
        QVERIFY(peer.deliveries().first().bytes.endsWith("--\r\n"));
    }

private:
    QString written(const QString& name, const QByteArray& bytes) const
    {
        QFile file{m_folder.filePath(name)};
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString{};
    }
    QTemporaryDir m_folder;
    sim::Authority m_authority;
    QString m_caFile;
};

QTEST_GUILESS_MAIN(TestSmtp)
#include "tst_smtp.moc"
