#include "app/domain/open_item.h"
#include "app/domain/reminder_rules.h"
#include "app/domain/vehicle_fold.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

Error contradiction(const QString& detail)
{
    return Error{Fault::Corrupt, u"journal.contradiction"_s, detail};
}

void takeRecord(OpenItem& item, const Invoice& record)
{
    item.kind = kindOf(record);
    item.directDebit = isDirectDebit(record);
    item.number = record.number;
    item.issueDate = record.issueDate;
    item.dueDate = record.dueDate;
    const auto zero = Money::cents(0, record.currency);
    const auto asked = amountToAskFor(record);
    item.gross = record.gross ? *record.gross : asked.value_or(zero);
    item.due = claimOf(record);
    takeVehicles(item, record);
    takePeople(item, record);
    item.payeeIban = record.iban;
    item.preceding.clear();
    for (const auto& p : record.preceding) item.preceding << p.number;
}

TruthSource sourceOf(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Online:
    case PaymentKind::RefundOnline:
    case PaymentKind::Chargeback:
    case PaymentKind::RefundBounced:
    case PaymentKind::ChargebackReversed: return TruthSource::Portal;
    case PaymentKind::RefundCard:
    case PaymentKind::CardTerminal: return TruthSource::Terminal;
    case PaymentKind::BankTransfer: return TruthSource::Bank;
    case PaymentKind::Cash:
    case PaymentKind::RefundCash:
    case PaymentKind::WriteOff:
    case PaymentKind::Correction: return TruthSource::Desk;
    }
    Q_UNREACHABLE();
}

// Folds one entry into one item. Every overload answers an error only where the journal contradicts itself.
class ItemFold {
public:
    ItemFold(OpenItem& item, const Recorded& entry) : m_item{item}, m_entry{entry} {}

    Result<Ok> operator()(const InvoiceTaken& e)
    {
        if (m_item.exists()) return contradiction(u"taken twice: "_s + e.naturalKey);
        if (!hasOneCurrency(e.record)) return contradiction(u"mixed currencies"_s);
        m_item.id = e.invoice;
        m_item.naturalKey = e.naturalKey;
        m_item.system = e.system;
        m_item.site = e.site;
        m_item.version = 1;
        m_item.key = e.key;
        m_item.takenAt = m_entry.at;
        m_item.credited = m_item.paid = Money::cents(0, e.record.currency);
        takeRecord(m_item, e.record);
        m_item.contentHash = e.contentHash;
        m_item.takenBy = e.batch;
        news(TruthSource::Workshop);
        return Ok{};
    }
    Result<Ok> operator()(const InvoiceRevised& e)
    {
        if (e.version != m_item.version + 1) return contradiction(u"version %1 after %2"_s.arg(e.version).arg(m_item.version));
        if (e.record.currency != m_item.due.currency() || !hasOneCurrency(e.record)) return contradiction(u"currency of a version"_s);
        m_item.version = e.version;
        takeRecord(m_item, e.record);
        m_item.contentHash = e.contentHash;
        m_item.takenBy = m_item.undone ? e.batch : BatchId{};
        if (m_item.undone) {
            m_item.cancelled = m_item.undone = false;
            m_item.cancelReason.clear();
        }
        noteSettled();
        news(TruthSource::Workshop);
        return Ok{};
    }
    Result<Ok> operator()(const CreditApplied& e)
    {
        const auto sum = add(m_item.credited, e.amount);
        if (!sum) return contradiction(sum.error().code);
        m_item.credited = sum.value();
        noteSettled();
        news(TruthSource::Workshop);
        return Ok{};
    }
    Result<Ok> operator()(const InvoiceCancelled& e)
    {
        m_item.undone = m_item.cancelled = false;
        m_item.cancelledOwing = e.byHand && !moneyAllowsKey(m_item);
        m_item.cancelled = true;
        m_item.cancelReason = e.reason;
        news(e.byHand ? TruthSource::Desk : TruthSource::Workshop);
        return Ok{};
    }
    Result<Ok> operator()(const InvoiceRestored& e)
    {
        if (!m_item.cancelled || m_item.undone) return contradiction(u"not cancelled: "_s + e.invoice.text());
        m_item.cancelled = m_item.cancelledOwing = false;
        m_item.cancelReason.clear();
        news(TruthSource::Desk);
        return Ok{};
    }
    Result<Ok> operator()(const IntakeUndone&)
    {
        m_item.cancelled = m_item.undone = true;
        m_item.cancelReason = u"undone"_s;
        news(TruthSource::Desk);
        return Ok{};
    }
    Result<Ok> operator()(const VehicleCorrected& e)   // says nothing about the money
    {
        correctVehicles(m_item, e);
        return Ok{};
    }
    Result<Ok> operator()(const KeyAssigned& e)
    {
        if (e.place < 0 || static_cast<std::size_t>(e.place) > m_item.further.size()) return contradiction(u"key of vehicle %1"_s.arg(e.place));
        if (e.place == 0) {
            m_item.key = e.key;
            return Ok{};
        }
        m_item.further[static_cast<std::size_t>(e.place - 1)].key = e.key;
        if (!m_item.keysEver.contains(e.key.text())) m_item.keysEver << e.key.text();
        return Ok{};
    }
    Result<Ok> operator()(const NoteAdded&) { return Ok{}; }   // no news about the money: its age stays
    Result<Ok> operator()(const ReminderSet& e)   // these two say nothing about the money either
    {
        dropReminderTasks(e.reminder);
        const auto known = std::find_if(m_item.reminders.begin(), m_item.reminders.end(), [&](const Reminder& r) { return r.id == e.reminder; });
        const Reminder next{e.reminder, e.due, e.text, e.turn};
        if (known == m_item.reminders.end()) m_item.reminders.push_back(next);
        else *known = next;
        return Ok{};
    }
    Result<Ok> operator()(const ReminderDone& e)
    {
        dropReminderTasks(e.reminder);
        std::erase_if(m_item.reminders, [&](const Reminder& r) { return r.id == e.reminder; });
        return Ok{};
    }
    Result<Ok> operator()(const PickupCodeIssued& e)
    {
        m_item.pickup = {e.salt, e.hash, e.rounds, e.expires, 0, false};
        return Ok{};
    }
    Result<Ok> operator()(const PickupCodeTried& e)
    {
        if (!m_item.pickup.exists()) return contradiction(u"try of no code"_s);
        e.right ? void(m_item.pickup.used = true) : void(++m_item.pickup.wrong);
        return Ok{};
    }
    Result<Ok> operator()(const RequestCreated& e)
    {
        if (m_item.liveRequest()) return contradiction(u"two live requests"_s);
        PayRequest r;
        r.id = e.request;
        r.number = e.number;
        r.portal = e.portal;
        r.mode = e.mode;
        r.amount = e.amount;
        r.idempotencyKey = e.idempotencyKey;
        r.token = e.token;
        r.deskCode = e.deskCode;
        r.part = e.part;
        r.createdAt = m_entry.at;
        r.state = e.portal.isEmpty() ? RequestState::Open : RequestState::Creating;   // without a portal nobody has to agree
        m_item.requests.push_back(std::move(r));
        return Ok{};
    }
    Result<Ok> operator()(const RequestAnswered& e)
    {
        auto* r = request(e.request);
        if (!r) return contradiction(u"answer to an unknown request"_s);
        r->state = e.state;
        r->linkId = e.linkId;
        r->url = e.url;
        r->expiresAt = e.expiresAt;
        r->account = e.account;
        r->why = e.detail;
        return oneLive();
    }
    Result<Ok> operator()(const RequestMoved& e)
    {
        auto* r = request(e.request);
        if (!r) return contradiction(u"move of an unknown request"_s);
        r->state = e.state;
        r->why = e.why;
        if (e.why == u"kept") r->closeWhy.clear();
        if (e.state == RequestState::Closing) r->closeWhy = e.why;   // a wish that outlives a try to pay, see decideSnapshot()
        if (e.fetchSeq > 0) {
            r->fetchSeq = std::max(r->fetchSeq, e.fetchSeq);
            news(TruthSource::Portal);
        }
        return oneLive();
    }
    Result<Ok> operator()(const PageOpened& e)
    {
        if (auto* r = request(e.request)) r->opened = true;
        return Ok{};
    }
    Result<Ok> operator()(const OwnerChose& e)
    {
        m_item.choice = e.choice;
        return Ok{};
    }
    Result<Ok> operator()(const SheetPrinted& e)
    {
        auto* r = request(e.request);
        if (!r) return contradiction(u"sheet of an unknown request"_s);
        r->copies = std::max(r->copies, e.copy + 1);
        r->printedAt = m_entry.at;
        return Ok{};
    }
    Result<Ok> operator()(const PaymentBooked& e)
    {
        if (m_item.findPayment(e.sourceKey)) return contradiction(u"payment twice: "_s + e.sourceKey);
        const auto sum = add(m_item.paid, e.amount);
        if (!sum) return contradiction(sum.error().code);
        m_item.paid = sum.value();
        m_item.payments.push_back({e.payment, e.kind, e.amount, e.stage, e.sourceKey, e.method, e.receiptNumber, e.reverses, e.request,
                                   e.paidAt.isNull() ? m_entry.at : e.paidAt, 0});
        noteSettled();
        news(sourceOf(e.kind));
        return Ok{};
    }
    Result<Ok> operator()(const ReceiptPrinted& e)   // says nothing about the money: its age stays
    {
        const auto found = std::find_if(m_item.payments.begin(), m_item.payments.end(), [&](const Payment& p) { return p.id == e.payment; });
        if (found == m_item.payments.end()) return contradiction(u"receipt of an unknown payment"_s);
        found->copies = std::max(found->copies, e.copy);
        return Ok{};
    }
    Result<Ok> operator()(const CounterLocked& e)
    {
        m_item.lockDesk = e.desk;
        m_item.lockUntil = e.until;
        return Ok{};
    }
    Result<Ok> operator()(const CounterUnlocked&)
    {
        m_item.lockDesk.clear();
        m_item.lockUntil = {};
        return Ok{};
    }
    Result<Ok> operator()(const OnAccountGranted& e)
    {
        m_item.onAccount = true;
        m_item.onAccountRule = e.rule;
        m_item.onAccountDue = e.due;
        m_item.onAccountAt = m_entry.at;
        m_item.onAccountUpTo = m_item.open();
        news(TruthSource::Rule);
        return Ok{};
    }
    Result<Ok> operator()(const OnAccountEnded&)
    {
        m_item.onAccount = false;
        m_item.onAccountRule.clear();
        m_item.onAccountDue = {};
        m_item.onAccountAt = {};
        m_item.onAccountUpTo = {};
        news(TruthSource::Rule);
        return Ok{};
    }
    Result<Ok> operator()(const DocumentKept& e)
    {
        if (!m_item.documents.contains(e.sha256)) m_item.documents << e.sha256;
        return Ok{};
    }
    Result<Ok> operator()(const TaskRaised& e)
    {
        m_item.tasks.push_back({e.task, e.kind, e.detail, e.amount});
        m_item.tasksEver << e.task.text();
        return Ok{};
    }
    Result<Ok> operator()(const TaskDone& e)
    {
        std::erase_if(m_item.reminders, [&](const Reminder& r) { return reminderTask(r) == e.task; });
        std::erase_if(m_item.tasks, [&](const OpenTask& t) { return t.id == e.task; });
        return Ok{};
    }
    Result<Ok> operator()(const SettlementWritten& e)
    {
        const auto known = std::find_if(m_item.settlements.begin(), m_item.settlements.end(), [&](const Settlement& s) { return s.id == e.settlement; });
        if (known == m_item.settlements.end()) {
            m_item.settlements.push_back({e.settlement, e.run, e.kind, e.file, {}, e.amount, Settlement::State::Written, e.attempt});
        } else {
            known->run = e.run;
            known->file = e.file;
            known->attempt = e.attempt;
            known->text.clear();
            known->state = Settlement::State::Written;
        }
        return Ok{};
    }
    Result<Ok> operator()(const SettlementAnswered& e)
    {
        const auto known = std::find_if(m_item.settlements.begin(), m_item.settlements.end(), [&](const Settlement& s) { return s.id == e.settlement; });
        if (known == m_item.settlements.end()) return contradiction(u"answer to an unknown settlement"_s);
        known->state = e.accepted ? Settlement::State::Accepted : Settlement::State::Refused;
        known->text = e.text;
        return Ok{};
    }
    Result<Ok> operator()(const RefundWanted& e)
    {
        if (m_item.findRefund(e.refund)) return contradiction(u"refund twice: "_s + e.refund.text());
        m_item.refunds.push_back({e.refund, e.request, e.portal, e.payment, e.paymentId, {}, e.amount, e.idempotencyKey, e.reason, {}, e.task, RefundState::Wanted, m_entry.at});
        return Ok{};
    }
    Result<Ok> operator()(const RefundMoved& e)
    {
        const auto known = std::find_if(m_item.refunds.begin(), m_item.refunds.end(), [&](const Refund& r) { return r.id == e.refund; });
        if (known == m_item.refunds.end()) return contradiction(u"move of an unknown refund"_s);
        known->state = e.state;
        if (!e.portalId.isEmpty()) known->portalId = e.portalId;
        known->detail = e.detail;
        known->at = m_entry.at;
        return Ok{};
    }
    Result<Ok> operator()(const MailQueued& e)
    {
        if (m_item.findMail(e.mail)) return contradiction(u"mail twice: "_s + e.mail.text());
        m_item.mails.push_back({e.mail, e.kind, MailState::Queued, e.to, e.language, e.messageId, e.about, {}, 0, m_entry.at, m_entry.at});
        return Ok{};
    }
    Result<Ok> operator()(const MailMoved& e)
    {
        const auto known = std::find_if(m_item.mails.begin(), m_item.mails.end(), [&](const Mail& m) { return m.id == e.mail; });
        if (known == m_item.mails.end()) return contradiction(u"move of an unknown mail"_s);
        known->state = e.state;
        known->detail = e.detail;
        known->attempt = e.attempt;
        known->at = m_entry.at;
        return Ok{};
    }
    template <class E> Result<Ok> operator()(const E&) { return Ok{}; }   // about a key or a setting

private:
    // Of every turn: a task of one that was moved meanwhile is no longer wanted.
    void dropReminderTasks(const ReminderId& reminder)
    {
        const auto begin = u"reminder:%1:"_s.arg(reminder.text());
        std::erase_if(m_item.tasks, [&](const OpenTask& t) { return t.id.text().startsWith(begin); });
    }
    PayRequest* request(const RequestId& id)
    {
        const auto found = std::find_if(m_item.requests.begin(), m_item.requests.end(), [&](const PayRequest& r) { return r.id == id; });
        return found == m_item.requests.end() ? nullptr : &*found;
    }
    // A credit or a version that asks for less can be what settles it.
    void noteSettled() { m_item.wasSettled = m_item.wasSettled || (!m_item.payments.empty() && !m_item.open().isPositive()); }
    Result<Ok> oneLive() const
    {
        if (std::count_if(m_item.requests.begin(), m_item.requests.end(), [](const PayRequest& r) { return r.live(); }) > 1) return contradiction(u"two live requests"_s);
        return Ok{};
    }
    void news(TruthSource source)
    {
        m_item.source = source;
        m_item.truthAt = m_entry.at;
    }
    OpenItem& m_item;
    const Recorded& m_entry;
};

} // namespace

Result<OpenItem> apply(OpenItem item, const Recorded& entry)
{
    const auto about = invoiceOf(entry.event);
    if (about.isNull()) return item;
    const bool taking = entry.event.is<InvoiceTaken>();
    if (!taking && (!item.exists() || item.id != about)) return contradiction(u"%1 about another item"_s.arg(kindOf(entry.event)));
    const auto done = visit(ItemFold{item, entry}, entry.event);
    if (!done) return done.error();
    item.seq = entry.seq;
    return item;
}

Result<VehicleKey> apply(VehicleKey key, const Recorded& entry)
{
    const auto about = keyIdOf(entry.event);
    if (about.isNull() || entry.event.is<InvoiceTaken>()) return key;
    if (!entry.event.is<KeyTaken>() && key.id != about) return contradiction(u"%1 about another key"_s.arg(kindOf(entry.event)));
    const bool taking = entry.event.is<KeyTaken>();
    const bool leaving = entry.event.is<KeyReleased>(), returning = entry.event.is<KeyReturned>();
    const bool described = entry.event.is<KeyAssigned>() || entry.event.is<KeyLeft>() || entry.event.is<KeyCorrected>();   // the key itself stays where it is
    if ((taking && key.exists()) || (leaving && !key.here()) || (returning && key.here())) return contradiction(u"%1 of key %2"_s.arg(kindOf(entry.event), about.text()));
    visit(Match{
        [&](const KeyTaken& e) {
            key.id = e.key;
            key.plate = e.plate;
            key.vin = e.vin;
            key.vehicle = e.vehicle;
            key.takenAt = entry.at;
        },
        [&](const KeyHung& e) { key.hook = e.hook; },
        [&](const KeyReleased& e) {
            key.state = e.overrideReason.isEmpty() ? KeyState::Released : KeyState::ReleasedByOverride;
            key.to = e.to;
            key.rule = e.rule;
            key.overrideReason = e.overrideReason;
            key.hook.clear();   // the hook is free for the next key
        },
        [&](const KeyReturned&) {
            key.state = KeyState::Returned;
            key.to.clear();
            key.rule.clear();
            key.overrideReason.clear();
        },
        [&](const KeyLeft& e) {
            if (!e.last) return;
            key.dissolved = true;
            key.hook.clear();
        },
        [&](const KeyCorrected& e) {
            key.plate = e.plate;
            key.vin = e.vin;
            key.vehicle = e.vehicle;
        },
        [](const auto&) {}}, entry.event);
    if (!described) key.changedAt = entry.at;
    key.seq = entry.seq;
    return key;
}

} // namespace tresen::domain
