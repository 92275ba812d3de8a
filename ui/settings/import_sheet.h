// ImportSheet: what a file of settings would change, one line each, and the reason when a locked one is among them; then all of it or nothing. Opened by
// TransferCard.
#pragma once
#include "app/domain/settings_file.h"
#include "app/services/settings.h"
#include "ui/common/sheet.h"
#include "ui/people/pin_sheet.h"

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace tresen::ui {

class CheckLine;

class ImportSheet final : public Sheet {
    Q_OBJECT
public:
    ImportSheet(services::Settings& settings, const domain::SettingsFile& file, const QString& fileName, QWidget* window);
    QWidget* firstInput() const;
    void setSecond(AskSecond ask) { m_second = std::move(ask); }   // where several people work and an account would change
    static QString failure(const Error& error);      // why a file is not taken, in plain words

Q_SIGNALS:
    void taken(int count);

private:
    QWidget* makeBody();
    void showChanges();
    void showState();
    void take(const services::Agreement& agreed);
    static QString shown(const domain::SettingDef& def, const QString& value);

    services::Settings& m_settings;
    AskSecond m_second;
    const domain::SettingsFile m_file;
    std::vector<domain::SettingChange> m_changes;
    bool m_busy = false;
    CheckLine* m_desk;
    QScrollArea* m_scroll;
    QWidget* m_list = nullptr;
    FigureLabel *m_why, *m_message;
    QLineEdit* m_reason;
    ActionButton *m_take, *m_cancel;
};

} // namespace tresen::ui
