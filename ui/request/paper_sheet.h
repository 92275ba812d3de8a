// PaperSheet: shows a finished PDF, a receipt for one, and prints or saves it. Several pages are leafed through, also by the keys for it. Opened by the
// main window.
#pragma once
#include "ui/common/sheet.h"
#include "ui/request/pdf_printer.h"

namespace tresen::ui {

class SheetPreview;

class PaperSheet final : public Sheet {
    Q_OBJECT
public:
    PaperSheet(const QByteArray& pdf, const QString& title, const QString& printerName, QWidget* window);

private:
    QWidget* makePages();
    void showPages();
    SheetPreview* m_preview;
    QWidget* m_pages;
    FigureLabel* m_which;
    ActionButton *m_before, *m_after;
};

} // namespace tresen::ui
