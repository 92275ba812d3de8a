// IBAN (ISO 13616) and the creditor reference RF (ISO 11649): check digits and the printed form.
#pragma once
#include <QString>

namespace tresen::domain {

QString compactIban(QStringView text);      // blanks removed, upper case
bool isIban(QStringView text);              // length of its country (15..34 where unknown) and check digits (mod 97 = 1); blanks allowed
QString groupedIban(QStringView text);      // "DE89 3704 0044 0532 0130 00"
QString redactedIban(QStringView text);     // "DE89…3000": for logs and messages
bool isBic(QStringView text);               // ISO 9362: 8 or 11 characters
bool isCreditorReference(QStringView text); // RF + 2 check digits + 1..21 letters or digits

} // namespace tresen::domain
