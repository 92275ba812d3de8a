// The sweep over a folder of invoice files: what it takes and when, what it leaves alone, and where the files are afterwards.
#include "app/services/folder_sweep.h"
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using services::FolderSweep;
using Kind = FolderSweep::Verdict::Kind;
using Keep = FolderSweep::Keep;

class TstFolderSweep : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
        m_now = 1'000;
    }

    void fault_48_waitsUntilAFileStandsStill()
    {
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        put("a.xml", "half");
        QCOMPARE(look(sweep).size(), std::size_t{0});
        m_now += 100;
        QCOMPARE(look(sweep).size(), std::size_t{0});   // twice, but too soon
        put("a.xml", "half and more");
        m_now += 3'000;
        QCOMPARE(look(sweep).size(), std::size_t{0});   // it has grown
        QCOMPARE(m_waiting, 1);
        m_now += 3'000;
        const auto claims = look(sweep);
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(claims[0].name, u"a.xml"_s);
        QCOMPARE(bytesOf(claims[0]), QByteArray{"half and more"});
        QCOMPARE(files(u"work"_s), QStringList{u"a.xml"_s});
        QVERIFY(files({}).isEmpty());
        m_now += 3'000;
        QVERIFY(look(sweep).empty());                    // this desk is busy with it
        sweep.settle({{claims[0], Kind::Done, {}}}, m_now);
        QCOMPARE(files(u"done"_s), QStringList{u"a.xml"_s});
        QVERIFY(files(u"work"_s).isEmpty());
    }

    void fault_49_onlyFilesOfTheirOwn()
    {
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        put("real.XML", "x");
        put("notes.txt", "x");
        put(".hidden.xml", "x");
        put("half.xml.part", "x");
        put("secret", "x");
        QVERIFY(QDir{m_dir->path()}.mkdir(u"folder.xml"_s));
        QVERIFY(::mkfifo(path("pipe.xml").constData(), 0600) == 0);
        QVERIFY(::symlink(path("secret").constData(), path("link.xml").constData()) == 0);
        QVERIFY(::symlink("/dev/zero", path("device.pdf").constData()) == 0);
        const auto claims = settled(sweep);
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(claims[0].name, u"real.XML"_s);
        QCOMPARE(m_ignored, 4);
    }

    void fault_49_anyName()
    {
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        put("two\nlines.xml", "1");
        put("M\xfcller.xml", "2");   // from a Windows code page
        put(QByteArray(251, 'x') + ".xml", "3");
        put("-rf *.xml", "4");
        auto claims = settled(sweep);
        QCOMPARE(claims.size(), std::size_t{4});
        for (const auto& claim : claims) QVERIFY(!bytesOf(claim).isEmpty());
        finish(sweep, claims, Kind::Failed);
        const auto failed = files(u"failed"_s);
        QCOMPARE(failed.size(), 8);
        for (const auto& name : {u"two\nlines.xml"_s, u"Müller.xml"_s, u"-rf *.xml"_s}) QVERIFY(failed.contains(name) && failed.contains(name + u".reason.txt"_s));
        QVERIFY(files({}).isEmpty() && files(u"work"_s).isEmpty());
    }

    void aFileThatWasPutAwayIsFoundByItsContents()
    {
        const auto where = [this](const QByteArray& contents) {
            const auto hash = QString::fromLatin1(QCryptographicHash::hash(contents, QCryptographicHash::Sha256).toHex());
            return QString{FolderSweep::whereNow(m_dir->filePath(u"a.pdf"_s), hash, 1'000)}.remove(m_dir->path() + u'/');
        };
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        for (const auto& [contents, kind] : {std::pair{"first", Kind::Done}, std::pair{"second", Kind::Failed}, std::pair{"third", Kind::Done}}) {
            put("a.pdf", contents);
            QCOMPARE(where(contents), u"a.pdf"_s);
            const auto claims = settled(sweep);
            QCOMPARE(where(contents), u"work/a.pdf"_s);
            finish(sweep, claims, kind);
        }
        QCOMPARE(where("first"), u"done/a.pdf"_s);
        QCOMPARE(where("second"), u"failed/a.pdf"_s);
        QCOMPARE(where("third"), u"done/a (2).pdf"_s);
        QCOMPARE(where("fourth"), u"a.pdf"_s);       // nowhere: as it was
        put("a.pdf", "another");
        QCOMPARE(where("first"), u"a.pdf"_s);        // what stands there is for the reader to judge
    }

    void theSameNameAgainAndAgain()
    {
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        for (int i = 0; i < 40; ++i) {
            put("rechnung.xml", QByteArray::number(i));
            finish(sweep, settled(sweep), i % 4 == 3 ? Kind::Failed : Kind::Done);
        }
        QCOMPARE(files(u"done"_s).size(), 30);
        QCOMPARE(files(u"failed"_s).size(), 20);
        QVERIFY(files(u"done"_s).contains(u"rechnung (2).xml"_s));
        FolderSweep other{m_dir->path(), Keep::Move, {}};   // which knows nothing of the numbers
        put("rechnung.xml", "last");
        finish(other, settled(other), Kind::Done);
        QCOMPARE(files(u"done"_s).size(), 31);
        QSet<QByteArray> contents;
        for (const auto& name : files(u"done"_s)) contents << read(u"done/"_s + name);
        QCOMPARE(contents.size(), 31);   // none was written over
    }

    void theReasonLiesBeside()
    {
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        put("a.pdf", "x");
        const auto claims = settled(sweep);
        put("failed/a.pdf.reason.txt", "of somebody else");   // left behind by another file
        sweep.settle({{claims[0], Kind::Failed, "Die PDF ist beschädigt\n"}}, m_now);
        QCOMPARE(read(u"failed/a (2).pdf"_s), QByteArray{"x"});
        QCOMPARE(read(u"failed/a (2).pdf.reason.txt"_s), QByteArray{"Die PDF ist beschädigt\n"});
        QCOMPARE(read(u"failed/a.pdf.reason.txt"_s), QByteArray{"of somebody else"});
    }

    void aDeskThatDiedLeavesItInWork()
    {
        put("new.xml", "1");
        {
            FolderSweep died{m_dir->path(), Keep::Move, {}};
            QCOMPARE(settled(died).size(), std::size_t{1});
        }
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        const auto claims = settled(sweep);
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(bytesOf(claims[0]), QByteArray{"1"});
        finish(sweep, claims, Kind::Done);
        QCOMPARE(files(u"done"_s), QStringList{u"new.xml"_s});
        // What another desk takes while this one runs is its business, until it stands there for long.
        put("work/slow.xml", "2");
        QVERIFY(settled(sweep).empty());
        m_now += FolderSweep::Pace{}.stuckMs;
        QCOMPARE(look(sweep).size(), std::size_t{1});
    }

    void whatCannotBeStoredIsReadAgain()
    {
        for (const auto keep : {Keep::Move, Keep::Leave}) {
            FolderSweep sweep{m_dir->path(), keep, {}};
            put("a.xml", "1");
            const auto claims = settled(sweep);
            QCOMPARE(claims.size(), std::size_t{1});
            finish(sweep, claims, Kind::Again);
            QVERIFY(settled(sweep).empty());
            QCOMPARE(m_waiting, 1);
            m_now += FolderSweep::Pace{}.retryMs;
            const auto again = settled(sweep);
            QCOMPARE(again.size(), std::size_t{1});
            finish(sweep, again, Kind::Done);
            QVERIFY(settled(sweep).empty());
        }
    }

    void twoDesksOneFolder()
    {
        FolderSweep one{m_dir->path(), Keep::Move, {}}, two{m_dir->path(), Keep::Move, {}};
        for (int i = 0; i < 50; ++i) put("f" + QByteArray::number(i) + ".xml", QByteArray::number(i));
        (void)look(one);
        (void)look(two);
        m_now += 3'000;
        QSet<QString> names;
        const auto first = look(one), second = look(two);
        for (const auto& claims : {first, second})
            for (const auto& claim : claims) names << claim.name;
        QCOMPARE(first.size() + second.size(), std::size_t{50});
        QCOMPARE(names.size(), 50);
        finish(one, first, Kind::Done);
        finish(two, second, Kind::Done);
        QCOMPARE(files(u"done"_s).size(), 50);
    }

    void leftWhereTheyAre()
    {
        FolderSweep sweep{m_dir->path(), Keep::Leave, {}};
        put("a.xml", "1");
        const auto claims = settled(sweep);
        QCOMPARE(claims.size(), std::size_t{1});
        QCOMPARE(bytesOf(claims[0]), QByteArray{"1"});
        finish(sweep, claims, Kind::Failed);
        QVERIFY(settled(sweep).empty());
        put("a.xml", "another");
        QCOMPARE(settled(sweep).size(), std::size_t{1});
        QCOMPARE(QDir{m_dir->path()}.entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{u"a.xml"_s});
    }

    void cannotBeWrittenTo_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"work", "done", "failed"}) QTest::newRow(name) << QByteArray{name};
    }
    void cannotBeWrittenTo()
    {
        QFETCH(const QByteArray, name);
        put(name, "in the way");   // as good as a folder without the right to write: also the administrator meets it
        put("a.xml", "1");
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        const auto claims = settled(sweep);
        QCOMPARE(claims.size(), std::size_t{1});
        QVERIFY(m_readOnly);
        QVERIFY(!claims[0].moved);
        QCOMPARE(bytesOf(claims[0]), QByteArray{"1"});
        finish(sweep, claims, Kind::Done);
        QVERIFY(settled(sweep).empty());
        QVERIFY(m_readOnly);
        QVERIFY(QFile::remove(m_dir->filePath(QString::fromLatin1(name))));
        const auto now = settled(sweep);   // it can be: they go where they belong, read once more
        QVERIFY(!m_readOnly);
        QCOMPARE(now.size(), std::size_t{1});
        finish(sweep, now, Kind::Done);
        QCOMPARE(files(u"done"_s), QStringList{u"a.xml"_s});
    }

    void fault_49_goesAndComesBack()
    {
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        put("a.xml", "1");
        (void)look(sweep);
        const auto away = m_dir->path() + u"-away"_s;
        QVERIFY(QDir{}.rename(m_dir->path(), away));
        const auto slice = sweep.step(m_now);
        QVERIFY(slice.gone && slice.claims.empty());
        QVERIFY(QDir{}.rename(away, m_dir->path()));
        m_now += 3'000;
        QCOMPARE(look(sweep).size(), std::size_t{1});
    }

    void fault_49_aHundredThousandFiles()
    {
        constexpr int kFiles = 100'000;
        constexpr int kNames = 20'000;   // of one file: some file systems allow no more than 65,000
        QByteArray first;
        for (int i = 0; i < kFiles; ++i) {
            const auto name = "f" + QByteArray::number(i) + ".xml";
            if (i % kNames == 0) put(first = name, "x");
            else QVERIFY(::link(path(first).constData(), path(name).constData()) == 0);
        }
        FolderSweep sweep{m_dir->path(), Keep::Move, {}};
        std::size_t claimed = 0, most = 0;
        for (int looks = 0; looks < 4; ++looks) {
            for (;;) {
                auto slice = sweep.step(m_now);
                QVERIFY(!slice.gone);
                most = std::max(most, slice.claims.size());
                claimed += slice.claims.size();
                std::vector<FolderSweep::Verdict> verdicts;
                for (auto& claim : slice.claims) verdicts.push_back({std::move(claim), Kind::Done, {}});
                sweep.settle(std::move(verdicts), m_now);
                if (slice.atEnd) break;
            }
            m_now += 3'000;
        }
        QCOMPARE(claimed, std::size_t{kFiles});
        QVERIFY(most <= FolderSweep::kSlice);   // one slice is one short piece of work
        QCOMPARE(files(u"done"_s).size(), kFiles);
    }

private:
    QByteArray path(const QByteArray& name) const { return QFile::encodeName(m_dir->path()) + '/' + name; }
    void put(const QByteArray& name, const QByteArray& bytes) const
    {
        if (name.contains('/')) QDir{m_dir->path()}.mkdir(QFile::decodeName(name.left(name.indexOf('/'))));
        const int fd = ::open(path(name).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        QVERIFY(fd >= 0);
        QVERIFY(::write(fd, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size());
        ::close(fd);
    }
    QByteArray read(const QString& name) const
    {
        QFile file{m_dir->filePath(name)};
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray{"(none)"};
    }
    QStringList files(const QString& folder) const { return QDir{m_dir->filePath(folder)}.entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name); }
    static QByteArray bytesOf(const FolderSweep::Claim& claim) { return claim.folder->read(claim.seen, 1'000).valueOr({}); }

    std::vector<FolderSweep::Claim> look(FolderSweep& sweep)   // one whole look
    {
        std::vector<FolderSweep::Claim> out;
        for (;;) {
            const auto slice = sweep.step(m_now);
            if (slice.gone) return out;
            out.insert(out.end(), slice.claims.begin(), slice.claims.end());
            m_readOnly = slice.readOnly;
            if (!slice.atEnd) continue;
            m_waiting = slice.waiting;
            m_ignored = slice.ignored;
            return out;
        }
    }
    std::vector<FolderSweep::Claim> settled(FolderSweep& sweep)   // two looks with time between them, and what they took
    {
        auto out = look(sweep);
        m_now += 3'000;
        const auto more = look(sweep);
        m_now += 3'000;
        out.insert(out.end(), more.begin(), more.end());
        return out;
    }
    void finish(FolderSweep& sweep, const std::vector<FolderSweep::Claim>& claims, Kind kind) const
    {
        std::vector<FolderSweep::Verdict> verdicts;
        for (const auto& claim : claims) verdicts.push_back({claim, kind, "why"});
        sweep.settle(verdicts, m_now);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    qint64 m_now = 0;
    int m_waiting = 0, m_ignored = 0;
    bool m_readOnly = false;
};

QTEST_GUILESS_MAIN(TstFolderSweep)
#include "tst_folder_sweep.moc"
