#include "app/main/desk_health.h"
#include "app/core/async.h"
#include <QFontDatabase>
#include <QPrinterInfo>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;
using tresen::services::PeerHealth;

namespace tresen::app {
namespace {

constexpr int kPulseMs = 5'000;            // a store that went away is told within this, whatever else happens
constexpr int kReceiverLookMs = 60'000;
constexpr int kReceiverPatienceMs = 3'000;

// What the portal and the mail server themselves refuse is no trouble of the way there.
bool isOfTheMessage(const Error& e)
{
    return e.code == u"mail.rejected" || e.code == u"mail.address" || e.code == u"mail.header" || e.code == u"mail.too_large";
}

Result<Ok> firstFailure(const ports::PortalProbe& probe)
{
    for (const auto& step : probe.steps)
        if (!step.ok) return step.error;
    return Ok{};
}

} // namespace

DeskHealth::DeskHealth(House& house, services::HotFolder& folder, services::HealthWatch& health, services::Connections& connections, services::Backups& backups)
    : m_house{house}, m_folder{folder}, m_health{health}, m_backups{backups}, m_tests{house}
{
    offerTries(connections);
}

void DeskHealth::offerTries(services::Connections& connections)
{
    using Done = services::Done<Ok>;
    connections.add(u"portal"_s, [this](const Done& done) { tryPortal(done); });
    connections.add(u"mail"_s, [this](const Done& done) { tryMail(done); });
    connections.add(u"source"_s, [this](const Done& done) { m_folder.lookNow(done); });
    connections.add(u"writeback"_s, [this](const Done& done) {
        m_house.writeBack->run({}, [done](const Result<services::WriteBackResult>& run) { run ? done(Ok{}) : done(run.error()); });
    });
    connections.add(u"printer"_s, [this](const Done& done) { tryPrinter(done); });
    connections.add(u"store"_s, [this](const Done& done) {
        onReady(m_house.journal->settings(), this, [done](const Result<QHash<QString, QString>>& read) { read ? done(Ok{}) : done(read.error()); });
    });
    connections.add(u"receiver"_s, [this](const Done& done) { tryReceiver(done); });
    connections.add(u"backup"_s, [this](const Done& done) {
        m_backups.backupNow([done](const Result<services::BackupReport>& made) { made ? done(Ok{}) : done(made.error()); });
    });
    for (const auto& name : SelfTests::names()) connections.add(name, [this, name](const Done& done) { m_tests.run(name, done); });
    connections.add(u"fonts"_s, [this](const Done& done) { tryFonts(done); });
}

void DeskHealth::take(const QString& peer, const Result<Ok>& done)
{
    done ? m_health.good(peer) : m_health.failed(peer, done.error());
}

void DeskHealth::begin()
{
    m_house.chronicle().follow(m_health);
    lookForDamage();
    followPeers();
    noteSetUp();
    if (m_house.training)
        onReady(m_house.training->start(), this, [this](const Result<QString>& address) {
            if (portal() != u"training") return;
            if (address) m_health.good(u"portal"_s);
            else m_health.note(u"portal"_s, PeerHealth::State::Notice, address.error().code, address.error().detail);
        });
    tryPrinter([this](const Result<Ok>& found) { take(u"printer"_s, found); });
    connect(&m_receiverLook, &QTimer::timeout, this, [this] {
        tryReceiver([this](const Result<Ok>& answered) { take(u"receiver"_s, answered); });
        testMyself({u"disk"_s});
    });
    testMyself({u"disk"_s, u"clock"_s});
    tryFonts([this](const Result<Ok>& found) { take(u"fonts"_s, found); });
    m_backups.start();
    m_receiverLook.start(kReceiverLookMs);
    tryReceiver([this](const Result<Ok>& answered) { take(u"receiver"_s, answered); });
}

void DeskHealth::followPeers()
{
    auto& h = m_house;
    connect(h.feed.get(), &services::JournalFeed::lost, this, [this](const Error& e) { m_health.failed(u"store"_s, e); });
    connect(h.feed.get(), &services::JournalFeed::found, this, &DeskHealth::lookForDamage);
    connect(&m_pulse, &QTimer::timeout, h.feed.get(), &services::JournalFeed::check);
    m_pulse.start(kPulseMs);
    connect(h.sync.get(), &services::PortalSync::portalAnswered, this, [this](const QString& id, Instant) {
        if (id == portal()) m_health.good(u"portal"_s);
    });
    connect(h.sync.get(), &services::PortalSync::portalFailed, this, [this](const QString& id, const Error& e) {
        if (id != portal()) return;
        if (services::isOfOneLink(e)) m_health.good(u"portal"_s);   // the portal itself has answered
        else m_health.note(u"portal"_s, PeerHealth::State::Notice, e.code, e.detail);
    });
    connect(h.accounts.get(), &services::Accounts::portalTested, this, [this](const QString& id) {
        const auto test = m_house.accounts->portalTest(id);
        if (!test || id != portal() || (test->failure && test->failure->code == u"test.stopped")) return;
        take(u"portal"_s, test->failure ? Result<Ok>{*test->failure} : firstFailure(test->probe));
    });
    connect(h.accounts.get(), &services::Accounts::secretChanged, this, [this](const QString& name) {
        if (name == services::portalKeyName(portal())) m_health.forget(u"portal"_s);
        if (name == services::mailPasswordName()) m_health.forget(u"mail"_s);
        noteSetUp();
        noteConnected(Ok{});
    });
    connect(h.mails.get(), &services::Mails::sent, this, [this] { m_health.good(u"mail"_s); });
    connect(h.mails.get(), &services::Mails::failed, this, [this](const Error& e) { take(u"mail"_s, isOfTheMessage(e) ? Result<Ok>{Ok{}} : Result<Ok>{e}); });
    connect(h.accounts.get(), &services::Accounts::mailTested, this, [this] {
        const auto test = m_house.accounts->mailTest();
        if (test->failure && test->failure->code == u"test.stopped") return;
        take(u"mail"_s, test->failure && !isOfTheMessage(*test->failure) ? Result<Ok>{*test->failure} : Result<Ok>{Ok{}});
    });
    connect(&m_folder, &services::HotFolder::reachable, this, &DeskHealth::noteFolder);
    connect(h.arrivalLog.get(), &services::ArrivalLog::changed, this, &DeskHealth::noteArrivals);
    noteArrivals();
    connect(h.outbox.get(), &services::Outbox::carriedOut, this, [this](const QString& kind) {
        if (kind == u"writeback") m_health.good(u"writeback"_s);
    });
    connect(h.outbox.get(), &services::Outbox::failed, this, [this](const QString& kind, const Error& e) {
        if (kind == u"writeback") m_health.failed(u"writeback"_s, e);
    });
}

// That it can be read says nothing of what stands in it: this desk, another one or a command may have found it damaged.
void DeskHealth::lookForDamage()
{
    onReady(m_house.journal->mayWrite(), this, [this](const Result<Ok>& may) {
        const bool news = !may && may.error().code == u"store.stopped" && m_health.peer(u"store"_s).code != may.error().code;
        take(u"store"_s, may);
        if (!news) return;
        Q_EMIT stopped(may.error());
        // Whoever found it may only have looked: what is derived alone is made anew at once, and everybody goes on.
        m_backups.checkJournal([this](const Result<services::VaultReport>& report) {
            if (report && report.value().remade) lookForDamage();
        });
    });
}

void DeskHealth::noteFolder(bool reachable)
{
    if (!reachable) return take(u"source"_s, Error{Fault::Unreachable, u"source.folder"_s, m_house.settings->value(u"source.folder"_s)});
    const auto refused = m_house.arrivalLog->openCount();
    if (refused > 0) return m_health.note(u"source"_s, PeerHealth::State::Notice, u"arrivals.refused"_s, QString::number(refused));
    if (m_folder.isReadOnly()) return m_health.note(u"source"_s, PeerHealth::State::Notice, u"source.read_only"_s);
    m_health.good(u"source"_s);
}

// Also where no folder is watched: the door may have refused something, or another desk's folder. A folder that is gone is the greater trouble.
void DeskHealth::noteArrivals()
{
    const auto now = m_health.peer(u"source"_s);
    const auto refused = m_house.arrivalLog->openCount();
    if (now.state == PeerHealth::State::Bad) return;
    if (refused > 0) return m_health.note(u"source"_s, PeerHealth::State::Notice, u"arrivals.refused"_s, QString::number(refused));
    if (now.code != u"arrivals.refused") return;
    if (m_house.settings->isSet(u"source.folder"_s)) m_health.good(u"source"_s);
    else m_health.note(u"source"_s, PeerHealth::State::Off, u"source.none"_s);
}

void DeskHealth::noteConnected(const Result<Ok>& connected)
{
    const auto id = portal();
    if (id.isEmpty()) return m_health.note(u"portal"_s, PeerHealth::State::Off, u"portal.none"_s);
    if (auto* door = m_house.portals.find(id)) {
        // Whether it answers is better known before somebody waits for a link. Only a read: where there is none, the first link tells.
        const bool untried = m_health.peer(u"portal"_s).state == PeerHealth::State::Off;
        if (untried && door->capabilities().changeFeed) readFrom(*door, [this](const Result<Ok>& read) { take(u"portal"_s, read); });
        return;
    }
    m_health.failed(u"portal"_s, connected ? Error{Fault::Refused, u"portal.not_configured"_s, id} : connected.error());
}

// Another portal, another mail server: what was known is not known of this one.
void DeskHealth::noteSetting(const QString& key)
{
    const auto owner = key.section(u'.', 0, 0);
    if (key == u"portal.id" || key == u"portal.test" || owner == portal()) m_health.forget(u"portal"_s);
    if (owner == u"mail" && key != u"mail.texts" && key != u"mail.confirm") m_health.forget(u"mail"_s);
    noteSetUp();
}

// Back to "not tried yet" where it was off and is set up now.
void DeskHealth::noteSetUp()
{
    const auto& s = *m_house.settings;
    const auto note = [this](const QString& peer, bool setUp, const QString& code) {
        const auto now = m_health.peer(peer);
        if (!setUp && now.code == u"arrivals.refused") return;   // seen to first
        if (!setUp) m_health.note(peer, PeerHealth::State::Off, code);
        else if (now.state == PeerHealth::State::Off && now.code == code) m_health.note(peer, PeerHealth::State::Off);
    };
    note(u"portal"_s, !portal().isEmpty(), u"portal.none"_s);
    note(u"mail"_s, s.policy().mail, u"mail.not_configured"_s);
    note(u"source"_s, s.isSet(u"source.folder"_s), u"source.none"_s);
    note(u"writeback"_s, s.isSet(u"writeback.folder"_s), u"sink.no_folder"_s);
    note(u"receiver"_s, s.isSet(u"receive.path"_s), u"receiver.none"_s);
}

void DeskHealth::tryPortal(const services::Done<Ok>& done)
{
    if (portal().isEmpty()) return done(Error{Fault::Refused, u"portal.none"_s, {}});
    m_house.connectPeers([this, done, id = portal()](const Result<Ok>& connected) {
        auto* door = m_house.portals.find(id);
        if (!door) return done(connected ? Error{Fault::Refused, u"portal.not_configured"_s, id} : connected.error());
        readFrom(*door, [this, done, id](const Result<Ok>& read) {
            if (!read) return done(read);
            m_house.sync->nudge(id, {});
            m_house.outbox->runAll({u"portal.create"_s, u"portal.cancel"_s, u"portal.refund"_s}, [done](const Result<int>&) { done(Ok{}); });
        });
    });
}

// Where the portal can be asked for its news, that is a read and nothing else.
void DeskHealth::readFrom(ports::PaymentPortal& door, const services::Done<Ok>& done)
{
    if (door.capabilities().changeFeed)
        return onReady(door.changes({}), this, [done](const Result<ports::PortalChanges>& news) { news ? done(Ok{}) : done(news.error()); });
    onReady(door.probe(), this, [done](const Result<ports::PortalProbe>& probe) { probe ? done(firstFailure(probe.value())) : done(probe.error()); });
}

void DeskHealth::tryMail(const services::Done<Ok>& done)
{
    if (!m_house.settings->policy().mail) return done(Error{Fault::Refused, u"mail.not_configured"_s, {}});
    m_house.connectPeers([this, done](const Result<Ok>& connected) {
        if (!connected) return done(connected);
        m_house.mails->probe([this, done](const Result<Ok>& answered) {
            if (!answered) return done(answered);
            m_house.outbox->runAll({u"mail"_s}, [done](const Result<int>&) { done(Ok{}); });
        });
    });
}

// Asking the print system may take seconds on a network.
void DeskHealth::tryPrinter(const services::Done<Ok>& done)
{
    onReady(QtConcurrent::run([] { return QPrinterInfo::availablePrinterNames(); }), this, [done](const QStringList& printers) {
        printers.isEmpty() ? done(Error{Fault::Refused, u"printer.none"_s, {}}) : done(Ok{});
    });
}

// The window's own; those of the paper travel with the program.
void DeskHealth::tryFonts(const services::Done<Ok>& done)
{
    const QStringList wanted{u"Inter"_s, u"Segoe UI"_s, u"Noto Sans"_s, u"DejaVu Sans"_s};
    const auto present = QFontDatabase::families();
    const bool any = std::any_of(wanted.begin(), wanted.end(), [&](const QString& family) { return present.contains(family); });
    any ? done(Ok{}) : done(Error{Fault::Refused, u"fonts.missing"_s, wanted.join(u", "_s)});
}

void DeskHealth::testMyself(const QStringList& names)
{
    for (const auto& name : names) m_tests.run(name, [this, name](const Result<Ok>& done) { take(name, done); });
}

// It is a program of its own; whatever it answers, it is there.
void DeskHealth::tryReceiver(const services::Done<Ok>& done)
{
    const auto& s = *m_house.settings;
    if (!s.isSet(u"receive.path"_s)) return done(Error{Fault::Refused, u"receiver.none"_s, {}});
    const auto address = s.value(u"receive.address"_s);
    const bool everywhere = address == u"0.0.0.0" || address == u"::";
    if (!everywhere && !address.startsWith(u"127.") && address != u"::1") return done(Error{Fault::Refused, u"receiver.elsewhere"_s, address});
    net::HttpCall call;
    call.url.setScheme(u"http"_s);
    call.url.setHost(everywhere ? u"127.0.0.1"_s : address);
    call.url.setPort(s.value(u"receive.port"_s).toInt());
    call.url.setPath(u"/"_s);
    call.deadlineMs = kReceiverPatienceMs;
    onReady(m_house.peers->client().send(call), this, [done, where = call.url.authority()](const Result<net::HttpAnswer>& answer) {
        answer ? done(Ok{}) : done(Error{answer.error().fault, u"receiver.silent"_s, where});
    });
}

} // namespace tresen::app
