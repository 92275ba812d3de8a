// Adyen's pay by link as bytes and values: links, refund requests, notices. Pure; called by AdyenPortal and by the fuzzer.
// Source: the vendor's API descriptions Checkout 72 and Webhooks 1 of 2026-07, and the check of signatures in its own library.
#pragma once
#include "app/net/json_reader.h"
#include "app/ports/payment_portal.h"
#include <vector>

namespace tresen::adapters::adyen {

struct AdyenLink {
    QString id, url, reference, account, status;   // "PL…"; status as Adyen words it
    domain::Money amount;
    Instant expiresAt, updatedAt;                  // null: not told
};

struct AdyenRefund { QString id, paymentId, account; domain::Money amount; };   // both are references of Adyen: 16 letters and digits

// One item of a notice. Only a nudge: nothing of it is booked.
struct AdyenItem {
    QString eventCode, reference, original, ourReference, account, linkId;      // linkId empty: the item names none
    bool success = false;
};
struct AdyenNotice { std::vector<AdyenItem> items; bool live = false; };

struct AdyenWords { QString errorCode, errorType, message; };   // of an error answer, each at most limits::kMaxPortalText characters

bool isLinkId(const QString& id);         // "PL" and 8 to 62 capital letters and digits: safe in a path
bool isReference(const QString& id);      // 16 capital letters and digits
// Refused "portal.order_invalid", detail: the field.
Result<Ok> checkOrder(const ports::LinkOrder& order, Instant now);
Result<Ok> checkRefund(const ports::RefundOrder& order);

QByteArray createBody(const ports::LinkOrder& order, const QString& account);   // the same bytes for the same order
QByteArray expireBody();
QByteArray refundBody(const ports::RefundOrder& order, const QString& account);
QByteArray methodsBody(const QString& account);

// Invalid "portal.unreadable" whatever is not as described above.
Result<AdyenLink> readLink(QByteArrayView body);
Result<AdyenRefund> readRefund(QByteArrayView body);
Result<Ok> readMethods(QByteArrayView body);
AdyenWords wordsOf(QByteArrayView body);  // empty when it is no error answer

// Invalid "portal.account", "portal.amount", "portal.unreadable" (another reference), "portal.unsafe_link", "portal.link_host"; Refused "portal.key_mode".
Result<ports::Link> linkFor(const AdyenLink& link, const ports::LinkOrder& order, const QString& account, const QStringList& hosts);
// A link names no payment: what is paid is the link's own amount, and its movement is called after the link.
domain::PortalSnapshot snapshotOf(const AdyenLink& link, domain::PortalMode mode, Instant now);
QString movementIdOf(const QString& linkId);       // "PL…:paid"
QString linkIdOfMovement(const QString& movementId);   // empty when it is none of these
bool isTestHost(const QString& host);              // Adyen's test platform

// HMAC-SHA256 in Base64 over eight fields joined by ":", the key in hex; every item has to be signed. As PaymentPortal::readNotice(). No time is
// signed, so a notice has no age; Refused "notice.mode" for the other mode.
Result<AdyenNotice> readNotice(const ports::RawNotice& notice, const std::vector<Secret>& secrets, domain::PortalMode mode);
QByteArray signedText(const AdyenItem& item, QByteArrayView value, const QString& currency);

inline constexpr qint64 kMaxLifetimeMs = 70LL * 24 * 60 * 60 * 1000;   // of a link

} // namespace tresen::adapters::adyen
