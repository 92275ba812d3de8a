// Outbox: carries out the effects that were stored with their facts, at least once each, with the key that makes the second time harmless.
// Stations register what they can do; the outbox calls them when an effect is due, after a start also for what an earlier run left behind.
#pragma once
#include "app/core/clock.h"
#include "app/ports/journal.h"
#include "app/services/done.h"
#include <QHash>
#include <QObject>
#include <QTimer>

namespace tresen::services {

class Outbox final : public QObject {
    Q_OBJECT
public:
    // A handler answers Ok when the effect is done and its outbox row was finished by the decision that recorded it; an error keeps the row
    // and it is tried again later (Fault::Refused included: the decision must finish what shall never be tried again).
    using Handler = std::function<void(const ports::OutboxEntry& entry, Done<Ok> done)>;

    Outbox(ports::Journal& journal, const Clock& clock, QObject* parent = nullptr);
    void handle(const QString& kind, Handler handler);

    void start();                          // looks for due effects now and every few seconds
    void runDue(Done<int> done);           // one round; answers how many effects were carried out
    void runAll(const QStringList& kinds, Done<int> done);   // the waiting ones of these kinds, however long they were still to wait
    void whenIdle(std::function<void()> then);   // called once, when nothing is being carried out: now, or after the last one
    void run(const ports::OutboxTask& task, Done<Ok> done);   // this one now: it has just been stored
    void runAfter(const ports::OutboxTask& task);             // as run(), after the time it has to wait; nothing when it was finished meanwhile

Q_SIGNALS:
    void carriedOut(const QString& kind);
    void failed(const QString& kind, const tresen::Error& error);

private:
    void runUntil(Instant dueBefore, const QStringList& kinds, Done<int> done);   // no kinds: all
    void attempt(const ports::OutboxEntry& entry, Done<Ok> done);
    void noteIdle();
    qint64 backOffMs(int attempts) const;

    ports::Journal& m_journal;
    const Clock& m_clock;
    QHash<QString, Handler> m_handlers;
    QSet<QString> m_running;
    std::vector<std::function<void()>> m_waiting;
    QTimer m_timer;
};

} // namespace tresen::services
