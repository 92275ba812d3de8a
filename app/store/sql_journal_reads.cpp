#include "app/store/people_rows.h"
#include "app/core/iso_time.h"
#include "app/store/situation.h"
#include "app/store/sql_journal.h"
#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

// Needs-action-first without a sort and without an index that every booking would have to keep: the rows come in the order they were taken
// in and are dealt into one bucket per urgency.
std::vector<domain::BoardRow> byUrgency(std::vector<StoredRow> rows)
{
    std::vector<std::size_t> starts(64, 0);
    const auto bucket = [](const StoredRow& r) { return static_cast<std::size_t>(std::clamp(urgencyOf(r.row.state), 0, 62)); };
    for (const auto& row : rows) ++starts[bucket(row) + 1];
    for (std::size_t i = 1; i < starts.size(); ++i) starts[i] += starts[i - 1];
    std::vector<domain::BoardRow> out(rows.size());
    for (auto& row : rows) {
        const auto b = bucket(row);
        out[starts[b]++] = std::move(row.row);
    }
    return out;
}

// What of an invoice over several vehicles is still here beside the key its row is about.
Result<Ok> tellFurther(Connection& db, std::vector<StoredRow>& rows)
{
    for (auto& stored : rows) {
        if (stored.row.also.isEmpty() || (stored.row.keyState != domain::KeyState::Held && stored.row.keyState != domain::KeyState::Returned)) continue;
        const auto item = itemById(db, stored.row.invoice);
        if (!item) return item.error();
        domain::BoardRow told;
        told.key = stored.row.key;
        if (!item.value()) continue;
        if (const auto ok = addFurther(db, item.value()->item, told); !ok) return ok;
        stored.row.further = std::move(told.further);
    }
    return Ok{};
}

Result<std::vector<StoredRow>> freshened(Connection& db, Result<std::vector<StoredRow>> rows)
{
    if (!rows) return rows;
    if (const auto ok = tellFurther(db, rows.value()); !ok) return ok.error();
    const auto ages = allFreshness(db);
    if (!ages) return ages.error();
    if (ages.value().empty()) return rows;
    for (auto& stored : rows.value()) {
        const auto age = ages.value().find(stored.ref);
        if (age != ages.value().end()) stored.row.truthAt = std::max(stored.row.truthAt, age->second);
    }
    return rows;
}

Result<std::vector<domain::Recorded>> recordedOf(Statement& rows)
{
    std::vector<Entry> entries;
    while (rows.next()) entries.push_back(readEntry(rows));
    if (const auto ok = rows.done(); !ok) return ok.error();
    std::vector<domain::Recorded> out;
    out.reserve(entries.size());
    for (const auto& entry : entries) {
        auto recorded = recordedFrom(entry);
        if (!recorded) return recorded.error();
        out.push_back(std::move(recorded).value());
    }
    return out;
}

Result<QHash<QString, QString>> allSettings(Connection& db)
{
    QHash<QString, QString> out;
    auto& q = db.statement("SELECT name, value FROM setting").with();
    while (q.next()) out.insert(q.text(0), q.text(1));
    if (const auto ok = q.done(); !ok) return ok.error();
    return out;
}

// The newest version of the invoice itself.
domain::Invoice newestRecord(const std::vector<domain::Recorded>& timeline, const domain::InvoiceId& id)
{
    for (auto entry = timeline.rbegin(); entry != timeline.rend(); ++entry) {
        if (const auto* revised = entry->event.as<domain::InvoiceRevised>(); revised && revised->invoice == id) return revised->record;
        if (const auto* taken = entry->event.as<domain::InvoiceTaken>(); taken && taken->invoice == id) return taken->record;
    }
    return {};
}

Result<std::vector<domain::BoardRow>> relatedRows(Connection& db, const StoredItem& stored)
{
    static const auto sql = boardSelect("WHERE ref IN (SELECT ref FROM item WHERE key_id = ? AND key_id <> '' UNION SELECT ref FROM item WHERE customer = ? AND customer <> '') "
                                        "AND ref <> ? ORDER BY ref DESC LIMIT ?");
    auto rows = freshened(db, readBoard(db.statement(sql.constData()).with(stored.item.key.text(), columnsOf(stored.item).customer, stored.ref, ports::kMaxRelated)));
    if (!rows) return rows.error();
    std::vector<domain::BoardRow> out;
    for (auto& row : rows.value()) out.push_back(std::move(row.row));
    return out;
}

// Of an invoice over several vehicles the keys have a history each.
Result<Ok> addEntriesOfKey(Connection& db, const domain::KeyId& key, std::vector<domain::Recorded>& timeline)
{
    if (key.isNull()) return Ok{};
    static const auto sql = entrySelect("WHERE key_id = ? AND kind <> 'InvoiceTaken' ORDER BY seq");
    auto more = recordedOf(db.statement(sql.constData()).with(key.text()));
    if (!more) return more.error();
    for (auto& entry : more.value())
        if (std::none_of(timeline.begin(), timeline.end(), [&](const domain::Recorded& r) { return r.seq == entry.seq; })) timeline.push_back(std::move(entry));
    std::sort(timeline.begin(), timeline.end(), [](const domain::Recorded& a, const domain::Recorded& b) { return a.seq < b.seq; });
    return Ok{};
}

Result<ports::ItemDetail> detailOf(Connection& db, const domain::InvoiceId& id)
{
    const auto found = itemById(db, id);
    if (!found) return found.error();
    if (!found.value()) return Error{Fault::NotFound, u"journal.no_such_invoice"_s, id.text()};
    const auto& stored = *found.value();
    ports::ItemDetail out;
    for (const auto& one : stored.item.keys()) {
        auto key = keyById(db, one);
        if (!key) return key.error();
        if (key.value()) out.keys.push_back(std::move(key.value()->key));
    }
    out.key = domain::shownKey(stored.item, out.keys);
    // Its own entries and those of its key; what was taken in for the same stay is another invoice's.
    static const auto sql = entrySelect("WHERE seq IN (SELECT seq FROM journal WHERE invoice = ? AND invoice <> '' "
                                        "UNION SELECT seq FROM journal WHERE key_id = ? AND key_id <> '' AND kind <> 'InvoiceTaken') ORDER BY seq");
    auto timeline = recordedOf(db.statement(sql.constData()).with(id.text(), stored.item.key.text()));
    if (!timeline) return timeline.error();
    out.record = domain::asCorrected(newestRecord(timeline.value(), id), stored.item);
    out.timeline = std::move(timeline).value();
    for (const auto& further : stored.item.further)
        if (const auto ok = addEntriesOfKey(db, further.key, out.timeline); !ok) return ok.error();
    auto related = relatedRows(db, stored);
    if (!related) return related.error();
    out.related = std::move(related).value();
    auto item = withFreshness(db, {stored});
    if (!item) return item.error();
    out.item = std::move(item.value().front());
    return out;
}

} // namespace

QFuture<Result<ports::Situation>> SqlJournal::load(ports::Subject subject)
{
    return m_db.run(Access::Read, [this, site = m_config.origin.site, acting = signer().acting, subject = std::move(subject)](Connection& db) -> Result<ports::Situation> {
        auto people = readPeople(db);
        if (!people) return people.error();
        KnownSettings settings;
        Origins origins;
        auto out = loadSituation(db, subject, site, m_clock.now(), settings, origins);
        if (!out) return out;
        out.value().folk = std::make_shared<const domain::People>(std::move(people).value());
        out.value().actor = {acting, subject.agreedBy};
        return out;
    });
}

QFuture<Result<std::vector<domain::BoardRow>>> SqlJournal::board()
{
    return m_db.run(Access::Read, [](Connection& db) -> Result<std::vector<domain::BoardRow>> {
        const auto count = oneInteger(db.statement("SELECT count(*) FROM board").with());
        if (!count) return count.error();
        static const auto sql = boardSelect("ORDER BY ref");
        auto rows = freshened(db, readBoard(db.statement(sql.constData()).with(), static_cast<int>(count.value().value_or(0))));
        if (!rows) return rows.error();
        // The whole table went through the page cache, most of it for this once.
        if (db.dialect() == StoreConfig::Dialect::Sqlite) (void)db.script("PRAGMA shrink_memory");
        return byUrgency(std::move(rows).value());
    });
}

QFuture<Result<ports::BoardStart>> SqlJournal::boardStart()
{
    return m_db.run(Access::Read, [](Connection& db) -> Result<ports::BoardStart> {
        static_assert(int(domain::BoardState::HandedOver) == 9 && int(domain::BoardState::Cancelled) == 10);   // the finished ones come last
        static const auto unfinished = boardSelect("WHERE state < 9 ORDER BY ref");
        static const auto latest = boardSelect("WHERE state >= 9 ORDER BY truth_at DESC, ref DESC LIMIT ?");
        const auto count = oneInteger(db.statement("SELECT count(*) FROM board").with());
        if (!count) return count.error();
        auto rows = readBoard(db.statement(unfinished.constData()).with());
        if (!rows) return rows.error();
        if (const auto room = ports::kBoardStartRows - static_cast<int>(rows.value().size()); room > 0) {
            auto finished = readBoard(db.statement(latest.constData()).with(room));
            if (!finished) return finished.error();
            for (auto& row : finished.value()) rows.value().push_back(std::move(row));
        }
        rows = freshened(db, std::move(rows));
        if (!rows) return rows.error();
        const auto more = count.value().value_or(0) - static_cast<qint64>(rows.value().size());
        return ports::BoardStart{byUrgency(std::move(rows).value()), static_cast<int>(more)};
    });
}

QFuture<Result<std::vector<domain::BoardRow>>> SqlJournal::boardSince(qint64 seq)
{
    return m_db.run(Access::Read, [seq](Connection& db) -> Result<std::vector<domain::BoardRow>> {
        static const auto sql = boardSelect("WHERE seq > ? ORDER BY seq");
        auto rows = freshened(db, readBoard(db.statement(sql.constData()).with(seq)));
        if (!rows) return rows.error();
        return byUrgency(std::move(rows).value());
    });
}

QFuture<Result<ports::ItemDetail>> SqlJournal::detail(domain::InvoiceId invoice)
{
    return m_db.run(Access::Read, [invoice](Connection& db) { return detailOf(db, invoice); });
}

QFuture<Result<std::vector<domain::Recorded>>> SqlJournal::entries(qint64 afterSeq, int limit)
{
    return m_db.run(Access::Read, [afterSeq, limit](Connection& db) {
        static const auto sql = entrySelect("WHERE seq > ? ORDER BY seq LIMIT ?");
        return recordedOf(db.statement(sql.constData()).with(afterSeq, limit));
    });
}

QFuture<Result<std::vector<domain::Recorded>>> SqlJournal::entriesBetween(Instant from, Instant until, qint64 afterSeq, int limit)
{
    return m_db.run(Access::Read, [from, until, afterSeq, limit](Connection& db) -> Result<std::vector<domain::Recorded>> {
        // Where they begin and end stands in the index of times; a clock that was set back may have put others between them.
        auto& ends = db.statement("SELECT min(seq), max(seq) FROM journal WHERE at >= ? AND at < ?").with(from.iso(), until.iso());
        qint64 first = 0, last = 0;
        if (ends.next()) {
            first = ends.integer(0);
            last = ends.integer(1);
        }
        if (const auto ok = ends.run(); !ok) return ok.error();
        static const auto sql = entrySelect("WHERE seq > ? AND seq <= ? AND at >= ? AND at < ? ORDER BY seq LIMIT ?");
        return recordedOf(db.statement(sql.constData()).with(std::max(afterSeq, first - 1), last, from.iso(), until.iso(), limit));
    });
}

// By the index of natural keys, in which those of the past days lie together whatever the order of letters of the database is.
QFuture<Result<std::vector<domain::Recorded>>> SqlJournal::arrivals(Instant from, qint64 afterSeq)
{
    return m_db.run(Access::Read, [from, afterSeq](Connection& db) {
        static const auto sql = entrySelect("WHERE nat_key <> '' AND nat_key >= ? AND nat_key < 'arrival:9' AND seq > ? "
                                            "AND kind IN ('RunStored', 'RunUndone', 'ArrivalRefused', 'ArrivalSettled') ORDER BY seq");
        return recordedOf(db.statement(sql.constData()).with(u"arrival:"_s + from.iso(), afterSeq));
    });
}

QFuture<Result<std::vector<domain::OpenItem>>> SqlJournal::watched()
{
    return m_db.run(Access::Read, [](Connection& db) -> Result<std::vector<domain::OpenItem>> {
        auto items = readItems(db.statement("SELECT item.ref, item.body FROM board JOIN item ON item.ref = board.ref WHERE board.truth_elsewhere = 1 ORDER BY board.ref").with());
        if (!items) return items.error();
        return withFreshness(db, std::move(items).value());
    });
}

QFuture<Result<std::vector<domain::OpenItem>>> SqlJournal::ofLinks(QString portal, QStringList links)
{
    return m_db.run(Access::Read, [portal, links](Connection& db) -> Result<std::vector<domain::OpenItem>> {
        std::vector<StoredItem> items;
        for (const auto& link : links) {
            auto found = readItems(db.statement("SELECT item.ref, item.body FROM request_link JOIN item ON item.ref = request_link.ref"
                                                " WHERE request_link.portal = ? AND request_link.link = ?").with(portal, link));
            if (!found) return found.error();
            for (auto& one : found.value())
                if (std::none_of(items.begin(), items.end(), [&](const StoredItem& i) { return i.ref == one.ref; })) items.push_back(std::move(one));
        }
        return withFreshness(db, std::move(items));
    });
}

QFuture<Result<std::vector<domain::InvoiceId>>> SqlJournal::takenBy(domain::BatchId batch)
{
    return m_db.run(Access::Read, [batch](Connection& db) -> Result<std::vector<domain::InvoiceId>> {
        auto& q = db.statement("SELECT invoice FROM item WHERE taken_by = ? AND taken_by <> '' ORDER BY ref").with(batch.text());
        std::vector<domain::InvoiceId> out;
        while (q.next()) out.push_back(domain::InvoiceId{q.text(0)});
        if (const auto ok = q.done(); !ok) return ok.error();
        return out;
    });
}

QFuture<Result<std::vector<domain::OpenItem>>> SqlJournal::toWriteBack()
{
    return m_db.run(Access::Read, [](Connection& db) -> Result<std::vector<domain::OpenItem>> {
        auto items = readItems(db.statement("SELECT ref, body FROM item WHERE owed = 1 ORDER BY ref").with());
        if (!items) return items.error();
        return withFreshness(db, std::move(items).value());
    });
}

QFuture<Result<QHash<QString, QString>>> SqlJournal::settings()
{
    return m_db.run(Access::Read, &allSettings);
}

// Asked after every foreign commit, so it looks at the entries since then, by their primary key, and not at the values, among which is a logo.
QFuture<Result<ports::SiteSettings>> SqlJournal::settingsSince(qint64 seq)
{
    return m_db.run(Access::Read, [seq](Connection& db) -> Result<ports::SiteSettings> {
        // How far before what: a change in between is read once more the next time.
        const auto newest = oneInteger(db.statement("SELECT max(seq) FROM journal").with());
        if (!newest) return newest.error();
        ports::SiteSettings out{newest.value().value_or(0)};
        if (seq != ports::kNoEntry && seq <= out.seq) {
            const auto changes = oneInteger(db.statement("SELECT count(*) FROM journal WHERE seq > ? AND kind = 'SettingChanged'").with(seq));
            if (!changes) return changes.error();
            if (changes.value().value_or(0) == 0) return out;
        }
        auto values = allSettings(db);
        if (!values) return values.error();
        out.values = std::move(values).value();
        return out;
    });
}

QFuture<Result<std::vector<ports::OutboxEntry>>> SqlJournal::outboxDue(Instant now, int limit)
{
    return m_db.run(Access::Read, [now, limit](Connection& db) -> Result<std::vector<ports::OutboxEntry>> {
        std::vector<ports::OutboxEntry> out;
        auto& q = db.statement("SELECT task_key, kind, invoice, payload, attempts, due_at, last_error FROM outbox WHERE done_at = '' AND due_at <= ? ORDER BY due_at, id LIMIT ?")
                      .with(isoText(now), limit);
        while (q.next()) out.push_back({{q.text(0), q.text(1), domain::InvoiceId{q.text(2)}, q.bytes(3)}, static_cast<int>(q.integer(4)), fromIsoText(q.bytes(5)), q.text(6)});
        if (const auto ok = q.done(); !ok) return ok.error();
        return out;
    });
}

QFuture<Result<Ok>> SqlJournal::outboxFailed(QString key, QString error, Instant retryAt)
{
    return m_db.run(Access::Write, [key, error, retryAt](Connection& db) -> Result<Ok> {
        auto& update = db.statement("UPDATE outbox SET attempts = attempts + 1, due_at = ?, last_error = ? WHERE task_key = ? AND done_at = ''").with(isoText(retryAt), error.left(500), key);
        if (const auto ok = update.run(); !ok) return ok;
        if (update.changes() == 0) return Error{Fault::NotFound, u"outbox.none"_s, key};
        return Ok{};
    });
}

QFuture<Result<std::vector<domain::BoardRow>>> SqlJournal::refreshed(std::vector<domain::InvoiceId> invoices, Instant at)
{
    return m_db.run(Access::Write, [invoices = std::move(invoices), at](Connection& db) -> Result<std::vector<domain::BoardRow>> {
        std::vector<domain::BoardRow> out;
        for (const auto& id : invoices) {
            static const auto sql = boardSelect("WHERE ref = (SELECT ref FROM item WHERE invoice = ?)");
            auto rows = readBoard(db.statement(sql.constData()).with(id.text()));
            if (!rows) return rows.error();
            if (const auto ok = tellFurther(db, rows.value()); !ok) return ok.error();
            for (auto& stored : rows.value()) {
                if (const auto ok = writeFreshness(db, stored.ref, at); !ok) return ok.error();
                const auto age = freshnessOf(db, stored.ref);
                if (!age) return age.error();
                stored.row.truthAt = std::max(stored.row.truthAt, age.value());
                out.push_back(std::move(stored.row));
            }
        }
        return out;
    });
}

} // namespace tresen::store
