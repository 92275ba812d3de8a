// TrainingPortal: a payment portal without money that ships with the product, so that it can be shown, taught and tried without an account.
// Constructed by the composition root and by the command line; both may use one folder at the same time.
#pragma once
#include "app/net/http_server.h"
#include "app/adapters/portal/training/pay_page.h"
#include "app/adapters/portal/training/pay_site.h"
#include "app/ports/payment_portal.h"
#include <QObject>
#include <QPromise>
#include <QThread>
#include <memory>
#include <mutex>

namespace tresen::adapters::training {

struct TrainingConfig {
    QString stateFolder;                                     // made with mode 0700 when missing
    QHostAddress listenAddress{QHostAddress::LocalHost};     // QHostAddress::AnyIPv4: phones in the workshop's network reach it
    quint16 port = 0;                                        // 0: any; a sheet that shall outlive a restart needs a fixed one
    QString baseUrl;   // empty: made of the address and the port; "https://pay.shop.example/x" behind a proxy
    WorkshopPage workshop;
};

struct TrainingHealth {
    bool serving = false;
    Error reason;                                            // why not: "http.port_taken", "http.address", "portal.not_started"
    QString baseUrl;                                         // of links made now; empty: none can be made
    int damagedLines = 0;                                    // of the state file
};

// What a trainer lets happen to a link, as if its owner or the portal had done it.
enum class Rehearsal { Hangs, Paid, ChargedBack, AtCounter, OnAccount, Silent };

class TrainingPortal final : public ports::PaymentPortal {
public:
    TrainingPortal(TrainingConfig config, const Clock& clock);
    ~TrainingPortal() override;                              // stops; futures still open are cancelled

    // Serves the pay page from now on; the address it is served at. Failing leaves everything but the page working.
    QFuture<Result<QString>> start();
    QFuture<Result<Ok>> stop();
    bool serving() const { return health().serving; }
    QString baseUrl() const { return health().baseUrl; }
    TrainingHealth health() const;

    ports::PortalCapabilities capabilities() const override;
    // Refused: "portal.key_reused", "portal.order_invalid" (detail: field), "portal.live_mode", "portal.token_taken";
    // Unreachable: "portal.state_busy", "portal.no_address"; Corrupt: "portal.state_…".
    QFuture<Result<ports::Link>> create(ports::LinkOrder order) override;
    QFuture<Result<ports::CancelOutcome>> cancel(QString linkId) override;                    // NotFound "portal.unknown_link"
    QFuture<Result<domain::PortalSnapshot>> fetch(QString linkId) override;                   // NotFound "portal.unknown_link"
    QFuture<Result<ports::PortalChanges>> changes(QString cursor) override;                   // an unknown cursor: like an empty one
    QFuture<Result<std::optional<ports::Link>>> find(ports::LinkOrder order) override;
    // Done at once. Refused "portal.refund_amount" (more than is left), "portal.key_reused"; NotFound "portal.unknown_link".
    QFuture<Result<ports::RefundAnswer>> refund(ports::RefundOrder order) override;
    QFuture<Result<ports::PortalProbe>> probe() override;
    Result<ports::ReadNotice> readNotice(const ports::RawNotice& notice) const override;      // always Refused "notice.no_secret": it sends none
    void onNudge(std::function<void(QString linkId)> nudge) override;
    // What the owner's page says of a closed link, where the desk knows more than the portal.
    // method: how it was paid, "Apple Pay"; empty: "training". Silent: fetch() answers Timeout "portal.silent" until the owner does something.
    // NotFound "portal.unknown_link"; Refused "portal.rehearsal" when the link is not in a state for it.
    QFuture<Result<Ok>> rehearse(QString linkId, Rehearsal what, QString method);
    QFuture<Result<Ok>> noteClosed(QString linkId, ClosedReason reason);

private:
    template <class T> QFuture<Result<T>> inFileThread(std::function<Result<T>()> job);
    Result<QString> startNow();
    Result<ports::Link> createNow(const ports::LinkOrder& order);
    Result<ports::CancelOutcome> cancelNow(const QString& linkId);
    Result<domain::PortalSnapshot> fetchNow(const QString& linkId);
    Result<ports::PortalChanges> changesNow(const QString& cursor);
    Result<ports::RefundAnswer> refundNow(const ports::RefundOrder& order);
    void noteHealth();
    void nudge(const QString& linkId) const;

    const TrainingConfig m_config;
    const Clock& m_clock;
    QThread m_thread;                                        // the file thread: everything below but health and nudge is touched there only
    QObject* m_worker;                                       // lives in m_thread; jobs are posted to it
    LinkFile m_file;
    std::unique_ptr<PaySite> m_site;
    std::unique_ptr<net::HttpServer> m_server;
    mutable std::mutex m_mutex;                              // guards the next three
    TrainingHealth m_health;
    std::function<void(QString)> m_nudge;
    bool m_closing = false;
};

template <class T> QFuture<Result<T>> TrainingPortal::inFileThread(std::function<Result<T>()> job)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(m_worker, [promise, job = std::move(job)] {
        promise->addResult(job());
        promise->finish();
    }, Qt::QueuedConnection);
    return future;
}

// The first private IPv4 address (RFC 1918) of an interface that is up and real; 127.0.0.1 when there is none.
QHostAddress reachableAddress();
// Fault::Refused "portal.order_invalid" (detail: the field) or "portal.live_mode".
Result<Ok> checkOrder(const ports::LinkOrder& order);

} // namespace tresen::adapters::training
