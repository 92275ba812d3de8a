#include "ui/desk_comfort.h"
#include "ui/board/board_page.h"
#include "ui/board/filters_sheet.h"
#include "ui/common/money_text.h"
#include "ui/notices/bell_button.h"
#include "ui/notices/notice_sheet.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

DeskComfort::DeskComfort(const DeskContext& desk, SheetStand& stand, ToastStack& toasts, BoardPage& board, BellButton& bell)
    : m_desk{desk}, m_stand{stand}, m_toasts{toasts}, m_board{board}, m_bell{bell}, m_chime{std::make_unique<SystemChime>()}
{
    connect(&m_toasts, &ToastStack::changed, this, [this] { m_bell.setUnseen(m_toasts.unseen()); });
    connect(&m_toasts, &ToastStack::said, this, [this](const ToastText& text) {
        if (const auto tone = soundOf(text.look)) sound(*tone);
    });
    connect(&m_bell, &BellButton::clicked, this, &DeskComfort::openNotices);
    connect(&m_desk.feed, &services::JournalFeed::recorded, this, &DeskComfort::tellPaid);
    connectBoard();
}

void DeskComfort::connectBoard()
{
    const auto keep = [this](const SavedFilters& all) { store(u"desk.filters"_s, all.text()); };
    const auto filters = [this] { return SavedFilters::fromText(m_desk.settings.value(u"desk.filters"_s)); };
    connect(&m_board, &BoardPage::filterSaveRequested, this, [this, keep, filters](const BoardFilter& filter) {
        if (m_stand.isTaken()) return;
        auto* sheet = m_stand.adopt(new FilterNameSheet{filters(), filter, m_stand.window()});
        connect(sheet, &FilterNameSheet::named, this, keep);
        sheet->open(sheet->firstField());
    });
    connect(&m_board, &BoardPage::filtersRequested, this, [this, keep, filters] {
        if (m_stand.isTaken()) return;
        auto* sheet = m_stand.adopt(new FiltersSheet{filters(), m_stand.keys(), m_stand.window()});
        connect(sheet, &FiltersSheet::changed, this, keep);
        sheet->open(sheet->firstField());
    });
    connect(&m_board, &BoardPage::columnsChosen, this, [this](const BoardColumns& columns) { store(u"desk.columns"_s, columns.text()); });
}

void DeskComfort::takeSettings()
{
    const auto& keys = m_stand.keys();
    m_board.setKeys(keys);
    m_board.setFilters(SavedFilters::fromText(m_desk.settings.value(u"desk.filters"_s)));
    m_board.setColumns(BoardColumns::fromText(m_desk.settings.value(u"desk.columns"_s)));
    m_bell.setToolTip(u"%1 (%2)"_s.arg(KeyMap::label(u"notices"_s), keys.hint(u"notices"_s)));
}

void DeskComfort::store(const QString& key, const QString& value)
{
    m_desk.settings.set(key, value, {}, [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (guard && !done) m_stand.fail(done.error());
    });
}

void DeskComfort::sound(Sound sound)
{
    if (isSoundWanted(m_desk.settings.value(u"desk.sounds"_s), sound)) play(sound);
}

void DeskComfort::tellTask(const services::TaskRow& task)
{
    if (task.task.kind != domain::reminderTaskKind()) return sound(Sound::Attention);   // the badge of the tasks says so, too
    m_stand.say({Look::Notice, tr("Reminder: %1").arg(task.plate.isEmpty() ? task.number : task.plate), task.task.detail, task.invoice});
}

// News that a hurried eye must not miss. Not over a lock, which hides whose it is.
void DeskComfort::tellPaid(const domain::Recorded& entry)
{
    const auto* paid = entry.event.as<domain::PaymentBooked>();
    if (!paid || paid->kind != domain::PaymentKind::Online || m_stand.isLocked()) return;
    m_desk.board.invoice(paid->invoice, [guard = QPointer{this}, this, amount = paid->amount](const Result<services::InvoiceView>& view) {
        if (!guard || !view || m_stand.isLocked()) return;
        const auto& row = view.value().row;
        m_stand.say({lookOf(row, m_desk.clock.now()), tr("%1 has paid online").arg(nameOf(row)), row.hook.isEmpty() ? moneyText(amount) : tr("%1 · hook %2").arg(moneyText(amount), row.hook), row.invoice});
    });
}

void DeskComfort::openNotices()
{
    if (m_stand.isTaken()) return;
    auto* sheet = m_stand.adopt(new NoticeSheet{m_toasts, m_stand.window()});
    connect(sheet, &NoticeSheet::invoiceChosen, this, &DeskComfort::invoiceChosen);
    // Whatever comes while it is open is seen, too.
    connect(&m_toasts, &ToastStack::changed, sheet, [this] { m_toasts.markSeen(); });
    m_toasts.markSeen();
    sheet->open(sheet->firstField());
}

} // namespace tresen::ui
