#include "ui/tasks/task_sheet.h"
#include "app/core/limits.h"
#include "app/domain/mail_rules.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include "ui/tasks/tasks_model.h"
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

TaskSheet::TaskSheet(services::Tasks& tasks, services::Mails& mails, bool mailServer, const services::TaskRow& task, QWidget* window)
    : Sheet{window}, m_tasks{tasks}, m_mails{mails}, m_mailServer{mailServer}, m_task{task}, m_body{new QWidget}, m_what{new FigureLabel{type::field, &Theme::text, m_body}},
      m_said{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_label{new FigureLabel{type::fineStrong, &Theme::text, m_body}}, m_message{new FigureLabel{type::fineMedium, &Theme::text, m_body}}, m_to{new QLineEdit{m_body}},
      m_form{new ReasonForm{m_body}}, m_cancel{new ActionButton{tr("Cancel")}}, m_other{new ActionButton{tr("Done otherwise")}}, m_primary{new ActionButton{{}}}
{
    setObjectName(u"task"_s);
    setWidthPx(680);
    QStringList who{task.customer, tr("invoice %1").arg(task.number)};
    who.removeAll({});
    setHead(task.plate, Wording::task(task.task.kind), who.join(u" · "_s));
    build();
    m_to->setText(task.mailTo);
    m_to->selectAll();
    connect(m_to, &QLineEdit::textChanged, this, &TaskSheet::showState);
    connect(m_form, &ReasonForm::changed, this, &TaskSheet::showState);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_primary, &ActionButton::clicked, this, &TaskSheet::primaryClicked);
    connect(m_other, &ActionButton::clicked, this, [this] {
        m_otherwise = true;
        showState();
        m_form->firstField()->setFocus(Qt::OtherFocusReason);
    });
    showState();
}

void TaskSheet::build()
{
    const auto& theme = themeOf(this);
    m_what->setObjectName(u"task.what"_s);
    m_what->setWrapped();
    const auto detail = m_task.mailTo.isEmpty() ? m_task.task.detail : m_task.mailTo;
    m_what->setText(Wording::reason(m_task.task.kind, m_task.mailTo.isEmpty() && detail.contains(u':') ? QString{} : detail));
    m_said->setObjectName(u"task.said"_s);
    m_said->setWrapped();
    m_said->setText(Wording::serverWords(m_task.mailSaid));
    m_said->setVisible(!m_said->text().isEmpty());
    m_label->setText(tr("Send it once more to"));
    m_label->setBuddy(m_to);
    m_to->setObjectName(u"task.to"_s);
    m_to->setAccessibleName(m_label->text());
    m_to->setMaxLength(limits::kMaxMailAddress);
    m_to->setFixedHeight(theme.px(44));
    m_to->setFont(theme.font(type::field));
    m_message->setObjectName(u"task.message"_s);
    m_message->setWrapped();
    m_form->setHeading(tr("What was done?"), tr("Stands in the history with your name."));
    m_form->setReasons({tr("Cleared with the customer"), tr("Cleared with the workshop"), tr("Another way")});
    m_form->setLow(true);
    auto* column = new QVBoxLayout{m_body};
    column->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    column->setSpacing(theme.px(8));
    column->addWidget(m_what);
    column->addWidget(m_said);
    column->addSpacing(theme.px(8));
    column->addWidget(m_label);
    column->addWidget(m_to);
    column->addWidget(m_form);
    column->addWidget(m_message);
    column->addStretch();
    setBody(m_body);
    m_cancel->setObjectName(u"task.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_other->setObjectName(u"task.other"_s);
    m_primary->setObjectName(u"task.primary"_s);
    m_primary->setKind(ActionButton::Kind::Primary);
    m_primary->setCentered(true);
    addFoot(m_other);
    addFoot(m_cancel);
    setPrimary(m_primary);
}

QWidget* TaskSheet::firstField() const { return sends() ? static_cast<QWidget*>(m_to) : m_form->firstField(); }

bool TaskSheet::sends() const
{
    return wayOutOfTask(m_task) == TaskWay::Mail && !m_otherwise;
}

void TaskSheet::showState()
{
    const bool mail = sends();
    m_label->setVisible(mail);
    m_to->setVisible(mail);
    m_form->setVisible(!mail);
    m_other->setVisible(mail);
    m_primary->setText(mail ? tr("Send again") : tr("Done"));
    m_primary->setIconName(mail ? u"mail"_s : u"check"_s);
    m_primary->setKeyHint(mail ? tr("Enter") : tr("Ctrl+Enter"));
    if (m_busy) m_primary->setAvailable(false, tr("one moment"));
    else if (mail) m_primary->setAvailable(m_mailServer && domain::isMailAddress(m_to->text().trimmed()), m_mailServer ? tr("this is not a mail address") : tr("no mail server is set up"));
    else m_primary->setAvailable(m_form->complete(), tr("choose a reason and write down what was done"));
}

void TaskSheet::say(const Error& error)
{
    m_busy = false;
    m_message->setInk(themeOf(this).red.word);
    m_message->setText(Wording::failure(error));
    showState();
}

void TaskSheet::primaryClicked()
{
    if (!resting() && !m_busy) store({});
}

void TaskSheet::store(const services::Agreement& agreed)
{
    m_busy = true;
    const auto text = sends() ? tr("It goes once more to %1.").arg(m_to->text().trimmed()) : tr("The task is done.");
    const auto answered = [guard = QPointer{this}, this, text](const Result<Ok>& done) {
        if (!guard) return;
        if (!done) {
            say(done.error());
            if (m_askSecond && secondPersonHelps(done.error())) m_askSecond(domain::neededToEnd(m_task.task.kind).value_or(domain::Right::Work), [guard, this](const services::Agreement& agreement) {
                if (guard && !m_busy) store(agreement);
            });
            return;
        }
        Q_EMIT finished(text);
        close();
    };
    showState();
    if (sends()) m_mails.again(m_task.invoice, domain::MailId{m_task.task.id.text().section(u':', 1)}, m_to->text().trimmed(), answered);
    else m_tasks.finish(m_task.invoice, m_task.task.id, m_form->reason(), answered, agreed);
}

} // namespace tresen::ui
