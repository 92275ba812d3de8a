// FolderTrial: looks into the folder of a workshop system before anybody relies on it: can it be read and written, how many invoice files lie there, and
// what the first one would become. Nothing is taken over and no file is touched. Called by the first set-up; no folder is read in the caller's thread.
#pragma once
#include "app/services/intake.h"

namespace tresen::services {

struct FolderFound {
    int files = 0;                 // with the name of an invoice
    bool more = false;             // there are more than were looked at, limits::kMaxFolderEntries
    bool writable = false;         // a file of our own could be written there and taken away again
    QString first;                 // full path of the first by name; empty: none
};

struct FolderTrialReport {
    FolderFound found;
    std::optional<FileOutcome> first;   // of the dry run over the first file: its first invoice
    int invoices = 0;                   // in that file
};

// Blocks. Refused "folder.no_name" (empty), "folder.not_absolute", "folder.no_folder" (a file), "folder.no_right" (this user may not read it); NotFound
// "folder.gone"; Unreachable "folder.silent" (the drive does not answer).
Result<FolderFound> lookIntoFolder(const QString& folder, const QList<QByteArray>& endings);

class FolderTrial final : public QObject {
    Q_OBJECT
public:
    explicit FolderTrial(Intake& intake, QObject* parent = nullptr);

    // tables: files that are read by the profile of the settings count as well. A second call ends the first one with Refused "test.stopped".
    void run(const QString& folder, bool tables, Done<FolderTrialReport> done);

private:
    void readFirst(const FolderFound& found);
    void answer(const Result<FolderTrialReport>& report);

    Intake& m_intake;
    Done<FolderTrialReport> m_waiting;
    int m_run = 0;
};

} // namespace tresen::services
