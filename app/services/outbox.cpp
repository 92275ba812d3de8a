#include "app/services/outbox.h"
#include "app/core/async.h"
#include "app/core/limits.h"
#include <QRandomGenerator>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr int kRoundMs = 5000;
constexpr int kBatch = 200;
constexpr qint64 kFirstRetryMs = 5'000;
constexpr qint64 kLastRetryMs = 5 * 60'000;

} // namespace

Outbox::Outbox(ports::Journal& journal, const Clock& clock, QObject* parent) : QObject{parent}, m_journal{journal}, m_clock{clock}
{
    m_timer.setInterval(kRoundMs);
    connect(&m_timer, &QTimer::timeout, this, [this] { runDue([](const Result<int>&) {}); });
}

void Outbox::handle(const QString& kind, Handler handler)
{
    Q_ASSERT(!m_handlers.contains(kind));
    m_handlers.insert(kind, std::move(handler));
}

void Outbox::start()
{
    m_timer.start();
    runDue([](const Result<int>&) {});
}

void Outbox::run(const ports::OutboxTask& task, Done<Ok> done)
{
    ports::OutboxEntry entry;
    static_cast<ports::OutboxTask&>(entry) = task;
    attempt(entry, std::move(done));
}

// The store is asked again then: whoever took it back has finished its row, here or at another desk.
void Outbox::runAfter(const ports::OutboxTask& task)
{
    if (task.waitMs <= 0) return run(task, [](const Result<Ok>&) {});
    QTimer::singleShot(task.waitMs + 1, this, [this] { runDue([](const Result<int>&) {}); });
}

void Outbox::runDue(Done<int> done)
{
    runUntil(m_clock.now(), {}, std::move(done));
}

void Outbox::runAll(const QStringList& kinds, Done<int> done)
{
    runUntil(m_clock.now().plusMs(limits::kAnyWaitMs), kinds, std::move(done));
}

void Outbox::runUntil(Instant dueBefore, const QStringList& kinds, Done<int> done)
{
    onReady(m_journal.outboxDue(dueBefore, kBatch), this, [this, kinds, done](const Result<std::vector<ports::OutboxEntry>>& due) {
        if (!due) return done(due.error());
        struct Round { int left = 0, carriedOut = 0; };
        std::vector<ports::OutboxEntry> wanted;
        for (const auto& entry : due.value())
            if (kinds.isEmpty() || kinds.contains(entry.kind)) wanted.push_back(entry);
        auto round = std::make_shared<Round>();
        round->left = static_cast<int>(wanted.size());
        if (round->left == 0) return done(0);
        for (const auto& entry : wanted) {
            attempt(entry, [round, done](const Result<Ok>& ok) {
                if (ok) ++round->carriedOut;
                if (--round->left == 0) done(round->carriedOut);
            });
        }
    });
}

void Outbox::whenIdle(std::function<void()> then)
{
    if (m_running.isEmpty()) return then();
    m_waiting.push_back(std::move(then));
}

// Queued, so that what the last effect leads to has begun before anybody is told that all is quiet.
void Outbox::noteIdle()
{
    if (!m_running.isEmpty() || m_waiting.empty()) return;
    QMetaObject::invokeMethod(this, [this] {
        if (!m_running.isEmpty()) return;
        for (const auto& then : std::exchange(m_waiting, {})) then();
    }, Qt::QueuedConnection);
}

void Outbox::attempt(const ports::OutboxEntry& entry, Done<Ok> done)
{
    const auto handler = m_handlers.constFind(entry.kind);
    if (handler == m_handlers.constEnd()) return done(Error{Fault::Internal, u"outbox.no_handler"_s, entry.kind});
    if (m_running.contains(entry.key)) return done(Error{Fault::Conflict, u"outbox.running"_s, entry.key});
    m_running.insert(entry.key);
    (*handler)(entry, [this, entry, done](const Result<Ok>& result) {
        m_running.remove(entry.key);
        noteIdle();
        if (result) {
            Q_EMIT carriedOut(entry.kind);
            return done(result);
        }
        Q_EMIT failed(entry.kind, result.error());
        const auto retryAt = m_clock.now().plusMs(backOffMs(entry.attempts));
        const auto why = result.error().code + u' ' + result.error().detail;
        onReady(m_journal.outboxFailed(entry.key, why.left(300), retryAt), this, [done, result](const Result<Ok>&) { done(result); });
    });
}

qint64 Outbox::backOffMs(int attempts) const
{
    const qint64 base = std::min(kLastRetryMs, kFirstRetryMs << std::min(attempts, 6));
    return base + QRandomGenerator::global()->bounded(static_cast<int>(base / 5 + 1));   // jitter: desks must not retry in step
}

} // namespace tresen::services
