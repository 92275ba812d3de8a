#include "app/adapters/workshop/settlement/run_json.h"
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::settlement {
namespace {

QJsonValue timeOrNull(Instant at)
{
    return at.isNull() ? QJsonValue{} : QJsonValue{at.iso()};
}

QJsonObject paymentJson(const ports::SettlementPayment& payment)
{
    return {{u"kind"_s, payment.kind}, {u"method"_s, payment.method}, {u"receipt"_s, payment.receiptNumber}, {u"source"_s, payment.sourceKey},
            {u"currency"_s, payment.amount.currency().code()}, {u"amount"_s, domain::plainAmount(payment.amount)}, {u"at"_s, timeOrNull(payment.at)}};
}

QJsonObject recordJson(const ports::SettlementRecord& record)
{
    QJsonArray payments;
    for (const auto& payment : record.payments) payments.append(paymentJson(payment));
    const auto date = record.invoiceDate.isValid() ? QJsonValue{record.invoiceDate.toString(Qt::ISODate)} : QJsonValue{};
    return {{u"id"_s, record.id.text()}, {u"attempt"_s, record.attempt}, {u"kind"_s, record.kind},
            {u"invoice"_s, QJsonObject{{u"number"_s, record.invoiceNumber}, {u"date"_s, date}, {u"system"_s, record.system}, {u"order"_s, record.orderRef}}},
            {u"customer"_s, QJsonObject{{u"id"_s, record.customerId}, {u"name"_s, record.customer}}},
            {u"plate"_s, record.plate}, {u"currency"_s, record.amount.currency().code()}, {u"gross"_s, domain::plainAmount(record.gross)},
            {u"amount"_s, domain::plainAmount(record.amount)}, {u"open"_s, domain::plainAmount(record.open)}, {u"payments"_s, payments}};
}

} // namespace

QString jsonName(qint64 run)
{
    return u"tresen-settlement-%1.json"_s.arg(run, 6, 10, QLatin1Char{'0'});
}

Result<QByteArray> jsonOf(const ports::SettlementFile& file)
{
    std::map<QString, domain::Money> sums;
    QJsonArray records;
    for (const auto& record : file.records) {
        const auto currency = record.amount.currency();
        auto& sum = sums.try_emplace(currency.code(), domain::Money::cents(0, currency)).first->second;
        const auto more = domain::add(sum, record.amount);
        if (!more || record.gross.currency() != currency || record.open.currency() != currency)
            return Error{Fault::Internal, u"sink.record"_s, record.invoiceNumber};
        sum = more.value();
        records.append(recordJson(record));
    }
    QJsonObject sumsJson;
    for (const auto& [code, sum] : sums) sumsJson.insert(code, domain::plainAmount(sum));
    const QJsonObject out{{u"schema"_s, u"tresen.settlement/1"_s}, {u"run"_s, file.run}, {u"created_at"_s, timeOrNull(file.createdAt)},
                          {u"site"_s, file.site}, {u"company"_s, file.company}, {u"count"_s, static_cast<qint64>(file.records.size())},
                          {u"sums"_s, sumsJson}, {u"records"_s, records}};
    return QJsonDocument{out}.toJson(QJsonDocument::Indented);
}

} // namespace tresen::adapters::settlement
