// Vehicle rules: on which key an invoice hangs, and how its vehicles, numbers and payer are put right later. Pure; called inside the journal's transaction.
#pragma once
#include "app/domain/open_item.h"
#include <map>
#include <optional>
#include <span>

namespace tresen::domain {

inline constexpr int kMaxVehicles = 20;            // of one invoice
inline constexpr int kMaxVehicleText = 200;        // characters of one field
inline constexpr int kMaxFurtherText = 1000;       // of the field with all further vehicles

// The stays the vehicles of an invoice may belong to, its own among them, and every invoice that hangs on one of these keys. More does no harm. The items
// belong to somebody else and outlive the decision.
struct StayContext {
    std::vector<VehicleKey> keys;
    std::span<const OpenItem> items;
};

// Can taking this invoice in as new look at any of the items of these stays? It hangs on a stay that is here or on one of its own, and only where several
// are here they may turn out to be the same car's. A later version of one that is known looks at them in any case.
bool newMovesStays(std::span<const VehicleKey> keys);

// Where the vehicles of one invoice hang. Used for one invoice, then thrown away: it remembers what it has decided.
class StayPlan {
public:
    // id: the invoice; fresh: for keys that have to be made, see keyOf().
    StayPlan(const StayContext& context, InvoiceId id, KeyId fresh) : m_context{context}, m_id{std::move(id)}, m_fresh{std::move(fresh)} {}

    // The key of one of its vehicles. current: on which it hangs now. The same car has one key: a stay that is still here is found by VIN or plate, two
    // stays that turn out to be the same car become one, and a key on which nothing else hangs is put right rather than changed for another. brings: a
    // car that is not known yet gets a key. Null: it hangs on none.
    KeyId place(const VehicleHint& vehicle, const KeyId& current, bool brings, std::vector<Event>& events);
    // Hangs all vehicles of the invoice on their keys, and takes it off those it hung on before. now: with the change applied.
    void hang(const OpenItem& before, const OpenItem& now, std::vector<Event>& events);

private:
    VehicleKey* key(const KeyId& id);
    bool alone(const KeyId& id) const;             // nothing hangs on it but this invoice
    KeyId movedTo(const KeyId& id) const;          // where what hung on it hangs by now
    void leave(const KeyId& id, const KeyId& next, std::vector<Event>& events);
    void merge(VehicleKey& into, VehicleKey& from, std::vector<Event>& events);
    // Complete: fills in what was not known. Correct: the same car, what is newer counts. Replace: another car than was thought.
    enum class Describe { Complete, Correct, Replace };
    void describe(VehicleKey& key, const VehicleHint& vehicle, Describe how, std::vector<Event>& events);
    std::vector<VehicleKey*> staysOf(const VehicleHint& vehicle, const KeyId& but);

    StayContext m_context;
    std::map<KeyId, KeyId> m_merged;               // everything that hung on the first hangs on the second
    InvoiceId m_id;
    KeyId m_fresh;
    int m_made = 0;
};

// What a person types in, or has confirmed, about an invoice that stands.
struct VehicleEntry {
    QString plate, vin, model;
    QString further;                               // one vehicle after the other, ';' or a new line between them: plate, VIN or both
    QString keeper, customerId, orderRef;
    QString payer, street, postcode, city, email;  // who pays instead of the buyer; empty: the buyer
    friend bool operator==(const VehicleEntry&, const VehicleEntry&) = default;
};
// As it stands; a number that only a rule has found is proposed.
VehicleEntry vehicleEntryOf(const OpenItem& item);
std::vector<VehicleHint> furtherVehiclesOf(const QString& text);

// Refusals: "entry.too_long" (detail: the field), "entry.vin", "entry.email", "vehicle.missing" (neither plate nor VIN, and a key hangs on it),
// "vehicle.too_many", "vehicle.payer" (an address without a name). Nothing changed and nothing to confirm: no events.
// Task "vehicle.moved": an invoice with something to pay was taken off a key, which it no longer holds back.
Result<std::vector<Event>> decideVehicle(const OpenItem& item, const VehicleEntry& entry, const StayContext& context, const KeyId& fresh);

} // namespace tresen::domain
