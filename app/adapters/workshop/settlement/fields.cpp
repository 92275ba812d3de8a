#include "app/adapters/workshop/settlement/fields.h"
#include <QLatin1StringView>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::settlement {
namespace {

Cell textCell(QString text) { return {.text = std::move(text), .amount = {}, .date = {}, .at = {}, .number = 0}; }
Cell amountCell(domain::Money amount) { return {.text = {}, .amount = amount, .date = {}, .at = {}, .number = 0}; }
Cell momentCell(Instant at) { return {.text = {}, .amount = {}, .date = {}, .at = at, .number = 0}; }
Cell numberCell(qint64 number) { return {.text = {}, .amount = {}, .date = {}, .at = {}, .number = number}; }

// Every value once, in the order of the payments.
QString joined(const std::vector<ports::SettlementPayment>& payments, QString ports::SettlementPayment::*part)
{
    QStringList out;
    for (const auto& payment : payments)
        if (!(payment.*part).isEmpty() && !out.contains(payment.*part)) out += payment.*part;
    return out.join(u'+');
}

Instant lastMoment(const std::vector<ports::SettlementPayment>& payments)
{
    Instant last;
    for (const auto& payment : payments) last = std::max(last, payment.at);
    return last;
}

constexpr Field kFields[] = {
    {"run", FieldKind::Number, false, [](const Row& r) { return numberCell(r.file.run); }},
    {"created_at", FieldKind::Moment, false, [](const Row& r) { return momentCell(r.file.createdAt); }},
    {"site", FieldKind::Text, false, [](const Row& r) { return textCell(r.file.site); }},
    {"company", FieldKind::Text, false, [](const Row& r) { return textCell(r.file.company); }},
    {"id", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.id.text()); }},
    {"attempt", FieldKind::Number, false, [](const Row& r) { return numberCell(r.record.attempt); }},
    {"kind", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.kind); }},
    {"invoice", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.invoiceNumber); }},
    {"invoice_date", FieldKind::Date, false, [](const Row& r) { return Cell{{}, {}, r.record.invoiceDate, {}, 0}; }},
    {"system", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.system); }},
    {"order", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.orderRef); }},
    {"customer_id", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.customerId); }},
    {"customer", FieldKind::Text, false, [](const Row& r) { return textCell(r.record.customer); }},
    {"plate", FieldKind::Text, false, [](const Row& r) { return textCell(r.record.plate); }},
    {"currency", FieldKind::Key, false, [](const Row& r) { return textCell(r.record.amount.currency().code()); }},
    {"gross", FieldKind::Amount, false, [](const Row& r) { return amountCell(r.record.gross); }},
    {"amount", FieldKind::Amount, false, [](const Row& r) { return amountCell(r.record.amount); }},
    {"open", FieldKind::Amount, false, [](const Row& r) { return amountCell(r.record.open); }},
    {"methods", FieldKind::Text, false, [](const Row& r) { return textCell(joined(r.record.payments, &ports::SettlementPayment::method)); }},
    {"receipts", FieldKind::Text, false, [](const Row& r) { return textCell(joined(r.record.payments, &ports::SettlementPayment::receiptNumber)); }},
    {"paid_at", FieldKind::Moment, false, [](const Row& r) { return momentCell(lastMoment(r.record.payments)); }},
    {"payment.kind", FieldKind::Key, true, [](const Row& r) { return textCell(r.payment->kind); }},
    {"payment.method", FieldKind::Key, true, [](const Row& r) { return textCell(r.payment->method); }},
    {"payment.receipt", FieldKind::Key, true, [](const Row& r) { return textCell(r.payment->receiptNumber); }},
    {"payment.source", FieldKind::Key, true, [](const Row& r) { return textCell(r.payment->sourceKey); }},
    {"payment.amount", FieldKind::Amount, true, [](const Row& r) { return amountCell(r.payment->amount); }},
    {"payment.currency", FieldKind::Key, true, [](const Row& r) { return textCell(r.payment->amount.currency().code()); }},
    {"payment.at", FieldKind::Moment, true, [](const Row& r) { return momentCell(r.payment->at); }},
};

} // namespace

const Field* findField(QStringView name)
{
    const auto at = std::find_if(std::begin(kFields), std::end(kFields), [name](const Field& f) { return name == QLatin1StringView{f.name}; });
    return at == std::end(kFields) ? nullptr : &*at;
}

} // namespace tresen::adapters::settlement
