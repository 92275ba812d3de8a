// MolliePeer: Mollie's API version 2 as far as payment links need it, on 127.0.0.1, with a memory. Own code; what it answers is judged by the vendor's
// own description when it stands behind a validating proxy.
//
// Actions of act(action, link, argument):
//   open · start [method] · pay [method] · abandon · fail · authorize      the owner; "pay" goes on with a try under way, or begins one
//   second [method]                                                       another payment through a link that is paid already
//   late [method]                                                         a payment that was under way when the link was closed
//   odd WORD                                                              a try with a status nobody knows
//   refund CENTS · settle · bounce · chargeback · reverse                 a clerk or a bank, to the newest payment that is paid
//   unpaid                                                                the link says paid, and shows no payment yet
//   twist NAME=VALUE                                                      (no link) answers lie from now on: amount, currency, mode, host, payment_amount;
//                                                                         an empty value: no longer
#pragma once
#include "tests/sim/portals/peer_of.h"
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <optional>

namespace tresen::sim {

class MollieWorld {
public:
    explicit MollieWorld(const Clock& clock) : m_clock{clock} {}
    WebAnswer answer(const WebRequest& request);
    bool act(const QString& action, const QString& link, const QString& argument);

    static QString key() { return QStringLiteral("test_simulatedKeyOfTheTests0123"); }
    std::size_t links() const { return m_links.size(); }
    std::size_t refunds() const { return m_refunds.size(); }
    QJsonObject linkBody(const QString& id) const;                        // as it was asked for
    void setPageSize(int size) { m_pageSize = size; }                     // 0: what is asked for

private:
    struct Link { QString id, createdAt, paidAt; QJsonObject asked; bool archived = false; };
    struct Payment { QString id, link, status, method, createdAt, paidAt; qint64 cents = 0; };
    struct Refund { QString id, payment, status, createdAt; qint64 cents = 0; QString description; QJsonValue metadata; };
    struct Chargeback { QString id, payment, createdAt, reversedAt; qint64 cents = 0; };
    struct Memory { QByteArray request; WebAnswer answer; };

    WebAnswer route(const WebRequest& request);
    WebAnswer routeLinks(const WebRequest& request, const QList<QByteArray>& parts);
    WebAnswer routePayments(const WebRequest& request, const QList<QByteArray>& parts);
    WebAnswer createLink(const QJsonObject& body);
    WebAnswer changeLink(Link& link, const QJsonObject& body);
    WebAnswer createRefund(const Payment& payment, const QJsonObject& body);
    WebAnswer list(const WebRequest& request, const QString& name, const std::vector<QJsonObject>& newestFirst) const;
    bool actOnLink(const QString& action, Link& link, const QString& argument);
    bool actOnMoney(const QString& action, const QString& link, const QString& argument);
    bool twist(const QString& argument);

    QJsonObject json(const Link& link) const;
    QJsonObject json(const Payment& payment) const;
    QJsonObject json(const Refund& refund) const;
    QJsonObject json(const Chargeback& chargeback) const;
    QJsonObject money(qint64 cents) const;
    Link* findLink(const QString& id);
    Payment* findPayment(const QString& id);
    Payment* newest(const QString& link, const QStringList& statuses);
    Payment& begin(Link& link, const QString& method, const QString& status);
    void settlePayment(Link& link, Payment& payment);
    qint64 refundable(const Payment& payment) const;
    bool expired(const Link& link) const;
    QString now() const;
    QString nextId(const QString& prefix);

    const Clock& m_clock;
    std::vector<Link> m_links;
    std::vector<Payment> m_payments;
    std::vector<Refund> m_refunds;
    std::vector<Chargeback> m_chargebacks;
    QHash<QByteArray, Memory> m_memory;   // by Idempotency-Key
    QHash<QString, QString> m_twists;
    int m_counter = 0, m_pageSize = 0;
};

using MolliePeer = PeerOf<MollieWorld>;

} // namespace tresen::sim
