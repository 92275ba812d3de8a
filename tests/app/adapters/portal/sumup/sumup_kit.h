// What the tests of the SumUp adapter have in common: the account at an address.
#pragma once
#include "app/adapters/portal/sumup/sumup_portal.h"
#include "tests/sim/payable_order.h"

namespace tresen::tests {

inline ports::PortalAccount sumupAccount(const QString& base, bool test = true)
{
    ports::PortalAccount account;
    account.apiKey = Secret{QStringLiteral("sup_sk_simulatedKeyOfTheTests")};
    account.account = QStringLiteral("MSIM42C7");
    account.baseUrl = base;
    account.test = test;
    return account;
}

} // namespace tresen::tests
