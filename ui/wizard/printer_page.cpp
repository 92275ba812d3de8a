#include "ui/wizard/printer_page.h"
#include "ui/common/action_button.h"
#include "ui/common/figures.h"
#include "ui/common/measures.h"
#include "ui/common/speak.h"
#include "ui/wizard/ask_field.h"
#include "ui/wizard/test_page.h"
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

PrinterPage::PrinterPage(services::Settings& settings, QWidget* parent)
    : WizardPage{parent}, m_settings{settings}, m_printer{new AskField{u"printer.name"_s, settings, AskField::Saves::AtOnce, {}, this}},
      m_test{new ActionButton{tr("Print a test page …"), this}}, m_message{new FigureLabel{type::fineStrong, &Theme::text, this}},
      m_hint{new FigureLabel{type::fine, &Theme::text2, this}}
{
    m_test->setObjectName(u"wizard.printer.test"_s);
    m_test->setIconName(u"printer"_s);
    m_message->setObjectName(u"wizard.printer.message"_s);
    m_message->setWrapped();
    m_message->hide();
    m_hint->setWrapped();
    m_hint->setText(tr("Without a printer every sheet is kept as PDF and can go by mail. Next passes this question over."));
    auto* row = new QHBoxLayout;
    row->addWidget(m_test);
    row->addStretch();
    m_column = new QVBoxLayout{this};
    m_column->addWidget(m_printer);
    m_column->addLayout(row);
    m_column->addWidget(m_message);
    m_column->addWidget(m_hint);
    connect(m_test, &ActionButton::clicked, this, [this] { Q_EMIT testRequested(TestPage::pdf(m_settings), TestPage::title()); });
    takeMeasures();
}

QString PrinterPage::title() const { return tr("Which printer prints the payment requests?"); }

QString PrinterPage::text() const { return tr("The test page goes through the dialog of the system, as every sheet does. It shows whether edges, size and letters are right."); }

QWidget* PrinterPage::firstInput() const { return m_printer->input(); }

void PrinterPage::finish(services::Done<bool> done)
{
    m_settings.set(u"printer.name"_s, m_printer->value(), {}, [done](const Result<Ok>& stored) { done(stored.ok()); });
}

void PrinterPage::say(const QString& text)
{
    m_message->setText(text);
    m_message->show();
    speak(m_message);
}

void PrinterPage::takeMeasures()
{
    m_column->setContentsMargins(0, themeOf(this).px(12), 0, 0);
    keepSpacing(*m_column, themeOf(this).px(16));
}

void PrinterPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
