#include "app/store/rows.h"
#include "app/core/iso_time.h"
#include "app/domain/intake_rules.h"
#include "app/domain/settlement_rules.h"
#include "app/domain/stored_form.h"
#include <QHash>
#include <QJsonDocument>
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

// The board's columns hold enums as their numbers. Whoever renumbers one has to raise kProjectionVersion.
static_assert(int(domain::BoardState::Open) == 0 && int(domain::BoardState::Cancelled) == 10);
static_assert(int(domain::RequestAxis::Closed) == 4 && int(domain::MoneyAxis::Over) == 3 && int(domain::KeyState::Returned) == 3);
static_assert(int(domain::TruthSource::Workshop) == 0 && int(domain::TruthSource::Rule) == 5);

Error unreadableRow(const char* table, qint64 ref)
{
    return {Fault::Corrupt, u"store.projection_unreadable"_s, u"%1 %2"_s.arg(QLatin1StringView{table}).arg(ref)};
}

// The few texts that many rows share (models, hooks, reasons, regular customers) are made once and held once: a year of rows is some
// megabytes smaller. A direct-mapped table: a text that finds its place taken by another simply takes it.
class SharedTexts {
public:
    QString of(const Statement& row, int column)
    {
        const auto utf8 = row.bytes(column);
        if (utf8.isEmpty()) return QStringLiteral("");
        auto& place = m_places[qHash(utf8) % m_places.size()];
        if (place.utf8 != utf8) place = {utf8, QString::fromUtf8(utf8)};
        return place.text;
    }

private:
    struct Place { QByteArray utf8; QString text; };
    std::array<Place, 1024> m_places;
};

QString furtherKeyCode(const QString& key) { return u"key:"_s + key; }

domain::Currency currencyOf(const QByteArray& code)
{
    static const QByteArray euro = domain::Currency{}.code().toLatin1();
    if (code == euro) return {};
    return domain::Currency::fromCode(QString::fromLatin1(code)).valueOr({});
}

} // namespace

Result<std::vector<StoredItem>> readItems(Statement& rows)
{
    std::vector<StoredItem> out;
    while (rows.next()) {
        const qint64 ref = rows.integer(0);
        auto item = domain::itemFromJson(QJsonDocument::fromJson(rows.bytes(1)).object());
        if (!item || item.value().id.isNull()) return unreadableRow("item", ref);
        out.push_back({ref, std::move(item).value()});
    }
    if (const auto ok = rows.done(); !ok) return ok.error();
    return out;
}

Result<std::optional<StoredItem>> itemById(Connection& db, const domain::InvoiceId& id)
{
    auto found = readItems(db.statement("SELECT ref, body FROM item WHERE invoice = ?").with(id.text()));
    if (!found) return found.error();
    if (found.value().empty()) return std::optional<StoredItem>{};
    return std::optional<StoredItem>{std::move(found.value().front())};
}

Result<std::vector<StoredItem>> itemsOfKey(Connection& db, const domain::KeyId& id)
{
    auto first = readItems(db.statement("SELECT ref, body FROM item WHERE key_id = ? AND key_id <> '' ORDER BY ref").with(id.text()));
    if (!first || id.isNull()) return first;
    auto others = readItems(db.statement("SELECT item.ref, item.body FROM sheet_code JOIN item ON item.ref = sheet_code.ref WHERE sheet_code.code = ? ORDER BY item.ref").with(furtherKeyCode(id.text())));
    if (!others) return others;
    auto& out = first.value();
    for (auto& other : others.value()) {
        const bool listed = std::any_of(out.begin(), out.end(), [&](const StoredItem& s) { return s.ref == other.ref; });
        if (!listed && other.item.hangsOn(id)) out.push_back(std::move(other));
    }
    std::sort(out.begin(), out.end(), [](const StoredItem& a, const StoredItem& b) { return a.ref < b.ref; });
    return first;
}

Result<std::vector<StoredItem>> itemsOfCode(Connection& db, const QString& code)
{
    return readItems(db.statement("SELECT item.ref, item.body FROM sheet_code JOIN item ON item.ref = sheet_code.ref WHERE sheet_code.code = ? ORDER BY item.ref").with(code));
}

QString wayCode(const QString& naturalKey) { return u"way:"_s + naturalKey; }

// From one key to the next: with hundreds of invoices on a key it is still one look.
Result<std::vector<domain::KeyId>> keysOfVin(Connection& db, const QString& vin)
{
    std::vector<domain::KeyId> out;
    for (QString last;;) {
        const auto next = oneText(db.statement("SELECT key_id FROM stay_vin WHERE vin = ? AND key_id > ? ORDER BY key_id LIMIT 1").with(vin, last));
        if (!next) return next.error();
        last = next.value().value_or(QString{});
        if (last.isEmpty()) return out;
        out.push_back(domain::KeyId{last});
    }
}

Result<std::vector<StoredKey>> readKeys(Statement& rows)
{
    std::vector<StoredKey> out;
    while (rows.next()) {
        const qint64 ref = rows.integer(0);
        auto key = domain::keyFromJson(QJsonDocument::fromJson(rows.bytes(1)).object());
        if (!key || !key.value().exists()) return unreadableRow("vehicle_key", ref);
        out.push_back({ref, std::move(key).value()});
    }
    if (const auto ok = rows.done(); !ok) return ok.error();
    return out;
}

Result<std::optional<StoredKey>> keyById(Connection& db, const domain::KeyId& id)
{
    auto found = readKeys(db.statement("SELECT ref, body FROM vehicle_key WHERE key_id = ?").with(id.text()));
    if (!found) return found.error();
    if (found.value().empty()) return std::optional<StoredKey>{};
    return std::optional<StoredKey>{std::move(found.value().front())};
}

Result<domain::VehicleKey> shownKeyOf(Connection& db, const domain::OpenItem& item)
{
    std::vector<domain::VehicleKey> keys;
    for (const auto& id : item.keys()) {
        auto found = keyById(db, id);
        if (!found) return found.error();
        if (found.value()) keys.push_back(std::move(found.value()->key));
    }
    return domain::shownKey(item, keys);
}

Holds holdsOf(const domain::OpenItem& item)
{
    if (!letsKeyGo(item)) return Holds::Key;
    return item.cancelled && item.cancelledOwing ? Holds::WhileNothingReplacesIt : Holds::Nothing;
}

// One question for all: it is asked for every booking.
Result<StaySigns> signsOfStay(Connection& db, const domain::KeyId& id)
{
    const auto key = id.text();
    auto& q = db.statement("SELECT CASE WHEN EXISTS (SELECT 1 FROM sheet_code WHERE code = ?) THEN 1 ELSE 0 END, "
                           "COALESCE((SELECT board.may_go FROM item JOIN board ON board.ref = item.ref WHERE item.key_id = ? AND item.key_id <> '' LIMIT 1), -1), "
                           "COALESCE((SELECT holds FROM item WHERE key_id = ? AND key_id <> '' AND holds > 0 ORDER BY holds LIMIT 1), 0)")
                  .with(furtherKeyCode(key), key, key);
    StaySigns out;
    if (q.next()) {
        out.further = q.integer(0) != 0;
        if (q.integer(1) >= 0) out.mayGo = q.integer(1) != 0;
        out.hold = static_cast<Holds>(q.integer(2));
    }
    if (const auto ok = q.run(); !ok) return ok.error();
    return out;
}

Result<std::vector<domain::VehicleKey>> keysOnHook(Connection& db, const QString& hook)
{
    std::vector<domain::VehicleKey> out;
    if (hook.isEmpty()) return out;
    auto part = QString::fromUtf8(domain::compact(QJsonObject{{u"hook"_s, hook}}));
    part = part.mid(1, part.size() - 2);
    part.replace(u'!', u"!!"_s).replace(u'%', u"!%"_s).replace(u'_', u"!_"_s);
    auto found = readKeys(db.statement("SELECT ref, body FROM vehicle_key WHERE body LIKE ? ESCAPE '!' ORDER BY ref").with(u'%' + part + u'%'));
    if (!found) return found.error();
    for (auto& stored : found.value())
        if (stored.key.hook == hook && stored.key.here()) out.push_back(std::move(stored.key));
    return out;
}

Result<Ok> addFurther(Connection& db, const domain::OpenItem& item, domain::BoardRow& row)
{
    std::vector<domain::FurtherStay> others;
    for (const auto& id : item.keys()) {
        if (id == row.key) continue;
        auto key = keyById(db, id);
        if (!key) return key.error();
        if (!key.value()) continue;
        auto items = itemsOfKey(db, id);
        if (!items) return items.error();
        others.push_back({std::move(key.value()->key), {}});
        for (auto& stored : items.value()) others.back().stay.push_back(std::move(stored.item));
    }
    noteFurther(row, others);
    return Ok{};
}

ItemColumns columnsOf(const domain::OpenItem& item)
{
    ItemColumns out;
    // Who owes it: the number of the invoice is that of its buyer.
    if (!item.customerId.isEmpty() && item.payer.name.isEmpty()) out.customer = u"id:"_s + item.customerId;
    else if (const auto name = payerNameOf(item); !name.isEmpty()) out.customer = u"name:"_s + name.simplified().toCaseFolded();
    out.owed = domain::settlementOwed(item).has_value() || !domain::unanswered(item).empty();
    if (!item.cancelled) out.takenBy = item.takenBy.text();
    out.holds = holdsOf(item);
    return out;
}

QStringList codesOf(const domain::PayRequest& request)
{
    QStringList out;
    for (const auto& code : {request.deskCode, request.token, request.url})
        if (!code.isEmpty()) out << code;
    return out;
}

QStringList codesOf(const domain::OpenItem& item)
{
    QStringList out;
    for (const auto& key : item.keysEver) out << furtherKeyCode(key);
    for (const auto& task : item.tasksEver)
        if (const auto way = domain::wayOfTask(item.id, task); !way.isEmpty()) out << wayCode(way);
    out.removeDuplicates();
    return out;
}

namespace {

// before: as the tables hold it; null where it is new. What stands there already is not written once more: a payment changes none of all this.
Result<Ok> writeVins(Connection& db, qint64 ref, const domain::OpenItem& item, const domain::OpenItem* before)
{
    const auto keys = item.keys();
    const auto had = before ? before->keys() : std::vector<domain::KeyId>{};
    for (const auto& vin : item.vinsEver) {
        for (const auto& key : had) {
            if (item.hangsOn(key)) continue;
            if (const auto ok = db.statement("DELETE FROM stay_vin WHERE vin = ? AND key_id = ? AND ref = ?").with(vin, key.text(), ref).run(); !ok) return ok;
        }
        for (const auto& key : keys) {
            if (before && before->hangsOn(key) && before->vinsEver.contains(vin)) continue;
            if (const auto ok = db.statement("INSERT INTO stay_vin(vin, key_id, ref) VALUES(?, ?, ?) ON CONFLICT DO NOTHING").with(vin, key.text(), ref).run(); !ok) return ok;
        }
    }
    return Ok{};
}

Result<Ok> writePreceding(Connection& db, qint64 ref, const domain::OpenItem& item, const domain::OpenItem* before)
{
    if (before && before->preceding == item.preceding) return Ok{};
    if (before)
        if (const auto ok = db.statement("DELETE FROM preceding WHERE ref = ?").with(ref).run(); !ok) return ok;
    for (const auto& number : item.preceding) {
        const auto ok = db.statement("INSERT INTO preceding(number, ref) VALUES(?, ?) ON CONFLICT DO NOTHING").with(number, ref).run();
        if (!ok) return ok;
    }
    return Ok{};
}

QStringList allCodesOf(const domain::OpenItem& item)
{
    auto out = codesOf(item);
    for (const auto& request : item.requests) out += codesOf(request);
    return out;
}

Result<Ok> writeCodes(Connection& db, qint64 ref, const domain::OpenItem& item, const domain::OpenItem* before)
{
    const auto had = before ? allCodesOf(*before) : QStringList{};
    for (const auto& code : allCodesOf(item)) {
        if (had.contains(code)) continue;
        if (const auto ok = db.statement("INSERT INTO sheet_code(code, ref) VALUES(?, ?) ON CONFLICT DO NOTHING").with(code, ref).run(); !ok) return ok;
    }
    for (const auto& r : item.requests) {
        const auto isSame = [&](const domain::PayRequest& other) { return other.portal == r.portal && other.linkId == r.linkId; };
        if (r.linkId.isEmpty() || (before && std::any_of(before->requests.begin(), before->requests.end(), isSame))) continue;
        const auto ok = db.statement("INSERT INTO request_link(portal, link, ref) VALUES(?, ?, ?) ON CONFLICT DO NOTHING").with(r.portal, r.linkId, ref).run();
        if (!ok) return ok;
    }
    return Ok{};
}

Result<Ok> insertItem(Connection& db, qint64 ref, const domain::OpenItem& item, const ItemColumns& c, const QByteArray& body)
{
    return db.statement("INSERT INTO item(invoice, seq, natural_key, number, key_id, customer, owed, taken_by, holds, body, ref) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(item.id.text(), item.seq, item.naturalKey, item.number, item.key.text(), c.customer, c.owed, c.takenBy, int(c.holds), body, ref).run();
}

// SQLite writes the entry of an index anew for every column a statement names, even with the value that is there already: seven pages more for a payment that
// changes none of them. So only what has changed is named. PostgreSQL compares by itself, and two statements would be two versions of the row there.
Result<Ok> updateItem(Connection& db, qint64 ref, const domain::OpenItem& item, const ItemColumns& c, const QByteArray& body, const domain::OpenItem& before)
{
    const auto id = item.id.text(), key = item.key.text();
    if (db.dialect() == StoreConfig::Dialect::Postgres)
        return db.statement("UPDATE item SET invoice = ?, seq = ?, natural_key = ?, number = ?, key_id = ?, customer = ?, owed = ?, taken_by = ?, holds = ?, body = ? WHERE ref = ?")
            .with(id, item.seq, item.naturalKey, item.number, key, c.customer, c.owed, c.takenBy, int(c.holds), body, ref).run();
    const auto was = columnsOf(before);
    const bool same = before.id == item.id && before.naturalKey == item.naturalKey && before.number == item.number && before.key == item.key && was.customer == c.customer;
    auto ok = db.statement("UPDATE item SET seq = ?, body = ? WHERE ref = ?").with(item.seq, body, ref).run();
    if (ok && !same)
        ok = db.statement("UPDATE item SET invoice = ?, natural_key = ?, number = ?, key_id = ?, customer = ? WHERE ref = ?").with(id, item.naturalKey, item.number, key, c.customer, ref).run();
    if (ok && was.takenBy != c.takenBy) ok = db.statement("UPDATE item SET taken_by = ? WHERE ref = ?").with(c.takenBy, ref).run();
    if (ok && was.owed != c.owed) ok = db.statement("UPDATE item SET owed = ? WHERE ref = ?").with(c.owed, ref).run();
    if (ok && was.holds != c.holds) ok = db.statement("UPDATE item SET holds = ? WHERE ref = ?").with(int(c.holds), ref).run();
    return ok;
}

} // namespace

Result<Ok> writeItem(Connection& db, qint64 ref, const domain::OpenItem& item, const domain::OpenItem* before)
{
    const auto c = columnsOf(item);
    const auto body = domain::storedForm(item);
    if (const auto ok = before ? updateItem(db, ref, item, c, body, *before) : insertItem(db, ref, item, c, body); !ok) return ok;
    if (const auto ok = writePreceding(db, ref, item, before); !ok) return ok;
    if (const auto ok = writeVins(db, ref, item, before); !ok) return ok;
    return writeCodes(db, ref, item, before);
}

QString plateColumn(const domain::VehicleKey& key)
{
    return key.dissolved ? QString{} : domain::foldPlate(key.plate);
}

Result<Ok> writeKey(Connection& db, qint64 ref, const domain::VehicleKey& key, bool fresh)
{
    auto& write = fresh ? db.statement("INSERT INTO vehicle_key(key_id, seq, plate, body, ref) VALUES(?, ?, ?, ?, ?)")
                        : db.statement("UPDATE vehicle_key SET key_id = ?, seq = ?, plate = ?, body = ? WHERE ref = ?");
    return write.with(key.id.text(), key.seq, plateColumn(key), domain::storedForm(key), ref).run();
}

QByteArray boardSelect(const char* rest)
{
    return QByteArray{"SELECT ref, invoice, key_id, seq, number, plate, customer, vehicle, work, hook, currency, gross, paid, open, state, request, money, "
                      "key_state, may_go, truth_elsewhere, reason, reason_detail, source, truth_at, ready_at, open_tasks, search_key, site, payer, also, to_confirm FROM board "} + rest;
}

namespace {

StoredRow readBoardRow(const Statement& q, SharedTexts* texts)
{
    const auto shared = [&](int column) { return texts ? texts->of(q, column) : q.text(column); };
    StoredRow out;
    auto& row = out.row;
    out.ref = q.integer(0);
    row.invoice = domain::InvoiceId{q.text(1)};
    row.key = domain::KeyId{q.text(2)};
    row.seq = q.integer(3);
    row.number = q.text(4);
    row.plate = q.text(5);
    row.customer = shared(6);
    row.vehicle = shared(7);
    row.work = shared(8);
    row.hook = shared(9);
    const auto currency = currencyOf(q.bytes(10));
    row.gross = domain::Money::cents(q.integer(11), currency);
    row.paid = domain::Money::cents(q.integer(12), currency);
    row.open = domain::Money::cents(q.integer(13), currency);
    row.state = static_cast<domain::BoardState>(q.integer(14));
    row.request = static_cast<domain::RequestAxis>(q.integer(15));
    row.money = static_cast<domain::MoneyAxis>(q.integer(16));
    row.keyState = static_cast<domain::KeyState>(q.integer(17));
    row.mayGo = q.integer(18) != 0;
    row.truthElsewhere = q.integer(19) != 0;
    row.reason = shared(20);
    row.reasonDetail = shared(21);
    row.source = static_cast<domain::TruthSource>(q.integer(22));
    row.truthAt = fromIsoText(q.bytes(23));
    row.readyAt = fromIsoText(q.bytes(24));
    row.openTasks = static_cast<int>(q.integer(25));
    row.searchKey = q.text(26);
    row.site = shared(27);
    row.payer = shared(28);
    row.also = q.text(29);
    row.toConfirm = q.integer(30) != 0;
    return out;
}

Result<std::vector<StoredRow>> readBoardRows(Statement& rows, std::size_t expected, SharedTexts* texts)
{
    std::vector<StoredRow> out;
    out.reserve(expected);
    while (rows.next()) {
        const auto in = [&](int column, int last) { return rows.integer(column) >= 0 && rows.integer(column) <= last; };
        // A number outside of its enum would be undefined behaviour further on.
        if (!in(14, 10) || !in(15, 4) || !in(16, 3) || !in(17, 3) || !in(22, 5)) return unreadableRow("board", rows.integer(0));
        out.push_back(readBoardRow(rows, texts));
    }
    if (const auto ok = rows.done(); !ok) return ok.error();
    return out;
}

} // namespace

Result<std::vector<StoredRow>> readBoard(Statement& rows, int expected)
{
    const auto texts = std::make_unique<SharedTexts>();
    return readBoardRows(rows, static_cast<std::size_t>(expected), texts.get());
}

Result<std::vector<StoredRow>> boardOfStay(Connection& db, const domain::KeyId& id)
{
    static const auto sql = boardSelect("WHERE ref IN (SELECT ref FROM item WHERE key_id = ? AND key_id <> '') ORDER BY ref");
    return readBoardRows(db.statement(sql.constData()).with(id.text()), 0, nullptr);   // mostly a handful: not worth a table of texts
}

Result<Ok> turnStay(Connection& db, const domain::KeyId& id, bool mayGo, qint64 seq)
{
    return db.statement("UPDATE board SET seq = ?, may_go = ? WHERE ref IN (SELECT ref FROM item WHERE key_id = ? AND key_id <> '')").with(seq, mayGo, id.text()).run();
}

domain::BoardRow storable(domain::BoardRow row)
{
    for (auto* text : {&row.number, &row.plate, &row.customer, &row.vehicle, &row.work, &row.hook, &row.reason, &row.reasonDetail, &row.searchKey, &row.site, &row.payer, &row.also}) {
        if (text->isValidUtf16() && !text->contains(QChar::Null)) continue;
        *text = QString::fromUtf8(text->toUtf8()).replace(QChar::Null, QChar::ReplacementCharacter);
    }
    return row;
}

Result<Ok> writeBoard(Connection& db, qint64 ref, const domain::BoardRow& r, bool fresh)
{
    auto& write = fresh ? db.statement("INSERT INTO board(invoice, key_id, seq, number, plate, customer, vehicle, work, hook, currency, gross, paid, open, state, request, money, "
                                       "key_state, may_go, truth_elsewhere, reason, reason_detail, source, truth_at, ready_at, open_tasks, search_key, site, payer, also, to_confirm, ref) "
                                       "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        : db.statement("UPDATE board SET invoice = ?, key_id = ?, seq = ?, number = ?, plate = ?, customer = ?, vehicle = ?, work = ?, hook = ?, currency = ?, "
                                       "gross = ?, paid = ?, open = ?, state = ?, request = ?, money = ?, key_state = ?, may_go = ?, truth_elsewhere = ?, reason = ?, "
                                       "reason_detail = ?, source = ?, truth_at = ?, ready_at = ?, open_tasks = ?, search_key = ?, site = ?, payer = ?, also = ?, to_confirm = ? WHERE ref = ?");
    return write.with(r.invoice.text(), r.key.text(), r.seq, r.number, r.plate, r.customer, r.vehicle, r.work, r.hook, r.gross.currency().code(),
                      r.gross.inCents(), r.paid.inCents(), r.open.inCents(), int(r.state), int(r.request), int(r.money), int(r.keyState), r.mayGo, r.truthElsewhere,
                      r.reason, r.reasonDetail, int(r.source), isoText(r.truthAt), isoText(r.readyAt), r.openTasks, r.searchKey, r.site, r.payer, r.also, r.toConfirm, ref).run();
}

Result<std::unordered_map<qint64, Instant>> allFreshness(Connection& db)
{
    std::unordered_map<qint64, Instant> out;
    auto& q = db.statement("SELECT ref, truth_at FROM freshness").with();
    while (q.next()) out.emplace(q.integer(0), fromIsoText(q.bytes(1)));
    if (const auto ok = q.done(); !ok) return ok.error();
    return out;
}

Result<Instant> freshnessOf(Connection& db, qint64 ref)
{
    const auto found = oneText(db.statement("SELECT truth_at FROM freshness WHERE ref = ?").with(ref));
    if (!found) return found.error();
    return found.value() ? fromIsoText(found.value()->toLatin1()) : Instant{};
}

Result<Ok> writeFreshness(Connection& db, qint64 ref, Instant at)
{
    return db.statement("INSERT INTO freshness(ref, truth_at) VALUES(?, ?) ON CONFLICT(ref) DO UPDATE SET truth_at = excluded.truth_at "
                        "WHERE excluded.truth_at > freshness.truth_at").with(ref, isoText(at)).run();
}

Result<Ok> dropFreshness(Connection& db, qint64 ref, Instant upTo)
{
    return db.statement("DELETE FROM freshness WHERE ref = ? AND truth_at <= ?").with(ref, isoText(upTo)).run();
}

} // namespace tresen::store
