// AdyenPeer: Adyen's pay by link (Checkout 72) on 127.0.0.1, with a memory. Own code; what it answers is judged by the vendor's own description when it
// stands behind a validating proxy.
//
// Actions of act(action, link, argument):
//   pay · delayed · arrive · bounce        the owner; a method that takes days: given, then the money comes, or does not
//   paid                                   the other word of the vendor for a link that is paid
//   late                                   money for a link that has ended
//   close                                  a clerk ends the link at the portal
//   odd WORD                               a status nobody knows
//   twist NAME=VALUE                       (no link) answers lie from now on: amount, currency, account, host, reusable; empty: no longer
#pragma once
#include "tests/sim/portals/peer_of.h"
#include <QHash>
#include <QJsonObject>
#include <vector>

namespace tresen::sim {

class AdyenWorld {
public:
    explicit AdyenWorld(const Clock& clock) : m_clock{clock} {}
    WebAnswer answer(const WebRequest& request);
    bool act(const QString& action, const QString& link, const QString& argument);

    static QString key() { return QStringLiteral("AQEsimulatedKeyOfTheTests"); }
    static QString account() { return QStringLiteral("TresenWorkshopECOM"); }
    std::size_t links() const { return m_links.size(); }
    QString statusOf(const QString& link) const;
    QString paymentOf(const QString& link) const;        // the reference only a notice tells; empty until it is paid
    QJsonObject askedFor(const QString& link) const;     // the creation's body
    std::vector<QJsonObject> refunds() const { return m_refunds; }

private:
    struct Link { QString id, status, payment; QJsonObject asked; Instant expiresAt, updatedAt; };
    struct Memory { QByteArray request; WebAnswer answer; };

    WebAnswer route(const WebRequest& request, const QJsonObject& body);
    WebAnswer createLink(const QJsonObject& body);
    WebAnswer createRefund(const QString& payment, const QJsonObject& body);
    WebAnswer changeLink(Link& link, const QJsonObject& body);
    QJsonObject json(const Link& link) const;
    Link* find(const QString& id);
    void become(Link& link, const QString& status);
    QString nextReference();

    const Clock& m_clock;
    std::vector<Link> m_links;
    std::vector<QJsonObject> m_refunds;
    QHash<QByteArray, Memory> m_memory;
    QHash<QString, QString> m_twists;
    int m_number = 0;
};

using AdyenPeer = PeerOf<AdyenWorld>;

} // namespace tresen::sim
