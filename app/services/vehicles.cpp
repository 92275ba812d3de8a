#include "app/services/vehicles.h"
#include "app/core/async.h"

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

void Vehicles::correct(const domain::InvoiceId& invoice, const domain::VehicleEntry& entry, Done<Ok> done)
{
    decide(invoice, entry, std::move(done));
}

void Vehicles::confirm(const domain::InvoiceId& invoice, Done<Ok> done)
{
    decide(invoice, std::nullopt, std::move(done));
}

void Vehicles::decide(const domain::InvoiceId& invoice, std::optional<domain::VehicleEntry> entry, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.stays = ports::Stays::Whole;
    subject.right = domain::Right::TakeIn;
    if (entry) {
        auto named = domain::furtherVehiclesOf(entry->further);
        domain::VehicleHint first;
        first.plate = entry->plate;
        first.vin = entry->vin.toUpper().remove(u' ');
        named.push_back(first);
        for (const auto& vehicle : named) {
            if (const auto plate = domain::foldPlate(vehicle.plate); !plate.isEmpty()) subject.plates << plate;
            if (!vehicle.vin.isEmpty()) subject.vins << vehicle.vin;
        }
    }
    const auto decider = [invoice, entry, fresh = domain::KeyId::fresh()](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        auto events = domain::decideVehicle(*item, entry ? *entry : domain::vehicleEntryOf(*item), {s.keys, s.items}, fresh);
        if (!events) return events.error();
        ports::Decision d;
        d.events = std::move(events).value();
        return d;
    };
    onReady(m_journal.decide(subject, decider), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
