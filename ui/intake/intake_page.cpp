#include "ui/intake/intake_page.h"
#include "ui/intake/intake_words.h"
#include "ui/board/empty_hint.h"
#include "ui/common/action_button.h"
#include "ui/common/age_text.h"
#include "ui/common/head_row.h"
#include "ui/common/key_map.h"
#include "ui/common/list_view.h"
#include "ui/common/paper_panel.h"
#include "ui/common/work_bar.h"
#include "ui/intake/count_tile.h"
#include "ui/intake/drop_zone.h"
#include "ui/intake/entry_sheet.h"
#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QPointer>
#include <QShortcut>
#include <QStackedLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
IntakePage::IntakePage(services::Intake& intake, services::Settings& settings, const Clock& clock, QWidget* parent, int mostRows)
    : QWidget{parent}, m_intake{intake}, m_settings{settings}, m_clock{clock}, m_model{nullptr, mostRows}
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
    auto* head = new HeadRow{m_panel};
    m_title = new FigureLabel{type::title, &Theme::text, head};
    m_title->setText(tr("Inbox"));
    m_last = new FigureLabel{type::fine, &Theme::text2, head};
    m_last->setObjectName(u"intake.last"_s);
    m_last->setElided(true);
    m_last->setText(tr("Invoices of the workshop system are taken over here"));
    m_dry = new QCheckBox{tr("Check only, store nothing"), head};
    m_dry->setObjectName(u"intake.dry"_s);
    head->addWords(m_title);
    head->addWords(m_last);
    m_teach = new ActionButton{tr("Teach a file form …"), head};
    m_teach->setObjectName(u"intake.teach"_s);
    m_teach->setShape(ActionButton::Shape::Link);
    m_paper = new ActionButton{tr("Enter an invoice from paper …"), head};
    m_paper->setObjectName(u"intake.paper"_s);
    m_paper->setShape(ActionButton::Shape::Link);
    for (auto* control : std::initializer_list<QWidget*>{m_paper, m_teach, m_dry}) head->addControl(control);
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

QBoxLayout* IntakePage::makeFoot()
{
    m_foot = new FigureLabel{type::fine, &Theme::text2, m_panel};
    m_foot->setObjectName(u"intake.count"_s);
    m_foot->setElided(true);
    m_runs = new ActionButton{tr("Runs of the past days …"), m_panel};
    m_runs->setObjectName(u"intake.runs"_s);
    m_runs->setShape(ActionButton::Shape::Link);
    m_runs->setIconName(u"clock"_s);
    auto* row = new QHBoxLayout;
    row->addWidget(m_foot, 1);
    row->addWidget(m_runs);
    return row;
}

void IntakePage::setRefused(int count)
{
    m_runs->setText(count > 0 ? tr("Runs of the past days · %n refused …", nullptr, count) : tr("Runs of the past days …"));
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
    m_list = new ListView{m_model, {{150, 0, tr("Known already") + kFindingRoom}, {150, 3, {}}, {130, 3, {}}, {210, 7, {}}, {110, 0, u"88.888,88 €"_s}}, m_panel};
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
    m_column = new QVBoxLayout{m_panel};
    m_column->addWidget(head);
    m_waits = new FigureLabel{type::fineMedium, &Theme::text, m_panel};
    m_waits->setObjectName(u"intake.waits"_s);
    m_waits->setWrapped();
    m_waits->hide();
    m_column->addWidget(m_waits);
    for (auto* part : std::initializer_list<QWidget*>{m_zone, m_tiles, m_work}) m_column->addWidget(part);
    m_column->addWidget(stacked, 1);
    m_actions = makeActions();
    m_beyond = new FigureLabel{type::fineMedium, &Theme::text, m_panel};
    m_beyond->setObjectName(u"intake.beyond"_s);
    m_beyond->setWrapped();
    m_beyond->hide();
    m_column->addWidget(m_beyond);
    m_column->addWidget(m_actions);
    m_column->addWidget(new PanelLine{m_panel});
    m_column->addLayout(makeFoot());
    fillPage(this, m_panel);
    QWidget* last = m_paper;
    for (auto* next : std::initializer_list<QWidget*>{m_teach, m_dry, m_files, m_folder, m_source, m_list, m_right, m_left, m_undo, m_take, m_runs}) {
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
    m_forgotten.setObjectName(u"intake.forgotten"_s);
    m_forgotten.setSingleShot(true);
    m_forgotten.setInterval(kCheckOnlyMs);
    connect(&m_forgotten, &QTimer::timeout, this, &IntakePage::endForgottenCheck);
    connect(m_dry, &QCheckBox::toggled, this, &IntakePage::setCheckOnly);
    connect(m_teach, &ActionButton::clicked, this, [this] { Q_EMIT teachRequested(sampleFile()); });
    connect(m_runs, &ActionButton::clicked, this, &IntakePage::runsRequested);
    connect(m_paper, &ActionButton::clicked, this, &IntakePage::openPaper);
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
}

void IntakePage::showSource()
{
    const auto folder = m_settings.value(sourceFolderKey());
    m_source->setAvailable(!folder.isEmpty() && !m_running, folder.isEmpty() ? tr("no folder is set up") : tr("one moment"));
    if (!folder.isEmpty()) m_source->setToolTip(QDir::toNativeSeparators(folder));
    showWaits();
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
    m_paths = paths;
    begin(m_dry->isChecked());
    m_batch = m_intake.take(paths, m_isDry, [guard = QPointer{this}, this](const Result<services::IntakeSummary>& summary) {
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
    const auto came = IntakeWords::counted(summary.taken + summary.newVersions + summary.sameAgain, summary.files);   // what is refused has its own tile
    const auto took = tr("%1 s").arg(locale.toString(static_cast<double>(m_since.elapsed()) / 1000, 'f', 1));
    const auto line = tr("Run of %1 · %2 in %3").arg(AgeText::clock(m_clock.now()), came, took);
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
    m_taken->setWord(m_isDry ? tr("in order") : tr("taken over"));
    const int shown = m_model.rowCount();
    showActions();
    m_stack->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(m_list) : m_empty);
    // Before the first run there is nothing to count, and the empty page says itself what to do.
    if (m_done == 0 && shown == 0) m_foot->clear();
    else m_foot->setText(shown < m_done ? tr("%L1 of %L2 rows shown · what needs somebody first").arg(shown).arg(m_done)
                                        : tr("%n row(s) · what needs somebody first", nullptr, shown));
}

void IntakePage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
