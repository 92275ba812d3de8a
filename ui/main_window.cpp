#include "ui/main_window.h"
#include "ui/board/board_page.h"
#include "ui/common/page_stack.h"
#include "ui/common/search_field.h"
#include "ui/common/window_place.h"
#include "ui/desk_comfort.h"
#include "ui/desk_frame.h"
#include "ui/desk_pages.h"
#include "ui/health/diagnostics_page.h"
#include "ui/health/health_words.h"
#include "ui/intake/window_drop.h"
#include "ui/notices/bell_button.h"
#include "ui/scanner/scanner.h"
#include "ui/settings/settings_page.h"
#include "ui/shown_invoice.h"
#include "ui/wall/wall_board.h"
#include <QCloseEvent>
#include <QSettings>
#include <QTimer>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::ui {
namespace {

constexpr int kLeaveAgainMs = 2'000;   // a sheet is open over a page that is to be left

} // namespace

MainWindow::MainWindow(const DeskContext& desk, QWidget* parent)
    : QMainWindow{parent}, m_desk{desk}, m_model{desk.clock}, m_frame{new DeskFrame}, m_stack{new PageStack}, m_board{new BoardPage{m_model}}
{
    setObjectName(u"desk"_s);
    setWindowTitle(u"Tresen"_s);
    m_frame->setContent(m_stack);
    setCentralWidget(m_frame);
    m_board->attachSearch(m_frame->top().search());
    m_toasts = new ToastStack{*m_board->footer(), this, &m_desk.clock};
    m_stand = std::make_unique<SheetStand>(m_desk, *m_toasts, this);
    m_people = std::make_unique<PeopleDoor>(m_desk, *m_stand, *m_toasts);
    m_sheets = std::make_unique<DeskSheets>(m_desk, *m_stand, *m_people, m_model);
    m_pages = std::make_unique<DeskPages>(m_desk, *m_stack, *m_sheets, *m_people);
    m_shown = std::make_unique<ShownInvoice>(m_desk, *m_stand, *m_people, *m_board, m_model);
    m_comfort = std::make_unique<DeskComfort>(m_desk, *m_stand, *m_toasts, *m_board, m_frame->top().bell());
    m_pages->add(u"board"_s, m_board);
    BoardOptions usual;
    usual.handedOver = false;   // who is gone needs nobody; "Done", the search and the view "All vehicles" have them
    m_model.setOptions(usual);
    fillRail();
    connectBoard();
    connectPages();
    connectStations();
    addShortcuts();
    takeDrops();
    listenToScanner();
    takeSettings();
    m_frame->top().health().setItems(HealthWords::toShow(m_desk.health));
    auto* keeper = new WindowKeeper{*this};
    keeper->restore(QSettings{}.value(u"window/geometry"_s).toByteArray());
    m_board->installEventFilter(this);   // until it has been painted once
}

MainWindow::~MainWindow() { delete m_wall; }

void MainWindow::fillRail()
{
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

void MainWindow::connectBoard()
{
    auto& s = *m_sheets;
    connect(m_board, &BoardPage::payRequested, &s.money, &MoneySheets::openPayment);
    connect(m_board, &BoardPage::requestRequested, &s.money, [&s](const domain::InvoiceId& invoice) { s.money.openRequest(invoice); });
    connect(m_board, &BoardPage::printRequested, &s.money, &MoneySheets::printChosen);
    connect(m_board, &BoardPage::keyRequested, &s.keys, [&s](const domain::InvoiceId& invoice) { s.keys.handOver(invoice); });
    connect(m_board, &BoardPage::historyRequested, &s.records, &RecordSheets::openHistory);
    connect(m_board, &BoardPage::documentRequested, &s.records, &RecordSheets::openDocument);
    connect(m_board, &BoardPage::vehicleRequested, &s.records, &RecordSheets::openVehicle);
    connect(m_board, &BoardPage::vehicleConfirmed, &s.records, &RecordSheets::confirmVehicle);
    connect(m_board, &BoardPage::moreRequested, &s.menu, &InvoiceMenu::open);
    connect(m_board, &BoardPage::importRequested, this, [this] { go(u"inbox"_s); });
    connect(m_board, &BoardPage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(&m_frame->top().health(), &HealthBar::clicked, this, [this] { go(u"health"_s); });
}

void MainWindow::connectPages()
{
    auto* pages = m_pages.get();
    auto* guide = &m_sheets->guide;
    connect(pages, &DeskPages::invoiceChosen, this, &MainWindow::showOnBoard);
    connect(pages, &DeskPages::pageWanted, this, &MainWindow::go);
    connect(pages, &DeskPages::settingsWanted, this, &MainWindow::openSettings);
    connect(pages, &DeskPages::setUpWanted, guide, &GuideSheets::openSetUp);
    connect(pages, &DeskPages::checkOnly, this, &MainWindow::checkOnly);
    connect(pages, &DeskPages::lookChanged, this, &MainWindow::lookChanged);
    connect(guide, &GuideSheets::manualWanted, this, [this] { go(u"manual"_s); });
    connect(guide, &GuideSheets::lookChanged, this, &MainWindow::lookChanged);
    connect(guide, &GuideSheets::sampleRequested, this, &MainWindow::sampleRequested);
    connect(guide, &GuideSheets::setUpEnded, this, &MainWindow::setUpEnded);
    connect(pages, &DeskPages::counted, this, [this](const QString& page, int waiting) { m_frame->rail().button(page)->setBadge(waiting); });
    connect(pages, &DeskPages::taskAppeared, m_comfort.get(), &DeskComfort::tellTask);
    connect(pages, &DeskPages::soundTried, m_comfort.get(), &DeskComfort::play);
    connect(m_comfort.get(), &DeskComfort::invoiceChosen, this, &MainWindow::showOnBoard);
    connect(m_people.get(), &PeopleDoor::changed, this, &MainWindow::leaveForeignPage, Qt::QueuedConnection);   // the sheet in which somebody came in closes first
    connect(m_people.get(), &PeopleDoor::userShown, &m_frame->top().user(), &UserButton::setUser);
    connect(&m_frame->top().user(), &UserButton::clicked, m_people.get(), &PeopleDoor::changeUser);
    connect(m_people.get(), &PeopleDoor::settingsWanted, this, [this] { openSettings(u"desk"_s); });
    pages->showRefused();
}

void MainWindow::connectStations()
{
    connect(&m_desk.feed, &services::JournalFeed::rowsChanged, this, &MainWindow::takeRows);
    connect(&m_desk.health, &services::HealthWatch::changed, this, [this] { m_frame->top().health().setItems(HealthWords::toShow(m_desk.health)); });
    connect(&m_desk.settings, &services::Settings::changed, this, &MainWindow::takeSettings);
}

// A scan never closes what somebody is in the middle of.
void MainWindow::listenToScanner()
{
    auto* scanner = new Scanner{m_desk.board, m_desk.settings, this};
    connect(&m_desk.scanLine, &services::ScanLine::read, scanner, &Scanner::take);
    connect(scanner, &Scanner::found, this, [this](const domain::InvoiceId& invoice) {
        if (m_stand->isLocked()) return;
        if (!m_stand->isTaken()) return showOnBoard(invoice);
        m_stand->withInvoice(invoice, [this](const services::InvoiceView& view) {
            m_toasts->show({lookOf(view.row, m_desk.clock.now()), tr("Scanned: %1").arg(nameOf(view.row)), tr("Finish or close this first"), view.row.invoice});
        });
    });
    connect(scanner, &Scanner::said, m_toasts, &ToastStack::show);
    connect(scanner, &Scanner::failed, m_stand.get(), &SheetStand::fail);
}

// Files may be dropped wherever somebody stands.
void MainWindow::takeDrops()
{
    m_frame->top().search().setAcceptDrops(false);   // a file dropped there is meant as a file
    auto* drop = new WindowDrop{this, [this] { return m_pages->mayTakeFiles(); }};
    connect(drop, &WindowDrop::dropped, this, [this](const QStringList& paths) {
        go(u"inbox"_s);
        m_pages->takeFiles(paths);
    });
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QString& action, auto&& what) { connect(new ActionShortcut{action, this}, &QShortcut::activated, this, what); };
    for (const auto& id : {u"board"_s, u"inbox"_s, u"back"_s, u"tasks"_s, u"day"_s, u"health"_s, u"diagnostics"_s, u"settings"_s}) on(u"page."_s + id, [this, to = id] { go(to); });
    on(u"help"_s, [this] { go(u"help"_s); });
    on(u"notices"_s, [this] { m_comfort->openNotices(); });
    on(u"wall"_s, [this] { openWall(); });
    // The board has a shortcut of its own for its search; from every other page the same key leads there, and so does typing into the field.
    auto* search = new ActionShortcut{u"search"_s, this};
    search->setEnabled(false);
    connect(m_stack, &QStackedWidget::currentChanged, search, [this, search] { search->setEnabled(m_stack->currentWidget() != m_board); });
    connect(search, &QShortcut::activated, this, [this] {
        if (m_stand->isTaken()) return;
        go(u"board"_s);
        m_frame->top().search().setFocus(Qt::ShortcutFocusReason);
        m_frame->top().search().selectAll();
    });
    connect(&m_frame->top().search(), &QLineEdit::textEdited, this, [this] {
        if (m_stack->currentWidget() != m_board) go(u"board"_s);
    });
}

void MainWindow::takeSettings()
{
    const auto& s = m_desk.settings;
    m_frame->top().setPlace(s.value(u"company.name"_s), s.siteHere(), s.value(u"desk.name"_s));
    m_people->showUser();
    m_frame->setTraining(s.training());
    const auto policy = s.policy();
    m_frame->setTestMode(policy.portalTest && !policy.portal.isEmpty());
    m_model.setSites(s.siteHere(), s.value(u"site.name"_s));
    m_model.setPatience(s.value(u"keys.wait_days"_s).toInt());
    takeKeys();
}

void MainWindow::takeKeys()
{
    const auto keys = KeyMap::fromText(m_desk.settings.value(u"desk.keys"_s));
    m_stand->setKeys(keys);
    applyKeys(*this, keys);
    m_people->setLockKeys(keys.keys(u"lock"_s));
    m_comfort->takeSettings();
    for (const auto& action : KeyMap::actions()) {
        auto* button = action.id == u"help" ? m_frame->rail().button(action.id) : action.id.startsWith(u"page."_s) ? m_frame->rail().button(action.id.section(u'.', 1)) : nullptr;
        if (button != nullptr) button->setToolTip(u"%1 (%2)"_s.arg(KeyMap::label(action.id), keys.hint(action.id)));
    }
}

void MainWindow::go(const QString& id)
{
    if (id == u"help") {
        m_frame->rail().setCurrent(m_pages->current());   // help is no page
        return m_sheets->guide.openHelp();
    }
    if (!m_people->isPageOpen(id)) {
        m_toasts->show({Look::Refused, tr("This page is not open to you"), m_people->whyClosed(id)});
        m_frame->rail().setCurrent(m_pages->current());
        return;
    }
    auto* wanted = m_pages->page(id);
    if (!wanted) return;
    if (auto* diagnostics = qobject_cast<DiagnosticsPage*>(wanted); diagnostics && m_stack->currentWidget() != wanted) diagnostics->setPicture(grab().toImage());
    m_stack->setCurrentWidget(wanted);
    m_frame->rail().setCurrent(id == u"manual" ? u"help"_s : id == u"diagnostics" ? u"health"_s : id);
}

void MainWindow::showOnBoard(const domain::InvoiceId& invoice)
{
    go(u"board"_s);
    m_board->select(invoice);
}

void MainWindow::openSettings(const QString& part)
{
    go(u"settings"_s);
    if (auto* settings = qobject_cast<SettingsPage*>(m_stack->currentWidget())) settings->showSection(part);
}

void MainWindow::openWall()
{
    if (!m_wall) m_wall = new WallBoard{{m_desk.board, m_desk.feed, m_desk.health, m_desk.settings, m_desk.clock}};
    m_wall->setKeys(m_stand->keys());
    m_wall->showOnWall();
    m_wall->raise();
}

void MainWindow::openSetUp()
{
    m_sheets->guide.openSetUp();
}

void MainWindow::makePages()
{
    m_pages->makeListeners();
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
    m_shown->takeRows(rows);
}

// Where somebody else was before. Not below an open sheet: it brings back the keys of the page it was opened over.
void MainWindow::leaveForeignPage()
{
    if (!m_desk.people.current() || m_people->isPageOpen(m_pages->current())) return;
    const auto sheets = findChildren<Sheet*>();
    if (std::any_of(sheets.begin(), sheets.end(), [](const Sheet* sheet) { return sheet->isOpen(); })) return QTimer::singleShot(kLeaveAgainMs, this, &MainWindow::leaveForeignPage);
    go(u"board"_s);
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
