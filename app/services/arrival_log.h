// ArrivalLog: what came in over the past days, run by run, and what the folder or the door refused while nobody stood beside it. Kept in the journal, so
// that every desk sees it and a restart changes nothing. Follows the intake and the feed; the inbox, the bell and the health line look at it.
#pragma once
#include "app/core/clock.h"
#include "app/core/one_at_a_time.h"
#include "app/domain/arrival_book.h"
#include "app/services/done.h"
#include "app/services/intake.h"
#include <QSet>

namespace tresen::services {

class ArrivalLog final : public QObject {
    Q_OBJECT
public:
    ArrivalLog(ports::Journal& journal, JournalFeed& feed, Intake& intake, const Clock& clock, QObject* parent = nullptr);

    void load(Done<Ok> done);                        // the past days; from then on what other desks note arrives, too
    const domain::ArrivalBook& book() const { return m_book; }
    int openCount() const { return m_book.openCount(); }

    // Refused files stay in the folder and are read again at every start: each is told once.
    void setFilesStay(bool stay) { m_filesStay = stay; }
    // The door has turned an order away before it came to the intake. Only what its sender cannot mend by sending it once more is noted: 400, 401 and 422.
    void noteDoor(int status, const QString& code);
    // Somebody has seen to it. how: at least kHowMin characters. Refusals: "arrival.none", "arrival.how".
    void settle(const domain::ArrivalId& arrival, const QString& how, Done<Ok> done);
    static constexpr int kHowMin = 3;
    static constexpr int kMaxOpen = 1'000;           // refused and not settled: more are counted by their runs only

Q_SIGNALS:
    void changed();
    void appeared(const tresen::domain::RefusedArrival& arrival);   // new since load(), of any desk

private:
    void takeOutcome(const FileOutcome& outcome);
    void note(domain::ArrivalRefused refusal, bool stays);
    void take(const domain::Recorded& entry);
    void reread();

    ports::Journal& m_journal;
    JournalFeed& m_feed;
    const Clock& m_clock;
    domain::ArrivalBook m_book;
    QSet<QString> m_underWay;                        // ids that are being written
    domain::BatchId m_lastBatch;                     // of a table one row is told, not each
    QString m_lastFile;
    qint64 m_seq = 0;
    bool m_loaded = false, m_filesStay = false;
    OneAtATime m_reading;
};

} // namespace tresen::services
