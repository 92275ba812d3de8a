// BezahlPortal: bezahl.de as a payment portal, over HTTP. Constructed by the composition root when the workshop has an account there.
// Built from public documentation, not certified. No refunds and no part payments: the API has neither.
#pragma once
#include "app/adapters/portal/bezahl/bezahl_codec.h"
#include "app/net/http_client.h"
#include <memory>

namespace tresen::adapters::bezahl {

// The partner test host. The address of the live one comes with the contract and is a setting.
inline constexpr QStringView kStagingUrl = u"https://partnerapi.staging.bezahl.de/nxt/v1";

struct BezahlOptions {
    OrderExtras extras;                     // of every order of create(): contact person, tags
    StateWords words;                       // the portal's words that the workshop found out, lower case
};

struct BezahlDesk;                          // what a call needs, kept alive until its answer is there

class BezahlPortal final : public ports::PaymentPortal {
public:
    // account.apiKey: the NX-Token; account.account: orgId; account.baseUrl: with "/nxt/v1", empty: the staging host when account.test.
    // The client has to outlive the portal. Every call of an incomplete account is Refused "portal.not_configured" (detail: "key", "account",
    // "address"), one whose host is of the other kind "portal.key_mode".
    BezahlPortal(net::HttpClient& client, const ports::PortalAccount& account, const Clock& clock, const BezahlOptions& options = {});
    ~BezahlPortal() override;

    ports::PortalCapabilities capabilities() const override;
    // Beside the port's: Conflict "portal.key_reused" when the portal has an order with this reference over another amount; Timeout
    // "portal.find_unclear" when it has one that cannot be found in its list; Timeout also when it answered, but in words nobody can read:
    // the order may be there.
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override;
    QFuture<Result<ports::Link>> createWith(ports::LinkOrder order, OrderExtras extras);
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder order) override;
    // Reads before and after hiding. Timeout "portal.cancel_unclear": the portal took it, and still calls the order open.
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override;
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override;
    QFuture<Result<ports::PortalChanges>> changes(QString cursor) override;               // of the newest limits::kBezahlListLimit orders
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override;       // always Refused "portal.refund_unavailable"
    QFuture<Result<ports::PortalProbe>> probe() override;                                 // reads only: a new organisation has two orders free
    Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice) const override;
    void onNudge(std::function<void(QString linkId)> nudge) override;                     // it never does: notices come through readNotice()

    // Beside the port. Failures as there.
    QFuture<Result<Ok>> updatePrice(const QString& linkId, domain::Money amount, const std::vector<ports::SummaryRow>& rows, const QString& idempotencyKey);
    QFuture<Result<Ok>> addRecipient(const QString& linkId, const QString& email);        // the portal sends its own invitation to it
    QFuture<Result<Ok>> removeRecipient(const QString& linkId, const QString& email);
    QFuture<Result<Ok>> attach(const QString& linkId, const QString& fileName, const QByteArray& pdf);
    QFuture<Result<std::vector<Webhook>>> webhooks();
    QFuture<Result<Ok>> registerWebhook(const QString& url);                              // with the newest secret; Refused "notice.no_secret" without
    QFuture<Result<Ok>> removeWebhook(const QString& webhookId);

private:
    QFuture<Result<Ok>> simple(const ApiCall& call);
    std::shared_ptr<const BezahlDesk> m_desk;
};

} // namespace tresen::adapters::bezahl
