// Reading the log back: the newest entries over all its files, whatever else lies in them, and nothing private even when it was written by something else.
#include "app/core/limits.h"
#include "app/core/log_file.h"
#include "app/core/log_reader.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

class TstLogReader : public QObject {
    Q_OBJECT

    static void put(const QString& path, const QByteArray& bytes)
    {
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
    }
    static QByteArray entry(int n, const QString& text) { return logLine({Instant{1'764'000'000'000 + n}, QtInfoMsg, u"tresen.app"_s, text}); }

private Q_SLOTS:
    void whatWasWrittenIsRead()
    {
        const auto line = logLine({Instant{1'764'000'000'123}, QtWarningMsg, u"tresen.store"_s, u"locked \"again\"\nand again"_s});
        LogLine read;
        QVERIFY(readLogLine(line.trimmed(), read));
        QCOMPARE(read.at, Instant{1'764'000'000'123});
        QCOMPARE(read.level, u"warning"_s);
        QCOMPARE(read.category, u"tresen.store"_s);
        QCOMPARE(read.text, u"locked \"again\"\nand again"_s);
    }
    void whatIsNoEntryIsNone_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("empty") << QByteArray{};
        QTest::newRow("torn") << QByteArray{"{\"t\":\"2026-11-24T10:42:07.123Z\",\"level\":\"inf"};
        QTest::newRow("list") << QByteArray{"[1,2]"};
        QTest::newRow("no text") << QByteArray{"{\"level\":\"info\"}"};
        QTest::newRow("other type") << QByteArray{"{\"level\":\"info\",\"text\":7}"};
        QTest::newRow("too long") << QByteArray{"{\"level\":\"info\",\"text\":\""} + QByteArray(limits::kLogMaxLine, 'x') + "\"}";
        QTest::newRow("binary") << QByteArray{"\0\xff\x01", 3};
    }
    void whatIsNoEntryIsNone()
    {
        QFETCH(QByteArray, line);
        LogLine read;
        QVERIFY(!readLogLine(line, read));
    }
    void theNewestOfAllFilesInTheirOrder()
    {
        QTemporaryDir profile;
        QVERIFY(QDir{profile.path()}.mkpath(u"log"_s));
        put(profile.filePath(u"log/tresen.log.1"_s), entry(1, u"one"_s) + entry(2, u"two"_s));
        put(profile.filePath(u"log/tresen.log"_s), entry(3, u"three"_s) + "half a line\n" + entry(4, u"four"_s));
        const auto all = readLogTail(profile.path(), 100);
        QCOMPARE(all.lines.size(), std::size_t{4});
        QCOMPARE(all.lines.front().text, u"one"_s);
        QCOMPARE(all.lines.back().text, u"four"_s);
        QCOMPARE(all.unreadable, 1);
        QVERIFY(!all.more);
        const auto few = readLogTail(profile.path(), 3);
        QCOMPARE(few.lines.size(), std::size_t{3});
        QCOMPARE(few.lines.front().text, u"two"_s);
        QVERIFY(few.more);
    }
    void whatAnotherProgramWroteIsRedactedToo()
    {
        QTemporaryDir profile;
        QVERIFY(QDir{profile.path()}.mkpath(u"log"_s));
        put(profile.filePath(u"log/tresen.log"_s), "{\"t\":\"2026-11-24T10:42:07.123Z\",\"level\":\"info\",\"cat\":\"x\",\"text\":\"to DE89370400440532013000, a@b.example, password=hunter2\"}\n");
        const auto tail = readLogTail(profile.path(), 10);
        QCOMPARE(tail.lines.size(), std::size_t{1});
        for (const auto& secret : {u"370400440532013000"_s, u"a@b.example"_s, u"hunter2"_s}) QVERIFY2(!tail.lines.front().text.contains(secret), qPrintable(secret));
    }
    void noFileAndALinkAreNothing()
    {
        QTemporaryDir profile;
        QCOMPARE(readLogTail(profile.path(), 10).lines.size(), std::size_t{0});
        QVERIFY(QDir{profile.path()}.mkpath(u"log"_s));
        put(profile.filePath(u"elsewhere"_s), entry(1, u"one"_s));
        QVERIFY(QFile::link(profile.filePath(u"elsewhere"_s), profile.filePath(u"log/tresen.log"_s)));
        QCOMPARE(readLogTail(profile.path(), 10).lines.size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(TstLogReader)
#include "tst_log_reader.moc"
