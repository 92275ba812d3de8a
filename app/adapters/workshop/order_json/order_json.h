// Reads an order, or an order with cost lines and payments, in the JSON a workshop system posts to a portal like bezahl.de: so that it only has to
// be pointed here. Called by the order door and by the drop folder. Pure; amounts are read, never recomputed.
#pragma once
#include "app/core/limits.h"
#include "app/domain/invoice.h"
#include "app/ports/workshop_source.h"
#include <QByteArrayView>

namespace tresen::adapters::order_json {

struct PostedOrder {
    domain::Invoice invoice;            // issueDate: that of the invoice, of the plan or none; gross = what the cost lines add up to, prepaid = what was confirmed or received, amountDue = the rest
    QString orgId;                      // as it was sent; whether it is ours is the caller's business
    QString unique;                     // the sender's key: the same one is the same order, whatever numbers it names; without one its invoice number
    QString uniqueMode;                 // as it was sent, "error"
    bool refusesDuplicate() const { return uniqueMode == u"error"; }
    bool plan = false;                  // in the shape of POST /order/plan
    bool draft = false;
    bool keyWithoutPayment = false;     // pickupWithoutPayment: the sender lets the key go before the money is there
    std::vector<ports::AttachedPage> documents;   // PDF, JPEG, PNG; what is none, too large or too much is left out: "order.attachment"
    // Codes of what was left out, or is left to a person: "order.attachment", "order.payment_noted" (a promise deducts nothing), "vehicle.vin", "order.country",
    // "order.draft", "order.key_without_payment".
    QStringList notices;
};

// Fault::Invalid, detail: the member:
//   "order.too_large" (limits::kMaxOrderJson), "order.unreadable" (no JSON, no object), "order.field" (missing, or of another type),
//   "order.text" (too long, or with control characters where a name or key stands), "order.amount" (no whole cents, zero, negative, too much),
//   "order.sum" (cost lines less deductions, or the invoice's own amount, are not the price, or without cost lines it stays open what the payments have left), "amount.currency" (another than
//   the euro is named), "order.no_number" (neither invoice number nor unique),
//   "order.many_invoices" (more than one invoice number), "order.date", "order.too_many" (entries of a list).
Result<PostedOrder> readPostedOrder(QByteArrayView bytes);

// The same as a document of the workshop's folder.
Result<ports::InvoiceDocument> readOrderDocument(QByteArrayView bytes);

} // namespace tresen::adapters::order_json
