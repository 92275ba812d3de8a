// Payments through the real journal while the process is killed, the power fails, the disk is full or broken at every single operation.
// Nothing acknowledged may be lost, the chain and the projections must verify, and the sums must agree.
#include "app/core/sanitized.h"
#include "tests/app/store/store_fixture.h"
#include "tests/sim/fault_vfs.h"
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTextStream>
#include <algorithm>
#include <cstdio>
#include <optional>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;
using DiskFault = sim::faultvfs::Fault;

namespace {

constexpr int kPayments = 5;
// A sanitizer makes each run several times as long and every operation is in the plain run, so there it is every fourth.
#ifdef TRESEN_SANITIZED
constexpr long kStride = 4;
#else
constexpr long kStride = 1;
#endif
constexpr int kUntouched = 42;     // exit code of a child whose fault never came

StoreConfig shopAt(const QString& file, const QString& vfs = {})
{
    StoreConfig config;
    config.file = file;
    config.vfs = vfs;
    config.origin = {u"Haupthaus"_s, u"desk 1"_s, u"Frau Kern"_s};
    return config;
}

ports::Decide payment(int number)
{
    ports::Decision decision;
    decision.events = {cash(u"i1"_s, 100, u"c%1"_s.arg(number), u"B-%1"_s.arg(number + 1, 6, 10, QChar{u'0'}))};
    decision.outbox = {{u"o%1"_s.arg(number), u"writeback"_s, domain::InvoiceId{u"i1"_s}, "{}"}};
    return always(decision);
}

enum class Work { Pay, Migrate, Read };
struct Order { Work work = Work::Pay; DiskFault fault = DiskFault::Kill; long at = 1; std::uint32_t seed = 1; bool flush = true; char file[512] = {}; };
struct Outcome { int acknowledged = 0; int status = 0; bool untouched() const { return WIFEXITED(status) && WEXITSTATUS(status) == kUntouched; } };

// A byte on `acknowledged` is a payment somebody was told is booked.
int payUntilTheFault(const Order& order, int acknowledged)
{
    const SystemClock clock;
    const auto file = QFile::decodeName(order.file);
    auto config = shopAt(file, u"fault"_s);
    config.flushEveryCommit = order.flush;
    SqlJournal journal{config, clock};
    if (!got(journal.open())) return 1;
    sim::faultvfs::arm(order.fault, order.at, order.seed);
    for (int i = 0; i < kPayments; ++i) {
        if (got(journal.decide({}, payment(i))) && ::write(acknowledged, "+", 1) != 1) return 2;
        if (i == 2) {   // with the log folded into the database in the middle
            const auto other = makeConnection(shopAt(file, u"fault"_s));
            if (other->open()) (void)other->script("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
    return 0;
}

int migrateUntilTheFault(const Order& order)
{
    const ManualClock clock{Instant{1'764'000'000'000 + order.at}};
    sim::faultvfs::arm(order.fault, order.at, order.seed);
    SqlJournal journal{shopAt(QFile::decodeName(order.file), u"fault"_s), clock};
    (void)got(journal.open());
    return 0;
}

int readUntilTheFault(const Order& order)
{
    const SystemClock clock;
    sim::faultvfs::arm(DiskFault::ReadError, order.at, order.seed);
    SqlJournal journal{shopAt(QFile::decodeName(order.file), u"fault"_s), clock};
    const bool good = got(journal.open()).ok() && got(journal.board()).ok() && got(journal.decide({}, payment(0))).ok();
    if (!good && sim::faultvfs::operations() < order.at) return 3;   // failed without a fault
    (void)got(journal.verify());
    return 0;
}

// Runs each order in a process of its own. The orders go to a helper process that was split off while there was one thread only: a child split off
// from a process with threads inherits locks that nobody in it will ever release.
class Nursery {
public:
    Nursery()
    {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends) != 0) qFatal("socketpair");
        const pid_t helper = ::fork();
        if (helper < 0) qFatal("fork");
        m_socket = ends[helper == 0 ? 1 : 0];
        ::close(ends[helper == 0 ? 0 : 1]);
        if (helper == 0) serve();
    }
    ~Nursery() { ::close(m_socket); }   // the helper sees the end and goes
    Nursery(const Nursery&) = delete;
    Nursery& operator=(const Nursery&) = delete;

    Outcome run(Order order, const QString& file)
    {
        const auto name = QFile::encodeName(file);
        if (static_cast<std::size_t>(name.size()) >= sizeof order.file) qFatal("file name");
        std::copy(name.begin(), name.end(), order.file);
        Outcome out;
        if (::send(m_socket, &order, sizeof order, 0) != sizeof order || ::recv(m_socket, &out, sizeof out, 0) != sizeof out) qFatal("the helper process is gone");
        return out;
    }

private:
    [[noreturn]] void serve()
    {
        Order order;
        while (::recv(m_socket, &order, sizeof order, 0) == sizeof order) {
            const auto out = child(order);
            if (::send(m_socket, &out, sizeof out, 0) != sizeof out) break;
        }
        ::_exit(0);
    }
    static Outcome child(const Order& order)
    {
        int pipe[2];
        if (::pipe(pipe) != 0) ::_exit(1);
        const pid_t pid = ::fork();
        if (pid == 0) {
            ::close(pipe[0]);
            int argc = 1;
            char name[] = "tst_store_faults";
            char* argv[] = {name, nullptr};
            const QCoreApplication app{argc, argv};
            sim::faultvfs::install();
            const int code = order.work == Work::Pay ? payUntilTheFault(order, pipe[1]) : order.work == Work::Migrate ? migrateUntilTheFault(order) : readUntilTheFault(order);
            ::_exit(code != 0 ? code : sim::faultvfs::operations() < order.at ? kUntouched : 0);
        }
        ::close(pipe[1]);
        Outcome out;
        char mark = 0;
        while (::read(pipe[0], &mark, 1) == 1) ++out.acknowledged;
        ::close(pipe[0]);
        ::waitpid(pid, &out.status, 0);
        return out;
    }
    int m_socket = -1;
};

// Empty when everything holds.
QString broken(const QString& file, int acknowledged)
{
    const SystemClock clock;
    SqlJournal journal{shopAt(file), clock};
    if (const auto opened = got(journal.open()); !opened) return u"does not open: "_s + opened.error().code + opened.error().detail;
    const auto report = got(journal.verify());
    if (!report) return u"verify: "_s + report.error().code;
    if (!report.value().ok()) return report.value().problems.join(u"; ");
    const auto row = got(journal.board()).value().front();
    const auto paid = static_cast<int>(row.paid.inCents() / 100);
    if (paid < acknowledged) return u"acknowledged %1, there are %2"_s.arg(acknowledged).arg(paid);
    if (report.value().entries != 2 + paid) return u"entries %1 for %2 payments"_s.arg(report.value().entries).arg(paid);
    if (static_cast<int>(got(journal.outboxDue(clock.now(), 100)).value().size()) != paid) return u"outbox differs"_s;
    if (got(journal.load({})).value().lastReceipt != paid) return u"receipt counter differs"_s;
    // Life goes on: the payment that was not acknowledged can be booked, or has been.
    if (paid < kPayments && !got(journal.decide({}, payment(paid)))) return u"cannot book any more"_s;
    return {};
}

} // namespace

class TstStoreFaults final : public QObject {
    Q_OBJECT
public:
    explicit TstStoreFaults(Nursery& nursery) : m_nursery{nursery} {}
private Q_SLOTS:
    void initTestCase();
    void fault_03_04_everyOperation_data();
    void fault_03_04_everyOperation();
    void fault_04_theDiskFillsAndIsClearedAgain();
    void theHarnessSeesLostPayments();
    void fault_10_everyOperationOfAMigration_data();
    void fault_10_everyOperationOfAMigration();
    void fault_06_readErrorsNeverCrash();
    void fault_01_killedAtNamedPoints_data();
    void fault_01_killedAtNamedPoints();

private:
    void freshCopy()
    {
        for (const auto& tail : {QString{}, u"-wal"_s, u"-shm"_s, u"-head"_s}) QFile::remove(m_file + tail);
        QVERIFY(QFile::copy(m_template, m_file));
    }
    // In memory where there is such a folder: the faults are in the VFS, not in the disk.
    QTemporaryDir m_folder{QFile::exists(u"/dev/shm"_s) ? u"/dev/shm/tresen-XXXXXX"_s : QString{}};
    Nursery& m_nursery;
    QString m_template, m_file;
    long m_runs = 0;
};

void TstStoreFaults::initTestCase()
{
    QVERIFY(m_folder.isValid());
    sim::faultvfs::install();
    m_template = m_folder.filePath(u"template.db"_s);
    m_file = m_folder.filePath(u"tresen.db"_s);
    const SystemClock clock;
    SqlJournal journal{shopAt(m_template), clock};
    VERIFY_OK(got(journal.open()));
    VERIFY_OK(got(journal.decide({}, always(takenIn(u"i1"_s, u"R-1"_s, u"k1"_s)))));
}

void TstStoreFaults::fault_03_04_everyOperation_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("seeds");
    QTest::newRow("killed") << int(DiskFault::Kill) << 1;
    QTest::newRow("power lost") << int(DiskFault::Power) << 8;
    QTest::newRow("write error") << int(DiskFault::WriteError) << 1;
    QTest::newRow("disk full") << int(DiskFault::Full) << 1;
}

void TstStoreFaults::fault_03_04_everyOperation()
{
    QFETCH(int, fault);
    QFETCH(int, seeds);
    // Every operation with the first seed; the other seeds take every fifth, at another start.
    QElapsedTimer timer;
    timer.start();
    long runs = 0, points = 0;
    for (int seed = 1; seed <= seeds; ++seed) {
        for (long at = seed == 1 ? 1 : seed - 1;; at += kStride * (seed == 1 ? 1 : 5)) {
            freshCopy();
            const auto outcome = m_nursery.run({Work::Pay, static_cast<DiskFault>(fault), at, static_cast<std::uint32_t>(seed)}, m_file);
            const auto problem = broken(m_file, outcome.acknowledged);
            QVERIFY2(problem.isEmpty(), qPrintable(u"operation %1, seed %2: %3"_s.arg(at).arg(seed).arg(problem)));
            ++runs;
            if (outcome.untouched()) {
                QCOMPARE(outcome.acknowledged, kPayments);
                break;
            }
            points = std::max(points, at);
            QVERIFY(at < 5'000);
        }
    }
    m_runs += runs;
    qInfo("%ld runs over %ld operations in %lld ms: nothing broken, nothing acknowledged lost; %ld runs so far", runs, points, timer.elapsed(), m_runs);
    QVERIFY(points > kPayments);
}

void TstStoreFaults::fault_04_theDiskFillsAndIsClearedAgain()
{
    freshCopy();
    const SystemClock clock;
    SqlJournal journal{shopAt(m_file, u"fault"_s), clock};
    VERIFY_OK(got(journal.open()));
    VERIFY_OK(got(journal.decide({}, payment(0))));
    sim::faultvfs::arm(DiskFault::Full, 1, 1);
    for (int i = 0; i < 3; ++i) {
        const auto refused = got(journal.decide({}, payment(1)));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"store.full"_s);
        const auto board = got(journal.board());   // what is there can still be looked at
        VERIFY_OK(board);
        QCOMPARE(board.value().front().paid.inCents(), 100);
    }
    sim::faultvfs::arm(DiskFault::None, 0, 1);
    VERIFY_OK(got(journal.decide({}, payment(1))));
    QCOMPARE(got(journal.board()).value().front().paid.inCents(), 200);
    QVERIFY(got(journal.verify()).value().ok());
}

// The same loop without flushing at commit must find what it looks for, or it proves nothing.
void TstStoreFaults::theHarnessSeesLostPayments()
{
    int found = 0, runs = 0;
    for (long at = 20; at < 200; at += 6) {
        freshCopy();
        const auto outcome = m_nursery.run({Work::Pay, DiskFault::Power, at, 7, /*flush=*/false}, m_file);
        if (!broken(m_file, outcome.acknowledged).isEmpty()) ++found;
        ++runs;
    }
    qInfo("without flushing %d of %d runs lose or break something", found, runs);
    QVERIFY(found > runs / 4);
}

void TstStoreFaults::fault_10_everyOperationOfAMigration_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("killed") << int(DiskFault::Kill);
    QTest::newRow("power lost") << int(DiskFault::Power);
    QTest::newRow("disk full") << int(DiskFault::Full);
}

void TstStoreFaults::fault_10_everyOperationOfAMigration()
{
    QFETCH(int, fault);
    long runs = 0;
    for (long at = 1;; at += 2 * kStride, ++runs) {
        QVERIFY(at < 5'000);
        for (const auto& name : QDir{m_folder.path()}.entryList({u"old.db*"_s})) QFile::remove(m_folder.filePath(name));
        const auto file = m_folder.filePath(u"old.db"_s);
        QVERIFY(QFile::copy(QStringLiteral(TRESEN_TEST_DATA "/store/schema-1.db"), file));
        QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
        const auto outcome = m_nursery.run({Work::Migrate, static_cast<DiskFault>(fault), at, static_cast<std::uint32_t>(at)}, file);
        const SystemClock clock;
        SqlJournal journal{shopAt(file), clock};
        const auto opened = got(journal.open());
        QVERIFY2(opened.ok(), qPrintable(u"operation %1: %2"_s.arg(at).arg(opened ? QString{} : opened.error().code + opened.error().detail)));
        const auto report = got(journal.verify());
        QVERIFY(report.ok() && report.value().ok());
        QCOMPARE(report.value().entries, 19);
        if (outcome.untouched()) break;
    }
    qInfo("%ld runs", runs);
    QVERIFY(runs > 20 / kStride);
}

void TstStoreFaults::fault_06_readErrorsNeverCrash()
{
    long runs = 0;
    for (long at = 1; at < 400; at += 1 + at / 20) {
        freshCopy();
        const auto outcome = m_nursery.run({Work::Read, DiskFault::ReadError, at}, m_file);
        QVERIFY(WIFEXITED(outcome.status));
        QVERIFY2(WEXITSTATUS(outcome.status) == 0 || outcome.untouched(), qPrintable(QString::number(WEXITSTATUS(outcome.status))));
        const auto problem = broken(m_file, 0);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        ++runs;
    }
    qInfo("%ld runs", runs);
}

void TstStoreFaults::fault_01_killedAtNamedPoints_data()
{
    QTest::addColumn<QString>("point");
    QTest::addColumn<int>("paid");
    QTest::newRow("after the journal") << u"store.after_journal"_s << 0;
    QTest::newRow("after the projection") << u"store.after_projection"_s << 0;
    QTest::newRow("before the commit") << u"store.before_commit"_s << 0;
    QTest::newRow("after the commit") << u"store.after_commit"_s << 1;
}

void TstStoreFaults::fault_01_killedAtNamedPoints()
{
    QFETCH(QString, point);
    QFETCH(int, paid);
    freshCopy();
    QProcess child;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TRESEN_CRASH_AT"_s, point);
    child.setProcessEnvironment(environment);
    child.start(QCoreApplication::applicationFilePath(), {u"pay-once"_s, m_file});
    QVERIFY(child.waitForFinished(30'000));
    QCOMPARE(child.exitStatus(), QProcess::CrashExit);
    const SystemClock clock;
    SqlJournal journal{shopAt(m_file), clock};
    VERIFY_OK(got(journal.open()));
    QCOMPARE(got(journal.board()).value().front().paid.inCents(), paid * 100);
    QVERIFY(got(journal.verify()).value().ok());
    // The desk repeats what it was never told about: once more at most, never twice.
    const auto again = got(journal.decide({}, payment(0)));
    QCOMPARE(again.ok(), paid == 0);
    QCOMPARE(got(journal.board()).value().front().paid.inCents(), 100);
}

int main(int argc, char** argv)
{
    const bool payOnce = argc == 3 && qstrcmp(argv[1], "pay-once") == 0;
    std::optional<Nursery> nursery;
    if (!payOnce) nursery.emplace();   // before the first thread
    QCoreApplication app{argc, argv};
    if (payOnce) {
        const SystemClock clock;
        SqlJournal journal{shopAt(QFile::decodeName(argv[2])), clock};
        return got(journal.open()).ok() && got(journal.decide({}, payment(0))).ok() ? 0 : 1;
    }
    TstStoreFaults test{*nursery};
    return QTest::qExec(&test, argc, argv);
}
#include "tst_store_faults.moc"
