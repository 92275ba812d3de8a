// Files: durable writing and the platform's own calls, behind one door. Every other room asks here instead of the system.
#pragma once
#include "app/core/result.h"
#include <QByteArray>

namespace tresen::files {

// Whole file or none: temporary file beside it, flushed to the disk, renamed, folder flushed. Mode 0600.
Result<Ok> writeAtomically(const QString& path, const QByteArray& bytes);
// Appends and flushes to the disk before it returns; creates the file with mode 0600.
Result<Ok> appendDurably(const QString& path, const QByteArray& bytes);
// A regular file only: no link, pipe or device is followed or opened. Fault::Invalid "file.not_regular", "file.too_large", "file.unreadable".
Result<QByteArray> readRegular(const QString& path, qint64 maxBytes);
// Gives a finished temporary file its name, durably: flushed, renamed, folder flushed. Never replaces: Fault::Conflict "file.exists".
Result<Ok> publish(const QString& part, const QString& path);
// Creates the folder and its parents, the last one with mode 0700.
Result<Ok> makePrivateFolder(const QString& path);
QByteArray randomBytes(int count);            // from the system's cryptographic source

} // namespace tresen::files

namespace tresen {

// Named point of a durable step. When TRESEN_CRASH_AT holds its name, or "name:N" for the N-th time it is passed, the process ends at once as
// if it lost power; nothing otherwise.
void crashPoint(const char* name);

} // namespace tresen
