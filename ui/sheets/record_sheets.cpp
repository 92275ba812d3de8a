#include "ui/sheets/record_sheets.h"
#include "ui/board/history_sheet.h"
#include "ui/board/note_sheet.h"
#include "ui/board/reminder_sheet.h"
#include "ui/board/vehicle_sheet.h"
#include "ui/request/document_sheet.h"
#include "ui/board/story.h"
#include <QLineEdit>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

RecordSheets::RecordSheets(const DeskContext& desk, SheetStand& stand) : m_desk{desk}, m_stand{stand} {}

void RecordSheets::openNote(const domain::BoardRow& row)
{
    if (m_stand.isTaken()) return;
    auto* sheet = m_stand.adopt(new NoteSheet{m_desk.notes, row, m_stand.window()});
    connect(sheet, &NoteSheet::written, this, [this, row] {
        m_stand.say({Look::Accepted, tr("Note written down"), nameOf(row), row.invoice});
        m_stand.touch(row.invoice);
    });
    sheet->open(sheet->firstField());
}

void RecordSheets::openReminder(const domain::InvoiceId& invoice, const domain::TaskId& task, const domain::ReminderId& reminder)
{
    m_stand.whenFree(invoice, [this, task, reminder](const services::InvoiceView& view) {
        const auto* known = task.isNull() ? domain::findReminder(view.item, reminder) : domain::reminderOfTask(view.item, task);
        if (known == nullptr && !(task.isNull() && reminder.isNull())) return m_stand.fail({Fault::Conflict, u"reminder.none"_s, {}});
        auto* sheet = m_stand.adopt(new ReminderSheet{m_desk.reminders, m_desk.clock, view.row, known ? std::optional{*known} : std::nullopt, m_stand.window()});
        connect(sheet, &ReminderSheet::stored, this, [this, row = view.row](const QString& said) { m_stand.say({Look::Accepted, said, nameOf(row), row.invoice}); });
        sheet->open(sheet->firstField());
    });
}

void RecordSheets::openHistory(const domain::InvoiceId& invoice)
{
    m_stand.whenFree(invoice, [this](const services::InvoiceView& view) {
        const auto detail = Story::detailOf(view, m_desk.clock.now());
        auto* sheet = m_stand.adopt(new HistorySheet{detail, m_stand.window()});
        for (const auto& entry : detail.timeline) {
            if (entry.signature.isEmpty()) continue;
            m_desk.keys.signature(entry.signatureFile, entry.signature, [shown = QPointer{sheet}, sha = entry.signature](const Result<QByteArray>& svg) {
                if (shown && svg) shown->showSignature(sha, svg.value());
            });
        }
        sheet->open();
    });
}

void RecordSheets::openVehicle(const domain::InvoiceId& invoice)
{
    m_stand.whenFree(invoice, [this](const services::InvoiceView& view) {
        auto* sheet = m_stand.adopt(new VehicleSheet{m_desk.vehicles, view, m_stand.window()});
        connect(sheet, &VehicleSheet::stored, this, [this, row = view.row](const QString& said) {
            m_stand.say({Look::Accepted, said, nameOf(row), row.invoice});
        });
        sheet->open(sheet->firstField());
    });
}

void RecordSheets::confirmVehicle(const domain::InvoiceId& invoice)
{
    m_desk.vehicles.confirm(invoice, [guard = QPointer{this}, this, invoice](const Result<Ok>& done) {
        if (!guard) return;
        if (!done) return m_stand.fail(done.error());
        m_stand.say({Look::Accepted, tr("Vehicle data confirmed"), {}, invoice});
    });
}

void RecordSheets::openDocument(const domain::InvoiceId& invoice, int place)
{
    m_stand.whenFree(invoice, [this, place](const services::InvoiceView& view) {
        const auto pages = services::pagesOf(view.timeline);
        if (place < 0 || static_cast<std::size_t>(place) >= pages.size()) return;
        auto* sheet = m_stand.adopt(new DocumentSheet{m_desk.documents, pages[static_cast<std::size_t>(place)], m_stand.window()});
        sheet->open();
        sheet->load();
    });
}

void RecordSheets::openFile(const QString& file, const QString& sha256)
{
    auto* sheet = new DocumentSheet{m_desk.documents, file, sha256, m_stand.window()};
    m_stand.dress(sheet);
    sheet->open();
    sheet->load();
}

} // namespace tresen::ui
