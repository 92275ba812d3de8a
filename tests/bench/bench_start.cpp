// From the start of the process to the first full paint of the board with 10,000 invoices, and the memory it takes, against an empty
// QMainWindow of the same size, linked with the same libraries, on the same platform plugin. They are started in turns.
//   ratio         median of the program's times / median of the empty window's            reach: <= 1.5
//   ratio_furnished   the same against that window with a menu, a tool bar and an empty table: the least a window with text has to do
//   rss_ratio, pss_ratio       the same of memory when painted, …_later: 2 s after that   reach: <= 2
// "Painted" is told by the program itself (see app/core/milestone.h): the window was painted with all visible rows and the card beside them,
// and the event loop has nothing left that was due before. TRESEN_BENCH_TRACE=1 prints every milestone of the program's starts.
#include "tests/bench/made_shop.h"
#include <QCoreApplication>
#include <array>
#include <benchmark/benchmark.h>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::bench;

namespace {

constexpr int kPairs = 15;
constexpr int kPatienceMs = 60'000, kLaterMs = 2'000;
using Figures = std::vector<double>;   // of time and memory, never of money

double median(Figures values)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

qint64 nowNs() { return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

// --- one start
struct Memory { double rss = 0, pss = 0; };   // kB
struct Start { double paintedMs = 0; Memory painted, later; };

Memory memoryOf(pid_t pid)
{
    Memory out;
    QFile file{u"/proc/%1/smaps_rollup"_s.arg(pid)};
    if (!file.open(QIODevice::ReadOnly)) qFatal("smaps_rollup");
    for (const auto& line : file.readAll().split('\n')) {
        const auto value = [&line] { return line.mid(line.indexOf(':') + 1).trimmed().split(' ').front().toDouble(); };
        if (line.startsWith("Rss:")) out.rss = value();
        if (line.startsWith("Pss:")) out.pss = value();
    }
    return out;
}

// A pipe with a name, which the child finds in TRESEN_MILESTONES.
class Milestones {
public:
    explicit Milestones(const QString& path) : m_path{QFile::encodeName(path)}
    {
        if (::mkfifo(m_path.constData(), 0600) != 0) qFatal("mkfifo");
        m_fd = ::open(m_path.constData(), O_RDWR | O_CLOEXEC);   // for writing too: no end of file between two children
        if (m_fd < 0) qFatal("fifo");
    }
    ~Milestones() { ::close(m_fd); }
    Milestones(const Milestones&) = delete;
    Milestones& operator=(const Milestones&) = delete;

    QByteArray path() const { return m_path; }
    // The steady clock's nanoseconds at "painted".
    qint64 waitForPainted(qint64 startedNs, bool trace)
    {
        QByteArray text;
        for (;;) {
            pollfd waiting{m_fd, POLLIN, 0};
            if (::poll(&waiting, 1, kPatienceMs) <= 0) qFatal("not painted within %d ms, so far:\n%s", kPatienceMs, text.constData());
            std::array<char, 4096> buffer;
            const auto got = ::read(m_fd, buffer.data(), buffer.size());
            if (got <= 0) qFatal("fifo");
            text.append(buffer.data(), got);
            qint64 painted = 0;
            for (const auto& line : text.left(text.lastIndexOf('\n')).split('\n'))
                if (line.endsWith(" painted")) painted = line.split(' ').front().toLongLong();
            if (painted == 0) continue;
            for (const auto& line : text.trimmed().split('\n'))
                if (trace) std::printf("    %8.2f ms %s\n", static_cast<double>(line.split(' ').front().toLongLong() - startedNs) / 1e6, line.mid(line.indexOf(' ') + 1).constData());
            return painted;
        }
    }

private:
    QByteArray m_path;
    int m_fd = -1;
};

Start startOf(const QList<QByteArray>& command, const QByteArray& platform, Milestones& milestones, const QByteArray& home, bool trace)
{
    std::vector<QByteArray> settings{"QT_QPA_PLATFORM=" + platform, "TRESEN_MILESTONES=" + milestones.path(), "XDG_CONFIG_HOME=" + home, "LANG=de_DE.UTF-8"};
    for (char** one = environ; *one != nullptr; ++one) {
        const QByteArray text{*one};
        const auto name = text.left(text.indexOf('='));
        if (name != "QT_QPA_PLATFORM" && name != "TRESEN_MILESTONES" && name != "XDG_CONFIG_HOME" && name != "LANG") settings.push_back(text);
    }
    std::vector<char*> words, values;
    auto copy = command;
    for (auto& word : copy) words.push_back(word.data());
    for (auto& setting : settings) values.push_back(setting.data());
    words.push_back(nullptr);
    values.push_back(nullptr);
    pid_t pid = 0;
    const auto started = nowNs();
    if (::posix_spawn(&pid, words.front(), nullptr, nullptr, words.data(), values.data()) != 0) qFatal("cannot start %s", words.front());
    Start out;
    out.paintedMs = static_cast<double>(milestones.waitForPainted(started, trace) - started) / 1e6;
    out.painted = memoryOf(pid);
    ::usleep(kLaterMs * 1000);
    out.later = memoryOf(pid);
    ::kill(pid, SIGTERM);
    int status = 0;
    while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {}
    return out;
}

void start(benchmark::State& state, const char* platform)
{
    if (qstrcmp(platform, "xcb") == 0 && qEnvironmentVariableIsEmpty("DISPLAY")) return state.SkipWithError("no DISPLAY");
    static Shop shop{ShopSize{}};
    QTemporaryDir home;
    Milestones milestones{home.filePath(u"milestones"_s)};
    const auto folder = QFile::encodeName(home.path());
    const QList<QByteArray> desk{TRESEN_PROGRAM, "--profile", QFile::encodeName(shop.folder.path())}, empty{TRESEN_EMPTY_WINDOW}, furnished{TRESEN_EMPTY_WINDOW, "furnished"};
    const std::array commands{desk, empty, furnished};
    const bool trace = qEnvironmentVariableIsSet("TRESEN_BENCH_TRACE");
    for (const auto& command : commands) startOf(command, platform, milestones, folder, trace);   // each once, so that none pays for the disk
    std::array<Figures, 3> ms, rss, pss, rssLater, pssLater;
    int pair = 0;
    for (auto _ : state) {
        for (std::size_t turn = 0; turn < commands.size(); ++turn) {
            const auto at = (turn + static_cast<std::size_t>(pair)) % commands.size();
            const auto one = startOf(commands[at], platform, milestones, folder, trace);
            ms[at].push_back(one.paintedMs);
            rss[at].push_back(one.painted.rss), pss[at].push_back(one.painted.pss);
            rssLater[at].push_back(one.later.rss), pssLater[at].push_back(one.later.pss);
        }
        ++pair;
        state.SetIterationTime(ms[0].back() / 1000);
    }
    const auto ratio = [](const std::array<Figures, 3>& of) { return median(of[0]) / median(of[1]); };
    Figures ofPairs;
    for (std::size_t i = 0; i < ms[0].size(); ++i) ofPairs.push_back(ms[0][i] / ms[1][i]);
    double load = 0;
    (void)::getloadavg(&load, 1);
    state.counters["ratio"] = ratio(ms);
    state.counters["ratio_furnished"] = median(ms[0]) / median(ms[2]);
    state.counters["furnished_ms"] = median(ms[2]);
    state.counters["furnished_rss_MB"] = median(rss[2]) / 1024;
    state.counters["ratio_of_pairs"] = median(ofPairs);
    state.counters["desk_ms"] = median(ms[0]);
    state.counters["desk_min_ms"] = *std::min_element(ms[0].begin(), ms[0].end());
    state.counters["empty_ms"] = median(ms[1]);
    state.counters["empty_min_ms"] = *std::min_element(ms[1].begin(), ms[1].end());
    state.counters["rss_ratio"] = ratio(rss);
    state.counters["pss_ratio"] = ratio(pss);
    state.counters["rss_ratio_later"] = ratio(rssLater);
    state.counters["pss_ratio_later"] = ratio(pssLater);
    state.counters["desk_rss_MB"] = median(rss[0]) / 1024;
    state.counters["desk_rss_later_MB"] = median(rssLater[0]) / 1024;
    state.counters["empty_rss_MB"] = median(rss[1]) / 1024;
    state.counters["desk_pss_later_MB"] = median(pssLater[0]) / 1024;
    state.counters["empty_pss_later_MB"] = median(pssLater[1]) / 1024;
    state.counters["load"] = load;
}
BENCHMARK_CAPTURE(start, offscreen, "offscreen")->UseManualTime()->Iterations(kPairs)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(start, xcb, "xcb")->UseManualTime()->Iterations(kPairs)->Unit(benchmark::kMillisecond);

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication app{argc, argv};   // the database thread's event loop needs one
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
