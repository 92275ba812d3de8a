// LanguagePage: the first question: which language this desk speaks. Chosen is stored and spoken at once. Made by WizardSheet.
#pragma once
#include "app/services/settings.h"
#include "ui/wizard/wizard_page.h"

namespace tresen::ui {

class OptionButton;

class LanguagePage final : public WizardPage {
    Q_OBJECT
public:
    explicit LanguagePage(services::Settings& settings, QWidget* parent = nullptr);
    QString title() const override;
    QString text() const override;
    QWidget* firstInput() const override;
    void finish(services::Done<bool> done) override;

Q_SIGNALS:
    void chosen();

private:
    services::Settings& m_settings;
    OptionButton *m_german, *m_english;
};

} // namespace tresen::ui
