// Migrations: bring a database to the newest schema, step by step, each step in one transaction and after a backup. Called when it is opened.
// The steps are resources/migrations/NNNN_name.{sqlite,postgres}.sql; a step once shipped is never edited.
#pragma once
#include "app/core/clock.h"
#include "app/store/connection.h"
#include <vector>

namespace tresen::store {

struct Migration { int version = 0; QString name; QByteArray sql; };

// 1, 2, 3, … of the dialect, without gaps.
Result<std::vector<Migration>> shippedMigrations(StoreConfig::Dialect dialect);

// 0: an empty database. Fault::Refused "store.foreign_database" when it holds tables that are not ours.
Result<int> schemaVersion(Connection& db);

// Refused "store.newer_schema" when the database is newer than the steps: it is left alone. Before the first step on a database that has
// entries a copy is made, see MigrationPlan::backup; when that fails nothing is changed. The projections are made anew afterwards.
struct MigrationPlan {
    std::vector<Migration> steps;
    std::function<Result<Ok>(Connection&, int version)> backup;
    std::function<Instant()> now;
};
Result<Ok> migrate(Connection& db, const MigrationPlan& plan);

} // namespace tresen::store
