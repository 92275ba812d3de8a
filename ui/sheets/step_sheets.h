// StepSheets: the steps of an invoice that are asked about first: cancelled or not after all, on account or no longer, the request withdrawn. Opened from the
// menu of an invoice.
#pragma once
#include "ui/board/step_sheet.h"
#include "ui/sheets/people_door.h"
#include "ui/sheets/ways_back.h"

namespace tresen::ui {

class StepSheets final : public QObject {
    Q_OBJECT
public:
    StepSheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, WaysBack& back);   // all live longer
    void openCancelling(const services::InvoiceView& view);
    void openRestoring(const services::InvoiceView& view);
    void openAccount(const services::InvoiceView& view);   // on account, or no longer
    void openWithdrawing(const services::InvoiceView& view);

private:
    // back: tells it in a way of its own, with a way back.
    void open(const domain::BoardRow& row, const Step& step, void (WaysBack::*back)(const domain::BoardRow&) = nullptr);

    const DeskContext& m_desk;
    SheetStand& m_stand;
    PeopleDoor& m_people;
    WaysBack& m_back;
};

} // namespace tresen::ui
