#include "app/domain/intake_rules.h"
#include "app/core/limits.h"
#include "app/core/sha256.h"
#include "app/domain/iban.h"
#include "app/domain/request_rules.h"
#include "app/domain/stored_form.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

constexpr int kMaxCancelReason = 300, kMaxTaskDetail = 120;   // characters

// The id is derived, so that the same finding is the same task however often the journal asks.
Event task(const InvoiceId& invoice, const QString& kind, const QString& about, const QString& detail, Money amount)
{
    return TaskRaised{TaskId{u"%1:%2:%3"_s.arg(kind, invoice.text(), about)}, invoice, kind, detail, amount};
}

// An IBAN on the invoice that is none of the workshop's own: an alarm, also when it stands beside an own one. It never changes where the money goes.
void alarmOnOtherPayee(std::vector<Event>& events, const InvoiceId& invoice, int version, const Invoice& record, const Policy& policy)
{
    if (policy.payee.iban.isEmpty() || record.iban.isEmpty() || kindOf(record) == InvoiceKind::Credit) return;
    const auto foreign = std::find_if(record.ibans.begin(), record.ibans.end(), [&](const QString& named) {
        const auto iban = compactIban(named);
        return iban != compactIban(policy.payee.iban) && !policy.payee.ownIbans.contains(iban);
    });
    if (foreign != record.ibans.end()) events.push_back(task(invoice, u"payee.differs"_s, QString::number(version), redactedIban(*foreign), claimOf(record)));
}

// The claim may have been sold: another payee is named, or the text says so. Until somebody has decided nobody is asked to pay us. A payee who bears the name of
// our own account is ourselves.
void alarmOnSoldClaim(std::vector<Event>& events, const InvoiceId& invoice, int version, const Invoice& record, const QStringList& notices, const Policy& policy)
{
    const auto kind = kindOf(record);
    if (kind != InvoiceKind::Invoice && kind != InvoiceKind::Correction) return;
    const auto payee = record.payee.simplified();
    const auto same = [&](const QString& name) { return payee.compare(name.simplified(), Qt::CaseInsensitive) == 0; };
    const bool other = !payee.isEmpty() && !same(record.seller.name) && !same(policy.payee.holder);
    if (other || notices.contains(u"payee.assigned"_s)) events.push_back(task(invoice, u"payee.factoring"_s, QString::number(version), other ? payee.left(kMaxTaskDetail) : QString{}, claimOf(record)));
}

// What the reading has found, once each; what stands open already is not raised again, and what the new version no longer has is done.
void raiseNotices(std::vector<Event>& events, const InvoiceId& invoice, int version, const IntakeCommand& command, const std::vector<OpenTask>& open)
{
    QStringList raised;
    for (const auto& task : open)
        if (needsLook(task.kind)) raised << task.kind;
    for (const auto& task : open)
        if (needsLook(task.kind) && !command.notices.contains(task.kind)) events.push_back(TaskDone{task.id, invoice, u"version"_s});
    for (const auto& notice : command.notices) {
        if (!needsLook(notice) || raised.contains(notice)) continue;
        raised << notice;
        events.push_back(task(invoice, notice, QString::number(version), {}, amountToAskFor(command.record).value_or(Money::cents(0, command.record.currency))));
    }
}

// The live sheet shows an amount that is no longer asked for: it is superseded, whatever becomes of its link.
void supersede(IntakeDecision& decision, const OpenItem& item, Money nowOpen)
{
    const auto moved = supersededBy(item, nowOpen);
    if (!moved) return;
    decision.events.push_back(*moved);
    const auto* live = item.liveRequest();
    if (!live->portal.isEmpty() && !live->linkId.isEmpty()) decision.toCancel.push_back(live->id);
}


bool creditedInFull(const OpenItem& item)
{
    const auto rest = subtract(item.due, item.credited);
    return item.credited.isPositive() && rest && !rest.value().isPositive();
}

Money creditable(const OpenItem& invoice)
{
    const auto rest = subtract(invoice.due, invoice.credited);
    return rest && rest.value().isPositive() && !invoice.cancelled ? rest.value() : Money::cents(0, invoice.due.currency());
}

// A credit takes at most what the invoice asks for and no credit has taken before: never more than the invoice. What is left over is owed to the
// customer and is a person's to decide; false when nothing could be taken.
bool applyCredit(IntakeDecision& decision, const OpenItem& invoice, const InvoiceId& creditNote, const QString& creditNumber, Money amount)
{
    const auto rest = creditable(invoice);
    if (amount.currency() != rest.currency() || !amount.isPositive()) return false;
    const auto taken = amount.inCents() < rest.inCents() ? amount : rest;
    if (const auto over = subtract(amount, taken); over && over.value().isPositive())
        decision.events.push_back(task(creditNote, u"credit.left_over"_s, invoice.id.text(), invoice.number, over.value()));
    if (taken.isZero()) return false;
    decision.events.push_back(CreditApplied{invoice.id, creditNote, creditNumber, taken});
    if (const auto open = subtract(invoice.open(), taken)) supersede(decision, invoice, open.value());
    if (taken == rest && invoice.paid.isZero()) decision.events.push_back(InvoiceCancelled{invoice.id, u"credited by "_s + creditNumber});
    return true;
}

Money creditAmount(const Invoice& record)
{
    const auto amount = record.gross ? *record.gross : amountToAskFor(record).value_or(Money::cents(0, record.currency));
    return amount.isNegative() ? -amount : amount;
}

// Of this workshop system, whatever it is called by now: another name alone makes nobody a stranger where the customer is the same.
bool ofSameSource(const OpenItem& item, const IntakeCommand& command)
{
    if (item.system == command.system && !command.naturalKey.isEmpty()) return true;
    if (!command.naturalKey.isEmpty() && !item.customer.isEmpty() && item.customer.compare(command.record.buyer.name, Qt::CaseInsensitive) == 0) return true;
    return item.naturalKey.startsWith(u"%1/%2/"_s.arg(command.site, command.system));
}

// The invoices that one entry of BT-25 can mean. Numbers begin anew every year and in every system, so there may be several.
std::vector<const OpenItem*> meantBy(const PrecedingInvoice& named, const IntakeCommand& command, const std::vector<OpenItem>& known)
{
    std::vector<const OpenItem*> out;
    for (const auto& item : known) {
        const bool claim = item.kind == InvoiceKind::Invoice || item.kind == InvoiceKind::Correction;
        const bool inTime = named.date.isValid() ? item.issueDate == named.date : !command.record.issueDate.isValid() || item.issueDate <= command.record.issueDate;
        if (claim && inTime && item.number == named.number && ofSameSource(item, command)) out.push_back(&item);
    }
    return out;
}

// Applies a credit note to what it names, or leaves it to a person: which of several invoices is meant, or how much of each, is never guessed.
void applyToPreceding(IntakeDecision& decision, const IntakeCommand& command, const IntakeContext& context)
{
    const auto& record = command.record;
    const auto amount = creditAmount(record);
    std::vector<const OpenItem*> targets;
    std::size_t missing = 0;
    bool unclear = false;
    for (const auto& named : record.preceding) {
        const auto meant = meantBy(named, command, context.preceding);
        if (meant.empty()) ++missing;
        unclear = unclear || meant.size() > 1;
        if (meant.size() == 1 && std::find(targets.begin(), targets.end(), meant[0]) == targets.end()) targets.push_back(meant[0]);
    }
    if (record.preceding.empty()) return;
    auto whole = Money::cents(0, record.currency);
    for (const auto* target : targets)
        if (const auto sum = add(whole, creditable(*target))) whole = sum.value();
    if (targets.empty() && !unclear) {
        decision.events.push_back(task(command.freshInvoice, u"credit.waiting"_s, {}, record.preceding[0].number, amount));
    } else if (unclear || missing > 0 || (targets.size() > 1 && amount != whole)) {
        decision.events.push_back(task(command.freshInvoice, u"credit.unclear"_s, {}, record.preceding[0].number, amount));
    } else {
        for (const auto* target : targets) applyCredit(decision, *target, command.freshInvoice, record.number, targets.size() > 1 ? creditable(*target) : amount);
    }
}

// The first invoice arrives after its credit note: fold it in memory to credit it in the same breath.
std::optional<Error> applyWaiting(IntakeDecision& decision, const IntakeCommand& command, const std::vector<OpenItem>& credits, const Event& taken)
{
    auto item = apply(OpenItem{}, Recorded{0, {}, {command.site, {}, {}}, taken});
    if (!item) return item.error();
    const auto issued = command.record.issueDate;
    for (const auto& credit : credits) {
        const auto waiting = std::find_if(credit.tasks.begin(), credit.tasks.end(), [](const OpenTask& t) { return t.kind == u"credit.waiting"; });
        const bool older = credit.issueDate.isValid() && issued.isValid() && credit.issueDate < issued;   // it means one of an earlier year
        if (waiting == credit.tasks.end() || older || credit.preceding.size() != 1 || !ofSameSource(credit, command)) continue;
        const auto before = decision.events.size();
        if (!applyCredit(decision, item.value(), credit.id, credit.number, credit.gross.isNegative() ? -credit.gross : credit.gross)) {
            decision.events.resize(before);   // nothing of it fits this invoice: it goes on waiting
            continue;
        }
        for (auto i = before; i < decision.events.size(); ++i) {
            if (invoiceOf(decision.events[i]) != item.value().id) continue;   // what is left over concerns the credit note
            item = apply(std::move(item).value(), Recorded{0, {}, {}, decision.events[i]});
            if (!item) return item.error();
        }
        decision.events.push_back(TaskDone{waiting->id, credit.id, u"applied to "_s + command.record.number});
    }
    return std::nullopt;
}

// The invoice as new, and the keys its vehicles hang on. What is said about it comes after it.
Result<Event> takeWithKeys(std::vector<Event>& events, const IntakeCommand& command, const IntakeContext& context)
{
    const auto& record = command.record;
    StayPlan plan{context.stays, command.freshInvoice, command.freshKey};
    std::vector<Event> moves;
    const auto key = plan.place(record.vehicle, {}, kindOf(record) != InvoiceKind::Credit, moves);   // a credit note brings no car
    const auto later = std::stable_partition(moves.begin(), moves.end(), [&](const Event& e) { return invoiceOf(e) != command.freshInvoice; });
    events.insert(events.end(), moves.begin(), later);
    const auto natural = command.naturalKey.isEmpty() ? naturalKeyOf(command.site, command.system, record) : command.naturalKey;
    const Event taken = InvoiceTaken{command.freshInvoice, natural, command.system, record,
                                     command.fileName, command.sha256, command.contentHash, command.batch, key, command.notices, command.deskSite, command.form};
    events.push_back(taken);
    events.insert(events.end(), later, moves.end());
    if (record.furtherVehicles.empty()) return taken;
    const auto now = apply(OpenItem{}, Recorded{0, {}, {command.site, {}, {}}, taken});
    if (!now) return now.error();
    plan.hang(now.value(), now.value(), events);
    return taken;
}

// Once each, also when the order itself says nothing new.
void keepDocuments(IntakeDecision& decision, const IntakeCommand& command, const QStringList& known)
{
    QStringList kept = known;
    for (auto document : command.documents) {
        if (kept.contains(document.sha256)) continue;
        kept << document.sha256;
        document.invoice = decision.invoice;
        decision.events.push_back(document);
    }
}

// It came as an order and as a document: one of them is asked for, the other is remembered. Which amount is right, a person says.
IntakeDecision decideOtherWay(const IntakeCommand& command, const OpenItem& item)
{
    IntakeDecision decision;
    decision.outcome = IntakeOutcome::SameAgain;
    decision.invoice = item.id;
    const auto due = claimOf(command.record);
    const TaskId id{twoWaysTask(item.id, command.naturalKey) + plainAmount(due)};
    if (item.tasksEver.contains(id.text())) return decision;
    const auto detail = due == item.due ? command.fileName.section(u'/', -1) : plainAmount(item.due) + u" / "_s + plainAmount(due);
    decision.events.push_back(TaskRaised{id, item.id, u"claim.two_ways"_s, detail, due});
    return decision;
}

Result<IntakeDecision> decideVersion(const IntakeCommand& command, const IntakeContext& context, const Policy& policy)
{
    const auto& item = *context.same;
    const auto& record = command.record;
    IntakeDecision decision;
    decision.invoice = item.id;
    if (item.contentHash == command.contentHash && !item.undone) {
        decision.outcome = IntakeOutcome::SameAgain;
        return decision;
    }
    if (record.currency != item.due.currency()) return Error{Fault::Refused, u"invoice.currency_changed"_s, record.currency.code()};
    decision.outcome = item.undone ? IntakeOutcome::Taken : IntakeOutcome::NewVersion;
    const int version = item.version + 1;
    const Event revised = InvoiceRevised{item.id, version, record, command.fileName, command.sha256, command.contentHash, command.batch, command.notices, command.form};
    decision.events.push_back(revised);
    raiseNotices(decision.events, item.id, version, command, item.tasks);
    const auto now = apply(item, Recorded{item.seq, {}, {}, revised});
    if (!now) return now.error();
    StayPlan{context.stays, item.id, command.freshKey}.hang(item, now.value(), decision.events);
    if (item.undone) {   // nobody has been asked for anything
        alarmOnOtherPayee(decision.events, item.id, version, record, policy);
        alarmOnSoldClaim(decision.events, item.id, version, record, command.notices, policy);
        return decision;
    }
    const auto due = claimOf(record);
    const auto credited = subtract(due, item.credited);
    const auto open = credited ? subtract(credited.value(), item.paid) : credited;
    if (!open) return open.error();
    // Money that will be fetched must not be paid as well.
    supersede(decision, item, isDirectDebit(record) ? Money::cents(0, record.currency) : open.value());
    if (item.cancelled && !creditedInFull(item)) decision.events.push_back(task(item.id, u"cancelled.revised"_s, QString::number(version), item.cancelReason, due));   // it stays cancelled until a person says otherwise
    const bool creditChanged = item.kind == InvoiceKind::Credit && kindOf(record) == InvoiceKind::Credit && creditAmount(record) != (item.gross.isNegative() ? -item.gross : item.gross);
    if (due != item.due) decision.events.push_back(task(item.id, u"amount.changed"_s, QString::number(version), plainAmount(item.due) + u" -> "_s + plainAmount(due), due));
    else if (creditChanged) decision.events.push_back(task(item.id, u"amount.changed"_s, QString::number(version), plainAmount(item.gross) + u" -> "_s + plainAmount(creditAmount(record)), creditAmount(record)));
    alarmOnOtherPayee(decision.events, item.id, version, record, policy);
    alarmOnSoldClaim(decision.events, item.id, version, record, command.notices, policy);
    if (context.twin) decision.events.push_back(task(item.id, u"claim.asked_twice"_s, QString::number(version), context.twin->number, due));
    return decision;
}

} // namespace

QString codeOf(IntakeOutcome outcome)
{
    switch (outcome) {
    case IntakeOutcome::Taken: return u"taken"_s;
    case IntakeOutcome::SameAgain: return u"same_again"_s;
    case IntakeOutcome::NewVersion: return u"new_version"_s;
    }
    Q_UNREACHABLE();
}

QStringList intakeNotices(const Invoice& record)
{
    QStringList out;
    const auto payee = record.payee.simplified();
    if (!payee.isEmpty() && payee.compare(record.seller.name.simplified(), Qt::CaseInsensitive) != 0) out << u"payee.factoring"_s;
    const bool claim = kindOf(record) == InvoiceKind::Invoice || kindOf(record) == InvoiceKind::Correction;
    const auto assigned = [](const QString& text) { return namesAssignment(text); };
    if (claim && (assigned(record.termsText) || assigned(record.remittance) || std::any_of(record.notes.begin(), record.notes.end(), [&](const Note& n) { return assigned(n.text); }))) out << u"payee.assigned"_s;
    if (claim && record.vehicle.plate.isEmpty() && record.vehicle.vin.isEmpty()) out << u"plate.missing"_s;
    return out;
}

bool needsLook(const QString& notice)
{
    static const QStringList kinds{u"totals.pdf_differs"_s, u"sum.due"_s, u"sum.gross"_s, u"sum.vat"_s, u"sum.lines"_s, u"amount.ambiguous"_s, u"amount.repeated"_s, u"plate.missing"_s, u"datev.paid"_s};
    return kinds.contains(notice);
}

Result<IntakeDecision> decideCancel(const OpenItem& item, const QString& reason, const QString& agreedBy)
{
    if (item.cancelled && !item.undone) return Error{Fault::Conflict, u"invoice.cancelled"_s, item.cancelReason};
    if (reason.trimmed().size() < limits::kOverrideReasonMin) return Error{Fault::Refused, u"invoice.cancel_reason"_s, QString::number(limits::kOverrideReasonMin)};
    IntakeDecision decision;
    decision.invoice = item.id;
    decision.events.push_back(InvoiceCancelled{item.id, reason.trimmed().left(kMaxCancelReason), /*byHand=*/true, agreedBy});
    supersede(decision, item, Money::cents(0, item.due.currency()));
    return decision;
}

Result<IntakeDecision> decideRestore(const OpenItem& item, const QString& reason)
{
    if (!item.cancelled) return Error{Fault::Conflict, u"invoice.not_cancelled"_s, item.number};
    if (item.undone) return Error{Fault::Refused, u"invoice.undone"_s, item.number};
    if (creditedInFull(item)) return Error{Fault::Refused, u"invoice.credited"_s, item.number};
    if (reason.trimmed().size() < limits::kOverrideReasonMin) return Error{Fault::Refused, u"invoice.cancel_reason"_s, QString::number(limits::kOverrideReasonMin)};
    IntakeDecision decision;
    decision.invoice = item.id;
    decision.events.push_back(InvoiceRestored{item.id, reason.trimmed().left(kMaxCancelReason)});
    return decision;
}

Result<IntakeDecision> decideUndo(const OpenItem& item, const VehicleKey& key, const BatchId& batch, Instant now)
{
    const auto refused = [&](const QString& code) { return Error{Fault::Refused, code, item.number}; };
    if (item.cancelled || item.takenBy != batch) return refused(u"undo.changed"_s);
    if (!item.requests.empty()) return refused(u"undo.requested"_s);
    if (!item.payments.empty() || item.onAccount || item.lockedByOther({}, now)) return refused(u"undo.paid"_s);
    if (key.exists() && !key.here()) return refused(u"undo.key_gone"_s);
    const bool waits = std::any_of(item.tasks.begin(), item.tasks.end(), [](const OpenTask& t) { return t.kind == u"credit.waiting" || t.kind == u"credit.unclear"; });
    if (!item.credited.isZero() || (item.kind == InvoiceKind::Credit && !waits) || !item.settlements.empty() || !item.mails.empty()) return refused(u"undo.changed"_s);
    IntakeDecision decision;
    decision.invoice = item.id;
    for (const auto& task : item.tasks) decision.events.push_back(TaskDone{task.id, item.id, u"undone"_s});
    decision.events.push_back(IntakeUndone{item.id, batch});
    return decision;
}

Result<IntakeDecision> decideVersionUndo(const OpenItem& item, const VehicleKey& key, int version, const VersionBefore& before, Instant now)
{
    const auto refused = [&](const QString& code) { return Error{Fault::Refused, code, item.number}; };
    if (item.cancelled || item.version != version || !item.credited.isZero() || item.kind == InvoiceKind::Credit || !item.settlements.empty()) return refused(u"undo.changed"_s);
    // It has moved keys, too, and others may hang on those now.
    if (foldPlate(item.said.plate) != foldPlate(before.record.vehicle.plate) || item.said.vin.compare(before.record.vehicle.vin, Qt::CaseInsensitive) != 0) return refused(u"undo.changed"_s);
    if (item.liveRequest()) return refused(u"undo.requested"_s);
    if (!item.payments.empty() || item.onAccount || item.lockedByOther({}, now)) return refused(u"undo.paid"_s);
    if (key.exists() && !key.here()) return refused(u"undo.key_gone"_s);
    IntakeDecision decision;
    decision.invoice = item.id;
    decision.outcome = IntakeOutcome::NewVersion;
    const int next = version + 1;
    decision.events.push_back(InvoiceRevised{item.id, next, before.record, before.fileName, before.sha256, before.contentHash, {}, before.notices});
    // What only that version raised is over; what the one before had is looked at again.
    auto left = item.tasks;
    for (const auto& task : item.tasks) {
        if (task.id.text() != u"%1:%2:%3"_s.arg(task.kind, item.id.text()).arg(version)) continue;
        decision.events.push_back(TaskDone{task.id, item.id, u"undone"_s});
        left.erase(std::remove(left.begin(), left.end(), task), left.end());
    }
    IntakeCommand command;
    command.record = before.record;
    command.notices = before.notices;
    raiseNotices(decision.events, item.id, next, command, left);
    return decision;
}
QString twoWaysTask(const InvoiceId& invoice, const QString& naturalKey) { return u"claim.two_ways:"_s + invoice.text() + u':' + naturalKey + u'#'; }

QString wayOfTask(const InvoiceId& invoice, const QString& task)
{
    const auto begin = u"claim.two_ways:"_s + invoice.text() + u':';
    const auto end = task.lastIndexOf(u'#');   // a sender's key may hold one of its own, an amount does not
    return end > begin.size() && task.startsWith(begin) ? task.mid(begin.size(), end - begin.size()) : QString{};
}

QString contentHashOf(const Invoice& record)
{
    // What rules make of the notes is no content: a file that was read by older rules is the same file.
    auto said = record;
    said.found.clear();
    said.furtherVehicles.clear();
    return QString::fromLatin1(sha256Hex(storedForm(said)));
}

std::optional<Error> faultOf(const Invoice& record)
{
    if (record.number.trimmed().isEmpty()) return Error{Fault::Refused, u"invoice.no_number"_s, {}};
    if (!amountToAskFor(record)) return Error{Fault::Refused, u"invoice.no_amount"_s, record.number};
    if (!hasOneCurrency(record)) return Error{Fault::Refused, u"invoice.mixed_currency"_s, record.number};
    return {};
}

Result<IntakeDecision> decideIntake(const IntakeCommand& command, const IntakeContext& context, const Policy& policy)
{
    const auto& record = command.record;
    if (const auto fault = faultOf(record)) return *fault;
    if (context.otherWay || context.same) {
        auto decision = context.otherWay ? Result<IntakeDecision>{decideOtherWay(command, *context.otherWay)} : decideVersion(command, context, policy);
        if (decision) keepDocuments(decision.value(), command, context.otherWay ? context.otherWay->documents : context.same->documents);
        return decision;
    }

    IntakeDecision decision;
    decision.invoice = command.freshInvoice;
    const auto kind = kindOf(record);
    const auto taken = takeWithKeys(decision.events, command, context);
    if (!taken) return taken.error();
    keepDocuments(decision, command, {});
    raiseNotices(decision.events, command.freshInvoice, 1, command, {});
    if (kind == InvoiceKind::Credit) applyToPreceding(decision, command, context);
    if (kind == InvoiceKind::Correction)
        for (const auto& named : record.preceding)
            for (const auto* first : meantBy(named, command, context.preceding))
                decision.events.push_back(task(first->id, u"invoice.corrected"_s, command.freshInvoice.text(), record.number, claimOf(record)));
    if (kind == InvoiceKind::Invoice || kind == InvoiceKind::Correction)
        if (const auto wrong = applyWaiting(decision, command, context.waitingCredits, taken.value())) return *wrong;
    alarmOnOtherPayee(decision.events, command.freshInvoice, 1, record, policy);
    alarmOnSoldClaim(decision.events, command.freshInvoice, 1, record, command.notices, policy);
    return decision;
}

} // namespace tresen::domain
