#include "ui/sheets/step_sheets.h"
#include "ui/common/money_text.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

StepSheets::StepSheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, WaysBack& back) : m_desk{desk}, m_stand{stand}, m_people{people}, m_back{back} {}

void StepSheets::open(const domain::BoardRow& row, const Step& step, void (WaysBack::*back)(const domain::BoardRow&))
{
    if (m_stand.isTaken()) return;
    auto* sheet = m_stand.adopt(new StepSheet{row, step, m_stand.window()});
    sheet->setSecond(m_people.askSecond());
    connect(sheet, &StepSheet::taken, this, [this, row, back](const QString& text) {
        if (back) (m_back.*back)(row);
        else m_stand.say({Look::Accepted, text, nameOf(row), row.invoice});
        m_stand.touch(row.invoice);
    });
    sheet->open(sheet->firstField());
}

void StepSheets::openCancelling(const services::InvoiceView& view)
{
    const auto id = view.row.invoice;
    const auto held = domain::asksForMoney(view.item) ? tr("%1 are open. From then on it asks for nothing, its pay link is closed, and the key stays until somebody approves its hand-over.").arg(moneyText(view.item.open()))
                                                      : tr("From then on it asks for nothing. What was paid on it has to be given back.");
    open(view.row, {u"cancel"_s, tr("Cancelled in the workshop system?"), held, tr("It is cancelled"), tr("Why is it cancelled?"),
                        {tr("A new invoice takes its place"), tr("The order was called off"), tr("Another reason")}, domain::Right::Cancel,
                        [this, id](const QString& reason, services::Done<Ok> done, const services::Agreement& agreed) { m_desk.intake.cancelInvoice(id, reason, std::move(done), agreed); },
                        tr("Invoice cancelled")});
}

void StepSheets::openRestoring(const services::InvoiceView& view)
{
    const auto id = view.row.invoice;
    open(view.row, {u"restore"_s, tr("Not cancelled after all?"), tr("The invoice asks for its money again, and its key stays until it is paid. What was noted remains in the history."),
                        tr("It is not cancelled"), tr("What was the mistake?"), {tr("The wrong invoice was cancelled"), tr("The workshop system still asks for it"), tr("Another reason")}, domain::Right::TakeIn,
                        [this, id](const QString& reason, services::Done<Ok> done, const services::Agreement&) { m_desk.intake.restoreInvoice(id, reason, std::move(done)); },
                        tr("The invoice asks for its money again")});
}

void StepSheets::openAccount(const services::InvoiceView& view)
{
    const auto id = view.row.invoice;
    if (domain::onAccountCovers(view.item)) {
        return open(view.row, {u"account_end"_s, tr("No longer on account?"), tr("The key stays until the money is here."), tr("No longer on account"), tr("Why has that changed?"),
                                   {tr("Allowed by mistake"), tr("The customer pays now"), tr("Another reason")}, domain::Right::ChangeAmounts,
                                   [this, id](const QString& reason, services::Done<Ok> done, const services::Agreement& agreed) { m_desk.counter.endOnAccount(id, reason, std::move(done), agreed); },
                                   tr("No longer on account")});
    }
    open(view.row, {u"account"_s, tr("Release on account?"), tr("%1 stay open, and the key may go without them. It can be taken back in the same menu.").arg(moneyText(view.item.open())),
                        tr("Release on account"), tr("Why may it be paid later?"), {tr("Regular customer"), tr("An insurance pays"), tr("Another reason")}, domain::Right::ChangeAmounts,
                        [this, id](const QString& reason, services::Done<Ok> done, const services::Agreement& agreed) { m_desk.counter.grantOnAccount(id, /*byManager=*/true, std::move(done), reason, agreed); },
                        tr("Released on account")}, &WaysBack::account);
}

void StepSheets::openWithdrawing(const services::InvoiceView& view)
{
    const auto id = view.row.invoice;
    open(view.row, {u"withdraw"_s, tr("Withdraw the request?"), tr("Its pay link is closed and its sheet is worth nothing any more. A new request can be made at any time."), tr("Withdraw the request"), {}, {},
                        domain::Right::Request, [this, id](const QString&, services::Done<Ok> done, const services::Agreement&) { m_desk.requests.withdraw(id, std::move(done)); }, tr("Request withdrawn")}, &WaysBack::request);
}

} // namespace tresen::ui
