// Port: Mailer hands one message to the workshop's mail server. Called by Mails through the outbox; answers on any thread, take them with onReady().
#pragma once
#include "app/core/clock.h"
#include "app/core/result.h"
#include <QByteArray>
#include <QFuture>
#include <QString>
#include <vector>

namespace tresen::ports {

struct MailAttachment { QString name, contentType; QByteArray bytes; };
struct InlineImage { QString contentId, contentType; QByteArray bytes; };   // the HTML part names it "cid:contentId"

struct MailMessage {
    QString messageId;              // without brackets; made before the first try and the same for every retry
    QString fromName, fromAddress, replyTo, toName, toAddress;
    QString subject, text, html;    // html empty: text only
    std::vector<InlineImage> images;
    std::vector<MailAttachment> attachments;
    Instant date;                   // of the message, the same for every retry
    QString language;               // Content-Language
    QString account{};              // which account it names, see domain::accountMark(); not sent. Empty: it names none
};

struct MailReceipt { QString reply; };   // the server's last line, "250 2.0.0 queued as …"

// Failures: Unreachable "mail.unreachable", "mail.tls" (detail says which), "mail.greylisted" (4xx, detail: code and words): nothing was taken, try later.
// Timeout "mail.unclear": the message was given away, the answer is missing; it may arrive twice, with the same Message-ID.
// Refused "mail.rejected" (5xx, detail: code and words), "mail.auth", "mail.address", "mail.header" (line break in a header field), "mail.too_large",
// "mail.not_configured": trying again without a change is useless.
class Mailer {
public:
    virtual ~Mailer() = default;
    virtual QFuture<Result<MailReceipt>> send(MailMessage message) = 0;
    virtual QFuture<Result<Ok>> probe() = 0;   // connects, encrypts, logs in, says goodbye
};

} // namespace tresen::ports
