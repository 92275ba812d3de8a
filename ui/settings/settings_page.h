// SettingsPage: every setting of the table, in parts and with a search; saves each by itself. Also backup, check and what this program is. A
// page of the main window; works on Settings, VaultKeeper, Accounts and Mails. Its fields are made when it is shown for the first time.
#pragma once
#include "app/services/accounts.h"
#include "app/services/people.h"
#include "app/services/profiles.h"
#include "app/services/scan_line.h"
#include "app/services/vault_keeper.h"
#include "ui/common/chime.h"
#include "ui/people/pin_sheet.h"
#include <QHash>
#include <QPointer>
#include <QWidget>

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace tresen::ui {

class AboutCard;
class ActionButton;
class ConnectionSetup;
class FigureLabel;
class PaperPanel;
class SectionList;
class SettingField;
class UnlockSheet;
class VaultCard;

// The stations it works with; they live longer than the page.
struct SettingsStations {
    services::Settings& settings;
    services::VaultKeeper& vault;
    services::Accounts& accounts;
    services::Mails& mails;
    const Clock& clock;
    services::People* people = nullptr;         // null: a page without them
    AskSecond askSecond{};                      // for a locked setting where several people work
    services::Profiles* profiles = nullptr;     // null: file forms are not changed here
    services::ScanLine* scanLine = nullptr;     // null: what is plugged in is not offered
};

class SettingsPage final : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(const SettingsStations& stations, QWidget* parent = nullptr);

    void showSection(const QString& group);     // "company", … of the table, or "about"
    void focusSearch();

Q_SIGNALS:
    void lookChanged();                         // language, theme or size of the text: read them from Settings
    void saved(const QString& key);             // stored, whatever it was
    void soundWanted(tresen::ui::Sound sound);  // to listen to
    void setUpRequested();                      // the first set-up, once more

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Part { QString id; QWidget* box; std::vector<SettingField*> fields; std::vector<QWidget*> lines; };   // a line above each field
    void build();
    QWidget* makeHead();
    void makeFields();
    QWidget* makePart(const QString& group);
    void search(const QString& text);
    void goToFirst();                           // Enter in the search: to the first setting it has found
    void showParts();
    void showFields();                          // another portal was chosen: the place on the page stays
    void takeChange(const QString& key);
    void unlock(const QString& key);
    void takeMeasures();

    services::Settings& m_settings;
    const SettingsStations m_stations;
    ConnectionSetup* m_setup;
    QString m_section;
    QStringList m_words;
    std::vector<Part> m_parts;
    QHash<QString, SettingField*> m_fields;
    QPointer<UnlockSheet> m_sheet;

    PaperPanel* m_panel;
    FigureLabel *m_title, *m_nothing = nullptr;
    QLineEdit* m_search;
    ActionButton* m_setUp;
    SectionList* m_sections;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout *m_column = nullptr, *m_contentColumn;
};

} // namespace tresen::ui
