// Vehicles: puts right, or confirms, what is known of the vehicles, the numbers and the payer of an invoice that stands. One station of the way.
#pragma once
#include "app/domain/vehicle_rules.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>

namespace tresen::services {

class Vehicles final : public QObject {
    Q_OBJECT
public:
    Vehicles(ports::Journal& journal, JournalFeed& feed, QObject* parent = nullptr) : QObject{parent}, m_journal{journal}, m_feed{feed} {}

    // The keys follow. Refusals: domain::decideVehicle(); NotFound "invoice.unknown".
    void correct(const domain::InvoiceId& invoice, const domain::VehicleEntry& entry, Done<Ok> done);
    // What a rule has found is right as it stands.
    void confirm(const domain::InvoiceId& invoice, Done<Ok> done);

private:
    void decide(const domain::InvoiceId& invoice, std::optional<domain::VehicleEntry> entry, Done<Ok> done);

    ports::Journal& m_journal;
    JournalFeed& m_feed;
};

} // namespace tresen::services
