// TaskSheet: one task is finished: a mail is sent once more, or a person says what was done. Opened by the main window from the page of tasks.
#pragma once
#include "app/services/mails.h"
#include "app/services/tasks.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"

class QLineEdit;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class ReasonForm;

class TaskSheet final : public Sheet {
    Q_OBJECT
public:
    TaskSheet(services::Tasks& tasks, services::Mails& mails, bool mailServer, const services::TaskRow& task, QWidget* window);
    QWidget* firstField() const;
    void setSecond(AskSecond ask) { m_askSecond = std::move(ask); }   // an alarm is ended by two, where several people work

Q_SIGNALS:
    void finished(const QString& text);

private:
    void build();
    void showState();
    void primaryClicked();
    void store(const services::Agreement& agreed);
    void say(const Error& error);
    bool sends() const;                        // the address is asked for, not a reason

    services::Tasks& m_tasks;
    services::Mails& m_mails;
    const bool m_mailServer;
    const services::TaskRow m_task;
    bool m_otherwise = false, m_busy = false;
    AskSecond m_askSecond;
    QWidget* m_body;
    FigureLabel *m_what, *m_said, *m_label, *m_message;
    QLineEdit* m_to;
    ReasonForm* m_form;
    ActionButton *m_cancel, *m_other, *m_primary;
};

} // namespace tresen::ui
