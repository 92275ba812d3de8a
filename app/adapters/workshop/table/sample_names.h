// SampleNames: which column of a sample without telling titles holds the customers. Called by columnsByContent().
#pragma once
#include "app/adapters/workshop/table/sample_shape.h"
#include <set>

namespace tresen::adapters::table {

struct NameColumn { std::size_t cell; bool clear; };   // clear: no other column could be it as well

// taken: columns that mean something else.
std::optional<NameColumn> nameColumnOf(const SampleShape& shape, const std::set<std::size_t>& taken);

} // namespace tresen::adapters::table
