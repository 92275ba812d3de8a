// StripePeer: Stripe's API version 1 as far as payment links need it, on 127.0.0.1, with a memory. Own code; what it answers is judged by the vendor's
// own description when it stands behind a validating proxy.
//
// Actions of act(action, link, argument); a method is "card", "card/apple_pay" (a wallet), "wero", …:
//   open · action [method] · pay [method] · fail                 the owner: the page, a bank that asks back, the payment, one that is refused
//   delayed [method] · arrive · bounce                           a method that takes days: given, then the money comes, or does not
//   late [method]                                                pays in a page that was open when the link was closed
//   second [method]                                              another payment through a link that is paid already
//   overpay CENTS                                                pays another amount than the link asks for
//   refund CENTS[/STATUS] · refundbecomes STATUS                 a clerk, to the newest payment; its newest refund
//   inquiry · dispute · lose · win · reinstate                   a bank, about the newest payment
//   odd WORD · oddpayment WORD                                   a session, a payment with a status nobody knows
//   slip NUMBER                                                  that many pages open right after one was expired: visits that began before the link closed
//   hide · surface                                               the newest event is not in the log yet; it is, with its old time
//   twist NAME=VALUE                                             (no link) answers lie from now on: amount, currency, mode, host; empty: no longer.
//                                                                ids=only: objects are not expanded. The vendor's description, cut down for a proxy, has none
#pragma once
#include "tests/sim/portals/peer_of.h"
#include "tests/sim/portals/stripe_objects.h"
#include <QHash>

namespace tresen::sim {

class StripeWorld {
public:
    explicit StripeWorld(const Clock& clock) : m_clock{clock} {}
    WebAnswer answer(const WebRequest& request);
    bool act(const QString& action, const QString& link, const QString& argument);

    static QString key() { return QStringLiteral("sk_test_simulatedKeyOfTheTests0123"); }
    std::size_t links() const { return m_links.size(); }
    std::size_t refunds() const { return m_refunds.size(); }
    std::size_t openSessions() const;
    const stripe_objects::Link* link(const QString& id) const;
    QString newestEvent() const { return m_events.empty() ? QString{} : m_events.back().id; }
    void setBase(const QString& base) { m_base = base; }
    void setPageSize(int size) { m_pageSize = size; }        // 0: what is asked for
    void forgetEvents() { m_events.clear(); }                // as after 30 days

private:
    using Form = std::vector<std::pair<QString, QString>>;
    struct Memory { QByteArray request; WebAnswer answer; };

    WebAnswer route(const WebRequest& request, const Form& form);
    WebAnswer routeLinks(const WebRequest& request, const QStringList& parts, const Form& form);
    WebAnswer routeSessions(const WebRequest& request, const QStringList& parts, const Form& form);
    WebAnswer createLink(const Form& form);
    WebAnswer createRefund(const Form& form);
    WebAnswer lists(const WebRequest& request, const QString& name);
    WebAnswer listEvents(const WebRequest& request);
    WebAnswer page(const WebRequest& request, const std::vector<QJsonObject>& oldestFirst, const QString& url) const;
    QJsonObject sessionJson(const stripe_objects::Session& session, bool expanded) const;
    QJsonObject linkJson(const stripe_objects::Link& link, bool withItems) const;

    bool actOnLink(const QString& action, stripe_objects::Link& link, const QString& argument);
    bool actOnMoney(const QString& action, const QString& link, const QString& argument);
    bool actOnDispute(const QString& action, stripe_objects::Intent& intent);
    stripe_objects::Session* openSession(const QString& link);
    stripe_objects::Session& visit(const QString& link);
    stripe_objects::Intent& intentFor(stripe_objects::Session& session, const QString& method, qint64 cents);
    void settle(stripe_objects::Session& session, stripe_objects::Intent& intent, qint64 received);
    void tell(const QString& type, const QJsonObject& object);
    stripe_objects::Intent* intent(const QString& id);
    stripe_objects::Intent* newestPaid(const QString& link);
    QString nextId(const QString& prefix);
    qint64 now() const { return m_clock.now().ms / 1000; }
    bool expands() const { return !m_twists.contains(QStringLiteral("ids")); }
    bool live() const { return m_twists.value(QStringLiteral("mode")) == QStringLiteral("live"); }

    const Clock& m_clock;
    QString m_base = QStringLiteral("http://127.0.0.1");
    int m_pageSize = 0, m_number = 0, m_slips = 0;
    std::vector<stripe_objects::Link> m_links;
    std::vector<stripe_objects::Session> m_sessions;
    std::vector<stripe_objects::Intent> m_intents;
    std::vector<stripe_objects::Refund> m_refunds;
    std::vector<stripe_objects::Dispute> m_disputes;
    std::vector<stripe_objects::Event> m_events, m_hidden;
    QHash<QByteArray, Memory> m_memory;
    QHash<QString, QString> m_twists;
};

using StripePeer = PeerOf<StripeWorld>;

} // namespace tresen::sim
