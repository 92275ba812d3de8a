// RecordSheets: what is known of an invoice and its vehicle, and what somebody adds to it: history, documents, notes, reminders. Called by the main window,
// the menu of an invoice and the tasks.
#pragma once
#include "ui/sheets/sheet_stand.h"

namespace tresen::ui {

class RecordSheets final : public QObject {
    Q_OBJECT
public:
    RecordSheets(const DeskContext& desk, SheetStand& stand);   // both live longer
    void openHistory(const domain::InvoiceId& invoice);
    void openDocument(const domain::InvoiceId& invoice, int place);               // one of services::pagesOf()
    void openFile(const QString& file, const QString& sha256);                    // the page that is being typed in, over its sheet
    void openNote(const domain::BoardRow& row);
    void openReminder(const domain::InvoiceId& invoice, const domain::TaskId& task = {}, const domain::ReminderId& reminder = {});   // neither: a new one
    void openVehicle(const domain::InvoiceId& invoice);
    void confirmVehicle(const domain::InvoiceId& invoice);

private:
    const DeskContext& m_desk;
    SheetStand& m_stand;
};

} // namespace tresen::ui
