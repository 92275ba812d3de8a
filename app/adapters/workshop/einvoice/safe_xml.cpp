#include "app/adapters/workshop/einvoice/safe_xml.h"
#include "app/core/limits.h"
#include <QStringConverter>
#include <QUtf8StringView>
#include <array>
#include <cstring>
#include <optional>
#include <string_view>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

Error xmlError(QString code, QString detail = {})
{
    return Error{Fault::Invalid, std::move(code), std::move(detail)};
}

bool isXmlBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// ---- Encoding ----------------------------------------------------------------------------------------------------------------

// The encoding the XML declaration names, lower case; empty when it names none (XML 1.0, 4.3.3).
std::string declaredEncoding(std::string_view text)
{
    if (text.substr(0, 5) != "<?xml") return {};
    const auto end = text.substr(0, 400).find("?>");
    const auto declaration = text.substr(0, end == std::string_view::npos ? 400 : end);
    auto at = declaration.find("encoding");
    if (at == std::string_view::npos) return {};
    at = declaration.find_first_of("\"'", at);
    if (at == std::string_view::npos) return "?";
    const auto close = declaration.find(declaration[at], at + 1);
    if (close == std::string_view::npos) return "?";
    std::string name{declaration.substr(at + 1, close - at - 1)};
    for (char& c : name)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return name.empty() ? "?" : name;
}

enum class ByteTable { Utf8, Latin1, Latin9, Windows1252, Unknown };

ByteTable byteTable(const std::string& name)
{
    if (name.empty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") return ByteTable::Utf8;
    if (name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "iso_8859-1") return ByteTable::Latin1;
    if (name == "iso-8859-15" || name == "latin9" || name == "latin-9" || name == "iso8859-15") return ByteTable::Latin9;
    if (name == "windows-1252" || name == "cp1252") return ByteTable::Windows1252;
    return ByteTable::Unknown;
}

// windows-1252, bytes 0x80 to 0x9F; 0 marks the five bytes that stand for nothing.
constexpr std::array<char16_t, 32> kWindows1252{
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178};

char16_t latin9(unsigned char byte)
{
    switch (byte) {
    case 0xA4: return 0x20AC;
    case 0xA6: return 0x0160;
    case 0xA8: return 0x0161;
    case 0xB4: return 0x017D;
    case 0xB8: return 0x017E;
    case 0xBC: return 0x0152;
    case 0xBD: return 0x0153;
    case 0xBE: return 0x0178;
    default: return byte;
    }
}

Result<std::string> decodeBytes(std::string_view text, ByteTable table)
{
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (const char raw : text) {
        const auto byte = static_cast<unsigned char>(raw);
        if (byte < 0x80) { out += raw; continue; }
        char16_t c = byte;
        if (table == ByteTable::Latin9) c = latin9(byte);
        else if (table == ByteTable::Windows1252 && byte < 0xA0) c = kWindows1252[byte - 0x80U];
        if (c == 0) return xmlError(u"xml.encoding"_s, u"byte %1"_s.arg(uint{byte}, 2, 16, QChar{u'0'}));
        if (c >= 0x800) out += static_cast<char>(0xE0 | (c >> 12));
        out += c >= 0x800 ? static_cast<char>(0x80 | ((c >> 6) & 0x3F)) : static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return out;
}

Result<std::string> decodeWide(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder{encoding};
    const QString text = decoder(bytes);
    const auto width = encoding == QStringConverter::Utf16LE || encoding == QStringConverter::Utf16BE ? 2 : 4;
    if (decoder.hasError() || bytes.size() % width != 0) return xmlError(u"xml.encoding"_s, u"damaged UTF-%1"_s.arg(width * 8));
    QByteArray utf8 = text.toUtf8();
    if (utf8.startsWith("\xEF\xBB\xBF")) utf8.remove(0, 3);
    return utf8.toStdString();
}

Result<std::string> toUtf8(QByteArrayView bytes)
{
    const auto starts = [&](const char* what, qsizetype n) { return bytes.size() >= n && std::memcmp(bytes.data(), what, static_cast<std::size_t>(n)) == 0; };
    if (starts("\xFF\xFE\0\0", 4) || starts("<\0\0\0", 4)) return decodeWide(bytes, QStringConverter::Utf32LE);
    if (starts("\0\0\xFE\xFF", 4) || starts("\0\0\0<", 4)) return decodeWide(bytes, QStringConverter::Utf32BE);
    if (starts("\xFF\xFE", 2) || starts("<\0", 2)) return decodeWide(bytes, QStringConverter::Utf16LE);
    if (starts("\xFE\xFF", 2) || starts("\0<", 2)) return decodeWide(bytes, QStringConverter::Utf16BE);
    std::string_view text{bytes.data(), static_cast<std::size_t>(bytes.size())};
    const bool marked = starts("\xEF\xBB\xBF", 3);
    if (marked) text.remove_prefix(3);
    while (!text.empty() && isXmlBlank(text.front())) text.remove_prefix(1);
    const auto name = declaredEncoding(text);
    const auto table = byteTable(name);
    if (table == ByteTable::Unknown) return xmlError(u"xml.encoding"_s, QString::fromLatin1(name.data(), qMin<qsizetype>(40, static_cast<qsizetype>(name.size()))));
    if (marked || table == ByteTable::Utf8) return std::string{text};
    return decodeBytes(text, table);
}

// ---- Characters --------------------------------------------------------------------------------------------------------------

// XML 1.0, production 2: of the control characters only tab, line feed and carriage return. Eight bytes at a time.
bool hasForbiddenControl(std::string_view text, bool& sevenBit)
{
    constexpr quint64 kOnes = 0x0101010101010101ULL;
    constexpr quint64 kHigh = 0x8080808080808080ULL;
    const auto forbidden = [](char c) { return static_cast<unsigned char>(c) < 0x20 && !isXmlBlank(c); };
    quint64 high = 0;
    std::size_t i = 0;
    for (; i + 8 <= text.size(); i += 8) {
        quint64 word = 0;
        std::memcpy(&word, text.data() + i, 8);
        high |= word;
        if (((word - kOnes * 0x20) & ~word & kHigh) == 0) continue;   // no byte below 0x20 in this word
        for (std::size_t k = i; k < i + 8; ++k)
            if (forbidden(text[k])) return true;
    }
    for (; i < text.size(); ++i) {
        high |= static_cast<unsigned char>(text[i]);
        if (forbidden(text[i])) return true;
    }
    sevenBit = (high & kHigh) == 0;
    return false;
}

bool isNumericReference(std::string_view body)   // "#8364" or "#x20AC", without & and ;
{
    const bool hex = body.size() > 1 && body[1] == 'x';
    const auto digits = body.substr(hex ? 2 : 1);
    if (digits.empty() || digits.size() > 8) return false;
    quint32 code = 0;
    for (const char c : digits) {
        quint32 digit = 99;
        if (c >= '0' && c <= '9') digit = static_cast<quint32>(c - '0');
        else if (hex && c >= 'a' && c <= 'f') digit = static_cast<quint32>(c - 'a' + 10);
        else if (hex && c >= 'A' && c <= 'F') digit = static_cast<quint32>(c - 'A' + 10);
        if (digit == 99) return false;
        code = code * (hex ? 16 : 10) + digit;
    }
    if (code < 0x20) return code == 9 || code == 10 || code == 13;
    return code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF) && code != 0xFFFE && code != 0xFFFF;
}

bool referencesAreFine(std::string_view text)
{
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        const auto end = text.substr(at, 12).find(';');
        if (end == std::string_view::npos) return false;
        const auto body = text.substr(at + 1, end - 1);
        if (body == "lt" || body == "gt" || body == "amp" || body == "quot" || body == "apos") continue;
        if (body.empty() || body[0] != '#' || !isNumericReference(body)) return false;
    }
    return true;
}

// ---- Shape -------------------------------------------------------------------------------------------------------------------

// Walks from one '<' to the next. The text is NUL-terminated and holds no other NUL, so looking one or two bytes ahead is safe.
class ShapeCheck {
public:
    explicit ShapeCheck(std::string_view text) : m_text{text}, m_references{text.find('&') != std::string_view::npos} {}

    std::optional<Error> run()
    {
        while (true) {
            const auto open = m_text.find('<', m_at);
            const auto between = m_text.substr(m_at, open == std::string_view::npos ? open : open - m_at);
            if (auto error = characters(between)) return error;
            if (open == std::string_view::npos) break;
            m_at = open + 1;
            if (auto error = markup()) return error;
            if (m_depth > limits::kMaxXmlDepth) return xmlError(u"xml.too_deep"_s);
            if (m_nodes > limits::kMaxXmlNodes) return xmlError(u"xml.too_many_nodes"_s);
        }
        if (m_depth != 0 || !m_root) return xmlError(u"xml.malformed"_s, u"cut off"_s);
        return std::nullopt;
    }

private:
    std::optional<Error> characters(std::string_view text)
    {
        if (text.empty()) return std::nullopt;
        ++m_nodes;
        if (m_depth == 0)
            for (const char c : text)
                if (!isXmlBlank(c)) return xmlError(u"xml.malformed"_s, u"text outside the root"_s);
        if (m_references && !referencesAreFine(text)) return xmlError(u"xml.malformed"_s, u"entity"_s);
        return std::nullopt;
    }

    std::optional<Error> markup()
    {
        switch (m_text.data()[m_at]) {
        case '!': return declaration();
        case '?': return skipPast("?>");
        case '/': {
            const auto close = m_text.find('>', m_at);
            if (close == std::string_view::npos || --m_depth < 0) return xmlError(u"xml.malformed"_s, u"end tag"_s);
            m_at = close + 1;
            return std::nullopt;
        }
        default: return element();
        }
    }

    std::optional<Error> declaration()
    {
        const auto rest = m_text.substr(m_at);
        if (rest.substr(0, 3) == "!--") {
            const auto dashes = m_text.find("--", m_at + 3);   // a comment must not hold "--" (XML 1.0, 2.5)
            if (dashes == std::string_view::npos || m_text.data()[dashes + 2] != '>') return xmlError(u"xml.malformed"_s, u"comment"_s);
            m_at = dashes + 3;
            return std::nullopt;
        }
        if (rest.substr(0, 8) == "![CDATA[" && m_depth > 0) {
            ++m_nodes;
            return skipPast("]]>");
        }
        if (rest.size() >= 8 && qstrnicmp(rest.data(), "!DOCTYPE", 8) == 0) return xmlError(u"xml.dtd"_s);
        return xmlError(u"xml.malformed"_s, u"declaration"_s);
    }

    std::optional<Error> skipPast(std::string_view mark)
    {
        const auto end = m_text.find(mark, m_at);
        if (end == std::string_view::npos) return xmlError(u"xml.malformed"_s, u"cut off"_s);
        m_at = end + mark.size();
        return std::nullopt;
    }

    std::optional<Error> element()
    {
        if (m_depth == 0 && m_root) return xmlError(u"xml.malformed"_s, u"second root"_s);
        m_root = true;
        ++m_nodes;
        auto close = m_text.find('>', m_at);
        if (close == std::string_view::npos) return xmlError(u"xml.malformed"_s, u"cut off"_s);
        const auto tag = m_text.substr(m_at, close - m_at);
        if (tag.find('"') != std::string_view::npos || tag.find('\'') != std::string_view::npos) {
            if (auto error = attributes(close)) return error;
        } else if (tag.find('<') != std::string_view::npos) {
            return xmlError(u"xml.malformed"_s, u"tag"_s);
        }
        if (m_text[close - 1] != '/') ++m_depth;
        m_at = close + 1;
        return std::nullopt;
    }

    // Finds the true end of a tag whose attribute values may hold '>'.
    std::optional<Error> attributes(std::size_t& close)
    {
        int count = 0;
        std::size_t at = m_at;
        for (; at < m_text.size() && m_text[at] != '>'; ++at) {
            const char c = m_text[at];
            if (c == '<') return xmlError(u"xml.malformed"_s, u"tag"_s);
            if (c != '"' && c != '\'') continue;
            const auto end = m_text.find(c, at + 1);
            if (end == std::string_view::npos) return xmlError(u"xml.malformed"_s, u"attribute"_s);
            const auto value = m_text.substr(at + 1, end - at - 1);
            if (value.find('<') != std::string_view::npos) return xmlError(u"xml.malformed"_s, u"attribute"_s);
            if (m_references && !referencesAreFine(value)) return xmlError(u"xml.malformed"_s, u"entity"_s);
            if (++count > limits::kMaxXmlAttributes) return xmlError(u"xml.too_many_nodes"_s, u"attributes"_s);
            ++m_nodes;
            at = end;
        }
        if (at >= m_text.size()) return xmlError(u"xml.malformed"_s, u"cut off"_s);
        close = at;
        return std::nullopt;
    }

    std::string_view m_text;
    bool m_references;
    bool m_root = false;
    std::size_t m_at = 0;
    int m_depth = 0;
    int m_nodes = 0;
};

} // namespace

Result<std::string> safeXml(QByteArrayView bytes)
{
    if (bytes.isEmpty()) return xmlError(u"file.empty"_s);
    auto decoded = toUtf8(bytes);
    if (!decoded) return decoded;
    const std::string& text = decoded.value();
    if (text.empty()) return xmlError(u"file.empty"_s);
    bool sevenBit = true;
    if (hasForbiddenControl(text, sevenBit)) return xmlError(u"xml.malformed"_s, u"control character"_s);
    if (!sevenBit && !QUtf8StringView{text.data(), static_cast<qsizetype>(text.size())}.isValidUtf8()) return xmlError(u"xml.encoding"_s, u"no UTF-8"_s);
    if (auto error = ShapeCheck{text}.run()) return *error;
    return decoded;
}

} // namespace tresen::adapters::einvoice
