#include "app/adapters/portal/bezahl/bezahl_portal.h"
#include "app/adapters/portal/bezahl/bezahl_desk.h"
#include "app/core/log.h"
#include <QUrl>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::bezahl {
namespace {

constexpr int kCallsPerMinute = 60;         // rate limits are not published: a careful guess

// Hosts of the vendor's products a link may lead to, besides the one that is asked.
QStringList vendorHosts()
{
    return {u"bezahl.de"_s, u"*.bezahl.de"_s, u"*.sicherbezahlen.de"_s, u"*.easycarpay.com"_s};
}

bool isTestHost(const QString& host)
{
    const auto labels = host.toLower().split(u'.');
    return labels.contains(u"staging"_s) || labels.contains(u"test"_s) || labels.contains(u"sandbox"_s);
}

bool isLoopbackHost(const QString& host) { return host == u"127.0.0.1" || host == u"::1" || host == u"localhost"; }

bool isHeaderText(const QString& text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7f; });
}

std::optional<Error> troubleOf(const BezahlDesk& desk)
{
    const auto missing = [](const QString& what) { return Error{Fault::Refused, u"portal.not_configured"_s, what}; };
    const QString key = desk.account.apiKey.reveal();
    if (key.isEmpty() || !isHeaderText(key)) return missing(u"key"_s);
    if (desk.account.account.isEmpty()) return missing(u"account"_s);
    const QUrl url{desk.base, QUrl::StrictMode};
    if (!ports::mayLeadTo(desk.base, {}) || url.hasQuery() || url.hasFragment()) return missing(u"address"_s);
    if (!isLoopbackHost(url.host().toLower()) && isTestHost(url.host()) != desk.account.test) return Error{Fault::Refused, u"portal.key_mode"_s, url.host()};
    return {};
}

Error unknownLink(const QString& linkId) { return {Fault::NotFound, u"portal.unknown_link"_s, linkId}; }

// What was asked for may have been done: never "for sure not".
Error unclear(Error error)
{
    error.fault = Fault::Timeout;
    return error;
}

std::optional<Error> wrongLink(const DeskPtr& desk, const QString& url)
{
    if (!ports::mayLeadTo(url, {})) return Error{Fault::Invalid, u"portal.unsafe_link"_s, QUrl{url}.host()};
    if (!ports::mayLeadTo(url, desk->linkHosts)) return Error{Fault::Invalid, u"portal.link_host"_s, QUrl{url}.host()};
    return {};
}

using Linked = std::function<void(Result<ports::Link>)>;

// The order is there, but its page cannot be given to anybody: it is closed, and the failure told.
void abandon(const DeskPtr& desk, const QString& linkId, const Error& why, const Linked& then)
{
    ask(desk, hideCall(linkId), [why, then](const Result<net::HttpAnswer>&) { then(why); });
}

void finishLink(const DeskPtr& desk, const ReadOrder& order, domain::Money asked, const Linked& then)
{
    if (const auto wrong = wrongLink(desk, order.url)) return abandon(desk, order.id, *wrong, then);
    for (const auto& note : order.notes) qCWarning(logPeers) << "bezahl.de:" << note << "dropped from an order";
    // Amounts are part of what is asked: an answer that repeats none has taken it as it was sent.
    then(ports::Link{order.id, order.url, order.price.value_or(asked), desk->mode, {}, order.account});
}

// An order that exists becomes a link: what its first answer left out is read, page address last.
void completeLink(const DeskPtr& desk, const ReadOrder& order, domain::Money asked, bool readAlready, const Linked& then)
{
    if (!readAlready && (order.url.isEmpty() || !order.price || !order.account.isSet())) {
        return askDone(desk, readCall(order.id), [desk, first = order, asked, then](const Result<net::HttpAnswer>& answer) {
            if (!answer) return then(unclear(answer.error()));
            auto whole = readOrder(answer.value().body);
            if (!whole) return then(unclear(whole.error()));
            if (whole.value().id != first.id) return then(Error{Fault::Timeout, u"portal.unreadable"_s, u"id"_s});
            auto merged = whole.value();
            if (merged.url.isEmpty()) merged.url = first.url;
            if (!merged.price) merged.price = first.price;
            completeLink(desk, merged, asked, true, then);
        });
    }
    if (!order.url.isEmpty()) return finishLink(desk, order, asked, then);
    askDone(desk, payLinkCall(order.id), [desk, order, asked, then](const Result<net::HttpAnswer>& answer) {
        if (!answer) return then(unclear(answer.error()));
        auto whole = order;
        whole.url = readPayLink(answer.value().body);
        finishLink(desk, whole, asked, then);
    });
}

using Found = std::function<void(Result<std::optional<QString>>)>;   // the id of the order; nothing: for sure there is none

void lookUp(const DeskPtr& desk, const QString& unique, const Found& then)
{
    askDone(desk, listCall(desk->account.account, limits::kBezahlListLimit), [desk, unique, then](const Result<net::HttpAnswer>& answer) {
        if (!answer) return then(answer.error());
        const auto list = readList(answer.value().body, desk->options.words);
        if (!list) return then(list.error());
        const auto found = std::find_if(list.value().begin(), list.value().end(), [&unique](const ListedOrder& one) { return one.unique == unique; });
        if (found != list.value().end()) return then(std::optional{found->id});
        // "None" is only said of a list that was whole and that shows this field at all.
        const bool whole = list.value().size() < static_cast<std::size_t>(limits::kBezahlListLimit);
        const bool shows = list.value().empty() || std::any_of(list.value().begin(), list.value().end(), [](const ListedOrder& one) { return !one.unique.isEmpty(); });
        if (!whole || !shows) return then(Error{Fault::Timeout, u"portal.find_unclear"_s, {}});
        then(std::optional<QString>{});
    });
}

void linkOf(const DeskPtr& desk, const QString& linkId, domain::Money asked, const Linked& then)
{
    ReadOrder known;
    known.id = linkId;
    completeLink(desk, known, asked, false, then);
}

bool soundsLikeDuplicate(const net::HttpAnswer& answer)
{
    const auto text = QString::fromUtf8(answer.body.left(limits::kMaxPortalText * 10)).toLower();
    const auto words = {u"unique"_s, u"duplicate"_s, u"already"_s, u"exist"_s, u"bereits"_s, u"doppelt"_s};
    return answer.status == 409 || std::any_of(words.begin(), words.end(), [&text](const QString& word) { return text.contains(word); });
}

// The portal did not make an order, or did not say which: an earlier call may have made it. Looked for by its reference before anything is said.
void recoverLink(const DeskPtr& desk, const ports::LinkOrder& order, const Error& refusal, bool suspect, const Linked& then)
{
    lookUp(desk, uniqueOf(order), [desk, order, refusal, suspect, then](const Result<std::optional<QString>>& found) {
        if (!found) return then(suspect ? unclear(found.error()) : refusal);
        if (!found.value()) return then(refusal);
        linkOf(desk, *found.value(), order.amount, [desk, order, then](const Result<ports::Link>& link) {
            if (link && link.value().amount != order.amount) return then(Error{Fault::Conflict, u"portal.key_reused"_s, link.value().linkId});
            then(link);
        });
    });
}

void orderAnswered(const DeskPtr& desk, const ports::LinkOrder& order, const net::HttpAnswer& answer, const Linked& then)
{
    if (answer.done()) {
        const auto made = readOrder(answer.body);
        if (made) return completeLink(desk, made.value(), order.amount, false, then);
        return recoverLink(desk, order, unclear(made.error()), true, then);
    }
    const Error refusal = desk->failure(answer);
    const bool mayBeDuplicate = answer.status == 400 || answer.status == 409 || answer.status == 412 || answer.status == 422;
    if (!mayBeDuplicate) return then(refusal);
    recoverLink(desk, order, refusal, soundsLikeDuplicate(answer), then);
}

using Outcome = std::optional<ports::CancelOutcome>;   // nothing: still open

Outcome outcomeOf(domain::LinkState state)
{
    switch (state) {
    case domain::LinkState::Paid: return ports::CancelOutcome::AlreadyPaid;
    case domain::LinkState::InFlight: case domain::LinkState::Authorized: return ports::CancelOutcome::InFlight;
    case domain::LinkState::Cancelled: case domain::LinkState::Expired: return ports::CancelOutcome::Cancelled;
    case domain::LinkState::Open: case domain::LinkState::Unknown: return {};
    }
    Q_UNREACHABLE();
}

void readState(const DeskPtr& desk, const QString& linkId, const std::function<void(Result<domain::LinkState>)>& then)
{
    askDone(desk, readCall(linkId), [desk, then](const Result<net::HttpAnswer>& answer) {
        if (!answer) return then(answer.error());
        const auto order = readOrder(answer.value().body);
        if (!order) return then(order.error());
        then(stateOf(order.value(), desk->options.words));
    });
}

void hideAndLook(const DeskPtr& desk, const QString& linkId, const Reply<ports::CancelOutcome>& reply)
{
    askDone(desk, hideCall(linkId), [desk, linkId, reply](const Result<net::HttpAnswer>& hidden) {
        if (!hidden) return reply(hidden.error());
        readState(desk, linkId, [reply](const Result<domain::LinkState>& state) {
            // An order that is gone from the portal after it was closed is closed.
            if (!state) return reply(state.error().fault == Fault::NotFound ? Result<ports::CancelOutcome>{ports::CancelOutcome::Cancelled} : Result<ports::CancelOutcome>{unclear(state.error())});
            if (const auto outcome = outcomeOf(state.value())) return reply(*outcome);
            // A word we do not know after the portal said yes is its word for closed; "open" is a contradiction.
            if (state.value() == domain::LinkState::Unknown) return reply(ports::CancelOutcome::Cancelled);
            reply(Error{Fault::Timeout, u"portal.cancel_unclear"_s, {}});
        });
    });
}

} // namespace

void ask(const DeskPtr& desk, const ApiCall& call, Heard then)
{
    net::HttpCall http;
    http.method = call.method;
    http.url = QUrl{desk->base + call.path, QUrl::StrictMode};
    if (!call.query.isEmpty()) http.url.setQuery(QString::fromLatin1(call.query), QUrl::StrictMode);
    http.headers = {{"NX-Token", desk->account.apiKey.reveal().toLatin1()}, {"Accept", "application/json"}};
    if (!call.body.isEmpty()) http.headers.emplace_back("Content-Type", call.contentType);
    if (!call.idempotencyKey.isEmpty()) http.headers.emplace_back("Idempotency-Key", call.idempotencyKey.toLatin1());
    http.body = call.body;
    desk->client.send(std::move(http)).then(QtFuture::Launch::Sync, [then = std::move(then)](const Result<net::HttpAnswer>& answer) { then(answer); });
}

void askDone(const DeskPtr& desk, const ApiCall& call, Heard then)
{
    ask(desk, call, [desk, then = std::move(then)](const Result<net::HttpAnswer>& answer) {
        if (answer && !answer.value().done()) return then(desk->failure(answer.value()));
        then(answer);
    });
}

BezahlPortal::BezahlPortal(net::HttpClient& client, const ports::PortalAccount& account, const Clock& clock, const BezahlOptions& options)
{
    auto desk = std::make_shared<BezahlDesk>(BezahlDesk{client, clock, account, options, account.baseUrl, account.test ? domain::PortalMode::Test : domain::PortalMode::Live, vendorHosts(), {}});
    if (desk->base.isEmpty() && account.test) desk->base = kStagingUrl.toString();
    while (desk->base.endsWith(u'/')) desk->base.chop(1);
    desk->trouble = troubleOf(*desk);
    if (const auto host = QUrl{desk->base}.host().toLower(); !host.isEmpty()) desk->linkHosts << host;
    m_desk = std::move(desk);
}

BezahlPortal::~BezahlPortal() = default;

ports::PortalCapabilities BezahlPortal::capabilities() const
{
    ports::PortalCapabilities out;
    out.id = u"bezahl"_s;
    out.displayName = u"bezahl.de"_s;
    out.mode = m_desk->mode;
    out.cancelsOpenLink = out.changeFeed = out.ownReference = out.accountPerLink = true;
    out.requestsPerMinute = kCallsPerMinute;
    out.linkHosts = m_desk->linkHosts;
    out.notes = {u"uncertified"_s};
    return out;
}

QFuture<Result<ports::Link>> BezahlPortal::create(ports::LinkOrder order) { return createWith(std::move(order), m_desk->options.extras); }

QFuture<Result<ports::Link>> BezahlPortal::createWith(ports::LinkOrder order, OrderExtras extras)
{
    if (m_desk->trouble) return readyNow<Result<ports::Link>>(*m_desk->trouble);
    if (order.mode != m_desk->mode) return readyNow<Result<ports::Link>>(Error{Fault::Refused, u"portal.key_mode"_s, {}});
    const auto call = orderCall(order, m_desk->account.account, extras);
    if (!call) return readyNow<Result<ports::Link>>(call.error());
    const Reply<ports::Link> reply;
    ask(m_desk, call.value(), [desk = m_desk, order = std::move(order), reply](const Result<net::HttpAnswer>& answer) {
        if (!answer) return reply(answer.error());
        orderAnswered(desk, order, answer.value(), reply);
    });
    return reply.future();
}

QFuture<Result<std::optional<ports::Link>>> BezahlPortal::find(ports::LinkOrder order)
{
    using Maybe = Result<std::optional<ports::Link>>;
    if (m_desk->trouble) return readyNow<Maybe>(*m_desk->trouble);
    const Reply<std::optional<ports::Link>> reply;
    lookUp(m_desk, uniqueOf(order), [desk = m_desk, order, reply](const Result<std::optional<QString>>& found) {
        if (!found) return reply(found.error());
        if (!found.value()) return reply(std::optional<ports::Link>{});
        linkOf(desk, *found.value(), order.amount, [reply](const Result<ports::Link>& link) { reply(link ? Maybe{std::optional{link.value()}} : Maybe{link.error()}); });
    });
    return reply.future();
}

QFuture<Result<ports::CancelOutcome>> BezahlPortal::cancel(QString linkId)
{
    if (m_desk->trouble) return readyNow<Result<ports::CancelOutcome>>(*m_desk->trouble);
    if (!isLinkId(linkId)) return readyNow<Result<ports::CancelOutcome>>(unknownLink(linkId));
    const Reply<ports::CancelOutcome> reply;
    readState(m_desk, linkId, [desk = m_desk, linkId, reply](const Result<domain::LinkState>& state) {
        if (!state) return reply(state.error());
        if (const auto outcome = outcomeOf(state.value())) return reply(*outcome);
        hideAndLook(desk, linkId, reply);
    });
    return reply.future();
}

QFuture<Result<domain::PortalSnapshot>> BezahlPortal::fetch(QString linkId)
{
    if (m_desk->trouble) return readyNow<Result<domain::PortalSnapshot>>(*m_desk->trouble);
    if (!isLinkId(linkId)) return readyNow<Result<domain::PortalSnapshot>>(unknownLink(linkId));
    const Reply<domain::PortalSnapshot> reply;
    askDone(m_desk, readCall(linkId), [desk = m_desk, reply](const Result<net::HttpAnswer>& answer) {
        if (!answer) return reply(answer.error());
        const auto order = readOrder(answer.value().body);
        if (!order) return reply(order.error());
        reply(snapshotOf(order.value(), desk->mode, desk->clock.now(), desk->options.words));
    });
    return reply.future();
}

QFuture<Result<ports::PortalChanges>> BezahlPortal::changes(QString cursor)
{
    if (m_desk->trouble) return readyNow<Result<ports::PortalChanges>>(*m_desk->trouble);
    const Reply<ports::PortalChanges> reply;
    askDone(m_desk, listCall(m_desk->account.account, limits::kBezahlListLimit), [desk = m_desk, cursor, reply](const Result<net::HttpAnswer>& answer) {
        if (!answer) return reply(answer.error());
        const auto list = readList(answer.value().body, desk->options.words);
        if (!list) return reply(list.error());
        reply(changesOf(list.value(), cursor));
    });
    return reply.future();
}

QFuture<Result<ports::RefundAnswer>> BezahlPortal::refund(ports::RefundOrder)
{
    return readyNow<Result<ports::RefundAnswer>>(Error{Fault::Refused, u"portal.refund_unavailable"_s, {}});
}

Result<ports::ReadNotice> BezahlPortal::readNotice(const ports::RawNotice& notice) const { return bezahl::readNotice(notice, m_desk->account.noticeSecrets); }

void BezahlPortal::onNudge(std::function<void(QString)>) {}

} // namespace tresen::adapters::bezahl
