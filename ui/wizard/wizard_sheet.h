// WizardSheet: the first set-up in five questions: language, workshop and account, where invoices come from, printer, for real or to try. It stores every
// answer at once and begins again where it stopped. Opened by the main window: by itself when it is due, and from the settings page.
#pragma once
#include "app/services/accounts.h"
#include "app/services/intake.h"
#include "ui/common/sheet.h"

namespace tresen::ui {

class WizardFrame;
class WizardPage;

// The stations it works with; they live longer than the sheet.
struct WizardStations {
    services::Settings& settings;
    services::Intake& intake;
    services::Accounts& accounts;
    // Prints one page through the system's dialog and says what became of it. Empty: as the desk prints everywhere.
    std::function<void(const QByteArray& pdf, const QString& title, std::function<void(const QString&)> said)> print{};
};

class WizardSheet final : public Sheet {
    Q_OBJECT
public:
    WizardSheet(const WizardStations& stations, QWidget* window);

    void begin();                                 // opens where it stopped
    int question() const { return m_question; }   // 1 … 5

Q_SIGNALS:
    void lookChanged();                           // the language: read it from Settings
    void sampleRequested();
    void ended(bool finished);                    // false: to be gone on with later

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void go(int question);
    void showPage();
    WizardPage* makePage();
    void next();
    void leave(bool finished);
    void keep(const QString& key, const QString& value);
    void print(const QByteArray& pdf, const QString& title, std::function<void(const QString&)> said);

    const WizardStations m_stations;
    WizardFrame* m_frame = nullptr;
    int m_question = 1;
    QHash<int, domain::SettingValues> m_drafts;   // by question; never on disk: the account is stored only as a whole
    bool m_busy = false, m_sampleWanted = false;
    bool m_othersHaveSource = false;              // before anybody was asked here
};

} // namespace tresen::ui
