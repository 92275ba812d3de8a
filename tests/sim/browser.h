// Browser: a real headless Chromium, driven over the WebDriver protocol (W3C Recommendation 2018) by its chromedriver. Talks to 127.0.0.1 only.
#pragma once
#include <QByteArray>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QProcess>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace tresen::test {

class Browser {
public:
    static bool isInstalled() { return !QStandardPaths::findExecutable(QStringLiteral("chromedriver")).isEmpty() && !QStandardPaths::findExecutable(QStringLiteral("chromium")).isEmpty(); }

    ~Browser()
    {
        if (!m_session.isEmpty()) request("DELETE", {}, {});
        m_driver.terminate();
        if (!m_driver.waitForFinished(5000)) m_driver.kill();
        m_driver.waitForFinished(5000);
    }

    bool start()
    {
        QTcpServer probe;
        if (!probe.listen(QHostAddress::LocalHost)) return false;
        m_port = probe.serverPort();
        probe.close();
        m_driver.start(QStringLiteral("chromedriver"), {QStringLiteral("--port=%1").arg(m_port), QStringLiteral("--allowed-ips=127.0.0.1")});
        if (!m_driver.waitForStarted()) return false;
        const QJsonArray arguments{QStringLiteral("--headless"), QStringLiteral("--no-sandbox"), QStringLiteral("--disable-gpu"), QStringLiteral("--disable-quic"),
                                   QStringLiteral("--no-first-run"), QStringLiteral("--disable-background-networking"), QStringLiteral("--disable-component-update"),
                                   QStringLiteral("--disable-sync"), QStringLiteral("--disable-dev-shm-usage"), QStringLiteral("--window-size=390,844"),
                                   QStringLiteral("--user-data-dir=") + m_data.path()};
        const QJsonObject capabilities{{QStringLiteral("capabilities"), QJsonObject{{QStringLiteral("alwaysMatch"),
            QJsonObject{{QStringLiteral("goog:chromeOptions"), QJsonObject{{QStringLiteral("args"), arguments}}}}}}}};
        for (int tries = 0; tries < 60 && m_session.isEmpty(); ++tries) {
            m_session = request("POST", {}, capabilities)[QStringLiteral("sessionId")].toString();
            if (m_session.isEmpty()) QTest::qWait(250);
        }
        return !m_session.isEmpty();
    }

    void open(const QString& url) { request("POST", QStringLiteral("/url"), {{QStringLiteral("url"), url}}); }
    QString source() { return raw("GET", QStringLiteral("/source"), {})[QStringLiteral("value")].toString(); }
    // Clicks the first element the CSS selector finds; false when there is none.
    bool click(const QString& css)
    {
        const auto found = request("POST", QStringLiteral("/element"), {{QStringLiteral("using"), QStringLiteral("css selector")}, {QStringLiteral("value"), css}});
        const auto id = found.begin() == found.end() ? QString{} : found.begin()->toString();
        if (id.isEmpty() || found.contains(QStringLiteral("error"))) return false;
        raw("POST", QStringLiteral("/element/%1/click").arg(id), QJsonObject{});
        return true;
    }

private:
    QJsonObject request(const QByteArray& verb, const QString& path, const QJsonObject& body) { return raw(verb, path, body)[QStringLiteral("value")].toObject(); }

    QJsonObject raw(const QByteArray& verb, const QString& path, const QJsonObject& body)
    {
        const auto session = m_session.isEmpty() ? QString{} : QLatin1Char{'/'} + m_session;
        QNetworkRequest request{QUrl{QStringLiteral("http://127.0.0.1:%1/session%2%3").arg(m_port).arg(session, path)}};
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        request.setTransferTimeout(30'000);
        auto* reply = m_network.sendCustomRequest(request, verb, verb == "POST" ? QJsonDocument{body}.toJson() : QByteArray{});
        QElapsedTimer since;
        since.start();
        while (!reply->isFinished() && since.elapsed() < 30'000) QTest::qWait(2);
        const auto answer = QJsonDocument::fromJson(reply->readAll()).object();
        reply->deleteLater();
        return answer;
    }

    QTemporaryDir m_data;
    QProcess m_driver;
    QNetworkAccessManager m_network;
    quint16 m_port = 0;
    QString m_session;
};

} // namespace tresen::test
