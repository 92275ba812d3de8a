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
    if (key.isNull()) return;
    auto& stay = m_stays[key];
    if (stay.slot >= 0) next = std::exchange(m_nextOfStay[static_cast<std::size_t>(stay.slot)], slot);
    else stay.slot = slot;
    noteAge(stay, slot);
}

void BoardModel::leaveStay(int slot)
{
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
    if (old.key != row.key) {
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
    if (m_nextOfStay[static_cast<std::size_t>(slot)] == slot) return {};
    const auto stay = m_stays.constFind(m_rows[static_cast<std::size_t>(slot)].key);
    return stay->oldest == slot ? stay->second : stay->first;
}

void BoardModel::refreshStay(int slot)
{
    if (stayHasAged(slot)) refresh(slot, nullptr);
    if (m_nextOfStay[static_cast<std::size_t>(slot)] == slot) return;
    // Of hundreds on one key most bring nothing that ages.
    if (!std::exchange(m_stays[m_rows[static_cast<std::size_t>(slot)].key].turned, false)) return;
    for (auto other = m_nextOfStay[static_cast<std::size_t>(slot)]; other != slot; other = m_nextOfStay[static_cast<std::size_t>(other)])
        if (stayHasAged(other)) refresh(other, nullptr);
}

void BoardModel::classifyStays()
{
    for (int slot = 0; slot < static_cast<int>(m_rows.size()); ++slot) {
        if (m_nextOfStay[static_cast<std::size_t>(slot)] == slot || !stayHasAged(slot)) continue;
        countIn(slot, -1);
        classify(slot);
        countIn(slot, 1);
    }
}

} // namespace tresen::ui
