// PortalGate: every call to a portal goes through it: at most two at once per portal, a budget per minute, and a growing pause for polling after
// failures. What somebody waits for (Urgency::Now) is not held up by that pause unless the portal itself has named a time. Used by PortalSync.
#pragma once
#include "app/core/async.h"
#include "app/core/clock.h"
#include "app/ports/payment_portal.h"
#include "app/services/done.h"
#include <QHash>
#include <QObject>
#include <QQueue>

namespace tresen::services {

// The portal was reached and keeps silent about this one payment ("portal.silent"): no reason to spare the portal or to call it out of order.
bool isOfOneLink(const Error& error);

class PortalGate final : public QObject {
    Q_OBJECT
public:
    enum class Urgency { Now, Poll };
    static constexpr int kAtOnce = 2;

    explicit PortalGate(const Clock& clock, QObject* parent = nullptr);

    // Starts the call when its turn has come. Not started at all: Unreachable "portal.pause" (detail: until when) or "portal.budget".
    // requests: how many the call makes at the portal.
    template <class T> void ask(const ports::PaymentPortal& portal, Urgency urgency, std::function<QFuture<Result<T>>()> start, Done<T> done, int requests = 1)
    {
        const auto capabilities = portal.capabilities();
        if (const auto no = whyNot(capabilities, urgency, requests)) return done(*no);
        enqueue(capabilities.id, urgency, [this, id = capabilities.id, start = std::move(start), done = std::move(done)] {
            onReady(start(), this, [this, id, done](const Result<T>& answer) {
                ended(id, answer ? nullptr : &answer.error());
                done(answer);
            });
        });
    }
    // A call has made so many requests more than were reckoned for it when it began.
    void charge(const ports::PortalCapabilities& portal, int requests);
    // How many looks at a link a poll may take now; 0 while it pauses.
    int pollsLeft(const ports::PortalCapabilities& portal);
    // When a poll of so many requests will be let through again, going by the budget alone.
    Instant affordableAt(const ports::PortalCapabilities& portal, int requests);
    Instant pausedUntil(const QString& portal) const { return m_doors.value(portal).pausedUntil; }

private:
    struct Door {
        QQueue<std::function<void()>> urgent, waiting;
        int inFlight = 0, failures = 0;
        qint64 milliCalls = 0;                   // budget left, in thousandths of a request
        Instant filledAt, pausedUntil;
        bool peerSaidSo = false;                 // the pause is the portal's own wish
    };
    std::optional<Error> whyNot(const ports::PortalCapabilities& portal, Urgency urgency, int requests);
    void fill(Door& door, int perMinute);
    void spend(Door& door, int perMinute, int requests);
    void enqueue(const QString& portal, Urgency urgency, std::function<void()> call);
    void next(const QString& portal);
    void ended(const QString& portal, const Error* error);

    const Clock& m_clock;
    QHash<QString, Door> m_doors;
};

} // namespace tresen::services
