// A run of the intake is taken back: what it brought as new goes, of its new versions the one before counts again. Nothing that has left the house is touched.
#include "app/core/async.h"
#include "app/domain/arrival_book.h"
#include "app/services/intake.h"
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

struct BroughtVersion {
    int version = 0;               // 0: the run brought none
    domain::VersionBefore before;
};

// The version the run has brought, and what stood there until then.
BroughtVersion broughtBy(const std::vector<domain::Recorded>& timeline, const domain::InvoiceId& invoice, const domain::BatchId& batch)
{
    BroughtVersion found;
    domain::VersionBefore last;
    for (const auto& entry : timeline) {
        if (const auto* taken = entry.event.as<domain::InvoiceTaken>(); taken && taken->invoice == invoice)
            last = {taken->record, taken->fileName, taken->sha256, taken->contentHash, taken->notices};
        const auto* revised = entry.event.as<domain::InvoiceRevised>();
        if (!revised || revised->invoice != invoice) continue;
        if (revised->batch == batch) found = {revised->version, last};
        last = {revised->record, revised->fileName, revised->sha256, revised->contentHash, revised->notices};
    }
    return found;
}

} // namespace

struct Intake::Undo {
    domain::BatchId batch;
    std::vector<domain::InvoiceId> invoices;
    std::vector<domain::InvoiceId> versions;   // invoices that have a new version by the run
    std::size_t next = 0, nextVersion = 0;
    UndoSummary summary;
    Done<UndoSummary> done;
};

void Intake::undo(const domain::BatchId& batch, Done<UndoSummary> done)
{
    const auto undo = std::make_shared<Undo>();
    undo->batch = batch;
    undo->done = std::move(done);
    onReady(m_journal.arrivals(Instant{1}, 0), this, [this, undo](const Result<std::vector<domain::Recorded>>& entries) {
        if (!entries) return undo->done(entries.error());
        domain::ArrivalBook book;
        for (const auto& entry : entries.value()) book.take(entry);
        if (const auto* run = book.find(undo->batch))
            for (const auto& id : run->revised) undo->versions.emplace_back(id);
        onReady(m_journal.takenBy(undo->batch), this, [this, undo](const Result<std::vector<domain::InvoiceId>>& invoices) {
            if (!invoices) return undo->done(invoices.error());
            undo->invoices = invoices.value();
            undoGroup(undo);
        });
    });
}

void Intake::noteUndo(Undo& undo, const Result<ports::Appended>& answer, bool version)
{
    if (answer) {
        m_feed.publish(answer.value());
        ++undo.summary.undone;
        undo.summary.putBack += version;
        return;
    }
    ++undo.summary.kept;
    if (undo.summary.numbers.size() >= UndoSummary::kMostNamed) return;
    undo.summary.numbers << answer.error().detail;
    undo.summary.reasons << answer.error().code;
}

// One commit after the other, so that a run of many thousands does not keep the other desks out.
void Intake::undoGroup(const std::shared_ptr<Undo>& undo)
{
    if (undo->next == undo->invoices.size()) return undoVersions(undo);
    std::vector<ports::Job> jobs;
    for (; jobs.size() < static_cast<std::size_t>(kGroup) && undo->next < undo->invoices.size(); ++undo->next) {
        ports::Subject subject;
        subject.invoices.push_back(undo->invoices[undo->next]);
        subject.stays = ports::Stays::Keys;
        jobs.push_back({subject, [undo, invoice = undo->invoices[undo->next]](const ports::Situation& s) -> Result<ports::Decision> {
            const auto* item = s.item(invoice);
            if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, invoice.text()};
            auto decision = domain::decideUndo(*item, domain::goneKey(*item, s.keys), undo->batch, s.now);
            if (!decision) return decision.error();
            ports::Decision d;
            d.events = std::move(decision.value().events);
            return d;
        }});
    }
    onReady(m_journal.decideAll(std::move(jobs)), this, [this, undo](const Result<std::vector<Result<ports::Appended>>>& answers) {
        if (!answers) return undo->done(answers.error());
        for (const auto& answer : answers.value()) noteUndo(*undo, answer, false);
        undoGroup(undo);
    });
}

void Intake::undoVersions(const std::shared_ptr<Undo>& undo)
{
    if (undo->nextVersion == undo->versions.size()) return undoEnded(undo);
    onReady(m_journal.detail(undo->versions[undo->nextVersion++]), this, [this, undo](const Result<ports::ItemDetail>& detail) {
        if (!detail) return undo->done(detail.error());
        undoVersion(undo, detail.value());
    });
}

void Intake::undoVersion(const std::shared_ptr<Undo>& undo, const ports::ItemDetail& detail)
{
    const auto id = detail.item.id;
    const auto brought = broughtBy(detail.timeline, id, undo->batch);
    ports::Subject subject;
    subject.invoices.push_back(id);
    subject.stays = ports::Stays::Keys;
    subject.right = domain::Right::TakeIn;
    const auto decide = [id, brought](const ports::Situation& s) -> Result<ports::Decision> {
        const auto* item = s.item(id);
        if (!item) return Error{Fault::NotFound, u"invoice.unknown"_s, id.text()};
        auto decision = domain::decideVersionUndo(*item, domain::goneKey(*item, s.keys), brought.version, brought.before, s.now);
        if (!decision) return decision.error();
        ports::Decision d;
        d.events = std::move(decision.value().events);
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, undo](const Result<ports::Appended>& answer) {
        noteUndo(*undo, answer, true);
        undoVersions(undo);
    });
}

// Whoever takes it back once more finds what was left then.
void Intake::undoEnded(const std::shared_ptr<Undo>& undo)
{
    if (undo->summary.undone + undo->summary.kept == 0) return undo->done(undo->summary);
    const auto decide = [batch = undo->batch, undone = undo->summary.undone, kept = undo->summary.kept](const ports::Situation& s) -> Result<ports::Decision> {
        ports::Decision d;
        if (undone > 0) d.events.push_back(domain::RunUndone{batch, s.now, undone, kept});
        return d;
    };
    onReady(m_journal.decide({}, decide), this, [this, undo](const Result<ports::Appended>& noted) {
        if (noted) m_feed.publish(noted.value());   // what was taken back is taken back, whether the list of runs knows it or not
        undo->done(undo->summary);
    });
}

} // namespace tresen::services
