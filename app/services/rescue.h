// Rescue: what the store has found of a damaged journal, in the names the window uses.
#pragma once
#include "app/ports/rescue.h"

namespace tresen::services {

using Holding = ports::Holding;
using DamageReport = ports::DamageReport;

} // namespace tresen::services
