// Intake rules: what a file that has been read means for what is already there. Pure; called inside the journal's transaction.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"
#include "app/domain/vehicle_rules.h"
#include <optional>

namespace tresen::domain {

enum class IntakeOutcome { Taken, SameAgain, NewVersion };
QString codeOf(IntakeOutcome outcome);   // "taken", "same_again", "new_version"

struct IntakeCommand {
    Invoice record;
    QStringList notices;
    QString system, fileName, sha256, site;
    QString deskSite;                    // see InvoiceTaken::site; not part of the natural key: a number is given once in a company
    QString contentHash;                 // see contentHashOf()
    BatchId batch;
    InvoiceId freshInvoice;              // ids to use if new ones are needed
    KeyId freshKey;
    QString claim{};                     // of an order: the key its sender knows it by; empty: a document
    QDate arrived{};                     // the day it comes in
    QString naturalKey{};                // see placeClaim(); empty: made of site and system, as older entries have it
    QString form{};                      // see ports::formOf()
    std::vector<DocumentKept> documents{};   // attached to it, on the shelf already; whose they are is said by the decision
    bool isOrder() const { return !claim.isEmpty(); }
};

// What is already known that the record may touch; the rules choose. More than is needed does no harm.
struct IntakeContext {
    std::optional<OpenItem> same;        // by natural key
    std::vector<OpenItem> preceding;     // invoices named by BT-25
    std::vector<OpenItem> waitingCredits;// credit notes that name this number
    StayContext stays;                   // of its vehicles, by plate and VIN
    std::optional<OpenItem> twin{};      // see placeClaim()
    std::optional<OpenItem> otherWay{};  // the same invoice, known by another way: see placeClaim()
};

struct IntakeDecision {
    IntakeOutcome outcome = IntakeOutcome::Taken;
    InvoiceId invoice;
    std::vector<Event> events;
    std::vector<RequestId> toCancel;     // links whose sheet is superseded
};

// What somebody should know of the invoice, however it came: "payee.factoring" (BT-59 is not the seller: the claim may be sold, and the workshop's own
// account the wrong one), "payee.assigned" (its texts say so), "plate.missing" (a claim names no vehicle, so no key hangs on it).
QStringList intakeNotices(const Invoice& record);

// Is this notice one that a person has to look at before the invoice is paid or its key goes? Then it becomes a task of the same kind: the printed page names another
// amount, sums that contradict each other, an amount with two readings, no vehicle. A version that no longer has the notice ends the task.
bool needsLook(const QString& notice);

// Somebody says that the workshop system has cancelled it: a right of its own, see neededFor(). Its open link is closed; money paid on it becomes money to
// give back; where money was owed its key is held, see cancelHoldsKey(). Refusals: "invoice.cancelled", "invoice.cancel_reason" (shorter than
// limits::kOverrideReasonMin).
Result<IntakeDecision> decideCancel(const OpenItem& item, const QString& reason, const QString& agreedBy = {});
// Not cancelled after all. Refusals: "invoice.not_cancelled", "invoice.undone" (it comes again when it is read again), "invoice.credited" (a credit note
// covers all of it), "invoice.cancel_reason".
Result<IntakeDecision> decideRestore(const OpenItem& item, const QString& reason);

// The run that brought it is taken back. Only what has not left the house: refusals "undo.requested" (a pay request was made), "undo.paid" (paid, on
// account, or at a counter just now), "undo.key_gone", "undo.changed" (a later run, a credit note or the workshop has changed it since).
Result<IntakeDecision> decideUndo(const OpenItem& item, const VehicleKey& key, const BatchId& batch, Instant now);

// What stood there before a new version came.
struct VersionBefore {
    Invoice record;
    QString fileName, sha256, contentHash;
    QStringList notices;
};
// The run that brought this version is taken back: the one before counts again, as a version of its own. Refusals as decideUndo(): "undo.requested" (a pay request
// asks for the new amount), "undo.paid", "undo.key_gone", "undo.changed" (it is no longer the newest version, or it is cancelled, credited or given back).
Result<IntakeDecision> decideVersionUndo(const OpenItem& item, const VehicleKey& key, int version, const VersionBefore& before, Instant now);
// Beginning of the ids of the tasks that say so: the claim came by a second way, under this key. The amount it named follows.
QString twoWaysTask(const InvoiceId& invoice, const QString& naturalKey);
// The other way round: the key such a task remembers; empty: it is none of this invoice's.
QString wayOfTask(const InvoiceId& invoice, const QString& task);

QString contentHashOf(const Invoice& record);   // SHA-256 over the stored form: two files that say the same are the same

// What no state of the books could make good. Empty: nothing. "invoice.no_number", "invoice.no_amount", "invoice.mixed_currency".
std::optional<Error> faultOf(const Invoice& record);

// Refusals: "invoice.no_number", "invoice.no_amount", "invoice.currency_changed", "invoice.mixed_currency".
// An invoice that is known by another way is not taken a second time: "claim.two_ways" on the one that is here, once for each amount it is told with.
// Two that stand here already and come to ask for the same: "claim.asked_twice", of which a person cancels one.
// Tasks: those of needsLook(), "cancelled.revised" (somebody has cancelled it, and it comes again changed), "payee.differs", "payee.factoring" (nobody is asked to pay us before somebody has decided), "amount.changed", "invoice.corrected", "credit.waiting" (its invoice is not here yet; done when it comes), "credit.unclear" (several
// invoices may be meant, or it covers only part of several: a person has to say), "credit.left_over" (more than its invoice asked for).
Result<IntakeDecision> decideIntake(const IntakeCommand& command, const IntakeContext& context, const Policy& policy);

} // namespace tresen::domain
