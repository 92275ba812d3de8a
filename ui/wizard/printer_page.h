// PrinterPage: the fourth question: which printer, with a test page through the system's own dialog. It may be passed over. Made by WizardSheet.
#pragma once
#include "app/services/settings.h"
#include "ui/wizard/wizard_page.h"

class QVBoxLayout;

namespace tresen::ui {

class ActionButton;
class AskField;
class FigureLabel;

class PrinterPage final : public WizardPage {
    Q_OBJECT
public:
    explicit PrinterPage(services::Settings& settings, QWidget* parent = nullptr);
    QString title() const override;
    QString text() const override;
    QWidget* firstInput() const override;
    void finish(services::Done<bool> done) override;
    void say(const QString& text);           // what became of the test page

Q_SIGNALS:
    void testRequested(const QByteArray& pdf, const QString& title);

protected:
    void changeEvent(QEvent* event) override;

private:
    void takeMeasures();
    services::Settings& m_settings;
    AskField* m_printer;
    ActionButton* m_test;
    FigureLabel *m_message, *m_hint;
    QVBoxLayout* m_column = nullptr;
};

} // namespace tresen::ui
