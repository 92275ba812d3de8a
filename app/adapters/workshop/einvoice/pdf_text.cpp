#include "app/adapters/workshop/einvoice/pdf_text.h"
#include "app/core/limits.h"
#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <algorithm>

namespace tresen::adapters::einvoice {

PdfText textOfPdf(const QByteArray& bytes)
{
    PdfText out;
    QBuffer file;
    file.setData(bytes);
    file.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&file);
    if (document.status() != QPdfDocument::Status::Ready) return out;
    const int pages = document.pageCount();
    const int read = std::min(pages, limits::kMaxPdfTextPages);
    for (int page = 0; page < read && out.text.size() <= limits::kMaxPdfText; ++page) out.text += document.getAllText(page).text() + u'\n';
    out.isWhole = read == pages && out.text.size() <= limits::kMaxPdfText;
    out.text.truncate(limits::kMaxPdfText);
    return out;
}

} // namespace tresen::adapters::einvoice
