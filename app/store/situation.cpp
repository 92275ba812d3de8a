#include "app/store/situation.h"
#include "app/store/entry.h"
#include "app/store/projector.h"
#include <iterator>
#include <set>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

// Collects items and keys, each once, in the order they were asked for.
class SituationReader {
public:
    SituationReader(Connection& db, const ports::Subject& subject) : m_db{db}, m_subject{subject} {}

    // Everything but the stays.
    Result<Ok> read()
    {
        for (const auto& id : m_subject.invoices)
            if (const auto ok = take(readItems(m_db.statement("SELECT ref, body FROM item WHERE invoice = ?").with(id.text()))); !ok) return ok;
        for (const auto& key : m_subject.naturalKeys)
            if (const auto ok = take(readItems(m_db.statement("SELECT ref, body FROM item WHERE natural_key = ?").with(key))); !ok) return ok;
        for (const auto& number : m_subject.numbers)
            if (const auto ok = take(readItems(m_db.statement("SELECT ref, body FROM item WHERE number = ? ORDER BY ref").with(number))); !ok) return ok;
        for (const auto& code : m_subject.codes)
            if (const auto ok = take(itemsOfCode(m_db, code)); !ok) return ok;
        if (const auto ok = takeOtherWays(); !ok) return ok;
        for (const auto& number : m_subject.creditsFor)
            if (const auto ok = takeCredits(number); !ok) return ok;
        for (const auto& id : m_subject.keys)
            if (const auto ok = takeKey(id); !ok) return ok;
        for (const auto& plate : m_subject.plates)
            if (const auto ok = takePlate(plate); !ok) return ok;
        for (const auto& vin : m_subject.vins)
            if (const auto ok = takeVin(vin); !ok) return ok;
        auto hanging = keysOnHook(m_db, m_subject.hook);
        if (!hanging) return hanging.error();
        for (auto& key : hanging.value())
            if (m_keyIds.insert(key.id).second) add(std::move(key), 0);
        if (m_subject.stays == ports::Stays::None) return Ok{};
        for (const auto& stored : m_items)
            if (const auto ok = takeKeysOf(stored.item); !ok) return ok;
        return Ok{};
    }

    // Moves what has been read since the last time, with the age of what is known of it.
    Result<Ok> hand(std::vector<domain::OpenItem>& to, Origins& origins)
    {
        for (const auto& stored : m_items) origins.items.push_back({stored.ref, stored.item.truthAt});
        auto more = withFreshness(m_db, std::exchange(m_items, {}));
        if (!more) return more.error();
        std::move(more.value().begin(), more.value().end(), std::back_inserter(to));
        return Ok{};
    }

    // Every invoice that hangs on one of the keys read.
    Result<Ok> readStays()
    {
        for (const auto& id : m_keyIds)
            if (const auto ok = take(itemsOfKey(m_db, id)); !ok) return ok;
        return Ok{};
    }

    std::vector<domain::VehicleKey> keys;
    std::vector<qint64> keyRefs;

private:
    void add(domain::VehicleKey key, qint64 ref)
    {
        keys.push_back(std::move(key));
        keyRefs.push_back(ref);
    }
    Result<Ok> take(Result<std::vector<StoredItem>> found)
    {
        if (!found) return found.error();
        for (auto& stored : found.value())
            if (m_refs.insert(stored.ref).second) m_items.push_back(std::move(stored));
        return Ok{};
    }
    Result<Ok> takeCredits(const QString& number)
    {
        auto found = readItems(m_db.statement("SELECT item.ref, item.body FROM preceding JOIN item ON item.ref = preceding.ref WHERE preceding.number = ? ORDER BY item.ref").with(number));
        if (found) std::erase_if(found.value(), [](const StoredItem& s) { return s.item.kind != domain::InvoiceKind::Credit; });
        return take(std::move(found));
    }
    Result<Ok> takeKey(const domain::KeyId& id)
    {
        if (id.isNull() || !m_keyIds.insert(id).second) return Ok{};
        auto found = keyById(m_db, id);
        if (!found) return found.error();
        if (found.value()) add(std::move(found.value()->key), found.value()->ref);
        return Ok{};
    }
    Result<Ok> takePlate(const QString& plate)
    {
        auto found = readKeys(m_db.statement("SELECT ref, body FROM vehicle_key WHERE plate = ? AND plate <> '' ORDER BY ref DESC LIMIT 1").with(plate));
        if (!found) return found.error();
        for (auto& stored : found.value())
            if (m_keyIds.insert(stored.key.id).second) add(std::move(stored.key), stored.ref);
        return Ok{};
    }
    Result<Ok> takeVin(const QString& vin)
    {
        const auto found = keysOfVin(m_db, vin);
        if (!found) return found.error();
        for (const auto& id : found.value())
            if (const auto ok = takeKey(id); !ok) return ok;
        return Ok{};
    }
    // What is found already may stand under a key of its own that the question does not know.
    Result<Ok> takeOtherWays()
    {
        if (m_subject.otherWays.isEmpty()) return Ok{};
        auto ways = m_subject.otherWays;
        for (const auto& stored : m_items) ways << stored.item.naturalKey;
        ways.removeDuplicates();
        for (const auto& way : ways)
            if (const auto ok = take(itemsOfCode(m_db, wayCode(way))); !ok) return ok;
        return Ok{};
    }
    Result<Ok> takeKeysOf(const domain::OpenItem& item)
    {
        for (const auto& id : item.keys())
            if (const auto ok = takeKey(id); !ok) return ok;
        return Ok{};
    }

    Connection& m_db;
    const ports::Subject& m_subject;
    std::vector<StoredItem> m_items;      // not handed out yet
    std::set<qint64> m_refs;
    std::set<domain::KeyId> m_keyIds;
};

// What else this customer takes on account. A key that left by override counts as well: the money is out either way.
Result<domain::Money> onAccountOf(Connection& db, const domain::OpenItem& item)
{
    auto sum = domain::Money::cents(0, item.due.currency());
    if (item.customerId.isEmpty()) return sum;
    const auto others = readItems(db.statement("SELECT item.ref, item.body FROM item JOIN board ON board.ref = item.ref WHERE item.customer = ? AND board.open > 0 AND board.invoice <> ?")
                                      .with(columnsOf(item).customer, item.id.text()));
    if (!others) return others.error();
    for (const auto& other : others.value()) {
        if (!other.item.onAccount || !asksForMoney(other.item)) continue;
        const auto more = domain::add(sum, other.item.open());
        if (more) sum = more.value();
    }
    return sum;
}

// Only this day: a terminal begins to count anew after 9999.
Result<bool> knowsCardReceipt(Connection& db, const QString& receipt, const QString& site, Instant now)
{
    const Instant midnight{now.local().date().startOfDay().toMSecsSinceEpoch()};
    static const auto sql = entrySelect("WHERE at >= ? AND at <= ? AND site = ? AND kind = 'PaymentBooked'");
    auto& q = db.statement(sql.constData()).with(midnight.iso(), now.iso(), site);
    bool known = false;
    while (q.next()) {
        const auto entry = recordedFrom(readEntry(q));
        if (!entry) return entry.error();
        const auto* booked = entry.value().event.as<domain::PaymentBooked>();
        known = known || (booked && booked->kind == domain::PaymentKind::CardTerminal && booked->amount.isPositive() && booked->receiptNumber == receipt);
    }
    if (const auto ok = q.done(); !ok) return ok.error();
    return known;
}

} // namespace

Result<std::vector<domain::OpenItem>> withFreshness(Connection& db, std::vector<StoredItem> items)
{
    std::vector<domain::OpenItem> out;
    out.reserve(items.size());
    for (auto& stored : items) {
        const auto fresh = freshnessOf(db, stored.ref);
        if (!fresh) return fresh.error();
        stored.item.truthAt = std::max(stored.item.truthAt, fresh.value());
        out.push_back(std::move(stored.item));
    }
    return out;
}

Result<ports::Situation> loadSituation(Connection& db, const ports::Subject& subject, const QString& site, Instant now, KnownSettings& known, Origins& origins)
{
    SituationReader reader{db, subject};
    if (const auto ok = reader.read(); !ok) return ok.error();
    ports::Situation out;
    out.now = now;
    origins.site = site;
    out.keys = std::move(reader.keys);
    origins.keys = std::move(reader.keyRefs);
    if (const auto ok = reader.hand(out.items, origins); !ok) return ok.error();
    const bool whole = subject.stays == ports::Stays::Whole || (subject.stays == ports::Stays::Moving && (!subject.moves || subject.moves(out)));
    if (whole) {
        if (const auto ok = reader.readStays(); !ok) return ok.error();
        if (const auto ok = reader.hand(out.items, origins); !ok) return ok.error();
    }
    if (subject.withAccount && !out.items.empty()) {
        const auto taken = onAccountOf(db, out.items.front());
        if (!taken) return taken.error();
        out.onAccount = taken.value();
    }
    if (!subject.cardReceipt.isEmpty()) {
        const auto booked = knowsCardReceipt(db, subject.cardReceipt, site, now);
        if (!booked) return booked.error();
        out.cardReceiptKnown = booked.value();
    }
    for (const auto& name : subject.settingKeys) {
        auto setting = known.constFind(name);
        if (setting == known.constEnd()) {
            const auto value = oneText(db.statement("SELECT value FROM setting WHERE name = ?").with(name));
            if (!value) return value.error();
            setting = known.insert(name, value.value());
        }
        if (*setting) out.settings.insert(name, **setting);
    }
    auto& q = db.statement("SELECT name, value FROM counter WHERE site = ?").with(site);
    while (q.next()) {
        const auto name = q.text(0);
        if (name == kSheetCounter) out.lastSheet = q.integer(1);
        else if (name == kRunCounter) out.lastRun = q.integer(1);
        else if (name == kReceiptCounter) out.lastReceipt = q.integer(1);
    }
    if (const auto ok = q.done(); !ok) return ok.error();
    return out;
}

} // namespace tresen::store
