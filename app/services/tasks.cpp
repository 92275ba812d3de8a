#include "app/services/tasks.h"
#include "app/core/async.h"
#include "app/core/limits.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// "refund.no_answer:ID", "refund.failed:ID" or, of one that bounced, "refund.failed:PORTAL:ITS ID".
const domain::Refund* refundOf(const domain::OpenItem& item, const domain::OpenTask& task)
{
    if (!task.kind.startsWith(u"refund."_s)) return nullptr;
    const auto about = task.id.text().section(u':', 1);
    const auto found = std::find_if(item.refunds.begin(), item.refunds.end(), [&](const domain::Refund& r) { return r.id.text() == about || r.portal + u':' + r.portalId == about; });
    return found == item.refunds.end() ? nullptr : &*found;
}

void noteGoingBack(const domain::OpenItem& item, TaskRow& row)
{
    row.goingBack = domain::Money::cents(0, item.due.currency());
    for (const auto& r : item.refunds) {
        if (!r.underWay() || (r.payment != row.payment && r.task != row.task.id)) continue;
        if (const auto more = domain::add(row.goingBack, r.amount)) row.goingBack = more.value();
        row.unclear = row.unclear || r.state == domain::RefundState::Unclear;
    }
}

void takeTasks(const ports::ItemDetail& detail, std::vector<TaskRow>& rows)
{
    const auto& item = detail.item;
    QHash<QString, Instant> raised;
    for (const auto& entry : detail.timeline)
        if (const auto* e = entry.event.as<domain::TaskRaised>(); e && e->invoice == item.id) raised.insert(e->task.text(), entry.at);
    for (const auto& task : item.tasks) {
        TaskRow row;
        row.invoice = item.id;
        row.task = task;
        row.number = item.number;
        row.plate = item.plate;
        row.customer = item.customer;
        row.since = raised.value(task.id.text());
        row.open = item.open();
        if (item.findPayment(task.detail)) row.payment = task.detail;
        if (const auto* refund = refundOf(item, task)) {
            row.refund = refund->id;
            row.payment = refund->payment;
        }
        noteGoingBack(item, row);
        if (const auto* mail = item.findMail(domain::MailId{task.id.text().section(u':', 1)})) {
            row.mailTo = mail->to;
            row.mailSaid = mail->detail;
        }
        rows.push_back(std::move(row));
    }
}

} // namespace

struct Tasks::Reading {
    std::vector<domain::BoardRow> invoices;
    std::size_t next = 0;
    std::vector<TaskRow> rows;
    Done<std::vector<TaskRow>> done;
};

Tasks::Tasks(ports::Journal& journal, JournalFeed& feed, QObject* parent) : QObject{parent}, m_journal{journal}, m_feed{feed} {}

void Tasks::finish(const domain::InvoiceId& invoice, const domain::TaskId& task, const QString& how, Done<Ok> done, const Agreement& agreed)
{
    if (how.trimmed().size() < kHowMin) return done(Error{Fault::Refused, u"task.how"_s, QString::number(kHowMin)});
    ports::Subject subject;
    subject.agreedBy = agreed.use();
    subject.invoices.push_back(invoice);
    subject.right = domain::Right::Work;
    const auto decide = [invoice, task, how](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        const auto open = item ? std::find_if(item->tasks.begin(), item->tasks.end(), [&](const domain::OpenTask& t) { return t.id == task; }) : std::vector<domain::OpenTask>::const_iterator{};
        if (!item || open == item->tasks.end()) return Error{Fault::Conflict, u"task.none"_s, task.text()};
        const bool guarded = domain::neededToEnd(open->kind).has_value();
        if (guarded && how.trimmed().size() < limits::kOverrideReasonMin) return Error{Fault::Refused, u"task.how"_s, QString::number(limits::kOverrideReasonMin)};
        ports::Decision d;
        d.events.push_back(domain::TaskDone{task, invoice, how.trimmed().left(300), guarded ? s.agreedName({}) : QString{}});
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

void Tasks::list(Done<TaskList> done)
{
    onReady(m_journal.board(), this, [this, done](const Result<std::vector<domain::BoardRow>>& board) {
        if (!board) return done(board.error());
        std::vector<domain::BoardRow> withTasks;
        for (const auto& row : board.value())
            if (row.openTasks > 0) withTasks.push_back(row);
        const auto left = std::max(0, static_cast<int>(withTasks.size()) - kMaxInvoices);
        withTasks.resize(withTasks.size() - static_cast<std::size_t>(left));
        of(std::move(withTasks), [done, left](const Result<std::vector<TaskRow>>& rows) {
            if (!rows) return done(rows.error());
            done(TaskList{rows.value(), left});
        });
    });
}

void Tasks::of(std::vector<domain::BoardRow> invoices, Done<std::vector<TaskRow>> done)
{
    next(std::make_shared<Reading>(Reading{std::move(invoices), 0, {}, std::move(done)}));
}

void Tasks::next(std::shared_ptr<Reading> reading)
{
    if (reading->next == reading->invoices.size()) return reading->done(std::move(reading->rows));
    onReady(m_journal.detail(reading->invoices[reading->next++].invoice), this, [this, reading](const Result<ports::ItemDetail>& detail) {
        if (!detail) return reading->done(detail.error());
        takeTasks(detail.value(), reading->rows);
        next(reading);
    });
}

} // namespace tresen::services
