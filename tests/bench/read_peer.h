// StreamReader: the same invoice fields read with QXmlStreamReader, as one would write it by the book. The peer of bench_read.
#pragma once
#include "app/adapters/workshop/einvoice/vehicle_finder.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include "app/domain/invoice.h"
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <optional>
#include <utility>

namespace tresen::bench {

using namespace Qt::Literals::StringLiterals;

class StreamReader {
public:
    explicit StreamReader(const QByteArray& bytes) : x{bytes} {}

    std::optional<domain::Invoice> read()
    {
        if (!x.readNextStartElement()) return std::nullopt;
        const bool credit = x.name() == u"CreditNote";
        if (x.name() == u"CrossIndustryInvoice") cii();
        else if (x.name() == u"Invoice" || credit) ubl(credit);
        else return std::nullopt;
        if (x.hasError()) return std::nullopt;
        finish();
        return std::move(i);
    }

private:
    static constexpr QStringView kRam = u"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100";
    static constexpr QStringView kRsm = u"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
    static constexpr QStringView kCac = u"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2";
    static constexpr QStringView kCbc = u"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2";

    // f takes the element whole and says so; what it does not take is skipped.
    template <class F>
    void children(F&& f)
    {
        while (x.readNextStartElement())
            if (!f(x.name())) x.skipCurrentElement();
    }
    bool in(QStringView ns) const { return x.namespaceUri() == ns; }
    QString text() { return x.readElementText(QXmlStreamReader::SkipChildElements).simplified(); }
    QString block() { return x.readElementText(QXmlStreamReader::SkipChildElements).trimmed(); }
    bool into(QString& slot)
    {
        const auto value = text();
        if (slot.isEmpty()) slot = value;
        return true;
    }
    bool firstOf(QString& slot, QStringView ns, QStringView wanted)
    {
        children([&](QStringView n) { return n == wanted && in(ns) && into(slot); });
        return true;
    }
    bool day(QDate& slot, const QString& value)
    {
        if (slot.isValid() || value.isEmpty()) return true;
        slot = value.contains(u'-') ? QDate::fromString(value.left(10), Qt::ISODate) : QDate::fromString(value.left(8), u"yyyyMMdd"_s);
        return true;
    }
    bool dayIn(QDate& slot)
    {
        children([&](QStringView n) { return n == u"DateTimeString" && day(slot, text()); });
        return true;
    }
    bool unique(QStringList& list, const QString& value)
    {
        if (!value.isEmpty() && !list.contains(value)) list << value;
        return true;
    }
    std::optional<domain::Money> money(const QString& value) const
    {
        if (value.isEmpty()) return std::nullopt;
        const auto m = domain::parseMoney(value, i.currency);
        return m ? std::optional{m.value()} : std::nullopt;
    }
    static QString decimal(QString value)
    {
        static const QRegularExpression form{u"^-?[0-9]*\\.?[0-9]*$"_s};
        if (value.isEmpty() || !form.match(value).hasMatch()) return {};
        if (value.contains(u'.')) {
            while (value.endsWith(u'0')) value.chop(1);
            if (value.endsWith(u'.')) value.chop(1);
        }
        while (value.size() > 1 && value.startsWith(u'0') && value[1] != u'.') value.remove(0, 1);
        return value;
    }

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

    struct Row { QString category, rate, base, amount; };
    struct TaxTotal { QString currency, amount; QList<Row> rows; };

    void keep(domain::InvoiceLine line, const QString& net, const QStringList& texts)
    {
        m_lineNets << net;
        m_lineTexts << texts;
        i.lines.push_back(std::move(line));
    }
    void object(const QString& id, const QString& type, const QString& scheme)
    {
        if (type != u"130") return;
        if (i.objectRef.isEmpty()) i.objectRef = id;
        m_objects << std::pair{id, scheme};
    }
    bool terms(const QString& part)
    {
        if (part.isEmpty()) return true;
        if (!i.termsText.isEmpty()) i.termsText += u'\n';
        i.termsText += part;
        return true;
    }
    void finish()
    {
        if (const auto c = domain::Currency::fromCode(m_currency); c) i.currency = c.value();
        std::optional<domain::Money>* const slots[]{&i.lineTotal, &i.allowances, &i.charges, &i.net, &i.gross, &i.prepaid, &i.rounding, &i.amountDue};
        for (std::size_t k = 0; k < std::size(slots); ++k) *slots[k] = money(m_totals[k]);
        i.tax = money(m_tax);
        for (const auto& row : m_vat) i.vat.push_back({row.category, decimal(row.rate), money(row.base), money(row.amount)});
        static const QRegularExpression step{u"#(SKONTO|VERZUG)#TAGE=([0-9]+)#PROZENT=([0-9]+(?:\\.[0-9]+)?)#(?:BASISBETRAG=(-?[0-9]+(?:\\.[0-9]+)?)#)?"_s};
        if (i.termsText.contains(u'#'))
            for (auto it = step.globalMatch(i.termsText); it.hasNext();) {
                const auto m = it.next();
                const auto kind = m.captured(1) == u"SKONTO" ? domain::DiscountTerm::Kind::Skonto : domain::DiscountTerm::Kind::Verzug;
                i.discounts.push_back({kind, false, m.captured(2), m.captured(3), m.captured(4)});
            }
        i.discounts.insert(i.discounts.end(), m_structured.begin(), m_structured.end());
        if (!i.ibans.isEmpty()) i.iban = i.ibans.first();
        i.debtorIban = domain::compactIban(i.debtorIban);
        adapters::einvoice::VehicleFinder vehicle;
        for (const auto& note : i.notes) vehicle.scan(note.text);
        for (std::size_t k = 0; k < i.lines.size(); ++k) {
            auto& line = i.lines[k];
            line.net = money(m_lineNets[static_cast<qsizetype>(k)]);
            for (const auto& extra : m_lineTexts[static_cast<qsizetype>(k)]) vehicle.scan(extra);
            vehicle.scan(line.name);
            vehicle.scan(line.description);
        }
        for (const auto& [id, scheme] : m_objects) vehicle.takeReference(id, scheme);
        vehicle.takeReference(i.salesOrderRef);
        i.vehicle = vehicle.hint();
    }

    QXmlStreamReader x;
    domain::Invoice i;
    QString m_currency, m_tax, m_payeeCreditor;
    std::array<QString, 8> m_totals;
    QList<Row> m_vat;
    QList<TaxTotal> m_taxTotals;
    QStringList m_lineNets;
    QList<QStringList> m_lineTexts;
    QList<std::pair<QString, QString>> m_objects;
    std::vector<domain::DiscountTerm> m_structured;
    QDate m_meansDue;
};

} // namespace tresen::bench
