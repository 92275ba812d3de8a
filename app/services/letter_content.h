// What a payment request says, from the invoice, its request and the settings. Pure; used by Requests for the letter and for the portal's page.
#pragma once
#include "app/domain/policy.h"
#include "app/ports/journal.h"
#include "app/ports/paper_printer.h"
#include "app/ports/payment_portal.h"

namespace tresen::services {

// Remittance text of the transfer: the invoice's own (BT-83) or its number, and the plate. At most 140 characters.
QString transferText(const domain::Invoice& record, bool practice = false);   // practice: begins with SCHULUNG
bool isPractice(const domain::PayRequest& request, const domain::Policy& policy);   // sample workshop or the portal's test mode: nothing of it is to be paid
std::vector<ports::LetterRow> letterRows(const domain::Invoice& record, const domain::OpenItem& item);   // worded by the printer
QStringList addresseeOf(const domain::Invoice& record);
QString salutationNameOf(const domain::Invoice& record);   // empty for a company
QString workLineOf(const domain::Invoice& record);         // work and mileage

} // namespace tresen::services
