// IntakePage: reads invoice files in (dropped, chosen, or the workshop's folder) and says for each what became of it, refused ones first.
// A page of the main window; works on the Intake station. The last run stays until the next one.
#pragma once
#include "app/core/clock.h"
#include "app/services/intake.h"
#include "app/services/settings.h"
#include "ui/intake/intake_model.h"
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QBoxLayout;
class QCheckBox;
class QStackedLayout;
class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class CountTile;
class DropZone;
class EmptyHint;
class EntrySheet;
class FigureLabel;
class ListView;
class PaperPanel;
class WorkBar;

class IntakePage final : public QWidget {
    Q_OBJECT
public:
    IntakePage(services::Intake& intake, services::Settings& settings, const Clock& clock, QWidget* parent = nullptr, int mostRows = IntakeModel::kMaxRows);

    void take(const QStringList& paths);     // as if they had been dropped; nothing while a run is under way or a row is being put right
    bool isRunning() const { return m_running; }
    bool mayTake() const { return !m_running && m_entry.isNull(); }
    const IntakeModel& model() const { return m_model; }
    void setRefused(int count);              // of folder and door, and nobody has seen to it

    static constexpr int kCheckOnlyMs = 10 * 60 * 1000;   // a check nobody goes on with ends after this: the folder must not wait for ever

Q_SIGNALS:
    void invoiceChosen(const tresen::domain::InvoiceId& invoice);
    void documentRequested(const QString& file, const QString& sha256);   // the page of the row that is being typed in
    void teachRequested(const QString& sample);   // how a table is to be read: that of the chosen row, or of the first; may be empty
    void runsRequested();                    // the list of the past days
    void finished(const tresen::services::IntakeSummary& summary, bool dryRun);
    void checkOnly(bool on);                 // while it is on, the watched folder has to wait

protected:
    void changeEvent(QEvent* event) override;

private:
    static QString sourceFolderKey() { return QStringLiteral("source.folder"); }
    void build();
    QWidget* makeHead();
    void makeTiles();
    QBoxLayout* makeFoot();
    void connectAll();
    void takeMeasures();
    void takeOutcome(const services::FileOutcome& outcome);
    void takeProgress(int done, int total);
    void flush();
    void finish(const services::IntakeSummary& summary);
    void showCounts();
    void showSource();
    void setCheckOnly(bool on);
    void endForgottenCheck();                        // unless somebody is in the middle of it
    void showWaits();
    void setRunning(bool running);
    void chooseFiles();
    void chooseFolder();
    void choose(int row);
    void pasteFiles();
    QWidget* makeActions();
    void showActions();
    int chosenRow() const;                          // -1: none
    QString sampleFile() const;                     // the table somebody means who wants to teach its form
    void openEntry();                                // puts the chosen row right
    void takeEntry(int row, const domain::InvoiceEntry& entry);
    void openPaper();                                // an invoice without a file
    void takePaper(const domain::InvoiceEntry& entry);
    void toggleLeft();
    void takeChosen();                               // what was checked and not left out
    void begin(bool dryRun);
    void undoRun();
    void undone(const Result<services::UndoSummary>& summary);
    QDate today() const { return m_clock.now().local().date(); }

    services::Intake& m_intake;
    services::Settings& m_settings;
    const Clock& m_clock;
    IntakeModel m_model;
    std::vector<services::FileOutcome> m_arrived;   // since the last progress
    services::IntakeSummary m_counts;
    domain::BatchId m_batch;
    int m_brought = 0;                               // by the last run, as new: can be taken back
    domain::BatchId m_single;                        // one row that was put right after its run
    int m_singleRow = -1;
    QPointer<EntrySheet> m_entry;
    std::optional<domain::InvoiceEntry> m_onPaper;   // typed in and not taken yet
    QStringList m_paths;                             // of the last run
    int m_done = 0;
    bool m_running = false, m_isDry = false;
    QElapsedTimer m_since;
    QTimer m_forgotten{this};                        // runs anew with whatever is done to the rows

    PaperPanel* m_panel;
    FigureLabel *m_title, *m_last, *m_workText, *m_foot, *m_beyond, *m_waits;
    QCheckBox* m_dry;
    DropZone* m_zone;
    ActionButton *m_files, *m_folder, *m_source, *m_teach, *m_paper, *m_runs;
    CountTile *m_taken, *m_newVersions, *m_same, *m_refused;
    QWidget *m_work, *m_tiles, *m_actions;
    ActionButton *m_right, *m_left, *m_take, *m_undo;
    WorkBar* m_bar;
    ListView* m_list;
    EmptyHint* m_empty;
    QStackedLayout* m_stack;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
