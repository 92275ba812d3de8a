// The composed message as it lies beside the documents until it has been sent: composed once, so that every try sends the same bytes. Used by Mails.
#pragma once
#include "app/ports/mailer.h"

namespace tresen::services {

QByteArray mailToBytes(const ports::MailMessage& message);
Result<ports::MailMessage> mailFromBytes(const QByteArray& bytes);   // Fault::Corrupt "mail.file"
QString mailFileName(const QString& messageId);                      // of letters and digits only, the same for the same message

} // namespace tresen::services
