// TableChoices: what a person has said of a table, laid over the profile that is changed. Called by proposeProfile().
#pragma once
#include "app/ports/table_source.h"

namespace tresen::adapters::table {

// Traits of the profile that is changed; what was said comes before them, and what nobody can have chosen is left out.
ports::TableChoices choicesOverBase(const ports::TableChoices& said);

} // namespace tresen::adapters::table
