#include "app/services/portal_tasks.h"
#include "app/domain/request_rules.h"
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

QJsonArray moneyJson(domain::Money m) { return {m.inCents(), m.currency().code()}; }

domain::Money moneyOf(const QJsonValue& v)
{
    const auto currency = domain::Currency::fromCode(v.toArray().at(1).toString());
    return domain::Money::cents(v.toArray().at(0).toInteger(), currency.valueOr({}));
}

QJsonObject orderJson(const ports::LinkOrder& o)
{
    QJsonArray rows;
    for (const auto& r : o.summary) rows.append(QJsonObject{{u"label"_s, r.label}, {u"amount"_s, moneyJson(r.amount)}, {u"strong"_s, r.emphasised}});
    return {{u"key"_s, o.idempotencyKey}, {u"reference"_s, o.reference}, {u"token"_s, o.token}, {u"amount"_s, moneyJson(o.amount)},
            {u"test"_s, o.mode == domain::PortalMode::Test}, {u"language"_s, o.language}, {u"number"_s, o.invoiceNumber}, {u"plate"_s, o.plate},
            {u"vehicle"_s, o.vehicle}, {u"issued"_s, o.issueDate.toString(Qt::ISODate)}, {u"due"_s, o.dueDate.toString(Qt::ISODate)},
            {u"summary"_s, rows}, {u"onAccount"_s, o.onAccountOffered}, {u"expires"_s, o.expiresAt.iso()}};
}

ports::LinkOrder orderOf(const QJsonObject& j)
{
    ports::LinkOrder o;
    o.idempotencyKey = j[u"key"].toString();
    o.reference = j[u"reference"].toString();
    o.token = j[u"token"].toString();
    o.amount = moneyOf(j[u"amount"]);
    o.mode = j[u"test"].toBool() ? domain::PortalMode::Test : domain::PortalMode::Live;
    o.language = j[u"language"].toString();
    o.invoiceNumber = j[u"number"].toString();
    o.plate = j[u"plate"].toString();
    o.vehicle = j[u"vehicle"].toString();
    o.issueDate = QDate::fromString(j[u"issued"].toString(), Qt::ISODate);
    o.dueDate = QDate::fromString(j[u"due"].toString(), Qt::ISODate);
    for (const auto& r : j[u"summary"].toArray()) o.summary.push_back({r[u"label"].toString(), moneyOf(r[u"amount"]), r[u"strong"].toBool()});
    o.onAccountOffered = j[u"onAccount"].toBool();
    o.expiresAt = Instant::fromIso(j[u"expires"].toString());
    return o;
}

} // namespace

ports::OutboxTask createTask(const QString& portal, const domain::RequestId& request, const domain::InvoiceId& invoice, const ports::LinkOrder& order)
{
    const QJsonObject payload{{u"portal"_s, portal}, {u"request"_s, request.text()}, {u"invoice"_s, invoice.text()}, {u"order"_s, orderJson(order)}};
    return {u"create:"_s + order.idempotencyKey, createKind(), invoice, domain::compact(payload)};
}

ports::OutboxTask cancelTask(const domain::OpenItem& item, const domain::RequestId& request, const QString& linkId)
{
    const auto* r = item.findRequest(request);
    Q_ASSERT(r);
    const QJsonObject payload{{u"portal"_s, r->portal}, {u"request"_s, request.text()}, {u"invoice"_s, item.id.text()}, {u"link"_s, linkId.isEmpty() ? r->linkId : linkId}};
    // One key per wish to close it: the item has moved on before it may be wished again.
    return {u"cancel:%1:%2"_s.arg(request.text()).arg(item.seq), cancelKind(), item.id, domain::compact(payload)};
}

std::vector<ports::OutboxTask> withCancels(ports::Decision& decision, const domain::OpenItem& item)
{
    std::vector<ports::OutboxTask> tasks;
    for (const auto& request : domain::linksToCancel(item, decision.events)) tasks.push_back(cancelTask(item, request));
    decision.outbox.insert(decision.outbox.end(), tasks.begin(), tasks.end());
    return tasks;
}

Result<PortalTask> readPortalTask(const QByteArray& payload)
{
    const auto j = QJsonDocument::fromJson(payload).object();
    PortalTask task{j[u"portal"].toString(), j[u"link"].toString(), domain::RequestId{j[u"request"].toString()}, domain::InvoiceId{j[u"invoice"].toString()}, orderOf(j[u"order"].toObject())};
    if (task.portal.isEmpty() || task.request.isNull() || task.invoice.isNull()) return Error{Fault::Corrupt, u"outbox.unreadable"_s, QString::fromUtf8(payload.left(80))};
    return task;
}

QString refundTaskKey(const QString& idempotencyKey)
{
    return u"refund:"_s + idempotencyKey;
}

ports::OutboxTask refundTask(const domain::OpenItem& item, const domain::RefundWanted& wanted)
{
    const auto* request = item.findRequest(wanted.request);
    const auto* payment = item.findPayment(wanted.payment);
    Q_ASSERT(request && payment);
    const QJsonObject payload{{u"portal"_s, wanted.portal}, {u"refund"_s, wanted.refund.text()}, {u"invoice"_s, item.id.text()}, {u"link"_s, request->linkId},
                              {u"payment"_s, wanted.paymentId}, {u"key"_s, wanted.idempotencyKey}, {u"amount"_s, moneyJson(wanted.amount)},
                              {u"paid"_s, moneyJson(payment->amount)}, {u"text"_s, u"Rechnung "_s + item.number}};
    return {refundTaskKey(wanted.idempotencyKey), refundKind(), item.id, domain::compact(payload)};
}

Result<RefundTask> readRefundTask(const QByteArray& payload)
{
    const auto j = QJsonDocument::fromJson(payload).object();
    RefundTask task{j[u"portal"].toString(), domain::RefundId{j[u"refund"].toString()}, domain::InvoiceId{j[u"invoice"].toString()},
                    {j[u"key"].toString(), j[u"link"].toString(), j[u"payment"].toString(), moneyOf(j[u"amount"]), moneyOf(j[u"paid"]), j[u"text"].toString()}};
    if (task.portal.isEmpty() || task.refund.isNull() || task.order.idempotencyKey.isEmpty() || !task.order.amount.isPositive())
        return Error{Fault::Corrupt, u"outbox.unreadable"_s, QString::fromUtf8(payload.left(80))};
    return task;
}

QStringList policySettingKeys()
{
    return {u"profile.kind"_s, u"payee.holder"_s, u"payee.iban"_s, u"payee.bic"_s, u"payee.own_ibans"_s, u"portal.id"_s, u"account.customers"_s, u"account.limit"_s,
            u"portal.test"_s, u"refund.four_eyes_above"_s, u"mail.host"_s, u"mail.from"_s, u"mail.confirm"_s};
}

} // namespace tresen::services
