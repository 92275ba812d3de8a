// Port: WorkshopSource turns the bytes a workshop system exported into invoices. Pure, thread-safe, no I/O: called on a pool thread.
#pragma once
#include "app/core/limits.h"
#include "app/domain/entry_rules.h"
#include "app/domain/invoice.h"
#include <QByteArray>
#include <vector>

namespace tresen::ports {

struct AttachedPage {
    QString name;           // as it was sent, without folders
    QByteArray bytes;       // of a kind pageKindOf() knows
};

struct InvoiceDocument {
    domain::Invoice invoice;
    QString container;      // "xml", "pdf", "csv", "json"
    QString attachment;     // name of the XML inside a hybrid PDF
    QString syntax;         // "cii", "zf1", "ubl", "ubl-cn" (credit note), "table", "datev", "datev-xml", "order"
    QStringList warnings;   // codes, see noticesOf(); never a reason to refuse
    QString claim{};        // of an order: the key its sender knows it by; the same one is the same order. Empty: a document
    std::vector<AttachedPage> attached{};   // to an order, at most limits::kMaxOrderDocuments
    QString profile{};      // of a table: the name of the profile it was read by
};

// How it came: "xrechnung.ubl", "xrechnung.cii", "ubl", "cii" (EN 16931 of another guideline), "zugferd.2" (Factur-X; inside a PDF, or of that guideline),
// "zugferd.1", "datev.extf", "datev.xml", "table:" and the name of its profile, "order", "by_hand" (nothing was read). Stable: the journal keeps it.
QString formOf(const InvoiceDocument& document);

// One invoice of a file, or the reason why there is none.
struct Arrived {
    int line = 0;           // of the file, from 1; of DATEV's invoice data which of its invoices; 0: the file is the invoice
    Result<InvoiceDocument> document;
    QString number;         // as far as it could be read, also when refused
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

    // Every invoice of a file. Of most formats it is one; of a table there are many, and each has its own answer.
    virtual Result<std::vector<Arrived>> readAll(const QByteArray& bytes, const QString& name) const
    {
        auto one = read(bytes, name);
        if (!one) return one.error();
        auto number = one.value().invoice.number;
        std::vector<Arrived> all;
        all.push_back({0, std::move(one), std::move(number)});
        return all;
    }

    // What the pages of a file that holds no data may say, for a person to check and to complete. Empty fields: nothing was found.
    virtual domain::InvoiceEntry proposed(const QByteArray& bytes, const QString& name) const
    {
        Q_UNUSED(bytes);
        Q_UNUSED(name);
        return {};
    }

    virtual qint64 maxBytes(const QString& name) const   // more of a file of that name are not read
    {
        Q_UNUSED(name);
        return limits::kMaxInvoiceFile;
    }
};

} // namespace tresen::ports
