#include "app/services/intake.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/domain/claim_rules.h"
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
    const auto plate = domain::foldPlate(command.record.vehicle.plate);
    for (const auto& item : s.items) {
        const bool same = place.same && place.same->id == item.id;
        if (!same && item.kind == domain::InvoiceKind::Credit && item.preceding.contains(command.record.number)) context.waitingCredits.push_back(item);
        const bool named = std::any_of(command.record.preceding.begin(), command.record.preceding.end(), [&](const auto& p) { return p.number == item.number; });
        if (named && !same && item.kind != domain::InvoiceKind::Credit) context.preceding.push_back(item);
    }
    for (const auto& key : s.keys)
        if (!plate.isEmpty() && domain::foldPlate(key.plate) == plate && (!context.stay || context.stay->seq < key.seq)) context.stay = key;
    return context;
}

struct Found {
    domain::IntakeCommand command;   // at its place in the books
    domain::IntakeContext context;
};

Result<Found> foundAt(const domain::IntakeCommand& read, const ports::Situation& s)
{
    Found found{read, {}};
    found.command.arrived = s.now.local().date();
    auto place = domain::placeClaim(found.command, s.items);
    if (!place) return place.error();
    found.command.naturalKey = place.value().naturalKey;
    if (read.isOrder()) found.command.record.issueDate = place.value().issueDate;
    found.command.notices += place.value().notices;
    found.context = contextOf(s, found.command, place.value());
    return found;
}

ports::Subject subjectOf(const domain::IntakeCommand& command)
{
    ports::Subject subject;
    subject.naturalKeys = domain::orderKeysOf(command);
    subject.numbers << command.record.number;
    for (const auto& p : command.record.preceding) subject.numbers << p.number;
    subject.creditsFor << command.record.number;
    if (const auto plate = domain::foldPlate(command.record.vehicle.plate); !plate.isEmpty()) subject.plates << plate;
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
    o.notices = command.notices;
    return o;
}

FileOutcome outcomeOf(const domain::IntakeCommand& command, const domain::IntakeDecision& decision)
{
    auto o = readOutcome(command);
    o.status = statusOf(decision.outcome);
    o.invoice = decision.invoice;
    for (const auto& event : decision.events)
        if (const auto* task = event.as<domain::TaskRaised>()) o.notices << task->kind;
    return o;
}

FileOutcome placed(FileOutcome outcome, int line, bool endsFile)
{
    outcome.line = line;
    outcome.endsFile = endsFile;
    return outcome;
}

} // namespace

struct Intake::Undo {
    domain::BatchId batch;
    std::vector<domain::InvoiceId> invoices;
    std::size_t next = 0;
    UndoSummary summary;
    Done<UndoSummary> done;
};

struct Intake::Run {
    std::vector<IntakeInput> files;
    std::size_t next = 0;              // to be read
    int stored = 0;
    bool dryRun = false;
    bool reading = false, storing = false;
    std::deque<Group> ahead;           // read while the group before them is being stored
    IntakeSummary summary;
    Done<IntakeSummary> done;
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

Intake::Intake(ports::Journal& journal, JournalFeed& feed, const ports::WorkshopSource& source, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_source{source}
{
    m_pool.setMaxThreadCount(std::max(1, QThread::idealThreadCount()));
}

Intake::~Intake()
{
    m_pool.waitForDone();   // the readers use m_source
}

void Intake::setSite(QString site, QString system)
{
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

domain::BatchId Intake::take(const QStringList& paths, bool dryRun, Done<IntakeSummary> done)
{
    const auto run = makeRun(std::move(done));
    run->dryRun = dryRun;
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
    // Not before the caller knows the batch.
    QMetaObject::invokeMethod(this, [this, run] { enqueue(run); }, Qt::QueuedConnection);
    return run->summary.batch;
}

domain::BatchId Intake::take(const std::vector<IntakePick>& picks, QDate today, Done<IntakeSummary> done)
{
    std::vector<IntakeInput> inputs;
    QHash<QString, std::size_t> at;
    for (const auto& pick : picks) {
        if (!at.contains(pick.file)) {
            at.insert(pick.file, inputs.size());
            IntakeInput input{pick.file, [path = pick.file, most = m_source.maxBytes(pick.file)] { return files::readRegular(path, most); }};
            input.sha256 = pick.sha256;
            input.today = today;
            inputs.push_back(std::move(input));
        }
        inputs[at.value(pick.file)].picks.push_back(pick);
    }
    return take(std::move(inputs), std::move(done));
}

void Intake::enqueue(const std::shared_ptr<Run>& run)
{
    m_runs.push_back(run);
    if (m_runs.size() == 1) advance();
}

// One group is read while the one before it is stored.
void Intake::advance()
{
    if (m_runs.empty()) return;
    auto& run = *m_runs.front();
    if (!run.ahead.empty() && !run.storing) {
        run.storing = true;
        const auto group = run.ahead.front();
        run.ahead.pop_front();
        storeGroup(group);
    }
    if (run.ahead.empty() && !run.reading && run.next < run.files.size()) readGroup();
    if (run.ahead.empty() && !run.reading && !run.storing) finishRun();
}

void Intake::readGroup()
{
    auto& run = *m_runs.front();
    run.reading = true;
    const auto end = std::min(run.files.size(), run.next + kGroup);
    std::vector<IntakeInput> group{std::make_move_iterator(run.files.begin() + static_cast<std::ptrdiff_t>(run.next)),
                                   std::make_move_iterator(run.files.begin() + static_cast<std::ptrdiff_t>(end))};
    run.next = end;
    const auto* source = &m_source;
    onReady(QtConcurrent::run(&m_pool, [group = std::move(group), source, pool = &m_pool, shelf = m_shelf] {
        struct Slot {
            const IntakeInput* file;
            std::vector<Read> read;
        };
        std::vector<Slot> places;
        places.reserve(group.size());
        for (const auto& file : group) places.push_back({&file, {}});
        QtConcurrent::blockingMap(pool, places, [source, &shelf](Slot& slot) { slot.read = readOne(*slot.file, *source, shelf); });   // this thread works along
        std::deque<Group> out;
        for (auto& slot : places)
            for (auto& read : slot.read) {
                if (out.empty() || out.back()->size() == static_cast<std::size_t>(kGroup)) out.push_back(std::make_shared<std::vector<Read>>());
                out.back()->push_back(std::move(read));
            }
        return out;
    }), this, [this](const std::deque<Group>& read) {
        auto& current = *m_runs.front();
        current.reading = false;
        current.ahead = read;
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
        if (!read.document) {
            outcome.error = read.document.error();
            continue;
        }
        auto& document = read.document.value();
        document.warnings += domain::intakeNotices(document.invoice, run->dryRun);
        const auto command = std::make_shared<const domain::IntakeCommand>(domain::IntakeCommand{std::move(document.invoice), std::move(document.warnings), m_system,
            read.file, read.sha256, m_site, read.contentHash, run->summary.batch, domain::InvoiceId::fresh(), domain::KeyId::fresh(), std::move(document.claim)});
        outcome = placed(readOutcome(*command), read.line, read.endsFile);
        const bool dryRun = run->dryRun, onlyNew = read.onlyNew;
        auto subject = subjectOf(*command);
        if (run->byHand()) subject.right = domain::Right::TakeIn;
        jobs.push_back({std::move(subject), [command, outcomes, i, dryRun, onlyNew](const ports::Situation& s) -> Result<ports::Decision> {
            const auto found = foundAt(*command, s);
            if (!found) return found.error();
            const auto& [own, context] = found.value();
            if (onlyNew && context.same && !context.same->undone) return Error{Fault::Conflict, u"order.known"_s, context.same->id.text()};
            const auto decision = domain::decideIntake(own, context, Settings::policyOf(s.settings));
            if (!decision) return decision.error();
            auto& answer = (*outcomes)[i];
            answer = placed(outcomeOf(own, decision.value()), answer.line, answer.endsFile);
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
    onReady(m_journal.decideAll(std::move(jobs)), this, [this, outcomes, jobOf](const Result<std::vector<Result<ports::Appended>>>& answers) {
        for (std::size_t j = 0; j < jobOf.size(); ++j) {
            auto& outcome = (*outcomes)[jobOf[j]];
            const auto error = !answers ? std::optional{answers.error()} : !answers.value()[j] ? std::optional{answers.value()[j].error()} : std::nullopt;
            if (error) {
                outcome.status = FileOutcome::Status::Refused;
                outcome.error = *error;
            } else {
                m_feed.publish(answers.value()[j].value());
            }
        }
        stored(*outcomes);
    });
}

void Intake::stored(const std::vector<FileOutcome>& outcomes)
{
    const bool changed = std::any_of(outcomes.begin(), outcomes.end(), [](const FileOutcome& o) { return o.status == FileOutcome::Status::NewVersion; });
    for (const auto& outcome : outcomes) report(outcome);
    if (changed) Q_EMIT effectsStored();   // a superseded link may have to be closed
    auto& run = *m_runs.front();
    run.storing = false;
    run.stored += static_cast<int>(std::count_if(outcomes.begin(), outcomes.end(), [](const FileOutcome& o) { return o.endsFile; }));
    Q_EMIT progress(run.stored, static_cast<int>(run.files.size()));
    advance();
}

void Intake::report(const FileOutcome& outcome)
{
    auto& summary = m_runs.front()->summary;
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

void Intake::cancelInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
    subject.right = domain::Right::TakeIn;
    const auto decide = [invoice, reason](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(invoice);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
        const auto decision = domain::decideCancel(*item, reason);
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

void Intake::undo(const domain::BatchId& batch, Done<UndoSummary> done)
{
    onReady(m_journal.takenBy(batch), this, [this, batch, done = std::move(done)](const Result<std::vector<domain::InvoiceId>>& invoices) {
        if (!invoices) return done(invoices.error());
        undoGroup(std::make_shared<Undo>(Undo{batch, invoices.value(), 0, {}, done}));
    });
}

// One commit after the other, so that a run of many thousands does not keep the other desks out.
void Intake::undoGroup(const std::shared_ptr<Undo>& undo)
{
    if (undo->next == undo->invoices.size()) return undo->done(undo->summary);
    std::vector<ports::Job> jobs;
    for (; jobs.size() < static_cast<std::size_t>(kGroup) && undo->next < undo->invoices.size(); ++undo->next) {
        ports::Subject subject;
        subject.invoices.push_back(undo->invoices[undo->next]);
        subject.withStay = true;
        jobs.push_back({subject, [undo, invoice = undo->invoices[undo->next]](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(invoice);
            if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
            const auto* key = s.key(item->key);
            auto decision = domain::decideUndo(*item, key ? *key : domain::VehicleKey{}, undo->batch, s.now);
            if (!decision) return decision.error();
            ports::Decision d;
            d.events = std::move(decision.value().events);
            return d;
        }});
    }
    onReady(m_journal.decideAll(std::move(jobs)), this, [this, undo](const Result<std::vector<Result<ports::Appended>>>& answers) {
        if (!answers) return undo->done(answers.error());
        for (const auto& answer : answers.value()) {
            if (answer) {
                m_feed.publish(answer.value());
                ++undo->summary.undone;
                continue;
            }
            ++undo->summary.kept;
            if (undo->summary.numbers.size() >= UndoSummary::kMostNamed) continue;
            undo->summary.numbers << answer.error().detail;
            undo->summary.reasons << answer.error().code;
        }
        undoGroup(undo);
    });
}

} // namespace tresen::services
