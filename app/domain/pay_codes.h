// The codes on a payment request: the EPC transfer code (EPC069-12 v2/3, "GiroCode"), the link token and the desk code.
#pragma once
#include "app/domain/money.h"
#include <QByteArray>

namespace tresen::domain {

struct EpcTransfer {
    QString holder;        // <= 70 characters, the account holder exactly as the bank has it
    QString iban, bic;     // bic may be empty (version 002)
    Money amount;          // 0.01 .. 999,999,999.99 EUR
    QString purpose;       // <= 4, usually empty
    QString reference;     // ISO 11649 "RF…", or empty
    QString text;          // <= 140, unstructured; only one of reference and text
};

inline constexpr int kEpcMaxBytes = 331;   // version 13-M

// Payload of version 002, UTF-8, LF, no line end after the last used line. Fault::Invalid with "epc.holder", "epc.iban", "epc.bic",
// "epc.amount", "epc.currency", "epc.reference", "epc.text", "epc.both_references", "epc.too_long".
Result<QByteArray> epcPayload(const EpcTransfer& transfer);
// The strict reading of a payload, versions 001 and 002, LF or CRLF; the inverse of epcPayload().
Result<EpcTransfer> parseEpc(const QByteArray& payload);

// Tokens and codes use 0-9 and A-X without I and O: Y and Z swap on a German keyboard, I and O look like digits.
QString linkToken(const QByteArray& random);            // 12 characters = 60 bits from at least 8 random bytes
bool isLinkToken(QStringView text);                     // after normalizeTyped()
QString normalizeTyped(QStringView text);               // upper case, blanks and dashes away, O -> 0, I -> 1

QString deskCode(int site, qint64 sheet);               // "T01004182K": T, site 00..99, sheet number 6+ digits, check character
bool isDeskCode(QStringView text);
QString groupedDeskCode(QStringView code);              // "T 01 004182 K"
QString groupedToken(QStringView token);                // "K7M2-QX4T-9BHR"

} // namespace tresen::domain
