// How fast e-invoices are read, against QXmlStreamReader reading the same fields. With TRESEN_CORPUS set also on its public samples.
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "tests/bench/read_peer.h"
#include <QDirIterator>
#include <QFile>
#include <benchmark/benchmark.h>
#include <ctime>

using namespace tresen;
using namespace Qt::Literals::StringLiterals;

namespace {

const adapters::einvoice::EInvoiceReader reader;

QByteArray party(const char* role, const char* name, int n, bool withTax)
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
QByteArray ciiInvoice(int n, int lines)
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

struct Set {
    std::vector<QByteArray> files;
    qint64 bytes = 0;
    int differences = 0;
    int left = 0;   // files one of the two does not read: ZUGFeRD 1.0, refused ones
};

void take(Set& set, QByteArray file)
{
    const auto ours = reader.read(file, {});
    const auto theirs = bench::StreamReader{file}.read();
    if (!ours || !theirs) { ++set.left; return; }
    if (ours.value().invoice != *theirs) ++set.differences;
    set.bytes += file.size();
    set.files.push_back(std::move(file));
}

const Set& generated()
{
    static const Set set = [] {
        Set s;
        for (int n = 0; n < 200; ++n) take(s, ciiInvoice(n, 2 + n % 9));
        return s;
    }();
    return set;
}

const Set& corpus()
{
    static const Set set = [] {
        Set s;
        constexpr qint64 kWithoutEmbeddedFiles = 40'000;
        for (QDirIterator it{qEnvironmentVariable("TRESEN_CORPUS") + u"/einvoices/invoices"_s, QDir::Files}; it.hasNext();) {
            QFile file{it.next()};
            if (!file.fileName().endsWith(u".xml", Qt::CaseInsensitive) || file.size() > kWithoutEmbeddedFiles || !file.open(QIODevice::ReadOnly)) continue;
            take(s, file.readAll());
        }
        return s;
    }();
    return set;
}

void label(benchmark::State& state, const Set& set)
{
    state.SetItemsProcessed(static_cast<int64_t>(state.iterations()) * static_cast<int64_t>(set.files.size()));
    state.SetBytesProcessed(static_cast<int64_t>(state.iterations()) * set.bytes);
    state.counters["files"] = static_cast<double>(set.files.size());
    state.counters["differ"] = set.differences;
    state.counters["left"] = set.left;
}

// Both readers take turns over the whole set, so that a busy machine slows both.
void ratio(benchmark::State& state, const Set& (*make)())
{
    const auto& set = make();
    // CPU time: what other programs take does not count.
    std::clock_t ours = 0, theirs = 0;
    for (auto _ : state) {
        const auto t0 = std::clock();
        for (const auto& file : set.files) benchmark::DoNotOptimize(reader.read(file, {}));
        const auto t1 = std::clock();
        for (const auto& file : set.files) benchmark::DoNotOptimize(bench::StreamReader{file}.read());
        ours += t1 - t0;
        theirs += std::clock() - t1;
    }
    label(state, set);
    const auto micros = [&](std::clock_t t) { return 1e6 * static_cast<double>(t) / CLOCKS_PER_SEC / static_cast<double>(state.iterations()) / static_cast<double>(set.files.size()); };
    state.counters["ours_us"] = micros(ours);
    state.counters["stream_us"] = micros(theirs);
    state.counters["ratio"] = micros(theirs) / micros(ours);
}

void ours(benchmark::State& state, const Set& (*make)())
{
    const auto& set = make();
    for (auto _ : state)
        for (const auto& file : set.files) benchmark::DoNotOptimize(reader.read(file, {}));
    label(state, set);
}

} // namespace

int main(int argc, char** argv)
{
    benchmark::Initialize(&argc, argv);
    benchmark::RegisterBenchmark("read/generated", ours, generated);
    benchmark::RegisterBenchmark("ratio/generated", ratio, generated);
    if (qEnvironmentVariableIsSet("TRESEN_CORPUS")) {
        benchmark::RegisterBenchmark("read/corpus", ours, corpus);
        benchmark::RegisterBenchmark("ratio/corpus", ratio, corpus);
    }
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
