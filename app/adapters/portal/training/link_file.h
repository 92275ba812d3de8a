// LinkFile: the training portal's links on the disk, shared by every process that uses the same folder. Called by TrainingPortal and
// PaySite in the file thread.
// Append-only lines under a lock file; others' lines are read as they come. A line that a crash tore is passed over and counts as damaged.
#pragma once
#include "app/adapters/portal/training/link_book.h"
#include <QSemaphore>
#include <functional>

namespace tresen::adapters::training {

class LinkFile {
public:
    explicit LinkFile(QString folder);

    // Reads what was added since the last time. Fault::Corrupt "portal.state_unreadable", "portal.state_full".
    Result<Ok> refresh();
    // Decides on what is there now and appends the lines it gets, while no other process can. No lines: nothing is written.
    // Fault::Unreachable "portal.state_busy" when another process holds the lock for kTrainingLockMs; and whatever decide refuses.
    Result<Ok> change(const std::function<Result<QByteArray>(const LinkBook&)>& decide);
    const LinkBook& book() const { return m_book; }
    void interrupt() { m_interrupt.release(); }               // from any thread: stop waiting for the lock

private:
    QString path() const;
    Result<Ok> append(QByteArray lines);

    QString m_folder;
    LinkBook m_book;
    qint64 m_offset = 0;                                      // behind the last whole line taken in
    QSemaphore m_interrupt;
};

} // namespace tresen::adapters::training
