// PageClient: an owner's browser without the eyes: loads pages, presses buttons, follows redirects. Used by the portal's tests.
#pragma once
#include <QEventLoop>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>
#include <QUrlQuery>

namespace tresen::test {

struct Page {
    int status = 0;
    QUrl url;
    QString html;
    QByteArray location;

    bool shows(const QString& text) const { return html.contains(text); }
    QString formToken() const
    {
        static const QRegularExpression field{QStringLiteral("name=\"form\" value=\"([0-9a-f]+)\"")};
        return field.match(html).captured(1);
    }
};

class PageClient {
public:
    QByteArray acceptLanguage = "de";

    Page get(const QUrl& url, bool follow = true) { return finish(m_network.get(request(url, follow))); }
    Page post(const QUrl& url, const QList<std::pair<QString, QString>>& fields, bool follow = true)
    {
        QUrlQuery query;
        for (const auto& [name, value] : fields) query.addQueryItem(name, value);
        auto what = request(url, follow);
        what.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/x-www-form-urlencoded"));
        return finish(m_network.post(what, query.toString(QUrl::FullyEncoded).toLatin1()));
    }
    // Presses the button under `below` on the page of the link.
    Page press(const QString& linkUrl, const QString& below, const QList<std::pair<QString, QString>>& more = {},
               const QString& pageBelow = {})
    {
        auto fields = more;
        fields.append({QStringLiteral("form"), get(QUrl{linkUrl + pageBelow}).formToken()});
        return post(QUrl{linkUrl + below}, fields);
    }
    Page choose(const QString& linkUrl, const QString& outcome)
    {
        press(linkUrl, QStringLiteral("/pay"));
        return press(linkUrl, QStringLiteral("/result"), {{QStringLiteral("outcome"), outcome}}, QStringLiteral("/pay"));
    }

private:
    QNetworkRequest request(const QUrl& url, bool follow) const
    {
        QNetworkRequest out{url};
        out.setRawHeader("Accept-Language", acceptLanguage);
        out.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         follow ? QNetworkRequest::NoLessSafeRedirectPolicy : QNetworkRequest::ManualRedirectPolicy);
        return out;
    }
    static Page finish(QNetworkReply* reply)
    {
        const bool finished = QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000);
        Page out{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->url(), QString::fromUtf8(reply->readAll()),
                 reply->rawHeader("Location")};
        if (!finished) out.status = -1;
        reply->deleteLater();
        return out;
    }

    QNetworkAccessManager m_network;
};

} // namespace tresen::test
