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

struct ReleaseOrder {
    domain::InvoiceId invoice;
    QString to;
    bool idChecked = false;
    QString overrideReason;
    bool byOther = false;             // somebody else collects, with the owner's code
    QString code;                     // as typed
    QByteArray signature;             // SVG; empty: nobody signed
    QString unsignedWhy;
    domain::KeyId key{};              // which of its keys, of an invoice over several vehicles; null: the one its row shows
};

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
    void judge(const domain::InvoiceId& invoice, Done<KeyOutlook> done, const domain::KeyId& wanted = {});
    // Judges again inside the transaction. agreed: where an override needs a second person. Refusals: domain::decideRelease(), "key.signature" (no drawing, or
    // too large), "key.unsigned" (the workshop wants a signature, or a reason why there is none). A wrong code is written down as tried.
    void release(const ReleaseOrder& order, Done<KeyOutlook> done, const Agreement& agreed = {});
    void release(const domain::InvoiceId& invoice, const QString& to, bool idChecked, const QString& overrideReason, Done<KeyOutlook> done, const Agreement& agreed = {});
    // Within the day it left anybody who hands over; later it takes who may override, or a second person who may.
    void takeBack(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done, const domain::KeyId& wanted = {}, const Agreement& agreed = {});
    // Refused "key.hook_taken" (detail: the hook) while another key of any vehicle hangs there.
    void hang(const domain::InvoiceId& invoice, const QString& hook, Done<Ok> done, const domain::KeyId& wanted = {});

    void setDocumentFolder(const QString& folder) { m_folder = folder; }   // where signatures are kept
    // A signature of the journal, as SVG: NotFound "key.no_signature" when it lies at another desk, Corrupt when it is not the one that was given.
    void signature(const QString& file, const QString& sha256, Done<QByteArray> done);

private:
    struct Release;
    void decideOrder(std::shared_ptr<Release> run);
    void countOverrides(std::shared_ptr<Release> run, qint64 afterSeq);
    using KeyDecide = std::function<Result<std::vector<domain::Event>>(const domain::VehicleKey&, const std::vector<domain::OpenItem>&, const ports::Situation&)>;
    void decideKey(const domain::InvoiceId& invoice, const domain::KeyId& wanted, KeyDecide decide, Done<Ok> done, const Agreement& agreed = {}, const QString& hook = {});
    void look(const domain::InvoiceId& invoice, const domain::KeyId& wanted, Instant freshAt, Done<KeyOutlook> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    PortalSync& m_sync;
    const Clock& m_clock;
    QString m_folder;
};

} // namespace tresen::services
