// The hot folder with 10,000 e-invoices, from files in a folder to durable entries and files in done/:
//   naive     read with QXmlStreamReader by the book, one commit per file, moved one by one        reach: hot folder >= 20 times as fast
//   off       the same hot folder with synchronous=OFF, which loses invoices at a power loss       reach: hot folder <= 1.5 times as long
// All three in turns within one run, on the same disk, each with a fresh journal and folder. The wait for a file to stand still, which is a
// constant and costs no work, is left out: the clock starts when the first file is claimed.
// And PDFs: how long they take in the children of the program, text included, against the attachment alone in this process.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/domain/intake_rules.h"
#include "app/services/hot_folder.h"
#include "app/services/settings.h"
#include "tests/app/store/store_fixture.h"
#include "tests/bench/made_invoices.h"
#include "tests/bench/read_peer.h"
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <benchmark/benchmark.h>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

namespace {

int filesOfARun() { return qEnvironmentVariableIsSet("TRESEN_FILES") ? qEnvironmentVariableIntValue("TRESEN_FILES") : 10'000; }
// One commit per file takes minutes on a slow disk; its time grows with the number of files, so fewer of them say the same.
int naiveFiles() { return std::min(filesOfARun(), 2'000); }

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

// From the first claim to the last file in done/.
double hotFolder(int files, bool flush)
{
    Shop shop{files, flush};
    services::JournalFeed feed{*shop.journal};
    const adapters::einvoice::EInvoiceReader reader;
    services::Intake intake{*shop.journal, feed, reader};
    services::HotFolder folder{intake};
    QElapsedTimer timer;
    double ms = -1;
    QObject::connect(&folder, &services::HotFolder::progress, &folder, [&](const services::HotFolderCounts&) {
        if (!timer.isValid()) timer.start();
    });
    QObject::connect(&folder, &services::HotFolder::swept, &folder, [&] {
        const auto counts = folder.counts();
        if (counts.failed > 0) qFatal("refused");
        if (counts.done < files || counts.waiting > 0 || ms >= 0) return;
        ms = msOf(timer.nsecsElapsed());
        QCoreApplication::quit();
    });
    services::HotFolderOptions options{shop.folder.filePath(u"in"_s)};
    options.pace.stableMs = 200;
    options.lookMs = 500;
    // The first look only finds the files; the second one, which takes them, starts the clock.
    QObject::connect(&folder, &services::HotFolder::reachable, &folder, [&](bool) {
        if (!timer.isValid()) timer.start();
        else if (folder.counts().done == 0) timer.restart();
    });
    folder.watch(options);
    QCoreApplication::exec();
    if (QDir{shop.folder.filePath(u"in/done"_s)}.entryList(QDir::Files).size() != files) qFatal("done");
    return ms;
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
        const auto done = got(shop.journal->decide(subject, [&](const ports::Situation& s) -> Result<ports::Decision> {
            domain::IntakeContext context;
            if (!s.items.empty()) context.same = s.items.front();
            const auto decision = domain::decideIntake(command, context, {});
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
    const int files = filesOfARun(), fewer = naiveFiles();
    std::vector<double> on, off, peer, cpu;
    for (auto _ : state) {
        peer.push_back(naive(fewer) / fewer);
        const auto before = cpuMs();
        on.push_back(hotFolder(files, true) / files);
        cpu.push_back((cpuMs() - before) / files);
        off.push_back(hotFolder(files, false) / files);
        state.SetIterationTime(on.back() * files / 1000);
    }
    state.counters["naive_per_s"] = 1000 / p50(peer);
    state.counters["hot_per_s"] = 1000 / p50(on);
    state.counters["off_per_s"] = 1000 / p50(off);
    state.counters["cpu_us_per_file"] = 1000 * p50(cpu);   // with making the files
    state.counters["times_naive"] = p50(peer) / p50(on);
    state.counters["times_off"] = p50(on) / p50(off);
}
BENCHMARK(folderOfInvoices)->UseManualTime()->Iterations(3)->Unit(benchmark::kMillisecond);

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
