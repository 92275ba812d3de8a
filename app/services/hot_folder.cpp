#include "app/services/hot_folder.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QFileSystemWatcher>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr int kTellMs = 250;
constexpr qsizetype kMaxNote = 64 * 1024;   // of the reasons beside a refused file

// Something that may be better later: the store, the drive, a helper process. The file itself is not at fault.
bool mayPass(const Error& error)
{
    switch (error.fault) {
    case Fault::Invalid:
    case Fault::Refused:
    case Fault::NotFound: return false;
    case Fault::Conflict:
    case Fault::Unreachable:
    case Fault::Timeout:
    case Fault::Corrupt:
    case Fault::Internal: return true;
    }
    Q_UNREACHABLE();
}

FolderSweep::Verdict::Kind verdictOf(const FileOutcome& outcome)
{
    using Kind = FolderSweep::Verdict::Kind;
    if (outcome.status != FileOutcome::Status::Refused) return Kind::Done;
    if (outcome.error.fault == Fault::NotFound) return Kind::Gone;   // another desk has it
    return mayPass(outcome.error) ? Kind::Again : Kind::Failed;
}

// Of several invoices in one file the worst answer is the file's.
int rankOf(FolderSweep::Verdict::Kind kind)
{
    using Kind = FolderSweep::Verdict::Kind;
    switch (kind) {
    case Kind::Done: return 0;
    case Kind::Gone: return 1;
    case Kind::Failed: return 2;
    case Kind::Again: return 3;   // first what may pass
    }
    Q_UNREACHABLE();
}

} // namespace

HotFolder::HotFolder(Intake& intake, QObject* parent) : QObject{parent}, m_intake{intake}, m_watcher{new QFileSystemWatcher}
{
    m_worker.setMaxThreadCount(1);
    m_clock.start();
    m_nudge.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &HotFolder::look);
    connect(&m_nudge, &QTimer::timeout, this, &HotFolder::look);
    connect(&m_intake, &Intake::fileDone, this, &HotFolder::takeOutcome);
    m_watchThread.setObjectName(u"folder"_s);
    m_watcher->moveToThread(&m_watchThread);
    connect(&m_watchThread, &QThread::finished, m_watcher, &QObject::deleteLater);
    connect(m_watcher, &QFileSystemWatcher::directoryChanged, this, &HotFolder::lookSoon);
    m_watchThread.start();
}

HotFolder::~HotFolder()
{
    m_watchThread.quit();
    m_watchThread.wait();
    m_worker.waitForDone();
}

void HotFolder::wake(const QString& folder)
{
    QMetaObject::invokeMethod(m_watcher, [watcher = m_watcher, folder] {
        if (const auto old = watcher->directories(); !old.isEmpty()) watcher->removePaths(old);
        if (!folder.isEmpty()) watcher->addPath(folder);   // when it cannot be watched the timer is enough
    }, Qt::QueuedConnection);
}

void HotFolder::watch(HotFolderOptions options)
{
    if (options == m_options) return;
    m_options = std::move(options);
    m_sweep.reset();
    m_looking = m_stepping = false;
    m_counts = {};
    m_seenWaiting = 0;
    m_readOnly = false;
    m_timer.stop();
    m_nudge.stop();
    wake(m_options.folder);
    if (m_options.folder.isEmpty()) return answer(Error{Fault::Refused, u"source.none"_s, {}});
    m_sweep = std::make_shared<FolderSweep>(m_options.folder, m_options.keep, m_options.pace, m_options.endings);
    m_timer.start(m_options.lookMs);
    look();
}

void HotFolder::lookSoon()
{
    if (!m_sweep || m_nudge.isActive()) return;
    m_nudge.start(static_cast<int>(std::min<qint64>(std::max<qint64>(4 * m_lookTook, kNudgeMs), std::max(m_options.lookMs, kNudgeMs))));
}

void HotFolder::lookNow(Done<Ok> done)
{
    if (!m_sweep) return done(Error{Fault::Refused, u"source.none"_s, {}});
    if (m_held) return done(Error{Fault::Refused, u"source.held"_s, {}});
    m_asked.push_back(std::move(done));
    look();
}

void HotFolder::hold(bool held)
{
    if (held == m_held) return;
    m_held = held;
    if (held) answer(Error{Fault::Refused, u"source.held"_s, {}});   // the look that is under way does not end before it goes on
    else m_looking ? step() : look();
}

void HotFolder::answer(const Result<Ok>& looked)
{
    for (const auto& asked : std::exchange(m_asked, {})) asked(looked);
}

void HotFolder::look()
{
    if (!m_sweep || m_looking || m_held) return;   // a network drive that hangs: one look at a time
    m_looking = true;
    m_lookBegan = m_clock.elapsed();
    step();
}

void HotFolder::step()
{
    if (!m_looking || m_stepping || m_held || m_batches.size() >= kBatchesAhead) return;
    m_stepping = true;
    onReady(QtConcurrent::run(&m_worker, [sweep = m_sweep, now = m_clock.elapsed()] { return sweep->step(now); }), this,
            [this, sweep = m_sweep](const FolderSweep::Slice& slice) {
        if (sweep != m_sweep) return;   // another folder by now; what was claimed is found in work/ when this one is watched again
        m_stepping = false;
        stepped(slice);
    });
}

void HotFolder::stepped(const FolderSweep::Slice& slice)
{
    if (slice.gone) {
        m_looking = false;
        wake(m_options.folder);   // a drive that comes back is another one to the system
        Q_EMIT reachable(false);
        answer(Error{Fault::Unreachable, u"source.folder"_s, m_options.folder});
        tell();
        return;
    }
    m_readOnly = slice.readOnly;
    if (!slice.claims.empty()) takeIn(slice.claims);
    if (!slice.atEnd) return step();
    m_seenWaiting = slice.waiting;
    m_counts.ignored = slice.ignored;
    endLook();
}

void HotFolder::takeIn(std::vector<FolderSweep::Claim> claims)
{
    std::vector<IntakeInput> inputs;
    Batch batch{m_sweep, {}, 0};
    inputs.reserve(claims.size());
    batch.files.reserve(claims.size());
    for (auto& claim : claims) {
        inputs.push_back({m_options.folder + u'/' + claim.name,
                          [folder = claim.folder, seen = claim.seen, most = m_intake.maxBytes(claim.name)] { return folder->read(seen, most); }, false, false, true});
        inputs.back().way = domain::ArrivalWay::Folder;
        batch.files.push_back({std::move(claim), FolderSweep::Verdict::Kind::Again, {}});
    }
    auto id = std::make_shared<domain::BatchId>();
    *id = m_intake.take(std::move(inputs), [this, id, guard = QPointer{this}](const Result<IntakeSummary>&) {
        if (guard) putAway(*id);
    });
    m_batches.insert(*id, std::move(batch));
}

void HotFolder::takeOutcome(const FileOutcome& outcome)
{
    const auto it = m_batches.find(outcome.batch);
    if (it == m_batches.end() || it->next >= it->files.size()) return;   // somebody else's run
    auto& verdict = it->files[it->next];
    const auto kind = verdictOf(outcome);
    if (it->first || rankOf(kind) > rankOf(verdict.kind)) verdict.kind = kind;
    it->first = outcome.endsFile;
    if (kind == FolderSweep::Verdict::Kind::Failed && verdict.note.size() < kMaxNote) verdict.note += noteFor(outcome);
    if (!outcome.endsFile) return;
    ++it->next;
    m_counts.done += verdict.kind == FolderSweep::Verdict::Kind::Done;
    m_counts.failed += verdict.kind == FolderSweep::Verdict::Kind::Failed;
    tell();
}

QByteArray HotFolder::noteFor(const FileOutcome& outcome) const
{
    auto code = outcome.error.code.toUtf8();
    return m_words ? m_words(outcome).toUtf8() + "\n(" + code + ")\n" : code + '\n';
}

// What is stored is stored: from here on a crash only means that the files are read once more.
void HotFolder::putAway(const domain::BatchId& id)
{
    crashPoint("folder.stored");
    auto batch = m_batches.take(id);
    m_seenWaiting += static_cast<int>(std::count_if(batch.files.begin(), batch.files.end(), [](const auto& v) { return v.kind == FolderSweep::Verdict::Kind::Again; }));
    ++m_settling;
    onReady(QtConcurrent::run(&m_worker, [sweep = batch.sweep, files = std::move(batch.files), now = m_clock.elapsed()] {
        sweep->settle(files, now);
        return true;
    }), this, [this](bool) {
        --m_settling;
        m_looking ? step() : endLook();
    });
    step();
}

void HotFolder::endLook()
{
    const bool wholeLook = std::exchange(m_looking, false);
    if (wholeLook) {
        m_lookTook = m_clock.elapsed() - m_lookBegan;
        Q_EMIT reachable(true);
        answer(Ok{});
    }
    tell();
    if (m_batches.isEmpty() && m_settling == 0) Q_EMIT swept();
}

void HotFolder::tell()
{
    auto waiting = m_seenWaiting;
    for (const auto& batch : m_batches) waiting += static_cast<int>(batch.files.size() - batch.next);
    m_counts.waiting = waiting;
    const bool idle = m_batches.isEmpty() && !m_looking;
    if (m_counts == m_told || (!idle && m_lastTold.isValid() && !m_lastTold.hasExpired(kTellMs))) return;
    m_told = m_counts;
    m_lastTold.start();
    Q_EMIT progress(m_counts);
}

} // namespace tresen::services
