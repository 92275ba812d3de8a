// composeMime(): the bytes of a message as a mail server takes them (RFC 5322, 2045, 2047, 2231). Pure; called by SmtpMailer.
// The same message always gives the same bytes: date and Message-ID come with it, boundaries are derived from the Message-ID.
#pragma once
#include "app/ports/mailer.h"

namespace tresen::adapters::smtp {

struct MimeMessage {
    QByteArray from, to;   // envelope: plain addresses, the domain in ASCII
    QByteArray bytes;      // CRLF line ends; no line begins with a dot, so nothing has to be doubled on the way
};

// "Jürgen@Müller.example" has its domain in punycode afterwards. Refused "mail.address" (detail: which field and what is wrong, never the address):
// no local@domain, letters beyond ASCII before the @, quoted local parts, address literals, longer than RFC 5321, 4.5.3.1 allows.
Result<QByteArray> mailAddress(const QString& text, const QString& field);

// multipart/mixed( multipart/alternative( text/plain, multipart/related( text/html, pictures ) ), attachments ); levels with one part are left out.
// Refused "mail.address", "mail.header" (a control character or line break in a header field, an unreadable Message-ID, Content-ID, type or language; detail: the field),
// "mail.too_large" (detail: the field). In the name of an attachment what no file system takes becomes "_".
Result<MimeMessage> composeMime(const ports::MailMessage& message);

} // namespace tresen::adapters::smtp
