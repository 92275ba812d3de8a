// What the main window prints of an invoice: Ctrl+P on the board, and a receipt of the counter once more.
#include "ui/common/toast.h"
#include "ui/main_window.h"
#include "ui/request/request_sheet.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

void MainWindow::printChosen(const domain::InvoiceId& invoice)
{
    if (m_sheet) return;
    withInvoice(invoice, [this, invoice](const services::InvoiceView& view) {
        if (m_sheet) return;
        const auto& item = view.item;
        const auto receipt = std::find_if(item.payments.rbegin(), item.payments.rend(), domain::hasReceipt);
        if (domain::asksForMoney(item)) {
            if (const auto why = denied(domain::Right::Request); !why.isEmpty()) return m_toasts->show({Look::Notice, tr("Nothing was printed"), why, invoice});
            return openRequest(invoice, /*print=*/true);
        }
        if (receipt != item.payments.rend()) return printReceipt(invoice, receipt->id);
        m_toasts->show({Look::Notice, tr("Nothing to print"), tr("It asks for nothing, and no money was taken here at the counter"), invoice});
    });
}

void MainWindow::printReceipt(const domain::InvoiceId& invoice, const domain::PaymentId& payment)
{
    m_desk.counter.reprint(invoice, payment, [guard = QPointer{this}, this](const Result<services::CounterReceipt>& made) {
        if (!guard) return;
        if (!made) return fail(made.error());
        showPaper(made.value().pdf, tr("%1, copy %2").arg(made.value().receiptNumber).arg(made.value().copy));
    });
}

} // namespace tresen::ui
