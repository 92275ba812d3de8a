#include "app/services/settlement_json.h"
#include "app/domain/json.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QJsonArray amountJson(domain::Money m) { return {m.inCents(), m.currency().code()}; }

domain::Money amountOf(const QJsonValue& v)
{
    return domain::Money::cents(v.toArray().at(0).toInteger(), domain::Currency::fromCode(v.toArray().at(1).toString()).valueOr({}));
}

QJsonObject recordJson(const ports::SettlementRecord& r)
{
    QJsonArray payments;
    for (const auto& p : r.payments)
        payments.append(QJsonObject{{u"kind"_s, p.kind}, {u"method"_s, p.method}, {u"receipt"_s, p.receiptNumber}, {u"source"_s, p.sourceKey}, {u"amount"_s, amountJson(p.amount)}, {u"at"_s, p.at.iso()}});
    return {{u"id"_s, r.id.text()}, {u"attempt"_s, r.attempt}, {u"kind"_s, r.kind}, {u"number"_s, r.invoiceNumber}, {u"system"_s, r.system}, {u"plate"_s, r.plate},
            {u"customerId"_s, r.customerId}, {u"customer"_s, r.customer}, {u"orderRef"_s, r.orderRef}, {u"date"_s, r.invoiceDate.toString(Qt::ISODate)},
            {u"gross"_s, amountJson(r.gross)}, {u"amount"_s, amountJson(r.amount)}, {u"open"_s, amountJson(r.open)}, {u"payments"_s, payments}};
}

ports::SettlementRecord recordOfJson(const QJsonObject& j)
{
    ports::SettlementRecord r;
    r.id = domain::SettlementId{j[u"id"].toString()};
    r.attempt = j[u"attempt"].toInt();
    r.kind = j[u"kind"].toString();
    r.invoiceNumber = j[u"number"].toString();
    r.system = j[u"system"].toString();
    r.plate = j[u"plate"].toString();
    r.customerId = j[u"customerId"].toString();
    r.customer = j[u"customer"].toString();
    r.orderRef = j[u"orderRef"].toString();
    r.invoiceDate = QDate::fromString(j[u"date"].toString(), Qt::ISODate);
    r.gross = amountOf(j[u"gross"]);
    r.amount = amountOf(j[u"amount"]);
    r.open = amountOf(j[u"open"]);
    for (const auto& p : j[u"payments"].toArray())
        r.payments.push_back({p[u"kind"].toString(), p[u"method"].toString(), p[u"receipt"].toString(), p[u"source"].toString(), amountOf(p[u"amount"]), Instant::fromIso(p[u"at"].toString())});
    return r;
}

} // namespace

QByteArray toPayload(const SettlementTask& task)
{
    QJsonArray records;
    for (const auto& r : task.file.records) records.append(recordJson(r));
    return domain::compact({{u"folder"_s, task.folder}, {u"run"_s, task.file.run}, {u"created"_s, task.file.createdAt.iso()}, {u"site"_s, task.file.site},
                            {u"company"_s, task.file.company}, {u"records"_s, records}});
}

Result<SettlementTask> readSettlementTask(const QByteArray& payload)
{
    const auto j = QJsonDocument::fromJson(payload).object();
    SettlementTask task{j[u"folder"].toString(), {j[u"run"].toInteger(), Instant::fromIso(j[u"created"].toString()), j[u"site"].toString(), j[u"company"].toString(), {}}};
    for (const auto& r : j[u"records"].toArray()) task.file.records.push_back(recordOfJson(r.toObject()));
    if (task.file.run <= 0 || task.folder.isEmpty()) return Error{Fault::Corrupt, u"outbox.unreadable"_s, QString::fromUtf8(payload.left(80))};
    return task;
}

ports::SettlementRecord recordOf(const domain::OpenItem& item, const domain::SettlementWritten& written)
{
    ports::SettlementRecord r;
    r.id = written.settlement;
    r.attempt = written.attempt;
    r.kind = written.kind;
    r.invoiceNumber = item.number;
    r.system = item.system;
    r.plate = item.plate;
    r.customerId = item.customerId;
    r.customer = buyerNameOf(item);
    r.orderRef = item.orderRef;
    r.invoiceDate = item.issueDate;
    r.gross = item.gross;
    r.amount = written.amount;
    r.open = item.open();
    for (const auto& p : item.payments) r.payments.push_back({codeOf(p.kind), p.method, p.receiptNumber, p.sourceKey, p.amount, p.at});
    return r;
}

} // namespace tresen::services
