// A folder as the hot folder needs it: slices, no link followed, the file that was looked at and no other, a move that never replaces.
#include "app/core/folder.h"
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <atomic>
#include <fcntl.h>
#include <set>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;
using files::Folder;

class TstFolder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }

    void listsInSlices()
    {
        for (int i = 0; i < 25; ++i) put("f" + QByteArray::number(i), "x");
        auto folder = opened();
        std::set<QByteArray> names;
        for (const int expected : {10, 10, 5, 0}) {
            const auto slice = folder.next(10);
            QVERIFY(slice.ok());
            QCOMPARE(static_cast<int>(slice.value().size()), expected);
            for (const auto& seen : slice.value()) names.insert(seen.name);
        }
        QCOMPARE(names.size(), std::size_t{25});
        folder.startAgain();
        QCOMPARE(folder.next(100).value().size(), std::size_t{25});
    }

    void saysWhatIsNoFileOfItsOwn()
    {
        put("file", "1234");
        QVERIFY(QDir{m_dir->path()}.mkdir(u"folder"_s));
        QVERIFY(::mkfifo(path("pipe").constData(), 0600) == 0);
        QVERIFY(::symlink(path("file").constData(), path("link").constData()) == 0);
        QVERIFY(::symlink("/dev/zero", path("device").constData()) == 0);
        auto folder = opened();
        for (const auto& seen : folder.next(10).value()) QCOMPARE(seen.regular, seen.name == "file");
        QElapsedTimer timer;
        timer.start();
        for (const char* name : {"folder", "pipe", "link", "device"}) {   // also when somebody believes it to be one
            auto seen = folder.look(name).value();
            seen.regular = true;
            const auto read = folder.read(seen, 100);
            QVERIFY2(!read.ok() && read.error().code == u"file.not_regular", name);
        }
        QVERIFY(timer.elapsed() < 5'000);   // the pipe has no writer
    }

    void readsTheFileThatWasLookedAt()
    {
        put("a", "first");
        const auto folder = opened();
        const auto seen = folder.look("a").value();
        QCOMPARE(folder.read(seen, 100).value(), QByteArray{"first"});
        QCOMPARE(folder.read(seen, 4).error().code, u"file.too_large"_s);
        put("b", "other");
        QVERIFY(::rename(path("b").constData(), path("a").constData()) == 0);   // exchanged for one of the same size
        QCOMPARE(folder.read(seen, 100).error().code, u"file.still_growing"_s);
        const auto now = folder.look("a").value();
        put("a", "other and more");
        QCOMPARE(folder.read(now, 100).error().code, u"file.still_growing"_s);
        QVERIFY(::unlink(path("a").constData()) == 0);
        QCOMPARE(folder.read(now, 100).error().fault, Fault::NotFound);
    }

    void notThroughALinkInTheWay()
    {
        QTemporaryDir elsewhere;
        QVERIFY(::symlink(QFile::encodeName(elsewhere.path()).constData(), path("work").constData()) == 0);
        put("file", "x");
        const auto folder = opened();
        QCOMPARE(folder.inside("work").error().fault, Fault::Refused);
        QCOMPARE(folder.inside("file").error().fault, Fault::Refused);
        for (const char* name : {"..", ".", "", "a/b", "../x"}) {
            QVERIFY(!folder.inside(name).ok());
            QVERIFY(!folder.look(name).ok());
            QVERIFY(!folder.move("file", folder, name).ok());
            QVERIFY(!folder.create(name, "x").ok());
        }
        QVERIFY(folder.inside("done").ok());
        QVERIFY(QDir{elsewhere.path()}.isEmpty());
    }

    void neverReplaces()
    {
        put("a", "a");
        put("b", "b");
        const auto folder = opened();
        QCOMPARE(folder.move("a", folder, "b").error().code, u"file.exists"_s);
        QCOMPARE(folder.move("none", folder, "c").error().fault, Fault::NotFound);
        QVERIFY(folder.move("a", folder, "c").ok());
        QVERIFY(!folder.exists("a") && folder.exists("c"));
        QCOMPARE(folder.create("c", "x").error().code, u"file.exists"_s);
        QVERIFY(folder.create("d", "text").ok());
        QCOMPARE(folder.read(folder.look("d").value(), 10).value(), QByteArray{"text"});
    }

    void oneOfManyGetsIt()
    {
        constexpr int kFiles = 300, kThreads = 6;
        for (int i = 0; i < kFiles; ++i) put("f" + QByteArray::number(i), QByteArray::number(i));
        std::atomic<int> got = 0, missed = 0, odd = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int t = 0; t < kThreads; ++t) {
            threads.emplace_back(QThread::create([&, t] {
                const auto folder = opened();
                const auto mine = folder.inside("work" + QByteArray::number(t)).value();
                for (int i = 0; i < kFiles; ++i) {
                    const auto name = "f" + QByteArray::number(i);
                    const auto moved = folder.move(name, mine, name);
                    if (moved) ++got;
                    else if (moved.error().fault == Fault::NotFound) ++missed;
                    else ++odd;
                }
            }));
            threads.back()->start();
        }
        for (auto& thread : threads) QVERIFY(thread->wait(60'000));
        QCOMPARE(got.load(), kFiles);
        QCOMPARE(missed.load(), kFiles * (kThreads - 1));
        QCOMPARE(odd.load(), 0);
    }

    void anyName()
    {
        const std::vector<QByteArray> names{"two\nlines.xml", "M\xfcller.xml", "-rf", "tab\there", "\"quotes'", " blank ", "*?", QByteArray(255, 'x'), "\xe2\x80\xaegpj.xml"};
        for (const auto& name : names) put(name, name);
        auto folder = opened();
        const auto slice = folder.next(100).value();
        QCOMPARE(slice.size(), names.size());
        for (const auto& seen : slice) QCOMPARE(folder.read(seen, 1'000).value(), seen.name);
    }

    void aFolderThatGoes()
    {
        put("a", "a");
        auto folder = opened();
        const auto seen = folder.look("a").value();
        QVERIFY(m_dir->remove());
        QVERIFY(!folder.read(seen, 10).ok());
        QCOMPARE(Folder::open(m_dir->path()).error().fault, Fault::Unreachable);
        const auto none = folder.next(10);
        QVERIFY(!none.ok() || none.value().empty());
    }

private:
    QByteArray path(const QByteArray& name) const { return QFile::encodeName(m_dir->path()) + '/' + name; }
    Folder opened() const { return Folder::open(m_dir->path()).value(); }
    void put(const QByteArray& name, const QByteArray& bytes) const
    {
        const int fd = ::open(path(name).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
        QVERIFY(fd >= 0);
        QVERIFY(::write(fd, bytes.constData(), static_cast<std::size_t>(bytes.size())) == bytes.size());
        ::close(fd);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(TstFolder)
#include "tst_folder.moc"
