#include "app/store/salvage.h"
#include "app/core/iso_time.h"
#include "app/core/log.h"
#include "app/store/backup.h"
#include "app/store/damage_mark.h"
#include "app/store/dump.h"
#include "app/store/head_mark.h"
#include "app/store/migrations.h"
#include "app/store/projector.h"
#include "app/store/sqlite_connection.h"
#include "app/store/verify.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

constexpr int kSalvagePage = 500;
constexpr qint64 kGiveUpAfter = 200'000;   // misses in a row: the number of the last one is not known, or is what is hurt

const Error kStopped{Fault::Refused, u"vault.stopped"_s, {}};

// Counts what goes by.
struct Counted {
    ports::Holding holding;
    Head head;                       // of the part that follows from the first entry on
    bool broken = false;
    QSet<QByteArray> invoices{};

    void take(const Entry& entry)
    {
        ++holding.entries;
        holding.newest = fromIsoText(entry.at);
        if (!entry.invoice.isEmpty()) invoices.insert(entry.invoice);
        broken = broken || !follows(entry, head);
        if (!broken) head = {entry.seq, entry.hash};
    }
    static bool follows(const Entry& entry, const Head& head) { return entry.seq == head.seq + 1 && entry.prevHash == head.hash; }
    ports::Holding done(qint64 lost)
    {
        holding.invoices = invoices.size();
        holding.lost = lost;
        return holding;
    }
};

// A backup is whole: it has been checked.
Result<Counted> countBackup(const QString& file, const Gauge& gauge)
{
    Counted counted;
    const auto ok = forEachOfBackup(file, [&](const Entry& entry) -> Result<Ok> {
        if (wantsEnd(gauge)) return kStopped;
        counted.take(entry);
        return Ok{};
    });
    if (!ok) return ok.error();
    return counted;
}

struct Task { QString key, kind, invoice, payload; qint64 attempts = 0; QString dueAt, lastError, doneAt; };

// Row by row as far as they can be read: one page that is gone must not hide the others.
std::vector<Task> tasksOf(Connection& db)
{
    std::vector<Task> out;
    const auto newest = oneInteger(db.statement("SELECT max(id) FROM outbox").with());
    const qint64 last = newest ? newest.value().value_or(0) : 0;
    for (qint64 id = 1; id <= last; ++id) {
        auto& q = db.statement("SELECT task_key, kind, invoice, payload, attempts, due_at, last_error, done_at FROM outbox WHERE id = ?").with(id);
        if (!q.next()) continue;
        Task task{q.text(0), q.text(1), q.text(2), q.text(3), q.integer(4), q.text(5), q.text(6), q.text(7)};
        if (q.run() && !task.key.isEmpty() && QJsonDocument::fromJson(task.payload.toUtf8()).isObject()) out.push_back(std::move(task));
    }
    return out;
}

// No chain protects them, so nothing that the backup has is changed but that it has been done; what it does not have comes with its invoice alone.
Result<qint64> bringTasks(Connection& from, Connection& into)
{
    qint64 brought = 0;
    for (const auto& t : tasksOf(from)) {
        auto& update = into.statement("UPDATE outbox SET done_at = ? WHERE task_key = ? AND payload = ? AND done_at = '' AND ? <> ''").with(t.doneAt, t.key, t.payload, t.doneAt);
        if (const auto ok = update.run(); !ok) return ok.error();
        brought += update.changes();
        auto& insert = into.statement("INSERT INTO outbox(task_key, kind, invoice, payload, attempts, due_at, last_error, done_at) SELECT ?, ?, ?, ?, ?, ?, ?, ? "
                                      "WHERE EXISTS (SELECT 1 FROM item WHERE invoice = ?) ON CONFLICT(task_key) DO NOTHING")
                           .with(t.key, t.kind, t.invoice, t.payload, t.attempts, t.dueAt, t.lastError, t.doneAt, t.invoice);
        if (const auto ok = insert.run(); !ok) return ok.error();
        brought += insert.changes();
    }
    return brought;
}

Result<ports::Salvaged> bringEntries(DamagedJournal& from, Connection& into, const Gauge& gauge)
{
    auto head = readHead(into);
    if (!head) return head.error();
    ports::Salvaged out;
    bool broken = false;
    qint64 after = 0;                // beyond the break
    if (const auto there = from.one(head.value().seq); there && there->hash != head.value().hash)
        return Error{Fault::Corrupt, u"store.other_history"_s, u"entry %1"_s.arg(head.value().seq)};
    const auto missing = from.eachAfter(head.value().seq, gauge, [&](const Entry& entry) -> Result<bool> {
        broken = broken || !Counted::follows(entry, head.value()) || !recordedFrom(entry);
        if (broken) {
            ++after;
            return true;
        }
        if (const auto ok = insertEntry(into, entry); !ok) return ok.error();
        head.value() = {entry.seq, entry.hash};
        ++out.entries;
        return true;
    });
    if (!missing) return missing.error();
    out.lost = missing.value() + after;
    if (const auto ok = rebuildProjections(into); !ok) return ok.error();
    const auto tasks = bringTasks(from.db(), into);
    if (!tasks) return tasks.error();
    out.tasks = tasks.value();
    return out;
}

} // namespace

Result<Ok> DamagedJournal::open()
{
    auto config = m_config;
    if (config.dialect == StoreConfig::Dialect::Postgres) {
        m_db = makeConnection(config);
        return m_db->open();
    }
    if (!QFileInfo{config.file}.isFile()) return Error{Fault::NotFound, u"store.none"_s, config.file};
    // Opening it would play its write-ahead log into it: on a copy that does no harm.
    m_copy = std::make_unique<QTemporaryDir>(config.file + u".reading-XXXXXX"_s);
    const auto copy = m_copy->filePath(u"tresen.db"_s);
    bool copied = m_copy->isValid() && QFile::copy(config.file, copy);
    if (copied && QFile::exists(config.file + u"-wal"_s)) copied = QFile::copy(config.file + u"-wal"_s, copy + u"-wal"_s);
    if (copied) {
        config.file = copy;
        for (const auto& file : {copy, copy + u"-wal"_s}) QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    } else {
        qCWarning(logStore) << "the damaged file cannot be copied, it is read where it lies";
        m_copy.reset();
    }
    m_db = std::make_unique<SqliteConnection>(config, copied ? SqliteConnection::Mode::ReadWrite : SqliteConnection::Mode::ReadOnly);
    return m_db->open();
}

qint64 DamagedJournal::knownHead()
{
    const auto newest = oneInteger(m_db->statement("SELECT max(seq) FROM journal").with());
    const qint64 read = newest ? newest.value().value_or(0) : 0;
    if (m_config.dialect == StoreConfig::Dialect::Postgres) return read;
    return std::max(read, HeadMark{m_config.file}.read().seq);
}

std::optional<Entry> DamagedJournal::one(qint64 seq)
{
    static const auto sql = entrySelect("WHERE seq = ?");
    auto& q = m_db->statement(sql.constData()).with(seq);
    if (!q.next()) return {};
    auto entry = readEntry(q);
    if (!q.run() || entry.seq != seq || hashOf(entry) != entry.hash) return {};
    return entry;
}

// Page by page, and where a page of the file is gone, number by number until beyond it.
Result<qint64> DamagedJournal::eachAfter(qint64 seq, const Gauge& gauge, const std::function<Result<bool>(const Entry&)>& visit)
{
    const qint64 last = knownHead();
    if (gauge) gauge->total = gauge->done + std::max<qint64>(last - seq, 0);
    qint64 missing = 0, misses = 0;
    const auto step = [&](qint64 at, const std::optional<Entry>& entry) -> Result<bool> {
        seq = at;
        if (gauge) ++gauge->done;
        if (!entry) {
            ++missing;
            ++misses;
            return true;
        }
        misses = 0;
        return visit(*entry);
    };
    while (seq < last || last == 0) {
        if (wantsEnd(gauge)) return kStopped;
        const auto page = entriesAfter(*m_db, seq, kSalvagePage);
        if (page && page.value().empty()) break;
        const bool inOrder = page && page.value().back().seq > seq;   // a number may be what is hurt
        const qint64 until = inOrder ? page.value().back().seq : seq + kSalvagePage;
        std::size_t next = 0;
        for (qint64 at = seq + 1; at <= until && (last == 0 || at <= last); ++at) {
            std::optional<Entry> entry;
            if (!inOrder) entry = one(at);
            else if (page.value()[next].seq == at) {
                if (hashOf(page.value()[next]) == page.value()[next].hash) entry = page.value()[next];
                ++next;
            }
            const auto goOn = step(at, entry);
            if (!goOn) return goOn.error();
            if (!goOn.value()) return missing;
            if (misses > kGiveUpAfter) return missing - misses;
        }
    }
    return missing + std::max<qint64>(last - seq, 0);   // the mark of the head knows of more than can be found
}

QString readableSetting(const StoreConfig& config, const QString& name)
{
    DamagedJournal journal{config};
    if (!journal.open()) return {};
    const auto value = oneText(journal.db().statement("SELECT value FROM setting WHERE name = ?").with(name));
    return value ? value.value().value_or(QString{}) : QString{};
}

Result<ports::DamageReport> lookAtDamage(const StoreConfig& config, const QStringList& backups, const Gauge& gauge)
{
    ports::DamageReport out;
    Head end;                        // of what would be there after salvaging
    for (const auto& backup : backups) {
        if (wantsEnd(gauge)) return kStopped;
        const auto good = checkBackup(backup, gauge);
        auto counted = good ? countBackup(backup, gauge) : Result<Counted>{good.error()};
        if (!counted && counted.error().code == kStopped.code) return kStopped;
        if (!counted) {
            out.notGood << QFileInfo{backup}.fileName() + u": "_s + wordsOf(counted.error());
            continue;
        }
        out.backup = backup;
        end = counted.value().head;
        out.inBackup = counted.value().done(0);
        break;
    }
    if (gauge) gauge->done = 0;      // what follows is counted
    const qint64 backupEnd = end.seq;
    DamagedJournal journal{config};
    if (const auto open = journal.open(); !open) {
        if (config.dialect == StoreConfig::Dialect::Postgres && open.error().fault != Fault::Corrupt) return open.error();   // nothing is known of the data
        qCWarning(logStore).noquote() << u"nothing of the damaged journal can be read:"_s << wordsOf(open.error());
        const qint64 known = config.dialect == StoreConfig::Dialect::Sqlite ? HeadMark{config.file}.read().seq : 0;
        out.damaged.lost = known;
        out.laterLost = std::max<qint64>(known - backupEnd, 0);
        return out;
    }
    Counted counted;
    bool broken = false;
    const auto lost = journal.eachAfter(0, gauge, [&](const Entry& entry) -> Result<bool> {
        counted.take(entry);
        if (entry.seq == backupEnd && entry.hash != end.hash) out.otherHistory = broken = true;
        if (entry.seq <= backupEnd || out.backup.isEmpty()) return true;
        broken = broken || !Counted::follows(entry, end) || !recordedFrom(entry);
        if (broken) return true;
        end = {entry.seq, entry.hash};
        ++out.later;
        out.laterNewest = fromIsoText(entry.at);
        return true;
    });
    if (!lost) return lost.error();
    const qint64 known = std::max(journal.knownHead(), counted.head.seq);
    out.damaged = counted.done(lost.value());
    out.laterLost = std::max<qint64>(known - std::max(end.seq, backupEnd), 0);
    const auto database = checkDatabase(journal.db(), gauge);
    if (!database && database.error().code == kStopped.code) return kStopped;
    out.whole = !counted.broken && lost.value() == 0 && out.damaged.entries > 0 && database && database.value().isEmpty();
    return out;
}

Result<ports::Salvaged> bringAlong(DamagedJournal& from, Connection& into, const Gauge& gauge)
{
    if (const auto ok = into.begin(Access::Write); !ok) return ok.error();
    auto brought = bringEntries(from, into, gauge);
    if (brought) {
        if (const auto ok = into.commit(); !ok) brought = ok.error();
    }
    if (!brought) {
        into.rollback();
        return brought;
    }
    if (const auto ok = into.begin(Access::Read); !ok) return ok.error();
    const auto verified = verifyAll(into, gauge);
    const auto facts = factsOf(into);
    into.rollback();
    if (!verified) return verified.error();
    if (!facts) return facts.error();
    if (!verified.value().ok()) return Error{Fault::Corrupt, u"store.not_salvaged"_s, verified.value().problems.front()};
    brought.value().newest = facts.value().newest;
    return brought;
}

Result<ports::VerifyReport> remakeAt(const StoreConfig& config, const Gauge& gauge)
{
    const auto steps = shippedMigrations(config.dialect);
    if (!steps) return steps.error();
    const auto db = makeConnection(config);
    if (const auto ok = db->open(); !ok) return ok.error();
    const auto version = schemaVersion(*db);
    if (!version) return version.error();
    if (version.value() != steps.value().back().version) return Error{Fault::Refused, u"store.old_schema"_s, QString::number(version.value())};
    return remakeWhatDiffers(*db, gauge, [&config](const Result<ports::VerifyReport>& found) {
        if (found && found.value().hurt <= ports::Hurt::Display) DamageMark{config}.clear();
    });
}

Result<ports::Exported> exportReadable(const StoreConfig& config, const QString& folder, Instant now, const Gauge& gauge)
{
    if (!QFileInfo{folder}.isDir()) return Error{Fault::Unreachable, u"store.unwritable"_s, folder};
    DamagedJournal journal{config};
    if (const auto open = journal.open(); !open) return open.error();
    const auto name = u"%1/tresen-readable-%2"_s.arg(folder, now.utc().toString(u"yyyyMMdd'T'HHmmsszzz"));
    ports::Exported out;
    Counted counted;
    std::unique_ptr<QFile> beyond;
    const auto version = schemaVersion(journal.db());
    const auto whole = name + u".jsonl"_s, rest = name + u"-beyond.jsonl"_s;
    const auto written = writeDumpOf(journal.db(), version ? version.value() : 1, whole, true, [&](const PutEntry& put) -> Result<Ok> {
        const auto walked = journal.eachAfter(0, gauge, [&](const Entry& entry) -> Result<bool> {
            counted.take(entry);
            if (!counted.broken) {
                ++out.entries;
                const auto ok = put(entry);
                return ok ? Result<bool>{true} : ok.error();
            }
            if (!beyond) {
                beyond = std::make_unique<QFile>(rest);
                if (!beyond->open(QIODevice::WriteOnly | QIODevice::NewOnly)) return Error{Fault::Unreachable, u"store.unwritable"_s, rest};
                beyond->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
            }
            ++out.beyond;
            const auto line = dumpLine(entry);
            if (beyond->write(line) != line.size()) return Error{Fault::Unreachable, u"store.full"_s, rest};
            return true;
        });
        return walked ? Result<Ok>{Ok{}} : walked.error();
    });
    const bool flushed = !beyond || beyond->flush();
    if (!written || !flushed) {
        QFile::remove(whole);
        if (beyond) beyond->remove();
        return written ? Error{Fault::Unreachable, u"store.full"_s, rest} : written.error();
    }
    out.files << whole;
    if (beyond) out.files << rest;
    return out;
}

} // namespace tresen::store
