// HeadMark: the newest sequence number and hash, kept in a small file beside an SQLite database. When the write-ahead log is deleted by a
// "cleaner", the database looks whole but lacks its last entries; the mark tells. Written after every commit, read when opening.
#pragma once
#include "app/store/entry.h"
#include <QFile>

namespace tresen::store {

QString headMarkTail();              // "-head", appended to the database's name

class HeadMark {
public:
    explicit HeadMark(const QString& databaseFile);
    Head read();                     // seq 0 when there is none, or none that can be read
    void write(const Head& head);    // not flushed: after a power loss the mark may be old, never too new

private:
    QFile m_file;
};

// Fault::Corrupt "store.tail_missing" when the mark is newer than the journal, "store.other_history" when the journal has another entry there.
Result<Ok> checkHeadMark(Connection& db, const Head& mark);

} // namespace tresen::store
