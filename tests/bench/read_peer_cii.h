// Cross Industry Invoice with QXmlStreamReader. See read_peer.h.
#pragma once
#include "tests/bench/read_peer_base.h"

namespace tresen::bench {

class StreamCii : public StreamBase {
protected:
    using StreamBase::StreamBase;

    void cii()
    {
        children([&](QStringView n) {
            if (!in(kRsm)) return false;
            if (n == u"ExchangedDocumentContext") {
                children([&](QStringView k) { return k == u"GuidelineSpecifiedDocumentContextParameter" && firstOf(i.guideline, kRam, u"ID"); });
                return true;
            }
            if (n == u"ExchangedDocument") return ciiDocument();
            return n == u"SupplyChainTradeTransaction" && ciiTransaction();
        });
    }
    bool ciiDocument()
    {
        children([&](QStringView n) {
            if (!in(kRam)) return false;
            if (n == u"ID") return into(i.number);
            if (n == u"TypeCode") return into(i.typeCode);
            if (n == u"IssueDateTime") return dayIn(i.issueDate);
            if (n != u"IncludedNote") return false;
            domain::Note note;
            children([&](QStringView k) {
                if (k == u"SubjectCode") return into(note.subject);
                if (k != u"Content") return false;
                note.text = block();
                return true;
            });
            if (!note.text.isEmpty()) i.notes.push_back(note);
            return true;
        });
        return true;
    }
    bool ciiTransaction()
    {
        children([&](QStringView n) {
            if (!in(kRam)) return false;
            if (n == u"IncludedSupplyChainTradeLineItem") return ciiLine();
            if (n == u"ApplicableHeaderTradeAgreement") return ciiAgreement();
            if (n == u"ApplicableHeaderTradeSettlement") return ciiSettlement();
            if (n != u"ApplicableHeaderTradeDelivery") return false;
            children([&](QStringView k) {
                if (k != u"ActualDeliverySupplyChainEvent") return false;
                children([&](QStringView d) { return d == u"OccurrenceDateTime" && dayIn(i.deliveryDate); });
                return true;
            });
            return true;
        });
        return true;
    }
    bool ciiLine()
    {
        domain::InvoiceLine line;
        QString net;
        QStringList texts;
        children([&](QStringView n) {
            if (n == u"AssociatedDocumentLineDocument") {
                children([&](QStringView k) {
                    if (k == u"LineID") return into(line.id);
                    if (k != u"IncludedNote") return false;
                    children([&](QStringView c) {
                        if (c != u"Content") return false;
                        texts << block();
                        return true;
                    });
                    return true;
                });
                return true;
            }
            if (n == u"SpecifiedTradeProduct") {
                children([&](QStringView k) {
                    if (k == u"Name") return into(line.name);
                    if (k == u"Description") { line.description = block(); return true; }
                    if (k != u"ApplicableProductCharacteristic") return false;
                    QString name, value;
                    children([&](QStringView c) { return (c == u"Description" && into(name)) || (c == u"Value" && into(value)); });
                    texts << name + u": "_s + value;
                    return true;
                });
                return true;
            }
            if (n == u"SpecifiedLineTradeDelivery") {
                children([&](QStringView k) {
                    if (k != u"BilledQuantity") return false;
                    line.unit = x.attributes().value("unitCode"_L1).toString();
                    line.quantity = decimal(text());
                    return true;
                });
                return true;
            }
            if (n != u"SpecifiedLineTradeSettlement") return false;
            children([&](QStringView k) {
                if (k == u"SpecifiedTradeSettlementLineMonetarySummation") return firstOf(net, kRam, u"LineTotalAmount");
                if (k != u"ApplicableTradeTax") return false;
                children([&](QStringView t) {
                    if (t == u"CategoryCode") return into(line.vatCategory);
                    if (t != u"RateApplicablePercent") return false;
                    line.vatRate = decimal(text());
                    return true;
                });
                return true;
            });
            return true;
        });
        keep(std::move(line), net, texts);
        return true;
    }
    bool ciiAgreement()
    {
        children([&](QStringView n) {
            if (!in(kRam)) return false;
            if (n == u"SellerTradeParty") return ciiParty(i.seller);
            if (n == u"BuyerTradeParty") return ciiParty(i.buyer);
            if (n == u"BuyerReference") return into(i.buyerReference);
            if (n == u"BuyerOrderReferencedDocument") return firstOf(i.orderRef, kRam, u"IssuerAssignedID");
            if (n == u"SellerOrderReferencedDocument") return firstOf(i.salesOrderRef, kRam, u"IssuerAssignedID");
            if (n == u"ContractReferencedDocument") return firstOf(i.contractRef, kRam, u"IssuerAssignedID");
            if (n == u"SpecifiedProcuringProject") return firstOf(i.projectRef, kRam, u"ID");
            if (n != u"AdditionalReferencedDocument") return false;
            QString id, type, scheme;
            children([&](QStringView k) {
                return (k == u"IssuerAssignedID" && into(id)) || (k == u"TypeCode" && into(type)) || (k == u"ReferenceTypeCode" && into(scheme));
            });
            object(id, type, scheme);
            return true;
        });
        return true;
    }
    bool ciiParty(domain::Party& p)
    {
        QString globalId, address;
        children([&](QStringView n) {
            if (n == u"ID") return into(p.id);
            if (n == u"GlobalID") return into(globalId);
            if (n == u"Name") return into(p.name);
            if (n == u"SpecifiedLegalOrganization") return firstOf(p.tradingName, kRam, u"TradingBusinessName");
            if (n == u"PostalTradeAddress") {
                auto& a = p.address;
                children([&](QStringView k) {
                    return (k == u"PostcodeCode" && into(a.postcode)) || (k == u"LineOne" && into(a.street)) || (k == u"LineTwo" && into(a.street2))
                        || (k == u"LineThree" && into(a.street3)) || (k == u"CityName" && into(a.city)) || (k == u"CountryID" && into(a.country));
                });
                return true;
            }
            if (n == u"DefinedTradeContact") {
                children([&](QStringView k) {
                    if (k == u"PersonName") return into(p.contact);
                    if (k == u"TelephoneUniversalCommunication") return firstOf(p.phone, kRam, u"CompleteNumber");
                    return k == u"EmailURIUniversalCommunication" && firstOf(p.email, kRam, u"URIID");
                });
                return true;
            }
            if (n == u"URIUniversalCommunication") {
                children([&](QStringView k) { return k == u"URIID" && x.attributes().value("schemeID"_L1) == u"EM" && into(address); });
                return true;
            }
            if (n != u"SpecifiedTaxRegistration") return false;
            children([&](QStringView k) {
                if (k != u"ID") return false;
                const auto scheme = x.attributes().value("schemeID"_L1).toString();
                return scheme == u"VA" ? into(p.vatId) : scheme == u"FC" && into(p.taxNumber);
            });
            return true;
        });
        if (p.id.isEmpty()) p.id = globalId;
        if (p.email.isEmpty()) p.email = address;
        return true;
    }
    bool ciiSettlement()
    {
        QList<std::pair<QString, QString>> taxes;   // currency, amount
        children([&](QStringView n) {
            if (!in(kRam)) return false;
            if (n == u"CreditorReferenceID") return into(i.creditorId);
            if (n == u"PaymentReference") return into(i.remittance);
            if (n == u"InvoiceCurrencyCode") return into(m_currency);
            if (n == u"PayeeTradeParty") return firstOf(i.payee, kRam, u"Name");
            if (n == u"SpecifiedTradeSettlementPaymentMeans") return ciiMeans();
            if (n == u"SpecifiedTradePaymentTerms") return ciiTerms();
            if (n == u"ApplicableTradeTax") {
                Row row;
                children([&](QStringView k) {
                    return (k == u"CategoryCode" && into(row.category)) || (k == u"RateApplicablePercent" && into(row.rate))
                        || (k == u"BasisAmount" && into(row.base)) || (k == u"CalculatedAmount" && into(row.amount));
                });
                m_vat << row;
                return true;
            }
            if (n == u"InvoiceReferencedDocument") {
                domain::PrecedingInvoice p;
                children([&](QStringView k) { return (k == u"IssuerAssignedID" && into(p.number)) || (k == u"FormattedIssueDateTime" && dayIn(p.date)); });
                if (!p.number.isEmpty()) i.preceding.push_back(p);
                return true;
            }
            if (n != u"SpecifiedTradeSettlementHeaderMonetarySummation") return false;
            children([&](QStringView k) {
                if (k == u"TaxTotalAmount") {
                    const auto currency = x.attributes().value("currencyID"_L1).toString();
                    taxes << std::pair{currency, text()};
                    return true;
                }
                static const QStringList names{u"LineTotalAmount"_s, u"AllowanceTotalAmount"_s, u"ChargeTotalAmount"_s, u"TaxBasisTotalAmount"_s,
                    u"GrandTotalAmount"_s, u"TotalPrepaidAmount"_s, u"RoundingAmount"_s, u"DuePayableAmount"_s};
                const auto at = names.indexOf(k);
                return at >= 0 && into(m_totals[static_cast<std::size_t>(at)]);
            });
            return true;
        });
        for (const auto& [currency, amount] : taxes)
            if (m_tax.isEmpty() && currency == m_currency) m_tax = amount;
        for (const auto& [currency, amount] : taxes)
            if (m_tax.isEmpty() && currency.isEmpty()) m_tax = amount;
        if (m_tax.isEmpty() && !taxes.isEmpty()) m_tax = taxes.first().second;
        return true;
    }
    bool ciiMeans()
    {
        children([&](QStringView n) {
            if (n == u"TypeCode") return unique(i.paymentMeans, text());
            if (n == u"PayeeSpecifiedCreditorFinancialInstitution") return firstOf(i.bic, kRam, u"BICID");
            if (n == u"PayerPartyDebtorFinancialAccount") return firstOf(i.debtorIban, kRam, u"IBANID");
            if (n != u"PayeePartyCreditorFinancialAccount") return false;
            children([&](QStringView k) {
                if (k == u"IBANID") return unique(i.ibans, domain::compactIban(text()));
                return k == u"AccountName" && into(i.accountHolder);
            });
            return true;
        });
        return true;
    }
    bool ciiTerms()
    {
        children([&](QStringView n) {
            if (n == u"Description") return terms(block());
            if (n == u"DueDateDateTime") return dayIn(i.dueDate);
            if (n == u"DirectDebitMandateID") return into(i.mandate);
            if (n != u"ApplicableTradePaymentDiscountTerms") return false;
            domain::DiscountTerm d;
            d.structured = true;
            children([&](QStringView k) {
                return (k == u"BasisPeriodMeasure" && into(d.days)) || (k == u"CalculationPercent" && into(d.percent)) || (k == u"BasisAmount" && into(d.base));
            });
            m_structured.push_back(d);
            return true;
        });
        return true;
    }
};

} // namespace tresen::bench
