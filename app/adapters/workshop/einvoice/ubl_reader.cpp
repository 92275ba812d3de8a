#include "app/adapters/workshop/einvoice/ubl_reader.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

constexpr KnownNamespace kAggregates{"urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2", Ns::Cac};
constexpr KnownNamespace kBasics{"urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2", Ns::Cbc};
constexpr std::array kUblInvoice{KnownNamespace{"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2", Ns::Ubl}, kAggregates, kBasics};
constexpr std::array kUblCreditNote{KnownNamespace{"urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2", Ns::Ubl}, kAggregates, kBasics};

class UblReader {
public:
        UblReader(bool creditNote, Reading& r)
        : m_line{creditNote ? cac("CreditNoteLine") : cac("InvoiceLine")}, m_type{creditNote ? cbc("CreditNoteTypeCode") : cbc("InvoiceTypeCode")},
          m_quantity{creditNote ? cbc("CreditedQuantity") : cbc("InvoicedQuantity")}, m_r{r}, m_invoice{r.invoice} {}

    void read(Element root)
    {
        eachChild(root, [&](Element e, quint64 key) { readHeaderPart(e, key); });
        if (m_invoice.number.isEmpty() && !m_totals) return m_r.refuse(u"invoice.incomplete"_s, u"BT-1"_s);
        if (m_lines.size() > static_cast<std::size_t>(limits::kMaxInvoiceLines)) return m_r.refuse(u"xml.too_many_nodes"_s, u"BG-25"_s);
        if (!m_invoice.dueDate.isValid()) m_invoice.dueDate = m_meansDue;
        readTotals();
        m_r.readCodedDiscounts();
        m_invoice.lines.reserve(m_lines.size());
        for (const auto line : m_lines) readLine(line);
        if (m_invoice.creditorId.isEmpty()) m_invoice.creditorId = m_payeeCreditorId;
    }

private:
    void readHeaderPart(Element e, quint64 key)
    {
        switch (key) {
        case cbc("CustomizationID"): return m_r.fill(m_invoice.guideline, e);
        case cbc("ID"): return m_r.fill(m_invoice.number, e);
        case cbc("IssueDate"): return m_r.fill(m_invoice.issueDate, e);
        case cbc("DueDate"): return m_r.fill(m_invoice.dueDate, e);
        case cbc("Note"): return readNote(e);
        case cbc("DocumentCurrencyCode"): return m_r.fill(m_currency, e);
        case cbc("BuyerReference"): return m_r.fill(m_invoice.buyerReference, e);
        case cac("OrderReference"):
            fillFrom(m_invoice.orderRef, e, cbc("ID"));
            return fillFrom(m_invoice.salesOrderRef, e, cbc("SalesOrderID"));
        case cac("BillingReference"): return readPreceding(e);
        case cac("ContractDocumentReference"): return fillFrom(m_invoice.contractRef, e, cbc("ID"));
        case cac("ProjectReference"): return fillFrom(m_invoice.projectRef, e, cbc("ID"));
        case cac("AdditionalDocumentReference"): return readObject(e);
        case cac("AccountingSupplierParty"): return readParty(m_invoice.seller, e, m_seller, true);
        case cac("AccountingCustomerParty"): return readParty(m_invoice.buyer, e, m_buyer, false);
        case cac("PayeeParty"): return readPayee(e);
        case cac("Delivery"):
            return eachChild(e, [&](Element date, quint64 k) { if (k == cbc("ActualDeliveryDate")) m_r.fill(m_invoice.deliveryDate, date); });
        case cac("PaymentMeans"): return readMeans(e);
        case cac("PaymentTerms"):
            return eachChild(e, [&](Element note, quint64 k) { if (k == cbc("Note")) m_r.addTerms(note); });
        case cac("TaxTotal"): return m_taxTotals.push_back(e);
        case cac("LegalMonetaryTotal"):
            if (!m_totals) m_totals = e;
            return;
        default:
            if (key == m_type) m_r.fill(m_invoice.typeCode, e);
            else if (key == m_line) m_lines.push_back(e);
        }
    }

    // "#REG#text" carries the subject code of BT-21 in front (EN 16931-3-2).
    void readNote(Element e)
    {
        domain::Note note;
        note.text = m_r.textBlock(e);
        if (note.text.isEmpty() || !m_r.room(m_invoice.notes.size())) return;
        constexpr qsizetype kCodeLength = 3;
        if (note.text.startsWith(u'#') && note.text.indexOf(u'#', 1) == kCodeLength + 1) {
            note.subject = note.text.mid(1, kCodeLength);
            note.text = note.text.mid(kCodeLength + 2).trimmed();
        }
        m_r.vehicle.scan(note.text);
        m_invoice.notes.push_back(std::move(note));
    }

    void readPreceding(Element reference)
    {
        eachChild(reference, [&](Element document, quint64 key) {
            if (key != cac("InvoiceDocumentReference")) return;
            domain::PrecedingInvoice out;
            eachChild(document, [&](Element e, quint64 k) {
                if (k == cbc("ID")) m_r.fill(out.number, e);
                else if (k == cbc("IssueDate")) m_r.fill(out.date, e);
            });
            if (!out.number.isEmpty() && m_r.room(m_invoice.preceding.size())) m_invoice.preceding.push_back(std::move(out));
        });
    }

    void readObject(Element document)   // BT-18: type code 130 (UNTDID 1001)
    {
        QString type, id, scheme;
        eachChild(document, [&](Element e, quint64 key) {
            if (key == cbc("DocumentTypeCode")) return m_r.fill(type, e);
            if (key != cbc("ID") || !id.isEmpty()) return;
            id = m_r.text(e);
            scheme = m_r.code(e.attribute("schemeID"));
        });
        if (type != u"130") return;
        if (m_invoice.objectRef.isEmpty()) m_invoice.objectRef = id;
        m_r.vehicle.takeReference(id, scheme);
    }

    // ---- Parties ----------------------------------------------------------------------------------------------------------------
    void readParty(domain::Party& out, Element role, bool& done, bool seller)
    {
        if (done) return;
        done = true;
        QString tradingName, address;
        eachChild(role, [&](Element party, quint64 roleKey) {
            if (roleKey != cac("Party")) return;
            eachChild(party, [&](Element e, quint64 key) {
                switch (key) {
                case cbc("EndpointID"):
                    if (e.attribute("schemeID") == "EM") m_r.fill(address, e);
                    return;
                case cac("PartyIdentification"): return readPartyId(out, e, seller);
                case cac("PartyName"): return fillFrom(tradingName, e, cbc("Name"));
                case cac("PostalAddress"): return readAddress(out.address, e);
                case cac("PartyTaxScheme"): return readTaxScheme(out, e);
                case cac("PartyLegalEntity"): return fillFrom(out.name, e, cbc("RegistrationName"));
                case cac("Contact"): return readContact(out, e);
                default: return;
                }
            });
        });
        if (out.name.isEmpty()) out.name = tradingName;
        else out.tradingName = tradingName;
        if (out.email.isEmpty()) out.email = address;
    }

    // The creditor identifier of SEPA direct debit (BT-90) stands among the identifiers of the seller.
    void readPartyId(domain::Party& out, Element identification, bool seller)
    {
        eachChild(identification, [&](Element e, quint64 key) {
            if (key != cbc("ID")) return;
            if (seller && e.attribute("schemeID") == "SEPA") m_r.fill(m_invoice.creditorId, e);
            else m_r.fill(out.id, e);
        });
    }

    void readTaxScheme(domain::Party& out, Element scheme)
    {
        QString id, kind;
        eachChild(scheme, [&](Element e, quint64 key) {
            if (key == cbc("CompanyID")) m_r.fill(id, e);
            else if (key == cac("TaxScheme")) fillFrom(kind, e, cbc("ID"));
        });
        auto& slot = kind == u"VAT" ? out.vatId : out.taxNumber;
        if (slot.isEmpty()) slot = id;
    }

    void readContact(domain::Party& out, Element contact)
    {
        eachChild(contact, [&](Element e, quint64 key) {
            if (key == cbc("Name")) m_r.fill(out.contact, e);
            else if (key == cbc("Telephone")) m_r.fill(out.phone, e);
            else if (key == cbc("ElectronicMail")) m_r.fill(out.email, e);
        });
    }

    void readAddress(domain::PostalAddress& out, Element address)
    {
        eachChild(address, [&](Element e, quint64 key) {
            switch (key) {
            case cbc("StreetName"): return m_r.fill(out.street, e);
            case cbc("AdditionalStreetName"): return m_r.fill(out.street2, e);
            case cac("AddressLine"): return fillFrom(out.street3, e, cbc("Line"));
            case cbc("PostalZone"): return m_r.fill(out.postcode, e);
            case cbc("CityName"): return m_r.fill(out.city, e);
            case cac("Country"): return fillFrom(out.country, e, cbc("IdentificationCode"));
            default: return;
            }
        });
    }

    void readPayee(Element payee)
    {
        eachChild(payee, [&](Element e, quint64 key) {
            if (key == cac("PartyName")) return fillFrom(m_invoice.payee, e, cbc("Name"));
            if (key != cac("PartyIdentification")) return;
            eachChild(e, [&](Element id, quint64 k) {
                if (k == cbc("ID") && id.attribute("schemeID") == "SEPA") m_r.fill(m_payeeCreditorId, id);
            });
        });
    }

    // ---- Payment ----------------------------------------------------------------------------------------------------------------
    void readMeans(Element means)
    {
        eachChild(means, [&](Element e, quint64 key) {
            switch (key) {
            case cbc("PaymentMeansCode"): return m_r.append(m_invoice.paymentMeans, m_r.text(e));
            case cbc("PaymentDueDate"): return m_r.fill(m_meansDue, e);
            case cbc("PaymentID"): return m_r.fill(m_invoice.remittance, e);
            case cac("PayeeFinancialAccount"):
                return eachChild(e, [&](Element part, quint64 k) {
                    if (k == cbc("ID")) m_r.append(m_invoice.ibans, domain::compactIban(m_r.text(part)));
                    else if (k == cbc("Name")) m_r.fill(m_invoice.accountHolder, part);
                    else if (k == cac("FinancialInstitutionBranch")) fillFrom(m_invoice.bic, part, cbc("ID"));
                });
            case cac("PaymentMandate"):
                return eachChild(e, [&](Element part, quint64 k) {
                    if (k == cbc("ID")) return m_r.fill(m_invoice.mandate, part);
                    if (k != cac("PayerFinancialAccount") || !m_invoice.debtorIban.isEmpty()) return;
                    fillFrom(m_invoice.debtorIban, part, cbc("ID"));
                    m_invoice.debtorIban = domain::compactIban(m_invoice.debtorIban);
                });
            default: return;
            }
        });
    }

    void readTotals()
    {
        m_r.setCurrency(m_currency);
        eachChild(m_totals, [&](Element e, quint64 key) {
            switch (key) {
            case cbc("LineExtensionAmount"): return m_r.rowAmount(m_invoice.lineTotal, e);
            case cbc("AllowanceTotalAmount"): return m_r.rowAmount(m_invoice.allowances, e);
            case cbc("ChargeTotalAmount"): return m_r.rowAmount(m_invoice.charges, e);
            case cbc("TaxExclusiveAmount"): return m_r.total(m_invoice.net, e, "BT-109");
            case cbc("TaxInclusiveAmount"): return m_r.total(m_invoice.gross, e, "BT-112");
            case cbc("PrepaidAmount"): return m_r.total(m_invoice.prepaid, e, "BT-113");
            case cbc("PayableRoundingAmount"): return m_r.total(m_invoice.rounding, e, "BT-114");
            case cbc("PayableAmount"): return m_r.total(m_invoice.amountDue, e, "BT-115");
            default: return;
            }
        });
        const auto taxTotal = taxTotalInInvoiceCurrency();
        bool taken = false;
        eachChild(taxTotal, [&](Element e, quint64 key) {
            if (key == cbc("TaxAmount") && !taken) {
                taken = true;
                m_r.total(m_invoice.tax, e, "BT-110");
            } else if (key == cac("TaxSubtotal") && m_r.room(m_invoice.vat.size())) {
                readSubtotal(e);
            }
        });
    }

    // Two TaxTotal may stand side by side: BT-110 in the currency of the invoice, BT-111 in that of the tax office.
    Element taxTotalInInvoiceCurrency()
    {
        const auto own = m_invoice.currency.code().toLatin1();
        Element pick;
        for (const auto total : m_taxTotals) {
            Element amount;
            eachChild(total, [&](Element e, quint64 key) { if (key == cbc("TaxAmount") && !amount) amount = e; });
            if (!pick && amount && amount.attribute("currencyID") == std::string_view{own.constData(), 3}) pick = total;
        }
        if (!pick && !m_taxTotals.empty()) pick = m_taxTotals.front();
        return pick;
    }

    void readSubtotal(Element subtotal)
    {
        domain::VatRow row;
        eachChild(subtotal, [&](Element e, quint64 key) {
            switch (key) {
            case cbc("TaxableAmount"): return m_r.rowAmount(row.base, e);
            case cbc("TaxAmount"): return m_r.rowAmount(row.amount, e);
            case cac("TaxCategory"): return readCategory(row.category, row.rate, e);
            default: return;
            }
        });
        m_invoice.vat.push_back(std::move(row));
    }

    void readCategory(QString& category, QString& rate, Element node)
    {
        eachChild(node, [&](Element e, quint64 key) {
            if (key == cbc("ID")) m_r.fill(category, e);
            else if (key == cbc("Percent") && rate.isEmpty()) rate = m_r.decimal(e);
        });
    }

    // ---- Lines ------------------------------------------------------------------------------------------------------------------
    void readLine(Element node)
    {
        domain::InvoiceLine line;
        eachChild(node, [&](Element e, quint64 key) {
            switch (key) {
            case cbc("ID"): return m_r.fill(line.id, e);
            case cbc("Note"): return m_r.vehicle.scan(m_r.textBlock(e), FoundIn::Line);
            case cbc("LineExtensionAmount"): return m_r.rowAmount(line.net, e);
            case cac("Item"): return readItem(line, e);
            default:
                if (key != m_quantity || !line.quantity.isEmpty()) return;
                line.quantity = m_r.decimal(e);
                line.unit = m_r.code(e.attribute("unitCode"));
            }
        });
        m_r.vehicle.scan(line.name, FoundIn::Line);
        m_r.vehicle.scan(line.description, FoundIn::Line);
        m_invoice.lines.push_back(std::move(line));
    }

    void readItem(domain::InvoiceLine& line, Element item)
    {
        eachChild(item, [&](Element e, quint64 key) {
            switch (key) {
            case cbc("Name"): return m_r.fill(line.name, e);
            case cbc("Description"):
                if (line.description.isEmpty()) line.description = m_r.textBlock(e);
                return;
            case cac("ClassifiedTaxCategory"): return readCategory(line.vatCategory, line.vatRate, e);
            case cac("AdditionalItemProperty"): return readProperty(e);
            default: return;
            }
        });
    }

    void readProperty(Element property)
    {
        QString name, value;
        eachChild(property, [&](Element e, quint64 key) {
            if (key == cbc("Name")) m_r.fill(name, e);
            else if (key == cbc("Value")) m_r.fill(value, e);
        });
        m_r.vehicle.scan(name + u": "_s + value, FoundIn::Line);
    }

    void fillFrom(QString& slot, Element parent, quint64 wanted)
    {
        if (!slot.isEmpty()) return;
        eachChild(parent, [&](Element e, quint64 key) { if (key == wanted) m_r.fill(slot, e); });
    }

    quint64 m_line, m_type, m_quantity;
    Reading& m_r;
    domain::Invoice& m_invoice;
    QString m_currency, m_payeeCreditorId;
    QDate m_meansDue;
    Element m_totals;
    std::vector<Element> m_taxTotals, m_lines;
    bool m_seller = false;
    bool m_buyer = false;
};

} // namespace

Vocabulary ublVocabulary(bool creditNote)
{
    return creditNote ? Vocabulary{kUblCreditNote} : Vocabulary{kUblInvoice};
}

void readUbl(Element root, bool creditNote, Reading& r)
{
    UblReader{creditNote, r}.read(root);
}

} // namespace tresen::adapters::einvoice
