// Entry: one row of the journal table and the chain of hashes over it. Used by everything in the store that reads or writes the journal.
#pragma once
#include "app/domain/json.h"
#include "app/store/connection.h"

namespace tresen::store {

// Text as UTF-8. The payload is the event as JSON, compact form.
struct Entry {
    qint64 seq = 0;                  // 1, 2, 3, …: without a gap
    QByteArray at;                   // UTC, see isoText()
    QByteArray site, desk, user, kind, naturalKey, invoice, key, payload;
    QByteArray prevHash, hash;       // 64 hex digits; prevHash is empty for the first entry
};

struct Head { qint64 seq = 0; QByteArray hash; };   // the newest entry; seq 0: the journal is empty

// SHA-256 (FIPS 180-4) over a format mark, prevHash and every column, each led by its length as 8 bytes, least significant first.
QByteArray hashOf(const Entry& entry);

Entry makeEntry(const Head& head, const domain::Recorded& recorded);
Result<domain::Recorded> recordedFrom(const Entry& entry);

// "SELECT <all columns> FROM journal" and the rest; keep the answer in a static: statements are found by its address.
QByteArray entrySelect(const char* rest);
Entry readEntry(const Statement& row);                       // a row with all columns in this order
Result<Ok> insertEntry(Connection& db, const Entry& entry);
Result<Head> readHead(Connection& db);
Result<std::vector<Entry>> entriesAfter(Connection& db, qint64 seq, int limit);
// All of them, in order, page by page; ends with the first failure of visit.
Result<Ok> forEachStored(Connection& db, const std::function<Result<Ok>(const Entry&)>& visit);
Result<bool> isBooked(Connection& db, const QString& naturalKey);

} // namespace tresen::store
