// Rescue: what can be told and done about a journal that was found damaged. Values between the store, which looks, salvages and exports, and the window and
// the command that show them.
#pragma once
#include "app/core/clock.h"
#include <QStringList>
#include <optional>

namespace tresen::ports {

// What one journal holds, as far as its entries can be read and are as they were written.
struct Holding {
    qint64 entries = 0;
    qint64 lost = 0;                 // known to have been there; cannot be read or have been changed
    qint64 invoices = 0;
    Instant newest;                  // of the newest of these entries; null: there is none
};

struct DamageReport {
    Holding damaged;
    bool whole = false;              // every entry is there and follows the one before: what is hurt is made of them and can be made anew
    QString backup;                  // the first good one of those that were named; empty: there is none
    QStringList notGood{};           // why each before it is of no use
    Holding inBackup;
    // Entries of the damaged journal that follow the newest one of the backup without a break, and the newest of these.
    qint64 later = 0;
    Instant laterNewest;
    qint64 laterLost = 0;            // after these, known to have been there
    bool otherHistory = false;       // at the backup's end the damaged journal has another entry: nothing follows
};

// What was brought along into a restored backup.
struct Salvaged {
    qint64 entries = 0;
    qint64 tasks = 0;                // effects still to leave the house, or known to have left it
    qint64 lost = 0;                 // later entries that could not be
    Instant newest;                  // of all entries now
};

struct Exported {
    QStringList files;               // the first is a whole backup of what follows from the first entry on; a second holds what can be read beyond
    qint64 entries = 0, beyond = 0;  // in each
};

} // namespace tresen::ports
