#include "ui/board/story.h"
#include "app/domain/intake_rules.h"
#include "app/domain/reminder_rules.h"
#include "app/services/documents.h"
#include "ui/common/money_text.h"
#include "ui/common/wording.h"
#include <QLocale>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString byWhom(const domain::Recorded& entry)
{
    QStringList parts;
    for (const auto& part : {entry.by.user, entry.by.desk})
        if (!part.isEmpty()) parts << part;
    return parts.join(u" · "_s);
}

// A reason, and who stands behind it: whoever gave it, and the second person where there was one.
QString withWho(const QString& reason, const QString& who, const QString& agreedBy)
{
    return reason + u" · "_s + who + (agreedBy.isEmpty() ? QString{} : u", "_s + agreedBy);
}

QString withForm(const QString& text, const QString& form)
{
    const auto words = Wording::form(form);
    return words.isEmpty() ? text : text + u" · "_s + words;
}

// What reading found, as far as no task tells it: tasks stand in the story themselves.
QString withHints(const QString& text, const QStringList& notices)
{
    QStringList parts{text};
    for (const auto& code : notices)
        if (!domain::needsLook(code) && Wording::knows(code)) parts << Wording::reason(code);
    return parts.join(u" · "_s);
}

Look lookOfPayment(domain::PaymentKind kind)
{
    return kind == domain::PaymentKind::Chargeback || kind == domain::PaymentKind::RefundOnline || kind == domain::PaymentKind::RefundCash ? Look::Reversed : Look::Paid;
}

} // namespace

TimelineEntry Story::toldCorrection(const domain::VehicleCorrected& e, Instant at, const QString& who)
{
    QStringList sub{e.vehicle.plate.isEmpty() ? e.vehicle.vin : e.vehicle.plate};
    for (const auto& further : e.further) sub << (further.plate.isEmpty() ? further.vin : further.plate);
    if (!e.payer.name.isEmpty()) sub << tr("%1 pays").arg(e.payer.name);
    sub << who;
    sub.removeAll({});
    return TimelineEntry{at, e.confirmed ? tr("Vehicle data confirmed") : tr("Vehicle data put right"), sub.join(u" · "_s), Look::Accepted};
}

std::optional<TimelineEntry> Story::toldChoice(const domain::OwnerChose& e, Instant at)
{
    switch (e.choice) {
    case domain::OwnerChoice::Counter: return TimelineEntry{at, tr("Owner pays at the counter"), tr("Pay page"), Look::Requested};
    case domain::OwnerChoice::Account: return TimelineEntry{at, tr("Owner asks to pay on account"), tr("Pay page"), Look::OnAccount};
    case domain::OwnerChoice::Online:
    case domain::OwnerChoice::None: return {};
    }
    return {};
}

std::optional<TimelineEntry> Story::line(const domain::Recorded& entry)
{
    using namespace domain;
    using Line = std::optional<TimelineEntry>;
    const auto at = [&](const QString& text, const QString& sub, Look look) { return Line{TimelineEntry{entry.at, text, sub, look}}; };
    const auto who = byWhom(entry);
    return visit(Match{
        [&](const InvoiceTaken& e) { return at(tr("Invoice taken over"), withHints(withForm(e.system + u" · "_s + e.record.number, e.form), e.notices), Look::Open); },
        [&](const InvoiceRevised& e) { return at(tr("New version %1 of the invoice").arg(e.version), withHints(withForm(moneyText(amountToAskFor(e.record).value_or(Money{})), e.form), e.notices), Look::Notice); },
        [&](const DocumentKept& e) { return at(tr("Document kept"), e.name, Look::Notice); },
        [&](const CreditApplied& e) { return at(tr("Credit note %1 set off").arg(e.creditNumber), moneyText(e.amount), Look::Cancelled); },
        [&](const InvoiceCancelled& e) { return at(tr("Cancelled in the workshop system"), e.byHand ? withWho(e.reason, who, e.agreedBy) : e.reason, Look::Cancelled); },
        [&](const InvoiceRestored& e) { return at(tr("Not cancelled after all"), withWho(e.reason, who, {}), Look::Notice); },
        [&](const OnAccountEnded& e) { return e.undone ? at(tr("Release on account taken back"), who, Look::Cancelled) : at(tr("No longer on account"), withWho(e.reason, who, {}), Look::Notice); },
        [&](const VehicleCorrected& e) { return Line{toldCorrection(e, entry.at, who)}; },
        [&](const KeyAssigned& e) { return e.place == 0 ? at(tr("Hangs on another key now"), who, Look::Notice) : at(tr("Key of a further vehicle"), who, Look::Notice); },
        [&](const KeyCorrected& e) { return at(tr("Key now known as %1").arg(e.plate.isEmpty() ? e.vin : e.plate), who, Look::Notice); },
        [&](const NoteAdded& e) { return at(tr("Note by %1").arg(who), e.text, Look::Notice); },
        [&](const ReminderSet& e) { return at(tr("Reminder for %1").arg(QLocale{}.toString(e.due.local(), QLocale::ShortFormat)), u"%1 · %2"_s.arg(e.text, who), Look::Notice); },
        [&](const ReminderDone&) { return at(tr("Reminder done"), who, Look::Accepted); },
        [&](const IntakeUndone&) { return at(tr("Taken back with its run"), who, Look::Cancelled); },
        [&](const RequestCreated& e) { return at(tr("Request created, sheet %1").arg(e.number), who, Look::Requested); },
        [&](const RequestAnswered& e) {
            if (e.state == RequestState::Open) return Line{};   // the creation says it already
            return e.state == RequestState::Failed ? at(tr("The portal refused the request"), e.detail, Look::Refused) : at(tr("No answer to the request"), e.detail, Look::Unknown);
        },
        [&](const RequestMoved& e) {
            switch (e.state) {
            case RequestState::InFlight: return e.why == u"silent" ? at(tr("The portal does not answer"), {}, Look::Unknown) : at(tr("Online payment started"), tr("Portal"), Look::Running);
            case RequestState::Authorized: return at(tr("Payment promised by the portal"), tr("Portal"), Look::Running);
            case RequestState::Cancelled: return e.why == u"counter" ? Line{} : at(tr("Pay link closed"), who, Look::Cancelled);
            case RequestState::Open: return e.why == u"kept" ? at(tr("Withdrawal taken back"), who, Look::Requested) : Line{};
            case RequestState::Expired: return at(tr("Pay link expired"), tr("Portal"), Look::Notice);
            default: return Line{};
            }
        },
        [&](const PageOpened&) { return at(tr("Pay page opened"), tr("Portal"), Look::Requested); },
        [&](const OwnerChose& e) { return toldChoice(e, entry.at); },
        [&](const SheetPrinted& e) { return e.copy == 0 ? at(tr("Sheet of the request made"), who, Look::Requested) : at(tr("Copy %1 of the sheet made").arg(e.copy), who, Look::Requested); },
        [&](const ReceiptPrinted& e) { return at(tr("Copy %1 of the receipt made").arg(e.copy), who, Look::Accepted); },
        [&](const PaymentBooked& e) {
            const auto how = Wording::method(e.method) + (e.receiptNumber.isEmpty() ? QString{} : u" · "_s + e.receiptNumber);
            const auto why = e.note.isEmpty() ? how : u"%1 · %2 · %3"_s.arg(how, e.note, who);
            if (e.amount.isNegative()) return at(tr("Money went back, %1").arg(moneyText(e.amount)), why, lookOfPayment(e.kind));
            return at(e.kind == PaymentKind::Online ? tr("Paid online, %1").arg(moneyText(e.amount)) : tr("Paid, %1").arg(moneyText(e.amount)), how, lookOfPayment(e.kind));
        },
        [&](const OnAccountGranted& e) {
            const auto due = e.due.isValid() ? tr("due %1").arg(QLocale{}.toString(e.due, QLocale::ShortFormat)) : who;
            return at(tr("Released on account"), e.reason.isEmpty() ? due : u"%1 · %2"_s.arg(due, withWho(e.reason, who, e.agreedBy)), Look::OnAccount);
        },
        [&](const KeyHung& e) { return e.hook.isEmpty() ? at(tr("Key taken off its hook"), who, Look::Notice) : at(tr("Key on hook %1").arg(e.hook), who, Look::Accepted); },
        [&](const KeyReleased& e) {
            QStringList sub{e.overrideReason.isEmpty() ? who : e.agreedBy.isEmpty() ? e.overrideReason : tr("%1 · agreed by %2").arg(e.overrideReason, e.agreedBy)};
            if (e.rule == u"code") sub << tr("with the owner's code");
            if (!e.signature.isEmpty()) sub << tr("signed");
            else if (!e.unsignedWhy.isEmpty()) sub << tr("not signed: %1").arg(e.unsignedWhy);
            auto line = at(tr("Key handed to %1").arg(e.to), sub.join(u" · "_s), Look::HandedOver);
            line->signature = e.signature;
            line->signatureFile = e.signatureFile;
            return line;
        },
        [&](const PickupCodeIssued& e) { return at(e.way == u"mail" ? tr("Pickup code for somebody else, by mail") : tr("Pickup code for somebody else, on paper"), who, Look::Requested); },
        [&](const PickupCodeTried& e) { return e.right ? Line{} : at(tr("Wrong pickup code"), who, Look::Refused); },
        [&](const KeyReturned& e) { return at(tr("Key came back"), e.reason.isEmpty() ? who : e.reason, Look::Notice); },
        [&](const SettlementWritten& e) { return at(tr("Given back to the workshop system"), e.file, Look::Accepted); },
        [&](const SettlementAnswered& e) { return e.accepted ? at(tr("Taken over by the workshop system"), {}, Look::Accepted) : at(tr("Refused by the workshop system"), e.text, Look::Refused); },
        [](const auto&) { return Line{}; }}, entry.event);
}

std::optional<TimelineEntry> Story::lineOfMail(const domain::MailMoved& e, Instant at, const Mails& mails)
{
    using domain::MailState;
    const auto queued = mails.constFind(e.mail.text());
    if (queued == mails.cend()) return std::nullopt;
    const auto kind = Wording::mailKind(queued->kind);
    switch (e.state) {
    case MailState::Sent: return TimelineEntry{at, tr("%1 sent by mail").arg(kind), queued->to, Look::Accepted};
    case MailState::Failed:
        if (e.detail == u"recalled") return TimelineEntry{at, tr("%1 by mail taken back before it left").arg(kind), queued->to, Look::Cancelled};
        return TimelineEntry{at, tr("%1 by mail failed").arg(kind), u"%1 · %2"_s.arg(queued->to, Wording::serverWords(e.detail)), Look::Refused};
    case MailState::Unclear: return TimelineEntry{at, tr("%1 by mail: unclear whether it left").arg(kind), queued->to, Look::Unknown};
    case MailState::Queued:
    case MailState::Sending:
    case MailState::Deferred: return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::optional<TimelineEntry> Story::lineOfTheDesk(const domain::Recorded& entry, const Mails& mails)
{
    using namespace domain;
    using Line = std::optional<TimelineEntry>;
    const auto who = byWhom(entry);
    return visit(Match{
        [&](const RefundWanted& e) {
            const auto second = e.secondPerson.isEmpty() ? QString{} : u" · "_s + e.secondPerson;
            return Line{TimelineEntry{entry.at, tr("%1 given back, the portal is asked").arg(moneyText(e.amount)), e.reason + u" · "_s + who + second, Look::Running}};
        },
        [&](const RefundMoved& e) {
            switch (e.state) {
            case RefundState::Unclear: return Line{TimelineEntry{entry.at, tr("Unclear whether it went back"), Wording::serverWords(e.detail), Look::Unknown}};
            case RefundState::Failed: return Line{TimelineEntry{entry.at, tr("Nothing went back"), e.detail.isEmpty() ? tr("Portal") : Wording::serverWords(e.detail) + u" · "_s + who, Look::Refused}};
            case RefundState::Done:   // the money itself stands there; only what a person saw is added
                return e.detail.isEmpty() ? Line{} : Line{TimelineEntry{entry.at, tr("Refund seen on the portal's page"), e.detail + u" · "_s + who, Look::Accepted}};
            case RefundState::Wanted:
            case RefundState::Pending: return Line{};
            }
            return Line{};
        },
        [&](const TaskRaised& e) {
            if (e.kind == reminderTaskKind()) return Line{TimelineEntry{entry.at, tr("The reminder is due"), e.detail, Look::Notice}};
            if (e.kind.startsWith(u"mail."_s) || e.kind.startsWith(u"refund."_s)) return Line{};   // what became of it stands there
            return Line{TimelineEntry{entry.at, Wording::reason(e.kind, e.detail.contains(u':') ? QString{} : Wording::serverWords(e.detail)), {}, Look::Notice}};
        },
        [&](const TaskDone& e) {
            const bool byItself = e.how == u"refund" || e.how == u"mail" || e.how == u"version" || e.how == u"vehicle";   // what finished it stands there
            return byItself ? Line{} : Line{TimelineEntry{entry.at, tr("Task done"), withWho(e.how, who, e.agreedBy), Look::Accepted}};
        },
        [&](const MailMoved& e) { return lineOfMail(e, entry.at, mails); },
        [](const auto&) { return Line{}; }}, entry.event);
}

std::vector<TimelineEntry> Story::tell(const std::vector<domain::Recorded>& entries)
{
    Mails mails;
    for (const auto& entry : entries)
        if (const auto* queued = entry.event.as<domain::MailQueued>()) mails.insert(queued->mail.text(), *queued);
    std::vector<TimelineEntry> out;
    for (auto it = entries.rbegin(); it != entries.rend(); ++it) {
        auto told = line(*it);
        if (!told) told = lineOfTheDesk(*it, mails);
        if (told) out.push_back(std::move(*told));
    }
    return out;
}

QStringList Story::noticesOf(const std::vector<domain::Recorded>& entries, const domain::InvoiceId& invoice)
{
    QStringList codes;
    for (const auto& entry : entries) {
        if (const auto* taken = entry.event.as<domain::InvoiceTaken>(); taken && taken->invoice == invoice) codes = taken->notices;
        if (const auto* revised = entry.event.as<domain::InvoiceRevised>(); revised && revised->invoice == invoice) codes = revised->notices;
    }
    QStringList out;
    for (const auto& code : codes)
        if (!code.startsWith(u"entered."_s) && Wording::knows(code)) out << Wording::reason(code);   // what was typed in is told by its document
    out.removeDuplicates();
    return out;
}

BoardDetail Story::detailOf(const services::InvoiceView& view, Instant now)
{
    BoardDetail d;
    d.row = view.row;
    d.timeline = tell(view.timeline);
    for (const auto& finding : view.item.toConfirm) d.found << Wording::finding(finding);
    d.notices = noticesOf(view.timeline, view.row.invoice);
    for (const auto& page : services::pagesOf(view.timeline)) d.documents << page.fileName;
    if (!view.item.payments.empty()) d.happenedAt = view.item.payments.back().at;
    if (view.row.state == domain::BoardState::HandedOver && view.key.exists()) d.happenedAt = view.key.changedAt;   // else the time belongs to the money
    d.linked.push_back({view.row.invoice, view.row.number, view.row.work, view.row.open, lookOf(view.row, now)});
    for (const auto& row : view.related)
        if (row.invoice != view.row.invoice) d.linked.push_back({row.invoice, row.number, row.work.isEmpty() ? row.vehicle : row.work, row.open, lookOf(row, now)});
    return d;
}

} // namespace tresen::ui
