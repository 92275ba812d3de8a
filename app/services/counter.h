// Counter: takes money at the desk. First the open link is closed at the portal and looked at once more, then the payment is booked, then the
// receipt is made; a receipt that cannot be made never takes the booking back. One station of the way.
#pragma once
#include "app/core/clock.h"
#include "app/domain/counter_rules.h"
#include "app/ports/paper_printer.h"
#include "app/services/agreement.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include "app/services/outbox.h"
#include "app/services/portal_sync.h"
#include "app/services/settings.h"
#include <QObject>

namespace tresen::services {

struct CounterRequest {
    domain::InvoiceId invoice;
    domain::PaymentId payment;               // made when the dialog opens
    domain::CounterMethod method = domain::CounterMethod::Cash;
    domain::Money amount;
    std::optional<domain::Money> tendered;
    QString receiptNumber;
    bool force = false;                      // although the portal cannot be asked; needs forceReason
    QString forceReason;
    QString language = QStringLiteral("de");
    bool taken = false;                      // see domain::CounterCommand::taken: booked at once, the link is closed afterwards
    bool slipShared = false;                 // see domain::CounterCommand::slipShared
};

struct CounterReceipt {
    domain::Money amount, change, openAfter;
    QString receiptNumber, file;             // file: the receipt as PDF; empty when it could not be made
    Error receiptError;                      // why not
    QByteArray pdf;
    int copy = 0;                            // "KOPIE n" of one that is printed again
    domain::Money tooMuch{};                 // see domain::CounterDecision::tooMuch
};

class Counter final : public QObject {
    Q_OBJECT
public:
    Counter(ports::Journal& journal, JournalFeed& feed, Outbox& outbox, PortalSync& sync, ports::PaperPrinter& paper, Settings& settings, const Clock& clock,
            QString documentFolder, QObject* parent = nullptr);

    // The payment dialog opens: this desk holds the counter, and the link is looked at. Answers the item as it is now.
    // Refusals: domain::decideCounterLock().
    void open(const domain::InvoiceId& invoice, Done<domain::OpenItem> done);
    void close(const domain::InvoiceId& invoice);                           // the dialog closes without money
    // Refusals: domain::decideCounterStart() and decideCounterPayment(); "pay.paid_online" when money came in while the link was being closed,
    // "pay.portal_silent" when the portal cannot be asked (then force with a reason is the way out).
    void pay(const CounterRequest& request, Done<CounterReceipt> done);
    // A transfer that stands on the account although nothing is open any more. Refusals: domain::decideTransferNoted().
    void noteTransfer(const domain::InvoiceId& invoice, const domain::PaymentId& payment, domain::Money amount, Done<Ok> done);
    void grantOnAccount(const domain::InvoiceId& invoice, bool byManager, Done<Ok> done, const QString& reason = {}, const Agreement& agreed = {});
    void endOnAccount(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done, const Agreement& agreed = {});   // the way back
    void takeBackAccount(const domain::InvoiceId& invoice, Done<Ok> done);   // refusals: domain::decideOnAccountBack()
    // The receipt of an earlier payment once more, in the language of the first print and marked as copy n. Answers when the copy stands in the
    // journal. NotFound "receipt.unknown": there was none; Conflict "receipt.changed": another desk has just made the same copy; the paper's own.
    void reprint(const domain::InvoiceId& invoice, const domain::PaymentId& payment, Done<CounterReceipt> done);

    void setDesk(QString desk) { m_desk = std::move(desk); }
    void setUser(QString user) { m_user = std::move(user); }                // stands on the receipt

private:
    struct Run;
    using AccountDecide = std::function<Result<std::vector<domain::Event>>(const domain::OpenItem&, const ports::Situation&)>;
    void decideAccount(const domain::InvoiceId& invoice, AccountDecide account, Done<Ok> done, const Agreement& agreed);
    struct Reprint;
    void closeLink(std::shared_ptr<Run> run);
    void book(std::shared_ptr<Run> run);
    void receipt(std::shared_ptr<Run> run, const domain::CounterDecision& decision);
    void keepCopy(std::shared_ptr<Reprint> run);
    QString receiptFile(const QString& number, const domain::PaymentId& payment, int copy) const;
    void fail(std::shared_ptr<Run> run, const Error& error);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    Outbox& m_outbox;
    PortalSync& m_sync;
    ports::PaperPrinter& m_paper;
    Settings& m_settings;
    const Clock& m_clock;
    QString m_folder, m_desk, m_user;
};

} // namespace tresen::services
