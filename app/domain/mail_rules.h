// Mail rules: which message an owner gets, once per fact, and what becomes of it. Pure; called inside the journal's transaction.
// A message is in the hands of one desk at a time. What was given away without an answer is sent again only when a person says so.
#pragma once
#include "app/domain/open_item.h"
#include "app/domain/owner_language.h"
#include "app/domain/policy.h"

namespace tresen::domain {

// local@domain.tld in at most limits::kMaxMailAddress characters, no blank, no control character, no quote or bracket: what a header may carry.
bool isMailAddress(const QString& text);
// Code of the owner's language: what his last mail was written in, before the first by the country of the invoice, see ownerLanguage().
QString languageOfOwner(const OpenItem& item);

// The payment request by mail. to: empty = the invoice's own address. Refusals: "mail.not_configured", "mail.no_address", "mail.address",
// "request.none" (no live request), "request.under_way".
struct RequestMail { RequestId request; QString to, language; };
Result<std::vector<Event>> decideRequestMail(const OpenItem& item, const RequestMail& command, const Policy& policy);
// The code somebody else collects with; salt: of the code, so that one code is told once. Refusals as above, without those of the request.
Result<MailQueued> pickupMail(const OpenItem& item, const QString& salt, const QString& to, const QString& language, const Policy& policy);
// What these events, just decided over the item, tell its owner: a confirmation for money that came in, a notice for money that went back.
std::vector<Event> mailsFor(const OpenItem& item, const std::vector<Event>& events, const Policy& policy);
// The same message once more, to the same or another address. Refusals: "mail.none", "mail.waits" (it is on its way), "mail.address",
// "pickup.again" (its digits are not kept: a new code instead).
Result<std::vector<Event>> decideMailAgain(const OpenItem& item, const MailId& mail, const QString& to, const Policy& policy);

// This desk takes it in hand. Conflict "mail.sending" (another has it), "mail.sent", "mail.ended"; NotFound "mail.none". One that a desk had in hand
// and left lying for limits::kMailLeaseMs is unclear: answered as events that say so, without Sending among them.
Result<std::vector<Event>> decideMailTaken(const OpenItem& item, const MailId& mail, Instant now);
std::vector<Event> decideMailSent(const OpenItem& item, const MailId& mail, const QString& reply);
// fault: Unreachable = later; Timeout = unclear; anything else = never. later attempts beyond limits::kMailAttempts end as failed.
std::vector<Event> decideMailFailed(const OpenItem& item, const MailId& mail, Fault fault, const QString& detail);
// Taken back by a person before anybody had it in hand. NotFound "mail.none"; Conflict "undo.too_late": it is on its way, has arrived or has failed.
Result<std::vector<Event>> decideMailRecalled(const OpenItem& item, const MailId& mail);
bool isRecalled(const Mail& mail);
bool takesMail(const std::vector<Event>& events);      // is MailMoved{Sending} among them?

} // namespace tresen::domain
