#include "app/store/verify.h"
#include "app/core/iso_time.h"
#include "app/core/log.h"
#include "app/domain/stored_form.h"
#include "app/domain/user_rules.h"
#include "app/store/people_rows.h"
#include "app/store/migrations.h"
#include "app/store/projector.h"
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

constexpr int kPage = 1'000;

enum class Part { Database, Entries, Items, Keys, Settings, Counters, People, Board };

QString nameOf(Part part)
{
    switch (part) {
    case Part::Database: return u"database"_s;
    case Part::Entries: return u"entries"_s;
    case Part::Items: return u"items"_s;
    case Part::Keys: return u"keys"_s;
    case Part::Settings: return u"settings"_s;
    case Part::Counters: return u"counters"_s;
    case Part::People: return u"people"_s;
    case Part::Board: return u"board"_s;
    }
    Q_UNREACHABLE();
}

ports::Hurt hurtOf(Part part)
{
    switch (part) {
    case Part::Database:
    case Part::Entries: return ports::Hurt::Truth;
    case Part::Items:
    case Part::Keys:
    case Part::Settings:
    case Part::Counters:
    case Part::People: return ports::Hurt::Rules;
    case Part::Board: return ports::Hurt::Display;
    }
    Q_UNREACHABLE();
}

void note(ports::VerifyReport& report, Part part)
{
    if (const auto name = nameOf(part); !report.parts.contains(name)) report.parts << name;
    report.hurt = std::max(report.hurt, hurtOf(part));
}

Result<Ok> forEachEntry(Connection& db, const Gauge& gauge, const std::function<void(const Entry&)>& visit)
{
    return forEachStored(db, [&](const Entry& entry) -> Result<Ok> {
        if (wantsEnd(gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
        visit(entry);
        if (gauge) ++gauge->done;
        return Ok{};
    });
}

// Folds the journal anew and holds every projection row against it.
class Replay {
public:
    Replay(Connection& db, Gauge gauge) : m_db{db}, m_gauge{std::move(gauge)} {}

    Result<Ok> run(ports::VerifyReport& into)
    {
        const auto rows = oneInteger(m_db.statement("SELECT max(n) FROM (SELECT count(*) AS n FROM item UNION ALL SELECT count(*) AS n FROM vehicle_key) AS sizes").with());
        if (!rows) return rows.error();
        m_parts = static_cast<std::size_t>(rows.value().value_or(0) / kFoldedAtOnce + 1);
        if (m_gauge) m_gauge->total = m_gauge->done * static_cast<qint64>(1 + m_parts);   // the chain has been read once
        for (m_part = 0; m_part < m_parts; ++m_part) {
            m_items.clear();
            m_keys.clear();
            if (const auto ok = forEachEntry(m_db, m_gauge, [this](const Entry& entry) { fold(entry); }); !ok) return ok;
            if (const auto ok = compareItems(); !ok) return ok;
            if (const auto ok = compareKeys(); !ok) return ok;
        }
        constexpr std::pair<Part, Result<Ok> (Replay::*)()> kSteps[] = {{Part::Board, &Replay::compareBoard}, {Part::Settings, &Replay::compareSettings},
                                                                        {Part::Counters, &Replay::compareCounters}, {Part::People, &Replay::comparePeople}};
        for (const auto& [part, step] : kSteps) {
            const auto ok = (this->*step)();
            if (ok) continue;
            if (ok.error().code != u"store.projection_unreadable") return ok;
            report(part, ok.error().detail + u": unreadable"_s);   // an item's: it has been named already
        }
        if (m_more > 0) m_problems << u"and %1 more"_s.arg(m_more);
        into.problems += m_problems;
        for (const auto part : m_differ) note(into, part);
        return Ok{};
    }

private:
    void report(Part part, const QString& problem)
    {
        m_differ.insert(part);
        if (m_problems.size() < kMaxProblems) m_problems << problem;
        else ++m_more;
    }

    bool mine(const QByteArray& id) const { return !id.isEmpty() && qHash(id, 0) % m_parts == m_part; }

    void fold(const Entry& entry)
    {
        const bool ofItem = mine(entry.invoice), ofKey = mine(entry.key);
        const bool once = m_part == 0 && (entry.invoice.isEmpty() && entry.key.isEmpty());
        if (!ofItem && !ofKey && !once) return;
        const auto recorded = recordedFrom(entry);
        if (!recorded) return report(Part::Entries, u"entry %1: %2"_s.arg(entry.seq).arg(recorded.error().code));
        if (const auto* setting = recorded.value().event.as<domain::SettingChanged>(); setting && once) m_settings[setting->key] = {setting->value, entry.seq};
        if (once) domain::apply(m_people, recorded.value());
        if (const auto counter = counterOf(recorded.value().event); counter && ofItem) {
            auto& value = m_counters[{recorded.value().by.site, counter->name}];
            value = std::max(value, counter->value);
        }
        if (ofItem) foldInto(m_items[entry.invoice], recorded.value());
        if (ofKey) foldInto(m_keys[entry.key], recorded.value());
    }

    template <class T> struct Folded { T value; qint64 ref = 0; };

    template <class T> void foldInto(Folded<T>& folded, const domain::Recorded& entry)
    {
        auto next = domain::apply(folded.value, entry);
        if (!next) return report(Part::Entries, u"entry %1: %2 %3"_s.arg(entry.seq).arg(next.error().code, next.error().detail));
        if (next.value() == folded.value) return;
        if (folded.ref == 0) folded.ref = entry.seq;
        folded.value = std::move(next).value();
    }

    Result<Ok> compareItems();
    Result<Ok> compareKeys();
    Result<Ok> compareBoard();
    Result<Ok> compareRow(const StoredItem& stored, const domain::VehicleKey& key, const std::vector<domain::OpenItem>& stay);
    Result<Ok> compareVins(const StoredItem& stored, const QString& name);
    Result<Ok> compareSettings();
    Result<Ok> compareCounters();
    Result<Ok> comparePeople();

    Connection& m_db;
    const Gauge m_gauge;
    std::size_t m_parts = 1, m_part = 0;
    std::map<QByteArray, Folded<domain::OpenItem>> m_items;
    std::map<QByteArray, Folded<domain::VehicleKey>> m_keys;
    std::map<QString, std::pair<QString, qint64>> m_settings;
    std::map<std::pair<QString, QString>, qint64> m_counters;
    domain::People m_people;
    QStringList m_problems;
    std::set<Part> m_differ;
    qint64 m_more = 0, m_vins = 0;
};

Result<Ok> Replay::compareItems()
{
    auto& q = m_db.statement("SELECT ref, invoice, seq, natural_key, number, key_id, customer, owed, taken_by, body, holds FROM item ORDER BY ref").with();
    std::set<QByteArray> seen;
    while (q.next()) {
        const auto id = q.bytes(1);
        if (!mine(id)) continue;
        seen.insert(id);
        const auto known = m_items.find(id);
        if (known == m_items.end()) {
            report(Part::Items, u"item %1: no entry made it"_s.arg(QString::fromUtf8(id)));
            continue;
        }
        const auto& item = known->second.value;
        const auto c = columnsOf(item);
        const bool same = q.integer(0) == known->second.ref && q.integer(2) == item.seq && q.text(3) == item.naturalKey && q.text(4) == item.number
                          && q.text(5) == item.key.text() && q.text(6) == c.customer && (q.integer(7) != 0) == c.owed && q.text(8) == c.takenBy && q.bytes(9) == domain::storedForm(item) && q.integer(10) == int(c.holds);
        if (!same) report(Part::Items, u"item %1 (%2): differs from its entries"_s.arg(item.number, QString::fromUtf8(id)));
    }
    if (const auto ok = q.done(); !ok) return ok;
    for (const auto& [id, folded] : m_items)
        if (folded.value.exists() && !seen.contains(id)) report(Part::Items, u"item %1: missing"_s.arg(QString::fromUtf8(id)));
    return Ok{};
}

Result<Ok> Replay::compareKeys()
{
    auto& q = m_db.statement("SELECT ref, key_id, seq, plate, body FROM vehicle_key ORDER BY ref").with();
    std::set<QByteArray> seen;
    while (q.next()) {
        const auto id = q.bytes(1);
        if (!mine(id)) continue;
        seen.insert(id);
        const auto known = m_keys.find(id);
        const bool same = known != m_keys.end() && q.integer(0) == known->second.ref && q.integer(2) == known->second.value.seq
                          && q.text(3) == plateColumn(known->second.value) && q.bytes(4) == domain::compact(toJson(known->second.value));
        if (!same) report(Part::Keys, u"vehicle key %1: differs from its entries"_s.arg(QString::fromUtf8(id)));
    }
    if (const auto ok = q.done(); !ok) return ok;
    for (const auto& [id, folded] : m_keys)
        if (folded.value.exists() && !seen.contains(id)) report(Part::Keys, u"vehicle key %1: missing"_s.arg(QString::fromUtf8(id)));
    return Ok{};
}

// Items and keys have been compared already, so the rows are made anew from them, page by page.
Result<Ok> Replay::compareBoard()
{
    for (qint64 ref = 0;;) {
        const auto page = readItems(m_db.statement("SELECT ref, body FROM item WHERE ref > ? ORDER BY ref LIMIT ?").with(ref, kPage));
        if (!page) return page.error();
        if (page.value().empty()) break;
        if (wantsEnd(m_gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
        for (const auto& stored : page.value()) {
            const auto key = shownKeyOf(m_db, stored.item);
            if (!key) return key.error();
            std::vector<domain::OpenItem> stay{stored.item};
            if (const auto hangs = key.value().exists() ? key.value().id : stored.item.key; !hangs.isNull()) {
                const auto items = itemsOfKey(m_db, hangs);
                if (!items) return items.error();
                stay.clear();
                for (const auto& other : items.value()) stay.push_back(other.item);
            }
            if (const auto ok = compareRow(stored, key.value(), stay); !ok) return ok;
        }
        ref = page.value().back().ref;
    }
    const auto extra = oneInteger(m_db.statement("SELECT count(*) FROM board WHERE ref NOT IN (SELECT ref FROM item)").with());
    if (!extra) return extra.error();
    if (extra.value().value_or(0) > 0) report(Part::Board, u"board: %1 rows without an item"_s.arg(*extra.value()));
    const auto vins = oneInteger(m_db.statement("SELECT count(*) FROM stay_vin").with());
    if (!vins) return vins.error();
    if (const auto more = vins.value().value_or(0) - m_vins; more > 0) report(Part::Board, u"VINs: %1 of no invoice"_s.arg(more));
    return Ok{};
}

// An entry of another invoice of the stay counts where it has changed what the row says.
domain::BoardRow withSeq(domain::BoardRow wanted, qint64 has, qint64 own)
{
    wanted.seq = std::clamp(has, own, wanted.seq);
    return wanted;
}

Result<Ok> Replay::compareRow(const StoredItem& stored, const domain::VehicleKey& key, const std::vector<domain::OpenItem>& stay)
{
    const auto name = u"%1 (%2)"_s.arg(stored.item.number, stored.item.id.text());
    auto wantedRow = boardRow(stored.item, key, stay);
    if (const auto ok = addFurther(m_db, stored.item, wantedRow); !ok) return ok;
    wantedRow.further.clear();   // kept nowhere
    wantedRow = storable(std::move(wantedRow));
    static const auto sql = boardSelect("WHERE ref = ?");
    const auto rows = readBoard(m_db.statement(sql.constData()).with(stored.ref));
    if (!rows && rows.error().code != u"store.projection_unreadable") return rows.error();
    if (!rows || rows.value().empty()) {
        report(Part::Board, u"board row %1: %2"_s.arg(name, rows ? u"missing"_s : u"unreadable"_s));
    } else if (const auto& row = rows.value().front().row; !(row == withSeq(wantedRow, row.seq, std::max(stored.item.seq, key.seq)))) {
        const auto has = toJson(row), should = toJson(withSeq(wantedRow, row.seq, std::max(stored.item.seq, key.seq)));
        QStringList fields;
        for (const auto& field : has.keys() + should.keys())
            if (has.value(field) != should.value(field) && !fields.contains(field)) fields << field;
        report(Part::Board, u"board row %1: differs in %2"_s.arg(name, fields.join(u", "_s)));
    }
    std::set<QString> named, wanted{stored.item.preceding.begin(), stored.item.preceding.end()};
    auto& q = m_db.statement("SELECT number FROM preceding WHERE ref = ?").with(stored.ref);
    while (q.next()) named.insert(q.text(0));
    if (named != wanted) report(Part::Board, u"preceding invoices of %1: differ"_s.arg(name));
    if (const auto ok = q.done(); !ok) return ok;
    std::set<std::pair<QString, QString>> linked, links;
    for (const auto& r : stored.item.requests)
        if (!r.linkId.isEmpty()) links.emplace(r.portal, r.linkId);
    auto& l = m_db.statement("SELECT portal, link FROM request_link WHERE ref = ?").with(stored.ref);
    while (l.next()) linked.emplace(l.text(0), l.text(1));
    if (linked != links) report(Part::Board, u"links of %1: differ"_s.arg(name));
    if (const auto ok = l.done(); !ok) return ok;
    std::set<QString> kept, codes;
    for (const auto& code : codesOf(stored.item)) codes.insert(code);
    for (const auto& r : stored.item.requests)
        for (const auto& code : codesOf(r)) codes.insert(code);
    auto& c = m_db.statement("SELECT code FROM sheet_code WHERE ref = ?").with(stored.ref);
    while (c.next()) kept.insert(c.text(0));
    if (kept != codes) report(Part::Board, u"codes of %1: differ"_s.arg(name));
    if (const auto ok = c.done(); !ok) return ok;
    return compareVins(stored, name);
}

// Each where it belongs; that there are no others is seen by their number.
Result<Ok> Replay::compareVins(const StoredItem& stored, const QString& name)
{
    for (const auto& vin : std::set<QString>{stored.item.vinsEver.begin(), stored.item.vinsEver.end()})
        for (const auto& key : stored.item.keys()) {
            const auto found = oneInteger(m_db.statement("SELECT count(*) FROM stay_vin WHERE vin = ? AND key_id = ? AND ref = ?").with(vin, key.text(), stored.ref));
            if (!found) return found.error();
            if (found.value() == 1) ++m_vins;
            else report(Part::Board, u"VINs of %1: differ"_s.arg(name));
        }
    return Ok{};
}

Result<Ok> Replay::compareSettings()
{
    std::map<QString, std::pair<QString, qint64>> stored;
    auto& q = m_db.statement("SELECT name, value, seq FROM setting").with();
    while (q.next()) stored[q.text(0)] = {q.text(1), q.integer(2)};
    if (const auto ok = q.done(); !ok) return ok;
    for (const auto& [name, value] : m_settings)
        if (!stored.contains(name) || stored[name] != value) report(Part::Settings, u"setting %1: differs from its entries"_s.arg(name));
    for (const auto& [name, value] : stored)
        if (!m_settings.contains(name)) report(Part::Settings, u"setting %1: no entry made it"_s.arg(name));
    return Ok{};
}

Result<Ok> Replay::compareCounters()
{
    std::map<std::pair<QString, QString>, qint64> stored;
    auto& q = m_db.statement("SELECT site, name, value FROM counter").with();
    while (q.next()) stored[{q.text(0), q.text(1)}] = q.integer(2);
    if (const auto ok = q.done(); !ok) return ok;
    if (stored != m_counters) report(Part::Counters, u"counters: differ from their entries"_s);
    return Ok{};
}

Result<Ok> Replay::comparePeople()
{
    const auto stored = readPeople(m_db);
    if (!stored && stored.error().code != u"store.projection_unreadable") return stored.error();
    if (!stored || !(stored.value() == m_people)) report(Part::People, u"users: differ from their entries"_s);
    return Ok{};
}

} // namespace

Result<ChainCheck> checkChain(Connection& db, const Gauge& gauge)
{
    ChainCheck out;
    const auto bad = [&](qint64 seq, const QString& what) {
        if (out.firstBadSeq == 0) out.firstBadSeq = seq;
        if (out.problems.size() < kMaxProblems) out.problems << u"entry %1: %2"_s.arg(seq).arg(what);
    };
    const auto ok = forEachEntry(db, gauge, [&](const Entry& entry) {
        ++out.entries;
        if (entry.seq != out.head.seq + 1) bad(entry.seq, u"gap before it"_s);
        if (entry.prevHash != out.head.hash) bad(entry.seq, u"does not follow the entry before"_s);
        if (hashOf(entry) != entry.hash) bad(entry.seq, u"hash does not match"_s);
        out.head = {entry.seq, entry.hash};
    });
    if (!ok) return ok.error();
    return out;
}

Result<QStringList> checkDatabase(Connection& db, const Gauge& gauge)
{
    QStringList problems;
    if (db.dialect() != StoreConfig::Dialect::Sqlite) return problems;
    db.endWith(gauge);
    auto& q = db.statement("PRAGMA integrity_check(20)").with();
    while (q.next())
        if (const auto line = q.text(0); line != u"ok") problems << u"database: "_s + line;
    const auto ok = q.done();
    db.endWith({});
    return ok ? Result<QStringList>{problems} : ok.error();
}

Result<ports::VerifyReport> verifyAll(Connection& db, const Gauge& gauge)
{
    ports::VerifyReport report;
    if (gauge) {
        const auto newest = oneInteger(db.statement("SELECT max(seq) FROM journal").with());
        gauge->done = 0;
        gauge->total = newest ? 2 * newest.value().value_or(0) : 0;
    }
    const auto database = checkDatabase(db, gauge);
    if (!database) return database.error();
    const auto chain = checkChain(db, gauge);
    if (!chain) return chain.error();
    report.entries = chain.value().entries;
    report.firstBadSeq = chain.value().firstBadSeq;
    report.problems = database.value() + chain.value().problems;
    if (!database.value().isEmpty()) note(report, Part::Database);
    if (!chain.value().problems.isEmpty()) note(report, Part::Entries);
    if (const auto ok = Replay{db, gauge}.run(report); !ok) return ok.error();
    return report;
}

Result<ports::VerifyReport> verifyInPeace(Connection& db, const Gauge& gauge)
{
    if (const auto ok = db.begin(Access::Read); !ok) return ok.error();
    auto report = verifyAll(db, gauge);
    db.rollback();
    return report;
}

Result<ports::VerifyReport> remakeWhatDiffers(Connection& db, const Gauge& gauge, const std::function<void(const Result<ports::VerifyReport>&)>& found)
{
    auto first = verifyInPeace(db, gauge);
    found(first);
    if (!first || !first.value().canBeRemade()) return first;
    if (wantsEnd(gauge)) return Error{Fault::Refused, u"vault.stopped"_s, {}};
    qCWarning(logStore).noquote() << u"made anew from the entries:"_s << first.value().parts.join(u", "_s) << first.value().problems.value(0);
    if (const auto ok = remakeProjections(db); !ok) return ok.error();
    const auto after = verifyInPeace(db, {});   // what has been done is looked at in any case
    found(after);
    if (!after || !after.value().ok()) return after;
    first.value().remade = true;
    return first;
}

Result<Ok> remakeProjections(Connection& db)
{
    auto done = db.begin(Access::Write);
    if (done) {
        const auto chain = checkChain(db);   // others may have written since it was looked at
        if (!chain) done = chain.error();
        else if (chain.value().firstBadSeq > 0) done = Error{Fault::Corrupt, u"store.damaged"_s, chain.value().problems.front()};
    }
    if (done) done = rebuildProjections(db);
    if (done) done = db.notifyOthers();
    if (done) done = db.commit();
    if (!done) db.rollback();
    return done;
}

Result<ports::StoreFacts> factsOf(Connection& db)
{
    ports::StoreFacts facts;
    facts.dialect = db.dialect() == StoreConfig::Dialect::Sqlite ? u"sqlite"_s : u"postgres"_s;
    const auto schema = schemaVersion(db);
    if (!schema) return schema.error();
    facts.schema = schema.value();
    const std::pair<qint64&, Statement&> counts[] = {{facts.entries, db.statement("SELECT max(seq) FROM journal")},
                                                     {facts.invoices, db.statement("SELECT count(*) FROM item")},
                                                     {facts.keys, db.statement("SELECT count(*) FROM vehicle_key")},
                                                     {facts.outbox, db.statement("SELECT count(*) FROM outbox")}};
    for (const auto& [count, statement] : counts) {
        const auto read = oneInteger(statement.with());
        if (!read) return read.error();
        count = read.value().value_or(0);
    }
    const auto newest = oneText(db.statement("SELECT at FROM journal ORDER BY seq DESC LIMIT 1").with());
    if (!newest) return newest.error();
    facts.newest = fromIsoText(newest.value().value_or(QString{}).toLatin1());
    return facts;
}

} // namespace tresen::store
