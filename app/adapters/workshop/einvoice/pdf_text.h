// The text printed on the pages of a PDF. Called by the helper process only: the library behind it has no limits of its own.
#pragma once
#include <QByteArray>
#include <QString>

namespace tresen::adapters::einvoice {

struct PdfText {
    QString text;            // page after page, at most limits::kMaxPdfText characters of limits::kMaxPdfTextPages pages
    bool isWhole = false;    // nothing of it was left out
};

PdfText textOfPdf(const QByteArray& bytes);   // empty when the file cannot be read

} // namespace tresen::adapters::einvoice
