#include "app/adapters/workshop/einvoice/xml_text.h"
#include "app/core/code_pages.h"
#include "app/core/limits.h"
#include <QStringConverter>
#include <QUtf8StringView>
#include <array>
#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

Error textError(QString code, QString detail = {})
{
    return Error{Fault::Invalid, std::move(code), std::move(detail)};
}

bool isXmlBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// The encoding the XML declaration names, lower case; empty when there is no declaration or it names none (XML 1.0, production 23).
Result<QByteArray> declaredEncoding(std::string_view text)
{
    if (text.size() < 6 || text.substr(0, 5) != "<?xml" || !isXmlBlank(text[5])) return QByteArray{};
    const auto wrong = [] { return textError(u"xml.malformed"_s, u"declaration"_s); };
    const auto end = text.find("?>");
    if (end == std::string_view::npos) return wrong();
    auto rest = text.substr(5, end - 5);
    const auto skipBlanks = [&rest] { while (!rest.empty() && isXmlBlank(rest.front())) rest.remove_prefix(1); };
    QByteArray encoding;
    constexpr std::array<std::string_view, 3> kNames{"version", "encoding", "standalone"};   // in this order, the first is needed
    std::size_t next = 0;
    while (!rest.empty() && isXmlBlank(rest.front())) {
        skipBlanks();
        if (rest.empty()) break;
        while (next < kNames.size() && rest.substr(0, kNames[next].size()) != kNames[next] && next > 0) ++next;
        if (next >= kNames.size() || rest.substr(0, kNames[next].size()) != kNames[next]) return wrong();
        rest.remove_prefix(kNames[next].size());
        skipBlanks();
        if (rest.empty() || rest.front() != '=') return wrong();
        rest.remove_prefix(1);
        skipBlanks();
        if (rest.empty() || (rest.front() != '"' && rest.front() != '\'')) return wrong();
        const auto close = rest.find(rest.front(), 1);
        if (close == std::string_view::npos || close == 1) return wrong();
        const auto value = rest.substr(1, close - 1);
        if ((next == 0 && value != "1.0" && value != "1.1") || (next == 2 && value != "yes" && value != "no")) return wrong();
        if (next == 1) encoding = QByteArray{value.data(), static_cast<qsizetype>(value.size())}.toLower();
        rest.remove_prefix(close + 1);
        ++next;
    }
    if (next == 0 || !rest.empty()) return wrong();
    return encoding;
}

enum class ByteTable { Utf8, Latin1, Latin9, Windows1252, Unknown };

ByteTable byteTable(const QByteArray& name)
{
    if (name.isEmpty() || name == "utf-8" || name == "utf8" || name == "us-ascii" || name == "ascii") return ByteTable::Utf8;
    if (name == "iso-8859-1" || name == "latin1" || name == "iso8859-1" || name == "iso_8859-1") return ByteTable::Latin1;
    if (name == "iso-8859-15" || name == "latin9" || name == "latin-9" || name == "iso8859-15") return ByteTable::Latin9;
    if (name == "windows-1252" || name == "cp1252") return ByteTable::Windows1252;
    return ByteTable::Unknown;
}

XmlText owning(QByteArray utf8)
{
    XmlText out;
    out.owned = std::move(utf8);
    out.text = {out.owned.constData(), static_cast<std::size_t>(out.owned.size())};
    return out;
}

Result<XmlText> decodeBytes(std::string_view text, ByteTable table)
{
    QByteArray out;
    out.reserve(static_cast<qsizetype>(text.size() + text.size() / 8));
    for (const char raw : text) {
        const auto byte = static_cast<unsigned char>(raw);
        if (byte < 0x80) { out += raw; continue; }
        char16_t c = byte;
        if (table == ByteTable::Latin9) c = codepage::latin9(byte);
        else if (table == ByteTable::Windows1252) c = codepage::cp1252(byte);
        if (c == 0) return textError(u"xml.encoding"_s, u"byte %1"_s.arg(uint{byte}, 2, 16, QChar{u'0'}));
        if (c >= 0x800) out += static_cast<char>(0xE0 | (c >> 12));
        out += c >= 0x800 ? static_cast<char>(0x80 | ((c >> 6) & 0x3F)) : static_cast<char>(0xC0 | (c >> 6));
        out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return owning(std::move(out));
}

Result<XmlText> decodeWide(QByteArrayView bytes, QStringConverter::Encoding encoding)
{
    QStringDecoder decoder{encoding};
    const QString text = decoder(bytes);
    const auto width = encoding == QStringConverter::Utf16LE || encoding == QStringConverter::Utf16BE ? 2 : 4;
    if (decoder.hasError() || bytes.size() % width != 0) return textError(u"xml.encoding"_s, u"damaged UTF-%1"_s.arg(width * 8));
    QByteArray utf8 = text.toUtf8();
    if (utf8.startsWith("\xEF\xBB\xBF")) utf8.remove(0, 3);
    return owning(std::move(utf8));
}

Result<XmlText> toUtf8(QByteArrayView bytes)
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
    if (!name) return name.error();
    const auto table = byteTable(name.value());
    if (table == ByteTable::Unknown) return textError(u"xml.encoding"_s, QString::fromLatin1(name.value().left(limits::kMaxCode)));
    if (marked || table == ByteTable::Utf8) return XmlText{{}, text};
    return decodeBytes(text, table);
}

struct CharSummary {
    unsigned char forbidden = 0;   // not 0: a control character other than tab, line feed and carriage return (XML 1.0, production 2)
    unsigned char all = 0;         // every byte or-ed: below 0x80 the text is ASCII
};

// N is a constant so that the compiler turns the loop into vector code.
template <std::size_t N>
void addChars(CharSummary& sum, const char* text)
{
    unsigned char forbidden = 0;
    unsigned char all = 0;
    for (std::size_t i = 0; i < N; ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        forbidden = static_cast<unsigned char>(forbidden | ((c < 0x20) & (c != '\n') & (c != '\r') & (c != '\t')));
        all |= c;
    }
    sum.forbidden |= forbidden;
    sum.all |= all;
}

CharSummary summaryOf(std::string_view text)
{
    constexpr std::size_t kLongBlock = 1024, kBlock = 64;   // what the vectors hold is put together once a block, which costs as much as sixty bytes
    CharSummary sum;
    std::size_t i = 0;
    for (; i + kLongBlock <= text.size(); i += kLongBlock) addChars<kLongBlock>(sum, text.data() + i);
    for (; i + kBlock <= text.size(); i += kBlock) addChars<kBlock>(sum, text.data() + i);
    for (; i < text.size(); ++i) addChars<1>(sum, text.data() + i);
    return sum;
}

} // namespace

Result<XmlText> xmlText(QByteArrayView bytes)
{
    if (bytes.isEmpty()) return textError(u"file.empty"_s);
    auto decoded = toUtf8(bytes);
    if (!decoded) return decoded;
    auto& text = decoded.value().text;
    while (!text.empty() && isXmlBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isXmlBlank(text.back())) text.remove_suffix(1);
    if (text.empty()) return textError(u"file.empty"_s);
    const auto chars = summaryOf(text);
    if (chars.forbidden != 0) return textError(u"xml.malformed"_s, u"control character"_s);
    if (chars.all >= 0x80 && !QUtf8StringView{text.data(), static_cast<qsizetype>(text.size())}.isValidUtf8()) return textError(u"xml.encoding"_s, u"no UTF-8"_s);
    return decoded;
}

} // namespace tresen::adapters::einvoice
