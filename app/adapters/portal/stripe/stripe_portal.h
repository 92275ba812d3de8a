// StripePortal: payment links of a Stripe account (api.stripe.com, version 1). Constructed by the composition root with the account's key.
// A link opens a checkout session at every visit; the money is on the session's payment. Closing a link leaves its open sessions payable, so
// they are expired one by one. Stripe has a log of events, which tells what moved without asking for every link.
#pragma once
#include "app/adapters/portal/stripe/stripe_codec.h"
#include "app/adapters/portal/stripe/stripe_cursor.h"
#include "app/net/lane.h"
#include "app/ports/payment_portal.h"
#include <QHash>
#include <mutex>

namespace tresen::adapters::stripe {

class StripePortal final : public ports::PaymentPortal {
public:
    // account.apiKey: "sk_test_…", "sk_live_…", or a restricted "rk_…" that may write payment links, sessions and refunds and read payments,
    // disputes and events. client and clock outlive the portal.
    StripePortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock);

    ports::PortalCapabilities capabilities() const override;
    // All: Refused "portal.key_mode" when the key or an object is of the other mode than the account; Invalid "portal.base_url".
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override;                     // Refused "portal.order_invalid", detail: the field
    // By metadata, through at most limits::kMaxPortalPages pages. Timeout "portal.list_too_long" when the end was not reached by then.
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder order) override;
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override;                    // Timeout "portal.not_closed": asked for, but still open
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override;
    // An empty cursor: all active links. One older than kMarkLifetimeMs: all links. Otherwise what the events since then are about.
    QFuture<Result<ports::PortalChanges>> changes(QString cursor) override;
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override;           // Refused "portal.order_invalid", detail: the field
    QFuture<Result<ports::PortalProbe>> probe() override;                                     // in test mode makes one link of 1.00 EUR and closes it
    Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice) const override;      // also Refused "notice.mode"
    void onNudge(std::function<void(QString linkId)>) override {}                             // hears of nothing by itself

private:
    Result<Ok> ready() const;
    Result<QByteArray> ask(const QByteArray& method, const QByteArray& pathAndQuery, const QByteArray& form = {}, const QString& key = {});
    Result<ports::Link> createNow(const ports::LinkOrder& order);
    Result<std::optional<ports::Link>> findNow(const ports::LinkOrder& order);
    Result<ports::CancelOutcome> cancelNow(const QString& linkId);
    Result<domain::PortalSnapshot> fetchNow(const QString& linkId);
    Result<ports::PortalChanges> changesNow(const QString& cursor);
    Result<ports::RefundAnswer> refundNow(const ports::RefundOrder& order);
    Result<ports::PortalProbe> probeNow();
    void probeLink(ports::PortalProbe& probe);

    Result<StripeLink> readLinkNow(const QString& linkId);
    Result<Ok> closeNow(const QString& linkId);
    Result<int> expireOpenSessions(const QString& linkId);
    Result<StripeTry> readTry(StripeSession session);
    template <class T> Result<std::vector<T>> readAll(const QByteArray& pathAndQuery, Result<StripePage<T>> (*read)(QByteArrayView), bool& whole);
    template <class T> Result<std::vector<T>> readWhole(const QByteArray& pathAndQuery, Result<StripePage<T>> (*read)(QByteArrayView));

    Result<ports::PortalChanges> readEverything(bool inactiveToo);
    Result<Ok> readForward(StripeMark& mark, ports::PortalChanges& out);
    Result<Ok> lookBack(StripeMark& mark, ports::PortalChanges& out);
    Result<Ok> tell(const std::vector<StripeEvent>& events, StripeMark& mark, ports::PortalChanges& out);
    Result<QString> linkOfPayment(const QString& intentId);
    void remember(const QString& intentId, const QString& linkId);
    std::optional<QString> remembered(const QString& intentId) const;

    const ports::PortalAccount m_account;
    const Clock& m_clock;
    const domain::PortalMode m_mode;
    QByteArray m_base;                             // without a slash at the end
    mutable std::mutex m_mutex;                    // guards the next one
    QHash<QString, QString> m_linkOfPayment;       // an event of a payment does not name the link; empty: the payment is of no link
    net::Lane m_lane;                              // last: its jobs end before anything they touch does
};

} // namespace tresen::adapters::stripe
