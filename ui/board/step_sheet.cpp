#include "ui/board/step_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/reason_form.h"
#include "ui/common/wording.h"
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

StepSheet::StepSheet(const domain::BoardRow& row, Step step, QWidget* window)
    : Sheet{window}, m_step{std::move(step)}, m_body{new QWidget}, m_text{new FigureLabel{type::field, &Theme::text, m_body}}, m_message{new FigureLabel{type::fineMedium, &Theme::text, m_body}},
      m_form{new ReasonForm{m_body}}, m_cancel{new ActionButton{tr("Back")}}, m_primary{new ActionButton{m_step.button}}
{
    setObjectName(m_step.name);
    setWidthPx(680);
    QStringList who{row.customer, tr("invoice %1").arg(row.number)};
    who.removeAll({});
    setHead(row.plate, m_step.title, who.join(u" · "_s));
    build();
    connect(m_form, &ReasonForm::changed, this, &StepSheet::showState);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_primary, &ActionButton::clicked, this, &StepSheet::primaryClicked);
    takeMeasures();
    showState();
}

void StepSheet::build()
{
    m_text->setObjectName(m_step.name + u".text"_s);
    m_text->setWrapped();
    m_text->setText(m_step.text);
    m_message->setObjectName(m_step.name + u".message"_s);
    m_message->setWrapped();
    m_form->setHeading(m_step.ask, tr("Stands in the history with your name, and on the report of the day."));
    m_form->setReasons(m_step.reasons);
    m_form->setLow(true);
    m_form->setVisible(!m_step.reasons.isEmpty());
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_text);
    column->addWidget(m_form);
    column->addWidget(m_message);
    column->addStretch();
    setBody(m_body);
    m_cancel->setObjectName(m_step.name + u".back"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_primary->setObjectName(m_step.name + u".primary"_s);
    m_primary->setKind(ActionButton::Kind::Primary);
    m_primary->setCentered(true);
    if (!m_step.reasons.isEmpty()) m_primary->setKeyHint(tr("Ctrl+Enter"));
    addFoot(m_cancel);
    setPrimary(m_primary);
}

QWidget* StepSheet::firstField() const { return m_step.reasons.isEmpty() ? static_cast<QWidget*>(m_cancel) : m_form->firstField(); }

void StepSheet::showState()
{
    const bool ready = m_step.reasons.isEmpty() || m_form->complete();
    m_primary->setAvailable(!m_busy && ready, m_busy ? tr("one moment") : tr("choose a reason and write down why"));
}

void StepSheet::primaryClicked()
{
    if (!resting() && !m_busy) take({});
}

void StepSheet::take(const services::Agreement& agreed)
{
    m_busy = true;
    setDismissible(false);
    showState();
    m_step.take(m_step.reasons.isEmpty() ? QString{} : m_form->reason(), [self = QPointer{this}](const Result<Ok>& done) {
        if (self) self->answer(done);
    }, agreed);
}

void StepSheet::answer(const Result<Ok>& done)
{
    m_busy = false;
    setDismissible(true);
    if (done) {
        close();
        Q_EMIT taken(m_step.said);
        return;
    }
    m_message->setInk(themeOf(this).red.word);
    m_message->setText(Wording::failure(done.error()));
    showState();
    if (m_askSecond && secondPersonHelps(done.error())) m_askSecond(m_step.right, [self = QPointer{this}](const services::Agreement& agreed) {
        if (self && !self->m_busy) self->take(agreed);
    });
}

void StepSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(20), theme.px(32), theme.px(20));
    m_body->layout()->setSpacing(theme.px(12));
}

void StepSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
