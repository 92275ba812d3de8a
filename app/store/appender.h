// Appender: decides and appends inside one write transaction. One object per transaction; used by SqlJournal.
// A decision is checked as a whole before its first row is written, so that a refusal leaves no trace and the next job goes on.
#pragma once
#include "app/ports/journal.h"
#include "app/store/entry.h"
#include "app/store/projector.h"
#include "app/store/situation.h"
#include <memory>

namespace tresen::store {

// Who signs the entries: with people, acting's name or, when nobody has come in, otherwise; without them what the origin says.
struct Signer { domain::Origin origin; domain::UserId acting{}; QString otherwise{}; };

class Appender {
public:
    static Result<Appender> start(Connection& db, const Signer& by, Instant now);

    Result<ports::Appended> run(const ports::Job& job);
    bool broken() const { return m_broken; }      // the database itself failed: the transaction must not be committed
    Result<Ok> finish();                          // last thing before the commit
    const Head& head() const { return m_head; }

private:
    Appender(Connection& db, const Signer& by, Instant now, Head head);
    struct Plan { std::vector<Entry> entries; ports::Appended appended; };

    Result<Ok> knowPeople();
    Result<Plan> check(const ports::Decision& decision);
    Result<Ok> write(const ports::Decision& decision, Plan& plan);
    Result<Ok> writeOutbox(const ports::Decision& decision);
    Result<ports::Appended> failed(const Error& error);

    Connection* m_db;
    Projector m_projector;
    Signer m_signer;
    domain::Origin m_by;
    std::shared_ptr<const domain::People> m_people;   // null: to be read
    KnownSettings m_settings;                         // a whole group of decisions asks for the same ones
    Instant m_now;
    Head m_head;
    bool m_broken = false, m_wrote = false;
};

} // namespace tresen::store
