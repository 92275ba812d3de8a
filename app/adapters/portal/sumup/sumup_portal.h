// SumUpPortal: hosted checkouts of a SumUp merchant account. Constructed by the composition root with the account's key and merchant code.
// SumUp knows no idempotency key: a checkout's reference is unique, which is as good; a refund has nothing of the kind, see refund().
#pragma once
#include "app/adapters/portal/sumup/sumup_codec.h"
#include "app/net/lane.h"
#include "app/ports/payment_portal.h"
#include <QHash>
#include <QSet>
#include <mutex>

namespace tresen::adapters::sumup {

class SumUpPortal final : public ports::PaymentPortal {
public:
    // account.account: the merchant code. Whether it is a sandbox is asked once, before anything else: no object names its mode.
    SumUpPortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock);

    ports::PortalCapabilities capabilities() const override;
    // All: Refused "portal.key_mode" when the merchant is a sandbox and the account is not, or the other way round; "portal.account" without a code.
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override;                     // Refused "portal.order_invalid"; Conflict "portal.key_reused"
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder order) override;        // Conflict "portal.key_reused"
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override;                    // Timeout "portal.not_closed": asked for, but still open
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override;
    // By the history since the last look, two minutes overlapping. An empty cursor: the open ones this object has made or looked at.
    QFuture<Result<ports::PortalChanges>> changes(QString cursor) override;
    // Only an amount that cannot go back twice: more than half of what is left. Refused "portal.refund_unavailable" for less, "portal.refund_amount"
    // for more than is left when no refund of that amount is known. The answer's refundId is empty while SumUp does not list the refund yet.
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override;
    QFuture<Result<ports::PortalProbe>> probe() override;                                     // reads only
    Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice) const override;
    void onNudge(std::function<void(QString linkId)>) override {}                             // hears of nothing by itself

    static constexpr int kOverlapMs = 2 * 60 * 1000;

private:
    Result<Ok> ready();
    Result<net::HttpAnswer> ask(const QByteArray& method, const QString& path, const QByteArray& body = {}, const QString& key = {});
    Result<net::HttpAnswer> askReady(const QByteArray& method, const QString& path, const QByteArray& body = {}, const QString& key = {});
    Result<SumUpMerchant> readMerchantNow();
    Result<ports::Link> createNow(const ports::LinkOrder& order);
    Result<std::optional<ports::Link>> findNow(const ports::LinkOrder& order);
    Result<ports::CancelOutcome> cancelNow(const QString& linkId);
    Result<domain::PortalSnapshot> fetchNow(const QString& linkId);
    Result<ports::PortalChanges> changesNow(const QString& cursor);
    Result<ports::RefundAnswer> refundNow(const ports::RefundOrder& order);
    Result<ports::PortalProbe> probeNow();

    Result<SumUpCheckout> readCheckoutNow(const QString& linkId);
    Result<std::vector<SumUpCheckout>> readByReference(const QString& reference);
    Result<SumUpTransaction> readTransactionNow(const QString& id);
    Result<QString> linkOfChange(const SumUpChange& change, int& lookups);
    QString merchantPath(const QString& rest, bool newer) const;
    void remember(const SumUpCheckout& checkout, bool open);

    net::HttpClient& m_client;
    const ports::PortalAccount m_account;
    const Clock& m_clock;
    const domain::PortalMode m_mode;
    QString m_base;
    std::mutex m_mutex;                                // guards the next four
    bool m_ready = false;
    QHash<QString, QString> m_linkOfTransaction, m_linkOfTag;   // the history names no checkout
    QSet<QString> m_open;
    net::Lane m_lane;                                  // last: its jobs end before anything they touch does
};

} // namespace tresen::adapters::sumup
