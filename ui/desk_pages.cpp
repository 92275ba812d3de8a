#include "ui/desk_pages.h"
#include "ui/common/page_stack.h"
#include "ui/day/day_page.h"
#include "ui/health/diagnostics_page.h"
#include "ui/health/health_page.h"
#include "ui/help/manual_page.h"
#include "ui/intake/intake_page.h"
#include "ui/intake/intake_words.h"
#include "ui/intake/profile_sheet.h"
#include "ui/intake/runs_sheet.h"
#include "ui/settings/settings_page.h"
#include "ui/tasks/proposal_strip.h"
#include "ui/tasks/tasks_model.h"
#include "ui/tasks/tasks_page.h"
#include "ui/write_back/settlements_page.h"
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kFileCharacters = 60;   // of a name that came from outside

} // namespace

DeskPages::DeskPages(const DeskContext& desk, PageStack& stack, DeskSheets& sheets, PeopleDoor& people) : m_desk{desk}, m_stack{stack}, m_sheets{sheets}, m_people{people}
{
    // What folder and door refuse is said at every desk.
    connect(&m_desk.arrivals, &services::ArrivalLog::changed, this, &DeskPages::showRefused);
    connect(&m_desk.arrivals, &services::ArrivalLog::appeared, this, [this](const domain::RefusedArrival& refused) {
        services::FileOutcome outcome;
        outcome.error = Error{Fault::Invalid, refused.code, refused.detail};
        m_sheets.stand.say({Look::Refused, refused.file.isEmpty() ? tr("An order was refused") : tr("Refused: %1").arg(refused.file.left(kFileCharacters)),
                            IntakeWords::what(outcome, false) + u". "_s + IntakeWords::todo(outcome, false)});
    });
}

void DeskPages::add(const QString& id, QWidget* page)
{
    m_pages.insert(id, page);
    m_stack.addWidget(page);
}

QWidget* DeskPages::page(const QString& id)
{
    if (auto* known = m_pages.value(id)) return known;
    auto* made = make(id);
    if (made == nullptr) return nullptr;
    add(id, made);
    applyKeys(*made, m_sheets.stand.keys());
    return made;
}

void DeskPages::makeListeners()
{
    for (const auto& id : {u"tasks"_s, u"inbox"_s, u"back"_s}) page(id);
}

QString DeskPages::current() const
{
    return m_pages.key(m_stack.currentWidget());
}

QWidget* DeskPages::make(const QString& id)
{
    if (id == u"inbox") return makeInbox();
    if (id == u"tasks") return makeTasks();
    if (id == u"back") return makeSettlements();
    if (id == u"day") return makeDay();
    if (id == u"health") return makeHealth();
    if (id == u"diagnostics") return makeDiagnostics();
    if (id == u"settings") return makeSettings();
    if (id == u"manual") return new ManualPage{m_desk.settings.value(u"ui.language"_s)};
    return nullptr;
}

QWidget* DeskPages::makeInbox()
{
    auto* inbox = new IntakePage{m_desk.intake, m_desk.settings, m_desk.clock};
    connect(inbox, &IntakePage::invoiceChosen, this, &DeskPages::invoiceChosen);
    connect(inbox, &IntakePage::documentRequested, &m_sheets.records, &RecordSheets::openFile);
    connect(inbox, &IntakePage::teachRequested, this, &DeskPages::openProfile);
    connect(inbox, &IntakePage::runsRequested, this, &DeskPages::openRuns);
    connect(inbox, &IntakePage::checkOnly, this, &DeskPages::checkOnly);
    inbox->setRefused(m_desk.arrivals.openCount());
    return inbox;
}

QWidget* DeskPages::makeTasks()
{
    auto* tasks = new TasksPage{m_desk.tasks, m_desk.feed, m_desk.clock};
    connect(tasks, &TasksPage::invoiceChosen, this, &DeskPages::invoiceChosen);
    connect(tasks, &TasksPage::appeared, this, &DeskPages::taskAppeared);
    addProposals(*tasks);
    connect(tasks, &TasksPage::wayOutChosen, &m_sheets.tasks, &TaskSheets::takeWayOut);
    connect(tasks, &TasksPage::finishChosen, &m_sheets.tasks, &TaskSheets::openTask);
    tasks->refresh();
    return tasks;
}

// The badge counts both: what invoices ask for, and what waits for a second person.
void DeskPages::addProposals(TasksPage& tasks)
{
    auto* strip = new ProposalStrip{m_desk.people, m_desk.settings, &tasks};
    tasks.addBanner(strip);
    const auto count = [this, strip, page = &tasks] { Q_EMIT counted(u"tasks"_s, page->model().rowCount() + strip->count()); };
    connect(&tasks, &TasksPage::openCount, strip, count);
    connect(strip, &ProposalStrip::counted, strip, count);
    strip->refresh();
}

QWidget* DeskPages::makeSettlements()
{
    auto* back = new SettlementsPage{m_desk.writeBack, m_desk.feed, m_desk.settings};
    connect(back, &SettlementsPage::invoiceChosen, this, &DeskPages::invoiceChosen);
    connect(back, &SettlementsPage::pendingCount, this, [this](int count) { Q_EMIT counted(u"back"_s, count); });
    back->refresh();
    return back;
}

QWidget* DeskPages::makeDay()
{
    auto* day = new DayPage{m_desk.reports, m_desk.clock};
    connect(day, &DayPage::invoiceChosen, this, &DeskPages::invoiceChosen);
    connect(day, &DayPage::paperRequested, this, [this, day] { m_sheets.stand.showPaper(day->pdf(m_desk.settings.value(u"company.name"_s)), tr("Report of the day")); });
    return day;
}

QWidget* DeskPages::makeHealth()
{
    auto* health = new HealthPage{m_desk.connections, m_desk.clock};
    connect(health, &HealthPage::setUpRequested, this, &DeskPages::settingsWanted);
    connect(health, &HealthPage::diagnosticsRequested, this, [this] { Q_EMIT pageWanted(u"diagnostics"_s); });
    return health;
}

QWidget* DeskPages::makeDiagnostics()
{
    auto* page = new DiagnosticsPage{{m_desk.vault, m_desk.backups, m_desk.diagnosis, m_desk.connections}};
    connect(page, &DiagnosticsPage::connectionsRequested, this, [this] { Q_EMIT pageWanted(u"health"_s); });
    connect(page, &DiagnosticsPage::reportSaved, this, [this](const QString& file) { m_sheets.stand.say({Look::Accepted, tr("Report saved"), QDir::toNativeSeparators(file)}); });
    return page;
}

QWidget* DeskPages::makeSettings()
{
    auto* settings = new SettingsPage{{m_desk.settings, m_desk.vault, m_desk.accounts, m_desk.mails, m_desk.clock, &m_desk.people, [this](domain::Right right, auto agreed) {
        if (const auto ask = m_people.askSecond()) ask(right, agreed);
    }, &m_desk.profiles, &m_desk.scanLine}};
    connect(settings, &SettingsPage::lookChanged, this, &DeskPages::lookChanged);
    connect(settings, &SettingsPage::setUpRequested, this, &DeskPages::setUpWanted);
    connect(settings, &SettingsPage::soundWanted, this, &DeskPages::soundTried);
    return settings;
}

IntakePage* DeskPages::inbox() const
{
    return qobject_cast<IntakePage*>(m_pages.value(u"inbox"_s));
}

void DeskPages::showRefused()
{
    const auto count = m_desk.arrivals.openCount();
    Q_EMIT counted(u"inbox"_s, count);
    if (inbox() != nullptr) inbox()->setRefused(count);
}

bool DeskPages::mayTakeFiles() const
{
    return !m_sheets.stand.isTaken() && !m_sheets.stand.isLocked() && (inbox() == nullptr || inbox()->mayTake());
}

void DeskPages::takeFiles(const QStringList& paths)
{
    if (current() == u"inbox") inbox()->take(paths);
}

void DeskPages::openRuns()
{
    auto& stand = m_sheets.stand;
    if (stand.isTaken()) return;
    auto* sheet = stand.adopt(new RunsSheet{m_desk.arrivals, m_desk.intake, m_desk.clock, stand.window()});
    sheet->open(sheet->firstField());
}

void DeskPages::openProfile(const QString& sample)
{
    auto& stand = m_sheets.stand;
    if (stand.isTaken()) return;
    auto* sheet = stand.adopt(new ProfileSheet{m_desk.profiles, stand.window()});
    connect(sheet, &ProfileSheet::kept, this, [this](const QString& name) { m_sheets.stand.say({Look::Accepted, tr("File form kept"), name}); });
    connect(sheet, &ProfileSheet::removed, this, [this](const QString& name) { m_sheets.stand.say({Look::Cancelled, tr("File form deleted"), name}); });
    sheet->open(sheet->firstInput());
    if (!sample.isEmpty()) sheet->openSample(sample);
}

} // namespace tresen::ui
