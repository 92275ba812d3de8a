#include "app/domain/request_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

PaymentKind kindOfMovement(PortalMovement::Kind kind)
{
    switch (kind) {
    case PortalMovement::Kind::Payment: return PaymentKind::Online;
    case PortalMovement::Kind::Refund: return PaymentKind::RefundOnline;
    case PortalMovement::Kind::Chargeback: return PaymentKind::Chargeback;
    case PortalMovement::Kind::ChargebackReversed: return PaymentKind::ChargebackReversed;
    }
    Q_UNREACHABLE();
}

bool movesMoneyIn(PortalMovement::Kind kind)
{
    return kind == PortalMovement::Kind::Payment || kind == PortalMovement::Kind::ChargebackReversed;
}

QString sourceKeyOf(const PayRequest& r, const PortalMovement& m)
{
    return u"%1:%2:%3"_s.arg(r.portal, codeOf(kindOfMovement(m.kind)), m.id);
}

// What the link's own state becomes. Paid is final; an ended request does not come back to life except by money.
RequestState nextState(const PayRequest& r, const PortalSnapshot& s, bool paid)
{
    if (paid || r.state == RequestState::Paid) return RequestState::Paid;
    if (!r.live()) return r.state;
    switch (s.state) {
    case LinkState::Open: return r.state == RequestState::Closing ? RequestState::Closing : RequestState::Open;
    case LinkState::InFlight: return RequestState::InFlight;
    case LinkState::Authorized: return RequestState::Authorized;
    case LinkState::Cancelled: return RequestState::Cancelled;
    case LinkState::Expired: return RequestState::Expired;
    case LinkState::Paid: return RequestState::InFlight;   // says paid, but lists no payment yet: nothing to book
    case LinkState::Unknown: return r.state;
    }
    Q_UNREACHABLE();
}

struct Ledger {
    const OpenItem& item;
    const PayRequest& request;
    const PortalSnapshot& snapshot;
    std::vector<Event>& events;
    Money open;   // after everything booked so far

    void task(const QString& kind, const QString& detail, Money amount)
    {
        const TaskId id{u"%1:%2"_s.arg(kind, detail)};   // derived, so that the same finding is never raised twice
        if (!item.tasksEver.contains(id.text())) events.push_back(TaskRaised{id, item.id, kind, detail, amount});
    }

    void book(const PortalMovement& m)
    {
        const auto source = sourceKeyOf(request, m);
        if (item.findPayment(source)) return;
        if (m.amount.currency() != item.due.currency()) {   // cannot be added up: a person has to look at it
            task(u"payment.currency"_s, source, m.amount);
            return;
        }
        const bool in = movesMoneyIn(m.kind);
        PaymentBooked booked;
        booked.payment = PaymentId{source};
        booked.invoice = item.id;
        booked.kind = kindOfMovement(m.kind);
        booked.amount = in ? m.amount : -m.amount;
        booked.stage = in ? MoneyStage::Confirmed : MoneyStage::Reversed;
        booked.sourceKey = source;
        booked.method = m.method;
        booked.request = request.id;
        booked.paidAt = m.at;
        if (m.kind != PortalMovement::Kind::Payment) booked.reverses = u"%1:online:%2"_s.arg(request.portal, m.paymentId);
        events.push_back(booked);
        const auto before = open;
        const auto after = subtract(open, booked.amount);
        if (after) open = after.value();
        if (m.kind == PortalMovement::Kind::Payment) watchPayment(m, source, before);
        if (m.kind == PortalMovement::Kind::Chargeback) task(u"payment.chargeback"_s, source, m.amount);
    }

    void watchPayment(const PortalMovement& m, const QString& source, Money openBefore)
    {
        if (!openBefore.isPositive()) task(u"payment.double"_s, source, m.amount);
        else if (m.amount != request.amount) task(u"payment.wrong_amount"_s, source, m.amount);
        if (!request.live() && request.state != RequestState::Paid) task(u"payment.late"_s, source, m.amount);
    }

};

} // namespace

std::vector<Event> decideSnapshot(const OpenItem& item, const RequestId& id, const PortalSnapshot& snapshot, const Policy& policy)
{
    std::vector<Event> events;
    const auto* r = item.findRequest(id);
    if (!r || (snapshot.fetchSeq <= r->fetchSeq && snapshot.fetchSeq > 0)) return events;   // an older look never overrides a newer one
    if (snapshot.mode == PortalMode::Test && !policy.training) {
        Ledger{item, *r, snapshot, events, item.open()}.task(u"portal.test_mode"_s, id.text(), snapshot.amount);
        return events;   // a test object never settles a live invoice
    }
    if (snapshot.opened && !r->opened) events.push_back(PageOpened{id, item.id});
    if (snapshot.choice != OwnerChoice::None && snapshot.choice != item.choice) events.push_back(OwnerChose{id, item.id, snapshot.choice});

    Ledger ledger{item, *r, snapshot, events, item.open()};
    for (const auto& movement : snapshot.movements) ledger.book(movement);

    const bool paid = std::any_of(snapshot.movements.begin(), snapshot.movements.end(), [](const PortalMovement& m) { return m.kind == PortalMovement::Kind::Payment; });
    const auto next = nextState(*r, snapshot, paid);
    const bool stillOpenAfterTry = next == RequestState::Open && r->state == RequestState::InFlight;
    if (next != r->state || (next == RequestState::InFlight && r->why == u"silent"))
        events.push_back(RequestMoved{id, item.id, next, stillOpenAfterTry ? u"try_ended"_s : next == RequestState::InFlight ? QString{} : r->why, snapshot.fetchSeq});
    return events;
}

} // namespace tresen::domain
