#include "ui/board/reminder_sheet.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/flow_layout.h"
#include "ui/common/wording.h"
#include <QDateTimeEdit>
#include <QEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kMorning = 9;          // o'clock
constexpr qint64 kReminderHourMs = 3'600'000, kReminderMinuteMs = 60'000;

QString timeText(Instant at)
{
    return QLocale{}.toString(at.local(), QLocale::ShortFormat);
}

} // namespace

Instant quickTime(ReminderTime time, Instant now)
{
    const auto morningIn = [now](int days) { return Instant{QDateTime{now.local().date().addDays(days), QTime{kMorning, 0}}.toMSecsSinceEpoch()}; };
    switch (time) {
    case ReminderTime::InAnHour: return {(now.ms + kReminderHourMs + kReminderMinuteMs - 1) / kReminderMinuteMs * kReminderMinuteMs};
    case ReminderTime::TomorrowMorning: return morningIn(1);
    case ReminderTime::InThreeDays: return morningIn(3);
    }
    Q_UNREACHABLE();
}

ReminderSheet::ReminderSheet(services::Reminders& reminders, const Clock& clock, const domain::BoardRow& row, std::optional<domain::Reminder> known, QWidget* window)
    : Sheet{window}, m_reminders{reminders}, m_clock{clock}, m_invoice{row.invoice}, m_known{std::move(known)}, m_body{new QWidget}, m_textLabel{new FigureLabel{type::fineStrong, &Theme::text, m_body}},
      m_timeLabel{new FigureLabel{type::fineStrong, &Theme::text, m_body}}, m_note{new FigureLabel{type::fine, &Theme::text2, m_body}}, m_text{new QLineEdit{m_body}}, m_time{new QDateTimeEdit{m_body}},
      m_cancel{new ActionButton{tr("Cancel")}}, m_done{new ActionButton{tr("It is done")}}, m_store{new ActionButton{m_known ? tr("Remind me later") : tr("Remind me")}}
{
    setObjectName(u"reminder"_s);
    setWidthPx(640);
    QStringList who{row.customer, tr("invoice %1").arg(row.number)};
    who.removeAll({});
    setHead(row.plate, tr("Reminder"), who.join(u" · "_s));
    build();
    connect(m_text, &QLineEdit::textChanged, this, &ReminderSheet::check);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &ReminderSheet::check);
    connect(m_cancel, &ActionButton::clicked, this, &Sheet::close);
    connect(m_store, &ActionButton::clicked, this, &ReminderSheet::store);
    connect(m_done, &ActionButton::clicked, this, &ReminderSheet::finish);
    if (m_known) m_text->setText(m_known->text);
    // One that waits for its hour keeps it; one whose hour has come is offered the next morning.
    if (m_known && m_known->due > m_clock.now()) m_time->setDateTime(m_known->due.local());
    else choose(m_known ? ReminderTime::TomorrowMorning : ReminderTime::InAnHour);
    takeMeasures();
    check();
}

void ReminderSheet::build()
{
    m_textLabel->setText(tr("What about?"));
    m_textLabel->setBuddy(m_text);
    m_text->setObjectName(u"reminder.text"_s);
    m_text->setAccessibleName(m_textLabel->text());
    m_text->setMaxLength(domain::kMaxReminderText);
    m_text->setPlaceholderText(tr("for instance: call the owner, ask the workshop"));
    m_timeLabel->setText(tr("When?"));
    m_timeLabel->setBuddy(m_time);
    m_time->setObjectName(u"reminder.time"_s);
    m_time->setAccessibleName(tr("Day and time"));
    if (auto* inner = m_time->findChild<QLineEdit*>()) inner->setAccessibleName(m_time->accessibleName());
    m_time->setCalendarPopup(true);
    m_time->setDisplayFormat(QLocale{}.language() == QLocale::German ? u"ddd dd.MM.yyyy  HH:mm"_s : u"ddd dd/MM/yyyy  HH:mm"_s);
    m_note->setObjectName(u"reminder.note"_s);
    m_note->setWrapped();
    auto* column = new QVBoxLayout{m_body};
    column->addWidget(m_textLabel);
    column->addWidget(m_text);
    column->addWidget(m_timeLabel);
    column->addWidget(makeQuick());
    column->addWidget(m_time);
    column->addWidget(m_note);
    setBody(m_body);
    m_cancel->setObjectName(u"reminder.cancel"_s);
    m_cancel->setKeyHint(tr("Esc"));
    m_done->setObjectName(u"reminder.done"_s);
    m_done->setIconName(u"check"_s);
    m_done->setVisible(m_known.has_value());
    m_store->setObjectName(u"reminder.store"_s);
    m_store->setKind(ActionButton::Kind::Primary);
    m_store->setIconName(u"clock"_s);
    m_store->setKeyHint(tr("Enter"));
    addFoot(m_cancel);
    addFoot(m_done);
    setPrimary(m_store);
}

QWidget* ReminderSheet::makeQuick()
{
    auto* box = new QWidget{m_body};
    auto* row = new FlowLayout{box};
    const QList<std::pair<ReminderTime, QString>> times{{ReminderTime::InAnHour, tr("In an hour")}, {ReminderTime::TomorrowMorning, tr("Tomorrow at nine")}, {ReminderTime::InThreeDays, tr("In three days")}};
    for (const auto& [time, text] : times) {
        auto* button = new ActionButton{text, box};
        button->setObjectName(u"reminder.quick.%1"_s.arg(static_cast<int>(time)));
        connect(button, &ActionButton::clicked, this, [this, chosen = time] { choose(chosen); });
        row->addWidget(button);
    }
    return box;
}

QWidget* ReminderSheet::firstField() const { return m_text; }

void ReminderSheet::choose(ReminderTime time)
{
    m_time->setDateTime(quickTime(time, m_clock.now()).local());
}

Instant ReminderSheet::due() const
{
    return {m_time->dateTime().toMSecsSinceEpoch() / kReminderMinuteMs * kReminderMinuteMs};
}

void ReminderSheet::check()
{
    const bool empty = m_text->text().trimmed().isEmpty(), past = due() <= m_clock.now();
    m_note->setInk(past ? themeOf(this).red.word : themeOf(this).text2);
    m_note->setText(past ? Wording::failure({Fault::Refused, u"reminder.past"_s, {}}) : tr("At %1 it stands among the tasks of every desk, until it is done or moved.").arg(timeText(due())));
    m_store->setAvailable(!m_busy && !empty && !past, m_busy ? tr("Is being written down") : empty ? tr("nothing typed") : tr("choose a later time"));
    m_done->setAvailable(!m_busy, tr("Is being written down"));
}

void ReminderSheet::store()
{
    if (m_busy || resting()) return;
    m_busy = true;
    check();
    setDismissible(false);
    const auto said = tr("Reminder for %1").arg(timeText(due()));
    const auto done = [self = QPointer{this}, said](const Result<Ok>& ok) {
        if (self) self->answer(ok, said);
    };
    if (m_known) m_reminders.move(m_invoice, m_known->id, due(), m_text->text(), done);
    else m_reminders.set(m_invoice, due(), m_text->text(), done);
}

void ReminderSheet::finish()
{
    if (m_busy || resting() || !m_known) return;
    m_busy = true;
    check();
    setDismissible(false);
    m_reminders.finish(m_invoice, m_known->id, [self = QPointer{this}, said = tr("Reminder done")](const Result<Ok>& ok) {
        if (self) self->answer(ok, said);
    });
}

void ReminderSheet::answer(const Result<Ok>& done, const QString& said)
{
    m_busy = false;
    setDismissible(true);
    if (done) {
        close();
        Q_EMIT stored(said);
        return;
    }
    check();
    m_note->setInk(themeOf(this).red.word);
    m_note->setText(Wording::failure(done.error()));
}

void ReminderSheet::takeMeasures()
{
    const auto& theme = themeOf(this);
    m_body->layout()->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    m_body->layout()->setSpacing(theme.px(10));
    for (QWidget* field : {static_cast<QWidget*>(m_text), static_cast<QWidget*>(m_time)}) {
        field->setFixedHeight(theme.px(44));
        field->setFont(theme.font(type::field));
    }
}

void ReminderSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
