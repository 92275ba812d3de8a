// SampleColumns: what the columns of a sample mean, by their titles or, without any, by what stands in them. Called by proposeProfile().
#pragma once
#include "app/adapters/workshop/table/sample_shape.h"
#include "app/adapters/workshop/table/table_fields.h"
#include <map>

namespace tresen::adapters::table {

// How sure a column's meaning is, see ports::TableColumn.
struct Certainty { int sure = 0; const char* why = "none"; bool open = false; };

struct SampleColumns {
    std::map<std::size_t, const Field*> fields;   // by cell, from 0
    std::map<std::size_t, Certainty> how;
    QStringList doubts;

    std::optional<std::size_t> cellOf(QStringView field) const;
    bool has(QStringView field) const { return cellOf(field).has_value(); }
};

bool couldBeAmount(const QString& cell);                           // in any of the ways amounts are written, whole numbers too
QStringList cellsOf(const SampleShape& shape, std::size_t cell);   // those that are not empty
SampleColumns columnsByTitle(const SampleShape& shape);
SampleColumns columnsByContent(const SampleShape& shape);
// What no title says and an invoice needs, by what stands in the columns that are left.
void fillMissing(const SampleShape& shape, SampleColumns& columns);

} // namespace tresen::adapters::table
