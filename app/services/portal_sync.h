// PortalSync: asks the portals what became of the links and books what they say. Every signal - timer, nudge, click - only schedules a fetch;
// only a fetched snapshot changes money. Also carries out the outbox's "create" and "cancel" effects, because both end in a fetch.
#pragma once
#include "app/core/clock.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include "app/services/portals.h"
#include <QObject>
#include <QTimer>

namespace tresen::services {

class PortalSync final : public QObject {
    Q_OBJECT
public:
    PortalSync(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Portals& portals, const Clock& clock, QObject* parent = nullptr);
    ~PortalSync() override;

    void start();                                                        // polls by itself from now on
    void round(Done<int> done);                                          // fetches every watched link once; answers how many were read
    // Reads the links of this invoice now. Ok when all were read (or there are none); the first failure otherwise.
    void refresh(const domain::InvoiceId& invoice, Done<Ok> done);

    static constexpr int kHotMs = 3'000;
    static constexpr int kCalmMs = 15'000;
    static constexpr int kSilentMs = 60'000;      // no answer for a link under way: shown as unclear

Q_SIGNALS:
    void portalAnswered(const QString& portal, tresen::Instant at);
    void portalFailed(const QString& portal, const tresen::Error& error);

private:
    void fetch(const domain::OpenItem& item, const domain::PayRequest& request, Done<Ok> done);
    void applySnapshot(const domain::InvoiceId& invoice, const domain::RequestId& request, const domain::PortalSnapshot& snapshot, Done<Ok> done);
    void noteFailure(const domain::OpenItem& item, const domain::PayRequest& request, const Error& error, Done<Ok> done);
    void create(const ports::OutboxEntry& entry, Done<Ok> done);
    void linkAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, const Result<ports::Link>& link, Done<Ok> done);
    void cancel(const ports::OutboxEntry& entry, Done<Ok> done);
    void cancelAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, ports::CancelOutcome outcome, Done<Ok> done);
    void schedule();
    qint64 nextFetchSeq();

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    const Portals& m_portals;
    const Clock& m_clock;
    QTimer m_timer;
    QHash<domain::RequestId, qint64> m_applied;        // newest snapshot looked at, also where it changed nothing
    QHash<domain::RequestId, Instant> m_lastAnswer;
    qint64 m_fetchSeq = 0;
    bool m_hot = false, m_started = false, m_inRound = false;
};

} // namespace tresen::services
