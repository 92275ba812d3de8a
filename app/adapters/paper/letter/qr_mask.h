// The choice of a QR symbol's mask by the four rules of ISO/IEC 18004, 7.8.3, an order of magnitude faster than drawing all eight symbols.
#pragma once
#include <cstdint>
#include <vector>

namespace tresen::adapters::letter {

// A square of modules, row by row; 1 is dark. Sides of versions 1 to 13 only: 21 to 69.
struct ModuleGrid {
    int size = 0;
    std::vector<std::uint8_t> dark;
    std::uint8_t at(int x, int y) const { return dark[static_cast<std::size_t>(y * size + x)]; }
    std::uint8_t& at(int x, int y) { return dark[static_cast<std::size_t>(y * size + x)]; }
};

bool maskFlips(int mask, int x, int y);                 // table 10 of the standard; masks 0 to 7
bool isFunctionModule(int version, int x, int y);       // finder, format, timing, alignment, version: no mask touches them
int maskPenalty(const ModuleGrid& grid);
// `zero` is the symbol under mask 0, level the two format bits of its error correction (L 1, M 0, Q 3, H 2).
int bestMask(const ModuleGrid& zero, int version, int level);

} // namespace tresen::adapters::letter
