// XML names resolved by namespace URI, never by prefix, as numbers a switch can take. Used by the two syntax readers.
#pragma once
#include <QtGlobal>
#include <cstring>
#include <pugixml.hpp>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tresen::adapters::einvoice {

// The namespaces of UN/CEFACT Cross Industry Invoice (Rsm .. Qdt) and of OASIS UBL 2.1 (Ubl .. Cbc).
enum class Ns : quint8 { Foreign, Rsm, Ram, Udt, Qdt, Ubl, Cac, Cbc };

struct KnownNamespace {
    std::string_view uri;
    Ns ns = Ns::Foreign;
};

// One number for a qualified name. Case labels with the same number would not compile; a foreign namespace gives 0.
constexpr quint64 nameKey(Ns ns, std::string_view local)
{
    constexpr quint64 kPrime = 0x9E3779B97F4A7C15ULL;
    const auto mix = [](quint64 h, quint64 word) { h = (h ^ word) * kPrime; return h ^ (h >> 29); };
    const auto eight = [&](std::size_t at, std::size_t count) {
        quint64 word = 0;
        if (!std::is_constant_evaluated() && count == 8 && Q_BYTE_ORDER == Q_LITTLE_ENDIAN) {
            std::memcpy(&word, local.data() + at, 8);
            return word;
        }
        for (std::size_t i = 0; i < count; ++i) word |= static_cast<quint64>(static_cast<unsigned char>(local[at + i])) << (8 * i);
        return word;
    };
    if (ns == Ns::Foreign) return 0;
    quint64 h = mix(static_cast<quint64>(ns) + 1, local.size());
    if (local.size() < 8) return mix(h, eight(0, local.size()));
    for (std::size_t at = 0; at + 8 < local.size(); at += 8) h = mix(h, eight(at, 8));
    return mix(h, eight(local.size() - 8, 8));
}

constexpr quint64 ram(std::string_view local) { return nameKey(Ns::Ram, local); }
constexpr quint64 cac(std::string_view local) { return nameKey(Ns::Cac, local); }
constexpr quint64 cbc(std::string_view local) { return nameKey(Ns::Cbc, local); }

// The prefixes in force at one place of the tree. The views point into the parsed buffer.
class Names {
public:
    explicit Names(std::span<const KnownNamespace> known) : m_known{known} { m_bindings.reserve(16); }

    // Takes in the xmlns declarations of an element; give the answer back to leave().
    std::size_t enter(pugi::xml_node element)
    {
        const auto mark = m_bindings.size();
        for (auto a = element.first_attribute(); a; a = a.next_attribute()) {
            const std::string_view name{a.name()};
            if (name.substr(0, 5) != "xmlns" || (name.size() > 5 && name[5] != ':')) continue;
            m_bindings.push_back({name.size() > 5 ? name.substr(6) : std::string_view{}, find(a.value())});
        }
        return mark;
    }
    void leave(std::size_t mark) { m_bindings.resize(mark); }

    quint64 keyOf(pugi::xml_node element) const
    {
        const std::string_view name{element.name()};
        const auto colon = name.find(':');
        if (colon == std::string_view::npos) return nameKey(nsOf({}), name);
        return nameKey(nsOf(name.substr(0, colon)), name.substr(colon + 1));
    }

private:
    struct Binding { std::string_view prefix; Ns ns = Ns::Foreign; };

    Ns nsOf(std::string_view prefix) const
    {
        for (auto it = m_bindings.rbegin(); it != m_bindings.rend(); ++it)
            if (it->prefix == prefix) return it->ns;
        return Ns::Foreign;
    }
    Ns find(std::string_view uri) const
    {
        for (const auto& k : m_known)
            if (k.uri == uri) return k.ns;
        return Ns::Foreign;
    }

    std::span<const KnownNamespace> m_known;
    std::vector<Binding> m_bindings;
};

// Calls f(element, key) for every child element, its own xmlns declarations taken in.
template <class F>
void eachChild(pugi::xml_node parent, Names& names, F&& f)
{
    for (auto child = parent.first_child(); child; child = child.next_sibling()) {
        if (child.type() != pugi::node_element) continue;
        const auto mark = names.enter(child);
        if (const auto key = names.keyOf(child)) f(child, key);
        names.leave(mark);
    }
}

// The same for an element kept for later: its ancestors are still entered, it itself is not.
template <class F>
void eachChildOfKept(pugi::xml_node kept, Names& names, F&& f)
{
    const auto mark = names.enter(kept);
    eachChild(kept, names, f);
    names.leave(mark);
}

} // namespace tresen::adapters::einvoice
