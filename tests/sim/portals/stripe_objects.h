// What the simulated Stripe keeps, and how its answers word it. Used by stripe_peer.cpp only.
#pragma once
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>
#include <vector>

namespace tresen::sim::stripe_objects {

struct Link {
    QString id, url, reference, product, inactiveMessage, currency;
    qint64 cents = 0, limit = 0, completed = 0;
    bool active = true;
};
struct Session { QString id, link, intent, status, paymentStatus; qint64 created = 0; };
struct Intent { QString id, session, status, method, wallet, currency; qint64 cents = 0, received = 0, created = 0; };
struct Refund { QString id, intent, status, currency; qint64 cents = 0, created = 0; };
struct Dispute { QString id, intent, status, currency; qint64 cents = 0, created = 0; std::vector<qint64> moves; };
struct Event { QString id, type; qint64 created = 0; QJsonObject object; };

inline QJsonObject listOf(const QJsonArray& data, bool more, const QString& url)
{
    return {{QStringLiteral("object"), QStringLiteral("list")}, {QStringLiteral("data"), data}, {QStringLiteral("has_more"), more}, {QStringLiteral("url"), url}};
}

inline QJsonObject jsonOf(const Link& link, bool live, bool withItems)
{
    QJsonObject out{{QStringLiteral("id"), link.id},
                    {QStringLiteral("object"), QStringLiteral("payment_link")},
                    {QStringLiteral("active"), link.active},
                    {QStringLiteral("after_completion"), QJsonObject{{QStringLiteral("type"), QStringLiteral("hosted_confirmation")}}},
                    {QStringLiteral("allow_promotion_codes"), false},
                    {QStringLiteral("automatic_tax"), QJsonObject{{QStringLiteral("enabled"), false}}},
                    {QStringLiteral("billing_address_collection"), QStringLiteral("auto")},
                    {QStringLiteral("currency"), link.currency},
                    {QStringLiteral("custom_fields"), QJsonArray{}},
                    {QStringLiteral("custom_text"), QJsonObject{}},
                    {QStringLiteral("customer_creation"), QStringLiteral("if_required")},
                    {QStringLiteral("inactive_message"), link.inactiveMessage},
                    {QStringLiteral("livemode"), live},
                    {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("reference"), link.reference}}},
                    {QStringLiteral("payment_method_collection"), QStringLiteral("if_required")},
                    {QStringLiteral("phone_number_collection"), QJsonObject{{QStringLiteral("enabled"), false}}},
                    {QStringLiteral("shipping_options"), QJsonArray{}},
                    {QStringLiteral("submit_type"), QStringLiteral("auto")},
                    {QStringLiteral("tax_id_collection"), QJsonObject{{QStringLiteral("enabled"), false}}},
                    {QStringLiteral("url"), link.url}};
    const QJsonObject sessions{{QStringLiteral("count"), link.completed}, {QStringLiteral("limit"), link.limit}};
    out[QStringLiteral("restrictions")] = link.limit > 0 ? QJsonValue{QJsonObject{{QStringLiteral("completed_sessions"), sessions}}} : QJsonValue{};
    if (!withItems) return out;
    const QJsonObject item{{QStringLiteral("id"), QString{QStringLiteral("li_") + link.id.mid(6)}}, {QStringLiteral("object"), QStringLiteral("item")},
                           {QStringLiteral("amount_discount"), 0}, {QStringLiteral("amount_subtotal"), link.cents}, {QStringLiteral("amount_tax"), 0},
                           {QStringLiteral("amount_total"), link.cents}, {QStringLiteral("currency"), link.currency},
                           {QStringLiteral("description"), link.product}, {QStringLiteral("quantity"), 1}};
    out[QStringLiteral("line_items")] = listOf({item}, false, QStringLiteral("/v1/payment_links/") + link.id + QStringLiteral("/line_items"));
    return out;
}

inline QJsonObject jsonOf(const Intent& intent, bool live, bool withCharge)
{
    const QString chargeId = QStringLiteral("ch_") + intent.id.mid(3);
    QJsonObject out{{QStringLiteral("id"), intent.id},
                    {QStringLiteral("object"), QStringLiteral("payment_intent")},
                    {QStringLiteral("amount"), intent.cents},
                    {QStringLiteral("amount_received"), intent.received},
                    {QStringLiteral("capture_method"), QStringLiteral("automatic")},
                    {QStringLiteral("confirmation_method"), QStringLiteral("automatic")},
                    {QStringLiteral("created"), intent.created},
                    {QStringLiteral("currency"), intent.currency},
                    {QStringLiteral("livemode"), live},
                    {QStringLiteral("payment_method_types"), QJsonArray{QStringLiteral("card"), QStringLiteral("sepa_debit")}},
                    {QStringLiteral("latest_charge"), chargeId},
                    {QStringLiteral("status"), intent.status}};
    if (!withCharge) return out;
    QJsonObject details{{QStringLiteral("type"), intent.method}};
    if (!intent.wallet.isEmpty())
        details[QStringLiteral("card")] = QJsonObject{{QStringLiteral("wallet"), QJsonObject{{QStringLiteral("type"), intent.wallet}}}};
    out[QStringLiteral("latest_charge")] = QJsonObject{{QStringLiteral("id"), chargeId}, {QStringLiteral("object"), QStringLiteral("charge")},
                                                       {QStringLiteral("payment_method_details"), details}};
    return out;
}

inline QJsonObject jsonOf(const Session& session, bool live)
{
    const auto orNull = [](const QString& id) { return id.isEmpty() ? QJsonValue{} : QJsonValue{id}; };
    constexpr qint64 kDay = 24 * 60 * 60;
    return {{QStringLiteral("id"), session.id},
            {QStringLiteral("object"), QStringLiteral("checkout.session")},
            {QStringLiteral("automatic_tax"), QJsonObject{{QStringLiteral("enabled"), false}}},
            {QStringLiteral("created"), session.created},
            {QStringLiteral("custom_fields"), QJsonArray{}},
            {QStringLiteral("custom_text"), QJsonObject{}},
            {QStringLiteral("expires_at"), session.created + kDay},
            {QStringLiteral("livemode"), live},
            {QStringLiteral("mode"), QStringLiteral("payment")},
            {QStringLiteral("payment_method_types"), QJsonArray{QStringLiteral("card")}},
            {QStringLiteral("payment_status"), session.paymentStatus},
            {QStringLiteral("payment_link"), session.link},
            {QStringLiteral("payment_intent"), orNull(session.intent)},
            {QStringLiteral("shipping_options"), QJsonArray{}},
            {QStringLiteral("status"), session.status}};
}

inline QJsonObject jsonOf(const Refund& refund)
{
    return {{QStringLiteral("id"), refund.id},         {QStringLiteral("object"), QStringLiteral("refund")},
            {QStringLiteral("amount"), refund.cents},  {QStringLiteral("created"), refund.created},
            {QStringLiteral("currency"), refund.currency}, {QStringLiteral("payment_intent"), refund.intent},
            {QStringLiteral("status"), refund.status}};
}

inline QJsonObject jsonOf(const Dispute& dispute, bool live)
{
    QJsonArray moves;
    for (const qint64 cents : dispute.moves)
        moves.append(QJsonObject{{QStringLiteral("id"), QString{QStringLiteral("txn_") + dispute.id.mid(3) + QString::number(moves.size())}},
                                 {QStringLiteral("object"), QStringLiteral("balance_transaction")}, {QStringLiteral("amount"), cents},
                                 {QStringLiteral("available_on"), dispute.created}, {QStringLiteral("created"), dispute.created},
                                 {QStringLiteral("currency"), dispute.currency}, {QStringLiteral("fee"), 0}, {QStringLiteral("fee_details"), QJsonArray{}},
                                 {QStringLiteral("net"), cents}, {QStringLiteral("reporting_category"), QStringLiteral("dispute")},
                                 {QStringLiteral("status"), QStringLiteral("available")}, {QStringLiteral("type"), QStringLiteral("adjustment")}});
    const QJsonObject evidence{{QStringLiteral("has_evidence"), false}, {QStringLiteral("past_due"), false}, {QStringLiteral("submission_count"), 0}};
    return {{QStringLiteral("id"), dispute.id},
            {QStringLiteral("object"), QStringLiteral("dispute")},
            {QStringLiteral("amount"), dispute.cents},
            {QStringLiteral("balance_transactions"), moves},
            {QStringLiteral("charge"), QString{QStringLiteral("ch_") + dispute.intent.mid(3)}},
            {QStringLiteral("payment_intent"), dispute.intent},
            {QStringLiteral("created"), dispute.created},
            {QStringLiteral("currency"), dispute.currency},
            {QStringLiteral("evidence"), QJsonObject{}},
            {QStringLiteral("evidence_details"), evidence},
            {QStringLiteral("is_charge_refundable"), true},
            {QStringLiteral("livemode"), live},
            {QStringLiteral("metadata"), QJsonObject{}},
            {QStringLiteral("reason"), QStringLiteral("general")},
            {QStringLiteral("status"), dispute.status}};
}

inline QJsonObject jsonOf(const Event& event, bool live)
{
    return {{QStringLiteral("id"), event.id},
            {QStringLiteral("object"), QStringLiteral("event")},
            {QStringLiteral("created"), event.created},
            {QStringLiteral("data"), QJsonObject{{QStringLiteral("object"), event.object}}},
            {QStringLiteral("livemode"), live},
            {QStringLiteral("pending_webhooks"), 0},
            {QStringLiteral("type"), event.type}};
}

} // namespace tresen::sim::stripe_objects
