#include "ui/wizard/wizard_sheet.h"
#include "app/domain/setup_rules.h"
#include "ui/common/action_button.h"
#include "ui/request/pdf_printer.h"
#include "ui/wizard/company_page.h"
#include "ui/wizard/language_page.h"
#include "ui/wizard/printer_page.h"
#include "ui/wizard/source_page.h"
#include "ui/wizard/start_page.h"
#include "ui/wizard/wizard_frame.h"
#include <QEvent>
#include <QPointer>
#include <QShortcut>

using namespace Qt::Literals::StringLiterals;
using tresen::domain::SetupQuestion;

namespace tresen::ui {
namespace {

constexpr int kWizardWidth = 936;

} // namespace

WizardSheet::WizardSheet(const WizardStations& stations, QWidget* window) : Sheet{window}, m_stations{stations}
{
    setObjectName(u"wizard"_s);
    setWidthPx(kWizardWidth);
    setHeadShown(false);
    setFootShown(false);
    connect(this, &Sheet::cancelled, this, [this] { leave(false); });
    auto* back = new QShortcut{Qt::ALT | Qt::Key_Left, this};
    connect(back, &QShortcut::activated, this, [this] { m_frame->back()->click(); });
}

void WizardSheet::begin()
{
    m_question = static_cast<int>(domain::setupQuestionOf(m_stations.settings.stored()));
    // Whoever asks for the questions once more changes what holds; a new desk leaves alone what the others have.
    m_othersHaveSource = m_stations.settings.value(u"setup.state"_s) != u"done" && !m_stations.settings.siteValue(u"source.folder"_s).isEmpty();
    keep(u"setup.state"_s, u"running"_s);
    build();
    open(m_frame->page()->firstInput());
}

// Anew with every language: all its words are made here.
void WizardSheet::build()
{
    setAccessibleName(tr("First set-up"));
    m_frame = new WizardFrame{this};
    connect(m_frame->next(), &ActionButton::clicked, this, &WizardSheet::next);
    connect(m_frame->back(), &ActionButton::clicked, this, [this] {
        if (!m_busy && m_question > 1) go(m_question - 1);
    });
    connect(m_frame->later(), &ActionButton::clicked, this, [this] {
        close();
        leave(false);
    });
    setBody(m_frame);
    setEnterButton(m_frame->next());
    showPage();
}

WizardPage* WizardSheet::makePage()
{
    auto& settings = m_stations.settings;
    switch (static_cast<SetupQuestion>(m_question)) {
    case SetupQuestion::Language: {
        auto* page = new LanguagePage{settings};
        // Later: a new style must not replace the old one while a button is still telling what was chosen.
        connect(page, &LanguagePage::chosen, this, &WizardSheet::lookChanged, Qt::QueuedConnection);
        return page;
    }
    case SetupQuestion::Company: return new CompanyPage{settings};
    case SetupQuestion::Source: return new SourcePage{settings, m_stations.intake, m_stations.accounts, m_othersHaveSource};
    case SetupQuestion::Printer: {
        auto* page = new PrinterPage{settings};
        connect(page, &PrinterPage::testRequested, this, [this, page](const QByteArray& pdf, const QString& title) {
            print(pdf, title, [guard = QPointer{page}](const QString& text) {
                if (guard) guard->say(text);
            });
        });
        return page;
    }
    case SetupQuestion::Start: {
        auto* page = new StartPage{settings};
        connect(page, &StartPage::chosen, this, [this](bool sample) { m_sampleWanted = sample; });
        return page;
    }
    }
    Q_UNREACHABLE();
}

void WizardSheet::showPage()
{
    m_sampleWanted = false;
    m_frame->ask(m_question, makePage());
}

void WizardSheet::go(int question)
{
    if (const auto* left = m_frame->page()) m_drafts.insert(m_question, left->draft());
    m_question = question;
    keep(u"setup.question"_s, QString::number(question));
    showPage();
    m_frame->page()->takeDraft(m_drafts.value(question));
    m_frame->page()->firstInput()->setFocus(Qt::OtherFocusReason);
    rest();
}

void WizardSheet::next()
{
    if (m_busy || resting()) return;   // a second click means the question before
    m_busy = true;
    m_frame->setBusy(true);
    m_frame->page()->finish([guard = QPointer{this}, this, asked = m_question](const Result<bool>& answered) {
        if (!guard) return;
        m_busy = false;
        m_frame->setBusy(false);
        if (!isOpen() || asked != m_question || !answered || !answered.value()) return;
        if (m_question < domain::kSetupQuestions) return go(m_question + 1);
        close();
        leave(true);
    });
}

void WizardSheet::leave(bool finished)
{
    keep(u"setup.state"_s, finished ? u"done"_s : u"later"_s);
    if (finished) keep(u"setup.question"_s, u"1"_s);   // asked for once more, it begins at the beginning
    if (finished && m_sampleWanted) Q_EMIT sampleRequested();
    Q_EMIT ended(finished);
}

// In the desk's own file, which is written before this returns. When it cannot be written, the questions are asked all the same.
void WizardSheet::keep(const QString& key, const QString& value)
{
    m_stations.settings.set(key, value, {}, [](const Result<Ok>&) {});
}

void WizardSheet::print(const QByteArray& pdf, const QString& title, std::function<void(const QString&)> said)
{
    if (m_stations.print) return m_stations.print(pdf, title, said);
    auto* printer = new PdfPrinter{m_stations.settings.value(u"printer.name"_s), this};
    connect(printer, &PdfPrinter::said, this, [printer, said](const QString& text) {
        said(text);
        printer->deleteLater();
    });
    printer->print(pdf, title);
}

void WizardSheet::changeEvent(QEvent* event)
{
    Sheet::changeEvent(event);
    if (event->type() != QEvent::LanguageChange || !m_frame || !isOpen()) return;
    QMetaObject::invokeMethod(this, [this] {
        if (!isOpen() || m_busy) return;
        build();
        m_frame->page()->firstInput()->setFocus(Qt::OtherFocusReason);
    }, Qt::QueuedConnection);
}

} // namespace tresen::ui
