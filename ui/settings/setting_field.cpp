#include "ui/settings/setting_field.h"
#include "app/domain/board_row.h"
#include "app/domain/iban.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/look_sign.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/settings/place_choice.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/setting_measures.h"
#include "ui/settings/setting_words.h"
#include <QEvent>
#include <QGridLayout>
#include <QPointer>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
SettingField::SettingField(const domain::SettingDef& def, services::Settings& settings, QWidget* parent)
    : QWidget{parent}, m_def{def}, m_settings{settings}, m_editor{makeSettingEditor(def, this)}, m_words{new QWidget{this}},
      m_label{new FigureLabel{type::rowStrong, &Theme::text, m_words}}, m_help{new FigureLabel{type::small, &Theme::text2, m_words}}, m_message{new FigureLabel{type::fineMedium, &Theme::text, this}}, m_sign{new LookSign{this}},
      m_unlock{new ActionButton{tr("Unlock …"), this}}, m_grid{new QGridLayout{this}}
{
    setObjectName(u"settings.field."_s + def.key);
    auto* words = new QVBoxLayout{m_words};
    words->setContentsMargins({});
    words->addWidget(m_label);
    words->addWidget(m_help);
    m_label->setText(SettingWords::label(def.key));
    m_label->setWrapped();
    // The section says for whom it holds; only what differs says so itself.
    const auto help = SettingWords::help(def.key), scope = def.scope == SettingWords::scopeOf(def.group) ? QString{} : SettingWords::scope(def.scope);
    m_help->setText(help.isEmpty() || scope.isEmpty() ? help + scope : u"%1\u00A0· %2"_s.arg(help, scope));   // no line begins with the point
    m_help->setVisible(!m_help->text().isEmpty());
    m_help->setObjectName(u"settings.help."_s + def.key);
    m_help->setWrapped();
    m_message->setWrapped();
    m_message->setObjectName(u"settings.message."_s + def.key);
    auto* input = m_editor->input();
    input->setObjectName(u"settings.input."_s + def.key);
    input->setAccessibleName(m_label->text());
    input->setAccessibleDescription(m_help->text());
    m_unlock->setIconName(u"lock"_s);
    m_unlock->setObjectName(u"settings.unlock."_s + def.key);
    m_unlock->setAccessibleName(tr("Unlock: %1").arg(m_label->text()));
    QStringList found{m_label->text(), help, SettingWords::group(def.group), def.key};
    for (const auto& choice : def.choices) found << SettingWords::choice(def.key, choice);
    m_searchKey = domain::searchKeyOf(found);
    if (def.perDesk) {
        m_place = new PlaceChoice{def.key, m_label->text(), this};
        connect(m_place, &PlaceChoice::ownWanted, this, &SettingField::wantOwn);
        connect(m_place, &PlaceChoice::siteWanted, this, &SettingField::wantSite);
    }
    connect(m_editor, &SettingEditor::left, this, &SettingField::save);
    connect(m_editor, &SettingEditor::edited, this, &SettingField::showAdvice);
    connect(m_editor, &SettingEditor::takenBack, this, &SettingField::reload);
    connect(m_editor, &SettingEditor::refused, this, &SettingField::refuse);
    connect(m_unlock, &ActionButton::clicked, this, [this] { Q_EMIT unlockRequested(m_def.key); });
    m_savedTimer.setSingleShot(true);
    m_savedTimer.setInterval(kSavedMs);
    connect(&m_savedTimer, &QTimer::timeout, this, [this] { say(Mood::Quiet, {}); });
    reload();
    arrange();
    takeMeasures();
}

bool SettingField::isLocked() const
{
    return m_settings.isLocked(m_def.key);
}

QWidget* SettingField::input() const { return m_editor->input(); }

bool SettingField::matches(const QStringList& words) const
{
    return std::all_of(words.begin(), words.end(), [this](const QString& word) { return m_searchKey.contains(word); });
}

void SettingField::reload()
{
    m_shown = m_settings.value(m_def.key);
    m_editor->setValue(m_shown);
    m_given = m_editor->value();
    m_locked = isLocked();
    m_editor->setLocked(m_locked);
    m_unlock->setVisible(m_locked);
    showPlace();
    say(Mood::Quiet, {});
}

void SettingField::showPlace()
{
    if (m_place) m_place->setState(m_settings.hasOwn(m_def.key), shownValue(m_settings.siteValue(m_def.key)));
}

// What holds here until now is the first value of its own.
void SettingField::wantOwn()
{
    if (m_saving || m_settings.hasOwn(m_def.key)) return showPlace();
    m_saving = true;
    m_settings.setAt(services::SettingPlace::Desk, m_def.key, m_settings.value(m_def.key), {}, [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (guard) ended(done, tr("Saved for this desk only"));
    });
}

void SettingField::wantSite()
{
    if (m_saving || !m_settings.hasOwn(m_def.key)) return showPlace();
    const auto own = m_settings.value(m_def.key), words = shownValue(own);
    const bool other = own != m_settings.siteValue(m_def.key) && !words.isEmpty();
    m_saving = true;
    m_settings.dropOwn(m_def.key, [guard = QPointer{this}, this, text = other ? tr("The workshop's value holds here again; until now: %1").arg(words)
                                                                              : tr("The workshop's value holds here again")](const Result<Ok>& done) {
        if (guard) ended(done, text);
    });
}

void SettingField::ended(const Result<Ok>& done, const QString& words)
{
    m_saving = false;
    if (!done) {
        showPlace();
        return refuse(done.error());
    }
    reload();
    say(Mood::Good, words);
    if (m_settings.hasOwn(m_def.key)) m_savedTimer.start();   // what was given up stays readable
    Q_EMIT saved(m_def.key);
}

void SettingField::takeChange()
{
    if (!m_saving) showPlace();                  // the workshop's value, which an own one hides, may be another one
    const auto stored = m_settings.value(m_def.key);
    if (m_saving || stored == m_shown) return;   // one's own: shown when it is stored
    const auto typed = m_editor->value();
    if (typed == m_given || typed == stored) return reload();
    m_shown = m_given = stored;
    m_unlock->setVisible(isLocked());
    const auto words = shownValue(stored);
    say(Mood::Quiet, stored.isEmpty()  ? tr("Emptied elsewhere meanwhile. What stands here is not saved yet.")
                     : words.isEmpty() ? tr("Changed elsewhere meanwhile. What stands here is not saved yet.")
                                       : tr("Changed elsewhere meanwhile: %1. What stands here is not saved yet.").arg(words));
}

void SettingField::noteSaved()
{
    say(Mood::Good, tr("Saved"));
    m_savedTimer.start();
}

void SettingField::showAdvice()
{
    say(Mood::Quiet, m_editor->advice());
}

void SettingField::save()
{
    if (m_locked || m_saving) return;
    const auto value = m_editor->value();
    if (value == m_given || value == m_shown) {
        // Typed and taken back by hand, or Enter pressed a second time: nothing to store, and what was refused is no longer there.
        if (m_mood == Mood::Bad) reload();
        return;
    }
    m_saving = true;
    m_settings.set(m_def.key, value, {}, [guard = QPointer{this}, this](const Result<Ok>& done) {
        if (!guard) return;
        m_saving = false;
        if (!done) return refuse(done.error());
        reload();
        noteSaved();
        Q_EMIT saved(m_def.key);
    });
}

QString SettingField::shownValue(const QString& value) const
{
    if (m_def.type == domain::SettingType::Iban) return domain::groupedIban(value);
    if (m_def.type == domain::SettingType::Choice) return SettingWords::choice(m_def.key, value);
    return m_def.type == domain::SettingType::Image ? QString{} : value;
}

void SettingField::refuse(const Error& error)
{
    const auto wrong = Wording::failure(error);
    const auto valid = shownValue(m_shown);
    say(Mood::Bad, valid.isEmpty() ? tr("%1. Not saved.").arg(wrong) : tr("%1. Not saved; still valid: %2").arg(wrong, valid));
}

void SettingField::say(Mood mood, const QString& text)
{
    m_savedTimer.stop();
    m_mood = mood;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_sign->setVisible(mood != Mood::Quiet && !text.isEmpty());
    m_sign->setLook(mood == Mood::Bad ? Look::Refused : Look::Accepted);
    takeMeasures();
    if (text.isEmpty()) return;
    speak(m_message);
}

// Name beside the editor; above it where there is no room for both.
void SettingField::arrange()
{
    for (auto* widget : std::initializer_list<QWidget*>{m_words, m_editor, m_unlock, m_message, m_sign}) m_grid->removeWidget(widget);
    if (m_place) m_grid->removeWidget(m_place);
    const int column = m_below ? 0 : 1, first = m_below ? 1 : 0;
    const int said = first + (m_place ? 2 : 1);
    m_grid->addWidget(m_words, 0, 0, m_below ? 1 : said + 2, m_below ? 3 : 1, Qt::AlignTop);
    m_grid->addWidget(m_editor, first, column, 1, 2);
    m_grid->addWidget(m_unlock, first, column + 2, Qt::AlignTop);
    if (m_place) m_grid->addWidget(m_place, first + 1, column, 1, 2);
    m_grid->addWidget(m_sign, said, column, Qt::AlignTop);
    m_grid->addWidget(m_message, said, column + 1, 1, 2);
    for (int i = 0; i < 5; ++i) m_grid->setColumnStretch(i, 0);
    for (int i = 0; i < 5; ++i) m_grid->setRowStretch(i, !m_below && i == said + 1 ? 1 : 0);   // what the words need more than the editor
    m_grid->setColumnStretch(column + 1, 10);
    m_grid->setColumnStretch(4, 1);
    takeMeasures();
}

void SettingField::takeMeasures()
{
    if (!m_grid) return;
    const auto& theme = themeOf(this);
    m_grid->setContentsMargins(0, theme.px(12), 0, theme.px(12));
    m_grid->setHorizontalSpacing(theme.px(8));
    m_grid->setVerticalSpacing(theme.px(4));
    m_grid->setColumnMinimumWidth(0, m_below ? 0 : theme.px(kSettingLabelWidth));
    m_words->layout()->setSpacing(theme.px(4));
    m_words->setMinimumWidth(m_below ? 0 : theme.px(kSettingLabelWidth));
    m_words->setMaximumWidth(m_below ? QWIDGETSIZE_MAX : theme.px(kSettingLabelWidth));
    m_editor->setMaximumWidth(theme.px(kSettingEditorWidth));
    if (m_place) m_place->setMaximumWidth(theme.px(kSettingEditorWidth));
    m_sign->setFixedSize(theme.px(18), theme.px(18));
    m_message->setInk(m_mood == Mood::Bad ? theme.red.word : m_mood == Mood::Good ? theme.green.word : theme.text2);
}

int SettingField::editorLeast() const
{
    const int editor = std::max(m_editor->minimumSizeHint().width(), m_place ? m_place->minimumSizeHint().width() : 0);
    return editor + (m_unlock->isHidden() ? 0 : themeOf(this).px(8) + m_unlock->sizeHint().width());
}

// The layout asks for the room of how it stands now; beside the name that would make the whole page wider than its window, and cut it off there.
QSize SettingField::minimumSizeHint() const
{
    return {editorLeast(), QWidget::minimumSizeHint().height()};
}

void SettingField::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    const auto& theme = themeOf(this);
    const bool below = width() < theme.px(kSettingLabelWidth) + std::max(theme.px(300), theme.px(8) + editorLeast());
    if (below == m_below) return;
    m_below = below;
    arrange();
}

void SettingField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
