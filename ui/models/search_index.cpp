#include "ui/models/search_index.h"
#include <algorithm>
#include <bit>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace tresen::ui {
namespace {

constexpr std::size_t kWorthIt = 1 << 20;   // bytes of replaced keys before anybody tidies up
constexpr char kEnd = '\n';   // stands in no folded word, so no word matches across two keys

std::vector<QByteArray> needlesOf(const QStringList& words)
{
    std::vector<QByteArray> out;
    out.reserve(static_cast<std::size_t>(words.size()));
    for (const auto& word : words) out.push_back(word.toUtf8());
    return out;
}

bool holds(std::string_view key, const QByteArray& needle)
{
    return memmem(key.data(), key.size(), needle.constData(), static_cast<std::size_t>(needle.size())) != nullptr;
}

// The first place of the needle; null: none. Keys look alike, so whatever goes by one byte at a time stops all along: sixteen places at once are asked
// for the first and the last byte of the needle, and few are left to compare.
const char* firstPlace(const char* at, const char* end, std::string_view needle)
{
#ifdef __SSE2__
    constexpr std::ptrdiff_t kPlaces = 16;
    const auto tail = static_cast<std::ptrdiff_t>(needle.size()) - 1;
    if (tail > 0) {
        const auto first = _mm_set1_epi8(needle.front()), last = _mm_set1_epi8(needle.back());
        const auto bytesAt = [](const char* p) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(p)); };
        for (; end - at >= tail + kPlaces; at += kPlaces) {
            const auto both = _mm_and_si128(_mm_cmpeq_epi8(bytesAt(at), first), _mm_cmpeq_epi8(bytesAt(at + tail), last));
            for (auto places = static_cast<unsigned>(_mm_movemask_epi8(both)); places != 0; places &= places - 1) {
                const char* const place = at + std::countr_zero(places);
                if (std::memcmp(place, needle.data(), needle.size()) == 0) return place;
            }
        }
    }
#endif
    return static_cast<const char*>(memmem(at, static_cast<std::size_t>(end - at), needle.data(), needle.size()));
}

} // namespace

void SearchIndex::clear()
{
    m_arena.clear();
    m_entries.clear();
    m_entryOf.clear();
    m_dead = 0;
}

void SearchIndex::reserve(std::size_t slots)
{
    constexpr std::size_t kUsualKey = 64;
    m_arena.reserve(slots * kUsualKey + kWorthIt);
    m_entries.reserve(slots);
    m_entryOf.reserve(slots);
}

void SearchIndex::addEntry(std::int32_t slot, const QByteArray& key)
{
    m_entries.push_back({static_cast<std::uint32_t>(m_arena.size()), slot});
    m_arena.append(key.constData(), static_cast<std::size_t>(key.size()));
    m_arena.push_back(kEnd);
}

void SearchIndex::append(const QString& key)
{
    m_entryOf.push_back(static_cast<std::uint32_t>(m_entries.size()));
    addEntry(static_cast<std::int32_t>(m_entryOf.size() - 1), key.toUtf8());
}

std::string_view SearchIndex::keyOf(int slot) const
{
    const auto entry = m_entryOf[static_cast<std::size_t>(slot)];
    const std::size_t start = m_entries[entry].start;
    const std::size_t end = (entry + 1 < m_entries.size() ? m_entries[entry + 1].start : m_arena.size()) - 1;
    return std::string_view{m_arena}.substr(start, end - start);
}

void SearchIndex::replace(int slot, const QString& key)
{
    const auto bytes = key.toUtf8();
    const auto old = keyOf(slot);
    auto& entry = m_entryOf[static_cast<std::size_t>(slot)];
    if (old.size() == static_cast<std::size_t>(bytes.size())) {
        std::memcpy(m_arena.data() + m_entries[entry].start, bytes.constData(), old.size());
        return;
    }
    m_dead += old.size() + 1;
    m_entries[entry].slot = -1;
    entry = static_cast<std::uint32_t>(m_entries.size());
    addEntry(slot, bytes);
    if (m_dead > kWorthIt && m_dead > m_arena.size() / 4) compact();
}

void SearchIndex::compact()
{
    std::string arena;
    std::vector<Entry> entries;
    // Room for as much as has gathered until now: whoever reserved only what is alive would double it with the next key.
    arena.reserve(m_arena.size());
    entries.reserve(m_entries.size());
    for (std::size_t slot = 0; slot < m_entryOf.size(); ++slot) {
        const auto key = keyOf(static_cast<int>(slot));
        entries.push_back({static_cast<std::uint32_t>(arena.size()), static_cast<std::int32_t>(slot)});
        arena.append(key);
        arena.push_back(kEnd);
    }
    for (std::size_t slot = 0; slot < m_entryOf.size(); ++slot) m_entryOf[slot] = static_cast<std::uint32_t>(slot);
    m_arena = std::move(arena);
    m_entries = std::move(entries);
    m_dead = 0;
}

void SearchIndex::find(const QStringList& words, std::vector<std::uint8_t>& hits) const
{
    const bool all = words.isEmpty();
    hits.assign(m_entryOf.size(), all ? 1 : 0);
    if (all) return;
    auto needles = needlesOf(words);
    // The longest word is the rarest: it goes through the arena, the others only look at what it found.
    const auto longest = std::max_element(needles.begin(), needles.end(), [](const auto& a, const auto& b) { return a.size() < b.size(); });
    std::swap(needles.front(), *longest);
    const std::string_view first{needles.front().constData(), static_cast<std::size_t>(needles.front().size())};
    const char* const begin = m_arena.data();
    const char* const end = begin + m_arena.size();
    std::size_t entry = 0;
    const char* at = begin;
    while (at < end) {
        const auto* found = firstPlace(at, end, first);
        if (found == nullptr) break;
        const auto offset = static_cast<std::uint32_t>(found - begin);
        // The next key is near for a frequent word, far for a rare one: step doubling, then halving.
        std::size_t step = 1;
        while (entry + step < m_entries.size() && m_entries[entry + step].start <= offset) step *= 2;
        auto low = m_entries.begin() + static_cast<std::ptrdiff_t>(entry);
        auto high = m_entries.begin() + static_cast<std::ptrdiff_t>(std::min(entry + step + 1, m_entries.size()));
        entry = static_cast<std::size_t>(std::upper_bound(low, high, offset, [](std::uint32_t o, const Entry& e) { return o < e.start; }) - m_entries.begin()) - 1;
        if (const auto slot = m_entries[entry].slot; slot >= 0) hits[static_cast<std::size_t>(slot)] = 1;
        if (++entry >= m_entries.size()) break;
        at = begin + m_entries[entry].start;
    }
    if (needles.size() == 1) return;
    needles.erase(needles.begin());
    for (std::size_t slot = 0; slot < hits.size(); ++slot)
        if (hits[slot] != 0)
            hits[slot] = std::all_of(needles.begin(), needles.end(), [key = keyOf(static_cast<int>(slot))](const auto& n) { return holds(key, n); }) ? 1 : 0;
}

void SearchIndex::narrow(const QStringList& words, std::vector<std::uint8_t>& hits) const
{
    const auto needles = needlesOf(words);
    for (std::size_t slot = 0; slot < hits.size(); ++slot) {
        if (hits[slot] == 0) continue;
        const auto key = keyOf(static_cast<int>(slot));
        hits[slot] = std::all_of(needles.begin(), needles.end(), [key](const auto& needle) { return holds(key, needle); }) ? 1 : 0;
    }
}

bool SearchIndex::matches(int slot, const QStringList& words) const
{
    const auto key = keyOf(slot);
    const auto needles = needlesOf(words);
    return std::all_of(needles.begin(), needles.end(), [key](const auto& needle) { return holds(key, needle); });
}

} // namespace tresen::ui
