#include "app/domain/request_rules.h"
#include "app/domain/iban.h"
#include "app/domain/pay_codes.h"
#include <QCryptographicHash>
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Error refusal(const QString& code, const QString& detail = {})
{
    return Error{Fault::Refused, code, detail};
}

std::optional<Error> whyNoRequest(const OpenItem& item, const Policy& policy)
{
    if (item.kind == InvoiceKind::Credit) return refusal(u"request.credit"_s);
    if (item.kind == InvoiceKind::NoClaim) return refusal(u"request.no_claim"_s);
    if (item.cancelled) return refusal(u"request.cancelled"_s, item.cancelReason);
    if (item.directDebit) return refusal(u"request.direct_debit"_s);
    if (!item.open().isPositive()) return refusal(u"request.nothing_open"_s);
    if (!item.due.currency().isEuro()) return refusal(u"request.currency"_s, item.due.currency().code());
    if (std::any_of(item.tasks.begin(), item.tasks.end(), [](const OpenTask& t) { return t.kind == u"payee.differs"; }))
        return refusal(u"request.payee_differs"_s, redactedIban(item.payeeIban));
    if (std::any_of(item.tasks.begin(), item.tasks.end(), [](const OpenTask& t) { return t.kind == u"payee.factoring"; })) return refusal(u"request.payee_factoring"_s);
    // The owner has paid something that could not be booked: nobody is asked again before somebody has looked at it.
    if (std::any_of(item.tasks.begin(), item.tasks.end(), [](const OpenTask& t) { return t.kind == u"payment.currency" || t.kind == u"payment.amount"; }))
        return refusal(u"request.unknown"_s);
    if (policy.portal.isEmpty() && !policy.payee.isSet()) return refusal(u"request.no_payee"_s);
    return std::nullopt;
}

bool moneyUnderWay(const PayRequest& r)
{
    return r.state == RequestState::InFlight || r.state == RequestState::Authorized;
}

PortalMode wantedMode(const Policy& policy)
{
    return policy.training || policy.portalTest ? PortalMode::Test : PortalMode::Live;
}

void close(RequestDecision& decision, const OpenItem& item, const PayRequest& r, const QString& why)
{
    const bool atPortal = !r.portal.isEmpty();
    decision.events.push_back(RequestMoved{r.id, item.id, atPortal ? RequestState::Closing : RequestState::Cancelled, why, 0});
    if (atPortal && !r.linkId.isEmpty()) decision.toCancel.push_back(r.id);   // a link that is not known yet is closed by decideLinkAnswer()
}

} // namespace

Result<RequestDecision> decideRequest(const OpenItem& item, const RequestCommand& command, const Policy& policy)
{
    if (const auto no = whyNoRequest(item, policy)) return *no;
    const auto wanted = command.amount.value_or(item.open());
    if (!wanted.isPositive() || wanted.currency() != item.due.currency() || wanted.inCents() > item.open().inCents()) return refusal(u"request.amount"_s, plainAmount(item.open()));
    RequestDecision decision;
    if (const auto* live = item.liveRequest()) {
        if (live->silent()) return refusal(u"request.unknown"_s);
        if (moneyUnderWay(*live)) return refusal(u"request.under_way"_s);
        if (live->state == RequestState::CreateUnknown) return refusal(u"request.unknown"_s);
        if (live->state == RequestState::Closing) return refusal(u"request.closing"_s);
        const bool asked = command.amount ? live->amount == wanted : !live->asksWrongly(item.open());
        if (asked && live->portal == policy.portal) {
            decision.request = live->id;
            return decision;
        }
        // One live request per invoice: the old link has to be closed at the portal before a new one may exist.
        close(decision, item, *live, u"superseded"_s);
        decision.request = live->id;
        if (!live->portal.isEmpty()) return decision;
    }
    RequestCreated created;
    created.request = command.freshRequest;
    created.invoice = item.id;
    created.number = item.requests.empty() ? 1 : item.requests.back().number + 1;
    created.portal = policy.portal;
    created.mode = wantedMode(policy);
    created.amount = wanted;
    created.part = wanted != item.open();
    created.idempotencyKey = command.idempotencyKey;
    created.token = command.token;
    created.sheet = command.sheet;
    created.deskCode = deskCode(command.siteNumber, command.sheet);
    decision.events.push_back(created);
    decision.request = command.freshRequest;
    decision.created = true;
    return decision;
}

Result<RequestDecision> decideLinkAnswer(const OpenItem& item, const RequestId& id, const LinkAnswer& answer)
{
    const auto* r = item.findRequest(id);
    if (!r) return Error{Fault::NotFound, u"request.none"_s, id.text()};
    RequestDecision decision;
    decision.request = id;
    if (r->state == RequestState::Closing && r->linkId.isEmpty() && !answer.linkId.isEmpty()) {   // withdrawn while the portal was still making it
        decision.events.push_back(RequestAnswered{id, item.id, RequestState::Closing, answer.linkId, answer.url, r->why, answer.expiresAt, answer.account});
        decision.toCancel.push_back(id);
        return decision;
    }
    if (r->state != RequestState::Creating && r->state != RequestState::CreateUnknown) return decision;   // answered before
    if (answer.amount != r->amount || answer.mode != r->mode) {
        const auto detail = u"%1 %2"_s.arg(plainAmount(answer.amount), answer.mode == r->mode ? QString{} : u"mode"_s).trimmed();
        decision.events.push_back(RequestAnswered{id, item.id, RequestState::Failed, answer.linkId, {}, u"portal answered "_s + detail, {}});
        decision.events.push_back(TaskRaised{TaskId{u"portal.wrong_link:"_s + id.text()}, item.id, u"portal.wrong_link"_s, detail, answer.amount});
        decision.toCancel.push_back(id);
        return decision;
    }
    decision.events.push_back(RequestAnswered{id, item.id, RequestState::Open, answer.linkId, answer.url, {}, answer.expiresAt, answer.account});
    if (r->asksWrongly(item.open())) {   // changed while the portal was working: this link must never be paid
        decision.events.push_back(RequestMoved{id, item.id, RequestState::Closing, u"superseded"_s, 0});
        decision.toCancel.push_back(id);
    }
    return decision;
}

Result<RequestDecision> decideLinkFailure(const OpenItem& item, const RequestId& id, bool certain, const QString& detail)
{
    const auto* r = item.findRequest(id);
    if (!r) return Error{Fault::NotFound, u"request.none"_s, id.text()};
    RequestDecision decision;
    decision.request = id;
    if (r->state == RequestState::Closing && r->linkId.isEmpty() && certain) {   // there is no link and there will be none
        decision.events.push_back(RequestMoved{id, item.id, RequestState::Cancelled, r->closeWhy, 0});
        return decision;
    }
    if (r->state != RequestState::Creating && !(r->state == RequestState::CreateUnknown && certain)) return decision;
    decision.events.push_back(RequestAnswered{id, item.id, certain ? RequestState::Failed : RequestState::CreateUnknown, {}, {}, detail, {}});
    return decision;
}

Result<RequestDecision> decideWithdraw(const OpenItem& item, const QString& why)
{
    const auto* live = item.liveRequest();
    if (!live) return Error{Fault::Refused, u"request.none"_s, item.number};
    RequestDecision decision;
    decision.request = live->id;
    if (live->state != RequestState::Closing || live->why != why) close(decision, item, *live, why);
    return decision;
}

Result<std::vector<Event>> decideKept(const OpenItem& item, const RequestId& id)
{
    const auto* r = item.findRequest(id);
    if (!r) return Error{Fault::NotFound, u"request.none"_s, id.text()};
    if (r->state != RequestState::Closing || r->why != u"withdrawn" || r->linkId.isEmpty()) return Error{Fault::Conflict, u"undo.too_late"_s, item.number};
    return std::vector<Event>{RequestMoved{id, item.id, RequestState::Open, u"kept"_s, 0}};
}

Result<RequestDecision> decideCancelled(const OpenItem& item, const RequestId& id)
{
    const auto* r = item.findRequest(id);
    if (!r) return Error{Fault::NotFound, u"request.none"_s, id.text()};
    RequestDecision decision;
    decision.request = id;
    const bool linkUnknown = !r->portal.isEmpty() && r->linkId.isEmpty();   // then nothing can have been cancelled
    if (r->live() && !moneyUnderWay(*r) && !linkUnknown) decision.events.push_back(RequestMoved{id, item.id, RequestState::Cancelled, r->closeWhy, 0});
    return decision;
}

std::optional<RequestMoved> supersededBy(const OpenItem& item, Money nowOpen)
{
    const auto* live = item.liveRequest();
    if (!live || !live->asksWrongly(nowOpen) || live->state == RequestState::Closing) return std::nullopt;
    return RequestMoved{live->id, item.id, live->portal.isEmpty() ? RequestState::Cancelled : RequestState::Closing, u"superseded"_s, 0};
}

std::vector<RequestId> linksToCancel(const OpenItem& item, const std::vector<Event>& events)
{
    std::vector<RequestId> out;
    for (const auto& event : events) {
        const auto* moved = event.as<RequestMoved>();
        const auto* r = moved && moved->state == RequestState::Closing ? item.findRequest(moved->request) : nullptr;
        if (r && !r->linkId.isEmpty() && std::find(out.begin(), out.end(), r->id) == out.end()) out.push_back(r->id);
    }
    return out;
}

Result<RequestDecision> decideSilent(const OpenItem& item, const RequestId& id)
{
    const auto* r = item.findRequest(id);
    RequestDecision decision;
    decision.request = id;
    if (r && r->state == RequestState::InFlight && r->why != u"silent")
        decision.events.push_back(RequestMoved{id, item.id, RequestState::InFlight, u"silent"_s, 0});
    return decision;
}

QString accountMark(const LinkAccount& portals, const Payee& payee)
{
    const auto of = [](const QStringList& account) { return QString::fromLatin1(QCryptographicHash::hash(account.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(16)); };
    if (portals.isSet()) return of({portals.holder, portals.iban, portals.bic});
    return payee.isSet() ? of({payee.holder, payee.iban, payee.bic}) : u"none"_s;
}

} // namespace tresen::domain
