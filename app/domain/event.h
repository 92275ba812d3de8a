// The closed list of things that can have happened. Everything shown, printed or written back derives from these.
// A fact is never changed: a correction is a further event. Every event names what it is about; keyOf() makes it bookable once.
#pragma once
#include "app/core/clock.h"
#include "app/domain/board_state.h"
#include "app/domain/ids.h"
#include "app/domain/invoice.h"
#include "app/domain/origin.h"
#include "app/domain/portal.h"
#include "app/domain/user.h"
#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>
#include <utility>

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

enum class MailKind { Request, Confirmation, Refund, PickupCode };
QString codeOf(MailKind kind);
// Sending: one desk has it in hand. Unclear: given away, no answer; sent again only when a person says so.
enum class MailState { Queued, Sending, Deferred, Sent, Unclear, Failed };
QString codeOf(MailState state);

// How invoices come in: at the window, from the folder of the workshop system, through the door for orders, by a command.
enum class ArrivalWay { Desk, Folder, Door, Command };
QString codeOf(ArrivalWay way);

// --- intake
struct InvoiceTaken {
    InvoiceId invoice;
    QString naturalKey;            // see placeClaim(): the same invoice is taken once
    QString system;                // name of the source system
    Invoice record;
    QString fileName, sha256, contentHash;   // of the file; of what was read from it
    BatchId batch;
    KeyId key;                     // the stay of the vehicle it belongs to; null without a plate or VIN
    QStringList notices;
    QString site{};                // of the desk that took it over, where it names one of its own; empty: the main site
    QString form{};                // how it came, see ports::formOf(); empty: not known, in entries of older versions
};
struct InvoiceRevised {            // the same number came again with other contents: a new version, never a replacement
    InvoiceId invoice;
    int version = 2;
    Invoice record;
    QString fileName, sha256, contentHash;
    BatchId batch;
    QStringList notices;
    QString form{};                // see InvoiceTaken; empty: as before
};
struct CreditApplied { InvoiceId invoice; InvoiceId creditNote; QString creditNumber; Money amount; };   // amount positive
// A person has put right what is known of the vehicles, the numbers and the payer of an invoice that stands, or has confirmed what a rule found. The whole of it.
struct VehicleCorrected {
    InvoiceId invoice;
    VehicleHint vehicle;
    std::vector<VehicleHint> further;
    QString customerId, orderRef, keeper;   // keeper: whose car it is; empty: the buyer's
    Party payer;                   // who pays instead of the buyer; without a name: the buyer
    bool confirmed = false;        // nothing was changed
};
struct InvoiceCancelled { InvoiceId invoice; QString reason; bool byHand = false; QString agreedBy{}; };   // byHand: somebody says so, nothing that was read
struct InvoiceRestored { InvoiceId invoice; QString reason; };   // not cancelled after all: it asks for its money again
struct IntakeUndone { InvoiceId invoice; BatchId batch; };   // the run that brought it was taken back: not here until it comes again; its key stays meanwhile

struct DocumentKept {              // a page that came attached to an order; its bytes stand on the shelf under their digest
    InvoiceId invoice;
    QString name, kind, sha256;    // name: as it was sent; kind: "pdf", "jpg", "png"
    qint64 size = 0;               // bytes
};

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
struct ReceiptPrinted { PaymentId payment; InvoiceId invoice; int copy = 1; QString sha256, file; };   // the receipt of the counter once more
struct PageOpened { RequestId request; InvoiceId invoice; };
struct OwnerChose { RequestId request; InvoiceId invoice; OwnerChoice choice = OwnerChoice::None; };
struct SheetPrinted { RequestId request; InvoiceId invoice; int copy = 0; QString sha256, file; QString account{}; };   // account: see accountMark(); empty: of an older program, nobody knows which

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
struct OnAccountGranted { InvoiceId invoice; QString rule; QDate due; QString reason{}, agreedBy{}; };
struct OnAccountEnded { InvoiceId invoice; QString reason; bool undone = false; };   // undone: taken back at once, before anything came of it; was "OnAccountRevoked" once

// --- key
struct KeyTaken { KeyId key; QString plate, vin, vehicle; };
struct KeyAssigned { InvoiceId invoice; KeyId key; int place = 0; };   // from now on it hangs on this key; place: 0 its first vehicle, 1 the first further one, …
struct KeyLeft { InvoiceId invoice; KeyId key; bool last = false; };     // it no longer does; last: nothing hangs on that key, it never was one of its own
struct KeyCorrected { KeyId key; QString plate, vin, vehicle; };         // the same key, what is known of its car was wrong or less
struct KeyHung { KeyId key; QString hook; };
struct KeyReleased {
    KeyId key;
    InvoiceId invoice;             // the one it was handed over with
    QString to;
    bool idChecked = false;
    QString rule;                  // "paid", "on_account", "direct_debit", "nothing_due", "code" (somebody else, with the owner's code), "override"
    QString overrideReason;        // empty unless released by override
    QString signature{}, signatureFile{};   // SHA-256 and name of the drawing beside the documents; empty: nobody signed
    QString unsignedWhy{};         // why nobody signed although it was asked for
    QString agreedBy{};            // name of the second person, where one had to agree
};
struct KeyReturned { KeyId key; QString reason; };

struct PickupCodeIssued {          // somebody else may collect with it; a new one withdraws the one before. Never the digits
    InvoiceId invoice;
    QString salt, hash;            // see pickupHash()
    int rounds = 0;
    Instant expires;
    QString way;                   // "mail", "paper"
};
struct PickupCodeTried { InvoiceId invoice; bool right = false; };

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

// --- tasks, notes, write-back, settings
struct NoteAdded { InvoiceId invoice; QString text; };   // for the colleagues; nothing derives from it
struct TaskRaised { TaskId task; InvoiceId invoice; QString kind, detail; Money amount; };
struct TaskDone { TaskId task; InvoiceId invoice; QString how, agreedBy{}; };   // agreedBy: name of the second person, where one had to agree
struct ReminderSet {               // a wish to be reminded; turn: 1, then one more each time it is moved
    ReminderId reminder;
    InvoiceId invoice;
    Instant due;
    QString text;
    int turn = 1;
};
struct ReminderDone { ReminderId reminder; InvoiceId invoice; };
struct SettlementWritten {
    SettlementId settlement;
    InvoiceId invoice;
    qint64 run = 0;                // running number of the file
    QString file, kind;            // kind: "settled", "reversed"
    Money amount;                  // signed: what this record adds to what the workshop system knows
    int attempt = 1;
};
struct SettlementAnswered { SettlementId settlement; InvoiceId invoice; bool accepted = false; QString text; };
struct SettingChanged { QString key, value, previous; QString reason{}, agreedBy{}; };   // reason: why a locked one was changed; agreedBy: name of the second person

// --- users
struct UserSaved { UserId user; QString name; Role role = Role::Advisor; bool off = false; };   // made or changed
struct PinChanged { UserId user; QString hash; };              // argon2id hash string; the PIN itself is nowhere
struct UserCameIn { UserId user; };
struct UserLeft { UserId user; QString why; };                 // "locked", "idle", "changed" (for another one)
struct PinFailed { UserId user; };                             // a wrong PIN, for coming in or for agreeing
struct SettingProposed { ProposalId proposal; QString setting, value, previous, reason; UserId by; };
struct SettingDecided { ProposalId proposal; bool confirmed = false; };

// --- runs of the intake, as a list of the past days shows them. Every one carries when it was (at), so that those days can be found by it.
struct RunStored {                 // what one commit of a run has brought; a run of many files has several
    BatchId batch;
    int part = 1;                  // 1, 2, … of its run
    Instant at;
    ArrivalWay way = ArrivalWay::Desk;
    int taken = 0, versions = 0, same = 0, refused = 0;
    QStringList revised;           // ids of the invoices that have a new version by it
    int files = 0;                 // that were read to their end by it; 0: typed in, or an entry of an older version
};
struct RunUndone { BatchId batch; Instant at; int undone = 0, kept = 0; };   // somebody took it back, as far as it could be
struct ArrivalRefused {            // of the folder or the door: nobody saw it at once
    ArrivalId arrival;
    Instant at;
    ArrivalWay way = ArrivalWay::Folder;
    QString file;                  // its name; empty: an order that did not get so far
    int line = 0;                  // of a table, from 1
    QString number, code, detail, sha256;
};
struct ArrivalSettled { ArrivalId arrival; Instant at; QString how; };

template <class... Es> struct Kinds {};
using EventKinds = Kinds<InvoiceTaken, InvoiceRevised, CreditApplied, InvoiceCancelled, RequestCreated, RequestAnswered, RequestMoved, PageOpened,
                         OwnerChose, SheetPrinted, PaymentBooked, CounterLocked, CounterUnlocked, OnAccountGranted, KeyTaken, KeyHung, KeyReleased,
                         KeyReturned, TaskRaised, TaskDone, SettlementWritten, SettlementAnswered, SettingChanged, RefundWanted, RefundMoved,
                         MailQueued, MailMoved, IntakeUndone, NoteAdded, ReminderSet, ReminderDone, UserSaved, PinChanged, UserCameIn, UserLeft, PinFailed, SettingProposed, SettingDecided, PickupCodeIssued,
                         PickupCodeTried, VehicleCorrected, KeyAssigned, KeyLeft, KeyCorrected, InvoiceRestored, OnAccountEnded, RunStored, RunUndone, ArrivalRefused,
                         ArrivalSettled, ReceiptPrinted, DocumentKept>;

template <class E, class All> inline constexpr std::size_t kPlaceOf = 0;   // 0: in no list
template <class E, class... Es> inline constexpr std::size_t kPlaceOf<E, Kinds<Es...>> = [] {
    constexpr std::array<bool, sizeof...(Es)> same{std::is_same_v<E, Es>...};
    const auto at = std::ranges::find(same, true);
    return at == same.end() ? 0U : static_cast<std::size_t>(at - same.begin()) + 1;
}();
template <class E> concept IsEvent = kPlaceOf<E, EventKinds> > 0;

// One of these kinds. What happened is never changed, so copies share it. Not a std::variant, whose copies for all kinds every file would compile.
class Event {
public:
    Event() = default;   // nothing yet: neither of any kind nor to be visited
    template <IsEvent E> Event(E e) : m_what{std::make_shared<const E>(std::move(e))}, m_place{kPlaceOf<E, EventKinds>} {}
    template <IsEvent E> bool is() const { return m_place == kPlaceOf<E, EventKinds>; }
    template <IsEvent E> const E* as() const { return is<E>() ? static_cast<const E*>(m_what.get()) : nullptr; }   // nullptr: of another kind
    std::size_t place() const { return m_place; }                                                                  // in EventKinds, from 1; 0: nothing yet

private:
    std::shared_ptr<const void> m_what;
    std::size_t m_place = 0;
};

struct Recorded {                  // an event with its place in the journal
    qint64 seq = 0;
    Instant at;
    Origin by;
    Event event;
};

template <class... Fs> struct Match : Fs... { using Fs::operator()...; };   // visit(Match{...}, event)
template <class... Fs> Match(Fs...) -> Match<Fs...>;                         // written out for clang 14

// Calls the function with what happened, as its own kind; all kinds give the same type back.
template <class F, class First, class... Es> std::invoke_result_t<F&, const First&> visit(F&& f, const Event& event, Kinds<First, Es...>)
{
    using R = std::invoke_result_t<F&, const First&>;
    using Call = R (*)(F&, const Event&);
    static constexpr Call calls[]{[](F& g, const Event& e) -> R { return g(*e.as<First>()); }, [](F& g, const Event& e) -> R { return g(*e.as<Es>()); }...};
    Q_ASSERT(event.place() > 0);
    return calls[event.place() - 1](f, event);
}
template <class F> decltype(auto) visit(F&& f, const Event& event) { return visit(std::forward<F>(f), event, EventKinds{}); }

QString kindOf(const Event& event);        // "InvoiceTaken", …: stable, the journal's column
QString keyOf(const Event& event);         // natural key, unique over the journal; empty: may happen any number of times
InvoiceId invoiceOf(const Event& event);   // null for events about keys, settings and users
KeyId keyIdOf(const Event& event);         // null unless it is about a key

} // namespace tresen::domain
