#include "ui/sheets/ways_back.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

WaysBack::WaysBack(const DeskContext& desk, SheetStand& stand) : m_desk{desk}, m_stand{stand} {}

void WaysBack::offer(const domain::BoardRow& row, const QString& title, const QString& text, std::function<void(services::Done<Ok>)> back)
{
    ToastText toast{Look::Notice, title, text, row.invoice};
    toast.undo = [guard = QPointer{this}, this, back = std::move(back), title, invoice = row.invoice] {
        if (!guard) return;
        back([guard, this, title, invoice](const Result<Ok>& done) {
            if (!guard) return;
            if (!done) return m_stand.fail(done.error());
            m_stand.say({Look::Accepted, tr("Taken back"), title, invoice});
        });
    };
    m_stand.say(toast);
}

void WaysBack::mail(const domain::BoardRow& row, const domain::MailId& mail, const QString& to)
{
    offer(row, tr("Mail leaves in a moment"), to, [this, id = row.invoice, mail](const services::Done<Ok>& done) { m_desk.mails.recall(id, mail, done); });
}

void WaysBack::request(const domain::BoardRow& row)
{
    const auto what = nameOf(row);
    if (!m_desk.requests.canKeep(row.invoice)) return m_stand.say({Look::Cancelled, tr("Request withdrawn"), what, row.invoice});
    offer(row, tr("Request withdrawn"), what, [this, id = row.invoice](const services::Done<Ok>& done) { m_desk.requests.keep(id, done); });
}

void WaysBack::account(const domain::BoardRow& row)
{
    offer(row, tr("Released on account"), nameOf(row), [this, id = row.invoice](const services::Done<Ok>& back) { m_desk.counter.takeBackAccount(id, back); });
}

} // namespace tresen::ui
