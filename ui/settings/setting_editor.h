// SettingEditor: the input for one setting, by its type; a value in and a value out, as the settings station stores it. Made by
// makeSettingEditor() for SettingField and UnlockSheet.
#pragma once
#include "app/domain/setting.h"
#include <QWidget>

class QLineEdit;

namespace tresen::ui {

class SettingEditor : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;

    virtual QString value() const = 0;                 // as typed where it cannot be read: the station says why it is not taken
    virtual void setValue(const QString& value) = 0;
    virtual void setLocked(bool locked) = 0;           // shown, may be copied, not changed
    virtual QWidget* input() const = 0;                // what gets the focus, the accessible name and its description
    virtual QString advice() const { return {}; }      // says while typing what is still missing

Q_SIGNALS:
    void edited();                                     // something was typed
    void left();                                       // done with it: Enter, focus gone, chosen
    void refused(const tresen::Error& error);          // a file that cannot be taken
    void takenBack();                                  // Esc: what was there before, please
};

// def lives longer than the editor.
SettingEditor* makeSettingEditor(const domain::SettingDef& def, QWidget* parent);

} // namespace tresen::ui
