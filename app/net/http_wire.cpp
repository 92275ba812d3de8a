// The pure part of HttpServer: answers as bytes, and which peer and origin is ours.
#include "app/net/http_server.h"
#include <QLocale>
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::net {
namespace {

QByteArrayView reasonPhrase(int status)
{
    switch (status) {
    case 200: return "OK";
    case 201: return "Created";
    case 204: return "No Content";
    case 303: return "See Other";
    case 400: return "Bad Request";
    case 401: return "Unauthorized";
    case 403: return "Forbidden";
    case 404: return "Not Found";
    case 405: return "Method Not Allowed";
    case 408: return "Request Timeout";
    case 409: return "Conflict";
    case 411: return "Length Required";
    case 413: return "Content Too Large";
    case 414: return "URI Too Long";
    case 415: return "Unsupported Media Type";
    case 417: return "Expectation Failed";
    case 421: return "Misdirected Request";
    case 422: return "Unprocessable Content";
    case 429: return "Too Many Requests";
    case 431: return "Request Header Fields Too Large";
    case 501: return "Not Implemented";
    case 503: return "Service Unavailable";
    case 505: return "HTTP Version Not Supported";
    default: return "Answer";
    }
}

// IMF-fixdate, RFC 9110 5.6.7; English whatever the locale.
QByteArray httpDate(Instant at)
{
    return QLocale::c().toString(at.utc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

constexpr QByteArrayView kSecurityHeaders{
    "Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "X-Robots-Tag: noindex, nofollow\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Cache-Control: no-store\r\n"};

constexpr int kIpv6NetworkBytes = 8;

} // namespace

QByteArray responseBytes(const HttpResponse& response, bool withBody, bool keepAlive, Instant now)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reasonPhrase(response.status).toByteArray() + "\r\n";
    out += "Date: " + httpDate(now) + "\r\n";
    out += kSecurityHeaders;
    // A location is built by us; a line break in it would be a second header.
    if (!response.location.isEmpty() && !response.location.contains('\r') && !response.location.contains('\n'))
        out += "Location: " + response.location + "\r\n";
    if (response.status == 405) out += "Allow: GET, HEAD, POST\r\n";
    if (response.status == 429 || response.status == 503) out += "Retry-After: 60\r\n";
    if (response.status != 204) {
        out += "Content-Type: " + response.contentType + "\r\n";
        out += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n";
    }
    out += keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n";
    if (withBody && response.status != 204) out += response.body;
    return out;
}

bool isAllowedHost(QByteArrayView host, const QStringList& names)
{
    QString name = QString::fromLatin1(host);
    const bool bracketed = name.startsWith(u'[');
    const qsizetype close = name.indexOf(u']');
    if (bracketed && close < 0) return false;
    const qsizetype colon = name.indexOf(u':', bracketed ? close : 0);
    if (colon >= 0) {
        const QString port = name.mid(colon + 1);
        if (port.isEmpty() || port.size() > 5 || !std::all_of(port.begin(), port.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
            return false;
        name.truncate(colon);
    }
    if (names.contains(name, Qt::CaseInsensitive)) return true;
    if (bracketed) {
        if (!name.endsWith(u']')) return false;
        const QHostAddress address{name.mid(1, name.size() - 2)};
        return address.protocol() == QAbstractSocket::IPv6Protocol;
    }
    if (!std::all_of(name.begin(), name.end(), [](QChar c) { return c == u'.' || (c >= u'0' && c <= u'9'); })) return false;
    // QHostAddress also reads "1" and "127.1": only four numbers are what a person or a QR code carries.
    return name.count(u'.') == 3 && !name.endsWith(u'.') && QHostAddress{name}.protocol() == QAbstractSocket::IPv4Protocol;
}

bool isOwnOrigin(const HttpRequest& request)
{
    const QByteArray site = request.header("sec-fetch-site");
    if (!site.isEmpty() && site != "same-origin" && site != "none") return false;
    const QByteArray origin = request.header("origin");
    if (origin.isEmpty() || origin == "null") return true;
    const QByteArray host = request.header("host").toLower();
    return origin.toLower() == "http://" + host || origin.toLower() == "https://" + host;
}

QByteArray peerKey(const QHostAddress& address)
{
    bool mapped = false;
    const quint32 four = address.toIPv4Address(&mapped);
    if (mapped) return QByteArray::number(four, 16);
    const Q_IPV6ADDR six = address.toIPv6Address();
    QByteArray key;
    for (int i = 0; i < kIpv6NetworkBytes; ++i) key += static_cast<char>(six[i]);
    return key.toHex();
}

} // namespace tresen::net
