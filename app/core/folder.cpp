#include "app/core/folder.h"
#include <QFile>
#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstdio>
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#else
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#endif

using namespace Qt::Literals::StringLiterals;

namespace tresen::files {

#ifdef Q_OS_UNIX
namespace {

constexpr qint64 kNsPerS = 1'000'000'000;

QString shown(const QByteArray& name)
{
    return QFile::decodeName(name);
}

Error folderError(int error, QString code, const QByteArray& name)
{
    switch (error) {
    case ENOENT:
    case ENOTDIR: return {Fault::NotFound, std::move(code), shown(name)};
    case EEXIST: return {Fault::Conflict, u"file.exists"_s, shown(name)};
    case EACCES:
    case EPERM:
    case EROFS: return {Fault::Refused, u"folder.read_only"_s, shown(name)};
    case ELOOP: return {Fault::Invalid, u"file.not_regular"_s, shown(name)};
    default: return {Fault::Unreachable, std::move(code), shown(name)};   // EIO, ESTALE, ENOTCONN, ENOSPC: may be better at the next look
    }
}

Seen seenOf(const QByteArray& name, const struct stat& info)
{
    return {name, S_ISREG(info.st_mode), info.st_dev, info.st_ino, info.st_size, static_cast<qint64>(info.st_mtim.tv_sec) * kNsPerS + info.st_mtim.tv_nsec};
}

bool isPlainName(const QByteArray& name)
{
    return !name.isEmpty() && name != "." && name != ".." && !name.contains('/') && !name.contains('\0');
}

bool writeAll(int fd, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto put = ::write(fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        done += put;
    }
    return ::fsync(fd) == 0;
}

} // namespace

struct Folder::Handle {
    explicit Handle(int descriptor) : fd{descriptor} {}
    ~Handle()
    {
        if (listing) ::closedir(listing);
        ::close(fd);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    const int fd;
    DIR* listing = nullptr;
};

Result<Folder> Folder::open(const QString& path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) return Error{Fault::Unreachable, u"folder.gone"_s, path};
    return Folder{std::make_shared<Handle>(fd)};
}

Result<Folder> Folder::inside(const QByteArray& name) const
{
    if (!isPlainName(name)) return Error{Fault::Invalid, u"file.not_regular"_s, shown(name)};
    constexpr int kHow = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
    int fd = ::openat(m_handle->fd, name.constData(), kHow);
    if (fd < 0 && errno == ENOENT) {
        if (::mkdirat(m_handle->fd, name.constData(), 0770) != 0 && errno != EEXIST) return folderError(errno, u"folder.gone"_s, name);
        fd = ::openat(m_handle->fd, name.constData(), kHow);
    }
    if (fd >= 0) return Folder{std::make_shared<Handle>(fd)};
    if (errno == ENOTDIR || errno == ELOOP) return Error{Fault::Refused, u"folder.read_only"_s, shown(name)};   // something else has the name
    return folderError(errno, u"folder.gone"_s, name);
}

Result<std::vector<Seen>> Folder::next(int count)
{
    if (!m_handle->listing) {
        const int fd = ::openat(m_handle->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);   // a place of its own: dup() would share it
        if (fd < 0) return folderError(errno, u"folder.gone"_s, {});
        m_handle->listing = ::fdopendir(fd);
        if (!m_handle->listing) {
            ::close(fd);
            return Error{Fault::Unreachable, u"folder.gone"_s, {}};
        }
    }
    std::vector<Seen> out;
    out.reserve(static_cast<std::size_t>(count));
    while (out.size() < static_cast<std::size_t>(count)) {
        errno = 0;
        const auto* entry = ::readdir(m_handle->listing);
        if (!entry) {
            if (errno != 0) return folderError(errno, u"folder.gone"_s, {});
            break;
        }
        const QByteArray name{entry->d_name};
        if (!isPlainName(name)) continue;
        if (auto seen = look(name)) out.push_back(seen.value());
        else if (seen.error().fault == Fault::Unreachable) return seen.error();
    }
    return out;
}

void Folder::startAgain()
{
    if (m_handle->listing) ::closedir(m_handle->listing);
    m_handle->listing = nullptr;
}

Result<Seen> Folder::look(const QByteArray& name) const
{
    struct stat info {};
    if (!isPlainName(name) || ::fstatat(m_handle->fd, name.constData(), &info, AT_SYMLINK_NOFOLLOW) != 0) return folderError(errno, u"file.unreadable"_s, name);
    return seenOf(name, info);
}

Result<QByteArray> Folder::read(const Seen& seen, qint64 maxBytes) const
{
    // O_NONBLOCK: opening a pipe must not wait for a writer; O_NOFOLLOW: a link is refused, not followed.
    const int fd = ::openat(m_handle->fd, seen.name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0) {
        const auto error = folderError(errno, u"file.unreadable"_s, seen.name);
        return error.fault == Fault::Refused ? Error{Fault::Invalid, u"file.unreadable"_s, error.detail} : error;
    }
    const auto answer = [&]() -> Result<QByteArray> {
        struct stat info {};
        if (::fstat(fd, &info) != 0) return folderError(errno, u"file.unreadable"_s, seen.name);
        const auto now = seenOf(seen.name, info);
        if (!now.regular) return Error{Fault::Invalid, u"file.not_regular"_s, shown(seen.name)};
        if (now.size > maxBytes) return Error{Fault::Invalid, u"file.too_large"_s, shown(seen.name)};
        if (!now.isSame(seen)) return Error{Fault::Conflict, u"file.still_growing"_s, shown(seen.name)};
        QByteArray out(now.size + 1, Qt::Uninitialized);   // one more, to notice a file that grows
        qsizetype have = 0;
        while (have < out.size()) {
            const auto got = ::read(fd, out.data() + have, static_cast<size_t>(out.size() - have));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) return folderError(errno, u"file.unreadable"_s, seen.name);
            if (got == 0) break;
            have += got;
        }
        if (have != now.size || ::fstat(fd, &info) != 0 || !seenOf(seen.name, info).isSame(seen)) return Error{Fault::Conflict, u"file.still_growing"_s, shown(seen.name)};
        out.resize(have);
        return out;
    }();
    ::close(fd);
    return answer;
}

Result<Ok> Folder::move(const QByteArray& name, const Folder& to, const QByteArray& newName) const
{
    if (!isPlainName(name) || !isPlainName(newName)) return Error{Fault::Invalid, u"file.not_regular"_s, shown(newName)};
    const int from = m_handle->fd, target = to.m_handle->fd;
#ifdef RENAME_NOREPLACE
    if (::renameat2(from, name.constData(), target, newName.constData(), RENAME_NOREPLACE) == 0) return Ok{};
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP) return folderError(errno, u"file.unreadable"_s, name);
#endif
    // Some network drives only know the rename that replaces: the new name is taken by an empty file first, which nobody else can do too.
    const int reserved = ::openat(target, newName.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);
    if (reserved < 0) return folderError(errno, u"file.unreadable"_s, newName);
    ::close(reserved);
    if (::renameat(from, name.constData(), target, newName.constData()) == 0) return Ok{};
    const int why = errno;
    ::unlinkat(target, newName.constData(), 0);
    return folderError(why, u"file.unreadable"_s, name);
}

bool Folder::exists(const QByteArray& name) const
{
    struct stat info {};
    return ::fstatat(m_handle->fd, name.constData(), &info, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<Ok> Folder::create(const QByteArray& name, const QByteArray& bytes) const
{
    if (!isPlainName(name)) return Error{Fault::Invalid, u"file.unwritable"_s, shown(name)};
    const int fd = ::openat(m_handle->fd, name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0660);
    if (fd < 0) return folderError(errno, u"file.unwritable"_s, name);
    const bool whole = writeAll(fd, bytes);
    ::close(fd);
    if (whole) return Ok{};
    remove(name);
    return Error{Fault::Unreachable, u"file.unwritable"_s, shown(name)};
}

void Folder::remove(const QByteArray& name) const
{
    if (isPlainName(name)) ::unlinkat(m_handle->fd, name.constData(), 0);
}

#else
// Elsewhere by path: no link is followed either, but between a look and an opening a name may change its file.
struct Folder::Handle {
    QDir dir;
    QFileInfoList listing;
    qsizetype at = -1;
};

Result<Folder> Folder::open(const QString& path)
{
    if (!QFileInfo{path}.isDir()) return Error{Fault::Unreachable, u"folder.gone"_s, path};
    return Folder{std::make_shared<Handle>(Handle{QDir{path}, {}, -1})};
}

Result<Folder> Folder::inside(const QByteArray& name) const
{
    const auto path = m_handle->dir.filePath(QFile::decodeName(name));
    const QFileInfo info{path};
    if (!info.exists() && !QDir{}.mkdir(path)) return Error{Fault::Refused, u"folder.read_only"_s, path};
    if (QFileInfo{path}.isSymLink() || !QFileInfo{path}.isDir()) return Error{Fault::Refused, u"folder.read_only"_s, path};
    return Folder{std::make_shared<Handle>(Handle{QDir{path}, {}, -1})};
}

Result<std::vector<Seen>> Folder::next(int count)
{
    auto& h = *m_handle;
    if (!h.dir.exists()) return Error{Fault::Unreachable, u"folder.gone"_s, h.dir.path()};
    if (h.at < 0) {
        h.listing = h.dir.entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
        h.at = 0;
    }
    std::vector<Seen> out;
    for (; h.at < h.listing.size() && out.size() < static_cast<std::size_t>(count); ++h.at)
        if (const auto seen = look(QFile::encodeName(h.listing[h.at].fileName()))) out.push_back(seen.value());
    return out;
}

void Folder::startAgain() { m_handle->at = -1; }

Result<Seen> Folder::look(const QByteArray& name) const
{
    const QFileInfo info{m_handle->dir.filePath(QFile::decodeName(name))};
    if (!info.exists()) return Error{Fault::NotFound, u"file.unreadable"_s, info.filePath()};
    return Seen{name, info.isFile() && !info.isSymLink(), 0, 0, info.size(), info.lastModified().toMSecsSinceEpoch() * 1'000'000};
}

Result<QByteArray> Folder::read(const Seen& seen, qint64 maxBytes) const
{
    const auto now = look(seen.name);
    if (!now) return now.error();
    const auto path = m_handle->dir.filePath(QFile::decodeName(seen.name));
    if (!now.value().regular) return Error{Fault::Invalid, u"file.not_regular"_s, path};
    if (now.value().size > maxBytes) return Error{Fault::Invalid, u"file.too_large"_s, path};
    if (!now.value().isSame(seen)) return Error{Fault::Conflict, u"file.still_growing"_s, path};
    QFile file{path};
    if (!file.open(QIODevice::ReadOnly)) return Error{Fault::Invalid, u"file.unreadable"_s, path};
    auto bytes = file.read(maxBytes + 1);
    const auto after = look(seen.name);
    if (bytes.size() != seen.size || !after || !after.value().isSame(seen)) return Error{Fault::Conflict, u"file.still_growing"_s, path};
    return bytes;
}

Result<Ok> Folder::move(const QByteArray& name, const Folder& to, const QByteArray& newName) const
{
    const auto from = m_handle->dir.filePath(QFile::decodeName(name)), target = to.m_handle->dir.filePath(QFile::decodeName(newName));
    if (!QFileInfo::exists(from)) return Error{Fault::NotFound, u"file.unreadable"_s, from};
    if (QFileInfo::exists(target)) return Error{Fault::Conflict, u"file.exists"_s, target};
    return QFile::rename(from, target) ? Result<Ok>{Ok{}} : Error{Fault::Refused, u"folder.read_only"_s, target};
}

bool Folder::exists(const QByteArray& name) const { return QFileInfo::exists(m_handle->dir.filePath(QFile::decodeName(name))); }

Result<Ok> Folder::create(const QByteArray& name, const QByteArray& bytes) const
{
    QFile file{m_handle->dir.filePath(QFile::decodeName(name))};
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) return Error{file.exists() ? Fault::Conflict : Fault::Refused, file.exists() ? u"file.exists"_s : u"folder.read_only"_s, file.fileName()};
    return file.write(bytes) == bytes.size() && file.flush() ? Result<Ok>{Ok{}} : Error{Fault::Unreachable, u"file.unwritable"_s, file.fileName()};
}

void Folder::remove(const QByteArray& name) const { QFile::remove(m_handle->dir.filePath(QFile::decodeName(name))); }
#endif

} // namespace tresen::files
