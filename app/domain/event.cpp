#include "app/domain/event.h"
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

template <class E> concept AboutInvoice = requires(const E& e) { e.invoice; };
template <class E> concept AboutKey = requires(const E& e) { e.key; } && !std::is_same_v<E, SettingChanged>;

} // namespace

QString kindOf(const Event& event)
{
    static constexpr std::array names{"InvoiceTaken", "InvoiceRevised", "CreditApplied", "InvoiceCancelled", "RequestCreated", "RequestAnswered",
                                      "RequestMoved", "PageOpened", "OwnerChose", "SheetPrinted", "PaymentBooked", "CounterLocked", "CounterUnlocked",
                                      "OnAccountGranted", "KeyTaken", "KeyHung", "KeyReleased", "KeyReturned", "TaskRaised", "TaskDone",
                                      "SettlementWritten", "SettlementAnswered", "SettingChanged", "RefundWanted", "RefundMoved", "MailQueued",
                                      "MailMoved", "IntakeUndone", "NoteAdded", "ReminderSet", "ReminderDone", "UserSaved", "PinChanged", "UserCameIn", "UserLeft", "PinFailed",
                                     "SettingProposed", "SettingDecided", "PickupCodeIssued", "PickupCodeTried", "VehicleCorrected", "KeyAssigned", "KeyLeft", "KeyCorrected",
                                     "InvoiceRestored", "OnAccountEnded", "RunStored", "RunUndone", "ArrivalRefused", "ArrivalSettled", "ReceiptPrinted", "DocumentKept"};
    static_assert(kPlaceOf<DocumentKept, EventKinds> == names.size());   // the last one
    Q_ASSERT(event.place() > 0);
    return QString::fromLatin1(names[event.place() - 1]);
}

QString keyOf(const Event& event)
{
    return visit(Match{
        [](const InvoiceTaken& e) { return u"invoice:"_s + e.naturalKey; },
        [](const InvoiceRevised& e) { return u"version:%1:%2"_s.arg(e.invoice.text()).arg(e.version); },
        [](const CreditApplied& e) { return u"credit:%1:%2"_s.arg(e.creditNote.text(), e.invoice.text()); },
        [](const InvoiceCancelled& e) { return e.byHand ? QString{} : u"cancelled:"_s + e.invoice.text(); },
        [](const IntakeUndone& e) { return u"undone:%1:%2"_s.arg(e.invoice.text(), e.batch.text()); },
        [](const DocumentKept& e) { return u"document:%1:%2"_s.arg(e.invoice.text(), e.sha256); },
        [](const RequestCreated& e) { return u"request:"_s + e.request.text(); },
        [](const RequestAnswered& e) { return u"answer:%1:%2"_s.arg(e.request.text(), codeOf(e.state)); },
        [](const PageOpened& e) { return u"opened:"_s + e.request.text(); },
        [](const SheetPrinted& e) { return u"sheet:%1:%2"_s.arg(e.request.text()).arg(e.copy); },
        [](const ReceiptPrinted& e) { return u"receipt:%1:%2"_s.arg(e.payment.text()).arg(e.copy); },
        [](const PaymentBooked& e) { return u"payment:"_s + e.sourceKey; },
        [](const KeyTaken& e) { return u"key:"_s + e.key.text(); },
        [](const TaskRaised& e) { return u"task:"_s + e.task.text(); },
        [](const TaskDone& e) { return u"task_done:"_s + e.task.text(); },
        [](const ReminderSet& e) { return u"reminder:%1:%2"_s.arg(e.reminder.text()).arg(e.turn); },
        [](const ReminderDone& e) { return u"reminder_done:"_s + e.reminder.text(); },
        [](const RefundWanted& e) { return u"refund:"_s + e.refund.text(); },
        [](const MailQueued& e) { return u"mail:"_s + e.mail.text(); },
        [](const PickupCodeIssued& e) { return u"pickup:"_s + e.salt; },
        [](const SettlementWritten& e) { return u"settlement:%1:%2"_s.arg(e.settlement.text()).arg(e.attempt); },
        [](const SettingProposed& e) { return u"proposal:"_s + e.proposal.text(); },
        [](const SettingDecided& e) { return u"proposal_end:"_s + e.proposal.text(); },
        // By time: those of the past days are one stretch of the index.
        [](const RunStored& e) { return u"arrival:%1:run:%2:%3"_s.arg(e.at.iso(), e.batch.text()).arg(e.part); },
        [](const RunUndone& e) { return u"arrival:%1:undone:%2"_s.arg(e.at.iso(), e.batch.text()); },
        [](const ArrivalRefused& e) { return u"arrival:%1:refused:%2"_s.arg(e.at.iso(), e.arrival.text()); },
        [](const ArrivalSettled& e) { return u"arrival:%1:settled:%2"_s.arg(e.at.iso(), e.arrival.text()); },
        [](const auto&) { return QString{}; }}, event);
}

InvoiceId invoiceOf(const Event& event)
{
    return visit([](const auto& e) -> InvoiceId {
        if constexpr (AboutInvoice<std::decay_t<decltype(e)>>) return e.invoice;
        else return {};
    }, event);
}

KeyId keyIdOf(const Event& event)
{
    return visit([](const auto& e) -> KeyId {
        if constexpr (AboutKey<std::decay_t<decltype(e)>>) return e.key;
        else return {};
    }, event);
}

} // namespace tresen::domain
