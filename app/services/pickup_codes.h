// PickupCodes: gives the owner a code with which somebody else may collect the car, by mail or on paper. The digits are answered once, to be printed, or
// stand in the mail alone and until it has left in the secret store. Called by the pickup sheet and the command line.
#pragma once
#include "app/domain/pickup_rules.h"
#include "app/services/done.h"
#include "app/services/mails.h"
#include <optional>

namespace tresen::services {

struct IssuedPickup { QString digits, sentTo; Instant expires; };   // digits: only on paper; sentTo: only by mail

// A code that has not served yet, without its digits.
struct WaitingPickup {
    domain::InvoiceId invoice;
    QString number, plate, sentTo;    // sentTo: empty on paper
    Instant expires;
    int triesLeft = 0;
    std::optional<domain::MailState> mail{};   // of its letter
};

class PickupCodes final : public QObject {
    Q_OBJECT
public:
    PickupCodes(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, Mails& mails, const Settings& settings, const Clock& clock, QObject* parent = nullptr);

    // to empty: the invoice's own address. Refusals: domain::decidePickupIssue().
    void issueByMail(const domain::InvoiceId& invoice, const QString& to, Done<IssuedPickup> done);
    void issueOnPaper(const domain::InvoiceId& invoice, Done<IssuedPickup> done);
    // All that may still serve: their keys are here. In no particular order.
    void waiting(Done<std::vector<WaitingPickup>> done);
    // Would this code do? It does not use it up, but a wrong one counts as tried. Refusals: domain::checkPickup(), Conflict "key.gone".
    void check(const domain::InvoiceId& invoice, const QString& code, Done<WaitingPickup> done);

private:
    struct Issue;
    std::vector<WaitingPickup> waitingOf(const ports::Situation& s) const;
    void decideCheck(const ports::Subject& subject, const domain::InvoiceId& invoice, const QString& hash, const Done<WaitingPickup>& done);
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
