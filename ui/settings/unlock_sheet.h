// UnlockSheet: changes a locked setting, the payee's account above all: what holds now, what shall hold, and why. Opened by SettingsPage.
#pragma once
#include "app/services/settings.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"

class QLineEdit;

namespace tresen::ui {

class SettingEditor;

class UnlockSheet final : public Sheet {
    Q_OBJECT
public:
    static constexpr int kReasonMin = 10;      // characters

    UnlockSheet(services::Settings& settings, const domain::SettingDef& def, QWidget* window);
    QWidget* firstInput() const;
    // Where several people work: one of them agrees at once, or the change is proposed and confirmed later, on the page of tasks.
    void setSecond(AskSecond ask);

Q_SIGNALS:
    void changed(const QString& key);
    void proposed(const QString& key);         // the sheet has closed itself before

private:
    QWidget* makeBody();
    void showOld();
    void showState();
    void store();
    void storeWith(const services::Agreement& agreed);
    void propose();
    void ended(const Result<Ok>& done);

    services::Settings& m_settings;
    const domain::SettingDef& m_def;
    SettingEditor* m_editor;
    QLineEdit* m_reason;
    FigureLabel *m_old, *m_advice, *m_message;
    ActionButton *m_store, *m_cancel, *m_propose;
    AskSecond m_second;
    bool m_busy = false;
};

} // namespace tresen::ui
