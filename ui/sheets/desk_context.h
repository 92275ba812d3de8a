// DeskContext: the stations the desk's pages work with. Made by the composition root; lives longer than every page.
#pragma once
#include "app/services/accounts.h"
#include "app/services/arrival_log.h"
#include "app/services/backups.h"
#include "app/services/board_reader.h"
#include "app/services/connections.h"
#include "app/services/counter.h"
#include "app/services/documents.h"
#include "app/services/diagnosis.h"
#include "app/services/intake.h"
#include "app/services/key_tags.h"
#include "app/services/keys.h"
#include "app/services/mails.h"
#include "app/services/notes.h"
#include "app/services/people.h"
#include "app/services/profiles.h"
#include "app/services/pickup_codes.h"
#include "app/services/refunds.h"
#include "app/services/reminders.h"
#include "app/services/reports.h"
#include "app/services/requests.h"
#include "app/services/scan_line.h"
#include "app/services/tasks.h"
#include "app/services/vault_keeper.h"
#include "app/services/vehicles.h"
#include "app/services/write_back.h"

namespace tresen::ui {

struct DeskContext {
    const Clock& clock;
    services::JournalFeed& feed;
    services::BoardReader& board;
    services::Settings& settings;
    services::Intake& intake;
    services::Requests& requests;
    services::Mails& mails;
    services::Counter& counter;
    services::Refunds& refunds;
    services::Keys& keys;
    services::PortalSync& sync;
    services::WriteBack& writeBack;
    services::Tasks& tasks;
    services::Reports& reports;
    services::Notes& notes;
    services::Reminders& reminders;
    services::HealthWatch& health;
    services::VaultKeeper& vault;
    services::Accounts& accounts;
    services::Connections& connections;
    services::People& people;
    services::Profiles& profiles;
    services::Documents& documents;
    services::Backups& backups;
    services::Diagnosis& diagnosis;
    services::ScanLine& scanLine;
    services::KeyTags& keyTags;
    services::PickupCodes& pickups;
    services::Vehicles& vehicles;
    services::ArrivalLog& arrivals;
};

} // namespace tresen::ui
