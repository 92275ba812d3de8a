// A day in ten minutes: a desk over 50,000 invoices while another one writes 200 events a second and somebody types, looks and turns pages.
// bench_soak [MINUTES]. Prints how long the event loop let a message wait (reach: never over 100 ms) and the memory from minute to minute
// (reach: under 300 MB, no growth). Ends by itself; everything lies in a folder of its own that goes with it. The year before and the other desk
// are made by processes of their own (--make FOLDER, --write FILE): the memory counted is the desk's alone.
#include "app/main/desk.h"
#include "tests/bench/made_shop.h"
#include "ui/board/board_view.h"
#include "ui/common/search_field.h"
#include <QElapsedTimer>
#include <QLineEdit>
#include <QProcess>
#include <QTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace tresen;
using namespace tresen::bench;

namespace {

constexpr ShopSize kSize{50'000, 2'000};
constexpr int kEventsPerSecond = 200, kBeatsPerSecond = 20, kProbeMs = 5, kLateMs = 100, kGestureMs = 700, kSettleMs = 10'000;

double megabytesNow()
{
    QFile file{u"/proc/self/statm"_s};
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

// Of them in use; the others are kept by the allocator, or are the program itself.
double inUseNow()
{
#ifdef __GLIBC__
    const auto now = ::mallinfo2();
    return static_cast<double>(now.uordblks + now.hblkhd) / 1e6;
#else
    return 0;
#endif
}

std::vector<domain::Event> nextOfOtherDesk(qint64 n, std::mt19937& random)
{
    const int i = kSize.invoices - 1 - static_cast<int>(random() % static_cast<unsigned>(kSize.yard));
    const domain::InvoiceId invoice{u"inv-%1"_s.arg(i)};
    if (n % 10 < 5) return {domain::KeyHung{domain::KeyId{u"key-%1"_s.arg(i)}, QString::number(random() % 99 + 1)}};
    if (n % 10 < 8) return {domain::NoteAdded{invoice, u"Rückruf %1"_s.arg(n)}};
    return {cash(invoice.text(), 1, u"soak%1"_s.arg(n), u"S-%1"_s.arg(n))};
}

// The process of the other desk on the same store: writes until its input ends, and says every second what it has done.
int workAsOtherDesk(const QString& file)
{
    const SystemClock clock;
    StoreConfig config;
    config.file = file;
    config.origin = {u"Haupthaus"_s, u"Theke 2"_s, u"bench"_s};
    SqlJournal journal{config, clock};
    if (!got(journal.open())) qFatal("the other desk");
    std::atomic<bool> ended = false;
    std::thread input{[&ended] {
        while (std::getchar() != EOF) {}
        ended = true;
    }};
    std::mt19937 random{3};
    qint64 n = 0, written = 0, refused = 0;
    int beat = 0;
    for (auto due = std::chrono::steady_clock::now(); !ended; due += std::chrono::milliseconds{1000 / kBeatsPerSecond}) {
        std::vector<ports::Job> jobs;
        for (int k = 0; k < kEventsPerSecond / kBeatsPerSecond; ++k) jobs.push_back({ports::Subject{}, always(nextOfOtherDesk(++n, random))});
        const auto done = got(journal.decideAll(std::move(jobs)));
        if (!done) qFatal("writing: %s", qPrintable(done.error().code));
        for (const auto& one : done.value()) ++(one ? written : refused);
        if (++beat % kBeatsPerSecond == 0) {
            std::printf("%lld %lld\n", static_cast<long long>(written), static_cast<long long>(refused));
            std::fflush(stdout);
        }
        std::this_thread::sleep_until(due);
    }
    input.join();
    return 0;
}

class OtherDesk {
public:
    explicit OtherDesk(const QString& file)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QObject::connect(&m_process, &QProcess::readyReadStandardOutput, &m_process, [this] {
            while (m_process.canReadLine()) {
                const auto counts = m_process.readLine().trimmed().split(' ');
                m_written = counts.value(0).toLongLong();
                m_refused = counts.value(1).toLongLong();
            }
        });
        m_process.start(QCoreApplication::applicationFilePath(), {u"--write"_s, file});
        if (!m_process.waitForStarted()) qFatal("the other desk");
    }
    ~OtherDesk() { end(); }
    OtherDesk(const OtherDesk&) = delete;
    OtherDesk& operator=(const OtherDesk&) = delete;
    void end()
    {
        m_process.closeWriteChannel();
        if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished()) qFatal("the other desk goes on");
    }
    bool works() const { return m_process.state() == QProcess::Running; }
    qint64 written() const { return m_written; }
    qint64 refused() const { return m_refused; }

private:
    QProcess m_process;
    qint64 m_written = 0, m_refused = 0;
};

// Sends a message through the event loop again and again and notes how long each had to wait.
class Probe {
public:
    Probe(QObject& receiver, int minutes)
    {
        waits.reserve(static_cast<std::size_t>(minutes) * 60'000 / kProbeMs);   // what is measured does not grow by the measure
        m_thread = std::thread{[this, &receiver] { work(receiver); }};
    }
    ~Probe()
    {
        m_ended = true;
        while (!m_gone) QTest::qWait(kProbeMs);   // its last message still has to arrive
        m_thread.join();
    }
    Probe(const Probe&) = delete;
    Probe& operator=(const Probe&) = delete;
    std::vector<qint64> waits;   // microseconds; of the receiver's thread

private:
    void work(QObject& receiver)
    {
        QElapsedTimer clock;
        clock.start();
        while (!m_ended) {
            if (!m_onItsWay.exchange(true)) {
                QMetaObject::invokeMethod(&receiver, [this, &clock, sent = clock.nsecsElapsed()] {
                    waits.push_back((clock.nsecsElapsed() - sent) / 1000);
                    m_onItsWay = false;
                }, Qt::QueuedConnection);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds{kProbeMs});
        }
        while (m_onItsWay) std::this_thread::sleep_for(std::chrono::milliseconds{kProbeMs});   // the message refers to what ends here
        m_gone = true;
    }
    std::atomic<bool> m_ended = false, m_onItsWay = false, m_gone = false;
    std::thread m_thread;
};

// What a person does in between, one gesture after the other.
void gesture(ui::MainWindow& window, int step)
{
    auto* search = window.findChild<ui::SearchField*>();
    auto* view = window.findChild<ui::BoardView*>();
    if (!search || !view) qFatal("no board");
    switch (step % 8) {
    case 0: QTest::keyClick(&window, Qt::Key_F3); break;
    case 1: case 2: case 3: QTest::keyClick(window.focusWidget(), std::array{Qt::Key_M, Qt::Key_U, Qt::Key_L}[static_cast<std::size_t>(step % 8 - 1)]); break;
    case 4: QTest::keyClick(window.focusWidget(), Qt::Key_Escape); break;
    case 5: QTest::keyClick(view, Qt::Key_PageDown); break;
    case 6: QTest::keyClick(view, Qt::Key_Down); break;
    case 7: QTest::keyClick(&window, static_cast<Qt::Key>(Qt::Key_1 + (step / 8) % 5), Qt::ControlModifier); break;
    }
}

void report(std::vector<qint64> waits)
{
    if (waits.empty()) qFatal("nothing measured");
    std::sort(waits.begin(), waits.end());
    const auto at = [&waits](double share) { return static_cast<double>(waits[static_cast<std::size_t>(share * static_cast<double>(waits.size() - 1))]) / 1000; };
    const auto late = std::count_if(waits.begin(), waits.end(), [](qint64 us) { return us > kLateMs * 1000; });
    std::printf("event loop: %zu messages, p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, worst %.1f ms, over %d ms: %lld\n", waits.size(), at(0.5), at(0.99), at(0.999), at(1), kLateMs,
                static_cast<long long>(late));
}

ui::MainWindow* shownWindow()
{
    ui::MainWindow* window = nullptr;
    const auto seen = QTest::qWaitFor([&window] {
        for (auto* widget : QApplication::topLevelWidgets()) if (auto* main = qobject_cast<ui::MainWindow*>(widget); main && main->isVisible()) window = main;
        return window != nullptr;
    }, 60'000);
    if (!seen) qFatal("no window");
    QTest::qWait(kSettleMs);
    return window;
}

int spendTheDay(QApplication& application, int minutes)
{
    const QTemporaryDir folder{QDir::currentPath() + u"/bench-XXXXXX"_s};   // on the disk of the build, not in memory
    if (QProcess::execute(QCoreApplication::applicationFilePath(), {u"--make"_s, folder.path()}) != 0) qFatal("no year");
    app::Desk desk{folder.path(), application};
    desk.start();
    auto* window = shownWindow();
    std::printf("%d invoices on the board, %.0f MB, in use %.1f\n", kSize.invoices, megabytesNow(), inUseNow());
    std::vector<qint64> waits;
    QElapsedTimer written;
    {
        OtherDesk other{folder.filePath(u"tresen.db"_s)};
        Probe probe{application, minutes};
        written.start();
        int step = 0;
        for (int half = 1; half <= 2 * minutes; ++half) {
            for (const QDeadlineTimer end{30'000}; !end.hasExpired(); QTest::qWait(kGestureMs)) gesture(*window, step++);
            if (!other.works()) qFatal("the other desk has gone");
            std::printf("minute %4.1f: %.1f MB, in use %.1f, %lld events\n", half / 2.0, megabytesNow(), inUseNow(), static_cast<long long>(other.written()));
            std::fflush(stdout);
        }
        other.end();
        std::printf("%lld events in %lld s, %lld refused\n", static_cast<long long>(other.written()), static_cast<long long>(written.elapsed() / 1000), static_cast<long long>(other.refused()));
        QTest::qWait(2 * kProbeMs);
        waits = std::move(probe.waits);
        probe.waits.clear();
    }
    report(std::move(waits));
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    const QByteArray first{argc > 1 ? argv[1] : ""};
    if (argc > 2 && (first == "--make" || first == "--write")) {
        const QCoreApplication application{argc, argv};
        const auto what = QString::fromLocal8Bit(argv[2]);
        if (first == "--write") return workAsOtherDesk(what);
        makeShop(what, kSize);
        return 0;
    }
    QApplication application{argc, argv};
    QApplication::setQuitOnLastWindowClosed(false);
    return spendTheDay(application, argc > 1 ? std::max(1, first.toInt()) : 10);
}
