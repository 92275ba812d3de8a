// Entry by hand: what a person types in where a file says nothing, or nothing that can be read. Pure. Intake lays it over what was read; the entry
// sheet asks which fields are open.
#pragma once
#include "app/core/result.h"
#include "app/domain/invoice.h"
#include <optional>

namespace tresen::domain {

struct InvoiceEntry {
    QString number, orderRef;             // BT-1, BT-14
    QDate issueDate, dueDate;             // BT-2, BT-9
    std::optional<Money> amount;          // what is to be paid, VAT included (BT-112, BT-115)
    QString customerId, customer, email;  // BT-46, BT-44, BT-58
    QString street, postcode, city;       // BT-50, BT-53, BT-52
    QString plate, vin, model;
    friend bool operator==(const InvoiceEntry&, const InvoiceEntry&) = default;
};

enum class EntryField { Number, OrderRef, IssueDate, DueDate, Amount, CustomerId, Customer, Email, Street, Postcode, City, Plate, Vin, Model };

inline constexpr int kMaxEntryText = 200;              // characters of one field
inline constexpr int kMaxEntryNumber = 40;
inline constexpr qint64 kMaxEntryCents = 10'000'000'00;   // 10 million
inline constexpr int kMaxEntryYears = 11;              // how old an invoice may be: ten years are kept, and the one that runs
inline constexpr int kMaxEntryAheadDays = 31;          // an invoice dated later than this is a slip

InvoiceEntry entryOf(const Invoice& read);   // numbers that only a rule has found are proposed

// What makes an invoice this one, its number, its date and its amount, stays as the file says it: the next run would bring it a second time, or with
// another amount than the customer's paper. They can be typed in where the file has none. Everything else may be put right.
bool mayEnter(const Invoice& read, EntryField field);

struct Entered {
    Invoice record;
    QStringList notices;   // "entered.plate": what differs from the file; "entered.by_hand" when there was nothing in it
};
// Errors: Fault::Refused "entry.number", "entry.amount" (missing, not positive, too large), "entry.date" (missing, too old, in the future), "entry.due"
// (before the date), "entry.customer" (missing), "entry.email", "entry.vin", "entry.too_long" (detail: the field's name as in the notice),
// "entry.fixed" (differs where mayEnter() says no; detail likewise).
Result<Entered> laidOver(const Invoice& read, const InvoiceEntry& entry, QDate today);

} // namespace tresen::domain
