// BezahlPortal beside the port: amending an order, the invoice's own PDF, the portal's mails, webhooks, and the live test.
#include "app/adapters/portal/bezahl/bezahl_desk.h"
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::bezahl {
namespace {

struct Probing {
    DeskPtr desk;
    Reply<ports::PortalProbe> reply;
    ports::PortalProbe probe;
};

// One step of the test; false ends it, because the ones after it would only fail for the same reason.
bool noteStep(Probing& run, const QString& code, const Result<net::HttpAnswer>& answer)
{
    run.probe.steps.push_back({code, answer.ok(), answer ? Error{} : answer.error()});
    if (!answer) run.reply(run.probe);
    return answer.ok();
}

void probeRead(const std::shared_ptr<Probing>& run)
{
    askDone(run->desk, listCall(run->desk->account.account, 1), [run](const Result<net::HttpAnswer>& answer) {
        if (!noteStep(*run, u"read"_s, answer)) return;
        if (const auto list = readList(answer.value().body, run->desk->options.words); !list) run->probe.steps.back() = {u"read"_s, false, list.error()};
        run->reply(run->probe);
    });
}

void probeAccount(const std::shared_ptr<Probing>& run)
{
    ApiCall call;
    call.path = u"/organization/"_s + QString::fromLatin1(QUrl::toPercentEncoding(run->desk->account.account));
    askDone(run->desk, call, [run](const Result<net::HttpAnswer>& answer) {
        if (!noteStep(*run, u"account"_s, answer)) return;
        run->probe.accountName = readName(answer.value().body);
        probeRead(run);
    });
}

std::optional<Error> badAddress(const QString& email)
{
    const bool good = email.size() <= limits::kMaxMailAddress && email.indexOf(u'@') > 0 && !email.contains(u' ') && !email.contains(u'\n') && !email.contains(u'\r');
    return good ? std::nullopt : std::optional{Error{Fault::Refused, u"portal.order_invalid"_s, u"recipient"_s}};
}

} // namespace

QFuture<Result<ports::PortalProbe>> BezahlPortal::probe()
{
    if (m_desk->trouble) return readyNow<Result<ports::PortalProbe>>(*m_desk->trouble);
    const auto run = std::make_shared<Probing>();
    run->desk = m_desk;
    run->probe.mode = m_desk->mode;
    ApiCall call;
    call.path = u"/user"_s;
    askDone(m_desk, call, [run](const Result<net::HttpAnswer>& answer) {
        if (noteStep(*run, u"key"_s, answer)) probeAccount(run);
    });
    return run->reply.future();
}

QFuture<Result<Ok>> BezahlPortal::simple(const ApiCall& call)
{
    if (m_desk->trouble) return readyNow<Result<Ok>>(*m_desk->trouble);
    const Reply<Ok> reply;
    askDone(m_desk, call, [reply](const Result<net::HttpAnswer>& answer) { reply(answer ? Result<Ok>{Ok{}} : Result<Ok>{answer.error()}); });
    return reply.future();
}

QFuture<Result<Ok>> BezahlPortal::updatePrice(const QString& linkId, domain::Money amount, const std::vector<ports::SummaryRow>& rows, const QString& idempotencyKey)
{
    if (!isLinkId(linkId)) return readyNow<Result<Ok>>(Error{Fault::NotFound, u"portal.unknown_link"_s, linkId});
    if (!amount.isPositive() || !amount.currency().isEuro()) return readyNow<Result<Ok>>(Error{Fault::Refused, u"portal.order_invalid"_s, u"amount"_s});
    return simple(priceCall(linkId, amount, rows, idempotencyKey));
}

QFuture<Result<Ok>> BezahlPortal::addRecipient(const QString& linkId, const QString& email)
{
    if (const auto bad = badAddress(email)) return readyNow<Result<Ok>>(*bad);
    return simple(recipientCall(linkId, email, true));
}

QFuture<Result<Ok>> BezahlPortal::removeRecipient(const QString& linkId, const QString& email)
{
    if (const auto bad = badAddress(email)) return readyNow<Result<Ok>>(*bad);
    return simple(recipientCall(linkId, email, false));
}

QFuture<Result<Ok>> BezahlPortal::attach(const QString& linkId, const QString& fileName, const QByteArray& pdf)
{
    const auto call = attachmentCall(linkId, fileName, pdf);
    return call ? simple(call.value()) : readyNow<Result<Ok>>(call.error());
}

QFuture<Result<std::vector<Webhook>>> BezahlPortal::webhooks()
{
    if (m_desk->trouble) return readyNow<Result<std::vector<Webhook>>>(*m_desk->trouble);
    const Reply<std::vector<Webhook>> reply;
    askDone(m_desk, webhooksCall(m_desk->account.account), [reply](const Result<net::HttpAnswer>& answer) {
        reply(answer ? readWebhooks(answer.value().body) : Result<std::vector<Webhook>>{answer.error()});
    });
    return reply.future();
}

QFuture<Result<Ok>> BezahlPortal::registerWebhook(const QString& url)
{
    const auto& secrets = m_desk->account.noticeSecrets;
    if (secrets.empty() || secrets.front().isEmpty()) return readyNow<Result<Ok>>(Error{Fault::Refused, u"notice.no_secret"_s, {}});
    if (!ports::mayLeadTo(url, {})) return readyNow<Result<Ok>>(Error{Fault::Refused, u"portal.order_invalid"_s, u"url"_s});
    return simple(addWebhookCall(m_desk->account.account, url, secrets.front()));
}

QFuture<Result<Ok>> BezahlPortal::removeWebhook(const QString& webhookId) { return simple(removeWebhookCall(m_desk->account.account, webhookId)); }

} // namespace tresen::adapters::bezahl
