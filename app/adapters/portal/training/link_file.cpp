#include "app/adapters/portal/training/link_file.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include <QDeadlineTimer>
#include <QFile>
#include <QLockFile>

using namespace Qt::Literals::StringLiterals;

namespace tresen::adapters::training {
namespace {

constexpr int kLockPauseMs = 3;

} // namespace

LinkFile::LinkFile(QString folder) : m_folder{std::move(folder)} {}

QString LinkFile::path() const
{
    return m_folder + u"/training-links.jsonl"_s;
}

Result<Ok> LinkFile::refresh()
{
    QFile file{path()};
    if (!file.exists()) {
        if (m_offset == 0) return Ok{};
        m_book = {};   // somebody emptied the folder: start anew
        m_offset = 0;
        return Ok{};
    }
    if (!file.open(QIODevice::ReadOnly)) return Error{Fault::Corrupt, u"portal.state_unreadable"_s, path()};
    if (file.size() > 2 * limits::kTrainingMaxState) return Error{Fault::Corrupt, u"portal.state_full"_s, path()};
    if (file.size() < m_offset) {
        m_book = {};
        m_offset = 0;
    }
    if (!file.seek(m_offset)) return Error{Fault::Corrupt, u"portal.state_unreadable"_s, path()};
    const QByteArray added = file.readAll();
    qsizetype start = 0;
    for (qsizetype end = 0; (end = added.indexOf('\n', start)) >= 0; start = end + 1) m_book.apply(added.mid(start, end - start));
    m_offset += start;
    return Ok{};
}

Result<Ok> LinkFile::append(QByteArray lines)
{
    QFile file{path()};
    const qint64 size = file.size();
    if (size + lines.size() > limits::kTrainingMaxState) return Error{Fault::Refused, u"portal.state_full"_s, path()};
    // What stands behind the last line end was torn by a crash: end it, so that it does not swallow the next line.
    if (size > m_offset) lines.prepend('\n');
    if (const auto written = files::appendDurably(path(), lines); !written) return written;
    crashPoint("training.appended");
    return refresh();
}

Result<Ok> LinkFile::change(const std::function<Result<QByteArray>(const LinkBook&)>& decide)
{
    if (const auto folder = files::makePrivateFolder(m_folder); !folder) return folder;
    QLockFile lock{m_folder + u"/training-links.lock"_s};
    lock.setStaleLockTime(0);   // never by age: only the lock of a process that is gone is taken over
    QDeadlineTimer deadline{limits::kTrainingLockMs};
    while (!lock.tryLock(0)) {
        if (lock.error() != QLockFile::LockFailedError) return Error{Fault::Unreachable, u"portal.state_busy"_s, m_folder};
        if (deadline.hasExpired() || m_interrupt.tryAcquire(1, kLockPauseMs))
            return Error{Fault::Unreachable, u"portal.state_busy"_s, m_folder};
    }
    if (const auto read = refresh(); !read) return read;
    const auto lines = decide(m_book);
    if (!lines) return lines.error();
    if (lines.value().isEmpty()) return Ok{};
    return append(lines.value());
}

} // namespace tresen::adapters::training
