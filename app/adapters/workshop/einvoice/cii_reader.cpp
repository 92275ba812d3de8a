#include "app/adapters/workshop/einvoice/cii_reader.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

constexpr std::array kCiiNamespaces{
    KnownNamespace{"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100", Ns::Rsm},
    KnownNamespace{"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100", Ns::Ram},
    KnownNamespace{"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100", Ns::Udt},
    KnownNamespace{"urn:un:unece:uncefact:data:standard:QualifiedDataType:100", Ns::Qdt}};

constexpr std::array kZf1Namespaces{
    KnownNamespace{"urn:ferd:CrossIndustryDocument:invoice:1p0", Ns::Rsm},
    KnownNamespace{"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:12", Ns::Ram},
    KnownNamespace{"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:15", Ns::Udt},
    KnownNamespace{"urn:un:unece:uncefact:data:standard:QualifiedDataType:12", Ns::Qdt}};

// What the two syntaxes call differently.
struct CiiNames {
    quint64 context, document, transaction, agreement, delivery, settlement, summation, reference, taxRate;
    quint64 lineDelivery, lineSettlement, lineSummation;
};
constexpr CiiNames kD16b{nameKey(Ns::Rsm, "ExchangedDocumentContext"), nameKey(Ns::Rsm, "ExchangedDocument"), nameKey(Ns::Rsm, "SupplyChainTradeTransaction"),
    ram("ApplicableHeaderTradeAgreement"), ram("ApplicableHeaderTradeDelivery"), ram("ApplicableHeaderTradeSettlement"),
    ram("SpecifiedTradeSettlementHeaderMonetarySummation"), ram("IssuerAssignedID"), ram("RateApplicablePercent"),
    ram("SpecifiedLineTradeDelivery"), ram("SpecifiedLineTradeSettlement"), ram("SpecifiedTradeSettlementLineMonetarySummation")};
constexpr CiiNames kZugferd1{nameKey(Ns::Rsm, "SpecifiedExchangedDocumentContext"), nameKey(Ns::Rsm, "HeaderExchangedDocument"),
    nameKey(Ns::Rsm, "SpecifiedSupplyChainTradeTransaction"),
    ram("ApplicableSupplyChainTradeAgreement"), ram("ApplicableSupplyChainTradeDelivery"), ram("ApplicableSupplyChainTradeSettlement"),
    ram("SpecifiedTradeSettlementMonetarySummation"), ram("ID"), ram("ApplicablePercent"),
    ram("SpecifiedSupplyChainTradeDelivery"), ram("SpecifiedSupplyChainTradeSettlement"), ram("SpecifiedTradeSettlementMonetarySummation")};

class CiiReader {
public:
    CiiReader(bool zugferd1, Reading& r) : m_zugferd1{zugferd1}, m_n{zugferd1 ? kZugferd1 : kD16b}, m_r{r}, m_invoice{r.invoice} {}

    void read(Element root)
    {
        Element transaction;
        eachChild(root, [&](Element e, quint64 key) {
            if (key == m_n.context) readContext(e);
            else if (key == m_n.document) readDocument(e);
            else if (key == m_n.transaction && !transaction) transaction = e;
        });
        if (!transaction) return m_r.refuse(u"invoice.incomplete"_s, u"transaction"_s);
        readTransaction(transaction);
    }

private:
    void readContext(Element context)
    {
        eachChild(context, [&](Element e, quint64 key) {
            if (key == ram("GuidelineSpecifiedDocumentContextParameter")) fillFrom(m_invoice.guideline, e, ram("ID"));
        });
    }

    void readDocument(Element document)
    {
        eachChild(document, [&](Element e, quint64 key) {
            switch (key) {
            case ram("ID"): return m_r.fill(m_invoice.number, e);
            case ram("TypeCode"): return m_r.fill(m_invoice.typeCode, e);
            case ram("IssueDateTime"): return fillDate(m_invoice.issueDate, e);
            case ram("IncludedNote"): return readNote(e);
            default: return;
            }
        });
    }

    void readNote(Element note)
    {
        domain::Note out;
        eachChild(note, [&](Element e, quint64 key) {
            if (key == ram("SubjectCode")) m_r.fill(out.subject, e);
            if (key != ram("Content")) return;
            if (!out.text.isEmpty()) out.text += u'\n';
            out.text += m_r.textBlock(e);
        });
        if (out.text.isEmpty() || !m_r.room(m_invoice.notes.size())) return;
        m_r.vehicle.scan(out.text);
        m_invoice.notes.push_back(std::move(out));
    }

    // The settlement is read first because it says the currency.
    void readTransaction(Element transaction)
    {
        Element agreement, delivery, settlement;
        std::vector<Element> lines;
        eachChild(transaction, [&](Element e, quint64 key) {
            if (key == ram("IncludedSupplyChainTradeLineItem")) lines.push_back(e);
            else if (key == m_n.agreement && !agreement) agreement = e;
            else if (key == m_n.delivery && !delivery) delivery = e;
            else if (key == m_n.settlement && !settlement) settlement = e;
        });
        if (!settlement) return m_r.refuse(u"invoice.incomplete"_s, u"settlement"_s);
        if (lines.size() > static_cast<std::size_t>(limits::kMaxInvoiceLines)) return m_r.refuse(u"xml.too_many_nodes"_s, u"BG-25"_s);
        readSettlement(settlement);
        m_invoice.lines.reserve(lines.size());
        for (const auto line : lines) readLine(line);
        eachChild(agreement, [&](Element e, quint64 key) { readAgreementPart(e, key); });
        takePayer();
        eachChild(delivery, [&](Element e, quint64 key) {
            if (key != ram("ActualDeliverySupplyChainEvent")) return;
            eachChild(e, [&](Element date, quint64 k) { if (k == ram("OccurrenceDateTime")) fillDate(m_invoice.deliveryDate, date); });
        });
    }

    // Whoever pays goes before whoever is sent the invoice; the buyer under another heading is nobody else.
    void takePayer()
    {
        auto& other = m_payer.name.isEmpty() ? m_invoicee : m_payer;
        if (!other.name.isEmpty() && other.name.compare(m_invoice.buyer.name, Qt::CaseInsensitive) != 0) m_invoice.payer = std::move(other);
    }

    // ---- Agreement: who and by which order --------------------------------------------------------------------------------------
    void readAgreementPart(Element e, quint64 key)
    {
        switch (key) {
        case ram("SellerTradeParty"):
            if (!m_seller) readParty(m_invoice.seller, e);
            m_seller = true;
            return;
        case ram("BuyerTradeParty"):
            if (!m_buyer) readParty(m_invoice.buyer, e);
            m_buyer = true;
            return;
        case ram("BuyerReference"): return m_r.fill(m_invoice.buyerReference, e);
        case ram("BuyerOrderReferencedDocument"): return fillFrom(m_invoice.orderRef, e, m_n.reference);
        case ram("SellerOrderReferencedDocument"): return fillFrom(m_invoice.salesOrderRef, e, m_n.reference);
        case ram("ContractReferencedDocument"): return fillFrom(m_invoice.contractRef, e, m_n.reference);
        case ram("SpecifiedProcuringProject"): return fillFrom(m_invoice.projectRef, e, ram("ID"));
        case ram("AdditionalReferencedDocument"): return readObject(e);
        default: return;
        }
    }

    void readObject(Element document)   // BT-18: type code 130 (UNTDID 1001)
    {
        QString type, id, scheme;
        eachChild(document, [&](Element e, quint64 key) {
            if (key == ram("IssuerAssignedID")) m_r.fill(id, e);
            else if (key == ram("TypeCode")) m_r.fill(type, e);
            else if (key == ram("ReferenceTypeCode")) m_r.fill(scheme, e);
        });
        if (m_zugferd1 || type != u"130") return;
        if (m_invoice.objectRef.isEmpty()) m_invoice.objectRef = id;
        m_r.vehicle.takeReference(id, scheme);
    }

    void readParty(domain::Party& party, Element node)
    {
        QString globalId, address;
        eachChild(node, [&](Element e, quint64 key) {
            switch (key) {
            case ram("ID"): return m_r.fill(party.id, e);
            case ram("GlobalID"): return m_r.fill(globalId, e);
            case ram("Name"): return m_r.fill(party.name, e);
            case ram("SpecifiedLegalOrganization"): return fillFrom(party.tradingName, e, ram("TradingBusinessName"));
            case ram("DefinedTradeContact"): return readContact(party, e);
            case ram("PostalTradeAddress"): return readAddress(party.address, e);
            case ram("URIUniversalCommunication"):
                return eachChild(e, [&](Element uri, quint64 k) {
                    if (k == ram("URIID") && uri.attribute("schemeID") == "EM") m_r.fill(address, uri);
                });
            case ram("SpecifiedTaxRegistration"):
                return eachChild(e, [&](Element id, quint64 k) {
                    if (k != ram("ID")) return;
                    const auto scheme = id.attribute("schemeID");
                    if (scheme == "VA") m_r.fill(party.vatId, id);
                    else if (scheme == "FC") m_r.fill(party.taxNumber, id);
                });
            default: return;
            }
        });
        if (party.id.isEmpty()) party.id = globalId;
        if (party.email.isEmpty()) party.email = address;
    }

    void readContact(domain::Party& party, Element contact)
    {
        eachChild(contact, [&](Element e, quint64 key) {
            switch (key) {
            case ram("PersonName"): return m_r.fill(party.contact, e);
            case ram("TelephoneUniversalCommunication"): return fillFrom(party.phone, e, ram("CompleteNumber"));
            case ram("EmailURIUniversalCommunication"): return fillFrom(party.email, e, ram("URIID"));
            default: return;
            }
        });
    }

    void readAddress(domain::PostalAddress& address, Element node)
    {
        eachChild(node, [&](Element e, quint64 key) {
            switch (key) {
            case ram("PostcodeCode"): return m_r.fill(address.postcode, e);
            case ram("LineOne"): return m_r.fill(address.street, e);
            case ram("LineTwo"): return m_r.fill(address.street2, e);
            case ram("LineThree"): return m_r.fill(address.street3, e);
            case ram("CityName"): return m_r.fill(address.city, e);
            case ram("CountryID"): return m_r.fill(address.country, e);
            default: return;
            }
        });
    }

    // ---- Settlement: how much, until when, to where -----------------------------------------------------------------------------
    void readSettlement(Element settlement)
    {
        Element summation;
        QString currency;
        std::vector<Element> taxes;
        std::vector<domain::DiscountTerm> structured;
        eachChild(settlement, [&](Element e, quint64 key) {
            switch (key) {
            case ram("CreditorReferenceID"): return m_r.fill(m_invoice.creditorId, e);
            case ram("PaymentReference"): return m_r.fill(m_invoice.remittance, e);
            case ram("InvoiceCurrencyCode"): return m_r.fill(currency, e);
            case ram("PayeeTradeParty"): return fillFrom(m_invoice.payee, e, ram("Name"));
            case ram("PayerTradeParty"): return readParty(m_payer, e);
            case ram("InvoiceeTradeParty"): return readParty(m_invoicee, e);
            case ram("SpecifiedTradeSettlementPaymentMeans"): return readMeans(e);
            case ram("ApplicableTradeTax"): return taxes.push_back(e);
            case ram("SpecifiedTradePaymentTerms"): return readTerms(e, structured);
            case ram("InvoiceReferencedDocument"): return readPreceding(e);
            default:
                if (key == m_n.summation && !summation) summation = e;
            }
        });
        if (currency.isEmpty())
            eachChild(summation, [&](Element e, quint64 key) {
                if (key == ram("GrandTotalAmount") && currency.isEmpty()) currency = m_r.code(e.attribute("currencyID"));
            });
        m_r.setCurrency(currency);
        readSummation(summation);
        for (const auto tax : taxes)
            if (m_r.room(m_invoice.vat.size())) readTax(tax);
        m_r.readCodedDiscounts();
        m_invoice.discounts.insert(m_invoice.discounts.end(), structured.begin(), structured.end());
    }

    void readSummation(Element summation)
    {
        std::vector<Element> taxTotals;
        eachChild(summation, [&](Element e, quint64 key) {
            switch (key) {
            case ram("LineTotalAmount"): return m_r.rowAmount(m_invoice.lineTotal, e);
            case ram("AllowanceTotalAmount"): return m_r.rowAmount(m_invoice.allowances, e);
            case ram("ChargeTotalAmount"): return m_r.rowAmount(m_invoice.charges, e);
            case ram("TaxBasisTotalAmount"): return m_r.total(m_invoice.net, e, "BT-109");
            case ram("TaxTotalAmount"): return taxTotals.push_back(e);
            case ram("GrandTotalAmount"): return m_r.total(m_invoice.gross, e, "BT-112");
            case ram("TotalPrepaidAmount"): return m_r.total(m_invoice.prepaid, e, "BT-113");
            case ram("RoundingAmount"): return m_r.total(m_invoice.rounding, e, "BT-114");
            case ram("DuePayableAmount"): return m_r.total(m_invoice.amountDue, e, "BT-115");
            default: return;
            }
        });
        m_r.total(m_invoice.tax, taxInInvoiceCurrency(taxTotals), "BT-110");
    }

    // BT-110 is in the currency of the invoice; BT-111, in the currency of the tax office, has the same element name.
    Element taxInInvoiceCurrency(const std::vector<Element>& totals) const
    {
        const auto own = m_invoice.currency.code().toLatin1();
        Element unmarked;
        for (const auto e : totals) {
            const auto currency = e.attribute("currencyID");
            if (currency == std::string_view{own.constData(), 3}) return e;
            if (currency.empty() && !unmarked) unmarked = e;
        }
        if (unmarked) return unmarked;
        return totals.empty() ? Element{} : totals.front();
    }

    void readTax(Element tax)
    {
        domain::VatRow row;
        eachChild(tax, [&](Element e, quint64 key) {
            switch (key) {
            case ram("CategoryCode"): return m_r.fill(row.category, e);
            case ram("BasisAmount"): return m_r.rowAmount(row.base, e);
            case ram("CalculatedAmount"): return m_r.rowAmount(row.amount, e);
            default:
                if (key == m_n.taxRate && row.rate.isEmpty()) row.rate = m_r.decimal(e);
            }
        });
        m_invoice.vat.push_back(std::move(row));
    }

    void readMeans(Element means)
    {
        eachChild(means, [&](Element e, quint64 key) {
            switch (key) {
            case ram("TypeCode"): return m_r.append(m_invoice.paymentMeans, m_r.text(e));
            case ram("PayerPartyDebtorFinancialAccount"):
                return eachChild(e, [&](Element id, quint64 k) {
                    if (k == ram("IBANID") && m_invoice.debtorIban.isEmpty()) m_invoice.debtorIban = domain::compactIban(m_r.text(id));
                });
            case ram("PayeePartyCreditorFinancialAccount"):
                return eachChild(e, [&](Element part, quint64 k) {
                    if (k == ram("IBANID")) m_r.append(m_invoice.ibans, domain::compactIban(m_r.text(part)));
                    else if (k == ram("AccountName")) m_r.fill(m_invoice.accountHolder, part);
                });
            case ram("PayeeSpecifiedCreditorFinancialInstitution"): return fillFrom(m_invoice.bic, e, ram("BICID"));
            default: return;
            }
        });
    }

    void readTerms(Element terms, std::vector<domain::DiscountTerm>& structured)
    {
        eachChild(terms, [&](Element e, quint64 key) {
            switch (key) {
            case ram("Description"): return m_r.addTerms(e);
            case ram("DueDateDateTime"): return fillDate(m_invoice.dueDate, e);
            case ram("DirectDebitMandateID"): return m_r.fill(m_invoice.mandate, e);
            case ram("ApplicableTradePaymentDiscountTerms"):
                if (m_r.room(structured.size())) structured.push_back(discount(e));
                return;
            default: return;
            }
        });
    }

    domain::DiscountTerm discount(Element terms)
    {
        domain::DiscountTerm out;
        out.structured = true;
        eachChild(terms, [&](Element e, quint64 key) {
            switch (key) {
            case ram("BasisPeriodMeasure"): return m_r.fill(out.days, e);
            case ram("CalculationPercent"): return m_r.fill(out.percent, e);
            case ram("BasisAmount"): return m_r.fill(out.base, e);
            default: return;
            }
        });
        return out;
    }

    void readPreceding(Element document)
    {
        domain::PrecedingInvoice out;
        eachChild(document, [&](Element e, quint64 key) {
            if (key == m_n.reference) m_r.fill(out.number, e);
            else if (key == ram("FormattedIssueDateTime") || key == ram("IssueDateTime")) fillDate(out.date, e);
        });
        if (!out.number.isEmpty() && m_r.room(m_invoice.preceding.size())) m_invoice.preceding.push_back(std::move(out));
    }

    // ---- Lines ------------------------------------------------------------------------------------------------------------------
    void readLine(Element node)
    {
        domain::InvoiceLine line;
        eachChild(node, [&](Element e, quint64 key) {
            if (key == ram("AssociatedDocumentLineDocument")) readLineDocument(line, e);
            else if (key == ram("SpecifiedTradeProduct")) readProduct(line, e);
            else if (key == m_n.lineDelivery) readQuantity(line, e);
            else if (key == m_n.lineSettlement) readLineSettlement(line, e);
        });
        m_r.vehicle.scan(line.name, FoundIn::Line);
        m_r.vehicle.scan(line.description, FoundIn::Line);
        m_invoice.lines.push_back(std::move(line));
    }

    void readLineDocument(domain::InvoiceLine& line, Element document)
    {
        eachChild(document, [&](Element e, quint64 key) {
            if (key == ram("LineID")) return m_r.fill(line.id, e);
            if (key != ram("IncludedNote")) return;
            eachChild(e, [&](Element content, quint64 k) { if (k == ram("Content")) m_r.vehicle.scan(m_r.textBlock(content), FoundIn::Line); });
        });
    }

    void readProduct(domain::InvoiceLine& line, Element product)
    {
        eachChild(product, [&](Element e, quint64 key) {
            switch (key) {
            case ram("Name"): return m_r.fill(line.name, e);
            case ram("Description"):
                if (line.description.isEmpty()) line.description = m_r.textBlock(e);
                return;
            case ram("ApplicableProductCharacteristic"): return readCharacteristic(e);
            default: return;
            }
        });
    }

    void readCharacteristic(Element characteristic)
    {
        QString name, value;
        eachChild(characteristic, [&](Element e, quint64 key) {
            if (key == ram("Description")) m_r.fill(name, e);
            else if (key == ram("Value")) m_r.fill(value, e);
        });
        m_r.vehicle.scan(name + u": "_s + value, FoundIn::Line);
    }

    void readQuantity(domain::InvoiceLine& line, Element delivery)
    {
        eachChild(delivery, [&](Element e, quint64 key) {
            if (key != ram("BilledQuantity") || !line.quantity.isEmpty()) return;
            line.quantity = m_r.decimal(e);
            line.unit = m_r.code(e.attribute("unitCode"));
        });
    }

    void readLineSettlement(domain::InvoiceLine& line, Element settlement)
    {
        eachChild(settlement, [&](Element e, quint64 key) {
            if (key == ram("ApplicableTradeTax")) {
                eachChild(e, [&](Element part, quint64 k) {
                    if (k == ram("CategoryCode")) m_r.fill(line.vatCategory, part);
                    else if (k == m_n.taxRate && line.vatRate.isEmpty()) line.vatRate = m_r.decimal(part);
                });
            } else if (key == m_n.lineSummation) {
                eachChild(e, [&](Element part, quint64 k) { if (k == ram("LineTotalAmount")) m_r.rowAmount(line.net, part); });
            }
        });
    }

    // ---- Small steps ------------------------------------------------------------------------------------------------------------
    void fillFrom(QString& slot, Element parent, quint64 wanted)
    {
        if (!slot.isEmpty()) return;
        eachChild(parent, [&](Element e, quint64 key) { if (key == wanted) m_r.fill(slot, e); });
    }

    void fillDate(QDate& slot, Element parent)
    {
        eachChild(parent, [&](Element e, quint64 key) {
            if (key == nameKey(Ns::Udt, "DateTimeString") || key == nameKey(Ns::Qdt, "DateTimeString")) m_r.fill(slot, e);
        });
        if (m_zugferd1) m_r.fill(slot, parent);   // references of ZUGFeRD 1.0 carry the date as plain text
    }

    bool m_zugferd1;
    const CiiNames& m_n;
    Reading& m_r;
    domain::Invoice& m_invoice;
    bool m_seller = false;
    bool m_buyer = false;
    domain::Party m_payer, m_invoicee;
};

} // namespace

Vocabulary ciiVocabulary(bool zugferd1)
{
    return zugferd1 ? Vocabulary{kZf1Namespaces} : Vocabulary{kCiiNamespaces};
}

void readCii(Element root, bool zugferd1, Reading& r)
{
    CiiReader{zugferd1, r}.read(root);
}

} // namespace tresen::adapters::einvoice
