// SmtpSession: one conversation with a mail server by libcurl, start to end, in the thread that calls it. Used by SmtpMailer.
#pragma once
#include "app/adapters/mail/smtp/mime.h"
#include "app/adapters/mail/smtp/smtp_config.h"
#include <atomic>

namespace tresen::adapters::smtp {

// Unreachable "mail.tls_roots": this computer has no certificates of authorities.
// Refused "mail.not_configured" (detail: which): no host, a port, name or proxy that cannot be, plain text to another machine without allowPlain.
Result<Ok> checkedConfig(const SmtpConfig& config);

// Blocks until the answer is there, the deadline is over or stop becomes true. Failures as in the port.
Result<ports::MailReceipt> deliver(const SmtpConfig& config, const MimeMessage& message, const std::atomic<bool>& stop);
Result<Ok> greet(const SmtpConfig& config, const std::atomic<bool>& stop);   // connects, encrypts, logs in, says goodbye

} // namespace tresen::adapters::smtp
