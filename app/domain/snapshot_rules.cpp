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

bool bookable(Money amount)
{
    return amount.isPositive() && amount.inCents() <= kMaxCents;
}

// What the link's own state becomes. Paid is final; an ended request does not come back to life except by money.
RequestState nextState(const PayRequest& r, const PortalSnapshot& s, bool paid)
{
    if (paid || r.state == RequestState::Paid) return RequestState::Paid;
    if (!r.live()) return r.state;
    const bool closing = r.state == RequestState::Closing;
    switch (s.state) {
    case LinkState::Open: return closing || !r.closeWhy.isEmpty() ? RequestState::Closing : RequestState::Open;   // a failed try does not undo the wish to close
    case LinkState::InFlight: return RequestState::InFlight;
    case LinkState::Authorized: return RequestState::Authorized;
    case LinkState::Cancelled: return RequestState::Cancelled;
    case LinkState::Expired: return RequestState::Expired;
    case LinkState::Paid: return RequestState::InFlight;   // says paid, but lists no payment yet: nothing to book
    case LinkState::Unknown: return closing ? r.state : RequestState::InFlight;   // a word we do not know: unclear, see whyOf()
    }
    Q_UNREACHABLE();
}

QString whyOf(const PayRequest& r, const PortalSnapshot& s, RequestState next)
{
    if (next == RequestState::InFlight) return s.state == LinkState::Unknown ? u"silent"_s : QString{};
    if (next == RequestState::Open && r.state == RequestState::InFlight) return u"try_ended"_s;
    const bool ended = next == RequestState::Closing || next == RequestState::Cancelled || next == RequestState::Expired;
    return ended ? r.closeWhy : QString{};
}

struct Ledger {
    const OpenItem& item;
    const PayRequest& request;
    std::vector<Event>& events;
    Money open;               // after everything booked so far
    QStringList seen = {};    // what this look has brought so far: a list that changed while it was read names things twice

    void task(const QString& kind, const QString& detail, Money amount)
    {
        const TaskId id{u"%1:%2"_s.arg(kind, detail)};   // derived, so that the same finding is never raised twice
        if (item.tasksEver.contains(id.text()) || seen.contains(id.text())) return;
        seen << id.text();
        events.push_back(TaskRaised{id, item.id, kind, detail, amount});
    }

    void book(const PortalMovement& m)
    {
        const auto source = sourceKeyOf(request, m);
        if (item.findPayment(source) || seen.contains(source)) return;
        // What cannot be added up is nothing for the ledger: a person has to look at it.
        if (m.amount.currency() != item.due.currency()) return task(u"payment.currency"_s, source, m.amount);
        if (!bookable(m.amount)) return task(u"payment.amount"_s, source, Money::cents(0, item.due.currency()));
        seen << source;
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

    // The amount of a double payment is what has to go back.
    void watchPayment(const PortalMovement& m, const QString& source, Money openBefore)
    {
        if (!openBefore.isPositive()) task(u"payment.double"_s, source, m.amount);
        else if (m.amount != request.amount) task(u"payment.wrong_amount"_s, source, m.amount);
        else if (open.isNegative()) task(u"payment.double"_s, source, -open);
        if (!request.live() && request.state != RequestState::Paid) task(u"payment.late"_s, source, m.amount);
    }

    // Money that moved may leave a live request asking for the wrong amount: this one, or a newer one when an old one was paid late.
    void supersede(RequestState next)
    {
        const auto* live = item.liveRequest();
        const bool endsAnyway = live && live->id == request.id && next != RequestState::Open && next != RequestState::InFlight && next != RequestState::Authorized;
        if (open == item.open() || endsAnyway) return;
        if (const auto moved = supersededBy(item, open)) events.push_back(*moved);
    }
};

} // namespace

std::vector<Event> decideSnapshot(const OpenItem& item, const RequestId& id, const PortalSnapshot& snapshot, const Policy& policy)
{
    std::vector<Event> events;
    const auto* r = item.findRequest(id);
    if (!r) return events;
    Ledger ledger{item, *r, events, item.open()};
    if (!snapshot.linkId.isEmpty() && !r->linkId.isEmpty() && snapshot.linkId != r->linkId) {
        ledger.task(u"portal.wrong_link"_s, id.text(), snapshot.amount);
        return events;   // whatever it says, it says it about something else
    }
    if (snapshot.mode == PortalMode::Test && !policy.training) {
        ledger.task(u"portal.test_mode"_s, id.text(), snapshot.amount);
        return events;   // a test object never settles a live invoice
    }
    // A later look is no newer one: 0 stands for a look without a number.
    const bool older = snapshot.fetchSeq < r->fetchSeq || (snapshot.fetchSeq == r->fetchSeq && snapshot.fetchSeq > 0);
    if (!older && snapshot.opened && !r->opened) events.push_back(PageOpened{id, item.id});
    if (!older && snapshot.choice != OwnerChoice::None && snapshot.choice != item.choice) events.push_back(OwnerChose{id, item.id, snapshot.choice});

    auto movements = snapshot.movements;   // payments before what takes them back, whatever the order of the list
    std::stable_sort(movements.begin(), movements.end(), [](const PortalMovement& a, const PortalMovement& b) { return a.kind < b.kind; });
    for (const auto& movement : movements) ledger.book(movement);

    const bool paid = std::any_of(movements.begin(), movements.end(), [](const PortalMovement& m) { return m.kind == PortalMovement::Kind::Payment && bookable(m.amount); });
    const auto next = older && !paid ? r->state : nextState(*r, snapshot, paid);
    const auto why = whyOf(*r, snapshot, next);
    const bool clearer = !older && next == RequestState::InFlight && r->silent() != (why == u"silent");
    if (next != r->state || clearer) events.push_back(RequestMoved{id, item.id, next, why, snapshot.fetchSeq});
    ledger.supersede(next);
    return events;
}

} // namespace tresen::domain
