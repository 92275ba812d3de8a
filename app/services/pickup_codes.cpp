#include "app/services/pickup_codes.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/services/mail_tasks.h"
#include "app/services/snapshot_decision.h"
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

namespace {

const domain::OpenItem* codedOf(const ports::Situation& s, const domain::InvoiceId& invoice)
{
    const auto* item = s.item(invoice);
    if (!item) return nullptr;
    const auto stay = s.itemsOf(domain::shownKey(*item, s.keys).id);
    const auto* coded = domain::itemWithPickupCode(stay);
    return coded ? s.item(coded->id) : nullptr;
}

} // namespace

struct PickupCodes::Issue {
    domain::InvoiceId invoice;
    domain::PickupIssue order;
    QString digits, sentTo;
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
            // The digits before the fact: without a fact they are never sent, and swept at the next start; a fact without its digits could not be told.
            m_mails.keepPickup(run->order.salt, run->digits, [this, run](const Result<Ok>& kept) {
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
            if (!surely || !run->order.byMail) return run->done(appended.error());
            return m_mails.dropPickup(run->order.salt, [run, error = appended.error()] { run->done(error); });
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

// Of a stay the newest counts, whichever invoice it was given with.
std::vector<WaitingPickup> PickupCodes::waitingOf(const ports::Situation& s) const
{
    std::vector<WaitingPickup> out;
    for (const auto& item : s.items) {
        const auto& code = item.pickup;
        const auto key = domain::shownKey(item, s.keys);
        if (!code.exists() || !key.here() || !domain::checkPickup(code, code.hash, m_clock.now())) continue;
        if (const auto stay = s.itemsOf(key.id); domain::itemWithPickupCode(stay)->id != item.id) continue;
        WaitingPickup one{item.id, item.number, key.plate.isEmpty() ? key.vin : key.plate, {}, code.expires, domain::kPickupTries - code.wrong, std::nullopt};
        for (const auto& mail : item.mails) {
            if (mail.kind != domain::MailKind::PickupCode || mail.about != code.salt) continue;
            one.sentTo = mail.to;
            one.mail = mail.state;
        }
        out.push_back(std::move(one));
    }
    return out;
}

void PickupCodes::waiting(Done<std::vector<WaitingPickup>> done)
{
    onReady(m_journal.board(), this, [this, done](const Result<std::vector<domain::BoardRow>>& rows) {
        if (!rows) return done(rows.error());
        ports::Subject subject;
        subject.stays = ports::Stays::Whole;
        for (const auto& row : rows.value())
            if (!row.key.isNull() && (row.keyState == domain::KeyState::Held || row.keyState == domain::KeyState::Returned)) subject.invoices.push_back(row.invoice);
        onReady(m_journal.load(subject), this, [this, done](const Result<ports::Situation>& s) { s ? done(waitingOf(s.value())) : done(s.error()); });
    });
}

void PickupCodes::check(const domain::InvoiceId& invoice, const QString& code, Done<WaitingPickup> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.stays = ports::Stays::Whole;
    subject.right = domain::Right::HandOver;
    onReady(m_journal.load(subject), this, [this, subject, invoice, code, done](const Result<ports::Situation>& s) {
        if (!s) return done(s.error());
        const auto* coded = codedOf(s.value(), invoice);
        const auto pickup = coded ? coded->pickup : domain::PickupCode{};
        const auto stretch = [digits = domain::typedPickupCode(code), pickup] {
            return pickup.exists() && !digits.isEmpty() ? domain::pickupHash(digits, pickup.salt, std::min(pickup.rounds, limits::kMaxPickupRounds)) : QString{};
        };
        onReady(QtConcurrent::run(stretch), this, [this, subject, invoice, done](const QString& hash) { decideCheck(subject, invoice, hash, done); });
    });
}

void PickupCodes::decideCheck(const ports::Subject& subject, const domain::InvoiceId& invoice, const QString& hash, const Done<WaitingPickup>& done)
{
    auto wrong = std::make_shared<std::optional<Error>>();
    auto found = std::make_shared<WaitingPickup>();
    const auto decide = [this, invoice, hash, wrong, found](const ports::Situation& s) -> Result<ports::Decision> {
        wrong->reset();
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        const auto key = domain::shownKey(*item, s.keys);
        if (!key.here()) return Error{Fault::Conflict, u"key.gone"_s, key.to};
        const auto* coded = codedOf(s, invoice);
        const auto checked = domain::checkPickup(coded ? coded->pickup : domain::PickupCode{}, hash, s.now);
        if (!checked && checked.error().code != u"pickup.wrong") return checked.error();
        ports::Decision d;
        if (!checked) {
            *wrong = checked.error();
            d.events.push_back(domain::PickupCodeTried{coded->id, false});
            return d;
        }
        for (auto& one : waitingOf(s))
            if (one.invoice == coded->id) *found = std::move(one);
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, wrong, found, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        *wrong ? done(**wrong) : done(*found);
    });
}

} // namespace tresen::services
