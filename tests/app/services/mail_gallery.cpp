// Writes every kind of mail in every language as HTML and as text, to be looked at; not a test: mail_gallery FOLDER.
#include "app/domain/owner_language.h"
#include "tests/app/services/mail_samples.h"
#include <QCoreApplication>
#include <QDir>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using services::MailKind;

namespace {

void write(const QDir& folder, const QString& name, const services::MailFacts& facts)
{
    const auto mail = services::composeMail(facts);
    if (!mail) qFatal("%s: %s", qPrintable(name), qPrintable(mail.error().code));
    auto html = mail.value().html;
    for (const auto& image : mail.value().images)
        html.replace(u"cid:"_s + image.contentId, u"data:"_s + image.contentType + u";base64,"_s + QString::fromLatin1(image.bytes.toBase64()));
    for (const auto& [suffix, text] : {std::pair{u".html"_s, html}, std::pair{u".txt"_s, u"Subject: "_s + mail.value().subject + u"\n\n"_s + mail.value().text}}) {
        QFile file{folder.filePath(name + suffix)};
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0) qFatal("%s", qPrintable(file.errorString()));
    }
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app{argc, argv};
    if (argc < 2) qFatal("mail_gallery FOLDER");
    const QDir folder{QString::fromLocal8Bit(argv[1])};
    folder.mkpath(u"."_s);
    for (const auto& one : domain::ownerLanguages()) {
        const auto& language = one.code;
        const std::pair<MailKind, QString> kinds[] = {{MailKind::Request, u"request"_s}, {MailKind::Confirmation, u"confirmation"_s}, {MailKind::Refund, u"refund"_s}};
        for (const auto& [kind, name] : kinds) {
            auto facts = test::sampleFacts(kind, language);
            facts.workshop.logoPng = test::sampleLogo(QStringLiteral(TRESEN_SOURCE_DIR));
            write(folder, name + u'-' + language, facts);
        }
    }
    auto facts = test::sampleFacts(MailKind::Request, u"de"_s);
    facts.training = facts.onAccountOffered = true;
    facts.payUrl = u"http://127.0.0.1:8080/K7M2QX4T9BHR"_s;
    write(folder, u"training-de"_s, facts);

    facts = test::sampleFacts(MailKind::Confirmation, u"de"_s);
    facts.remaining = domain::Money::cents(50245);
    facts.amount = domain::Money::cents(50000);
    facts.method = u"cash"_s;
    write(folder, u"part-de"_s, facts);

    facts = test::sampleFacts(MailKind::Request, u"de"_s);
    facts.workshop.name = u"Kraftfahrzeugmeisterbetrieb Schwarzenberger-Hohenlohe & Söhne GmbH & Co. KG"_s;
    facts.workshop.accent = u"#7A1F1F"_s;
    facts.customerName.clear();
    facts.plate = u"WÜRZ-AB 1234E"_s;
    facts.vehicle = u"Mercedes-Benz Sprinter 519 CDI Allrad Kastenwagen Hochdach lang"_s;
    facts.amount = domain::Money::cents(123'456'789'01);
    facts.payUrl = u"https://zahlungen.kraftfahrzeugmeisterbetrieb-schwarzenberger.example/pay/K7M2QX4T9BHR"_s;
    facts.payeeHolder = u"Kraftfahrzeugmeisterbetrieb Schwarzenberger-Hohenlohe und Söhne KG"_s;
    facts.transferText = u"FILIALE-OBERHAUSEN-2026-0000417-KORREKTUR-2 WÜRZ-AB 1234E"_s;
    facts.keyWaits = false;
    facts.dueDate = {};
    facts.onAccountOffered = true;
    facts.portalAccount = {u"Zahlungsdienst Beispiel AG, Treuhandkonto"_s, u"DE02120300000000202051"_s, u"BYLADEM1001"_s};
    write(folder, u"long-de"_s, facts);
    return 0;
}
