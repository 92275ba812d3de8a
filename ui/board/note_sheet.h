// NoteSheet: what the colleagues should know about this invoice. A small sheet, opened by the main window; works through services::Notes.
#pragma once
#include "app/services/notes.h"
#include "ui/common/sheet.h"

class QPlainTextEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;

class NoteSheet final : public Sheet {
    Q_OBJECT
public:
    NoteSheet(services::Notes& notes, const domain::BoardRow& row, QWidget* window);   // notes lives longer than the sheet
    QWidget* firstField() const;

Q_SIGNALS:
    void written();                       // the sheet has closed itself before

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeMeasures();
    void check();
    void store();

    services::Notes& m_notes;
    const domain::InvoiceId m_invoice;
    bool m_busy = false;
    QWidget* m_body;
    QPlainTextEdit* m_text;
    FigureLabel *m_label, *m_note;
    ActionButton *m_cancel, *m_store;
};

} // namespace tresen::ui
