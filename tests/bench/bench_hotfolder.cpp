// The hot folder with 10,000 e-invoices, from files in a folder to durable entries and files in done/:
//   naive     read with QXmlStreamReader by the book, one commit per file, moved one by one        reach: hot folder >= 20 times as fast
// Both book the same: they ask the journal the same questions and leave the same entries, stays of vehicles with all their invoices among them.
//   off       the same hot folder with synchronous=OFF, which loses invoices at a power loss       reach: hot folder <= 1.5 times as long
// All three in turns within one run, on the same disk, each with a fresh journal and folder. The wait for a file to stand still, which is a
// constant and costs no work, is left out: the clock starts with the look that claims the first file.
// And PDFs: how long they take in the children of the program, text included, against the attachment alone in this process.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/domain/intake_rules.h"
#include "app/services/hot_folder.h"
#include "app/services/portal_tasks.h"
#include "app/services/settings.h"
#include "tests/app/store/store_fixture.h"
#include "tests/bench/made_invoices.h"
#include "tests/bench/read_peer.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryFile>
#include <QTimer>
#include <benchmark/benchmark.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

namespace {

int filesOfARun() { return qEnvironmentVariableIsSet("TRESEN_FILES") ? qEnvironmentVariableIntValue("TRESEN_FILES") : 10'000; }
struct Shop {
    explicit Shop(int files, bool flush = true)
    {
        QDir{folder.path()}.mkdir(u"in"_s);
        for (int i = 0; i < files; ++i) {
            QFile file{folder.filePath(u"in/rechnung-%1.xml"_s.arg(i, 5, 10, QChar{u'0'}))};
            if (!file.open(QIODevice::WriteOnly)) qFatal("write");
            file.write(bench::ciiInvoice(i, 2 + i % 9));
        }
        StoreConfig config;
        config.file = folder.filePath(u"tresen.db"_s);
        config.flushEveryCommit = flush;
        config.origin = {u"Haupthaus"_s, u"desk 1"_s, u"bench"_s};
        journal = std::make_unique<SqlJournal>(config, clock);
        if (!got(journal->open())) qFatal("open");
    }
    QTemporaryDir folder{QDir::currentPath() + u"/bench-XXXXXX"_s};   // on the disk of the build, not in memory
    SystemClock clock;
    std::unique_ptr<SqlJournal> journal;
};

double msOf(qint64 ns) { return static_cast<double>(ns) / 1e6; }

double p50(std::vector<double> values)   // of time, never of money
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

double cpuMs()
{
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3 + static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

// What the disk takes for one append that is durable: what one commit per file cannot be below.
double flushMs()
{
    constexpr int kAppends = 200;
    QTemporaryFile file{QDir::currentPath() + u"/flush-XXXXXX"_s};
    if (!file.open()) qFatal("flush");
    const QByteArray page(8'192, 'x');   // an entry with its rows, as SQLite writes them
    std::vector<double> took;
    QElapsedTimer timer;
    for (int i = 0; i < kAppends; ++i) {
        timer.start();
        if (file.write(page) != page.size() || !file.flush() || ::fdatasync(file.handle()) != 0) qFatal("flush");
        took.push_back(msOf(timer.nsecsElapsed()));
    }
    return p50(took);
}

struct Took { double ms = -1, cpuMs = 0; };

// From the first claim to the last file in done/.
Took hotFolder(int files, bool flush)
{
    Shop shop{files, flush};
    services::JournalFeed feed{*shop.journal};
    const adapters::einvoice::EInvoiceReader reader;
    services::Intake intake{*shop.journal, feed, reader};
    services::HotFolder folder{intake};
    QElapsedTimer timer;
    Took took;
    double cpuBefore = 0;
    bool found = false;
    QObject::connect(&folder, &services::HotFolder::swept, &folder, [&] {
        const auto counts = folder.counts();
        if (counts.failed > 0) qFatal("refused");
        if (counts.done < files || counts.waiting > 0 || took.ms >= 0) return;
        took = {msOf(timer.nsecsElapsed()), cpuMs() - cpuBefore};
        QCoreApplication::quit();
    });
    services::HotFolderOptions options{shop.folder.filePath(u"in"_s)};
    options.pace.stableMs = 200;
    options.lookMs = 600'000;
    // The first look only finds the files; the second one, which takes them, starts the clock.
    QObject::connect(&folder, &services::HotFolder::reachable, &folder, [&](bool) {
        if (timer.isValid() || std::exchange(found, true)) return;
        QTimer::singleShot(2 * static_cast<int>(options.pace.stableMs), &folder, [&] {
            cpuBefore = cpuMs();
            timer.start();
            folder.lookNow([](const Result<Ok>&) {});
        });
    });
    folder.watch(options);
    QCoreApplication::exec();
    if (QDir{shop.folder.filePath(u"in/done"_s)}.entryList(QDir::Files).size() != files) qFatal("done");
    return took;
}

// As one would write it by the book: list, read, parse, decide, commit, move; the next file.
double naive(int files)
{
    Shop shop{files};
    QElapsedTimer timer;
    timer.start();
    const QDir in{shop.folder.filePath(u"in"_s)};
    QDir{in}.mkdir(u"done"_s);
    for (const auto& name : in.entryList({u"*.xml"_s}, QDir::Files, QDir::Name)) {
        QFile file{in.filePath(name)};
        if (!file.open(QIODevice::ReadOnly)) qFatal("read");
        const auto bytes = file.readAll();
        const auto record = bench::StreamReader{bytes}.read();
        if (!record) qFatal("parse");
        domain::IntakeCommand command;
        command.record = *record;
        command.notices = domain::noticesOf(*record);
        command.system = u"WERBAS"_s;
        command.site = u"Haupthaus"_s;
        command.fileName = name;
        command.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        command.contentHash = domain::contentHashOf(*record);
        command.batch = domain::BatchId::fresh();
        command.freshInvoice = domain::InvoiceId::fresh();
        command.freshKey = domain::KeyId::fresh();
        ports::Subject subject;
        subject.naturalKeys = {domain::naturalKeyOf(command.site, command.system, command.record)};
        subject.creditsFor = {command.record.number};
        subject.plates = {domain::foldPlate(command.record.vehicle.plate)};
        subject.stays = ports::Stays::Whole;
        subject.settingKeys = services::policySettingKeys();
        const auto done = got(shop.journal->decide(subject, [&](const ports::Situation& s) -> Result<ports::Decision> {
            domain::IntakeContext context;
            for (const auto& item : s.items)
                if (item.naturalKey == subject.naturalKeys.front()) context.same = item;
            context.stays = {s.keys, s.items};
            const auto decision = domain::decideIntake(command, context, services::Settings::policyOf(s.settings));
            if (!decision) return decision.error();
            return ports::Decision{decision.value().events, {}, {}};
        }));
        if (!done) qFatal("store");
        file.close();
        if (!QFile::rename(in.filePath(name), in.filePath(u"done/"_s + name))) qFatal("move");
    }
    return msOf(timer.nsecsElapsed());
}

void folderOfInvoices(benchmark::State& state)
{
    const int files = filesOfARun();
    std::vector<double> on, off, peer, cpu, flush;
    for (auto _ : state) {
        flush.push_back(flushMs());
        peer.push_back(naive(files) / files);
        const auto took = hotFolder(files, true);
        on.push_back(took.ms / files);
        cpu.push_back(took.cpuMs / files);
        off.push_back(hotFolder(files, false).ms / files);
        state.SetIterationTime(took.ms / 1000);
    }
    state.counters["naive_per_s"] = 1000 / p50(peer);
    state.counters["hot_per_s"] = 1000 / p50(on);
    state.counters["off_per_s"] = 1000 / p50(off);
    state.counters["cpu_us_per_file"] = 1000 * p50(cpu);   // over all threads, from the first claim on
    state.counters["flush_us"] = 1000 * p50(flush);        // one append that is flushed: on a fast disk one commit per file is cheap
    state.counters["times_naive"] = p50(peer) / p50(on);
    state.counters["times_off"] = p50(on) / p50(off);
}
BENCHMARK(folderOfInvoices)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

// The hot folder alone: for a profiler, and to see quickly whether a change helps.
void folderAlone(benchmark::State& state)
{
    const int files = filesOfARun();
    std::vector<double> took, cpu;
    for (auto _ : state) {
        const auto one = hotFolder(files, true);
        took.push_back(1000 * one.ms / files);
        cpu.push_back(1000 * one.cpuMs / files);
        state.SetIterationTime(one.ms / 1000);
    }
    state.counters["us_per_file"] = p50(took);
    state.counters["cpu_us_per_file"] = p50(cpu);
}
BENCHMARK(folderAlone)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

void pdfsInChildren(benchmark::State& state)
{
    std::vector<QByteArray> files;
    for (const auto& info : QDir{QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices")}.entryInfoList({u"*.pdf"_s}, QDir::Files)) {
        QFile file{info.filePath()};
        if (file.open(QIODevice::ReadOnly)) files.push_back(file.readAll());
    }
    adapters::einvoice::PdfHelpers::Options options;
    options.program = QStringLiteral(TRESEN_PROGRAM);
    adapters::einvoice::PdfHelpers helpers{options};
    if (files.empty() || !helpers.read(files.front())) qFatal("no child");
    std::vector<double> child, here;
    QElapsedTimer timer;
    for (auto _ : state) {
        timer.start();
        for (const auto& bytes : files)
            if (!helpers.read(bytes)) qFatal("child");
        child.push_back(msOf(timer.nsecsElapsed()) / static_cast<double>(files.size()));
        timer.restart();
        for (const auto& bytes : files)
            if (!adapters::einvoice::readAttachmentHere(bytes)) qFatal("here");
        here.push_back(msOf(timer.nsecsElapsed()) / static_cast<double>(files.size()));
        state.SetIterationTime(child.back() * static_cast<double>(files.size()) / 1000);
    }
    state.counters["child_with_text_ms"] = p50(child);
    state.counters["here_without_text_ms"] = p50(here);
}
BENCHMARK(pdfsInChildren)->UseManualTime()->Iterations(10)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app{argc, argv};   // the database thread's event loop needs one
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
