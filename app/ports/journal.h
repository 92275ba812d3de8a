// Port: Journal is the truth: append-only, hash-chained, with projections and an outbox kept in the same transaction.
// Services decide inside it: decide() loads what the decision needs, calls the pure function on the database thread and appends what it
// answers, all in one transaction, so two desks can never decide on the same old state. Answers arrive on any thread: take them with onReady().
#pragma once
#include "app/core/work_gauge.h"
#include "app/domain/json.h"
#include "app/domain/right_rules.h"
#include <QFuture>
#include <QHash>
#include <functional>
#include <memory>
#include <optional>

namespace tresen::ports {

struct Situation;

// How much of the stays of what is found is loaded with it.
enum class Stays {
    None,
    Keys,       // the keys the invoices found hang on
    Moving,     // likewise; and Whole where Subject::moves says, of what was found so far, that something of these stays may move
    Whole       // the keys, and every invoice that hangs on one of them or on one of the keys found
};

// What to load before deciding. Everything found lands in the Situation; what is not found is simply absent there.
struct Subject {
    std::vector<domain::InvoiceId> invoices;
    std::vector<domain::KeyId> keys;
    QStringList naturalKeys;
    QStringList numbers;             // invoices by their number, any year or system
    QStringList codes;               // on a sheet, superseded ones too: desk code, token or address of the link, as printed
    QStringList plates;              // folded, see foldPlate(): the newest stay of that vehicle
    QStringList vins;                // the stays of vehicles with this VIN, also those that were called so once
    QStringList otherWays;           // natural keys: what has come under one of them by another way, see domain::twoWaysTask(); also of what is found by number
    QString hook{};                  // the keys that hang on it now
    QStringList creditsFor;          // credit notes that name one of these numbers as their preceding invoice
    QStringList settingKeys;
    bool withAccount = false;        // what the customer of the first invoice has open on account, see Situation::onAccount
    Stays stays = Stays::None;
    std::function<bool(const Situation&)> moves{};   // pure, asked with Stays::Moving; none: always
    QString cardReceipt{};           // number on a card terminal's slip, see Situation::cardReceiptKnown
    std::optional<domain::Right> right{};    // what the person who asks needs beyond what the events say, see domain::checkRights()
    domain::UserId agreedBy{};       // who has agreed to this one decision, with name and PIN
};

struct Situation {
    std::vector<domain::OpenItem> items;     // each once
    std::vector<domain::VehicleKey> keys;
    QHash<QString, QString> settings;
    domain::Money onAccount;                 // open on account over all other invoices of that customer; only with withAccount
    qint64 lastSheet = 0, lastRun = 0, lastReceipt = 0;   // running numbers of the site, as the journal has them
    bool cardReceiptKnown = false;           // a card payment of this site and day (local time) has that receipt already; two terminals may count alike
    Instant now;                             // the time this transaction's entries will carry
    domain::Actor actor{};                   // who decides, and who has agreed
    std::shared_ptr<const domain::People> folk{};   // see people()

    const domain::OpenItem* item(const domain::InvoiceId& id) const;
    const domain::VehicleKey* key(const domain::KeyId& id) const;
    std::vector<domain::OpenItem> itemsOf(const domain::KeyId& id) const;
    const domain::People& people() const;    // who works here; always loaded
    // Names for what is written down: of who decides and of who has agreed; where nobody has to come in, what the station knows otherwise.
    QString actingName(const QString& otherwise) const;
    QString agreedName(const QString& otherwise) const;
};

struct OutboxTask {                  // an effect that has to leave the house, stored with the fact that causes it
    QString key;                     // idempotency key, unique for ever
    QString kind;                    // "portal.create", "portal.cancel", "portal.refund", "mail", "writeback"
    domain::InvoiceId invoice;
    QByteArray payload;              // JSON; sent byte for byte the same on every retry
    int waitMs = 0;                  // not before this much later: until then it can be taken back
};

struct OutboxEntry : OutboxTask {
    int attempts = 0;
    Instant dueAt;
    QString lastError;
};

struct Decision {
    std::vector<domain::Event> events;
    std::vector<OutboxTask> outbox;
    QStringList outboxDone;          // keys that are finished with this decision
};
using Decide = std::function<Result<Decision>(const Situation&)>;   // pure; called on the database thread, possibly more than once

struct Appended {
    std::vector<domain::Recorded> entries;
    std::vector<domain::BoardRow> rows;      // every board row these entries changed, once, as it is after the last one
};

struct Job { Subject subject; Decide decide; };

// What is set for every desk, as far as the journal goes at that moment.
struct SiteSettings {
    qint64 seq = 0;                                    // of its newest entry
    std::optional<QHash<QString, QString>> values{};   // all of them; nullopt: none has changed since the entry that was asked for
};
inline constexpr qint64 kNoEntry = -1;   // before the first one

struct ItemDetail {
    domain::OpenItem item;
    domain::VehicleKey key;                  // see domain::shownKey()
    std::vector<domain::VehicleKey> keys;    // of all its vehicles, the shown one among them
    domain::Invoice record;                  // newest version, see domain::asCorrected()
    std::vector<domain::Recorded> timeline;  // its own entries and those of its keys, oldest first
    std::vector<domain::BoardRow> related;   // same stay or same customer, newest first, at most kMaxRelated
};
inline constexpr int kMaxRelated = 20;

// What a board needs to stand on the screen with right counts and sums: every unfinished row, and where these are few the latest finished.
struct BoardStart {
    std::vector<domain::BoardRow> rows;      // by urgency
    int more = 0;                            // finished ones (handed over, cancelled) that are not among them: see board()
};
inline constexpr int kBoardStartRows = 100;  // more than fit on a screen

class Journal {
public:
    virtual ~Journal() = default;

    // Who decides from now on; any thread. Null: nobody has come in, entries carry this name instead. Without any people it means nothing.
    virtual void setActing(domain::UserId user, QString otherwise) = 0;

    // Refusals beside those of decide: domain::checkRights(), over every event that it answers.
    virtual QFuture<Result<Appended>> decide(Subject subject, Decide decide) = 0;
    // Many decisions in one transaction (group commit). A refused one leaves the others alone; the answers stand in the order of the jobs.
    // The whole future fails only when the commit itself fails: then nothing of it happened.
    virtual QFuture<Result<std::vector<Result<Appended>>>> decideAll(std::vector<Job> jobs) = 0;

    virtual QFuture<Result<Situation>> load(Subject subject) = 0;
    virtual QFuture<Result<std::vector<domain::BoardRow>>> board() = 0;                       // all rows, by urgency
    virtual QFuture<Result<BoardStart>> boardStart() = 0;
    virtual QFuture<Result<std::vector<domain::BoardRow>>> boardSince(qint64 seq) = 0;        // rows whose seq is greater
    virtual QFuture<Result<ItemDetail>> detail(domain::InvoiceId invoice) = 0;
    virtual QFuture<Result<std::vector<domain::Recorded>>> entries(qint64 afterSeq, int limit) = 0;   // for exports
    // Entries of that time, until left out, whose sequence number is greater than afterSeq.
    virtual QFuture<Result<std::vector<domain::Recorded>>> entriesBetween(Instant from, Instant until, qint64 afterSeq, int limit) = 0;
    // Runs of the intake and what was refused, see domain::ArrivalBook: those that say they were at this time or later, and were written after that one.
    virtual QFuture<Result<std::vector<domain::Recorded>>> arrivals(Instant from, qint64 afterSeq) = 0;
    virtual QFuture<Result<std::vector<domain::OpenItem>>> watched() = 0;   // every item whose row says truthElsewhere: to be asked for
    virtual QFuture<Result<std::vector<domain::OpenItem>>> ofLinks(QString portal, QStringList links) = 0;   // whoever they belong to, however old
    virtual QFuture<Result<std::vector<domain::InvoiceId>>> takenBy(domain::BatchId batch) = 0;   // what the run brought as new and nothing has changed since
    virtual QFuture<Result<std::vector<domain::OpenItem>>> toWriteBack() = 0;                 // see settlementOwed(), and written but not accepted
    virtual QFuture<Result<QHash<QString, QString>>> settings() = 0;
    virtual QFuture<Result<SiteSettings>> settingsSince(qint64 seq) = 0;   // kNoEntry: with the values in any case

    virtual QFuture<Result<std::vector<OutboxEntry>>> outboxDue(Instant now, int limit) = 0;
    virtual QFuture<Result<Ok>> outboxFailed(QString key, QString error, Instant retryAt) = 0;
    // Notes that a live request was looked at without news: age of the knowledge, no journal entry. Answers the row as it is then.
    virtual QFuture<Result<std::vector<domain::BoardRow>>> refreshed(std::vector<domain::InvoiceId> invoices, Instant at) = 0;

    // Called (on any thread) with the highest sequence number after another process or desk has written: re-read with boardSince().
    virtual void onForeignChange(std::function<void(qint64 seq)> changed) = 0;
};

// What a check finds hurt, the worst last. Only the entries are the truth: everything else is made of them and can be made anew from them.
enum class Hurt {
    Nothing,
    Display,                         // what the board shows and what is found by: no rule decides on it
    Rules,                           // items, keys, settings, counters, people: rules decide on them
    Truth                            // the database itself, the chain of the entries, or one that cannot be read
};

struct VerifyReport {
    qint64 entries = 0;
    qint64 firstBadSeq = 0;
    QStringList problems;            // a line each; "and … more" beyond a number
    Hurt hurt = Hurt::Nothing;       // the worst of them
    QStringList parts{};             // what differs, each once: "database", "entries", "items", "keys", "settings", "counters", "people", "board"
    bool remade = false;             // what differed has been made anew since, and was found in order
    bool ok() const { return problems.isEmpty(); }
    bool canBeRemade() const { return hurt == Hurt::Display || hurt == Hurt::Rules; }
};

// How much there is, and of what age.
struct StoreFacts {
    QString dialect;                 // "sqlite", "postgres"
    int schema = 0;
    qint64 entries = 0, invoices = 0, keys = 0, outbox = 0;
    qint64 bytes = 0;                // of the database; 0: not known
    Instant newest;                  // of the newest entry; null: there is none
};

// What came of reading a backup into an empty place.
struct DrillReport {
    StoreFacts facts;                // as they were when it was made
    qint64 firstBadSeq = 0;
    QStringList problems;
    int documents = -1;              // sheets, receipts, signatures and pages that are whole; -1: it holds the bookings alone
    bool ok() const { return problems.isEmpty(); }
};

// The vault around the journal: check, copy, restore. Called by the command line, the settings and the diagnostics page.
class Vault {
public:
    virtual ~Vault() = default;
    virtual QFuture<Result<VerifyReport>> verify() = 0;             // hash chain and all projections recomputed from the entries
    virtual QFuture<Result<Ok>> backup(QString file) = 0;           // consistent copy while others write; checked after writing
    // As verify(), beside the bookings, which go on meanwhile. Refused "vault.stopped" when the gauge says so.
    virtual QFuture<Result<VerifyReport>> check(Gauge gauge) = 0;
    // Checks; where the entries are whole and only what is made of them differs, makes it anew from them in one transaction and checks again. Answers what
    // was found first, remade or not. Failures beside those of check(): those of a write; then everything is as it was.
    virtual QFuture<Result<VerifyReport>> remake(Gauge gauge) = 0;
    // Restores the backup into a folder of its own, brings it to the schema of today, verifies it and removes it again. Failures: those of checking a
    // backup ("backup.none", "backup.damaged", "store.newer_schema"), "store.unwritable" without room for it, "vault.stopped".
    virtual QFuture<Result<DrillReport>> drill(QString file, Gauge gauge) = 0;
    virtual QFuture<Result<StoreFacts>> facts() = 0;
};

} // namespace tresen::ports
