// Which rows of the board share a key: a row is green only when all that speaks for its key is fresh.
#include "ui/models/board_model.h"
#include <algorithm>

namespace tresen::ui {
namespace {

// Null: it does not age.
Instant ageOf(const domain::BoardRow& row) { return domain::ages(row) ? row.truthAt : Instant{}; }

} // namespace

// The slots of one key stand in a ring: no list of its own for every car.
void BoardModel::joinStay(int slot)
{
    const auto& key = m_rows[static_cast<std::size_t>(slot)].key;
    auto& next = m_nextOfStay[static_cast<std::size_t>(slot)];
    next = slot;
    for (const auto& further : m_rows[static_cast<std::size_t>(slot)].further) m_alsoOn.insert(further.key, slot);
    if (key.isNull()) return;
    auto& stay = m_stays[key];
    if (stay.slot >= 0) next = std::exchange(m_nextOfStay[static_cast<std::size_t>(stay.slot)], slot);
    else stay.slot = slot;
    noteAge(stay, slot);
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
    auto& stay = m_stays[key];
    stay.slot = before;
    readAges(stay);
}

// One more of the ring counts. The two oldest are enough to say for each what the others are.
void BoardModel::noteAge(Stay& stay, int slot)
{
    const auto age = ageOf(m_rows[static_cast<std::size_t>(slot)]);
    if (age.isNull()) return;
    stay.turned = true;
    if (stay.oldest < 0 || age < stay.first) {
        stay.second = stay.first;
        stay.first = age;
        stay.oldest = slot;
    } else {
        stay.second = domain::olderOf(stay.second, age);
    }
}

void BoardModel::readAges(Stay& stay)
{
    stay = {stay.slot};
    stay.turned = true;
    auto slot = stay.slot;
    do {
        noteAge(stay, slot);
        slot = m_nextOfStay[static_cast<std::size_t>(slot)];
    } while (slot != stay.slot);
}

void BoardModel::put(int slot, const domain::BoardRow& row)
{
    auto& old = m_rows[static_cast<std::size_t>(slot)];
    if (old.key != row.key || !old.further.empty() || !row.further.empty()) {
        leaveStay(slot);
        old = row;
        return joinStay(slot);
    }
    const auto before = ageOf(old);
    old = row;
    if (row.key.isNull() || before == ageOf(row)) return;
    auto& stay = m_stays[row.key];
    if (before.isNull()) noteAge(stay, slot);
    else readAges(stay);
}

Instant BoardModel::stayAtOf(int slot) const
{
    const auto& key = m_rows[static_cast<std::size_t>(slot)].key;
    Instant out;
    if (m_nextOfStay[static_cast<std::size_t>(slot)] != slot) {
        const auto stay = m_stays.constFind(key);
        out = stay->oldest == slot ? stay->second : stay->first;
    }
    if (m_alsoOn.isEmpty()) return out;
    // Invoices over several vehicles that are shown with another key.
    for (auto other = m_alsoOn.constFind(key); other != m_alsoOn.cend() && other.key() == key; ++other) {
        const auto& row = m_rows[static_cast<std::size_t>(*other)];
        if (domain::ages(row)) out = domain::olderOf(out, row.truthAt);
    }
    return out;
}

void BoardModel::refreshStay(int slot)
{
    if (stayHasAged(slot)) refresh(slot, nullptr);
    // Of hundreds on one key most bring nothing that ages.
    const auto stay = m_stays.find(m_rows[static_cast<std::size_t>(slot)].key);
    if (stay != m_stays.end() && std::exchange(stay->turned, false))
        for (auto other = m_nextOfStay[static_cast<std::size_t>(slot)]; other != slot; other = m_nextOfStay[static_cast<std::size_t>(other)])
            if (stayHasAged(other)) refresh(other, nullptr);
    const auto keys = m_rows[static_cast<std::size_t>(slot)].further;   // a copy: refreshing may place rows anew
    for (const auto& further : keys) refreshStay(further.key);
}

void BoardModel::refreshStay(const domain::KeyId& key)
{
    const auto stay = m_stays.constFind(key);
    if (stay == m_stays.cend()) return;
    const auto first = stay->slot;
    auto other = first;
    do {
        if (stayHasAged(other)) refresh(other, nullptr);
        other = m_nextOfStay[static_cast<std::size_t>(other)];
    } while (other != first);
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
