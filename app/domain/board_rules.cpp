#include "app/core/limits.h"
#include "app/domain/mail_rules.h"
#include "app/domain/open_item.h"
#include "app/domain/phone.h"
#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

struct Reason { QString code, detail; };

Reason paidReason(const OpenItem& item)
{
    const auto last = std::find_if(item.payments.rbegin(), item.payments.rend(), [](const Payment& p) { return p.amount.isPositive(); });
    if (last == item.payments.rend()) return {item.credited.isPositive() ? u"paid.credited"_s : u"paid.nothing_due"_s, {}};
    switch (last->kind) {
    case PaymentKind::Cash: return {u"paid.cash"_s, {}};
    case PaymentKind::CardTerminal: return {u"paid.card"_s, {}};
    case PaymentKind::BankTransfer: return {u"paid.transfer"_s, {}};
    case PaymentKind::WriteOff:
    case PaymentKind::Correction: return {u"paid.credited"_s, {}};
    case PaymentKind::Online:
    case PaymentKind::RefundOnline:
    case PaymentKind::RefundCash:
    case PaymentKind::RefundCard:
    case PaymentKind::RefundBounced:
    case PaymentKind::Chargeback:
    case PaymentKind::ChargebackReversed: return {u"paid.online"_s, last->method};
    }
    Q_UNREACHABLE();
}

// How the last letter to the owner fared, when it was about the live request.
std::optional<Reason> lastRequestMail(const OpenItem& item)
{
    const auto* r = item.liveRequest();
    const auto last = std::find_if(item.mails.rbegin(), item.mails.rend(), [&](const Mail& m) { return r && m.kind == MailKind::Request && m.about == r->id.text() && !isRecalled(m); });
    if (last == item.mails.rend()) return std::nullopt;
    switch (last->state) {
    case MailState::Queued:
    case MailState::Sending:
    case MailState::Deferred: return Reason{u"requested.mail_waits"_s, {}};
    case MailState::Sent: return Reason{u"requested.mailed"_s, QString::number(r->number)};
    case MailState::Unclear: return Reason{u"requested.mail_unclear"_s, {}};
    case MailState::Failed: return Reason{u"requested.mail_failed"_s, {}};
    }
    Q_UNREACHABLE();
}

Reason openReason(const OpenItem& item)
{
    const auto* r = item.liveRequest();
    if (item.choice == OwnerChoice::Counter) return {u"choice.counter"_s, {}};
    if (item.choice == OwnerChoice::Account) return {u"choice.account"_s, {}};
    if (r && r->opened) return {u"requested.opened"_s, {}};
    if (const auto mailed = lastRequestMail(item); r && mailed) return *mailed;
    if (r && r->copies > 0) return {u"requested.printed"_s, QString::number(r->number)};
    if (r) return {u"requested.sent"_s, QString::number(r->number)};
    if (const auto* last = item.lastRequest()) {
        if (last->why == u"superseded") return {u"open.superseded"_s, QString::number(last->number)};
        if (last->state == RequestState::Expired) return {u"open.expired"_s, {}};
        if (last->state == RequestState::Failed) return {u"open.request_failed"_s, last->why};
    }
    return {u"open.new"_s, {}};
}

Reason runningReason(const OpenItem& item)
{
    const auto* r = item.liveRequest();
    if (!r) return {};
    switch (r->state) {
    case RequestState::Creating: return {u"running.creating"_s, {}};
    case RequestState::CreateUnknown: return {u"unknown.create"_s, r->why};
    case RequestState::InFlight: return r->silent() ? Reason{u"unknown.silent"_s, {}} : Reason{u"running.online"_s, {}};
    case RequestState::Authorized: return {u"running.authorized"_s, {}};
    case RequestState::Closing: return {u"running.closing"_s, r->why};
    default: return {};
    }
}

// Is the live request in a state that is neither open nor paid?
bool unclear(const PayRequest& r) { return r.state == RequestState::CreateUnknown || r.silent(); }
bool underWay(const PayRequest& r) { return r.state == RequestState::InFlight || r.state == RequestState::Authorized || r.state == RequestState::Closing; }

Reason reasonOf(BoardState state, const OpenItem& item, const VehicleKey& key)
{
    switch (state) {
    case BoardState::Open:
    case BoardState::Requested: return openReason(item);
    case BoardState::Running:
    case BoardState::Unknown: return runningReason(item);
    case BoardState::Part: return {u"part.paid"_s, plainAmount(item.paid)};
    case BoardState::Paid: return moneyDoubted(item) ? Reason{u"paid.doubted"_s, {}} : paidReason(item);
    case BoardState::OnAccount: return onAccountCovers(item) ? Reason{u"on_account.granted"_s, item.onAccountRule} : Reason{u"on_account.direct_debit"_s, {}};
    case BoardState::Overpaid: return {std::count_if(item.payments.begin(), item.payments.end(), [](const Payment& p) { return p.amount.isPositive(); }) > 1 ? u"over.paid_twice"_s : u"over.amount"_s, plainAmount(-item.open())};
    case BoardState::Reversed: return {key.exists() && !key.here() ? u"reversed.key_gone"_s : u"reversed.money_back"_s, {}};
    case BoardState::HandedOver: return {key.state == KeyState::ReleasedByOverride ? u"handed_over.override"_s : u"handed_over.to"_s, key.to};
    case BoardState::Cancelled:
        if (item.kind == InvoiceKind::Credit) return {u"cancelled.credit_note"_s, item.preceding.join(u", ")};
        if (item.kind == InvoiceKind::NoClaim) return {u"cancelled.no_claim"_s, {}};
        if (item.undone) return {u"cancelled.undone"_s, {}};
        return {u"cancelled.by_workshop"_s, item.cancelReason};
    }
    Q_UNREACHABLE();
}

QStringList otherVehicles(const OpenItem& item, const QString& shownPlate)
{
    QStringList out;
    const auto name = [&](const QString& plate, const QString& vin) {
        if (plate != shownPlate && !(plate.isEmpty() && vin.isEmpty())) out << (plate.isEmpty() ? vin : plate);
    };
    if (!item.further.empty()) name(item.plate, item.vin);
    for (const auto& f : item.further) name(f.plate, f.vin);
    return out;
}

bool stayLetsGo(const std::vector<OpenItem>& stay)
{
    return std::all_of(stay.begin(), stay.end(), [&](const OpenItem& item) { return letsKeyGo(item) && !cancelHoldsKey(item, stay); });
}

// What the board does not show and people search for all the same: the owner's phone, what is left of a part payment, the codes of older sheets, newest first.
QStringList alsoFound(const OpenItem& item)
{
    QStringList out = phonesIn(item.phone);
    if (item.open().isPositive() && item.open() != item.gross) out << plainAmount(item.open());
    int codes = 0;
    for (auto r = item.requests.rbegin(); r != item.requests.rend() && codes < limits::kMaxSearchedCodes; ++r) {
        if (r->deskCode.isEmpty()) continue;
        out << r->deskCode;
        ++codes;
    }
    return out;
}

} // namespace

BoardState boardState(const OpenItem& item, const VehicleKey& key)
{
    const bool gone = key.exists() && !key.here();
    const auto money = item.money();
    if (money == MoneyAxis::Over) return BoardState::Overpaid;   // money to give back, even on a cancelled invoice
    if (item.cancelled || item.kind == InvoiceKind::Credit || item.kind == InvoiceKind::NoClaim) return BoardState::Cancelled;
    if (item.reversed()) return BoardState::Reversed;
    if (gone) return BoardState::HandedOver;
    if (money == MoneyAxis::Settled) return BoardState::Paid;
    if (const auto* r = item.liveRequest()) {
        if (unclear(*r)) return BoardState::Unknown;
        if (underWay(*r)) return BoardState::Running;
    }
    if (onAccountCovers(item) || item.directDebit) return BoardState::OnAccount;
    if (money == MoneyAxis::Part) return BoardState::Part;
    return item.request() == RequestAxis::Sent ? BoardState::Requested : BoardState::Open;
}

BoardRow boardRow(const OpenItem& item, const VehicleKey& key, const std::vector<OpenItem>& stay)
{
    BoardRow row;
    row.invoice = item.id;
    row.key = key.exists() ? key.id : item.key;
    row.seq = std::max(item.seq, key.seq);
    for (const auto& other : stay) row.seq = std::max(row.seq, other.seq);
    row.number = item.number;
    row.plate = key.plate.isEmpty() ? item.plate : key.plate;
    row.customer = item.customer;
    row.vehicle = item.vehicle.isEmpty() ? key.vehicle : item.vehicle;
    row.work = item.work;
    row.hook = key.hook;
    row.gross = item.gross;
    row.paid = item.paid;
    row.open = item.open();
    row.state = boardState(item, key);
    row.request = item.request();
    row.money = item.money();
    row.keyState = key.state;
    row.mayGo = key.here() && !cancelHoldsKey(item, stay) && letsKeyGo(item) && stayLetsGo(stay);
    // With the key gone a payment that came is no longer looked at by itself; what may still come, or is on its way back, is.
    row.truthElsewhere = !item.cancelled && (key.here() ? item.truthElsewhere() : item.moneyUnderWay());
    const auto reason = reasonOf(row.state, item, key);
    row.reason = reason.code;
    row.reasonDetail = reason.detail;
    row.source = row.state == BoardState::HandedOver ? TruthSource::Desk : item.source;
    row.truthAt = row.state == BoardState::HandedOver ? key.changedAt : item.truthAt;
    row.readyAt = item.takenAt;
    row.openTasks = static_cast<int>(item.tasks.size());
    row.site = item.site;
    row.payer = item.payerName;
    row.also = otherVehicles(item, row.plate).join(u", "_s);
    row.toConfirm = !item.toConfirm.empty();
    QStringList words{row.plate, item.vin, row.customer, item.customerId, row.number, item.orderRef, row.vehicle, row.hook, plainAmount(row.gross), row.payer, item.plate};
    for (const auto& f : item.further) words << f.plate << f.vin;
    for (const auto& finding : item.toConfirm) words << finding.value;
    row.searchKey = searchKeyOf(words + alsoFound(item));
    return row;
}

void noteFurther(BoardRow& row, const std::vector<FurtherStay>& others)
{
    QStringList hooks;
    row.further.clear();
    for (const auto& [key, stay] : others) {
        row.seq = std::max(row.seq, key.seq);
        for (const auto& other : stay) row.seq = std::max(row.seq, other.seq);
        if (!key.here()) continue;
        row.further.push_back({key.id, key.plate.isEmpty() ? key.vin : key.plate, key.hook, stayLetsGo(stay)});
        hooks << key.hook;
    }
    if (const auto found = searchKeyOf(hooks); !found.isEmpty()) row.searchKey += u' ' + found;
}

} // namespace tresen::domain
