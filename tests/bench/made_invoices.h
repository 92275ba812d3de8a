// Invoices as workshop systems write them, made up by number. For benches and for tests that need many.
#pragma once
#include <QByteArray>

namespace tresen::bench {

inline QByteArray party(const char* role, const char* name, int n, bool withTax)
{
    auto out = QByteArray{"<ram:"} + role + "><ram:ID>K" + QByteArray::number(10000 + n) + "</ram:ID><ram:Name>" + name + "</ram:Name>\n"
        "        <ram:DefinedTradeContact><ram:PersonName>Erika Muster</ram:PersonName><ram:TelephoneUniversalCommunication><ram:CompleteNumber>+49 89 1234567"
        "</ram:CompleteNumber></ram:TelephoneUniversalCommunication><ram:EmailURIUniversalCommunication><ram:URIID>erika@example.org</ram:URIID>"
        "</ram:EmailURIUniversalCommunication></ram:DefinedTradeContact>\n"
        "        <ram:PostalTradeAddress><ram:PostcodeCode>80331</ram:PostcodeCode><ram:LineOne>Marktstraße 12</ram:LineOne><ram:CityName>München"
        "</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress>\n";
    if (withTax) out += "        <ram:SpecifiedTaxRegistration><ram:ID schemeID=\"VA\">DE123456789</ram:ID></ram:SpecifiedTaxRegistration>\n";
    return out + "      </ram:" + role + ">\n";
}

// An invoice as workshop systems write it: indented, some lines of labour and parts, about 9 kB.
inline QByteArray ciiInvoice(int n, int lines)
{
    QByteArray out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rsm:CrossIndustryInvoice xmlns:rsm=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\""
        " xmlns:ram=\"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100\""
        " xmlns:udt=\"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100\">\n"
        "  <rsm:ExchangedDocumentContext>\n    <ram:GuidelineSpecifiedDocumentContextParameter>\n      <ram:ID>urn:cen.eu:en16931:2017</ram:ID>\n"
        "    </ram:GuidelineSpecifiedDocumentContextParameter>\n  </rsm:ExchangedDocumentContext>\n  <rsm:ExchangedDocument>\n    <ram:ID>RE-2026-" + QByteArray::number(n)
        + "</ram:ID>\n    <ram:TypeCode>380</ram:TypeCode>\n    <ram:IssueDateTime>\n      <udt:DateTimeString format=\"102\">20261120</udt:DateTimeString>\n    </ram:IssueDateTime>\n"
        "    <ram:IncludedNote>\n      <ram:Content>Kennzeichen: M-AB " + QByteArray::number(100 + n % 900) + ", FIN: WVWZZZ1KZ8W123456, km-Stand: 60.123</ram:Content>\n    </ram:IncludedNote>\n"
        "    <ram:IncludedNote>\n      <ram:Content>Es gelten unsere allgemeinen Geschäftsbedingungen. Altteile werden 14 Tage aufbewahrt.</ram:Content>\n"
        "      <ram:SubjectCode>AAI</ram:SubjectCode>\n    </ram:IncludedNote>\n  </rsm:ExchangedDocument>\n  <rsm:SupplyChainTradeTransaction>\n";
    for (int i = 1; i <= lines; ++i)
        out += "    <ram:IncludedSupplyChainTradeLineItem>\n      <ram:AssociatedDocumentLineDocument>\n        <ram:LineID>" + QByteArray::number(i)
            + "</ram:LineID>\n      </ram:AssociatedDocumentLineDocument>\n      <ram:SpecifiedTradeProduct>\n        <ram:SellerAssignedID>0" + QByteArray::number(4711 + i)
            + "</ram:SellerAssignedID>\n        <ram:Name>Ölfilter &amp; Dichtung Satz " + QByteArray::number(i) + "</ram:Name>\n      </ram:SpecifiedTradeProduct>\n"
            "      <ram:SpecifiedLineTradeAgreement>\n        <ram:NetPriceProductTradePrice>\n          <ram:ChargeAmount>12.5000</ram:ChargeAmount>\n"
            "        </ram:NetPriceProductTradePrice>\n      </ram:SpecifiedLineTradeAgreement>\n      <ram:SpecifiedLineTradeDelivery>\n"
            "        <ram:BilledQuantity unitCode=\"C62\">2.0000</ram:BilledQuantity>\n      </ram:SpecifiedLineTradeDelivery>\n      <ram:SpecifiedLineTradeSettlement>\n"
            "        <ram:ApplicableTradeTax>\n          <ram:TypeCode>VAT</ram:TypeCode>\n          <ram:CategoryCode>S</ram:CategoryCode>\n"
            "          <ram:RateApplicablePercent>19.00</ram:RateApplicablePercent>\n        </ram:ApplicableTradeTax>\n        <ram:SpecifiedTradeSettlementLineMonetarySummation>\n"
            "          <ram:LineTotalAmount>25.00</ram:LineTotalAmount>\n        </ram:SpecifiedTradeSettlementLineMonetarySummation>\n      </ram:SpecifiedLineTradeSettlement>\n"
            "    </ram:IncludedSupplyChainTradeLineItem>\n";
    const auto amount = [&](int percent) { return QByteArray::number(lines * 25 * percent / 100) + '.' + QByteArray::number(lines * 25 * percent % 100).rightJustified(2, '0'); };
    return out + "    <ram:ApplicableHeaderTradeAgreement>\n      <ram:BuyerReference>" + QByteArray::number(n) + "</ram:BuyerReference>\n      "
        + party("SellerTradeParty", "Autohaus Beispiel GmbH", n, true) + "      " + party("BuyerTradeParty", "Max Mustermann", n, false)
        + "    </ram:ApplicableHeaderTradeAgreement>\n    <ram:ApplicableHeaderTradeDelivery/>\n    <ram:ApplicableHeaderTradeSettlement>\n      <ram:PaymentReference>RE-2026-"
        + QByteArray::number(n) + "</ram:PaymentReference>\n      <ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>\n      <ram:SpecifiedTradeSettlementPaymentMeans>\n"
        "        <ram:TypeCode>58</ram:TypeCode>\n        <ram:PayeePartyCreditorFinancialAccount>\n          <ram:IBANID>DE89370400440532013000</ram:IBANID>\n"
        "          <ram:AccountName>Autohaus Beispiel GmbH</ram:AccountName>\n        </ram:PayeePartyCreditorFinancialAccount>\n      </ram:SpecifiedTradeSettlementPaymentMeans>\n"
        "      <ram:ApplicableTradeTax>\n        <ram:CalculatedAmount>" + amount(19) + "</ram:CalculatedAmount>\n        <ram:TypeCode>VAT</ram:TypeCode>\n        <ram:BasisAmount>"
        + amount(100) + "</ram:BasisAmount>\n        <ram:CategoryCode>S</ram:CategoryCode>\n        <ram:RateApplicablePercent>19.00</ram:RateApplicablePercent>\n      </ram:ApplicableTradeTax>\n"
        "      <ram:SpecifiedTradePaymentTerms>\n        <ram:Description>#SKONTO#TAGE=7#PROZENT=2.00#\nZahlbar in 14 Tagen.</ram:Description>\n        <ram:DueDateDateTime>\n"
        "          <udt:DateTimeString format=\"102\">20261204</udt:DateTimeString>\n        </ram:DueDateDateTime>\n      </ram:SpecifiedTradePaymentTerms>\n"
        "      <ram:SpecifiedTradeSettlementHeaderMonetarySummation>\n        <ram:LineTotalAmount>" + amount(100) + "</ram:LineTotalAmount>\n        <ram:TaxBasisTotalAmount>"
        + amount(100) + "</ram:TaxBasisTotalAmount>\n        <ram:TaxTotalAmount currencyID=\"EUR\">" + amount(19) + "</ram:TaxTotalAmount>\n        <ram:GrandTotalAmount>" + amount(119)
        + "</ram:GrandTotalAmount>\n        <ram:DuePayableAmount>" + amount(119) + "</ram:DuePayableAmount>\n      </ram:SpecifiedTradeSettlementHeaderMonetarySummation>\n"
        "    </ram:ApplicableHeaderTradeSettlement>\n  </rsm:SupplyChainTradeTransaction>\n</rsm:CrossIndustryInvoice>\n";
}

} // namespace tresen::bench
