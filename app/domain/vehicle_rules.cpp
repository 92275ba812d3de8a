#include "app/domain/vehicle_rules.h"
#include "app/domain/mail_rules.h"
#include "app/domain/vin.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {
namespace {

bool isNamed(const VehicleHint& vehicle) { return !foldPlate(vehicle.plate).isEmpty() || !vehicle.vin.isEmpty(); }

bool isOf(const VehicleKey& key, const VehicleHint& vehicle) { return sameVehicle(key.plate, key.vin, vehicle.plate, vehicle.vin); }

VehicleHint hintOf(const QString& plate, const QString& vin, const QString& model)
{
    VehicleHint out;
    out.plate = plate;
    out.vin = vin;
    out.model = model;
    return out;
}

struct VehicleText {
    QStringView name;
    QString VehicleEntry::* text;
    int most;
};
constexpr std::array kVehicleTexts{
    VehicleText{u"plate", &VehicleEntry::plate, kMaxVehicleText}, VehicleText{u"vin", &VehicleEntry::vin, kMaxVehicleText},
    VehicleText{u"model", &VehicleEntry::model, kMaxVehicleText}, VehicleText{u"further", &VehicleEntry::further, kMaxFurtherText},
    VehicleText{u"keeper", &VehicleEntry::keeper, kMaxVehicleText}, VehicleText{u"customer_id", &VehicleEntry::customerId, kMaxVehicleText},
    VehicleText{u"order", &VehicleEntry::orderRef, kMaxVehicleText}, VehicleText{u"payer", &VehicleEntry::payer, kMaxVehicleText},
    VehicleText{u"street", &VehicleEntry::street, kMaxVehicleText}, VehicleText{u"postcode", &VehicleEntry::postcode, kMaxVehicleText},
    VehicleText{u"city", &VehicleEntry::city, kMaxVehicleText}, VehicleText{u"email", &VehicleEntry::email, kMaxVehicleText}};

// Capitals and no blanks in a VIN, blanks folded; the lines of the further vehicles become ';'.
VehicleEntry tidied(VehicleEntry entry)
{
    entry.further.replace(u'\n', u';');
    for (const auto& field : kVehicleTexts) entry.*field.text = (entry.*field.text).simplified();
    entry.plate = entry.plate.toUpper();
    entry.vin = entry.vin.toUpper().remove(u' ');
    return entry;
}

std::optional<Error> faultIn(const OpenItem& item, const VehicleEntry& entry, const VehicleEntry& was)
{
    const auto refused = [](const QString& code, const QString& detail = {}) { return Error{Fault::Refused, code, detail}; };
    for (const auto& field : kVehicleTexts)
        if ((entry.*field.text).size() > field.most && entry.*field.text != was.*field.text) return refused(u"entry.too_long"_s, field.name.toString());
    if (!entry.vin.isEmpty() && entry.vin != was.vin && !isVin(entry.vin)) return refused(u"entry.vin"_s);
    if (!item.key.isNull() && foldPlate(entry.plate).isEmpty() && entry.vin.isEmpty()) return refused(u"vehicle.missing"_s);
    if (furtherVehiclesOf(entry.further).size() >= static_cast<std::size_t>(kMaxVehicles)) return refused(u"vehicle.too_many"_s, QString::number(kMaxVehicles));
    const bool address = !(entry.street.isEmpty() && entry.postcode.isEmpty() && entry.city.isEmpty() && entry.email.isEmpty());
    if (entry.payer.isEmpty() && address) return refused(u"vehicle.payer"_s);
    if (!entry.email.isEmpty() && entry.email != was.email && !isMailAddress(entry.email)) return refused(u"entry.email"_s);
    return {};
}

QString suggested(const OpenItem& item, QStringView field)
{
    const auto found = std::find_if(item.toConfirm.begin(), item.toConfirm.end(), [&](const Finding& f) { return f.field == field; });
    return found == item.toConfirm.end() ? QString{} : found->value;
}

} // namespace

bool newMovesStays(std::span<const VehicleKey> keys)
{
    return std::count_if(keys.begin(), keys.end(), [](const VehicleKey& k) { return k.here(); }) > 1;
}

VehicleKey* StayPlan::key(const KeyId& id)
{
    const auto found = std::find_if(m_context.keys.begin(), m_context.keys.end(), [&](const VehicleKey& k) { return !id.isNull() && k.id == id; });
    return found == m_context.keys.end() ? nullptr : &*found;
}

KeyId StayPlan::movedTo(const KeyId& id) const
{
    auto at = id;
    for (auto next = m_merged.find(at); next != m_merged.end(); next = m_merged.find(at)) at = next->second;
    return at;
}

bool StayPlan::alone(const KeyId& id) const
{
    const auto hangsHere = [&](const OpenItem& other) {
        const auto keys = other.keys();
        return other.id != m_id && std::any_of(keys.begin(), keys.end(), [&](const KeyId& k) { return movedTo(k) == id; });
    };
    return std::none_of(m_context.items.begin(), m_context.items.end(), hangsHere);
}

std::vector<VehicleKey*> StayPlan::staysOf(const VehicleHint& vehicle, const KeyId& but)
{
    std::vector<VehicleKey*> out;
    for (auto& k : m_context.keys)
        if (k.here() && k.id != but && isOf(k, vehicle)) out.push_back(&k);
    std::sort(out.begin(), out.end(), [](const VehicleKey* a, const VehicleKey* b) { return a->seq > b->seq; });   // the newest first
    return out;
}

void StayPlan::describe(VehicleKey& k, const VehicleHint& vehicle, Describe how, std::vector<Event>& events)
{
    const auto chosen = [&](const QString& knew, const QString& says) {
        if (how == Describe::Replace) return says;
        return says.isEmpty() || (how == Describe::Complete && !knew.isEmpty()) ? knew : says;
    };
    const auto plate = foldPlate(k.plate) == foldPlate(vehicle.plate) ? k.plate : chosen(k.plate, vehicle.plate);
    const auto vin = chosen(k.vin, vehicle.vin), model = chosen(k.vehicle, vehicle.model);
    if (plate == k.plate && vin == k.vin && model == k.vehicle) return;
    events.push_back(KeyCorrected{k.id, plate, vin, model});
    k.plate = plate;
    k.vin = vin;
    k.vehicle = model;
}

// The key it leaves: with nothing else on it, it never was one of its own, and its hook belongs to the next.
void StayPlan::leave(const KeyId& id, const KeyId& next, std::vector<Event>& events)
{
    auto* k = key(id);
    if (!k) return;
    const bool last = k->here() && alone(id);
    events.push_back(KeyLeft{m_id, id, last});
    if (!last) return;
    const auto hook = k->hook;
    k->dissolved = true;
    k->hook.clear();
    if (auto* target = key(next); target && target->here() && target->hook.isEmpty() && !hook.isEmpty()) {
        target->hook = hook;
        events.push_back(KeyHung{next, hook});
    }
}

// They turn out to be the same car: everything that hangs on the one moves to the other.
void StayPlan::merge(VehicleKey& into, VehicleKey& from, std::vector<Event>& events)
{
    const auto hook = from.hook;
    std::vector<Event> moves;
    for (const auto& other : m_context.items) {
        if (other.id == m_id) continue;
        for (int place = 0; place <= static_cast<int>(other.further.size()); ++place)
            if (const auto at = other.keyAt(place); !at.isNull() && movedTo(at) == from.id) moves.push_back(KeyAssigned{other.id, into.id, place});
    }
    m_merged[from.id] = into.id;
    events.insert(events.end(), moves.begin(), moves.end());
    events.push_back(KeyLeft{m_id, from.id, true});
    from.dissolved = true;
    from.hook.clear();
    if (hook.isEmpty() || !into.hook.isEmpty()) return;
    into.hook = hook;
    events.push_back(KeyHung{into.id, hook});
}

KeyId StayPlan::place(const VehicleHint& vehicle, const KeyId& current, bool brings, std::vector<Event>& events)
{
    if (!isNamed(vehicle)) return current;
    auto* mine = key(current);
    if (!current.isNull() && !mine) return current;   // of a key nothing is known of nothing is decided
    const bool same = mine && isOf(*mine, vehicle);
    if (same && !mine->here()) {   // it has left with this car; another stay of it is another visit
        describe(*mine, vehicle, Describe::Correct, events);
        return current;
    }
    auto stays = staysOf(vehicle, current);
    VehicleKey* target = same ? mine : nullptr;
    if (!target && !stays.empty()) {
        target = stays.front();
        stays.erase(stays.begin());
    }
    if (target) {
        for (auto* other : stays)
            if (isOf(*other, vehicle)) merge(*target, *other, events);
        describe(*target, vehicle, same ? Describe::Correct : Describe::Complete, events);
        return target->id;
    }
    if (mine && alone(current)) {
        describe(*mine, vehicle, Describe::Replace, events);
        return current;
    }
    if (!brings) return {};
    const auto id = m_made == 0 ? m_fresh : KeyId{u"%1.%2"_s.arg(m_fresh.text()).arg(m_made)};
    ++m_made;
    events.push_back(KeyTaken{id, vehicle.plate, vehicle.vin, vehicle.model});
    VehicleKey made;
    made.id = id;
    made.plate = vehicle.plate;
    made.vin = vehicle.vin;
    made.vehicle = vehicle.model;
    m_context.keys.push_back(std::move(made));
    return id;
}

void StayPlan::hang(const OpenItem& before, const OpenItem& now, std::vector<Event>& events)
{
    const bool brings = now.kind != InvoiceKind::Credit;
    auto old = before.keys();
    std::vector<KeyId> wanted;
    for (int place = 0; place <= static_cast<int>(now.further.size()); ++place) {
        const auto hint = place == 0 ? hintOf(now.plate, now.vin, now.vehicle) : [&f = now.further[static_cast<std::size_t>(place - 1)]] { return hintOf(f.plate, f.vin, f.vehicle); }();
        const auto current = now.keyAt(place);
        const auto next = this->place(hint, current, brings, events);
        if (next != current && !next.isNull()) events.push_back(KeyAssigned{now.id, next, place});
        const auto stays = next.isNull() ? current : next;
        if (!stays.isNull()) wanted.push_back(stays);
    }
    for (const auto& id : old) {
        if (std::find(wanted.begin(), wanted.end(), id) != wanted.end()) continue;
        const auto* k = key(id);
        if (k && !k->dissolved) leave(id, wanted.empty() ? KeyId{} : wanted.front(), events);
    }
}

std::vector<VehicleHint> furtherVehiclesOf(const QString& text)
{
    std::vector<VehicleHint> out;
    QString all = text;
    all.replace(u'\n', u';');
    for (const auto& part : all.split(u';', Qt::SkipEmptyParts)) {
        VehicleHint hint;
        QStringList plate;
        for (const auto& word : part.toUpper().simplified().split(u' ', Qt::SkipEmptyParts)) {
            const auto bare = word.endsWith(u',') ? word.chopped(1) : word;
            if (hint.vin.isEmpty() && isVin(bare)) hint.vin = bare;
            else plate << bare;
        }
        hint.plate = plate.join(u' ');
        if (isNamed(hint)) out.push_back(hint);
    }
    return out;
}

VehicleEntry vehicleEntryOf(const OpenItem& item)
{
    VehicleEntry out;
    out.plate = item.plate;
    out.vin = item.vin;
    out.model = item.vehicle;
    QStringList further;
    for (const auto& f : item.further) further << (f.plate + u' ' + f.vin).trimmed();
    out.further = further.join(u"; "_s);
    out.keeper = item.payerName.isEmpty() || (!item.payer.name.isEmpty() && item.customer == item.buyer.name) ? item.typedKeeper : item.customer;
    out.customerId = item.customerId.isEmpty() ? suggested(item, u"customer_no") : item.customerId;
    out.orderRef = item.orderRef.isEmpty() ? suggested(item, u"order_no") : item.orderRef;
    out.payer = item.payer.name;
    out.street = item.payer.address.street;
    out.postcode = item.payer.address.postcode;
    out.city = item.payer.address.city;
    out.email = item.payer.email;
    return out;
}

Result<std::vector<Event>> decideVehicle(const OpenItem& item, const VehicleEntry& typed, const StayContext& context, const KeyId& fresh)
{
    const auto entry = tidied(typed);
    const auto was = tidied(vehicleEntryOf(item));
    if (const auto fault = faultIn(item, entry, was)) return *fault;
    std::vector<Event> events;
    if (entry == was && item.toConfirm.empty()) return events;
    VehicleCorrected fact;
    fact.invoice = item.id;
    fact.vehicle = hintOf(entry.plate == was.plate ? item.plate : entry.plate, entry.vin, entry.model);
    fact.further = furtherVehiclesOf(entry.further);
    for (auto& hint : fact.further)   // the model stands in no field of the sheet
        for (const auto& f : item.further)
            if (sameVehicle(f.plate, f.vin, hint.plate, hint.vin)) hint.model = f.vehicle;
    fact.customerId = entry.customerId;
    fact.orderRef = entry.orderRef;
    fact.keeper = entry.keeper;
    if (!entry.payer.isEmpty()) {
        fact.payer.name = entry.payer;
        fact.payer.address.street = entry.street;
        fact.payer.address.postcode = entry.postcode;
        fact.payer.address.city = entry.city;
        fact.payer.email = entry.email;
    }
    fact.confirmed = entry == was;
    events.push_back(fact);
    if (isNamed(fact.vehicle))
        for (const auto& task : item.tasks)
            if (task.kind == u"plate.missing") events.push_back(TaskDone{task.id, item.id, u"vehicle"_s});
    auto now = apply(item, Recorded{item.seq, {}, {}, fact});
    if (!now) return now.error();
    StayPlan{context, item.id, fresh}.hang(item, now.value(), events);
    // What is still to be paid no longer holds a key back: somebody should look at it. The id is derived from the state it was decided on.
    const bool fewer = fact.further.size() < item.further.size();
    const bool frees = std::any_of(events.begin(), events.end(), [&](const Event& e) {
        const auto* left = e.as<KeyLeft>();
        return left && left->invoice == item.id && item.hangsOn(left->key) && (!left->last || fewer);
    });
    if (frees && asksForMoney(item))
        events.push_back(TaskRaised{TaskId{u"vehicle.moved:%1:%2"_s.arg(item.id.text()).arg(item.seq)}, item.id, u"vehicle.moved"_s, item.plate.isEmpty() ? item.vin : item.plate, item.open()});
    return events;
}

} // namespace tresen::domain
