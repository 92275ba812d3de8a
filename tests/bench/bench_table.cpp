// How fast a table of 100,000 invoices is read, against splitting the same text into lines and cells and doing nothing else.
#include "app/adapters/workshop/table/table_reader.h"
#include "app/core/limits.h"
#include <benchmark/benchmark.h>
#include <ctime>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

namespace {

const adapters::table::TableReader reader;

QByteArray profile()
{
    const auto ready = reader.readyProfiles();
    return ready.front().json;   // "de"
}

const QByteArray& table()
{
    static const QByteArray bytes = [] {
        QByteArray out = "Rechnungs-Nr.;Rechnungsdatum;Kunde;PLZ;Ort;Kennzeichen;Netto;MwSt;Brutto\r\n";
        for (int i = 0; i < limits::kMaxTableRows; ++i) {
            const int net = 10'000 + i % 90'000, tax = net * 19 / 100, gross = net + tax;
            const auto amount = [](int cents) { return QByteArray::number(cents / 100) + ',' + QByteArray::number(cents % 100).rightJustified(2, '0'); };
            out += "RE-" + QByteArray::number(100'000 + i) + ";22.07.2026;\"M\xFCller, J\xF6rg\";80331;M\xFCnchen;M-AB " + QByteArray::number(i % 10'000) + ';' + amount(net) + ';' + amount(tax) + ';' + amount(gross) + "\r\n";
        }
        return out;
    }();
    return bytes;
}

qsizetype splitOnly(const QByteArray& bytes)
{
    qsizetype cells = 0;
    const auto text = QString::fromLatin1(bytes);
    const auto lines = text.split(u'\n');
    for (const auto& line : lines) cells += line.split(u';').size();
    return cells;
}

void ratio(benchmark::State& state)
{
    const auto& bytes = table();
    const auto json = profile();
    std::clock_t ours = 0, plain = 0;
    qint64 taken = 0;
    for (auto _ : state) {
        const auto t0 = std::clock();
        const auto read = reader.read(bytes, json);
        const auto t1 = std::clock();
        benchmark::DoNotOptimize(splitOnly(bytes));
        ours += t1 - t0;
        plain += std::clock() - t1;
        taken = 0;
        for (const auto& row : read.value().rows) taken += row.document ? 1 : 0;
    }
    state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) * limits::kMaxTableRows);
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * bytes.size());
    state.counters["taken"] = static_cast<double>(taken);
    state.counters["ratio_to_split"] = static_cast<double>(ours) / static_cast<double>(plain);
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    benchmark::RegisterBenchmark("read/100000 rows", ratio)->Unit(benchmark::kMillisecond);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
