// Mollie's API v2 as bytes and values: payment links, the payments made through them, refunds, chargebacks, notices. Pure; called by MolliePortal
// and by the fuzzer. Source: the vendor's API description of 2026-08-21 and docs.mollie.com.
#pragma once
#include "app/net/json_reader.h"
#include "app/ports/payment_portal.h"
#include <optional>
#include <vector>

namespace tresen::adapters::mollie {

struct MollieLink {
    QString id, url, description;          // "pl_…"; description ends with the tag of our request, see tagOf()
    std::optional<domain::Money> amount;   // nothing: the payer types it, or a currency without cents. Never a link of ours
    domain::PortalMode mode = domain::PortalMode::Live;
    bool archived = false;
    Instant paidAt, expiresAt;             // null: not
};

struct MolliePayment {
    QString id, status, method, description;   // "tr_…"; status and method as Mollie words them
    domain::Money amount;
    domain::PortalMode mode = domain::PortalMode::Live;
    Instant createdAt, paidAt;
};

struct MollieRefund {
    QString id, paymentId, status, key;    // "re_…"; key: the idempotency key we put into its metadata, empty when it is not ours
    domain::Money amount;
    domain::PortalMode mode = domain::PortalMode::Live;
    Instant createdAt;
    domain::PortalMovement::Stage stage() const;   // an unknown word is Pending: it neither gives the money back nor says that it stays
};

struct MollieChargeback {
    QString id, paymentId;                 // "chb_…"
    domain::Money amount;
    Instant createdAt, reversedAt;         // reversedAt null: not reversed
};

template <class T> struct MolliePage {
    std::vector<T> items;
    QString next;                          // id the next page begins with; empty: this is the last one
};

struct MollieAccount { QString id, name; domain::PortalMode mode = domain::PortalMode::Live; };

// Everything of an answer, its payments and what was taken back.
struct MollieHistory {
    std::vector<MolliePayment> payments;
    std::vector<MollieRefund> refunds;
    std::vector<MollieChargeback> chargebacks;
};

// Refused "portal.order_invalid", detail: the field.
Result<Ok> checkOrder(const ports::LinkOrder& order);
Result<Ok> checkRefund(const ports::RefundOrder& order);
std::optional<domain::PortalMode> modeOfKey(const QString& apiKey);   // nothing: no key of a profile ("access_…" speaks for a whole organisation)
bool isLinkId(const QString& id);                                     // and a link's: "pl_…"
bool isId(const QString& id);                                         // safe in a path: letters, digits, "-" and "_", at most 64

// "Rechnung R-17 · B-MW 123 [1a2b3c4d]", at most 255 characters. The owner reads it on the page and on the statement, and find() knows a link by it.
QString descriptionOf(const ports::LinkOrder& order);
QString tagOf(const QString& description);                            // "1a2b3c4d"; empty when the text ends with none
QByteArray createBody(const ports::LinkOrder& order);                 // the same bytes for the same order
QByteArray testLinkBody();                                            // 1.00 EUR "Tresen test", for the set-up page
QByteArray archiveBody();
QByteArray refundBody(const ports::RefundOrder& order);

// Invalid "portal.unreadable" whatever is not as described above.
Result<MollieLink> readLink(QByteArrayView body);
Result<MolliePage<MollieLink>> readLinks(QByteArrayView body);
Result<MolliePayment> readPayment(QByteArrayView body);
Result<MolliePage<MolliePayment>> readPayments(QByteArrayView body);
Result<MollieRefund> readRefund(QByteArrayView body);
Result<MolliePage<MollieRefund>> readRefunds(QByteArrayView body);
Result<MolliePage<MollieChargeback>> readChargebacks(QByteArrayView body);
Result<MollieAccount> readAccount(QByteArrayView body);
QString wordsOf(QByteArrayView body);                                 // what an error answer says, one line; empty when it is no such answer

// Refused "portal.key_mode"; Invalid "portal.amount", "portal.unsafe_link", "portal.link_host".
Result<ports::Link> linkFor(const MollieLink& link, domain::Money amount, domain::PortalMode mode, const QStringList& hosts);
// A payment that is paid is a fact, whatever became of the link. Otherwise the state is derived: Mollie's links have none of their own.
domain::PortalSnapshot snapshotOf(const MollieLink& link, const MollieHistory& history, Instant now);

Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets);

} // namespace tresen::adapters::mollie
