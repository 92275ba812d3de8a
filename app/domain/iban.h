// IBAN (ISO 13616) and the creditor reference RF (ISO 11649): check digits and the printed form.
#pragma once
#include <QString>

namespace tresen::domain {

QString compactIban(QStringView text);      // blanks removed, upper case
bool isIban(QStringView text);              // length of its country (15..34 where unknown) and check digits (mod 97 = 1); blanks allowed
QString groupedIban(QStringView text);      // "DE89 3704 0044 0532 0130 00"
QString redactedIban(QStringView text);     // "DE89…3000": for logs and messages

// What is wrong with an IBAN, so that its writer can be told what to do. None exactly when isIban() says yes.
enum class IbanFault {
    None, Empty,
    Sign,          // a character no IBAN has: sign
    Country,       // does not begin with two letters and two digits
    TooShort,      // by difference characters; length: what an IBAN of its country has, 0 while the country is not known
    TooLong,
    CheckDigits    // complete, and a digit is wrong or two are swapped
};
struct IbanFinding {
    IbanFault fault = IbanFault::None;
    QString country;       // the first two letters, once they stand there
    int length = 0, difference = 0;
    QChar sign;
};
IbanFinding lookAtIban(QStringView text);
QString germanBankCode(QStringView text);   // eight digits of a whole and right IBAN of Germany; empty for every other text

bool isBic(QStringView text);               // ISO 9362: 8 or 11 characters
bool isCreditorReference(QStringView text); // RF + 2 check digits + 1..21 letters or digits

} // namespace tresen::domain
