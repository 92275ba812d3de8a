#include "app/adapters/paper/letter/codes.h"
#include "app/adapters/paper/letter/qr_mask.h"
#include <algorithm>
#include <array>
#include <numeric>
#include <qrcodegen/qrcodegen.hpp>

using namespace Qt::Literals::StringLiterals;
using qrcodegen::QrCode;
using qrcodegen::QrSegment;

namespace tresen::adapters::letter {
namespace {

int formatLevel(QrCode::Ecc level)
{
    switch (level) {
    case QrCode::Ecc::LOW: return 1;
    case QrCode::Ecc::MEDIUM: return 0;
    case QrCode::Ecc::QUARTILE: return 3;
    case QrCode::Ecc::HIGH: return 2;
    }
    return 0;
}

ModuleGrid gridOf(const QrCode& code)
{
    const int n = code.getSize();
    ModuleGrid grid{n, std::vector<std::uint8_t>(static_cast<std::size_t>(n * n))};
    for (int y = 0; y < n; ++y)
        for (int x = 0; x < n; ++x) grid.at(x, y) = code.getModule(x, y) ? 1 : 0;
    return grid;
}

// Runs of a row, grown downwards while the rows below have the same run: about a third of the rectangles, and no hair lines between modules.
std::vector<QRect> merged(const ModuleGrid& grid)
{
    const int n = grid.size;
    std::vector<QRect> out, open;                // open: runs of the row above that may still grow
    for (int y = 0; y < n; ++y) {
        std::vector<QRect> now;
        for (int x = 0; x < n;) {
            if (!grid.at(x, y)) { ++x; continue; }
            int end = x;
            while (end < n && grid.at(end, y)) ++end;
            const auto above = std::find_if(open.begin(), open.end(), [&](const QRect& r) { return r.left() == x && r.width() == end - x; });
            if (above == open.end()) {
                now.emplace_back(x, y, end - x, 1);
            } else {
                now.push_back(above->adjusted(0, 0, 0, 1));
                open.erase(above);
            }
            x = end;
        }
        out.insert(out.end(), open.begin(), open.end());
        open = std::move(now);
    }
    out.insert(out.end(), open.begin(), open.end());
    return out;
}

// The library tries all eight masks on the whole symbol, which is nine tenths of its time: the choice is made here, and the library draws two.
Result<QrSymbol> symbol(const std::vector<QrSegment>& segments, bool boost, const QString& which)
{
    const auto under = [&](int mask) { return QrCode::encodeSegments(segments, QrCode::Ecc::MEDIUM, QrCode::MIN_VERSION, kMaxQrVersion, mask, boost); };
    try {
        const auto zero = under(0);
        auto grid = gridOf(zero);
        if (const int mask = bestMask(grid, zero.getVersion(), formatLevel(zero.getErrorCorrectionLevel())); mask != 0) grid = gridOf(under(mask));
        return QrSymbol{grid.size, zero.getVersion(), merged(grid)};
    } catch (const qrcodegen::data_too_long&) {
        return Error{Fault::Refused, u"paper.text_too_long"_s, which};
    }
}

// ISO/IEC 15417, table 1: bar and gap widths of the values 0 to 105; 106 is the stop pattern.
constexpr std::array<const char*, 107> kPatterns{
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212", "221213", "221312", "231212", "112232", "122132",
    "122231", "113222", "123122", "123221", "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221", "312212",
    "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321", "112313", "132113", "132311", "211313", "231113", "231311",
    "112133", "112331", "132131", "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131", "311123", "311321",
    "331121", "312113", "312311", "332111", "314111", "221411", "431111", "111224", "111422", "121124", "121421", "141122", "141221", "112214",
    "112412", "122114", "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242", "121142", "121241", "114212",
    "124112", "124211", "411212", "421112", "421211", "212141", "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113",
    "411311", "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};
constexpr int kToB = 100, kToC = 99, kStartB = 104, kStop = 106;

} // namespace

Result<QrSymbol> linkSymbol(const QByteArray& url)
{
    return symbol(QrSegment::makeSegments(url.constData()), true, u"payUrl"_s);
}

Result<QrSymbol> epcSymbol(const QByteArray& payload)
{
    return symbol({QrSegment::makeBytes({payload.begin(), payload.end()})}, false, u"epcPayload"_s);
}

Result<std::vector<int>> code128(const QByteArray& text)
{
    const auto printable = [](char c) { return c >= 0x20 && c < 0x7f; };
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), printable)) return Error{Fault::Refused, u"paper.no_glyph"_s, u"deskCode"_s};
    const auto isDigit = [&](qsizetype i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    const auto digitsFrom = [&](qsizetype i) { qsizetype n = 0; while (isDigit(i + n)) ++n; return n; };
    std::vector<int> values{kStartB};
    bool pairs = false;                          // set C
    for (qsizetype i = 0; i < text.size();) {
        if (pairs && digitsFrom(i) >= 2) {
            values.push_back((text[i] - '0') * 10 + (text[i + 1] - '0'));
            i += 2;
        } else if (pairs) {
            values.push_back(kToB);
            pairs = false;
        } else if (const auto n = digitsFrom(i); n >= 4 && n % 2 == 0) {
            values.push_back(kToC);
            pairs = true;
        } else {
            values.push_back(text[i++] - 0x20);
        }
    }
    int check = values.front();
    for (std::size_t k = 1; k < values.size(); ++k) check = (check + static_cast<int>(k) * values[k]) % 103;
    values.push_back(check);
    values.push_back(kStop);
    std::vector<int> widths;
    for (const int value : values)
        for (const char* w = kPatterns[static_cast<std::size_t>(value)]; *w != '\0'; ++w) widths.push_back(*w - '0');
    return widths;
}

} // namespace tresen::adapters::letter
