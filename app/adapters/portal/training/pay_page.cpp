#include "app/adapters/portal/training/pay_page.h"
#include "app/adapters/portal/training/pay_page_parts.h"
#include "app/core/limits.h"
#include <QFile>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {

using namespace parts;

PayPage::PayPage(WorkshopPage workshop, QString prefix, bool encrypted)
    : m_workshop{std::move(workshop)}, m_prefix{std::move(prefix)}, m_encrypted{encrypted}
{
    const auto languages = PageTexts::languages();
    for (const auto& language : languages) m_texts.emplace(language, PageTexts{language});
    QFile css{u":/paypage/page.css"_s};
    const bool opened = css.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    Q_UNUSED(opened)
    const auto colours = accentColours(m_workshop.accent);
    m_css = QString::fromUtf8(css.readAll())
                .replace(u"@ACC@"_s, colours.light).replace(u"@ON@"_s, colours.onLight)
                .replace(u"@ACCDARK@"_s, colours.dark).replace(u"@ONDARK@"_s, colours.onDark);
    const bool isPng = m_workshop.logoPng.startsWith("\x89PNG\r\n\x1a\n");
    m_logo = isPng && m_workshop.logoPng.size() <= limits::kPayPageMaxLogo
                 ? u"<img alt=\"\" src=\"data:image/png;base64,"_s + QString::fromLatin1(m_workshop.logoPng.toBase64()) + u"\">"_s
                 : letterTile(m_workshop.name);
}

QString PayPage::hoursIn(const PageTexts& t) const
{
    const bool house = t.language() == domain::ownerLanguages().front().code;
    return !house && !m_workshop.openingHoursEn.isEmpty() ? m_workshop.openingHoursEn : m_workshop.openingHours;
}

const PageTexts& PayPage::texts(const QString& language) const
{
    return m_texts.at(PageTexts::known(language));
}

QString PayPage::linkPath(const TrainingLink& link, const QString& below) const
{
    return m_prefix + u'/' + link.order.token + below;
}

// Folded away behind the language's own two letters; below it plain links, each in its own words.
QString PayPage::languageSwitch(const PageTexts& t, const QString& path) const
{
    QString links;
    for (const auto& code : PageTexts::languages()) {
        const auto& one = texts(code);
        const auto now = code == t.language() ? u" aria-current=\"true\""_s : QString{};
        links += u"<a href=\""_s + escaped(m_prefix + path) + u"?lang="_s + code + u"\" lang=\""_s + code + u"\" hreflang=\""_s + code + u'"' + now + u'>'
                 + one.html(u"lang_name"_s) + u"</a>"_s;
    }
    return u"<nav class=\"lang\" aria-label=\""_s + t.html(u"language_nav"_s) + u"\"><details><summary aria-label=\""_s + t.html(u"language_nav"_s) + u": "_s
           + t.html(u"lang_name"_s) + u"\">"_s + icon(Icon::Globe, t) + t.language().toUpper() + u"</summary><div>"_s + links + u"</div></details></nav>"_s;
}

QString PayPage::header(const PageTexts& t, const QString& path) const
{
    const QString city = m_workshop.city.isEmpty() ? QString{} : u"<small>"_s + escaped(m_workshop.city) + u"</small>"_s;
    constexpr int kLongName = 32;
    return u"<header>"_s + m_logo + (m_workshop.name.size() > kLongName ? u"<div><b class=\"l\">"_s : u"<div><b>"_s)
           + escaped(m_workshop.name) + u"</b>"_s + city + u"</div>"_s + languageSwitch(t, path) + u"</header>"_s;
}

QString PayPage::footer(const PageTexts& t, bool trust) const
{
    QString out;
    if (trust) {
        out += u"<ul class=\"trust\">"_s;
        if (m_encrypted) out += u"<li>"_s + icon(Icon::Lock, t) + t.html(u"trust_encrypted"_s) + u"</li>"_s;
        out += u"<li>"_s + t.html(u"trust_training"_s) + u"</li>"_s;
        if (!m_workshop.payeeHolder.isEmpty())
            out += u"<li>"_s + t.html(u"trust_payee"_s, {{u"payee"_s, m_workshop.payeeHolder}}) + u"</li>"_s;
        out += u"</ul>"_s;
    }
    const auto link = [&](const QString& path, const QString& key) {
        return u"<a href=\""_s + escaped(m_prefix + path) + u"?lang="_s + t.language() + u"\">"_s + t.html(key) + u"</a>"_s;
    };
    out += u"<footer>"_s + link(u"/-/imprint"_s, u"imprint"_s) + link(u"/-/privacy"_s, u"privacy"_s);
    if (!m_workshop.phone.isEmpty()) {
        QString dial;
        for (const QChar c : m_workshop.phone)
            if ((c >= u'0' && c <= u'9') || (c == u'+' && dial.isEmpty())) dial += c;
        out += u"<a href=\"tel:"_s + dial + u"\">"_s + t.html(u"help"_s, {{u"phone"_s, m_workshop.phone}}) + u"</a>"_s;
    }
    return out + u"</footer>"_s;
}

QByteArray PayPage::shell(const PageTexts& t, const Sheet& sheet) const
{
    const QString refresh = sheet.refreshS > 0 ? u"<meta http-equiv=\"refresh\" content=\"%1\">"_s.arg(sheet.refreshS) : QString{};
    const QString page =
        u"<!doctype html><html lang=\""_s + t.language()
        + u"\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><meta name=\"robots\" content=\"noindex,nofollow\"><meta name=\"referrer\" content=\"no-referrer\">"_s
        + refresh + u"<title>"_s + sheet.title + u"</title><style>"_s + m_css + u"</style></head><body><p class=\"band\">"_s
        + t.html(u"band"_s) + u"</p><div class=\"page\">"_s + header(t, sheet.path) + u"<main>"_s + sheet.body
        + u"<div class=\"mark\" aria-hidden=\"true\"><span>"_s + t.html(u"watermark"_s) + u"</span></div></main>"_s + footer(t, sheet.trust)
        + u"</div></body></html>\n"_s;
    return page.toUtf8();
}

QString PayPage::wayForm(const PageTexts& t, const TrainingLink& link, const QString& way, const QString& content) const
{
    return u"<form method=\"post\" action=\""_s + escaped(linkPath(link, way)) + u"?lang="_s + t.language()
           + u"\"><input type=\"hidden\" name=\"form\" value=\""_s + formToken(link) + u"\">"_s + content + u"</form>"_s;
}

QString PayPage::summary(const PageTexts& t, const TrainingLink& link) const
{
    if (link.order.invoiceNumber.isEmpty() && link.order.summary.empty()) return {};
    QString rows;
    if (link.order.issueDate.isValid())
        rows += u"<tr><td>"_s + t.html(u"issued"_s) + u"</td><td>"_s + escaped(t.shortDate(link.order.issueDate)) + u"</td></tr>"_s;
    for (const auto& row : link.order.summary) {
        rows += (row.emphasised ? u"<tr class=\"s\"><td>"_s : u"<tr><td>"_s) + escaped(row.label) + u"</td><td>"_s
                + escaped(t.amount(row.amount)) + u"</td></tr>"_s;
    }
    return u"<details><summary>"_s + t.html(u"invoice"_s, {{u"number"_s, link.order.invoiceNumber}}) + u"</summary><table>"_s + rows
           + u"</table></details>"_s;
}

QString PayPage::bankDetails(const PageTexts& t, const TrainingLink& link) const
{
    if (m_workshop.payeeIban.isEmpty()) return {};
    // Nobody shall be able to transfer real money for an exercise: the country stays, every digit is a zero.
    QString iban = m_workshop.payeeIban.left(2).toUpper() + u"00 0000 0000 0000 0000 00"_s;
    QString text = link.order.invoiceNumber;
    if (!link.order.plate.isEmpty()) text += u' ' + link.order.plate;
    return u"<div class=\"fold\"><details><summary>"_s + t.html(u"bank_show"_s) + u"</summary><dl>"_s
           + pair(t.html(u"payee"_s), escaped(m_workshop.payeeHolder))
           + pair(t.html(u"iban"_s), escaped(iban.replace(u' ', QChar{QChar::Nbsp})))
           + pair(t.html(u"amount"_s), escaped(t.amount(link.order.amount))) + pair(t.html(u"transfer_text"_s), escaped(text.trimmed()))
           + u"</dl><p>"_s + t.html(u"bank_training"_s) + u"</p></details></div>"_s;
}

QString PayPage::open(const PageTexts& t, const TrainingLink& link) const
{
    const auto& order = link.order;
    QString car = plate(order.plate, t);
    if (!order.vehicle.isEmpty()) car += u"<span>"_s + escaped(order.vehicle) + u"</span>"_s;
    if (!car.isEmpty()) car = u"<div class=\"car\">"_s + car + u"</div>"_s;
    const QString due = order.dueDate.isValid() ? t.html(u"until"_s, {{u"date"_s, t.longDate(order.dueDate)}}) : t.html(u"at_once"_s);
    QString out = u"<section class=\"card\">"_s + car + u"<h1>"_s + t.html(u"left_to_pay"_s) + u"</h1>"_s + sum(t.amount(order.amount))
                  + u"<p class=\"due\">"_s + due + u"</p>"_s + summary(t, link) + u"</section>"_s;
    constexpr int kShortHours = 24;
    QString counterSub = t.html(u"at_counter_sub"_s);
    const auto hours = hoursIn(t);
    if (!hours.isEmpty() && hours.size() <= kShortHours) counterSub += u", "_s + escaped(hours);
    out +=
        wayForm(t, link, u"/pay"_s, u"<button class=\"btn\">"_s + primary(t.html(u"pay_now"_s), t.html(u"pay_now_sub"_s)) + u"</button>"_s);
    out += u"<div class=\"ways\" style=\"margin-top:.5rem\">"_s;
    QString ways = u"<button class=\"alt\">"_s + choice(icon(Icon::Till, t), t.html(u"at_counter"_s), counterSub) + u"</button>"_s;
    if (order.onAccountOffered) {
        ways += u"<button class=\"alt\" formaction=\""_s + escaped(linkPath(link, u"/account"_s)) + u"?lang="_s + t.language() + u"\">"_s
                + choice(icon(Icon::Document, t), t.html(u"on_account"_s), t.html(u"on_account_sub"_s)) + u"</button>"_s;
    }
    out += wayForm(t, link, u"/counter"_s, ways).replace(u"<form "_s, u"<form style=\"margin:0\" "_s) + u"</div>"_s;
    return out + bankDetails(t, link);
}

QByteArray PayPage::paymentScreen(const TrainingLink& link, const PageRequest& request) const
{
    const auto& t = texts(request.language);
    const auto button = [](const QString& css, const QString& outcome, const QString& content) {
        return u"<button class=\"%1\" name=\"outcome\" value=\"%2\">"_s.arg(css, outcome) + content + u"</button>"_s;
    };
    QString body = u"<section class=\"card\">"_s
                   + stateHead(Icon::Document, t, t.html(u"screen_title"_s), t.amount(link.order.amount), t.html(u"screen_text"_s),
                               plate(link.order.plate, t))
                   + u"</section>"_s;
    body += wayForm(t, link, u"/result"_s,
                    button(u"btn"_s, change::kPaid, primary(t.html(u"screen_pay"_s), t.html(u"screen_pay_sub"_s)))
                        + button(u"alt"_s, change::kHangs, choice({}, t.html(u"screen_hang"_s), t.html(u"screen_hang_sub"_s)))
                        + button(u"alt"_s, change::kGivenUp, choice({}, t.html(u"screen_stop"_s), t.html(u"screen_stop_sub"_s))));
    return shell(t, {t.html(u"screen_title"_s), u'/' + link.order.token + u"/pay"_s, body, true, 0});
}

QString PayPage::checking(const PageTexts& t, const TrainingLink& link, bool isLong) const
{
    QString out = u"<section class=\"card\">"_s
                  + stateHead(isLong ? Icon::Note : Icon::Wait, t, t.html(isLong ? u"long_title"_s : u"checking_title"_s),
                              t.amount(link.order.amount), t.html(isLong ? u"long_text"_s : u"checking_text"_s), plate(link.order.plate, t))
                  + u"</section>"_s + note(u"warn"_s, {}, t.html(u"checking_note"_s), t.html(u"checking_note_text"_s));
    if (isLong) out += askDesk(t);
    out += u"<div class=\"fold\"><details><summary>"_s + t.html(u"trainer"_s) + u"</summary>"_s
           + wayForm(t, link, u"/result"_s,
                     u"<button class=\"alt\" name=\"outcome\" value=\"%1\"><b>"_s.arg(change::kPaid) + t.html(u"trainer_paid"_s)
                         + u"</b></button><button class=\"alt\" name=\"outcome\" value=\"%1\"><b>"_s.arg(change::kGivenUp)
                         + t.html(u"trainer_failed"_s) + u"</b></button>"_s)
           + u"</details></div>"_s;
    return out;
}

QString PayPage::paid(const PageTexts& t, const TrainingLink& link, Instant now) const
{
    const QString when = t.html(u"paid_when"_s, {{u"date"_s, t.shortDate(link.paidAt.local().date())}, {u"time"_s, t.time(link.paidAt)}});
    QString out = u"<section class=\"card\">"_s + stateHead(Icon::Done, t, t.html(u"paid_title"_s), t.amount(link.order.amount), when, {})
                  + u"<dl>"_s + pair(t.html(u"vehicle"_s), escaped(link.order.plate.isEmpty() ? link.order.vehicle : link.order.plate))
                  + pair(t.html(u"invoice_label"_s), escaped(link.order.invoiceNumber))
                  + pair(t.html(u"payee"_s), escaped(m_workshop.payeeHolder)) + pair(t.html(u"payment_number"_s), escaped(link.paymentId))
                  + u"</dl></section>"_s;
    const bool waiting = now < link.paidAt.plusMs(limits::kPayPageRefreshMaxMs);
    if (link.deskKnows) {
        QString text = t.html(link.order.plate.isEmpty() ? u"desk_knows_text_no_plate"_s : u"desk_knows_text"_s);
        if (!hoursIn(t).isEmpty()) text += u"<br>"_s + t.html(u"hours"_s, {{u"hours"_s, hoursIn(t)}});
        out += note(u"ok"_s, icon(Icon::Key, t), t.html(u"desk_knows"_s), text) + u"<p class=\"hint\">"_s + t.html(u"close_page"_s)
               + u"</p>"_s;
    } else {
        out += note(waiting ? u"info"_s : u"warn"_s, {}, t.html(waiting ? u"desk_soon"_s : u"desk_ask"_s),
                    t.html(waiting ? u"desk_soon_text"_s : u"desk_ask_text"_s));
    }
    return out;
}

QString PayPage::atCounter(const PageTexts& t, const TrainingLink& link) const
{
    QString noteText = hoursIn(t).isEmpty() ? QString{} : t.html(u"hours"_s, {{u"hours"_s, hoursIn(t)}});
    const QString title = t.html(u"counter_note"_s);
    const QString number = link.order.invoiceNumber.isEmpty() ? title : t.html(u"invoice"_s, {{u"number"_s, link.order.invoiceNumber}});
    if (!link.order.invoiceNumber.isEmpty()) noteText = title + (noteText.isEmpty() ? QString{} : u"<br>"_s + noteText);
    return u"<section class=\"card\">"_s
           + stateHead(Icon::Till, t, t.html(u"counter_title"_s), t.amount(link.order.amount),
                       t.html(link.order.plate.isEmpty() ? u"counter_text_no_plate"_s : u"counter_text"_s), plate(link.order.plate, t))
           + u"</section>"_s + note(u"info"_s, {}, number, noteText)
           + wayForm(t, link, u"/pay"_s, u"<button class=\"btn\">"_s + primary(t.html(u"pay_after_all"_s), {}) + u"</button>"_s);
}

QString PayPage::onAccount(const PageTexts& t, const TrainingLink& link) const
{
    return u"<section class=\"card\">"_s
           + stateHead(Icon::Document, t, t.html(u"account_title"_s), t.amount(link.order.amount), t.html(u"account_text"_s),
                       plate(link.order.plate, t))
           + u"</section>"_s + note(u"info"_s, {}, t.html(u"account_note"_s), t.html(u"account_note_text"_s))
           + wayForm(t, link, u"/pay"_s, u"<button class=\"btn\">"_s + primary(t.html(u"pay_after_all"_s), {}) + u"</button>"_s)
           + wayForm(t, link, u"/counter"_s,
                     u"<button class=\"alt\">"_s + choice(icon(Icon::Till, t), t.html(u"at_counter"_s), t.html(u"at_counter_sub"_s))
                         + u"</button>"_s)
                 .replace(u"<form "_s, u"<form style=\"margin-top:.5rem\" "_s);
}

QString PayPage::askDesk(const PageTexts& t) const
{
    if (m_workshop.phone.isEmpty()) return {};
    QString dial;
    for (const QChar c : m_workshop.phone)
        if ((c >= u'0' && c <= u'9') || (c == u'+' && dial.isEmpty())) dial += c;
    return u"<div class=\"ways\"><a class=\"alt\" href=\"tel:"_s + dial + u"\">"_s
           + choice(icon(Icon::Phone, t), t.html(u"ask_desk"_s), escaped(m_workshop.phone)) + u"</a></div>"_s;
}

QString PayPage::closed(const PageTexts& t, const TrainingLink& link, const QString& key, const TrainingLink* newer) const
{
    const bool done = key == u"elsewhere";
    QString out =
        u"<section class=\"card\">"_s
        + stateHead(done ? Icon::Done : Icon::Note, t, t.html(key + u"_title"_s), {}, t.html(key + u"_text"_s), plate(link.order.plate, t))
        + u"</section>"_s;
    if (newer) {
        out += u"<div class=\"ways\"><a class=\"btn\" href=\""_s + escaped(linkPath(*newer)) + u"?lang="_s + t.language() + u"\">"_s
               + primary(t.html(u"to_current"_s), {}) + u"</a></div>"_s;
    }
    return out
           + (done ? QString{}
                   : askDesk(t).replace(u"<div class=\"ways\">"_s,
                                        newer ? u"<div class=\"ways\" style=\"margin-top:.5rem\">"_s : u"<div class=\"ways\">"_s));
}

QByteArray PayPage::link(const LinkBook& book, const TrainingLink& link, const PageRequest& request) const
{
    const auto& t = texts(request.language);
    Sheet sheet{t.html(u"title_open"_s, {{u"number"_s, link.order.invoiceNumber}}), u'/' + link.order.token, {}, false, 0};
    switch (book.pageState(link, request.now)) {
    case PageState::Open:
    case PageState::Started:   // the payment screen lies under /pay; who comes back here may start again
        sheet.body = open(t, link);
        sheet.trust = true;
        break;
    case PageState::Checking: {
        const bool isLong = request.now >= link.tryAt.plusMs(limits::kPayPageRefreshMaxMs);
        sheet.title = t.html(isLong ? u"long_title"_s : u"checking_title"_s);
        sheet.body = checking(t, link, isLong);
        sheet.refreshS = isLong ? 0 : limits::kPayPageRefreshS;
        break;
    }
    case PageState::Paid:
        sheet.title = t.html(u"paid_title"_s);
        sheet.body = paid(t, link, request.now);
        sheet.refreshS = !link.deskKnows && request.now < link.paidAt.plusMs(limits::kPayPageRefreshMaxMs) ? limits::kPayPageRefreshS : 0;
        break;
    case PageState::PaidElsewhere: sheet.title = t.html(u"elsewhere_title"_s); sheet.body = closed(t, link, u"elsewhere"_s, nullptr); break;
    case PageState::AtCounter: sheet.title = t.html(u"counter_title"_s); sheet.body = atCounter(t, link); break;
    case PageState::OnAccount: sheet.title = t.html(u"account_title"_s); sheet.body = onAccount(t, link); break;
    case PageState::Superseded:
        sheet.title = t.html(u"superseded_title"_s);
        sheet.body = closed(t, link, u"superseded"_s, book.newerOf(link));
        break;
    case PageState::Withdrawn: sheet.title = t.html(u"withdrawn_title"_s); sheet.body = closed(t, link, u"withdrawn"_s, nullptr); break;
    case PageState::Expired: sheet.title = t.html(u"expired_title"_s); sheet.body = closed(t, link, u"expired"_s, nullptr); break;
    }
    return shell(t, sheet);
}

QString PayPage::codeForm(const PageTexts& t) const
{
    return u"<form method=\"get\" action=\""_s + escaped(m_prefix + u"/"_s) + u"\"><input type=\"hidden\" name=\"lang\" value=\""_s
           + t.language() + u"\"><label for=\"code\">"_s + t.html(u"code_label"_s)
           + u"</label><input id=\"code\" name=\"code\" maxlength=\"20\" autocomplete=\"off\" autocapitalize=\"characters\" spellcheck=\"false\" required><button class=\"btn\">"_s
           + primary(t.html(u"code_go"_s), {}) + u"</button></form>"_s;
}

QByteArray PayPage::message(const PageRequest& request, const QString& key, const QString& path, bool withForm) const
{
    const auto& t = texts(request.language);
    const QString head =
        stateHead(key == u"enter" ? Icon::Document : Icon::Note, t, t.html(key + u"_title"_s), {}, t.html(key + u"_text"_s), {});
    return shell(t, {t.html(key + u"_title"_s), path,
                     u"<section class=\"card\">"_s + head + u"</section>"_s + (withForm ? codeForm(t) : QString{})
                         + (key == u"enter" ? QString{} : askDesk(t)),
                     false, 0});
}

QByteArray PayPage::unknown(const PageRequest& request) const { return message(request, u"unknown"_s, u"/"_s, true); }
QByteArray PayPage::enterCode(const PageRequest& request) const { return message(request, u"enter"_s, u"/"_s, true); }
QByteArray PayPage::limited(const PageRequest& request) const { return message(request, u"limited"_s, u"/"_s, false); }
QByteArray PayPage::trouble(const PageRequest& request) const { return message(request, u"trouble"_s, u"/"_s, false); }

QByteArray PayPage::imprint(const PageRequest& request) const
{
    const auto& t = texts(request.language);
    const QString text = m_workshop.imprint.trimmed().isEmpty() ? t.html(u"imprint_none"_s) : escaped(m_workshop.imprint);
    return shell(t, {t.html(u"imprint"_s), u"/-/imprint"_s,
                     u"<section class=\"card plain\"><h1>"_s + t.html(u"imprint"_s) + u"</h1>"_s + text + u"</section>"_s, false, 0});
}

QByteArray PayPage::privacy(const PageRequest& request) const
{
    const auto& t = texts(request.language);
    const QString text = m_workshop.privacy.trimmed().isEmpty() ? t.html(u"privacy_text"_s) : escaped(m_workshop.privacy);
    return shell(t, {t.html(u"privacy"_s), u"/-/privacy"_s,
                     u"<section class=\"card plain\"><h1>"_s + t.html(u"privacy"_s) + u"</h1>"_s + text + u"</section>"_s, false, 0});
}

} // namespace tresen::adapters::training
