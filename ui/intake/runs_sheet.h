// RunsSheet: the runs of the past days and what was refused meanwhile. A whole run is taken back here, each row that stays is named with its reason; a refusal
// is seen to. Opened by the main window from the inbox, the bell and the health line; lives by the arrival log.
#pragma once
#include "app/services/arrival_log.h"
#include "ui/common/sheet.h"
#include "ui/intake/runs_model.h"

class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ListView;

class RunsSheet final : public Sheet {
    Q_OBJECT
public:
    RunsSheet(services::ArrivalLog& log, services::Intake& intake, const Clock& clock, QWidget* window);

    QWidget* firstField() const;
    const RunsModel& model() const { return m_model; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildRuns();
    void takeMeasures();
    void showBook();
    void showChoice();
    int chosenRow() const;                   // -1: none
    void undoChosen();
    void settleChosen();
    void say(const QString& text, bool good);

    services::ArrivalLog& m_log;
    services::Intake& m_intake;
    RunsModel m_model;
    domain::BatchId m_armed;                 // the second press takes this one back
    bool m_busy = false;
    QWidget* m_body;
    ListView* m_list;
    QLineEdit* m_how;
    FigureLabel* m_message;
    ActionButton *m_close, *m_seen, *m_undo;
};

} // namespace tresen::ui
