// PaperSheet: shows a finished PDF, a receipt for one, and prints or saves it. Opened by the main window.
#pragma once
#include "ui/common/sheet.h"
#include "ui/request/pdf_printer.h"

namespace tresen::ui {

class PaperSheet final : public Sheet {
    Q_OBJECT
public:
    PaperSheet(const QByteArray& pdf, const QString& title, const QString& printerName, QWidget* window);
};

} // namespace tresen::ui
