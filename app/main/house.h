// House: the composition root. Constructs every part of the program top to bottom and connects them; both doors, the desk and the command
// line, open one. Destroyed in the opposite order.
#pragma once
#include "app/adapters/paper/letter/letter_printer.h"
#include "app/adapters/portal/training/training_portal.h"
#include "app/adapters/secrets/pins/sodium_pins.h"
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/pdf_drawing.h"
#include "app/adapters/workshop/order_json/order_json.h"
#include "app/adapters/workshop/settlement/settlement_files.h"
#include "app/adapters/workshop/table/table_reader.h"
#include "app/main/chronicle.h"
#include "app/main/order_door.h"
#include "app/main/peers.h"
#include "app/services/arrival_log.h"
#include "app/services/arrivals.h"
#include "app/services/counter.h"
#include "app/services/documents.h"
#include "app/services/hot_folder.h"
#include "app/services/intake.h"
#include "app/services/keys.h"
#include "app/services/mails.h"
#include "app/services/pickup_codes.h"
#include "app/services/portal_effects.h"
#include "app/services/portal_sync.h"
#include "app/services/profiles.h"
#include "app/services/refunds.h"
#include "app/services/reminders.h"
#include "app/services/notes.h"
#include "app/services/vehicles.h"
#include "app/services/people.h"
#include "app/services/reports.h"
#include "app/services/requests.h"
#include "app/services/write_back.h"
#include "app/store/sql_journal.h"
#include <memory>

namespace tresen::app {

struct HouseOptions {
    QString profile;               // folder of everything this desk keeps
    const Clock* clock = nullptr;
    QString otherwise = QStringLiteral("command line");   // whose name entries carry while nobody has come in, once there are users
};

class House final : public QObject {
    Q_OBJECT
public:
    explicit House(HouseOptions options);
    ~House() override;

    // Opens the store, reads the settings, makes the stations. Errors of the store: Fault::Corrupt "store.…", Unreachable "store.locked".
    // storeOpen: as soon as the journal answers; what is asked of it then is read while the stations are made.
    void open(services::Done<Ok> done, std::function<void()> storeOpen = {});
    // The portals and the mail server, whose keys lie in the keyring. Failing leaves the desk working without them.
    void connectPeers(services::Done<Ok> done);
    // The door for orders, at the port of the settings; 0: none is opened. Its token lies in the keyring.
    void openOrders(services::Done<quint16> done);
    // After a change of the settings the portal or the stations depend on.
    void applySettings();
    static bool isOfPeers(const QString& settingKey);   // portals and mail server are made anew when it changes
    // For a command that runs until it is ended: what other desks change of the settings counts here, too, from now on.
    void followSettings();

    store::StoreConfig storeConfig() const;   // where the journal lives, by this desk's file
    const QString& profile() const { return m_options.profile; }
    const Clock& clock() const { return *m_options.clock; }
    QString documentFolder() const { return m_options.profile + QStringLiteral("/documents"); }
    services::DocumentShelf shelf() const { return services::DocumentShelf{documentFolder() + QStringLiteral("/taken")}; }   // pages that were typed in

    // The parts, in the order they are made.
    std::unique_ptr<store::SqlJournal> journal;
    std::unique_ptr<services::JournalFeed> feed;
    std::unique_ptr<services::Settings> settings;
    secrets::SodiumPins pins;
    std::unique_ptr<services::People> people;
    adapters::einvoice::PdfHelpers pdfHelpers;
    adapters::einvoice::EInvoiceReader reader{[this](const QByteArray& bytes) { return pdfHelpers.read(bytes); }};
    adapters::table::TableReader tables;
    services::Arrivals arrivals{reader, tables, &adapters::order_json::readOrderDocument};
    adapters::letter::LetterPrinter paper;
    std::unique_ptr<adapters::settlement::SettlementFiles> sink;
    std::unique_ptr<adapters::training::TrainingPortal> training;   // null outside the sample workshop
    services::Portals portals;
    std::unique_ptr<services::Outbox> outbox;
    std::unique_ptr<services::PortalSync> sync;
    std::unique_ptr<services::PortalEffects> effects;
    std::unique_ptr<services::Mails> mails;
    std::unique_ptr<services::Refunds> refunds;
    std::unique_ptr<Peers> peers;
    std::unique_ptr<services::Accounts> accounts;
    std::unique_ptr<services::Profiles> profiles;
    std::unique_ptr<services::Intake> intake;
    std::unique_ptr<services::ArrivalLog> arrivalLog;
    std::unique_ptr<services::Documents> documents;
    std::unique_ptr<services::Requests> requests;
    std::unique_ptr<services::Counter> counter;
    std::unique_ptr<services::Keys> keys;
    std::unique_ptr<services::PickupCodes> pickups;
    std::unique_ptr<services::WriteBack> writeBack;
    std::unique_ptr<services::Reports> reports;
    std::unique_ptr<services::Notes> notes;
    std::unique_ptr<services::Vehicles> vehicles;
    std::unique_ptr<services::Reminders> reminders;
    std::unique_ptr<OrderDoor> orders;           // null while it is not open

    Chronicle& chronicle() { return m_chronicle; }   // for what only the desk has

private:
    void makeStations();
    void makeTraining();
    void nameUser();               // for what is printed
    HouseOptions m_options;
    Chronicle m_chronicle;
};

services::HotFolderOptions hotFolderOptions(const services::Settings& settings);

// The platform's folder for the profile when none is named.
QString defaultProfile();
QString sampleProfile();   // where the sample workshop lies, beside it

} // namespace tresen::app
