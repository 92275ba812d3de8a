// The pure part of HttpClient: what an answer says about itself.
#include "app/net/http_client.h"
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::net {
namespace {

constexpr qsizetype kMaxSecondsDigits = 9;

// RFC 9110 5.6.7: the form to send, and two a reader has to know, too. Milliseconds since 1970 UTC.
std::optional<qint64> httpDateMs(const QString& text)
{
    struct Form { QString format; qsizetype from; };
    // Two digits of a year would be read as 19xx and not fit the name of the day, so that is left out there.
    const Form forms[] = {{u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s, 0}, {u"dd-MMM-yy HH:mm:ss 'GMT'"_s, text.indexOf(u' ') + 1}, {u"ddd MMM d HH:mm:ss yyyy"_s, 0}};
    for (const auto& [format, from] : forms) {
        auto at = QLocale::c().toDateTime(text.mid(from), format);
        if (!at.isValid()) continue;
        at.setTimeSpec(Qt::UTC);
        if (at.date().year() < 1970) at = at.addYears(100);
        return at.toMSecsSinceEpoch();
    }
    return {};
}

struct Meaning { Fault fault; QString code; };

Meaning meaningOf(int status)
{
    switch (status) {
    case 401: case 403: return {Fault::Refused, u"portal.auth"_s};
    case 404: case 410: return {Fault::NotFound, u"portal.unknown_link"_s};
    case 409: return {Fault::Conflict, u"portal.conflict"_s};
    case 408: case 425: case 429: case 503: return {Fault::Unreachable, u"portal.busy"_s};
    default: break;
    }
    if (status >= 500) return {Fault::Timeout, u"portal.server_error"_s};
    return status >= 400 ? Meaning{Fault::Refused, u"portal.refused"_s} : Meaning{Fault::Invalid, u"portal.redirect"_s};
}

} // namespace

QByteArray HttpAnswer::header(QByteArrayView lowerCaseName) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [lowerCaseName](const auto& one) { return one.first == lowerCaseName; });
    return found == headers.end() ? QByteArray{} : found->second;
}

int retryAfterMs(QByteArrayView header, qint64 nowMs)
{
    const QByteArrayView text = header.trimmed();
    if (text.isEmpty() || text.size() > limits::kMaxPortalText) return 0;
    if (std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; })) {
        const auto digits = text.sliced(std::find_if(text.begin(), text.end(), [](char c) { return c != '0'; }) - text.begin());
        if (digits.size() > kMaxSecondsDigits) return limits::kMaxRetryAfterMs;
        return static_cast<int>(std::min<qint64>(digits.toLongLong() * 1000, limits::kMaxRetryAfterMs));
    }
    const auto at = httpDateMs(QString::fromLatin1(text).simplified());
    return at ? static_cast<int>(std::clamp<qint64>(*at - nowMs, 0, limits::kMaxRetryAfterMs)) : 0;
}

Error errorOfStatus(const HttpAnswer& answer, const QString& text, qint64 nowMs)
{
    auto [fault, code] = meaningOf(answer.status);
    QString detail = QString::number(answer.status);
    const QString words = text.left(limits::kMaxPortalText).simplified();
    if (!words.isEmpty()) detail += u": "_s + words;
    return {fault, std::move(code), std::move(detail), retryAfterMs(answer.header("retry-after"), nowMs)};
}

} // namespace tresen::net
