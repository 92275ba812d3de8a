#include "app/adapters/workshop/einvoice/inspect_row.h"
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::einvoice {
namespace {

QString amountText(const std::optional<domain::Money>& money) { return money ? domain::plainAmount(*money) : QString{}; }
QString dateText(QDate date) { return date.isValid() ? date.toString(Qt::ISODate) : QString{}; }

QString discountText(const domain::DiscountTerm& term)
{
    const auto kind = term.structured ? u"X"_s : term.kind == domain::DiscountTerm::Kind::Skonto ? u"SKONTO"_s : u"VERZUG"_s;
    return kind + u':' + term.days + u':' + term.percent + u':' + term.base;
}

QString vatText(const domain::VatRow& row)
{
    return row.category + u'|' + row.rate + u'|' + amountText(row.base) + u'|' + amountText(row.amount);
}

template <class List, class F>
QString joined(const List& list, F&& f)
{
    QStringList out;
    for (const auto& entry : list) out << f(entry);
    return out.join(u';');
}

using Field = std::pair<QLatin1StringView, QString>;

QList<Field> whatItIs(const domain::Invoice& i)
{
    return {{"guideline"_L1, i.guideline}, {"type"_L1, i.typeCode}, {"number"_L1, i.number}, {"issue_date"_L1, dateText(i.issueDate)}, {"due_date"_L1, dateText(i.dueDate)},
        {"net"_L1, amountText(i.net)}, {"tax"_L1, amountText(i.tax)}, {"gross"_L1, amountText(i.gross)}, {"prepaid"_L1, amountText(i.prepaid)},
        {"rounding"_L1, amountText(i.rounding)}, {"amount_due"_L1, amountText(i.amountDue)}, {"preceding"_L1, joined(i.preceding, [](const auto& p) { return p.number; })},
        {"vat"_L1, joined(i.vat, vatText)}, {"plate"_L1, i.vehicle.plate}, {"vin"_L1, i.vehicle.vin}};
}

QList<Field> whoAndWhere(const domain::Invoice& i)
{
    return {{"iban"_L1, i.iban}, {"bic"_L1, i.bic}, {"account_holder"_L1, i.accountHolder}, {"seller"_L1, i.seller.name}, {"payee"_L1, i.payee},
        {"buyer"_L1, i.buyer.name}, {"buyer_id"_L1, i.buyer.id}, {"buyer_email"_L1, i.buyer.email}, {"buyer_post"_L1, i.buyer.address.postcode},
        {"buyer_city"_L1, i.buyer.address.city}, {"buyer_country"_L1, i.buyer.address.country}, {"buyer_reference"_L1, i.buyerReference},
        {"order_ref"_L1, i.orderRef}, {"object_ref"_L1, i.objectRef}, {"remittance"_L1, i.remittance}, {"payment_means"_L1, i.paymentMeans.join(u';')},
        {"mandate"_L1, i.mandate}, {"creditor_id"_L1, i.creditorId}, {"ibans"_L1, i.ibans.join(u';')}, {"skonto"_L1, joined(i.discounts, discountText)}};
}

} // namespace

QJsonObject inspectRow(const QString& file, const Result<ports::InvoiceDocument>& read)
{
    const bool ok = read.ok();
    const auto document = ok ? read.value() : ports::InvoiceDocument{};
    const auto& error = ok ? Error{} : read.error();
    QJsonObject out;
    out["file"_L1] = file;
    out["status"_L1] = ok ? u"ok"_s : u"refused"_s;
    out["reason"_L1] = error.detail.isEmpty() ? error.code : error.code + u": "_s + error.detail;
    out["container"_L1] = document.container;
    out["attachment"_L1] = document.attachment;
    out["syntax"_L1] = document.syntax;
    // BT-5 as the file has it: where it is missing the record stands at the default, and the row says nothing.
    out["currency"_L1] = ok && !document.warnings.contains(u"currency.missing"_s) ? document.invoice.currency.code() : QString{};
    for (const auto& [key, value] : whatItIs(document.invoice) + whoAndWhere(document.invoice)) out[key] = value;
    out["lines"_L1] = ok ? QString::number(document.invoice.lines.size()) : QString{};
    out["warnings"_L1] = QJsonArray::fromStringList(document.warnings);
    return out;
}

} // namespace tresen::adapters::einvoice
