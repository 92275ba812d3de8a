#include "app/services/mails.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/domain/pickup_rules.h"
#include "app/domain/request_rules.h"
#include "app/services/letter_content.h"
#include "app/services/mail_facts.h"
#include "app/services/mail_file.h"
#include "app/services/mail_tasks.h"
#include "app/services/snapshot_decision.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QPointer>
#include <QtConcurrentRun>
#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kMaxMailFile = 24 * 1024 * 1024;

Error notConfigured()
{
    return Error{Fault::Refused, u"mail.not_configured"_s, {}};
}

QString textKey(domain::MailKind kind, const QString& language, const QString& piece)
{
    return u"%1.%2.%3"_s.arg(codeOf(kind), language, piece);
}

Error accountGone()
{
    return Error{Fault::Refused, u"request.payee_changed"_s, {}};
}

// The account a request names now. Refused "request.payee_changed": its sheet names another one or does not say which, or there is none any more and no link either.
Result<QString> accountOf(const ports::ItemDetail& detail, const domain::Mail& mail, const domain::Payee& payee)
{
    if (mail.kind != domain::MailKind::Request) return QString{};
    const auto* r = detail.item.findRequest(domain::RequestId{mail.about});
    if (!r) return QString{};
    const auto now = domain::accountMark(r->account, payee);
    const auto* sheet = newestSheet(detail, r->id);
    const bool overtaken = sheet && sheet->account != now;   // of an older program: nobody knows which
    const bool nowhere = r->url.isEmpty() && !r->account.isSet() && !payee.isSet();
    if (overtaken || nowhere) return accountGone();
    return now;
}

QString pickupFile(const QString& salt) { return salt + u".pickup"_s; }
QString pickupSecret(const QString& salt) { return u"pickup."_s + salt; }

// Composed at an earlier try: then those bytes, unless they name an account that no longer holds. Otherwise these, which are kept first.
Result<ports::MailMessage> keptOrKeep(const QString& folder, ports::MailMessage message, const QString& sheet)
{
    const auto file = folder + u'/' + mailFileName(message.messageId);
    if (const auto bytes = files::readRegular(file, kMaxMailFile)) {
        const auto kept = mailFromBytes(bytes.value());
        if (!kept || kept.value().account == message.account) return kept;
        if (message.account == domain::accountMark({}, {})) return accountGone();   // it would go without one
    }
    if (!sheet.isEmpty()) {
        const auto pdf = files::readRegular(sheet, limits::kMaxMailAttachments);
        if (pdf) message.attachments.push_back({QFileInfo{sheet}.fileName(), u"application/pdf"_s, pdf.value()});
    }
    if (const auto made = files::makePrivateFolder(folder); !made) return made.error();
    if (const auto written = files::writeAtomically(file, mailToBytes(message)); !written) return written.error();
    return message;
}

} // namespace

struct Mails::Run {
    ports::OutboxEntry entry;
    MailTask task;
    Done<Ok> done;
    ports::MailMessage message;
    QString pickup{};      // salt of the code it brings; empty: none
    bool redrawn = false;
};

Mails::Mails(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, Settings& settings, const Clock& clock, QString documentFolder, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_settings{settings}, m_clock{clock}, m_folder{std::move(documentFolder)}
{
    m_outbox.handle(mailKind(), [this](const ports::OutboxEntry& e, Done<Ok> done) { handle(e, std::move(done)); });
}

void Mails::queue(const ports::Subject& subject, ports::Decide decide, Done<Ok> done)
{
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    const auto withTasks = [decide = std::move(decide), tasks](const ports::Situation& s) -> Result<ports::Decision> {
        auto d = decide(s);
        if (d) *tasks = d.value().outbox;
        return d;
    };
    onReady(m_journal.decide(subject, withTasks), this, [this, tasks, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        crashPoint("mail.queued");
        m_feed.publish(appended.value());
        for (const auto& task : *tasks) m_outbox.runAfter(task);   // what becomes of it stands in the journal
        done(Ok{});
    });
}

void Mails::sendRequest(const domain::InvoiceId& invoice, const domain::RequestId& request, const QString& to, const QString& language, Done<domain::MailId> done)
{
    auto id = std::make_shared<domain::MailId>();
    const auto decide = [invoice, request, to, language, id, wait = m_graceMs](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoiceError(invoice);
        const auto policy = Settings::policyOf(s.settings);
        auto events = domain::decideRequestMail(*item, {request, to, language}, policy);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        *id = d.events.front().as<domain::MailQueued>()->mail;
        (void)withMails(d, *item, policy);
        for (auto& task : d.outbox) task.waitMs = wait;
        return d;
    };
    auto subject = snapshotSubject(invoice);
    subject.right = domain::Right::Request;
    queue(subject, decide, [id, done](const Result<Ok>& queued) { queued ? done(*id) : done(queued.error()); });
}

void Mails::recall(const domain::InvoiceId& invoice, const domain::MailId& mail, Done<Ok> done)
{
    const auto decide = [invoice, mail](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoiceError(invoice);
        auto events = domain::decideMailRecalled(*item, mail);
        if (!events) return events.error();
        domain::MailQueued queued;
        queued.mail = mail;
        queued.invoice = invoice;
        return ports::Decision{std::move(events).value(), {}, {mailTask(queued).key}};
    };
    auto subject = snapshotSubject(invoice);
    subject.right = domain::Right::Request;
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

void Mails::again(const domain::InvoiceId& invoice, const domain::MailId& mail, const QString& to, Done<Ok> done)
{
    const auto decide = [invoice, mail, to](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return unknownInvoiceError(invoice);
        const auto policy = Settings::policyOf(s.settings);
        auto events = domain::decideMailAgain(*item, mail, to, policy);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        (void)withMails(d, *item, policy);
        return d;
    };
    queue(snapshotSubject(invoice), decide, std::move(done));
}

void Mails::probe(Done<Ok> done)
{
    if (!m_mailer) return done(notConfigured());
    onReady(m_mailer->probe(), this, [done](const Result<Ok>& answer) { done(answer); });
}

void Mails::sendTest(const TestMail& mail, Done<QString> done)
{
    const auto policy = m_settings.policy();
    if (!m_mailer) return done(notConfigured());
    if (policy.mailDomain.isEmpty()) return done(Error{Fault::Refused, u"mail.no_sender"_s, {}});
    if (!domain::isMailAddress(mail.to)) return done(Error{Fault::Refused, u"mail.address"_s, mail.to});
    ports::MailMessage m;
    m.messageId = domain::MailId::fresh().text() + u'@' + policy.mailDomain;
    m.toAddress = mail.to;
    m.subject = mail.subject;
    m.text = mail.text;
    m.date = m_clock.now();
    m.language = mail.language;
    signFrom(m);
    onReady(m_mailer->send(m), this, [done](const Result<ports::MailReceipt>& answer) { answer ? done(answer.value().reply) : done(answer.error()); });
}

void Mails::signFrom(ports::MailMessage& m) const
{
    const auto name = m_settings.value(u"mail.from_name"_s);
    m.fromName = name.isEmpty() ? m_settings.value(u"company.name"_s) : name;
    m.fromAddress = m_settings.value(u"mail.from"_s);
    m.replyTo = m_settings.value(u"mail.reply_to"_s);
}

void Mails::handle(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto task = readMailTask(entry.payload);
    if (!task) return done(task.error());
    if (!m_mailer) return done(notConfigured());   // waits until there is one
    auto run = std::make_shared<Run>(Run{entry, task.value(), std::move(done), {}});
    // The account it names is the one that holds now, wherever it was changed a moment ago.
    m_settings.look([guard = QPointer{this}, this, run](const Result<Ok>& known) {
        if (!guard) return;
        if (!known) return run->done(known.error());
        onReady(m_journal.detail(run->task.invoice), this, [this, run](const Result<ports::ItemDetail>& detail) {
            if (!detail) return run->done(detail.error());
            compose(run, detail.value());
        });
    });
}

void Mails::compose(std::shared_ptr<Run> run, const ports::ItemDetail& detail)
{
    const auto* mail = detail.item.findMail(run->task.mail);
    if (!mail) return run->done(Error{Fault::NotFound, u"mail.none"_s, run->task.mail.text()});
    if (mail->kind == domain::MailKind::PickupCode) return takePickup(run, detail, *mail);
    const auto facts = mailFactsOf(detail, *mail, m_settings);
    auto sheet = mail->kind == domain::MailKind::Request ? sheetOf(detail, domain::RequestId{mail->about}) : QString{};
    if (!sheet.isEmpty()) sheet = m_folder + u'/' + sheet;
    const auto composed = facts ? composeMail(facts.value()) : Result<ComposedMail>{facts.error()};
    if (!composed) return giveUp(run, composed.error());   // a text that cannot be filled in, or a link that leads nowhere: trying again changes nothing
    auto m = messageOf(detail.item, *mail, composed.value());
    const auto account = accountOf(detail, *mail, m_settings.policy().payee);
    if (!account) {
        run->message = m;   // known by its name: what was kept of it goes
        return renew(run, detail, *mail, account.error());
    }
    m.account = account.value();
    const auto job = [folder = m_folder + u"/mails"_s, m, sheet] { return keptOrKeep(folder, m, sheet); };
    onReady(QtConcurrent::run(job), this, [this, run](const Result<ports::MailMessage>& message) {
        if (!message && message.error().code == accountGone().code) return giveUp(run, message.error());
        if (!message) return run->done(message.error());
        run->message = message.value();
        crashPoint("mail.composed");
        take(run);
    });
}

// Its sheet names an account that no longer holds: a new one is drawn, once, and the mail is composed with that. Where that can not be, it is held.
void Mails::renew(std::shared_ptr<Run> run, const ports::ItemDetail& detail, const domain::Mail& mail, const Error& why)
{
    const auto* r = detail.item.findRequest(domain::RequestId{mail.about});
    const bool named = r && (r->account.isSet() || m_settings.policy().payee.isSet());
    if (!m_redraw || !named || !r->live() || run->redrawn) return giveUp(run, why);
    run->redrawn = true;
    m_redraw(detail.item.id, r->id, mail.language, [guard = QPointer{this}, this, run, why](const Result<Ok>& drawn) {
        if (!guard) return;
        if (!drawn) return giveUp(run, why);
        onReady(m_journal.detail(run->task.invoice), this, [this, run](const Result<ports::ItemDetail>& anew) {
            if (!anew) return run->done(anew.error());
            compose(run, anew.value());
        });
    });
}

ports::MailMessage Mails::messageOf(const domain::OpenItem& item, const domain::Mail& mail, const ComposedMail& c) const
{
    ports::MailMessage m;
    m.messageId = mail.messageId;
    signFrom(m);
    m.toName = payerNameOf(item);
    m.toAddress = mail.to;
    m.subject = c.subject;
    m.text = c.text;
    m.html = c.html;
    m.images = c.images;
    m.date = mail.queuedAt;
    m.language = mail.language;
    return m;
}

void Mails::giveUp(std::shared_ptr<Run> run, const Error& error)
{
    finish(run, [run, error](const domain::OpenItem& item) {
        auto events = domain::decideMailTaken(item, run->task.mail, {}).valueOr({});
        events.push_back(domain::MailMoved{run->task.mail, item.id, domain::MailState::Failed, error.code + u' ' + error.detail, 1});
        events.push_back(domain::TaskRaised{domain::TaskId{u"mail.failed:"_s + run->task.mail.text()}, item.id, u"mail.failed"_s, error.code, domain::Money::cents(0, item.due.currency())});
        return events;
    }, /*ended=*/true, Ok{});
}

// The name before the secret: one that names nothing is swept, a secret without a name would stay for ever.
void Mails::keepPickup(const QString& salt, const QString& digits, Done<Ok> done)
{
    if (!m_secrets) return done(Error{Fault::Unreachable, u"secret.keyring"_s, {}});
    const auto folder = m_folder + u"/mails"_s;
    m_keptHere << pickupFile(salt);
    const auto named = files::makePrivateFolder(folder);
    if (!named) return done(named.error());
    if (const auto written = files::writeAtomically(folder + u'/' + pickupFile(salt), {}); !written) return done(written.error());
    onReady(m_secrets->write(pickupSecret(salt), Secret{digits}), this, [done](const Result<Ok>& kept) { done(kept); });
}

void Mails::dropPickup(const QString& salt, std::function<void()> done)
{
    if (!m_secrets) return done();
    onReady(m_secrets->write(pickupSecret(salt), Secret{}), this, [file = m_folder + u"/mails/"_s + pickupFile(salt), done](const Result<Ok>& gone) {
        if (gone) QFile::remove(file);   // otherwise the next start tries again
        done();
    });
}

void Mails::sweep(Done<int> done)
{
    const auto list = [folder = m_folder + u"/mails"_s] { return QDir{folder}.entryList({u"*.mail"_s, u"*.pickup"_s}, QDir::Files | QDir::NoSymLinks).mid(0, limits::kMaxMailsSwept); };
    // The files before the effects: whoever writes one later has its effect, or belongs to this run.
    onReady(QtConcurrent::run(list), this, [this, done](const QStringList& files) {
        if (files.isEmpty()) return done(0);
        onReady(m_journal.outboxDue(m_clock.now().plusMs(limits::kAnyWaitMs), limits::kMaxMailsSwept + 1), this, [this, files, done](const Result<std::vector<ports::OutboxEntry>>& effects) {
            if (!effects) return done(effects.error());
            if (effects.value().size() > static_cast<std::size_t>(limits::kMaxMailsSwept)) return done(0);
            ports::Subject subject;
            QList<MailTask> waiting;
            for (const auto& effect : effects.value()) {
                if (effect.kind != mailKind()) continue;
                const auto task = readMailTask(effect.payload);
                if (!task) return done(task.error());   // nobody knows which letter is its
                waiting << task.value();
                if (std::find(subject.invoices.begin(), subject.invoices.end(), task.value().invoice) == subject.invoices.end()) subject.invoices.push_back(task.value().invoice);
            }
            sweepAllBut(files, subject, waiting, done);
        });
    });
}

void Mails::sweepAllBut(QStringList files, const ports::Subject& subject, const QList<MailTask>& waiting, Done<int> done)
{
    onReady(m_journal.load(subject), this, [this, files, waiting, done](const Result<ports::Situation>& s) mutable {
        if (!s) return done(s.error());
        auto needed = m_keptHere;
        for (const auto& task : waiting) {
            const auto* item = s.value().item(task.invoice);
            const auto* mail = item ? item->findMail(task.mail) : nullptr;
            if (mail) needed << mailFileName(mail->messageId);
            if (mail && mail->kind == domain::MailKind::PickupCode) needed << pickupFile(mail->about);
        }
        files.erase(std::remove_if(files.begin(), files.end(), [&needed](const QString& file) { return needed.contains(file); }), files.end());
        const auto isPickup = [](const QString& file) { return file.endsWith(u".pickup"); };
        const auto ofCodes = std::stable_partition(files.begin(), files.end(), [&](const QString& file) { return !isPickup(file); });
        for (auto file = ofCodes; file != files.end(); ++file) dropPickup(file->chopped(7), [] {});
        const int codes = static_cast<int>(files.end() - ofCodes);
        files.erase(ofCodes, files.end());
        const auto remove = [folder = m_folder + u"/mails/"_s, files] {
            return static_cast<int>(std::count_if(files.begin(), files.end(), [&folder](const QString& file) { return QFile::remove(folder + file); }));
        };
        onReady(QtConcurrent::run(remove), this, [done, codes](int removed) { done(removed + codes); });
    });
}

QString Mails::fileOf(const QString& messageId) const
{
    return m_folder + u"/mails/"_s + mailFileName(messageId);
}

// The digits lie with the desk that made the code; another one that finds the letter in the outbox leaves it to that one, until the code would be of no use.
void Mails::takePickup(std::shared_ptr<Run> run, const ports::ItemDetail& detail, const domain::Mail& mail)
{
    run->pickup = mail.about;
    const auto& code = detail.item.pickup;
    if (m_clock.now() > mail.queuedAt.plusMs(domain::kPickupValidMs)) return giveUp(run, Error{Fault::Refused, u"pickup.expired"_s, {}});
    if (code.salt != mail.about || code.used) {   // another one was given meanwhile, or it has served
        const auto recalled = [run](const domain::OpenItem& item) { return std::vector<domain::Event>{domain::MailMoved{run->task.mail, item.id, domain::MailState::Failed, u"recalled"_s, 0}}; };
        return finish(run, recalled, /*ended=*/true, Ok{});
    }
    if (!m_secrets) return run->done(Error{Fault::Unreachable, u"secret.keyring"_s, {}});
    onReady(m_secrets->read(pickupSecret(mail.about)), this, [this, run, detail, mail](const Result<Secret>& digits) {
        if (!digits) return run->done(digits.error());
        if (digits.value().isEmpty()) return takeKept(run, mail.messageId);
        const auto composed = composeMail(pickupFacts(detail, mail.language, digits.value().reveal(), detail.item.pickup.expires, m_settings));
        if (!composed) return giveUp(run, composed.error());
        run->message = messageOf(detail.item, mail, composed.value());
        crashPoint("mail.composed");
        take(run);
    });
}

// A letter that an older program has kept with its digits.
void Mails::takeKept(std::shared_ptr<Run> run, const QString& messageId)
{
    const auto read = [file = fileOf(messageId)]() -> Result<ports::MailMessage> {
        const auto bytes = files::readRegular(file, kMaxMailFile);
        return bytes ? mailFromBytes(bytes.value()) : Result<ports::MailMessage>{bytes.error()};
    };
    onReady(QtConcurrent::run(read), this, [this, run](const Result<ports::MailMessage>& kept) {
        if (!kept) return run->done(Error{Fault::Unreachable, u"mail.elsewhere"_s, {}});
        run->message = kept.value();
        take(run);
    });
}

void Mails::take(std::shared_ptr<Run> run)
{
    auto taken = std::make_shared<bool>(false);
    const auto decide = [run, taken](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(run->task.invoice);
        if (!item) return unknownInvoiceError(run->task.invoice);
        ports::Decision d;
        // The account was changed while it was composed: composed anew at the next try.
        const auto* about = item->findMail(run->task.mail);
        const auto* r = about ? item->findRequest(domain::RequestId{about->about}) : nullptr;
        if (r && !run->message.account.isEmpty() && run->message.account != domain::accountMark(r->account, Settings::policyOf(s.settings).payee))
            return Error{Fault::Conflict, u"request.payee_changed"_s, {}};
        auto events = domain::decideMailTaken(*item, run->task.mail, s.now);
        if (!events && events.error().code == u"mail.sending") return events.error();
        if (events) d.events = std::move(events).value();
        *taken = domain::takesMail(d.events);
        if (!*taken) d.outboxDone << run->entry.key;   // sent, ended, or left lying by somebody who is gone: nothing to do here any more
        return d;
    };
    onReady(m_journal.decide(snapshotSubject(run->task.invoice), decide), this, [this, run, taken](const Result<ports::Appended>& appended) {
        if (!appended) return run->done(appended.error());
        m_feed.publish(appended.value());
        crashPoint("mail.taken");
        if (!*taken) return run->done(Ok{});
        send(run);
    });
}

void Mails::send(std::shared_ptr<Run> run)
{
    if (!m_mailer) return settle(run, Error{Fault::Unreachable, u"mail.not_configured"_s, {}});
    onReady(m_mailer->send(run->message), this, [this, run](const Result<ports::MailReceipt>& answer) {
        crashPoint("mail.sent");
        settle(run, answer);
    });
}

void Mails::settle(std::shared_ptr<Run> run, const Result<ports::MailReceipt>& answer)
{
    if (answer) {
        Q_EMIT sent();
        return finish(run, [run, reply = answer.value().reply](const domain::OpenItem& item) { return domain::decideMailSent(item, run->task.mail, reply); }, /*ended=*/true, Ok{});
    }
    const auto error = answer.error();
    Q_EMIT failed(error);
    const auto words = (error.code + u' ' + error.detail).trimmed();
    finish(run, [run, error, words](const domain::OpenItem& item) { return domain::decideMailFailed(item, run->task.mail, error.fault, words); },
           /*ended=*/error.fault != Fault::Unreachable, error.fault == Fault::Unreachable ? Result<Ok>{error} : Result<Ok>{Ok{}});
}

void Mails::finish(std::shared_ptr<Run> run, std::function<std::vector<domain::Event>(const domain::OpenItem&)> events, bool ended, const Result<Ok>& answer)
{
    auto closed = std::make_shared<bool>(ended);
    const auto decide = [run, events, closed](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(run->task.invoice);
        if (!item) return unknownInvoiceError(run->task.invoice);
        ports::Decision d;
        d.events = events(*item);
        for (const auto& e : d.events)
            if (const auto* m = e.as<domain::MailMoved>(); m && m->state == domain::MailState::Failed) *closed = true;   // tried often enough
        if (*closed) d.outboxDone << run->entry.key;
        return d;
    };
    onReady(m_journal.decide(snapshotSubject(run->task.invoice), decide), this, [this, run, closed, answer](const Result<ports::Appended>& appended) {
        if (!appended) return run->done(appended.error());
        m_feed.publish(appended.value());
        if (!*closed) return run->done(answer);
        QFile::remove(fileOf(run->message.messageId));   // what an owner was told stands in the journal; the letter itself is his
        if (run->pickup.isEmpty()) return run->done(Ok{});
        dropPickup(run->pickup, [run] { run->done(Ok{}); });
    });
}

QHash<QString, QString> Mails::textsOf(const QString& setting, domain::MailKind kind, const QString& language)
{
    const auto all = QJsonDocument::fromJson(setting.toUtf8()).object();
    QHash<QString, QString> out;
    for (const auto& piece : mailPieces())
        if (const auto text = all[textKey(kind, language, piece)].toString(); !text.isEmpty()) out.insert(piece, text);
    return out;
}

QString Mails::withText(const QString& setting, domain::MailKind kind, const QString& language, const QString& piece, const QString& text)
{
    auto all = QJsonDocument::fromJson(setting.toUtf8()).object();
    if (text.trimmed().isEmpty() || text == defaultMailText(kind, language, piece)) all.remove(textKey(kind, language, piece));
    else all.insert(textKey(kind, language, piece), text);
    return all.isEmpty() ? QString{} : QString::fromUtf8(domain::compact(all));
}

Result<ComposedMail> Mails::preview(domain::MailKind kind, const QString& language, const QHash<QString, QString>& texts) const
{
    auto facts = sampleMailFacts(kind, language, m_settings);
    facts.overrides = texts;
    return composeMail(facts);
}

} // namespace tresen::services
