// Figures of the store, each as a ratio inside one run: absolute times of a flush move by a factor of ten with what else the machine does.
//   payment   record one payment, durable / appending the same number of bytes to a file + fdatasync, taken in turns    reach: mean <= 1.2
//   import    10,000 invoices in group commits, synchronous=FULL / OFF                                                  reach: <= 1.5
//   board     reading all rows
//   stop      asking whether writing is stopped / one payment, durable                        reach: <= 0.02
//   desk      time from a commit to the other desk's notice, p50; and whether all were noticed     reach: SQLite 10 ms, PostgreSQL 1 ms
#include "tests/app/store/store_fixture.h"
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QThread>
#include <atomic>
#include <benchmark/benchmark.h>
#include <fcntl.h>
#include <numeric>
#include <random>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

namespace {

constexpr int kGroup = 500;
using Millis = std::vector<double>;   // of time, never of money

double p50(Millis values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double mean(const Millis& values) { return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(std::max<std::size_t>(values.size(), 1)); }
double msSince(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

qint64 bytesWritten()
{
    QFile io{u"/proc/self/io"_s};
    if (!io.open(QIODevice::ReadOnly)) return 0;
    for (const auto& line : io.readAll().split('\n'))
        if (line.startsWith("wchar: ")) return line.mid(7).toLongLong();
    return 0;
}

domain::Invoice fullInvoice(int number)
{
    auto invoice = sampleInvoice(u"R-%1"_s.arg(number), 10'000 + number, u"M-XY %1"_s.arg(number));
    invoice.buyer.name = u"Kunde %1"_s.arg(number % 3'000);
    invoice.buyer.id = u"K-%1"_s.arg(number % 3'000);
    invoice.buyer.address = {u"Landsberger Straße %1"_s.arg(number % 200), {}, {}, u"80339"_s, u"München"_s, u"DE"_s};
    invoice.vat = {{u"S"_s, u"19"_s, invoice.net, invoice.tax}};
    for (int i = 0; i < 6; ++i) invoice.lines.push_back({QString::number(i + 1), u"Bremsbeläge vorn erneuern"_s, u"Original, mit Verschleißanzeige"_s, u"1.5"_s, u"HUR"_s, domain::Money::cents(4'200), u"S"_s, u"19"_s});
    return invoice;
}

ports::Decision importOf(int number)
{
    ports::Decision out;
    const domain::KeyId key{u"key-%1"_s.arg(number)};
    const auto record = fullInvoice(number);
    out.events.push_back(domain::KeyTaken{key, record.vehicle.plate, {}, record.vehicle.model});
    domain::InvoiceTaken taken;
    taken.invoice = domain::InvoiceId{u"inv-%1"_s.arg(number)};
    taken.naturalKey = domain::naturalKeyOf(u"Haupthaus"_s, u"WERBAS"_s, record);
    taken.system = u"WERBAS"_s;
    taken.record = record;
    taken.key = key;
    out.events.push_back(std::move(taken));
    return out;
}

void importAll(SqlJournal& journal, int from, int count)
{
    for (int start = from; start < from + count; start += kGroup) {
        std::vector<ports::Job> jobs;
        for (int i = start; i < std::min(start + kGroup, from + count); ++i) {
            ports::Subject subject;
            subject.naturalKeys = {u"Haupthaus/WERBAS/2026/R-%1"_s.arg(i)};
            jobs.push_back({std::move(subject), always(importOf(i))});
        }
        const auto done = got(journal.decideAll(std::move(jobs)));
        if (!done || !done.value().back()) qFatal("import failed");
    }
}

struct Shop {
    explicit Shop(bool flush = true)
    {
        config.file = folder.filePath(u"tresen.db"_s);
        config.flushEveryCommit = flush;
        config.origin = {u"Haupthaus"_s, u"desk 1"_s, u"bench"_s};
        journal = std::make_unique<SqlJournal>(config, clock);
        if (!got(journal->open())) qFatal("open");
    }
    QTemporaryDir folder{QDir::currentPath() + u"/bench-XXXXXX"_s};   // on the disk of the build, not in memory
    SystemClock clock;
    StoreConfig config;
    std::unique_ptr<SqlJournal> journal;
};

ports::Decide onePayment(int number)
{
    return [number](const ports::Situation& s) -> Result<ports::Decision> {
        auto paid = cash(s.items.front().id.text(), 100, QString::number(number), u"B-%1"_s.arg(number + 1, 6, 10, QChar{u'0'}));
        return ports::Decision{{std::move(paid)}, {}, {}};
    };
}

void payment(benchmark::State& state)
{
    Shop shop;
    importAll(*shop.journal, 0, 10'000);
    const auto append = ::open(QFile::encodeName(shop.folder.filePath(u"append"_s)).constData(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    std::mt19937 random{1};
    int number = 0;
    const auto pay = [&] {
        ports::Subject subject;
        subject.invoices = {domain::InvoiceId{u"inv-%1"_s.arg(random() % 10'000)}};
        if (!got(shop.journal->decide(subject, onePayment(number++)))) qFatal("payment failed");
    };
    for (int i = 0; i < 20; ++i) pay();
    const auto before = bytesWritten();
    for (int i = 0; i < 100; ++i) pay();
    const QByteArray same(static_cast<qsizetype>((bytesWritten() - before) / 100), 'x');
    Millis payments, appends;
    for (auto _ : state) {
        QElapsedTimer timer;
        timer.start();
        if (::write(append, same.constData(), static_cast<std::size_t>(same.size())) != same.size() || ::fdatasync(append) != 0) qFatal("append");
        appends.push_back(msSince(timer));
        timer.restart();
        pay();
        payments.push_back(msSince(timer));
        state.SetIterationTime(payments.back() / 1000);
    }
    ::close(append);
    state.counters["bytes"] = static_cast<double>(same.size());
    state.counters["payment_p50_ms"] = p50(payments);
    state.counters["append_p50_ms"] = p50(appends);
    state.counters["ratio_mean"] = mean(payments) / mean(appends);
    state.counters["ratio_p50"] = p50(payments) / p50(appends);
}
BENCHMARK(payment)->UseManualTime()->Iterations(600)->Unit(benchmark::kMillisecond);

void import(benchmark::State& state)
{
    constexpr int kInvoices = 10'000;
    Millis full, off;
    for (auto _ : state) {
        for (const bool flush : {full.size() % 2 == 0, full.size() % 2 != 0}) {
            Shop shop{flush};
            QElapsedTimer timer;
            timer.start();
            importAll(*shop.journal, 0, kInvoices);
            (flush ? full : off).push_back(msSince(timer));
        }
        state.SetIterationTime(full.back() / 1000);
    }
    state.counters["full_per_s"] = kInvoices * 1000 / p50(full);
    state.counters["off_per_s"] = kInvoices * 1000 / p50(off);
    state.counters["ratio"] = p50(full) / p50(off);
}
BENCHMARK(import)->MeasureProcessCPUTime()->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

void board(benchmark::State& state)
{
    Shop shop{/*flush=*/false};
    importAll(*shop.journal, 0, static_cast<int>(state.range(0)));
    for (auto _ : state) {
        const auto rows = got(shop.journal->board());
        if (!rows || static_cast<qint64>(rows.value().size()) != state.range(0)) qFatal("board");
    }
    state.counters["rows_per_s"] = benchmark::Counter(static_cast<double>(state.range(0)), benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(board)->Arg(10'000)->Arg(100'000)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime()->MinTime(2);

// What every write pays for being stopped by whoever finds damage: the write transaction with the question and without it.
void stop(benchmark::State& state, bool postgres)
{
    constexpr int kTimes = 2'000, kPayments = 300;
    sim::PostgresCluster cluster;
    Shop shop;
    auto config = shop.config;
    if (postgres) {
        if (!cluster.start(sim::PostgresCluster::Flush::EveryCommit)) return state.SkipWithError(qPrintable(cluster.why()));
        config = cluster.freshConfig();
    }
    config.origin = shop.config.origin;
    SqlJournal journal{config, shop.clock};
    if (!got(journal.open())) qFatal("open");
    const DamageMark mark{config};
    const auto db = makeConnection(config);
    if (!db->open()) qFatal("open");
    double asked = 0, silent = 0, paid = 0;
    for (auto _ : state) {
        QElapsedTimer timer;
        for (int i = 0; i < 2 * kTimes; ++i) {   // taken in turns: the first ones are slower, whichever they are
            const bool ask = i % 2 == 0;
            timer.restart();
            if (!db->begin(Access::Write) || (ask && !mark.mayWrite(*db)) || !db->commit()) qFatal("begin");
            (ask ? asked : silent) += msSince(timer) / kTimes;
        }
        timer.restart();
        for (int i = 0; i < kPayments; ++i)
            if (!got(journal.decide({}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i)))))) qFatal("write");
        paid = msSince(timer) / kPayments;
        state.SetIterationTime((asked - silent) / 1000);
    }
    state.counters["begin_us"] = silent * 1000;
    state.counters["question_us"] = (asked - silent) * 1000;
    state.counters["write_us"] = paid * 1000;
    state.counters["ratio"] = (asked - silent) / paid;
}
BENCHMARK_CAPTURE(stop, sqlite, false)->UseManualTime()->Iterations(1)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(stop, postgres, true)->UseManualTime()->Iterations(1)->Unit(benchmark::kMicrosecond);

void desk(benchmark::State& state, bool postgres)
{
    sim::PostgresCluster cluster;
    Shop shop;
    auto config = shop.config;
    if (postgres) {
        if (!cluster.start(sim::PostgresCluster::Flush::EveryCommit)) return state.SkipWithError(qPrintable(cluster.why()));
        config = cluster.freshConfig();
    }
    config.origin = shop.config.origin;
    SqlJournal writer{config, shop.clock}, watcher{config, shop.clock};
    if (!got(writer.open()) || !got(watcher.open())) qFatal("open");
    QElapsedTimer timer;
    timer.start();
    std::atomic<qint64> seenSeq = 0, seenAt = 0;
    watcher.onForeignChange([&](qint64 seq) { seenAt = timer.nsecsElapsed(); seenSeq = seq; });
    watcher.followOthers(true);
    (void)got(watcher.board());
    std::mt19937 random{1};
    Millis delays;
    int number = 0, lost = 0;
    for (auto _ : state) {
        QThread::usleep(random() % 12'000);   // at any moment of the poll
        const auto done = got(writer.decide({}, always(takenIn(u"i%1"_s.arg(number), u"R-%1"_s.arg(number)))));
        const auto committed = timer.nsecsElapsed();
        ++number;
        if (!done) qFatal("write");
        for (int waited = 0; seenSeq < done.value().entries.back().seq; ++waited) {
            if (waited > 20'000) { ++lost; break; }
            QThread::usleep(100);
        }
        delays.push_back(static_cast<double>(std::max<qint64>(0, seenAt - committed)) / 1e6);
        state.SetIterationTime(delays.back() / 1000);
    }
    state.counters["after_commit_p50_ms"] = p50(delays);
    std::sort(delays.begin(), delays.end());
    state.counters["p99_ms"] = delays[delays.size() * 99 / 100];
    state.counters["lost"] = lost;
}
BENCHMARK_CAPTURE(desk, sqlite, false)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(desk, postgres, true)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app{argc, argv};   // the database thread's event loop needs one
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
