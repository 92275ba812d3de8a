#include "ui/intake/runs_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/list_view.h"
#include "ui/common/wording.h"
#include "ui/intake/intake_words.h"
#include <QEvent>
#include <QItemSelectionModel>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

RunsSheet::RunsSheet(services::ArrivalLog& log, services::Intake& intake, const Clock& clock, QWidget* window)
    : Sheet{window}, m_log{log}, m_intake{intake}, m_model{clock}, m_body{new QWidget},
      m_list{new ListView{m_model, {{130, 0, tr("Taken back") + kFindingRoom}, {120, 0, {}}, {180, 3, {}}, {110, 1, {}}, {260, 7, {}}}, m_body}}, m_how{new QLineEdit{m_body}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text, m_body}}, m_close{new ActionButton{tr("Close")}}, m_seen{new ActionButton{tr("Seen to it")}},
      m_undo{new ActionButton{tr("Undo the whole run")}}
{
    setObjectName(u"runs"_s);
    setWidthPx(1100);
    setHead({}, tr("Runs of the past days"), tr("%n day(s), of all desks; refused files and orders stand first", nullptr, domain::kArrivalDays));
    buildRuns();
    connect(&m_log, &services::ArrivalLog::changed, this, &RunsSheet::showBook);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        m_armed = {};
        showChoice();
    });
    connect(m_how, &QLineEdit::textChanged, this, &RunsSheet::showChoice);
    connect(m_close, &ActionButton::clicked, this, &Sheet::close);
    connect(m_undo, &ActionButton::clicked, this, &RunsSheet::undoChosen);
    connect(m_seen, &ActionButton::clicked, this, &RunsSheet::settleChosen);
    takeMeasures();
    showBook();
    if (m_model.rowCount() > 0) m_list->selectRow(0);
}

void RunsSheet::buildRuns()
{
    m_list->setObjectName(u"runs.list"_s);
    m_list->setAccessibleName(tr("Runs of the past days"));
    m_how->setObjectName(u"runs.how"_s);
    m_how->setAccessibleName(tr("What was done about the refused file"));
    m_how->setPlaceholderText(tr("What was done about it, for example: asked the workshop for it once more"));
    constexpr int kMostHow = 200;
    m_how->setMaxLength(kMostHow);
    m_message->setObjectName(u"runs.message"_s);
    m_message->setWrapped();
    m_message->hide();
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_list, 1);
    column->addWidget(m_how);
    column->addWidget(m_message);
    setBody(m_body);
    m_close->setObjectName(u"runs.close"_s);
    m_close->setKeyHint(tr("Esc"));
    m_seen->setObjectName(u"runs.seen"_s);
    m_undo->setObjectName(u"runs.undo"_s);
    m_undo->setKind(ActionButton::Kind::Danger);
    addFootLeft(m_undo);
    addFootStretch();
    addFoot(m_close);
    addFoot(m_seen);
    setTabOrder(m_list, m_how);
    setTabOrder(m_how, m_undo);
}

QWidget* RunsSheet::firstField() const { return m_list; }

int RunsSheet::chosenRow() const
{
    const auto rows = m_list->chosenRows();
    return rows.size() == 1 ? rows.front() : -1;
}

// What was chosen stays chosen wherever it stands now.
void RunsSheet::showBook()
{
    const auto* run = m_model.runAt(chosenRow());
    const auto* refused = m_model.refusedAt(chosenRow());
    const auto batch = run ? run->batch : domain::BatchId{};
    const auto arrival = refused ? refused->id : domain::ArrivalId{};
    const auto armed = m_armed;
    m_model.setBook(m_log.book());
    const int row = batch.isNull() ? m_model.rowOf(arrival) : m_model.rowOf(batch);
    if (row >= 0) m_list->selectRow(row);
    m_armed = armed;
    showChoice();
}

void RunsSheet::showChoice()
{
    const auto* run = m_model.runAt(chosenRow());
    const auto* refused = m_model.refusedAt(chosenRow());
    m_how->setVisible(refused != nullptr);
    m_seen->setVisible(refused != nullptr);
    m_seen->setAvailable(!m_busy && m_how->text().trimmed().size() >= services::ArrivalLog::kHowMin, m_busy ? tr("one moment") : tr("say what was done"));
    const bool may = run && run->mayUndo();
    m_undo->setText(run && m_armed == run->batch ? tr("Yes, take it back") : tr("Undo the whole run"));
    m_undo->setAvailable(may && !m_busy, m_busy ? tr("one moment") : run ? tr("it has brought nothing") : tr("choose a run"));
}

void RunsSheet::say(const QString& text, bool good)
{
    m_message->setInk(good ? themeOf(this).text : themeOf(this).red.word);
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

// Two presses, for it concerns many invoices at once.
void RunsSheet::undoChosen()
{
    const auto* run = m_model.runAt(chosenRow());
    if (!run || m_busy || resting()) return;
    if (m_armed != run->batch) {
        m_armed = run->batch;
        say(tr("This takes back what the run has brought: %n invoice(s). What has left the house stays and is named here.", nullptr, run->taken + run->versions), true);
        return showChoice();
    }
    m_armed = {};
    m_busy = true;
    say(tr("Taking the run back …"), true);
    showChoice();
    m_intake.undo(run->batch, [guard = QPointer{this}, this](const Result<services::UndoSummary>& summary) {
        if (!guard) return;
        m_busy = false;
        if (!summary) say(Wording::failure(summary.error()), false);
        else if (summary.value().undone + summary.value().kept == 0) say(tr("Nothing of it is left to be taken back"), true);
        else say(IntakeWords::undone(summary.value()), summary.value().kept == 0);
        showChoice();
    });
}

void RunsSheet::settleChosen()
{
    const auto* refused = m_model.refusedAt(chosenRow());
    if (!refused || m_busy) return;
    m_busy = true;
    showChoice();
    m_log.settle(refused->id, m_how->text(), [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (!guard) return;
        m_busy = false;
        if (done) m_how->clear();
        say(done ? tr("Noted") : Wording::failure(done.error()), done.ok());
        if (chosenRow() < 0 && m_model.rowCount() > 0) m_list->selectRow(0);
        showChoice();
    });
}

void RunsSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(20), theme.px(16), theme.px(20), theme.px(16));
    m_body->layout()->setSpacing(theme.px(10));
    m_body->setMinimumHeight(theme.px(364));
    m_message->setContentsMargins(theme.px(16), 0, theme.px(16), 0);   // as the rows above it
    m_how->setFixedHeight(theme.px(44));
    m_how->setFont(theme.font(type::field));
}

void RunsSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
