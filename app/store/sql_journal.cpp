#include "app/store/sql_journal.h"
#include "app/core/limits.h"
#include "app/core/log.h"
#include "app/core/memory.h"
#include "app/core/sha256.h"
#include "app/store/appender.h"
#include "app/store/backup.h"
#include "app/store/change_watch.h"
#include "app/store/drill.h"
#include "app/store/entry.h"
#include "app/store/migrations.h"
#include "app/store/situation.h"
#include "app/store/verify.h"
#include <QDir>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace tresen::store {

SqlJournal::SqlJournal(StoreConfig config, const Clock& clock)
    : m_config{std::move(config)}, m_clock{clock}, m_signer{m_config.origin, {}, {}}, m_watch{std::make_unique<ChangeWatch>()}, m_db{m_config}
{
    if (m_config.dialect == StoreConfig::Dialect::Sqlite) m_mark.emplace(m_config.file);
    m_backups.setMaxThreadCount(1);
    m_db.post([this] { m_db.onCommitted([this] { committed(); }); });
    m_db.guard([this](Connection& db) { return m_damage.mayWrite(db); }, [this](const Error& e) {
        if (DamageMark::isDamage(e)) m_damage.set(wordsOf(e), m_clock.now());
    });
}

SqlJournal::~SqlJournal()
{
    followOthers(false);
    m_backups.waitForDone();
}

Signer SqlJournal::signer() const
{
    const QMutexLocker lock{&m_originLock};
    return m_signer;
}

void SqlJournal::setOrigin(domain::Origin origin)
{
    const QMutexLocker lock{&m_originLock};
    m_signer.origin = std::move(origin);
}

void SqlJournal::setActing(domain::UserId user, QString otherwise)
{
    const QMutexLocker lock{&m_originLock};
    m_signer.acting = std::move(user);
    m_signer.otherwise = std::move(otherwise);
}

void SqlJournal::followOthers(bool on)
{
    m_db.post([this, on] { on ? m_watch->start(m_db) : m_watch->stop(m_db); });
}

void SqlJournal::onForeignChange(std::function<void(qint64)> changed)
{
    m_watch->setListener(std::move(changed));
}

QFuture<Result<Ok>> SqlJournal::open()
{
    return m_db.open([this](Connection& db) { return prepare(db); });
}

Result<Ok> SqlJournal::prepare(Connection& db)
{
    auto steps = shippedMigrations(m_config.dialect);
    if (!steps) return steps.error();
    if (m_config.newestSchema > 0) steps.value().resize(static_cast<std::size_t>(m_config.newestSchema));
    const auto backupBefore = [this](Connection& old, int version) -> Result<Ok> {
        const bool sqlite = m_config.dialect == StoreConfig::Dialect::Sqlite;
        const QFileInfo file{m_config.file};
        const auto folder = m_config.backupFolder.isEmpty() && sqlite ? file.absolutePath() : m_config.backupFolder;
        if (folder.isEmpty() || !QDir{folder}.exists()) return Error{Fault::Refused, u"store.no_backup_folder"_s, folder};
        const auto name = u"%1/%2.schema%3-%4"_s.arg(folder, sqlite ? file.fileName() : m_config.schema).arg(version).arg(m_clock.now().utc().toString(u"yyyyMMdd'T'HHmmsszzz"));
        return sqlite ? copySqlite(m_config, name + u".db"_s) : dumpJournal(old, version, name + u".jsonl"_s);
    };
    const auto mark = m_mark ? m_mark->read() : Head{};   // before the journal: others may write between
    if (const auto ok = migrate(db, {steps.value(), backupBefore, [this] { return m_clock.now(); }}); !ok) return ok;
    return checkHeadMark(db, mark);
}

void SqlJournal::committed()
{
    if (m_mark && m_lastHead.seq > 0) m_mark->write(m_lastHead);
    m_lastHead = {};
}

QFuture<Result<bool>> SqlJournal::electedToPoll()
{
    return m_db.run(Access::None, [](Connection& db) -> Result<bool> {
        if (db.dialect() == StoreConfig::Dialect::Sqlite) return true;
        // The lock is the session's; asking twice must not take it twice.
        const auto mine = oneInteger(db.statement("SELECT CASE WHEN EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid() AND classid = hashtext(current_schema())::oid "
                                                  "AND objid = 2::oid AND objsubid = 2 AND granted) OR pg_try_advisory_lock(hashtext(current_schema()), 2) THEN 1 ELSE 0 END").with());
        if (!mine) return mine.error();
        return mine.value() == 1;
    });
}

QFuture<Result<ports::Appended>> SqlJournal::decide(ports::Subject subject, ports::Decide decide)
{
    return m_db.run(Access::Write, [this, by = signer(), job = ports::Job{std::move(subject), std::move(decide)}](Connection& db) -> Result<ports::Appended> {
        auto appender = Appender::start(db, by, m_clock.now());
        if (!appender) return appender.error();
        auto appended = appender.value().run(job);
        if (!appended) return appended;
        if (const auto ok = appender.value().finish(); !ok) return ok.error();
        m_lastHead = appender.value().head();
        return appended;
    });
}

QFuture<Result<std::vector<Result<ports::Appended>>>> SqlJournal::decideAll(std::vector<ports::Job> jobs)
{
    using Answers = std::vector<Result<ports::Appended>>;
    return m_db.run(Access::Write, [this, by = signer(), jobs = std::move(jobs)](Connection& db) -> Result<Answers> {
        if (jobs.size() > limits::kMaxJobsPerCommit) return Error{Fault::Invalid, u"journal.too_large"_s, u"%1 jobs"_s.arg(jobs.size())};
        auto appender = Appender::start(db, by, m_clock.now());
        if (!appender) return appender.error();
        Answers answers;
        answers.reserve(jobs.size());
        for (const auto& job : jobs) {
            answers.push_back(appender.value().run(job));
            // A rule's refusal leaves the others alone; a database that fails does not.
            if (!answers.back() && appender.value().broken()) return answers.back().error();
        }
        if (const auto ok = appender.value().finish(); !ok) return ok.error();
        m_lastHead = appender.value().head();
        return answers;
    });
}

QFuture<Result<ports::VerifyReport>> SqlJournal::verify()
{
    return m_db.run(Access::Read, [this](Connection& db) { return settle(verifyAll(db)); });
}

Result<ports::VerifyReport> SqlJournal::settle(Result<ports::VerifyReport> report)
{
    if (report && report.value().hurt <= ports::Hurt::Display) m_damage.clear();
    else if (report) m_damage.set(report.value().problems.value(0), m_clock.now());
    else if (DamageMark::isDamage(report.error())) m_damage.set(wordsOf(report.error()), m_clock.now());
    return report;
}

QFuture<Result<Ok>> SqlJournal::mayWrite()
{
    return m_db.run(Access::Read, [this](Connection& db) { return m_damage.mayWrite(db); });
}

// On a thread and a connection of its own: bookings go on meanwhile.
template <class T> QFuture<Result<T>> SqlJournal::beside(std::function<Result<T>()> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    m_backups.start([work = std::move(work), promise] {
        const auto done = work();
        endHashing();
        giveBackFreedMemory();   // two page caches and more, not needed again before tomorrow
        promise->addResult(done);
        promise->finish();
    });
    return future;
}

QFuture<Result<Ok>> SqlJournal::backup(QString file)
{
    return beside<Ok>([config = m_config, file = std::move(file)] { return backupTo(config, file); });
}

QFuture<Result<ports::VerifyReport>> SqlJournal::check(Gauge gauge)
{
    return beside<ports::VerifyReport>([this, gauge = std::move(gauge)]() -> Result<ports::VerifyReport> {   // waited for by the destructor
        const auto db = makeConnection(m_config);
        if (const auto ok = db->open(); !ok) return settle(ok.error());
        return settle(verifyInPeace(*db, gauge));
    });
}

QFuture<Result<ports::VerifyReport>> SqlJournal::remake(Gauge gauge)
{
    return beside<ports::VerifyReport>([this, gauge = std::move(gauge)]() -> Result<ports::VerifyReport> {   // waited for by the destructor
        const auto db = makeConnection(m_config);
        if (const auto ok = db->open(); !ok) return settle(ok.error());
        return remakeWhatDiffers(*db, gauge, [this](const Result<ports::VerifyReport>& found) { (void)settle(found); });
    });
}

QFuture<Result<ports::DrillReport>> SqlJournal::drill(QString file, Gauge gauge)
{
    return beside<ports::DrillReport>([file = std::move(file), gauge = std::move(gauge), now = m_clock.now()] { return tryBackup(file, now, gauge); });
}

QFuture<Result<ports::StoreFacts>> SqlJournal::facts()
{
    return m_db.run(Access::Read, [config = m_config](Connection& db) -> Result<ports::StoreFacts> {
        auto facts = factsOf(db);
        if (facts && config.dialect == StoreConfig::Dialect::Sqlite) facts.value().bytes = QFileInfo{config.file}.size();
        return facts;
    });
}

} // namespace tresen::store
