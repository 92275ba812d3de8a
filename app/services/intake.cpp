#include "app/services/intake.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/domain/claim_rules.h"
#include "app/services/group_news.h"
#include "app/services/portal_tasks.h"
#include "app/services/settings.h"
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentMap>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

struct FoundFile {
    QString path;
    bool listed = false;
};

void collect(const QString& path, int depth, const QStringList& passedOver, std::vector<FoundFile>& out)
{
    const QFileInfo info{path};
    if (passedOver.contains(info.absoluteFilePath())) return;
    if (!info.isDir() || info.isSymLink()) {
        out.push_back({path, depth > 0});   // what is no regular file is refused when it is read, with its reason
        return;
    }
    if (depth >= Intake::kMaxFolderDepth) return;
    const auto entries = QDir{path}.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const auto& entry : entries) {
        if (out.size() >= static_cast<std::size_t>(Intake::kMaxFiles)) return;
        collect(entry.filePath(), depth + 1, passedOver, out);
    }
}

FileOutcome::Status statusOf(domain::IntakeOutcome outcome)
{
    switch (outcome) {
    case domain::IntakeOutcome::Taken: return FileOutcome::Status::Taken;
    case domain::IntakeOutcome::SameAgain: return FileOutcome::Status::SameAgain;
    case domain::IntakeOutcome::NewVersion: return FileOutcome::Status::NewVersion;
    }
    Q_UNREACHABLE();
}

domain::IntakeContext contextOf(const ports::Situation& s, const domain::IntakeCommand& command, const domain::ClaimPlace& place)
{
    domain::IntakeContext context;
    context.same = place.same;
    context.otherWay = place.otherWay;
    context.twin = place.twin;
    context.stays = {s.keys, s.items};
    for (const auto& item : s.items) {
        const bool same = place.same && place.same->id == item.id;
        if (!same && item.kind == domain::InvoiceKind::Credit && item.preceding.contains(command.record.number)) context.waitingCredits.push_back(item);
        const bool named = std::any_of(command.record.preceding.begin(), command.record.preceding.end(), [&](const auto& p) { return p.number == item.number; });
        if (named && !same && item.kind != domain::InvoiceKind::Credit) context.preceding.push_back(item);
    }
    return context;
}

struct Found {
    domain::IntakeCommand command;   // at its place in the books
    domain::IntakeContext context;
};

Result<Found> foundAt(const domain::IntakeCommand& read, const ports::Situation& s)
{
    Found found{read, {}};
    if (!read.record.issueDate.isValid()) found.command.arrived = s.now.local().date();   // only asked for then; the zone's table is read anew each time
    auto place = domain::placeClaim(found.command, s.items);
    if (!place) return place.error();
    found.command.naturalKey = place.value().naturalKey;
    if (read.isOrder()) found.command.record.issueDate = place.value().issueDate;
    found.command.notices += place.value().notices;
    found.context = contextOf(s, found.command, place.value());
    return found;
}

// Of hundreds of invoices on one key each that arrives would read all the others; only a new version, or keys that become one, look at them.
bool movesStays(const domain::IntakeCommand& read, const ports::Situation& s)
{
    if (s.items.empty()) return domain::newMovesStays(s.keys);
    const auto found = foundAt(read, s);
    if (!found || found.value().context.otherWay) return false;
    const auto& same = found.value().context.same;
    return same ? same->undone || same->contentHash != read.contentHash : domain::newMovesStays(s.keys);
}

void lookForStays(ports::Subject& subject, const domain::VehicleHint& vehicle)
{
    if (const auto plate = domain::foldPlate(vehicle.plate); !plate.isEmpty()) subject.plates << plate;
    if (!vehicle.vin.isEmpty()) subject.vins << vehicle.vin;
}

ports::Subject subjectOf(const domain::IntakeCommand& command)
{
    ports::Subject subject;
    subject.naturalKeys = domain::orderKeysOf(command);
    subject.numbers << command.record.number;
    for (const auto& p : command.record.preceding) subject.numbers << p.number;
    subject.otherWays = domain::otherWayKeysOf(command);
    subject.creditsFor << command.record.number;
    lookForStays(subject, command.record.vehicle);
    for (const auto& vehicle : command.record.furtherVehicles) lookForStays(subject, vehicle);
    subject.stays = ports::Stays::Moving;
    subject.settingKeys = policySettingKeys();
    return subject;
}

// What the document says about itself, whatever is decided about it.
FileOutcome readOutcome(const domain::IntakeCommand& command)
{
    FileOutcome o;
    o.file = command.fileName;
    o.batch = command.batch;
    o.sha256 = command.sha256;
    o.number = command.record.number;
    o.customer = command.record.buyer.name;
    o.plate = command.record.vehicle.plate;
    o.amount = domain::amountToAskFor(command.record).value_or(domain::Money{});
    o.found = command.record.found;
    o.notices = command.notices;
    return o;
}

FileOutcome outcomeOf(const domain::IntakeCommand& command, const domain::IntakeDecision& decision)
{
    auto o = readOutcome(command);
    o.status = statusOf(decision.outcome);
    o.invoice = decision.invoice;
    for (const auto& event : decision.events)
        if (const auto* task = event.as<domain::TaskRaised>(); task && !o.notices.contains(task->kind)) o.notices << task->kind;
    return o;
}

FileOutcome placed(FileOutcome outcome, int line, bool endsFile, domain::ArrivalWay way)
{
    outcome.line = line;
    outcome.endsFile = endsFile;
    outcome.way = way;
    return outcome;
}

} // namespace

struct Intake::Run {
    std::vector<IntakeInput> files;
    std::size_t next = 0;              // to be read
    int stored = 0;
    bool dryRun = false;
    domain::ArrivalWay way = domain::ArrivalWay::Desk;
    int parts = 0;                     // commits so far
    bool reading = false;
    int storing = 0;                   // groups the journal has been asked to store
    std::deque<Group> ahead;           // read while the groups before them are being stored
    IntakeSummary summary;
    Done<IntakeSummary> done;
    bool mayRead() const { return ahead.empty() && !reading && next < files.size(); }
    bool mayStore() const { return !ahead.empty() && storing < kStoredAhead; }
    bool isRead() const { return !reading && next == files.size(); }
    bool byHand() const { return !files.empty() && !files.front().picks.empty(); }   // somebody has looked at each row; a folder comes by itself
};

QString codeOf(FileOutcome::Status status)
{
    switch (status) {
    case FileOutcome::Status::Taken: return u"taken"_s;
    case FileOutcome::Status::SameAgain: return u"same_again"_s;
    case FileOutcome::Status::NewVersion: return u"new_version"_s;
    case FileOutcome::Status::Refused: return u"refused"_s;
    }
    Q_UNREACHABLE();
}

bool FileOutcome::refusedForGood() const
{
    if (status != Status::Refused) return false;
    switch (error.fault) {
    case Fault::Invalid:
    case Fault::Refused: return true;
    case Fault::NotFound:      // gone: another desk has it
    case Fault::Conflict:
    case Fault::Unreachable:
    case Fault::Timeout:
    case Fault::Corrupt:
    case Fault::Internal: return false;
    }
    Q_UNREACHABLE();
}

Intake::Intake(ports::Journal& journal, JournalFeed& feed, const ports::WorkshopSource& source, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_source{source}
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
}

Intake::~Intake()
{
    m_pool.waitForDone();   // the readers use m_source
}

void Intake::setSite(QString site, QString system, QString deskSite)
{
    m_deskSite = deskSite == site ? QString{} : std::move(deskSite);
    m_site = std::move(site);
    m_system = std::move(system);
}

std::shared_ptr<Intake::Run> Intake::makeRun(Done<IntakeSummary> done) const
{
    auto run = std::make_shared<Run>();
    run->done = std::move(done);
    run->summary.batch = domain::BatchId::fresh();
    return run;
}

domain::BatchId Intake::take(const QStringList& paths, bool dryRun, Done<IntakeSummary> done, domain::ArrivalWay way)
{
    const auto run = makeRun(std::move(done));
    run->dryRun = dryRun;
    run->way = way;
    // Listing a folder may take long on a network drive: not in the caller's thread.
    onReady(QtConcurrent::run(&m_pool, [paths, passedOver = m_passedOver] {
        std::vector<FoundFile> files;
        for (const auto& path : paths) collect(path, 0, passedOver, files);
        return files;
    }), this, [this, run](const std::vector<FoundFile>& found) {
        run->files.reserve(found.size());
        for (const auto& file : found)
            run->files.push_back({file.path, [path = file.path, most = m_source.maxBytes(file.path)] { return files::readRegular(path, most); }, file.listed});
        enqueue(run);
    });
    return run->summary.batch;
}

domain::BatchId Intake::take(std::vector<IntakeInput> inputs, Done<IntakeSummary> done)
{
    const auto run = makeRun(std::move(done));
    run->files = std::move(inputs);
    if (!run->files.empty()) run->way = run->files.front().way;
    // Not before the caller knows the batch.
    QMetaObject::invokeMethod(this, [this, run] { enqueue(run); }, Qt::QueuedConnection);
    return run->summary.batch;
}

void Intake::enqueue(const std::shared_ptr<Run>& run)
{
    m_runs.push_back(run);
    advance();
}

// One group is read while those before it are stored; and the journal has the next one already when it is done with one.
void Intake::advance()
{
    if (m_runs.empty()) return;
    auto& run = *m_runs.front();
    while (run.mayStore()) {
        ++run.storing;
        const auto group = run.ahead.front();
        run.ahead.pop_front();
        storeGroup(group);
    }
    readGroup();
    if (run.ahead.empty() && !run.reading && run.storing == 0) finishRun();
}

// When the last group of a run is being stored, the first one of the run behind it is read: storing does not wait between two runs.
void Intake::readGroup()
{
    auto run = m_runs.front();
    if (m_runs.size() > 1 && run->isRead()) run = m_runs[1];
    if (!run->mayRead()) return;
    run->reading = true;
    const auto end = std::min(run->files.size(), run->next + kGroup);
    std::vector<IntakeInput> group{std::make_move_iterator(run->files.begin() + static_cast<std::ptrdiff_t>(run->next)),
                                   std::make_move_iterator(run->files.begin() + static_cast<std::ptrdiff_t>(end))};
    run->next = end;
    const auto* source = &m_source;
    onReady(QtConcurrent::run(&m_pool, [group = std::move(group), source, pool = &m_pool, shelf = run->dryRun ? DocumentShelf{} : m_shelf] {
        struct Slot {
            const IntakeInput* file;
            std::vector<Read> read;
        };
        std::vector<Slot> places;
        places.reserve(group.size());
        for (const auto& file : group) places.push_back({&file, {}});
        QtConcurrent::blockingMap(pool, places, [source, &shelf](Slot& slot) {   // this thread works along
            slot.read = readOne(*slot.file, *source, shelf);
            for (auto& read : slot.read) addNotices(read);
        });
        std::deque<Group> out;
        for (auto& slot : places)
            for (auto& read : slot.read) {
                if (out.empty() || out.back()->size() == static_cast<std::size_t>(kGroup)) out.push_back(std::make_shared<std::vector<Read>>());
                out.back()->push_back(std::move(read));
            }
        return out;
    }), this, [this, run](const std::deque<Group>& read) {
        run->reading = false;
        run->ahead = read;
        advance();
    });
}

void Intake::storeGroup(const Group& group)
{
    auto run = m_runs.front();
    auto outcomes = std::make_shared<std::vector<FileOutcome>>(group->size());
    std::vector<ports::Job> jobs;
    std::vector<std::size_t> jobOf;
    for (std::size_t i = 0; i < group->size(); ++i) {
        auto& outcome = (*outcomes)[i];
        auto& read = (*group)[i];
        outcome.file = read.file;
        outcome.line = read.line;
        outcome.endsFile = read.endsFile;
        outcome.batch = run->summary.batch;
        outcome.number = read.number;
        outcome.sha256 = read.sha256;
        outcome.way = run->way;
        if (!read.document) {
            outcome.error = read.document.error();
            continue;
        }
        const auto command = std::make_shared<const domain::IntakeCommand>(commandOf(read, run->summary.batch));
        outcome = placed(readOutcome(*command), read.line, read.endsFile, run->way);
        const bool dryRun = run->dryRun, onlyNew = read.onlyNew, fromPaper = read.file.isEmpty();
        auto subject = subjectOf(*command);
        subject.moves = [command](const ports::Situation& s) { return movesStays(*command, s); };
        if (run->byHand()) subject.right = domain::Right::TakeIn;
        jobs.push_back({std::move(subject), [command, outcomes, i, dryRun, onlyNew, fromPaper](const ports::Situation& s) -> Result<ports::Decision> {
            const auto found = foundAt(*command, s);
            if (!found) return found.error();
            const auto& [own, context] = found.value();
            if (onlyNew && context.same && !context.same->undone) return fromPaper ? Error{Fault::Conflict, u"invoice.known"_s, context.same->number} : Error{Fault::Conflict, u"order.known"_s, context.same->id.text()};
            const auto decision = domain::decideIntake(own, context, Settings::policyOf(s.settings));
            if (!decision) return decision.error();
            auto& answer = (*outcomes)[i];
            answer = placed(outcomeOf(own, decision.value()), answer.line, answer.endsFile, answer.way);
            ports::Decision d;
            if (dryRun) return d;
            d.events = decision.value().events;
            for (const auto& request : decision.value().toCancel)
                for (const auto& item : s.items)
                    if (item.findRequest(request)) d.outbox.push_back(cancelTask(item, request));
            return d;
        }});
        jobOf.push_back(i);
    }
    if (!run->dryRun) jobs.push_back(runJob(run, outcomes, jobOf));
    onReady(m_journal.decideAll(std::move(jobs)), this, [this, outcomes, jobOf](const Result<std::vector<Result<ports::Appended>>>& answers) {
        GroupNews news;
        for (std::size_t j = 0; j < jobOf.size(); ++j) {
            auto& outcome = (*outcomes)[jobOf[j]];
            const auto error = !answers ? std::optional{answers.error()} : !answers.value()[j] ? std::optional{answers.value()[j].error()} : std::nullopt;
            if (error) {
                outcome.status = FileOutcome::Status::Refused;
                outcome.error = *error;
            } else {
                news.add(answers.value()[j].value());
            }
        }
        if (answers && answers.value().size() > jobOf.size() && answers.value().back()) news.add(answers.value().back().value());   // the run's own entry
        m_feed.publish(news.all());   // one commit, one piece of news: what listens may have to look at everything
        stored(*outcomes);
    });
}

// Last in the commit, when it is decided what became of each. Nothing is noted of a run that met only what is known: a folder that keeps its files is
// read at every start.
ports::Job Intake::runJob(const std::shared_ptr<Run>& run, const std::shared_ptr<std::vector<FileOutcome>>& outcomes, const std::vector<std::size_t>& jobOf) const
{
    ports::Subject subject;
    if (run->byHand()) subject.right = domain::Right::TakeIn;
    std::vector<bool> decided(outcomes->size(), false);
    for (const auto i : jobOf) decided[i] = true;
    const auto part = ++run->parts;
    return {subject, [outcomes, decided, batch = run->summary.batch, way = run->way, part](const ports::Situation& s) -> Result<ports::Decision> {
        domain::RunStored stored{batch, part, s.now, way, 0, 0, 0, 0, {}};
        for (std::size_t i = 0; i < outcomes->size(); ++i) {
            const auto& outcome = (*outcomes)[i];
            stored.files += outcome.endsFile && !outcome.file.isEmpty();
            switch (outcome.status) {
            case FileOutcome::Status::Taken: ++stored.taken; break;
            case FileOutcome::Status::SameAgain: ++stored.same; break;
            case FileOutcome::Status::NewVersion:
                ++stored.versions;
                stored.revised << outcome.invoice.text();
                break;
            case FileOutcome::Status::Refused: stored.refused += decided[i] || outcome.refusedForGood(); break;
            }
        }
        ports::Decision d;
        // What folder and door refuse is noted by itself, see ArrivalLog.
        const bool watched = way == domain::ArrivalWay::Desk || way == domain::ArrivalWay::Command;
        if (stored.taken + stored.versions > 0 || (watched && stored.refused > 0)) d.events.push_back(stored);
        return d;
    }};
}

void Intake::stored(const std::vector<FileOutcome>& outcomes)
{
    const bool changed = std::any_of(outcomes.begin(), outcomes.end(), [](const FileOutcome& o) { return o.status == FileOutcome::Status::NewVersion; });
    for (const auto& outcome : outcomes) report(outcome);
    if (changed) Q_EMIT effectsStored();   // a superseded link may have to be closed
    auto& run = *m_runs.front();
    --run.storing;
    run.stored += static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(), [](const FileOutcome& o) { return o.endsFile; }));
    Q_EMIT progress(run.stored, static_cast<int>(run.files.size()));
    advance();
}

void Intake::report(const FileOutcome& outcome)
{
    auto& summary = m_runs.front()->summary;
    summary.files += outcome.endsFile && !outcome.file.isEmpty();
    switch (outcome.status) {
    case FileOutcome::Status::Taken: ++summary.taken; break;
    case FileOutcome::Status::SameAgain: ++summary.sameAgain; break;
    case FileOutcome::Status::NewVersion: ++summary.newVersions; break;
    case FileOutcome::Status::Refused: ++summary.refused; break;
    }
    Q_EMIT fileDone(outcome);
}

void Intake::finishRun()
{
    const auto run = m_runs.front();
    m_runs.pop_front();
    run->done(run->summary);
    advance();
}

void Intake::cancelInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done, const Agreement& agreed)
{
    decideOne(invoice, [reason](const domain::OpenItem& item, const ports::Situation& s) { return domain::decideCancel(item, reason, s.agreedName({})); }, std::move(done), agreed);
}

void Intake::restoreInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done)
{
    decideOne(invoice, [reason](const domain::OpenItem& item, const ports::Situation&) { return domain::decideRestore(item, reason); }, std::move(done), {});
}

void Intake::decideOne(const domain::InvoiceId& invoice, DecideOne one, Done<Ok> done, const Agreement& agreed)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.agreedBy = agreed.use();
    const auto decide = [invoice, one](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        const auto decision = one(*item, s);
        if (!decision) return decision.error();
        ports::Decision d;
        d.events = decision.value().events;
        for (const auto& request : decision.value().toCancel) d.outbox.push_back(cancelTask(*item, request));
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, done](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        Q_EMIT effectsStored();
        done(Ok{});
    });
}

} // namespace tresen::services
