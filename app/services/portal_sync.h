// PortalSync: asks the portals what became of the links and books what they say. Every signal - timer, nudge, notice, click - only schedules a
// fetch; only a fetched snapshot changes money. Each portal has a line of its own: its pace, its place in the portal's history, its pauses.
#pragma once
#include "app/core/clock.h"
#include "app/core/one_at_a_time.h"
#include "app/ports/portal_memory.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include "app/services/poll_plan.h"
#include "app/services/portal_gate.h"
#include "app/services/portal_looks.h"
#include "app/services/portals.h"
#include <QObject>
#include <QSet>
#include <QTimer>
#include <map>
#include <memory>

namespace tresen::services {

class PortalSync final : public QObject {
    Q_OBJECT
public:
    PortalSync(ports::Journal& journal, ports::PortalMemory& memory, JournalFeed& feed, Outbox& outbox, const Portals& portals, const Clock& clock, QObject* parent = nullptr);
    ~PortalSync() override;

    void start();                                                        // polls by itself from now on
    void stop();                                                         // another desk does
    bool started() const { return m_started; }
    void round(Done<int> done);                                          // one round over every portal; answers how many links are known anew
    // Reads the links of this invoice now. Ok when all were read (or there are none); the first failure otherwise.
    void refresh(const domain::InvoiceId& invoice, Done<Ok> done);
    void nudge(const QString& portal, const QStringList& linkIds);       // empty: look at all of them
    PortalGate& gate() { return m_gate; }

    static constexpr int kSilentMs = 60'000;      // no answer for a link under way: shown as unclear

Q_SIGNALS:
    void portalAnswered(const QString& portal, tresen::Instant at);
    void portalFailed(const QString& portal, const tresen::Error& error);

private:
    struct Line {
        Instant dueAt;
        OneAtATime round;
        bool placeKnown = false;
        QString place;                                                   // stored only while nothing is owed: a restart is told again
        QHash<QString, bool> owed;                                       // to be read; true: it has moved since an earlier look
        Instant askedAt;                                                 // the feed, the last time
    };
    struct Round;                                                        // one round of one line

    void readWatched(Done<Ok> done);
    void tick();
    void schedule();
    void runLine(const QString& portal, Done<int> done);
    void askFeed(std::shared_ptr<Round> round);
    void addOthers(std::shared_ptr<Round> round);
    void noteOwed(Round& round);
    // Links nobody watches any more, because the key has gone: money may go back through them for months.
    void findOthers(const QString& portal, const QStringList& links, Done<std::vector<WatchedLink>> found);
    void fetchMany(std::shared_ptr<Round> round);
    void endRound(std::shared_ptr<Round> round);
    void vouch(const std::vector<domain::InvoiceId>& invoices, Instant at, std::function<void()> then);
    void fetch(const WatchedLink& link, PortalGate::Urgency urgency, Done<Ok> done);
    void applySnapshot(const WatchedLink& link, const domain::PortalSnapshot& snapshot, Done<Ok> done);
    void noteFailure(const WatchedLink& link, const Error& error, Done<Ok> done);
    void readNotices();
    std::vector<WatchedLink> linksOf(const QString& portal) const;
    qint64 nextFetchSeq();

    ports::Journal& m_journal;
    ports::PortalMemory& m_memory;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    const Portals& m_portals;
    const Clock& m_clock;
    PortalGate m_gate;
    QTimer m_timer;
    std::map<QString, Line> m_lines;
    std::vector<WatchedLink> m_watched;                // as it was read last
    Instant m_watchedAt;
    PortalLooks m_looks;
    qint64 m_fetchSeq = 0, m_lastNotice = 0;
    bool m_started = false, m_watchedOld = true, m_quiet = false;
    OneAtATime m_notices;
};

} // namespace tresen::services
