#include "app/services/folder_trial.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/folder.h"
#include "app/core/limits.h"
#include "app/services/arrivals.h"
#include "app/services/folder_sweep.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPointer>
#include <QtConcurrentRun>
#include <memory>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

// Why it could not be opened or listed, as far as the system says more.
Error folderTrouble(const QString& folder)
{
    const QFileInfo info{folder};
    if (!info.exists()) return {Fault::NotFound, u"folder.gone"_s, folder};
    if (!info.isDir()) return {Fault::Refused, u"folder.no_folder"_s, folder};
    if (!info.isReadable() || !info.isExecutable()) return {Fault::Refused, u"folder.no_right"_s, folder};
    return {Fault::Unreachable, u"folder.silent"_s, folder};
}

// A hidden name no sweep looks at and no other desk has.
bool canWrite(const files::Folder& folder)
{
    const auto probe = ".tresen-" + files::randomBytes(8).toHex();
    if (!folder.create(probe, "tresen\n")) return false;
    folder.remove(probe);
    return !folder.exists(probe);
}

} // namespace

Result<FolderFound> lookIntoFolder(const QString& folder, const QList<QByteArray>& endings)
{
    if (folder.isEmpty()) return Error{Fault::Refused, u"folder.no_name"_s, {}};
    if (!QDir::isAbsolutePath(folder)) return Error{Fault::Refused, u"folder.not_absolute"_s, folder};
    auto opened = files::Folder::open(folder);
    if (!opened) return folderTrouble(folder);
    FolderFound found;
    QByteArray first;
    int seen = 0;
    for (;;) {
        const auto names = opened.value().next(FolderSweep::kSlice);
        if (!names) return folderTrouble(folder);
        for (const auto& one : names.value()) {
            if (!one.regular || !isInvoiceFileName(one.name, endings)) continue;
            ++found.files;
            const bool text = QFile::encodeName(QFile::decodeName(one.name)) == one.name;   // any other cannot be named
            if (text && (first.isEmpty() || one.name < first)) first = one.name;
        }
        seen += static_cast<int>(names.value().size());
        if (static_cast<int>(names.value().size()) < FolderSweep::kSlice) break;
        if (seen >= limits::kMaxFolderEntries) {
            found.more = true;
            break;
        }
    }
    found.writable = canWrite(opened.value());
    if (!first.isEmpty()) found.first = QDir{folder}.filePath(QFile::decodeName(first));
    return found;
}

FolderTrial::FolderTrial(Intake& intake, QObject* parent) : QObject{parent}, m_intake{intake} {}

void FolderTrial::run(const QString& folder, bool tables, Done<FolderTrialReport> done)
{
    answer(Error{Fault::Refused, u"test.stopped"_s, {}});
    m_waiting = std::move(done);
    onReady(QtConcurrent::run([folder, tables] { return lookIntoFolder(folder, Arrivals::endings(tables)); }), this, [this, run = ++m_run](const Result<FolderFound>& found) {
        if (run != m_run) return;
        if (!found) return answer(found.error());
        readFirst(found.value());
    });
}

void FolderTrial::answer(const Result<FolderTrialReport>& report)
{
    if (const auto waiting = std::exchange(m_waiting, {})) waiting(report);
}

void FolderTrial::readFirst(const FolderFound& found)
{
    const auto report = std::make_shared<FolderTrialReport>();
    report->found = found;
    if (found.first.isEmpty()) return answer(*report);
    auto* ear = new QObject{this};
    const auto batch = m_intake.take({found.first}, /*dryRun=*/true, [guard = QPointer{ear}, this, run = m_run, report](const Result<IntakeSummary>&) {
        if (!guard) return;
        guard->deleteLater();
        if (run == m_run) answer(*report);
    });
    connect(&m_intake, &Intake::fileDone, ear, [report, batch](const FileOutcome& outcome) {
        if (outcome.batch != batch) return;
        ++report->invoices;
        if (!report->first) report->first = outcome;
    });
}

} // namespace tresen::services
