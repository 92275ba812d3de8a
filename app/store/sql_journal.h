// SqlJournal: the journal and its vault on SQLite or PostgreSQL. The composition root makes one, opens it and hands it to the services.
// Every method answers from the database thread; errors are those of the connections (see sqlite_connection.h, postgres_connection.h) and
//   "journal.already_booked"  Conflict   a natural key is in the journal already: nothing of this decision happened
//   "journal.too_large"       Invalid    a payload above limits::kMaxPayload, or too many events or jobs at once
//   "journal.contradiction"   Corrupt    the events do not fit what is there, see domain::apply()
//   "store.tail_missing", "store.other_history", "store.newer_schema", "store.foreign_database": open() refuses, nothing is changed
// Freshness (refreshed()) is no part of the journal; it makes truthAt newer in every row and item that is answered, never in what is stored.
#pragma once
#include "app/ports/journal.h"
#include "app/ports/portal_memory.h"
#include "app/store/appender.h"
#include "app/store/damage_mark.h"
#include "app/store/db_thread.h"
#include "app/store/entry.h"
#include "app/store/head_mark.h"
#include "app/store/rows.h"
#include <QMutex>
#include <QThreadPool>

namespace tresen::store {

class ChangeWatch;

class SqlJournal final : public ports::Journal, public ports::Vault, public ports::PortalMemory {
public:
    SqlJournal(StoreConfig config, const Clock& clock);
    ~SqlJournal() override;   // waits for what is queued and for a backup that is being written

    // First of all: opens, checks, migrates. Everything else answers this one's error until it has succeeded.
    QFuture<Result<Ok>> open();
    void setOrigin(domain::Origin origin);      // of the entries decided from now on; any thread
    // Whether commits of others are looked for: the desk's window does, a command does not.
    void followOthers(bool on);
    // Whether this desk is the one that polls the portals. PostgreSQL: until its connection ends; SQLite: always.
    QFuture<Result<bool>> electedToPoll();

    void setActing(domain::UserId user, QString otherwise) override;
    QFuture<Result<ports::Appended>> decide(ports::Subject subject, ports::Decide decide) override;
    QFuture<Result<std::vector<Result<ports::Appended>>>> decideAll(std::vector<ports::Job> jobs) override;
    QFuture<Result<ports::Situation>> load(ports::Subject subject) override;
    QFuture<Result<std::vector<domain::BoardRow>>> board() override;
    QFuture<Result<ports::BoardStart>> boardStart() override;
    QFuture<Result<std::vector<domain::BoardRow>>> boardSince(qint64 seq) override;
    QFuture<Result<ports::ItemDetail>> detail(domain::InvoiceId invoice) override;
    QFuture<Result<std::vector<domain::Recorded>>> entries(qint64 afterSeq, int limit) override;
    QFuture<Result<std::vector<domain::Recorded>>> entriesBetween(Instant from, Instant until, qint64 afterSeq, int limit) override;
    QFuture<Result<std::vector<domain::Recorded>>> arrivals(Instant from, qint64 afterSeq) override;
    QFuture<Result<std::vector<domain::OpenItem>>> watched() override;
    QFuture<Result<std::vector<domain::InvoiceId>>> takenBy(domain::BatchId batch) override;
    QFuture<Result<std::vector<domain::OpenItem>>> ofLinks(QString portal, QStringList links) override;
    QFuture<Result<std::vector<domain::OpenItem>>> toWriteBack() override;
    QFuture<Result<QHash<QString, QString>>> settings() override;
    QFuture<Result<ports::SiteSettings>> settingsSince(qint64 seq) override;
    QFuture<Result<std::vector<ports::OutboxEntry>>> outboxDue(Instant now, int limit) override;
    QFuture<Result<Ok>> outboxFailed(QString key, QString error, Instant retryAt) override;
    QFuture<Result<std::vector<domain::BoardRow>>> refreshed(std::vector<domain::InvoiceId> invoices, Instant at) override;
    void onForeignChange(std::function<void(qint64 seq)> changed) override;

    QFuture<Result<ports::VerifyReport>> verify() override;
    QFuture<Result<Ok>> backup(QString file) override;
    QFuture<Result<ports::VerifyReport>> check(Gauge gauge) override;
    QFuture<Result<ports::VerifyReport>> remake(Gauge gauge) override;
    QFuture<Result<ports::DrillReport>> drill(QString file, Gauge gauge) override;
    QFuture<Result<ports::StoreFacts>> facts() override;
    // Ok, or Corrupt "store.stopped": this or another process has found the stored data damaged, and every writing here answers the same until they are
    // restored, salvaged, or found in order by verify(), check() or remake(). What only the board shows stops nothing. Cheap.
    QFuture<Result<Ok>> mayWrite();

    QFuture<Result<QString>> place(QString portal) override;
    QFuture<Result<Ok>> keepPlace(QString portal, QString cursor, Instant at) override;
    QFuture<Result<int>> keepNotice(QString portal, QStringList eventIds, QStringList linkIds, QByteArray raw, std::vector<ports::PaymentName> names, Instant at) override;
    QFuture<Result<QString>> paymentName(QString portal, QString of) override;
    QFuture<Result<std::vector<ports::KeptNotice>>> noticesAfter(qint64 id) override;
    QFuture<Result<qint64>> lastNotice() override;
    void onForeignNotice(std::function<void()> kept) override;

private:
    Result<Ok> prepare(Connection& db);
    template <class T> QFuture<Result<T>> beside(std::function<Result<T>()> work);   // on the thread of the backups
    Result<ports::VerifyReport> settle(Result<ports::VerifyReport> report);   // what a check found holds for everybody
    Signer signer() const;
    void committed();   // database thread, after every write transaction

    const StoreConfig m_config;
    const Clock& m_clock;
    mutable QMutex m_originLock;
    Signer m_signer;
    Head m_lastHead;                            // of the running transaction; database thread
    DamageMark m_damage{m_config};
    std::optional<HeadMark> m_mark;             // SQLite only; database thread
    QThreadPool m_backups;
    std::unique_ptr<ChangeWatch> m_watch;
    DbThread m_db;                              // last: its thread ends first
};

} // namespace tresen::store
