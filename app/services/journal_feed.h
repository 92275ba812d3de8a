// JournalFeed: the one signal that says what has happened, after it is on disk. Lives in the UI thread; every model listens to it.
#pragma once
#include "app/core/one_at_a_time.h"
#include "app/ports/journal.h"
#include "app/services/done.h"
#include <QObject>
#include <functional>

namespace tresen::services {

class JournalFeed final : public QObject {
    Q_OBJECT
public:
    explicit JournalFeed(ports::Journal& journal, QObject* parent = nullptr);
    ~JournalFeed() override;

    // What a station has just appended. Also called by the feed itself for what other desks wrote.
    void publish(const ports::Appended& appended);
    // Only the age of knowledge has changed.
    void publishRows(const std::vector<domain::BoardRow>& rows);
    // From now on the entries of other desks and processes arrive too. seq: the highest sequence number already shown.
    void follow(qint64 seq);
    // Reads again now: finds out whether the journal can be read at all, while nothing else happens. Nothing before follow().
    void check();
    // For who keeps a copy of something other desks may change: read is called whenever found() is told, one call at a time; a burst is one or two
    // readings. It has to answer, and ends with who.
    void keepFresh(QObject* who, std::function<void(Done<Ok>)> read);

Q_SIGNALS:
    void recorded(const tresen::domain::Recorded& entry);                            // own entries, one by one, in order
    void rowsChanged(const std::vector<tresen::domain::BoardRow>& rows);             // own and foreign ones
    void lost(const tresen::Error& error);                                           // re-reading failed; it is tried again
    void found();                                                                    // re-reading worked

private:
    void reread();

    ports::Journal& m_journal;
    qint64 m_seq = 0;
    bool m_following = false;
    OneAtATime m_reading;
};

} // namespace tresen::services
