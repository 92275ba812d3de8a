// LinkBook: all links of the training portal and what happened to each, built up from the lines of its file. Pure; used by LinkFile,
// TrainingPortal and PaySite. Every change is one line of JSON; the number of the line is the cursor of changes().
#pragma once
#include "app/ports/payment_portal.h"
#include <QHash>
#include <QJsonObject>
#include <optional>

namespace tresen::adapters::training {

// Why a link was closed, where the desk said so: the owner's page words each differently.
enum class ClosedReason { Unsaid, Withdrawn, PaidElsewhere };

// What the owner's page shows of a link.
enum class PageState { Open, Started, Checking, Paid, PaidElsewhere, AtCounter, OnAccount, Superseded, Withdrawn, Expired };

struct TrainingRefund { QString id, key; domain::Money amount; Instant at; };

struct TrainingLink {
    QString id, url, secret;                   // secret: hex, never shown; the form tokens are derived from it
    ports::LinkOrder order;                    // token: the one of the link
    QByteArray orderHash;
    Instant createdAt;
    bool opened = false, cancelled = false, expired = false, deskKnows = false;
    ClosedReason closedReason = ClosedReason::Unsaid;
    domain::OwnerChoice choice = domain::OwnerChoice::None;
    Instant choiceAt;
    // The one try to pay that is under way, if any.
    bool tryStarted = false, tryHangs = false;
    Instant tryAt;
    // The payment, once it is there.
    QString paymentId, method;
    QString chargebackId;                      // the money went back, for a rehearsal
    Instant chargedBackAt;
    std::vector<TrainingRefund> refunds;       // what went back to the owner, part by part
    Instant paidAt;
    bool silent = false;                       // the portal gives no answer about it, until the owner does something
    int moves = 0;                             // owner's steps so far: each makes every form shown before void

    bool isPaid() const { return !paymentId.isEmpty(); }
    bool isFinal() const { return isPaid() || cancelled || expired; }
};

class LinkBook {
public:
    // Takes the next line in, without its line end. False: damaged or of a kind this version does not know; it still counts.
    bool apply(const QByteArray& line);
    qint64 lines() const { return m_lines; }
    int damaged() const { return m_damaged; }
    QString servingBase() const { return m_servingBase; }          // where the pages were served last

    const TrainingLink* byId(const QString& id) const;
    const TrainingLink* byKey(const QString& idempotencyKey) const;
    const TrainingLink* byToken(const QString& token) const;
    const TrainingLink* newerOf(const TrainingLink& link) const;   // the newest open link of the same invoice, made after this one
    QStringList openIds() const;
    QStringList changedSince(qint64 line) const;
    QStringList overdueIds(Instant now) const;                     // past their expiry and not marked yet
    QStringList abandonedIds(Instant now) const;                   // with a try that nobody confirmed in time and that is not marked yet

    PageState pageState(const TrainingLink& link, Instant now) const;
    domain::PortalSnapshot snapshot(const TrainingLink& link, Instant now) const;

private:
    bool applyLink(const QJsonObject& record);
    static bool applyRefund(const QJsonObject& record, TrainingLink& link);
    static bool applyRehearsed(const QString& kind, const QJsonObject& record, TrainingLink& link);
    bool applyChange(const QString& kind, const QJsonObject& record, TrainingLink& link);
    bool paidElsewhere(const TrainingLink& link) const;

    std::vector<TrainingLink> m_links;
    QHash<QString, std::size_t> m_byId, m_byKey, m_byToken;
    QHash<QString, QList<std::size_t>> m_byInvoice;
    std::vector<std::pair<qint64, std::size_t>> m_changes;         // line, link
    qint64 m_lines = 0;
    int m_damaged = 0;
    QString m_servingBase;
};

// A try that nobody confirmed within kTrainingTryMs is over; one that hangs is not.
bool isTryActive(const TrainingLink& link, Instant now);
// The token every form of this link's page carries now. One step of the owner, in whichever tab, makes it another one.
QString formToken(const TrainingLink& link);

// Lines to append, each with its line end.
QByteArray linkLine(const TrainingLink& link);
QByteArray changeLine(const QString& kind, const QString& linkId, Instant at, const QJsonObject& more = {});
QByteArray servingLine(const QString& base, Instant at);
QByteArray hashOf(const ports::LinkOrder& order);                  // of everything but the idempotency key

// 12 characters of 0-9A-X without I and O; lower case, dashes, blanks and a typed O or I are understood. Nothing when it is no token.
std::optional<QString> normalToken(const QString& typed);

namespace change {
inline const QString kOpened = QStringLiteral("opened"), kChoice = QStringLiteral("choice"), kStart = QStringLiteral("start"),
                     kPaid = QStringLiteral("paid"), kGivenUp = QStringLiteral("given_up"), kHangs = QStringLiteral("hangs"),
                     kCancelled = QStringLiteral("cancelled"), kReason = QStringLiteral("reason"), kExpired = QStringLiteral("expired"),
                     kFetched = QStringLiteral("fetched"), kRefunded = QStringLiteral("refunded"),
                     kSilent = QStringLiteral("silent"), kChargedBack = QStringLiteral("charged_back");
} // namespace change

} // namespace tresen::adapters::training
