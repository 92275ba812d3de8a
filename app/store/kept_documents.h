// The documents of a desk in its backups: sheets, first prints of receipts, signatures and pages that were typed in from. Every backup has a list of them
// beside it ("FILE.documents": path, size and SHA-256 of each); the bytes lie once for all backups of that folder in "tresen-documents", under their SHA-256,
// so that the fourteenth copy costs no more than what is new. Called by the backup, its drill and whoever restores it.
#pragma once
#include "app/core/result.h"
#include "app/core/work_gauge.h"
#include <QStringList>

namespace tresen::store {

// Takes every regular file below `documents`; no link is followed, what has gone meanwhile is passed over. A folder that is not there holds nothing.
// New bytes are read again before the list names them. Unreachable "backup.documents" with the file that could not be taken.
Result<Ok> keepDocuments(const QString& documents, const QString& backup);

struct KeptDocuments {
    int files = 0;                // that are whole
    bool listed = false;          // no list: a backup of the bookings alone
    QStringList problems;         // one a document that is missing or changed
};

// Hashes each. One that is changed is set aside, so that the next backup takes it afresh. Refused "vault.stopped". A list that is cut, changed or names
// a place outside of the folder is a problem, and nothing of it is believed.
Result<KeptDocuments> tryDocuments(const QString& backup, const Gauge& gauge = {});

// Puts them where they were. Nothing is taken away: what is there and newer stays, one of the same name and other bytes gets the ending `aside`.
// missingOnly: what is there stays, for the bookings are newer than the backup. Unreachable "backup.documents" when the folder cannot be written; a document that is not whole in the backup is a problem of the answer.
Result<KeptDocuments> restoreDocuments(const QString& backup, const QString& documents, const QString& aside, bool missingOnly = false);

QString documentList(const QString& backup);   // the list's own file

} // namespace tresen::store
