// What the e-invoice reader makes of well-formed invoices, field by field.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/adapters/workshop/einvoice/inspect_row.h"
#include "tests/app/adapters/workshop/einvoice/samples.h"
#include <QJsonArray>
#include <QStringEncoder>
#include <QTest>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;
using adapters::einvoice::EInvoiceReader;

class TestEInvoiceReader : public QObject {
    Q_OBJECT

    static Result<ports::InvoiceDocument> read(const QByteArray& bytes) { return EInvoiceReader{}.read(bytes, u"sample"_s); }
    static domain::Invoice invoice(const QByteArray& bytes)
    {
        const auto out = read(bytes);
        if (!out) qFatal("refused: %s %s", qUtf8Printable(out.error().code), qUtf8Printable(out.error().detail));
        return out.value().invoice;
    }
    static std::optional<domain::Money> euro(qint64 cents) { return domain::Money::cents(cents); }

private Q_SLOTS:
    void ciiDocument();
    void ciiParties();
    void ciiPayment();
    void ciiAmountsAndLines();
    void ublSaysTheSame();
    void creditNote();
    void zugferd1();
    void inspectRowHasEveryField();
    void inspectRowOfARefusedFile();
    void otherPrefixes();
    void foreignNamespaceIsNotRead();
    void cdataCommentsAndEntities();
    void encodings_data();
    void encodings();
    void negativeAmounts();
    void absentIsNotZero();
    void currencyOfTheTotals();
    void taxWithoutMatchingCurrency();
    void datesWithTimesAndDashes();
    void unreadableDateIsAWarning();
    void lineAmountBeyondCents();
    void repeatedTotal();
    void longTextIsCut();
    void vehicleFromCharacteristicAndObject();
    void termsInSeveralParts();
    void anotherPaysThanTheBuyer();
};

// The EXTENDED profile names who is sent the invoice and who pays it, both beside the buyer.
void TestEInvoiceReader::anotherPaysThanTheBuyer()
{
    QVERIFY(!invoice(samples::cii()).payer);
    const auto with = [](const QByteArray& parties) { return invoice(samples::with(samples::cii(), "<ram:PayeeTradeParty>", parties + "<ram:PayeeTradeParty>")).payer; };
    const QByteArray invoicee = "<ram:InvoiceeTradeParty><ram:Name>Leasing AG</ram:Name><ram:PostalTradeAddress><ram:CityName>K\xC3\xB6ln</ram:CityName></ram:PostalTradeAddress></ram:InvoiceeTradeParty>";
    const auto sent = with(invoicee);
    QVERIFY(sent.has_value());
    QCOMPARE(sent->name, u"Leasing AG"_s);
    QCOMPARE(sent->address.city, u"Köln"_s);
    const auto pays = with(invoicee + "<ram:PayerTradeParty><ram:ID>D-9</ram:ID><ram:Name>Versicherung</ram:Name></ram:PayerTradeParty>");
    QVERIFY(pays.has_value());
    QCOMPARE(pays->name, u"Versicherung"_s);
    QCOMPARE(pays->id, u"D-9"_s);
    QVERIFY(!with("<ram:PayerTradeParty><ram:Name>" + invoice(samples::cii()).buyer.name.toUpper().toUtf8() + "</ram:Name></ram:PayerTradeParty>"));
}

void TestEInvoiceReader::ciiDocument()
{
    const auto out = read(samples::cii());
    QVERIFY(out.ok());
    QCOMPARE(out.value().container, u"xml"_s);
    QCOMPARE(out.value().syntax, u"cii"_s);
    QVERIFY(out.value().attachment.isEmpty());
    QCOMPARE(out.value().warnings, QStringList{});
    const auto& i = out.value().invoice;
    QCOMPARE(i.guideline, u"urn:cen.eu:en16931:2017"_s);
    QCOMPARE(i.number, u"RE-2026/ 0815"_s);
    QCOMPARE(i.typeCode, u"384"_s);
    QCOMPARE(i.issueDate, QDate(2026, 11, 20));
    QCOMPARE(i.dueDate, QDate(2026, 12, 4));
    QCOMPARE(i.deliveryDate, QDate(2026, 11, 19));
    QCOMPARE(i.buyerReference, u"04011000-12345-34"_s);
    QCOMPARE(i.orderRef, u"PO-1"_s);
    QCOMPARE(i.salesOrderRef, u"WA-77"_s);
    QCOMPARE(i.contractRef, u"V-2"_s);
    QCOMPARE(i.projectRef, u"PRJ-3"_s);
    QCOMPARE(i.objectRef, u"OBJ-9"_s);
    QCOMPARE(i.preceding, (std::vector<domain::PrecedingInvoice>{{u"RE-1"_s, QDate(2026, 10, 1)}, {u"RE-2"_s, {}}}));
    QCOMPARE(i.notes.size(), std::size_t{1});
    QCOMPARE(i.notes[0].subject, u"AAI"_s);
    QVERIFY(i.notes[0].text.contains(u"\nFahrzeug: VW Golf"_s));
    QCOMPARE(i.vehicle.plate, u"M-ÄB 1234"_s);
    QCOMPARE(i.vehicle.vin, u"WVWZZZ1KZ8W123456"_s);
    QCOMPARE(i.vehicle.model, u"VW Golf VII Variant"_s);
    QCOMPARE(i.vehicle.work, u"Inspektion 60.000 km"_s);
    QCOMPARE(i.vehicle.mileage, u"60.123"_s);
}

void TestEInvoiceReader::ciiParties()
{
    const auto i = invoice(samples::cii());
    QCOMPARE(i.seller.name, u"Autohaus Beispiel GmbH"_s);
    QCOMPARE(i.seller.tradingName, u"Beispiel Auto"_s);
    QCOMPARE(i.seller.id, u"4711"_s);
    QCOMPARE(i.seller.vatId, u"DE123456789"_s);
    QCOMPARE(i.seller.taxNumber, u"143/123/12345"_s);
    QCOMPARE(i.seller.contact, u"Erika Muster"_s);
    QCOMPARE(i.seller.phone, u"+49 89 1"_s);
    QCOMPARE(i.seller.email, u"erika@example.org"_s);
    QCOMPARE(i.seller.address, (domain::PostalAddress{u"Marktstr. 1"_s, u"Hof"_s, u"Tor 3"_s, u"80331"_s, u"München"_s, u"DE"_s}));
    QCOMPARE(i.buyer.name, u"Max Mustermann"_s);
    QCOMPARE(i.buyer.id, u"K-10023"_s);
    QCOMPARE(i.buyer.email, u"max@example.org"_s);
    QCOMPARE(i.buyer.address.city, u"Köln"_s);
    QCOMPARE(i.payee, u"Factoring AG"_s);
}

void TestEInvoiceReader::ciiPayment()
{
    const auto i = invoice(samples::cii());
    QCOMPARE(i.paymentMeans, (QStringList{u"58"_s, u"10"_s}));
    QCOMPARE(i.remittance, u"RE0815 M-AB 1234"_s);
    QCOMPARE(i.ibans, (QStringList{u"DE89370400440532013000"_s, u"AT611904300234573201"_s}));
    QCOMPARE(i.iban, u"DE89370400440532013000"_s);
    QCOMPARE(i.accountHolder, u"Autohaus Beispiel"_s);
    QCOMPARE(i.bic, u"COBADEFFXXX"_s);
    QCOMPARE(i.mandate, u"MAND-1"_s);
    QCOMPARE(i.creditorId, u"DE98ZZZ09999999999"_s);
    QCOMPARE(i.debtorIban, u"DE02120300000000202051"_s);
    QVERIFY(i.termsText.endsWith(u"\nVielen Dank"_s));
    using Kind = domain::DiscountTerm::Kind;
    QCOMPARE(i.discounts, (std::vector<domain::DiscountTerm>{{Kind::Skonto, false, u"7"_s, u"2.00"_s, {}}, {Kind::Skonto, false, u"14"_s, u"1.00"_s, u"-50.25"_s},
                              {Kind::Verzug, false, u"30"_s, u"9.12"_s, {}}}));
}

void TestEInvoiceReader::ciiAmountsAndLines()
{
    const auto i = invoice(samples::cii());
    QCOMPARE(i.currency.code(), u"EUR"_s);
    QCOMPARE(i.lineTotal, euro(11000));
    QCOMPARE(i.allowances, euro(1000));
    QCOMPARE(i.charges, euro(550));
    QCOMPARE(i.net, euro(10550));
    QCOMPARE(i.tax, euro(1900));   // not the 18.30 CHF that stand first
    QCOMPARE(i.gross, euro(12450));
    QCOMPARE(i.prepaid, euro(2452));
    QCOMPARE(i.rounding, euro(2));
    QCOMPARE(i.amountDue, euro(10000));
    QCOMPARE(i.vat, (std::vector<domain::VatRow>{{u"S"_s, u"19"_s, euro(10000), euro(1900)}, {u"E"_s, u"0"_s, euro(550), euro(0)}}));
    QCOMPARE(i.lines.size(), std::size_t{1});
    QCOMPARE(i.lines[0], (domain::InvoiceLine{u"1"_s, u"Bremsbelag & Sensor"_s, u"Satz, Vorderachse"_s, u"2.5"_s, u"HUR"_s, euro(11000), u"S"_s, u"19"_s}));
}

void TestEInvoiceReader::ublSaysTheSame()
{
    const auto ubl = read(samples::ubl());
    QVERIFY(ubl.ok());
    QCOMPARE(ubl.value().syntax, u"ubl"_s);
    QCOMPARE(ubl.value().warnings, QStringList{});
    auto fromUbl = adapters::einvoice::inspectRow({}, ubl);
    auto fromCii = adapters::einvoice::inspectRow({}, read(samples::cii()));
    fromUbl.remove("syntax"_L1);
    fromCii.remove("syntax"_L1);
    QCOMPARE(fromUbl, fromCii);
    QCOMPARE(ubl.value().invoice, invoice(samples::cii()));
}

void TestEInvoiceReader::creditNote()
{
    const auto out = read(samples::creditNote());
    QVERIFY(out.ok());
    QCOMPARE(out.value().syntax, u"ubl-cn"_s);
    const auto& i = out.value().invoice;
    QCOMPARE(i.typeCode, u"381"_s);
    QCOMPARE(domain::kindOf(i), domain::InvoiceKind::Credit);
    QCOMPARE(i.dueDate, QDate(2026, 12, 1));
    QCOMPARE(i.creditorId, u"DE98ZZZ09999999999"_s);
    QCOMPARE(i.lines.size(), std::size_t{1});
    QCOMPARE(i.lines[0].quantity, u"1"_s);
    QCOMPARE(i.lines[0].net, euro(1000));
}

void TestEInvoiceReader::zugferd1()
{
    const auto out = read(samples::zugferd1());
    QVERIFY(out.ok());
    QCOMPARE(out.value().syntax, u"zf1"_s);
    const auto& i = out.value().invoice;
    QCOMPARE(i.number, u"RE-9"_s);
    QCOMPARE(i.seller.id, u"4000001"_s);
    QCOMPARE(i.orderRef, u"PO-1"_s);
    QCOMPARE(i.vat.at(0).rate, u"7.7"_s);
    QCOMPARE(i.gross, euro(10770));
    QVERIFY(!i.amountDue);   // not in the file, so not in the record
    QCOMPARE(domain::amountToAskFor(i), euro(10000));
    QCOMPARE(i.preceding.at(0).number, u"RE-8"_s);
    QCOMPARE(i.preceding.at(0).date, QDate(2026, 11, 1));
    QCOMPARE(i.lines.at(0).net, euro(10000));
    QCOMPARE(i.lines.at(0).vatRate, u"7.7"_s);
    QVERIFY(i.discounts.at(0).structured);
    QCOMPARE(i.discounts.at(0).percent, u"2.5"_s);
    QCOMPARE(adapters::einvoice::inspectRow({}, out)["skonto"_L1].toString(), u"X:10:2.5:"_s);
}

void TestEInvoiceReader::inspectRowHasEveryField()
{
    const auto row = adapters::einvoice::inspectRow(u"a.xml"_s, read(samples::cii()));
    for (const char* key : {"file", "status", "reason", "container", "attachment", "syntax", "guideline", "type", "number", "issue_date", "due_date", "currency", "net", "tax",
             "gross", "prepaid", "rounding", "amount_due", "iban", "bic", "account_holder", "seller", "payee", "buyer", "buyer_id", "buyer_email", "buyer_post", "buyer_city",
             "buyer_country", "buyer_reference", "order_ref", "object_ref", "remittance", "payment_means", "mandate", "creditor_id", "ibans", "preceding", "skonto", "vat", "lines",
             "plate", "vin", "warnings"})
        QVERIFY2(row.contains(QLatin1StringView{key}), key);
    QCOMPARE(row["gross"_L1].toString(), u"124.50"_s);
    QCOMPARE(row["issue_date"_L1].toString(), u"2026-11-20"_s);
    QCOMPARE(row["payment_means"_L1].toString(), u"58;10"_s);
    QCOMPARE(row["preceding"_L1].toString(), u"RE-1;RE-2"_s);
    QCOMPARE(row["skonto"_L1].toString(), u"SKONTO:7:2.00:;SKONTO:14:1.00:-50.25;VERZUG:30:9.12:"_s);
    QCOMPARE(row["vat"_L1].toString(), u"S|19|100.00|19.00;E|0|5.50|0.00"_s);
    QCOMPARE(row["lines"_L1].toString(), u"1"_s);
    QVERIFY(row["warnings"_L1].isArray());
}

void TestEInvoiceReader::inspectRowOfARefusedFile()
{
    const auto row = adapters::einvoice::inspectRow(u"a.xml"_s, read(samples::with(samples::cii(), ">124.5<", ">124,50<")));
    QCOMPARE(row["status"_L1].toString(), u"refused"_s);
    QCOMPARE(row["reason"_L1].toString(), u"amount.unreadable: BT-112 124,50"_s);
    QCOMPARE(row["gross"_L1].toString(), QString{});
    QCOMPARE(row["currency"_L1].toString(), QString{});
    QCOMPARE(row.size(), adapters::einvoice::inspectRow({}, read(samples::cii())).size());
}

void TestEInvoiceReader::otherPrefixes()
{
    auto xml = samples::cii();
    xml.replace("ram:", "p1:").replace("xmlns:ram", "xmlns:p1").replace("rsm:", "ram:").replace("xmlns:rsm", "xmlns:ram");   // even a prefix usual for another namespace
    QCOMPARE(invoice(xml), invoice(samples::cii()));

    auto longer = samples::cii();   // two that differ in their last character only
    longer.replace("ram:", "prefixOf1:").replace("xmlns:ram", "xmlns:prefixOf1").replace("rsm:", "prefixOf2:").replace("xmlns:rsm", "xmlns:prefixOf2");
    QCOMPARE(invoice(longer), invoice(samples::cii()));

    auto plain = samples::ubl();   // the aggregates without prefix, declared again and again
    plain.replace("<cac:Party>", "<Party xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2\">").replace("</cac:Party>", "</Party>");
    QCOMPARE(invoice(plain), invoice(samples::ubl()));
}

void TestEInvoiceReader::foreignNamespaceIsNotRead()
{
    const auto xml = samples::with(samples::cii(), "<ram:DuePayableAmount>", "<x:DuePayableAmount xmlns:x=\"urn:example:other\">1.00</x:DuePayableAmount><ram:DuePayableAmount>");
    QCOMPARE(invoice(xml), invoice(samples::cii()));
    // A declaration ends with its element: the prefix means the outer namespace again behind it.
    const auto shadow = samples::with(samples::cii(), "<ram:DuePayableAmount>", "<x xmlns:ram=\"urn:example:other\"><ram:DuePayableAmount>1.00</ram:DuePayableAmount></x><ram:DuePayableAmount>");
    QCOMPARE(invoice(shadow), invoice(samples::cii()));
}

void TestEInvoiceReader::cdataCommentsAndEntities()
{
    const auto number = [](const QByteArray& written) {
        return invoice(samples::with(samples::ubl(), "<cbc:ID>RE-2026/ 0815</cbc:ID>", "<cbc:ID>" + written + "</cbc:ID>")).number;
    };
    QCOMPARE(number("<![CDATA[A<B>&amp;]]>"), u"A<B>&amp;"_s);
    QCOMPARE(number("A<!-- not > this -->B"), u"AB"_s);
    QCOMPARE(number("A<?php x ?>B"), u"AB"_s);
    QCOMPARE(number("&lt;&#65;&#x20AC;&#128663;&quot;&apos;&gt;"), u"<A€🚗\"'>"_s);
    QCOMPARE(number("1<cbc:Inner>2</cbc:Inner>3"), u"1"_s);
    QCOMPARE(number("A<!---->B<![CDATA[]]>C"), u"ABC"_s);
    QCOMPARE(number("a &#160; b"), u"a b"_s);
}

void TestEInvoiceReader::encodings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto text = QString::fromUtf8(samples::cii());
    const auto declared = [&](const char* name) { return QString{text}.replace(u"UTF-8"_s, QLatin1StringView{name}); };
    const auto wide = [](const QString& t, QStringConverter::Encoding e, bool mark) {
        QStringEncoder encoder{e, mark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default};
        return QByteArray{encoder(t)};
    };
    QTest::newRow("utf-8 marked") << "\xEF\xBB\xBF" + samples::cii();
    QTest::newRow("blanks in front") << "\n  " + samples::cii();
    QTest::newRow("no declaration") << samples::cii().mid(samples::cii().indexOf('\n') + 1);
    QTest::newRow("utf-16 le") << wide(declared("UTF-16"), QStringConverter::Utf16LE, true);
    QTest::newRow("utf-16 be") << wide(declared("UTF-16"), QStringConverter::Utf16BE, true);
    QTest::newRow("utf-16 le unmarked") << wide(declared("UTF-16"), QStringConverter::Utf16LE, false);
    QTest::newRow("utf-16 be unmarked") << wide(declared("UTF-16"), QStringConverter::Utf16BE, false);
    QTest::newRow("utf-32 le") << wide(declared("UTF-32"), QStringConverter::Utf32LE, true);
    QTest::newRow("latin-1") << declared("iso-8859-1").toLatin1();
    QTest::newRow("windows-1252") << declared("Windows-1252").toLatin1();
    QTest::newRow("latin-9") << declared("ISO-8859-15").toLatin1();
}

void TestEInvoiceReader::encodings()
{
    QFETCH(const QByteArray, bytes);
    QCOMPARE(invoice(bytes), invoice(samples::cii()));
}

void TestEInvoiceReader::negativeAmounts()
{
    auto xml = samples::with(samples::ubl(), ">124.5<", ">-124.50<");
    xml = samples::with(xml, ">100.0000<", ">-149.00<");
    const auto i = invoice(xml);
    QCOMPARE(i.gross, euro(-12450));
    QCOMPARE(i.amountDue, euro(-14900));
    QCOMPARE(domain::kindOf(i), domain::InvoiceKind::Credit);
}

void TestEInvoiceReader::absentIsNotZero()
{
    auto xml = samples::with(samples::ubl(), "<cbc:PayableAmount currencyID=\"EUR\">100.0000</cbc:PayableAmount>", "");
    xml = samples::with(xml, "<cbc:PrepaidAmount currencyID=\"EUR\">24.52</cbc:PrepaidAmount>", "<cbc:PrepaidAmount currencyID=\"EUR\"/>");
    const auto i = invoice(xml);
    QVERIFY(!i.amountDue);
    QVERIFY(!i.prepaid);
    QVERIFY(read(xml).value().warnings.contains(u"amount.empty"_s));
    QVERIFY(!read(samples::ubl()).value().warnings.contains(u"amount.empty"_s));
    QCOMPARE(adapters::einvoice::inspectRow({}, read(xml))["amount_due"_L1].toString(), QString{});
}

void TestEInvoiceReader::currencyOfTheTotals()
{
    const auto missing = samples::with(samples::ubl(), "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>", "");
    QVERIFY(read(missing).value().warnings.contains(u"currency.missing"_s));
    QCOMPARE(adapters::einvoice::inspectRow({}, read(missing))["currency"_L1].toString(), QString{});
    const auto mixed = samples::with(samples::ubl(), "<cbc:PayableAmount currencyID=\"EUR\">", "<cbc:PayableAmount currencyID=\"CHF\">");
    QVERIFY(read(mixed).value().warnings.contains(u"currency.mixed"_s));
    const auto fromTotal = samples::with(samples::with(samples::cii(), "<ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>", "<ram:InvoiceCurrencyCode/>"),
        "<ram:GrandTotalAmount>", "<ram:GrandTotalAmount currencyID=\"CHF\">");
    QCOMPARE(invoice(fromTotal).currency.code(), u"CHF"_s);
    QCOMPARE(invoice(fromTotal).tax->inCents(), 1830);
    const auto unreadable = read(samples::with(samples::ubl(), "Code>EUR<", "Code>Euro<"));
    QVERIFY(!unreadable);
    QCOMPARE(unreadable.error().detail, u"BT-5 Euro"_s);
}

void TestEInvoiceReader::taxWithoutMatchingCurrency()
{
    const auto xml = samples::with(samples::cii(), "<ram:TaxTotalAmount currencyID=\"EUR\">19.00", "<ram:TaxTotalAmount>19.00");
    QCOMPARE(invoice(xml).tax, euro(1900));
}

void TestEInvoiceReader::datesWithTimesAndDashes()
{
    for (const char* written : {"20261120", "2026-11-20", "2026-11-20T10:15:00Z", "2026-11-20+01:00", " 202611201015 "})
        QCOMPARE(invoice(samples::with(samples::cii(), ">20261120<", QByteArray{">"} + written + "<")).issueDate, QDate(2026, 11, 20));
}

void TestEInvoiceReader::unreadableDateIsAWarning()
{
    for (const char* written : {"20.11.2026", "20261131", "2026", "today"}) {
        const auto out = read(samples::with(samples::cii(), ">20261120<", QByteArray{">"} + written + "<"));
        QVERIFY(out.ok());
        QVERIFY(!out.value().invoice.issueDate.isValid());
        QVERIFY(out.value().warnings.contains(u"date.unreadable"_s));
        QVERIFY(out.value().warnings.contains(u"date.missing"_s));
    }
}

void TestEInvoiceReader::lineAmountBeyondCents()
{
    const auto out = read(samples::with(samples::cii(), "<ram:BasisAmount>100<", "<ram:BasisAmount>100.005<"));
    QVERIFY(out.ok());
    QVERIFY(!out.value().invoice.vat[0].base);
    QCOMPARE(out.value().invoice.vat[0].amount, euro(1900));
    QCOMPARE(out.value().warnings, QStringList{u"amount.line_unreadable"_s});
}

void TestEInvoiceReader::repeatedTotal()
{
    const auto due = QByteArray{"<cbc:PayableAmount currencyID=\"EUR\">100.0000</cbc:PayableAmount>"};
    const auto twice = read(samples::with(samples::ubl(), due, due + "<cbc:PayableAmount currencyID=\"EUR\">1.00</cbc:PayableAmount>"));
    QCOMPARE(twice.value().invoice.amountDue, euro(10000));
    QVERIFY(twice.value().warnings.contains(u"amount.repeated"_s));
    QVERIFY(!read(samples::with(samples::ubl(), due, due + due)).value().warnings.contains(u"amount.repeated"_s));
}

void TestEInvoiceReader::longTextIsCut()
{
    const auto out = read(samples::with(samples::ubl(), "Vielen Dank", QByteArray(50'000, 'x')));
    QVERIFY(out.ok());
    QCOMPARE(out.value().invoice.termsText.size(), 20'000);
    QVERIFY(out.value().warnings.contains(u"text.cut"_s));
}

void TestEInvoiceReader::vehicleFromCharacteristicAndObject()
{
    auto xml = samples::with(samples::ubl(), "Amtl. Kennzeichen: M-ÄB 1234, FIN: wvwzzz1kz8w123456", "Danke");
    xml = samples::with(xml, "<cac:ClassifiedTaxCategory>", "<cac:AdditionalItemProperty><cbc:Name>Kennzeichen</cbc:Name><cbc:Value>K-XY 77</cbc:Value></cac:AdditionalItemProperty><cac:ClassifiedTaxCategory>");
    xml = samples::with(xml, "<cbc:ID>OBJ-9</cbc:ID>", "<cbc:ID schemeID=\"AKG\">WVWZZZ1KZ8W123456</cbc:ID>");
    QCOMPARE(invoice(xml).vehicle.plate, u"K-XY 77"_s);
    QCOMPARE(invoice(xml).vehicle.vin, u"WVWZZZ1KZ8W123456"_s);
}

void TestEInvoiceReader::termsInSeveralParts()
{
    const auto xml = samples::with(samples::cii(), "Vielen Dank</ram:Description>", "</ram:Description><ram:Description> \r\nZweiter\r\nTeil</ram:Description>");
    QVERIFY(invoice(xml).termsText.endsWith(u"PROZENT=9.12#\nZweiter\nTeil"_s));
}

QTEST_APPLESS_MAIN(TestEInvoiceReader)
#include "tst_einvoice_reader.moc"
