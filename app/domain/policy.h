// Policy: the workshop's own rules, read from the settings. Values only; decisions take it as an argument.
#pragma once
#include "app/domain/money.h"
#include <QStringList>

namespace tresen::domain {

// The locked account the money goes to. Only the settings name it, never a file.
struct Payee {
    QString holder;      // exactly as the bank has it
    QString iban, bic;
    QStringList ownIbans{};   // further accounts of the workshop that its invoices may name; no money is directed to them
    bool isSet() const { return !holder.isEmpty() && !iban.isEmpty(); }
};

struct Policy {
    bool training = false;           // the sample workshop: no real money, no certified till needed
    Payee payee;
    QString portal;                  // id of the portal new requests go to; empty: bank transfer only
    QStringList onAccountCustomers;  // customer numbers that may pay on account
    Money onAccountLimit;            // per invoice; zero: no limit
};

} // namespace tresen::domain
