// Port: WorkshopSource turns the bytes a workshop system exported into invoices. Pure, thread-safe, no I/O: called on a pool thread.
#pragma once
#include "app/domain/invoice.h"
#include <QByteArray>

namespace tresen::ports {

struct InvoiceDocument {
    domain::Invoice invoice;
    QString container;      // "xml", "pdf"
    QString attachment;     // name of the XML inside a hybrid PDF
    QString syntax;         // "cii", "zf1", "ubl", "ubl-cn" (credit note)
    QStringList warnings;   // codes, see noticesOf(); never a reason to refuse
};

class WorkshopSource {
public:
    virtual ~WorkshopSource() = default;

    // bytes: at most limits::kMaxInvoiceFile. name: only for the message. Errors are Fault::Invalid with one of the codes
    // "file.too_large", "file.empty", "pdf.damaged", "pdf.no_invoice", "pdf.encrypted", "pdf.attachment_too_large", "pdf.too_costly", "xml.malformed",
    // "xml.dtd", "xml.too_deep", "xml.too_many_nodes", "xml.encoding", "invoice.unsupported", "invoice.incomplete" (detail: the missing
    // term), "amount.unreadable" (detail: term and text), "date.unreadable"; or Fault::Unreachable "pdf.reader": not the file is at fault, it may
    // be read later.
    virtual Result<InvoiceDocument> read(const QByteArray& bytes, const QString& name) const = 0;
};

} // namespace tresen::ports
