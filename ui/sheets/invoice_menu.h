// InvoiceMenu: everything that can be done with an invoice and has no button of its own, and its tasks. Opened by the board.
#pragma once
#include "ui/sheets/people_door.h"

class QMenu;

namespace tresen::ui {

struct DeskSheets;

class InvoiceMenu final : public QObject {
    Q_OBJECT
public:
    InvoiceMenu(const DeskContext& desk, DeskSheets& sheets, PeopleDoor& people);   // all live longer
    void open(const domain::InvoiceId& invoice, const QPoint& at);

private:
    void add(QMenu& menu, const QString& text, bool enabled, domain::Right right, std::function<void()> what);   // who may not reads why
    void addRecords(QMenu& menu, const services::InvoiceView& view);
    void addKeys(QMenu& menu, const services::InvoiceView& view);
    void addMoney(QMenu& menu, const services::InvoiceView& view);
    void addTasks(QMenu& menu, const services::InvoiceView& view);

    const DeskContext& m_desk;
    DeskSheets& m_sheets;
    PeopleDoor& m_people;
};

} // namespace tresen::ui
