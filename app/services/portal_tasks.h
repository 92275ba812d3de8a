// The stored form of what has to be asked of a portal: written into the outbox with the decision that causes it, sent unchanged on every try.
#pragma once
#include "app/domain/open_item.h"
#include "app/ports/journal.h"
#include "app/ports/payment_portal.h"

namespace tresen::services {

inline QString createKind() { return QStringLiteral("portal.create"); }
inline QString cancelKind() { return QStringLiteral("portal.cancel"); }
inline QString refundKind() { return QStringLiteral("portal.refund"); }

struct PortalTask {
    QString portal, linkId;
    domain::RequestId request;
    domain::InvoiceId invoice;
    ports::LinkOrder order;      // create only
};

ports::OutboxTask createTask(const QString& portal, const domain::RequestId& request, const domain::InvoiceId& invoice, const ports::LinkOrder& order);
// linkId: empty = the one the request has.
ports::OutboxTask cancelTask(const domain::OpenItem& item, const domain::RequestId& request, const QString& linkId = {});
// Stores with a decision the closing of every link that its events end; answers them, to be carried out at once.
std::vector<ports::OutboxTask> withCancels(ports::Decision& decision, const domain::OpenItem& item);
Result<PortalTask> readPortalTask(const QByteArray& payload);   // Fault::Corrupt "outbox.unreadable"

struct RefundTask { QString portal; domain::RefundId refund; domain::InvoiceId invoice; ports::RefundOrder order; };
QString refundTaskKey(const QString& idempotencyKey);
ports::OutboxTask refundTask(const domain::OpenItem& item, const domain::RefundWanted& wanted);
Result<RefundTask> readRefundTask(const QByteArray& payload);   // Fault::Corrupt "outbox.unreadable"

// Setting keys a Decide needs loaded so that it can call Settings::policyOf() on them.
QStringList policySettingKeys();

} // namespace tresen::services
