#include "app/services/intake.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/services/portal_tasks.h"
#include "app/services/settings.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentMap>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

void collect(const QString& path, int depth, QStringList& out)
{
    const QFileInfo info{path};
    if (!info.isDir() || info.isSymLink()) {
        out << path;   // what is no regular file is refused when it is read, with its reason
        return;
    }
    if (depth >= Intake::kMaxFolderDepth) return;
    const auto entries = QDir{path}.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks, QDir::Name);
    for (const auto& entry : entries) {
        if (out.size() >= Intake::kMaxFiles) return;
        collect(entry.filePath(), depth + 1, out);
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

domain::IntakeContext contextOf(const ports::Situation& s, const domain::IntakeCommand& command)
{
    domain::IntakeContext context;
    const auto natural = domain::naturalKeyOf(command.site, command.system, command.record);
    const auto plate = domain::foldPlate(command.record.vehicle.plate);
    for (const auto& item : s.items) {
        if (item.naturalKey == natural) context.same = item;
        else if (item.kind == domain::InvoiceKind::Credit && item.preceding.contains(command.record.number)) context.waitingCredits.push_back(item);
        const bool named = std::any_of(command.record.preceding.begin(), command.record.preceding.end(), [&](const auto& p) { return p.number == item.number; });
        if (named && item.naturalKey != natural && item.kind != domain::InvoiceKind::Credit) context.preceding.push_back(item);
    }
    for (const auto& key : s.keys)
        if (!plate.isEmpty() && domain::foldPlate(key.plate) == plate && (!context.stay || context.stay->seq < key.seq)) context.stay = key;
    return context;
}

ports::Subject subjectOf(const domain::IntakeCommand& command)
{
    ports::Subject subject;
    subject.naturalKeys << domain::naturalKeyOf(command.site, command.system, command.record);
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

} // namespace

struct Intake::Run {
    QStringList files;
    qsizetype next = 0;
    bool dryRun = false;
    IntakeSummary summary;
    Done<IntakeSummary> done;
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

domain::BatchId Intake::take(const QStringList& paths, bool dryRun, Done<IntakeSummary> done)
{
    auto run = std::make_shared<Run>();
    run->dryRun = dryRun;
    run->done = std::move(done);
    run->summary.batch = domain::BatchId::fresh();
    // Listing a folder may take long on a network drive: not in the caller's thread.
    onReady(QtConcurrent::run(&m_pool, [paths] {
        QStringList files;
        for (const auto& path : paths) collect(path, 0, files);
        return files;
    }), this, [this, run](const QStringList& files) {
        run->files = files;
        m_runs.push_back(run);
        if (m_runs.size() == 1) startNext();
    });
    return run->summary.batch;
}

void Intake::startNext()
{
    if (!m_runs.empty()) readGroup();
}

void Intake::readGroup()
{
    auto& run = *m_runs.front();
    if (run.next >= run.files.size()) return finishRun();
    const auto group = run.files.mid(run.next, kGroup);
    run.next += group.size();
    const auto* source = &m_source;
    onReady(QtConcurrent::run(&m_pool, [group, source] {
        std::vector<Read> out;
        out.reserve(static_cast<std::size_t>(group.size()));
        for (const auto& file : group) {
            auto bytes = files::readRegular(file, limits::kMaxInvoiceFile);
            if (!bytes) {
                out.push_back({file, bytes.error(), {}, {}});
                continue;
            }
            auto document = source->read(bytes.value(), QFileInfo{file}.fileName());
            const auto hash = QString::fromLatin1(QCryptographicHash::hash(bytes.value(), QCryptographicHash::Sha256).toHex());
            const auto content = document ? domain::contentHashOf(document.value().invoice) : QString{};
            out.push_back({file, std::move(document), hash, content});
        }
        return out;
    }), this, [this](const std::vector<Read>& read) { storeGroup(read); });
}

void Intake::storeGroup(std::vector<Read> group)
{
    auto run = m_runs.front();
    auto outcomes = std::make_shared<std::vector<FileOutcome>>(group.size());
    std::vector<ports::Job> jobs;
    std::vector<std::size_t> jobOf;
    for (std::size_t i = 0; i < group.size(); ++i) {
        auto& outcome = (*outcomes)[i];
        outcome.file = group[i].file;
        outcome.batch = run->summary.batch;
        if (!group[i].document) {
            outcome.error = group[i].document.error();
            continue;
        }
        const auto& document = group[i].document.value();
        domain::IntakeCommand command{document.invoice, document.warnings, m_system, group[i].file, group[i].sha256, m_site, group[i].contentHash,
                                      run->summary.batch, domain::InvoiceId::fresh(), domain::KeyId::fresh()};
        outcome = readOutcome(command);
        const bool dryRun = run->dryRun;
        jobs.push_back({subjectOf(command), [command, outcomes, i, dryRun](const ports::Situation& s) -> Result<ports::Decision> {
            const auto decision = domain::decideIntake(command, contextOf(s, command), Settings::policyOf(s.settings));
            if (!decision) return decision.error();
            (*outcomes)[i] = outcomeOf(command, decision.value());
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
        const bool changed = std::any_of(outcomes->begin(), outcomes->end(), [](const FileOutcome& o) { return o.status == FileOutcome::Status::NewVersion; });
        for (auto& outcome : *outcomes) report(std::move(outcome));
        if (changed) Q_EMIT effectsStored();   // a superseded link may have to be closed
        Q_EMIT progress(static_cast<int>(m_runs.front()->next), static_cast<int>(m_runs.front()->files.size()));
        readGroup();
    });
}

void Intake::report(FileOutcome outcome)
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
    startNext();
}

void Intake::cancelInvoice(const domain::InvoiceId& invoice, const QString& reason, Done<Ok> done)
{
    ports::Subject subject;
    subject.invoices.push_back(invoice);
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

} // namespace tresen::services
