#include "app/services/snapshot_decision.h"
#include "app/domain/counter_rules.h"
#include "app/domain/request_rules.h"
#include "app/services/mail_tasks.h"
#include "app/services/portal_tasks.h"
#include "app/services/settings.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

ports::Subject snapshotSubject(const domain::InvoiceId& invoice)
{
    ports::Subject s;
    s.invoices.push_back(invoice);
    s.settingKeys = policySettingKeys();
    return s;
}

Error unknownInvoiceError(const domain::InvoiceId& invoice)
{
    return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
}

Result<ports::Decision> decideLook(const ports::Situation& s, const domain::InvoiceId& invoice, const domain::RequestId& request, const domain::PortalSnapshot& snapshot,
                                   std::vector<ports::OutboxTask>& tasks)
{
    const auto* item = s.item(invoice);
    if (!item) return unknownInvoiceError(invoice);
    const auto policy = Settings::policyOf(s.settings);
    ports::Decision d;
    d.events = domain::decideSnapshot(*item, request, snapshot, policy);
    const bool wantsAccount = std::any_of(d.events.begin(), d.events.end(), [](const domain::Event& e) {
        const auto* chose = e.as<domain::OwnerChose>();
        return chose && chose->choice == domain::OwnerChoice::Account;
    });
    // Who may pay on account has leave by choosing so; who may not is a matter for the desk.
    if (wantsAccount)
        if (const auto granted = domain::decideOnAccount(*item, policy, s.onAccount, s.now.local().date(), /*byManager=*/false))
            d.events.insert(d.events.end(), granted.value().begin(), granted.value().end());
    tasks = withCancels(d, *item);
    const auto mails = withMails(d, *item, policy);
    tasks.insert(tasks.end(), mails.begin(), mails.end());
    return d;
}

} // namespace tresen::services
