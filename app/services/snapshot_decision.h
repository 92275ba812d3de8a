// What one look at a link decides, with everything that follows from it in the same transaction: money, links to close, leave to pay on account
// that its owner has chosen, mails. Used by PortalSync.
#pragma once
#include "app/domain/open_item.h"
#include "app/ports/journal.h"

namespace tresen::services {

ports::Subject snapshotSubject(const domain::InvoiceId& invoice);
Error unknownInvoiceError(const domain::InvoiceId& invoice);      // NotFound "invoice.unknown"
// tasks: the effects stored with it, to be carried out at once.
Result<ports::Decision> decideLook(const ports::Situation& s, const domain::InvoiceId& invoice, const domain::RequestId& request, const domain::PortalSnapshot& snapshot,
                                   std::vector<ports::OutboxTask>& tasks);

} // namespace tresen::services
