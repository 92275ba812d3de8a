// The backups of a desk: one a day, a few of them kept, the newest tried, and a warning in time. And the report for support: nothing private is in it.
#include "app/services/backups.h"
#include "app/services/diagnosis.h"
#include "app/store/sql_journal.h"
#include "tests/app/store/store_fixture.h"
#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPromise>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::services;
using store::test::got;

class TstBackups : public QObject {
    Q_OBJECT

    struct Desk {
        QTemporaryDir folder;
        ManualClock clock{Instant::fromIso(u"2026-11-23T09:42:07.000Z"_s)};
        store::SqlJournal journal{config(), clock};
        Settings settings{journal, folder.filePath(u"desk.json"_s)};
        VaultKeeper vault{journal};
        HealthWatch health{clock};
        Backups backups{vault, settings, health, clock, folder.path()};

        store::StoreConfig config() const
        {
            store::StoreConfig c;
            c.file = folder.filePath(u"tresen.db"_s);
            return c;
        }
        Desk()
        {
            if (!got(journal.open())) qFatal("no store");
            set(u"company.name"_s, u"Autohaus Lindner"_s);
        }
        void set(const QString& key, const QString& value)
        {
            bool done = false;
            settings.set(key, value, {}, [&done](const Result<Ok>& ok) { done = ok.ok(); });
            if (!QTest::qWaitFor([&done] { return done; }, 30'000)) qFatal("setting not stored");
        }
        Result<BackupReport> make()
        {
            std::optional<Result<BackupReport>> out;
            backups.backupNow([&out](const Result<BackupReport>& made) { out = made; });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
            return *out;
        }
        void look()
        {
            bool done = false;
            backups.look([&done](const Result<Ok>&) { done = true; });
            if (!QTest::qWaitFor([&done] { return done; }, 30'000)) qFatal("no answer");
        }
        PeerHealth peer() const { return health.peer(u"backup"_s); }
    };

private Q_SLOTS:
    void aNameSaysWhenAndOnlyOursAreOurs()
    {
        const auto at = Instant::fromIso(u"2026-11-23T09:42:07.000Z"_s);
        const auto ours = u"0123456789ab"_s;
        QCOMPARE(Backups::nameOf(ours, at.plusMs(89), false), u"tresen-auto-0123456789ab-20261123T094207089.db"_s);
        QCOMPARE(Backups::timeOf(Backups::nameOf(ours, at, true), ours), std::optional{at});
        QVERIFY(Backups::nameOf(ours, at, true) != Backups::nameOf(ours, at.plusMs(1), true));   // two within one second are two
        for (const auto& other : {u"tresen-2026-11-23-0942.db"_s, u"tresen-auto-0123456789ab-20261123T094207000.db.part"_s, u"tresen-auto-0123456789ab-20261399T094207000.db"_s, u"tresen-auto-0123456789ab-.db"_s,
                                  u"tresen-auto-20261123T094207.db"_s, u"tresen-auto-ba9876543210-20261123T094207000.db"_s, u"tresen.db"_s, QString{}})
            QVERIFY2(!Backups::timeOf(other, ours), qPrintable(other));
        QVERIFY(!Backups::timeOf(u"tresen-auto--20261123T094207000.db"_s, {}));
    }
    void fault_08_aDamagedJournalIsFoundByItselfAndKeepsItsBackups()
    {
        Desk desk;
        desk.set(u"backup.keep"_s, u"2"_s);
        QVERIFY(desk.make());
        const auto check = [&desk] {
            std::optional<Result<VaultReport>> out;
            desk.backups.checkJournal([&out](const Result<VaultReport>& report) { out = report; });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
            return *out;
        };
        QVERIFY(check().ok());
        desk.look();
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(desk.folder.filePath(u"tresen.db"_s).toUtf8().constData(), &db), SQLITE_OK);
        const int done = sqlite3_exec(db, "DROP TRIGGER journal_no_update; UPDATE journal SET user_name = 'x' WHERE seq = 1", nullptr, nullptr, nullptr);
        sqlite3_close(db);
        QCOMPARE(done, SQLITE_OK);
        const auto found = check();
        QVERIFY(!found || !found.value().ok());
        desk.look();
        QCOMPARE(desk.peer().state, PeerHealth::State::Bad);
        QCOMPARE(desk.peer().code, u"store.damaged"_s);
    }
    // What is made of the entries can be made anew from them: told, and no reason to stop anybody or to fear for the backups.
    void whatIsDerivedIsMadeAnewByTheCheck()
    {
        Desk desk;
        QVERIFY(desk.make());
        sqlite3* db = nullptr;
        QCOMPARE(sqlite3_open(desk.folder.filePath(u"tresen.db"_s).toUtf8().constData(), &db), SQLITE_OK);
        const int done = sqlite3_exec(db, "UPDATE setting SET seq = 0 WHERE name = 'company.name'", nullptr, nullptr, nullptr);
        sqlite3_close(db);
        QCOMPARE(done, SQLITE_OK);
        QSignalSpy remade{&desk.vault, &VaultKeeper::remade};
        const auto check = [&desk] {
            std::optional<Result<VaultReport>> out;
            desk.backups.checkJournal([&out](const Result<VaultReport>& report) { out = report; });
            if (!QTest::qWaitFor([&out] { return out.has_value(); }, 30'000)) qFatal("no answer");
            return *out;
        };
        const auto found = check();
        QVERIFY(found && found.value().remade && !found.value().ok());
        QCOMPARE(found.value().parts, QStringList{u"settings"_s});
        QCOMPARE(remade.count(), 1);
        desk.look();
        QCOMPARE(desk.peer().state, PeerHealth::State::Notice);
        QCOMPARE(desk.peer().code, u"store.remade"_s);
        QVERIFY(check().value().ok());
        desk.look();
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
    }
    void theNewestIsFoundWithoutAnOpenStore()
    {
        Desk desk;
        QVERIFY(Backups::thoseIn(desk.folder.filePath(u"backups"_s), {}).empty());
        QVERIFY(desk.make());
        desk.clock.advance(60'000);
        const auto second = desk.make();
        QVERIFY(second);
        for (const auto& store : {QString{}, desk.folder.filePath(u"tresen.db"_s)}) {
            const auto all = Backups::thoseIn(desk.folder.filePath(u"backups"_s), store);
            QCOMPARE(all.size(), std::size_t{2});
            QVERIFY(QFileInfo{all.front().file} == QFileInfo{second.value().file});
        }
        QVERIFY(Backups::thoseIn(desk.folder.filePath(u"backups"_s), desk.folder.filePath(u"nothing"_s)).empty());
    }
    void theOldestGoAndTheNewestNever()
    {
        std::vector<BackupFile> files;
        for (int day = 1; day <= 5; ++day) files.push_back({u"f%1"_s.arg(day), Instant{day * 1000LL}, 1});
        const Instant now{6'000};
        const auto gone = Backups::beyond(files, 2, now);
        QCOMPARE(gone.size(), std::size_t{3});
        QCOMPARE(gone.front().file, u"f3"_s);
        QCOMPARE(gone.back().file, u"f1"_s);
        QCOMPARE(Backups::beyond(files, 0, now).size(), std::size_t{4});
        QVERIFY(Backups::beyond(files, 9, now).empty());
    }
    void oneIsMadeKeptAndGrowsOld()
    {
        Desk desk;
        desk.look();
        QCOMPARE(desk.peer().code, u"backup.none_yet"_s);
        QVERIFY(desk.backups.isDue());
        const auto made = desk.make();
        QVERIFY(made.ok());
        QVERIFY(made.value().bytes > 0);
        QCOMPARE(desk.backups.known().size(), std::size_t{1});
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
        QVERIFY(!desk.backups.isDue());
        desk.clock.advance(25LL * 60 * 60 * 1000);
        QVERIFY(desk.backups.isDue());
        desk.look();
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);   // one day is no reason to worry
        desk.clock.advance(3LL * 24 * 60 * 60 * 1000);
        desk.look();
        QCOMPARE(desk.peer().code, u"backup.old"_s);
        QCOMPARE(desk.peer().detail, u"4"_s);
        QVERIFY(desk.make().ok());
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
    }
    void onlySoManyStayAndNothingOfOthersGoes()
    {
        Desk desk;
        desk.set(u"backup.keep"_s, u"2"_s);
        QVERIFY(desk.make().ok());
        QFile other{desk.backups.folder() + u"/tresen-2024-01-01-0900.db"_s};
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.close();
        for (int i = 0; i < 3; ++i) {
            desk.clock.advance(60'000);
            QVERIFY(desk.make().ok());
        }
        QCOMPARE(desk.backups.known().size(), std::size_t{2});
        QCOMPARE(desk.backups.known().front().at, desk.clock.now());
        QVERIFY(other.exists());
    }
    void twoWorkshopsInOneFolderLeaveEachOtherAlone()
    {
        Desk one, two;
        const auto shared = one.folder.filePath(u"nas"_s);
        QVERIFY(QDir{}.mkpath(shared));
        for (auto* desk : {&one, &two}) {
            desk->set(u"backup.folder"_s, shared);
            desk->set(u"backup.keep"_s, u"2"_s);
        }
        for (int i = 0; i < 3; ++i) {
            one.clock.advance(60'000);
            QVERIFY(one.make().ok());
        }
        two.look();
        QVERIFY(two.backups.known().empty());
        QVERIFY(two.backups.isDue());                           // what another one has made is none of ours
        QCOMPARE(two.peer().code, u"backup.none_yet"_s);
        for (int i = 0; i < 3; ++i) {
            two.clock.advance(1'000);                           // older than all of the first one's
            QVERIFY(two.make().ok());
        }
        one.look();
        QCOMPARE(one.backups.known().size(), std::size_t{2});
        QCOMPARE(two.backups.known().size(), std::size_t{2});
        QCOMPARE(QDir{shared}.entryList(QDir::Files).size(), 4);
        QVERIFY(one.settings.value(u"store.id"_s) != two.settings.value(u"store.id"_s));
        // A file that bears our name, but is of another journal inside, stays.
        const auto id = one.settings.value(u"store.id"_s);
        const auto disguised = shared + u'/' + Backups::nameOf(id, one.clock.now().plusMs(-1'000'000'000), false);
        QVERIFY(QFile::copy(two.backups.known().front().file, disguised));
        one.clock.advance(60'000);
        QVERIFY(one.make().ok());
        QVERIFY(QFile::exists(disguised));
        QVERIFY(Backups::holds(one.backups.known().front().file, id));
        QVERIFY(!Backups::holds(disguised, id));
    }
    void theJournalIsNamedOnce()
    {
        Desk desk;
        QVERIFY(desk.make().ok());
        const auto id = desk.settings.value(u"store.id"_s);
        QCOMPARE(id.size(), 12);
        std::optional<Result<QString>> again;
        desk.settings.setOnce(u"store.id"_s, u"ffffffffffff"_s, [&again](const Result<QString>& known) { again = known; });
        QTRY_VERIFY(again.has_value());
        QCOMPARE(again->value(), id);
    }
    // Made while the clock was a year ahead: once it is right they neither push out what is new nor hide that it is there.
    void backupsOfAClockThatWasAheadAreTheOldest()
    {
        constexpr qint64 kDay = 24LL * 60 * 60 * 1000;
        Desk desk;
        desk.set(u"backup.keep"_s, u"2"_s);
        desk.clock.advance(365 * kDay);
        QVERIFY(desk.make().ok());
        desk.clock.advance(kDay);
        QVERIFY(desk.make().ok());
        desk.clock.advance(-366 * kDay);
        desk.look();
        QVERIFY(desk.backups.isDue());
        QVERIFY(desk.make().ok());
        QCOMPARE(desk.backups.known().front().at, desk.clock.now());
        QVERIFY(QFile::exists(desk.backups.known().front().file));
        QVERIFY(!desk.backups.isDue());                                  // one a day, not one at every look
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
        const auto first = desk.clock.now();
        desk.clock.advance(kDay);
        QVERIFY(desk.make().ok());
        QCOMPARE(desk.backups.known().size(), std::size_t{2});
        QCOMPARE(desk.backups.known().front().at, desk.clock.now());
        QCOMPARE(desk.backups.known().back().at, first);
    }
    void aChosenFolderThatIsGoneIsNotMadeUp()
    {
        Desk desk;
        const auto gone = desk.folder.filePath(u"usb/tresen"_s);
        desk.set(u"backup.folder"_s, gone);
        const auto made = desk.make();
        QVERIFY(!made.ok());
        QCOMPARE(made.error().code, u"backup.folder"_s);
        QVERIFY(!QDir{gone}.exists());
        QCOMPARE(desk.peer().state, PeerHealth::State::Bad);
        QVERIFY(QDir{}.mkpath(gone));
        QVERIFY(desk.make().ok());
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
    }
    void theNewestIsTried()
    {
        Desk desk;
        std::optional<Result<DrillOutcome>> tried;
        const auto attempt = [&] {
            tried.reset();
            desk.backups.tryNewest([&tried](const Result<DrillOutcome>& outcome) { tried = outcome; });
            return QTest::qWaitFor([&tried] { return tried.has_value(); }, 30'000);
        };
        QVERIFY(attempt());
        QCOMPARE(tried->error().code, u"backup.none_yet"_s);
        QVERIFY(desk.make().ok());
        QVERIFY(attempt());
        QVERIFY(tried->ok());
        QVERIFY(tried->value().report.ok());
        QCOMPARE(tried->value().backup.at, desk.clock.now());
        QFile damaged{desk.backups.known().front().file};
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.resize(damaged.size() / 2));
        damaged.close();
        QVERIFY(attempt());
        QCOMPARE(tried->error().code, u"backup.damaged"_s);
        QCOMPARE(desk.peer().state, PeerHealth::State::Bad);
        desk.look();                                                     // it is still there, and still damaged
        QCOMPARE(desk.peer().code, u"backup.damaged"_s);
        QCOMPARE(desk.peer().state, PeerHealth::State::Bad);
        desk.clock.advance(60'000);
        QVERIFY(desk.make().ok());
        QCOMPARE(desk.peer().state, PeerHealth::State::Good);
    }

    // The journal waits for its threads when the desk is closed: a check of many minutes must not hold it.
    void closingTheDeskEndsACheck()
    {
        struct SlowVault final : ports::Vault {
            QPromise<Result<ports::VerifyReport>> checking;
            Gauge gauge;
            SlowVault() { checking.start(); }
            QFuture<Result<ports::VerifyReport>> verify() override { return checking.future(); }
            QFuture<Result<Ok>> backup(QString) override { return {}; }
            QFuture<Result<ports::VerifyReport>> check(Gauge) override { return {}; }
            QFuture<Result<ports::VerifyReport>> remake(Gauge watched) override
            {
                gauge = watched;
                return checking.future();
            }
            QFuture<Result<ports::DrillReport>> drill(QString, Gauge) override { return {}; }
            QFuture<Result<ports::StoreFacts>> facts() override { return {}; }
        } vault;
        auto keeper = std::make_unique<VaultKeeper>(vault);
        keeper->verify([](const Result<VaultReport>&) { QFAIL("nobody is there any more"); });
        QVERIFY(vault.gauge && !vault.gauge->stop);
        keeper.reset();
        QVERIFY(vault.gauge->stop);
        vault.checking.addResult(Result<ports::VerifyReport>{Error{Fault::Refused, u"vault.stopped"_s, {}}});
        vault.checking.finish();
        QTest::qWait(20);
    }
    void theReportHoldsWhatHelpsAndNothingPrivate()
    {
        Desk desk;
        desk.set(u"payee.iban"_s, u"DE89370400440532013000"_s);
        desk.set(u"payee.holder"_s, u"Lindner GmbH"_s);
        desk.set(u"company.email"_s, u"info@lindner.example"_s);
        desk.set(u"desk.user"_s, u"Frau Roth"_s);
        desk.set(u"mail.host"_s, u"mail.lindner.example"_s);
        desk.set(u"portal.methods"_s, u"card"_s);
        Diagnosis diagnosis{desk.journal, desk.settings, desk.clock, desk.folder.path()};
        std::optional<BugReportParts> parts;
        diagnosis.collect([&parts](const Result<BugReportParts>& collected) { parts = collected.value(); });
        QTRY_VERIFY_WITH_TIMEOUT(parts.has_value(), 30'000);
        parts->log.lines.push_back({desk.clock.now(), u"warning"_s, u"tresen.store"_s, u"locked"_s});
        const auto people = u"/home"_s;
        parts->log.lines.push_back({desk.clock.now(), u"info"_s, u"tresen.store"_s, u"SQLite, "_s + people + u"/bettina/.local/share/tresen/tresen.db"_s});
        parts->log.lines.push_back({desk.clock.now(), u"info"_s, u"tresen.store"_s, u"SQLite, C:\\Users\\Bettina Kern\\tresen\\tresen.db"_s});
        parts->settings.insert(u"backup.folder"_s, people + u"/bettina/Sicherung"_s);
        PeerHealth bad;
        bad.state = PeerHealth::State::Bad;
        bad.code = u"mail.auth"_s;
        bad.detail = u"535 for vogt@example.org"_s;
        parts->peers.emplace_back(u"mail"_s, bad);
        parts->picture = QByteArray(300, 'p');
        const auto bytes = bugReport(*parts);
        for (const auto& secret : {"DE89370400440532013000", "370400440532013000", "Lindner GmbH", "info@lindner", "Frau Roth", "Autohaus Lindner", "vogt@example.org", "bettina", "Bettina", "Kern"})
            QVERIFY2(!bytes.contains(secret), secret);
        const auto report = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(report[u"version"_s].toString(), QStringLiteral(TRESEN_VERSION));
        QCOMPARE(report[u"settings"_s].toObject()[u"payee.iban"_s].toString(), u"(set)"_s);
        QCOMPARE(report[u"settings"_s].toObject()[u"portal.methods"_s].toString(), u"card"_s);
        QVERIFY(report[u"store"_s].toObject()[u"schema"_s].toInt() > 0);
        QVERIFY(report[u"store"_s].toObject()[u"entries"_s].toInt() > 0);
        QCOMPARE(report[u"integrity"_s].toObject()[u"checked"_s].toBool(true), false);
        QVERIFY(bytes.contains("mail.auth") && bytes.contains("locked"));
        QCOMPARE(report[u"settings"_s].toObject()[u"backup.folder"_s].toString(), QString{people + u"/(user)/Sicherung"_s});   // where it lies stays to be seen
        QCOMPARE(QByteArray::fromBase64(report[u"picture_png"_s].toString().toLatin1()), parts->picture);
        // On the screen stands the same, but for the picture's bytes.
        auto shown = QJsonDocument::fromJson(readableBugReport(*parts)).object(), kept = report;
        QCOMPARE(shown[u"picture_png"_s].toString(), u"(300 bytes)"_s);
        shown.remove(u"picture_png"_s);
        kept.remove(u"picture_png"_s);
        QCOMPARE(shown, kept);
        parts->picture.clear();
        QVERIFY(!QJsonDocument::fromJson(bugReport(*parts)).object().contains(u"picture_png"_s));
    }
};

QTEST_GUILESS_MAIN(TstBackups)
#include "tst_backups.moc"
