#include "app/domain/counter_rules.h"
#include "app/core/limits.h"
#include "app/domain/request_rules.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr int kMaxAccountReason = 300;   // characters

Error noMoney(const QString& code, const QString& detail = {})
{
    return Error{Fault::Refused, code, detail};
}

std::optional<Error> whyNothingToTake(const OpenItem& item)
{
    if (item.kind == InvoiceKind::Credit || item.kind == InvoiceKind::NoClaim || item.cancelled) return noMoney(u"pay.nothing_asked"_s, item.number);
    if (!item.open().isPositive()) return Error{Fault::Conflict, u"pay.already_settled"_s, item.number};
    return std::nullopt;
}

// The one question before money changes hands: can the owner's phone still pay the same amount?
std::optional<Error> whyLinkForbids(const OpenItem& item, bool starting, bool force)
{
    const auto* live = item.liveRequest();
    if (!live || live->portal.isEmpty() || force) return std::nullopt;
    switch (live->state) {
    case RequestState::InFlight: return noMoney(live->silent() ? u"pay.unknown"_s : u"pay.online_under_way"_s);
    case RequestState::Authorized: return noMoney(u"pay.online_under_way"_s);
    case RequestState::Creating:
    case RequestState::CreateUnknown: return noMoney(u"pay.unknown"_s);
    case RequestState::Open: return starting ? std::nullopt : std::optional<Error>{noMoney(u"pay.link_open"_s)};
    case RequestState::Closing: return starting ? std::nullopt : std::optional<Error>{noMoney(u"pay.unknown"_s)};
    default: return std::nullopt;
    }
}

bool bookedBefore(const OpenItem& item, const PaymentId& payment)
{
    return std::any_of(item.payments.begin(), item.payments.end(), [&](const Payment& p) { return p.id == payment; });
}

// A payment is booked once, by whatever way it comes.
QString sourceOf(const CounterCommand& command)
{
    return u"%1:%2"_s.arg(codeOf(kindOf(command.method)), command.payment.text());
}

Money tenderedOf(const CounterCommand& command)
{
    return command.method == CounterMethod::Cash ? command.tendered.value_or(command.amount) : command.amount;
}

QString methodOf(CounterMethod method)
{
    return method == CounterMethod::Cash ? u"cash"_s : method == CounterMethod::Card ? u"card"_s : u"transfer"_s;
}

// What of this money nobody has asked for: all of it where the document asks for none.
Money beyondOpen(const OpenItem& item, Money amount)
{
    if (!asksForMoney(item)) return amount;
    const auto over = amount.inCents() - item.open().inCents();
    return Money::cents(std::max<qint64>(over, 0), amount.currency());
}

std::optional<TaskRaised> taskBeyondOpen(const OpenItem& item, const QString& source, Money amount, Money shown)
{
    if (!beyondOpen(item, amount).isPositive()) return std::nullopt;
    const auto kind = asksForMoney(item) ? u"payment.wrong_amount"_s : u"payment.double"_s;
    return TaskRaised{TaskId{u"%1:%2"_s.arg(kind, source)}, item.id, kind, source, shown};
}

// One slip is one charge: over several invoices it is booked in parts when somebody says so, on one invoice once.
std::optional<Error> whySlipForbids(const OpenItem& item, const CounterCommand& command)
{
    if (command.method != CounterMethod::Card || !command.receiptKnown) return std::nullopt;
    const auto receipt = command.receiptNumber.trimmed();
    const bool here = std::any_of(item.payments.begin(), item.payments.end(), [&](const Payment& p) { return p.kind == PaymentKind::CardTerminal && p.receiptNumber == receipt; });
    if (here) return Error{Fault::Conflict, u"pay.receipt_here"_s, receipt};
    return command.slipShared ? std::nullopt : std::optional{Error{Fault::Conflict, u"pay.receipt_known"_s, receipt}};
}

// A fact cannot be refused for what is open, for a lock or for a link.
std::optional<Error> whyNotTaken(const OpenItem& item, const CounterCommand& command)
{
    if (!command.amount.isPositive() || command.amount.inCents() > kMaxCents) return noMoney(u"pay.amount"_s, plainAmount(command.amount));
    if (command.amount.currency() != item.due.currency()) return noMoney(u"pay.currency"_s, item.due.currency().code());
    if (command.method == CounterMethod::Cash) return noMoney(u"pay.taken_cash"_s, plainAmount(command.amount));
    if (command.method != CounterMethod::Card) return std::nullopt;
    if (command.receiptNumber.trimmed().isEmpty()) return noMoney(u"pay.receipt_needed"_s, codeOf(kindOf(command.method)));   // the slip is the proof that the card was charged
    return whySlipForbids(item, command);
}

// No link stays payable beside the drawer, whatever state it was found in (by force it may be any).
void closeForCounter(const OpenItem& item, std::vector<Event>& events, std::vector<RequestId>& toCancel)
{
    const auto* live = item.liveRequest();
    if (!live) return;
    const bool atPortal = !live->portal.isEmpty();
    if (live->state != RequestState::Closing)
        events.push_back(RequestMoved{live->id, item.id, atPortal ? RequestState::Closing : RequestState::Cancelled, u"counter"_s, 0});
    if (atPortal && !live->linkId.isEmpty()) toCancel.push_back(live->id);
}

} // namespace

PaymentKind kindOf(CounterMethod method)
{
    switch (method) {
    case CounterMethod::Cash: return PaymentKind::Cash;
    case CounterMethod::Card: return PaymentKind::CardTerminal;
    case CounterMethod::Transfer: return PaymentKind::BankTransfer;
    }
    Q_UNREACHABLE();
}

Result<std::vector<Event>> decideCounterLock(const OpenItem& item, const QString& desk, Instant now)
{
    if (const auto no = whyNothingToTake(item)) return *no;
    if (item.lockedByOther(desk, now)) return Error{Fault::Conflict, u"pay.locked"_s, item.lockDesk};
    return std::vector<Event>{CounterLocked{item.id, desk, now.plusMs(limits::kCounterLockMs)}};
}

Result<CounterStart> decideCounterStart(const OpenItem& item, const QString& desk, Instant now, bool force)
{
    if (const auto no = whyNothingToTake(item)) return *no;
    if (item.lockedByOther(desk, now)) return Error{Fault::Conflict, u"pay.locked"_s, item.lockDesk};
    if (const auto no = whyLinkForbids(item, /*starting=*/true, force)) return *no;
    CounterStart start;
    start.events.push_back(CounterLocked{item.id, desk, now.plusMs(limits::kCounterLockMs)});
    closeForCounter(item, start.events, start.toCancel);
    return start;
}

std::vector<Event> decideCounterEnd(const OpenItem& item, const QString& desk)
{
    if (item.lockDesk != desk) return {};
    return {CounterUnlocked{item.id}};
}

std::optional<Error> whyNotPayable(const OpenItem& item, const CounterCommand& command, const Policy& policy)
{
    if (bookedBefore(item, command.payment) || item.findPayment(sourceOf(command))) return Error{Fault::Conflict, u"pay.booked_already"_s, item.number};
    if (command.taken) return whyNotTaken(item, command);
    if (!command.amount.isPositive()) return noMoney(u"pay.amount"_s, plainAmount(command.amount));
    if (command.amount.currency() != item.due.currency()) return noMoney(u"pay.currency"_s, item.due.currency().code());
    if (const auto no = whyNothingToTake(item)) return no;
    if (command.amount.inCents() > item.open().inCents()) return noMoney(u"pay.exceeds_open"_s, plainAmount(item.open()));
    const auto change = subtract(tenderedOf(command), command.amount);
    if (!change) return change.error();
    if (change.value().isNegative()) return noMoney(u"pay.tendered"_s, plainAmount(tenderedOf(command)));
    // German law wants a certified till for cash; a stand-alone terminal prints its own receipt. The sample workshop needs neither.
    if (!policy.training && command.method != CounterMethod::Transfer && command.receiptNumber.trimmed().isEmpty())
        return noMoney(u"pay.receipt_needed"_s, codeOf(kindOf(command.method)));
    return whySlipForbids(item, command);
}

Result<CounterDecision> decideCounterPayment(const OpenItem& item, const CounterCommand& command, const QString& desk, Instant now, const Policy& policy)
{
    if (const auto no = whyNotPayable(item, command, policy)) return *no;
    if (!command.taken && item.lockedByOther(desk, now)) return Error{Fault::Conflict, u"pay.locked"_s, item.lockDesk};
    if (const auto no = whyLinkForbids(item, /*starting=*/false, command.force || command.taken)) return *no;
    const bool forced = !command.taken && whyLinkForbids(item, /*starting=*/false, /*force=*/false).has_value();
    const auto why = command.forceReason.trimmed();
    if (forced && why.isEmpty()) return noMoney(u"pay.force_reason"_s);

    CounterDecision decision;
    const bool cash = command.method == CounterMethod::Cash;
    const auto tendered = tenderedOf(command);
    const auto change = subtract(tendered, command.amount);
    if (!change) return change.error();

    decision.change = change.value();
    decision.receiptNumber = command.receiptNumber.trimmed().isEmpty() ? command.ownReceipt : command.receiptNumber.trimmed();
    PaymentBooked booked;
    booked.payment = command.payment;
    booked.invoice = item.id;
    booked.kind = kindOf(command.method);
    booked.amount = command.amount;
    booked.stage = command.method == CounterMethod::Card ? MoneyStage::Confirmed : MoneyStage::Received;
    booked.sourceKey = sourceOf(command);
    booked.method = methodOf(command.method);
    booked.receiptNumber = decision.receiptNumber;
    booked.tendered = cash ? tendered : Money::cents(0, item.due.currency());
    booked.change = decision.change;
    decision.events.push_back(booked);
    if (forced)
        decision.events.push_back(TaskRaised{TaskId{u"payment.forced:"_s + booked.sourceKey}, item.id, u"payment.forced"_s, why, command.amount});
    if (command.taken) {
        decision.tooMuch = beyondOpen(item, command.amount);
        if (const auto task = taskBeyondOpen(item, booked.sourceKey, command.amount, decision.tooMuch)) decision.events.push_back(*task);
    }
    closeForCounter(item, decision.events, decision.toCancel);   // its sheet asks for an amount that is no longer open
    if (item.lockDesk == desk) decision.events.push_back(CounterUnlocked{item.id});
    return decision;
}

Result<std::vector<Event>> decideTransferNoted(const OpenItem& item, const PaymentId& payment, Money amount)
{
    if (!amount.isPositive() || amount.inCents() > kMaxCents) return noMoney(u"pay.amount"_s, plainAmount(amount));
    if (amount.currency() != item.due.currency()) return noMoney(u"pay.currency"_s, item.due.currency().code());
    const auto source = u"bank_transfer:"_s + payment.text();
    if (bookedBefore(item, payment) || item.findPayment(source)) return Error{Fault::Conflict, u"pay.booked_already"_s, item.number};
    PaymentBooked booked;
    booked.payment = payment;
    booked.invoice = item.id;
    booked.kind = PaymentKind::BankTransfer;
    booked.amount = amount;
    booked.stage = MoneyStage::Received;
    booked.sourceKey = source;
    booked.method = u"transfer"_s;
    std::vector<Event> events{booked};
    if (const auto task = taskBeyondOpen(item, source, amount, amount)) events.push_back(*task);
    if (const auto rest = subtract(item.open(), amount))
        if (const auto moved = supersededBy(item, rest.value())) events.push_back(*moved);   // its sheet asks for an amount that is no longer open
    return events;
}

Result<std::vector<Event>> decideOnAccount(const OpenItem& item, const Policy& policy, Money taken, QDate today, bool byManager, const QString& reason, const QString& agreedBy)
{
    if (!asksForMoney(item)) return noMoney(u"account.nothing_open"_s, item.number);
    if (onAccountCovers(item)) return std::vector<Event>{};   // for more than it was granted for it is granted anew
    const auto number = accountNumberOf(item);
    const bool approved = !number.isEmpty() && policy.onAccountCustomers.contains(number);
    if (!approved && !byManager) return noMoney(u"account.not_approved"_s, item.customerId);
    const auto limit = policy.onAccountLimits.value(number, policy.onAccountLimit);
    const auto used = add(taken, item.open());
    if (!byManager && limit.isPositive() && (!used || used.value().inCents() > limit.inCents())) return noMoney(u"account.limit"_s, plainAmount(limit));
    const auto due = item.dueDate.isValid() && item.dueDate >= today ? item.dueDate : today.addDays(14);
    return std::vector<Event>{OnAccountGranted{item.id, approved ? u"customer"_s : u"manager"_s, due, reason.trimmed().left(kMaxAccountReason), agreedBy}};
}

Result<std::vector<Event>> decideOnAccountEnd(const OpenItem& item, const QString& reason)
{
    if (!item.onAccount) return noMoney(u"account.none"_s, item.number);
    if (reason.trimmed().size() < limits::kOverrideReasonMin) return noMoney(u"account.reason"_s, QString::number(limits::kOverrideReasonMin));
    return std::vector<Event>{OnAccountEnded{item.id, reason.trimmed().left(kMaxAccountReason)}};
}

Result<std::vector<Event>> decideOnAccountBack(const OpenItem& item, const VehicleKey& key, Instant now)
{
    if (!item.onAccount) return noMoney(u"account.none"_s, item.number);
    const auto age = now.ms - item.onAccountAt.ms;
    const bool late = age < 0 || age > limits::kUndoMs + limits::kUndoSlackMs;
    if (late || (key.exists() && !key.here())) return Error{Fault::Conflict, u"undo.too_late"_s, item.number};
    return std::vector<Event>{OnAccountEnded{item.id, {}, true}};
}

bool isMoreThanAnybodyGives(Money amount, Money tendered)
{
    static constexpr std::array<qint64, 7> kNotes{50000, 20000, 10000, 5000, 2000, 1000, 500};   // euro notes that customers still have
    const auto largest = std::find_if(kNotes.begin(), kNotes.end(), [&](qint64 note) { return note <= tendered.inCents(); });
    return largest != kNotes.end() && tendered.inCents() - amount.inCents() >= *largest;
}

std::vector<Denomination> changeInCash(Money change)
{
    // A drawer holds no notes above 100 euro; a 500 euro note is no longer issued.
    static constexpr std::array<qint64, 13> kEuro{10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1};
    std::vector<Denomination> out;
    qint64 rest = change.inCents();
    for (const qint64 piece : kEuro) {
        if (rest < piece) continue;
        out.push_back({piece, static_cast<int>(rest / piece)});
        rest %= piece;
    }
    return out;
}

} // namespace tresen::domain
