// Projector: folds entries into the projection tables, with domain::apply() and domain::boardRow() and nothing else. Used inside a write
// transaction by the journal (one decision at a time) and by the rebuilding of all projections.
#pragma once
#include "app/domain/user.h"
#include "app/store/situation.h"
#include <map>
#include <optional>
#include <set>

namespace tresen::store {

// Raised whenever apply(), boardRow() or the columns change what they make of the same entries: the next start makes all projections anew.
inline constexpr int kProjectionVersion = 16;

// The highest running numbers of a site, as its entries name them.
inline const QString kSheetCounter = QStringLiteral("sheet");       // RequestCreated::sheet
inline const QString kRunCounter = QStringLiteral("run");           // SettlementWritten::run
inline const QString kReceiptCounter = QStringLiteral("receipt");   // PaymentBooked::receiptNumber of our own form, see ownReceipt()

// Our own receipts are numbered "B-" and at least six digits, "B-000123". 0 for every other text: a terminal's, a certified till's, none.
qint64 ownReceipt(const QString& receiptNumber);
QString ownReceiptText(qint64 number);

struct CounterValue { QString name; qint64 value = 0; };
std::optional<CounterValue> counterOf(const domain::Event& event);

class Projector {
public:
    explicit Projector(Connection& db) : m_db{db} {}

    // What this transaction has read already, as the tables hold it: taken from there instead of reading it again. Until write() or forget(); both must live
    // as long.
    void knows(const ports::Situation& read, const Origins& origins);
    // In memory only: a refusal later leaves the tables as they were.
    Result<Ok> fold(const domain::Recorded& entry);
    // Writes what fold() has changed and forgets it. Answers the board rows that changed, without freshness.
    Result<std::vector<StoredRow>> write();
    void forget();

private:
    struct ItemSlot {
        StoredItem stored;
        bool fresh = false, touched = false;
        domain::OpenItem before{};              // as the tables hold it, where it is not fresh
    };
    struct KeySlot { StoredKey stored; bool fresh = false, touched = false; };

    Result<ItemSlot*> item(const domain::InvoiceId& id);
    Result<KeySlot*> key(const domain::KeyId& id);
    Result<std::optional<StoredItem>> storedItem(const domain::InvoiceId& id) const;
    Result<std::optional<StoredKey>> storedKey(const domain::KeyId& id) const;
    Result<Ok> foldCounter(const domain::Recorded& entry);
    Result<qint64> storedCounter(const QString& site, const QString& name) const;
    Result<Ok> foldPeople(const domain::Recorded& entry);
    struct Stay {
        std::vector<const ItemSlot*> touched;   // what hangs on it and has changed
        bool left = false;                      // something has gone from it
    };
    void noteStays(const domain::OpenItem& before, const domain::OpenItem& now);
    Result<Ok> rowsOfStay(const domain::KeyId& id, Stay& stay, std::set<qint64>& made, std::vector<StoredRow>& rows);
    Result<bool> rowsOfPlain(const domain::KeyId& id, Stay& stay, std::set<qint64>& made, std::vector<StoredRow>& rows);
    Result<Ok> turnOthers(const domain::KeyId& id, const Stay& stay, bool mayGo, std::set<qint64>& made, std::vector<StoredRow>& rows);
    Result<Ok> rowOf(const ItemSlot& slot, domain::BoardRow made, std::vector<StoredRow>& rows);

    Connection& m_db;
    const ports::Situation* m_read = nullptr;
    const Origins* m_origins = nullptr;
    std::map<domain::InvoiceId, ItemSlot> m_items;
    std::map<domain::KeyId, KeySlot> m_keys;
    std::map<domain::KeyId, Stay> m_stays;
    std::map<std::pair<QString, QString>, qint64> m_counters;
    std::map<QString, std::pair<QString, qint64>> m_settings;
    std::optional<domain::People> m_people;   // nullopt: untouched
};

// Empties the projection tables and folds the whole journal again, inside the caller's transaction.
Result<Ok> rebuildProjections(Connection& db);
// Whether they were made by another version of the rules, or not yet.
Result<bool> projectionsOutdated(Connection& db);

} // namespace tresen::store
