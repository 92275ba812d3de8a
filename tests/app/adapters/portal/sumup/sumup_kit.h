// What the tests of the SumUp adapter have in common: a payable order and a portal against an address.
#pragma once
#include "app/adapters/portal/sumup/sumup_portal.h"
#include <QUuid>

namespace tresen::tests {

inline ports::LinkOrder sumupOrder(qint64 cents = 19990)
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
