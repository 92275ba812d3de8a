// AdyenPortal: pay by link of an Adyen merchant account (Checkout API 72). Constructed by the composition root with the account's key.
// Adyen tells its news by notices to a public address. Without one each link is asked for alone, a payment is known by its link only, and it can
// not be taken back from here: a refund needs the payment's own reference, which only the signed notice tells.
#pragma once
#include "app/adapters/portal/adyen/adyen_codec.h"
#include "app/net/lane.h"
#include "app/ports/payment_portal.h"
#include <QHash>
#include <mutex>

namespace tresen::adapters::adyen {

class AdyenPortal final : public ports::PaymentPortal {
public:
    // account.account: the merchant account. account.baseUrl: needed for the live platform, where every company has an address of its own
    // ("https://PREFIX-checkout-live.adyenpayments.com/checkout/v72"). client and clock outlive the portal.
    // memory: where the receiver keeps what notices tell, also to other processes and after a restart; outlives the portal. Without one this process
    // knows only what it was told itself.
    AdyenPortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock, ports::PortalMemory* memory = nullptr);

    ports::PortalCapabilities capabilities() const override;
    // All: Refused "portal.key_mode" when the address is of the other platform, "portal.no_account"; Invalid "portal.base_url".
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override;                     // Refused "portal.order_invalid", detail: the field
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder order) override;        // Refused "portal.find_unavailable": Adyen has no list
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override;                    // Timeout "portal.not_closed": asked for, but still open
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override;
    QFuture<Result<ports::PortalChanges>> changes(QString cursor) override;                   // names nothing: there is no feed
    // order.paymentId: the movement of fetch(), whose reference a notice has told, or that reference itself.
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override;
    QFuture<Result<ports::PortalProbe>> probe() override;                                     // in test mode makes one link of 1.00 EUR and closes it
    Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice) const override;      // also Refused "notice.mode"
    QByteArray noticeAnswer() const override { return "[accepted]"; }
    void onNudge(std::function<void(QString linkId)>) override {}                             // hears of nothing by itself

private:
    Result<Ok> ready() const;
    Result<QByteArray> ask(const QByteArray& method, const QString& path, const QByteArray& body = {}, const QString& key = {});
    Result<ports::Link> createNow(const ports::LinkOrder& order);
    Result<ports::CancelOutcome> cancelNow(const QString& linkId);
    Result<AdyenLink> readNow(const QString& linkId);
    Result<domain::PortalSnapshot> fetchNow(const QString& linkId);
    Result<ports::RefundAnswer> refundNow(const ports::RefundOrder& order);
    Result<ports::PortalProbe> probeNow();
    void noteLink(const QString& reference, const QString& linkId) const;
    Result<QString> paymentOf(const QString& movementId);
    Result<QString> keptName(const QString& of) const;

    const ports::PortalAccount m_account;
    const Clock& m_clock;
    ports::PortalMemory* const m_memory;
    const domain::PortalMode m_mode;
    QString m_base;                                        // without a slash at the end
    mutable std::mutex m_mutex;                            // guards the next two
    mutable QHash<QString, QString> m_linkOfReference;     // our reference -> link: a notice need not name the link
    mutable QHash<QString, QString> m_paymentOfLink;       // link -> Adyen's reference of its payment, from notices
    net::Lane m_lane;                                      // last: its jobs end before anything they touch does
};

} // namespace tresen::adapters::adyen
