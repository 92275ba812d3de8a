// An order of a payment link, for the tests of the portals.
#pragma once
#include "app/ports/payment_portal.h"
#include <QUuid>

namespace tresen::sim {

// What an owner could pay: a fresh key and reference at every call, otherwise always the same.
inline ports::LinkOrder payableOrder(qint64 cents = 19990)
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

} // namespace tresen::sim
