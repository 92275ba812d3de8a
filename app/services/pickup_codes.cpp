#include "app/services/pickup_codes.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/services/mail_tasks.h"
#include "app/services/snapshot_decision.h"
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

struct PickupCodes::Issue {
    domain::InvoiceId invoice;
    domain::PickupIssue order;
    QString digits, sentTo, letter;   // letter: the Message-ID of the one that is kept
    Done<IssuedPickup> done;
};

PickupCodes::PickupCodes(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, Mails& mails, const Settings& settings, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_outbox{outbox}, m_mails{mails}, m_settings{settings}, m_clock{clock}
{
}

void PickupCodes::issueByMail(const domain::InvoiceId& invoice, const QString& to, Done<IssuedPickup> done)
{
    auto run = std::make_shared<Issue>();
    run->invoice = invoice;
    run->order.byMail = true;
    run->order.to = to;
    run->done = std::move(done);
    begin(run);
}

void PickupCodes::issueOnPaper(const domain::InvoiceId& invoice, Done<IssuedPickup> done)
{
    auto run = std::make_shared<Issue>();
    run->invoice = invoice;
    run->done = std::move(done);
    begin(run);
}

void PickupCodes::begin(std::shared_ptr<Issue> run)
{
    run->digits = domain::pickupDigits(files::randomBytes(8));
    run->order.salt = QString::fromLatin1(files::randomBytes(16).toHex());
    const auto stretch = [digits = run->digits, salt = run->order.salt, rounds = run->order.rounds] { return domain::pickupHash(digits, salt, rounds); };
    onReady(QtConcurrent::run(stretch), this, [this, run](const QString& hash) {
        run->order.hash = hash;
        if (!run->order.byMail) return write(run);
        onReady(m_journal.detail(run->invoice), this, [this, run](const Result<ports::ItemDetail>& detail) {
            if (!detail) return run->done(detail.error());
            const auto mail = domain::pickupMail(detail.value().item, run->order.salt, run->order.to, run->order.language, m_settings.policy());
            if (!mail) return run->done(mail.error());
            if (!detail.value().key.here()) return run->done(Error{Fault::Conflict, u"key.gone"_s, detail.value().key.to});
            run->sentTo = mail.value().to;
            run->letter = mail.value().messageId;
            // The letter before the fact: one without a fact is never sent, and swept at the next start; a fact without its letter could not be sent.
            m_mails.keepPickup(detail.value(), mail.value(), run->digits, m_clock.now().plusMs(domain::kPickupValidMs), [this, run](const Result<Ok>& kept) {
                if (!kept) return run->done(kept.error());
                crashPoint("pickup.kept");
                write(run);
            });
        });
    });
}

void PickupCodes::write(std::shared_ptr<Issue> run)
{
    auto subject = snapshotSubject(run->invoice);
    subject.stays = ports::Stays::Keys;
    auto tasks = std::make_shared<std::vector<ports::OutboxTask>>();
    const auto decide = [run, tasks](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(run->invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, run->invoice.text()};
        const auto policy = Settings::policyOf(s.settings);
        auto events = domain::decidePickupIssue(*item, domain::shownKey(*item, s.keys), run->order, policy, s.now);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        *tasks = withMails(d, *item, policy);
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, run, tasks](const Result<ports::Appended>& appended) {
        if (!appended) {
            // Whether a commit without an answer has happened nobody knows: then the next start finds out.
            const bool surely = appended.error().fault == Fault::Refused || appended.error().fault == Fault::Conflict || appended.error().fault == Fault::NotFound;
            if (surely && !run->letter.isEmpty()) m_mails.dropPickup(run->letter);
            return run->done(appended.error());
        }
        m_feed.publish(appended.value());
        for (const auto& task : *tasks) m_outbox.run(task, [](const Result<Ok>&) {});   // what becomes of it stands in the journal
        IssuedPickup issued;
        issued.sentTo = run->sentTo;
        if (!run->order.byMail) issued.digits = run->digits;
        for (const auto& entry : appended.value().entries)
            if (const auto* code = entry.event.as<domain::PickupCodeIssued>()) issued.expires = code->expires;
        run->done(issued);
    });
}

} // namespace tresen::services
