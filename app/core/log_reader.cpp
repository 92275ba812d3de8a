#include "app/core/log_reader.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/core/redact.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen {
namespace {

// What a log may be longer by than its bound, see LogFile::Bounds.
constexpr qint64 kMostOfOneFile = 2 * limits::kLogMaxFile;

// From its end, until there are enough. Answers whether it is full.
bool takeLinesOf(const QByteArray& bytes, std::size_t most, LogTail& newestFirst)
{
    for (auto end = bytes.size(); end > 0;) {
        const auto before = bytes.lastIndexOf('\n', end - 1);
        const auto line = bytes.mid(before + 1, end - before - 1);
        end = before;
        if (line.trimmed().isEmpty()) continue;
        if (newestFirst.lines.size() >= most) {
            newestFirst.more = true;
            return true;
        }
        LogLine entry;
        if (readLogLine(line, entry)) newestFirst.lines.push_back(std::move(entry));
        else ++newestFirst.unreadable;
    }
    return false;
}

} // namespace

bool readLogLine(const QByteArray& line, LogLine& out)
{
    if (line.size() > limits::kLogMaxLine) return false;
    const auto document = QJsonDocument::fromJson(line);
    if (!document.isObject()) return false;
    const auto entry = document.object();
    const auto text = entry[u"text"_s];
    if (!text.isString() || !entry[u"level"_s].isString()) return false;
    out.at = Instant::fromIso(entry[u"t"_s].toString());
    out.level = entry[u"level"_s].toString();
    out.category = entry[u"cat"_s].toString();
    out.text = redacted(text.toString());
    return true;
}

LogTail readLogTail(const QString& profile, int most)
{
    LogTail tail;
    const auto path = profile + u"/log/tresen.log"_s;
    for (int n = 0; n < limits::kLogFiles; ++n) {
        const auto bytes = files::readRegular(n == 0 ? path : u"%1.%2"_s.arg(path).arg(n), kMostOfOneFile);
        if (bytes && takeLinesOf(bytes.value(), static_cast<std::size_t>(std::max(most, 0)), tail)) break;
    }
    std::reverse(tail.lines.begin(), tail.lines.end());
    return tail;
}

} // namespace tresen
