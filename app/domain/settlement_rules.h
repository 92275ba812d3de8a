// Settlement rules: what the workshop system has to be told about an invoice, and what its answer means. Pure.
#pragma once
#include "app/domain/open_item.h"
#include <optional>

namespace tresen::domain {

struct SettlementOwed { QString kind; Money amount; };   // kind "settled" or "reversed"; amount: what the system does not know yet, signed

// Empty when the workshop system knows everything. A settled item is told once with all it was paid; money that goes back later is told as a
// further record with a negative amount, so that the sum of the records is always what was paid. What is paid on a cancelled one settles nothing and is
// not told; of what was told before the cancellation, what goes back is.
std::optional<SettlementOwed> settlementOwed(const OpenItem& item);
// Written, but not taken over yet (no answer), or refused: can be sent again.
std::vector<Settlement> unanswered(const OpenItem& item);

// Can there be something owed or unanswered, as far as its row says? For lists that are read anew when a row changes: hundreds arrive on which nothing was paid.
bool mayBeOwed(const BoardRow& row);

std::vector<Event> decideSettlement(const OpenItem& item, const SettlementId& fresh, qint64 run, const QString& file);
// The same record in a new file. Refusals: "settlement.none", "settlement.accepted".
Result<std::vector<Event>> decideResend(const OpenItem& item, const SettlementId& id, qint64 run, const QString& file);
// Seeing the same answer twice books it once: then there are no events. Refusals: "settlement.none".
Result<std::vector<Event>> decideAnswer(const OpenItem& item, const SettlementId& id, bool accepted, const QString& text);

} // namespace tresen::domain
