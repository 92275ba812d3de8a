// Refunds: money given back the way it came: through the portal, or at the counter. Wanted once, sent with its key, booked when it was read that the
// money has moved. Called by the desk and the command line.
#pragma once
#include "app/domain/refund_rules.h"
#include "app/ports/paper_printer.h"
#include "app/services/agreement.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include "app/services/portals.h"
#include "app/services/settings.h"

namespace tresen::services {

struct RefundRequest {
    domain::InvoiceId invoice;
    domain::RefundId refund;             // made when the sheet opens
    QString payment;                     // source key of the payment to give back
    domain::Money amount;
    QString reason, secondPerson;        // secondPerson: a name, as long as nobody has to come in; from then on only agreed counts
    QString receiptNumber;               // at the counter: of the certified till or the terminal
    domain::TaskId task;
    QString language = QStringLiteral("de");
    Agreement agreed{};
};

struct RefundOffer {                     // one payment, and what can be given back of it
    domain::Payment payment;
    domain::Money left;
    bool parts = true;                   // in part, too
    bool byFetch = true;                 // false: a person has to confirm it from the portal's own page
    QString refusal;                     // why it cannot: "refund.unavailable", "refund.unclear", "refund.exceeds"; empty: it can
};

struct RefundDone { domain::Money amount; bool pending = false; QByteArray slip; QString file; Error slipError; };

class Refunds final : public QObject {
    Q_OBJECT
public:
    Refunds(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, const Portals& portals, ports::PaperPrinter& paper, Settings& settings, const Clock& clock,
            QString documentFolder, QObject* parent = nullptr);

    std::vector<RefundOffer> offers(const domain::OpenItem& item) const;
    // Refusals: domain::decideRefund(), decideCounterRefund(), "refund.unavailable". Answers when the portal has taken it; pending until it was read.
    void giveBack(const RefundRequest& request, Done<RefundDone> done);
    // A person has looked at the portal's own page, because nobody knows what became of it. Refusals: domain::decideRefundChecked().
    void check(const domain::InvoiceId& invoice, const domain::RefundCheck& check, Done<Ok> done, const Agreement& agreed = {});
    // Of this refund a person has to say what became of it: there was no answer, or there is none to be read.
    bool needsPerson(const domain::Refund& refund) const;

    void setUser(QString user) { m_user = std::move(user); }

private:
    struct Run;
    void wanted(std::shared_ptr<Run> run, const Result<ports::Appended>& appended);
    void slip(std::shared_ptr<Run> run);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    const Portals& m_portals;
    ports::PaperPrinter& m_paper;
    Settings& m_settings;
    const Clock& m_clock;
    QString m_folder, m_user;
};

} // namespace tresen::services
