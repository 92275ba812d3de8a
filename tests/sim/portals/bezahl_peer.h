// BezahlPeer: the order API of bezahl.de on 127.0.0.1 as far as it is public, with a memory, for tests. Own code, own ideas where nothing is published:
// what it answers stands for any portal of that kind, not for the real one. Misbehaves through web() and through BezahlMood.
#pragma once
#include "app/domain/money.h"
#include "tests/sim/web_peer.h"
#include <QJsonArray>
#include <QJsonObject>
#include <map>
#include <mutex>

namespace tresen::sim {

// The allowed accounts of the public test system; every one has right check digits.
inline constexpr const char* kBezahlTestIbans[] = {"DE16111111112222222222", "DE66111111113333333333", "DE19111111114444444444", "DE69111111115555555555",
                                                   "DE22111111116666666666", "DE72111111117777777777", "DE25111111118888888888", "DE75111111119999999999"};

// How this portal likes to answer, and what it gets wrong. Set between calls.
struct BezahlMood {
    enum class Wrap { Bare, Order, Data };
    Wrap wrap = Wrap::Bare;
    bool linkInAnswer = true;          // else only by GET /order/{id}/offline?link=true
    bool priceInAnswer = true;
    bool listShowsUnique = true;
    bool resetIsMarked = true;         // else a payment that was reset is just noted again
    bool latePayments = false;         // a closed order still takes money
    bool tellsDuplicates = true;       // 409 with words; else a bare 400
    QString word;                      // instead of "open", "closed", …
    qint64 addToPrice = 0;             // answers another amount than it was asked for
    QString currency;                  // answered with every order when set
    QString linkHost;                  // "https://pay.bezahl.de"; empty: this peer
    QString iban;                      // instead of the order's own account
};

enum class BezahlProof { Hex, Base64, PathToken };

class BezahlPeer {
public:
    BezahlPeer();
    ~BezahlPeer();

    WebPeer& web() { return *m_web; }
    QString base() const { return m_web->base() + QStringLiteral("/nxt/v1"); }
    QString token() const { return QStringLiteral("nx-token-of-the-tests"); }
    QString orgId() const { return QStringLiteral("Wk7sT_q2A"); }
    void setMood(const BezahlMood& mood);

    // What an owner and a seller do. False: the order does not take it (unknown, or closed).
    bool note(const QString& orderId, qint64 cents = 0, const QString& method = QStringLiteral("fts"));   // announced; 0: what is left
    bool confirm(const QString& orderId);                                             // the newest announced payment
    bool receive(const QString& orderId);                                             // the newest confirmed one
    bool reset(const QString& orderId);                                               // the newest confirmed one: paid to the wrong account
    bool pay(const QString& orderId, qint64 cents = 0, const QString& method = QStringLiteral("fts"));    // noted and confirmed at once
    void forgetOrder(const QString& orderId);                                         // deleted at the portal

    int orders() const;
    QString ibanOf(const QString& orderId) const;
    QJsonObject order(const QString& orderId) const;                                  // as it was asked for
    int webhooks() const;
    void setProof(BezahlProof proof);

    // Every call and its answer, for the judge of the API's description; see bezahl_rules.py.
    QByteArray exchanges() const;                                                     // JSON lines

private:
    struct Payment { QString id, method, label; qint64 cents = 0; bool confirmed = false, received = false, reset = false; QString confirmedAt; };
    struct Order {
        QString id, page, iban, holder;
        QJsonObject body;
        QJsonArray assets, planned;
        qint64 price = 0;
        bool closed = false, draft = false;
        std::vector<Payment> payments;
        std::vector<QString> recipients;
        std::vector<QByteArray> attachments;
    };
    struct Hook { QString id, url, secret; };

    WebAnswer handle(const WebRequest& request);
    WebAnswer route(const WebRequest& request);
    WebAnswer createOrder(const QJsonObject& body, bool plan);
    WebAnswer oneOrder(const WebRequest& request, const QString& id, const QString& rest);
    WebAnswer listOrders(const WebRequest& request) const;
    WebAnswer webhookCall(const WebRequest& request);
    WebAnswer addTransaction(const QJsonObject& body);
    QJsonObject answerOf(const Order& order) const;
    QString wordOf(const Order& order) const;
    QJsonArray paymentsOf(const Order& order) const;
    qint64 moneyIn(const Order& order) const;
    bool book(Order& order, qint64 cents, const QString& method, bool confirmed);
    void callHooks(const QString& orderId);

    mutable std::mutex m_mutex;
    BezahlMood m_mood;
    BezahlProof m_proof = BezahlProof::Hex;
    std::map<QString, Order> m_orders;
    std::vector<QString> m_newestFirst;
    std::vector<Hook> m_hooks;
    int m_count = 0;
    QByteArray m_exchanges;
    std::unique_ptr<net::HttpClient> m_caller;
    std::unique_ptr<WebPeer> m_web;
};

} // namespace tresen::sim
