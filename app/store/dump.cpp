#include "app/store/dump.h"
#include "app/store/backup.h"
#include "app/store/migrations.h"
#include "app/store/projector.h"
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

constexpr int kDumpVersion = 1;

Error badDump(qint64 line, const QString& why)
{
    return {Fault::Corrupt, u"backup.damaged"_s, u"line %1: %2"_s.arg(line).arg(why)};
}

struct DumpField { QLatin1StringView name; QByteArray Entry::*column; };
constexpr DumpField kDumpFields[] = {{"at"_L1, &Entry::at}, {"site"_L1, &Entry::site}, {"desk"_L1, &Entry::desk}, {"user"_L1, &Entry::user}, {"kind"_L1, &Entry::kind},
                                     {"nat_key"_L1, &Entry::naturalKey}, {"invoice"_L1, &Entry::invoice}, {"key_id"_L1, &Entry::key}, {"payload"_L1, &Entry::payload},
                                     {"prev_hash"_L1, &Entry::prevHash}, {"hash"_L1, &Entry::hash}};

class DumpWriter {
public:
    explicit DumpWriter(const QString& path) : m_file{path} {}
    bool open() { return m_file.open(QIODevice::WriteOnly | QIODevice::Truncate) && m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); }
    bool line(const QJsonObject& object) { return line(QJsonDocument{object}.toJson(QJsonDocument::Compact) + '\n'); }
    bool line(const QByteArray& bytes)
    {
        m_digest.addData(bytes);
        return m_file.write(bytes) == bytes.size();
    }
    bool close(qint64 entries, qint64 outbox, const QByteArray& head)
    {
        const bool ok = line({{u"end"_s, true}, {u"entries"_s, entries}, {u"outbox"_s, outbox}, {u"head"_s, QString::fromLatin1(head)},
                              {u"sha256"_s, QString::fromLatin1(m_digest.result().toHex())}});
        return ok && m_file.flush();
    }

private:
    QFile m_file;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
};

// Reads a dump from its first to its last line and refuses whatever is not exactly as it was written.
class DumpReader {
public:
    std::function<Result<Ok>(const Entry&)> onEntry = [](const Entry&) -> Result<Ok> { return Ok{}; };
    std::function<Result<Ok>(const QJsonObject&)> onOutbox = [](const QJsonObject&) -> Result<Ok> { return Ok{}; };

    Result<Ok> read(const QString& path)
    {
        QFile file{path};
        if (!file.open(QIODevice::ReadOnly)) return Error{Fault::NotFound, u"backup.none"_s, path};
        while (!file.atEnd()) {
            const auto before = m_digest.result();
            const auto bytes = nextLine(file);
            ++m_line;
            if (!bytes.endsWith('\n')) return badDump(m_line, u"cut"_s);
            const auto object = QJsonDocument::fromJson(bytes).object();
            if (m_ended || object.isEmpty()) return badDump(m_line, u"not a line of a backup"_s);
            if (const auto ok = take(object, before.toHex()); !ok) return ok;
            m_digest.addData(bytes);
        }
        return m_ended ? Result<Ok>{Ok{}} : badDump(m_line, u"the last line is missing"_s);
    }

private:
    // In small pieces: QIODevice::readLine() makes room for the longest line that is allowed, every time.
    static QByteArray nextLine(QFile& file)
    {
        constexpr qint64 kPiece = 16 * 1024;
        QByteArray line;
        while (!file.atEnd() && !line.endsWith('\n') && line.size() < kMaxDumpLine) line += file.readLine(kPiece);
        return line;
    }
    Result<Ok> take(const QJsonObject& object, const QByteArray& digest)
    {
        if (m_line == 1) {
            if (object[u"format"].toString() != u"tresen-journal") return badDump(m_line, u"not a backup"_s);
            if (object[u"version"].toInt() > kDumpVersion) return Error{Fault::Refused, u"store.newer_schema"_s, u"backup"_s};
            return Ok{};
        }
        if (object.contains(u"end")) {
            m_ended = object[u"entries"].toInteger() == m_head.seq && object[u"outbox"].toInteger() == m_outbox && object[u"head"].toString().toLatin1() == m_head.hash
                      && object[u"sha256"].toString().toLatin1() == digest;
            return m_ended ? Result<Ok>{Ok{}} : badDump(m_line, u"changed or incomplete"_s);
        }
        if (object.contains(u"outbox")) {
            ++m_outbox;
            return onOutbox(object[u"outbox"].toObject());
        }
        Entry entry;
        entry.seq = object[u"seq"].toInteger();
        for (const auto& field : kDumpFields) entry.*field.column = object[field.name].toString().toUtf8();
        if (entry.seq != m_head.seq + 1 || entry.prevHash != m_head.hash || hashOf(entry) != entry.hash) return badDump(m_line, u"entry %1 breaks the chain"_s.arg(entry.seq));
        m_head = {entry.seq, entry.hash};
        return onEntry(entry);
    }

    QCryptographicHash m_digest{QCryptographicHash::Sha256};
    Head m_head;
    qint64 m_line = 0, m_outbox = 0;
    bool m_ended = false;
};

Result<qint64> dumpOutbox(Connection& db, DumpWriter& out, bool asFarAsPossible)
{
    qint64 rows = 0;
    auto& q = db.statement("SELECT task_key, kind, invoice, payload, attempts, due_at, last_error, done_at FROM outbox ORDER BY id").with();
    while (q.next()) {
        const QJsonObject row{{u"key"_s, q.text(0)}, {u"kind"_s, q.text(1)}, {u"invoice"_s, q.text(2)}, {u"payload"_s, q.text(3)}, {u"attempts"_s, q.integer(4)},
                              {u"due_at"_s, q.text(5)}, {u"last_error"_s, q.text(6)}, {u"done_at"_s, q.text(7)}};
        if (!out.line({{u"outbox"_s, row}})) return Error{Fault::Unreachable, u"store.full"_s, {}};
        ++rows;
    }
    if (const auto ok = q.done(); !ok && !asFarAsPossible) return ok.error();
    return rows;
}

Result<Ok> fill(Connection& db, const QString& file)
{
    DumpReader reader;
    reader.onEntry = [&](const Entry& entry) { return insertEntry(db, entry); };
    reader.onOutbox = [&](const QJsonObject& row) {
        return db.statement("INSERT INTO outbox(task_key, kind, invoice, payload, attempts, due_at, last_error, done_at) VALUES(?, ?, ?, ?, ?, ?, ?, ?)")
            .with(row[u"key"].toString(), row[u"kind"].toString(), row[u"invoice"].toString(), row[u"payload"].toString(), row[u"attempts"].toInteger(),
                  row[u"due_at"].toString(), row[u"last_error"].toString(), row[u"done_at"].toString()).run();
    };
    if (const auto ok = reader.read(file); !ok) return ok;
    return rebuildProjections(db);
}

} // namespace

QByteArray dumpLine(const Entry& entry)
{
    QJsonObject line{{u"seq"_s, entry.seq}};
    for (const auto& field : kDumpFields) line.insert(field.name, QString::fromUtf8(entry.*field.column));
    return QJsonDocument{line}.toJson(QJsonDocument::Compact) + '\n';
}

Result<Ok> writeDumpOf(Connection& db, int schemaVersion, const QString& file, bool asFarAsPossible, const std::function<Result<Ok>(const PutEntry& put)>& putAll)
{
    const Error full{Fault::Unreachable, u"store.full"_s, file};
    DumpWriter out{file};
    if (!out.open()) return Error{Fault::Unreachable, u"store.unwritable"_s, file};
    if (!out.line({{u"format"_s, u"tresen-journal"_s}, {u"version"_s, kDumpVersion}, {u"schema"_s, schemaVersion}})) return full;
    Head head;
    const auto all = putAll([&](const Entry& entry) -> Result<Ok> {
        if (!out.line(dumpLine(entry))) return full;
        head = {entry.seq, entry.hash};
        return Ok{};
    });
    if (!all) return all;
    Result<qint64> outbox = qint64{0};
    if (schemaVersion >= 2) outbox = dumpOutbox(db, out, asFarAsPossible);   // the outbox came with schema 2
    if (!outbox) return outbox.error();
    return out.close(head.seq, outbox.value(), head.hash) ? Result<Ok>{Ok{}} : full;
}

Result<Ok> writeDump(Connection& db, int schemaVersion, const QString& file)
{
    return writeDumpOf(db, schemaVersion, file, false, [&db](const PutEntry& put) { return forEachStored(db, put); });
}

Result<Ok> readDump(const QString& file, const std::function<Result<Ok>(const Entry&)>& visit)
{
    DumpReader reader;
    reader.onEntry = visit;
    return reader.read(file);
}

Result<Ok> checkDump(const QString& file, const Gauge& gauge)
{
    return readDump(file, [&gauge](const Entry&) { return wantsEnd(gauge) ? Result<Ok>{Error{Fault::Refused, u"vault.stopped"_s, {}}} : Ok{}; });
}

Result<Ok> loadDump(const QString& file, const StoreConfig& target, Instant now)
{
    const auto steps = shippedMigrations(target.dialect);
    if (!steps) return steps.error();
    const auto db = makeConnection(target);
    if (const auto ok = db->open(); !ok) return ok;
    const auto made = migrate(*db, {steps.value(), [](Connection&, int) -> Result<Ok> { return Error{Fault::Conflict, u"backup.not_empty"_s, {}}; }, [now] { return now; }});
    if (!made) return made;
    auto done = db->begin(Access::Write);
    if (done) done = fill(*db, file);
    if (done) done = db->commit();
    if (!done) db->rollback();
    return done;
}

} // namespace tresen::store
