#include "app/main/house.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUrl>
#include <QUrlQuery>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tresen::app {
namespace {

// Where the journal lives is a matter of the desk, so that it can be read before there is a journal.
store::StoreConfig storeConfigOf(const QString& profile, const domain::SettingValues& desk)
{
    store::StoreConfig config;
    config.file = profile + u"/tresen.db"_s;
    config.origin = {{}, domain::settingOf(desk, u"desk.name"_s), domain::settingOf(desk, u"desk.user"_s)};
    if (domain::settingOf(desk, u"store.kind"_s) == u"postgres") {
        const QUrl url{domain::settingOf(desk, u"store.url"_s)};
        config.dialect = store::StoreConfig::Dialect::Postgres;
        // As libpq writes it: the folder of a Unix socket is no host name, it stands behind: postgresql://user@/database?host=/run/postgresql
        config.host = url.host().isEmpty() ? QUrlQuery{url}.queryItemValue(u"host"_s, QUrl::FullyDecoded) : url.host();
        config.port = url.port(5432);
        config.database = url.path().mid(1);
        config.user = url.userName();
        config.password = Secret{url.password()};
        config.backupFolder = profile;
        if (!url.isValid() || !(url.scheme() == u"postgresql" || url.scheme() == u"postgres")) config.database.clear();
    }
    return config;
}

} // namespace

services::HotFolderOptions hotFolderOptions(const services::Settings& settings)
{
    services::HotFolderOptions options;
    options.folder = settings.value(u"source.folder"_s);
    options.endings = services::Arrivals::endings(settings.value(u"source.table"_s) != u"none" || settings.isSet(services::Profiles::settingKey()));
    options.keep = settings.value(u"source.files"_s) == u"leave" ? services::FolderSweep::Keep::Leave : services::FolderSweep::Keep::Move;
    return options;
}

QString defaultProfile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/tresen"_s;
}

QString sampleProfile() { return defaultProfile() + u"-sample"_s; }

House::House(HouseOptions options) : m_options{std::move(options)}
{
    Q_ASSERT(m_options.clock);
}

House::~House()
{
    arrivalLog.reset();   // hears the intake
    if (intake) intake.reset();
    effects.reset();
    sync.reset();        // takes its nudge back while the portals are still there
    feed.reset();
}

store::StoreConfig House::storeConfig() const
{
    return storeConfigOf(m_options.profile, services::Settings::readDesk(m_options.profile + u"/desk.json"_s));
}

void House::open(services::Done<Ok> done, std::function<void()> storeOpen)
{
    if (const auto made = files::makePrivateFolder(m_options.profile); !made) return done(made);
    const auto deskFile = m_options.profile + u"/desk.json"_s;
    const auto config = storeConfig();
    const bool shared = config.dialect == store::StoreConfig::Dialect::Postgres;
    // Without a database the server would look for one named after the user, on its own machine.
    if (shared && config.database.isEmpty()) return done(Error{Fault::Refused, u"store.url"_s, u"postgresql://user:password@host/database"_s});
    qCInfo(logStore).noquote() << (shared ? u"PostgreSQL, host %1, port %2, database %3"_s.arg(config.host).arg(config.port).arg(config.database) : u"SQLite, "_s + config.file);
    journal = std::make_unique<store::SqlJournal>(config, clock());
    feed = std::make_unique<services::JournalFeed>(*journal);
    settings = std::make_unique<services::Settings>(*journal, deskFile);
    settings->follow(*feed);
    people = std::make_unique<services::People>(*journal, *feed, pins, clock(), m_options.otherwise);
    onReady(journal->open(), this, [this, done, storeOpen](const Result<Ok>& opened) {
        if (!opened) {
            qCCritical(logStore).noquote() << u"not opened:"_s << wordsOf(opened.error());
            return done(opened);
        }
        settings->load([this, done](const Result<Ok>& loaded) {
            if (!loaded) return done(loaded);
            people->load([this, done](const Result<Ok>& known) {
                if (!known) return done(known);
                makeStations();
                applySettings();
                done(Ok{});
            });
        });
        if (storeOpen) storeOpen();
    });
}

void House::makeStations()
{
    sink = std::make_unique<adapters::settlement::SettlementFiles>(clock());
    outbox = std::make_unique<services::Outbox>(*journal, clock());
    sync = std::make_unique<services::PortalSync>(*journal, *journal, *feed, *outbox, portals, clock());
    effects = std::make_unique<services::PortalEffects>(*journal, *feed, *outbox, *sync, portals, clock());
    mails = std::make_unique<services::Mails>(*journal, *feed, *outbox, *settings, clock(), documentFolder());
    refunds = std::make_unique<services::Refunds>(*journal, *feed, *outbox, portals, paper, *settings, clock(), documentFolder());
    peers = std::make_unique<Peers>(*settings, portals, *journal, clock(), m_options.profile);
    mails->setSecrets(peers->secrets());
    accounts = std::make_unique<services::Accounts>(peers->secrets(), *settings, portals, *mails, clock(), services::AccountDoors{
        [this](const services::Done<Ok>& done) { connectPeers(done); }, [this](const QString& id) { return peers->capabilitiesOf(id); },
        [this](const services::Done<quint16>& done) { openOrders(done); }, [this](domain::Right right) { return people->may(right); }});
    settings->setGate([this](domain::Right right) { return people->may(right); });
    profiles = std::make_unique<services::Profiles>(tables, *settings);
    intake = std::make_unique<services::Intake>(*journal, *feed, arrivals);
    intake->keepDocuments(shelf());
    arrivalLog = std::make_unique<services::ArrivalLog>(*journal, *feed, *intake, clock());
    documents = std::make_unique<services::Documents>(shelf(), [](const QByteArray& pdf, int page) { return adapters::einvoice::drawPage(pdf, page); });
    connect(intake.get(), &services::Intake::effectsStored, outbox.get(), [this] { outbox->runDue([](const Result<int>&) {}); });
    requests = std::make_unique<services::Requests>(*journal, *feed, *outbox, portals, paper, *settings, clock(), documentFolder());
    counter = std::make_unique<services::Counter>(*journal, *feed, *outbox, *sync, paper, *settings, clock(), documentFolder());
    keys = std::make_unique<services::Keys>(*journal, *feed, *sync, clock());
    keys->setDocumentFolder(documentFolder());
    mails->setRedraw([this](const domain::InvoiceId& invoice, const domain::RequestId& request, const QString& language, services::Done<Ok> done) {
        requests->redraw(invoice, request, language, std::move(done));
    });
    pickups = std::make_unique<services::PickupCodes>(*journal, *feed, *outbox, *mails, *settings, clock());
    writeBack = std::make_unique<services::WriteBack>(*journal, *feed, *outbox, *sink, *settings, clock());
    reports = std::make_unique<services::Reports>(*journal);
    notes = std::make_unique<services::Notes>(*journal, *feed);
    vehicles = std::make_unique<services::Vehicles>(*journal, *feed);
    reminders = std::make_unique<services::Reminders>(*journal, *feed, *outbox, clock());
    connect(people.get(), &services::People::currentChanged, this, &House::nameUser);
    m_chronicle.follow(*intake);
    m_chronicle.follow(*sync);
    m_chronicle.follow(*outbox);
    m_chronicle.follow(*settings);
    m_chronicle.follow(*feed);
}

void House::connectPeers(services::Done<Ok> done)
{
    peers->connectAll(*mails, std::move(done));
}

void House::openOrders(services::Done<quint16> done)
{
    orders.reset();
    const auto port = static_cast<quint16>(settings->value(u"orders.port"_s).toUInt());
    if (port == 0) return done(quint16{0});
    onReady(peers->secrets().read(services::orderTokenName()), this, [this, port, done](const Result<Secret>& token) {
        if (settings->value(u"orders.port"_s).toUInt() != port) return done(quint16{0});   // closed, or moved, while the keyring was asked
        if (!token) return done(token.error());
        orders = std::make_unique<OrderDoor>(*intake, clock(), token.value(), [this] { return settings->value(u"orders.account"_s); });
        connect(orders.get(), &OrderDoor::answered, arrivalLog.get(), [this](int status, const QString& code) { arrivalLog->noteDoor(status, code); });
        const auto listening = orders->listen(port);
        if (!listening) orders.reset();
        done(listening);
    });
}

void House::applySettings()
{
    const auto v = [this](const QString& key) { return settings->value(key); };
    intake->setSite(v(u"site.name"_s), v(u"source.system"_s), v(u"desk.site"_s));
    arrivals.setTableProfile(services::tableProfileOf(tables, v(u"source.table"_s), v(u"source.table_profile"_s)));
    arrivals.setOwnProfiles(profiles->own());
    arrivalLog->setFilesStay(v(u"source.files"_s) == u"leave");
    intake->passOver(services::FolderSweep::ownFolders(v(u"source.folder"_s)));
    counter->setDesk(v(u"desk.name"_s));
    nameUser();
    journal->setOrigin({v(u"site.name"_s), v(u"desk.name"_s), v(u"desk.user"_s)});
    if (settings->training() && !training) makeTraining();
}

bool House::isOfPeers(const QString& settingKey)
{
    const auto* def = domain::findSetting(settingKey);
    return def && !def->hidden && (def->group == u"portal" || def->group == u"mail");
}

void House::followSettings()
{
    connect(settings.get(), &services::Settings::changed, this, [this](const QString& key) {
        applySettings();
        if (isOfPeers(key)) connectPeers([](const Result<Ok>&) {});   // what fails is told when it is needed
    });
    journal->followOthers(true);
    feed->follow(std::numeric_limits<qint64>::max());   // there is no board that wants rows
}

void House::nameUser()
{
    const auto name = people->nameOr(settings->value(u"desk.user"_s));
    refunds->setUser(name);
    counter->setUser(name);
}

void House::makeTraining()
{
    const auto v = [this](const QString& key) { return settings->value(key); };
    adapters::training::TrainingConfig config;
    config.stateFolder = m_options.profile + u"/training"_s;
    config.port = static_cast<quint16>(v(u"training.port"_s).toUInt());
    config.listenAddress = v(u"training.address"_s).isEmpty() ? QHostAddress{QHostAddress::AnyIPv4} : QHostAddress{v(u"training.address"_s)};
    const auto head = settings->letterhead();
    config.workshop.name = head.name;
    config.workshop.city = head.city;
    config.workshop.phone = head.phone;
    config.workshop.logoPng = head.logoPng;
    config.workshop.accent = head.accent;
    config.workshop.openingHours = head.openingHours;
    config.workshop.openingHoursEn = settings->letterhead(u"en"_s).openingHours;
    config.workshop.payeeHolder = v(u"payee.holder"_s);
    config.workshop.payeeIban = v(u"payee.iban"_s);
    config.workshop.imprint = u"%1\n%2\n%3 %4\n%5\n%6"_s.arg(head.legalName, head.street, head.postcode, head.city, head.director, head.register_);
    training = std::make_unique<adapters::training::TrainingPortal>(config, clock());
    portals.add(*training);
    
}

} // namespace tresen::app
