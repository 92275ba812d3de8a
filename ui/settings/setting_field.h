// SettingField: one setting on the page: its name and help at the left, its editor at the right, and under it what became of the last change.
// Saves by itself when the editor is left. Made by SettingsPage.
#pragma once
#include "app/services/settings.h"
#include <QTimer>
#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace tresen::ui {

class ActionButton;
class FigureLabel;
class LookSign;
class PlaceChoice;
class SettingEditor;

class SettingField final : public QWidget {
    Q_OBJECT
public:
    static constexpr int kSavedMs = 4000;              // how long "Saved" stays

    SettingField(const domain::SettingDef& def, services::Settings& settings, QWidget* parent = nullptr);

    const domain::SettingDef& def() const { return m_def; }
    bool isLocked() const;                             // set already and only changed by unlocking
    bool matches(const QStringList& words) const;      // of domain::foldQuery()
    void reload();                                     // shows what is stored; what is being typed is thrown away
    void takeChange();                                 // it was set elsewhere: shown, unless something else stands here that is not stored yet
    void noteSaved();
    QWidget* input() const;                            // what the keyboard goes to
    QSize minimumSizeHint() const override;            // as narrow as it gets with the name above the editor

Q_SIGNALS:
    void saved(const QString& key);
    void unlockRequested(const QString& key);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    enum class Mood { Quiet, Good, Bad };
    void save();
    void showAdvice();
    void showPlace();
    void wantOwn();
    void wantSite();
    void ended(const Result<Ok>& done, const QString& words);
    QString shownValue(const QString& value) const;
    void say(Mood mood, const QString& text);
    void refuse(const Error& error);
    int editorLeast() const;                  // pixels, with what stands beside it
    void takeMeasures();
    void arrange();

    const domain::SettingDef& m_def;
    services::Settings& m_settings;
    SettingEditor* m_editor;
    QWidget* m_words;
    FigureLabel *m_label, *m_help, *m_message;
    LookSign* m_sign;
    ActionButton* m_unlock;
    PlaceChoice* m_place = nullptr;                    // only where a desk may have its own
    QGridLayout* m_grid = nullptr;
    QTimer m_savedTimer;
    QString m_shown, m_searchKey;
    QString m_given;                                   // m_shown as the editor says it: a list, for example, in its own way
    Mood m_mood = Mood::Quiet;
    bool m_saving = false, m_below = false;
    bool m_locked = false;                             // as it is shown
};

} // namespace tresen::ui
