// Binding: which cell of a record feeds which column of the profile, found once per table from its titles. Called by the readers of rows.
#pragma once
#include "app/adapters/workshop/table/row_kind.h"
#include "app/adapters/workshop/table/table_profile.h"
#include "app/core/result.h"

namespace tresen::adapters::table {

struct Bound { const Column* column; std::size_t cell; };   // cell from 0

// A column that no field reads and whose title tells of a payment or of what is left.
struct Unread { std::size_t cell; QString title; bool isPaid; };

// A column that no field reads, also one a person has left out: the row may be cancelled all the same.
struct Stranger { std::size_t cell; KindTitle title; QString name; };

struct Binding {
    std::vector<Bound> columns;     // what decides about the others comes first: currency and sign
    std::size_t cells = 0;          // a complete record has that many

    std::vector<std::size_t> others;   // columns no field reads whose titles do not say what they are
    std::vector<Unread> unread;     // nobody may be asked for more than what is due because a column was passed over
    std::vector<Stranger> strangers;

    const Bound* find(QStringView field) const;
    const Bound* at(std::size_t cell) const;
};

// "table.column_missing" (detail: the field), "table.column_twice" (detail: the title).
Result<Binding> bindColumns(const TableProfile& profile, const Record& titles);

bool isIgnored(const TableProfile& profile, const Record& record);

} // namespace tresen::adapters::table
