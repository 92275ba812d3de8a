#include "app/core/files.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QSaveFile>
#include <atomic>
#include <cerrno>
#include <cstring>
#ifdef Q_OS_UNIX
#include <csignal>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tresen {
namespace files {
namespace {

Error ioError(const QString& code, const QString& path)
{
    return Error{Fault::Corrupt, code, path};
}

// A rename is only durable when its folder is.
bool flushFolder(const QString& folder)
{
#ifdef Q_OS_UNIX
    const int fd = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return false;
    const bool ok = ::fsync(fd) == 0;
    ::close(fd);
    return ok;
#else
    Q_UNUSED(folder)
    return true;
#endif
}

bool flushFile(QFile& file)
{
#ifdef Q_OS_UNIX
    return file.flush() && ::fdatasync(file.handle()) == 0;
#else
    return file.flush();
#endif
}

constexpr auto kOwnerOnly = QFile::ReadOwner | QFile::WriteOwner;

} // namespace

Result<Ok> writeAtomically(const QString& path, const QByteArray& bytes)
{
    QSaveFile file{path};
    if (!file.open(QIODevice::WriteOnly)) return ioError(u"file.unwritable"_s, path);
    file.setPermissions(kOwnerOnly);
    if (file.write(bytes) != bytes.size() || !file.commit()) return ioError(u"file.unwritable"_s, path);
    return flushFolder(QFileInfo{path}.absolutePath()) ? Result<Ok>{Ok{}} : ioError(u"file.unwritable"_s, path);
}

Result<Ok> appendDurably(const QString& path, const QByteArray& bytes)
{
    QFile file{path};
    const bool fresh = !file.exists();
    if (!file.open(QIODevice::WriteOnly | QIODevice::Append)) return ioError(u"file.unwritable"_s, path);
    if (fresh) file.setPermissions(kOwnerOnly);
    if (file.write(bytes) != bytes.size() || !flushFile(file)) return ioError(u"file.unwritable"_s, path);
    if (fresh && !flushFolder(QFileInfo{path}.absolutePath())) return ioError(u"file.unwritable"_s, path);
    return Ok{};
}

Result<Ok> publish(const QString& part, const QString& path)
{
    QFile file{part};
    if (!file.open(QIODevice::ReadWrite) || !flushFile(file)) return ioError(u"file.unwritable"_s, part);
    file.close();
    if (QFile::exists(path)) return Error{Fault::Conflict, u"file.exists"_s, path};
    if (!QFile::rename(part, path) || !flushFolder(QFileInfo{path}.absolutePath())) return ioError(u"file.unwritable"_s, path);
    return Ok{};
}

#ifdef Q_OS_UNIX
Result<QByteArray> readRegular(const QString& path, qint64 maxBytes)
{
    // O_NONBLOCK: opening a pipe must not wait for a writer; O_NOFOLLOW: a link is refused, not followed.
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) return Error{errno == ENOENT ? Fault::NotFound : Fault::Invalid, errno == ELOOP ? u"file.not_regular"_s : u"file.unreadable"_s, path};
    struct stat info {};
    QByteArray out;
    Result<QByteArray> answer = Error{Fault::Invalid, u"file.unreadable"_s, path};
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        answer = Error{Fault::Invalid, u"file.not_regular"_s, path};
    } else if (info.st_size > maxBytes) {
        answer = Error{Fault::Invalid, u"file.too_large"_s, path};
    } else {
        out.resize(info.st_size + 1);   // one more, to notice a file that grows
        qsizetype have = 0;
        ssize_t got = 0;
        while (have < out.size() && (got = ::read(fd, out.data() + have, static_cast<size_t>(out.size() - have))) > 0) have += got;
        if (got >= 0 && have <= info.st_size) {
            out.resize(have);
            answer = out;
        } else if (got >= 0) {
            answer = Error{Fault::Conflict, u"file.still_growing"_s, path};
        }
    }
    ::close(fd);
    return answer;
}
#else
Result<QByteArray> readRegular(const QString& path, qint64 maxBytes)
{
    const QFileInfo info{path};
    if (!info.exists()) return Error{Fault::NotFound, u"file.unreadable"_s, path};
    if (!info.isFile() || info.isSymLink()) return Error{Fault::Invalid, u"file.not_regular"_s, path};
    if (info.size() > maxBytes) return Error{Fault::Invalid, u"file.too_large"_s, path};
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) return Error{Fault::Invalid, u"file.unreadable"_s, path};
    return file.read(maxBytes);
}
#endif

Result<Ok> makePrivateFolder(const QString& path)
{
    if (QFileInfo{path}.isDir()) return Ok{};
    if (!QDir{}.mkpath(path)) return ioError(u"file.folder"_s, path);
    QFile::setPermissions(path, kOwnerOnly | QFile::ExeOwner);
    return Ok{};
}

QByteArray randomBytes(int count)
{
    QByteArray out{count, Qt::Uninitialized};
    for (int i = 0; i < count; ++i) out[i] = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return out;
}

} // namespace files

void crashPoint(const char* name)
{
    static const auto setting = qgetenv("TRESEN_CRASH_AT").split(':');
    static std::atomic<int> left{setting.size() > 1 ? setting[1].toInt() : 1};
    if (setting.front().isEmpty() || setting.front() != name || --left > 0) return;
#ifdef Q_OS_UNIX
    ::kill(::getpid(), SIGKILL);
#endif
    std::abort();
}

} // namespace tresen
