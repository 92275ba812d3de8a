// The mask is chosen here and not by the library: the model of the symbol must be the library's own.
#include "app/adapters/paper/letter/qr_mask.h"
#include <QTest>
#include <algorithm>
#include <limits>
#include <qrcodegen/qrcodegen.hpp>

using namespace tresen::adapters::letter;
using qrcodegen::QrCode;
using qrcodegen::QrSegment;

namespace {

QrCode encoded(int version, int mask, int seed)
{
    std::vector<std::uint8_t> bytes;
    for (int i = 0; i < 12; ++i) bytes.push_back(static_cast<std::uint8_t>(seed * 131 + i * 67));
    return QrCode::encodeSegments({QrSegment::makeBytes(bytes)}, QrCode::Ecc::MEDIUM, version, version, mask, false);
}

ModuleGrid gridOf(const QrCode& code)
{
    ModuleGrid grid{code.getSize(), {}};
    for (int y = 0; y < grid.size; ++y)
        for (int x = 0; x < grid.size; ++x) grid.dark.push_back(code.getModule(x, y) ? 1 : 0);
    return grid;
}

// The two strips of format bits beside the finders are the only function modules a mask changes.
bool isFormat(int size, int x, int y)
{
    return (y == 8 && (x < 9 || x >= size - 8)) || (x == 8 && (y < 9 || y >= size - 8));
}

} // namespace

class TestQrMask : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // Flipping our data modules of mask 0 gives the library's symbol under every other mask, in every version.
    void modelEqualsTheLibrary()
    {
        for (int version = 1; version <= 13; ++version) {
            const auto zero = gridOf(encoded(version, 0, version));
            for (int mask = 0; mask < 8; ++mask) {
                const auto real = gridOf(encoded(version, mask, version));
                for (int y = 0; y < zero.size; ++y) {
                    for (int x = 0; x < zero.size; ++x) {
                        if (isFormat(zero.size, x, y)) continue;
                        const bool flip = !isFunctionModule(version, x, y) && maskFlips(mask, x, y) != maskFlips(0, x, y);
                        QVERIFY2((zero.at(x, y) != real.at(x, y)) == flip, qPrintable(QStringLiteral("v%1 m%2 %3/%4").arg(version).arg(mask).arg(x).arg(y)));
                    }
                }
            }
        }
    }

    void penaltyOfKnownGrids()
    {
        // All light, 21 by 21: 42 lines of 3 + 16, 400 blocks of 3, and the worst balance.
        QCOMPARE(maskPenalty({21, std::vector<std::uint8_t>(441, 0)}), 42 * 19 + 400 * 3 + 10 * 10);
        ModuleGrid chess{21, std::vector<std::uint8_t>(441, 0)};
        for (int i = 0; i < 441; i += 2) chess.dark[static_cast<std::size_t>(i)] = 1;
        QCOMPARE(maskPenalty(chess), 0);
    }

    // The mask chosen without drawing the eight symbols is the best of the eight finished ones.
    void choiceIsTheBest()
    {
        for (int seed = 0; seed < 60; ++seed) {
            const int version = 2 + seed % 12;
            const int chosen = bestMask(gridOf(encoded(version, 0, seed)), version, 0);
            int best = std::numeric_limits<int>::max(), ours = 0;
            for (int mask = 0; mask < 8; ++mask) {
                const int penalty = maskPenalty(gridOf(encoded(version, mask, seed)));
                best = std::min(best, penalty);
                if (mask == chosen) ours = penalty;
            }
            QCOMPARE(ours, best);
        }
    }
};

QTEST_APPLESS_MAIN(TestQrMask)
#include "tst_qr_mask.moc"
