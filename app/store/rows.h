// Rows: items, keys and board rows as the projection tables hold them. Reading for decisions and lists, writing for the Projector.
#pragma once
#include "app/domain/json.h"
#include "app/core/clock.h"
#include "app/store/connection.h"
#include <vector>

namespace tresen::store {

// ref: sequence number of the entry that brought it in; 0 = not stored yet.
struct StoredItem { qint64 ref = 0; domain::OpenItem item; };
struct StoredKey { qint64 ref = 0; domain::VehicleKey key; };

// SELECT ref, body FROM item …
Result<std::vector<StoredItem>> readItems(Statement& rows);
Result<std::optional<StoredItem>> itemById(Connection& db, const domain::InvoiceId& id);
Result<std::vector<StoredItem>> itemsOfKey(Connection& db, const domain::KeyId& id);     // with any of their vehicles, in the order they came
Result<std::vector<StoredItem>> itemsOfCode(Connection& db, const QString& code);        // see codesOf()
QString wayCode(const QString& naturalKey);                                               // of what has come under this key by another way
Result<std::vector<domain::KeyId>> keysOfVin(Connection& db, const QString& vin);        // on which an invoice hangs that names it or has named it
Result<std::vector<StoredKey>> readKeys(Statement& rows);
Result<std::optional<StoredKey>> keyById(Connection& db, const domain::KeyId& id);

// Keys that are here and hang on this hook. By hand and seldom: it reads every key.
Result<std::vector<domain::VehicleKey>> keysOnHook(Connection& db, const QString& hook);
// Tells the row what its further keys say, see domain::noteFurther().
Result<Ok> addFurther(Connection& db, const domain::OpenItem& item, domain::BoardRow& row);

// See domain::shownKey(); a key that does not exist when there is none.
Result<domain::VehicleKey> shownKeyOf(Connection& db, const domain::OpenItem& item);

// What an invoice says of the key it hangs on. The smallest number that is not Nothing decides.
enum class Holds { Nothing = 0, Key = 1, WhileNothingReplacesIt = 2 };   // the last: see domain::cancelHoldsKey()
Holds holdsOf(const domain::OpenItem& item);
// What the tables say of a key and of all invoices whose own key it is.
struct StaySigns {
    bool further = false;                   // an invoice names it, or has named it, as that of a further vehicle
    std::optional<bool> mayGo;              // as it is stored, the same in all of their rows where none of them hangs on another key; nullopt: no row yet
    Holds hold = Holds::Nothing;            // the strongest
};
Result<StaySigns> signsOfStay(Connection& db, const domain::KeyId& id);

// The columns of an item beside its body: what lists and look-ups select by.
struct ItemColumns {
    QString customer;                       // "id:4711", or "name:" and the folded name: who belongs together
    bool owed = false;                      // the workshop system has to be told something, or has not answered yet
    QString takenBy;                        // the run that can be taken back
    Holds holds = Holds::Nothing;
};
ItemColumns columnsOf(const domain::OpenItem& item);
QStringList codesOf(const domain::PayRequest& request);   // what is kept in sheet_code
QStringList codesOf(const domain::OpenItem& item);        // likewise: the keys of further vehicles and the ways it is found by
QString plateColumn(const domain::VehicleKey& key);       // folded; empty where nothing hangs on it any more
// before: as the tables hold it; null where it is new.
Result<Ok> writeItem(Connection& db, qint64 ref, const domain::OpenItem& item, const domain::OpenItem* before);
Result<Ok> writeKey(Connection& db, qint64 ref, const domain::VehicleKey& key, bool fresh);

// "SELECT <all columns> FROM board" and the rest; keep the answer in a static: statements are found by its address.
QByteArray boardSelect(const char* rest);
struct StoredRow { qint64 ref = 0; domain::BoardRow row; };
Result<std::vector<StoredRow>> readBoard(Statement& rows, int expected = 0);
// Of the invoices whose own key this is, none of which hangs on another one.
Result<Ok> turnStay(Connection& db, const domain::KeyId& id, bool mayGo, qint64 seq);
Result<std::vector<StoredRow>> boardOfStay(Connection& db, const domain::KeyId& id);   // as they are stored, by ref
// As the database gives it back: text without NUL and without half surrogates.
domain::BoardRow storable(domain::BoardRow row);
Result<Ok> writeBoard(Connection& db, qint64 ref, const domain::BoardRow& row, bool fresh);

// Age of knowledge that is not in the journal; it only ever makes a time newer.
Result<std::unordered_map<qint64, Instant>> allFreshness(Connection& db);
Result<Instant> freshnessOf(Connection& db, qint64 ref);
Result<Ok> writeFreshness(Connection& db, qint64 ref, Instant at);
Result<Ok> dropFreshness(Connection& db, qint64 ref, Instant upTo);

} // namespace tresen::store
