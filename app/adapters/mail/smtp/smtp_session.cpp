#include "app/adapters/mail/smtp/smtp_session.h"
#include "app/adapters/mail/smtp/transcript.h"
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QUrl>
#include <algorithm>
#include <array>
#include <curl/curl.h>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::smtp {
namespace {

struct Conversation {
    const std::atomic<bool>& stop;
    QByteArray body;
    Transcript transcript;
    qsizetype read = 0;
    QElapsedTimer sinceTaken{};
};

struct EasyEnd { void operator()(CURL* easy) const { curl_easy_cleanup(easy); } };
struct ListEnd { void operator()(curl_slist* list) const { curl_slist_free_all(list); } };
using Easy = std::unique_ptr<CURL, EasyEnd>;
using List = std::unique_ptr<curl_slist, ListEnd>;

bool isLoopback(const QString& host)
{
    static const QRegularExpression four{u"\\A127(\\.[0-9]{1,3}){3}\\z"_s};
    return host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0 || host == u"::1"_s || four.match(host).hasMatch();
}

bool holdsControl(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.category() == QChar::Other_Control; });
}

// The user's own domain is the best we can call ourselves; a bare host name of the desk says nothing and gives away something.
QString nameFor(const SmtpConfig& config, const QByteArray& address)
{
    if (!config.helloName.isEmpty()) return config.helloName;
    const auto source = address.isEmpty() ? config.user : QString::fromLatin1(address);
    const auto domain = QString::fromLatin1(QUrl::toAce(source.mid(source.lastIndexOf(u'@') + 1)));
    return source.contains(u'@') && !domain.isEmpty() ? domain : u"localhost"_s;
}

QUrl serverUrl(const SmtpConfig& config, const QString& ownName)
{
    QUrl url;
    url.setScheme(config.security == SmtpSecurity::Tls ? u"smtps"_s : u"smtp"_s);
    url.setHost(config.host);
    url.setPort(config.port);
    url.setPath(u'/' + ownName);   // libcurl takes the name for its greeting from here
    return url;
}

std::size_t readBody(char* buffer, std::size_t size, std::size_t count, void* user)
{
    auto& c = *static_cast<Conversation*>(user);
    const auto n = std::min(static_cast<qsizetype>(size * count), c.body.size() - c.read);
    std::copy_n(c.body.constData() + c.read, n, buffer);
    c.read += n;
    return static_cast<std::size_t>(n);
}

int watchWire(CURL*, curl_infotype kind, char* data, std::size_t size, void* user)
{
    auto& c = *static_cast<Conversation*>(user);
    const QByteArrayView bytes{data, static_cast<qsizetype>(size)};
    if (kind == CURLINFO_HEADER_OUT) c.transcript.command(bytes);
    if (kind == CURLINFO_DATA_OUT) c.transcript.bodyBytes(bytes.size());
    if (kind == CURLINFO_HEADER_IN) c.transcript.reply(bytes);
    if (c.transcript.isTaken() && !c.sinceTaken.isValid()) c.sinceTaken.start();
    return 0;
}

int mayGoOn(void* user, curl_off_t, curl_off_t, curl_off_t, curl_off_t)
{
    const auto& c = *static_cast<const Conversation*>(user);
    return c.stop.load() || (c.sinceTaken.isValid() && c.sinceTaken.hasExpired(limits::kMailGoodbyeMs)) ? 1 : 0;
}

bool isTlsFault(CURLcode code)
{
    constexpr std::array kCodes{CURLE_USE_SSL_FAILED, CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_CIPHER, CURLE_SSL_ISSUER_ERROR,
                                CURLE_SSL_CERTPROBLEM, CURLE_SSL_INVALIDCERTSTATUS, CURLE_SSL_CRL_BADFILE, CURLE_SSL_PINNEDPUBKEYNOTMATCH};
    return std::find(kCodes.begin(), kCodes.end(), code) != kCodes.end();
}

void setCommon(CURL* easy, const SmtpConfig& config, const QString& ownName, Conversation& c)
{
    curl_easy_setopt(easy, CURLOPT_URL, serverUrl(config, ownName).toEncoded().constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(easy, CURLOPT_USE_SSL, static_cast<long>(config.security == SmtpSecurity::None ? CURLUSESSL_NONE : CURLUSESSL_ALL));
    curl_easy_setopt(easy, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!config.caFile.isEmpty()) curl_easy_setopt(easy, CURLOPT_CAINFO, config.caFile.toLocal8Bit().constData());
    curl_easy_setopt(easy, CURLOPT_PROXY, config.proxy.toUtf8().constData());
    curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
    curl_easy_setopt(easy, CURLOPT_HTTPPROXYTUNNEL, 1L);
    curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, static_cast<long>(config.deadlineMs));
    curl_easy_setopt(easy, CURLOPT_SERVER_RESPONSE_TIMEOUT, static_cast<long>(std::max(1, (config.deadlineMs + 999) / 1000)));
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_FORBID_REUSE, 1L);   // the goodbye belongs to the call
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);     // the deadline holds for a name server that does not answer, too
    if (!config.user.isEmpty()) {
        auto password = config.password.reveal().toUtf8();
        curl_easy_setopt(easy, CURLOPT_USERNAME, config.user.toUtf8().constData());
        curl_easy_setopt(easy, CURLOPT_PASSWORD, password.constData());
        curl_easy_setopt(easy, CURLOPT_LOGIN_OPTIONS, "AUTH=PLAIN;AUTH=LOGIN");
        Secret::wipe(password);
    }
    curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, &watchWire);
    curl_easy_setopt(easy, CURLOPT_DEBUGDATA, &c);
    curl_easy_setopt(easy, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(easy, CURLOPT_XFERINFOFUNCTION, &mayGoOn);
    curl_easy_setopt(easy, CURLOPT_XFERINFODATA, &c);
}

// Runs it and says what went wrong, by what was seen on the wire rather than by the library's word for it.
Result<Ok> converse(CURL* easy, Conversation& c)
{
    std::array<char, CURL_ERROR_SIZE> words{};
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, words.data());
    const CURLcode code = curl_easy_perform(easy);
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, nullptr);
    if (c.transcript.isTaken() || (code == CURLE_OK && c.body.isEmpty())) return Ok{};
    auto detail = QString::fromLocal8Bit(words[0] ? words.data() : curl_easy_strerror(code));
    if (code == CURLE_SSL_CACERT_BADFILE) return Error{Fault::Unreachable, u"mail.tls_roots"_s, detail};   // the mail waits: the server is not at fault
    if (code == CURLE_ABORTED_BY_CALLBACK) detail = u"the program ends"_s;
    long tunnel = 0;
    curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &tunnel);
    if (tunnel >= 300) detail = u"proxy: %1"_s.arg(tunnel);
    return c.transcript.failure(isTlsFault(code), code == CURLE_LOGIN_DENIED, detail);
}

} // namespace

Result<Ok> checkedConfig(const SmtpConfig& config)
{
    const auto missing = [](const QString& what) { return Error{Fault::Refused, u"mail.not_configured"_s, what}; };
    if (config.host.isEmpty() || serverUrl(config, u"x"_s).host().isEmpty()) return missing(u"host"_s);
    if (config.port < 1 || config.port > 65535) return missing(u"port"_s);
    if (config.deadlineMs < 1) return missing(u"deadline"_s);
    if (holdsControl(config.user) || holdsControl(config.password.reveal())) return missing(u"login"_s);
    static const QRegularExpression name{u"\\A[A-Za-z0-9]([A-Za-z0-9.-]{0,253})?\\z"_s};
    if (!config.helloName.isEmpty() && !name.match(config.helloName).hasMatch()) return missing(u"own name"_s);
    static const QRegularExpression kinds{u"\\A(https?|socks(4a?|5h?))\\z"_s};
    const QUrl proxy{config.proxy, QUrl::StrictMode};
    if (!config.proxy.isEmpty() && (holdsControl(config.proxy) || proxy.host().isEmpty() || !kinds.match(proxy.scheme()).hasMatch())) return missing(u"proxy"_s);
    const bool staysHere = isLoopback(config.host) && config.proxy.isEmpty();
    if (config.security == SmtpSecurity::None && !staysHere && !config.allowPlain) return missing(u"encryption"_s);
    return Ok{};
}

Result<ports::MailReceipt> deliver(const SmtpConfig& config, const MimeMessage& message, const std::atomic<bool>& stop)
{
    const Easy easy{curl_easy_init()};
    const List to{curl_slist_append(nullptr, ('<' + message.to + '>').constData())};
    if (!easy || !to) return Error{Fault::Internal, u"mail.unreachable"_s, u"libcurl"_s};
    Conversation c{stop, message.bytes, Transcript{message.bytes.size()}};
    setCommon(easy.get(), config, nameFor(config, message.from), c);
    curl_easy_setopt(easy.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(message.bytes.size()));
    curl_easy_setopt(easy.get(), CURLOPT_READFUNCTION, &readBody);
    curl_easy_setopt(easy.get(), CURLOPT_READDATA, &c);
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_FROM, ('<' + message.from + '>').constData());
    curl_easy_setopt(easy.get(), CURLOPT_MAIL_RCPT, to.get());
    if (const auto done = converse(easy.get(), c); !done) return done.error();
    return ports::MailReceipt{c.transcript.words()};
}

Result<Ok> greet(const SmtpConfig& config, const std::atomic<bool>& stop)
{
    const Easy easy{curl_easy_init()};
    if (!easy) return Error{Fault::Internal, u"mail.unreachable"_s, u"libcurl"_s};
    Conversation c{stop, {}, Transcript{}};
    setCommon(easy.get(), config, nameFor(config, {}), c);
    curl_easy_setopt(easy.get(), CURLOPT_NOBODY, 1L);
    curl_easy_setopt(easy.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
    if (const auto done = converse(easy.get(), c); !done) return done.error();
    // libcurl goes on without a login where the server offers none; the first message would be turned away.
    if (!config.user.isEmpty() && !c.transcript.hasLoggedIn()) return Error{Fault::Refused, u"mail.auth"_s, u"the server offers no login"_s};
    return Ok{};
}

} // namespace tresen::adapters::smtp
