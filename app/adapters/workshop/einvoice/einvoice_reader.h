// EInvoiceReader: reads EN 16931 invoices (Cross Industry Invoice, ZUGFeRD 1.0, UBL 2.1, and PDFs that carry one of them) and the invoice data of DATEV's
// XML interface online, of which one file may hold many. What it is, its root element and the namespace say. Used by Intake
// and by the command `inspect`.
#pragma once
#include "app/adapters/workshop/einvoice/pdf_reader.h"
#include "app/ports/workshop_source.h"

namespace tresen::adapters::einvoice {

// Besides domain::noticesOf() it warns with: "number.missing" (BT-1), "type.missing" (BT-3), "currency.missing" (BT-5, taken as EUR),
// "currency.mixed" (a total is marked with another currency than BT-5), "amount.repeated" (a total stands twice and differs; the first
// counts), "amount.line_unreadable" (a row's or line's amount is no whole number of cents and stays empty), "date.unreadable" (stays
// empty), "text.cut" and "list.cut" (longer than limits.h allows), "pdf.several_invoices", "totals.pdf_differs" (the printed pages, when they were read, do not name the total).
class EInvoiceReader final : public ports::WorkshopSource {
public:
    explicit EInvoiceReader(PdfReader pdf = &readAttachmentHere) : m_pdf{std::move(pdf)} {}
    Result<ports::InvoiceDocument> read(const QByteArray& bytes, const QString& name) const override;   // the first one of the file
    // Besides the errors of read(): those of readLedger().
    Result<std::vector<ports::Arrived>> readAll(const QByteArray& bytes, const QString& name) const override;
    domain::InvoiceEntry proposed(const QByteArray& bytes, const QString& name) const override;

private:
    PdfReader m_pdf;
};

} // namespace tresen::adapters::einvoice
