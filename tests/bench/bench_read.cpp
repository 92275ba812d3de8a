// How fast e-invoices are read, against QXmlStreamReader reading the same fields. With TRESEN_CORPUS set also on its public samples.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "tests/bench/made_invoices.h"
#include "tests/bench/read_peer.h"
#include <QDirIterator>
#include <QFile>
#include <benchmark/benchmark.h>
#include <ctime>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

namespace {

const adapters::einvoice::EInvoiceReader reader;

struct Set {
    std::vector<QByteArray> files;
    qint64 bytes = 0;
    int differences = 0;
    int left = 0;   // files one of the two does not read: ZUGFeRD 1.0, refused ones
};

void take(Set& set, QByteArray file)
{
    const auto ours = reader.read(file, {});
    const auto theirs = bench::StreamReader{file}.read();
    if (!ours || !theirs) { ++set.left; return; }
    if (ours.value().invoice != *theirs) ++set.differences;
    set.bytes += file.size();
    set.files.push_back(std::move(file));
}

const Set& generated()
{
    static const Set set = [] {
        Set s;
        for (int n = 0; n < 200; ++n) take(s, bench::ciiInvoice(n, 2 + n % 9));
        return s;
    }();
    return set;
}

const Set& corpus()
{
    static const Set set = [] {
        Set s;
        constexpr qint64 kWithoutEmbeddedFiles = 40'000;
        for (QDirIterator it{qEnvironmentVariable("TRESEN_CORPUS") + u"/einvoices/invoices"_s, QDir::Files}; it.hasNext();) {
            QFile file{it.next()};
            if (!file.fileName().endsWith(u".xml", Qt::CaseInsensitive) || file.size() > kWithoutEmbeddedFiles || !file.open(QIODevice::ReadOnly)) continue;
            take(s, file.readAll());
        }
        return s;
    }();
    return set;
}

void label(benchmark::State& state, const Set& set)
{
    state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(set.files.size()));
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * set.bytes);
    state.counters["files"] = static_cast<double>(set.files.size());
    state.counters["differ"] = set.differences;
    state.counters["left"] = set.left;
}

// Both readers take turns over the whole set, so that a busy machine slows both.
void ratio(benchmark::State& state, const Set& (*make)())
{
    const auto& set = make();
    // CPU time: what other programs take does not count.
    std::clock_t ours = 0, theirs = 0;
    for (auto _ : state) {
        const auto t0 = std::clock();
        for (const auto& file : set.files) benchmark::DoNotOptimize(reader.read(file, {}));
        const auto t1 = std::clock();
        for (const auto& file : set.files) benchmark::DoNotOptimize(bench::StreamReader{file}.read());
        ours += t1 - t0;
        theirs += std::clock() - t1;
    }
    label(state, set);
    const auto micros = [&](std::clock_t t) { return 1e6 * static_cast<double>(t) / CLOCKS_PER_SEC / static_cast<double>(state.iterations()) / static_cast<double>(set.files.size()); };
    state.counters["ours_us"] = micros(ours);
    state.counters["stream_us"] = micros(theirs);
    state.counters["ratio"] = micros(theirs) / micros(ours);
}

void ours(benchmark::State& state, const Set& (*make)())
{
    const auto& set = make();
    for (auto _ : state)
        for (const auto& file : set.files) benchmark::DoNotOptimize(reader.read(file, {}));
    label(state, set);
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    benchmark::RegisterBenchmark("read/generated", ours, generated);
    benchmark::RegisterBenchmark("ratio/generated", ratio, generated);
    if (qEnvironmentVariableIsSet("TRESEN_CORPUS")) {
        benchmark::RegisterBenchmark("read/corpus", ours, corpus);
        benchmark::RegisterBenchmark("ratio/corpus", ratio, corpus);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
