// TrainingPortal: what survives a crash, two processes on one folder, a port that is taken.
#include "app/core/files.h"
#include "tests/app/adapters/portal/training/rig.h"
#include <QFile>
#include <QLockFile>
#include <QProcess>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::test;

class TestTrainingStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression{u".*"_s});
    }
    void restartKeepsAll();
    void tornLine();
    void crashBetweenAppendAndAnswer();
    void twoInstancesOneFolder();
    void lockedFolder();
    void portTaken();
    void futuresOfADeadPortal();

private:
    QString folder() const { return m_folder->filePath(u"state"_s); }
    QString stateFile() const { return folder() + u"/training-links.jsonl"_s; }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTrainingStore::restartKeepsAll()
{
    ports::Link link;
    const auto order = sampleOrder();
    QString cursor;
    {
        Rig rig{configFor(folder())};
        link = rig.make(order);
        rig.owner.choose(link.url, change::kPaid);
        cursor = answerOf(rig.portal.changes({})).value().value().cursor;
    }
    Rig rig{configFor(folder())};
    QVERIFY(rig.fetch(link).state == domain::LinkState::Paid);
    QCOMPARE(rig.make(order).linkId, link.linkId);
    QVERIFY(!answerOf(rig.portal.changes(cursor)).value().value().linkIds.contains(link.linkId));
    QCOMPARE(QFile::permissions(stateFile()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
             QFile::Permissions{});
}

// The last line is cut at every byte, as a crash would: everything before it stays, and the next line is whole.
void TestTrainingStore::tornLine()
{
    auto first = sampleOrder(), second = sampleOrder(), third = sampleOrder();
    {
        Rig rig{configFor(folder())};
        rig.make(first);
        rig.make(second);
    }
    QFile file{stateFile()};
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    const qsizetype lastStart = whole.lastIndexOf('\n', whole.size() - 2) + 1;
    const SystemClock clock;
    int restored = 0;
    for (qsizetype cut = lastStart; cut <= whole.size(); cut += 7) {
        const QString place = m_folder->filePath(u"torn%1"_s.arg(cut));
        QVERIFY(files::makePrivateFolder(place).ok());
        QVERIFY(files::writeAtomically(place + u"/training-links.jsonl"_s, whole.left(cut)).ok());
        auto config = configFor(place);
        config.port = 9;   // never started, only for the links' address
        TrainingPortal portal{config, clock};
        QVERIFY(answerOf(portal.create(first)).value().ok());
        QVERIFY(answerOf(portal.create(third)).value().ok());
        const auto redone = answerOf(portal.create(second)).value();   // its answer was lost with the crash: asked again
        QVERIFY(redone.ok());
        TrainingPortal reader{config, clock};
        QVERIFY(answerOf(reader.fetch(redone.value().linkId)).value().ok());
        QCOMPARE(answerOf(reader.changes({})).value().value().linkIds.size(), 3);
        QCOMPARE(reader.health().damagedLines, cut > lastStart && cut < whole.size() - 1 ? 1 : 0);
        ++restored;
    }
    QVERIFY(restored > 20);
}

// This test runs itself again as a process that ends at once after the line is on the disk, before anybody is told.
void TestTrainingStore::crashBetweenAppendAndAnswer()
{
    if (qEnvironmentVariableIsSet("TRESEN_TEST_CRASH_FOLDER")) {
        const SystemClock clock;
        auto config = configFor(qEnvironmentVariable("TRESEN_TEST_CRASH_FOLDER"));
        config.port = 9;
        TrainingPortal portal{config, clock};
        auto order = sampleOrder();
        order.idempotencyKey = u"crash"_s;
        order.token.clear();
        order.invoiceNumber = u"RE-CRASH"_s;
        order.reference = u"r"_s;
        order.amount = domain::Money::cents(500);
        answerOf(portal.create(order));
        QFAIL("survived");
    }
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"TRESEN_TEST_CRASH_FOLDER"_s, folder());
    environment.insert(u"TRESEN_CRASH_AT"_s, u"training.appended"_s);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(), {u"crashBetweenAppendAndAnswer"_s});
    QVERIFY(process.waitForFinished(20'000));
    QCOMPARE(process.exitStatus(), QProcess::CrashExit);
    QVERIFY(QFile::exists(folder() + u"/training-links.lock"_s));   // it died with the lock in its hand
    const SystemClock clock;
    auto config = configFor(folder());
    config.port = 9;
    TrainingPortal portal{config, clock};
    QCOMPARE(answerOf(portal.changes({})).value().value().linkIds.size(), 1);
    auto order = sampleOrder();
    order.idempotencyKey = u"crash"_s;
    order.token.clear();
    order.invoiceNumber = u"RE-CRASH"_s;
    order.reference = u"r"_s;
    order.amount = domain::Money::cents(500);
    const auto retried = answerOf(portal.create(order)).value();
    QVERIFY2(retried.ok(), qPrintable(retried.ok() ? QString{} : retried.error().code));
    QCOMPARE(answerOf(portal.changes({})).value().value().linkIds.size(), 1);   // one link, not two
}

void TestTrainingStore::twoInstancesOneFolder()
{
    Rig desk{configFor(folder())};
    TrainingPortal line{configFor(folder()), desk.clock};   // the command line: never serves, has no port of its own
    const auto order = sampleOrder();
    const auto made = answerOf(line.create(order)).value();
    QVERIFY2(made.ok(), qPrintable(made.ok() ? QString{} : made.error().code));
    QVERIFY(made.value().url.startsWith(desk.portal.baseUrl()));
    QCOMPARE(desk.owner.get(QUrl{made.value().url}).status, 200);
    desk.owner.choose(made.value().url, change::kPaid);
    QVERIFY(answerOf(line.fetch(made.value().linkId)).value().value().state == domain::LinkState::Paid);
    QCOMPARE(answerOf(desk.portal.create(order)).value().value().linkId, made.value().linkId);
    // Both write at once: no line is lost, torn or doubled.
    std::vector<QFuture<Result<ports::Link>>> futures;
    const auto shared = sampleOrder();
    for (int i = 0; i < 50; ++i) {
        futures.push_back(desk.portal.create(sampleOrder()));
        futures.push_back(line.create(sampleOrder()));
        futures.push_back((i % 2 ? desk.portal : line).create(shared));
    }
    QStringList ids;
    for (auto& future : futures) {
        const auto answer = answerOf(future, 30'000).value();
        QVERIFY2(answer.ok(), qPrintable(answer.ok() ? QString{} : answer.error().code));
        if (!ids.contains(answer.value().linkId)) ids.append(answer.value().linkId);
    }
    QCOMPARE(ids.size(), 101);
    const auto seenByDesk = answerOf(desk.portal.changes({})).value().value();
    const auto seenByLine = answerOf(line.changes({})).value().value();
    QCOMPARE(seenByDesk.linkIds, seenByLine.linkIds);
    QCOMPARE(seenByDesk.cursor, seenByLine.cursor);
    QCOMPARE(seenByDesk.linkIds.size(), 101);
    QCOMPARE(desk.portal.health().damagedLines, 0);
}

void TestTrainingStore::lockedFolder()
{
    Rig rig{configFor(folder())};
    const auto link = rig.make(sampleOrder());
    QLockFile lock{folder() + u"/training-links.lock"_s};
    lock.setStaleLockTime(0);
    QVERIFY(lock.tryLock(1000));
    auto future = rig.portal.create(sampleOrder());
    const auto answer = answerOf(future, limits::kTrainingLockMs + 5000);
    QVERIFY(answer && !answer->ok());
    QCOMPARE(answer->error().code, u"portal.state_busy"_s);
    QVERIFY(answer->error().fault == Fault::Unreachable);
    QVERIFY(rig.fetch(link).state == domain::LinkState::Open);   // reading needs no lock
    lock.unlock();
    QVERIFY(answerOf(rig.portal.create(sampleOrder())).value().ok());
}

void TestTrainingStore::portTaken()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    auto config = configFor(folder());
    config.port = other.serverPort();
    const SystemClock clock;
    TrainingPortal portal{config, clock};
    QVERIFY(!portal.serving());
    QCOMPARE(portal.health().reason.code, u"portal.not_started"_s);
    const auto started = answerOf(portal.start()).value();
    QVERIFY(!started.ok());
    QCOMPARE(portal.health().reason.code, u"http.port_taken"_s);
    QVERIFY(!portal.serving());
    const auto link = answerOf(portal.create(sampleOrder())).value();
    QVERIFY(link.ok());
    QCOMPARE(answerOf(portal.fetch(link.value().linkId)).value().value().state, domain::LinkState::Open);
    QCOMPARE(answerOf(portal.cancel(link.value().linkId)).value().value(), ports::CancelOutcome::Cancelled);
    other.close();
    QVERIFY(answerOf(portal.start()).value().ok());   // the other program ended
    QVERIFY(portal.serving());
    QVERIFY(answerOf(portal.stop()).value().ok());
    QVERIFY(!portal.serving());
    config.baseUrl = u"https://pay.shop.example/zahlen/"_s;
    config.port = 0;
    TrainingPortal proxied{config, clock};
    QVERIFY(answerOf(proxied.create(sampleOrder())).value().value().url.startsWith(u"https://pay.shop.example/zahlen/K7M2QX4T"_s));
    config.baseUrl = u"javascript:alert(1)"_s;
    config.stateFolder += u'2';
    TrainingPortal wrong{config, clock};
    QCOMPARE(answerOf(wrong.create(sampleOrder())).value().error().code, u"portal.no_address"_s);
}

void TestTrainingStore::futuresOfADeadPortal()
{
    std::vector<QFuture<Result<ports::Link>>> futures;
    {
        const SystemClock clock;
        auto config = configFor(folder());
        config.port = 9;
        TrainingPortal portal{config, clock};
        for (int i = 0; i < 500; ++i) futures.push_back(portal.create(sampleOrder()));
    }
    for (auto& future : futures) QVERIFY(future.isFinished());   // answered or cancelled, but nobody waits for ever
}

QTEST_GUILESS_MAIN(TestTrainingStore)
#include "tst_training_store.moc"
