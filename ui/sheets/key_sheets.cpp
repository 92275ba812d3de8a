#include "ui/sheets/key_sheets.h"
#include "ui/keys/handover_sheet.h"
#include "ui/keys/hook_sheet.h"
#include "ui/keys/pickup_sheet.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

// The row as it would be if it was about this key of its invoice.
domain::BoardRow rowAbout(const domain::BoardRow& row, const domain::VehicleKey& key)
{
    if (!key.exists()) return row;
    auto out = row;
    out.key = key.id;
    out.plate = key.plate.isEmpty() ? key.vin : key.plate;
    out.vehicle = key.vehicle;
    out.hook = key.hook;
    return out;
}

} // namespace

KeySheets::KeySheets(const DeskContext& desk, SheetStand& stand, PeopleDoor& people, const BoardModel& board) : m_desk{desk}, m_stand{stand}, m_people{people}, m_board{board} {}

void KeySheets::handOver(const domain::InvoiceId& invoice, const domain::VehicleKey& which)
{
    if (m_stand.isTaken()) return;
    const auto* found = m_board.find(invoice);
    if (!found) return;
    const auto row = rowAbout(*found, which);
    auto* sheet = m_stand.adopt(new HandoverSheet{m_desk.keys, m_desk.clock, m_stand.window()});
    sheet->setSecond(m_people.askSecond());
    m_stand.keepFed(sheet);
    connect(sheet, &HandoverSheet::payRequested, this, [this](const domain::InvoiceId& open) {
        m_stand.leave();
        Q_EMIT payRequested(open);
    });
    connect(sheet, &HandoverSheet::tagRequested, this, &KeySheets::printTags);
    connect(sheet, &HandoverSheet::released, this, [this, id = row.invoice](const services::KeyOutlook& outlook) {
        m_stand.say({Look::HandedOver, tr("Key handed over"), u"%1 · %2"_s.arg(outlook.key.plate, outlook.key.to), id});
    });
    connect(sheet, &HandoverSheet::takenBack, this, [this, plate = row.plate] { m_stand.say({Look::Accepted, tr("Key came back"), plate}); });
    sheet->setSigning(m_desk.settings.value(u"keys.signature"_s));
    sheet->handOver(row);
}

void KeySheets::hang(const domain::InvoiceId& invoice, const domain::VehicleKey& which)
{
    const auto* found = m_board.find(invoice);
    if (m_stand.isTaken() || !found) return;
    const auto row = rowAbout(*found, which);
    auto* sheet = m_stand.adopt(new HookSheet{m_desk.keys, m_stand.window()});
    connect(sheet, &HookSheet::tagRequested, this, &KeySheets::printTags);
    QHash<QString, QString> taken;
    for (int i = 0; i < m_board.rowCount(); ++i) {
        const auto& other = m_board.rowAt(i);
        if (!other.hook.isEmpty() && other.key != row.key) taken.insert(other.hook, other.plate);
        for (const auto& further : other.further)
            if (!further.hook.isEmpty() && further.key != row.key) taken.insert(further.hook, further.plate);
    }
    sheet->hang(row, taken);
}

void KeySheets::openPickup(const domain::InvoiceId& invoice)
{
    m_stand.whenFree(invoice, [this, invoice](const services::InvoiceView& view) {
        auto* sheet = m_stand.adopt(new PickupSheet{m_desk.pickups, view, m_desk.settings.policy().mail, m_stand.window()});
        connect(sheet, &PickupSheet::sent, this, [this](const QString& to) { m_stand.say({Look::Accepted, tr("Pickup code on its way"), to}); });
        connect(sheet, &PickupSheet::slipRequested, this, [this, invoice](const QString& digits, const QString& until) {
            m_desk.keyTags.makeSlip(invoice, tr("Code"), digits, [guard = QPointer{this}, this, until](const Result<services::PrintedTags>& made) {
                if (!guard) return;
                if (!made) return m_stand.fail(made.error());
                showTags(made.value(), tr("Pickup code"), tr("for the owner, valid until %1").arg(until));
            });
        });
        sheet->open(sheet->firstField());
    });
}

void KeySheets::printTags(const domain::InvoiceId& invoice)
{
    const auto show = [guard = QPointer{this}, this](const Result<services::PrintedTags>& made) {
        if (!guard) return;
        if (!made) return m_stand.fail(made.error());
        showTags(made.value(), tr("Key tags"), tr("%n key tag(s)", nullptr, made.value().count));
    };
    invoice.isNull() ? m_desk.keyTags.makeToday(tr("Hook"), show) : m_desk.keyTags.make({invoice}, tr("Hook"), show);
}

void KeySheets::showTags(const services::PrintedTags& made, const QString& heading, const QString& title)
{
    m_stand.showPaper(made.pdf, title, heading, m_desk.settings.value(u"printer.label"_s));
}

} // namespace tresen::ui
