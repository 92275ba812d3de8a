#include "app/adapters/portal/training/pay_site.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

constexpr int kGuessWindowMs = 60'000;
constexpr int kMaxGuessers = 4096;
constexpr int kPaymentIdBytes = 6;

QString pathPrefix(const QString& baseUrl)
{
    QString path = QUrl{baseUrl}.path();
    while (path.endsWith(u'/')) path.chop(1);
    return path;
}

// Takes as long for a wrong first character as for a wrong last one.
bool isSameSecret(const QByteArray& a, const QByteArray& b)
{
    if (a.size() != b.size()) return false;
    int differs = 0;
    for (qsizetype i = 0; i < a.size(); ++i) differs |= a[i] ^ b[i];
    return differs == 0;
}

net::HttpResponse plainAnswer(int status, const QByteArray& text)
{
    net::HttpResponse out;
    out.status = status;
    out.contentType = "text/plain; charset=utf-8";
    out.body = text;
    return out;
}

net::HttpResponse htmlAnswer(int status, QByteArray page)
{
    net::HttpResponse out;
    out.status = status;
    out.body = std::move(page);
    return out;
}

bool isBrowserAsset(const QByteArray& path)
{
    return path == "/favicon.ico" || path.startsWith("/apple-touch-icon");
}

} // namespace

PaySite::PaySite(LinkFile& file, WorkshopPage workshop, const QString& baseUrl, const Clock& clock, std::function<void(QString)> moved)
    : m_file{file}, m_clock{clock}, m_prefix{pathPrefix(baseUrl)}, m_page{std::move(workshop), m_prefix, baseUrl.startsWith(u"https://"_s)},
      m_moved{std::move(moved)}
{
}

// What the owner chose; else what the desk knows of him, or where it knows nothing yet, what his browser asks for.
PageRequest PaySite::pageRequest(const net::HttpRequest& request, const QString& fallback) const
{
    const QString asked = QString::fromUtf8(request.queryValue("lang"));
    if (PageTexts::languages().contains(asked)) return {asked, m_clock.now()};
    if (const auto* known = domain::findOwnerLanguage(fallback)) return {known->code, m_clock.now()};
    const auto* liked = domain::askedLanguage(QString::fromLatin1(request.header("accept-language")));
    return {liked ? liked->code : PageTexts::known({}), m_clock.now()};
}

// After a step the browser is sent to a page it may load again. Only our own paths and a known language get into the location.
net::HttpResponse PaySite::redirect(const net::HttpRequest& request, const QString& path) const
{
    net::HttpResponse out;
    out.status = 303;
    out.location = (m_prefix + path).toLatin1();
    const QString asked = QString::fromUtf8(request.queryValue("lang"));
    if (PageTexts::languages().contains(asked)) out.location += "?lang=" + asked.toLatin1();
    return out;
}

bool PaySite::isLimited(const net::HttpPeer& peer) const
{
    const auto found = m_guesses.constFind(peer.key);
    if (found == m_guesses.constEnd()) return m_guesses.size() >= kMaxGuessers;
    const Instant now = m_clock.now();
    return found->count >= limits::kPayPageUnknownPerMinute && now >= found->since && now < found->since.plusMs(kGuessWindowMs);
}

net::HttpResponse PaySite::unknown(const net::HttpRequest& request, const net::HttpPeer& peer)
{
    const Instant now = m_clock.now();
    if (m_guesses.size() >= kMaxGuessers / 2) m_guesses.removeIf([now](auto entry) { return now >= entry->since.plusMs(kGuessWindowMs); });
    if (m_guesses.size() < kMaxGuessers || m_guesses.contains(peer.key)) {
        auto& guesses = m_guesses[peer.key];
        if (guesses.count == 0 || now < guesses.since || now >= guesses.since.plusMs(kGuessWindowMs)) guesses = {now, 0};
        ++guesses.count;
    }
    return htmlAnswer(404, m_page.unknown(pageRequest(request)));
}

net::HttpResponse PaySite::handle(const net::HttpRequest& request, const net::HttpPeer& peer)
{
    if (isBrowserAsset(request.path)) return plainAnswer(404, "not found\n");
    if (request.path == "/robots.txt") return plainAnswer(200, "User-agent: *\nDisallow: /\n");
    if (request.path == "/-/imprint") return htmlAnswer(200, m_page.imprint(pageRequest(request)));
    if (request.path == "/-/privacy") return htmlAnswer(200, m_page.privacy(pageRequest(request)));
    if (request.path == "/" && request.queryValue("code").isEmpty()) return htmlAnswer(200, m_page.enterCode(pageRequest(request)));
    // Who guesses gets no answer about any code, right or wrong.
    if (isLimited(peer)) return htmlAnswer(429, m_page.limited(pageRequest(request)));
    if (request.path == "/") return enterCode(request, peer);
    const QString path = QString::fromUtf8(request.path).mid(1);
    const qsizetype slash = path.indexOf(u'/');
    return forLink(request, peer, slash < 0 ? path : path.left(slash), slash < 0 ? QString{} : path.mid(slash));
}

net::HttpResponse PaySite::enterCode(const net::HttpRequest& request, const net::HttpPeer& peer)
{
    const auto token = normalToken(QString::fromUtf8(request.queryValue("code")));
    return token ? redirect(request, u'/' + *token) : unknown(request, peer);
}

net::HttpResponse PaySite::forLink(const net::HttpRequest& request, const net::HttpPeer& peer, const QString& first, const QString& below)
{
    const auto token = normalToken(first);
    if (!token) return unknown(request, peer);
    if (*token != first) return redirect(request, u'/' + *token);   // whether there is such a link does not matter here
    if (const auto read = m_file.refresh(); !read) return htmlAnswer(503, m_page.trouble(pageRequest(request)));
    if (!m_file.book().byToken(*token)) return unknown(request, peer);
    return request.method == net::HttpMethod::Post ? step(request, *token, below) : show(request, *token, below);
}

net::HttpResponse PaySite::show(const net::HttpRequest& request, const QString& token, const QString& below)
{
    const auto* link = m_file.book().byToken(token);
    if (!below.isEmpty() && below != u"/pay") return redirect(request, u'/' + token);
    if (!link->opened && request.method == net::HttpMethod::Get) {
        // Only for the board's eye. When it cannot be noted the page is shown all the same.
        const auto noted = m_file.change([&](const LinkBook& book) -> Result<QByteArray> {
            const auto* current = book.byToken(token);
            return current && !current->opened ? changeLine(change::kOpened, current->id, m_clock.now()) : QByteArray{};
        });
        link = m_file.book().byToken(token);
        if (noted && link) m_moved(link->id);
        if (!link) return htmlAnswer(503, m_page.trouble(pageRequest(request)));
    }
    const auto page = pageRequest(request, link->order.language);
    if (below.isEmpty()) return htmlAnswer(200, m_page.link(m_file.book(), *link, page));
    if (m_file.book().pageState(*link, page.now) != PageState::Started) return redirect(request, u'/' + token);
    return htmlAnswer(200, m_page.paymentScreen(*link, page));
}

// One step of the owner. No lines: nothing to do (a second click, an old tab), the page behind the redirect shows what is true.
Result<QByteArray> PaySite::decideStep(const LinkBook& book, const QString& token, const QString& below, const net::HttpFields& form) const
{
    const auto* link = book.byToken(token);
    if (!link) return Error{Fault::NotFound, u"portal.unknown_link"_s, {}};
    if (!isSameSecret(net::fieldValue(form, "form"), formToken(*link).toLatin1())) return QByteArray{};
    if (link->moves >= limits::kTrainingMaxChanges) return Error{Fault::Refused, u"portal.too_many_changes"_s, link->id};
    const Instant now = m_clock.now();
    const PageState state = book.pageState(*link, now);
    const bool choosing =
        state == PageState::Open || state == PageState::AtCounter || state == PageState::OnAccount || state == PageState::Started;
    const auto line = [&](const QString& kind, const QJsonObject& more = {}) { return changeLine(kind, link->id, now, more); };
    if (below == u"/pay") return choosing && state != PageState::Started ? line(change::kStart) : QByteArray{};
    if (below == u"/counter" || below == u"/account") {
        const bool account = below == u"/account";
        if (!choosing || (account && !link->order.onAccountOffered)) return QByteArray{};
        const QByteArray stop = state == PageState::Started ? line(change::kGivenUp) : QByteArray{};
        return stop + line(change::kChoice, {{u"choice"_s, account ? u"account"_s : u"counter"_s}});
    }
    const QString outcome = QString::fromUtf8(net::fieldValue(form, "outcome"));
    if (state != PageState::Started && state != PageState::Checking) return QByteArray{};
    if (outcome == change::kPaid)
        return line(change::kPaid, {{u"payment"_s, u"tr_"_s + QString::fromLatin1(files::randomBytes(kPaymentIdBytes).toHex())}});
    if (outcome == change::kGivenUp) return line(change::kGivenUp);
    if (outcome == change::kHangs && state == PageState::Started) return line(change::kHangs);
    return QByteArray{};
}

net::HttpResponse PaySite::step(const net::HttpRequest& request, const QString& token, const QString& below)
{
    static const QStringList steps{u"/pay"_s, u"/counter"_s, u"/account"_s, u"/result"_s};
    if (!steps.contains(below)) return redirect(request, u'/' + token);
    const QByteArray type = request.header("content-type").toLower();
    if (type != "application/x-www-form-urlencoded" && !type.startsWith("application/x-www-form-urlencoded;"))
        return plainAnswer(415, "not a form\n");
    const auto form = net::parseForm(request.body);
    if (!form) return plainAnswer(400, "malformed form\n");
    bool moved = false;
    const auto done = m_file.change([&](const LinkBook& book) {
        auto lines = decideStep(book, token, below, *form);
        moved = lines && !lines.value().isEmpty();
        return lines;
    });
    if (!done) {
        const bool tooMany = done.error().code == u"portal.too_many_changes";
        return htmlAnswer(tooMany ? 429 : 503, m_page.trouble(pageRequest(request)));
    }
    const auto* link = m_file.book().byToken(token);
    if (moved && link) m_moved(link->id);
    const bool toScreen = below == u"/pay" && link && m_file.book().pageState(*link, m_clock.now()) == PageState::Started;
    return redirect(request, u'/' + token + (toScreen ? u"/pay"_s : QString{}));
}

} // namespace tresen::adapters::training
