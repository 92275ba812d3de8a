#include "app/domain/settlement_rules.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

const Settlement* find(const OpenItem& item, const SettlementId& id)
{
    const auto found = std::find_if(item.settlements.begin(), item.settlements.end(), [&](const Settlement& s) { return s.id == id; });
    return found == item.settlements.end() ? nullptr : &*found;
}

} // namespace

std::optional<SettlementOwed> settlementOwed(const OpenItem& item)
{
    Money told = Money::cents(0, item.paid.currency());
    for (const auto& s : item.settlements) {
        const auto sum = add(told, s.amount);
        if (sum) told = sum.value();
    }
    const auto missing = subtract(item.paid, told);
    if (!missing || missing.value().isZero()) return std::nullopt;
    const bool settled = !item.cancelled && !item.open().isPositive();   // what was paid on a cancelled one goes back: that settles nothing
    // A part payment is not told; money that went back after it was told is, at once.
    if (!settled && !missing.value().isNegative()) return std::nullopt;
    return SettlementOwed{missing.value().isNegative() ? u"reversed"_s : u"settled"_s, missing.value()};
}

std::vector<Settlement> unanswered(const OpenItem& item)
{
    std::vector<Settlement> out;
    std::copy_if(item.settlements.begin(), item.settlements.end(), std::back_inserter(out), [](const Settlement& s) { return s.state != Settlement::State::Accepted; });
    return out;
}

// Told is what was settled; when all of that has gone back, the invoice is reversed or has nothing open.
bool mayBeOwed(const BoardRow& row)
{
    switch (row.state) {
    case BoardState::Open:
    case BoardState::Requested:
    case BoardState::Running:
    case BoardState::Unknown:
    case BoardState::OnAccount: return !row.paid.isZero();
    case BoardState::Part:
    case BoardState::Paid:
    case BoardState::Overpaid:
    case BoardState::Reversed:
    case BoardState::HandedOver:
    case BoardState::Cancelled: return true;
    }
    Q_UNREACHABLE();
}

std::vector<Event> decideSettlement(const OpenItem& item, const SettlementId& fresh, qint64 run, const QString& file)
{
    const auto owed = settlementOwed(item);
    if (!owed) return {};
    return {SettlementWritten{fresh, item.id, run, file, owed->kind, owed->amount, 1}};
}

Result<std::vector<Event>> decideResend(const OpenItem& item, const SettlementId& id, qint64 run, const QString& file)
{
    const auto* s = find(item, id);
    if (!s) return Error{Fault::NotFound, u"settlement.none"_s, id.text()};
    if (s->state == Settlement::State::Accepted) return Error{Fault::Conflict, u"settlement.accepted"_s, id.text()};
    return std::vector<Event>{SettlementWritten{s->id, item.id, run, file, s->kind, s->amount, s->attempt + 1}};
}

Result<std::vector<Event>> decideAnswer(const OpenItem& item, const SettlementId& id, bool accepted, const QString& text)
{
    const auto* s = find(item, id);
    if (!s) return Error{Fault::NotFound, u"settlement.none"_s, id.text()};
    const auto state = accepted ? Settlement::State::Accepted : Settlement::State::Refused;
    if (s->state == state || s->state == Settlement::State::Accepted) return std::vector<Event>{};
    return std::vector<Event>{SettlementAnswered{id, item.id, accepted, text.left(500)}};
}

} // namespace tresen::domain
