#include "app/domain/arrival_book.h"
#include <QCryptographicHash>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::domain {

const ArrivalRun* ArrivalBook::find(const BatchId& batch) const
{
    const auto found = m_runAt.constFind(batch.text());
    return found == m_runAt.cend() ? nullptr : &m_runs[*found];
}

ArrivalRun* ArrivalBook::runOf(const BatchId& batch)
{
    const auto found = m_runAt.constFind(batch.text());
    return found == m_runAt.cend() ? nullptr : &m_runs[*found];
}

const RefusedArrival* ArrivalBook::find(const ArrivalId& arrival) const
{
    const auto found = std::find_if(m_refused.begin(), m_refused.end(), [&](const RefusedArrival& one) { return one.id == arrival; });
    return found == m_refused.end() ? nullptr : &*found;
}

int ArrivalBook::openCount() const
{
    return static_cast<int>(std::count_if(m_refused.begin(), m_refused.end(), [](const RefusedArrival& one) { return !one.settled; }));
}

void ArrivalBook::takeRun(const RunStored& stored, const Recorded& entry)
{
    auto* run = runOf(stored.batch);
    if (run == nullptr) {
        m_runAt.insert(stored.batch.text(), m_runs.size());
        m_runs.push_back({stored.batch, stored.way, stored.at, stored.at, entry.by.user, entry.by.desk, 0, 0, 0, 0, {}, false, 0, 0, 0});
        run = &m_runs.back();
    }
    run->began = std::min(run->began, stored.at);
    run->ended = std::max(run->ended, stored.at);
    run->taken += stored.taken;
    run->versions += stored.versions;
    run->same += stored.same;
    run->refused += stored.refused;
    run->revised += stored.revised;
    run->files += stored.files;
}

bool ArrivalBook::take(const Recorded& entry)
{
    const bool ours = entry.event.is<RunStored>() || entry.event.is<RunUndone>() || entry.event.is<ArrivalRefused>() || entry.event.is<ArrivalSettled>();
    if (!ours || m_seen.contains(entry.seq)) return false;
    m_seen.insert(entry.seq);
    if (const auto* stored = entry.event.as<RunStored>()) takeRun(*stored, entry);
    if (const auto* undone = entry.event.as<RunUndone>()) {
        auto* run = runOf(undone->batch);
        if (run == nullptr) return true;   // older than the list goes back
        run->undone = true;
        run->takenBack += undone->undone;
        run->kept = undone->kept;
    }
    if (const auto* refused = entry.event.as<ArrivalRefused>()) {
        if (find(refused->arrival)) return true;   // two desks have seen it at the same time
        m_refused.push_back({refused->arrival, refused->way, refused->at, entry.by.desk, refused->file, refused->number, refused->code, refused->detail, refused->sha256,
                             refused->line, m_settledFirst.contains(refused->arrival.text())});
    }
    if (const auto* settled = entry.event.as<ArrivalSettled>()) {
        m_settledFirst.insert(settled->arrival.text());
        for (auto& one : m_refused)
            if (one.id == settled->arrival) one.settled = true;
    }
    return true;
}

ArrivalId ArrivalBook::idFor(const ArrivalRefused& refusal, bool stays) const
{
    int turn = 0;
    for (const auto& one : m_refused) {
        if (one.way != refusal.way || one.file != refusal.file || one.sha256 != refusal.sha256 || one.line != refusal.line || one.code != refusal.code) continue;
        if (stays || !one.settled) return {};
        ++turn;
    }
    const auto about = u"%1\n%2\n%3\n%4\n%5\n%6"_s.arg(codeOf(refusal.way), refusal.file, refusal.sha256, refusal.code).arg(refusal.line).arg(turn);
    constexpr qsizetype kDigits = 32;
    return ArrivalId{QString::fromLatin1(QCryptographicHash::hash(about.toUtf8(), QCryptographicHash::Sha256).toHex().left(kDigits))};
}

} // namespace tresen::domain
