// Refund rules: money given back through the way it came, in full or in part, never twice. Pure; called inside the journal's transaction.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"

namespace tresen::domain {

struct RefundCommand {
    RefundId refund;                 // made when the sheet opens: the same refund is wanted once
    QString idempotencyKey;
    QString payment;                 // source key of the payment to give back
    Money amount;                    // positive, at most what is left of it
    QString reason;                  // at least limits::kOverrideReasonMin characters
    QString secondPerson;            // who agreed; needed above Policy::fourEyesAbove and never the one who asks
    TaskId task;                     // what it answers; null: nothing
    bool partOffered = true;         // the portal takes back parts
};

// What is left of a payment: its amount less what went back, or is on its way back.
Money refundable(const OpenItem& item, const Payment& payment);

// Refusals: "refund.payment" (no such payment, or no online one), "refund.amount" (not positive, other currency), "refund.exceeds" (detail: what is left),
// "refund.part" (this portal gives back all or nothing), "refund.reason", "refund.second_person" (missing, or the same one), "refund.unclear" (an earlier one
// over this payment has no answer yet: it may have been carried out).
Result<std::vector<Event>> decideRefund(const OpenItem& item, const RefundCommand& command, const QString& user, const Policy& policy);

// What the portal said when it was asked. portalId: of the refund there. readable: what becomes of it can be read from now on. certain: an error that
// means for sure nothing was done. As long as nobody knows, and nobody can read it, it is a task: "refund.no_answer".
std::vector<Event> decideRefundTaken(const OpenItem& item, const RefundId& refund, const QString& portalId, bool readable = true);
std::vector<Event> decideRefundFailed(const OpenItem& item, const RefundId& refund, bool certain, const QString& detail);

// Where nobody knows what became of it, a person looks at the portal's own page: carried out, and only then it is booked; or not, and it may be wanted anew.
struct RefundCheck {
    RefundId refund;
    bool carriedOut = true;
    QString how, secondPerson;       // what was seen, and above Policy::fourEyesAbove who has seen it too
};
// Refusals: "refund.none", "refund.ended", "refund.reason", "refund.second_person".
Result<std::vector<Event>> decideRefundChecked(const OpenItem& item, const RefundCheck& check, const QString& user, const Policy& policy);

// The open tasks that are answered when this money has gone back: the one that was named, and whatever else was found about the same payment.
std::vector<Event> tasksAnsweredBy(const OpenItem& item, const QString& payment, const TaskId& named);
// Somebody knows now what became of a refund: its task is done.
std::vector<Event> noLongerUnclear(const OpenItem& item, const RefundId& refund);

// Money given back at the counter: cash out of the drawer, or to the card on the terminal. Refusals: those of decideRefund(), "pay.receipt_needed".
struct CounterRefundCommand {
    PaymentId payment;               // made when the sheet opens
    QString reverses;                // source key of the payment it gives back
    Money amount;
    QString reason, secondPerson, receiptNumber, ownReceipt;
};
Result<std::vector<Event>> decideCounterRefund(const OpenItem& item, const CounterRefundCommand& command, const QString& user, const Policy& policy);

} // namespace tresen::domain
