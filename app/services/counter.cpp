#include "app/services/counter.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/services/mail_tasks.h"
#include "app/services/portal_tasks.h"
#include <QtConcurrentRun>
#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

ports::Subject subjectOf(const domain::InvoiceId& invoice)
{
    ports::Subject s;
    s.invoices.push_back(invoice);
    s.settingKeys = policySettingKeys();
    return s;
}

ports::Subject subjectOf(const CounterRequest& r)
{
    auto s = subjectOf(r.invoice);
    if (r.method == domain::CounterMethod::Card) s.cardReceipt = r.receiptNumber.trimmed();
    return s;
}

domain::CounterCommand commandOf(const CounterRequest& r, const ports::Situation& s, const QString& ownReceipt)
{
    return {r.payment, r.method, r.amount, r.tendered, r.receiptNumber, ownReceipt, r.force, r.forceReason, r.taken, s.cardReceiptKnown, r.slipShared};
}

Error unknownInvoice(const domain::InvoiceId& invoice)
{
    return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
}

} // namespace

struct Counter::Run {
    CounterRequest request;
    Done<CounterReceipt> done;
    std::vector<ports::OutboxTask> tasks;
    domain::CounterDecision decision;
};

Counter::Counter(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, PortalSync& sync, ports::PaperPrinter& paper, Settings& settings, const Clock& clock,
                 QString documentFolder, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_sync{sync}, m_paper{paper}, m_settings{settings}, m_clock{clock},
      m_folder{std::move(documentFolder)}, m_desk{settings.value(u"desk.name"_s)}
{
}

void Counter::open(const domain::InvoiceId& invoice, Done<domain::OpenItem> done)
{
    const auto decide = [invoice, desk = m_desk](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoice(invoice);
        auto events = domain::decideCounterLock(*item, desk, s.now);
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {}};
    };
    onReady(m_journal.decide(subjectOf(invoice), decide), this, [this, invoice, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        // The portal may be silent: the dialog opens all the same and shows how old its knowledge is.
        m_sync.refresh(invoice, [this, invoice, done](const Result<Ok>&) {
            onReady(m_journal.load(subjectOf(invoice)), this, [invoice, done](const Result<ports::Situation>& s) {
                if (!s) return done(s.error());
                const auto* item = s.value().item(invoice);
                if (!item) return done(unknownInvoice(invoice));
                done(*item);
            });
        });
    });
}

void Counter::close(const domain::InvoiceId& invoice)
{
    const auto decide = [invoice, desk = m_desk](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoice(invoice);
        return ports::Decision{domain::decideCounterEnd(*item, desk), {}, {}};
    };
    onReady(m_journal.decide(subjectOf(invoice), decide), this, [this](const Result<ports::Appended>& appended) {
        if (appended) m_feed.publish(appended.value());   // a lock that stays ends by itself after limits::kCounterLockMs
    });
}

void Counter::pay(const CounterRequest& request, Done<CounterReceipt> done)
{
    auto run = std::make_shared<Run>();
    run->request = request;
    run->done = std::move(done);
    if (request.taken) return book(run);   // it has happened: there is nothing to interlock
    crashPoint("pay.before_lock");
    const auto decide = [run, desk = m_desk](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(run->request.invoice);
        if (!item) return unknownInvoice(run->request.invoice);
        auto start = domain::decideCounterStart(*item, desk, s.now, run->request.force);
        if (!start) return start.error();
        if (const auto no = domain::whyNotPayable(*item, commandOf(run->request, s, {}), Settings::policyOf(s.settings))) return *no;
        ports::Decision d{start.value().events, {}, {}};
        for (const auto& r : start.value().toCancel) d.outbox.push_back(cancelTask(*item, r));
        run->tasks = d.outbox;
        return d;
    };
    // Asked for before the link is closed: who may not take the money leaves it payable.
    auto subject = subjectOf(request);
    subject.right = request.force ? domain::Right::ChangeAmounts : domain::Right::TakeMoney;
    onReady(m_journal.decide(subject, decide), this, [this, run](const Result<ports::Appended>& appended) {
        if (!appended) return run->done(appended.error());
        crashPoint("pay.locked");
        m_feed.publish(appended.value());
        closeLink(run);
    });
}

void Counter::closeLink(std::shared_ptr<Run> run)
{
    if (run->tasks.empty()) return book(run);
    m_outbox.run(run->tasks.front(), [this, run](const Result<Ok>& closed) {   // one live request, so one link
        crashPoint("pay.link_closed");
        if (!closed && !run->request.force) return fail(run, Error{Fault::Refused, u"pay.portal_silent"_s, closed.error().code});
        book(run);
    });
}

void Counter::book(std::shared_ptr<Run> run)
{
    const auto decide = [run, desk = m_desk](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(run->request.invoice);
        if (!item) return unknownInvoice(run->request.invoice);
        const auto ownReceipt = u"B-%1"_s.arg(s.lastReceipt + 1, 6, 10, QChar{u'0'});
        const auto decision = domain::decideCounterPayment(*item, commandOf(run->request, s, ownReceipt), desk, s.now, Settings::policyOf(s.settings));
        if (!decision) return decision.error();
        run->decision = decision.value();
        ports::Decision d{decision.value().events, {}, {}};
        run->tasks = withCancels(d, *item);
        const auto mails = withMails(d, *item, Settings::policyOf(s.settings));
        run->tasks.insert(run->tasks.end(), mails.begin(), mails.end());
        return d;
    };
    crashPoint("pay.before_book");
    onReady(m_journal.decide(subjectOf(run->request), decide), this, [this, run](const Result<ports::Appended>& appended) {
        if (!appended) {
            const bool online = !run->request.taken && !run->tasks.empty() && appended.error().code == u"pay.already_settled";
            return fail(run, online ? Error{Fault::Conflict, u"pay.paid_online"_s, appended.error().detail} : appended.error());
        }
        crashPoint("pay.booked");
        m_feed.publish(appended.value());
        for (const auto& task : run->tasks) m_outbox.run(task, [](const Result<Ok>&) {});   // a link left payable by force is still to be closed
        receipt(run, run->decision);
    });
}

void Counter::receipt(std::shared_ptr<Run> run, const domain::CounterDecision& decision)
{
    onReady(m_journal.detail(run->request.invoice), this, [this, run, decision](const Result<ports::ItemDetail>& detail) {
        CounterReceipt out{run->request.amount, decision.change, {}, decision.receiptNumber, {}, {}, {}, 0, decision.tooMuch};
        if (!detail) {
            out.receiptError = detail.error();
            return run->done(out);
        }
        const auto& item = detail.value().item;
        out.openAfter = item.open();
        ports::ReceiptContent c;
        c.language = run->request.language;
        c.workshop = m_settings.letterhead(c.language);
        c.receiptNumber = decision.receiptNumber;
        c.till = m_desk;
        c.cashier = m_user.isEmpty() ? m_settings.value(u"desk.user"_s) : m_user;
        c.invoiceNumber = item.number;
        c.plate = item.plate;
        c.vehicle = item.vehicle;
        c.at = m_clock.now();
        c.method = run->request.method == domain::CounterMethod::Cash ? u"cash"_s : run->request.method == domain::CounterMethod::Card ? u"card"_s : u"transfer"_s;
        c.externalReceipt = run->request.receiptNumber.trimmed();
        c.openBefore = domain::add(item.open(), run->request.amount).valueOr(item.open());
        c.paid = run->request.amount;
        c.tendered = run->request.tendered.value_or(run->request.amount);
        c.change = decision.change;
        c.openAfter = item.open();
        c.training = m_settings.training();
        onReady(m_paper.receipt(c), this, [this, run, out](const Result<ports::PaperDocument>& paper) mutable {
            if (!paper) {
                out.receiptError = paper.error();
                return run->done(out);
            }
            out.pdf = paper.value().pdf;
            const auto file = receiptFile(out.receiptNumber, run->request.payment, 0);
            const auto write = [folder = m_folder, file, pdf = out.pdf]() -> Result<Ok> {
                const auto made = files::makePrivateFolder(folder);
                return made ? files::writeAtomically(file, pdf) : made;
            };
            onReady(QtConcurrent::run(write), this, [run, out, file](const Result<Ok>& written) mutable {
                if (written) out.file = file;
                else out.receiptError = written.error();
                run->done(out);
            });
        });
    });
}

QString Counter::receiptFile(const QString& number, const domain::PaymentId& payment, int copy) const
{
    auto name = number.isEmpty() ? payment.text() : number.left(60);
    for (auto& ch : name)
        if (!ch.isLetterOrNumber() && ch != u'-') ch = u'_';
    return copy == 0 ? u"%1/beleg-%2.pdf"_s.arg(m_folder, name) : u"%1/beleg-%2-%3.pdf"_s.arg(m_folder, name).arg(copy);
}

void Counter::fail(std::shared_ptr<Run> run, const Error& error)
{
    close(run->request.invoice);
    run->done(error);
}

void Counter::noteTransfer(const domain::InvoiceId& invoice, const domain::PaymentId& payment, domain::Money amount, Done<Ok> done)
{
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    const auto decide = [invoice, payment, amount, tasks](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoice(invoice);
        auto events = domain::decideTransferNoted(*item, payment, amount);
        if (!events) return events.error();
        ports::Decision d{std::move(events).value(), {}, {}};
        *tasks = withCancels(d, *item);
        const auto mails = withMails(d, *item, Settings::policyOf(s.settings));
        tasks->insert(tasks->end(), mails.begin(), mails.end());
        return d;
    };
    onReady(m_journal.decide(subjectOf(invoice), decide), this, [this, tasks, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        for (const auto& task : *tasks) m_outbox.run(task, [](const Result<Ok>&) {});
        done(Ok{});
    });
}

void Counter::grantOnAccount(const domain::InvoiceId& invoice, bool byManager, Done<Ok> done, const QString& reason, const Agreement& agreed)
{
    decideAccount(invoice, [byManager, reason](const domain::OpenItem& item, const ports::Situation& s) {
        return domain::decideOnAccount(item, Settings::policyOf(s.settings), s.onAccount, s.now.local().date(), byManager, reason, s.agreedName({}));
    }, std::move(done), agreed);
}

void Counter::endOnAccount(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done, const Agreement& agreed)
{
    decideAccount(invoice, [reason](const domain::OpenItem& item, const ports::Situation&) { return domain::decideOnAccountEnd(item, reason); }, std::move(done), agreed);
}

void Counter::decideAccount(const domain::InvoiceId& invoice, AccountDecide account, Done<Ok> done, const Agreement& agreed)
{
    const auto decide = [invoice, account](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoice(invoice);
        auto events = account(*item, s);
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {}};
    };
    auto subject = subjectOf(invoice);
    subject.withAccount = true;
    subject.agreedBy = agreed.use();
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

void Counter::takeBackAccount(const domain::InvoiceId& invoice, Done<Ok> done)
{
    const auto decide = [invoice](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoice(invoice);
        auto events = domain::decideOnAccountBack(*item, domain::goneKey(*item, s.keys), s.now);
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {}};
    };
    auto subject = subjectOf(invoice);
    subject.stays = ports::Stays::Keys;
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
