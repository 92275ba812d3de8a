// LogFile: the log of a profile, log/tresen.log: one JSON object per line, redacted, of bounded size. Made first of all by main(), which lets it
// take Qt's messages; it ends last. Several processes may write into one profile's log.
#pragma once
#include "app/core/append_file.h"
#include "app/core/clock.h"
#include "app/core/limits.h"
#include <QLoggingCategory>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace tresen {

struct LogEntry {
    Instant at;
    QtMsgType level = QtInfoMsg;
    QString category, text;
};

// The entry as one line with its line feed: {"t":"2026-11-24T10:42:07.123Z","level":"warning","cat":"tresen.store","pid":4711,"text":"…"}.
// Redacted, cut to limits::kLogMaxText; whatever could break the line or the terminal it is shown on is written as \uXXXX.
QByteArray logLine(const LogEntry& entry);

class LogFile final {
public:
    struct Bounds {
        qint64 fileBytes = limits::kLogMaxFile;      // a file may be longer by what was under way when it got full
        int files = limits::kLogFiles;               // tresen.log, tresen.log.1, … the highest number is the oldest
        int waiting = limits::kLogMaxWaiting;
    };

    // Nothing is created before there is something to write, and never the profile's folder itself: entries wait until it is there.
    LogFile(const QString& profile, const Clock& clock, Bounds bounds);
    LogFile(const QString& profile, const Clock& clock) : LogFile{profile, clock, Bounds{}} {}
    ~LogFile();                                      // writes what waits; gives Qt's messages back
    LogFile(const LogFile&) = delete;
    LogFile& operator=(const LogFile&) = delete;

    void takeQtMessages();                           // one LogFile of a process; warnings of others than tresen still go to stderr too
    // Any thread. Queues; a thread of its own writes. A warning or worse waits a moment until it is in the file, so that a crash cannot lose it.
    void write(QtMsgType level, const QString& category, const QString& text);
    QString path() const { return m_path; }
    qint64 dropped() const;                          // entries that did not fit or could not be written

private:
    void work();
    bool ready();
    void rotate();
    void store(const std::deque<LogEntry>& entries);
    void put(const QByteArray& bytes, qint64 entries);
    void shiftFiles() const;

    const QString m_profile, m_folder, m_path;
    const Clock& m_clock;
    const Bounds m_bounds;
    bool m_takesQt = false;

    mutable std::mutex m_lock;                       // guards the next ones
    std::condition_variable m_more, m_less;
    std::deque<LogEntry> m_waiting;
    quint64 m_queued = 0, m_written = 0;             // entries so far
    qint64 m_dropped = 0;
    bool m_late = false;                             // the disk does not keep up, or there is none: nobody waits for it
    bool m_ending = false;

    files::AppendFile m_file;                        // the thread's, as are the next ones
    qint64 m_droppedTold = 0;
    bool m_torn = false;                             // the last line is not whole
    std::thread m_thread;
};

} // namespace tresen
