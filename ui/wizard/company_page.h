// CompanyPage: the second question: who the workshop is and to which account its customers pay. The IBAN is looked at while it is typed;
// the account is stored with Next, and from then on only changed with a reason. Made by WizardSheet.
#pragma once
#include "app/services/settings.h"
#include "ui/settings/unlock_sheet.h"
#include "ui/wizard/wizard_page.h"
#include <QPointer>

class QGridLayout;

namespace tresen::ui {

class AskField;
class FigureLabel;

class CompanyPage final : public WizardPage {
    Q_OBJECT
public:
    explicit CompanyPage(services::Settings& settings, QWidget* parent = nullptr);
    QString title() const override;
    QString text() const override;
    QWidget* firstInput() const override;
    void finish(services::Done<bool> done) override;
    domain::SettingValues draft() const override;
    void takeDraft(const domain::SettingValues& values) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void lookAtIban(bool whole);     // whole: it has been left, so what is missing is wrong
    void showBankCode();
    AskField* firstWrong();
    void unlock(const QString& key);
    void takeMeasures();

    services::Settings& m_settings;
    AskField *m_name, *m_holder, *m_iban, *m_bic, *m_street, *m_postcode, *m_city;
    FigureLabel* m_lock;
    QGridLayout* m_grid = nullptr;
    QPointer<UnlockSheet> m_sheet;
};

} // namespace tresen::ui
