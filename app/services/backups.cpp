#include "app/services/backups.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/core/log.h"
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
const auto kBackupStamp = u"yyyyMMdd'T'HHmmss"_s;

Result<std::vector<BackupFile>> filesIn(const QString& folder)
{
    if (!QFileInfo{folder}.isDir()) return Error{Fault::Unreachable, u"backup.folder"_s, folder};
    std::vector<BackupFile> out;
    int seen = 0;
    for (QDirIterator it{folder, {u"tresen-auto-*"_s}, QDir::Files}; it.hasNext() && seen < limits::kMaxBackupFiles; ++seen) {
        it.next();
        if (it.fileInfo().isSymLink()) continue;
        if (const auto at = Backups::timeOf(it.fileName())) out.push_back({it.filePath(), *at, it.fileInfo().size()});
    }
    std::sort(out.begin(), out.end(), [](const BackupFile& a, const BackupFile& b) { return a.at > b.at; });
    return out;
}

// One that somebody chose is there or it is not: a disk that is not plugged in must not be replaced by a folder of the same name.
Result<Ok> readyFolder(const QString& folder, bool chosen)
{
    if (!chosen) return files::makePrivateFolder(folder);
    return QFileInfo{folder}.isDir() ? Result<Ok>{Ok{}} : Error{Fault::Unreachable, u"backup.folder"_s, folder};
}

} // namespace

Backups::Backups(VaultKeeper& vault, Settings& settings, HealthWatch& health, const Clock& clock, QString profile, QObject* parent)
    : QObject{parent}, m_vault{vault}, m_settings{settings}, m_health{health}, m_clock{clock}, m_profile{std::move(profile)}
{
    connect(&m_pulse, &QTimer::timeout, this, &Backups::lookAndBackUp);
    connect(&m_settings, &Settings::changed, this, [this](const QString& key) {
        if (key.startsWith(u"backup.")) look([](const Result<Ok>&) {});
    });
}

std::optional<BackupFile> Backups::newestIn(const QString& folder)
{
    const auto files = filesIn(folder);
    return files && !files.value().empty() ? std::optional{files.value().front()} : std::nullopt;
}

QString Backups::nameOf(Instant at, bool server)
{
    return u"tresen-auto-%1.%2"_s.arg(at.utc().toString(kBackupStamp), server ? u"jsonl"_s : u"db"_s);
}

std::optional<Instant> Backups::timeOf(const QString& name)
{
    const auto head = u"tresen-auto-"_s;
    if (!name.startsWith(head) || !(name.endsWith(u".db") || name.endsWith(u".jsonl"))) return {};
    auto at = QDateTime::fromString(name.mid(head.size(), name.indexOf(u'.') - head.size()), kBackupStamp);
    at.setTimeSpec(Qt::UTC);
    if (!at.isValid()) return {};
    const Instant made{at.toMSecsSinceEpoch()};
    return nameOf(made, name.endsWith(u".jsonl")) == name ? std::optional{made} : std::nullopt;
}

std::vector<BackupFile> Backups::beyond(std::vector<BackupFile> files, int keep)
{
    std::sort(files.begin(), files.end(), [](const BackupFile& a, const BackupFile& b) { return a.at > b.at; });
    const auto kept = std::min(files.size(), static_cast<std::size_t>(std::max(keep, 1)));
    files.erase(files.begin(), files.begin() + static_cast<std::ptrdiff_t>(kept));
    return files;
}

QString Backups::folder() const
{
    const auto chosen = m_settings.value(u"backup.folder"_s);
    return chosen.isEmpty() ? m_profile + u"/backups"_s : chosen;
}

// A time that lies ahead comes from a clock that was wrong: its age says nothing.
bool Backups::isDue() const
{
    return m_known.empty() || qAbs(m_clock.now().ms - m_known.front().at.ms) >= limits::kBackupEveryMs;
}

void Backups::start()
{
    m_pulse.start(limits::kBackupLookMs);
    QTimer::singleShot(kFirstLookMs, this, &Backups::lookAndBackUp);
}

void Backups::lookAndBackUp()
{
    look([this](const Result<Ok>&) {
        const bool busy = m_vault.work() != VaultKeeper::Work::None;   // later then
        const bool checkDue = m_checkedAt.isNull() || qAbs(m_clock.now().ms - m_checkedAt.ms) >= kDayMs;
        const auto check = [this, checkDue] {
            if (checkDue) checkJournal([](const Result<VaultReport>&) {});
        };
        if (busy) return;
        if (!isDue() || m_settings.value(u"backup.daily"_s) != u"yes") return check();
        backupNow([check](const Result<BackupReport>&) { check(); });
    });
}

void Backups::look(Done<Ok> done)
{
    onReady(QtConcurrent::run([folder = folder()] { return filesIn(folder); }), this, [this, done](const Result<std::vector<BackupFile>>& files) {
        take(files ? files.value() : std::vector<BackupFile>{});
        // The usual folder is made with the first backup.
        const bool missing = !files && !m_settings.value(u"backup.folder"_s).isEmpty();
        if (missing) m_health.failed(u"backup"_s, files.error());
        done(missing ? Result<Ok>{files.error()} : Result<Ok>{Ok{}});
    });
}

void Backups::take(std::vector<BackupFile> files)
{
    const bool news = files != m_known;
    m_known = std::move(files);
    tellHealth();
    if (news) Q_EMIT changed();
}

void Backups::tellHealth()
{
    if (m_damage) return m_health.note(u"backup"_s, PeerHealth::State::Bad, u"store.damaged"_s, *m_damage);
    if (m_failure) return m_health.failed(u"backup"_s, *m_failure);
    if (m_known.empty()) return m_health.note(u"backup"_s, PeerHealth::State::Notice, u"backup.none_yet"_s);
    const auto days = qAbs(m_clock.now().ms - m_known.front().at.ms) / kDayMs;
    if (days >= m_settings.value(u"backup.warn_days"_s).toInt()) return m_health.note(u"backup"_s, PeerHealth::State::Notice, u"backup.old"_s, QString::number(days));
    m_health.good(u"backup"_s);
}

void Backups::backupNow(Done<BackupReport> done)
{
    const auto place = folder();
    const bool chosen = !m_settings.value(u"backup.folder"_s).isEmpty();
    const auto file = place + u'/' + nameOf(m_clock.now(), m_settings.value(u"store.kind"_s) == u"postgres");
    const auto finish = [this, done](const Result<BackupReport>& made) {
        const bool busy = !made && made.error().code == u"vault.busy";
        if (!made) qCWarning(logStore).noquote() << u"no backup:"_s << wordsOf(made.error());
        if (!busy) m_failure = made ? std::optional<Error>{} : std::optional{made.error()};
        if (!made) {
            tellHealth();
            return done(made);
        }
        qCInfo(logStore).noquote() << u"backup made, bytes"_s << made.value().bytes;
        if (m_damage) return look([done, made](const Result<Ok>&) { done(made); });   // older ones may be the last good ones: all are kept
        thinOut([done, made](const Result<Ok>&) { done(made); });
    };
    onReady(QtConcurrent::run([place, chosen] { return readyFolder(place, chosen); }), this, [this, file, finish](const Result<Ok>& ready) {
        if (!ready) return finish(ready.error());
        m_vault.backup(file, finish);
    });
}

void Backups::checkJournal(Done<VaultReport> done)
{
    m_vault.verify([this, done](const Result<VaultReport>& report) {
        const bool corrupt = !report && report.error().fault == Fault::Corrupt;
        if (report || corrupt) {
            m_checkedAt = m_clock.now();
            m_damage = corrupt ? std::optional{wordsOf(report.error())} : report.value().ok() ? std::nullopt : std::optional{report.value().problems.value(0)};
            if (m_damage) qCCritical(logStore).noquote() << u"the journal is not in order:"_s << *m_damage;
            tellHealth();
        }
        done(report);
    });
}

// What is too old goes only after a new one has been read again.
void Backups::thinOut(Done<Ok> done)
{
    const auto thin = [place = folder(), keep = m_settings.value(u"backup.keep"_s).toInt()] {
        const auto files = filesIn(place);
        if (!files) return;
        for (const auto& old : beyond(files.value(), keep)) QFile::remove(old.file);
    };
    onReady(QtConcurrent::run([thin]() -> Result<Ok> {
        thin();
        return Ok{};
    }), this, [this, done](const Result<Ok>&) { look(done); });
}

void Backups::tryNewest(Done<DrillOutcome> done)
{
    look([this, done](const Result<Ok>& looked) {
        if (!looked) return done(looked.error());
        if (m_known.empty()) return done(Error{Fault::Refused, u"backup.none_yet"_s, {}});
        const auto newest = m_known.front();
        m_vault.drill(newest.file, [this, newest, done](const Result<ports::DrillReport>& report) {
            if (!report && report.error().code != u"vault.stopped" && report.error().code != u"vault.busy") m_health.failed(u"backup"_s, report.error());
            if (!report) return done(report.error());
            if (!report.value().ok()) m_health.note(u"backup"_s, PeerHealth::State::Bad, u"backup.damaged"_s, report.value().problems.front());
            done(DrillOutcome{newest, report.value()});
        });
    });
}

} // namespace tresen::services
