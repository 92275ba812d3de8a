#include "app/adapters/workshop/table/table_text.h"
#include "app/core/code_pages.h"
#include <QStringConverter>
#include <QStringDecoder>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::table {
namespace {

struct PageName { CodePage page; QStringView name; };
constexpr std::array kPageNames{PageName{CodePage::Cp850, u"CP850"}, PageName{CodePage::Cp1252, u"CP1252"}, PageName{CodePage::Latin1, u"ISO-8859-1"},
    PageName{CodePage::Latin9, u"ISO-8859-15"}, PageName{CodePage::Utf8, u"UTF-8"}, PageName{CodePage::Utf16Le, u"UTF-16LE"}, PageName{CodePage::Utf16Be, u"UTF-16BE"}};

bool isWide(CodePage page) { return page == CodePage::Utf16Le || page == CodePage::Utf16Be; }

// The character of a byte of a single-byte page; 0 where the page has none (NUL itself stays NUL and is the row's matter).
char16_t wideOf(unsigned char byte, CodePage page)
{
    if (byte < 0x80) return byte;
    switch (page) {
    case CodePage::Cp850: return codepage::cp850(byte);
    case CodePage::Cp1252: return codepage::cp1252(byte);
    case CodePage::Latin9:
        if (byte >= 0xA0) return codepage::latin9(byte);
        return 0;   // 0x80 to 0x9F are control characters nobody exports
    case CodePage::Latin1: return byte < 0xA0 ? 0 : byte;
    case CodePage::Utf8:
    case CodePage::Utf16Le:
    case CodePage::Utf16Be: break;
    }
    Q_UNREACHABLE();
}

Error undecodable(CodePage page, qsizetype at, qsizetype line)
{
    return Error{Fault::Invalid, u"text.undecodable"_s, u"%1 @%2 line %3"_s.arg(nameOf(page)).arg(at).arg(line)};
}

Error otherPage(QStringView name) { return Error{Fault::Invalid, u"text.code_page"_s, name.toString()}; }

// Length of the UTF-8 sequence at the front, 0 when there is none (RFC 3629: no overlong forms, no surrogates).
qsizetype sequenceAt(QByteArrayView bytes)
{
    const auto at = [&](qsizetype i) { return i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0U; };
    const auto tail = [&](qsizetype i) { return (at(i) & 0xC0U) == 0x80U; };
    const auto first = at(0);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return tail(1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        const bool low = first == 0xE0 && at(1) < 0xA0;
        const bool surrogate = first == 0xED && at(1) > 0x9F;
        return tail(1) && tail(2) && !low && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool low = first == 0xF0 && at(1) < 0x90;
        const bool high = first == 0xF4 && at(1) > 0x8F;
        return tail(1) && tail(2) && tail(3) && !low && !high ? 4 : 0;
    }
    return 0;
}

// Offset of the first byte that is no UTF-8, or -1. beyond: how many characters stand beyond ASCII.
qsizetype firstNoUtf8(QByteArrayView bytes, qsizetype& beyond)
{
    beyond = 0;
    for (qsizetype at = 0; at < bytes.size();) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) { ++at; continue; }
        const auto size = sequenceAt(bytes.sliced(at));
        if (size == 0) return at;
        ++beyond;
        at += size;
    }
    return -1;
}

// The page a byte order mark names, and its length.
qsizetype markAt(QByteArrayView bytes, CodePage& page)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) { page = CodePage::Utf8; return 3; }
    if (bytes.startsWith("\xFF\xFE")) { page = CodePage::Utf16Le; return 2; }
    if (bytes.startsWith("\xFE\xFF")) { page = CodePage::Utf16Be; return 2; }
    return 0;
}

// Every second byte of mostly Latin text in UTF-16 is zero; no other page writes zeros.
bool looksWide(QByteArrayView bytes, CodePage& page)
{
    constexpr qsizetype kLooked = 4096;
    const auto size = std::min(bytes.size(), kLooked) / 2;
    qsizetype even = 0, odd = 0;
    for (qsizetype i = 0; i < size; ++i) {
        if (bytes[2 * i] == 0) ++even;
        if (bytes[2 * i + 1] == 0) ++odd;
    }
    page = odd > even ? CodePage::Utf16Le : CodePage::Utf16Be;
    return size >= 4 && std::max(even, odd) * 5 > size * 3 && std::min(even, odd) * 20 < size;
}

qsizetype lineAt(QByteArrayView bytes, qsizetype at) { return 1 + std::count(bytes.begin(), bytes.begin() + at, '\n'); }

Result<QString> decodeWide(QByteArrayView bytes, CodePage page)
{
    QString out;
    out.reserve(bytes.size() / 2);
    const int high = page == CodePage::Utf16Be ? 0 : 1;
    qsizetype line = 1;
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        const auto byte = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
        const auto c = static_cast<char16_t>(byte(at + high) << 8 | byte(at + 1 - high));
        const bool afterHigh = !out.isEmpty() && out.back().isHighSurrogate();
        if (QChar::isLowSurrogate(c) != afterHigh) return undecodable(page, at, line);
        if (c == u'\n') ++line;
        out += QChar{c};
    }
    if (bytes.size() % 2 != 0) return undecodable(page, bytes.size() - 1, line);
    if (!out.isEmpty() && out.back().isHighSurrogate()) return undecodable(page, bytes.size() - 2, line);
    return out;
}

Result<QString> decodeNarrow(QByteArrayView bytes, CodePage page)
{
    qsizetype beyond = 0;
    const auto bad = firstNoUtf8(bytes, beyond);
    if (page == CodePage::Utf8) {
        if (bad >= 0) return undecodable(page, bad, lineAt(bytes, bad));
        return QString::fromUtf8(bytes);
    }
    // Letters of a single-byte page form no UTF-8 by chance.
    if (bad < 0 && beyond > 0) return otherPage(u"UTF-8");
    QString out{bytes.size(), Qt::Uninitialized};
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        const char16_t c = wideOf(byte, page);
        if (c == 0 && byte != 0) return undecodable(page, i, lineAt(bytes, i));
        out[i] = QChar{c};
    }
    return out;
}

// How well the letters beyond ASCII fit German text when read by this page: umlauts inside of words count for it, anything else against it.
int germanScore(QByteArrayView bytes, CodePage page)
{
    static constexpr QStringView kGood = u"äöüÄÖÜßéèáàçñ§°€";
    int score = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (byte < 0x80) continue;
        const char16_t c = wideOf(byte, page);
        if (c == 0) return -1'000'000;
        const bool letter = QChar::isLetter(c);
        const bool inWord = i > 0 && QChar::isLetter(wideOf(static_cast<unsigned char>(bytes[i - 1]), page));
        if (kGood.contains(QChar{c})) score += 2;
        else if (letter) score += 0;
        else if (inWord) score -= 3;   // a mark in the middle of a word
        else score -= 1;
    }
    return score;
}

} // namespace

QString nameOf(CodePage page)
{
    return std::find_if(kPageNames.begin(), kPageNames.end(), [page](const PageName& n) { return n.page == page; })->name.toString();
}

bool codePageOf(QStringView name, CodePage& out)
{
    const auto found = std::find_if(kPageNames.begin(), kPageNames.end(), [name](const PageName& n) { return n.name == name; });
    if (found == kPageNames.end()) return false;
    out = found->page;
    return true;
}

Result<QString> decode(const QByteArray& bytes, CodePage page)
{
    CodePage marked = page;
    const auto mark = markAt(bytes, marked);
    if (marked != page) return otherPage(nameOf(marked));
    const auto rest = QByteArrayView{bytes}.sliced(mark);
    if (CodePage wide = page; mark == 0 && looksWide(rest, wide) && wide != page) return otherPage(nameOf(wide));
    auto out = isWide(page) ? decodeWide(rest, page) : decodeNarrow(rest, page);
    if (!out) return out;
    auto& text = out.value();
    while (text.endsWith(QChar{0x1A})) text.chop(1);
    return out;
}

CodePageProposal proposeCodePage(const QByteArray& bytes)
{
    CodePageProposal out;
    if (markAt(bytes, out.page) > 0) return {out.page, true};
    if (looksWide(bytes, out.page)) return {out.page, true};
    qsizetype beyond = 0;
    if (firstNoUtf8(bytes, beyond) < 0) return {CodePage::Utf8, true};
    // -15 differs from 1252 in eight characters only and is never told apart by them: it is proposed when its euro sign stands before an amount.
    constexpr std::array kTried{CodePage::Cp1252, CodePage::Cp850, CodePage::Latin9, CodePage::Latin1};
    out.page = CodePage::Cp1252;
    int best = germanScore(bytes, CodePage::Cp1252), second = -1'000'000;
    for (const auto page : kTried) {
        if (page == CodePage::Cp1252) continue;
        const int score = germanScore(bytes, page);
        if (score > best) {
            second = best;
            best = score;
            out.page = page;
        } else if (page == CodePage::Cp850 || out.page == CodePage::Cp850) {
            second = std::max(second, score);   // the Latin pages read German alike, so only 850 is a rival
        }
    }
    out.certain = best > 0 && best - second >= 4;
    return out;
}

} // namespace tresen::adapters::table
