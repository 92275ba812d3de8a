// TaskSheets: a task and its right way out. Called by the page of tasks and the menu of an invoice.
#pragma once
#include "ui/sheets/people_door.h"

namespace tresen::ui {

class MoneySheets;
class RecordSheets;

class TaskSheets final : public QObject {
    Q_OBJECT
public:
    TaskSheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, MoneySheets& money, RecordSheets& records);   // all live longer
    void openTask(const services::TaskRow& task);         // to be finished with a reason, or its mail sent again
    void takeWayOut(const services::TaskRow& task);       // see wayOutOfTask()

private:
    const DeskContext& m_desk;
    SheetStand& m_stand;
    PeopleDoor& m_people;
    MoneySheets& m_money;
    RecordSheets& m_records;
};

} // namespace tresen::ui
