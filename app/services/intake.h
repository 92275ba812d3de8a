// Intake: takes invoice files over from the workshop system. Files are read on the pool, decided and stored in groups of one commit each;
// every file is all-or-nothing and gets its own answer.
#pragma once
#include "app/core/clock.h"
#include "app/domain/intake_rules.h"
#include "app/ports/journal.h"
#include "app/ports/workshop_source.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>
#include <QThreadPool>
#include <deque>

namespace tresen::services {

struct FileOutcome {
    enum class Status { Taken, SameAgain, NewVersion, Refused };
    QString file;
    Status status = Status::Refused;
    Error error;                     // when refused
    domain::InvoiceId invoice;
    QString number, customer, plate; // as far as they could be read, also when refused
    domain::Money amount;
    QStringList notices;             // warnings of the reader and what a person has to look at, "payee.differs"
    domain::BatchId batch;           // the run it belongs to
};
QString codeOf(FileOutcome::Status status);   // "taken", "same_again", "new_version", "refused"

struct IntakeSummary { int taken = 0, sameAgain = 0, newVersions = 0, refused = 0; domain::BatchId batch; };

class Intake final : public QObject {
    Q_OBJECT
public:
    Intake(ports::Journal& journal, JournalFeed& feed, const ports::WorkshopSource& source, QObject* parent = nullptr);
    ~Intake() override;

    void setSite(QString site, QString system);
    // Files and folders (their regular files by name, not deeper than kMaxFolderDepth). dryRun: says what would happen and stores nothing.
    // One run at a time; a second call waits for its turn. Answers the id of the run, which its outcomes and its summary carry.
    domain::BatchId take(const QStringList& paths, bool dryRun, Done<IntakeSummary> done);

    // The workshop system has cancelled it. Refusals: domain::decideCancel().
    void cancelInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done);

    static constexpr int kGroup = 200;             // files per commit
    static constexpr int kMaxFolderDepth = 4;
    static constexpr int kMaxFiles = 200'000;

Q_SIGNALS:
    void fileDone(const tresen::services::FileOutcome& outcome);
    void progress(int done, int total);
    void effectsStored();                          // something waits in the outbox

private:
    struct Read { QString file; Result<ports::InvoiceDocument> document; QString sha256, contentHash; };
    struct Run;
    void startNext();
    void readGroup();
    void storeGroup(std::vector<Read> group);
    void report(FileOutcome outcome);
    void finishRun();

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    const ports::WorkshopSource& m_source;
    QString m_site, m_system;
    QThreadPool m_pool;
    std::deque<std::shared_ptr<Run>> m_runs;       // the first one is at work
};

} // namespace tresen::services
