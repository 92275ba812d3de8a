#include "app/services/backups.h"
#include "app/core/async.h"
#include "app/core/files.h"
#include "app/core/limits.h"
#include "app/core/log.h"
#include <QDateTime>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <QtConcurrentRun>
#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tresen::services {
namespace {

constexpr qint64 kDayMs = 24LL * 60 * 60 * 1000;
const auto kBackupStamp = u"yyyyMMdd'T'HHmmsszzz"_s;
constexpr qint64 kBackupBlock = 1024 * 1024;   // bytes of a backup looked at in one go
constexpr int kStoreIdLength = 12;

QString freshStoreId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces).remove(u'-').left(kStoreIdLength);
}

// Of this journal only. Those of other workshops, and those made before a name said whose they are, are nobody's business here.
Result<std::vector<BackupFile>> filesIn(const QString& folder, const QString& store, Instant now)
{
    if (!QFileInfo{folder}.isDir()) return Error{Fault::Unreachable, u"backup.folder"_s, folder};
    std::vector<BackupFile> out;
    int seen = 0;
    for (QDirIterator it{folder, {Backups::headOf(store) + u'*'}, QDir::Files}; it.hasNext() && seen < limits::kMaxBackupFiles; ++seen) {
        it.next();
        if (it.fileInfo().isSymLink()) continue;
        if (const auto at = Backups::timeOf(it.fileName(), store)) out.push_back({it.filePath(), *at, it.fileInfo().size()});
    }
    return Backups::inOrder(std::move(out), now);
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

std::vector<BackupFile> Backups::thoseIn(const QString& folder, const QString& storeFile)
{
    std::vector<BackupFile> out;
    QHash<QString, bool> ours;   // asked once for each journal: the answer takes reading the whole file
    int seen = 0;
    for (QDirIterator it{folder, {u"tresen-auto-*"_s}, QDir::Files}; it.hasNext() && seen < limits::kMaxBackupFiles; ++seen) {
        it.next();
        const auto store = it.fileName().section(u'-', 2, 2);
        const auto at = timeOf(it.fileName(), store);
        if (!at || it.fileInfo().isSymLink()) continue;
        if (!ours.contains(store)) ours.insert(store, storeFile.isEmpty() || holds(storeFile, store));
        if (ours.value(store)) out.push_back({it.filePath(), *at, it.fileInfo().size()});
    }
    std::sort(out.begin(), out.end(), [](const BackupFile& a, const BackupFile& b) { return a.at > b.at; });
    return out;
}

QString Backups::headOf(const QString& store)
{
    return u"tresen-auto-%1-"_s.arg(store);
}

QString Backups::nameOf(const QString& store, Instant at, bool server)
{
    return headOf(store) + u"%1.%2"_s.arg(at.utc().toString(kBackupStamp), server ? u"jsonl"_s : u"db"_s);
}

// The store keeps its id among its own settings, so every whole copy of it carries the text somewhere.
bool Backups::holds(const QString& file, const QString& store)
{
    const auto wanted = store.toLatin1();
    QFile in{file};
    if (wanted.isEmpty() || !in.open(QIODevice::ReadOnly)) return false;
    QByteArray end;   // of the block before, for an id that lies across
    while (!in.atEnd()) {
        const auto block = end + in.read(kBackupBlock);
        if (block.size() == end.size()) return false;
        if (block.contains(wanted)) return true;
        end = block.right(wanted.size() - 1);
    }
    return false;
}

std::optional<Instant> Backups::timeOf(const QString& name, const QString& store)
{
    const auto head = headOf(store);
    if (store.isEmpty() || !name.startsWith(head) || !(name.endsWith(u".db") || name.endsWith(u".jsonl"))) return {};
    auto at = QDateTime::fromString(name.mid(head.size(), name.indexOf(u'.') - head.size()), kBackupStamp);
    at.setTimeSpec(Qt::UTC);
    if (!at.isValid()) return {};
    const Instant made{at.toMSecsSinceEpoch()};
    return nameOf(store, made, name.endsWith(u".jsonl")) == name ? std::optional{made} : std::nullopt;
}

std::vector<BackupFile> Backups::inOrder(std::vector<BackupFile> files, Instant now)
{
    const auto rank = [now](const BackupFile& f) { return std::pair{f.at.ms - now.ms < limits::kBackupEveryMs, f.at}; };
    std::sort(files.begin(), files.end(), [&rank](const BackupFile& a, const BackupFile& b) { return rank(a) > rank(b); });
    return files;
}

std::vector<BackupFile> Backups::beyond(std::vector<BackupFile> files, int keep, Instant now)
{
    files = inOrder(std::move(files), now);
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
    onReady(QtConcurrent::run([folder = folder(), store = store(), now = m_clock.now()] { return filesIn(folder, store, now); }), this, [this, done](const Result<std::vector<BackupFile>>& files) {
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
    if (m_journalDamage) return m_health.note(u"backup"_s, PeerHealth::State::Bad, u"store.damaged"_s, *m_journalDamage);
    if (m_failure) return m_health.failed(u"backup"_s, *m_failure);
    if (m_known.empty()) return m_health.note(u"backup"_s, PeerHealth::State::Notice, u"backup.none_yet"_s);
    if (m_known.front().file == m_damagedFile) return m_health.failed(u"backup"_s, m_damage);   // until there is a newer one
    const auto days = qAbs(m_clock.now().ms - m_known.front().at.ms) / kDayMs;
    if (days >= m_settings.value(u"backup.warn_days"_s).toInt()) return m_health.note(u"backup"_s, PeerHealth::State::Notice, u"backup.old"_s, QString::number(days));
    if (!m_remade.isEmpty()) return m_health.note(u"backup"_s, PeerHealth::State::Notice, u"store.remade"_s, m_remade);
    m_health.good(u"backup"_s);
}

// The journal has to know its name before a copy can carry it.
void Backups::backupNow(Done<BackupReport> done)
{
    if (!store().isEmpty()) return backUpTo(folder(), std::move(done));
    m_settings.setOnce(u"store.id"_s, freshStoreId(), [this, done](const Result<QString>& known) { known ? backUpTo(folder(), done) : done(known.error()); });
}

void Backups::backUpTo(const QString& place, Done<BackupReport> done)
{
    const bool chosen = !m_settings.value(u"backup.folder"_s).isEmpty();
    const auto file = place + u'/' + nameOf(store(), m_clock.now(), m_settings.value(u"store.kind"_s) == u"postgres");
    const auto finish = [this, done](const Result<BackupReport>& made) {
        const bool busy = !made && made.error().code == u"vault.busy";
        if (!made) qCWarning(logStore).noquote() << u"no backup:"_s << wordsOf(made.error());
        if (!busy) m_failure = made ? std::optional<Error>{} : std::optional{made.error()};
        if (!made) {
            tellHealth();
            return done(made);
        }
        qCInfo(logStore).noquote() << u"backup made, bytes"_s << made.value().bytes;
        if (m_journalDamage) return look([done, made](const Result<Ok>&) { done(made); });   // older ones may be the last good ones: all are kept
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
            const bool fine = report && (report.value().ok() || report.value().remade);
            m_journalDamage = corrupt ? std::optional{wordsOf(report.error())} : fine ? std::nullopt : std::optional{report.value().problems.value(0)};
            m_remade = report && report.value().remade ? report.value().problems.value(0) : QString{};
            if (m_journalDamage) qCCritical(logStore).noquote() << u"the journal is not in order:"_s << *m_journalDamage;
            tellHealth();
        }
        done(report);
    });
}

// What is too old goes only after a new one has been read again, and only when it is ours inside as well as by its name.
void Backups::thinOut(Done<Ok> done)
{
    const auto thin = [place = folder(), store = store(), keep = m_settings.value(u"backup.keep"_s).toInt(), now = m_clock.now()] {
        const auto files = filesIn(place, store, now);
        if (!files) return;
        for (const auto& old : beyond(files.value(), keep, now))
            if (holds(old.file, store) && QFile::remove(old.file)) QFile::remove(old.file + u".documents"_s);   // its list; the documents stay for the others
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
            tookDrill(newest.file, report);
            if (!report) return done(report.error());
            done(DrillOutcome{newest, report.value()});
        });
    });
}

// What was found out about a backup holds for as long as it is the newest: the next look at the folder sees only that it is there.
void Backups::tookDrill(const QString& file, const Result<ports::DrillReport>& report)
{
    if (!report && !report.error().code.startsWith(u"backup.")) {   // not tried to the end: nothing new is known of it
        if (report.error().code != u"vault.stopped" && report.error().code != u"vault.busy") m_health.failed(u"backup"_s, report.error());
        return;
    }
    const bool bad = !report || !report.value().ok();
    m_damagedFile = bad ? file : QString{};
    if (bad) m_damage = report ? Error{Fault::Corrupt, u"backup.damaged"_s, report.value().problems.front()} : report.error();
    tellHealth();
}

} // namespace tresen::services
