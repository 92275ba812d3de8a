#include "app/services/reports.h"
#include "app/core/async.h"
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

struct Reports::Reading {
    Instant from, until;
    qint64 afterSeq = 0;
    domain::DayFold fold;
    DayView view;
    Done<DayView> done;
};

void Reports::day(QDate day, Done<DayView> done)
{
    if (!day.isValid()) return done(Error{Fault::Invalid, u"report.day"_s, {}});
    auto reading = std::make_shared<Reading>();
    reading->from = {day.startOfDay().toMSecsSinceEpoch()};
    reading->until = {day.addDays(1).startOfDay().toMSecsSinceEpoch()};
    reading->view.day = day;
    reading->done = std::move(done);
    readPage(reading);
}

void Reports::readPage(const std::shared_ptr<Reading>& reading)
{
    onReady(m_journal.entriesBetween(reading->from, reading->until, reading->afterSeq, kPage), this, [this, reading](const Result<std::vector<domain::Recorded>>& entries) {
        if (!entries) return reading->done(entries.error());
        for (const auto& entry : entries.value()) {
            if (const auto added = reading->fold.add(entry); !added) return reading->done(added.error());
            reading->afterSeq = entry.seq;
        }
        if (entries.value().size() == static_cast<std::size_t>(kPage)) return readPage(reading);
        loadItems(reading);
    });
}

void Reports::loadItems(const std::shared_ptr<Reading>& reading)
{
    reading->view.report = reading->fold.report();
    ports::Subject subject;
    for (const auto& note : reading->view.report.notes)
        if (!note.invoice.isNull() && std::find(subject.invoices.begin(), subject.invoices.end(), note.invoice) == subject.invoices.end()) subject.invoices.push_back(note.invoice);
    if (subject.invoices.empty()) return reading->done(reading->view);
    onReady(m_journal.load(subject), this, [reading](const Result<ports::Situation>& situation) {
        if (!situation) return reading->done(situation.error());
        for (const auto& item : situation.value().items) reading->view.items.insert(item.id.text(), item);
        reading->done(reading->view);
    });
}

} // namespace tresen::services
