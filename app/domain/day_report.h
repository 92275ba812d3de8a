// DayReport: what one day did with money and keys, folded from the journal's entries. Pure. Counted is the day a fact was booked here, by the clock of
// the entry; an online payment made before midnight and read after it belongs to the day it was read.
#pragma once
#include "app/domain/event.h"
#include <map>
#include <tuple>

namespace tresen::domain {

// What came in or went out in one way. sum is signed: money that leaves is negative.
struct DayMoney {
    PaymentKind kind = PaymentKind::Cash;
    QString method;                 // "cash", "girocard", "applepay", …
    int count = 0;
    Money sum;
};

// What somebody should look at in the evening, in the order of the day.
struct DayNote {
    enum class Kind { Override, Forced, MoneyBack, ChargedBack, WrittenOff, OnAccount, Cancelled, Undone, Unlocked, Restored, OffAccount };
    Kind kind = Kind::Override;
    Instant at;
    Origin by;
    InvoiceId invoice;              // null: of no invoice
    Money amount;
    QString to, reason;             // to: whom a key went to, which setting
};
QString codeOf(DayNote::Kind kind);   // "override", "forced", "money_back", "charged_back", "written_off", "on_account", "cancelled", "undone", "unlocked", "restored", "off_account"

struct DayReport {
    int taken = 0, requests = 0, released = 0, mails = 0;   // invoices taken over, requests made, keys handed over, mails that left
    std::vector<DayMoney> money;    // by kind, then method
    std::vector<DayNote> notes;     // at most kMaxNotes
    int moreNotes = 0;
    static constexpr std::size_t kMaxNotes = 2'000;
};

class DayFold {
public:
    // In the order of the journal. Errors: money.overflow.
    Result<Ok> add(const Recorded& entry);
    DayReport report() const;

private:
    Result<Ok> addPayment(const Recorded& entry, const PaymentBooked& payment);
    void note(DayNote note);

    DayReport m_report;
    std::map<std::tuple<PaymentKind, QString, QString>, DayMoney> m_money;   // by kind, method and currency
};

} // namespace tresen::domain
