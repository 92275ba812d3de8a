#include "ui/sheets/sheet_stand.h"
#include "ui/common/wording.h"
#include "ui/request/paper_sheet.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

SheetStand::SheetStand(const DeskContext& desk, ToastStack& toasts, QWidget* window) : m_desk{desk}, m_toasts{toasts}, m_window{window} {}

void SheetStand::closeSheet()
{
    if (m_sheet) m_sheet->close();
    m_sheet.clear();
}

void SheetStand::dress(Sheet* sheet)
{
    connect(sheet, &Sheet::closed, sheet, &QObject::deleteLater);
    applyKeys(*sheet, m_keys);
}

void SheetStand::withInvoice(const domain::InvoiceId& invoice, Then then)
{
    m_desk.board.invoice(invoice, [guard = QPointer{this}, this, then = std::move(then)](const Result<services::InvoiceView>& view) {
        if (!guard || m_locked) return;
        if (!view) return fail(view.error());
        then(view.value());
    });
}

void SheetStand::whenFree(const domain::InvoiceId& invoice, Then then)
{
    if (isTaken()) return;
    withInvoice(invoice, [this, then = std::move(then)](const services::InvoiceView& view) {
        if (!isTaken()) then(view);
    });
}

void SheetStand::showPaper(const QByteArray& pdf, const QString& title, const QString& heading, const QString& printer)
{
    if (m_locked) return;
    closeSheet();
    auto* sheet = adopt(new PaperSheet{pdf, title, printer.isEmpty() ? m_desk.settings.value(u"printer.name"_s) : printer, m_window});
    if (!heading.isEmpty()) sheet->setHead({}, heading, title);
    sheet->open();
}

void SheetStand::fail(const Error& error)
{
    say({Look::Refused, tr("That did not work"), Wording::failure(error)});
}

} // namespace tresen::ui
