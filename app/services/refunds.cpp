#include "app/services/refunds.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/services/mail_tasks.h"
#include "app/services/portal_tasks.h"
#include "app/services/snapshot_decision.h"
#include <QtConcurrentRun>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

bool takenAtCounter(const domain::Payment& p)
{
    return p.kind == domain::PaymentKind::Cash || p.kind == domain::PaymentKind::CardTerminal;
}

} // namespace

struct Refunds::Run {
    RefundRequest request;
    Done<RefundDone> done;
    bool atCounter = false;
    QString method;                                // of the payment that goes back
    std::vector<ports::OutboxTask> tasks;
    RefundDone result;
    QString receiptNumber;
};

Refunds::Refunds(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Portals& portals, ports::PaperPrinter& paper, Settings& settings, const Clock& clock,
                 QString documentFolder, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_portals{portals}, m_paper{paper}, m_settings{settings}, m_clock{clock}, m_folder{std::move(documentFolder)}
{
}

std::vector<RefundOffer> Refunds::offers(const domain::OpenItem& item) const
{
    std::vector<RefundOffer> out;
    for (const auto& p : item.payments) {
        if (!p.amount.isPositive() || (p.kind != domain::PaymentKind::Online && !takenAtCounter(p))) continue;
        RefundOffer offer{p, domain::refundable(item, p), true, true, {}};
        if (p.kind == domain::PaymentKind::Online) {
            const auto* r = item.findRequest(p.request);
            auto* portal = r ? m_portals.find(r->portal) : nullptr;
            const auto can = portal ? portal->capabilities() : ports::PortalCapabilities{};
            offer.parts = can.partialRefunds;
            offer.byFetch = can.refundsByFetch;
            const bool unclear = std::any_of(item.refunds.begin(), item.refunds.end(), [&](const domain::Refund& f) { return f.payment == p.sourceKey && f.state == domain::RefundState::Unclear; });
            if (!can.refunds) offer.refusal = u"refund.unavailable"_s;
            else if (unclear) offer.refusal = u"refund.unclear"_s;
        }
        if (offer.refusal.isEmpty() && !offer.left.isPositive()) offer.refusal = u"refund.exceeds"_s;
        out.push_back(std::move(offer));
    }
    return out;
}

void Refunds::giveBack(const RefundRequest& request, Done<RefundDone> done)
{
    auto run = std::make_shared<Run>();
    run->request = request;
    run->done = std::move(done);
    run->result.amount = request.amount;
    const auto key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto decide = [this, run, key](const ports::Situation& s) -> Result<ports::Decision> {
        const auto& r = run->request;
        const auto second = s.agreedName(r.secondPerson), user = s.actingName(m_user);
        const auto* item = s.item(r.invoice);
        if (!item) return unknownInvoiceError(r.invoice);
        const auto policy = Settings::policyOf(s.settings);
        const auto* payment = item->findPayment(r.payment);
        run->atCounter = payment && takenAtCounter(*payment);
        run->method = payment ? payment->method : QString{};
        ports::Decision d;
        if (run->atCounter) {
            const auto own = u"B-%1"_s.arg(s.lastReceipt + 1, 6, 10, QChar{u'0'});
            auto events = domain::decideCounterRefund(*item, {domain::PaymentId{r.refund.text()}, r.payment, r.amount, r.reason, second, r.receiptNumber, own}, user, policy);
            if (!events) return events.error();
            d.events = std::move(events).value();
            run->receiptNumber = d.events.front().as<domain::PaymentBooked>()->receiptNumber;
            for (auto& answered : domain::tasksAnsweredBy(*item, r.payment, r.task)) d.events.push_back(std::move(answered));
        } else {
            const auto* paidBy = payment ? item->findRequest(payment->request) : nullptr;
            auto* portal = paidBy ? m_portals.find(paidBy->portal) : nullptr;
            if (!portal || !portal->capabilities().refunds) return Error{Fault::Refused, u"refund.unavailable"_s, paidBy ? paidBy->portal : QString{}};
            auto events = domain::decideRefund(*item, {r.refund, key, r.payment, r.amount, r.reason, second, r.task, portal->capabilities().partialRefunds}, user, policy);
            if (!events) return events.error();
            d.events = std::move(events).value();
            for (const auto& e : d.events)
                if (const auto* wanted = e.as<domain::RefundWanted>()) d.outbox.push_back(refundTask(*item, *wanted));
        }
        run->tasks = d.outbox;
        const auto mails = withMails(d, *item, policy);
        run->tasks.insert(run->tasks.end(), mails.begin(), mails.end());
        return d;
    };
    auto subject = snapshotSubject(request.invoice);
    subject.right = domain::Right::GiveBack;
    subject.agreedBy = request.agreed.use();
    onReady(m_journal.decide(subject, decide), this, [this, run](const Result<ports::Appended>& appended) { wanted(run, appended); });
}

void Refunds::wanted(std::shared_ptr<Run> run, const Result<ports::Appended>& appended)
{
    if (!appended) return run->done(appended.error());
    crashPoint("refund.wanted");
    m_feed.publish(appended.value());
    const ports::OutboxTask* first = nullptr;
    for (const auto& task : run->tasks) {
        if (task.kind == refundKind()) first = &task;
        else m_outbox.run(task, [](const Result<Ok>&) {});
    }
    if (!first) return slip(run);
    m_outbox.run(*first, [this, run](const Result<Ok>&) { slip(run); });   // whatever it says now: what became of it is read from the journal
}

void Refunds::slip(std::shared_ptr<Run> run)
{
    onReady(m_journal.detail(run->request.invoice), this, [this, run](const Result<ports::ItemDetail>& detail) {
        if (!detail) return run->done(detail.error());
        const auto& item = detail.value().item;
        const auto* refund = item.findRefund(run->request.refund);
        if (!run->atCounter && !refund) return run->done(Error{Fault::Internal, u"refund.none"_s, {}});
        if (refund && refund->state == domain::RefundState::Failed) return run->done(Error{Fault::Refused, u"refund.failed"_s, refund->detail});
        run->result.pending = refund && refund->underWay();
        ports::ReceiptContent c;
        c.language = run->request.language;
        c.workshop = m_settings.letterhead(c.language);
        c.receiptNumber = run->atCounter ? run->receiptNumber : u"E-"_s + run->request.refund.text().left(8).toUpper();
        c.till = m_settings.value(u"desk.name"_s);
        c.cashier = m_user;
        c.invoiceNumber = item.number;
        c.plate = item.plate;
        c.vehicle = item.vehicle;
        c.at = m_clock.now();
        c.method = run->atCounter ? run->method : u"online"_s;
        c.externalReceipt = run->request.receiptNumber.trimmed();
        c.refund = true;
        c.pending = run->result.pending;
        c.reason = run->request.reason.trimmed();
        c.paid = c.tendered = run->request.amount;
        c.change = domain::Money::cents(0, run->request.amount.currency());
        c.openAfter = item.open();
        c.openBefore = item.open();
        c.training = m_settings.training();
        onReady(m_paper.receipt(c), this, [this, run](const Result<ports::PaperDocument>& paper) {
            if (!paper) {
                run->result.slipError = paper.error();   // the refund stands
                return run->done(run->result);
            }
            run->result.slip = paper.value().pdf;
            const auto file = u"%1/erstattung-%2.pdf"_s.arg(m_folder, run->request.refund.text().left(36));
            const auto write = [folder = m_folder, file, pdf = run->result.slip]() -> Result<Ok> {
                const auto made = files::makePrivateFolder(folder);
                return made ? files::writeAtomically(file, pdf) : made;
            };
            onReady(QtConcurrent::run(write), this, [run, file](const Result<Ok>& written) {
                if (written) run->result.file = file;
                else run->result.slipError = written.error();
                run->done(run->result);
            });
        });
    });
}

bool Refunds::needsPerson(const domain::Refund& refund) const
{
    if (refund.state == domain::RefundState::Unclear) return true;
    const auto* portal = m_portals.find(refund.portal);
    return refund.state == domain::RefundState::Pending && portal && !portal->capabilities().refundsByFetch;
}

void Refunds::check(const domain::InvoiceId& invoice, const domain::RefundCheck& check, Done<Ok> done, const Agreement& agreed)
{
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    const auto decide = [this, invoice, check, tasks](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoiceError(invoice);
        const auto policy = Settings::policyOf(s.settings);
        auto seen = check;
        seen.secondPerson = s.agreedName(check.secondPerson);
        auto events = domain::decideRefundChecked(*item, seen, s.actingName(m_user), policy);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        // What the person saw is the answer: the order is not sent again.
        if (const auto* refund = item->findRefund(check.refund)) d.outboxDone << refundTaskKey(refund->idempotencyKey);
        *tasks = withMails(d, *item, policy);
        return d;
    };
    auto subject = snapshotSubject(invoice);
    subject.right = domain::Right::GiveBack;
    subject.agreedBy = agreed.use();
    onReady(m_journal.decide(subject, decide), this, [this, tasks, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        for (const auto& task : *tasks) m_outbox.run(task, [](const Result<Ok>&) {});
        done(Ok{});
    });
}

} // namespace tresen::services
