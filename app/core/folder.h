// Folder: one folder held open, its files listed in slices, read and moved without ever following a link. The hot folder is its caller.
#pragma once
#include "app/core/result.h"
#include <QByteArray>
#include <memory>
#include <vector>

namespace tresen::files {

// A name in a folder as a look found it. Names are the system's bytes: not every one of them is text.
struct Seen {
    QByteArray name;
    bool regular = false;            // a file of its own: no link, pipe, device or folder
    quint64 device = 0, file = 0;    // which file it is, whatever its name
    qint64 size = 0, modifiedNs = 0;
    bool isSame(const Seen& other) const { return size == other.size && modifiedNs == other.modifiedNs && file == other.file && device == other.device; }
};

// Faults: NotFound (it has gone), Unreachable (the drive does not answer), Refused "folder.read_only", Invalid.
class Folder {
public:
    static Result<Folder> open(const QString& path);             // "folder.gone"; a link to a folder is followed, it is the person's own word
    Result<Folder> inside(const QByteArray& name) const;         // makes it when it is not there; never through a link

    // The next names of the listing, at most count, "." and ".." left out; empty at its end. One that goes while it is looked at is left out.
    Result<std::vector<Seen>> next(int count);
    void startAgain();

    Result<Seen> look(const QByteArray& name) const;
    // The file that was looked at and no other: "file.not_regular", "file.too_large", "file.unreadable"; Conflict "file.still_growing" when it is
    // another one by now, or has changed before the last byte was read.
    Result<QByteArray> read(const Seen& seen, qint64 maxBytes) const;

    // Never replaces: of two desks that move the same file one gets it, the other NotFound. Conflict "file.exists" when the new name is taken.
    Result<Ok> move(const QByteArray& name, const Folder& to, const QByteArray& newName) const;
    bool exists(const QByteArray& name) const;
    // A new small file, flushed: Conflict "file.exists". remove(): of a file made by create().
    Result<Ok> create(const QByteArray& name, const QByteArray& bytes) const;
    void remove(const QByteArray& name) const;

private:
    struct Handle;
    explicit Folder(std::shared_ptr<Handle> handle) : m_handle{std::move(handle)} {}
    std::shared_ptr<Handle> m_handle;
};

} // namespace tresen::files
