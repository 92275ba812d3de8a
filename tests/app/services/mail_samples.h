// The mails the tests and the gallery look at.
#pragma once
#include "app/services/mail_texts.h"
#include <QFile>

namespace tresen::test {

inline services::MailFacts sampleFacts(services::MailKind kind, const QString& language)
{
    const bool german = language == QStringLiteral("de");
    const auto cents = [](qint64 n) { return domain::Money::cents(n); };
    services::MailFacts f;
    f.kind = kind;
    f.language = language;
    auto& w = f.workshop;
    w.name = QStringLiteral("Autohaus Lindner");
    w.tagline = german ? QStringLiteral("Meisterbetrieb für alle Marken") : QString{};
    w.legalName = QStringLiteral("Autohaus Lindner GmbH");
    w.street = QStringLiteral("Lindenallee 12");
    w.postcode = QStringLiteral("82256");
    w.city = QStringLiteral("Fürstenfeldbruck");
    w.phone = QStringLiteral("089 99998-420");
    w.email = QStringLiteral("service@lindner.example");
    w.web = QStringLiteral("www.lindner.example");
    w.director = QStringLiteral("Andrea Lindner");
    w.register_ = QStringLiteral("Amtsgericht München HRB 990417");
    w.vatId = QStringLiteral("DE299417006");
    w.openingHours = german ? QStringLiteral("Mo–Fr 7:30–18 Uhr, Sa 9–12 Uhr") : QStringLiteral("Mon–Fri 7:30–18:00, Sat 9–12");
    w.accent = QStringLiteral("#0F4C81");
    f.customerName = QStringLiteral("Frau Özlem Yıldız-Großmüller");
    f.invoiceNumber = QStringLiteral("2026-4101");
    f.plate = QStringLiteral("FFB-MG 417E");
    f.vehicle = QStringLiteral("VW Golf Variant");
    f.work = german ? QStringLiteral("Inspektion mit Ölwechsel, Bremsen vorn") : QStringLiteral("Service with oil change, front brakes");
    f.invoiceDate = QDate{2026, 11, 23};
    f.dueDate = QDate{2026, 12, 7};
    const auto label = [&](const char* de, const char* en) { return QString::fromUtf8(german ? de : en); };
    f.rows = {{label("Arbeitslohn", "Labour"), cents(48600)},          {label("Ersatzteile", "Parts"), cents(60846)},       {label("USt 19 % auf 1.094,46", "VAT 19% on 1,094.46"), cents(20795)},
              {label("Rechnungsbetrag", "Invoice total"), cents(130245), true}, {label("Bereits angezahlt", "Deposit"), cents(-30000)}, {label("Noch zu zahlen", "Left to pay"), cents(100245), true}};
    f.amount = cents(100245);
    f.payUrl = QStringLiteral("https://zahl.lindner.example/K7M2QX4T9BHR");
    f.methods = label("Karte, Apple Pay, Google Pay, PayPal, Wero", "Card, Apple Pay, Google Pay, PayPal, Wero");
    f.payeeHolder = QStringLiteral("Autohaus Lindner GmbH");
    f.payeeIban = QStringLiteral("DE89370400440532013000");
    f.transferText = QStringLiteral("2026-4101 FFB-MG 417E");
    f.keyWaits = true;
    f.letterAttached = true;
    if (kind != services::MailKind::Request) {
        f.method = kind == services::MailKind::Refund ? QStringLiteral("refund_online") : QStringLiteral("card_terminal");
        f.paidAt = Instant::fromIso(QStringLiteral("2026-11-23T13:32:00.000Z"));
        f.receiptNumber = QStringLiteral("T1-000482");
        f.rows.clear();
    }
    if (kind == services::MailKind::Refund) f.amount = cents(8950);
    return f;
}

inline QByteArray sampleLogo(const QString& sourceFolder)
{
    QFile file{sourceFolder + QStringLiteral("/resources/sample/logo.png")};
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{};
}

} // namespace tresen::test
