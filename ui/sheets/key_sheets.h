// KeySheets: keys handed over, hung on hooks, collected by somebody else, and their tags. Called by the main window and the menu of an invoice.
#pragma once
#include "ui/models/board_model.h"
#include "ui/sheets/people_door.h"

namespace tresen::ui {

class KeySheets final : public QObject {
    Q_OBJECT
public:
    KeySheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, const BoardModel& board);   // all live longer
    // which: one of the invoice's keys; none: the one its row shows
    void handOver(const domain::InvoiceId& invoice, const domain::VehicleKey& which = {});
    void hang(const domain::InvoiceId& invoice, const domain::VehicleKey& which = {});
    void openPickup(const domain::InvoiceId& invoice);
    void printTags(const domain::InvoiceId& invoice = {});   // null: of all keys of today

Q_SIGNALS:
    void payRequested(const tresen::domain::InvoiceId& invoice);   // it is not paid yet; the place of the sheet is free

private:
    void showTags(const services::PrintedTags& made, const QString& heading, const QString& title);

    const DeskContext& m_desk;
    SheetStand& m_stand;
    PeopleDoor& m_people;
    const BoardModel& m_board;
};

} // namespace tresen::ui
