#include "app/core/limits.h"
#include "app/main/desk.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include "app/core/memory.h"
#include "app/core/milestone.h"
#include "app/domain/setup_rules.h"
#include "app/main/command.h"
#include "app/main/damaged_store.h"
#include "ui/common/remedy.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"
#include "ui/intake/intake_words.h"
#include "ui/welcome.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QProcess>
#include <QThreadPool>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

constexpr int kElectionMs = 10'000;
constexpr int kTidyUpMs = 1'000;
constexpr int kPaintPatienceMs = 2'000;   // a window that starts minimized is not painted, its desk works nevertheless

// Unpacked somewhere, without a package that wants them, the program brings the window's fonts along.
void takeOwnFonts()
{
    const QDir folder{QCoreApplication::applicationDirPath() + u"/../share/tresen/fonts"_s};
    const auto fonts = folder.entryList({u"*.otf"_s}, QDir::Files);
    for (const auto& font : fonts) QFontDatabase::addApplicationFont(folder.filePath(font));
}

QLocale localeOf(const QString& language)
{
    return language == u"en" ? QLocale{QLocale::English, QLocale::UnitedKingdom} : QLocale{QLocale::German, QLocale::Germany};
}

} // namespace

Desk::Desk(QString profile, QApplication& application, Kind kind)
    : m_profile{std::move(profile)}, m_kind{kind}, m_application{application}, m_systemPalette{QApplication::palette()}
{
}

Desk::~Desk()
{
    m_window.reset();
    m_scanner.reset();
    m_feeder.reset();
    m_folder.reset();
}

QString Desk::serverName() const
{
    const auto path = QFileInfo{m_profile}.absoluteFilePath().toUtf8();
    return u"tresen-"_s + QString::fromLatin1(QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().left(16));
}

void Desk::start()
{
    connect(&m_other, &QLocalSocket::connected, this, [this] { m_other.write("raise\n"); });
    connect(&m_other, &QLocalSocket::bytesWritten, this, [] { QCoreApplication::quit(); });
    connect(&m_other, &QLocalSocket::errorOccurred, this, [this] { live(); });
    m_other.connectToServer(serverName());
}

void Desk::live()
{
    m_other.disconnect(this);
    QLocalServer::removeServer(serverName());   // left behind by a desk that was killed: nobody answered on it
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.listen(serverName());
    connect(&m_server, &QLocalServer::newConnection, this, &Desk::raise);
    const auto desk = services::Settings::readDesk(m_profile + u"/desk.json"_s);
    speak(domain::settingOf(desk, u"ui.language"_s));
    takeOwnFonts();
    wear(domain::settingOf(desk, u"ui.theme"_s), domain::settingOf(desk, u"ui.font_scale"_s).toInt());
    milestone("alone");
    prepare();
}

void Desk::raise()
{
    while (auto* socket = m_server.nextPendingConnection()) connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    if (!m_window) return;
    m_window->setWindowState(m_window->windowState() & ~Qt::WindowMinimized);
    m_window->raise();
    m_window->activateWindow();
}

void Desk::prepare()
{
    if (m_kind == Kind::Workshop || Demo::isSample(m_profile)) return open();
    auto welcome = std::make_unique<ui::Welcome>();
    auto* shown = welcome.get();
    m_welcome = std::move(welcome);
    m_welcome->show();
    m_demo = std::make_unique<Demo>(m_profile);
    connect(m_demo.get(), &Demo::progress, shown, &ui::Welcome::setProgress);
    m_demo->run([this](const Result<Demo::Summary>& summary) {
        if (!summary) return stop(summary.error());
        QMetaObject::invokeMethod(this, [this] { open(); }, Qt::QueuedConnection);
    });
}

void Desk::open()
{
    m_demo.reset();
    m_house = std::make_unique<House>(HouseOptions{m_profile, &m_clock, u"Tresen"_s});
    m_house->open([this](const Result<Ok>& opened) {
        if (!opened) return stop(opened.error());
        onReady(m_house->journal->mayWrite(), this, [this](const Result<Ok>& may) {
            if (!may && may.error().fault == Fault::Corrupt) return stop(may.error());   // found damaged before: first somebody decides
            dress();
            makeWindow();
            show();
        });
    }, [this] { readRows(); });
}

void Desk::dress()
{
    const auto& s = *m_house->settings;
    speak(s.value(u"ui.language"_s));
    wear(s.value(u"ui.theme"_s), s.value(u"ui.font_scale"_s).toInt());
}

void Desk::wear(const QString& theme, int percent)
{
    const auto kind = theme == u"dark"       ? ui::ThemeKind::Dark
                      : theme == u"contrast" ? ui::ThemeKind::HighContrast
                      : theme == u"light"    ? ui::ThemeKind::Light
                                             : ui::systemTheme(m_systemPalette);
    ui::applyTheme(m_application, kind, percent / 100.0);
}

void Desk::speak(const QString& language)
{
    QLocale::setDefault(localeOf(language));
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
    if (m_own.load(u":/i18n/tresen_%1.qm"_s.arg(language))) QCoreApplication::installTranslator(&m_own);
    if (m_qt.load(u"qtbase_%1"_s.arg(language), QLibraryInfo::path(QLibraryInfo::TranslationsPath))) QCoreApplication::installTranslator(&m_qt);
}

// The database reads while the window is being made.
void Desk::readRows()
{
    milestone("store");
    m_reader = std::make_unique<services::BoardReader>(*m_house->journal);
    m_reader->start([this](const Result<ports::BoardStart>& rows) {
        if (!rows) return stop(rows.error());
        milestone("rows");
        m_rows = rows.value();
        show();
    });
}

// The finished ones, which nobody sees before scrolling.
void Desk::completeRows()
{
    m_reader->rows([this](const Result<std::vector<domain::BoardRow>>& rows) {
        if (!rows) return stop(rows.error());
        m_window->completeRows(rows.value());
        milestone("complete");
        // When this answer and the other first readings are gone.
        QTimer::singleShot(kTidyUpMs, this, [] { QThreadPool::globalInstance()->start(giveBackFreedMemory); });
        qint64 seq = 0;
        for (const auto& row : rows.value()) seq = std::max(seq, row.seq);
        m_house->feed->follow(seq);
    });
}

void Desk::makeWindow()
{
    auto& h = *m_house;
    m_tasks = std::make_unique<services::Tasks>(*h.journal, *h.feed);
    m_health = std::make_unique<services::HealthWatch>(m_clock);
    m_vault = std::make_unique<services::VaultKeeper>(*h.journal);
    connect(m_vault.get(), &services::VaultKeeper::remade, this, [this] {
        m_reader->rows([this](const Result<std::vector<domain::BoardRow>>& rows) {
            if (rows) m_house->feed->publishRows(rows.value());
        });
    });
    m_folder = std::make_unique<services::HotFolder>(*h.intake);
    m_folder->setWords(&ui::IntakeWords::note);
    m_connections = std::make_unique<services::Connections>(*h.journal, *h.writeBack, *m_health, m_clock);
    m_backups = std::make_unique<services::Backups>(*m_vault, *h.settings, *m_health, m_clock, m_profile);
    m_diagnosis = std::make_unique<services::Diagnosis>(*h.journal, *h.settings, m_clock, m_profile);
    m_feeder = std::make_unique<DeskHealth>(h, *m_folder, *m_health, *m_connections, *m_backups);
    connect(m_feeder.get(), &DeskHealth::stopped, this, [this](const Error& e) {
        if (m_window) m_window->setNotice(ui::Wording::failure(e), ui::Remedy::of(e));
    });
    m_keyTags = std::make_unique<services::KeyTags>(*h.journal, h.paper, *h.settings, m_clock);
    h.mails->setGrace(limits::kUndoMs + limits::kUndoSlackMs);      // people sit here, who change their minds
    h.requests->setGrace(limits::kUndoMs + limits::kUndoSlackMs);
    m_scanner = std::make_unique<adapters::serial::SerialScanner>();
    m_scanLine = std::make_unique<services::ScanLine>(*m_scanner, *h.settings, *m_health);
    m_connections->add(u"scanner"_s, [this](const services::Done<Ok>& done) { m_scanLine->tryNow(done); });
    m_context.reset(new ui::DeskContext{m_clock, *h.feed, *m_reader, *h.settings, *h.intake, *h.requests, *h.mails, *h.counter, *h.refunds, *h.keys, *h.sync, *h.writeBack, *m_tasks, *h.reports, *h.notes, *h.reminders, *m_health,
                                       *m_vault, *h.accounts, *m_connections, *h.people, *h.profiles, *h.documents, *m_backups, *m_diagnosis, *m_scanLine, *m_keyTags, *h.pickups, *h.vehicles,
                                       *h.arrivalLog});
    furnishWindow();
    connect(h.settings.get(), &services::Settings::changed, this, &Desk::takeSetting);
    connect(h.accounts.get(), &services::Accounts::secretChanged, this, [this](const QString& name) {
        if (name == services::orderTokenName()) openOrders();
    });
    milestone("window");
}

void Desk::takeSetting(const QString& key)
{
    m_house->applySettings();
    if (House::isOfPeers(key) && m_works) connectPeers([] {});
    if (key.startsWith(u"source.")) watchFolder();
    if (key == u"orders.port") openOrders();
    m_feeder->noteSetting(key);
}

void Desk::furnishWindow()
{
    m_language = m_house->settings->value(u"ui.language"_s);
    m_window = std::make_unique<ui::MainWindow>(*m_context);
    connect(m_window.get(), &ui::MainWindow::lookChanged, this, &Desk::dress);
    m_folder->hold(false);
    connect(m_window.get(), &ui::MainWindow::checkOnly, m_folder.get(), &services::HotFolder::hold);
    connect(m_window.get(), &ui::MainWindow::sampleRequested, this, &Desk::openSample);
    connect(m_window.get(), &ui::MainWindow::setUpEnded, this, &Desk::endSetUp, Qt::QueuedConnection);
    connect(m_window.get(), &ui::MainWindow::painted, this, [this] {
        milestone("painted");
        work();
    });
}

// Its words were made with it: another language needs another window, at the same place.
void Desk::renewWindow()
{
    const auto place = m_window->saveGeometry();
    m_window.reset();
    furnishWindow();
    m_window->restoreGeometry(place);
    m_window->makePages();
    m_window->show();
    m_window->activateWindow();
    m_reader->start([this](const Result<ports::BoardStart>& rows) {
        if (!rows) return stop(rows.error());
        m_window->showRows(rows.value().rows, rows.value().more);
        completeRows();
    });
}

void Desk::beginSetUp(bool anyInvoice)
{
    m_settingUp = domain::isSetupDue(m_house->settings->stored(), anyInvoice);
    if (m_settingUp) m_window->openSetUp();
}

void Desk::endSetUp()
{
    const bool first = std::exchange(m_settingUp, false);
    if (m_house->settings->value(u"ui.language"_s) != m_language) renewWindow();
    if (!first || !m_works) return;
    watchFolder();
    openOrders();
}

void Desk::show()
{
    if (!m_window || !m_rows) return;
    const bool anyInvoice = !m_rows->rows.empty();
    m_window->showRows(std::move(m_rows->rows), m_rows->more);
    m_rows.reset();
    milestone("model");
    m_window->show();
    milestone("shown");
    beginSetUp(anyInvoice);
    m_welcome.reset();
    QTimer::singleShot(kPaintPatienceMs, this, &Desk::work);
}

void Desk::work()
{
    if (std::exchange(m_works, true)) return;
    auto& h = *m_house;
    h.journal->followOthers(true);
    completeRows();
    m_feeder->begin();
    m_scanLine->begin();
    m_window->makePages();
    h.mails->sweep([](const Result<int>& swept) {
        if (swept && swept.value() > 0) qCInfo(logApp) << "letters without an entry are gone:" << swept.value();
    });
    connectPeers([this] {
        m_house->outbox->start();   // only now are there doors for what waits
        if (m_house->sync->started()) m_house->sync->round([](const Result<int>&) {});
    });
    connect(&m_election, &QTimer::timeout, this, &Desk::askToPoll);
    m_election.start(kElectionMs);
    askToPoll();
    m_house->arrivalLog->load([this](const Result<Ok>&) {
        watchFolder();
        openOrders();
    });
    connect(&m_wake, &services::WakeWatch::woke, this, &Desk::wake);
    m_wake.start();
}

// What other desks wrote meanwhile and what was paid meanwhile is wanted before anybody believes the board; nothing waits for its turn.
void Desk::wake(qint64 awayMs)
{
    qCInfo(logApp) << "the clock has jumped by ms" << awayMs;
    m_house->feed->check();
    askToPoll();
    if (m_house->sync->started()) m_house->sync->round([](const Result<int>&) {});
    m_backups->look([](const Result<Ok>&) {});
}

void Desk::openOrders()
{
    if (m_settingUp) return;
    m_house->openOrders([this](const Result<quint16>& port) {
        if (!port) m_health->note(u"source"_s, services::PeerHealth::State::Bad, port.error().code);
    });
}

void Desk::watchFolder()
{
    if (!m_settingUp) m_folder->watch(hotFolderOptions(*m_house->settings));
}

void Desk::connectPeers(std::function<void()> then)
{
    m_house->connectPeers([this, then](const Result<Ok>& connected) {
        m_feeder->noteConnected(connected);
        then();
    });
}

// One desk of the site asks the portals. When it goes, another takes over.
void Desk::askToPoll()
{
    onReady(m_house->journal->electedToPoll(), this, [this](const Result<bool>& elected) {
        // Asked again and again: a connection that broke took the office with it.
        if (elected && elected.value()) m_house->sync->start();
        else m_house->sync->stop();
    });
}

void Desk::openSample()
{
    const auto sample = sampleProfile();
    // It speaks what this desk speaks, the first time.
    const auto deskFile = sample + u"/desk.json"_s;
    if (!QFileInfo::exists(deskFile) && files::makePrivateFolder(sample)) {
        const QJsonObject own{{u"ui.language"_s, m_house->settings->value(u"ui.language"_s)}};
        if (!files::writeAtomically(deskFile, QJsonDocument{own}.toJson())) qCWarning(logApp) << "the sample workshop begins in its usual language";
    }
    if (!QProcess::startDetached(QCoreApplication::applicationFilePath(), {u"--profile"_s, sample, u"--sample"_s}))
        m_window->setNotice(ui::MainWindow::tr("The sample workshop cannot be opened"), ui::MainWindow::tr("Please start Tresen with the option --profile and the name of an empty folder."));
}

// Nothing can be shown without the store: say why and what to do, then end.
void Desk::stop(const Error& error)
{
    qCCritical(logApp).noquote() << u"the desk cannot be shown:"_s << wordsOf(error);
    m_welcome.reset();
    if (findChild<DamagedStore*>()) return;   // the same trouble, met at another place
    if (error.fault == Fault::Corrupt && !m_window) {   // nothing lives over the stations yet: they can be let go of
        auto* damaged = new DamagedStore{m_profile, House{HouseOptions{m_profile, &m_clock, {}}}.storeConfig(), error, [this] {
            m_reader.reset();
            m_house.reset();
        }, this};
        connect(damaged, &DamagedStore::ended, &m_application, [] { QCoreApplication::exit(static_cast<int>(Exit::Damaged)); });
        return damaged->show();
    }
    auto* box = new QMessageBox{QMessageBox::Critical, u"Tresen"_s, ui::Wording::failure(error), QMessageBox::Close};
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    connect(box, &QMessageBox::finished, &m_application, [] { QCoreApplication::exit(static_cast<int>(Exit::Damaged)); });
    box->open();
}

int runDesk(const Arguments& arguments, int& argc, char** argv)
{
    milestone("main");
    QApplication application{argc, argv};
    milestone("application");
    qCInfo(logApp) << "the desk";
    application.setApplicationName(u"tresen"_s);
    application.setOrganizationName(u"tresen"_s);
    application.setDesktopFileName(u"tresen"_s);
    application.setWindowIcon(QIcon{u":/icons/tresen.svg"_s});
    application.setQuitOnLastWindowClosed(false);   // between the welcome and the desk there is none
    Desk desk{arguments.profile, application, arguments.sample ? Desk::Kind::Sample : Desk::Kind::Workshop};
    QMetaObject::invokeMethod(&desk, [&desk] { desk.start(); }, Qt::QueuedConnection);
    const int code = application.exec();
    qCInfo(logApp) << "the desk ends, exit" << code;
    return code;
}

} // namespace tresen::app
