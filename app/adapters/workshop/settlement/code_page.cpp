#include "app/adapters/workshop/settlement/code_page.h"
#include "app/core/code_pages.h"
#include <QList>
#include <QStringConverter>
#include <algorithm>

namespace tresen::adapters::settlement {
namespace {

struct Spelling { char16_t character; const char* letters; };

// By code point. Letters that no decomposition takes apart, marks, Greek and Cyrillic.
constexpr Spelling kSpellings[] = {
    {0x00A0, " "}, {0x00A1, "!"}, {0x00A2, "ct"}, {0x00A3, "GBP"}, {0x00A5, "JPY"}, {0x00A6, "|"}, {0x00A9, "(c)"}, {0x00AB, "\""},
    {0x00AC, "-"}, {0x00AD, ""}, {0x00AE, "(R)"}, {0x00B0, " Grad "}, {0x00B7, "."}, {0x00BB, "\""}, {0x00BF, "?"}, {0x00C6, "AE"},
    {0x00D0, "D"}, {0x00D7, "x"}, {0x00D8, "O"}, {0x00DE, "Th"}, {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F7, ":"},
    {0x00F8, "o"}, {0x00FE, "th"}, {0x0110, "D"}, {0x0111, "d"}, {0x0126, "H"}, {0x0127, "h"}, {0x0131, "i"}, {0x0138, "k"},
    {0x0141, "L"}, {0x0142, "l"}, {0x014A, "N"}, {0x014B, "n"}, {0x0152, "OE"}, {0x0153, "oe"}, {0x0166, "T"}, {0x0167, "t"},
    {0x018F, "E"}, {0x0259, "e"}, {0x0391, "A"}, {0x0392, "V"}, {0x0393, "G"}, {0x0394, "D"}, {0x0395, "E"}, {0x0396, "Z"},
    {0x0397, "I"}, {0x0398, "Th"}, {0x0399, "I"}, {0x039A, "K"}, {0x039B, "L"}, {0x039C, "M"}, {0x039D, "N"}, {0x039E, "X"},
    {0x039F, "O"}, {0x03A0, "P"}, {0x03A1, "R"}, {0x03A3, "S"}, {0x03A4, "T"}, {0x03A5, "Y"}, {0x03A6, "F"}, {0x03A7, "Ch"},
    {0x03A8, "Ps"}, {0x03A9, "O"}, {0x03B1, "a"}, {0x03B2, "v"}, {0x03B3, "g"}, {0x03B4, "d"}, {0x03B5, "e"}, {0x03B6, "z"},
    {0x03B7, "i"}, {0x03B8, "th"}, {0x03B9, "i"}, {0x03BA, "k"}, {0x03BB, "l"}, {0x03BC, "m"}, {0x03BD, "n"}, {0x03BE, "x"},
    {0x03BF, "o"}, {0x03C0, "p"}, {0x03C1, "r"}, {0x03C2, "s"}, {0x03C3, "s"}, {0x03C4, "t"}, {0x03C5, "y"}, {0x03C6, "f"},
    {0x03C7, "ch"}, {0x03C8, "ps"}, {0x03C9, "o"}, {0x0401, "Yo"}, {0x0402, "Dj"}, {0x0403, "Gj"}, {0x0404, "Ye"}, {0x0405, "Dz"},
    {0x0406, "I"}, {0x0407, "Yi"}, {0x0408, "J"}, {0x0409, "Lj"}, {0x040A, "Nj"}, {0x040B, "C"}, {0x040C, "Kj"}, {0x040E, "U"},
    {0x040F, "Dz"}, {0x0410, "A"}, {0x0411, "B"}, {0x0412, "V"}, {0x0413, "G"}, {0x0414, "D"}, {0x0415, "E"}, {0x0416, "Zh"},
    {0x0417, "Z"}, {0x0418, "I"}, {0x0419, "J"}, {0x041A, "K"}, {0x041B, "L"}, {0x041C, "M"}, {0x041D, "N"}, {0x041E, "O"},
    {0x041F, "P"}, {0x0420, "R"}, {0x0421, "S"}, {0x0422, "T"}, {0x0423, "U"}, {0x0424, "F"}, {0x0425, "Kh"}, {0x0426, "Ts"},
    {0x0427, "Ch"}, {0x0428, "Sh"}, {0x0429, "Shch"}, {0x042A, ""}, {0x042B, "Y"}, {0x042C, ""}, {0x042D, "E"}, {0x042E, "Yu"},
    {0x042F, "Ya"}, {0x0430, "a"}, {0x0431, "b"}, {0x0432, "v"}, {0x0433, "g"}, {0x0434, "d"}, {0x0435, "e"}, {0x0436, "zh"},
    {0x0437, "z"}, {0x0438, "i"}, {0x0439, "j"}, {0x043A, "k"}, {0x043B, "l"}, {0x043C, "m"}, {0x043D, "n"}, {0x043E, "o"},
    {0x043F, "p"}, {0x0440, "r"}, {0x0441, "s"}, {0x0442, "t"}, {0x0443, "u"}, {0x0444, "f"}, {0x0445, "kh"}, {0x0446, "ts"},
    {0x0447, "ch"}, {0x0448, "sh"}, {0x0449, "shch"}, {0x044A, ""}, {0x044B, "y"}, {0x044C, ""}, {0x044D, "e"}, {0x044E, "yu"},
    {0x044F, "ya"}, {0x0451, "yo"}, {0x0452, "dj"}, {0x0453, "gj"}, {0x0454, "ye"}, {0x0455, "dz"}, {0x0456, "i"}, {0x0457, "yi"},
    {0x0458, "j"}, {0x0459, "lj"}, {0x045A, "nj"}, {0x045B, "c"}, {0x045C, "kj"}, {0x045E, "u"}, {0x045F, "dz"}, {0x0490, "G"},
    {0x0491, "g"}, {0x1E9E, "SS"}, {0x2009, " "}, {0x200B, ""}, {0x200C, ""}, {0x200D, ""}, {0x200E, ""}, {0x200F, ""},
    {0x2010, "-"}, {0x2011, "-"}, {0x2012, "-"}, {0x2013, "-"}, {0x2014, "-"}, {0x2018, "'"}, {0x2019, "'"}, {0x201A, "'"},
    {0x201B, "'"}, {0x201C, "\""}, {0x201D, "\""}, {0x201E, "\""}, {0x2020, "+"}, {0x2021, "++"}, {0x2022, "*"}, {0x2026, "..."},
    {0x202F, " "}, {0x2030, " o/oo"}, {0x2032, "'"}, {0x2033, "\""}, {0x2039, "<"}, {0x203A, ">"}, {0x20AC, "EUR"}, {0x20B4, "UAH"},
    {0x20BA, "TRY"}, {0x20BD, "RUB"}, {0x2116, "Nr."}, {0x2122, "(TM)"}, {0x2212, "-"}, {0xFEFF, ""}};
static_assert(std::is_sorted(std::begin(kSpellings), std::end(kSpellings), [](const Spelling& a, const Spelling& b) { return a.character < b.character; }));

bool isUtf8(Encoding encoding)
{
    return encoding == Encoding::Utf8 || encoding == Encoding::Utf8Bom;
}

// The byte of the character, or -1.
int byteOf(char32_t c, Encoding encoding)
{
    if (c < 0x80) return static_cast<int>(c);
    if (c > 0xFFFF) return -1;
    if (encoding == Encoding::Cp1252 && c >= 0xA0 && c <= 0xFF) return static_cast<int>(c);
    const auto find = [c](const auto& table) {
        const auto at = std::find(table.begin(), table.end(), static_cast<char16_t>(c));
        return at == table.end() ? -1 : static_cast<int>(0x80 + (at - table.begin()));
    };
    return encoding == Encoding::Cp1252 ? find(codepage::kCp1252) : find(codepage::kCp850);
}

char16_t characterOf(unsigned char byte, Encoding encoding)
{
    if (byte < 0x80) return byte;
    if (encoding == Encoding::Cp850) return codepage::cp850(byte);
    const char16_t c = codepage::cp1252(byte);
    return c == 0 ? u'\uFFFD' : c;
}

const char* spelling(char32_t c)
{
    const auto at = std::lower_bound(std::begin(kSpellings), std::end(kSpellings), c, [](const Spelling& s, char32_t wanted) { return s.character < wanted; });
    return at != std::end(kSpellings) && at->character == c ? at->letters : nullptr;
}

// Letters of the table, or the character without its marks ("ń" as "n"). Null when there is no way.
QString spelled(char32_t c, Encoding encoding)
{
    if (const char* letters = spelling(c)) return QString::fromLatin1(letters);
    QString bare;
    const auto apart = QString::fromUcs4(&c, 1).normalized(QString::NormalizationForm_KD).toUcs4();
    for (const char32_t part : apart) {
        if (QChar::isMark(part)) continue;
        if (byteOf(part, encoding) >= 0) bare += QString::fromUcs4(&part, 1);
        else if (const char* letters = spelling(part)) bare += QString::fromLatin1(letters);
        else return {};
    }
    return bare.isEmpty() ? QString{} : bare;
}

} // namespace

Encoded fit(const QString& text, Encoding encoding)
{
    if (isUtf8(encoding)) return {text, {}};
    Encoded out;
    const auto points = text.normalized(QString::NormalizationForm_C).toUcs4();
    for (const char32_t c : points) {
        if (byteOf(c, encoding) >= 0) {
            out.text += QString::fromUcs4(&c, 1);
            continue;
        }
        const auto letters = spelled(c, encoding);
        if (letters.isNull()) out.missing.push_back(c);
        out.text += letters;
    }
    return out;
}

QByteArray toBytes(const QString& text, Encoding encoding)
{
    if (encoding == Encoding::Utf8) return text.toUtf8();
    if (encoding == Encoding::Utf8Bom) return QByteArrayLiteral("\xEF\xBB\xBF") + text.toUtf8();
    QByteArray out;
    out.reserve(text.size());
    for (const QChar c : text) {
        const int byte = byteOf(c.unicode(), encoding);
        Q_ASSERT(byte >= 0);
        out += static_cast<char>(byte);
    }
    return out;
}

QString fromBytes(const QByteArray& bytes, Encoding encoding)
{
    // Stateless: half a character at the end is an error, not something to wait for.
    QStringDecoder utf8{QStringDecoder::Utf8, QStringDecoder::Flag::Stateless};
    const QString read = utf8(bytes);
    if (!utf8.hasError()) return read;   // without its byte order mark
    const auto page = encoding == Encoding::Cp850 ? Encoding::Cp850 : Encoding::Cp1252;
    QString out;
    out.reserve(bytes.size());
    for (const char byte : bytes) out += QChar{characterOf(static_cast<unsigned char>(byte), page)};
    return out;
}

} // namespace tresen::adapters::settlement
