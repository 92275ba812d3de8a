// AppendFile: a file several processes append to at once. What one call writes stays together; the log is the one who uses it.
#pragma once
#include <QByteArray>
#include <QString>

namespace tresen::files {

class AppendFile {
public:
    AppendFile() = default;
    ~AppendFile();
    AppendFile(const AppendFile&) = delete;
    AppendFile& operator=(const AppendFile&) = delete;

    // Creates it with mode 0600. A regular file only: no link, pipe or device is followed or opened.
    bool open(const QString& path);
    bool isOpen() const;
    void close();
    qint64 append(const QByteArray& bytes);       // how many were written; fewer when the disk is full
    bool flush();                                 // to the disk
    qint64 size() const;                          // -1 when it cannot be told
    bool isStill(const QString& path) const;      // false when the path names another file by now, or none
    bool tryLock();                               // against other processes that ask too; at once or not at all. close() gives it back

private:
#ifdef Q_OS_UNIX
    int m_fd = -1;
#else
    void* m_file = nullptr;
#endif
};

} // namespace tresen::files
