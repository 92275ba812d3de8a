// SourcePage: the third question: where the invoices come from: documents or tables in a folder, or orders that are sent here; with a test that takes
// nothing over. Made by WizardSheet.
#pragma once
#include "app/services/accounts.h"
#include "app/services/folder_trial.h"
#include "ui/wizard/wizard_page.h"

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class AskField;
class FigureLabel;
class FindingList;
class OptionButton;
class SecretField;

class SourcePage final : public WizardPage {
    Q_OBJECT
public:
    // othersHave: the workshop had a folder before this desk was asked. Then another answer is one of this desk over it and changes nothing elsewhere.
    SourcePage(services::Settings& settings, services::Intake& intake, services::Accounts& accounts, bool othersHave, QWidget* parent = nullptr);
    QString title() const override;
    QString text() const override;
    QWidget* firstInput() const override;
    void finish(services::Done<bool> done) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Way { Documents, Tables, Orders };
    Way way() const;
    void build();
    void choose();
    void noteEdit();
    QString answer() const;              // all that stands here, to tell whether it has changed
    void arrange();
    void test(services::Done<bool> done);
    void tryFolder(services::Done<bool> done);
    void tryDoor(services::Done<bool> done);
    void show(const Result<services::FolderTrialReport>& report, const services::Done<bool>& done);
    void keep(const QString& key, const QString& value, services::Done<Ok> done);
    void keepOnly(const QString& folder, const services::Done<bool>& done);
    void setTesting(bool testing);
    void takeMeasures();

    services::Settings& m_settings;
    services::Accounts& m_accounts;
    services::FolderTrial m_trial;
    OptionButton *m_documents, *m_tables, *m_orders;
    AskField *m_folder, *m_profile, *m_port;
    SecretField* m_token;
    FigureLabel* m_hint;
    ActionButton* m_test;
    FindingList* m_findings;
    QVBoxLayout *m_column = nullptr, *m_options = nullptr;
    QString m_tested, m_tableBefore;
    const bool m_othersHave;
    bool m_testWasFocused = false;
    int m_run = 0;                       // answers of an older test are nobody's
};

} // namespace tresen::ui
