// retryAfterMs() and errorOfStatus(): how long a peer wants to be left alone, and what its status means for what was asked.
#include "app/net/http_client.h"
#include <QDateTime>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::net;

namespace {

// 2026-11-27T10:00:00Z, a Friday
const qint64 kNow = QDateTime{QDate{2026, 11, 27}, QTime{10, 0}, Qt::UTC}.toMSecsSinceEpoch();

} // namespace

class TestHttpStatus : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void retryAfter_data();
    void retryAfter();
    void meanings_data();
    void meanings();
    void wordsAreCapped();
};

void TestHttpStatus::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("ms");
    const auto row = [](const char* name, const QByteArray& header, int ms) { QTest::newRow(name) << header << ms; };
    row("nothing", {}, 0);
    row("blanks", "  ", 0);
    row("seconds", "120", 120'000);
    row("seconds with blanks", " 7 ", 7'000);
    row("zero", "0", 0);
    row("leading zeros", "000000000000000005", 5'000);
    row("at most", "900", limits::kMaxRetryAfterMs);
    row("a second more", "901", limits::kMaxRetryAfterMs);
    row("10^9", "1000000000", limits::kMaxRetryAfterMs);
    row("10^30", "1000000000000000000000000000000", limits::kMaxRetryAfterMs);
    row("int overflow", "4294967297", limits::kMaxRetryAfterMs);
    row("negative", "-5", 0);
    row("plus", "+5", 0);
    row("fraction", "1.5", 0);
    row("words", "tomorrow", 0);
    row("not a number", "NaN", 0);
    row("with NUL", QByteArray{"5\0005", 3}, 0);
    row("umlauts", "f\xc3\xbcnf", 0);
    row("long", QByteArray{5'000, '1'}, 0);
    row("date", "Fri, 27 Nov 2026 10:01:30 GMT", 90'000);
    row("date now", "Fri, 27 Nov 2026 10:00:00 GMT", 0);
    row("date of the past", "Fri, 27 Nov 2026 09:00:00 GMT", 0);
    row("date far away", "Fri, 27 Nov 2099 10:00:00 GMT", limits::kMaxRetryAfterMs);
    row("date of RFC 850", "Friday, 27-Nov-26 10:00:30 GMT", 30'000);
    row("date of asctime", "Fri Nov 27 10:00:30 2026", 30'000);
    row("asctime, one digit", "Tue Dec  1 10:00:00 2026", limits::kMaxRetryAfterMs);
    row("German date", "Fr, 27 Nov 2026 10:01:30 GMT", 0);
    row("32nd", "Fri, 32 Nov 2026 10:01:30 GMT", 0);
    row("other zone", "Fri, 27 Nov 2026 10:01:30 CET", 0);
}

void TestHttpStatus::retryAfter()
{
    QFETCH(QByteArray, header);
    QTEST(retryAfterMs(header, kNow), "ms");
}

void TestHttpStatus::meanings_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("fault");
    QTest::addColumn<QString>("code");
    const auto row = [](int status, Fault fault, const QString& code) { QTest::addRow("%d", status) << status << static_cast<int>(fault) << code; };
    for (const int status : {300, 301, 302, 303, 304, 307, 308}) row(status, Fault::Invalid, u"portal.redirect"_s);
    for (const int status : {400, 402, 405, 406, 411, 413, 415, 422, 451, 499}) row(status, Fault::Refused, u"portal.refused"_s);
    for (const int status : {401, 403}) row(status, Fault::Refused, u"portal.auth"_s);
    for (const int status : {404, 410}) row(status, Fault::NotFound, u"portal.unknown_link"_s);
    row(409, Fault::Conflict, u"portal.conflict"_s);
    for (const int status : {408, 425, 429, 503}) row(status, Fault::Unreachable, u"portal.busy"_s);
    for (const int status : {500, 501, 502, 504, 520, 599}) row(status, Fault::Timeout, u"portal.server_error"_s);
}

void TestHttpStatus::meanings()
{
    QFETCH(int, status);
    const auto error = errorOfStatus({status, {{"retry-after", "30"}}, {}}, u"No\r\n such  thing"_s, kNow);
    QTEST(static_cast<int>(error.fault), "fault");
    QTEST(error.code, "code");
    QCOMPARE(error.detail, QString::number(status) + u": No such thing"_s);
    QCOMPARE(error.retryAfterMs, 30'000);
}

void TestHttpStatus::wordsAreCapped()
{
    const auto error = errorOfStatus({422, {}, {}}, QString{10'000, u'x'}, kNow);
    QCOMPARE(error.detail, u"422: "_s + QString(limits::kMaxPortalText, u'x'));
    QCOMPARE(error.retryAfterMs, 0);
    QCOMPARE(errorOfStatus({500, {}, {}}, {}, kNow).detail, u"500"_s);
    HttpAnswer answer{204, {{"a", "1"}, {"a", "2"}}, {}};
    QVERIFY(answer.done());
    QCOMPARE(answer.header("a"), QByteArray{"1"});
    QCOMPARE(answer.header("b"), QByteArray{});
}

QTEST_GUILESS_MAIN(TestHttpStatus)
#include "tst_http_status.moc"
