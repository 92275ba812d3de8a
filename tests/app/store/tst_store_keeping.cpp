// Keeping what was written: migrations of stored old databases, copies while others write, the way back, and what damage looks like.
#include "app/store/backup.h"
#include "app/store/migrations.h"
#include "app/store/sqlite_connection.h"
#include "tests/app/store/store_fixture.h"
#include <QDir>
#include <QRandomGenerator>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::store;
using namespace tresen::store::test;

class TstStoreKeeping final : public StoreFixture {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase_data() { addDialects(); }
    void init()
    {
        QTest::failOnWarning(QRegularExpression{u".*"_s});
        freshShop();
    }

    void migrationsAreWholeInBothDialects();
    void anOldDatabaseIsMigrated();
    void everyOldSchemaIsMigrated_data();
    void everyOldSchemaIsMigrated();
    void fault_10_aNewerDatabaseIsRefused();
    void fault_10_aFailingMigrationLeavesTheOld();
    void withoutABackupNothingIsMigrated();
    void aForeignDatabaseIsRefused();
    void fault_11_backupWhileWriting();
    void aBackupNeverReplaces();
    void fault_11_aCutBackupIsRefused();
    void aChangedBackupIsRefused();
    void restorePutsTheOldBeside();
    void aDumpGoesIntoSqlite();
    void fault_09_aMissingTailIsNoticed();
    void fault_08_flippedBytesNeverCrash();
    void filesArePrivate();
    void aPausePutsTheWalIntoTheFile();
    void bookingsWithoutAPauseLeaveNoLongWal();

private:
    void loadOld();
    QStringList backupsMade() const { return QDir{path({})}.entryList({u"*schema1-*"_s}); }
    static QStringList lines(const std::vector<domain::BoardRow>& rows)
    {
        QStringList out;
        for (const auto& r : rows) out << u"%1|%2|%3|%4|%5|%6"_s.arg(r.number, r.plate).arg(r.paid.inCents()).arg(r.open.inCents()).arg(codeOf(r.state), r.hook);
        out.sort();
        return out;
    }
    void fill(SqlJournal& journal, int from, int count)
    {
        for (int i = from; i < from + count; ++i) {
            auto decision = takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i), u"k%1"_s.arg(i));
            decision.outbox = {{u"o%1"_s.arg(i), u"portal.create"_s, {}, "{\"n\":1}"}};
            VERIFY_OK(got(journal.decide({}, always(decision))));
        }
    }
};

// The database as schema 1 left it: written once by the program of that time, never edited.
void TstStoreKeeping::loadOld()
{
    if (dialect() == Dialect::Sqlite) {
        QVERIFY(QFile::copy(QStringLiteral(TRESEN_TEST_DATA "/store/schema-1.db"), config().file));
        QFile::setPermissions(config().file, QFile::ReadOwner | QFile::WriteOwner);
        return;
    }
    QFile sql{QStringLiteral(TRESEN_TEST_DATA "/store/schema-1.postgres.sql")};
    QVERIFY(sql.open(QIODevice::ReadOnly));
    QVERIFY(raw(sql.readAll()));
}

const QStringList kOldBoard{u"R-2025-100|M-AB 1234|10000|0|handed_over|"_s, u"R-2025-101|HH-XY 77|5000|6111|part|"_s, u"R-2025-102|B-ÜT 8|0|12222|open|"_s,
                            u"R-2025-103|KA-LM 404|0|13333|open|14"_s, u"R-2025-104|S-QR 1E|0|15000|open|"_s};

constexpr int kNewest = 9;

void TstStoreKeeping::everyOldSchemaIsMigrated_data()
{
    QTest::addColumn<int>("version");
    for (const int version : {2, 6}) QTest::addRow("%d", version) << version;
}

void TstStoreKeeping::everyOldSchemaIsMigrated()
{
    if (!usable()) return;
    if (dialect() != Dialect::Sqlite) QSKIP("these schemas are stored as SQLite only; its steps are the same");
    QFETCH(int, version);
    QVERIFY(QFile::copy(QStringLiteral(TRESEN_TEST_DATA "/store/schema-%1.db").arg(version), config().file));
    QFile::setPermissions(config().file, QFile::ReadOwner | QFile::WriteOwner);
    QCOMPARE(rawInteger("SELECT max(version) FROM schema_version"), version);
    auto journal = openJournal();
    QVERIFY(journal);
    QCOMPARE(rawInteger("SELECT max(version) FROM schema_version"), kNewest);
    QCOMPARE(lines(got(journal->board()).value()), kOldBoard);
    QVERIFY(got(journal->verify()).value().ok());
    VERIFY_OK(got(journal->keepPlace(u"mollie"_s, u"here"_s, clock.now())));
    QCOMPARE(got(journal->place(u"mollie"_s)).value(), u"here"_s);
    QCOMPARE(got(journal->keepNotice(u"mollie"_s, {u"e1"_s, u"e2"_s}, {u"pl_1"_s}, "raw", {{u"pl_1"_s, u"tr_1"_s}, {u"ref"_s, u"tr_1"_s}}, clock.now())).value(), 2);
    QCOMPARE(got(journal->keepNotice(u"mollie"_s, {u"e2"_s}, {}, "raw", {{u"pl_1"_s, u"tr_2"_s}}, clock.now())).value(), 0);
    QCOMPARE(got(journal->paymentName(u"mollie"_s, u"ref"_s)).value(), u"tr_1"_s);
    QCOMPARE(got(journal->paymentName(u"mollie"_s, u"pl_1"_s)).value(), u"tr_2"_s);   // the newest word counts
    QCOMPARE(got(journal->paymentName(u"adyen"_s, u"ref"_s)).value(), QString{});
    QCOMPARE(got(journal->noticesAfter(1)).value().size(), 1u);
    QCOMPARE(QDir{path({})}.entryList({u"*schema%1-*"_s.arg(version)}).size(), 1);
}

void TstStoreKeeping::migrationsAreWholeInBothDialects()
{
    const auto sqlite = shippedMigrations(Dialect::Sqlite), postgres = shippedMigrations(Dialect::Postgres);
    VERIFY_OK(sqlite);
    VERIFY_OK(postgres);
    QCOMPARE(sqlite.value().size(), postgres.value().size());
    for (std::size_t i = 0; i < sqlite.value().size(); ++i) QCOMPARE(sqlite.value()[i].name, postgres.value()[i].name);
    QVERIFY(sqlite.value().size() >= 2);
}

void TstStoreKeeping::anOldDatabaseIsMigrated()
{
    if (!usable()) return;
    loadOld();
    QCOMPARE(rawInteger("SELECT max(version) FROM schema_version"), 1);
    auto journal = openJournal();
    QVERIFY(journal);
    QCOMPARE(rawInteger("SELECT max(version) FROM schema_version"), kNewest);
    QCOMPARE(lines(got(journal->board()).value()), kOldBoard);
    const auto report = got(journal->verify());
    VERIFY_OK(report);
    QVERIFY2(report.value().ok(), qPrintable(report.value().problems.join(u"; ")));
    QCOMPARE(report.value().entries, 19);
    QCOMPARE(got(journal->detail(domain::InvoiceId{u"old-4"_s})).value().record.buyer.name, u"Zoë O'Neill \U0001F697 \\ \"x\""_s);
    QCOMPARE(got(journal->load({})).value().lastReceipt, 2);
    // It works on, and with what the new schema brought.
    auto decision = takenIn(u"new"_s, u"R-2026-1"_s);
    decision.outbox = {{u"o1"_s, u"portal.create"_s, {}, "{}"}};
    VERIFY_OK(got(journal->decide({}, always(decision))));
    QCOMPARE(got(journal->outboxDue(clock.now(), 10)).value().size(), 1u);
    // The copy from before is whole and still old.
    QCOMPARE(backupsMade().size(), 1);
    VERIFY_OK(checkBackup(path(backupsMade().first())));
    journal = openJournal();
    QCOMPARE(backupsMade().size(), 1);   // opening again migrates nothing
}

void TstStoreKeeping::fault_10_aNewerDatabaseIsRefused()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 2);
    journal.reset();
    QVERIFY(raw("INSERT INTO schema_version(version, name, at, program) VALUES(99, 'future', '', '')"));
    SqlJournal later{config(), clock};
    const auto opened = got(later.open());
    VERIFY_REFUSED(opened, "store.newer_schema");
    QCOMPARE(opened.error().fault, Fault::Refused);
    VERIFY_REFUSED(got(later.decide({}, always(takenIn(u"x"_s, u"X"_s)))), "store.newer_schema");
    QCOMPARE(rawInteger("SELECT count(*) FROM journal"), 4);
}

void TstStoreKeeping::fault_10_aFailingMigrationLeavesTheOld()
{
    if (!usable()) return;
    loadOld();
    auto steps = shippedMigrations(dialect()).value();
    steps.push_back({kNewest + 1, u"broken"_s, "CREATE TABLE half(a TEXT); INSERT INTO half VALUES('x'); INSERT INTO no_such_table VALUES(1);"});
    const auto db = makeConnection(config());
    VERIFY_OK(db->open());
    int backups = 0;
    const auto plan = [&](std::vector<Migration> of) { return MigrationPlan{std::move(of), [&](Connection&, int) -> Result<Ok> { ++backups; return Ok{}; }, [this] { return clock.now(); }}; };
    QVERIFY(!migrate(*db, plan(steps)).ok());
    QCOMPARE(backups, 1);
    QCOMPARE(schemaVersion(*db).value(), kNewest);   // the steps before stand, the broken one left nothing
    QVERIFY(!db->script("SELECT * FROM half").ok());
    db->close();
    auto journal = openJournal();              // the program that does not know the broken step opens it
    QVERIFY(journal);
    QCOMPARE(lines(got(journal->board()).value()), kOldBoard);
    QVERIFY(got(journal->verify()).value().ok());
}

void TstStoreKeeping::withoutABackupNothingIsMigrated()
{
    if (!usable()) return;
    loadOld();
    auto bad = config();
    bad.backupFolder = path(u"no such folder"_s);
    SqlJournal journal{bad, clock};
    VERIFY_REFUSED(got(journal.open()), "store.no_backup_folder");
    QCOMPARE(rawInteger("SELECT max(version) FROM schema_version"), 1);
    QCOMPARE(rawInteger("SELECT count(*) FROM journal"), 19);
}

void TstStoreKeeping::aForeignDatabaseIsRefused()
{
    if (!usable()) return;
    QVERIFY(raw("CREATE TABLE customers(name TEXT)"));
    SqlJournal journal{config(), clock};
    VERIFY_REFUSED(got(journal.open()), "store.foreign_database");
    QCOMPARE(rawInteger("SELECT count(*) FROM customers"), 0);
}

void TstStoreKeeping::fault_11_backupWhileWriting()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 30);
    std::atomic<bool> stop = false;
    std::atomic<int> written = 30;
    std::thread writer{[&] {
        SqlJournal other{config(u"desk 2"_s), clock};
        (void)got(other.open());
        while (!stop) {
            const int i = written;
            if (got(other.decide({}, always(takenIn(u"i%1"_s.arg(i), u"R-%1"_s.arg(i)))))) ++written;
        }
    }};
    QStringList made;
    for (int i = 0; i < 5; ++i) {
        const auto file = path(u"copy-%1"_s.arg(i));
        const auto done = got(journal->backup(file));
        if (done) made << file;
        else qCritical("%s %s", qPrintable(done.error().code), qPrintable(done.error().detail));
    }
    stop = true;
    writer.join();
    QCOMPARE(made.size(), 5);
    QVERIFY(written > 30);
    for (const auto& file : made) VERIFY_OK(checkBackup(file));
    QVERIFY(QDir{path({})}.entryList({u"*.part"_s}).isEmpty());
}

void TstStoreKeeping::aBackupNeverReplaces()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 1);
    QFile there{path(u"copy"_s)};
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("yesterday") == 9);
    there.close();
    VERIFY_REFUSED(got(journal->backup(there.fileName())), "backup.exists");
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray{"yesterday"});
    QVERIFY(!got(journal->backup(u"/no/such/folder/copy"_s)).ok());
}

void TstStoreKeeping::fault_11_aCutBackupIsRefused()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 40);
    VERIFY_OK(got(journal->backup(path(u"copy"_s))));
    journal.reset();
    QFile whole{path(u"copy"_s)};
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const auto bytes = whole.readAll();
    QList<qsizetype> cuts{0, 1, 15, 16, 100, 4096, 8192, bytes.size() / 2, bytes.size() - 4096, bytes.size() - 1};
    if (dialect() == Dialect::Postgres) cuts << bytes.lastIndexOf('\n', -2) + 1;   // exactly the last line is missing
    for (const auto cut : cuts) {
        QFile part{path(u"cut"_s)};
        QVERIFY(part.open(QIODevice::WriteOnly | QIODevice::Truncate) && part.write(bytes.left(cut)) == cut);
        part.close();
        VERIFY_REFUSED(restore(part.fileName(), config(), clock.now()), "backup.damaged");
    }
    auto again = openJournal();
    QVERIFY(again);
    QCOMPARE(got(again->board()).value().size(), 40u);   // untouched
    VERIFY_REFUSED(restore(path(u"nothing here"_s), config(), clock.now()), "backup.none");
}

void TstStoreKeeping::aChangedBackupIsRefused()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 5);
    VERIFY_OK(got(journal->backup(path(u"copy"_s))));
    QFile file{path(u"copy"_s)};
    QVERIFY(file.open(QIODevice::ReadWrite));
    auto bytes = file.readAll();
    const auto at = bytes.indexOf("K-4711");
    QVERIFY(at > 0);
    bytes[at + 5] = '2';   // one byte of one payload: the page stays well-formed, the hash does not
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    VERIFY_REFUSED(checkBackup(file.fileName()), "backup.damaged");
}

void TstStoreKeeping::restorePutsTheOldBeside()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 10);
    ports::Decision end;
    end.outboxDone = {u"o3"_s};
    VERIFY_OK(got(journal->decide({}, always(end))));
    VERIFY_OK(got(journal->backup(path(u"copy"_s))));
    const auto then = boardText(got(journal->board()).value());
    fill(*journal, 10, 5);
    journal.reset();
    const auto aside = restore(path(u"copy"_s), config(), clock.now());
    VERIFY_OK(aside);
    QVERIFY(!aside.value().kept.isEmpty());
    journal = openJournal();
    QVERIFY(journal);
    QCOMPARE(boardText(got(journal->board()).value()), then);
    QCOMPARE(got(journal->outboxDue(clock.now(), 100)).value().size(), 9u);   // what was still to be sent is there, what was done stays done
    QVERIFY(got(journal->verify()).value().ok());
    fill(*journal, 20, 1);
    journal.reset();
    // The one before can be opened, too.
    auto before = config();
    if (dialect() == Dialect::Sqlite) before.file = aside.value().kept;
    else before.schema = aside.value().kept;
    SqlJournal old{before, clock};
    VERIFY_OK(got(old.open()));
    QCOMPARE(got(old.board()).value().size(), 15u);
    VERIFY_OK(got(old.decide({}, always(takenIn(u"old"_s, u"R-old"_s)))));
    QVERIFY(got(old.verify()).value().ok());
}

void TstStoreKeeping::aDumpGoesIntoSqlite()
{
    if (!usable()) return;
    if (dialect() == Dialect::Sqlite) QSKIP("writes database files");
    auto journal = openJournal();
    fill(*journal, 0, 10);
    const auto then = boardText(got(journal->board()).value());
    VERIFY_OK(got(journal->backup(path(u"copy"_s))));
    StoreConfig target;
    target.file = path(u"alone.db"_s);
    const auto aside = restore(path(u"copy"_s), target, clock.now());
    VERIFY_OK(aside);
    QCOMPARE(aside.value().kept, QString{});
    SqlJournal alone{target, clock};
    VERIFY_OK(got(alone.open()));
    QCOMPARE(boardText(got(alone.board()).value()), then);
    QVERIFY(got(alone.verify()).value().ok());
}

void TstStoreKeeping::fault_09_aMissingTailIsNoticed()
{
    if (!usable()) return;
    if (dialect() == Dialect::Postgres) QSKIP("the server keeps its log itself");
    auto journal = openJournal();
    fill(*journal, 0, 3);
    journal.reset();   // the last connection folds the log into the database
    QVERIFY(QFile::copy(config().file, path(u"kept.db"_s)));
    journal = openJournal();
    fill(*journal, 3, 2);
    journal.reset();
    // A "cleaner" has deleted the log: the database is as it was before it.
    QVERIFY(QFile::remove(config().file) && QFile::copy(path(u"kept.db"_s), config().file));
    SqlJournal cut{config(), clock};
    VERIFY_REFUSED(got(cut.open()), "store.tail_missing");
    // The way out is deliberate: restoring what there is.
    VERIFY_OK(restore(path(u"kept.db"_s), config(), clock.now()));
    journal = openJournal();
    QVERIFY(journal);
    QCOMPARE(got(journal->board()).value().size(), 3u);
}

void TstStoreKeeping::fault_08_flippedBytesNeverCrash()
{
    if (!usable()) return;
    if (dialect() == Dialect::Postgres) QSKIP("the server keeps its files itself");
    auto journal = openJournal();
    fill(*journal, 0, 20);
    journal.reset();
    QFile whole{config().file};
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const auto bytes = whole.readAll();
    QRandomGenerator chance{4711};
    int unnoticed = 0;
    for (int round = 0; round < 200; ++round) {
        auto copy = bytes;
        for (int i = 0; i < 4; ++i) copy[chance.bounded(static_cast<int>(copy.size()))] = static_cast<char>(chance.bounded(256));
        StoreConfig damaged = config();
        damaged.file = path(u"damaged.db"_s);
        for (const auto& tail : {QString{}, u"-wal"_s, u"-shm"_s, u"-head"_s}) QFile::remove(damaged.file + tail);
        QFile out{damaged.file};
        QVERIFY(out.open(QIODevice::WriteOnly) && out.write(copy) == copy.size());
        out.close();
        SqlJournal reader{damaged, clock};
        if (!got(reader.open())) continue;
        (void)got(reader.board());
        (void)got(reader.decide({}, always({cash(u"i1"_s, 1, u"flip"_s)})));
        const auto report = got(reader.verify());
        if (report && report.value().ok() && copy != bytes) ++unnoticed;   // unused bytes of a page, index statistics
    }
    qInfo("%d of 200 damaged files verify: the flips hit unused bytes", unnoticed);
    QVERIFY(unnoticed < 120);
}

void TstStoreKeeping::filesArePrivate()
{
    if (!usable()) return;
    auto journal = openJournal();
    fill(*journal, 0, 1);
    VERIFY_OK(got(journal->backup(path(u"copy"_s))));
    QStringList files{path(u"copy"_s)};
    if (dialect() == Dialect::Sqlite) files << config().file << config().file + u"-wal"_s << config().file + u"-head"_s;
    for (const auto& file : files) {
        const auto open = QFile::permissions(file) & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther);
        QVERIFY2(!open, qPrintable(file));
    }
}

// Not within a commit that somebody waits for, and not only when the program ends.
void TstStoreKeeping::aPausePutsTheWalIntoTheFile()
{
    if (!usable() || dialect() != Dialect::Sqlite) return;
    auto journal = openJournal();
    const auto wal = config().file + u"-wal"_s;
    constexpr qint64 kPage = 4096;
    const auto before = QFileInfo{config().file}.size();   // all but its first page is in the WAL yet
    const auto inFile = [&] { return QFileInfo{config().file}.size() > before; };
    for (int from = 0; QFileInfo{wal}.size() < (SqliteConnection::kTidyPages + 50) * kPage && !inFile(); from += 20) {
        QVERIFY(from < 2'000);
        fill(*journal, from, 20);
    }
    QTRY_VERIFY(inFile());
    QVERIFY(got(journal->verify()).value().ok());
}

// Nobody of them waits for the pages of all those before: the WAL is taken over beside them, and begins anew long before a commit would have to do it.
void TstStoreKeeping::bookingsWithoutAPauseLeaveNoLongWal()
{
    if (!usable() || dialect() != Dialect::Sqlite) return;
    auto journal = openJournal();
    const auto wal = config().file + u"-wal"_s;
    constexpr qint64 kFrame = 4096 + 24;
    constexpr int kPagesOfOne = 8, kStep = 5;   // at least: entries, item, key, board, outbox, and their indexes
    qint64 longest = 0;
    for (int from = 0; from * kPagesOfOne < 2 * SqliteConnection::kMostWalPages; from += kStep) {
        fill(*journal, from, kStep);
        longest = std::max(longest, QFileInfo{wal}.size());
    }
    QVERIFY2(longest > SqliteConnection::kTidyPages * kFrame, qPrintable(QString::number(longest)));
    QVERIFY2(longest < SqliteConnection::kMostWalPages * kFrame, qPrintable(QString::number(longest)));
    QVERIFY(got(journal->verify()).value().ok());
}

QTEST_GUILESS_MAIN(TstStoreKeeping)
#include "tst_store_keeping.moc"
