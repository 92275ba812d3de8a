#include "app/domain/refund_rules.h"
#include "app/core/limits.h"
#include "app/domain/right_rules.h"
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Error noRefund(const QString& code, const QString& detail = {})
{
    return Error{Fault::Refused, code, detail};
}

TaskId unclearTask(const RefundId& refund)
{
    return TaskId{u"refund.no_answer:"_s + refund.text()};
}

bool isOpenTask(const OpenItem& item, const TaskId& id)
{
    return std::any_of(item.tasks.begin(), item.tasks.end(), [&](const OpenTask& t) { return t.id == id; });
}

void raiseUnclear(const OpenItem& item, const Refund& r, const QString& detail, std::vector<Event>& events)
{
    const auto task = unclearTask(r.id);
    if (!item.tasksEver.contains(task.text())) events.push_back(TaskRaised{task, item.id, u"refund.no_answer"_s, detail, r.amount});
}

void appendAll(std::vector<Event>& to, std::vector<Event> more)
{
    to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

bool sameText(const QString& a, const QString& b)
{
    return a.trimmed().compare(b.trimmed(), Qt::CaseInsensitive) == 0;
}

bool secondIsMissing(Money amount, const QString& secondPerson, const QString& user, const Policy& policy)
{
    const bool needed = amount.inCents() > policy.fourEyesAbove.inCents();
    return needed && (secondPerson.trimmed().isEmpty() || sameText(secondPerson, user));
}

// What every way of giving back asks for.
std::optional<Error> whyNotGiveBack(const OpenItem& item, const Payment& payment, Money amount, const QString& reason, const QString& secondPerson, const QString& user, const Policy& policy)
{
    if (!amount.isPositive() || amount.currency() != payment.amount.currency()) return noRefund(u"refund.amount"_s, plainAmount(amount));
    const auto left = refundable(item, payment);
    if (amount.inCents() > left.inCents()) return noRefund(u"refund.exceeds"_s, plainAmount(left));
    if (reason.trimmed().size() < limits::kOverrideReasonMin) return noRefund(u"refund.reason"_s, QString::number(limits::kOverrideReasonMin));
    if (secondIsMissing(amount, secondPerson, user, policy)) return noRefund(u"refund.second_person"_s, plainAmount(policy.fourEyesAbove));
    return std::nullopt;
}

} // namespace

Money refundable(const OpenItem& item, const Payment& payment)
{
    auto left = payment.amount;
    for (const auto& p : item.payments)
        if (p.reverses == payment.sourceKey && p.kind != PaymentKind::ChargebackReversed)
            if (const auto less = add(left, p.amount)) left = less.value();
    for (const auto& p : item.payments) {   // a refund that bounced takes back a refund, a chargeback that was withdrawn a chargeback
        const auto* taken = p.amount.isPositive() ? item.findPayment(p.reverses) : nullptr;
        const bool returns = (p.kind == PaymentKind::RefundBounced && taken && taken->reverses == payment.sourceKey)
                             || (p.kind == PaymentKind::ChargebackReversed && p.reverses == payment.sourceKey);
        if (returns)
            if (const auto more = add(left, p.amount)) left = more.value();
    }
    for (const auto& r : item.refunds)
        if (r.underWay() && r.payment == payment.sourceKey)
            if (const auto less = subtract(left, r.amount)) left = less.value();
    return left;
}

Result<std::vector<Event>> decideRefund(const OpenItem& item, const RefundCommand& command, const QString& user, const Policy& policy)
{
    if (item.findRefund(command.refund)) return std::vector<Event>{};   // asked for again: it is wanted already
    const auto* payment = item.findPayment(command.payment);
    if (!payment || payment->kind != PaymentKind::Online) return noRefund(u"refund.payment"_s, command.payment);
    const auto* request = item.findRequest(payment->request);
    if (!request || request->portal.isEmpty()) return noRefund(u"refund.payment"_s, command.payment);
    const bool unclear = std::any_of(item.refunds.begin(), item.refunds.end(), [&](const Refund& r) { return r.payment == command.payment && r.state == RefundState::Unclear; });
    if (unclear) return noRefund(u"refund.unclear"_s);
    if (const auto no = whyNotGiveBack(item, *payment, command.amount, command.reason, command.secondPerson, user, policy)) return *no;
    if (!command.partOffered && command.amount != payment->amount) return noRefund(u"refund.part"_s);
    const auto paymentId = payment->sourceKey.section(u':', 2);   // "portal:online:id"
    return std::vector<Event>{RefundWanted{command.refund, item.id, request->id, request->portal, payment->sourceKey, paymentId, command.amount, command.idempotencyKey,
                                           command.reason.trimmed(), command.secondPerson.trimmed(), command.task}};
}

std::vector<Event> tasksAnsweredBy(const OpenItem& item, const QString& payment, const TaskId& named)
{
    std::vector<Event> events;
    for (const auto& task : item.tasks) {
        const bool samePayment = task.detail == payment && (task.kind == u"payment.double" || task.kind == u"payment.late" || task.kind == u"payment.wrong_amount");
        // An alarm is ended by whoever has the right, not by what the portal says of a refund.
        if ((task.id == named && !neededToEnd(task.kind)) || samePayment) events.push_back(TaskDone{task.id, item.id, u"refund"_s});
    }
    return events;
}

std::vector<Event> noLongerUnclear(const OpenItem& item, const RefundId& refund)
{
    const auto task = unclearTask(refund);
    if (!isOpenTask(item, task)) return {};
    return {TaskDone{task, item.id, u"refund"_s}};
}

std::vector<Event> decideRefundTaken(const OpenItem& item, const RefundId& id, const QString& portalId, bool readable)
{
    const auto* r = item.findRefund(id);
    if (!r || !r->underWay() || (r->state == RefundState::Pending && r->portalId == portalId)) return {};
    std::vector<Event> events{RefundMoved{id, item.id, RefundState::Pending, portalId, {}}};
    if (readable) appendAll(events, noLongerUnclear(item, id));
    else raiseUnclear(item, *r, {}, events);
    return events;
}

std::vector<Event> decideRefundFailed(const OpenItem& item, const RefundId& id, bool certain, const QString& detail)
{
    const auto* r = item.findRefund(id);
    if (!r || !r->underWay() || (!certain && r->state != RefundState::Wanted)) return {};
    std::vector<Event> events{RefundMoved{id, item.id, certain ? RefundState::Failed : RefundState::Unclear, r->portalId, detail}};
    if (!certain) {
        raiseUnclear(item, *r, detail, events);
        return events;
    }
    appendAll(events, noLongerUnclear(item, id));
    const TaskId task{u"refund.failed:"_s + id.text()};
    if (!item.tasksEver.contains(task.text())) events.push_back(TaskRaised{task, item.id, u"refund.failed"_s, detail, r->amount});
    return events;
}

Result<std::vector<Event>> decideRefundChecked(const OpenItem& item, const RefundCheck& check, const QString& user, const Policy& policy)
{
    const auto* r = item.findRefund(check.refund);
    if (!r) return Error{Fault::NotFound, u"refund.none"_s, check.refund.text()};
    if (!r->underWay()) return Error{Fault::Conflict, u"refund.ended"_s, codeOf(r->state)};
    const auto how = check.how.trimmed(), second = check.secondPerson.trimmed();
    if (how.size() < limits::kOverrideReasonMin) return noRefund(u"refund.reason"_s, QString::number(limits::kOverrideReasonMin));
    if (secondIsMissing(r->amount, second, user, policy)) return noRefund(u"refund.second_person"_s, plainAmount(policy.fourEyesAbove));
    const auto seen = second.isEmpty() ? how : u"%1 (%2)"_s.arg(how, second);
    std::vector<Event> events;
    if (check.carriedOut) {
        PaymentBooked booked;
        booked.sourceKey = u"%1:%2:%3"_s.arg(r->portal, codeOf(PaymentKind::RefundOnline), r->portalId.isEmpty() ? r->id.text() : r->portalId);
        if (item.findPayment(booked.sourceKey)) return Error{Fault::Conflict, u"refund.ended"_s, booked.sourceKey};
        booked.payment = PaymentId{booked.sourceKey};
        booked.invoice = item.id;
        booked.kind = PaymentKind::RefundOnline;
        booked.amount = -r->amount;
        booked.stage = MoneyStage::Reversed;
        booked.request = r->request;
        booked.reverses = r->payment;
        events.push_back(booked);
    }
    events.push_back(RefundMoved{r->id, item.id, check.carriedOut ? RefundState::Done : RefundState::Failed, r->portalId, seen});
    appendAll(events, noLongerUnclear(item, r->id));
    if (check.carriedOut) appendAll(events, tasksAnsweredBy(item, r->payment, r->task));
    return events;
}

Result<std::vector<Event>> decideCounterRefund(const OpenItem& item, const CounterRefundCommand& command, const QString& user, const Policy& policy)
{
    const auto* payment = item.findPayment(command.reverses);
    const bool atCounter = payment && (payment->kind == PaymentKind::Cash || payment->kind == PaymentKind::CardTerminal);
    if (!atCounter) return noRefund(u"refund.payment"_s, command.reverses);
    const auto kind = payment->kind == PaymentKind::Cash ? PaymentKind::RefundCash : PaymentKind::RefundCard;
    const auto source = u"%1:%2"_s.arg(codeOf(kind), command.payment.text());
    if (item.findPayment(source)) return Error{Fault::Conflict, u"pay.booked_already"_s, item.number};
    if (const auto no = whyNotGiveBack(item, *payment, command.amount, command.reason, command.secondPerson, user, policy)) return *no;
    if (!policy.training && command.receiptNumber.trimmed().isEmpty()) return noRefund(u"pay.receipt_needed"_s, codeOf(kind));
    PaymentBooked booked;
    booked.payment = command.payment;
    booked.invoice = item.id;
    booked.kind = kind;
    booked.amount = -command.amount;
    booked.stage = MoneyStage::Reversed;
    booked.sourceKey = source;
    booked.method = payment->method;
    booked.receiptNumber = command.receiptNumber.trimmed().isEmpty() ? command.ownReceipt : command.receiptNumber.trimmed();
    booked.reverses = payment->sourceKey;
    const auto second = command.secondPerson.trimmed();
    booked.note = second.isEmpty() ? command.reason.trimmed() : u"%1 (%2)"_s.arg(command.reason.trimmed(), second);
    return std::vector<Event>{booked};
}

} // namespace tresen::domain
