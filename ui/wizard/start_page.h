// StartPage: the fifth question: begin for real, or look at the sample workshop first; with what is set up until now. Made by WizardSheet.
#pragma once
#include "app/services/settings.h"
#include "ui/wizard/wizard_page.h"

class QVBoxLayout;

namespace tresen::ui {

class FindingList;
class OptionButton;

class StartPage final : public WizardPage {
    Q_OBJECT
public:
    explicit StartPage(services::Settings& settings, QWidget* parent = nullptr);
    QString title() const override;
    QString text() const override;
    QWidget* firstInput() const override;
    void finish(services::Done<bool> done) override;
    QString nextWords() const override;

Q_SIGNALS:
    void chosen(bool sample);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    services::Settings& m_settings;
    FindingList* m_summary;
    OptionButton *m_real, *m_sample;
    QVBoxLayout *m_column = nullptr, *m_options = nullptr;
};

} // namespace tresen::ui
