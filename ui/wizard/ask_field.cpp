#include "ui/wizard/ask_field.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/look_sign.h"
#include "ui/common/measures.h"
#include "ui/common/speak.h"
#include "ui/common/wording.h"
#include "ui/settings/setting_editor.h"
#include "ui/settings/setting_words.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QPointer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
AskField::AskField(const QString& key, services::Settings& settings, Saves saves, const QString& label, QWidget* parent)
    : QWidget{parent}, m_def{*domain::findSetting(key)}, m_settings{settings}, m_saves{saves}, m_label{new FigureLabel{type::fineStrong, &Theme::text, this}},
      m_message{new FigureLabel{type::fineMedium, &Theme::text, this}}, m_editor{makeSettingEditor(m_def, this)}, m_sign{new LookSign{this}},
      m_unlock{new ActionButton{tr("Unlock …"), this}}, m_column{new QVBoxLayout{this}}, m_row{new QHBoxLayout}, m_words{new QHBoxLayout}
{
    m_label->setText(label.isEmpty() ? SettingWords::label(key) : label);
    m_message->setObjectName(u"wizard.message."_s + key);
    m_message->setWrapped();
    auto* input = m_editor->input();
    input->setObjectName(u"wizard.input."_s + key);
    input->setAccessibleName(m_label->text());
    m_label->setBuddy(input);
    m_unlock->setObjectName(u"wizard.unlock."_s + key);
    m_unlock->setIconName(u"lock"_s);
    m_unlock->setAccessibleName(tr("Unlock: %1").arg(m_label->text()));
    m_row->addWidget(m_editor, 1);
    m_row->addWidget(m_unlock);
    m_words->addWidget(m_sign, 0, Qt::AlignTop);
    m_words->addWidget(m_message, 1);
    m_column->setContentsMargins({});
    m_column->addWidget(m_label);
    m_column->addLayout(m_row);
    m_column->addLayout(m_words);
    connect(m_editor, &SettingEditor::edited, this, &AskField::edited);
    connect(m_editor, &SettingEditor::left, this, &AskField::save);
    connect(m_editor, &SettingEditor::takenBack, this, &AskField::reload);
    connect(m_unlock, &ActionButton::clicked, this, [this] { Q_EMIT unlockRequested(m_def.key); });
    reload();
    takeMeasures();
}

QString AskField::value() const { return m_editor->value(); }

void AskField::setValue(const QString& value) { m_editor->setValue(value); }

bool AskField::isLocked() const { return m_settings.isLocked(m_def.key); }

QWidget* AskField::input() const { return m_editor->input(); }

void AskField::reload()
{
    m_editor->setValue(m_settings.value(m_def.key));
    m_editor->setLocked(isLocked());
    m_unlock->setVisible(isLocked());
    say(Mood::Quiet, {});
}

bool AskField::check()
{
    if (isLocked()) return true;
    const auto normal = domain::normalizeSetting(m_def, value());
    if (!normal) say(Mood::Bad, Wording::failure(normal.error()));
    return normal.ok();
}

void AskField::save()
{
    if (m_saves == Saves::AtOnce && !isLocked() && value() != m_settings.value(m_def.key) && check()) {
        m_settings.set(m_def.key, value(), {}, [guard = QPointer{this}, this](const Result<Ok>& done) {
            if (guard && !done) say(Mood::Bad, Wording::failure(done.error()));
        });
        if (m_mood == Mood::Bad) say(Mood::Quiet, {});
    }
    Q_EMIT left();
}

void AskField::say(Mood mood, const QString& text)
{
    m_mood = mood;
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    m_sign->setVisible(mood != Mood::Quiet && !text.isEmpty());
    m_sign->setLook(mood == Mood::Bad ? Look::Refused : Look::Accepted);
    m_editor->input()->setAccessibleDescription(text);
    takeMeasures();
    if (text.isEmpty()) return;
    speak(m_message);
}

void AskField::takeMeasures()
{
    const auto& theme = themeOf(this);
    keepSpacing(*m_column, theme.px(6));
    keepSpacing(*m_row, theme.px(8));
    keepSpacing(*m_words, theme.px(8));
    m_sign->setFixedSize(theme.px(18), theme.px(18));
    m_message->setInk(m_mood == Mood::Bad ? theme.red.word : m_mood == Mood::Good ? theme.green.word : theme.text2);
}

void AskField::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) takeMeasures();
}

} // namespace tresen::ui
