// Connections: every peer of the desk as the health page shows it: how it is doing, what waits for it, and a try at once. Called by the health page; what
// trying means for a peer is handed in by the composition root.
#pragma once
#include "app/core/one_at_a_time.h"
#include "app/services/health.h"
#include "app/services/write_back.h"

namespace tresen::services {

struct PeerState {
    PeerHealth health;
    int waiting = 0;          // effects that have to reach it
    int failing = 0;          // of these: tried in vain before
    QString lastTry;          // code and detail of the newest of those
    Instant nextTry;          // of the earliest of those
    bool trying = false;
};

class Connections final : public QObject {
    Q_OBJECT
public:
    using Try = std::function<void(Done<Ok>)>;

    Connections(ports::Journal& journal, WriteBack& writeBack, HealthWatch& health, const Clock& clock, QObject* parent = nullptr);

    void add(const QString& peer, Try tryNow);       // in the order they are shown; once each
    const QStringList& peers() const { return m_peers; }
    PeerState state(const QString& peer) const;
    void countWaiting();                             // reads what waits; changed() when it is another than before
    void tryNow(const QString& peer);                // what comes of it stands in the health watch; while it is being tried nothing happens

Q_SIGNALS:
    void changed(const QString& peer);

private:
    struct Backlog {
        int waiting = 0, failing = 0;
        QString lastTry;
        Instant nextTry;
        friend bool operator==(const Backlog&, const Backlog&) = default;
    };
    void countSettlements(QHash<QString, Backlog> counted);
    void take(const QHash<QString, Backlog>& counted);
    void takeError(const Error& error);
    void endCount();

    ports::Journal& m_journal;
    WriteBack& m_writeBack;
    HealthWatch& m_health;
    const Clock& m_clock;
    QStringList m_peers;
    QHash<QString, Try> m_tries;
    QSet<QString> m_trying;
    QHash<QString, Backlog> m_backlog;
    OneAtATime m_count;
};

} // namespace tresen::services
