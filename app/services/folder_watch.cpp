#include "app/services/folder_watch.h"
#include "app/core/async.h"
#include <QDir>
#include <QFileInfo>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {

FolderWatch::FolderWatch(Intake& intake, QObject* parent) : QObject{parent}, m_intake{intake}
{
    m_timer.setInterval(kLookMs);
    connect(&m_timer, &QTimer::timeout, this, &FolderWatch::look);
}

void FolderWatch::watch(const QString& folder)
{
    if (folder == m_folder) return;
    m_folder = folder;
    m_seen.clear();
    m_folder.isEmpty() ? m_timer.stop() : m_timer.start();
    if (!m_folder.isEmpty()) look();
}

Result<FolderWatch::Listing> FolderWatch::list(const QString& folder)
{
    const QDir dir{folder};
    if (!dir.exists()) return Error{Fault::Unreachable, u"source.folder"_s, folder};
    Listing out;
    const auto entries = dir.entryInfoList({u"*.xml"_s, u"*.pdf"_s}, QDir::Files | QDir::NoSymLinks);
    for (const auto& e : entries) {
        if (out.size() >= Intake::kMaxFiles) break;
        out.insert(e.filePath(), {e.size(), e.lastModified().toMSecsSinceEpoch(), false});
    }
    return out;
}

void FolderWatch::lookNow(Done<Ok> done)
{
    if (m_folder.isEmpty()) return done(Error{Fault::Refused, u"source.none"_s, {}});
    m_asked.push_back(std::move(done));
    look();
}

void FolderWatch::look()
{
    if (m_looking) return;   // a network drive that hangs: one look at a time
    m_looking = true;
    onReady(QtConcurrent::run([folder = m_folder] { return list(folder); }), this, [this, folder = m_folder](const Result<Listing>& now) {
        m_looking = false;
        if (folder != m_folder && !m_folder.isEmpty()) return look();
        for (const auto& asked : std::exchange(m_asked, {}))
            asked(m_folder.isEmpty() ? Result<Ok>{Error{Fault::Refused, u"source.none"_s, {}}} : now ? Result<Ok>{Ok{}} : Result<Ok>{now.error()});
        if (m_folder.isEmpty()) return;
        Q_EMIT reachable(now.ok());
        if (now) take(now.value());
    });
}

void FolderWatch::take(const Listing& now)
{
    QStringList ready;
    Listing next;
    for (auto it = now.constBegin(); it != now.constEnd(); ++it) {
        auto seen = *it;
        const auto before = m_seen.constFind(it.key());
        if (before != m_seen.constEnd() && before->size == seen.size && before->modifiedMs == seen.modifiedMs) {
            seen.taken = true;
            if (!before->taken) ready << it.key();
        }
        next.insert(it.key(), seen);
    }
    m_seen = std::move(next);
    ready.sort();
    if (!ready.isEmpty()) m_intake.take(ready, false, [](const Result<IntakeSummary>&) {});
}

} // namespace tresen::services
