// MolliePortal: payment links of a Mollie account (api.mollie.com, version 2). Constructed by the composition root with the account's key.
// A link can be tried several times and is paid once; it has no state of its own, so that is derived from its payments. Archiving closes it.
#pragma once
#include "app/adapters/portal/mollie/mollie_cursor.h"
#include "app/net/lane.h"
#include "app/ports/payment_portal.h"
#include <QHash>
#include <mutex>

namespace tresen::adapters::mollie {

class MolliePortal final : public ports::PaymentPortal {
public:
    // account.apiKey: "live_…" or "test_…" of one profile. client and clock outlive the portal.
    MolliePortal(net::HttpClient& client, ports::PortalAccount account, const Clock& clock);

    ports::PortalCapabilities capabilities() const override;
    // All: Refused "portal.key_mode" when the key or an object is of the other mode than the account.
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override;                     // Refused "portal.order_invalid", detail: the field
    // By the description, through at most limits::kMaxPortalPages pages. Timeout "portal.list_too_long" when the end was not reached by then.
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder order) override;
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override;                    // Timeout "portal.not_closed": asked for, but still open
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override;
    // Looks at the newest 250 links; older ones are in no part of the answer. Refunds and chargebacks are looked at every five minutes: the
    // links they belong to are found by what fetch() has seen, or by their description.
    QFuture<Result<ports::PortalChanges>> changes(QString cursor) override;
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override;           // Refused "portal.order_invalid", detail: the field
    QFuture<Result<ports::PortalProbe>> probe() override;                                     // makes one link of 1.00 EUR and archives it
    Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice) const override;
    void onNudge(std::function<void(QString linkId)>) override {}                             // hears of nothing by itself

    static constexpr int kMoneyLookMs = 5 * 60 * 1000;

private:
    Result<Ok> ready() const;
    Result<QByteArray> ask(const QByteArray& method, const QString& path, const QByteArray& body = {}, const QString& key = {});
    Result<ports::Link> createNow(const ports::LinkOrder& order);
    Result<std::optional<ports::Link>> findNow(const ports::LinkOrder& order);
    Result<ports::CancelOutcome> cancelNow(const QString& linkId);
    Result<domain::PortalSnapshot> fetchNow(const QString& linkId);
    Result<ports::PortalChanges> changesNow(const QString& cursor);
    Result<ports::RefundAnswer> refundNow(const ports::RefundOrder& order);
    Result<ports::PortalProbe> probeNow();

    Result<MollieLink> readLinkNow(const QString& linkId);
    Result<MolliePage<MollieLink>> readLinksFrom(const QString& from);
    Result<std::vector<MolliePayment>> readPaymentsOf(const QString& linkId);
    Result<Ok> readTakenBack(const QString& paymentId, MollieHistory& history);
    Result<std::vector<MollieRefund>> readRefundsOf(const QString& paymentId);
    Result<Ok> lookAtMoney(const MollieMarks& before, const std::vector<MollieLink>& page, MollieMarks& after, ports::PortalChanges& out);
    Result<QString> linkOfPayment(const QString& paymentId, const std::vector<MollieLink>& page, int& lookups);
    void remember(const QString& linkId, const std::vector<MolliePayment>& payments);

    net::HttpClient& m_client;
    const ports::PortalAccount m_account;
    const Clock& m_clock;
    const domain::PortalMode m_mode;
    QString m_base;
    std::mutex m_mutex;                                // guards the next one
    QHash<QString, QString> m_linkOfPayment;           // seen by fetch(): Mollie does not name the link of a payment
    net::Lane m_lane;                                  // last: its jobs end before anything they touch does
};

} // namespace tresen::adapters::mollie
