#include "ui/intake/intake_page.h"
#include "ui/board/empty_hint.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/key_map.h"
#include "ui/common/list_view.h"
#include "ui/common/paper_panel.h"
#include "ui/common/work_bar.h"
#include "ui/intake/count_tile.h"
#include "ui/common/wording.h"
#include "ui/intake/drop_zone.h"
#include "ui/intake/entry_sheet.h"
#include "ui/intake/intake_words.h"
#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QMimeData>
#include <QPointer>
#include <QShortcut>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

QString sourceFolderKey()
{
    return u"source.folder"_s;
}

} // namespace

IntakePage::IntakePage(services::Intake& intake, services::Settings& settings, const Clock& clock, QWidget* parent)
    : QWidget{parent}, m_intake{intake}, m_settings{settings}, m_clock{clock}
{
    setObjectName(u"intake"_s);
    build();
    connectAll();
    takeMeasures();
    showSource();
    showCounts();
}

QWidget* IntakePage::makeHead()
{
    auto* head = new QWidget{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Inbox"));
    m_last = new FigureLabel{type::fine, &Theme::text2, head};
    m_last->setObjectName(u"intake.last"_s);
    m_last->setElided(true);
    m_last->setText(tr("Invoices of the workshop system are taken over here"));
    m_dry = new QCheckBox{tr("Check only, store nothing"), head};
    m_dry->setObjectName(u"intake.dry"_s);
    auto* words = new QVBoxLayout;
    words->setSpacing(2);
    words->addWidget(m_title);
    words->addWidget(m_last);
    auto* row = new QHBoxLayout{head};
    row->setContentsMargins({});
    m_teach = new ActionButton{tr("Teach a file form …"), head};
    m_teach->setObjectName(u"intake.teach"_s);
    m_teach->setShape(ActionButton::Shape::Link);
    row->addLayout(words, 1);
    row->addWidget(m_teach);
    row->addSpacing(24);
    row->addWidget(m_dry);
    return head;
}

void IntakePage::makeTiles()
{
    m_tiles = new QWidget{m_panel};
    m_taken = new CountTile{Look::Accepted, tr("taken over"), m_tiles};
    m_newVersions = new CountTile{Look::Notice, tr("new version"), m_tiles};
    m_same = new CountTile{Look::HandedOver, tr("known already"), m_tiles};
    m_refused = new CountTile{Look::Refused, tr("refused"), m_tiles};
    m_taken->setObjectName(u"intake.taken"_s);
    m_newVersions->setObjectName(u"intake.new"_s);
    m_same->setObjectName(u"intake.same"_s);
    m_refused->setObjectName(u"intake.refused"_s);
    auto* row = new QHBoxLayout{m_tiles};
    row->setContentsMargins({});
    for (auto* tile : {m_taken, m_newVersions, m_same, m_refused}) row->addWidget(tile, 1);
}

// What can be done with a row of the list, and with all of them.
QWidget* IntakePage::makeActions()
{
    auto* actions = new QWidget{m_panel};
    const auto made = [actions](const QString& text, const QString& name, const QString& key) {
        auto* button = new ActionButton{text, actions};
        button->setObjectName(name);
        button->setKeyHint(key);
        return button;
    };
    m_right = made(tr("Put right …"), u"intake.right"_s, {});
    m_right->setKeyAction(u"inbox.right"_s);
    m_left = made(tr("Leave out"), u"intake.left"_s, tr("Del"));
    m_undo = made(tr("Take this run back"), u"intake.undo"_s, {});
    m_take = made({}, u"intake.take"_s, tr("Ctrl+Enter"));
    m_take->setKind(ActionButton::Kind::Primary);
    auto* row = new QHBoxLayout{actions};
    row->setContentsMargins({});
    row->addWidget(m_right);
    row->addWidget(m_left);
    row->addStretch(1);
    row->addWidget(m_undo);
    row->addWidget(m_take);
    return actions;
}

void IntakePage::build()
{
    m_panel = new PaperPanel{this};
    auto* head = makeHead();
    m_zone = new DropZone{m_panel};
    m_zone->setObjectName(u"intake.zone"_s);
    m_files = new ActionButton{tr("Choose files")};
    m_files->setIconName(u"file"_s);
    m_files->setObjectName(u"intake.files"_s);
    m_folder = new ActionButton{tr("Choose folder")};
    m_folder->setIconName(u"folder"_s);
    m_folder->setObjectName(u"intake.folder"_s);
    m_source = new ActionButton{tr("Read the workshop's folder now")};
    m_source->setIconName(u"inbox"_s);
    m_source->setKind(ActionButton::Kind::Primary);
    m_source->setKeyAction(u"refresh"_s);
    m_source->setObjectName(u"intake.source"_s);
    for (auto* button : {m_files, m_folder, m_source}) m_zone->addButton(button);
    makeTiles();
    m_work = new QWidget{m_panel};
    m_bar = new WorkBar{m_work};
    m_bar->setAccessibleName(tr("Progress of reading in"));
    m_workText = new FigureLabel{type::fine, &Theme::text2, m_work};
    m_workText->setObjectName(u"intake.progress"_s);
    m_workText->setElided(true);
    auto* work = new QVBoxLayout{m_work};
    work->setContentsMargins({});
    work->addWidget(m_bar);
    work->addWidget(m_workText);
    m_work->hide();
    m_list = new ListView{m_model, {{150, 0, tr("Known already")}, {150, 3, {}}, {130, 3, {}}, {210, 5, {}}, {110, 0, u"88.888,88 €"_s}}, m_panel};
    m_list->setObjectName(u"intake.list"_s);
    m_list->setAccessibleName(tr("Files of the last run"));
    m_empty = new EmptyHint{m_panel};
    m_empty->first()->hide();
    m_empty->second()->hide();
    m_empty->say(u"inbox"_s, tr("Nothing read in yet"), tr("Every file is taken over whole or not at all. What is refused stands here with its reason and the way out."));
    auto* stacked = new QWidget{m_panel};
    m_stack = new QStackedLayout{stacked};
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    m_foot = new FigureLabel{type::fine, &Theme::text2, m_panel};
    m_foot->setObjectName(u"intake.count"_s);
    m_foot->setElided(true);
    m_column = new QVBoxLayout{m_panel};
    m_column->addWidget(head);
    for (auto* part : std::initializer_list<QWidget*>{m_zone, m_tiles, m_work}) m_column->addWidget(part);
    m_column->addWidget(stacked, 1);
    m_actions = makeActions();
    m_column->addWidget(m_actions);
    m_column->addWidget(new PanelLine{m_panel});
    m_column->addWidget(m_foot);
    fillPage(this, m_panel);
    QWidget* last = m_teach;
    for (auto* next : std::initializer_list<QWidget*>{m_dry, m_files, m_folder, m_source, m_list, m_right, m_left, m_undo, m_take}) {
        setTabOrder(last, next);
        last = next;
    }
}

void IntakePage::connectAll()
{
    connect(&m_intake, &services::Intake::fileDone, this, &IntakePage::takeOutcome);
    connect(&m_intake, &services::Intake::progress, this, &IntakePage::takeProgress);
    connect(&m_settings, &services::Settings::changed, this, [this](const QString& key) {
        if (key == sourceFolderKey()) showSource();
    });
    connect(m_teach, &ActionButton::clicked, this, &IntakePage::teachRequested);
    connect(m_zone, &DropZone::dropped, this, &IntakePage::take);
    connect(m_files, &ActionButton::clicked, this, &IntakePage::chooseFiles);
    connect(m_folder, &ActionButton::clicked, this, &IntakePage::chooseFolder);
    connect(m_source, &ActionButton::clicked, this, [this] { take({m_settings.value(sourceFolderKey())}); });
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) { choose(index.row()); });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &IntakePage::showActions);
    connect(m_right, &ActionButton::clicked, this, &IntakePage::openEntry);
    connect(m_left, &ActionButton::clicked, this, &IntakePage::toggleLeft);
    connect(m_take, &ActionButton::clicked, this, &IntakePage::takeChosen);
    connect(m_undo, &ActionButton::clicked, this, &IntakePage::undoRun);
    const auto shortcut = [this](const QKeySequence& keys, ActionButton* button) {
        auto* made = new QShortcut{keys, this};
        made->setAutoRepeat(false);
        connect(made, &QShortcut::activated, button, [button] { button->click(); });
    };
    connect(new ActionShortcut{u"inbox.right"_s, this}, &QShortcut::activated, m_right, [this] { m_right->click(); });
    shortcut(Qt::Key_Delete, m_left);
    shortcut(Qt::CTRL | Qt::Key_Return, m_take);
    auto* paste = new QShortcut{QKeySequence::Paste, this};
    connect(paste, &QShortcut::activated, this, &IntakePage::pasteFiles);
    connect(new ActionShortcut{u"refresh"_s, this}, &QShortcut::activated, m_source, [this] { m_source->click(); });
}

void IntakePage::takeMeasures()
{
    const auto& theme = themeOf(this);
    const int side = theme.px(24);
    m_column->setContentsMargins(side, theme.px(20), side, theme.px(12));
    m_column->setSpacing(theme.px(14));
    m_work->layout()->setSpacing(theme.px(6));
    m_tiles->layout()->setSpacing(theme.px(8));
    m_actions->layout()->setSpacing(theme.px(8));
}

void IntakePage::showSource()
{
    const auto folder = m_settings.value(sourceFolderKey());
    m_source->setAvailable(!folder.isEmpty() && !m_running, folder.isEmpty() ? tr("no folder is set up") : tr("one moment"));
    if (!folder.isEmpty()) m_source->setToolTip(QDir::toNativeSeparators(folder));
}

void IntakePage::setRunning(bool running)
{
    m_running = running;
    m_work->setVisible(running);
    m_zone->setBusy(running);
    m_files->setAvailable(!running, tr("one moment"));
    m_folder->setAvailable(!running, tr("one moment"));
    m_dry->setEnabled(!running);
    showSource();
    showActions();
}

void IntakePage::begin(bool dryRun)
{
    m_isDry = dryRun;
    m_counts = {};
    m_arrived.clear();
    m_brought = 0;
    m_done = 0;
    m_model.begin(m_isDry);
    m_since.start();
    m_bar->setRange(0, 0);
    m_workText->setText(tr("Looking for files …"));
    setRunning(true);
    showCounts();
}

void IntakePage::take(const QStringList& paths)
{
    if (m_running || m_entry || paths.isEmpty()) return;
    begin(m_dry->isChecked());
    m_batch = m_intake.take(paths, m_isDry, [guard = QPointer{this}, this](const Result<services::IntakeSummary>& summary) {
        if (guard && summary) finish(summary.value());
    });
}

void IntakePage::takeChosen()
{
    const auto picks = m_model.picks();
    if (m_running || picks.empty()) return;
    begin(false);
    m_dry->setChecked(false);
    m_batch = m_intake.take(picks, today(), [guard = QPointer{this}, this](const Result<services::IntakeSummary>& summary) {
        if (guard && summary) finish(summary.value());
    });
}

void IntakePage::takeOutcome(const services::FileOutcome& outcome)
{
    using Status = services::FileOutcome::Status;
    if (m_singleRow >= 0 && outcome.batch == m_single) return m_model.replace(m_singleRow, outcome);
    if (outcome.batch != m_batch) return;   // somebody else's run
    if (!m_isDry && outcome.status == Status::Taken) ++m_brought;
    switch (outcome.status) {
    case Status::Taken: ++m_counts.taken; break;
    case Status::NewVersion: ++m_counts.newVersions; break;
    case Status::SameAgain: ++m_counts.sameAgain; break;
    case Status::Refused: ++m_counts.refused; break;
    }
    ++m_done;
    m_arrived.push_back(outcome);
}

void IntakePage::flush()
{
    m_model.add(m_arrived);
    m_arrived.clear();
    showCounts();
}

void IntakePage::takeProgress(int done, int total)
{
    if (!m_running || m_arrived.empty()) return;   // of another run
    flush();
    m_bar->setRange(0, total);
    m_bar->setValue(done);
    m_workText->setText(tr("%L1 of %L2 files. Each is taken over whole or not at all; you may leave this page and go on working.").arg(done).arg(total));
}

void IntakePage::finish(const services::IntakeSummary& summary)
{
    m_counts = summary;
    m_done = summary.taken + summary.newVersions + summary.sameAgain + summary.refused;
    setRunning(false);
    flush();
    const QLocale locale;
    const auto files = tr("%n file(s)", nullptr, m_done);
    const auto took = tr("%1 s").arg(locale.toString(static_cast<double>(m_since.elapsed()) / 1000, 'f', 1));
    const auto line = tr("Run of %1 · %2 in %3").arg(AgeText::clock(m_clock.now()), files, took);
    m_last->setText(m_isDry ? tr("Only checked, nothing stored · %1").arg(line) : line);
    if (m_done == 0) m_last->setText(tr("Run of %1 · there was no file").arg(AgeText::clock(m_clock.now())));
    Q_EMIT finished(summary, m_isDry);
}

void IntakePage::showCounts()
{
    m_taken->setCount(m_counts.taken);
    m_newVersions->setCount(m_counts.newVersions);
    m_same->setCount(m_counts.sameAgain);
    m_refused->setCount(m_counts.refused);
    const int shown = m_model.rowCount();
    showActions();
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    m_foot->setText(shown < m_done ? tr("%L1 of %L2 files shown · what needs somebody first").arg(shown).arg(m_done)
                                   : tr("%n file(s) · what needs somebody first", nullptr, shown));
}

void IntakePage::showActions()
{
    const int row = chosenRow();
    const bool may = m_model.mayChoose();
    const bool entered = row >= 0 && m_model.mayEnter(row);
    const int picked = may ? static_cast<int>(m_model.picks().size()) : 0;
    m_actions->setVisible(m_model.rowCount() > 0);
    m_right->setAvailable(entered && !m_running, row < 0 ? tr("choose a row") : tr("nothing to put right"));
    m_left->setVisible(may);
    m_left->setText(row >= 0 && m_model.isLeft(row) ? tr("Take it after all") : tr("Leave out"));
    m_left->setAvailable(row >= 0 && !m_running && (m_model.isLeft(row) || m_model.takes(row)), row < 0 ? tr("choose a row") : tr("it would not be taken over"));
    m_take->setVisible(may);
    m_take->setText(tr("Take over %n invoice(s)", nullptr, picked));
    m_take->setAvailable(picked > 0 && !m_running, tr("nothing to take over"));
    m_undo->setVisible(!m_isDry && m_brought > 0);
    m_undo->setAvailable(!m_running, tr("one moment"));
}

int IntakePage::chosenRow() const
{
    const auto rows = m_list->chosenRows();
    return rows.size() == 1 ? rows.front() : -1;
}

void IntakePage::toggleLeft()
{
    const int row = chosenRow();
    if (row < 0 || m_running) return;
    m_model.setLeft(row, !m_model.isLeft(row));
    showActions();
}

void IntakePage::openEntry()
{
    const int row = chosenRow();
    if (row < 0 || m_running || m_entry || !m_model.mayEnter(row)) return;
    const auto pick = m_model.pickOf(row);
    setRunning(true);
    m_intake.look(pick.file, pick.line, [guard = QPointer{this}, this, row, pick](const Result<services::IntakeLook>& look) {
        if (!guard) return;
        setRunning(false);
        if (!look || look.value().sha256 != pick.sha256) {
            m_last->setText(Wording::failure(look ? Error{Fault::Conflict, u"file.changed"_s, {}} : look.error()));
            return;
        }
        auto shown = look.value();
        if (pick.entry) shown.entry = *pick.entry;   // once more
        m_entry = new EntrySheet{shown, pick.file, today(), window()};
        connect(m_entry, &Sheet::closed, m_entry, &QObject::deleteLater);
        connect(m_entry, &EntrySheet::entered, this, [this, row](const domain::InvoiceEntry& entry) { takeEntry(row, entry); });
        connect(m_entry, &EntrySheet::documentRequested, this, &IntakePage::documentRequested);
        m_entry->open(m_entry->firstField());
    });
}

// In a run that only checked it waits for the others; afterwards it is taken over at once.
void IntakePage::takeEntry(int row, const domain::InvoiceEntry& entry)
{
    if (m_model.mayChoose()) {
        m_model.setEntry(row, entry);
        return showActions();
    }
    auto pick = m_model.pickOf(row);
    pick.entry = entry;
    m_singleRow = row;
    setRunning(true);
    m_single = m_intake.take({pick}, today(), [guard = QPointer{this}, this](const Result<services::IntakeSummary>& summary) {
        if (!guard) return;
        m_singleRow = -1;
        setRunning(false);
        if (!summary) m_last->setText(Wording::failure(summary.error()));
    });
}

void IntakePage::undoRun()
{
    if (m_running || m_brought == 0) return;
    setRunning(true);
    m_bar->setRange(0, 0);
    m_workText->setText(tr("Taking the run back …"));
    m_intake.undo(m_batch, [guard = QPointer{this}, this](const Result<services::UndoSummary>& summary) {
        if (guard) undone(summary);
    });
}

void IntakePage::undone(const Result<services::UndoSummary>& summary)
{
    setRunning(false);
    if (!summary) {
        m_last->setText(Wording::failure(summary.error()));
        return;
    }
    m_brought = 0;
    showActions();
    const auto& s = summary.value();
    auto text = tr("%n invoice(s) taken back; read the files in again to have them here", nullptr, s.undone);
    if (s.kept > 0) text += u" · "_s + tr("%n stay(s): %1", nullptr, s.kept).arg(u"%1, %2"_s.arg(s.numbers.front(), Wording::reason(s.reasons.front())));
    m_last->setText(text);
    m_last->setToolTip(text);
}

void IntakePage::pasteFiles()
{
    QStringList paths;
    const auto* clip = QGuiApplication::clipboard()->mimeData();
    if (!clip) return;
    for (const auto& url : clip->urls())
        if (url.isLocalFile() && paths.size() < DropZone::kMaxDropped) paths << url.toLocalFile();
    take(paths);
}

void IntakePage::chooseFiles()
{
    auto* dialog = new QFileDialog{this, tr("Choose invoices"), m_settings.value(sourceFolderKey()), tr("Invoices (*.xml *.pdf *.csv *.txt *.asc *.dat *.json *.XML *.PDF *.CSV *.TXT *.ASC *.DAT *.JSON);;Photos of invoices (*.jpg *.jpeg *.png *.JPG *.JPEG *.PNG);;All files (*)")};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &IntakePage::take);
    dialog->open();
}

void IntakePage::chooseFolder()
{
    auto* dialog = new QFileDialog{this, tr("Choose a folder of invoices"), m_settings.value(sourceFolderKey())};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &IntakePage::take);
    dialog->open();
}

void IntakePage::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount()) return;
    if (const auto invoice = m_model.openable(row); !invoice.isNull()) Q_EMIT invoiceChosen(invoice);
}

void IntakePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
