#include "app/domain/vehicle_fold.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

VehicleHint identityOf(const VehicleHint& hint)
{
    VehicleHint out;
    out.plate = hint.plate;
    out.vin = hint.vin;
    return out;
}

void setFurther(OpenItem& item, const std::vector<VehicleHint>& vehicles)
{
    const auto before = std::move(item.further);
    item.further.clear();
    for (const auto& v : vehicles) {
        const auto known = std::find_if(before.begin(), before.end(), [&](const FurtherVehicle& f) { return sameVehicle(f.plate, f.vin, v.plate, v.vin); });
        item.further.push_back({known == before.end() ? KeyId{} : known->key, v.plate, v.vin, v.model});
    }
}

void rememberVins(OpenItem& item)
{
    const auto remember = [&](const QString& vin) {
        if (!vin.isEmpty() && !item.vinsEver.contains(vin)) item.vinsEver << vin;
    };
    remember(item.vin);
    for (const auto& f : item.further) remember(f.vin);
}

QString findingName(const Finding& finding) { return finding.field + u':' + finding.value; }

} // namespace

// What a version says of its vehicles. What a person has put right stands over one that says what the version before said; one that names no vehicle
// takes none away.
void takeVehicles(OpenItem& item, const Invoice& record)
{
    const bool names = !record.vehicle.plate.isEmpty() || !record.vehicle.vin.isEmpty();
    const bool stands = item.version > 1 && (!names || (item.vehicleByHand && !saysOtherVehicle(item, record)));
    if (!stands) {
        item.plate = record.vehicle.plate;
        item.vin = record.vehicle.vin;
        item.vehicle = record.vehicle.model;
        setFurther(item, record.furtherVehicles);
        item.vehicleByHand = false;
    }
    item.work = record.vehicle.work;
    if (names || item.version == 1) {
        item.said = identityOf(record.vehicle);
        item.saidFurther.clear();
        for (const auto& v : record.furtherVehicles) item.saidFurther.push_back(identityOf(v));
    }
    rememberVins(item);
}

namespace {

Party shortOf(const Party& buyer)
{
    Party out;
    out.name = buyer.name;
    out.email = buyer.email;
    out.phone = buyer.phone;
    out.address.country = buyer.address.country;
    return out;
}

// Whom the invoice is addressed to, as shortOf() keeps it.
Party buyerOf(const OpenItem& item)
{
    if (!item.payer.name.isEmpty()) return item.buyer;
    Party out;
    out.name = item.payerName.isEmpty() ? item.customer : item.payerName;
    out.email = item.email;
    out.phone = item.phone;
    out.address.country = item.country;
    return out;
}

// Letter and mail go to who pays; the desk asks for whose car it is.
void setPayer(OpenItem& item, const Party& buyer, const QString& keeper)
{
    const bool other = !item.payer.name.isEmpty();
    const auto& pays = other ? item.payer : buyer;
    item.buyer = other ? buyer : Party{};
    item.customer = keeper.isEmpty() ? buyer.name : keeper;
    item.payerName = pays.name == item.customer ? QString{} : pays.name;
    item.email = pays.email;
    item.phone = pays.phone.isEmpty() ? buyer.phone : pays.phone;
    item.country = pays.address.country.isEmpty() ? buyer.address.country : pays.address.country;
}

} // namespace

// Numbers and keeper a rule has read are used for looking up only; nothing is decided by them.
void takePeople(OpenItem& item, const Invoice& record)
{
    const auto& pays = record.payer ? *record.payer : record.buyer;   // whoever owes it: the number is that person's too
    item.customerId = item.typedCustomerId.isEmpty() ? pays.id : item.typedCustomerId;
    item.orderRef = !item.typedOrderRef.isEmpty() ? item.typedOrderRef : record.salesOrderRef.isEmpty() ? record.orderRef : record.salesOrderRef;
    item.toConfirm.clear();
    const auto named = !record.keeper.isEmpty() ? record.keeper : record.payer ? record.buyer.name : QString{};
    QString keeper = item.vehicleByHand ? item.typedKeeper : named;   // what a person has said stands, an empty field too
    for (const auto& finding : record.found) {
        if (finding.field == u"keeper" && keeper.isEmpty() && named.isEmpty() && !item.confirmed.contains(findingName(finding)) && finding.value.compare(record.buyer.name, Qt::CaseInsensitive) != 0) keeper = finding.value;
        const bool known = (finding.field == u"customer_no" && !item.customerId.isEmpty()) || (finding.field == u"order_no" && !item.orderRef.isEmpty())
                           || (finding.field == u"keeper" && (finding.value != keeper || !named.isEmpty())) || ((finding.field == u"plate" || finding.field == u"vin") && item.vehicleByHand);
        if (!known && !item.confirmed.contains(findingName(finding))) item.toConfirm.push_back(finding);
    }
    setPayer(item, shortOf(pays), keeper);
}

void correctVehicles(OpenItem& item, const VehicleCorrected& e)
{
    item.plate = e.vehicle.plate;
    item.vin = e.vehicle.vin;
    item.vehicle = e.vehicle.model;
    setFurther(item, e.further);
    rememberVins(item);
    item.vehicleByHand = true;
    for (const auto& finding : item.toConfirm)
        if (const auto name = findingName(finding); !item.confirmed.contains(name)) item.confirmed << name;
    item.toConfirm.clear();
    if (e.customerId != item.customerId) item.typedCustomerId = item.customerId = e.customerId;
    if (e.orderRef != item.orderRef) item.typedOrderRef = item.orderRef = e.orderRef;
    const auto buyer = buyerOf(item);
    item.typedKeeper = e.keeper;
    item.payer = e.payer.name.isEmpty() ? Party{} : e.payer;
    setPayer(item, buyer, e.keeper);
}

} // namespace tresen::domain
