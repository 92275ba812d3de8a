// Vehicle fold: what an invoice's versions and a person's corrections make of vehicles, numbers, keeper and payer of an item. Called by apply() only.
#pragma once
#include "app/domain/open_item.h"

namespace tresen::domain {

void takeVehicles(OpenItem& item, const Invoice& record);   // of the version item.version
void takePeople(OpenItem& item, const Invoice& record);     // afterwards
void correctVehicles(OpenItem& item, const VehicleCorrected& e);

} // namespace tresen::domain
