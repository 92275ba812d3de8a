// BoardRow: one invoice as the board shows it. Made by boardRow() from the invoice's item and its key, stored beside them and
// sent to the models; what depends on the hour (age, outdated, light) is derived from it at the moment of showing.
#pragma once
#include "app/core/clock.h"
#include "app/domain/board_state.h"
#include "app/domain/ids.h"
#include "app/domain/money.h"
#include <vector>

namespace tresen::domain {

// Where the newest knowledge came from.
enum class TruthSource { Workshop, Portal, Desk, Bank, Terminal, Rule };
QString codeOf(TruthSource source);    // "workshop", "portal", "desk", "bank", "terminal", "rule"

// Another key of the same invoice that is still here: of an invoice over several vehicles the row itself is about one of them.
struct FurtherKey {
    KeyId key;
    QString plate, hook;           // plate: the VIN where there is none
    bool mayGo = false;            // as BoardRow::mayGo, over the invoices that hang on this one
    friend bool operator==(const FurtherKey&, const FurtherKey&) = default;
};

struct BoardRow {
    InvoiceId invoice;
    KeyId key;                     // null: no vehicle known
    qint64 seq = 0;                // last journal entry that changed it, of its own or of its stay; a row with a lower one is older
    QString number, plate, customer, vehicle, work, hook;
    Money gross, paid, open;       // open: amount due - credits - paid; negative when overpaid
    BoardState state = BoardState::Open;
    RequestAxis request = RequestAxis::Draft;
    MoneyAxis money = MoneyAxis::Open;
    KeyState keyState = KeyState::Held;
    bool mayGo = false;            // the key may go as far as money and rules say; freshness is checked on top, see lightOf()
    bool truthElsewhere = false;   // the truth lives at a portal, so it ages
    QString reason;                // code of the one line under the state: "paid.online", "open.requested", "hold.amount_open", …
    QString reasonDetail;          // its value: method, name, amount
    TruthSource source = TruthSource::Workshop;
    Instant truthAt;               // age of the knowledge
    Instant readyAt;               // since when the invoice is here
    int openTasks = 0;
    QString searchKey;             // folded, see searchKeyOf()
    QString site;                  // where it was taken over; empty: the main site, whatever that is called today
    QString payer;                 // who pays, where that is not the customer
    QString also;                  // plates (or VINs) of the other vehicles of the invoice, ", " between them
    bool toConfirm = false;        // a rule found something that nobody has confirmed yet
    Instant stayAt{};              // the oldest knowledge of the other invoices of its key that ages; null: none. Kept nowhere, see ageStays()
    std::vector<FurtherKey> further{};   // made at reading, see noteFurther()
    friend bool operator==(const BoardRow&, const BoardRow&) = default;
};

bool isStale(const BoardRow& row, Instant now);      // truth lives elsewhere and is older than limits::kStaleMs
Light lightOf(const BoardRow& row, Instant now);     // green only when mayGo and neither it nor its stay is older than limits::kFreshMs where it ages
bool ages(const BoardRow& row);                      // what it says lives elsewhere and is not finished
Instant olderOf(Instant a, Instant b);               // null is none
bool hangsOn(const BoardRow& row, const KeyId& key);   // it is about this key, or names it as a further one that is here
// Notes in every row how old the rest of its stay is: a key is green only when all that speaks for it is fresh. For whoever has all the rows.
void ageStays(std::vector<BoardRow>& rows);
int urgencyOf(BoardState state);                     // sort order "needs action first": 0 first

// Folding for the one search field (guides the eye, never an identity): lower case, ae/oe/ue/ss and a/o/u both findable, letters and
// digits only. foldText() gives both spellings "oeztuerk" and "ozturk"; foldQuery() gives what to look for, in one spelling.
QString searchKeyOf(const QStringList& fields);
QStringList foldQuery(const QString& text);          // the words of the query, folded; a row matches when it holds every one

} // namespace tresen::domain
