// Policy: the workshop's own rules, read from the settings. Values only; decisions take it as an argument.
#pragma once
#include "app/domain/money.h"
#include <QHash>
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
    bool portalTest = false;         // that portal runs in its test mode: its links take no real money and settle nothing
    QStringList onAccountCustomers;  // customer numbers that may pay on account
    Money onAccountLimit;            // of one customer, all his invoices on account together; zero: no limit
    QHash<QString, Money> onAccountLimits{};   // of single customers, instead
    Money fourEyesAbove{};           // a refund above this needs a second person; zero: every one does
    bool mail = false;               // there is a mail server
    bool confirmByMail = false;      // the owner gets a mail when money has come in
    QString mailDomain{};            // right side of our Message-IDs
};

} // namespace tresen::domain
