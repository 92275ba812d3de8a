// Every fuzz target, without a fuzzer: its entry over its seeds and over what a seeded generator makes of them, the same each time. A target aborts when what
// it promises does not hold; the row then says which, and its seeds and numbers make it again.
#include <QApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QTest>
#include <array>
#include <random>

using FuzzEntry = int (*)(const std::uint8_t* data, std::size_t size);

#include "fuzz_targets.inc"   // TRESEN_FUZZ_TARGETS: X(scan_filter) X(read_assembler) …, as the folder holds them
#define X(name) extern "C" int fuzz_entry_##name(const std::uint8_t* data, std::size_t size);
TRESEN_FUZZ_TARGETS
#undef X

namespace {

constexpr int kMutations = 3'000;      // of one target, as far as its time goes
constexpr int kTargetMs = 300;         // of mutations; a target that asks over sockets reaches fewer of them
constexpr qsizetype kMostBytes = 16 * 1024;

struct FuzzTarget { const char* name; FuzzEntry entry; };

const std::vector<FuzzTarget>& targets()
{
    static const std::vector<FuzzTarget> all{
#define X(name) FuzzTarget{#name, fuzz_entry_##name},
        TRESEN_FUZZ_TARGETS
#undef X
    };
    return all;
}

void run(FuzzEntry entry, const QByteArray& bytes)
{
    // A copy of exactly this size: what reads beyond its end is seen by the sanitizer.
    const std::vector<std::uint8_t> exact(bytes.begin(), bytes.end());
    entry(exact.data(), exact.size());
}

class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : m_random{seed} {}

    QByteArray of(const QList<QByteArray>& seeds)
    {
        auto out = seeds[place(seeds.size())];
        for (qsizetype steps = 1 + place(4); steps > 0; --steps) out = step(out, seeds);
        return out.left(kMostBytes);
    }

private:
    qsizetype place(qsizetype below) { return below <= 0 ? 0 : static_cast<qsizetype>(m_random() % static_cast<std::uint32_t>(below)); }

    QByteArray step(QByteArray bytes, const QList<QByteArray>& seeds)
    {
        static constexpr std::array<QByteArrayView, 16> kWords{"\0", "\xff", "\r\n", "\r\n\r\n", "-1", "0", "99999999999999999999", "1e400", "\"", "{", "[[[[[[[[",
                                                               "\xc3\x28", "%00", ";", "Content-Length: 5\r\n", "null"};
        const auto at = place(bytes.size() + 1);
        switch (place(6)) {
        case 0: if (!bytes.isEmpty()) bytes[place(bytes.size())] = static_cast<char>(m_random() & 0xffU); break;
        case 1: bytes.insert(at, kWords[static_cast<std::size_t>(place(kWords.size()))].toByteArray()); break;
        case 2: bytes.remove(at, 1 + place(16)); break;
        case 3: bytes.insert(at, bytes.mid(place(bytes.size()), 1 + place(64))); break;
        case 4: bytes.truncate(at); break;
        default: bytes = bytes.left(at) + seeds[place(seeds.size())].mid(at); break;
        }
        return bytes;
    }

    std::mt19937 m_random;
};

} // namespace

class TstFuzzSeeds : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whateverComesHoldsWhatATargetPromises_data()
    {
        QTest::addColumn<int>("place");
        for (std::size_t i = 0; i < targets().size(); ++i) QTest::newRow(targets()[i].name) << static_cast<int>(i);
    }
    void whateverComesHoldsWhatATargetPromises()
    {
        QFETCH(int, place);
        const auto& target = targets()[static_cast<std::size_t>(place)];
        const QDir folder{QStringLiteral(TRESEN_SOURCE_DIR "/tests/fuzz/seeds/") + QString::fromLatin1(target.name)};
        QList<QByteArray> seeds;
        for (const auto& name : folder.entryList(QDir::Files, QDir::Name)) {
            QFile file{folder.filePath(name)};
            QVERIFY(file.open(QIODevice::ReadOnly));
            seeds << file.readAll();
        }
        QVERIFY2(!seeds.isEmpty(), "a target needs a seed");
        run(target.entry, {});
        for (const auto& seed : seeds) run(target.entry, seed);
        Mutator mutator{static_cast<std::uint32_t>(20'261'128 + place)};
        QDeadlineTimer time{kTargetMs};
        int done = 0;
        for (; done < kMutations && !time.hasExpired(); ++done) run(target.entry, mutator.of(seeds));
        qInfo("%s: %d mutations of %lld seeds", target.name, done, static_cast<long long>(seeds.size()));
        QVERIFY(done > 0);
    }
};

QTEST_MAIN(TstFuzzSeeds)
#include "tst_fuzz_seeds.moc"
