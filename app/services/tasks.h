// Tasks: what a person has to look at over all invoices, and that it is done, by whom and how. Called by the board and the page of tasks.
#pragma once
#include "app/ports/journal.h"
#include "app/services/agreement.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>
#include <memory>

namespace tresen::services {

struct TaskRow {                     // one open task as a list shows it
    domain::InvoiceId invoice;
    domain::OpenTask task;
    QString number, plate, customer;
    QString mailTo, mailSaid;        // mail.*: where that message went, and what the server said
    Instant since;
    domain::Money open;              // of the invoice: negative, too much has been paid
    domain::Money goingBack;         // for this task, or of the payment it speaks of, and not booked yet
    bool unclear = false;            // whether that happened, nobody knows
    domain::RefundId refund;         // refund.*: the refund it speaks of, and the payment that should go back
    QString payment;                 // source key of the payment it speaks of; empty: of none
};

struct TaskList { std::vector<TaskRow> rows; int left = 0; };   // left: invoices with tasks beyond kMaxInvoices

class Tasks final : public QObject {
    Q_OBJECT
public:
    Tasks(ports::Journal& journal, JournalFeed& feed, QObject* parent = nullptr);
    // how: at least kHowMin characters, it stands in the journal; an alarm, see domain::neededToEnd(), takes limits::kOverrideReasonMin, the right and the
    // second person who has agreed. Refusals: "task.none", "task.how", those of domain::checkRights().
    void finish(const domain::InvoiceId& invoice, const domain::TaskId& task, const QString& how, Done<Ok> done, const Agreement& agreed = {});
    static constexpr int kHowMin = 3;

    // Of the invoices that have any, the most urgent kMaxInvoices; read one after the other, so that other questions get their turn.
    void list(Done<TaskList> done);
    void of(std::vector<domain::BoardRow> invoices, Done<std::vector<TaskRow>> done);
    static constexpr int kMaxInvoices = 500;

private:
    struct Reading;
    void next(std::shared_ptr<Reading> reading);
    ports::Journal& m_journal;
    JournalFeed& m_feed;
};

} // namespace tresen::services
