#include "app/adapters/workshop/einvoice/ledger_reader.h"
#include "app/adapters/workshop/einvoice/reading.h"
#include "app/core/limits.h"
#include "app/domain/iban.h"
#include <QHash>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

constexpr std::array kVersion5{KnownNamespace{"http://xml.datev.de/bedi/tps/ledger/v050", Ns::Ledger}};
constexpr std::array kVersion6{KnownNamespace{"http://xml.datev.de/bedi/tps/ledger/v060", Ns::Ledger}};

// What every line of one invoice repeats: the attribute of the whole stands for all of them, else they have to agree.
struct Shared {
    QString value;
    bool differs = false;
    void take(const QString& text)
    {
        if (text.isEmpty()) return;
        if (value.isEmpty()) value = text;
        else if (value != text) differs = true;
    }
};

class ConsolidateReader {
public:
    ConsolidateReader(domain::Invoice& invoice, Reading& r) : m_invoice{invoice}, m_r{r} {}

    void read(Element whole)
    {
        std::vector<Element> lines;
        eachChild(whole, [&](Element e, quint64 key) {
            if (key == led("accountsReceivableLedger")) lines.push_back(e);
            else if (key == led("accountsPayableLedger")) m_r.refuse(u"datev.not_receivable"_s, u"accountsPayableLedger"_s);
            else if (key == led("cashLedger")) m_r.refuse(u"datev.not_receivable"_s, u"cashLedger"_s);
        });
        m_number.value = attribute(whole, "consolidatedInvoiceId");
        m_date.value = attribute(whole, "consolidatedDate");
        m_currency.value = attribute(whole, "consolidatedCurrencyCode");
        m_delivery.value = attribute(whole, "consolidatedDeliveryDate");
        m_invoice.salesOrderRef = attribute(whole, "consolidatedOrderId");
        const bool dated = !m_date.value.isEmpty();
        for (const auto line : lines) readKeys(line, dated);
        m_invoice.number = m_number.value;
        if (m_r.refusal()) return;
        if (lines.empty()) return m_r.refuse(u"invoice.incomplete"_s, u"accountsReceivableLedger"_s);
        if (lines.size() > static_cast<std::size_t>(limits::kMaxInvoiceLines)) return m_r.refuse(u"lines.too_many"_s, QString::number(lines.size()));
        takeKeys();
        if (m_r.refusal()) return;
        for (const auto line : lines) readLine(line);
        takeTotal(attribute(whole, "consolidatedAmount"));
    }

private:
    static QString attribute(Element e, std::string_view name)
    {
        const auto text = e.attributeText(name);
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).simplified().left(limits::kMaxTextField);
    }

    void readKeys(Element line, bool dated)
    {
        eachChild(line, [&](Element e, quint64 key) {
            if (key == led("invoiceId")) m_number.take(m_r.text(e));
            else if (key == led("currencyCode")) m_currency.take(m_r.text(e));
            else if (key == led("date") && !dated) m_date.take(m_r.text(e));
        });
    }

    void takeKeys()
    {
        if (m_number.differs) return m_r.refuse(u"lines.differ"_s, u"invoiceId"_s);
        if (m_number.value.isEmpty()) return m_r.refuse(u"number.missing"_s, u"invoiceId"_s);
        if (m_currency.differs) return m_r.refuse(u"lines.differ"_s, u"currencyCode"_s);
        if (m_date.differs) return m_r.refuse(u"lines.differ"_s, u"date"_s);
        if (m_date.value.isEmpty()) return m_r.refuse(u"date.missing"_s, u"date"_s);
        m_invoice.issueDate = QDate::fromString(m_date.value, Qt::ISODate);
        if (!m_invoice.issueDate.isValid()) return m_r.refuse(u"date.unreadable"_s, m_date.value.left(limits::kMaxCode));
        m_invoice.deliveryDate = QDate::fromString(m_delivery.value, Qt::ISODate);
        const auto currency = domain::Currency::fromCode(m_currency.value.toUpper());
        if (!currency) return m_r.refuse(u"currency.unreadable"_s, m_currency.value.left(limits::kMaxCode));
        m_invoice.currency = currency.value();
    }

    void readLine(Element element)
    {
        domain::InvoiceLine line;
        line.id = QString::number(m_invoice.lines.size() + 1);
        Element amount;
        eachChild(element, [&](Element e, quint64 key) {
            switch (key) {
            case led("amount"): amount = e; return;
            case led("bookingText"): return m_r.fill(line.name, e);
            case led("information"): return m_r.fill(line.description, e);
            case led("tax"): line.vatRate = m_r.decimal(e); return;
            default: return readCommon(e, key);
            }
        });
        add(amount);
        for (const auto& text : {line.name, line.description}) takeNote(text);
        if (m_percent != QString{} && m_percent != u"0" && m_invoice.discounts.empty()) takeDiscount();
        m_invoice.lines.push_back(std::move(line));   // gross amounts: an invoice line has room for the net one only
    }

    // Repeated in every line; the first one that says something counts.
    void readCommon(Element e, quint64 key)
    {
        switch (key) {
        case led("partyId"): return m_r.fill(m_party, e);
        case led("bpAccountNo"): return m_r.fill(m_account, e);
        case led("customerName"): return m_r.fill(m_invoice.buyer.name, e);
        case led("customerCity"): return m_r.fill(m_invoice.buyer.address.city, e);
        case led("vatId"): return m_r.fill(m_invoice.buyer.vatId, e);
        case led("orderId"): return m_r.fill(m_invoice.salesOrderRef, e);
        case led("dueDate"): return m_r.fill(m_invoice.dueDate, e);
        case led("deliveryDate"): return m_r.fill(m_invoice.deliveryDate, e);
        case led("discountPercentage"):
            if (m_percent.isEmpty()) m_percent = m_r.decimal(e);
            return;
        case led("discountPaymentDate"): return m_r.fill(m_discountUntil, e);
        case led("iban"):   // of the business partner, who is the customer here
            if (m_invoice.debtorIban.isEmpty()) m_invoice.debtorIban = domain::compactIban(m_r.text(e));
            return;
        case led("paymentOrder"):   // a direct debit is made of it elsewhere: nobody must pay it as well
            if (const auto word = m_r.text(e); word == u"true" || word == u"1") m_r.append(m_invoice.paymentMeans, u"59"_s);
            return;
        case led("paidAt"):
            if (!m_r.text(e).isEmpty()) m_r.warn(u"datev.paid"_s);
            return;
        default: return;
        }
    }

    void takeNote(const QString& text)
    {
        if (text.isEmpty()) return;
        for (const auto& note : m_invoice.notes)
            if (note.text == text) return;
        if (!m_r.room(m_invoice.notes.size())) return;
        m_r.vehicle.scan(text);
        m_invoice.notes.push_back({{}, text});
    }

    void takeDiscount()
    {
        domain::DiscountTerm term;
        term.structured = true;
        term.percent = m_percent;
        const auto days = m_discountUntil.isValid() ? m_invoice.issueDate.daysTo(m_discountUntil) : -1;
        if (days >= 0) term.days = QString::number(days);
        m_invoice.discounts.push_back(term);
    }

    void add(Element amount)
    {
        const auto text = m_r.text(amount);
        if (text.isEmpty()) return m_r.refuse(u"amount.missing"_s, u"amount"_s);
        const auto money = domain::parseMoney(text, m_invoice.currency);
        if (!money) return m_r.refuse(u"amount.unreadable"_s, text.left(limits::kMaxCode));
        const auto sum = m_sum ? domain::add(*m_sum, money.value()) : money;
        if (!sum) return m_r.refuse(u"lines.sum"_s, sum.error().code);
        m_sum = sum.value();
    }

    void takeTotal(const QString& text)
    {
        if (m_r.refusal()) return;
        if (text.isEmpty()) return m_r.refuse(u"amount.missing"_s, u"consolidatedAmount"_s);
        const auto total = domain::parseMoney(text, m_invoice.currency);
        if (!total) return m_r.refuse(u"amount.unreadable"_s, text.left(limits::kMaxCode));
        if (total.value() != *m_sum) return m_r.refuse(u"lines.sum"_s, domain::plainAmount(*m_sum) + u" / "_s + domain::plainAmount(total.value()));
        if (total.value().isZero()) return m_r.refuse(u"amount.zero"_s, u"consolidatedAmount"_s);
        m_invoice.gross = total.value();
        m_invoice.typeCode = total.value().isNegative() ? u"381"_s : u"380"_s;
        m_invoice.buyer.id = m_party.isEmpty() ? m_account : m_party;
    }

    domain::Invoice& m_invoice;
    Reading& m_r;
    Shared m_number, m_date, m_currency, m_delivery;
    QString m_party, m_account, m_percent;
    QDate m_discountUntil;
    std::optional<domain::Money> m_sum;
};

ports::Arrived readOne(Element whole)
{
    ports::Arrived out{0, ports::InvoiceDocument{}, {}};
    auto& document = out.document.value();
    Reading r{document.invoice};
    ConsolidateReader{document.invoice, r}.read(whole);
    out.number = document.invoice.number.left(limits::kMaxTableAmount);
    if (r.refusal()) {
        out.document = *r.refusal();
        return out;
    }
    r.vehicle.takeReference(document.invoice.salesOrderRef);
    r.vehicle.give(document.invoice);
    document.warnings = domain::noticesOf(document.invoice) + r.warnings();
    document.container = u"xml"_s;
    document.syntax = u"datev-xml"_s;
    return out;
}

// One number twice in a year: which of them holds, nobody here can tell.
void refuseRepeated(std::vector<ports::Arrived>& all)
{
    QHash<QString, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].document) places[u"%1\n%2"_s.arg(all[i].number).arg(all[i].document.value().invoice.issueDate.year())].push_back(i);
    for (const auto& same : places)
        for (const auto i : same)
            if (same.size() > 1) all[i].document = Error{Fault::Invalid, u"row.number_twice"_s, all[i].number};
}

} // namespace

Vocabulary ledgerVocabulary(bool version6)
{
    return version6 ? Vocabulary{kVersion6} : Vocabulary{kVersion5};
}

Result<std::vector<ports::Arrived>> readLedger(Element root)
{
    std::vector<Element> invoices;
    eachChild(root, [&](Element e, quint64 key) { if (key == led("consolidate")) invoices.push_back(e); });
    if (invoices.empty()) return Error{Fault::Invalid, u"invoice.incomplete"_s, u"consolidate"_s};
    if (invoices.size() > static_cast<std::size_t>(limits::kMaxLedgerInvoices)) return Error{Fault::Invalid, u"table.too_many_rows"_s, QString::number(invoices.size())};
    std::vector<ports::Arrived> all;
    all.reserve(invoices.size());
    for (const auto one : invoices) {
        all.push_back(readOne(one));
        if (invoices.size() > 1) all.back().line = static_cast<int>(all.size());
    }
    refuseRepeated(all);
    return all;
}

} // namespace tresen::adapters::einvoice
