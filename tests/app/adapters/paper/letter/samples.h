// Invented contents of letters and receipts, plain and extreme. Used by the tests, the gallery and the bench.
#pragma once
#include "app/domain/iban.h"
#include "app/domain/pay_codes.h"
#include "app/ports/paper_printer.h"
#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace samples {

using namespace Qt::Literals::StringLiterals;
using tresen::Instant;
using tresen::domain::Money;
using tresen::ports::LetterContent;
using tresen::ports::LetterRow;
using tresen::ports::ReceiptContent;

inline QByteArray pngOf(const QImage& picture)
{
    QByteArray png;
    QBuffer buffer{&png};
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "png");
    return png;
}

// A rising sun over a road, without any text: needs no font.
inline QByteArray logo()
{
    QImage picture{360, 360, QImage::Format_ARGB32};
    picture.fill(Qt::transparent);
    QPainter p{&picture};
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(Qt::NoPen);
    p.setBrush(QColor{0x0f, 0x4c, 0x81});
    p.drawRoundedRect(0, 0, 360, 360, 72, 72);
    p.setBrush(Qt::white);
    p.drawPie(QRectF{108, 144, 144, 144}, 0, 180 * 16);
    p.setPen(QPen{Qt::white, 23, Qt::SolidLine, Qt::RoundCap});
    for (const QLineF ray : {QLineF{79, 216, 60, 216}, QLineF{108, 145, 95, 131}, QLineF{180, 115, 180, 79}, QLineF{252, 145, 265, 131}, QLineF{281, 216, 300, 216}})
        p.drawLine(ray);
    p.drawLine(58, 248, 302, 248);
    p.drawLine(108, 295, 252, 295);
    p.end();
    return pngOf(picture);
}

inline tresen::ports::Letterhead workshop()
{
    return {u"Autohaus Sommer & Söhne"_s, u"Meisterbetrieb für alle Marken"_s, u"Autohaus Sommer & Söhne GmbH"_s, u"Lindenstraße 12"_s, u"73728"_s,
            u"Esslingen am Neckar"_s, u"0711 550417-0"_s, u"service@sommer.example"_s, u"www.sommer.example"_s, u"Petra Sommer"_s,
            u"Amtsgericht Stuttgart HRB 700417"_s, u"DE298417003"_s, u"Muster Bank Esslingen"_s, u"DE89370400440532013000"_s, u"COBADEFFXXX"_s,
            u"Mo–Fr 7:30–18 Uhr, Sa 9–12 Uhr"_s, logo(), u"#0F4C81"_s};
}

// Amount, holder and text of the letter go into its transfer code.
inline void seal(LetterContent& c)
{
    c.epcPayload = tresen::domain::epcPayload({c.payeeHolder, c.payeeIban, {}, c.open, {}, {}, c.transferText}).valueOr({});
}

inline LetterContent german()
{
    using Kind = LetterRow::Kind;
    LetterContent c;
    c.language = u"de"_s;
    c.workshop = workshop();
    c.addressee = {u"Frau"_s, u"Özlem Yıldız-Großmüller"_s, u"Häßlerstraße 7 b"_s, u"73732 Esslingen am Neckar"_s};
    c.salutationName = u"Frau Yıldız-Großmüller"_s;
    c.invoiceNumber = u"RE-2026-00417"_s;
    c.orderNumber = u"A-26-3381"_s;
    c.customerNumber = u"10482"_s;
    c.advisor = u"Jonas Keller"_s;
    c.advisorPhone = u"0711 550417-12"_s;
    c.invoiceDate = {2026, 11, 20};
    c.dueDate = {2026, 12, 7};
    c.date = {2026, 11, 23};
    c.plate = u"ES-MG 417E"_s;
    c.vehicle = u"VW Golf Variant 1.5 eTSI"_s;
    c.work = u"Inspektion, Bremsen vorn, Hauptuntersuchung · 84.210 km"_s;
    c.rows = {{Kind::Item, u"Arbeitslohn"_s, Money::cents(39975)}, {Kind::Item, u"Ersatzteile"_s, Money::cents(51240)},
              {Kind::Item, u"Kleinmaterial und Entsorgung"_s, Money::cents(1890)}, {Kind::Item, u"Hauptuntersuchung, Gebühr der Prüfstelle"_s, Money::cents(9450)},
              {Kind::Vat, u"USt 19 % auf 931,05"_s, Money::cents(17690)}, {Kind::Vat, u"USt 0 % auf 94,50"_s, Money::cents(0)},
              {Kind::Total, u"Rechnungsbetrag"_s, Money::cents(120245)}, {Kind::Prepaid, u"Anzahlung vom 12.11.2026 (Karte)"_s, Money::cents(-20000)},
              {Kind::Open, u"Noch zu zahlen"_s, Money::cents(100245)}};
    c.open = Money::cents(100245);
    c.payUrl = u"https://zahl.sommer.example/K7M2QX4T9BHR"_s;
    c.payToken = u"K7M2QX4T9BHR"_s;
    c.payMethods = u"Karte, Apple Pay, Google Pay, PayPal, Wero"_s;
    c.payeeHolder = u"Autohaus Sommer & Söhne GmbH"_s;
    c.payeeIban = u"DE89370400440532013000"_s;
    c.transferText = u"RE-2026-00417 ES-MG 417E"_s;
    c.deskCode = tresen::domain::deskCode(1, 4182);
    seal(c);
    return c;
}

inline LetterContent english()
{
    auto c = german();
    c.language = u"en"_s;
    c.workshop.tagline = u"Master workshop for all makes"_s;
    c.workshop.phone = u"+49 711 550417-0"_s;
    c.workshop.register_ = u"Stuttgart register court, HRB 700417"_s;
    c.workshop.openingHours = u"Mon–Fri 7:30–18:00, Sat 9–12"_s;
    c.salutationName = u"Ms Yıldız-Großmüller"_s;
    c.advisorPhone = u"+49 711 550417-12"_s;
    c.work = u"Service, front brakes, main inspection (HU) · 84,210 km"_s;
    c.payMethods = u"card, Apple Pay, Google Pay, PayPal, Wero"_s;
    const QStringList labels{u"Labour"_s, u"Parts"_s, u"Small parts and disposal"_s, u"Main inspection, fee of the test body"_s, u"VAT 19% on 931.05"_s,
                             u"VAT 0% on 94.50"_s, u"Invoice total"_s, u"Deposit of 12 Nov 2026 (card)"_s, u"Left to pay"_s};
    for (std::size_t i = 0; i < c.rows.size(); ++i) c.rows[i].label = labels[static_cast<qsizetype>(i)];
    return c;
}

// In any of the owner's languages, with every row the printer words itself. Amounts are long and the day is one of the longest.
inline LetterContent worded(const QString& language)
{
    using Kind = LetterRow::Kind;
    using Before = LetterRow::Before;
    auto c = german();
    c.language = language;
    c.dueDate = {2026, 12, 9};
    c.rows = {{Kind::Item, u"Arbeitslohn"_s, Money::cents(3997500)},
              {Kind::Vat, {}, Money::cents(759525), Before::Deposit, u"19.00"_s, Money::cents(3997500)},
              {Kind::Vat, {}, Money::cents(0), Before::Deposit, u"5.5"_s, {}},
              {Kind::Total, {}, Money::cents(4757025)},
              {Kind::Prepaid, {}, Money::cents(-20000), Before::Deposit},
              {Kind::Prepaid, {}, Money::cents(-10000), Before::CreditNote},
              {Kind::Prepaid, {}, Money::cents(-100), Before::Payment},
              {Kind::Open, {}, Money::cents(4726925)}};
    c.open = Money::cents(4726925);
    seal(c);
    return c;
}

inline LetterContent copy()
{
    auto c = german();
    c.copy = 2;
    c.reprintedAt = Instant::fromIso(u"2026-11-24T08:12:00.000Z"_s);
    return c;
}

inline LetterContent training()
{
    auto c = german();
    c.training = true;
    c.epcPayload.clear();
    c.payUrl = u"http://127.0.0.1:8443/K7M2QX4T9BHR"_s;
    return c;
}

// Every string as long as it may be.
inline LetterContent extreme()
{
    using Kind = LetterRow::Kind;
    auto c = german();
    c.workshop.name = u"Kraftfahrzeug-Meisterbetrieb Schwäbisch-Großaspach Inh. Wolfgang Mützenbäcker"_s;
    c.workshop.legalName = u"Kfz-Meisterbetrieb Wolfgang Mützenbäcker & Söhne GmbH & Co. KG"_s;
    c.addressee = {u"Gemeinnützige Gesellschaft für Fahrdienste und Mobilität im Landkreis mbH"_s, u"z. Hd. Frau Prof. Dr. Łucja Wiśniewska-Şahinoğlu"_s,
                   u"Abteilung Fuhrpark, Gebäude 12, 3. Obergeschoss"_s, u"Bürgermeister-Schwarzenbacher-Straße 114 a"_s, u"73732 Esslingen am Neckar"_s, u"FRANKREICH"_s};
    c.salutationName = u"Frau Prof. Dr. Wiśniewska-Şahinoğlu"_s;
    c.plate = u"HSK-WW 8888H"_s;
    c.vehicle = u"Mercedes-Benz Sprinter 519 CDI Kasten Hochdach extralang"_s;
    c.open = Money::cents(123'456'789'01);
    c.rows = {{Kind::Item, u"14 Rechnungen"_s, Money::cents(103'745'200'85)}, {Kind::Vat, u"USt 19 % auf 103.745.200,85"_s, Money::cents(19'711'588'16)},
              {Kind::Total, u"Rechnungsbetrag zusammen"_s, Money::cents(123'456'789'01)}, {Kind::Open, u"Noch zu zahlen"_s, c.open}};
    c.payUrl = u"https://zahlen.kfz-meisterbetrieb-muetzenbaecker.example/K7M2QX4T9BHR"_s;
    c.payeeHolder = c.workshop.legalName;
    c.transferText = u"RE-2026-00417/SAMMEL HSK-WW 8888H"_s;
    seal(c);
    return c;
}

inline ReceiptContent receipt()
{
    ReceiptContent c;
    c.language = u"de"_s;
    c.workshop = workshop();
    c.receiptNumber = u"2026-1042"_s;
    c.till = u"Kasse 1"_s;
    c.cashier = u"J. Keller"_s;
    c.invoiceNumber = u"RE-2026-00417"_s;
    c.plate = u"ES-MG 417E"_s;
    c.vehicle = u"VW Golf Variant 1.5 eTSI"_s;
    c.at = Instant::fromIso(u"2026-11-23T15:32:00.000Z"_s);
    c.method = u"cash"_s;
    c.externalReceipt = u"K1-20417"_s;
    c.openBefore = Money::cents(100245);
    c.paid = Money::cents(30000);
    c.tendered = Money::cents(32000);
    c.change = Money::cents(2000);
    c.openAfter = Money::cents(70245);
    return c;
}

} // namespace samples
