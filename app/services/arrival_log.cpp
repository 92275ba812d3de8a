#include "app/services/arrival_log.h"
#include "app/core/async.h"
#include "app/core/log.h"
#include <QFileInfo>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kArrivalDayMs = 86'400'000;
constexpr qsizetype kMostShown = 300;   // characters of a name or detail that is kept

} // namespace

ArrivalLog::ArrivalLog(ports::Journal& journal, JournalFeed& feed, Intake& intake, const Clock& clock, QObject* parent)
    : QObject{parent}, m_journal{journal}, m_feed{feed}, m_clock{clock}
{
    connect(&intake, &Intake::fileDone, this, &ArrivalLog::takeOutcome);
    connect(&m_feed, &JournalFeed::recorded, this, &ArrivalLog::take);
    connect(&m_feed, &JournalFeed::found, this, &ArrivalLog::reread);
}

void ArrivalLog::load(Done<Ok> done)
{
    onReady(m_journal.arrivals(m_clock.now().plusMs(-kArrivalDayMs * domain::kArrivalDays), 0), this, [this, done = std::move(done)](const Result<std::vector<domain::Recorded>>& entries) {
        if (!entries) return done(entries.error());
        for (const auto& entry : entries.value()) {
            m_book.take(entry);
            m_seq = std::max(m_seq, entry.seq);
        }
        m_loaded = true;
        Q_EMIT changed();
        done(Ok{});
    });
}

// What other desks have noted; own entries are known already and say nothing new.
void ArrivalLog::reread()
{
    if (!m_loaded || !m_reading.begin()) return;
    onReady(m_journal.arrivals(m_clock.now().plusMs(-kArrivalDayMs), m_seq), this, [this](const Result<std::vector<domain::Recorded>>& entries) {
        const bool again = m_reading.end();
        if (entries)
            for (const auto& entry : entries.value()) {
                take(entry);
                m_seq = std::max(m_seq, entry.seq);
            }
        if (again) reread();
    });
}

void ArrivalLog::take(const domain::Recorded& entry)
{
    const auto* refused = entry.event.as<domain::ArrivalRefused>();
    const bool known = refused && m_book.find(refused->arrival);
    if (!m_book.take(entry)) return;
    if (refused && !known) Q_EMIT appeared(*m_book.find(refused->arrival));
    Q_EMIT changed();
}

void ArrivalLog::takeOutcome(const FileOutcome& outcome)
{
    const bool unseen = outcome.way == domain::ArrivalWay::Folder || outcome.way == domain::ArrivalWay::Door;
    if (!unseen || !outcome.refusedForGood() || outcome.error.code == u"file.others_refused") return;
    if (outcome.line > 0 && outcome.batch == m_lastBatch && outcome.file == m_lastFile) return;
    m_lastBatch = outcome.batch;
    m_lastFile = outcome.file;
    const bool folder = outcome.way == domain::ArrivalWay::Folder;
    note({{}, {}, outcome.way, QFileInfo{outcome.file}.fileName(), outcome.line, outcome.number, outcome.error.code, outcome.error.detail, outcome.sha256}, folder && m_filesStay);
}

void ArrivalLog::noteDoor(int status, const QString& code)
{
    constexpr int kUnreadable = 400, kWrongToken = 401, kRefused = 422;
    if (status != kUnreadable && status != kWrongToken && status != kRefused) return;
    // One that got as far as the intake is noted by its name, and a sender that tries all day is told once.
    const auto known = std::any_of(m_book.refused().begin(), m_book.refused().end(), [&](const domain::RefusedArrival& one) {
        return one.way == domain::ArrivalWay::Door && one.code == code && !one.settled;
    });
    if (known || m_underWay.contains(u"door:"_s + code)) return;
    note({{}, {}, domain::ArrivalWay::Door, {}, 0, {}, code, {}, {}}, false);
}

void ArrivalLog::note(domain::ArrivalRefused refusal, bool stays)
{
    if (m_book.openCount() + m_underWay.size() / 2 >= kMaxOpen) return;
    refusal.arrival = m_book.idFor(refusal, stays);
    const auto id = refusal.arrival.text(), door = refusal.way == domain::ArrivalWay::Door ? u"door:"_s + refusal.code : u"file:"_s + id;
    if (id.isEmpty() || m_underWay.contains(id)) return;
    m_underWay << id << door;
    refusal.file = refusal.file.left(kMostShown);
    refusal.detail = refusal.detail.left(kMostShown);
    refusal.number = refusal.number.left(kMostShown);
    const auto decide = [refusal](const ports::Situation& s) -> Result<ports::Decision> {
        auto stored = refusal;
        stored.at = s.now;
        ports::Decision d;
        d.events.push_back(stored);
        return d;
    };
    onReady(m_journal.decide({}, decide), this, [this, id, door](const Result<ports::Appended>& appended) {
        m_underWay.remove(id);
        m_underWay.remove(door);
        if (appended) return m_feed.publish(appended.value());
        qCWarning(logIntake).noquote() << u"a refusal is not noted:"_s << wordsOf(appended.error());   // the note beside the file is there all the same
    });
}

void ArrivalLog::settle(const domain::ArrivalId& arrival, const QString& how, Done<Ok> done)
{
    const auto* known = m_book.find(arrival);
    if (!known || known->settled) return done(Error{Fault::Conflict, u"arrival.none"_s, {}});
    if (how.trimmed().size() < kHowMin) return done(Error{Fault::Refused, u"arrival.how"_s, QString::number(kHowMin)});
    ports::Subject subject;
    subject.right = domain::Right::Work;
    const auto decide = [arrival, how = how.trimmed().left(kMostShown)](const ports::Situation& s) -> Result<ports::Decision> {
        ports::Decision d;
        d.events.push_back(domain::ArrivalSettled{arrival, s.now, how});
        return d;
    };
    onReady(m_journal.decide(subject, decide), this, [this, done = std::move(done)](const Result<ports::Appended>& appended) {
        if (!appended) return done(appended.error());
        m_feed.publish(appended.value());
        done(Ok{});
    });
}

} // namespace tresen::services
