// ShownInvoice: the invoice somebody looks at on the board, kept as the journal has it and as the one who works here may work on it. Made by the main window.
#pragma once
#include "ui/sheets/people_door.h"

namespace tresen::ui {

class BoardModel;
class BoardPage;
struct BoardDetail;

class ShownInvoice final : public QObject {
    Q_OBJECT
public:
    ShownInvoice(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, BoardPage& board, const BoardModel& model);   // all live longer
    void show(const domain::InvoiceId& invoice);          // null: none
    void readAgain() { show(m_invoice); }
    void takeRows(const std::vector<domain::BoardRow>& rows);   // have changed, and the model knows them

private:
    void askPortal(const domain::InvoiceId& invoice);
    void noteDenied(BoardDetail& detail) const;

    const DeskContext& m_desk;
    SheetStand& m_stand;
    PeopleDoor& m_people;
    BoardPage& m_board;
    const BoardModel& m_model;
    domain::InvoiceId m_invoice;
};

} // namespace tresen::ui
