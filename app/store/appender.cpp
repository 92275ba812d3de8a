#include "app/store/appender.h"
#include "app/core/files.h"
#include "app/core/iso_time.h"
#include "app/core/limits.h"
#include "app/domain/user_rules.h"
#include "app/store/people_rows.h"
#include "app/store/situation.h"
#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {

Appender::Appender(Connection& db, const Signer& by, Instant now, Head head)
    : m_db{&db}, m_projector{db}, m_signer{by}, m_by{by.origin}, m_now{now}, m_head{std::move(head)} {}

Result<Appender> Appender::start(Connection& db, const Signer& by, Instant now)
{
    auto head = readHead(db);
    if (!head) return head.error();
    return Appender{db, by, now, std::move(head).value()};
}

Result<ports::Appended> Appender::failed(const Error& error)
{
    m_projector.forget();
    // Codes of the connections begin with "store.": after one of them nothing in this transaction can be relied on.
    m_broken = m_broken || error.code.startsWith(u"store.");
    return error;
}

// Read once a transaction: a role that was taken away at another desk counts from the next decision on.
Result<Ok> Appender::knowPeople()
{
    if (m_people) return Ok{};
    auto people = readPeople(*m_db);
    if (!people) return people.error();
    m_people = std::make_shared<const domain::People>(std::move(people).value());
    const auto* acting = m_people->find(m_signer.acting);
    m_by.user = !m_people->any() ? m_signer.origin.user : acting ? acting->user.name : m_signer.otherwise;
    return Ok{};
}

Result<ports::Appended> Appender::run(const ports::Job& job)
{
    if (const auto known = knowPeople(); !known) return failed(known.error());
    Origins origins;
    auto situation = loadSituation(*m_db, job.subject, m_by.site, m_now, m_settings, origins);
    if (!situation) return failed(situation.error());
    m_projector.knows(situation.value(), origins);
    situation.value().folk = m_people;
    situation.value().actor = {m_signer.acting, job.subject.agreedBy};
    // What the station asks for comes first: who may not do it learns nothing from another refusal.
    const auto& actor = situation.value().actor;
    if (const auto may = domain::checkRights(*m_people, actor, job.subject.right, {}); !may) return failed(may.error());
    const auto decision = job.decide(situation.value());
    if (!decision) {
        m_projector.forget();
        return decision.error();
    }
    if (const auto may = domain::checkRights(*m_people, actor, job.subject.right, decision.value().events); !may) return failed(may.error());
    auto plan = check(decision.value());
    if (!plan) return failed(plan.error());
    if (const auto ok = write(decision.value(), plan.value()); !ok) {
        m_broken = true;
        return failed(ok.error());
    }
    return std::move(plan.value().appended);
}

// Everything that can be refused is refused here; nothing has been written yet.
Result<Appender::Plan> Appender::check(const ports::Decision& decision)
{
    if (decision.events.size() > limits::kMaxEventsPerDecision) return Error{Fault::Invalid, u"journal.too_large"_s, u"%1 events"_s.arg(decision.events.size())};
    Plan plan;
    std::set<QByteArray> keys;
    Head head = m_head;
    for (const auto& event : decision.events) {
        domain::Recorded recorded{head.seq + 1, m_now, m_by, event};
        auto entry = makeEntry(head, recorded);
        if (entry.payload.size() > limits::kMaxPayload) return Error{Fault::Invalid, u"journal.too_large"_s, u"%1 bytes"_s.arg(entry.payload.size())};
        if (!entry.naturalKey.isEmpty()) {
            const auto booked = isBooked(*m_db, QString::fromUtf8(entry.naturalKey));
            if (!booked) return booked.error();
            if (booked.value() || !keys.insert(entry.naturalKey).second) return Error{Fault::Conflict, u"journal.already_booked"_s, QString::fromUtf8(entry.naturalKey)};
        }
        if (const auto ok = m_projector.fold(recorded); !ok) return ok.error();
        head = {entry.seq, entry.hash};
        plan.entries.push_back(std::move(entry));
        plan.appended.entries.push_back(std::move(recorded));
    }
    for (const auto& task : decision.outbox)
        if (task.key.isEmpty() || task.payload.size() > limits::kMaxPayload) return Error{Fault::Invalid, u"journal.too_large"_s, u"outbox "_s + task.key};
    return plan;
}

Result<Ok> Appender::write(const ports::Decision& decision, Plan& plan)
{
    for (const auto& entry : plan.entries)
        if (const auto ok = insertEntry(*m_db, entry); !ok) return ok;
    crashPoint("store.after_journal");
    auto rows = m_projector.write();
    if (!rows) return rows.error();
    for (auto& stored : rows.value()) {
        if (stored.ref <= m_head.seq) {   // what came in just now has not aged
            const auto fresh = freshnessOf(*m_db, stored.ref);
            if (!fresh) return fresh.error();
            stored.row.truthAt = std::max(stored.row.truthAt, fresh.value());
        }
        plan.appended.rows.push_back(std::move(stored.row));
    }
    crashPoint("store.after_projection");
    if (std::any_of(decision.events.begin(), decision.events.end(), &domain::concernsPeople)) m_people.reset();
    if (std::any_of(decision.events.begin(), decision.events.end(), [](const domain::Event& e) { return e.is<domain::SettingChanged>(); })) m_settings.clear();
    if (!plan.entries.empty()) {
        m_head = {plan.entries.back().seq, plan.entries.back().hash};
        m_wrote = true;
    }
    return writeOutbox(decision);
}

Result<Ok> Appender::writeOutbox(const ports::Decision& decision)
{
    for (const auto& task : decision.outbox) {
        const auto ok = m_db->statement("INSERT INTO outbox(task_key, kind, invoice, payload, attempts, due_at, last_error, done_at) VALUES(?, ?, ?, ?, 0, ?, '', '') "
                                        "ON CONFLICT(task_key) DO NOTHING").with(task.key, task.kind, task.invoice.text(), task.payload, isoText(m_now.plusMs(task.waitMs))).run();
        if (!ok) return ok;
    }
    for (const auto& key : decision.outboxDone) {
        const auto ok = m_db->statement("UPDATE outbox SET done_at = ? WHERE task_key = ? AND done_at = ''").with(isoText(m_now), key).run();
        if (!ok) return ok;
    }
    return Ok{};
}

Result<Ok> Appender::finish()
{
    return m_wrote ? m_db->notifyOthers() : Ok{};
}

} // namespace tresen::store
