#include "app/domain/stay_rows.h"
#include <algorithm>

namespace tresen::domain {

// Of the whole stay a row knows two things: its newest entry, and whether every invoice lets the key go. The second is the same in all of its rows.
std::vector<BoardRow> joinStay(const std::vector<OpenItem>& joined, const VehicleKey& key, std::vector<BoardRow>& others)
{
    const bool othersLetGo = others.empty() || others.front().mayGo;
    const bool joinedLetGo = std::all_of(joined.begin(), joined.end(), letsKeyGo);
    qint64 newest = 0;
    for (const auto& item : joined) newest = std::max(newest, item.seq);
    for (const auto& other : others) newest = std::max(newest, other.seq);
    for (auto& other : others) {
        other.seq = newest;
        other.mayGo = other.mayGo && joinedLetGo;
    }
    std::vector<BoardRow> out;
    out.reserve(joined.size());
    for (const auto& item : joined) {
        auto row = boardRow(item, key, joined);
        row.seq = std::max(row.seq, newest);
        row.mayGo = row.mayGo && othersLetGo;
        out.push_back(std::move(row));
    }
    return out;
}

} // namespace tresen::domain
