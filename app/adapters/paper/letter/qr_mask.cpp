#include "app/adapters/paper/letter/qr_mask.h"
#include <array>
#include <cstdlib>
#include <limits>

namespace tresen::adapters::letter {
namespace {

constexpr int kRun = 3, kBlock = 3, kFinder = 40, kBalance = 10;   // weights N1 to N4

// Rules 1 and 3 along one line of modules, given as a pointer and a stride.
int linePenalty(const std::uint8_t* line, int size, int stride)
{
    int penalty = 0, run = 0;
    unsigned window = 0;                                // the last eleven modules
    std::uint8_t colour = 2;
    for (int i = 0; i < size; ++i) {
        const std::uint8_t module = line[i * stride];
        run = module == colour ? run + 1 : 1;
        colour = module;
        if (run == 5) penalty += kRun;
        else if (run > 5) ++penalty;
        window = ((window << 1) | module) & 0x7ff;
        if (i >= 10 && (window == 0b10111010000 || window == 0b00001011101)) penalty += kFinder;
    }
    return penalty;
}

// Both copies of the format information, 7.9: level and mask with their BCH(15,5) rest, masked by 0x5412.
void writeFormat(ModuleGrid& grid, int level, int mask)
{
    const int data = level << 3 | mask, n = grid.size;
    int rest = data;
    for (int i = 0; i < 10; ++i) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
    const int bits = (data << 10 | rest) ^ 0x5412;
    const auto bit = [bits](int i) { return static_cast<std::uint8_t>(bits >> i & 1); };
    for (int i = 0; i < 6; ++i) grid.at(8, i) = bit(i);
    grid.at(8, 7) = bit(6);
    grid.at(8, 8) = bit(7);
    grid.at(7, 8) = bit(8);
    for (int i = 9; i < 15; ++i) grid.at(14 - i, 8) = bit(i);
    for (int i = 0; i < 8; ++i) grid.at(n - 1 - i, 8) = bit(i);
    for (int i = 8; i < 15; ++i) grid.at(8, n - 15 + i) = bit(i);
}

} // namespace

bool maskFlips(int mask, int x, int y)
{
    switch (mask) {
    case 0: return (x + y) % 2 == 0;
    case 1: return y % 2 == 0;
    case 2: return x % 3 == 0;
    case 3: return (x + y) % 3 == 0;
    case 4: return (x / 3 + y / 2) % 2 == 0;
    case 5: return x * y % 2 + x * y % 3 == 0;
    case 6: return (x * y % 2 + x * y % 3) % 2 == 0;
    default: return ((x + y) % 2 + x * y % 3) % 2 == 0;
    }
}

bool isFunctionModule(int version, int x, int y)
{
    const int size = 17 + 4 * version;
    const auto corner = [&](int cx, int cy) { return (cx < 9 && cy < 9) || (cx >= size - 8 && cy < 9) || (cx < 9 && cy >= size - 8); };
    if (corner(x, y) || x == 6 || y == 6) return true;
    if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true;
    if (version == 1) return false;
    // Centres of the alignment patterns (annex E): 6, the last one, and at equal even steps between from version 7 on.
    const int count = version / 7 + 2;
    const int step = (version * 4 + count * 2 + 1) / (count * 2 - 2) * 2;
    const auto centre = [&](int i) { return i == 0 ? 6 : size - 7 - (count - 1 - i) * step; };
    for (int i = 0; i < count; ++i)
        for (int k = 0; k < count; ++k)
            if (!corner(centre(i), centre(k)) && std::abs(x - centre(i)) <= 2 && std::abs(y - centre(k)) <= 2) return true;
    return false;
}

int maskPenalty(const ModuleGrid& grid)
{
    const int n = grid.size;
    int penalty = 0, dark = 0;
    for (int i = 0; i < n; ++i) {
        penalty += linePenalty(&grid.dark[static_cast<std::size_t>(i * n)], n, 1);
        penalty += linePenalty(&grid.dark[static_cast<std::size_t>(i)], n, n);
    }
    for (int y = 0; y < n; ++y) {
        const auto* row = &grid.dark[static_cast<std::size_t>(y * n)];
        for (int x = 0; x < n; ++x) {
            dark += row[x];
            if (x + 1 == n || y + 1 == n) continue;
            const int sum = row[x] + row[x + 1] + row[x + n] + row[x + n + 1];
            if (sum == 0 || sum == 4) penalty += kBlock;
        }
    }
    return penalty + std::abs(dark * 20 - n * n * 10) / (n * n) * kBalance;
}

int bestMask(const ModuleGrid& zero, int version, int level)
{
    const int n = zero.size;
    std::vector<std::uint8_t> data(zero.dark.size());
    for (int y = 0; y < n; ++y)
        for (int x = 0; x < n; ++x) data[static_cast<std::size_t>(y * n + x)] = isFunctionModule(version, x, y) ? 0 : 1;
    int best = 0, least = std::numeric_limits<int>::max();
    auto tried = zero;
    for (int mask = 0; mask < 8; ++mask) {
        for (int y = 0; y < n; ++y) {
            for (int x = 0; x < n; ++x) {
                const auto i = static_cast<std::size_t>(y * n + x);
                const bool flip = data[i] != 0 && maskFlips(mask, x, y) != maskFlips(0, x, y);
                tried.dark[i] = static_cast<std::uint8_t>(zero.dark[i] ^ (flip ? 1 : 0));
            }
        }
        writeFormat(tried, level, mask);
        const int penalty = maskPenalty(tried);
        if (penalty < least) {
            least = penalty;
            best = mask;
        }
    }
    return best;
}

} // namespace tresen::adapters::letter
