// The closed list of things that can have happened. Everything shown, printed or written back derives from these.
// A fact is never changed: a correction is a further event. Every event names what it is about; keyOf() makes it bookable once.
#pragma once
#include "app/core/clock.h"
#include "app/domain/board_state.h"
#include "app/domain/ids.h"
#include "app/domain/invoice.h"
#include "app/domain/origin.h"
#include "app/domain/portal.h"
#include <variant>

namespace tresen::domain {

// The payment request's link, guides: draft -> creating -> open -> ... ; Paid is final for the link, refunds live on the payment.
enum class RequestState { Draft, Creating, CreateUnknown, Open, InFlight, Authorized, Paid, Closing, Cancelled, Expired, Failed };
QString codeOf(RequestState state);

enum class PaymentKind {
    Cash, CardTerminal, Online, BankTransfer, RefundOnline, RefundCash, Chargeback, ChargebackReversed, WriteOff, Correction,
    RefundCard,                    // back to the card, on the stand-alone terminal
    RefundBounced                  // a refund that had left came back: the portal holds the money again
};
QString codeOf(PaymentKind kind);

// A refund through the portal: the wish is stored, then sent; only what was read at the portal books money.
enum class RefundState { Wanted, Pending, Unclear, Done, Failed };
QString codeOf(RefundState state);

enum class MailKind { Request, Confirmation, Refund };
QString codeOf(MailKind kind);
// Sending: one desk has it in hand. Unclear: given away, no answer; sent again only when a person says so.
enum class MailState { Queued, Sending, Deferred, Sent, Unclear, Failed };
QString codeOf(MailState state);

// --- intake
struct InvoiceTaken {
    InvoiceId invoice;
    QString naturalKey;            // site/system/year/number: the same invoice is taken once
    QString system;                // name of the source system
    Invoice record;
    QString fileName, sha256, contentHash;   // of the file; of what was read from it
    BatchId batch;
    KeyId key;                     // the stay of the vehicle it belongs to; null without a plate or VIN
    QStringList notices;
};
struct InvoiceRevised {            // the same number came again with other contents: a new version, never a replacement
    InvoiceId invoice;
    int version = 2;
    Invoice record;
    QString fileName, sha256, contentHash;
    BatchId batch;
    QStringList notices;
};
struct CreditApplied { InvoiceId invoice; InvoiceId creditNote; QString creditNumber; Money amount; };   // amount positive
struct InvoiceCancelled { InvoiceId invoice; QString reason; };

// --- request
struct RequestCreated {            // written before the first byte leaves
    RequestId request;
    InvoiceId invoice;
    int number = 1;                // 1, 2, … per invoice: "Blatt n"
    QString portal;                // empty: no portal, bank transfer only
    PortalMode mode = PortalMode::Live;
    Money amount;
    QString idempotencyKey, token, deskCode;
    qint64 sheet = 0;              // running number over the site, part of the desk code
    bool part = false;             // asks for less than is open, because somebody wanted it so
};
struct RequestAnswered {           // what the portal said to the creation
    RequestId request;
    InvoiceId invoice;
    RequestState state = RequestState::Open;   // Open, CreateUnknown or Failed
    QString linkId, url, detail;
    Instant expiresAt;
    LinkAccount account{};         // the portal's own account for transfers to this link, where it has one
};
struct RequestMoved { RequestId request; InvoiceId invoice; RequestState state = RequestState::Open; QString why; qint64 fetchSeq = 0; };
struct PageOpened { RequestId request; InvoiceId invoice; };
struct OwnerChose { RequestId request; InvoiceId invoice; OwnerChoice choice = OwnerChoice::None; };
struct SheetPrinted { RequestId request; InvoiceId invoice; int copy = 0; QString sha256, file; };

// --- money
struct PaymentBooked {
    PaymentId payment;
    InvoiceId invoice;
    PaymentKind kind = PaymentKind::Cash;
    Money amount;                  // signed: money that leaves is negative
    MoneyStage stage = MoneyStage::Received;
    QString sourceKey;             // where the fact comes from, bookable once: "cash:<id>", "training:tr_1"
    QString method;                // "cash", "card", "applepay", …
    QString receiptNumber;         // ours, or of the terminal or the certified till
    Money tendered, change;        // cash only
    RequestId request;
    Instant paidAt;
    QString reverses;              // source key of the payment it takes back
    QString note{};                // why, and who agreed: money given back at the counter
};
struct RefundWanted {              // written before the first byte leaves
    RefundId refund;
    InvoiceId invoice;
    RequestId request;             // whose link was paid
    QString portal, payment;       // source key of the payment that goes back
    QString paymentId;             // the portal's id of it
    Money amount;                  // positive
    QString idempotencyKey, reason;
    QString secondPerson;          // who agreed, above the limit of four eyes
    TaskId task;                   // what it answers; null: nothing
};
struct RefundMoved { RefundId refund; InvoiceId invoice; RefundState state = RefundState::Pending; QString portalId, detail; };   // portalId: the portal's id of the refund
struct CounterLocked { InvoiceId invoice; QString desk; Instant until; };
struct CounterUnlocked { InvoiceId invoice; };
struct OnAccountGranted { InvoiceId invoice; QString rule; QDate due; };

// --- key
struct KeyTaken { KeyId key; QString plate, vin, vehicle; };
struct KeyHung { KeyId key; QString hook; };
struct KeyReleased {
    KeyId key;
    InvoiceId invoice;             // the one it was handed over with
    QString to;
    bool idChecked = false;
    QString rule;                  // "paid", "on_account", "direct_debit", "nothing_due", "override"
    QString overrideReason;        // empty unless released by override
};
struct KeyReturned { KeyId key; QString reason; };

// --- mail
struct MailQueued {                // written with the fact it tells of
    MailId mail;                   // derived from the fact, so that one fact is told once; see mail_rules.h
    InvoiceId invoice;
    MailKind kind = MailKind::Request;
    QString to, language;
    QString messageId;             // the same for every try
    QString about;                 // request id, source key of a payment, refund id
};
struct MailMoved { MailId mail; InvoiceId invoice; MailState state = MailState::Sent; QString detail; int attempt = 0; };

// --- tasks, write-back, settings
struct TaskRaised { TaskId task; InvoiceId invoice; QString kind, detail; Money amount; };
struct TaskDone { TaskId task; InvoiceId invoice; QString how; };
struct SettlementWritten {
    SettlementId settlement;
    InvoiceId invoice;
    qint64 run = 0;                // running number of the file
    QString file, kind;            // kind: "settled", "reversed"
    Money amount;                  // signed: what this record adds to what the workshop system knows
    int attempt = 1;
};
struct SettlementAnswered { SettlementId settlement; InvoiceId invoice; bool accepted = false; QString text; };
struct SettingChanged { QString key, value, previous; QString reason{}; };   // reason: why a locked one was changed

using Event = std::variant<InvoiceTaken, InvoiceRevised, CreditApplied, InvoiceCancelled, RequestCreated, RequestAnswered, RequestMoved, PageOpened,
                           OwnerChose, SheetPrinted, PaymentBooked, CounterLocked, CounterUnlocked, OnAccountGranted, KeyTaken, KeyHung, KeyReleased,
                           KeyReturned, TaskRaised, TaskDone, SettlementWritten, SettlementAnswered, SettingChanged, RefundWanted, RefundMoved, MailQueued,
                           MailMoved>;

struct Recorded {                  // an event with its place in the journal
    qint64 seq = 0;
    Instant at;
    Origin by;
    Event event;
};

template <class... Fs> struct Match : Fs... { using Fs::operator()...; };   // std::visit(Match{...}, event)
template <class... Fs> Match(Fs...) -> Match<Fs...>;                         // written out for clang 14

QString kindOf(const Event& event);        // "InvoiceTaken", …: stable, the journal's column
QString keyOf(const Event& event);         // natural key, unique over the journal; empty: may happen any number of times
InvoiceId invoiceOf(const Event& event);   // null for key and setting events
KeyId keyIdOf(const Event& event);         // null unless it is about a key

} // namespace tresen::domain
