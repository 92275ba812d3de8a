#include "app/adapters/workshop/einvoice/xml_tree.h"
#include "app/core/limits.h"
#include <QtAlgorithms>
#include <array>
#include <list>
#include <optional>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

enum NameChar : unsigned char { NoName, NamePart, NameStart };

// XML 1.0, productions 4 and 4a; beyond ASCII every character passes.
constexpr auto kNameChar = [] {
    std::array<NameChar, 256> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == ':' || c >= 0x80;
        out[c] = letter ? NameStart : (c >= '0' && c <= '9') || c == '-' || c == '.' ? NamePart : NoName;
    }
    return out;
}();
NameChar nameChar(char c) { return kNameChar[static_cast<unsigned char>(c)]; }

#ifdef __SSE2__
constexpr std::ptrdiff_t kWide = 16;
__m128i wideAt(const char* at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(at)); }
unsigned placesOf(__m128i found) { return static_cast<unsigned>(_mm_movemask_epi8(found)); }   // a bit for each byte
#endif

// The first place from at on where a name cannot go on, sixteen bytes at a time where the processor can. Some characters that no name may hold are
// not noticed (";@[]^{|}" and the like): such a name is none we know.
const char* nameEnd(const char* at, [[maybe_unused]] const char* end)
{
#ifdef __SSE2__
    for (; end - at >= kWide; at += kWide) {
        const auto here = wideAt(at);
        const auto below0 = _mm_cmpeq_epi8(_mm_min_epu8(here, _mm_set1_epi8('/')), here);   // blanks and !"#$%&'()*+,-./
        const auto group = _mm_cmpeq_epi8(_mm_and_si128(here, _mm_set1_epi8(static_cast<char>(0xFC))), _mm_set1_epi8('<'));   // <=>?
        const auto stop = placesOf(_mm_or_si128(below0, group));
        if (stop == 0) continue;
        at += qCountTrailingZeroBits(stop);
        if (*at != '-' && *at != '.') return at;
        break;   // rare inside a name: go on by single characters
    }
#endif
    while (nameChar(*at) != NoName) ++at;
    return at;
}

bool isBlankChar(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// "#8364", "#x20AC": the character it stands for; 0 when it stands for none.
char32_t numericReference(std::string_view body)
{
    const bool hex = body.size() > 1 && body[1] == 'x';
    const auto digits = body.substr(hex ? 2 : 1);
    if (digits.empty() || digits.size() > 8) return 0;
    char32_t code = 0;
    for (const char c : digits) {
        char32_t digit = 99;
        if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
        else if (hex && c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a' + 10);
        else if (hex && c >= 'A' && c <= 'F') digit = static_cast<char32_t>(c - 'A' + 10);
        if (digit == 99) return 0;
        code = code * (hex ? 16 : 10) + digit;
    }
    if (code < 0x20) return code == 9 || code == 10 || code == 13 ? code : 0;
    return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE && code != 0xFFFF ? code : 0;
}

// The reference that begins with the '&' at text[at]: its character, and at moved behind its ';'. 0 when it is none.
char32_t referenceAt(std::string_view text, std::size_t& at)
{
    constexpr std::size_t kLongest = 12;
    const auto end = text.substr(at, kLongest).find(';');
    if (end == std::string_view::npos || end < 2) return 0;
    const auto body = text.substr(at + 1, end - 1);
    at += end + 1;
    if (body == "lt") return '<';
    if (body == "gt") return '>';
    if (body == "amp") return '&';
    if (body == "quot") return '"';
    if (body == "apos") return '\'';
    return body[0] == '#' ? numericReference(body) : 0;
}

bool referencesAreFine(std::string_view text)
{
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at))
        if (referenceAt(text, at) == 0) return false;
    return true;
}

void appendUtf8(std::string& out, char32_t c)
{
    const auto byte = [&](char32_t b) { out += static_cast<char>(b); };
    if (c < 0x80) return byte(c);
    if (c < 0x800) {
        byte(0xC0 | (c >> 6));
    } else {
        if (c < 0x10000) {
            byte(0xE0 | (c >> 12));
        } else {
            byte(0xF0 | (c >> 18));
            byte(0x80 | ((c >> 12) & 0x3F));
        }
        byte(0x80 | ((c >> 6) & 0x3F));
    }
    byte(0x80 | (c & 0x3F));
}

// Appends text with its references resolved. The parser has proved them.
void appendResolved(std::string& out, std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto next = qMin(text.find('&', at), text.size());
        out.append(text.substr(at, next - at));
        at = next;
        if (at < text.size()) appendUtf8(out, referenceAt(text, at));
    }
}

} // namespace

// Goes over the text once. It ends with '>', so a scan for the end of a name or of blanks cannot run over the end.
class XmlParser {
public:
    XmlParser(XmlTree& tree, std::span<const Vocabulary> vocabularies)
        : m_tree{tree}, m_vocabularies{vocabularies}, m_begin{tree.m_text.text.data()}, m_end{m_begin + tree.m_text.text.size()}, m_at{m_begin}
    {
        constexpr std::size_t kBytesPerElement = 40;
        m_tree.m_nodes.reserve(qMin<std::size_t>(tree.m_text.text.size() / kBytesPerElement + 8, 4096));
        m_tree.m_attributes.reserve(64);
        m_bindings.reserve(16);
        m_reference = m_begin;
        nextReference();
    }

    std::optional<Error> run()
    {
        if (m_end[-1] != '>') malformed("cut off, or text behind the root"_L1);
        if (m_code.isEmpty() && startsWith("<?xml") && isBlankChar(m_at[5])) skipPast("?>");
        while (m_code.isEmpty() && m_at < m_end) {
            const char* open = find(m_at, m_end, '<');
            if (!characters(open ? open : m_end) || !open) break;
            m_at = open + 1;
            if (!markup()) break;
        }
        if (m_code.isEmpty() && (m_depth > 0 || m_tree.m_nodes.empty())) malformed("cut off"_L1);
        if (m_code.isEmpty()) return std::nullopt;
        return Error{Fault::Invalid, m_code, m_detail};
    }

private:
    static constexpr std::size_t kMaxDepth = limits::kMaxXmlDepth;

    struct Binding { std::string_view prefix; quint64 key = 0; Ns ns = Ns::Foreign; std::size_t depth = 0; };   // key: see prefixKey()
    struct Open { quint32 node = 0, lastChild = 0; std::string_view name; };

    bool fail(QLatin1StringView code, QLatin1StringView detail = {})
    {
        m_code = code;
        m_detail = detail;
        return false;
    }
    bool malformed(QLatin1StringView detail) { return fail("xml.malformed"_L1, detail); }
    bool tooMany(QLatin1StringView detail = {}) { return fail("xml.too_many_nodes"_L1, detail); }

    // The first c between two places; null: none. Mostly it is near: not worth a call.
    const char* find(const char* from, const char* to, char c) const
    {
#ifdef __SSE2__
        if (m_end - from >= kWide) {
            const auto near = placesOf(_mm_cmpeq_epi8(wideAt(from), _mm_set1_epi8(c)));
            from += near != 0 ? static_cast<std::ptrdiff_t>(qCountTrailingZeroBits(near)) : kWide;
            if (near != 0 || from >= to) return from < to ? from : nullptr;
        }
#endif
        return static_cast<const char*>(std::memchr(from, c, static_cast<std::size_t>(to - from)));
    }
    bool startsWith(std::string_view what) const { return static_cast<std::size_t>(m_end - m_at) >= what.size() && std::memcmp(m_at, what.data(), what.size()) == 0; }
    quint32 offset(const char* p) const { return static_cast<quint32>(p - m_begin); }
    void skipBlanks() { while (isBlankChar(*m_at)) ++m_at; }

    bool skipPast(std::string_view mark)
    {
        const auto at = std::string_view{m_at, static_cast<std::size_t>(m_end - m_at)}.find(mark);
        if (at == std::string_view::npos) return malformed("cut off"_L1);
        m_at += at + mark.size();
        return true;
    }

    bool characters(const char* end)
    {
        if (end == m_at) return true;
        if (m_depth == 0) {
            for (; m_at < end; ++m_at)
                if (!isBlankChar(*m_at)) return malformed("text outside the root"_L1);
            return true;
        }
        if (!holdsReference(end)) return true;
        notPlain();
        return referencesAreFine({m_at, static_cast<std::size_t>(end - m_at)}) || malformed("entity"_L1);
    }

    // Most texts hold no '&': the place of the next one is looked up once and kept.
    void nextReference()
    {
        const char* found = m_reference < m_end ? find(m_reference, m_end, '&') : nullptr;
        m_reference = found ? found : m_end;
    }
    bool holdsReference(const char* end)
    {
        if (m_reference < m_at) {
            m_reference = m_at;
            nextReference();
        }
        return m_reference < end;
    }

    // The own text of an element ends at its first child; what comes later does not belong to it.
    void notPlain()
    {
        if (m_depth > 0 && m_open[m_depth].lastChild == 0) m_tree.m_nodes[m_open[m_depth].node].plain = false;
    }

    bool markup()
    {
        switch (*m_at) {
        case '/': return endTag();
        case '!': return declaration();
        case '?':
            if (startsWith("?xml") && isBlankChar(m_at[4])) return malformed("declaration"_L1);
            ++m_at;
            if (nameChar(*m_at) != NameStart) return malformed("processing instruction"_L1);
            notPlain();
            return skipPast("?>");
        default: return startTag();
        }
    }

    bool declaration()
    {
        if (startsWith("!--")) {
            m_at += 3;
            notPlain();
            if (!skipPast("--")) return false;
            if (m_at >= m_end || *m_at != '>') return malformed("comment"_L1);   // a comment must not hold "--" (XML 1.0, 2.5)
            ++m_at;
            return true;
        }
        if (startsWith("![CDATA[") && m_depth > 0) {
            notPlain();
            return skipPast("]]>");
        }
        if (m_end - m_at >= 8 && qstrnicmp(m_at, "!DOCTYPE", 8) == 0) return fail("xml.dtd"_L1);
        return malformed("declaration"_L1);
    }

    bool endTag()
    {
        if (m_depth == 0) return malformed("end tag"_L1);
        const auto& open = m_open[m_depth];
        ++m_at;
        if (!sameNameHere(open.name)) return malformed("end tag"_L1);
        if (open.lastChild == 0) closeText(m_tree.m_nodes[open.node], m_at - 2);
        m_at += open.name.size();
        if (m_at < m_end && *m_at != '>') skipBlanks();
        if (m_at >= m_end || *m_at != '>') return malformed("end tag"_L1);
        ++m_at;
        close();
        return true;
    }

    void closeText(XmlTree::Node& node, const char* end) const { node.textSize = offset(end) - node.text; }

    void close()
    {
        while (!m_bindings.empty() && m_bindings.back().depth >= m_depth) m_bindings.pop_back();
        --m_depth;
    }

    bool startTag()
    {
        const char* tag = m_at - 1;
        const char* start = m_at;
        if (m_depth == 0 && !m_tree.m_nodes.empty()) return malformed("second root"_L1);
        if (nameChar(*m_at) != NameStart) return malformed("name"_L1);
        m_at = nameEnd(m_at, m_end);
        const std::string_view name{start, static_cast<std::size_t>(m_at - start)};
        const char* colon = find(start, m_at, ':');
        if (m_tree.m_nodes.size() + m_tree.m_attributes.size() >= static_cast<std::size_t>(limits::kMaxXmlNodes)) return tooMany();
        if (m_depth >= kMaxDepth) return fail("xml.too_deep"_L1);

        const auto index = static_cast<quint32>(m_tree.m_nodes.size());
        if (m_depth > 0) link(index, tag);
        ++m_depth;
        auto& node = m_tree.m_nodes.emplace_back();   // filled where it stays: copied right after its parts were written, it would have to wait for them
        if (*m_at != '>' && !attributes(node)) return false;
        if (index == 0) root(name, colon);
        const auto prefix = colon ? std::string_view{start, static_cast<std::size_t>(colon - start)} : std::string_view{};
        const auto ns = nsOf(prefix);
        if (ns != Ns::Foreign) node.key = nameKey(ns, colon ? name.substr(prefix.size() + 1) : name);
        const bool empty = *m_at == '/';
        if (empty) ++m_at;
        if (m_at >= m_end || *m_at != '>') return malformed("tag"_L1);
        ++m_at;
        node.text = offset(m_at);
        m_open[m_depth] = {index, 0, name};
        if (empty) close();
        return true;
    }

    void link(quint32 index, const char* tag)
    {
        auto& parent = m_open[m_depth];
        if (parent.lastChild == 0) {
            m_tree.m_nodes[parent.node].firstChild = index;
            closeText(m_tree.m_nodes[parent.node], tag);
        } else {
            m_tree.m_nodes[parent.lastChild].next = index;
        }
        parent.lastChild = index;
    }

    // The attributes of one tag, from behind its name to its '>' or "/>".
    bool attributes(XmlTree::Node& node)
    {
        auto& all = m_tree.m_attributes;
        node.attributes = static_cast<quint32>(all.size());
        while (true) {
            const char* gap = m_at;
            skipBlanks();
            if (*m_at == '>' || *m_at == '/') return true;
            if (gap == m_at || nameChar(*m_at) != NameStart) return malformed("attribute"_L1);
            const char* start = m_at;
            while (nameChar(*m_at) != NoName) ++m_at;
            const std::string_view name{start, static_cast<std::size_t>(m_at - start)};
            skipBlanks();
            if (*m_at != '=') return malformed("attribute"_L1);
            ++m_at;
            skipBlanks();
            const char quote = *m_at;
            if (quote != '"' && quote != '\'') return malformed("attribute"_L1);
            const char* from = ++m_at;
            const char* to = from < m_end ? find(from, m_end, quote) : nullptr;
            if (!to || to + 1 >= m_end) return malformed("attribute"_L1);
            const std::string_view value{from, static_cast<std::size_t>(to - from)};
            if (value.find('<') != std::string_view::npos || (holdsReference(to) && !referencesAreFine(value))) return malformed("attribute"_L1);
            m_at = to + 1;
            for (auto i = node.attributes; i < all.size(); ++i)
                if (m_tree.view(all[i].name, all[i].nameSize) == name) return malformed("attribute stands twice"_L1);
            if (++node.attributeCount > limits::kMaxXmlAttributes) return tooMany("attributes"_L1);
            all.push_back({offset(start), static_cast<quint32>(name.size()), offset(from), static_cast<quint32>(value.size())});
            if (name.substr(0, 5) == "xmlns" && (name.size() == 5 || name[5] == ':')) bind(name, value);
        }
    }

    void bind(std::string_view name, std::string_view value)
    {
        const auto prefix = name.size() > 5 ? name.substr(6) : std::string_view{};
        auto uri = value;
        if (value.find('&') != std::string_view::npos) {
            appendResolved(m_resolved.emplace_back(), value);
            uri = m_resolved.back();
        }
        if (m_tree.m_nodes.size() == 1) m_rootUris.push_back({prefix, uri});   // what they stand for is known once the root is
        else m_bindings.push_back({prefix, prefixKey(prefix), known(uri), m_depth});
    }

    // The namespace of the root decides which vocabulary all other names are looked up in.
    void root(std::string_view name, const char* colon)
    {
        m_tree.m_rootName = offset(name.data());
        m_tree.m_rootNameSize = static_cast<quint32>(name.size());
        const auto prefix = colon ? name.substr(0, static_cast<std::size_t>(colon - name.data())) : std::string_view{};
        for (const auto& [bound, uri] : m_rootUris)
            for (std::size_t v = 0; v < m_vocabularies.size(); ++v)
                if (bound == prefix && m_vocabularies[v].front().uri == uri) m_tree.m_vocabulary = static_cast<int>(v);
        for (const auto& [bound, uri] : m_rootUris) m_bindings.push_back({bound, prefixKey(bound), known(uri), m_depth});
    }

    Ns known(std::string_view uri) const
    {
        if (m_tree.m_vocabulary < 0) return Ns::Foreign;
        for (const auto& k : m_vocabularies[static_cast<std::size_t>(m_tree.m_vocabulary)])
            if (k.uri == uri) return k.ns;
        return Ns::Foreign;
    }

    // Eight bytes at a time, the last ones perhaps twice.
    bool sameNameHere(std::string_view name) const
    {
        if (name.size() < 8 || static_cast<std::size_t>(m_end - m_at) < name.size()) return startsWith(name);
        const auto same = [&](std::size_t at) { return std::memcmp(m_at + at, name.data() + at, 8) == 0; };   // of a fixed size: no call
        std::size_t at = 0;
        while (at + 8 < name.size() && same(at)) at += 8;
        return at + 8 >= name.size() && same(name.size() - 8);
    }

    // Prefixes have two to four characters: a call to compare them costs more than this. 0: none, or a long one that has to be compared.
    static quint64 prefixKey(std::string_view prefix) { return prefix.size() <= 8 ? packed(prefix) : 0; }

    Ns nsOf(std::string_view prefix) const
    {
        const auto key = prefixKey(prefix);
        for (auto it = m_bindings.rbegin(); it != m_bindings.rend(); ++it)
            if (it->key == key && (key != 0 || it->prefix == prefix)) return it->ns;
        return Ns::Foreign;
    }

    XmlTree& m_tree;
    std::span<const Vocabulary> m_vocabularies;
    const char* m_begin;
    const char* m_end;
    const char* m_at;
    const char* m_reference;
    std::size_t m_depth = 0;
    std::array<Open, kMaxDepth + 1> m_open;
    std::vector<Binding> m_bindings;
    std::vector<std::pair<std::string_view, std::string_view>> m_rootUris;
    std::list<std::string> m_resolved;   // what the views above point to where it stands with references
    QLatin1StringView m_code, m_detail;
};

Result<XmlTree> XmlTree::parse(QByteArrayView bytes, std::span<const Vocabulary> vocabularies)
{
    auto text = xmlText(bytes);
    if (!text) return text.error();
    Result<XmlTree> out{XmlTree{}};
    out.value().m_text = std::move(text.value());
    if (auto error = XmlParser{out.value(), vocabularies}.run()) return *error;
    return out;
}

std::string_view XmlTree::rootName() const
{
    return view(m_rootName, m_rootNameSize);
}

std::string_view XmlTree::rootLocalName() const
{
    const auto name = rootName();
    return name.substr(name.find(':') + 1);   // npos + 1 is 0
}

std::string_view Element::attribute(std::string_view name) const
{
    if (!m_tree) return {};
    const auto& node = m_tree->m_nodes[m_index];
    for (quint32 i = node.attributes; i < node.attributes + node.attributeCount; ++i) {
        const auto& a = m_tree->m_attributes[i];
        if (m_tree->view(a.name, a.nameSize) == name) return m_tree->view(a.value, a.valueSize);
    }
    return {};
}

std::string Element::attributeText(std::string_view name) const
{
    std::string out;
    appendResolved(out, attribute(name));
    return out;
}

std::string_view Element::text(std::string& room) const
{
    if (!m_tree) return {};
    const auto& node = m_tree->m_nodes[m_index];
    auto rest = m_tree->view(node.text, node.textSize);
    if (node.plain) return rest;
    room.clear();
    while (!rest.empty()) {
        const auto open = rest.find('<');
        appendResolved(room, rest.substr(0, open));
        if (open == std::string_view::npos) break;
        rest.remove_prefix(open);
        const bool cdata = rest.substr(0, 9) == "<![CDATA[";
        const bool comment = rest.substr(0, 4) == "<!--";
        const std::string_view mark = cdata ? "]]>" : comment ? "-->" : "?>";
        const auto end = rest.find(mark, cdata ? 9 : comment ? 4 : 2);
        if (cdata) room.append(rest.substr(9, end - 9));
        rest.remove_prefix(end + mark.size());
    }
    return room;
}

} // namespace tresen::adapters::einvoice
