// What a mail tells, from the invoice, its journal and the settings. Pure; used by Mails.
#pragma once
#include "app/services/mail_texts.h"
#include "app/services/settings.h"

namespace tresen::services {

// NotFound "mail.about": the request or payment it speaks of is not there.
Result<MailFacts> mailFactsOf(const ports::ItemDetail& detail, const domain::Mail& mail, const Settings& settings);
// The newest sheet of a request; nullptr: none was printed.
const domain::SheetPrinted* newestSheet(const ports::ItemDetail& detail, const domain::RequestId& request);

// The letter with a pickup code: it is composed where the digits are made, and nowhere else.
MailFacts pickupFacts(const ports::ItemDetail& detail, const QString& language, const QString& code, Instant expires, const Settings& settings);
QString sheetOf(const ports::ItemDetail& detail, const domain::RequestId& request);      // file name of its newest sheet; empty: none
MailFacts sampleMailFacts(domain::MailKind kind, const QString& language, const Settings& settings);

} // namespace tresen::services
