// Printed: a text document as an A4 PDF, as the pages hand their lists to the printer.
#pragma once
#include <QByteArray>
#include <QString>

class QTextDocument;

namespace tresen::ui {

QByteArray printed(const QTextDocument& document, const QString& title);

} // namespace tresen::ui
