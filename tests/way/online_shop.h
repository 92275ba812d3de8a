// OnlineShop: makes a profile of the built program with one invoice, a simulated portal and a mail server; and counts what stands in it.
#pragma once
#include "tests/sim/program.h"
#include <memory>

namespace tresen::test {

struct PortalAt { QString id, base, key, account = {}, noticeSecret = {}; };

inline QString shopNumber() { return QStringLiteral("2026-4118"); }

inline bool keepSecret(const Program& program, const QString& name, const QString& secret)
{
    QProcess keep;
    keep.start(QStringLiteral(TRESEN_PROGRAM), {QStringLiteral("--profile"), program.profile(), QStringLiteral("config"), QStringLiteral("secret"), name});
    if (!keep.waitForStarted()) return false;
    keep.write(secret.toUtf8());
    keep.closeWriteChannel();
    return keep.waitForFinished() && keep.exitCode() == 0;
}

// Null when a step failed. The profile may hold a desk.json that names a database.
inline std::unique_ptr<Program> openShop(const QString& profile, const PortalAt& portal, quint16 mailPort)
{
    auto program = std::make_unique<Program>(profile);
    std::vector<std::pair<QString, QString>> settings{
        {QStringLiteral("secrets.place"), QStringLiteral("file")}, {QStringLiteral("company.name"), QStringLiteral("Autohaus Lindner")},
        {QStringLiteral("company.legal_name"), QStringLiteral("Autohaus Lindner GmbH")}, {QStringLiteral("payee.holder"), QStringLiteral("Autohaus Lindner GmbH")},
        {QStringLiteral("payee.iban"), QStringLiteral("DE89370400440532013000")}, {QStringLiteral("portal.id"), portal.id},
        {portal.id + QStringLiteral(".base_url"), portal.base}, {QStringLiteral("mail.host"), QStringLiteral("127.0.0.1")},
        {QStringLiteral("mail.port"), QString::number(mailPort)}, {QStringLiteral("mail.security"), QStringLiteral("none")},
        {QStringLiteral("mail.from"), QStringLiteral("kasse@lindner.example")}};
    if (!portal.account.isEmpty()) settings.emplace_back(portal.id + QStringLiteral(".account"), portal.account);
    for (const auto& [key, value] : settings)
        if (program->run({QStringLiteral("config"), QStringLiteral("set"), key, value}).exit != 0) return nullptr;
    if (!keepSecret(*program, QStringLiteral("portal.%1.key").arg(portal.id), portal.key)) return nullptr;
    if (!portal.noticeSecret.isEmpty() && !keepSecret(*program, QStringLiteral("portal.%1.notice").arg(portal.id), portal.noticeSecret)) return nullptr;
    if (program->run({QStringLiteral("import"), QStringLiteral(TRESEN_SOURCE_DIR "/resources/sample/invoices/2026-4118.pdf")}).exit != 0) return nullptr;
    return program;
}

inline QJsonObject shopItem(const Program& program)
{
    return program.run({QStringLiteral("show"), shopNumber()}).first()[QStringLiteral("item")].toObject();
}

inline QString shopLink(const Program& program)
{
    return shopItem(program)[QStringLiteral("requests")].toArray().last()[QStringLiteral("linkId")].toString();
}

inline int booked(const QJsonObject& item, const QString& kind)
{
    int count = 0;
    for (const auto& p : item[QStringLiteral("payments")].toArray()) count += p[QStringLiteral("kind")].toString() == kind;
    return count;
}

} // namespace tresen::test
