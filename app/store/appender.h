// Appender: decides and appends inside one write transaction. One object per transaction; used by SqlJournal.
// A decision is checked as a whole before its first row is written, so that a refusal leaves no trace and the next job goes on.
#pragma once
#include "app/ports/journal.h"
#include "app/store/entry.h"
#include "app/store/projector.h"

namespace tresen::store {

class Appender {
public:
    static Result<Appender> start(Connection& db, const domain::Origin& by, Instant now);

    Result<ports::Appended> run(const ports::Job& job);
    bool broken() const { return m_broken; }      // the database itself failed: the transaction must not be committed
    Result<Ok> finish();                          // last thing before the commit
    const Head& head() const { return m_head; }

private:
    Appender(Connection& db, const domain::Origin& by, Instant now, Head head);
    struct Plan { std::vector<Entry> entries; ports::Appended appended; };

    Result<Plan> check(const ports::Decision& decision);
    Result<Ok> write(const ports::Decision& decision, Plan& plan);
    Result<Ok> writeOutbox(const ports::Decision& decision);
    Result<ports::Appended> failed(const Error& error);

    Connection* m_db;
    Projector m_projector;
    domain::Origin m_by;
    Instant m_now;
    Head m_head;
    bool m_broken = false, m_wrote = false;
};

} // namespace tresen::store
