// Finds the invoice XML inside a hybrid PDF (Factur-X, ZUGFeRD, XRechnung). Called by EInvoiceReader.
#pragma once
#include "app/core/result.h"
#include <QByteArray>

namespace tresen::adapters::einvoice {

struct PdfInvoice {
    QByteArray xml;
    QString attachment;          // its file name
    bool severalInvoices = false;   // more than one attachment has an invoice name
};

bool looksLikePdf(QByteArrayView bytes);   // "%PDF-" within the first kilobyte

// Looks in the name tree EmbeddedFiles and in the catalog's AF (ISO 32000-2, 7.7.4 and 14.13). Chosen by name, whatever its case:
// factur-x.xml before xrechnung.xml before zugferd-invoice.xml. No other attachment is opened.
// Errors: "pdf.damaged", "pdf.encrypted", "pdf.no_invoice", "pdf.attachment_too_large".
Result<PdfInvoice> invoiceInPdf(const QByteArray& bytes);

} // namespace tresen::adapters::einvoice
