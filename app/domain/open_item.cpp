#include "app/domain/open_item.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Money plus(Money a, Money b)
{
    const auto sum = add(a, b);
    Q_ASSERT(sum.ok());   // apply() has refused mixed currencies and amounts are capped
    return sum ? sum.value() : a;
}

} // namespace

bool PayRequest::live() const
{
    switch (state) {
    case RequestState::Creating:
    case RequestState::CreateUnknown:
    case RequestState::Open:
    case RequestState::InFlight:
    case RequestState::Authorized:
    case RequestState::Closing: return true;
    case RequestState::Draft:
    case RequestState::Paid:
    case RequestState::Cancelled:
    case RequestState::Expired:
    case RequestState::Failed: return false;
    }
    Q_UNREACHABLE();
}

Money OpenItem::open() const
{
    if (cancelled) return -paid;   // a cancelled invoice asks for nothing; what was paid on it goes back
    return plus(plus(due, -credited), -paid);
}

MoneyAxis OpenItem::money() const
{
    const auto rest = open();
    if (rest.isNegative()) return MoneyAxis::Over;
    if (rest.isZero()) return MoneyAxis::Settled;
    return paid.isPositive() ? MoneyAxis::Part : MoneyAxis::Open;
}

RequestAxis OpenItem::request() const
{
    const auto* last = lastRequest();
    if (!last) return RequestAxis::Draft;
    if (last->live()) return last->copies > 0 || !last->url.isEmpty() || last->portal.isEmpty() ? RequestAxis::Sent : RequestAxis::Draft;
    if (last->why == u"superseded") return RequestAxis::Superseded;
    if (last->state == RequestState::Cancelled && last->why == u"withdrawn") return RequestAxis::Withdrawn;
    return last->state == RequestState::Failed ? RequestAxis::Draft : RequestAxis::Closed;
}

const PayRequest* OpenItem::liveRequest() const
{
    const auto found = std::find_if(requests.rbegin(), requests.rend(), [](const PayRequest& r) { return r.live(); });
    return found == requests.rend() ? nullptr : &*found;
}

const PayRequest* OpenItem::lastRequest() const
{
    return requests.empty() ? nullptr : &requests.back();
}

const PayRequest* OpenItem::findRequest(const RequestId& wanted) const
{
    const auto found = std::find_if(requests.begin(), requests.end(), [&](const PayRequest& r) { return r.id == wanted; });
    return found == requests.end() ? nullptr : &*found;
}

const Payment* OpenItem::findPayment(const QString& sourceKey) const
{
    const auto found = std::find_if(payments.begin(), payments.end(), [&](const Payment& p) { return p.sourceKey == sourceKey; });
    return found == payments.end() ? nullptr : &*found;
}

const Refund* OpenItem::findRefund(const RefundId& wanted) const
{
    const auto found = std::find_if(refunds.begin(), refunds.end(), [&](const Refund& r) { return r.id == wanted; });
    return found == refunds.end() ? nullptr : &*found;
}

const Mail* OpenItem::findMail(const MailId& wanted) const
{
    const auto found = std::find_if(mails.begin(), mails.end(), [&](const Mail& m) { return m.id == wanted; });
    return found == mails.end() ? nullptr : &*found;
}

Money OpenItem::refundsUnderWay() const
{
    auto sum = Money::cents(0, due.currency());
    for (const auto& r : refunds)
        if (r.underWay()) sum = plus(sum, r.amount);
    return sum;
}

bool OpenItem::lockedByOther(const QString& desk, Instant now) const
{
    return !lockDesk.isEmpty() && lockDesk != desk && now < lockUntil;
}

bool OpenItem::reversed() const
{
    if (!open().isPositive()) return false;
    bool wentBack = false;
    auto cameIn = Money::cents(0, due.currency());
    for (const auto& p : payments) {
        wentBack = wentBack || p.amount.isNegative();
        if (p.amount.isPositive()) cameIn = plus(cameIn, p.amount);
    }
    // The order in which the facts were learned does not matter: a chargeback may be seen before its payment.
    return wentBack && (wasSettled || cameIn.inCents() >= plus(due, -credited).inCents());
}

bool OpenItem::hangsOn(const KeyId& which) const
{
    return !which.isNull() && (key == which || std::any_of(further.begin(), further.end(), [&](const FurtherVehicle& f) { return f.key == which; }));
}

std::vector<KeyId> OpenItem::keys() const
{
    std::vector<KeyId> out;
    if (!key.isNull()) out.push_back(key);
    for (const auto& f : further)
        if (!f.key.isNull() && std::find(out.begin(), out.end(), f.key) == out.end()) out.push_back(f.key);
    return out;
}

bool OpenItem::moneyUnderWay() const
{
    const auto* live = liveRequest();
    if (live && !live->portal.isEmpty()) return true;
    return std::any_of(refunds.begin(), refunds.end(), [](const Refund& r) { return r.underWay(); });
}

bool OpenItem::truthElsewhere() const
{
    const auto* live = liveRequest();
    if (live && !live->portal.isEmpty()) return true;
    return std::any_of(payments.begin(), payments.end(), [](const Payment& p) { return p.kind == PaymentKind::Online; });
}

void noteLook(OpenItem& item, const RequestId& request, qint64 fetchSeq, Instant at)
{
    const auto found = std::find_if(item.requests.begin(), item.requests.end(), [&](const PayRequest& r) { return r.id == request; });
    if (found == item.requests.end() || fetchSeq <= found->fetchSeq) return;
    found->fetchSeq = fetchSeq;
    item.truthAt = std::max(item.truthAt, at);
}

QString accountNumberOf(const OpenItem& item)
{
    return item.payer.name.isEmpty() && item.typedCustomerId.isEmpty() ? item.customerId : QString{};
}

QString payerNameOf(const OpenItem& item)
{
    return item.payerName.isEmpty() ? item.customer : item.payerName;
}

QString buyerNameOf(const OpenItem& item)
{
    return item.payer.name.isEmpty() ? payerNameOf(item) : item.buyer.name;
}

VehicleKey shownKey(const OpenItem& item, const std::vector<VehicleKey>& keys)
{
    VehicleKey first;
    for (const auto& id : item.keys()) {
        const auto found = std::find_if(keys.begin(), keys.end(), [&](const VehicleKey& k) { return k.id == id; });
        if (found == keys.end()) continue;
        if (found->here()) return *found;
        if (!first.exists()) first = *found;
    }
    return first;
}

VehicleKey goneKey(const OpenItem& item, const std::vector<VehicleKey>& keys)
{
    const auto gone = std::find_if(keys.begin(), keys.end(), [&](const VehicleKey& k) { return item.hangsOn(k.id) && !k.here(); });
    return gone == keys.end() ? VehicleKey{} : *gone;
}

bool sameVehicle(const QString& plate, const QString& vin, const QString& otherPlate, const QString& otherVin)
{
    if (!vin.isEmpty() && !otherVin.isEmpty()) return vin == otherVin;
    const auto folded = foldPlate(plate);
    return !folded.isEmpty() && folded == foldPlate(otherPlate);
}

bool saysOtherVehicle(const OpenItem& item, const Invoice& record)
{
    const auto differs = [](const VehicleHint& a, const VehicleHint& b) { return foldPlate(a.plate) != foldPlate(b.plate) || a.vin != b.vin; };
    if (differs(item.said, record.vehicle) || item.saidFurther.size() != record.furtherVehicles.size()) return true;
    return !std::equal(item.saidFurther.begin(), item.saidFurther.end(), record.furtherVehicles.begin(), [&](const VehicleHint& a, const VehicleHint& b) { return !differs(a, b); });
}

Invoice asCorrected(Invoice record, const OpenItem& item)
{
    if (record.payer) record.buyer = *record.payer;
    if (!item.payer.name.isEmpty()) record.buyer = item.payer;
    else if (!item.typedCustomerId.isEmpty()) record.buyer.id = item.typedCustomerId;
    if (!item.vehicleByHand) return record;
    record.vehicle.plate = item.plate;
    record.vehicle.vin = item.vin;
    record.vehicle.model = item.vehicle;
    record.furtherVehicles.clear();
    for (const auto& f : item.further) {
        VehicleHint hint;
        hint.plate = f.plate;
        hint.vin = f.vin;
        hint.model = f.vehicle;
        record.furtherVehicles.push_back(hint);
    }
    return record;
}

bool hasReceipt(const Payment& payment)
{
    const bool counter = payment.kind == PaymentKind::Cash || payment.kind == PaymentKind::CardTerminal || payment.kind == PaymentKind::BankTransfer;
    return counter && payment.amount.isPositive() && !payment.receiptNumber.isEmpty();
}

const Payment* findReceipt(const OpenItem& item, const PaymentId& payment)
{
    const auto found = std::find_if(item.payments.begin(), item.payments.end(), [&](const Payment& p) { return p.id == payment && hasReceipt(p); });
    return found == item.payments.end() ? nullptr : &*found;
}

QString foldPlate(QStringView plate)
{
    QString out;
    for (const QChar c : plate)
        if (c.isLetterOrNumber()) out += c.toUpper();
    return out;
}

QString naturalKeyOf(const QString& site, const QString& system, const Invoice& invoice)
{
    // The year keeps apart what a workshop system numbers anew every January.
    const auto year = QString::number(invoice.issueDate.isValid() ? invoice.issueDate.year() : 0);
    return u"%1/%2/%3/%4"_s.arg(site, system, year, invoice.number);   // in one go: a percent sign in a name is no placeholder
}

bool asksForMoney(const OpenItem& item)
{
    return !item.cancelled && item.kind != InvoiceKind::Credit && item.kind != InvoiceKind::NoClaim && item.open().isPositive();
}

bool onAccountCovers(const OpenItem& item)
{
    return item.onAccount && item.open().inCents() <= item.onAccountUpTo.inCents();
}

bool moneyAllowsKey(const OpenItem& item)
{
    return !item.undone && (!asksForMoney(item) || onAccountCovers(item) || item.directDebit);
}

bool moneyDoubted(const OpenItem& item)
{
    return std::any_of(item.tasks.begin(), item.tasks.end(), [](const OpenTask& t) { return t.kind == u"payment.vanished" || t.kind == u"payment.changed"; });
}

UnderWay paymentUnderWay(const OpenItem& item)
{
    if (moneyDoubted(item) && !item.cancelled) return UnderWay::Unclear;
    // What is on its way back counts as gone already, as far as the key is concerned.
    if (!item.cancelled && item.kind != InvoiceKind::Credit && item.kind != InvoiceKind::NoClaim && !item.open().isPositive()
        && plus(item.open(), item.refundsUnderWay()).isPositive())
        return std::any_of(item.refunds.begin(), item.refunds.end(), [](const Refund& r) { return r.state == RefundState::Unclear; }) ? UnderWay::Unclear : UnderWay::Yes;
    const auto* live = item.liveRequest();
    if (!live || !asksForMoney(item) || live->portal.isEmpty()) return UnderWay::No;
    switch (live->state) {
    case RequestState::CreateUnknown: return UnderWay::Unclear;
    case RequestState::InFlight: return live->silent() ? UnderWay::Unclear : UnderWay::Yes;
    case RequestState::Authorized:
    case RequestState::Closing: return UnderWay::Yes;
    default: return UnderWay::No;
    }
}

bool letsKeyGo(const OpenItem& item)
{
    return moneyAllowsKey(item) && paymentUnderWay(item) == UnderWay::No && !(asksForMoney(item) && item.reversed());
}

bool cancelHoldsKey(const OpenItem& item, const std::vector<OpenItem>& stay)
{
    if (!item.cancelled || !item.cancelledOwing) return false;
    return std::none_of(stay.begin(), stay.end(), [&](const OpenItem& other) {
        const bool claim = other.kind == InvoiceKind::Invoice || other.kind == InvoiceKind::Correction;
        return claim && other.id != item.id && !other.cancelled && item.takenAt < other.takenAt;
    });
}

} // namespace tresen::domain
