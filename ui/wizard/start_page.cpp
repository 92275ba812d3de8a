#include "ui/wizard/start_page.h"
#include "app/domain/iban.h"
#include "ui/common/measures.h"
#include "ui/common/reason_form.h"
#include "ui/wizard/finding_list.h"
#include <QDir>
#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kStartHeight = 56;

} // namespace

StartPage::StartPage(services::Settings& settings, QWidget* parent)
    : WizardPage{parent}, m_settings{settings}, m_summary{new FindingList{this}}, m_real{new OptionButton{tr("Begin for real, with an empty board"), this}},
      m_sample{new OptionButton{tr("Look at the sample workshop first, in a window of its own"), this}}
{
    m_summary->setObjectName(u"wizard.start.summary"_s);
    m_real->setObjectName(u"wizard.start.real"_s);
    m_sample->setObjectName(u"wizard.start.sample"_s);
    const auto v = [this](const char* key) { return m_settings.value(QLatin1StringView{key}); };
    const bool payee = !v("payee.iban").isEmpty();
    const auto folder = v("source.folder"), printer = v("printer.name");
    const bool orders = v("orders.port") != u"0";
    m_summary->setFindings({
        payee ? FindingList::Finding{Look::Accepted, tr("Money goes to %1, %2").arg(v("payee.holder"), domain::groupedIban(v("payee.iban")))}
              : FindingList::Finding{Look::Notice, tr("No account yet: requests carry no transfer code")},
        !folder.isEmpty() ? FindingList::Finding{Look::Accepted, tr("Invoices come from %1").arg(QDir::toNativeSeparators(folder))}
        : orders          ? FindingList::Finding{Look::Accepted, tr("Orders come in at port %1").arg(v("orders.port"))}
                          : FindingList::Finding{Look::Notice, tr("No folder yet: invoices are taken in by hand, on the page Inbox")},
        printer.isEmpty() ? FindingList::Finding{Look::Notice, tr("No printer chosen: it is asked for every time")} : FindingList::Finding{Look::Accepted, tr("Printed on %1").arg(printer)}});
    m_options = new QVBoxLayout;
    for (auto* option : {m_real, m_sample}) {
        option->setHeightPx(kStartHeight);
        m_options->addWidget(option);
    }
    m_real->setChecked(true);
    connect(m_sample, &OptionButton::toggled, this, &StartPage::chosen);
    m_column = new QVBoxLayout{this};
    m_column->addWidget(m_summary);
    m_column->addLayout(m_options);
    takeMeasures();
}

QString StartPage::title() const { return tr("For real, or a look at the sample workshop first?"); }

QString StartPage::text() const { return tr("Everything can be changed later under Settings, where payment portal and mail are set up as well."); }

QWidget* StartPage::firstInput() const { return m_sample->isChecked() ? m_sample : m_real; }

void StartPage::finish(services::Done<bool> done) { done(true); }

QString StartPage::nextWords() const { return tr("Finish"); }

void StartPage::takeMeasures()
{
    m_column->setContentsMargins(0, themeOf(this).px(12), 0, 0);
    keepSpacing(*m_column, themeOf(this).px(20));
    keepSpacing(*m_options, themeOf(this).px(8));
}

void StartPage::changeEvent(QEvent* event)
{
    WizardPage::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_column) takeMeasures();
}

} // namespace tresen::ui
