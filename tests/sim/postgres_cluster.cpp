#include "tests/sim/postgres_cluster.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <csignal>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace tresen::sim {
namespace {

constexpr int kStartMs = 60'000;

QString serverPrograms()
{
    const QDir versions{u"/usr/lib/postgresql"_s};
    QString best;
    int newest = 0;
    for (const auto& name : versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (name.toInt() <= newest || !QFile::exists(versions.filePath(name + u"/bin/initdb"_s))) continue;
        newest = name.toInt();
        best = versions.filePath(name + u"/bin"_s);
    }
    return best;
}

} // namespace

PostgresCluster::~PostgresCluster()
{
    if (m_server.state() == QProcess::NotRunning) return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGINT);   // fast shutdown
    if (!m_server.waitForFinished(20'000)) m_server.kill();
    m_server.waitForFinished(5'000);
}

// The temporary folder of root may be root's alone: a folder inside of it is then out of reach for the user the server runs as.
QString PostgresCluster::place()
{
    const auto name = u"/tresen-postgres-XXXXXX"_s;
    const auto reachable = [](QString folder) {
        for (QFileInfo at{folder}; ; at = QFileInfo{at.path()}) {
            if (!at.isDir() || !at.permission(QFile::ExeOther)) return false;
            if (at.isRoot()) return true;
        }
    };
    const auto usual = QDir{QDir::tempPath()}.canonicalPath();
    if (::geteuid() != 0 || reachable(usual)) return usual + name;
    for (const auto& other : {u"/dev/shm"_s, u"/var/tmp"_s, u"/tmp"_s})
        if (reachable(QDir{other}.canonicalPath())) return other + name;
    return usual + name;
}

bool PostgresCluster::giveAway()
{
    if (::geteuid() != 0) return true;
    for (const char* name : {"postgres", "nobody"}) {
        const auto* user = ::getpwnam(name);
        if (!user) continue;
        m_asUser = {u"setpriv"_s, u"--reuid=%1"_s.arg(user->pw_uid), u"--regid=%1"_s.arg(user->pw_gid), u"--clear-groups"_s};
        return ::chown(QFile::encodeName(m_folder.path()).constData(), user->pw_uid, user->pw_gid) == 0;
    }
    return false;
}

bool PostgresCluster::run(const QString& program, const QStringList& arguments)
{
    const auto all = m_asUser + QStringList{program} + arguments;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setWorkingDirectory(m_folder.path());
    process.start(all.first(), all.mid(1));
    if (process.waitForFinished(kStartMs) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0) return true;
    m_why = program + u": "_s + QString::fromUtf8(process.readAll());
    return false;
}

bool PostgresCluster::start(Flush flush)
{
    const auto bin = serverPrograms();
    if (bin.isEmpty()) {
        m_why = u"no PostgreSQL server programs in /usr/lib/postgresql"_s;
        return false;
    }
    if (!m_folder.isValid() || !giveAway()) {
        m_why = u"no folder or user to run a server with"_s;
        return false;
    }
    const auto data = m_folder.filePath(u"data"_s);
    if (!run(bin + u"/initdb"_s, {u"-D"_s, data, u"-U"_s, u"tresen"_s, u"--auth=trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C"_s, u"-N"_s})) return false;
    m_command = m_asUser + QStringList{bin + u"/postgres"_s, u"-D"_s, data, u"-k"_s, m_folder.path(), u"-c"_s, u"listen_addresses="_s, u"-c"_s, u"max_connections=60"_s, u"-c"_s,
                                             flush == Flush::None ? u"fsync=off"_s : u"fsync=on"_s};
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.setWorkingDirectory(m_folder.path());
    return serve();
}

void PostgresCluster::kill()
{
    if (m_server.state() == QProcess::NotRunning) return;
    ::kill(static_cast<pid_t>(m_server.processId()), SIGKILL);
    m_server.waitForFinished(5'000);
}

bool PostgresCluster::startAgain()
{
    // What the killed one left behind ends by itself; until then the data are in use.
    for (int tries = 0; tries < 20; ++tries, QThread::msleep(200))
        if (serve()) return true;
    return false;
}

bool PostgresCluster::serve()
{
    m_server.start(m_command.first(), m_command.mid(1));
    for (int waited = 0; waited < kStartMs; waited += 100) {
        if (run(serverPrograms() + u"/pg_isready"_s, {u"-q"_s, u"-h"_s, m_folder.path(), u"-U"_s, u"tresen"_s})) return true;
        if (m_server.state() == QProcess::NotRunning) break;
        QThread::msleep(100);
    }
    m_why = u"the server does not start: "_s + m_why;
    return false;
}

bool PostgresCluster::makeDatabase(const QString& name, const QString& likeThat)
{
    const auto server = QStringList{u"-h"_s, m_folder.path(), u"-U"_s, u"tresen"_s};
    return run(serverPrograms() + u"/createdb"_s, server + (likeThat.isEmpty() ? QStringList{} : QStringList{u"-T"_s, likeThat}) + QStringList{name});
}

store::StoreConfig PostgresCluster::freshConfig()
{
    store::StoreConfig config;
    config.dialect = store::StoreConfig::Dialect::Postgres;
    config.host = m_folder.path();
    config.database = u"postgres"_s;
    config.user = u"tresen"_s;
    config.schema = u"shop_%1"_s.arg(++m_schemas);
    return config;
}

} // namespace tresen::sim
