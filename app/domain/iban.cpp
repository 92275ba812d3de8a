#include "app/domain/iban.h"
#include <algorithm>
#include <array>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

struct CountryLength { const char* code; int length; };

// IBAN registry: the single euro payments area.
constexpr std::array kLengths{
    CountryLength{"AD", 24}, CountryLength{"AT", 20}, CountryLength{"BE", 16}, CountryLength{"BG", 22}, CountryLength{"CH", 21}, CountryLength{"CY", 28},
    CountryLength{"CZ", 24}, CountryLength{"DE", 22}, CountryLength{"DK", 18}, CountryLength{"EE", 20}, CountryLength{"ES", 24}, CountryLength{"FI", 18},
    CountryLength{"FR", 27}, CountryLength{"GB", 22}, CountryLength{"GI", 23}, CountryLength{"GR", 27}, CountryLength{"HR", 21}, CountryLength{"HU", 28},
    CountryLength{"IE", 22}, CountryLength{"IS", 26}, CountryLength{"IT", 27}, CountryLength{"LI", 21}, CountryLength{"LT", 20}, CountryLength{"LU", 20},
    CountryLength{"LV", 21}, CountryLength{"MC", 27}, CountryLength{"MT", 31}, CountryLength{"NL", 18}, CountryLength{"NO", 15}, CountryLength{"PL", 28},
    CountryLength{"PT", 25}, CountryLength{"RO", 24}, CountryLength{"SE", 24}, CountryLength{"SI", 19}, CountryLength{"SK", 24}, CountryLength{"SM", 27},
    CountryLength{"VA", 22}};

constexpr int kShortestIban = 15, kLongestIban = 34;

bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }
bool isLetter(QChar c) { return c >= u'A' && c <= u'Z'; }

// ISO 7064 mod 97-10 over the text with its first four characters moved to the end, A=10 .. Z=35.
int mod97(QStringView text)
{
    constexpr quint64 kFull = std::numeric_limits<quint64>::max() / 100 - 100;   // beyond it there is no room for one more
    quint64 rest = 0;
    const auto feed = [&rest](QStringView part) {
        for (const QChar c : part) {
            if (rest > kFull) rest %= 97;   // a division by character would be half of the work
            if (isDigit(c)) rest = rest * 10 + (c.unicode() - '0');
            else rest = rest * 100 + (c.unicode() - 'A' + 10);
        }
    };
    feed(text.mid(4));
    feed(text.left(4));
    return static_cast<int>(rest % 97);
}

// ISO 7064 gives out 02 to 98; 00, 01 and 99 leave the same remainders as 97, 98 and 02.
bool possibleCheckDigits(QStringView digits)
{
    return digits != u"00" && digits != u"01" && digits != u"99";
}

bool alphanumeric(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return isDigit(c) || isLetter(c); });
}

} // namespace

QString compactIban(QStringView text)
{
    QString out{text.size(), Qt::Uninitialized};
    auto* to = out.data();
    for (const QChar c : text) {
        if (c.isSpace()) continue;
        *to++ = c >= u'a' && c <= u'z' ? QChar{static_cast<char16_t>(c.unicode() - 'a' + 'A')} : c;   // a dotless i is no letter of an IBAN, nor becomes one
    }
    out.truncate(to - out.constData());
    return out;
}

bool isIban(QStringView text)
{
    const auto iban = compactIban(text);
    if (iban.size() < kShortestIban || iban.size() > kLongestIban || !alphanumeric(iban)) return false;
    if (!isLetter(iban[0]) || !isLetter(iban[1]) || !isDigit(iban[2]) || !isDigit(iban[3])) return false;
    const auto country = std::find_if(kLengths.begin(), kLengths.end(), [&](const CountryLength& l) { return iban[0] == QLatin1Char{l.code[0]} && iban[1] == QLatin1Char{l.code[1]}; });
    if (country != kLengths.end() && country->length != iban.size()) return false;
    return possibleCheckDigits(QStringView{iban}.mid(2, 2)) && mod97(iban) == 1;
}

IbanFinding lookAtIban(QStringView text)
{
    const auto iban = compactIban(text);
    if (iban.isEmpty()) return {IbanFault::Empty, {}, 0, 0, {}};
    const auto foreign = std::find_if(iban.begin(), iban.end(), [](QChar c) { return !isDigit(c) && !isLetter(c); });
    if (foreign != iban.end()) return {IbanFault::Sign, {}, 0, 0, *foreign};
    for (qsizetype i = 0; i < std::min<qsizetype>(iban.size(), 4); ++i)
        if (i < 2 ? !isLetter(iban[i]) : !isDigit(iban[i])) return {IbanFault::Country, {}, 0, 0, {}};
    const int size = static_cast<int>(iban.size());
    if (size < 2) return {IbanFault::TooShort, {}, 0, kShortestIban - size, {}};
    const auto country = iban.left(2);
    const auto known = std::find_if(kLengths.begin(), kLengths.end(), [&](const CountryLength& l) { return country == QLatin1StringView{l.code, 2}; });
    const int least = known == kLengths.end() ? kShortestIban : known->length, most = known == kLengths.end() ? kLongestIban : known->length;
    const int length = known == kLengths.end() ? 0 : known->length;
    if (size < least) return {IbanFault::TooShort, country, length, least - size, {}};
    if (size > most) return {IbanFault::TooLong, country, length, size - most, {}};
    return {isIban(iban) ? IbanFault::None : IbanFault::CheckDigits, country, length, 0, {}};
}

QString germanBankCode(QStringView text)
{
    const auto iban = compactIban(text);
    return iban.startsWith(u"DE") && isIban(iban) ? iban.mid(4, 8) : QString{};
}

QString groupedIban(QStringView text)
{
    const auto iban = compactIban(text);
    QString out;
    for (qsizetype i = 0; i < iban.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += u' ';
        out += iban[i];
    }
    return out;
}

QString redactedIban(QStringView text)
{
    const auto iban = compactIban(text);
    return iban.size() < 9 ? u"…"_s : iban.left(4) + u'…' + iban.right(4);
}

bool isBic(QStringView text)
{
    if (text.size() != 8 && text.size() != 11) return false;
    return alphanumeric(text) && std::all_of(text.begin(), text.begin() + 6, isLetter);
}

bool isCreditorReference(QStringView text)
{
    if (text.size() < 5 || text.size() > 25 || !text.startsWith(u"RF")) return false;
    return isDigit(text[2]) && isDigit(text[3]) && possibleCheckDigits(text.mid(2, 2)) && alphanumeric(text) && mod97(text) == 1;
}

} // namespace tresen::domain
