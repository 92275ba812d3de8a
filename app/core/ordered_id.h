// orderedUuid(): a UUID whose text grows with time, for ids that are made by the hundred. Called where invoices are taken over.
#pragma once
#include "app/core/clock.h"

namespace tresen {

// Version 7 (RFC 9562, 5.7): 48 bits of the time in ms, 74 random ones. Entries of an index that grow lie beside each other: a commit of some hundred
// invoices writes some pages of it and not nearly all of them.
QString orderedUuid(Instant at);

} // namespace tresen
