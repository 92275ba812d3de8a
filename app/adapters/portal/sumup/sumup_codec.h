// SumUp's API as bytes and values: hosted checkouts, their transactions and what was taken back, the history feed, notices. Pure; called by
// SumUpPortal and by the fuzzer. Amounts are JSON numbers in major units: they are written and read as digits. Source: the vendor's API
// description of 2026-06-18.
#pragma once
#include "app/net/json_reader.h"
#include "app/ports/payment_portal.h"
#include <optional>
#include <vector>

namespace tresen::adapters::sumup {

struct SumUpEvent {
    domain::PortalMovement::Kind kind = domain::PortalMovement::Kind::Refund;   // Refund or Chargeback; payouts are left out
    domain::PortalMovement::Stage stage = domain::PortalMovement::Stage::Pending;
    QString id;
    domain::Money amount;
    Instant at;                            // null: not named
};

struct SumUpTransaction {
    QString id, status, method, foreignId; // status as SumUp words it; foreignId: what the client passed, the checkout's reference
    domain::Money amount;
    Instant at;
    std::vector<SumUpEvent> events;        // only when it was read by itself
    bool broughtMoney() const { return status == u"SUCCESSFUL" || status == u"REFUNDED" || status == u"CHARGE_BACK"; }
};

struct SumUpCheckout {
    QString id, reference, merchantCode, url, description, status;   // url: empty where the answer names none
    QString transactionId;                                           // of the successful one, where it is named apart
    domain::Money amount;
    Instant validUntil;                                              // null: does not expire
    std::vector<SumUpTransaction> transactions;
};

struct SumUpMerchant { QString code, name; bool sandbox = false; };

// One line of the history: what changed, and its mark, which differs when anything about its money does.
struct SumUpChange { QString transactionId, paymentType, summary, mark; };
struct SumUpHistoryPage {
    std::vector<SumUpChange> changes;
    QString next;                          // "oldest_ref" of the next page; empty: this is the last one
};

// Where the feed was read up to. Opaque cursor of PaymentPortal::changes().
struct SumUpCursor {
    bool known = false;
    Instant since;                         // everything changed before is known
    QStringList marks;                     // of what was seen in the overlap after it
};

// Refused "portal.order_invalid", detail: the field.
Result<Ok> checkOrder(const ports::LinkOrder& order);
Result<Ok> checkRefund(const ports::RefundOrder& order);
bool isId(const QString& id);                                         // safe in a path: letters, digits, "-" and "_", at most 64

// "Rechnung R-17 · B-MW 123 [1a2b3c4d]", at most 255 characters. The history names a payment by it.
QString descriptionOf(const ports::LinkOrder& order);
QString tagOf(const QString& description);                            // "1a2b3c4d"; empty when the text ends with none
QByteArray createBody(const ports::LinkOrder& order, const QString& merchantCode);   // the same bytes for the same order
QByteArray refundBody(const ports::RefundOrder& order);

// Invalid "portal.unreadable" whatever is not as described above.
Result<SumUpCheckout> readCheckout(QByteArrayView body);
Result<std::vector<SumUpCheckout>> readCheckouts(QByteArrayView body);
Result<SumUpTransaction> readTransaction(QByteArrayView body);
Result<SumUpMerchant> readMerchant(QByteArrayView body);
Result<SumUpHistoryPage> readHistory(QByteArrayView body);
QString wordsOf(QByteArrayView body);                                 // what an error answer says, one line; empty when it is no such answer

SumUpCursor cursorFrom(const QString& cursor);                        // an unreadable one is like none
QString cursorOf(const SumUpCursor& cursor);                          // at most limits::kMaxPortalCursor bytes

// Conflict "portal.key_reused": the reference was used for something else. Invalid "portal.amount", "portal.account", "portal.unsafe_link", "portal.link_host".
Result<ports::Link> linkFor(const SumUpCheckout& checkout, const ports::LinkOrder& order, const QString& merchantCode, const QStringList& hosts);
// transactions: read by themselves, those that brought money. SumUp words "cancelled" and "expired" alike: an end before its time was a cancellation.
// Invalid "portal.unreadable" when it says that money went back, but not how much.
Result<domain::PortalSnapshot> snapshotOf(const SumUpCheckout& checkout, const std::vector<SumUpTransaction>& transactions, Instant now);

Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets);

} // namespace tresen::adapters::sumup
