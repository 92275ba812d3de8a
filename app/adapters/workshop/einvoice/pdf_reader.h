// What is read of a foreign PDF, and where: in this process, or in a confined child of it. EInvoiceReader asks; the composition root chooses.
#pragma once
#include "app/adapters/workshop/einvoice/pdf_attachment.h"
#include "app/core/helper_process.h"
#include <QStringList>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace tresen::adapters::einvoice {

struct PdfContent {
    std::optional<PdfInvoice> invoice;   // empty: the file carries none ("pdf.no_invoice"), only its pages may say something
    QString text;                // of the pages; empty when nobody asked for it or there is none
    bool isWholeText = false;    // nothing of it was left out
};
using PdfReader = std::function<Result<PdfContent>(const QByteArray&)>;   // thread-safe

Result<PdfContent> readAttachmentHere(const QByteArray& bytes);   // without the text, whose library has no limits: for tests and fuzzing

// The child's whole life: walls up, then one PDF after the other until there are no more. Answers the exit code.
int runPdfChild();

// Ready children of this program that open foreign PDFs, for any number of threads. One that dies, is too slow or has had its share of files is
// replaced. Errors besides those of invoiceInPdf(), of which "pdf.no_invoice" is none here: Invalid "pdf.too_costly" (the child did not survive it), Unreachable "pdf.reader" (no child
// can be started: the file is not at fault).
class PdfHelpers {
public:
    struct Options {
        QString program = ownProgram();
        QStringList arguments{QStringLiteral("--read-pdf")};
        int filesPerHelper = 0;      // 0: as limits.h has it, and so on
        int deadlineMs = 0;
    };
    PdfHelpers() : PdfHelpers{Options{}} {}
    explicit PdfHelpers(Options options);

    Result<PdfContent> read(const QByteArray& bytes);
    std::vector<qint64> processIds();    // of those that wait for work

private:
    struct Helper {
        std::unique_ptr<HelperProcess> process;
        int files = 0;
    };
    Result<Helper> take();
    const Options m_options;
    std::mutex m_lock;
    std::vector<Helper> m_idle;
};

} // namespace tresen::adapters::einvoice
