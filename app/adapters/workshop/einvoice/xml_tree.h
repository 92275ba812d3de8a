// XmlTree: a read-only tree over foreign XML, strict and bounded, its names resolved by namespace URI. Used by the syntax readers.
#pragma once
#include "app/adapters/workshop/einvoice/xml_text.h"
#include <QByteArrayView>
#include <QtGlobal>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tresen::adapters::einvoice {

// The namespaces of UN/CEFACT Cross Industry Invoice (Rsm .. Qdt), of OASIS UBL 2.1 (Ubl .. Cbc) and of DATEV's invoice data (Ledger).
enum class Ns : quint8 { Foreign, Rsm, Ram, Udt, Qdt, Ubl, Cac, Cbc, Ledger };

struct KnownNamespace {
    std::string_view uri;
    Ns ns = Ns::Foreign;
};

// The namespaces one kind of document may use. The first is that of its root.
using Vocabulary = std::span<const KnownNamespace>;

// Up to eight bytes as one number, the first one lowest. Texts without a zero byte give different numbers.
constexpr quint64 packed(std::string_view bytes)
{
    const char* const at = bytes.data();
    const auto size = bytes.size();
    const auto one = [at](std::size_t i) { return static_cast<quint64>(static_cast<unsigned char>(at[i])) << (8 * i); };
    if (!std::is_constant_evaluated() && Q_BYTE_ORDER == Q_LITTLE_ENDIAN) {   // no loop: its end is hard to foresee. What is taken twice does no harm
        if (size >= 4) {
            quint32 low = 0, high = 0;
            std::memcpy(&low, at, 4);
            std::memcpy(&high, at + size - 4, 4);
            return low | static_cast<quint64>(high) << (8 * (size - 4));
        }
        return size == 0 ? 0 : one(0) | one(size / 2) | one(size - 1);
    }
    quint64 out = 0;
    for (std::size_t i = 0; i < size; ++i) out |= one(i);
    return out;
}

// One number for a qualified name. Case labels with the same number would not compile; a foreign namespace gives 0.
constexpr quint64 nameKey(Ns ns, std::string_view local)
{
    constexpr quint64 kFactor = 0x9E3779B97F4A7C15ULL, kNextFactor = 0xBF58476D1CE4E5B8ULL;   // odd and even: every factor is odd
    if (ns == Ns::Foreign) return 0;
    // Every eight bytes have a factor of their own: no product waits for the one before.
    quint64 h = (static_cast<quint64>(ns) * 256 + local.size()) * 0x94D049BB133111EBULL;
    quint64 factor = kFactor;
    if (local.size() <= 8) return h + packed(local) * factor;
    for (std::size_t at = 0; at + 8 < local.size(); at += 8, factor += kNextFactor) h += packed({local.data() + at, 8}) * factor;
    return h + packed({local.data() + local.size() - 8, 8}) * factor;
}

constexpr quint64 ram(std::string_view local) { return nameKey(Ns::Ram, local); }
constexpr quint64 cac(std::string_view local) { return nameKey(Ns::Cac, local); }
constexpr quint64 cbc(std::string_view local) { return nameKey(Ns::Cbc, local); }
constexpr quint64 led(std::string_view local) { return nameKey(Ns::Ledger, local); }

class XmlTree;

// One element; valid as long as its tree. An empty one has no children, no text and no attributes.
class Element {
public:
    Element() = default;
    explicit operator bool() const { return m_tree != nullptr; }
    std::string_view attribute(std::string_view name) const;   // value of an attribute without prefix, as written; empty when absent
    std::string attributeText(std::string_view name) const;    // the same with its references resolved

    // Own text up to the first child element, references resolved, comments left out. room takes it when it has to be put together.
    std::string_view text(std::string& room) const;

private:
    friend class XmlTree;
    template <class F> friend void eachChild(Element, F&&);
    Element(const XmlTree* tree, quint32 index) : m_tree{tree}, m_index{index} {}
    const XmlTree* m_tree = nullptr;
    quint32 m_index = 0;
};

// What is refused: any DOCTYPE, entities other than the five predefined ones, whatever XML 1.0 calls not well-formed (names are not
// checked to the letter), and everything above limits::kMaxXmlDepth, kMaxXmlNodes, kMaxXmlAttributes. One pass without recursion.
class XmlTree {
public:
    // bytes must outlive the tree. Errors: those of xmlText(), "xml.malformed", "xml.dtd", "xml.too_deep", "xml.too_many_nodes".
    static Result<XmlTree> parse(QByteArrayView bytes, std::span<const Vocabulary> vocabularies);

    Element root() const { return {this, 0}; }
    std::string_view rootName() const;      // with its prefix, as written
    std::string_view rootLocalName() const;
    int vocabulary() const { return m_vocabulary; }   // which of the vocabularies the root is of; -1: none, then every key is 0

private:
    friend class Element;
    friend class XmlParser;
    template <class F> friend void eachChild(Element, F&&);

    struct Node {
        quint64 key = 0;
        quint32 text = 0, textSize = 0;         // raw, may hold references, CDATA, comments
        quint32 next = 0, firstChild = 0;       // 0: none (the root is nobody's child)
        quint32 attributes = 0;
        quint16 attributeCount = 0;
        bool plain = true;                      // the raw text is the text
    };
    struct Attribute { quint32 name = 0, nameSize = 0, value = 0, valueSize = 0; };

    std::string_view view(quint32 from, quint32 size) const { return {m_text.text.data() + from, size}; }

    XmlText m_text;
    std::vector<Node> m_nodes;
    std::vector<Attribute> m_attributes;
    quint32 m_rootName = 0, m_rootNameSize = 0;
    int m_vocabulary = -1;
};

// Calls f(element, key) for every child element of a known namespace.
template <class F>
void eachChild(Element parent, F&& f)
{
    if (!parent) return;
    const auto& nodes = parent.m_tree->m_nodes;
    for (quint32 i = nodes[parent.m_index].firstChild; i != 0; i = nodes[i].next)
        if (nodes[i].key != 0) f(Element{parent.m_tree, i}, nodes[i].key);
}

} // namespace tresen::adapters::einvoice
