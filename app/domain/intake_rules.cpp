#include "app/domain/intake_rules.h"
#include "app/domain/iban.h"
#include "app/domain/json.h"
#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Event task(const InvoiceId& invoice, const QString& kind, const QString& detail, Money amount)
{
    return TaskRaised{TaskId::fresh(), invoice, kind, detail, amount};
}

// Whose IBAN differs from the locked payee: an alarm. It never changes where the money goes.
void alarmOnOtherPayee(std::vector<Event>& events, const InvoiceId& invoice, const Invoice& record, const Policy& policy)
{
    if (!policy.payee.isSet() || record.iban.isEmpty() || kindOf(record) == InvoiceKind::Credit) return;
    const auto own = compactIban(policy.payee.iban);
    const bool known = std::any_of(record.ibans.begin(), record.ibans.end(), [&](const QString& iban) { return compactIban(iban) == own; });
    if (!known) events.push_back(task(invoice, u"payee.differs"_s, redactedIban(record.iban), amountToAskFor(record).value_or(Money{})));
}

// A credit takes at most what the invoice still asks for plus what was paid on it: never more than the invoice.
void applyCredit(std::vector<Event>& events, const OpenItem& invoice, const InvoiceId& creditNote, const QString& creditNumber, Money amount)
{
    if (invoice.cancelled || amount.currency() != invoice.due.currency() || !amount.isPositive()) return;
    const auto rest = subtract(invoice.due, invoice.credited);
    if (!rest || !rest.value().isPositive()) return;
    const auto taken = amount.inCents() < rest.value().inCents() ? amount : rest.value();
    events.push_back(CreditApplied{invoice.id, creditNote, creditNumber, taken});
    if (taken == rest.value() && invoice.paid.isZero()) events.push_back(InvoiceCancelled{invoice.id, u"credited by "_s + creditNumber});
}

Money creditAmount(const Invoice& record)
{
    const auto amount = record.gross ? *record.gross : amountToAskFor(record).value_or(Money{});
    return amount.isNegative() ? -amount : amount;
}

// The live sheet shows an amount that is no longer asked for: it is superseded, whatever becomes of its link.
void supersede(IntakeDecision& decision, const OpenItem& item, Money nowOpen)
{
    const auto* live = item.liveRequest();
    if (!live || live->amount == nowOpen) return;
    decision.events.push_back(RequestMoved{live->id, item.id, live->portal.isEmpty() ? RequestState::Cancelled : RequestState::Closing, u"superseded"_s, 0});
    if (!live->portal.isEmpty()) decision.toCancel.push_back(live->id);
}

Result<IntakeDecision> decideVersion(const IntakeCommand& command, const IntakeContext& context, const Policy& policy)
{
    const auto& item = *context.same;
    IntakeDecision decision;
    decision.invoice = item.id;
    if (item.contentHash == command.contentHash) {
        decision.outcome = IntakeOutcome::SameAgain;
        return decision;
    }
    if (command.record.currency != item.due.currency()) return Error{Fault::Refused, u"invoice.currency_changed"_s, command.record.currency.code()};
    decision.outcome = IntakeOutcome::NewVersion;
    decision.events.push_back(InvoiceRevised{item.id, item.version + 1, command.record, command.fileName, command.sha256, command.contentHash, command.batch, command.notices});
    const auto due = kindOf(command.record) == InvoiceKind::Credit ? Money::cents(0, item.due.currency()) : amountToAskFor(command.record).value_or(Money{});
    if (due != item.due) {
        const auto credited = subtract(due, item.credited);
        const auto open = credited ? subtract(credited.value(), item.paid) : credited;
        if (!open) return open.error();
        supersede(decision, item, open.value());
        decision.events.push_back(task(item.id, u"amount.changed"_s, plainAmount(item.due) + u" -> "_s + plainAmount(due), due));
    }
    alarmOnOtherPayee(decision.events, item.id, command.record, policy);
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

QString contentHashOf(const Invoice& record)
{
    return QString::fromLatin1(QCryptographicHash::hash(compact(toJson(record)), QCryptographicHash::Sha256).toHex());
}

Result<IntakeDecision> decideIntake(const IntakeCommand& command, const IntakeContext& context, const Policy& policy)
{
    const auto& record = command.record;
    if (record.number.trimmed().isEmpty()) return Error{Fault::Refused, u"invoice.no_number"_s, {}};
    if (!amountToAskFor(record)) return Error{Fault::Refused, u"invoice.no_amount"_s, record.number};
    if (!hasOneCurrency(record)) return Error{Fault::Refused, u"invoice.mixed_currency"_s, record.number};
    if (context.same) return decideVersion(command, context, policy);

    IntakeDecision decision;
    decision.invoice = command.freshInvoice;
    const auto kind = kindOf(record);
    const bool hasVehicle = !record.vehicle.plate.isEmpty() || !record.vehicle.vin.isEmpty();
    KeyId key;
    if (hasVehicle && context.stay && context.stay->here()) {
        key = context.stay->id;
    } else if (hasVehicle && kind != InvoiceKind::Credit) {   // a credit note brings no car
        key = command.freshKey;
        decision.events.push_back(KeyTaken{key, record.vehicle.plate, record.vehicle.vin, record.vehicle.model});
    }
    decision.events.push_back(InvoiceTaken{command.freshInvoice, naturalKeyOf(command.site, command.system, record), command.system, record,
                                           command.fileName, command.sha256, command.contentHash, command.batch, key, command.notices});
    if (kind == InvoiceKind::Credit)
        for (const auto& first : context.preceding) applyCredit(decision.events, first, command.freshInvoice, record.number, creditAmount(record));
    if (kind == InvoiceKind::Correction)
        for (const auto& first : context.preceding) decision.events.push_back(task(first.id, u"invoice.corrected"_s, record.number, *amountToAskFor(record)));
    if (kind == InvoiceKind::Invoice && !context.waitingCredits.empty()) {
        // The first invoice arrives after its credit note: fold it in memory to credit it in the same breath.
        Recorded taken{0, {}, {command.site, {}, {}}, decision.events.back()};
        auto item = apply(OpenItem{}, taken);
        for (const auto& credit : context.waitingCredits) {
            if (!item) break;
            const auto before = decision.events.size();
            applyCredit(decision.events, item.value(), credit.id, credit.number, credit.gross.isNegative() ? -credit.gross : credit.gross);
            for (auto i = before; i < decision.events.size() && item; ++i) item = apply(std::move(item).value(), Recorded{0, {}, {}, decision.events[i]});
        }
        if (!item) return item.error();
    }
    alarmOnOtherPayee(decision.events, command.freshInvoice, record, policy);
    return decision;
}

} // namespace tresen::domain
