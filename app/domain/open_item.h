// OpenItem: one invoice with all that happened to it, folded from its events by apply(). Decisions read it; nothing else changes it.
#pragma once
#include "app/domain/board_row.h"
#include "app/domain/event.h"

namespace tresen::domain {

struct PayRequest {
    RequestId id;
    int number = 1;
    QString portal;
    PortalMode mode = PortalMode::Live;
    Money amount;
    QString idempotencyKey, token, deskCode, linkId, url, why, closeWhy;   // why: of the last move; closeWhy: "counter", "withdrawn", "superseded", … once it shall be closed
    RequestState state = RequestState::Draft;
    Instant createdAt, expiresAt;
    qint64 fetchSeq = 0;          // newest snapshot that changed it
    int copies = 0;               // sheets printed
    bool opened = false, part = false;   // part: asks for less than is open, because somebody wanted it so
    LinkAccount account;          // the portal's own account for transfers to this link, where it has one
    Instant printedAt;            // the last sheet

    // Less is open than it asks for, or it should ask for all of it and does not.
    bool asksWrongly(Money open) const { return part ? open.inCents() < amount.inCents() || open.currency() != amount.currency() : open != amount; }

    bool live() const;            // creating, unknown, open, in flight, authorized or closing: at most one per invoice
    bool silent() const { return state == RequestState::InFlight && why == QLatin1StringView{"silent"}; }   // under way, but the portal does not say more
    friend bool operator==(const PayRequest&, const PayRequest&) = default;
};

struct Payment {
    PaymentId id;
    PaymentKind kind = PaymentKind::Cash;
    Money amount;
    MoneyStage stage = MoneyStage::Received;
    QString sourceKey, method, receiptNumber, reverses;
    RequestId request;
    Instant at;
    int copies = 0;               // of its receipt
    friend bool operator==(const Payment&, const Payment&) = default;
};

struct Refund {
    RefundId id;
    RequestId request;
    QString portal, payment, paymentId, portalId;   // payment: source key; paymentId, portalId: the portal's ids of payment and refund
    Money amount;
    QString idempotencyKey, reason, detail;
    TaskId task;
    RefundState state = RefundState::Wanted;
    Instant at;                   // of the last move
    bool underWay() const { return state == RefundState::Wanted || state == RefundState::Pending || state == RefundState::Unclear; }
    friend bool operator==(const Refund&, const Refund&) = default;
};

struct Mail {
    MailId id;
    MailKind kind = MailKind::Request;
    MailState state = MailState::Queued;
    QString to, language, messageId, about, detail;   // detail: the server's words, of the last move
    int attempt = 0;
    Instant queuedAt, at;         // at: of the last move
    friend bool operator==(const Mail&, const Mail&) = default;
};

struct OpenTask { TaskId id; QString kind, detail; Money amount; friend bool operator==(const OpenTask&, const OpenTask&) = default; };

struct Reminder {                 // wanted and not done yet
    ReminderId id;
    Instant due;
    QString text;
    int turn = 1;                 // see ReminderSet
    friend bool operator==(const Reminder&, const Reminder&) = default;
};

struct Settlement {
    enum class State { Written, Accepted, Refused };
    SettlementId id;
    qint64 run = 0;
    QString kind, file, text;
    Money amount;
    State state = State::Written;
    int attempt = 1;
    friend bool operator==(const Settlement&, const Settlement&) = default;
};

// What the owner gave somebody else to collect with, see pickup_rules.h.
struct PickupCode {
    QString salt, hash;
    int rounds = 0;
    Instant expires;
    int wrong = 0;                // tries in vain
    bool used = false;
    bool exists() const { return !salt.isEmpty(); }
    friend bool operator==(const PickupCode&, const PickupCode&) = default;
};

struct FurtherVehicle {           // of an invoice over several
    KeyId key;
    QString plate, vin, vehicle;
    friend bool operator==(const FurtherVehicle&, const FurtherVehicle&) = default;
};

struct OpenItem {
    InvoiceId id;
    qint64 seq = 0;               // last entry that touched it
    QString naturalKey, number, site, system;   // site: see InvoiceTaken; a later version leaves it where it is
    int version = 0;              // 0: nothing taken yet
    InvoiceKind kind = InvoiceKind::Invoice;
    bool directDebit = false;
    QDate issueDate, dueDate;
    Money gross, due;             // due: BT-115, what the invoice asks for
    Money credited, paid;         // credited positive; paid: sum of all payments
    QString customer, customerId, email, phone, country, plate, vin, vehicle, work, orderRef, payeeIban;
    QString contentHash;          // of the newest version
    KeyId key;
    QStringList preceding;        // numbers of BT-25
    BatchId takenBy;              // the run that brought it as new; null once a later one has revised it
    bool undone = false;          // that run was taken back: cancelled until it comes again, and its key stays
    bool cancelled = false, wasSettled = false, onAccount = false;
    bool cancelledOwing = false;  // somebody cancelled it by hand while it held the key back, see cancelHoldsKey()
    QString onAccountRule, cancelReason;
    QDate onAccountDue;
    Instant onAccountAt;
    Money onAccountUpTo;          // what was open when it was granted: more than that nobody has allowed
    OwnerChoice choice = OwnerChoice::None;
    QString lockDesk;
    Instant lockUntil;
    std::vector<PayRequest> requests;
    std::vector<Payment> payments;
    std::vector<Refund> refunds;
    std::vector<Mail> mails;                         // oldest first
    std::vector<OpenTask> tasks;                     // still to be looked at
    QStringList tasksEver;                           // ids, done ones too
    std::vector<Settlement> settlements;
    PickupCode pickup;                               // the newest
    TruthSource source = TruthSource::Workshop;
    Instant truthAt, takenAt;
    std::vector<Reminder> reminders;                 // in the order they were first set
    std::vector<FurtherVehicle> further;             // beside plate, vin, vehicle and key
    QString payerName;                               // who pays, where that is not the customer: of a leasing car customer is the keeper
    Party payer;                                     // as a person has typed; without a name: the buyer of the invoice pays
    Party buyer;                                     // whom the invoice is addressed to, while somebody else pays: name, mail, country
    std::vector<Finding> toConfirm;                  // what a rule found and nobody has confirmed yet
    QStringList confirmed;                           // "plate:M-AB 1234": looked at by a person, so no version asks again
    bool vehicleByHand = false;                      // stands over a version that says of the vehicles what the one before said
    VehicleHint said;                                // what the newest version says of its vehicles, identity only
    std::vector<VehicleHint> saidFurther;
    QString typedCustomerId, typedOrderRef, typedKeeper;   // by a person; they stand over every version
    QStringList documents;                           // digests of what came attached to it
    QStringList vinsEver, keysEver;                  // what it is found by: VINs; keys of further vehicles

    KeyId keyAt(int place) const { return place == 0 ? key : further[static_cast<std::size_t>(place - 1)].key; }   // place: see KeyAssigned
    bool hangsOn(const KeyId& which) const;          // with one of its vehicles
    std::vector<KeyId> keys() const;                 // of all its vehicles, first to last, without null
    bool exists() const { return version > 0; }
    Money open() const;                              // due - credited - paid
    MoneyAxis money() const;
    RequestAxis request() const;
    const PayRequest* liveRequest() const;           // nullptr when there is none
    const PayRequest* lastRequest() const;
    const PayRequest* findRequest(const RequestId& id) const;
    const Payment* findPayment(const QString& sourceKey) const;
    const Refund* findRefund(const RefundId& id) const;
    const Mail* findMail(const MailId& id) const;
    Money refundsUnderWay() const;                   // sum of what was sent back and is not booked yet
    bool lockedByOther(const QString& desk, Instant now) const;
    bool reversed() const;                           // had been settled, and money went back
    bool moneyUnderWay() const;                      // through a portal: a live link, or a refund that is not finished
    bool truthElsewhere() const;                     // a portal may know more: there is a live link, or it was paid online
    friend bool operator==(const OpenItem&, const OpenItem&) = default;
};

// VehicleKey: one stay of one vehicle, from the first invoice to the hand-over of its key.
struct VehicleKey {
    KeyId id;
    qint64 seq = 0;
    QString plate, vin, vehicle, hook;
    KeyState state = KeyState::Held;
    QString to, rule, overrideReason;
    Instant takenAt, changedAt;
    bool dissolved = false;       // its invoices hang on another one: it was the same car, or another one's plate
    bool exists() const { return !id.isNull(); }
    bool here() const { return !dissolved && (state == KeyState::Held || state == KeyState::Returned); }
    friend bool operator==(const VehicleKey&, const VehicleKey&) = default;
};

// Folding. An event about something else leaves the item as it is. Fails only on a journal that contradicts itself (Fault::Corrupt).
Result<OpenItem> apply(OpenItem item, const Recorded& entry);
// A payment of the counter that has a receipt; nullptr: none of this id, or one without.
const Payment* findReceipt(const OpenItem& item, const PaymentId& payment);
bool hasReceipt(const Payment& payment);
Result<VehicleKey> apply(VehicleKey key, const Recorded& entry);
// A look at the portal that brought no news leaves no entry in the journal, only its number and the age of the knowledge in the projection.
// Without it an older look that arrives late would override it. Called by Journal::refreshed().
void noteLook(OpenItem& item, const RequestId& request, qint64 fetchSeq, Instant at);

BoardState boardState(const OpenItem& item, const VehicleKey& key);
// stay: every item of that key, the item itself included. A key goes with all its invoices, so when one item of a stay changes the
// rows of all of them are made anew.
BoardRow boardRow(const OpenItem& item, const VehicleKey& key, const std::vector<OpenItem>& stay);
// A further key of an invoice, with all invoices that hang on it.
struct FurtherStay { VehicleKey key; std::vector<OpenItem> stay; };
// Tells the row of its other keys: which are still here, where they hang and whether they may go; it is found by their hooks, and as new as they are.
void noteFurther(BoardRow& row, const std::vector<FurtherStay>& others);
bool asksForMoney(const OpenItem& item);     // an invoice that is not cancelled, with something open
bool onAccountCovers(const OpenItem& item);  // leave to pay on account was given, for no less than what is open now
bool moneyAllowsKey(const OpenItem& item);   // settled, over, on account, direct debit, cancelled, credit or nothing to ask for
bool moneyDoubted(const OpenItem& item);     // the portal no longer says what was booked, and nobody has looked at it yet
enum class UnderWay { No, Yes, Unclear };
UnderWay paymentUnderWay(const OpenItem& item);   // is its owner paying, or may be, what is still open?
bool letsKeyGo(const OpenItem& item);        // money allows it, nothing is under way and no money was taken back; beside cancelHoldsKey() the rule of board and hand-over

// Somebody cancelled it by hand while money was owed, and no later invoice of the stay stands in its place: its key goes by override alone. What was read
// to be cancelled, a credit note over all of it among them, holds nothing.
bool cancelHoldsKey(const OpenItem& item, const std::vector<OpenItem>& stay);

// The customer number the list of approved invoice customers is asked for: none where somebody else pays or a person has typed the number.
QString accountNumberOf(const OpenItem& item);
QString buyerNameOf(const OpenItem& item);   // as the invoice is addressed
QString payerNameOf(const OpenItem& item);   // whom letter and mail go to

// The key a board row is about: the first of its vehicles whose key is still here, else its first. Of an invoice over several vehicles one key after
// the other goes. keys: at least those of the item.
VehicleKey shownKey(const OpenItem& item, const std::vector<VehicleKey>& keys);

// One of its keys that has left the house; one that does not exist when all are here.
VehicleKey goneKey(const OpenItem& item, const std::vector<VehicleKey>& keys);

// The same car? Equal VINs say yes, different ones no; where one is not known, the plate decides. Nothing known is no car.
bool sameVehicle(const QString& plate, const QString& vin, const QString& otherPlate, const QString& otherVin);
// Does the record say of its vehicles something else than the version before did?
bool saysOtherVehicle(const OpenItem& item, const Invoice& record);
// The invoice as it is billed: its vehicle and its payer as a person has put them right.
Invoice asCorrected(Invoice record, const OpenItem& item);

QString foldPlate(QStringView plate);    // "M-AB 1234" -> "MAB1234": to recognise a vehicle again
QString naturalKeyOf(const QString& site, const QString& system, const Invoice& invoice);

} // namespace tresen::domain
