// Which rows of the board share a key: a row is green only when all that speaks for its key is fresh.
#include "ui/models/board_model.h"
#include <algorithm>

namespace tresen::ui {

// The slots of one key stand in a ring: no list of its own for every car.
void BoardModel::joinStay(int slot)
{
    const auto& key = m_rows[static_cast<std::size_t>(slot)].key;
    auto& next = m_nextOfStay[static_cast<std::size_t>(slot)];
    next = slot;
    for (const auto& further : m_rows[static_cast<std::size_t>(slot)].further) m_alsoOn.insert(further.key, slot);
    if (key.isNull()) return;
    const auto other = m_stays.constFind(key);
    if (other == m_stays.cend()) return void(m_stays.insert(key, slot));
    next = std::exchange(m_nextOfStay[static_cast<std::size_t>(*other)], slot);
}

void BoardModel::leaveStay(int slot)
{
    for (const auto& further : m_rows[static_cast<std::size_t>(slot)].further) m_alsoOn.remove(further.key, slot);
    const auto& key = m_rows[static_cast<std::size_t>(slot)].key;
    if (key.isNull()) return;
    auto before = slot;
    while (m_nextOfStay[static_cast<std::size_t>(before)] != slot) before = m_nextOfStay[static_cast<std::size_t>(before)];
    if (before == slot) return void(m_stays.remove(key));
    m_nextOfStay[static_cast<std::size_t>(before)] = std::exchange(m_nextOfStay[static_cast<std::size_t>(slot)], slot);
    m_stays[key] = before;
}

void BoardModel::put(int slot, const domain::BoardRow& row)
{
    auto& old = m_rows[static_cast<std::size_t>(slot)];
    if (old.key == row.key && old.further.empty() && row.further.empty()) {
        old = row;
        return;
    }
    leaveStay(slot);
    old = row;
    joinStay(slot);
}

Instant BoardModel::stayAtOf(int slot) const
{
    Instant out;
    for (auto other = m_nextOfStay[static_cast<std::size_t>(slot)]; other != slot; other = m_nextOfStay[static_cast<std::size_t>(other)]) {
        const auto& row = m_rows[static_cast<std::size_t>(other)];
        if (domain::ages(row)) out = domain::olderOf(out, row.truthAt);
    }
    // Invoices over several vehicles that are shown with another key.
    for (auto other = m_alsoOn.constFind(m_rows[static_cast<std::size_t>(slot)].key); other != m_alsoOn.cend() && other.key() == m_rows[static_cast<std::size_t>(slot)].key; ++other) {
        const auto& row = m_rows[static_cast<std::size_t>(*other)];
        if (domain::ages(row)) out = domain::olderOf(out, row.truthAt);
    }
    return out;
}

void BoardModel::refreshStay(int slot)
{
    if (stayHasAged(slot)) refresh(slot, nullptr);
    for (auto other = m_nextOfStay[static_cast<std::size_t>(slot)]; other != slot; other = m_nextOfStay[static_cast<std::size_t>(other)])
        if (stayHasAged(other)) refresh(other, nullptr);
    const auto keys = m_rows[static_cast<std::size_t>(slot)].further;   // a copy: refreshing may place rows anew
    for (const auto& further : keys) refreshStay(further.key);
}

void BoardModel::refreshStay(const domain::KeyId& key)
{
    const auto first = m_stays.constFind(key);
    if (first == m_stays.cend()) return;
    auto other = *first;
    do {
        if (stayHasAged(other)) refresh(other, nullptr);
        other = m_nextOfStay[static_cast<std::size_t>(other)];
    } while (other != *first);
}

void BoardModel::classifyStays()
{
    for (int slot = 0; slot < static_cast<int>(m_rows.size()); ++slot) {
        if (!stayHasAged(slot)) continue;
        countIn(slot, -1);
        classify(slot);
        countIn(slot, 1);
    }
}

} // namespace tresen::ui
