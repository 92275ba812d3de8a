// Words for mails and for what somebody has to look at.
#include "ui/common/money_text.h"
#include "ui/common/wording.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

QString Wording::mailState(domain::MailState state)
{
    using domain::MailState;
    switch (state) {
    case MailState::Queued: return tr("waits", "state of a mail");
    case MailState::Sending: return tr("is being sent", "state of a mail");
    case MailState::Deferred: return tr("is tried again", "state of a mail");
    case MailState::Sent: return tr("sent", "state of a mail");
    case MailState::Unclear: return tr("unclear", "state of a mail");
    case MailState::Failed: return tr("failed", "state of a mail");
    }
    Q_UNREACHABLE();
}

QString Wording::mailKind(domain::MailKind kind)
{
    switch (kind) {
    case domain::MailKind::Request: return tr("Request", "kind of mail");
    case domain::MailKind::Confirmation: return tr("Confirmation", "kind of mail");
    case domain::MailKind::Refund: return tr("Refund", "kind of mail");
    case domain::MailKind::PickupCode: return tr("Pickup code", "kind of mail");
    }
    Q_UNREACHABLE();
}

QString Wording::serverWords(const QString& detail)
{
    const auto code = detail.section(u' ', 0, 0);
    return knows(code) ? reason(code, detail.section(u' ', 1)) : detail;
}

QString Wording::changeOf(const QString& detail)
{
    const auto parts = detail.split(u" -> "_s);
    if (parts.size() != 2) return detail;
    const auto before = domain::parseMoney(parts[0]), after = domain::parseMoney(parts[1]);
    return before && after ? u"%1 \u2192 %2"_s.arg(moneyText(before.value()), moneyText(after.value())) : detail;
}

QString Wording::task(const QString& kind)
{
    if (kind == u"payment.double") return tr("Paid twice", "task");
    if (kind == u"payment.late") return tr("Paid late", "task");
    if (kind == u"payment.wrong_amount" || kind == u"payment.amount") return tr("Other amount", "task");
    if (kind == u"payment.chargeback") return tr("Charged back", "task");
    if (kind == u"payment.vanished") return tr("Payment gone", "task");
    if (kind == u"payment.changed") return tr("Payment changed", "task");
    if (kind == u"payment.currency") return tr("Other currency", "task");
    if (kind == u"payment.forced") return tr("Booked anyway", "task");
    if (kind == u"refund.failed") return tr("Refund failed", "task");
    if (kind == u"refund.no_answer") return tr("Refund unclear", "task");
    if (kind == u"mail.failed") return tr("Mail failed", "task");
    if (kind == u"mail.unclear") return tr("Mail unclear", "task");
    if (kind == u"portal.wrong_link") return tr("Foreign link", "task");
    if (kind == u"portal.test_mode") return tr("Test payment", "task");
    if (kind == u"payee.differs") return tr("Other account", "task");
    if (kind == u"cancelled.revised") return tr("Cancelled?", "task");
    if (kind == u"payee.factoring") return tr("Claim sold?", "task");
    if (kind == u"amount.changed") return tr("Amount changed", "task");
    if (kind == u"invoice.corrected") return tr("Corrected", "task");
    if (kind == u"vehicle.moved") return tr("Taken off a key", "task");
    if (kind == u"claim.two_ways") return tr("Came twice", "task");
    if (kind == u"claim.asked_twice") return tr("Asked twice", "task");
    if (kind == u"order.closed") return tr("Order closed", "task");
    if (kind == u"reminder.due") return tr("Reminder", "task");
    if (kind == u"plate.missing") return tr("No vehicle", "task");
    if (kind == u"totals.pdf_differs") return tr("Page says otherwise", "task");
    if (kind.startsWith(u"sum.") || kind == u"amount.repeated") return tr("Sums differ", "task");
    if (kind == u"amount.ambiguous") return tr("Two readings", "task");
    if (kind == u"datev.paid") return tr("Paid already?", "task");
    return tr("To be checked", "task");
}

Look Wording::lookOfTask(const QString& kind)
{
    if (kind == u"payment.double" || kind == u"payment.late" || kind == u"payment.wrong_amount") return Look::Overpaid;
    if (kind == u"payment.chargeback") return Look::Reversed;
    if (kind == u"mail.unclear" || kind == u"refund.no_answer" || kind == u"payment.vanished" || kind == u"payment.changed" || kind == u"payment.currency" || kind == u"payment.amount") return Look::Unknown;
    if (kind == u"refund.failed" || kind == u"mail.failed" || kind == u"portal.wrong_link") return Look::Refused;
    return Look::Notice;
}

} // namespace tresen::ui
