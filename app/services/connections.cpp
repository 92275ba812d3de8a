#include "app/services/connections.h"
#include "app/core/async.h"
#include "app/core/limits.h"
#include <QPointer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// An effect's kind begins with the peer it has to reach: "portal.create", "mail", "writeback".
QString peerOf(const QString& kind)
{
    return kind.section(u'.', 0, 0);
}

} // namespace

Connections::Connections(ports::Journal& journal, WriteBack& writeBack, HealthWatch& health, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_writeBack{writeBack}, m_health{health}, m_clock{clock}
{
    connect(&m_health, &HealthWatch::changed, this, &Connections::changed);
}

void Connections::add(const QString& peer, Try tryNow)
{
    Q_ASSERT(!m_peers.contains(peer));
    m_peers << peer;
    m_tries.insert(peer, std::move(tryNow));
}

PeerState Connections::state(const QString& peer) const
{
    const auto backlog = m_backlog.value(peer);
    return {m_health.peer(peer), backlog.waiting, backlog.failing, backlog.lastTry, backlog.nextTry, m_trying.contains(peer)};
}

void Connections::countWaiting()
{
    if (!m_count.begin()) return;
    onReady(m_journal.outboxDue(m_clock.now().plusMs(limits::kAnyWaitMs), limits::kMaxBacklog), this, [this](const Result<std::vector<ports::OutboxEntry>>& all) {
        if (!all) return takeError(all.error());
        QHash<QString, Backlog> counted;
        for (const auto& entry : all.value()) {
            auto& backlog = counted[peerOf(entry.kind)];
            ++backlog.waiting;
            if (entry.attempts == 0) continue;
            ++backlog.failing;
            if (backlog.nextTry.isNull() || entry.dueAt < backlog.nextTry) backlog.nextTry = entry.dueAt;
            backlog.lastTry = entry.lastError;
        }
        countSettlements(std::move(counted));
    });
}

// What is owed to the workshop system waits in the journal until a run is made for it.
void Connections::countSettlements(QHash<QString, Backlog> counted)
{
    m_writeBack.pending([guard = QPointer{this}, this, counted](const Result<std::vector<PendingSettlement>>& pending) mutable {
        if (!guard) return;
        if (!pending) return takeError(pending.error());
        for (const auto& one : pending.value())
            if (one.state != u"written") ++counted[u"writeback"_s].waiting;
        take(counted);
    });
}

void Connections::take(const QHash<QString, Backlog>& counted)
{
    const auto before = std::exchange(m_backlog, counted);
    for (const auto& peer : std::as_const(m_peers))
        if (!(before.value(peer) == counted.value(peer))) Q_EMIT changed(peer);
    endCount();
}

void Connections::takeError(const Error& error)
{
    m_health.failed(u"store"_s, error);
    endCount();
}

void Connections::endCount()
{
    if (m_count.end()) countWaiting();
}

void Connections::tryNow(const QString& peer)
{
    const auto found = m_tries.constFind(peer);
    if (found == m_tries.constEnd() || m_trying.contains(peer)) return;
    m_trying.insert(peer);
    Q_EMIT changed(peer);
    (*found)([guard = QPointer{this}, this, peer](const Result<Ok>& done) {
        if (!guard) return;
        m_trying.remove(peer);
        if (done) m_health.good(peer);
        else m_health.failed(peer, done.error());
        Q_EMIT changed(peer);
        countWaiting();
    });
}

} // namespace tresen::services
