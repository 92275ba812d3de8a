// What the tests of the Mollie adapter have in common: a payable order and a portal against an address.
#pragma once
#include "app/adapters/portal/mollie/mollie_portal.h"
#include <QUuid>

namespace tresen::tests {

inline ports::LinkOrder mollieOrder(qint64 cents = 19990)
{
    ports::LinkOrder order;
    order.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.reference = QUuid::createUuid().toString(QUuid::WithoutBraces);
    order.token = QStringLiteral("0123456789AB");
    order.amount = domain::Money::cents(cents);
    order.mode = domain::PortalMode::Test;
    order.language = QStringLiteral("de");
    order.invoiceNumber = QStringLiteral("R-2026-0017");
    order.plate = QStringLiteral("B-MW 123");
    return order;
}

inline ports::PortalAccount mollieAccount(const QString& base, const QString& key)
{
    ports::PortalAccount account;
    account.apiKey = Secret{key};
    account.baseUrl = base;
    account.test = key.startsWith(QStringLiteral("test_"));
    return account;
}

} // namespace tresen::tests
