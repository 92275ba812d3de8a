#include "app/services/mail_file.h"
#include "app/domain/json.h"
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QString base64(const QByteArray& bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray unbase64(const QJsonValue& v)
{
    return QByteArray::fromBase64(v.toString().toLatin1());
}

} // namespace

QByteArray mailToBytes(const ports::MailMessage& m)
{
    QJsonArray images, attachments;
    for (const auto& i : m.images) images.append(QJsonObject{{u"id"_s, i.contentId}, {u"type"_s, i.contentType}, {u"bytes"_s, base64(i.bytes)}});
    for (const auto& a : m.attachments) attachments.append(QJsonObject{{u"name"_s, a.name}, {u"type"_s, a.contentType}, {u"bytes"_s, base64(a.bytes)}});
    return domain::compact({{u"message_id"_s, m.messageId}, {u"from_name"_s, m.fromName}, {u"from"_s, m.fromAddress}, {u"reply_to"_s, m.replyTo}, {u"to_name"_s, m.toName},
                            {u"to"_s, m.toAddress}, {u"subject"_s, m.subject}, {u"text"_s, m.text}, {u"html"_s, m.html}, {u"images"_s, images},
                            {u"attachments"_s, attachments}, {u"date"_s, m.date.iso()}, {u"language"_s, m.language}, {u"account"_s, m.account}});
}

Result<ports::MailMessage> mailFromBytes(const QByteArray& bytes)
{
    const auto j = QJsonDocument::fromJson(bytes).object();
    ports::MailMessage m;
    m.messageId = j[u"message_id"].toString();
    m.fromName = j[u"from_name"].toString();
    m.fromAddress = j[u"from"].toString();
    m.replyTo = j[u"reply_to"].toString();
    m.toName = j[u"to_name"].toString();
    m.toAddress = j[u"to"].toString();
    m.subject = j[u"subject"].toString();
    m.text = j[u"text"].toString();
    m.html = j[u"html"].toString();
    m.date = Instant::fromIso(j[u"date"].toString());
    m.language = j[u"language"].toString();
    m.account = j[u"account"].toString();
    for (const auto& i : j[u"images"].toArray()) m.images.push_back({i[u"id"].toString(), i[u"type"].toString(), unbase64(i[u"bytes"])});
    for (const auto& a : j[u"attachments"].toArray()) m.attachments.push_back({a[u"name"].toString(), a[u"type"].toString(), unbase64(a[u"bytes"])});
    if (m.messageId.isEmpty() || m.toAddress.isEmpty() || m.text.isEmpty()) return Error{Fault::Corrupt, u"mail.file"_s, {}};
    return m;
}

QString mailFileName(const QString& messageId)
{
    return QString::fromLatin1(QCryptographicHash::hash(messageId.toUtf8(), QCryptographicHash::Sha256).toHex().left(32)) + u".mail"_s;
}

} // namespace tresen::services
