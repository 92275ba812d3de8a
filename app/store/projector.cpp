#include "app/store/projector.h"
#include "app/domain/user_rules.h"
#include "app/store/entry.h"
#include "app/store/people_rows.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

constexpr Instant kEndOfTime{253'402'300'799'999};   // 9999-12-31T23:59:59.999Z

} // namespace

qint64 ownReceipt(const QString& receiptNumber)
{
    constexpr int kFewest = 6, kMost = 12;
    const QStringView digits = QStringView{receiptNumber}.mid(2);
    if (!receiptNumber.startsWith(u"B-") || digits.size() < kFewest || digits.size() > kMost) return 0;
    qint64 value = 0;
    for (const QChar c : digits) {
        if (c < u'0' || c > u'9') return 0;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

QString ownReceiptText(qint64 number)
{
    return u"B-%1"_s.arg(number, 6, 10, QChar{u'0'});
}

std::optional<CounterValue> counterOf(const domain::Event& event)
{
    auto value = visit(domain::Match{
        [](const domain::RequestCreated& e) { return CounterValue{kSheetCounter, e.sheet}; },
        [](const domain::SettlementWritten& e) { return CounterValue{kRunCounter, e.run}; },
        [](const domain::PaymentBooked& e) { return CounterValue{kReceiptCounter, ownReceipt(e.receiptNumber)}; },
        [](const auto&) { return CounterValue{}; }}, event);
    if (value.value <= 0) return std::nullopt;
    return value;
}

void Projector::knows(const ports::Situation& read, const Origins& origins)
{
    m_read = &read;
    m_origins = &origins;
}

Result<std::optional<StoredItem>> Projector::storedItem(const domain::InvoiceId& id) const
{
    for (std::size_t i = 0; m_read && i < m_origins->items.size(); ++i) {
        if (m_read->items[i].id != id) continue;
        StoredItem known{m_origins->items[i].ref, m_read->items[i]};
        known.item.truthAt = m_origins->items[i].truthAt;
        return std::optional{std::move(known)};
    }
    return itemById(m_db, id);
}

Result<std::optional<StoredKey>> Projector::storedKey(const domain::KeyId& id) const
{
    for (std::size_t i = 0; m_read && i < m_origins->keys.size(); ++i)
        if (m_read->keys[i].id == id && m_origins->keys[i] != 0) return std::optional{StoredKey{m_origins->keys[i], m_read->keys[i]}};
    return keyById(m_db, id);
}

Result<Projector::ItemSlot*> Projector::item(const domain::InvoiceId& id)
{
    const auto known = m_items.find(id);
    if (known != m_items.end()) return &known->second;
    auto found = storedItem(id);
    if (!found) return found.error();
    ItemSlot slot;
    slot.fresh = !found.value().has_value();
    if (!slot.fresh) {
        slot.stored = std::move(*found.value());
        slot.before = slot.stored.item;
    }
    return &m_items.emplace(id, std::move(slot)).first->second;
}

Result<Projector::KeySlot*> Projector::key(const domain::KeyId& id)
{
    const auto known = m_keys.find(id);
    if (known != m_keys.end()) return &known->second;
    auto found = storedKey(id);
    if (!found) return found.error();
    KeySlot slot;
    slot.fresh = !found.value().has_value();
    if (!slot.fresh) slot.stored = std::move(*found.value());
    return &m_keys.emplace(id, std::move(slot)).first->second;
}

Result<Ok> Projector::fold(const domain::Recorded& entry)
{
    if (const auto id = invoiceOf(entry.event); !id.isNull()) {
        const auto slot = item(id);
        if (!slot) return slot.error();
        auto& s = *slot.value();
        auto next = domain::apply(s.stored.item, entry);
        if (!next) return next.error();
        if (s.stored.ref == 0) s.stored.ref = entry.seq;
        s.touched = true;
        noteStays(s.stored.item, next.value());
        s.stored.item = std::move(next).value();
    }
    if (const auto id = keyIdOf(entry.event); !id.isNull()) {
        const auto slot = key(id);
        if (!slot) return slot.error();
        auto& s = *slot.value();
        auto next = domain::apply(s.stored.key, entry);
        if (!next) return next.error();
        if (!(next.value() == s.stored.key)) {
            if (s.stored.ref == 0) s.stored.ref = entry.seq;
            s.touched = true;
            s.stored.key = std::move(next).value();
        }
    }
    if (const auto* setting = entry.event.as<domain::SettingChanged>()) m_settings[setting->key] = {setting->value, entry.seq};
    if (const auto ok = foldPeople(entry); !ok) return ok;
    return foldCounter(entry);
}

// Those an invoice leaves change as well as those it hangs on.
void Projector::noteStays(const domain::OpenItem& before, const domain::OpenItem& now)
{
    for (const auto& key : now.keys()) m_stays[key];
    for (const auto& key : before.keys())
        if (!now.hangsOn(key)) m_stays[key].left = true;
}

Result<Ok> Projector::foldPeople(const domain::Recorded& entry)
{
    if (!domain::concernsPeople(entry.event)) return Ok{};
    if (!m_people) {
        auto stored = readPeople(m_db);
        if (!stored) return stored.error();
        m_people = std::move(stored).value();
    }
    domain::apply(*m_people, entry);
    return Ok{};
}

Result<Ok> Projector::foldCounter(const domain::Recorded& entry)
{
    const auto counter = counterOf(entry.event);
    if (!counter) return Ok{};
    const auto name = std::pair{entry.by.site, counter->name};
    if (!m_counters.contains(name)) {
        const auto stored = storedCounter(name.first, name.second);
        if (!stored) return stored.error();
        m_counters[name] = stored.value();
    }
    m_counters[name] = std::max(m_counters[name], counter->value);
    return Ok{};
}

Result<qint64> Projector::storedCounter(const QString& site, const QString& name) const
{
    if (m_read && site == m_origins->site) {
        if (name == kSheetCounter) return m_read->lastSheet;
        if (name == kRunCounter) return m_read->lastRun;
        if (name == kReceiptCounter) return m_read->lastReceipt;
    }
    const auto stored = oneInteger(m_db.statement("SELECT value FROM counter WHERE site = ? AND name = ?").with(site, name));
    if (!stored) return stored.error();
    return stored.value().value_or(0);
}

Result<std::vector<StoredRow>> Projector::write()
{
    std::vector<StoredRow> rows;
    auto stays = std::move(m_stays);
    for (auto& [id, slot] : m_keys) {
        if (!slot.touched) continue;
        if (const auto ok = writeKey(m_db, slot.stored.ref, slot.stored.key, slot.fresh); !ok) return ok.error();
        stays[id];
    }
    for (auto& [id, slot] : m_items) {
        if (!slot.touched) continue;
        const auto& item = slot.stored.item;
        if (const auto ok = writeItem(m_db, slot.stored.ref, item, slot.fresh ? nullptr : &slot.before); !ok) return ok.error();
        const auto keys = item.keys();
        for (const auto& key : keys) stays[key].touched.push_back(&slot);
        if (!keys.empty()) continue;
        if (const auto ok = rowOf(slot, boardRow(item, {}, {item}), rows); !ok) return ok.error();
    }
    std::set<qint64> made;
    for (auto& [id, stay] : stays)
        if (const auto ok = rowsOfStay(id, stay, made, rows); !ok) return ok.error();
    for (const auto& [name, value] : m_counters) {
        const auto ok = m_db.statement("INSERT INTO counter(site, name, value) VALUES(?, ?, ?) ON CONFLICT(site, name) DO UPDATE SET value = excluded.value")
                            .with(name.first, name.second, value).run();
        if (!ok) return ok.error();
    }
    for (const auto& [name, value] : m_settings) {
        const auto ok = m_db.statement("INSERT INTO setting(name, value, seq) VALUES(?, ?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value, seq = excluded.seq")
                            .with(name, value.first, value.second).run();
        if (!ok) return ok.error();
    }
    if (m_people)
        if (const auto ok = writePeople(m_db, *m_people); !ok) return ok.error();
    forget();
    return rows;
}

// A key goes with all invoices of its stay, so they change together. The items are in the tables already. made: the rows that are done.
Result<Ok> Projector::rowsOfStay(const domain::KeyId& id, Stay& stay, std::set<qint64>& made, std::vector<StoredRow>& rows)
{
    const auto plain = rowsOfPlain(id, stay, made, rows);
    if (!plain) return plain.error();
    if (plain.value()) return Ok{};
    const auto items = itemsOfKey(m_db, id);
    if (!items) return items.error();
    std::vector<domain::OpenItem> here;
    for (const auto& stored : items.value()) here.push_back(stored.item);
    for (const auto& stored : items.value()) {
        if (!made.insert(stored.ref).second) continue;
        std::vector<domain::VehicleKey> keys;
        for (const auto& one : stored.item.keys()) {
            const auto slot = key(one);
            if (!slot) return slot.error();
            keys.push_back(slot.value()->stored.key);
        }
        const auto shown = domain::shownKey(stored.item, keys);
        auto others = here;
        if (shown.exists() && shown.id != id) {   // of an invoice over several vehicles
            const auto hanging = itemsOfKey(m_db, shown.id);
            if (!hanging) return hanging.error();
            others.clear();
            for (const auto& other : hanging.value()) others.push_back(other.item);
        }
        const auto known = m_items.find(stored.item.id);
        const bool fresh = known != m_items.end() && known->second.fresh;
        if (const auto ok = rowOf({stored, fresh, true}, boardRow(stored.item, shown, others), rows); !ok) return ok;
    }
    return Ok{};
}

// Invoices of one vehicle each, on a key that is here and as it was: most of what a folder brings and a counter books. Of the others they change at most
// whether the key may go, so these are not read: hundreds of invoices may hang on one key. False: it is not so simple.
Result<bool> Projector::rowsOfPlain(const domain::KeyId& id, Stay& stay, std::set<qint64>& made, std::vector<StoredRow>& rows)
{
    auto& changed = stay.touched;
    const auto isPlain = [](const ItemSlot* slot) {
        const auto keys = slot->stored.item.keys();
        return keys.size() == 1 && (slot->fresh || slot->before.keys() == keys);
    };
    if (stay.left || changed.empty() || !std::all_of(changed.begin(), changed.end(), isPlain)) return false;
    const auto keySlot = key(id);
    if (!keySlot) return keySlot.error();
    const auto& held = keySlot.value()->stored.key;
    const auto signs = signsOfStay(m_db, id);
    if (!signs) return signs.error();
    const auto& [further, before, hold] = signs.value();
    // A key that is new has no others; one that has changed changes them all.
    if (!held.here() || further || (keySlot.value()->touched && before) || hold == Holds::WhileNothingReplacesIt) return false;
    const bool mayGo = hold == Holds::Nothing;
    if (before && *before != mayGo)
        if (const auto ok = turnOthers(id, stay, mayGo, made, rows); !ok) return ok.error();
    std::sort(changed.begin(), changed.end(), [](const ItemSlot* a, const ItemSlot* b) { return a->stored.ref < b->stored.ref; });
    for (const auto* slot : changed) {
        auto row = boardRow(slot->stored.item, held, {slot->stored.item});
        row.mayGo = mayGo;
        made.insert(slot->stored.ref);
        if (const auto ok = rowOf(*slot, std::move(row), rows); !ok) return ok.error();
    }
    return true;
}

Result<Ok> Projector::turnOthers(const domain::KeyId& id, const Stay& stay, bool mayGo, std::set<qint64>& made, std::vector<StoredRow>& rows)
{
    qint64 newest = 0;
    std::set<qint64> changed;
    for (const auto* slot : stay.touched) {
        newest = std::max(newest, slot->stored.item.seq);
        changed.insert(slot->stored.ref);
    }
    if (const auto ok = turnStay(m_db, id, mayGo, newest); !ok) return ok;
    auto all = boardOfStay(m_db, id);
    if (!all) return all.error();
    for (auto& other : all.value()) {
        if (changed.contains(other.ref)) continue;
        if (!other.row.also.isEmpty()) {   // an invoice over several vehicles
            const auto item = itemById(m_db, other.row.invoice);
            if (!item) return item.error();
            if (item.value())
                if (const auto ok = addFurther(m_db, item.value()->item, other.row); !ok) return ok;
        }
        made.insert(other.ref);
        rows.push_back(std::move(other));
    }
    return Ok{};
}

Result<Ok> Projector::rowOf(const ItemSlot& slot, domain::BoardRow made, std::vector<StoredRow>& rows)
{
    if (const auto ok = addFurther(m_db, slot.stored.item, made); !ok) return ok;
    StoredRow row{slot.stored.ref, storable(std::move(made))};
    if (const auto ok = writeBoard(m_db, row.ref, row.row, slot.fresh); !ok) return ok;
    if (!slot.fresh) {
        // Something newer is known, or nothing ages here any more: the note has served.
        const auto ok = dropFreshness(m_db, row.ref, row.row.truthElsewhere ? row.row.truthAt : kEndOfTime);
        if (!ok) return ok;
    }
    rows.push_back(std::move(row));
    return Ok{};
}

void Projector::forget()
{
    m_read = nullptr;
    m_origins = nullptr;
    m_items.clear();
    m_keys.clear();
    m_stays.clear();
    m_counters.clear();
    m_settings.clear();
    m_people.reset();
}

Result<Ok> rebuildProjections(Connection& db)
{
    constexpr int kStep = 500;
    if (const auto ok = db.script("DELETE FROM board; DELETE FROM preceding; DELETE FROM request_link; DELETE FROM sheet_code; DELETE FROM stay_vin; DELETE FROM item; DELETE FROM vehicle_key; DELETE FROM setting; DELETE FROM counter; DELETE FROM person; DELETE FROM proposal;"); !ok) return ok;
    Projector projector{db};
    for (qint64 seq = 0;;) {
        const auto entries = entriesAfter(db, seq, kStep);
        if (!entries) return entries.error();
        if (entries.value().empty()) break;
        for (const auto& entry : entries.value()) {
            const auto recorded = recordedFrom(entry);
            if (!recorded) return recorded.error();
            if (const auto ok = projector.fold(recorded.value()); !ok) return ok;
            seq = entry.seq;
        }
        if (const auto written = projector.write(); !written) return written.error();
    }
    return db.statement("INSERT INTO store_info(name, value) VALUES('projection', ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value")
        .with(QString::number(kProjectionVersion)).run();
}

Result<bool> projectionsOutdated(Connection& db)
{
    const auto made = oneText(db.statement("SELECT value FROM store_info WHERE name = 'projection'").with());
    if (!made) return made.error();
    return made.value() != QString::number(kProjectionVersion);
}

} // namespace tresen::store
