#include "app/domain/mail_rules.h"
#include "app/core/limits.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

// Letters, digits and a few signs are all a Message-ID may hold (RFC 5322, 3.6.4).
QString messageIdOf(const MailId& mail, const Policy& policy)
{
    QString left;
    for (const QChar c : mail.text()) left += (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-' ? c : u'.';
    return left.left(100) + u'@' + (policy.mailDomain.isEmpty() ? u"tresen.invalid"_s : policy.mailDomain);
}

MailQueued queued(const OpenItem& item, const MailId& id, MailKind kind, const QString& to, const QString& language, const QString& about, const Policy& policy)
{
    return MailQueued{id, item.id, kind, to, language, messageIdOf(id, policy), about};
}

MailMoved moved(const OpenItem& item, const Mail& mail, MailState state, const QString& detail, int attempt)
{
    return MailMoved{mail.id, item.id, state, detail.left(limits::kMaxMailReply), attempt};
}

void raise(const OpenItem& item, const Mail& mail, const QString& kind, std::vector<Event>& events)
{
    const TaskId task{u"%1:%2"_s.arg(kind, mail.id.text())};
    if (!item.tasksEver.contains(task.text())) events.push_back(TaskRaised{task, item.id, kind, mail.to, Money::cents(0, item.due.currency())});
}

bool tellsOwner(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Cash:
    case PaymentKind::CardTerminal:
    case PaymentKind::Online:
    case PaymentKind::BankTransfer:
    case PaymentKind::RefundOnline:
    case PaymentKind::RefundCash:
    case PaymentKind::RefundCard: return true;
    case PaymentKind::Chargeback:
    case PaymentKind::ChargebackReversed:
    case PaymentKind::WriteOff:
    case PaymentKind::Correction:
    case PaymentKind::RefundBounced: return false;
    }
    Q_UNREACHABLE();
}

} // namespace

bool isMailAddress(const QString& v)
{
    const auto at = v.indexOf(u'@');
    if (v.size() > limits::kMaxMailAddress || at < 1 || at != v.lastIndexOf(u'@') || v.indexOf(u'.', at) <= at + 1 || v.endsWith(u'.')) return false;
    return std::none_of(v.begin(), v.end(), [](QChar c) { return c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format || u"<>()[]\\,;:\""_s.contains(c); });
}

QString languageOfOwner(const OpenItem& item)
{
    return item.mails.empty() ? ownerLanguage(item.country) : item.mails.back().language;
}

Result<std::vector<Event>> decideRequestMail(const OpenItem& item, const RequestMail& command, const Policy& policy)
{
    if (!policy.mail) return Error{Fault::Refused, u"mail.not_configured"_s, {}};
    const auto to = command.to.trimmed().isEmpty() ? item.email : command.to.trimmed();
    if (to.isEmpty()) return Error{Fault::Refused, u"mail.no_address"_s, {}};
    if (!isMailAddress(to)) return Error{Fault::Refused, u"mail.address"_s, to};
    const auto* r = item.findRequest(command.request);
    if (!r || !r->live()) return Error{Fault::Refused, u"request.none"_s, item.number};
    if (r->state != RequestState::Open) return Error{Fault::Conflict, u"request.under_way"_s, codeOf(r->state)};
    const auto before = std::count_if(item.mails.begin(), item.mails.end(), [&](const Mail& m) { return m.kind == MailKind::Request && m.about == r->id.text(); });
    const MailId id{u"request:%1:%2"_s.arg(r->id.text()).arg(before + 1)};
    return std::vector<Event>{queued(item, id, MailKind::Request, to, command.language.isEmpty() ? languageOfOwner(item) : command.language, r->id.text(), policy)};
}

Result<MailQueued> pickupMail(const OpenItem& item, const QString& salt, const QString& to, const QString& language, const Policy& policy)
{
    if (!policy.mail) return Error{Fault::Refused, u"mail.not_configured"_s, {}};
    const auto address = to.trimmed().isEmpty() ? item.email : to.trimmed();
    if (address.isEmpty()) return Error{Fault::Refused, u"mail.no_address"_s, {}};
    if (!isMailAddress(address)) return Error{Fault::Refused, u"mail.address"_s, address};
    return queued(item, MailId{u"pickup:"_s + salt}, MailKind::PickupCode, address, language.isEmpty() ? languageOfOwner(item) : language, salt, policy);
}

std::vector<Event> mailsFor(const OpenItem& item, const std::vector<Event>& events, const Policy& policy)
{
    std::vector<Event> out;
    if (!policy.mail || !policy.confirmByMail || !isMailAddress(item.email)) return out;
    for (const auto& event : events) {
        const auto* booked = event.as<PaymentBooked>();
        if (!booked || !tellsOwner(booked->kind)) continue;
        const auto kind = booked->amount.isPositive() ? MailKind::Confirmation : MailKind::Refund;
        const MailId id{(kind == MailKind::Confirmation ? u"paid:"_s : u"refunded:"_s) + booked->sourceKey};
        if (!item.findMail(id)) out.push_back(queued(item, id, kind, item.email, languageOfOwner(item), booked->sourceKey, policy));
    }
    return out;
}

Result<std::vector<Event>> decideMailAgain(const OpenItem& item, const MailId& id, const QString& to, const Policy& policy)
{
    if (!policy.mail) return Error{Fault::Refused, u"mail.not_configured"_s, {}};
    const auto* old = item.findMail(id);
    if (!old) return Error{Fault::NotFound, u"mail.none"_s, id.text()};
    if (old->state == MailState::Queued || old->state == MailState::Sending || old->state == MailState::Deferred) return Error{Fault::Conflict, u"mail.waits"_s, old->to};
    if (old->kind == MailKind::PickupCode) return Error{Fault::Refused, u"pickup.again"_s, {}};
    const auto address = to.trimmed().isEmpty() ? old->to : to.trimmed();
    if (!isMailAddress(address)) return Error{Fault::Refused, u"mail.address"_s, address};
    const auto base = old->id.text().section(u"#again"_s, 0, 0);
    const auto times = std::count_if(item.mails.begin(), item.mails.end(), [&](const Mail& m) { return m.id.text().startsWith(base + u"#again"_s); });
    auto again = queued(item, MailId{u"%1#again%2"_s.arg(base).arg(times + 1)}, old->kind, address, old->language, old->about, policy);
    // To whom it may have reached already it is the same message, and his mail program can tell.
    if (address == old->to) again.messageId = old->messageId;
    std::vector<Event> events{again};
    for (const auto& task : item.tasks)
        if ((task.kind == u"mail.failed" || task.kind == u"mail.unclear") && task.id.text().endsWith(old->id.text())) events.push_back(TaskDone{task.id, item.id, u"mail"_s});
    return events;
}

Result<std::vector<Event>> decideMailTaken(const OpenItem& item, const MailId& id, Instant now)
{
    const auto* mail = item.findMail(id);
    if (!mail) return Error{Fault::NotFound, u"mail.none"_s, id.text()};
    switch (mail->state) {
    case MailState::Queued:
    case MailState::Deferred: return std::vector<Event>{moved(item, *mail, MailState::Sending, {}, mail->attempt + 1)};
    case MailState::Sending: {
        if (qAbs(now.ms - mail->at.ms) < limits::kMailLeaseMs) return Error{Fault::Conflict, u"mail.sending"_s, mail->to};
        std::vector<Event> events{moved(item, *mail, MailState::Unclear, u"interrupted"_s, mail->attempt)};
        raise(item, *mail, u"mail.unclear"_s, events);
        return events;
    }
    case MailState::Sent: return Error{Fault::Conflict, u"mail.sent"_s, mail->to};
    case MailState::Unclear:
    case MailState::Failed: return Error{Fault::Conflict, u"mail.ended"_s, mail->to};
    }
    Q_UNREACHABLE();
}

Result<std::vector<Event>> decideMailRecalled(const OpenItem& item, const MailId& id)
{
    const auto* mail = item.findMail(id);
    if (!mail) return Error{Fault::NotFound, u"mail.none"_s, id.text()};
    if (mail->state != MailState::Queued || mail->attempt > 0) return Error{Fault::Conflict, u"undo.too_late"_s, {}};
    return std::vector<Event>{moved(item, *mail, MailState::Failed, u"recalled"_s, 0)};
}

bool isRecalled(const Mail& mail)
{
    return mail.state == MailState::Failed && mail.detail == u"recalled";
}

std::vector<Event> decideMailSent(const OpenItem& item, const MailId& id, const QString& reply)
{
    const auto* mail = item.findMail(id);
    if (!mail || mail->state == MailState::Sent) return {};
    return {moved(item, *mail, MailState::Sent, reply, mail->attempt)};
}

std::vector<Event> decideMailFailed(const OpenItem& item, const MailId& id, Fault fault, const QString& detail)
{
    const auto* mail = item.findMail(id);
    if (!mail || mail->state != MailState::Sending) return {};
    if (fault == Fault::Unreachable && mail->attempt < limits::kMailAttempts) return {moved(item, *mail, MailState::Deferred, detail, mail->attempt)};
    const bool unclear = fault == Fault::Timeout;
    std::vector<Event> events{moved(item, *mail, unclear ? MailState::Unclear : MailState::Failed, detail, mail->attempt)};
    raise(item, *mail, unclear ? u"mail.unclear"_s : u"mail.failed"_s, events);
    return events;
}

bool takesMail(const std::vector<Event>& events)
{
    return std::any_of(events.begin(), events.end(), [](const Event& e) {
        const auto* m = e.as<MailMoved>();
        return m && m->state == MailState::Sending;
    });
}

} // namespace tresen::domain
