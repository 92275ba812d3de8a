#include "app/store/people_rows.h"
#include "app/domain/json.h"
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

template <class T, class Read> Result<Ok> readBodies(Statement& rows, std::vector<T>& out, Read read)
{
    while (rows.next()) {
        auto one = read(QJsonDocument::fromJson(rows.bytes(0)).object());
        if (!one) return Error{Fault::Corrupt, u"store.projection_unreadable"_s, u"person"_s};
        out.push_back(std::move(one).value());
    }
    return rows.done();
}

} // namespace

Result<domain::People> readPeople(Connection& db)
{
    domain::People out;
    if (const auto ok = readBodies(db.statement("SELECT body FROM person ORDER BY place").with(), out.persons, &domain::personFromJson); !ok) return ok.error();
    if (out.persons.empty()) return out;   // without people nothing is ever proposed
    if (const auto ok = readBodies(db.statement("SELECT body FROM proposal ORDER BY place").with(), out.proposals, &domain::proposalFromJson); !ok) return ok.error();
    return out;
}

Result<Ok> writePeople(Connection& db, const domain::People& people)
{
    if (const auto ok = db.statement("DELETE FROM person").with().run(); !ok) return ok;
    if (const auto ok = db.statement("DELETE FROM proposal").with().run(); !ok) return ok;
    qint64 place = 0;
    for (const auto& person : people.persons) {
        const auto body = domain::compact(toJson(person));
        if (const auto ok = db.statement("INSERT INTO person(place, body) VALUES(?, ?)").with(++place, body).run(); !ok) return ok;
    }
    place = 0;
    for (const auto& proposal : people.proposals) {
        const auto body = domain::compact(toJson(proposal));
        if (const auto ok = db.statement("INSERT INTO proposal(place, body) VALUES(?, ?)").with(++place, body).run(); !ok) return ok;
    }
    return Ok{};
}

} // namespace tresen::store
