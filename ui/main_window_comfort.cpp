// What makes a long day at the window easier: its keys, the list of messages, the tones, saved filters, columns of the board and reminders.
#include "ui/board/board_page.h"
#include "ui/board/filters_sheet.h"
#include "ui/board/reminder_sheet.h"
#include "ui/common/search_field.h"
#include "ui/common/key_map.h"
#include "ui/common/toast.h"
#include "ui/desk_frame.h"
#include "ui/intake/intake_page.h"
#include "ui/intake/intake_words.h"
#include "ui/intake/runs_sheet.h"
#include "ui/intake/window_drop.h"
#include "ui/main_window.h"
#include "ui/notices/bell_button.h"
#include "ui/notices/notice_sheet.h"
#include "ui/people/idle_watch.h"
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

void MainWindow::connectComfort()
{
    m_chime = std::make_unique<SystemChime>();
    connectArrivals();
    connect(m_toasts, &ToastStack::changed, this, [this] { m_frame->top().bell().setUnseen(m_toasts->unseen()); });
    connect(m_toasts, &ToastStack::said, this, [this](const ToastText& text) {
        if (const auto tone = soundOf(text.look)) sound(*tone);
    });
    connect(&m_frame->top().bell(), &BellButton::clicked, this, &MainWindow::openNotices);
    const auto store = [this](const SavedFilters& all) { storeForDesk(u"desk.filters"_s, all.text()); };
    connect(m_board, &BoardPage::filterSaveRequested, this, [this, store](const BoardFilter& filter) {
        if (m_sheet) return;
        auto* sheet = adopt(new FilterNameSheet{SavedFilters::fromText(m_desk.settings.value(u"desk.filters"_s)), filter, this});
        connect(sheet, &FilterNameSheet::named, this, store);
        sheet->open(sheet->firstField());
    });
    connect(m_board, &BoardPage::filtersRequested, this, [this, store] {
        if (m_sheet) return;
        auto* sheet = adopt(new FiltersSheet{SavedFilters::fromText(m_desk.settings.value(u"desk.filters"_s)), m_keys, this});
        connect(sheet, &FiltersSheet::changed, this, store);
        sheet->open(sheet->firstField());
    });
    connect(m_board, &BoardPage::columnsChosen, this, [this](const BoardColumns& columns) { storeForDesk(u"desk.columns"_s, columns.text()); });
}

// What folder and door refuse is said at every desk, and files may be dropped wherever somebody stands.
void MainWindow::connectArrivals()
{
    connect(&m_desk.arrivals, &services::ArrivalLog::changed, this, &MainWindow::showRefused);
    connect(&m_desk.arrivals, &services::ArrivalLog::appeared, this, [this](const domain::RefusedArrival& refused) {
        services::FileOutcome outcome;
        outcome.error = Error{Fault::Invalid, refused.code, refused.detail};
        m_toasts->show({Look::Refused, refused.file.isEmpty() ? tr("An order was refused") : tr("Refused: %1").arg(refused.file.left(60)),
                        IntakeWords::what(outcome, false) + u". "_s + IntakeWords::todo(outcome, false)});
    });
    showRefused();
    m_frame->top().search().setAcceptDrops(false);   // a file dropped there is meant as a file
    auto* drop = new WindowDrop{this, [this] {
        const auto* inbox = qobject_cast<IntakePage*>(m_pages.value(u"inbox"_s));
        return !m_sheet && !m_lock && (!inbox || inbox->mayTake());
    }};
    connect(drop, &WindowDrop::dropped, this, [this](const QStringList& paths) {
        go(u"inbox"_s);
        if (auto* inbox = qobject_cast<IntakePage*>(m_stack->currentWidget())) inbox->take(paths);
    });
}

void MainWindow::showRefused()
{
    const auto count = m_desk.arrivals.openCount();
    m_frame->rail().button(u"inbox"_s)->setBadge(count);
    if (auto* inbox = qobject_cast<IntakePage*>(m_pages.value(u"inbox"_s))) inbox->setRefused(count);
}

void MainWindow::openRuns()
{
    if (m_sheet) return;
    auto* sheet = adopt(new RunsSheet{m_desk.arrivals, m_desk.intake, m_desk.clock, this});
    sheet->open(sheet->firstField());
}

void MainWindow::storeForDesk(const QString& key, const QString& value)
{
    m_desk.settings.set(key, value, {}, [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (guard && !done) fail(done.error());
    });
}

void MainWindow::sound(Sound sound)
{
    if (isSoundWanted(m_desk.settings.value(u"desk.sounds"_s), sound)) m_chime->play(sound);
}

void MainWindow::openNotices()
{
    if (m_sheet) return;
    auto* sheet = adopt(new NoticeSheet{*m_toasts, this});
    connect(sheet, &NoticeSheet::invoiceChosen, this, [this](const domain::InvoiceId& invoice) {
        go(u"board"_s);
        m_board->select(invoice);
    });
    // Whatever comes while it is open is seen, too.
    connect(m_toasts, &ToastStack::changed, sheet, [this] { m_toasts->markSeen(); });
    m_toasts->markSeen();
    sheet->open(sheet->firstField());
}

void MainWindow::openReminder(const domain::InvoiceId& invoice, const domain::TaskId& task, const domain::ReminderId& reminder)
{
    if (m_sheet) return;
    withInvoice(invoice, [this, task, reminder](const services::InvoiceView& view) {
        if (m_sheet) return;
        const auto* known = task.isNull() ? domain::findReminder(view.item, reminder) : domain::reminderOfTask(view.item, task);
        if (known == nullptr && !(task.isNull() && reminder.isNull())) return fail({Fault::Conflict, u"reminder.none"_s, {}});
        auto* sheet = adopt(new ReminderSheet{m_desk.reminders, m_desk.clock, view.row, known ? std::optional{*known} : std::nullopt, this});
        connect(sheet, &ReminderSheet::stored, this, [this, row = view.row](const QString& said) { m_toasts->show({Look::Accepted, said, row.plate.isEmpty() ? row.number : row.plate, row.invoice}); });
        sheet->open(sheet->firstField());
    });
}

void MainWindow::tellTask(const services::TaskRow& task)
{
    if (task.task.kind != domain::reminderTaskKind()) return sound(Sound::Attention);   // the badge of the tasks says so, too
    m_toasts->show({Look::Notice, tr("Reminder: %1").arg(task.plate.isEmpty() ? task.number : task.plate), task.task.detail, task.invoice});
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QString& action, auto&& what) { connect(new ActionShortcut{action, this}, &QShortcut::activated, this, what); };
    for (const auto& id : {u"board"_s, u"inbox"_s, u"back"_s, u"tasks"_s, u"day"_s, u"health"_s, u"diagnostics"_s, u"settings"_s}) on(u"page."_s + id, [this, to = id] { go(to); });
    on(u"help"_s, [this] { openHelp(); });
    on(u"notices"_s, [this] { openNotices(); });
    on(u"wall"_s, [this] { openWall(); });
    // The board has a shortcut of its own for its search; from every other page the same key leads there, and so does typing into the field.
    auto* search = new ActionShortcut{u"search"_s, this};
    search->setEnabled(false);
    connect(m_stack, &QStackedWidget::currentChanged, search, [this, search] { search->setEnabled(m_stack->currentWidget() != m_board); });
    connect(search, &QShortcut::activated, this, [this] {
        if (m_sheet) return;
        go(u"board"_s);
        m_frame->top().search().setFocus(Qt::ShortcutFocusReason);
        m_frame->top().search().selectAll();
    });
    connect(&m_frame->top().search(), &QLineEdit::textEdited, this, [this] {
        if (m_stack->currentWidget() != m_board) go(u"board"_s);
    });
}

void MainWindow::takeComfort()
{
    m_keys = KeyMap::fromText(m_desk.settings.value(u"desk.keys"_s));
    applyKeys(*this, m_keys);
    m_idle->setLockKeys(m_keys.keys(u"lock"_s));
    m_board->setKeys(m_keys);
    m_board->setFilters(SavedFilters::fromText(m_desk.settings.value(u"desk.filters"_s)));
    m_board->setColumns(BoardColumns::fromText(m_desk.settings.value(u"desk.columns"_s)));
    m_model.setSites(m_desk.settings.siteHere(), m_desk.settings.value(u"site.name"_s));
    m_model.setPatience(m_desk.settings.value(u"keys.wait_days"_s).toInt());
    m_frame->top().bell().setToolTip(u"%1 (%2)"_s.arg(KeyMap::label(u"notices"_s), m_keys.hint(u"notices"_s)));
    for (const auto& action : KeyMap::actions()) {
        auto* button = action.id == u"help" ? m_frame->rail().button(action.id) : action.id.startsWith(u"page."_s) ? m_frame->rail().button(action.id.section(u'.', 1)) : nullptr;
        if (button != nullptr) button->setToolTip(u"%1 (%2)"_s.arg(KeyMap::label(action.id), m_keys.hint(action.id)));
    }
}

} // namespace tresen::ui
