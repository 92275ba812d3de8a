// The stored form of a message that has to be sent: written into the outbox with the fact it tells of.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/policy.h"
#include "app/ports/journal.h"

namespace tresen::services {

inline QString mailKind() { return QStringLiteral("mail"); }
struct MailTask { domain::MailId mail; domain::InvoiceId invoice; };
ports::OutboxTask mailTask(const domain::MailQueued& queued);
Result<MailTask> readMailTask(const QByteArray& payload);      // Fault::Corrupt "outbox.unreadable"

// Stores with a decision what its events tell the owner, and the sending of every message queued in it; answers the effects, to be carried out at once.
std::vector<ports::OutboxTask> withMails(ports::Decision& decision, const domain::OpenItem& item, const domain::Policy& policy);

} // namespace tresen::services
