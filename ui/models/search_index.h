// SearchIndex: the folded search keys of all rows in one arena of bytes, searched by memmem(). Used by BoardModel only.
#pragma once
#include <QStringList>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tresen::ui {

class SearchIndex {
public:
    void clear();
    void reserve(std::size_t slots);
    void append(const QString& key);                   // gets the next slot
    void replace(int slot, const QString& key);

    // hits: one byte per slot, 1 where every word stands in the key. No words: all 1.
    void find(const QStringList& words, std::vector<std::uint8_t>& hits) const;
    // Keeps only those hits that also hold every one of words: for a query that grew.
    void narrow(const QStringList& words, std::vector<std::uint8_t>& hits) const;
    bool matches(int slot, const QStringList& words) const;
    std::size_t arenaBytes() const { return m_arena.size(); }

private:
    struct Entry {
        std::uint32_t start;
        std::int32_t slot;      // -1: replaced by a later entry
    };
    void addEntry(std::int32_t slot, const QByteArray& key);
    void compact();
    std::string_view keyOf(int slot) const;

    std::string m_arena;                     // keys, each followed by a new line
    std::vector<Entry> m_entries;            // in the order of the arena
    std::vector<std::uint32_t> m_entryOf;    // by slot
    std::size_t m_dead = 0;                  // bytes of replaced entries
};

} // namespace tresen::ui
