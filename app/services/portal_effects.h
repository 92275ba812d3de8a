// PortalEffects: carries out what was stored to be asked of a portal: make a link, close it, give money back. Each ends in a decision that finishes
// the effect in the same transaction; a lost answer is asked for again with the same key and the same bytes. Called by the Outbox.
#pragma once
#include "app/services/portal_sync.h"

namespace tresen::services {

class PortalEffects final : public QObject {
    Q_OBJECT
public:
    PortalEffects(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, PortalSync& sync, const Portals& portals, const Clock& clock, QObject* parent = nullptr);

private:
    void create(const ports::OutboxEntry& entry, Done<Ok> done);
    void createAgain(const ports::OutboxEntry& entry, ports::PaymentPortal& portal, const ports::LinkOrder& order, const domain::RequestId& request, Done<Ok> done);
    void askToCreate(const ports::OutboxEntry& entry, ports::PaymentPortal& portal, const ports::LinkOrder& order, const domain::RequestId& request, Done<Ok> done);
    void linkAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, const Result<ports::Link>& link, Done<Ok> done);
    void cancel(const ports::OutboxEntry& entry, Done<Ok> done);
    void cancelAnswered(const ports::OutboxEntry& entry, const domain::RequestId& request, ports::CancelOutcome outcome, Done<Ok> done);
    void refund(const ports::OutboxEntry& entry, Done<Ok> done);
    void refundAnswered(const ports::OutboxEntry& entry, const domain::RefundId& refund, bool readable, const Result<ports::RefundAnswer>& answer, Done<Ok> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    PortalSync& m_sync;
    const Portals& m_portals;
    const Clock& m_clock;
};

} // namespace tresen::services
