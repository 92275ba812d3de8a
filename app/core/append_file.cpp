#include "app/core/append_file.h"
#include <QFile>
#include <algorithm>
#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QFileInfo>
#endif

namespace tresen::files {

AppendFile::~AppendFile() { close(); }

#ifdef Q_OS_UNIX
bool AppendFile::open(const QString& path)
{
    close();
    // O_NONBLOCK: opening a pipe must not wait for a reader.
    const int fd = ::open(QFile::encodeName(path).constData(), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, S_IRUSR | S_IWUSR);
    struct stat info {};
    if (fd < 0) return false;
    if (::fstat(fd, &info) != 0 || !S_ISREG(info.st_mode)) {
        ::close(fd);
        return false;
    }
    m_fd = fd;
    return true;
}

bool AppendFile::isOpen() const { return m_fd >= 0; }

void AppendFile::close()
{
    if (m_fd >= 0) ::close(m_fd);
    m_fd = -1;
}

qint64 AppendFile::append(const QByteArray& bytes)
{
    return m_fd < 0 ? 0 : std::max<qint64>(0, ::write(m_fd, bytes.constData(), static_cast<size_t>(bytes.size())));
}

bool AppendFile::flush() { return m_fd >= 0 && ::fdatasync(m_fd) == 0; }

qint64 AppendFile::size() const
{
    struct stat info {};
    return m_fd >= 0 && ::fstat(m_fd, &info) == 0 ? info.st_size : -1;
}

bool AppendFile::isStill(const QString& path) const
{
    struct stat mine {}, there {};
    return m_fd >= 0 && ::fstat(m_fd, &mine) == 0 && ::lstat(QFile::encodeName(path).constData(), &there) == 0 && mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

bool AppendFile::tryLock() { return m_fd >= 0 && ::flock(m_fd, LOCK_EX | LOCK_NB) == 0; }
#else
namespace {
QFile* fileOf(void* file) { return static_cast<QFile*>(file); }
} // namespace

bool AppendFile::open(const QString& path)
{
    close();
    if (const QFileInfo info{path}; info.exists() && (!info.isFile() || info.isSymLink())) return false;
    auto* file = new QFile{path};
    m_file = file;
    if (file->open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) return file->setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    close();
    return false;
}

bool AppendFile::isOpen() const { return m_file; }

void AppendFile::close()
{
    delete fileOf(m_file);
    m_file = nullptr;
}

qint64 AppendFile::append(const QByteArray& bytes) { return m_file ? std::max<qint64>(0, fileOf(m_file)->write(bytes)) : 0; }
bool AppendFile::flush() { return m_file && fileOf(m_file)->flush(); }
qint64 AppendFile::size() const { return m_file ? fileOf(m_file)->size() : -1; }
bool AppendFile::isStill(const QString& path) const { return m_file && QFileInfo{path}.isFile(); }
bool AppendFile::tryLock() { return m_file; }
#endif

} // namespace tresen::files
