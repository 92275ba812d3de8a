// Fault 43: HttpClient and every kind of certificate and protocol it must not take. It says which, and not a byte of the request leaves.
#include "tests/app/net/net_kit.h"
#include "tests/sim/certificates.h"
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::net;
using namespace tresen::sim;
using namespace tresen::test;

namespace {

WebPeer::Handler echo()
{
    return [](const WebRequest& request) { return WebAnswer{200, {}, request.method + ' ' + request.body}; };
}

} // namespace

class TestHttpClientTls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }
    void takesWhatItTrusts();
    void fault_43_refuses_data();
    void fault_43_refuses();
    void fault_43_wrongHost();
    void fault_43_bundleMissing();
    void fault_43_oldProtocol_data();
    void fault_43_oldProtocol();
    void fault_39_answerLost();
    void fault_37_silentHandshake();

private:
    HttpClientConfig trusting() const
    {
        HttpClientConfig config;
        config.caFile = m_folder.filePath(u"authority.pem"_s);
        return config;
    }

    QTemporaryDir m_folder;
    Authority m_authority, m_foreign{"Foreign authority"}, m_forged;
};

void TestHttpClientTls::initTestCase()
{
    QVERIFY(m_folder.isValid());
    QFile file{m_folder.filePath(u"authority.pem"_s)};
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(m_authority.pem()) > 0);
}

void TestHttpClientTls::takesWhatItTrusts()
{
    const auto made = m_authority.issue("127.0.0.1");
    for (const auto protocol : {QSsl::TlsV1_2, QSsl::TlsV1_3}) {
        WebPeer peer{echo(), {made.pem, made.keyPem, protocol}};
        HttpClient client{trusting()};
        QCOMPARE(brief(answerTo(client, callOf("POST", peer.base() + u"/x"_s, kOrder))), QByteArray{"200"});
    }
    WebPeer peer{echo(), {made.pem, made.keyPem}};
    HttpClient client{trusting()};
    for (const QByteArray method : {"GET", "POST", "PATCH", "DELETE", "PUT"}) {
        const QByteArray body = method == "GET" ? QByteArray{} : kOrder;
        const auto answer = answerTo(client, callOf(method, peer.base() + u"/x"_s, body));
        QVERIFY2(answer.ok(), answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer.value().body, method + ' ' + body);
    }
}

void TestHttpClientTls::fault_43_refuses_data()
{
    QTest::addColumn<QByteArray>("certificate");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("word");
    const auto row = [](const char* name, const Certificate& made, const QString& word) { QTest::newRow(name) << made.pem << made.keyPem << word; };
    row("expired", m_authority.issue("127.0.0.1", -1), u"expired"_s);
    row("not yet valid", m_authority.issue("127.0.0.1", 3, 1), u"not yet valid"_s);
    row("of another host", m_authority.issue("portal.example.com"), u"wrong host"_s);
    row("self-signed", Authority::selfSigned("127.0.0.1"), u"self-signed"_s);
    row("of an unknown authority", m_foreign.issue("127.0.0.1"), u"unknown authority"_s);
    row("of one that only bears the name", m_forged.issue("127.0.0.1"), u"signature"_s);
}

void TestHttpClientTls::fault_43_refuses()
{
    QFETCH(QByteArray, certificate);
    QFETCH(QByteArray, key);
    QFETCH(QString, word);
    WebPeer peer{echo(), {certificate, key}};
    HttpClient client{trusting()};
    for (const QByteArray method : {"GET", "POST", "DELETE"}) {
        auto call = callOf(method, peer.base() + u"/secret-path"_s, method == "POST" ? kOrder : QByteArray{});
        call.headers.emplace_back("Authorization", "Bearer secret_key");
        const auto answer = answerTo(client, call);
        QCOMPARE(brief(answer), QByteArray{"Unreachable net.tls"});
        QVERIFY2(answer.error().detail.contains(word), qPrintable(answer.error().detail));
        QVERIFY(!answer.error().detail.contains(u"secret"_s));
    }
    QVERIFY(peer.requests().empty());
}

void TestHttpClientTls::fault_43_wrongHost()
{
    const auto made = m_authority.issue("localhost");
    WebPeer peer{echo(), {made.pem, made.keyPem}};
    HttpClient client{trusting()};
    QCOMPARE(brief(answerTo(client, callOf("POST", u"https://localhost:%1/x"_s.arg(peer.port()), kOrder))), QByteArray{"200"});
    const auto byAddress = answerTo(client, callOf("POST", peer.base() + u"/x"_s, kOrder));
    QCOMPARE(brief(byAddress), QByteArray{"Unreachable net.tls"});
    QVERIFY(byAddress.error().detail.endsWith(u"wrong host"_s));
    QCOMPARE(peer.requests().size(), std::size_t{1});
}

// The file of authorities is not there, or holds something else: refused as unknown, never taken.
void TestHttpClientTls::fault_43_bundleMissing()
{
    const auto made = m_authority.issue("127.0.0.1");
    WebPeer peer{echo(), {made.pem, made.keyPem}};
    QFile rubbish{m_folder.filePath(u"rubbish.pem"_s)};
    QVERIFY(rubbish.open(QIODevice::WriteOnly));
    rubbish.write("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----\n");
    rubbish.close();
    for (const QString& name : {m_folder.filePath(u"not-there.pem"_s), rubbish.fileName(), QString{}}) {
        HttpClientConfig config;
        config.caFile = name;
        HttpClient client{config};
        const auto answer = answerTo(client, callOf("POST", peer.base() + u"/x"_s, kOrder));
        QCOMPARE(brief(answer), QByteArray{"Unreachable net.tls"});
        QVERIFY2(answer.error().detail.contains(u"unknown authority"_s), qPrintable(answer.error().detail));
    }
    QVERIFY(peer.requests().empty());
}

void TestHttpClientTls::fault_43_oldProtocol_data()
{
    QTest::addColumn<QString>("option");
    QTest::newRow("TLS 1.0") << u"-tls1"_s;
    QTest::newRow("TLS 1.1") << u"-tls1_1"_s;
}

// OpenSSL's own server, since Qt's cannot be made to speak what is too old.
void TestHttpClientTls::fault_43_oldProtocol()
{
    QFETCH(QString, option);
    const QString program = QStandardPaths::findExecutable(u"openssl"_s);
    if (program.isEmpty()) QSKIP("no openssl on this machine");
    const auto made = m_authority.issue("127.0.0.1");
    const QString pem = m_folder.filePath(u"server.pem"_s);
    QFile file{pem};
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(made.pem + made.keyPem);
    file.close();
    QTcpServer probe;
    QVERIFY(probe.listen(QHostAddress::LocalHost));
    const QString port = QString::number(probe.serverPort());
    probe.close();
    QProcess server;
    server.start(program, {u"s_server"_s, u"-accept"_s, u"127.0.0.1:"_s + port, u"-cert"_s, pem, u"-www"_s, option, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    QVERIFY(server.waitForStarted());
    HttpClient client{trusting()};
    Result<HttpAnswer> answer = Error{};
    QTRY_VERIFY_WITH_TIMEOUT(brief(answer = answerTo(client, callOf("GET", u"https://127.0.0.1:%1/"_s.arg(port)))) != "Unreachable net.refused", 10'000);
    server.kill();
    server.waitForFinished();
    QCOMPARE(brief(answer), QByteArray{"Unreachable net.tls"});
    QVERIFY2(answer.error().detail.contains(u"no common protocol"_s), qPrintable(answer.error().detail));
}

void TestHttpClientTls::fault_39_answerLost()
{
    const auto made = m_authority.issue("127.0.0.1");
    WebPeer peer{echo(), {made.pem, made.keyPem}};
    HttpClient client{trusting()};
    QCOMPARE(brief(answerTo(client, callOf("GET", peer.base() + u"/warm"_s))), QByteArray{"200"});
    for (const QByteArray& body : {kOrder, QByteArray{}}) {
        for (const Mischief what : {Mischief::AnswerLost, Mischief::NotTaken, Mischief::CutBody}) {
            peer.forget();
            peer.misbehave(what);
            QCOMPARE(brief(answerTo(client, callOf("POST", peer.base() + u"/x"_s, body))), QByteArray{"Timeout net.dropped"});
            QCOMPARE(peer.requests().size(), std::size_t{1});
        }
    }
    peer.goDown();
    QCOMPARE(brief(answerTo(client, callOf("POST", peer.base() + u"/x"_s, kOrder))), QByteArray{"Unreachable net.refused"});
}

// Takes the connection and never shakes hands: the body was not touched, so nothing can have been done.
void TestHttpClientTls::fault_37_silentHandshake()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    HttpClient client{trusting()};
    const auto got = measured(client, callOf("POST", u"https://127.0.0.1:%1/x"_s.arg(server.serverPort()), kOrder, 800));
    QCOMPARE(brief(got.result), QByteArray{"Unreachable net.offline"});
    QVERIFY(got.ms >= 750 && got.ms < 4000);
}

QTEST_GUILESS_MAIN(TestHttpClientTls)
#include "tst_http_client_tls.moc"
