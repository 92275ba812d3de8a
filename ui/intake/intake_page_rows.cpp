// What a person does with the rows of the inbox: leaves out, puts right, types in, takes over and takes back; and where files are chosen.
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/file_dialog.h"
#include "ui/common/head_row.h"
#include "ui/common/list_view.h"
#include "ui/common/paper_panel.h"
#include "ui/common/wording.h"
#include "ui/common/work_bar.h"
#include "ui/intake/drop_zone.h"
#include "ui/intake/entry_sheet.h"
#include "ui/intake/intake_page.h"
#include "ui/intake/intake_words.h"
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

// What can be done with a row of the list, and with all of them.
QWidget* IntakePage::makeActions()
{
    auto* actions = new HeadRow{m_panel};
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
    auto* ofTheRow = new QWidget{actions};
    auto* row = new QHBoxLayout{ofTheRow};
    row->setContentsMargins({});
    row->addWidget(m_right);
    row->addWidget(m_left);
    row->addStretch(1);
    actions->addWords(ofTheRow);
    actions->addControl(m_undo);
    actions->addControl(m_take);
    return actions;
}

void IntakePage::takeChosen()
{
    if (m_running) return;
    if (m_model.isBeyond()) {
        m_dry->setChecked(false);
        return take(QStringList{m_paths});
    }
    const auto picks = m_model.picks();
    if (picks.empty()) return;
    begin(false);
    m_dry->setChecked(false);
    m_batch = m_intake.take(picks, today(), [guard = QPointer{this}, this](const Result<services::IntakeSummary>& summary) {
        if (guard && summary) finish(summary.value());
    });
}

void IntakePage::setCheckOnly(bool on)
{
    on ? m_forgotten.start() : m_forgotten.stop();
    showWaits();
    Q_EMIT checkOnly(on);
}

void IntakePage::endForgottenCheck()
{
    if (m_running || m_entry) return m_forgotten.start();
    m_dry->setChecked(false);
    m_last->setText(tr("Checking was left alone for %n minute(s) and is switched off: the workshop's folder is read again", nullptr, kCheckOnlyMs / 60'000));
}

void IntakePage::showWaits()
{
    const bool waits = m_dry->isChecked() && m_settings.isSet(sourceFolderKey());
    if (waits) m_waits->setText(tr("The workshop's folder waits while you only check: this desk takes nothing over from it. It goes on when you take the tick off, at the latest %n minute(s) after you last did something here.",
                                   nullptr, kCheckOnlyMs / 60'000));
    m_waits->setVisible(waits);
}

void IntakePage::showActions()
{
    if (m_dry->isChecked()) m_forgotten.start();   // somebody is at it
    const int row = chosenRow();
    const bool may = m_model.mayChoose(), beyond = m_model.isBeyond();
    const bool entered = row >= 0 && m_model.mayEnter(row);
    const int picked = may ? static_cast<int>(m_model.picks().size()) : 0;
    m_actions->setVisible(m_model.rowCount() > 0);
    m_right->setAvailable(entered && !m_running, row < 0 ? tr("choose a row") : tr("nothing to put right"));
    m_left->setVisible(may);
    m_left->setText(row >= 0 && m_model.isLeft(row) ? tr("Take it after all") : tr("Leave out"));
    m_left->setAvailable(row >= 0 && !m_running && (m_model.isLeft(row) || m_model.takes(row)), row < 0 ? tr("choose a row") : tr("it would not be taken over"));
    m_take->setVisible(may || beyond);
    m_take->setText(beyond ? tr("Take over all that is not refused") : tr("Take over %n invoice(s)", nullptr, picked));
    m_take->setAvailable((picked > 0 || beyond) && !m_running, tr("nothing to take over"));
    m_beyond->setVisible(beyond);
    if (beyond) m_beyond->setText(tr("The list holds %L1 rows and this run has more, so single ones can be neither left out nor put right. Take over all that is not refused, or check the files in smaller folders.").arg(m_model.rowCount()));
    m_paper->setAvailable(!m_running, tr("one moment"));
    m_undo->setVisible(!m_isDry && m_brought > 0);
    m_undo->setAvailable(!m_running, tr("one moment"));
}

int IntakePage::chosenRow() const
{
    const auto rows = m_list->chosenRows();
    return rows.size() == 1 ? rows.front() : -1;
}

QString IntakePage::sampleFile() const
{
    const int chosen = chosenRow();
    if (chosen < 0 && m_model.rowCount() == 0) return {};
    const auto file = m_model.pickOf(qMax(0, chosen)).file;
    static const QStringList tables{u"csv"_s, u"txt"_s, u"asc"_s, u"dat"_s};
    return tables.contains(QFileInfo{file}.suffix().toLower()) && QFileInfo::exists(file) ? file : QString{};
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
    m_intake.look(pick.file, pick.line, pick.sha256, [guard = QPointer{this}, this, row, pick](const Result<services::IntakeLook>& look) {
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

// Without a file. What was typed in stays until it is taken: a number that is here already is no reason to type it all again.
void IntakePage::openPaper()
{
    if (m_running || m_entry) return;
    services::IntakeLook look;
    look.entry = m_onPaper.value_or(domain::InvoiceEntry{});
    m_entry = new EntrySheet{look, {}, today(), window()};
    connect(m_entry, &Sheet::closed, m_entry, &QObject::deleteLater);
    connect(m_entry, &EntrySheet::entered, this, &IntakePage::takePaper);
    m_entry->open(m_entry->firstField());
}

void IntakePage::takePaper(const domain::InvoiceEntry& entry)
{
    m_onPaper = entry;
    begin(false);
    m_batch = m_intake.take({services::IntakePick{{}, 0, {}, entry}}, today(), [guard = QPointer{this}, this](const Result<services::IntakeSummary>& summary) {
        if (!guard || !summary) return;
        if (summary.value().taken > 0) m_onPaper.reset();
        finish(summary.value());
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
    if (summary.value().kept == 0) {   // nothing of the list is here any more
        m_model.begin(false);
        m_counts = {};
        m_done = 0;
    }
    showCounts();
    const auto text = IntakeWords::undone(summary.value());
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
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &IntakePage::take);
    openFileDialog(*dialog);
}

void IntakePage::chooseFolder()
{
    auto* dialog = new QFileDialog{this, tr("Choose a folder of invoices"), m_settings.value(sourceFolderKey())};
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::filesSelected, this, &IntakePage::take);
    openFileDialog(*dialog);
}

void IntakePage::choose(int row)
{
    if (row < 0 || row >= m_model.rowCount()) return;
    if (const auto invoice = m_model.openable(row); !invoice.isNull()) Q_EMIT invoiceChosen(invoice);
}

} // namespace tresen::ui
