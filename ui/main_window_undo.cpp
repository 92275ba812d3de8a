// The way back of what has not left the house yet: ten seconds, by the toast that says it or Ctrl+Z. What was written down stays written down; taking it
// back is an entry of its own.
#include "ui/common/toast.h"
#include "ui/main_window.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

void MainWindow::offerBack(const domain::BoardRow& row, const QString& title, const QString& text, std::function<void(services::Done<Ok>)> back)
{
    ToastText toast{Look::Notice, title, text, row.invoice};
    toast.undo = [guard = QPointer{this}, this, back = std::move(back), title, invoice = row.invoice] {
        if (!guard) return;
        back([guard, this, title, invoice](const Result<Ok>& done) {
            if (!guard) return;
            if (!done) return fail(done.error());
            m_toasts->show({Look::Accepted, tr("Taken back"), title, invoice});
        });
    };
    m_toasts->show(toast);
}

void MainWindow::offerMailBack(const domain::BoardRow& row, const domain::MailId& mail, const QString& to)
{
    offerBack(row, tr("Mail leaves in a moment"), to, [this, id = row.invoice, mail](const services::Done<Ok>& done) { m_desk.mails.recall(id, mail, done); });
}

void MainWindow::offerRequestBack(const domain::BoardRow& row)
{
    const auto what = row.plate.isEmpty() ? row.number : row.plate;
    if (!m_desk.requests.canKeep(row.invoice)) return m_toasts->show({Look::Cancelled, tr("Request withdrawn"), what, row.invoice});
    offerBack(row, tr("Request withdrawn"), what, [this, id = row.invoice](const services::Done<Ok>& done) { m_desk.requests.keep(id, done); });
}

void MainWindow::offerAccountBack(const domain::BoardRow& row)
{
    offerBack(row, tr("Released on account"), row.plate.isEmpty() ? row.number : row.plate, [this, id = row.invoice](const services::Done<Ok>& back) { m_desk.counter.takeBackAccount(id, back); });
}

} // namespace tresen::ui
