#include "app/store/entry.h"
#include "app/core/iso_time.h"
#include "app/core/sha256.h"
#include "app/domain/stored_form.h"
#include <QJsonDocument>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {
namespace {

// Led by its length, so that no two ways to cut the same bytes are the same.
void frame(Sha256& sha, const QByteArray& bytes)
{
    char length[8];
    qToLittleEndian<qint64>(bytes.size(), length);
    sha.add(length, sizeof length);
    sha.add(bytes);
}

// What the database cannot hold is replaced before the hash is taken, so that what is read back has the same hash.
QByteArray stored(const QString& text)
{
    return text.contains(QChar::Null) ? QString{text}.replace(QChar::Null, QChar::ReplacementCharacter).toUtf8() : text.toUtf8();
}

} // namespace

QByteArray hashOf(const Entry& entry)
{
    Sha256 sha;
    frame(sha, "tresen-journal-1");
    frame(sha, entry.prevHash);
    frame(sha, QByteArray::number(entry.seq));
    for (const auto* column : {&entry.at, &entry.site, &entry.desk, &entry.user, &entry.kind, &entry.naturalKey, &entry.invoice, &entry.key, &entry.payload})
        frame(sha, *column);
    return sha.hex();
}

Entry makeEntry(const Head& head, const domain::Recorded& recorded)
{
    Entry entry;
    entry.seq = recorded.seq;
    entry.at = isoText(recorded.at);
    entry.site = stored(recorded.by.site);
    entry.desk = stored(recorded.by.desk);
    entry.user = stored(recorded.by.user);
    entry.kind = kindOf(recorded.event).toLatin1();
    entry.naturalKey = stored(keyOf(recorded.event));
    entry.invoice = stored(invoiceOf(recorded.event).text());
    entry.key = stored(keyIdOf(recorded.event).text());
    entry.payload = domain::storedForm(recorded.event);
    entry.prevHash = head.hash;
    entry.hash = hashOf(entry);
    return entry;
}

Result<domain::Recorded> recordedFrom(const Entry& entry)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(entry.payload, &error);
    if (!document.isObject()) return Error{Fault::Corrupt, u"journal.unreadable"_s, u"entry %1: %2"_s.arg(entry.seq).arg(error.errorString())};
    auto event = domain::eventFromJson(QString::fromLatin1(entry.kind), document.object());
    if (!event) return event.error();
    const auto at = fromIsoText(entry.at);
    if (at.isNull()) return Error{Fault::Corrupt, u"journal.unreadable"_s, u"entry %1: time"_s.arg(entry.seq)};
    return domain::Recorded{entry.seq, at, {QString::fromUtf8(entry.site), QString::fromUtf8(entry.desk), QString::fromUtf8(entry.user)}, std::move(event).value()};
}

QByteArray entrySelect(const char* rest)
{
    return QByteArray{"SELECT seq, at, site, desk, user_name, kind, nat_key, invoice, key_id, payload, prev_hash, hash FROM journal "} + rest;
}

Entry readEntry(const Statement& row)
{
    return {row.integer(0), row.bytes(1), row.bytes(2), row.bytes(3), row.bytes(4), row.bytes(5), row.bytes(6), row.bytes(7), row.bytes(8), row.bytes(9), row.bytes(10), row.bytes(11)};
}

Result<Ok> insertEntry(Connection& db, const Entry& e)
{
    return db.statement("INSERT INTO journal(seq, at, site, desk, user_name, kind, nat_key, invoice, key_id, payload, prev_hash, hash) "
                        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .with(e.seq, e.at, e.site, e.desk, e.user, e.kind, e.naturalKey, e.invoice, e.key, e.payload, e.prevHash, e.hash).run();
}

Result<Head> readHead(Connection& db)
{
    auto& q = db.statement("SELECT seq, hash FROM journal ORDER BY seq DESC LIMIT 1").with();
    Head head;
    if (q.next()) head = {q.integer(0), q.bytes(1)};
    if (const auto ok = q.run(); !ok) return ok.error();
    return head;
}

Result<std::vector<Entry>> entriesAfter(Connection& db, qint64 seq, int limit)
{
    static const auto sql = entrySelect("WHERE seq > ? ORDER BY seq LIMIT ?");
    auto& q = db.statement(sql.constData()).with(seq, limit);
    std::vector<Entry> out;
    while (q.next()) out.push_back(readEntry(q));
    if (const auto ok = q.done(); !ok) return ok.error();
    return out;
}

Result<Ok> forEachStored(Connection& db, const std::function<Result<Ok>(const Entry&)>& visit)
{
    constexpr int kAtOnce = 1'000;
    for (qint64 seq = 0;;) {
        const auto page = entriesAfter(db, seq, kAtOnce);
        if (!page) return page.error();
        if (page.value().empty()) return Ok{};
        for (const auto& entry : page.value())
            if (const auto ok = visit(entry); !ok) return ok;
        seq = page.value().back().seq;
    }
}

Result<bool> isBooked(Connection& db, const QString& naturalKey)
{
    // The condition on '' lets the partial index be used.
    const auto found = oneInteger(db.statement("SELECT seq FROM journal WHERE nat_key = ? AND nat_key <> ''").with(naturalKey));
    if (!found) return found.error();
    return found.value().has_value();
}

} // namespace tresen::store
