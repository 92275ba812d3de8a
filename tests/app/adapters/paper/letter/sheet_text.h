// What a program that copies or reads aloud gets out of a sheet. Used by the tests of the letter.
#pragma once
#include <QBuffer>
#include <QPdfDocument>
#include <QPdfSelection>
#include <QString>

namespace samples {

// The text of all pages as QtPdf reads it.
inline QString textOf(const QByteArray& pdf)
{
    QBuffer buffer;
    buffer.setData(pdf);
    if (!buffer.open(QIODevice::ReadOnly)) return {};
    QPdfDocument file;
    file.load(&buffer);
    QString out;
    for (int page = 0; page < file.pageCount(); ++page) out += file.getAllText(page).text();
    return out;
}

} // namespace samples
