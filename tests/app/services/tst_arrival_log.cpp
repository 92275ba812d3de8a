// What came in and what was refused while nobody stood beside it: kept in the journal, seen by another desk and after a restart, taken back as a whole.
#include "app/services/arrival_log.h"
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "app/services/hot_folder.h"
#include "tests/app/store/store_fixture.h"
#include "tests/bench/made_invoices.h"
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::services;
using domain::ArrivalWay;
using tresen::store::test::got;

namespace {

struct LogDesk {
    LogDesk(const store::StoreConfig& config, const Clock& clock) : journal{config, clock}, log{journal, feed, intake, clock}
    {
        if (!got(journal.open())) qFatal("open");
        intake.setSite(u"Haupthaus"_s, u"WERBAS"_s);
        bool loaded = false;
        log.load([&loaded](const Result<Ok>& done) { loaded = done.ok(); });
        if (!QTest::qWaitFor([&loaded] { return loaded; }, 20'000)) qFatal("load");
    }
    IntakeSummary take(const QStringList& paths, ArrivalWay way = ArrivalWay::Desk)
    {
        std::optional<IntakeSummary> out;
        intake.take(paths, false, [&out](const Result<IntakeSummary>& done) { out = done.value(); }, way);
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 20'000)) qFatal("take");
        return *out;
    }
    UndoSummary undo(const domain::BatchId& batch)
    {
        std::optional<UndoSummary> out;
        intake.undo(batch, [&out](const Result<UndoSummary>& done) { out = done.value(); });
        if (!QTest::qWaitFor([&out] { return out.has_value(); }, 20'000)) qFatal("undo");
        return *out;
    }
    domain::OpenItem item(const QString& number)
    {
        ports::Subject subject;
        subject.numbers << number;
        return got(journal.load(subject)).value().items.at(0);
    }
    store::SqlJournal journal;
    JournalFeed feed{journal};
    adapters::einvoice::EInvoiceReader reader;
    Intake intake{journal, feed, reader};
    ArrivalLog log;
};

} // namespace

class TstArrivalLog final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid() && QDir{m_dir->path()}.mkdir(u"in"_s));
        m_config = {};
        m_config.file = m_dir->filePath(u"tresen.db"_s);
        m_config.origin = {u"Haupthaus"_s, u"desk 1"_s, u"test"_s};
    }

    void whatTheFolderRefusesIsSeenOnEveryDeskAndAfterARestart()
    {
        put(u"in/good.xml"_s, bench::ciiInvoice(1, 2));
        put(u"in/broken.xml"_s, "<a>");
        domain::ArrivalId id;
        {
            LogDesk desk{m_config, m_clock}, other{m_config, m_clock};
            other.journal.followOthers(true);
            other.feed.follow(0);
            QSignalSpy appeared{&desk.log, &ArrivalLog::appeared}, there{&other.log, &ArrivalLog::appeared};
            HotFolder folder{desk.intake};
            folder.watch(options(FolderSweep::Keep::Move));
            QTRY_COMPARE_WITH_TIMEOUT(desk.log.openCount(), 1, 30'000);
            QCOMPARE(appeared.size(), 1);
            const auto& one = desk.log.book().refused().front();
            id = one.id;
            QCOMPARE(one.file, u"broken.xml"_s);
            QCOMPARE(one.way, ArrivalWay::Folder);
            QCOMPARE(one.code, u"xml.malformed"_s);
            QTRY_COMPARE_WITH_TIMEOUT((other.feed.check(), other.log.openCount()), 1, 30'000);
            QCOMPARE(there.size(), 1);
            QTRY_VERIFY(QFile::exists(m_dir->filePath(u"in/failed/broken.xml"_s)));
        }
        LogDesk again{m_config, m_clock};
        QCOMPARE(again.log.openCount(), 1);
        const auto settle = [&](const QString& how) {
            std::optional<QString> code;
            again.log.settle(id, how, [&code](const Result<Ok>& done) { code = done ? QString{} : done.error().code; });
            (void)QTest::qWaitFor([&code] { return code.has_value(); }, 20'000);
            return *code;
        };
        QCOMPARE(settle(u"x"_s), u"arrival.how"_s);
        QCOMPARE(settle(u"neu angefordert"_s), QString{});
        QCOMPARE(again.log.openCount(), 0);
        QCOMPARE(settle(u"noch einmal"_s), u"arrival.none"_s);
        LogDesk last{m_config, m_clock};
        QCOMPARE(last.log.openCount(), 0);
    }

    void aFileThatStaysIsToldOnce()
    {
        put(u"in/broken.xml"_s, "<a>");
        for (int start = 0; start < 3; ++start) {
            LogDesk desk{m_config, m_clock};
            desk.log.setFilesStay(true);
            HotFolder folder{desk.intake};
            folder.watch(options(FolderSweep::Keep::Leave));
            QTRY_COMPARE_WITH_TIMEOUT(folder.counts().failed, 1, 30'000);
            QTRY_COMPARE_WITH_TIMEOUT(desk.log.book().refused().size(), std::size_t{1}, 20'000);
            QTest::qWait(200);   // it would be there by now
            QCOMPARE(desk.log.book().refused().size(), std::size_t{1});
        }
    }

    void theDoorIsHeardWhereTheSenderCannotMendIt()
    {
        LogDesk desk{m_config, m_clock};
        desk.log.noteDoor(201, {});
        desk.log.noteDoor(409, u"order.known"_s);
        desk.log.noteDoor(503, u"orders.busy"_s);
        desk.log.noteDoor(404, u"orders.path"_s);
        for (int i = 0; i < 100; ++i) desk.log.noteDoor(401, u"orders.token"_s);   // all day long
        desk.log.noteDoor(400, u"order.unreadable"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.log.openCount(), 2, 20'000);
        for (int i = 0; i < 10; ++i) desk.log.noteDoor(401, u"orders.token"_s);
        QTest::qWait(200);
        QCOMPARE(desk.log.openCount(), 2);
    }

    void everyRunStandsThereAndIsTakenBackAsAWhole()
    {
        domain::BatchId first, second;
        const auto a = put(u"a.xml"_s, bench::ciiInvoice(1, 2)), b = put(u"b.xml"_s, bench::ciiInvoice(2, 2));
        const auto number = [](int n) { return u"RE-2026-%1"_s.arg(n); };
        {
            LogDesk desk{m_config, m_clock};
            first = desk.take({a}).batch;
            QCOMPARE(desk.take({a}).sameAgain, 1);   // nothing new: no run
            put(u"a.xml"_s, bench::ciiInvoice(1, 3));
            const auto summary = desk.take({a, b, m_dir->filePath(u"gone.xml"_s)}, ArrivalWay::Command);
            QCOMPARE(summary.newVersions, 1);
            second = summary.batch;
            QCOMPARE(desk.log.book().runs().size(), std::size_t{2});
        }
        LogDesk desk{m_config, m_clock};   // the program was started anew
        const auto* run = desk.log.book().find(second);
        QVERIFY(run && run->way == ArrivalWay::Command && run->mayUndo());
        QCOMPARE(run->taken, 1);
        QCOMPARE(run->versions, 1);
        QCOMPARE(run->desk, u"desk 1"_s);
        const auto due = desk.item(number(1)).due;
        const auto undone = desk.undo(second);
        QCOMPARE(undone.undone, 2);
        QCOMPARE(undone.putBack, 1);
        QCOMPARE(undone.kept, 0);
        QVERIFY(desk.item(number(2)).undone);
        const auto item = desk.item(number(1));
        QCOMPARE(item.version, 3);                    // the first contents, as a version of its own
        QVERIFY(item.due != due && !item.undone);
        QTRY_VERIFY(desk.log.book().find(second)->undone);
        QCOMPARE(desk.log.book().find(second)->takenBack, 2);
        const auto rest = desk.undo(first);            // its invoice has other versions by now
        QCOMPARE(rest.undone, 0);
    }

    void aVersionThatIsAskedForOrPaidStays()
    {
        LogDesk desk{m_config, m_clock};
        const auto a = put(u"a.xml"_s, bench::ciiInvoice(1, 2));
        desk.take({a});
        put(u"a.xml"_s, bench::ciiInvoice(1, 3));
        const auto batch = desk.take({a}).batch;
        const auto item = desk.item(u"RE-2026-1"_s);
        domain::PaymentBooked paid;
        paid.payment = domain::PaymentId::fresh();
        paid.invoice = item.id;
        paid.amount = item.open();
        paid.sourceKey = u"cash:1"_s;
        QVERIFY(got(desk.journal.decide({}, store::test::always({paid}))).ok());
        const auto undone = desk.undo(batch);
        QCOMPARE(undone.undone, 0);
        QCOMPARE(undone.kept, 1);
        QCOMPARE(undone.numbers, QStringList{item.number});
        QCOMPARE(undone.reasons, QStringList{u"undo.paid"_s});
        QCOMPARE(desk.item(item.number).version, 2);
    }

private:
    HotFolderOptions options(FolderSweep::Keep keep) const { return {m_dir->filePath(u"in"_s), keep, {100, 200, 60'000}, 100}; }
    QString put(const QString& name, const QByteArray& bytes) const
    {
        QFile file{m_dir->filePath(name)};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("write");
        return file.fileName();
    }
    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    store::StoreConfig m_config;
};

QTEST_GUILESS_MAIN(TstArrivalLog)
#include "tst_arrival_log.moc"
