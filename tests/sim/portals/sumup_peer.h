// SumUpPeer: SumUp's hosted checkouts and transactions on 127.0.0.1, with a memory. Own code; what it answers is judged by the vendor's own
// description when it stands behind a validating proxy.
//
// Actions of act(action, link, argument):
//   open · start [entry mode] · pay [entry mode] · abandon · fail           the owner; "pay" goes on with a try under way, or begins one
//   second · late                                                         another payment; a payment although the checkout is closed
//   odd WORD                                                              a try with a status nobody knows
//   refund CENTS · settle · bounce · chargeback                           a clerk or a bank, to the newest payment; a refund is pending until settled
//   unpaid                                                                the checkout says paid, and shows no transaction yet
//   silent                                                                the newest payment says it was refunded, and shows no event
//   twist NAME=VALUE                                                      (no link) answers lie from now on: amount, currency, merchant, sandbox, host,
//                                                                         status, foreign ("no": transactions name no reference), url ("no": lists name none)
#pragma once
#include "tests/sim/portals/peer_of.h"
#include <QHash>
#include <QJsonObject>

namespace tresen::sim {

class SumUpWorld {
public:
    explicit SumUpWorld(const Clock& clock) : m_clock{clock} {}
    WebAnswer answer(const WebRequest& request);
    bool act(const QString& action, const QString& link, const QString& argument);

    static QString key() { return QStringLiteral("sup_sk_simulatedKeyOfTheTests"); }
    static QString merchant() { return QStringLiteral("MSIM42C7"); }
    std::size_t checkouts() const { return m_checkouts.size(); }
    std::size_t refunds() const { return m_events.size(); }
    void setPageSize(int size) { m_pageSize = size; }                     // 0: what is asked for
    void forgetReferences() { m_hideReferences = true; }                  // a list by reference finds nothing, though there is one

private:
    struct Checkout { QString id, reference, description, status, date, validUntil, page; qint64 cents = 0; };
    struct Transaction { QString id, checkout, status, entryMode, type, timestamp; qint64 cents = 0, changedMs = 0; bool silent = false; };
    struct Event { int id = 0; QString transaction, type, status, timestamp; qint64 cents = 0; };

    WebAnswer route(const WebRequest& request);
    WebAnswer routeCheckouts(const WebRequest& request, const QList<QByteArray>& parts);
    WebAnswer createCheckout(const QByteArray& body);
    WebAnswer deleteCheckout(Checkout& checkout);
    WebAnswer refund(const QString& transaction, const QByteArray& body);
    WebAnswer history(const WebRequest& request) const;
    bool actOnCheckout(const QString& action, Checkout& checkout, const QString& argument);
    bool actOnMoney(const QString& action, const Checkout& checkout, const QString& argument);

    QByteArray json(const Checkout& checkout, bool inList = false) const;
    QByteArray json(const Transaction& transaction, bool whole) const;
    QByteArray historyItem(const Transaction& transaction) const;
    Checkout* findCheckout(const QString& id);
    Transaction* findTransaction(const QString& id);
    Transaction* newest(const QString& checkout, const QStringList& statuses);
    Transaction& begin(const Checkout& checkout, const QString& entryMode, const QString& status);
    void settlePayment(Checkout& checkout, Transaction& transaction);
    qint64 refunded(const QString& transaction) const;
    QString now() const;

    const Clock& m_clock;
    std::vector<Checkout> m_checkouts;
    std::vector<Transaction> m_transactions;
    std::vector<Event> m_events;
    QHash<QString, QString> m_twists;
    int m_pageSize = 0;
    bool m_hideReferences = false;
};

using SumUpPeer = PeerOf<SumUpWorld>;

} // namespace tresen::sim
