// The message the tests of the mail room begin with.
#pragma once
#include "app/ports/mailer.h"

namespace tresen::test {

inline ports::MailMessage sampleMail()
{
    ports::MailMessage m;
    m.messageId = QStringLiteral("r-2026-4101.1@lindner.example");
    m.fromName = QStringLiteral("Autohaus Lindner GmbH");
    m.fromAddress = QStringLiteral("service@lindner.example");
    m.replyTo = QStringLiteral("tresen@lindner.example");
    m.toName = QStringLiteral("Özlem Yıldız-Großmüller");
    m.toAddress = QStringLiteral("oezlem@müller.example");
    m.subject = QStringLiteral("Ihr Fahrzeug ist fertig: 1.002,45 € bis 07.12.2026, wir freuen uns auf Ihren Besuch");
    m.text = QStringLiteral("Guten Tag,\n\nIhr Fahrzeug ist fertig.  \n.\n.. Punkte vorn\nFrom hier an = alles\t\n€ und ein sehr langer Satz, der über die Breite einer Zeile weit hinausgeht, damit umbrochen werden muss.\n");
    m.html = QStringLiteral("<!doctype html>\n<p>Ihr Fahrzeug ist fertig: 1.002,45&nbsp;€ &lt;heute&gt;</p>\n<img src=\"cid:logo\">\n");
    m.images = {{QStringLiteral("logo"), QStringLiteral("image/png"), QByteArray::fromHex("89504e470d0a1a0a00ff")}};
    QByteArray pdf = "%PDF-1.4\n";
    for (int i = 0; i < 2000; ++i) pdf += static_cast<char>(i * 7);
    m.attachments = {{QStringLiteral("Zahlungsinformation RE/2026-4101 für Yıldız.pdf"), QStringLiteral("application/pdf"), pdf}};
    m.date = Instant::fromIso(QStringLiteral("2026-11-23T10:42:07.000Z"));
    m.language = QStringLiteral("de");
    return m;
}

} // namespace tresen::test
