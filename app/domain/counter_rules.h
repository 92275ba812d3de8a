// Counter rules: money taken at the desk, and its interlock with an open pay link. Pure; called inside the journal's transaction.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"
#include <optional>

namespace tresen::domain {

enum class CounterMethod { Cash, Card, Transfer };
PaymentKind kindOf(CounterMethod method);

// The lock alone, while a payment dialog is open: the link stays payable until money is really taken. Refusals as decideCounterStart().
Result<std::vector<Event>> decideCounterLock(const OpenItem& item, const QString& desk, Instant now);

// Taking the counter lock: from now on this desk alone takes money for the invoice, and its open link is being closed.
struct CounterStart {
    std::vector<Event> events;
    std::vector<RequestId> toCancel;    // to be closed at the portal before money is taken
};
// Refusals: see decideCounterPayment(); "pay.locked" (detail: the desk that holds it), "pay.online_under_way", "pay.unknown".
// force: the cashier has decided with a reason although the portal cannot be reached or money may be under way.
Result<CounterStart> decideCounterStart(const OpenItem& item, const QString& desk, Instant now, bool force = false);
std::vector<Event> decideCounterEnd(const OpenItem& item, const QString& desk);

struct CounterCommand {
    PaymentId payment;               // made when the dialog opens: the same payment is booked once
    CounterMethod method = CounterMethod::Cash;
    Money amount;                    // what the invoice is credited with
    std::optional<Money> tendered;   // cash: what the customer gave; empty = exactly the amount
    QString receiptNumber;           // of the terminal or the certified till
    QString ownReceipt;              // running number to print when no other receipt is needed (training)
    bool force = false;
    QString forceReason;             // where force is needed: why; becomes a task, because the link may still be paid
    bool taken = false;              // the card has been charged, the transfer stands on the account: a fact, whatever is open
    bool receiptKnown = false;       // card: a receipt of this number is booked for this day already, see Subject::cardReceipt
    bool slipShared = false;         // card: and that is meant, for this one charge is over several invoices
};
struct CounterDecision {
    std::vector<Event> events;
    Money change;
    QString receiptNumber;
    std::vector<RequestId> toCancel;   // as in CounterStart
    Money tooMuch{};                   // to be given back; only of a payment taken
};

// What forbids this payment whatever becomes of the link: asked before the link is closed too, so that a payment that cannot be booked leaves
// the sheet payable. The first line of refusals of decideCounterPayment() and those about amount and receipt.
std::optional<Error> whyNotPayable(const OpenItem& item, const CounterCommand& command, const Policy& policy);

// Refusals: "pay.booked_already" (this payment id, with whatever method), "pay.amount" (not positive), "pay.currency", "pay.nothing_asked" (credit, booking aid, cancelled), "pay.already_settled",
// "pay.exceeds_open" (detail: what is open), "pay.tendered" (less than the amount), "pay.receipt_needed" (cash without a certified till, card),
// "pay.receipt_known" (this slip is booked already, and nobody says that it is over several invoices), "pay.receipt_here" (on this one, which no charge is twice),
// "pay.locked", "pay.online_under_way", "pay.link_open" (start first), "pay.unknown"; "pay.force_reason" (force was needed, and nobody says why).
// Of a payment taken: neither what is open nor lock nor link refuses it; it is booked as what it is, and what is too much becomes a task. Refusals then:
// "pay.booked_already", "pay.amount", "pay.currency", "pay.taken_cash" (cash is handed back), "pay.receipt_needed" (card, training too), "pay.receipt_known", "pay.receipt_here".
Result<CounterDecision> decideCounterPayment(const OpenItem& item, const CounterCommand& command, const QString& desk, Instant now, const Policy& policy);

// A transfer that stands on the account: a fact, booked as what it is whatever is open. What is too much becomes a task. A sheet over
// another amount than what is left is superseded: call linksToCancel(). Refusals: "pay.amount", "pay.currency", "pay.booked_already".
Result<std::vector<Event>> decideTransferNoted(const OpenItem& item, const PaymentId& payment, Money amount);

// Leave to pay on account. Refusals: "account.not_approved", "account.limit", and those of a payment when nothing is open.
// taken: what this customer has open on account already, over all other invoices.
Result<std::vector<Event>> decideOnAccount(const OpenItem& item, const Policy& policy, Money taken, QDate today, bool byManager, const QString& reason = {}, const QString& agreedBy = {});
// No longer: it has to be paid before the key goes. Refusals: "account.none", "account.reason" (shorter than limits::kOverrideReasonMin).
Result<std::vector<Event>> decideOnAccountEnd(const OpenItem& item, const QString& reason);

// The way back of it, within limits::kUndoMs and while all keys are still here; key: see goneKey(). Refusals: "account.none", "undo.too_late".
Result<std::vector<Event>> decideOnAccountBack(const OpenItem& item, const VehicleKey& key, Instant now);

// Nobody gives so much for this amount: the change would hold a note as large as the largest one given, so a digit was typed too many, or one of the
// notes belongs back into the customer's hand at once. A question to ask before it is booked, no refusal. amount and tendered positive, of one currency.
bool isMoreThanAnybodyGives(Money amount, Money tendered);

// Notes and coins to hand out, largest first; amounts in cents. Used by the payment dialog.
struct Denomination { qint64 cents; int count; };
std::vector<Denomination> changeInCash(Money change);

} // namespace tresen::domain
