// UBL invoices and credit notes with QXmlStreamReader. See read_peer.h.
#pragma once
#include "tests/bench/read_peer_cii.h"

namespace tresen::bench {

class StreamUbl : public StreamCii {
protected:
    using StreamCii::StreamCii;

    void ubl(bool credit)
    {
        children([&](QStringView n) {
            if (in(kCbc)) {
                if (n == u"CustomizationID") return into(i.guideline);
                if (n == u"ID") return into(i.number);
                if (n == u"IssueDate") return day(i.issueDate, text());
                if (n == u"DueDate") return day(i.dueDate, text());
                if (n == u"Note") return ublNote();
                if (n == u"DocumentCurrencyCode") return into(m_currency);
                if (n == u"BuyerReference") return into(i.buyerReference);
                return n == (credit ? u"CreditNoteTypeCode" : u"InvoiceTypeCode") && into(i.typeCode);
            }
            if (!in(kCac)) return false;
            if (n == (credit ? u"CreditNoteLine" : u"InvoiceLine")) return ublLine();
            if (n == u"OrderReference") {
                children([&](QStringView k) { return (k == u"ID" && into(i.orderRef)) || (k == u"SalesOrderID" && into(i.salesOrderRef)); });
                return true;
            }
            if (n == u"BillingReference") return ublPreceding();
            if (n == u"ContractDocumentReference") return firstOf(i.contractRef, kCbc, u"ID");
            if (n == u"ProjectReference") return firstOf(i.projectRef, kCbc, u"ID");
            if (n == u"AdditionalDocumentReference") return ublObject();
            if (n == u"AccountingSupplierParty") return ublParty(i.seller, true);
            if (n == u"AccountingCustomerParty") return ublParty(i.buyer, false);
            if (n == u"PayeeParty") return ublPayee();
            if (n == u"PaymentMeans") return ublMeans();
            if (n == u"PaymentTerms") {
                children([&](QStringView k) { return k == u"Note" && terms(block()); });
                return true;
            }
            if (n == u"Delivery") {
                children([&](QStringView k) { return k == u"ActualDeliveryDate" && day(i.deliveryDate, text()); });
                return true;
            }
            if (n == u"TaxTotal") return ublTax();
            return n == u"LegalMonetaryTotal" && ublTotals();
        });
        if (!i.dueDate.isValid()) i.dueDate = m_meansDue;
        if (i.creditorId.isEmpty()) i.creditorId = m_payeeCreditor;
        for (auto& t : m_taxTotals) {
            if (&t != &m_taxTotals.front() && (t.currency != m_currency || m_tax == m_taxTotals.front().amount)) continue;
            m_tax = t.amount;
            m_vat = t.rows;
        }
    }
    bool ublNote()
    {
        domain::Note note;
        note.text = block();
        if (note.text.startsWith(u'#') && note.text.indexOf(u'#', 1) == 4) {
            note.subject = note.text.mid(1, 3);
            note.text = note.text.mid(5).trimmed();
        }
        if (!note.text.isEmpty()) i.notes.push_back(note);
        return true;
    }
    bool ublPreceding()
    {
        children([&](QStringView n) {
            if (n != u"InvoiceDocumentReference") return false;
            domain::PrecedingInvoice p;
            children([&](QStringView k) { return (k == u"ID" && into(p.number)) || (k == u"IssueDate" && day(p.date, text())); });
            if (!p.number.isEmpty()) i.preceding.push_back(p);
            return true;
        });
        return true;
    }
    bool ublObject()
    {
        QString id, type, scheme;
        children([&](QStringView n) {
            if (n == u"ID") { scheme = x.attributes().value("schemeID"_L1).toString(); return into(id); }
            return n == u"DocumentTypeCode" && into(type);
        });
        object(id, type, scheme);
        return true;
    }
    bool ublParty(domain::Party& p, bool seller)
    {
        QString trading, address;
        children([&](QStringView role) {
            if (role != u"Party") return false;
            children([&](QStringView n) {
                if (n == u"EndpointID") return x.attributes().value("schemeID"_L1) == u"EM" && into(address);
                if (n == u"PartyIdentification") {
                    children([&](QStringView k) {
                        if (k != u"ID") return false;
                        return seller && x.attributes().value("schemeID"_L1) == u"SEPA" ? into(i.creditorId) : into(p.id);
                    });
                    return true;
                }
                if (n == u"PartyName") return firstOf(trading, kCbc, u"Name");
                if (n == u"PartyLegalEntity") return firstOf(p.name, kCbc, u"RegistrationName");
                if (n == u"PostalAddress") return ublAddress(p.address);
                if (n == u"Contact") {
                    children([&](QStringView k) {
                        return (k == u"Name" && into(p.contact)) || (k == u"Telephone" && into(p.phone)) || (k == u"ElectronicMail" && into(p.email));
                    });
                    return true;
                }
                if (n != u"PartyTaxScheme") return false;
                QString id, kind;
                children([&](QStringView k) { return (k == u"CompanyID" && into(id)) || (k == u"TaxScheme" && firstOf(kind, kCbc, u"ID")); });
                auto& slot = kind == u"VAT" ? p.vatId : p.taxNumber;
                if (slot.isEmpty()) slot = id;
                return true;
            });
            return true;
        });
        if (p.name.isEmpty()) p.name = trading;
        else p.tradingName = trading;
        if (p.email.isEmpty()) p.email = address;
        return true;
    }
    bool ublAddress(domain::PostalAddress& a)
    {
        children([&](QStringView k) {
            return (k == u"StreetName" && into(a.street)) || (k == u"AdditionalStreetName" && into(a.street2)) || (k == u"AddressLine" && firstOf(a.street3, kCbc, u"Line"))
                || (k == u"PostalZone" && into(a.postcode)) || (k == u"CityName" && into(a.city)) || (k == u"Country" && firstOf(a.country, kCbc, u"IdentificationCode"));
        });
        return true;
    }
    bool ublPayee()
    {
        children([&](QStringView n) {
            if (n == u"PartyName") return firstOf(i.payee, kCbc, u"Name");
            if (n != u"PartyIdentification") return false;
            children([&](QStringView k) { return k == u"ID" && x.attributes().value("schemeID"_L1) == u"SEPA" && into(m_payeeCreditor); });
            return true;
        });
        return true;
    }
    bool ublMeans()
    {
        children([&](QStringView n) {
            if (n == u"PaymentMeansCode") return unique(i.paymentMeans, text());
            if (n == u"PaymentDueDate") return day(m_meansDue, text());
            if (n == u"PaymentID") return into(i.remittance);
            if (n == u"PaymentMandate") {
                children([&](QStringView k) { return (k == u"ID" && into(i.mandate)) || (k == u"PayerFinancialAccount" && firstOf(i.debtorIban, kCbc, u"ID")); });
                return true;
            }
            if (n != u"PayeeFinancialAccount") return false;
            children([&](QStringView k) {
                if (k == u"ID") return unique(i.ibans, domain::compactIban(text()));
                return (k == u"Name" && into(i.accountHolder)) || (k == u"FinancialInstitutionBranch" && firstOf(i.bic, kCbc, u"ID"));
            });
            return true;
        });
        return true;
    }
    bool ublTax()
    {
        TaxTotal total;
        children([&](QStringView n) {
            if (n == u"TaxAmount") { total.currency = x.attributes().value("currencyID"_L1).toString(); return into(total.amount); }
            if (n != u"TaxSubtotal") return false;
            Row row;
            children([&](QStringView k) {
                if (k == u"TaxableAmount") return into(row.base);
                if (k == u"TaxAmount") return into(row.amount);
                if (k != u"TaxCategory") return false;
                children([&](QStringView c) { return (c == u"ID" && into(row.category)) || (c == u"Percent" && into(row.rate)); });
                return true;
            });
            total.rows << row;
            return true;
        });
        m_taxTotals << total;
        return true;
    }
    bool ublTotals()
    {
        children([&](QStringView k) {
            static const QStringList names{u"LineExtensionAmount"_s, u"AllowanceTotalAmount"_s, u"ChargeTotalAmount"_s, u"TaxExclusiveAmount"_s,
                u"TaxInclusiveAmount"_s, u"PrepaidAmount"_s, u"PayableRoundingAmount"_s, u"PayableAmount"_s};
            const auto at = names.indexOf(k);
            return at >= 0 && into(m_totals[static_cast<std::size_t>(at)]);
        });
        return true;
    }
    bool ublLine()
    {
        domain::InvoiceLine line;
        QString net;
        QStringList texts;
        children([&](QStringView n) {
            if (n == u"ID") return into(line.id);
            if (n == u"Note") { texts << block(); return true; }
            if (n == u"LineExtensionAmount") return into(net);
            if (n == u"InvoicedQuantity" || n == u"CreditedQuantity") {
                line.unit = x.attributes().value("unitCode"_L1).toString();
                line.quantity = decimal(text());
                return true;
            }
            if (n != u"Item") return false;
            children([&](QStringView k) {
                if (k == u"Name") return into(line.name);
                if (k == u"Description") { line.description = block(); return true; }
                if (k == u"ClassifiedTaxCategory") {
                    children([&](QStringView c) {
                        if (c == u"ID") return into(line.vatCategory);
                        if (c != u"Percent") return false;
                        line.vatRate = decimal(text());
                        return true;
                    });
                    return true;
                }
                if (k != u"AdditionalItemProperty") return false;
                QString name, value;
                children([&](QStringView c) { return (c == u"Name" && into(name)) || (c == u"Value" && into(value)); });
                texts << name + u": "_s + value;
                return true;
            });
            return true;
        });
        keep(std::move(line), net, texts);
        return true;
    }
};

} // namespace tresen::bench
