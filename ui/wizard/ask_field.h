// AskField: one setting as a question: its name above, the input, and below what is right or wrong with it. Made by the pages of the first set-up; it
// saves nothing of a locked setting by itself, and shows one that is set already with the way to unlock it.
#pragma once
#include "app/services/settings.h"
#include <QWidget>

class QVBoxLayout;
class QHBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class LookSign;
class SettingEditor;

class AskField final : public QWidget {
    Q_OBJECT
public:
    enum class Saves { AtOnce, WithQuestion };   // AtOnce: when it is left
    enum class Mood { Quiet, Good, Bad };

    // label: empty takes the name it has on the settings page.
    AskField(const QString& key, services::Settings& settings, Saves saves, const QString& label = {}, QWidget* parent = nullptr);

    const QString& key() const { return m_def.key; }
    QString value() const;
    void setValue(const QString& value);
    bool isLocked() const;                       // set already: only to be changed with a reason
    QString stored() const { return m_settings.value(m_def.key); }
    void say(Mood mood, const QString& text);
    bool check();                                // can it be stored? Says why not
    void reload();
    QWidget* input() const;
    SettingEditor* editor() const { return m_editor; }

Q_SIGNALS:
    void edited();
    void left();
    void unlockRequested(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void save();
    void takeMeasures();
    const domain::SettingDef& m_def;
    services::Settings& m_settings;
    const Saves m_saves;
    Mood m_mood = Mood::Quiet;
    FigureLabel *m_label, *m_message;
    SettingEditor* m_editor;
    LookSign* m_sign;
    ActionButton* m_unlock;
    QVBoxLayout* m_column;
    QHBoxLayout *m_row, *m_words;
};

} // namespace tresen::ui
