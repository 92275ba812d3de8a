#include "app/core/log_file.h"
#include "app/core/files.h"
#include "app/core/log.h"
#include "app/core/redact.h"
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QReadWriteLock>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace tresen {

// Below Critical they are off by themselves; takeQtMessages() switches them on.
Q_LOGGING_CATEGORY(logApp, "tresen.app", QtCriticalMsg)
Q_LOGGING_CATEGORY(logStore, "tresen.store", QtCriticalMsg)
Q_LOGGING_CATEGORY(logIntake, "tresen.intake", QtCriticalMsg)
Q_LOGGING_CATEGORY(logPeers, "tresen.peers", QtCriticalMsg)

QString wordsOf(const Error& error)
{
    return error.detail.isEmpty() ? error.code : u"%1 (%2)"_s.arg(error.code, error.detail);
}

namespace {

// Qt's handler is a bare function: it finds the log here. Set by takeQtMessages(), taken back by the destructor.
QReadWriteLock qtLogLock;
LogFile* qtLog = nullptr;
QtMessageHandler handlerBefore = nullptr;

constexpr int kMargin = 512;              // what is cut in the middle is not recognised any more; it goes with the cut
constexpr int kMaxCategory = 80;          // characters
constexpr qsizetype kChunk = 64 * 1024;   // bytes of one write
constexpr auto kAgain = std::chrono::milliseconds{200};

QLatin1StringView nameOf(QtMsgType level)
{
    switch (level) {
    case QtDebugMsg: return QLatin1StringView{"debug"};
    case QtInfoMsg: return QLatin1StringView{"info"};
    case QtWarningMsg: return QLatin1StringView{"warning"};
    case QtCriticalMsg: return QLatin1StringView{"error"};
    case QtFatalMsg: return QLatin1StringView{"fatal"};
    }
    Q_UNREACHABLE();
}

bool urgent(QtMsgType level) { return level == QtWarningMsg || level == QtCriticalMsg || level == QtFatalMsg; }

bool harmless(QChar c)
{
    switch (c.category()) {
    case QChar::Other_Control:
    case QChar::Other_Format:          // also those that turn the reading direction
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph: return false;
    default: return c != u'"' && c != u'\\';
    }
}

QString inJson(const QString& text)
{
    QString out;
    out.reserve(text.size() + 16);
    for (const QChar c : text) {
        if (harmless(c)) out += c;
        else if (c == u'"' || c == u'\\') (out += u'\\') += c;
        else if (c == u'\n') out += u"\\n"_s;
        else out += u"\\u%1"_s.arg(c.unicode(), 4, 16, QLatin1Char{'0'});
    }
    return out;
}

void takeMessage(QtMsgType level, const QMessageLogContext& context, const QString& text)
{
    thread_local bool inside = false;   // a message about writing a message
    const auto category = QString::fromUtf8(context.category ? context.category : "default");
    if (!inside) {
        inside = true;
        const QReadLocker lock{&qtLogLock};
        if (qtLog) qtLog->write(level, category, text);
        inside = false;
    }
    const bool elsewhere = !category.startsWith(u"tresen.");
    if (handlerBefore && (level == QtFatalMsg || (elsewhere && urgent(level)))) handlerBefore(level, context, text);
}

} // namespace

QByteArray logLine(const LogEntry& entry)
{
    const bool cut = entry.text.size() > limits::kLogMaxText + kMargin;
    auto shown = redacted(QStringView{entry.text}.left(limits::kLogMaxText + kMargin));
    if (cut) shown.chop(kMargin);
    if (cut || shown.size() > limits::kLogMaxText) shown = shown.left(limits::kLogMaxText) + u'…';
    const auto line = u"{\"t\":\"%1\",\"level\":\"%2\",\"cat\":\"%3\",\"pid\":%4,\"text\":\"%5\"}\n"_s.arg(
        entry.at.iso(), nameOf(entry.level), inJson(entry.category), QString::number(QCoreApplication::applicationPid()), inJson(shown));
    return line.toUtf8();
}

LogFile::LogFile(const QString& profile, const Clock& clock, Bounds bounds)
    : m_profile{profile}, m_folder{profile + u"/log"_s}, m_path{m_folder + u"/tresen.log"_s}, m_clock{clock}, m_bounds{bounds}, m_thread{[this] { work(); }}
{
}

LogFile::~LogFile()
{
    if (m_takesQt) {
        const QWriteLocker lock{&qtLogLock};
        qInstallMessageHandler(handlerBefore);
        QLoggingCategory::setFilterRules({});
        qtLog = nullptr;
    }
    {
        const std::lock_guard lock{m_lock};
        m_ending = true;
    }
    m_more.notify_all();
    m_thread.join();
}

void LogFile::takeQtMessages()
{
    const QWriteLocker lock{&qtLogLock};
    Q_ASSERT(!qtLog);
    qtLog = this;
    m_takesQt = true;
    handlerBefore = qInstallMessageHandler(takeMessage);
    QLoggingCategory::setFilterRules(u"tresen.*.info=true\ntresen.*.warning=true"_s);
}

qint64 LogFile::dropped() const
{
    const std::lock_guard lock{m_lock};
    return m_dropped;
}

void LogFile::write(QtMsgType level, const QString& category, const QString& text)
{
    // Hiding and escaping are left to the thread. What is longer is cut there; one character more tells that it was.
    LogEntry entry{m_clock.now(), level, category.left(kMaxCategory), text.left(limits::kLogMaxText + kMargin + 1)};
    std::unique_lock lock{m_lock};
    if (m_waiting.size() >= static_cast<std::size_t>(m_bounds.waiting)) {
        ++m_dropped;
        return;
    }
    m_waiting.push_back(std::move(entry));
    const auto mine = ++m_queued;
    m_more.notify_one();
    if (!urgent(level) || m_late) return;
    const std::chrono::milliseconds longest{level == QtFatalMsg ? limits::kLogFatalWaitMs : limits::kLogWarningWaitMs};
    if (!m_less.wait_for(lock, longest, [&] { return m_written >= mine || m_late; })) m_late = true;
}

// The thread: takes all that waits, writes it, tells those who wait for it.
void LogFile::work()
{
    std::unique_lock lock{m_lock};
    while (true) {
        m_more.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty()) return;
        lock.unlock();
        const bool can = ready();
        lock.lock();
        if (!can) {
            m_late = true;
            m_less.notify_all();
            if (m_ending) {
                m_dropped += static_cast<qint64>(m_waiting.size());
                return;
            }
            m_more.wait_for(lock, kAgain, [this] { return m_ending; });
            continue;
        }
        std::deque<LogEntry> entries;
        entries.swap(m_waiting);
        lock.unlock();
        store(entries);
        lock.lock();
        m_written += entries.size();
        m_late = false;
        m_less.notify_all();
    }
}

// Whether there is a file to write into. Another process may have begun the next one.
bool LogFile::ready()
{
    if (m_file.isOpen() && m_file.isStill(m_path)) return true;
    m_file.close();
    m_torn = false;
    return QFileInfo{m_profile}.isDir() && files::makePrivateFolder(m_folder) && m_file.open(m_path);
}

void LogFile::store(const std::deque<LogEntry>& entries)
{
    const auto lost = dropped();
    if (lost > m_droppedTold) {
        put(logLine({m_clock.now(), QtWarningMsg, u"tresen.app"_s, u"%1 entries of the log were dropped"_s.arg(lost - m_droppedTold)}), 0);
        m_droppedTold = lost;
    }
    QByteArray chunk;
    qint64 inChunk = 0;
    for (const auto& entry : entries) {
        const auto line = logLine(entry);
        if (!chunk.isEmpty() && (chunk.size() + line.size() > kChunk || m_file.size() + chunk.size() + line.size() > m_bounds.fileBytes)) {
            put(chunk, inChunk);
            chunk.clear();
            inChunk = 0;
        }
        chunk += line;
        ++inChunk;
    }
    put(chunk, inChunk);
}

void LogFile::put(const QByteArray& bytes, qint64 entries)
{
    if (m_file.size() > 0 && m_file.size() + bytes.size() > m_bounds.fileBytes) rotate();
    const auto whole = m_torn ? '\n' + bytes : bytes;
    const bool all = m_file.append(whole) == whole.size();
    m_torn = !all;
    if (all) return;
    const std::lock_guard lock{m_lock};
    m_dropped += entries;
}

// Begins the next file. While another process is doing so, this one goes on in the old file.
void LogFile::rotate()
{
    if (!m_file.tryLock()) return;
    if (m_file.isStill(m_path)) shiftFiles();
    m_file.close();
    ready();
}

void LogFile::shiftFiles() const
{
    Q_ASSERT(m_bounds.files >= 2);
    const auto numbered = [this](int n) { return u"%1.%2"_s.arg(m_path).arg(n); };
    QFile::remove(numbered(m_bounds.files - 1));
    for (int n = m_bounds.files - 2; n > 0; --n) QFile::rename(numbered(n), numbered(n + 1));
    QFile::rename(m_path, numbered(1));
}

} // namespace tresen
