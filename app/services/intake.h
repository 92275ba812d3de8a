// Intake: takes invoice files over from the workshop system. Files are read on the pool, decided and stored in groups of one commit each;
// every file is all-or-nothing and gets its own answer.
#pragma once
#include "app/core/clock.h"
#include "app/domain/intake_rules.h"
#include "app/ports/journal.h"
#include "app/ports/workshop_source.h"
#include "app/services/agreement.h"
#include "app/services/document_shelf.h"
#include "app/services/done.h"
#include "app/services/journal_feed.h"
#include <QObject>
#include <QThreadPool>
#include <deque>
#include <functional>
#include <optional>

namespace tresen::services {

struct FileOutcome {
    enum class Status { Taken, SameAgain, NewVersion, Refused };
    QString file;
    int line = 0;                    // of the file, from 1, where it holds several invoices; 0: the file is the invoice
    bool endsFile = true;            // the last outcome of its file
    Status status = Status::Refused;
    Error error;                     // when refused
    domain::InvoiceId invoice;
    QString number, customer, plate; // as far as they could be read, also when refused
    domain::Money amount;
    QStringList notices;             // warnings of the reader and what a person has to look at, "payee.differs"
    std::vector<domain::Finding> found;   // by rule in its texts: to be confirmed
    domain::BatchId batch;           // the run it belongs to
    QString sha256;                  // of the file, as it was read; empty when it could not be
    domain::ArrivalWay way = domain::ArrivalWay::Desk;

    // Refused for good: neither the store, the drive nor another desk is at fault, and trying again changes nothing.
    bool refusedForGood() const;
};
QString codeOf(FileOutcome::Status status);   // "taken", "same_again", "new_version", "refused"

// One row of a run that was only checked, to be taken over now. An empty file: there is none, the invoice is typed in from paper. entry: what a person has typed over what was read, or by hand where nothing could be.
struct IntakePick {
    QString file;
    int line = 0;                    // see FileOutcome
    QString sha256;                  // the file as the person has seen it: another one is refused, Conflict "file.changed"
    std::optional<domain::InvoiceEntry> entry;
};

// What is in one row of a file, to be completed by a person.
struct IntakeLook {
    domain::Invoice read;            // empty: nothing could be read; then the entry is a proposal
    domain::InvoiceEntry entry;
    QString sha256;
    bool isRow = false;              // of a table, else the file is the invoice
};

struct UndoSummary {
    int undone = 0, kept = 0;
    int putBack = 0;                 // of those undone: back to the version before
    QStringList numbers;             // of the first few that stay, with the reason of each: "R-4711", "undo.paid"
    QStringList reasons;
    static constexpr int kMostNamed = 5;
};

struct IntakeSummary {
    int taken = 0, sameAgain = 0, newVersions = 0, refused = 0;   // invoices
    domain::BatchId batch;
    int files = 0;                   // they came from; 0: typed in from paper
};

// One file to take over. bytes is asked once, on a thread of the pool.
struct IntakeInput {
    QString name;                    // for people and the journal; a path where there is one; empty: typed in from paper
    std::function<Result<QByteArray>()> bytes;
    bool mayHaveGone = false;        // found by listing a folder: when it has gone by now, nothing is said
    bool onlyNew = false;            // one that is known already is refused: Conflict "order.known", its id in the detail
    bool whole = false;              // of a table all records are taken, or none: "file.others_refused"
    QString sha256{};                // not empty: only the file with these contents
    std::vector<IntakePick> picks{}; // not empty: only these lines
    QDate today{};                   // for what is typed in
    domain::ArrivalWay way = domain::ArrivalWay::Desk;   // of the run: its first input says
};

class Intake final : public QObject {
    Q_OBJECT
public:
    Intake(ports::Journal& journal, JournalFeed& feed, const ports::WorkshopSource& source, QObject* parent = nullptr);
    ~Intake() override;

    void setSite(QString site, QString system, QString deskSite = {});   // deskSite: of this desk, where it stands at another one
    // Pages somebody types in, and what is attached to orders, are kept there before their invoice is stored; what cannot be kept is not taken: "document.too_large", "document.not_kept".
    void keepDocuments(DocumentShelf shelf) { m_shelf = std::move(shelf); }
    // Files and folders (their regular files by name, not deeper than kMaxFolderDepth). dryRun: says what would happen and stores nothing.
    // One run at a time; a second call waits for its turn. Answers the id of the run, which its outcomes and its summary carry.
    domain::BatchId take(const QStringList& paths, bool dryRun, Done<IntakeSummary> done, domain::ArrivalWay way = domain::ArrivalWay::Desk);
    // The same for what does not come by a path. The outcomes come in the order of the inputs.
    domain::BatchId take(std::vector<IntakeInput> inputs, Done<IntakeSummary> done);
    // Only these, typed over or as they are. In the order of their files. From paper: one whose number is here already is refused, Conflict "invoice.known".
    domain::BatchId take(const std::vector<IntakePick>& picks, QDate today, Done<IntakeSummary> done);
    // Reads one row of a file once more, also where the hot folder has put it away since. Errors: of the file itself ("file.missing", …), NotFound "file.line".
    void look(const QString& file, int line, const QString& sha256, Done<IntakeLook> done);
    // Takes back what a run has brought, each for itself: what has left the house stays, see domain::decideUndo(); of a new version the one before counts
    // again, see domain::decideVersionUndo(). Answers when all are done.
    void undo(const domain::BatchId& batch, Done<UndoSummary> done);
    // Folders that are passed over when a folder is read: what stands there has been read already.
    void passOver(QStringList folders) { m_passedOver = std::move(folders); }

    qint64 maxBytes(const QString& name) const { return m_source.maxBytes(name); }   // of a file of that name

    // The workshop system has cancelled it, and the way back. agreed: the second person of somebody who may not alone. Refusals: domain::decideCancel(),
    // domain::decideRestore(), domain::checkRights().
    void cancelInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done, const Agreement& agreed = {});
    void restoreInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done);

    // What the sender of an order may ask and say about it later. NotFound "invoice.unknown".
    void find(const domain::InvoiceId& invoice, Done<domain::OpenItem> done);
    // change: of the newest version, pure; what it refuses is answered. A new version as from a file, but what the first order was known by stays: the
    // same order sent once more takes nothing back. Conflict "invoice.cancelled", "order.is_document" (the document says what is right), "order.busy"
    // (it was changed meanwhile: ask again).
    void amend(const domain::InvoiceId& invoice, std::function<Result<domain::Invoice>(const domain::Invoice&)> change, Done<Ok> done);
    // Its sender has closed it. Money and key are a person's to decide: the task "order.closed", once for each version; none where nothing is asked for.
    void noteClosed(const domain::InvoiceId& invoice, Done<Ok> done);

    static constexpr int kGroup = 250;             // invoices per commit, files read in one go; two of them are a slice of FolderSweep
    static constexpr int kStoredAhead = 2;         // groups the journal may be asked to store at once
    static constexpr int kMaxFolderDepth = 4;
    static constexpr int kMaxFiles = 200'000;

Q_SIGNALS:
    void fileDone(const tresen::services::FileOutcome& outcome);
    void progress(int done, int total);
    void effectsStored();                          // something waits in the outbox

private:
    struct Read { QString file; int line; bool endsFile, onlyNew; Result<ports::InvoiceDocument> document; QString number, sha256, contentHash; std::vector<domain::DocumentKept> documents{}; };
    using Group = std::shared_ptr<std::vector<Read>>;
    struct Run;
    struct Undo;
    std::shared_ptr<Run> makeRun(Done<IntakeSummary> done) const;
    void enqueue(const std::shared_ptr<Run>& run);
    void advance();
    static std::vector<Read> readOne(const IntakeInput& file, const ports::WorkshopSource& source, const DocumentShelf& shelf);   // none: it has gone
    static std::vector<Read> readPicks(const IntakeInput& file, const QString& hash, const Result<std::vector<ports::Arrived>>& arrived);
    static void addNotices(Read& read);
    static void keepAttached(Read& read, const DocumentShelf& shelf);
    domain::IntakeCommand commandOf(Read& read, const domain::BatchId& batch) const;
    static void keepPage(const QByteArray& bytes, const QString& hash, const DocumentShelf& shelf, std::vector<Read>& picked);
    void amendVersion(const ports::ItemDetail& known, const domain::Invoice& changed, Done<Ok> done);
    void publishDone(const Result<ports::Appended>& appended, const Done<Ok>& done);
    void undoGroup(const std::shared_ptr<Undo>& undo);
    using DecideOne = std::function<Result<domain::IntakeDecision>(const domain::OpenItem&, const ports::Situation&)>;
    void decideOne(const domain::InvoiceId& invoice, DecideOne one, Done<Ok> done, const Agreement& agreed);
    void undoVersions(const std::shared_ptr<Undo>& undo);
    void undoEnded(const std::shared_ptr<Undo>& undo);
    void undoVersion(const std::shared_ptr<Undo>& undo, const ports::ItemDetail& detail);
    void noteUndo(Undo& undo, const Result<ports::Appended>& answer, bool version);
    ports::Job runJob(const std::shared_ptr<Run>& run, const std::shared_ptr<std::vector<FileOutcome>>& outcomes, const std::vector<std::size_t>& jobOf) const;
    void readGroup();
    void storeGroup(const Group& group);
    void stored(const std::vector<FileOutcome>& outcomes);
    void report(const FileOutcome& outcome);
    void finishRun();

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    const ports::WorkshopSource& m_source;
    QString m_site, m_system, m_deskSite;
    QStringList m_passedOver;
    DocumentShelf m_shelf;
    QThreadPool m_pool;
    std::deque<std::shared_ptr<Run>> m_runs;       // the first one is at work
};

} // namespace tresen::services
