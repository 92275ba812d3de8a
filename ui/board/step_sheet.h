// StepSheet: one step of an invoice that is not taken by one click: what it means stands there, and why it is taken is written down where that is asked
// for. Opened by the main window from the board's menu, which says what the step is; a second person agrees where one has to.
#pragma once
#include "app/domain/board_row.h"
#include "app/services/done.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ReasonForm;

struct Step {
    QString name;                    // of the sheet and its parts: "cancel" is "cancel.primary", …
    QString title, text, button;     // what it is, what it means, its verb
    QString ask;                     // above the reasons
    QStringList reasons;             // the last one is "another reason"; empty: none is asked for
    domain::Right right = domain::Right::Work;   // what a second person may lend
    std::function<void(const QString& reason, services::Done<Ok> done, const services::Agreement& agreed)> take;
    QString said;                    // when it is done
};

class StepSheet final : public Sheet {
    Q_OBJECT
public:
    StepSheet(const domain::BoardRow& row, Step step, QWidget* window);   // what the step works on lives longer than the sheet
    void setSecond(AskSecond ask) { m_askSecond = std::move(ask); }
    QWidget* firstField() const;

Q_SIGNALS:
    void taken(const QString& said);     // the sheet has closed itself before

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void takeMeasures();
    void showState();
    void primaryClicked();
    void take(const services::Agreement& agreed);
    void answer(const Result<Ok>& done);

    const Step m_step;
    AskSecond m_askSecond;
    bool m_busy = false;
    QWidget* m_body;
    FigureLabel *m_text, *m_message;
    ReasonForm* m_form;
    ActionButton *m_cancel, *m_primary;
};

} // namespace tresen::ui
