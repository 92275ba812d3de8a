// What a page is by its first bytes, whatever its name says. Called by whoever takes pages from outside.
#pragma once
#include <QByteArray>
#include <QString>

namespace tresen {

// "pdf", "jpg", "png"; empty: nothing of these. Mark of a PDF: within the first kilobyte, where readers look for it (ISO 32000-1, annex H.3.4.1).
inline QString pageKindOf(const QByteArray& bytes)
{
    constexpr qsizetype kPdfMark = 1024;
    if (bytes.startsWith("\xFF\xD8\xFF")) return QStringLiteral("jpg");
    if (bytes.startsWith("\x89PNG\r\n\x1A\n")) return QStringLiteral("png");
    return bytes.left(kPdfMark).contains("%PDF-") ? QStringLiteral("pdf") : QString{};
}

} // namespace tresen
