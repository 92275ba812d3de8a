#include "app/domain/refund_rules.h"
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

// The same refund bounced: a fact of its own, beside the one that it left.
QString bouncedKeyOf(const PayRequest& r, const PortalMovement& m)
{
    return u"%1:%2:%3"_s.arg(r.portal, codeOf(PaymentKind::RefundBounced), m.id);
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

    void book(const PortalMovement& m, bool older)
    {
        if (m.kind == PortalMovement::Kind::Refund) {
            if (m.stage == PortalMovement::Stage::Final && seenByAPerson(m)) return;
            // Only a newer look tells what became of it; that its money had moved at some time is a fact whenever it is learned.
            if (!older) followRefund(m);
            if (m.stage == PortalMovement::Stage::Failed) return older ? void() : bounce(m);
        }
        if (m.stage != PortalMovement::Stage::Final) return;
        const auto source = sourceKeyOf(request, m);
        if (const auto* booked = item.findPayment(source)) {
            if (!older && m.kind == PortalMovement::Kind::Payment && booked->amount != m.amount) task(u"payment.changed"_s, source, m.amount);
            return;
        }
        if (seen.contains(source)) return;
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

    // A payment that was booked and is not told of any more moves no money: the portal has to be asked by a person.
    void watchBooked(const std::vector<PortalMovement>& told)
    {
        for (const auto& p : item.payments) {
            if (p.kind != PaymentKind::Online || p.request != request.id) continue;
            const bool listed = std::any_of(told.begin(), told.end(), [&](const PortalMovement& m) {
                return m.kind == PortalMovement::Kind::Payment && m.stage == PortalMovement::Stage::Final && sourceKeyOf(request, m) == p.sourceKey;
            });
            if (!listed) task(u"payment.vanished"_s, p.sourceKey, p.amount);
        }
    }

    // Our own wish for this refund, if it was ours: by the portal's id, or the one still without an id over the same money.
    const Refund* ownRefund(const PortalMovement& m) const
    {
        const auto byId = std::find_if(item.refunds.begin(), item.refunds.end(), [&](const Refund& r) { return r.portalId == m.id && r.portal == request.portal; });
        if (byId != item.refunds.end()) return &*byId;
        const auto byMoney = std::find_if(item.refunds.begin(), item.refunds.end(), [&](const Refund& r) {
            return r.portalId.isEmpty() && r.underWay() && r.portal == request.portal && r.paymentId == m.paymentId && r.amount == m.amount && !seen.contains(u"own:"_s + r.id.text());
        });
        return byMoney == item.refunds.end() ? nullptr : &*byMoney;
    }

    void followRefund(const PortalMovement& m)
    {
        const auto* own = ownRefund(m);
        if (!own) return;
        seen << u"own:"_s + own->id.text();
        const auto state = m.stage == PortalMovement::Stage::Final ? RefundState::Done : m.stage == PortalMovement::Stage::Failed ? RefundState::Failed : RefundState::Pending;
        if (own->state == state && own->portalId == m.id) return;
        if (own->state == RefundState::Done && state == RefundState::Pending) return;
        events.push_back(RefundMoved{own->id, item.id, state, m.id, {}});
        for (auto& known : noLongerUnclear(item, own->id)) events.push_back(std::move(known));
        if (state == RefundState::Failed) task(u"refund.failed"_s, u"%1:%2"_s.arg(request.portal, m.id), m.amount);
        if (state == RefundState::Done)
            for (auto& answered : tasksAnsweredBy(item, own->payment, own->task)) events.push_back(std::move(answered));
    }

    QString checkedKeyOf(const Refund& r) const { return u"%1:%2:%3"_s.arg(r.portal, codeOf(PaymentKind::RefundOnline), r.id.text()); }

    // One that a person has confirmed before the portal named its id, and that stands in the ledger since.
    const Refund* checkedRefund(const PortalMovement& m) const
    {
        const auto found = std::find_if(item.refunds.begin(), item.refunds.end(), [&](const Refund& r) {
            const bool byMoney = r.portalId.isEmpty() && r.paymentId == m.paymentId && r.amount == m.amount && !seen.contains(u"own:"_s + r.id.text());
            return (r.portalId == m.id || byMoney) && r.portal == request.portal && item.findPayment(checkedKeyOf(r));
        });
        return found == item.refunds.end() ? nullptr : &*found;
    }

    // Booked already under our own id: only the portal's is learned.
    bool seenByAPerson(const PortalMovement& m)
    {
        const auto* checked = checkedRefund(m);
        if (!checked) return false;
        seen << u"own:"_s + checked->id.text();
        if (checked->portalId.isEmpty()) events.push_back(RefundMoved{checked->id, item.id, RefundState::Done, m.id, checked->detail});
        return true;
    }

    // It had left and came back: the money is the workshop's again. One that never left moves nothing.
    void bounce(const PortalMovement& m)
    {
        const auto* checked = checkedRefund(m);
        const auto left = checked ? checkedKeyOf(*checked) : sourceKeyOf(request, m), back = bouncedKeyOf(request, m);
        const auto* booked = item.findPayment(left);
        if (!booked || item.findPayment(back) || seen.contains(back)) return;
        seen << back;
        PaymentBooked e;
        e.payment = PaymentId{back};
        e.invoice = item.id;
        e.kind = PaymentKind::RefundBounced;
        e.amount = -booked->amount;
        e.stage = MoneyStage::Confirmed;
        e.sourceKey = back;
        e.method = m.method;
        e.request = request.id;
        e.paidAt = m.at;
        e.reverses = left;
        events.push_back(e);
        if (const auto after = subtract(open, e.amount)) open = after.value();
        task(u"refund.failed"_s, u"%1:%2"_s.arg(request.portal, m.id), m.amount);
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

// A test object never settles a live invoice. A link that was made in test mode on purpose plays its part to the end without moving a cent.
std::vector<Event> testLook(Ledger& ledger, const PortalSnapshot& snapshot)
{
    const auto& r = ledger.request;
    if (r.mode != PortalMode::Test) ledger.task(u"portal.test_mode"_s, r.id.text(), snapshot.amount);
    const bool older = snapshot.fetchSeq <= r.fetchSeq && snapshot.fetchSeq > 0;
    if (r.mode != PortalMode::Test || older) return ledger.events;
    const bool ends = snapshot.state == LinkState::Paid;   // nothing was paid: the invoice is as open as before
    const auto next = ends && r.live() ? RequestState::Cancelled : nextState(r, snapshot, false);
    if (next != r.state) ledger.events.push_back(RequestMoved{r.id, ledger.item.id, next, ends ? u"test"_s : whyOf(r, snapshot, next), snapshot.fetchSeq});
    return ledger.events;
}

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
    if (snapshot.mode == PortalMode::Test && !policy.training) return testLook(ledger, snapshot);
    // A later look is no newer one: 0 stands for a look without a number.
    const bool older = snapshot.fetchSeq < r->fetchSeq || (snapshot.fetchSeq == r->fetchSeq && snapshot.fetchSeq > 0);
    if (!older && snapshot.opened && !r->opened) events.push_back(PageOpened{id, item.id});
    if (!older && snapshot.choice != OwnerChoice::None && snapshot.choice != item.choice) events.push_back(OwnerChose{id, item.id, snapshot.choice});

    auto movements = snapshot.movements;   // payments before what takes them back, whatever the order of the list
    std::stable_sort(movements.begin(), movements.end(), [](const PortalMovement& a, const PortalMovement& b) { return a.kind < b.kind; });
    for (const auto& movement : movements) ledger.book(movement, older);
    if (!older) ledger.watchBooked(movements);

    const bool paid = std::any_of(movements.begin(), movements.end(), [](const PortalMovement& m) { return m.kind == PortalMovement::Kind::Payment && bookable(m.amount); });
    const auto next = older && !paid ? r->state : nextState(*r, snapshot, paid);
    const auto why = whyOf(*r, snapshot, next);
    const bool clearer = !older && next == RequestState::InFlight && r->silent() != (why == u"silent");
    if (next != r->state || clearer) events.push_back(RequestMoved{id, item.id, next, why, snapshot.fetchSeq});
    ledger.supersede(next);
    return events;
}

} // namespace tresen::domain
