// The hot folder with the real intake, reader and journal: where every file ends, what is booked, and that nothing is booked twice.
#include "app/core/sanitized.h"
#include "app/services/hot_folder.h"
#include "app/adapters/workshop/einvoice/einvoice_reader.h"
#include "tests/app/store/store_fixture.h"
#include "tests/bench/made_invoices.h"
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using namespace tresen::services;
using tresen::store::test::got;

namespace {

constexpr FolderSweep::Pace kQuick{100, 200, 60'000};

// A shop with one journal; as many desks as wanted work on it.
struct Desk {
    Desk(const store::StoreConfig& config, const Clock& clock) : journal{config, clock}
    {
        if (!got(journal.open())) qFatal("open");
    }
    store::SqlJournal journal;
    JournalFeed feed{journal};
    adapters::einvoice::EInvoiceReader reader;
    Intake intake{journal, feed, reader};
    HotFolder folder{intake};
};

} // namespace

class TstHotFolder : public QObject {
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

    void everyFileEndsWhereItBelongs()
    {
        for (int i = 0; i < 30; ++i) put(u"r%1.xml"_s.arg(i), bench::ciiInvoice(i, 2));
        put(u"same.xml"_s, bench::ciiInvoice(7, 2));
        put(u"broken.xml"_s, "<a>");
        put(u"empty.pdf"_s, {});
        Desk desk{m_config, m_clock};
        desk.folder.setWords([](const FileOutcome& o) { return u"words for "_s + o.error.code; });
        QSignalSpy reachable{&desk.folder, &HotFolder::reachable};
        desk.folder.watch(options());
        QTRY_COMPARE_WITH_TIMEOUT(desk.folder.counts(), (HotFolderCounts{31, 2, 0, 0}), 30'000);
        QTRY_COMPARE(names(u"done"_s).size(), 31);
        QTRY_COMPARE(names(u"failed"_s), (QStringList{u"broken.xml"_s, u"broken.xml.reason.txt"_s, u"empty.pdf"_s, u"empty.pdf.reason.txt"_s}));
        QFile note{m_dir->filePath(u"in/failed/empty.pdf.reason.txt"_s)};
        QVERIFY(note.open(QIODevice::ReadOnly));
        QCOMPARE(note.readAll(), QByteArray{"words for file.empty\n(file.empty)\n"});
        QVERIFY(names(u"work"_s).isEmpty() && names({}).isEmpty());
        QCOMPARE(rows(desk), 30);
        QVERIFY(!reachable.isEmpty() && reachable.back().front().toBool());
        put(u"late.xml"_s, bench::ciiInvoice(500, 2));   // while it is being watched
        QTRY_COMPARE_WITH_TIMEOUT(rows(desk), 31, 30'000);
        QTRY_COMPARE(names(u"done"_s).size(), 32);
    }

    void stayWhereTheyAre()
    {
        for (int i = 0; i < 5; ++i) put(u"r%1.xml"_s.arg(i), bench::ciiInvoice(i, 2));
        {
            Desk desk{m_config, m_clock};
            desk.folder.watch(options(FolderSweep::Keep::Leave));
            QTRY_COMPARE_WITH_TIMEOUT(desk.folder.counts().done, 5, 30'000);
        }
        Desk again{m_config, m_clock};   // the journal knows what it has read
        again.folder.watch(options(FolderSweep::Keep::Leave));
        QTRY_COMPARE_WITH_TIMEOUT(again.folder.counts().done, 5, 30'000);
        QCOMPARE(rows(again), 5);
        QCOMPARE(names({}).size(), 5);
        QVERIFY(!QFileInfo::exists(m_dir->filePath(u"in/done"_s)));
    }

    void twoDesksOneFolder()
    {
#ifdef TRESEN_SANITIZED
        constexpr int kFiles = 100;
#else
        constexpr int kFiles = 300;
#endif
        for (int i = 0; i < kFiles; ++i) put(u"r%1.xml"_s.arg(i), bench::ciiInvoice(i, 2));
        Desk one{m_config, m_clock}, two{m_config, m_clock};
        one.folder.watch(options());
        two.folder.watch(options());
        QTRY_COMPARE_WITH_TIMEOUT(names(u"done"_s).size(), kFiles, 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(one.folder.counts().waiting + two.folder.counts().waiting, 0, 30'000);
        QCOMPARE(one.folder.counts().failed + two.folder.counts().failed, 0);
        QVERIFY(names(u"work"_s).isEmpty() && names(u"failed"_s).isEmpty());
        QCOMPARE(rows(one), kFiles);
        const auto check = got(one.journal.verify());
        QVERIFY(check.ok() && check.value().ok());
    }

    void aStoreThatFailsLosesNothing()
    {
        put(u"a.xml"_s, bench::ciiInvoice(1, 2));
        Desk desk{m_config, m_clock};
        QVERIFY(QFile::exists(m_config.file));
        m_config.lockWaitMs = 50;
        store::StoreConfig impatient = m_config;
        Desk second{impatient, m_clock};
        // Somebody holds the journal for longer than this desk waits.
        auto released = std::make_shared<std::atomic<bool>>(false);
        auto held = desk.journal.decide({}, [released](const ports::Situation&) -> Result<ports::Decision> {
            for (int i = 0; i < 600 && !*released; ++i) QThread::msleep(50);
            return ports::Decision{};
        });
        second.folder.watch(options());
        QTRY_COMPARE_WITH_TIMEOUT(names(u"work"_s).size(), 1, 20'000);
        QTest::qWait(1'500);
        QCOMPARE(second.folder.counts().done + second.folder.counts().failed, 0);   // not to failed/: the file is not at fault
        QCOMPARE(names(u"work"_s).size(), 1);
        *released = true;
        (void)got(held);
        QTRY_COMPARE_WITH_TIMEOUT(names(u"done"_s).size(), 1, 30'000);
        QCOMPARE(rows(second), 1);
    }

    void goesAndComesBack()
    {
        Desk desk{m_config, m_clock};
        QSignalSpy reachable{&desk.folder, &HotFolder::reachable};
        desk.folder.watch(options());
        QTRY_VERIFY(!reachable.isEmpty() && reachable.back().front().toBool());
        QVERIFY(QDir{m_dir->path()}.rename(u"in"_s, u"away"_s));
        QTRY_VERIFY(!reachable.back().front().toBool());
        QVERIFY(QDir{m_dir->path()}.rename(u"away"_s, u"in"_s));
        put(u"a.xml"_s, bench::ciiInvoice(1, 2));
        QTRY_COMPARE_WITH_TIMEOUT(rows(desk), 1, 30'000);
        QVERIFY(reachable.back().front().toBool());
    }

    void aReaderThatCannotWorkIsNotTheFilesFault()
    {
        put(u"a.pdf"_s, "%PDF-1.7\n");
        store::SqlJournal journal{m_config, m_clock};
        QVERIFY(got(journal.open()).ok());
        JournalFeed feed{journal};
        std::atomic<int> asked = 0;
        const adapters::einvoice::EInvoiceReader reader{[&](const QByteArray&) -> Result<adapters::einvoice::PdfContent> {
            return ++asked < 3 ? Error{Fault::Unreachable, u"pdf.reader"_s, {}} : Error{Fault::Invalid, u"pdf.too_costly"_s, {}};
        }};
        Intake intake{journal, feed, reader};
        HotFolder folder{intake};
        folder.watch(options());
        QTRY_COMPARE_WITH_TIMEOUT(folder.counts().failed, 1, 30'000);
        QCOMPARE(asked.load(), 3);
        QTRY_COMPARE(names(u"failed"_s).size(), 2);
    }

    void held_nothingIsTakenUntilItGoesOn()
    {
        Desk desk{m_config, m_clock};
        put(u"early.xml"_s, bench::ciiInvoice(1, 2));
        desk.folder.watch(options());
        QTRY_COMPARE_WITH_TIMEOUT(desk.folder.counts().done, 1, 30'000);
        desk.folder.hold(true);
        QString asked;
        desk.folder.lookNow([&](const Result<Ok>& looked) { asked = looked ? u"looked"_s : looked.error().code; });
        QCOMPARE(asked, u"source.held"_s);
        put(u"late.xml"_s, bench::ciiInvoice(2, 2));
        desk.folder.lookSoon();
        QTest::qWait(1'500);   // fifteen looks: enough for a file to stand still
        QCOMPARE(names({}), QStringList{u"late.xml"_s});
        QCOMPARE(rows(desk), 1);
        desk.folder.hold(false);
        QTRY_COMPARE_WITH_TIMEOUT(desk.folder.counts().done, 2, 30'000);
        QCOMPARE(rows(desk), 2);
    }

    void held_inTheMiddleOfALookItGoesOnWhereItStood()
    {
        for (int i = 0; i < 60; ++i) put(u"r%1.xml"_s.arg(i), bench::ciiInvoice(i, 2));
        Desk desk{m_config, m_clock};
        desk.folder.watch(options());
        desk.folder.hold(true);   // the first look is on its way
        QTest::qWait(500);
        desk.folder.hold(false);
        QTRY_COMPARE_WITH_TIMEOUT(desk.folder.counts().done, 60, 30'000);
        QTRY_VERIFY(names({}).isEmpty());
        QCOMPARE(rows(desk), 60);
    }

private:
    HotFolderOptions options(FolderSweep::Keep keep = FolderSweep::Keep::Move) const { return {m_dir->filePath(u"in"_s), keep, kQuick, 100}; }
    void put(const QString& name, const QByteArray& bytes) const
    {
        QFile file{m_dir->filePath(u"in/"_s + name)};
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    QStringList names(const QString& folder) const { return QDir{m_dir->filePath(u"in/"_s + folder)}.entryList(QDir::Files, QDir::Name); }
    static int rows(Desk& desk) { return static_cast<int>(got(desk.journal.board()).value().size()); }

    std::unique_ptr<QTemporaryDir> m_dir;
    SystemClock m_clock;
    store::StoreConfig m_config;
};

QTEST_GUILESS_MAIN(TstHotFolder)
#include "tst_hot_folder.moc"
