// PickupCodes: gives the owner a code with which somebody else may collect the car, by mail or on paper. The digits are answered once, to be printed, or
// stand in the mail alone. Called by the pickup sheet.
#pragma once
#include "app/domain/pickup_rules.h"
#include "app/services/done.h"
#include "app/services/mails.h"

namespace tresen::services {

struct IssuedPickup { QString digits, sentTo; Instant expires; };   // digits: only on paper; sentTo: only by mail

class PickupCodes final : public QObject {
    Q_OBJECT
public:
    PickupCodes(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, Mails& mails, const Settings& settings, const Clock& clock, QObject* parent = nullptr);

    // to empty: the invoice's own address. Refusals: domain::decidePickupIssue().
    void issueByMail(const domain::InvoiceId& invoice, const QString& to, Done<IssuedPickup> done);
    void issueOnPaper(const domain::InvoiceId& invoice, Done<IssuedPickup> done);

private:
    struct Issue;
    void begin(std::shared_ptr<Issue> run);
    void write(std::shared_ptr<Issue> run);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    Mails& m_mails;
    const Settings& m_settings;
    const Clock& m_clock;
};

} // namespace tresen::services
