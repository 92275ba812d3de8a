#include "app/domain/day_report.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

std::optional<DayNote::Kind> noteOfPayment(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::RefundOnline:
    case PaymentKind::RefundCash:
    case PaymentKind::RefundCard: return DayNote::Kind::MoneyBack;
    case PaymentKind::Chargeback: return DayNote::Kind::ChargedBack;
    case PaymentKind::WriteOff:
    case PaymentKind::Correction: return DayNote::Kind::WrittenOff;
    case PaymentKind::Cash:
    case PaymentKind::CardTerminal:
    case PaymentKind::Online:
    case PaymentKind::BankTransfer:
    case PaymentKind::ChargebackReversed:
    case PaymentKind::RefundBounced: return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace

QString codeOf(DayNote::Kind kind)
{
    switch (kind) {
    case DayNote::Kind::Override: return u"override"_s;
    case DayNote::Kind::Forced: return u"forced"_s;
    case DayNote::Kind::MoneyBack: return u"money_back"_s;
    case DayNote::Kind::ChargedBack: return u"charged_back"_s;
    case DayNote::Kind::WrittenOff: return u"written_off"_s;
    case DayNote::Kind::OnAccount: return u"on_account"_s;
    case DayNote::Kind::Cancelled: return u"cancelled"_s;
    case DayNote::Kind::Undone: return u"undone"_s;
    case DayNote::Kind::Unlocked: return u"unlocked"_s;
    case DayNote::Kind::Restored: return u"restored"_s;
    case DayNote::Kind::OffAccount: return u"off_account"_s;
    }
    Q_UNREACHABLE();
}

void DayFold::note(DayNote note)
{
    if (m_report.notes.size() < DayReport::kMaxNotes) m_report.notes.push_back(std::move(note));
    else ++m_report.moreNotes;
}

Result<Ok> DayFold::addPayment(const Recorded& entry, const PaymentBooked& payment)
{
    auto& line = m_money[{payment.kind, payment.method, payment.amount.currency().code()}];
    if (line.count == 0) line = {payment.kind, payment.method, 0, Money::cents(0, payment.amount.currency())};
    const auto sum = domain::add(line.sum, payment.amount);
    if (!sum) return sum.error();
    line.sum = sum.value();
    ++line.count;
    if (const auto kind = noteOfPayment(payment.kind)) note({*kind, entry.at, entry.by, payment.invoice, payment.amount, payment.method, payment.note});
    return Ok{};
}

Result<Ok> DayFold::add(const Recorded& entry)
{
    using Kind = DayNote::Kind;
    const auto noted = [&](Kind kind, const InvoiceId& invoice, const Money& amount, const QString& to, const QString& reason) { note({kind, entry.at, entry.by, invoice, amount, to, reason}); };
    if (const auto* e = entry.event.as<PaymentBooked>()) return addPayment(entry, *e);
    if (entry.event.is<InvoiceTaken>()) ++m_report.taken;
    else if (entry.event.is<RequestCreated>()) ++m_report.requests;
    else if (const auto* mail = entry.event.as<MailMoved>()) m_report.mails += mail->state == MailState::Sent ? 1 : 0;
    else if (const auto* key = entry.event.as<KeyReleased>()) {
        ++m_report.released;
        if (!key->overrideReason.isEmpty()) noted(Kind::Override, key->invoice, {}, key->to, key->overrideReason);
    } else if (const auto* task = entry.event.as<TaskRaised>()) {
        if (task->kind == u"payment.forced") noted(Kind::Forced, task->invoice, task->amount, {}, task->detail);
    } else if (const auto* account = entry.event.as<OnAccountGranted>()) noted(Kind::OnAccount, account->invoice, {}, {}, account->rule);
    else if (const auto* cancelled = entry.event.as<InvoiceCancelled>()) noted(Kind::Cancelled, cancelled->invoice, {}, {}, cancelled->reason);
    else if (const auto* restored = entry.event.as<InvoiceRestored>()) noted(Kind::Restored, restored->invoice, {}, {}, restored->reason);
    else if (const auto* ended = entry.event.as<OnAccountEnded>()) noted(Kind::OffAccount, ended->invoice, {}, {}, ended->reason);
    else if (const auto* undone = entry.event.as<IntakeUndone>()) noted(Kind::Undone, undone->invoice, {}, {}, {});
    else if (const auto* setting = entry.event.as<SettingChanged>()) {
        if (!setting->reason.isEmpty()) noted(Kind::Unlocked, {}, {}, setting->key, setting->reason);
    }
    return Ok{};
}

DayReport DayFold::report() const
{
    auto out = m_report;
    for (const auto& [key, line] : m_money) out.money.push_back(line);
    return out;
}

} // namespace tresen::domain
