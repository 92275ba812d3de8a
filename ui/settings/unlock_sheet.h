// UnlockSheet: changes a locked setting, the payee's account above all: what holds now, what shall hold, and why. Opened by SettingsPage.
#pragma once
#include "app/services/settings.h"
#include "ui/common/sheet.h"

class QLineEdit;

namespace tresen::ui {

class SettingEditor;

class UnlockSheet final : public Sheet {
    Q_OBJECT
public:
    static constexpr int kReasonMin = 10;      // characters

    UnlockSheet(services::Settings& settings, const domain::SettingDef& def, QWidget* window);
    QWidget* firstInput() const;

Q_SIGNALS:
    void changed(const QString& key);

private:
    QWidget* makeBody();
    void showState();
    void store();

    services::Settings& m_settings;
    const domain::SettingDef& m_def;
    SettingEditor* m_editor;
    QLineEdit* m_reason;
    FigureLabel *m_advice, *m_message;
    ActionButton *m_store, *m_cancel;
    bool m_busy = false;
};

} // namespace tresen::ui
