// ArrivalBook: the runs of the intake of the past days and what was refused while nobody stood beside it, folded from their entries. Pure; kept by
// the ArrivalLog station.
#pragma once
#include "app/domain/event.h"
#include <QHash>
#include <QSet>
#include <vector>

namespace tresen::domain {

inline constexpr int kArrivalDays = 30;        // so far back the list goes

struct ArrivalRun {
    BatchId batch;
    ArrivalWay way = ArrivalWay::Desk;
    Instant began, ended;                      // its first and its last commit
    QString user, desk;
    int taken = 0, versions = 0, same = 0, refused = 0;
    QStringList revised;                       // ids of the invoices that have a new version by it
    bool undone = false;                       // somebody took it back, as far as it could be; the last time
    int takenBack = 0, kept = 0;
    int files = 0;                             // see RunStored
    bool mayUndo() const { return taken + versions > 0; }
    friend bool operator==(const ArrivalRun&, const ArrivalRun&) = default;
};

struct RefusedArrival {
    ArrivalId id;
    ArrivalWay way = ArrivalWay::Folder;
    Instant at;
    QString desk, file, number, code, detail, sha256;
    int line = 0;
    bool settled = false;
    friend bool operator==(const RefusedArrival&, const RefusedArrival&) = default;
};

class ArrivalBook {
public:
    // Entries may come in any order and more than once. False: it says nothing new.
    bool take(const Recorded& entry);
    const std::vector<ArrivalRun>& runs() const { return m_runs; }               // in the order they became known
    const std::vector<RefusedArrival>& refused() const { return m_refused; }     // settled ones too
    const ArrivalRun* find(const BatchId& batch) const;
    const RefusedArrival* find(const ArrivalId& arrival) const;
    int openCount() const;                                                       // refused, and nobody has settled it

    // The id of a refusal that is to be noted now; null: it stands there already. The same file refused once more is a new one only when the one before
    // was settled, and not even then where refused files stay in the folder (stays): each start reads them again. Several desks get the same id.
    ArrivalId idFor(const ArrivalRefused& refusal, bool stays) const;

private:
    ArrivalRun* runOf(const BatchId& batch);
    void takeRun(const RunStored& stored, const Recorded& entry);
    std::vector<ArrivalRun> m_runs;
    QHash<QString, std::size_t> m_runAt;       // by batch
    std::vector<RefusedArrival> m_refused;
    QSet<qint64> m_seen;                       // sequence numbers
    QSet<QString> m_settledFirst;              // settled by an entry that came before the refusal itself
};

} // namespace tresen::domain
