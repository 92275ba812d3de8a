// The arena of folded keys: words are found wherever they stand, and a day of changed keys does not make it grow.
#include "ui/models/search_index.h"
#include <QRandomGenerator>
#include <QTest>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::ui;

class TstSearchIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aDayOfChangedKeysDoesNotGrow()
    {
        constexpr int kSlots = 10'000;
        constexpr std::size_t kKey = 50, kAlive = kSlots * kKey;   // bytes of the longest key here, with its end
        SearchIndex index;
        index.reserve(kSlots);
        for (int slot = 0; slot < kSlots; ++slot) index.append(u"mab%1muellergolf"_s.arg(slot));
        std::size_t most = 0;
        for (int n = 0; n < 20 * kSlots; ++n) {
            const int slot = n % kSlots, hook = n / kSlots % 2 == 0 ? 7 : 77;   // each time of another length: none fits into its old place
            index.replace(slot, u"mab%1muellergolfhook%2"_s.arg(slot).arg(hook));
            most = std::max(most, index.arenaBytes());
        }
        QVERIFY2(most <= kAlive + (1U << 20U) + kKey, qPrintable(QString::number(most)));
        std::vector<std::uint8_t> hits;
        index.find({u"mab9999m"_s}, hits);
        QCOMPARE(std::count(hits.begin(), hits.end(), std::uint8_t{1}), std::ptrdiff_t{1});
        QVERIFY(index.matches(9'999, {u"hook7"_s}));
    }
    void wordsAreFoundAtEveryPlace()
    {
        QRandomGenerator random{7};
        QStringList keys;
        SearchIndex index;
        const auto some = [&random](int most) {   // few letters, so that nearly the same stands everywhere
            QString out;
            for (int n = random.bounded(1, most); n > 0; --n) out += u"abü"_s[random.bounded(3)];
            return out;
        };
        for (int slot = 0; slot < 300; ++slot) {
            keys += some(40);
            index.append(keys.last());
        }
        int found = 0;
        std::vector<std::uint8_t> hits;
        for (int n = 0; n < 1'000; ++n) {
            const auto word = n % 20 == 0 ? keys[random.bounded(static_cast<int>(keys.size()))] : some(12);   // a whole key too, up to the last one
            index.find({word}, hits);
            for (int slot = 0; slot < keys.size(); ++slot) {
                QCOMPARE(hits[static_cast<std::size_t>(slot)] != 0, keys[slot].contains(word));
                found += hits[static_cast<std::size_t>(slot)];
            }
        }
        QVERIFY(found > 10'000 && found < 290'000);
    }
};

QTEST_GUILESS_MAIN(TstSearchIndex)
#include "tst_search_index.moc"
