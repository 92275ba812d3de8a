#include "app/adapters/mail/smtp/mime.h"
#include "app/adapters/mail/smtp/mime_encoding.h"
#include "app/core/limits.h"
#include <QCryptographicHash>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::smtp {
namespace {

using ports::MailMessage;

// Line breaks above all, but nothing else that steers either.
bool steers(const QString& text)
{
    for (const QChar c : text) {
        const auto category = c.category();
        if (category == QChar::Other_Control || category == QChar::Separator_Line || category == QChar::Separator_Paragraph) return true;
    }
    return false;
}

Result<Ok> checkedField(const QString& text, qsizetype most, const QString& field)
{
    if (text.size() > most) return Error{Fault::Refused, u"mail.too_large"_s, field};
    if (steers(text)) return Error{Fault::Refused, u"mail.header"_s, field};
    return Ok{};
}

Result<Ok> checkedForm(const QString& text, qsizetype most, const QRegularExpression& form, const QString& field)
{
    if (text.size() > most || !form.match(text).hasMatch()) return Error{Fault::Refused, u"mail.header"_s, field};
    return Ok{};
}

Result<Ok> checkedHeaders(const MailMessage& message)
{
    static const QRegularExpression id{u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\z"_s};
    static const QRegularExpression language{u"\\A[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,3}\\z"_s};
    if (const auto r = checkedForm(message.messageId, limits::kMaxMailId, id, u"Message-ID"_s); !r) return r;
    if (!message.language.isEmpty())
        if (const auto r = checkedForm(message.language, 35, language, u"Content-Language"_s); !r) return r;
    if (message.date.isNull() || message.date.utc().date().year() > 9999) return Error{Fault::Refused, u"mail.header"_s, u"Date"_s};
    if (const auto r = checkedField(message.fromName, limits::kMaxMailName, u"From"_s); !r) return r;
    if (const auto r = checkedField(message.toName, limits::kMaxMailName, u"To"_s); !r) return r;
    return checkedField(message.subject, limits::kMaxMailSubject, u"Subject"_s);
}

Result<Ok> checkedParts(const MailMessage& message)
{
    static const QRegularExpression type{u"\\A[A-Za-z0-9][A-Za-z0-9.+_-]{0,60}/[A-Za-z0-9][A-Za-z0-9.+_-]{0,60}\\z"_s};
    static const QRegularExpression cid{u"\\A[A-Za-z0-9._-]+(@[A-Za-z0-9.-]+)?\\z"_s};
    if (message.text.size() > limits::kMaxMailText) return Error{Fault::Refused, u"mail.too_large"_s, u"text"_s};
    if (message.html.size() > limits::kMaxMailText) return Error{Fault::Refused, u"mail.too_large"_s, u"html"_s};
    if (message.images.size() + message.attachments.size() > limits::kMaxMailParts) return Error{Fault::Refused, u"mail.too_large"_s, u"parts"_s};
    qint64 bytes = 0;
    for (const auto& image : message.images) {
        if (const auto r = checkedForm(image.contentId, limits::kMaxMailId, cid, u"Content-ID"_s); !r) return r;
        if (const auto r = checkedForm(image.contentType, 127, type, u"Content-Type"_s); !r) return r;
        bytes += image.bytes.size();
    }
    for (const auto& attachment : message.attachments) {
        if (const auto r = checkedField(attachment.name, limits::kMaxMailName, u"filename"_s); !r) return r;
        if (const auto r = checkedForm(attachment.contentType, 127, type, u"Content-Type"_s); !r) return r;
        bytes += attachment.bytes.size();
    }
    if (bytes > limits::kMaxMailAttachments) return Error{Fault::Refused, u"mail.too_large"_s, u"attachments"_s};
    return Ok{};
}

QByteArray dateOf(Instant at)   // RFC 5322, 3.3; in UTC, so that a retry in another time zone is the same
{
    return QLocale::c().toString(at.utc(), u"ddd, dd MMM yyyy HH:mm:ss"_s).toLatin1() + " +0000";
}

QByteArray mailbox(const QByteArray& name, const QString& shown, const QByteArray& address)
{
    QByteArray line = name + ": ";
    if (shown.trimmed().isEmpty()) return line + '<' + address + ">\r\n";
    line += phrase(shown, line.size());
    const auto lineStart = line.lastIndexOf('\n') + 1;
    const bool fits = line.size() - lineStart + address.size() + 3 <= kMimeLine;
    return line + (fits ? " <" : "\r\n <") + address + ">\r\n";
}

// "=_" can neither stand in quoted-printable nor in base64, so no part can hold a boundary.
QByteArray boundaryOf(const QString& messageId, const QByteArray& level)
{
    return "=_" + level + '_' + QCryptographicHash::hash(messageId.toUtf8() + '/' + level, QCryptographicHash::Sha256).toHex().left(24);
}

// A part: its headers, an empty line, its body.
QByteArray textPart(const QByteArray& subtype, const QString& text)
{
    return "Content-Type: text/" + subtype + "; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + quotedPrintable(text);
}

QByteArray multipart(const QByteArray& subtype, const QString& messageId, const QByteArray& more, const QList<QByteArray>& parts)
{
    const auto boundary = boundaryOf(messageId, subtype.left(3));
    QByteArray out = "Content-Type: multipart/" + subtype + ";\r\n boundary=\"" + boundary + '"' + more + "\r\n\r\n";
    for (const auto& part : parts) out += "--" + boundary + "\r\n" + part + "\r\n";
    return out + "--" + boundary + "--\r\n";
}

QByteArray imagePart(const ports::InlineImage& image)
{
    return "Content-Type: " + image.contentType.toLatin1() + "\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <" + image.contentId.toLatin1()
           + ">\r\nContent-Disposition: inline\r\n\r\n" + base64Lines(image.bytes);
}

QByteArray attachmentPart(const ports::MailAttachment& attachment)
{
    static const QRegularExpression unfit{u"[/\\\\:*?\"<>|]"_s};
    auto name = QString{attachment.name}.replace(unfit, u"_"_s).trimmed();
    if (name.isEmpty() || name.startsWith(u'.')) name.prepend(u'_');
    return "Content-Type: " + attachment.contentType.toLatin1() + parameter("name", name) + "\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment"
           + parameter("filename", name) + "\r\n\r\n" + base64Lines(attachment.bytes);
}

QByteArray bodyOf(const MailMessage& message)
{
    QByteArray body = textPart("plain", message.text);
    if (!message.html.isEmpty()) {
        QByteArray html = textPart("html", message.html);
        if (!message.images.empty()) {
            QList<QByteArray> related{html};
            for (const auto& image : message.images) related << imagePart(image);
            html = multipart("related", message.messageId, ";\r\n type=\"text/html\"", related);
        }
        body = multipart("alternative", message.messageId, {}, {body, html});
    }
    if (message.attachments.empty()) return body;
    QList<QByteArray> mixed{body};
    for (const auto& attachment : message.attachments) mixed << attachmentPart(attachment);
    return multipart("mixed", message.messageId, {}, mixed);
}

} // namespace

Result<QByteArray> mailAddress(const QString& text, const QString& field)
{
    static const QRegularExpression local{u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*\\z"_s};
    static const QRegularExpression host{u"\\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*\\z"_s};
    const auto wrong = [&](const QString& what) { return Error{Fault::Refused, u"mail.address"_s, field + u": "_s + what}; };
    if (text.size() > limits::kMaxMailAddress) return wrong(u"too long"_s);
    if (steers(text)) return Error{Fault::Refused, u"mail.header"_s, field};
    const auto at = text.lastIndexOf(u'@');
    if (at < 1 || at + 1 == text.size()) return wrong(u"no name@domain"_s);
    const auto name = text.left(at);
    if (name.size() > limits::kMaxMailLocalPart) return wrong(u"too long before the @"_s);
    if (!local.match(name).hasMatch()) return wrong(u"a character that is not taken before the @"_s);
    const auto domain = QString::fromLatin1(QUrl::toAce(text.mid(at + 1))).toLower();
    if (!host.match(domain).hasMatch()) return wrong(u"no domain name"_s);
    const auto whole = name.toLatin1() + '@' + domain.toLatin1();
    if (whole.size() > limits::kMaxMailAddress) return wrong(u"too long"_s);
    return whole;
}

Result<MimeMessage> composeMime(const MailMessage& message)
{
    if (const auto r = checkedHeaders(message); !r) return r.error();
    if (const auto r = checkedParts(message); !r) return r.error();
    const auto from = mailAddress(message.fromAddress, u"From"_s);
    if (!from) return from.error();
    const auto to = mailAddress(message.toAddress, u"To"_s);
    if (!to) return to.error();
    QByteArray head = "Date: " + dateOf(message.date) + "\r\n" + mailbox("From", message.fromName, from.value()) + mailbox("To", message.toName, to.value());
    if (!message.replyTo.isEmpty()) {
        const auto reply = mailAddress(message.replyTo, u"Reply-To"_s);
        if (!reply) return reply.error();
        head += mailbox("Reply-To", {}, reply.value());
    }
    head += textField("Subject", message.subject);
    head += "Message-ID: <" + message.messageId.toLatin1() + ">\r\nMIME-Version: 1.0\r\nAuto-Submitted: auto-generated\r\n";   // RFC 3834: no holiday replies
    if (!message.language.isEmpty()) head += "Content-Language: " + message.language.toLatin1() + "\r\n";
    return MimeMessage{from.value(), to.value(), head + bodyOf(message)};
}

} // namespace tresen::adapters::smtp
