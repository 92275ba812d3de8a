// The table of one run, as its profile wants it. Pure: called by SettlementFiles on its pool thread.
#pragma once
#include "app/adapters/workshop/settlement/profile.h"

namespace tresen::adapters::settlement {

// The whole file. Fault::Invalid "sink.text" when a text cannot be written in the profile's code page without losing a character;
// detail: up to 20 places as "invoice field U+4E2D", separated by "; ".
Result<QByteArray> tableOf(const ports::SettlementFile& file, const Profile& profile);

} // namespace tresen::adapters::settlement
