#include "ui/sheets/task_sheets.h"
#include "ui/common/wording.h"
#include "ui/sheets/money_sheets.h"
#include "ui/sheets/record_sheets.h"
#include "ui/tasks/task_sheet.h"
#include "ui/tasks/tasks_model.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

TaskSheets::TaskSheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, MoneySheets& money, RecordSheets& records)
    : m_desk{desk}, m_stand{stand}, m_people{people}, m_money{money}, m_records{records}
{
}

void TaskSheets::openTask(const services::TaskRow& task)
{
    if (m_stand.isTaken()) return;
    auto* sheet = m_stand.adopt(new TaskSheet{m_desk.tasks, m_desk.mails, m_desk.settings.policy().mail, task, m_stand.window()});
    sheet->setSecond(m_people.askSecond());
    connect(sheet, &TaskSheet::finished, this, [this, task](const QString& text) { m_stand.say({Look::Accepted, Wording::task(task.task.kind), text, task.invoice}); });
    sheet->open(sheet->firstField());
}

void TaskSheets::takeWayOut(const services::TaskRow& task)
{
    switch (wayOutOfTask(task)) {
    case TaskWay::GiveBack: return m_money.openRefund(task.invoice, task.task.id, task.payment);
    case TaskWay::AskForRest: return m_money.openRequest(task.invoice);
    case TaskWay::CheckRefund: return m_money.openRefundCheck(task.invoice, task.refund);
    case TaskWay::Reminder: return m_records.openReminder(task.invoice, task.task.id);
    case TaskWay::Mail:
    case TaskWay::Reason: return openTask(task);
    }
}

} // namespace tresen::ui
