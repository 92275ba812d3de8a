// People rows: who works here and what waits for a second person, as the projection tables hold it. Read before every decision, written by the Projector.
#pragma once
#include "app/domain/user.h"
#include "app/store/connection.h"

namespace tresen::store {

Result<domain::People> readPeople(Connection& db);
Result<Ok> writePeople(Connection& db, const domain::People& people);   // in place of what is there

} // namespace tresen::store
