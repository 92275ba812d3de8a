#include "app/services/requests.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/domain/pay_codes.h"
#include "app/domain/request_rules.h"
#include "app/services/letter_content.h"
#include "app/services/mail_words.h"
#include "app/services/portal_tasks.h"
#include <QFileInfo>
#include <QPointer>
#include <QtConcurrentRun>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

ports::LinkOrder orderOf(const domain::RequestCreated& created, const domain::OpenItem& item, const QString& language, const domain::Policy& policy)
{
    ports::LinkOrder o;
    o.idempotencyKey = created.idempotencyKey;
    o.reference = created.request.text();
    o.token = created.token;
    o.amount = created.amount;
    o.mode = created.mode;
    o.language = language;
    o.invoiceNumber = item.number;
    o.plate = item.plate;
    o.vehicle = item.vehicle;
    o.issueDate = item.issueDate;
    o.dueDate = item.dueDate;
    const MailWords words{language};             // the page says what the mail says
    o.summary = {{words(u"invoice_total"_s), item.gross, false}, {words(u"left_to_pay"_s), created.amount, true}};
    o.onAccountOffered = policy.onAccountCustomers.contains(accountNumberOf(item));
    return o;
}

// A file name that every system takes, whatever the invoice number holds.
QString safeName(const QString& number)
{
    QString out;
    for (const QChar c : number) out += c.isLetterOrNumber() || c == u'-' ? c : u'_';
    return out.left(60);
}

QStringList payeeSettingKeys()
{
    return {u"payee.holder"_s, u"payee.iban"_s, u"payee.bic"_s};
}

} // namespace

struct Requests::Run {
    domain::InvoiceId invoice;
    RequestOptions options;
    Done<IssuedRequest> done;
    int round = 0;                               // a live link over another amount is closed first, then it starts again
    domain::RequestId request;
    bool created = false;
    std::vector<ports::OutboxTask> tasks;        // stored with the decision, to be carried out now
    QString printed{};                           // which account the sheet names, see domain::accountMark()
};

Requests::Requests(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Portals& portals, ports::PaperPrinter& paper, Settings& settings,
                   const Clock& clock, QString documentFolder, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_portals{portals}, m_paper{paper}, m_settings{settings}, m_clock{clock},
      m_folder{std::move(documentFolder)}
{
}

void Requests::issue(const domain::InvoiceId& invoice, const RequestOptions& options, Done<IssuedRequest> done)
{
    auto run = std::make_shared<Run>();
    run->invoice = invoice;
    run->options = options;
    run->done = std::move(done);
    decide(run);
}

void Requests::redraw(const domain::InvoiceId& invoice, const domain::RequestId& request, const QString& language, Done<Ok> done)
{
    auto run = std::make_shared<Run>();
    run->invoice = invoice;
    run->options.language = language;
    run->request = request;
    run->done = [done = std::move(done)](const Result<IssuedRequest>& drawn) { drawn ? done(Ok{}) : done(drawn.error()); };
    letter(run);
}

void Requests::decide(std::shared_ptr<Run> run)
{
    domain::RequestCommand command;
    command.freshRequest = domain::RequestId::fresh();
    command.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    command.token = domain::linkToken(files::randomBytes(16));
    command.siteNumber = m_settings.value(u"site.number"_s).toInt();
    ports::Subject subject;
    subject.invoices.push_back(run->invoice);
    subject.settingKeys = policySettingKeys();
    subject.right = domain::Right::Request;
    const auto decider = [this, run, command](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(run->invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, run->invoice.text()};
        auto policy = Settings::policyOf(s.settings);
        if (const auto& other = run->options.portal; !other.isEmpty()) {
            policy.portal = other == u"none" ? QString{} : other;
            if (!policy.portal.isEmpty() && !m_portals.find(policy.portal)) return Error{Fault::Refused, u"portal.unknown"_s, other};
        }
        auto withSheet = command;
        withSheet.sheet = s.lastSheet + 1;
        withSheet.amount = run->options.amount;
        const auto decision = domain::decideRequest(*item, withSheet, policy);
        if (!decision) return decision.error();
        ports::Decision d;
        d.events = decision.value().events;
        for (const auto& event : d.events)
            if (const auto* created = event.as<domain::RequestCreated>(); created && !created->portal.isEmpty())
                d.outbox.push_back(createTask(created->portal, created->request, item->id, orderOf(*created, *item, run->options.language, policy)));
        for (const auto& old : decision.value().toCancel) d.outbox.push_back(cancelTask(*item, old));
        run->request = decision.value().request;
        run->created = decision.value().created;
        run->tasks = d.outbox;
        return d;
    };
    onReady(m_journal.decide(subject, decider), this, [this, run](const Result<ports::Appended>& appended) { decided(run, appended); });
}

void Requests::decided(std::shared_ptr<Run> run, const Result<ports::Appended>& appended)
{
    if (!appended && appended.error().code == u"request.closing" && run->round++ == 0)
        return m_outbox.runDue([this, run](const Result<int>&) { decide(run); });   // the old link may only wait for its turn
    if (!appended) return run->done(appended.error());
    crashPoint("request.created");
    m_feed.publish(appended.value());
    if (run->tasks.empty()) return letter(run);
    const bool closingFirst = !run->created;
    auto left = std::make_shared<int>(static_cast<int>(run->tasks.size()));
    auto failure = std::make_shared<std::optional<Error>>();
    for (const auto& task : run->tasks) {
        m_outbox.run(task, [this, run, left, failure, closingFirst](const Result<Ok>& ok) {
            if (!ok && !*failure) *failure = ok.error();
            if (--*left > 0) return;
            if (*failure) return run->done(Error{(*failure)->fault, closingFirst ? u"request.closing"_s : u"request.unknown"_s, (*failure)->code});
            if (!closingFirst) return letter(run);
            if (++run->round > 1) return run->done(Error{Fault::Conflict, u"request.closing"_s, {}});
            decide(run);   // the old link is closed; now the new one
        });
    }
}

// The account is the one that holds now, wherever it was changed a moment ago.
void Requests::letter(std::shared_ptr<Run> run)
{
    m_settings.look([guard = QPointer{this}, this, run](const Result<Ok>& known) {
        if (!guard) return;
        if (!known) return run->done(known.error());
        readLetter(run);
    });
}

void Requests::readLetter(std::shared_ptr<Run> run)
{
    onReady(m_journal.detail(run->invoice), this, [this, run](const Result<ports::ItemDetail>& detail) {
        if (!detail) return run->done(detail.error());
        const auto* request = detail.value().item.findRequest(run->request);
        if (!request) return run->done(Error{Fault::Internal, u"request.none"_s, {}});
        if (request->state == domain::RequestState::Failed) return run->done(Error{Fault::Refused, u"request.portal_failed"_s, request->why});
        if (request->state != domain::RequestState::Open) return run->done(Error{Fault::Conflict, u"request.under_way"_s, codeOf(request->state)});
        makeLetter(run, detail.value());
    });
}

ports::LetterContent Requests::contentOf(const ports::ItemDetail& detail, const domain::PayRequest& request, const RequestOptions& options) const
{
    const auto& record = detail.record;
    const auto policy = m_settings.policy();
    ports::LetterContent c;
    c.language = options.language;
    c.workshop = m_settings.letterhead(options.language);
    c.addressee = addresseeOf(record);
    c.salutationName = salutationNameOf(record);
    c.invoiceNumber = record.number;
    c.orderNumber = detail.item.orderRef;
    c.customerNumber = record.buyer.id;
    c.advisor = m_settings.value(u"company.advisor"_s);
    c.advisorPhone = m_settings.value(u"company.advisor_phone"_s);
    c.invoiceDate = record.issueDate;
    c.dueDate = record.dueDate;
    c.date = m_clock.now().local().date();
    c.plate = detail.key.plate.isEmpty() ? record.vehicle.plate : detail.key.plate;
    c.vehicle = record.vehicle.model;
    c.work = workLineOf(record);
    c.rows = letterRows(record, detail.item);
    c.open = request.amount;
    c.payUrl = request.url;
    // Only a portal that lets us choose has it in its link; printed beside any other link it would lead nowhere.
    c.payToken = request.url.endsWith(u'/' + request.token) ? request.token : QString{};
    c.payMethods = m_settings.value(u"portal.methods"_s);
    c.deskCode = request.deskCode;
    c.sheetVersion = request.number;
    c.copy = request.copies;
    if (request.copies > 0) c.reprintedAt = m_clock.now();
    c.training = isPractice(request, policy);
    c.keyWaits = detail.key.exists() && detail.key.here();
    if (policy.payee.isSet()) {
        c.payeeHolder = policy.payee.holder;
        c.payeeIban = policy.payee.iban;
        c.payeeBic = policy.payee.bic;
        c.transferText = transferText(record, c.training);
    }
    if (request.account.isSet()) {   // the portal's own account of this link, from its authenticated answer: money there settles by itself
        c.payeeHolder = request.account.holder.isEmpty() ? m_settings.legalName() : request.account.holder;
        c.payeeIban = request.account.iban;
        c.payeeBic = request.account.bic;
        c.accountOfPortal = true;
    }
    return c;
}

void Requests::makeLetter(std::shared_ptr<Run> run, const ports::ItemDetail& detail)
{
    auto content = contentOf(detail, *detail.item.findRequest(run->request), run->options);
    run->printed = domain::accountMark(detail.item.findRequest(run->request)->account, m_settings.policy().payee);
    if (!content.payeeIban.isEmpty()) {
        const auto payload = domain::epcPayload({content.payeeHolder, content.payeeIban, content.payeeBic, content.open, {}, {}, content.transferText});
        if (!payload) return run->done(payload.error());
        content.epcPayload = payload.value();
    }
    onReady(m_paper.letter(content), this, [this, run, detail](const Result<ports::PaperDocument>& document) {
        if (!document) return run->done(document.error());
        keepSheet(run, detail, document.value());
    });
}

void Requests::keepSheet(std::shared_ptr<Run> run, const ports::ItemDetail& detail, const ports::PaperDocument& document)
{
    const auto& request = *detail.item.findRequest(run->request);
    IssuedRequest issued{request.id, request.number, request.copies, request.amount, request.url, request.token, request.deskCode,
                         u"%1/%2-%3-%4.pdf"_s.arg(m_folder, safeName(detail.item.number)).arg(request.number).arg(request.copies), document.pdf,
                         document.provenCodes, !run->created};
    const auto write = [folder = m_folder, issued]() -> Result<Ok> {
        const auto made = files::makePrivateFolder(folder);
        return made ? files::writeAtomically(issued.file, issued.pdf) : made;
    };
    onReady(QtConcurrent::run(write), this, [this, run, issued, sha = document.sha256](const Result<Ok>& written) {
        if (!written) return run->done(written.error());
        crashPoint("request.sheet_written");
        ports::Subject subject;
        subject.invoices.push_back(run->invoice);
        subject.settingKeys = payeeSettingKeys();
        const auto decide = [run, issued, sha](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(run->invoice);
            const auto* r = item ? item->findRequest(issued.request) : nullptr;
            if (!r || r->amount != issued.amount || r->copies != issued.copy) return Error{Fault::Conflict, u"request.changed"_s, {}};
            // While it was drawn the account was changed: this sheet must not go out.
            if (run->printed != domain::accountMark(r->account, Settings::policyOf(s.settings).payee)) return Error{Fault::Conflict, u"request.payee_changed"_s, {}};
            ports::Decision d;
            d.events.push_back(domain::SheetPrinted{issued.request, run->invoice, issued.copy, QString::fromLatin1(sha.toHex()), QFileInfo{issued.file}.fileName(), run->printed});
            return d;
        };
        onReady(m_journal.decide(subject, decide), this, [this, run, issued](const Result<ports::Appended>& appended) {
            if (!appended) return run->done(appended.error());
            m_feed.publish(appended.value());
            run->done(issued);
        });
    });
}

void Requests::lastSheet(const domain::InvoiceId& invoice, Done<QByteArray> done)
{
    m_settings.look([guard = QPointer{this}, this, invoice, done](const Result<Ok>& known) {
        if (!guard) return;
        if (!known) return done(known.error());
        readLastSheet(invoice, done);
    });
}

void Requests::readLastSheet(const domain::InvoiceId& invoice, const Done<QByteArray>& done)
{
    constexpr qint64 kMaxSheet = 8 * 1024 * 1024;
    onReady(m_journal.detail(invoice), this, [this, done](const Result<ports::ItemDetail>& detail) {
        if (!detail) return done(detail.error());
        const domain::SheetPrinted* newest = nullptr;
        for (const auto& entry : detail.value().timeline)
            if (const auto* sheet = entry.event.as<domain::SheetPrinted>()) newest = sheet;
        if (!newest) return done(Error{Fault::NotFound, u"request.no_sheet"_s, {}});
        const auto* request = detail.value().item.findRequest(newest->request);
        const bool stands = !request || newest->account == domain::accountMark(request->account, m_settings.policy().payee);
        if (!stands) return done(Error{Fault::Conflict, u"request.payee_changed"_s, {}});
        const auto name = QFileInfo{newest->file}.fileName();
        const auto read = [file = m_folder + u'/' + name] { return files::readRegular(file, kMaxSheet); };
        onReady(QtConcurrent::run(read), this, [done](const Result<QByteArray>& pdf) {
            if (!pdf) return done(Error{Fault::NotFound, u"request.no_sheet"_s, pdf.error().detail});
            done(pdf);
        });
    });
}

void Requests::withdraw(const domain::InvoiceId& invoice, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.right = domain::Right::Request;
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    auto request = std::make_shared<domain::RequestId>();
    const auto decide = [invoice, tasks, request, wait = m_graceMs](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        const auto decision = domain::decideWithdraw(*item, u"withdrawn"_s);
        if (!decision) return decision.error();
        ports::Decision d;
        d.events = decision.value().events;
        for (const auto& old : decision.value().toCancel) d.outbox.push_back(cancelTask(*item, old));
        for (auto& task : d.outbox) task.waitMs = wait;
        *tasks = d.outbox;
        *request = decision.value().request;
        return d;
    };
    m_withdrawn.remove(invoice.text());
    onReady(m_journal.decide(subject, decide), this, [this, invoice, tasks, request, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        if (tasks->empty()) return done(Ok{});
        if (tasks->front().waitMs > 0) {
            m_withdrawn.insert(invoice.text(), {*request, tasks->front().key, m_clock.now()});
            m_outbox.runAfter(tasks->front());
            return done(Ok{});
        }
        m_outbox.run(tasks->front(), done);   // one live request, so one link to close
    });
}

void Requests::keep(const domain::InvoiceId& invoice, Done<Ok> done)
{
    const auto last = m_withdrawn.take(invoice.text());
    if (last.request.isNull() || m_clock.now().ms - last.at.ms > limits::kUndoMs) return done(Error{Fault::Conflict, u"undo.too_late"_s, {}});
    const auto decide = [invoice, last](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        auto events = domain::decideKept(*item, last.request);
        if (!events) return events.error();
        return ports::Decision{std::move(events).value(), {}, {last.task}};
    };
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.right = domain::Right::Request;
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
