// Reads the changes a workshop system posts about an order it has sent before: .../recipient, .../update/price and the like. Called by the order door.
// Pure; a change answers the invoice as it is afterwards and guesses nothing.
#pragma once
#include "app/core/limits.h"
#include "app/domain/invoice.h"
#include "app/core/result.h"
#include <QByteArrayView>
#include <QString>
#include <functional>

namespace tresen::adapters::order_json {

struct OrderUpdate {
    QString done;                                                             // the portal's word for it, "order.price.update.success"
    std::function<Result<domain::Invoice>(const domain::Invoice&)> change;    // of the newest version. Invalid "order.sum", NotFound "orders.recipient"
};

// what: the path behind the id, without a slash at its end: "recipient", "recipient/delete", "update/price", "update/name", "update/duedate",
// "duedate/delete", "update/pickupdate", "delete/pickupdate". Errors: NotFound "orders.not_offered" for anything else; Invalid, detail: the member:
// "order.too_large", "order.unreadable", "order.field", "order.text", "order.amount", "order.date", "order.too_many", "orders.recipient".
Result<OrderUpdate> readOrderUpdate(const QString& what, QByteArrayView bytes);

} // namespace tresen::adapters::order_json
