// A day in ten minutes: a desk over 50,000 invoices while another one writes 200 events a second and somebody types, looks and turns pages.
// bench_soak [MINUTES]. Prints how long the event loop let a message wait (reach: never over 100 ms) and the memory from minute to minute
// (reach: under 300 MB, no growth). Ends by itself; everything lies in a folder of its own that goes with it.
#include "app/main/desk.h"
#include "tests/bench/made_shop.h"
#include "ui/board/board_view.h"
#include "ui/common/search_field.h"
#include <QElapsedTimer>
#include <QLineEdit>
#include <QTest>
#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <thread>

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

// Another desk on the same store.
class OtherDesk {
public:
    explicit OtherDesk(const QString& file) : m_thread{[this, file] { work(file); }} {}
    ~OtherDesk() { end(); }
    OtherDesk(const OtherDesk&) = delete;
    OtherDesk& operator=(const OtherDesk&) = delete;
    void end()
    {
        m_ended = true;
        if (m_thread.joinable()) m_thread.join();
    }
    qint64 written() const { return m_written; }
    qint64 refused() const { return m_refused; }

private:
    std::vector<domain::Event> next(qint64 n, std::mt19937& random) const
    {
        const int i = kSize.invoices - 1 - static_cast<int>(random() % static_cast<unsigned>(kSize.yard));
        const domain::InvoiceId invoice{u"inv-%1"_s.arg(i)};
        if (n % 10 < 5) return {domain::KeyHung{domain::KeyId{u"key-%1"_s.arg(i)}, QString::number(random() % 99 + 1)}};
        if (n % 10 < 8) return {domain::NoteAdded{invoice, u"Rückruf %1"_s.arg(n)}};
        return {cash(invoice.text(), 1, u"soak%1"_s.arg(n), u"S-%1"_s.arg(n))};
    }
    void work(const QString& file)
    {
        const SystemClock clock;
        StoreConfig config;
        config.file = file;
        config.origin = {u"Haupthaus"_s, u"Theke 2"_s, u"bench"_s};
        SqlJournal journal{config, clock};
        if (!got(journal.open())) qFatal("the other desk");
        std::mt19937 random{3};
        qint64 n = 0;
        for (auto due = std::chrono::steady_clock::now(); !m_ended; due += std::chrono::milliseconds{1000 / kBeatsPerSecond}) {
            std::vector<ports::Job> jobs;
            for (int k = 0; k < kEventsPerSecond / kBeatsPerSecond; ++k) jobs.push_back({ports::Subject{}, always(next(++n, random))});
            const auto done = got(journal.decideAll(std::move(jobs)));
            if (!done) qFatal("writing: %s", qPrintable(done.error().code));
            for (const auto& one : done.value()) ++(one ? m_written : m_refused);
            std::this_thread::sleep_until(due);
        }
    }

    std::atomic<bool> m_ended = false;
    std::atomic<qint64> m_written = 0, m_refused = 0;
    std::thread m_thread;   // last: it uses the others
};

// Sends a message through the event loop again and again and notes how long each had to wait.
class Probe {
public:
    explicit Probe(QObject& receiver) : m_thread{[this, &receiver] { work(receiver); }} {}
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

} // namespace

int main(int argc, char** argv)
{
    QApplication application{argc, argv};
    QApplication::setQuitOnLastWindowClosed(false);
    const int minutes = argc > 1 ? std::max(1, QByteArray{argv[1]}.toInt()) : 10;
    const Shop shop{kSize};
    app::Desk desk{shop.folder.path(), application};
    desk.start();
    ui::MainWindow* window = nullptr;
    const auto seen = QTest::qWaitFor([&window] {
        for (auto* widget : QApplication::topLevelWidgets()) if (auto* main = qobject_cast<ui::MainWindow*>(widget); main && main->isVisible()) window = main;
        return window != nullptr;
    }, 60'000);
    if (!seen) qFatal("no window");
    QTest::qWait(kSettleMs);
    std::printf("%d invoices on the board, %.0f MB\n", kSize.invoices, megabytesNow());
    std::vector<qint64> waits;
    QElapsedTimer written;
    {
        OtherDesk other{shop.folder.filePath(u"tresen.db"_s)};
        Probe probe{application};
        written.start();
        int step = 0;
        for (int minute = 1; minute <= minutes; ++minute) {
            for (const QDeadlineTimer end{60'000}; !end.hasExpired(); QTest::qWait(kGestureMs)) gesture(*window, step++);
            std::printf("minute %2d: %.0f MB, %lld events\n", minute, megabytesNow(), static_cast<long long>(other.written()));
            std::fflush(stdout);
        }
        std::printf("%lld events in %lld s, %lld refused\n", static_cast<long long>(other.written()), static_cast<long long>(written.elapsed() / 1000), static_cast<long long>(other.refused()));
        other.end();
        QTest::qWait(2 * kProbeMs);
        waits = std::move(probe.waits);
        probe.waits.clear();
    }
    report(std::move(waits));
    return 0;
}
