#include "ui/sheets/money_sheets.h"
#include "ui/counter/payment_sheet.h"
#include "ui/counter/refund_check_sheet.h"
#include "ui/counter/refund_sheet.h"
#include "ui/request/paper_sheet.h"
#include "ui/request/request_sheet.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

MoneySheets::MoneySheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, WaysBack& back) : m_desk{desk}, m_stand{stand}, m_people{people}, m_back{back} {}

void MoneySheets::openRequest(const domain::InvoiceId& invoice, bool print)
{
    m_stand.whenFree(invoice, [this, print](const services::InvoiceView& view) {
        auto* sheet = m_stand.adopt(new RequestSheet{m_desk.requests, m_desk.mails, m_desk.settings, m_desk.clock, view, m_stand.window()});
        m_stand.keepInformed(sheet);
        connect(sheet, &RequestSheet::mailQueued, this, [this, row = view.row](const domain::MailId& mail, const QString& to) { m_back.mail(row, mail, to); });
        connect(sheet, &RequestSheet::withdrawn, this, [this, row = view.row] { m_back.request(row); });
        sheet->open(sheet->firstField());
        if (print && view.item.liveRequest()) sheet->printNow();
    });
}

void MoneySheets::openPayment(const domain::InvoiceId& invoice)
{
    m_stand.whenFree(invoice, [this](const services::InvoiceView& view) {
        auto* sheet = m_stand.adopt(new PaymentSheet{m_desk.counter, m_desk.clock, m_stand.window()});
        m_stand.keepFed(sheet);
        connect(sheet, &PaymentSheet::receiptRequested, this, [this](const services::CounterReceipt& receipt) { m_stand.showPaper(receipt.pdf, receipt.receiptNumber); });
        connect(sheet, &PaymentSheet::booked, this, [this](const services::CounterReceipt& receipt, bool printWanted) {
            // The sheet goes on showing the change; without a printer the receipt lies ready as PDF.
            const bool printerReady = m_desk.health.peer(u"printer"_s).state == services::PeerHealth::State::Good;
            if (!printWanted || receipt.pdf.isEmpty() || !printerReady) return;
            auto* printer = new PdfPrinter{m_desk.settings.value(u"printer.name"_s), m_stand.window()};
            connect(printer, &PdfPrinter::said, this, [this, printer, number = receipt.receiptNumber](const QString& text, bool taken) {
                m_stand.say({taken ? Look::Accepted : Look::Notice, tr("Receipt %1").arg(number), text});
                printer->deleteLater();
            });
            printer->printAtOnce(receipt.pdf, receipt.receiptNumber);
        });
        const auto printer = m_desk.health.peer(u"printer"_s);
        const bool ready = printer.state == services::PeerHealth::State::Good;
        sheet->setPrinter(ready ? QString{} : tr("No printer, the receipt is kept as PDF"), !ready);
        sheet->setTraining(m_desk.settings.training());
        sheet->pay(view.item, view.key.hook);
    });
}

void MoneySheets::openRefund(const domain::InvoiceId& invoice, const domain::TaskId& task, const QString& payment)
{
    m_stand.whenFree(invoice, [this, task, payment](const services::InvoiceView& view) {
        auto* sheet = m_stand.adopt(new RefundSheet{m_desk.refunds, m_desk.settings, m_desk.clock, view, {task, payment}, m_stand.window()});
        sheet->setSecond(m_people.askSecond());
        m_stand.keepInformed(sheet);
        connect(sheet, &RefundSheet::slipRequested, &m_stand, [this](const QByteArray& pdf, const QString& title) { m_stand.showPaper(pdf, title); });
        connect(sheet, &RefundSheet::checkRequested, this, [this, id = view.row.invoice](const domain::RefundId& refund) {
            m_stand.closeSheet();
            openRefundCheck(id, refund);
        });
        sheet->open(sheet->firstField());
    });
}

void MoneySheets::openRefundCheck(const domain::InvoiceId& invoice, const domain::RefundId& refund)
{
    m_stand.whenFree(invoice, [this, refund](const services::InvoiceView& view) {
        auto* sheet = m_stand.adopt(new RefundCheckSheet{m_desk.refunds, m_desk.settings, view, refund, m_stand.window()});
        sheet->setSecond(m_people.askSecond());
        m_stand.keepInformed(sheet);
        connect(sheet, &RefundCheckSheet::finished, this, [this, number = view.item.number](const QString& text) { m_stand.say({Look::Accepted, tr("Invoice %1").arg(number), text}); });
        sheet->open(sheet->firstField());
    });
}

void MoneySheets::printChosen(const domain::InvoiceId& invoice)
{
    m_stand.whenFree(invoice, [this, invoice](const services::InvoiceView& view) {
        const auto& item = view.item;
        const auto receipt = std::find_if(item.payments.rbegin(), item.payments.rend(), domain::hasReceipt);
        if (domain::asksForMoney(item)) {
            if (const auto why = m_people.denied(domain::Right::Request); !why.isEmpty()) return m_stand.say({Look::Notice, tr("Nothing was printed"), why, invoice});
            return openRequest(invoice, /*print=*/true);
        }
        if (receipt != item.payments.rend()) return printReceipt(invoice, receipt->id);
        m_stand.say({Look::Notice, tr("Nothing to print"), tr("It asks for nothing, and no money was taken here at the counter"), invoice});
    });
}

void MoneySheets::printReceipt(const domain::InvoiceId& invoice, const domain::PaymentId& payment)
{
    m_desk.counter.reprint(invoice, payment, [guard = QPointer{this}, this](const Result<services::CounterReceipt>& made) {
        if (!guard) return;
        if (!made) return m_stand.fail(made.error());
        m_stand.showPaper(made.value().pdf, tr("%1, copy %2").arg(made.value().receiptNumber).arg(made.value().copy));
    });
}

} // namespace tresen::ui
