// Keys: judges whether a key may go and records its hand-over, per vehicle over all invoices of its stay. One station of the way.
#pragma once
#include "app/core/clock.h"
#include "app/domain/key_rules.h"
#include "app/services/agreement.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/portal_sync.h"
#include <QObject>

namespace tresen::services {

struct KeyOutlook {
    domain::KeyVerdict verdict;
    domain::VehicleKey key;
    std::vector<domain::OpenItem> stay;
    Instant freshAt;                  // null: nothing of it lives elsewhere
};

class Keys final : public QObject {
    Q_OBJECT
public:
    Keys(ports::Journal& journal, JournalFeed& feed, PortalSync& sync, const Clock& clock, QObject* parent = nullptr);

    // Fetches what lives elsewhere once more, then judges. An unreachable portal makes a verdict that is not fresh, not an error.
    void judge(const domain::InvoiceId& invoice, Done<KeyOutlook> done);
    // Judges again inside the transaction. agreed: where an override needs a second person. Refusals: domain::decideRelease().
    void release(const domain::InvoiceId& invoice, const QString& to, bool idChecked, const QString& overrideReason, Done<KeyOutlook> done, const Agreement& agreed = {});
    void takeBack(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done);
    void hang(const domain::InvoiceId& invoice, const QString& hook, Done<Ok> done);

private:
    using KeyDecide = std::function<Result<std::vector<domain::Event>>(const domain::VehicleKey&, const std::vector<domain::OpenItem>&, Instant now)>;
    void decideKey(const domain::InvoiceId& invoice, KeyDecide decide, Done<Ok> done, const Agreement& agreed = {});
    void look(const domain::InvoiceId& invoice, Instant freshAt, Done<KeyOutlook> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    PortalSync& m_sync;
    const Clock& m_clock;
};

} // namespace tresen::services
