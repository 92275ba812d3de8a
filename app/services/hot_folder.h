// HotFolder: takes in what the workshop system puts into its export folder. Change notices wake it, a timer sweeps for what they miss (they do
// not cross network drives). No folder is read in the caller's thread; see FolderSweep for what happens to the files, Intake for what is in them.
#pragma once
#include "app/services/folder_sweep.h"
#include "app/services/intake.h"
#include <QElapsedTimer>
#include <QPointer>
#include <QThread>
#include <QThreadPool>
#include <QTimer>

class QFileSystemWatcher;

namespace tresen::services {

struct HotFolderOptions {
    QString folder;                            // empty: stops
    FolderSweep::Keep keep = FolderSweep::Keep::Move;
    FolderSweep::Pace pace{};
    int lookMs = 3'000;                        // between two looks
    QList<QByteArray> endings{".xml", ".pdf"}; // of the names that are looked at
    friend bool operator==(const HotFolderOptions& a, const HotFolderOptions& b)
    {
        return a.folder == b.folder && a.keep == b.keep && a.lookMs == b.lookMs && a.endings == b.endings;
    }
};

struct HotFolderCounts {
    int done = 0, failed = 0;                  // since the folder is watched
    int waiting = 0;                           // do not stand still yet, are being read, or could not be stored for now
    int ignored = 0;                           // links, pipes and the like with the name of an invoice, at the last whole look
    friend bool operator==(const HotFolderCounts&, const HotFolderCounts&) = default;
};

class HotFolder final : public QObject {
    Q_OBJECT
public:
    explicit HotFolder(Intake& intake, QObject* parent = nullptr);
    ~HotFolder() override;

    // What is written beside a refused file: its reason and what to do, in words. Without it the code alone.
    void setWords(std::function<QString(const FileOutcome&)> words) { m_words = std::move(words); }
    void watch(HotFolderOptions options);
    void lookSoon();                           // a nudge, from wherever
    void lookNow(Done<Ok> done);               // Refused "source.none": no folder is watched, "source.held"; Unreachable "source.folder"
    // While somebody only checks, no further file is taken; those claimed already are finished. Nothing of it is kept: a new start watches.
    void hold(bool held);
    HotFolderCounts counts() const { return m_counts; }
    bool isReadOnly() const { return m_readOnly; }   // files are left where they are although they should be moved

    static constexpr int kNudgeMs = 300;       // looks are not closer together than this, nor than four times what the last one took
    static constexpr int kBatchesAhead = 2;    // one is being taken in while the next one is claimed

Q_SIGNALS:
    void reachable(bool yes);                  // the folder can be read, or it has gone; at every look
    void progress(const tresen::services::HotFolderCounts& counts);
    void swept();                              // a whole look is done and nothing of it is on its way any more

private:
    struct Batch {
        std::shared_ptr<FolderSweep> sweep;    // the one that claimed them
        std::vector<FolderSweep::Verdict> files;
        std::size_t next = 0;
        bool first = true;                     // the next outcome is the first one of its file
    };
    void look();
    void step();
    void stepped(const FolderSweep::Slice& slice);
    void takeIn(std::vector<FolderSweep::Claim> claims);
    void takeOutcome(const FileOutcome& outcome);
    void putAway(const domain::BatchId& batch);
    void endLook();
    void answer(const Result<Ok>& looked);
    void tell();
    void wake(const QString& folder);
    QByteArray noteFor(const FileOutcome& outcome) const;

    Intake& m_intake;
    HotFolderOptions m_options;
    std::function<QString(const FileOutcome&)> m_words;
    std::shared_ptr<FolderSweep> m_sweep;      // new with every folder; used in m_worker only
    QHash<domain::BatchId, Batch> m_batches;
    std::vector<Done<Ok>> m_asked;             // who waits for the look that is under way
    HotFolderCounts m_counts, m_told;
    int m_seenWaiting = 0, m_settling = 0;
    bool m_looking = false, m_stepping = false, m_readOnly = false, m_held = false;
    QElapsedTimer m_clock, m_lastTold;
    qint64 m_lookBegan = 0, m_lookTook = 0;
    QTimer m_timer, m_nudge;
    QThreadPool m_worker;                      // one thread: the sweep's calls come one after the other
    QThread m_watchThread;                     // asking for change notices touches the drive too
    QFileSystemWatcher* m_watcher;
};

} // namespace tresen::services
