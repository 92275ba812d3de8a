// The codes of a sheet as shapes: QR symbols as merged rectangles on the unit grid, Code 128 as bar widths. Used by Canvas.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <QRect>
#include <vector>

namespace tresen::adapters::letter {

inline constexpr int kMaxQrVersion = 13;         // EPC069-12; and beyond it a module of the 38 mm cell falls below 0.4 mm
inline constexpr int kQuietModules = 4;          // ISO/IEC 18004
inline constexpr int kBarsQuiet = 10;            // ISO/IEC 15417: ten narrow bars left and right

struct QrSymbol {
    int size = 0, version = 0;
    std::vector<QRect> dark;                     // disjoint, covering every dark module once
};

// ECC M at least (more where the version has room), best segment mode. Fault::Refused "paper.text_too_long" above version 13.
Result<QrSymbol> linkSymbol(const QByteArray& url);
// EPC069-12: byte mode, ECC M exactly. Fault::Refused "paper.text_too_long" above version 13.
Result<QrSymbol> epcSymbol(const QByteArray& payload);

// Code 128 in sets B and C: the widths of bar, gap, bar … in narrow bars, ending with a bar. Fault::Refused "paper.no_glyph" outside ASCII.
Result<std::vector<int>> code128(const QByteArray& text);

} // namespace tresen::adapters::letter
