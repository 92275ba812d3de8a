// readLogTail(): the newest entries of a profile's log, over its files, as the diagnostics page and the bug report show them. Reads files; call it off
// the UI thread.
#pragma once
#include "app/core/clock.h"
#include <vector>

namespace tresen {

struct LogLine {
    Instant at;                    // null: the line had no time
    QString level, category, text; // level: "info", "warning", "error", …; text redacted once more, whatever wrote it
    friend bool operator==(const LogLine&, const LogLine&) = default;
};

struct LogTail {
    std::vector<LogLine> lines;    // oldest first
    qint64 unreadable = 0;         // lines that are no entry: torn, or written by something else
    bool more = false;             // older ones were left out
};

// At most that many entries, of files no larger than a log of this program gets; a file that is none is left out.
LogTail readLogTail(const QString& profile, int most);
// One line without its line feed; false: it is no entry.
bool readLogLine(const QByteArray& line, LogLine& out);

} // namespace tresen
