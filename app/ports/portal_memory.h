// Port: PortalMemory is what is kept about the talk with the portals beside the journal: how far their histories were read, and every notice as it
// came in. None of it is a fact about money; all of it may be lost without a wrong figure anywhere. Called by PortalSync, the receiver and portals
// whose notices tell what cannot be asked for.
#pragma once
#include "app/core/clock.h"
#include "app/core/result.h"
#include <QByteArray>
#include <QFuture>
#include <QStringList>
#include <functional>
#include <vector>

namespace tresen::ports {

struct KeptNotice {
    qint64 id = 0;                  // running
    QString portal, eventId;        // unique together: the same event is kept once
    QStringList linkIds;            // which links it speaks of; empty: not known, ask for all
    Instant at;
};

// How a portal calls a payment, where only its notices tell: of is the link, or our own reference.
struct PaymentName { QString of, name; };

class PortalMemory {
public:
    virtual ~PortalMemory() = default;
    virtual QFuture<Result<QString>> place(QString portal) = 0;                           // empty: never read
    virtual QFuture<Result<Ok>> keepPlace(QString portal, QString cursor, Instant at) = 0;
    // On disk when it answers. raw: headers and body as they came, at most limits::kMaxNotice. How many of the events were new.
    // names: what it says about how payments are called, kept in the same transaction; the newest name counts.
    virtual QFuture<Result<int>> keepNotice(QString portal, QStringList eventIds, QStringList linkIds, QByteArray raw, std::vector<PaymentName> names, Instant at) = 0;
    virtual QFuture<Result<QString>> paymentName(QString portal, QString of) = 0;         // empty: no notice has told
    virtual QFuture<Result<std::vector<KeptNotice>>> noticesAfter(qint64 id) = 0;         // oldest first, at most limits::kMaxNoticesRead
    virtual QFuture<Result<qint64>> lastNotice() = 0;                                     // 0: none yet
    // Called (on any thread) when another process has kept a notice.
    virtual void onForeignNotice(std::function<void()> kept) = 0;
};

} // namespace tresen::ports
