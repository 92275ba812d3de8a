// DocumentSheet: the page an invoice was typed in from. A foreign PDF comes drawn by a confined child of this program, a photo is decoded on the pool.
// Opened by the main window from the board's detail.
#pragma once
#include "app/services/documents.h"
#include "ui/common/sheet.h"

class QImage;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class SheetPreview;

class DocumentSheet final : public Sheet {
    Q_OBJECT
public:
    DocumentSheet(services::Documents& documents, const services::TypedFrom& from, QWidget* window);
    // A file that is not kept yet, as it came in.
    DocumentSheet(services::Documents& documents, const QString& file, const QString& sha256, QWidget* window);
    void load();                                  // asks for the page; shows it when it is there
    bool isShowing() const;

private:
    DocumentSheet(services::Documents& documents, services::TypedFrom from, QString file, QWidget* window);
    void take(const Result<services::DocumentView>& view);
    void show(const QImage& picture);
    void turn(int by);
    void showState();

    services::Documents& m_documents;
    const services::TypedFrom m_from;
    const QString m_file;                         // empty: the kept page
    int m_page = 0, m_pages = 0;
    bool m_waiting = false;
    SheetPreview* m_preview;
    FigureLabel* m_message;
    ActionButton *m_before, *m_next, *m_done;
};

} // namespace tresen::ui
