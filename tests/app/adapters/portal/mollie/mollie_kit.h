// What the tests of the Mollie adapter have in common: the account at an address.
#pragma once
#include "app/adapters/portal/mollie/mollie_portal.h"
#include "tests/sim/payable_order.h"

namespace tresen::tests {

inline ports::PortalAccount mollieAccount(const QString& base, const QString& key)
{
    ports::PortalAccount account;
    account.apiKey = Secret{key};
    account.baseUrl = base;
    account.test = key.startsWith(QStringLiteral("test_"));
    return account;
}

} // namespace tresen::tests
