// AskedAmount: which columns of amounts are net, tax, gross, paid before and still to be paid, by their titles and by how they add up. What is
// asked for must never be more than what is due: while it is not certain that no column tells of a payment, none is asked for. Called by the proposer.
#pragma once
#include "app/adapters/workshop/table/sample_columns.h"
#include <set>

namespace tresen::adapters::table {

// said: cells a person has spoken of; they are left as they are. Where it stays open which amount is due, "gross" is taken back and every column
// it may depend on is open, Certainty::why "due".
void settleAmounts(const SampleShape& shape, const std::set<std::size_t>& said, SampleColumns& columns);

} // namespace tresen::adapters::table
