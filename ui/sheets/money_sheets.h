// MoneySheets: what asks for money, takes it, gives it back, and prints what speaks of it. Called by the main window, the menu of an invoice and the tasks.
#pragma once
#include "ui/sheets/people_door.h"
#include "ui/sheets/ways_back.h"

namespace tresen::ui {

class MoneySheets final : public QObject {
    Q_OBJECT
public:
    MoneySheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, WaysBack& back);   // all live longer
    void openRequest(const domain::InvoiceId& invoice, bool print = false);   // print: at once, where a sheet stands
    void openPayment(const domain::InvoiceId& invoice);
    void openRefund(const domain::InvoiceId& invoice, const domain::TaskId& task = {}, const QString& payment = {});   // see RefundSheet::About
    void openRefundCheck(const domain::InvoiceId& invoice, const domain::RefundId& refund);
    void printChosen(const domain::InvoiceId& invoice);   // a copy of its request while money is missing, of its receipt afterwards
    void printReceipt(const domain::InvoiceId& invoice, const domain::PaymentId& payment);

private:
    const DeskContext& m_desk;
    SheetStand& m_stand;
    PeopleDoor& m_people;
    WaysBack& m_back;
};

} // namespace tresen::ui
