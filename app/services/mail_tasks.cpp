#include "app/services/mail_tasks.h"
#include "app/domain/mail_rules.h"
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

ports::OutboxTask mailTask(const domain::MailQueued& queued)
{
    return {u"mail:"_s + queued.mail.text(), mailKind(), queued.invoice, domain::compact({{u"mail"_s, queued.mail.text()}, {u"invoice"_s, queued.invoice.text()}})};
}

Result<MailTask> readMailTask(const QByteArray& payload)
{
    const auto j = QJsonDocument::fromJson(payload).object();
    MailTask task{domain::MailId{j[u"mail"].toString()}, domain::InvoiceId{j[u"invoice"].toString()}};
    if (task.mail.isNull() || task.invoice.isNull()) return Error{Fault::Corrupt, u"outbox.unreadable"_s, QString::fromUtf8(payload.left(80))};
    return task;
}

std::vector<ports::OutboxTask> withMails(ports::Decision& decision, const domain::OpenItem& item, const domain::Policy& policy)
{
    auto told = domain::mailsFor(item, decision.events, policy);
    decision.events.insert(decision.events.end(), told.begin(), told.end());
    std::vector<ports::OutboxTask> tasks;
    for (const auto& event : decision.events)
        if (const auto* queued = event.as<domain::MailQueued>()) tasks.push_back(mailTask(*queued));
    decision.outbox.insert(decision.outbox.end(), tasks.begin(), tasks.end());
    return tasks;
}

} // namespace tresen::services
