#include "ui/main_window.h"
#include "ui/board/board_page.h"
#include "ui/common/money_text.h"
#include "ui/common/page_stack.h"
#include "ui/common/search_field.h"
#include "ui/common/toast.h"
#include "ui/common/window_place.h"
#include "ui/common/wording.h"
#include "ui/day/day_page.h"
#include "ui/desk_frame.h"
#include "ui/health/diagnostics_page.h"
#include "ui/health/health_page.h"
#include "ui/help/manual_page.h"
#include "ui/intake/intake_page.h"
#include "ui/settings/settings_page.h"
#include "ui/story.h"
#include "ui/tasks/tasks_page.h"
#include "ui/wall/wall_board.h"
#include "ui/write_back/settlements_page.h"
#include <QCloseEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {

MainWindow::MainWindow(const DeskContext& desk, QWidget* parent) : QMainWindow{parent}, m_desk{desk}, m_model{desk.clock}, m_frame{new DeskFrame}, m_stack{new PageStack}
{
    setObjectName(u"desk"_s);
    setWindowTitle(u"Tresen"_s);
    m_frame->setContent(m_stack);
    setCentralWidget(m_frame);
    buildPages();
    m_toasts = new ToastStack{*m_board->footer(), this, &m_desk.clock};
    connectBoard();
    connectStations();
    connectComfort();
    connectPeople();
    addShortcuts();
    listenToScanner();
    takeSettings();
    showHealth();
    restoreGeometryOrCentre();
    m_board->installEventFilter(this);   // until it has been painted once
}

MainWindow::~MainWindow() { delete m_wall; }

void MainWindow::buildPages()
{
    m_board = new BoardPage{m_model};
    m_board->attachSearch(m_frame->top().search());
    BoardOptions usual;
    usual.handedOver = false;   // who is gone needs nobody; "Done", the search and the view "All vehicles" have them
    m_model.setOptions(usual);
    m_pages.insert(u"board"_s, m_board);
    m_stack->addWidget(m_board);
    auto& rail = m_frame->rail();
    rail.add(u"board"_s, u"board"_s, tr("Board"));
    rail.add(u"tasks"_s, u"alert"_s, tr("Tasks"));
    rail.add(u"inbox"_s, u"inbox"_s, tr("Inbox"));
    rail.add(u"back"_s, u"ledger"_s, tr("Give back"));
    rail.add(u"day"_s, u"calendar"_s, tr("Day"));
    rail.add(u"health"_s, u"pulse"_s, tr("State"), /*low=*/true);
    rail.add(u"settings"_s, u"sliders"_s, tr("Settings"), /*low=*/true);
    rail.add(u"help"_s, u"help"_s, tr("Help"), /*low=*/true);
    connect(&rail, &NavRail::chosen, this, &MainWindow::go);
}

QWidget* MainWindow::makePage(const QString& id)
{
    const auto show = [this](const domain::InvoiceId& invoice) {
        go(u"board"_s);
        m_board->select(invoice);
    };
    if (id == u"inbox") {
        auto* inbox = new IntakePage{m_desk.intake, m_desk.settings, m_desk.clock};
        connect(inbox, &IntakePage::invoiceChosen, this, show);
        connect(inbox, &IntakePage::documentRequested, this, &MainWindow::openFile);
        connect(inbox, &IntakePage::teachRequested, this, &MainWindow::openProfile);
        connect(inbox, &IntakePage::runsRequested, this, &MainWindow::openRuns);
        inbox->setRefused(m_desk.arrivals.openCount());
        return inbox;
    }
    if (id == u"tasks") {
        auto* tasks = new TasksPage{m_desk.tasks, m_desk.feed, m_desk.clock};
        connect(tasks, &TasksPage::invoiceChosen, this, show);
        connect(tasks, &TasksPage::appeared, this, &MainWindow::tellTask);
        addProposals(*tasks);
        connect(tasks, &TasksPage::wayOutChosen, this, &MainWindow::takeWayOut);
        connect(tasks, &TasksPage::finishChosen, this, &MainWindow::openTask);
        tasks->refresh();
        return tasks;
    }
    if (id == u"back") {
        auto* back = new SettlementsPage{m_desk.writeBack, m_desk.feed, m_desk.settings};
        connect(back, &SettlementsPage::invoiceChosen, this, show);
        connect(back, &SettlementsPage::pendingCount, this, [this](int count) { m_frame->rail().button(u"back"_s)->setBadge(count); });
        back->refresh();
        return back;
    }
    if (id == u"day") {
        auto* day = new DayPage{m_desk.reports, m_desk.clock};
        connect(day, &DayPage::invoiceChosen, this, show);
        connect(day, &DayPage::paperRequested, this, [this, day] { showPaper(day->pdf(m_desk.settings.value(u"company.name"_s)), tr("Report of the day")); });
        return day;
    }
    if (id == u"health") {
        auto* health = new HealthPage{m_desk.connections, m_desk.clock};
        connect(health, &HealthPage::setUpRequested, this, &MainWindow::openSettings);
        connect(health, &HealthPage::diagnosticsRequested, this, [this] { go(u"diagnostics"_s); });
        return health;
    }
    if (id == u"diagnostics") return makeDiagnostics();
    if (id == u"settings") {
        auto* options = new SettingsPage{{m_desk.settings, m_desk.vault, m_desk.accounts, m_desk.mails, m_desk.clock, &m_desk.people, [this](domain::Right right, auto agreed) {
            if (const auto ask = askSecond()) ask(right, agreed);
        }, &m_desk.profiles, &m_desk.scanLine}};
        connect(options, &SettingsPage::lookChanged, this, &MainWindow::lookChanged);
        connect(options, &SettingsPage::setUpRequested, this, &MainWindow::openSetUp);
        connect(options, &SettingsPage::soundWanted, this, [this](Sound sound) { m_chime->play(sound); });
        return options;
    }
    if (id == u"manual") return new ManualPage{m_desk.settings.value(u"ui.language"_s)};
    return nullptr;
}

QWidget* MainWindow::page(const QString& id)
{
    if (auto* known = m_pages.value(id)) return known;
    auto* made = makePage(id);
    if (made == nullptr) return nullptr;
    m_pages.insert(id, made);
    m_stack->addWidget(made);
    applyKeys(*made, m_keys);
    return made;
}

void MainWindow::makePages()
{
    for (const auto& id : {u"tasks"_s, u"inbox"_s, u"back"_s}) page(id);
}

void MainWindow::takeSettings()
{
    const auto& s = m_desk.settings;
    m_frame->top().setPlace(s.value(u"company.name"_s), s.siteHere(), s.value(u"desk.name"_s));
    showUser();
    m_frame->setTraining(s.training());
    const auto policy = s.policy();
    m_frame->setTestMode(policy.portalTest && !policy.portal.isEmpty());
    takeComfort();
}

void MainWindow::go(const QString& id)
{
    if (id == u"help") return openHelp();
    auto* wanted = mayGo(id) ? page(id) : nullptr;
    if (!wanted) return;
    if (auto* diagnostics = qobject_cast<DiagnosticsPage*>(wanted); diagnostics && m_stack->currentWidget() != wanted) diagnostics->setPicture(grab().toImage());
    m_stack->setCurrentWidget(wanted);
    m_frame->rail().setCurrent(id == u"manual" ? u"help"_s : id == u"diagnostics" ? u"health"_s : id);
}

void MainWindow::openSettings(const QString& part)
{
    go(u"settings"_s);
    if (auto* settings = qobject_cast<SettingsPage*>(m_stack->currentWidget())) settings->showSection(part);
}

void MainWindow::connectBoard()
{
    connect(m_board, &BoardPage::selectionChanged, this, &MainWindow::showDetail);
    connect(m_board, &BoardPage::refreshRequested, this, &MainWindow::refresh);
    connect(m_board, &BoardPage::payRequested, this, &MainWindow::openPayment);
    connect(m_board, &BoardPage::requestRequested, this, [this](const domain::InvoiceId& invoice) { openRequest(invoice); });
    connect(m_board, &BoardPage::keyRequested, this, &MainWindow::openHandOver);
    connect(m_board, &BoardPage::historyRequested, this, &MainWindow::openHistory);
    connect(m_board, &BoardPage::documentRequested, this, &MainWindow::openDocument);
    connect(m_board, &BoardPage::vehicleRequested, this, &MainWindow::openVehicle);
    connect(m_board, &BoardPage::vehicleConfirmed, this, &MainWindow::confirmVehicle);
    connect(m_board, &BoardPage::printRequested, this, &MainWindow::printChosen);
    connect(m_board, &BoardPage::moreRequested, this, &MainWindow::openMore);
    connect(m_board, &BoardPage::importRequested, this, [this] { go(u"inbox"_s); });
    connect(m_board, &BoardPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(&m_frame->top().health(), &HealthBar::clicked, this, [this] { go(u"health"_s); });
}

void MainWindow::connectStations()
{
    connect(&m_desk.feed, &services::JournalFeed::rowsChanged, this, &MainWindow::takeRows);
    connect(&m_desk.feed, &services::JournalFeed::recorded, this, &MainWindow::takeEntry);
    connect(&m_desk.health, &services::HealthWatch::changed, this, &MainWindow::showHealth);
    connect(&m_desk.settings, &services::Settings::changed, this, &MainWindow::takeSettings);
}

void MainWindow::showRows(std::vector<domain::BoardRow> rows, int more)
{
    m_model.setRows(std::move(rows), more);
}

void MainWindow::completeRows(const std::vector<domain::BoardRow>& rows)
{
    m_model.complete(rows);
}

void MainWindow::setNotice(const QString& title, const QString& text)
{
    m_toasts->show({Look::Notice, title, text});
}

void MainWindow::takeRows(const std::vector<domain::BoardRow>& rows)
{
    m_model.apply(rows);
    const bool shown = std::any_of(rows.begin(), rows.end(), [this, now = m_model.find(m_detailOf)](const domain::BoardRow& r) {
        return r.invoice == m_detailOf || (now && !now->key.isNull() && r.key == now->key);   // what is known of its stay is shown with it
    });
    if (shown) showDetail(m_detailOf);
}

void MainWindow::withInvoice(const domain::InvoiceId& invoice, std::function<void(const services::InvoiceView&)> then)
{
    m_desk.board.invoice(invoice, [guard = QPointer{this}, this, then](const Result<services::InvoiceView>& view) {
        if (!guard || m_lock) return;   // what was on its way when the desk was locked opens nothing over the lock
        if (!view) return fail(view.error());
        then(view.value());
    });
}

void MainWindow::showDetail(const domain::InvoiceId& invoice)
{
    m_detailOf = invoice;
    if (invoice.isNull()) return;
    withInvoice(invoice, [this](const services::InvoiceView& view) {
        auto detail = Story::detailOf(view, m_desk.clock.now());
        detail.mail = m_desk.settings.policy().mail;
        noteDenied(detail);
        m_board->setDetail(detail);
    });
}

void MainWindow::refresh(const domain::InvoiceId& invoice)
{
    m_desk.sync.refresh(invoice, [guard = QPointer{this}, this](const Result<Ok>& read) {
        if (guard && !read) fail(read.error());
    });
}

void MainWindow::fail(const Error& error)
{
    m_toasts->show({Look::Refused, tr("That did not work"), Wording::failure(error)});
}

// A window that was last on a screen that is gone comes back where it can be seen.
void MainWindow::restoreGeometryOrCentre()
{
    auto* keeper = new WindowKeeper{*this};
    keeper->look();
    // No larger than the screen leaves room for, with a title bar: a small one at 150 % is 1280 wide.
    constexpr int kTitleBar = 32;
    const auto* own = QGuiApplication::primaryScreen();
    resize(own ? QSize{1440, 900}.boundedTo(own->availableGeometry().size() - QSize{0, kTitleBar}).expandedTo(minimumSize()) : QSize{1440, 900});
    const QSettings stored;
    restoreGeometry(stored.value(u"window/geometry"_s).toByteArray());
    keeper->look();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_board && event->type() == QEvent::Paint) {
        m_board->removeEventFilter(this);
        // The rest of the window is painted and shown in the same go; what that go has posted, a change of the layout above all, comes first.
        QTimer::singleShot(0, this, &MainWindow::painted);
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    QSettings stored;
    stored.setValue(u"window/geometry"_s, saveGeometry());
    QMainWindow::closeEvent(event);
    QCoreApplication::quit();
}

} // namespace tresen::ui
