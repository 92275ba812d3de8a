// The log: one whole line per entry whatever the text, bounded in size, written by several processes, and never in the way.
#include "app/core/log.h"
#include "app/core/log_file.h"
#include <QDir>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <csignal>
#include <memory>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace tresen;

class TstLogFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void oneLinePerEntry_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"schema 3"_s;
        QTest::newRow("lines") << u"first\nsecond\r\nthird\u2028fourth\u0085fifth"_s;
        QTest::newRow("forged entry") << u"x\"}\n{\"t\":\"2026-01-01T00:00:00.000Z\",\"level\":\"info\",\"text\":\"paid\"}"_s;
        QTest::newRow("terminal") << u"\u001b[2J\u001b]0;x\u0007\u009b31m\u202egnp.exe"_s;
        QTest::newRow("nul") << u"a"_s + QChar{0} + u"b"_s;
        QTest::newRow("lone surrogate") << u"a"_s + QChar{0xd83d} + u"b"_s;
        QTest::newRow("emoji") << u"\U0001F511 back"_s;
        QTest::newRow("backslashes") << u"C:\\Kasse\\\"neu\""_s;
    }
    void oneLinePerEntry()
    {
        QFETCH(QString, text);
        const auto now = m_clock.now();
        const auto line = logLine({now, QtWarningMsg, u"tresen.store"_s, text});
        QCOMPARE(line.count('\n'), 1);
        QVERIFY(line.endsWith('\n'));
        for (const QChar c : QString::fromUtf8(line).chopped(1)) QVERIFY2(c.category() != QChar::Other_Control && c.category() != QChar::Other_Format, line.constData());
        QJsonParseError problem;
        const auto entry = QJsonDocument::fromJson(line, &problem).object();
        QCOMPARE(problem.error, QJsonParseError::NoError);
        QCOMPARE(entry[u"t"].toString(), now.iso());
        QCOMPARE(entry[u"level"].toString(), u"warning"_s);
        QCOMPARE(entry[u"cat"].toString(), u"tresen.store"_s);
        if (!text.contains(QChar{0xd83d}) || text.contains(u"back")) QCOMPARE(entry[u"text"].toString(), text.normalized(QString::NormalizationForm_KC));
    }

    void longTextIsCut()
    {
        const auto iban = u"DE89 3704 0044 0532 0130 00"_s;
        for (int shift = 0; shift < 30; ++shift) {   // wherever the cut falls, it leaves no half account number
            const auto before = u"x"_s.repeated(limits::kLogMaxText + 500 - shift) + u' ';
            const auto text = QJsonDocument::fromJson(logLine({m_clock.now(), QtInfoMsg, u"c"_s, before + iban + u" y"_s.repeated(512 * 1024)})).object()[u"text"].toString();
            QVERIFY(text.size() <= limits::kLogMaxText + 1 && text.endsWith(u'…'));
            QVERIFY(!text.contains(u"3704"));
        }
        const auto inside = logLine({m_clock.now(), QtInfoMsg, u"c"_s, u"x"_s.repeated(limits::kLogMaxText - 12) + u' ' + iban + u" y"_s.repeated(512 * 1024)});
        QVERIFY(!inside.contains("3704") && inside.size() < limits::kLogMaxText + 200);
    }

    void writesRedactedLinesWithMode0600()
    {
        {
            LogFile log{m_folder->path(), m_clock};
            log.write(QtInfoMsg, u"tresen.app"_s, u"payee DE89 3704 0044 0532 0130 00, jürgen@müller.de"_s);
            log.write(QtInfoMsg, u"tresen.app"_s, u"a\nb"_s);
        }
        const auto entries = read(u"tresen.log"_s);
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0][u"text"].toString(), u"payee DE***3000, (mail)"_s);
        QCOMPARE(entries[1][u"text"].toString(), u"a\nb"_s);
        QCOMPARE(QFile::permissions(at(u"tresen.log"_s)) & 0x077, QFile::Permissions{});
        QCOMPARE(QFile::permissions(m_folder->filePath(u"log"_s)) & 0x077, QFile::Permissions{});
    }

    void rotates()
    {
        constexpr int kEntries = 400;
        const LogFile::Bounds bounds{4'000, 3, 5'000};
        {
            LogFile log{m_folder->path(), m_clock, bounds};
            for (int i = 0; i < kEntries; ++i) log.write(QtWarningMsg, u"tresen.app"_s, u"entry %1"_s.arg(i));
        }
        const auto names = QDir{m_folder->filePath(u"log"_s)}.entryList(QDir::Files, QDir::Name);
        QCOMPARE(names, (QStringList{u"tresen.log"_s, u"tresen.log.1"_s, u"tresen.log.2"_s}));
        QStringList texts;
        for (const auto& name : {u"tresen.log.2"_s, u"tresen.log.1"_s, u"tresen.log"_s}) {
            QVERIFY2(QFileInfo{at(name)}.size() <= bounds.fileBytes, qPrintable(name));
            for (const auto& entry : read(name)) texts << entry[u"text"].toString();
        }
        QVERIFY(texts.size() > 20 && texts.size() < kEntries);
        for (int i = 0; i < texts.size(); ++i) QCOMPARE(texts[i], u"entry %1"_s.arg(kEntries - texts.size() + i));   // the newest, none missing
    }

    void waitsForTheProfile()
    {
        const auto profile = m_folder->filePath(u"later"_s);
        {
            LogFile log{profile, m_clock};
            QElapsedTimer time;
            time.start();
            for (int i = 0; i < 200; ++i) log.write(QtWarningMsg, u"tresen.app"_s, u"early"_s);
            QVERIFY(time.elapsed() < 1'000);          // nobody waits for a file that cannot be there
            QVERIFY(!QFileInfo::exists(profile));     // the log does not make it
            QVERIFY(QDir{}.mkpath(profile));
        }
        QFile file{profile + u"/log/tresen.log"_s};
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 200);
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("what");
        for (const auto& what : {u"link"_s, u"pipe"_s, u"folder"_s}) QTest::addRow("%s", qPrintable(what)) << what;
    }
    void refusesWhatIsNoFile()
    {
        QFETCH(QString, what);
        const auto victim = m_folder->filePath(u"victim"_s);
        QVERIFY(QDir{}.mkpath(m_folder->filePath(u"log"_s)));
        if (what == u"link") QVERIFY(QFile::link(victim, at(u"tresen.log"_s)));
        else if (what == u"folder") QVERIFY(QDir{}.mkpath(at(u"tresen.log"_s)));
        else QCOMPARE(::mkfifo(QFile::encodeName(at(u"tresen.log"_s)).constData(), 0600), 0);
        {
            LogFile log{m_folder->path(), m_clock};
            log.write(QtWarningMsg, u"tresen.app"_s, u"x"_s);
        }
        QVERIFY(!QFileInfo::exists(victim));
    }

    void countsWhatItDrops()
    {
        const auto profile = m_folder->filePath(u"later"_s);
        {
            LogFile log{profile, m_clock, {limits::kLogMaxFile, 2, 10}};
            for (int i = 0; i < 50; ++i) log.write(QtInfoMsg, u"tresen.app"_s, u"x"_s);
            QCOMPARE(log.dropped(), 40);
            QVERIFY(QDir{}.mkpath(profile));
        }
        QFile file{profile + u"/log/tresen.log"_s};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto all = file.readAll();
        QCOMPARE(all.count('\n'), 11);
        QVERIFY(all.contains("40 entries of the log were dropped"));
    }

    // What does not fit on the disk is counted, nobody notices otherwise. The limit of file sizes stands in for the disk.
    void fault_05_fullDisk()
    {
        struct rlimit before {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        auto tight = before;
        tight.rlim_cur = 1'000;
        const auto handler = ::signal(SIGXFSZ, SIG_IGN);
        QVERIFY(handler != SIG_ERR);
        {
            LogFile log{m_folder->path(), m_clock};
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
            for (int i = 0; i < 30; ++i) log.write(QtWarningMsg, u"tresen.app"_s, u"entry %1"_s.arg(i));
            QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
            QVERIFY(log.dropped() > 10);
            log.write(QtWarningMsg, u"tresen.app"_s, u"space again"_s);
        }
        ::signal(SIGXFSZ, handler);
        const auto lines = linesOf(u"tresen.log"_s);
        QVERIFY(lines.join().contains("entries of the log were dropped"));
        QCOMPARE(QJsonDocument::fromJson(lines.last()).object()[u"text"].toString(), u"space again"_s);   // after the torn line a new one
    }

    void severalProcesses_data()
    {
        QTest::addColumn<qint64>("fileBytes");
        QTest::newRow("one file") << limits::kLogMaxFile;
        QTest::newRow("through rotations") << qint64{20'000};
    }
    void severalProcesses()
    {
        QFETCH(qint64, fileBytes);
        constexpr int kWriters = 4, kEntries = 300;
        QVERIFY(QDir{}.mkpath(m_folder->filePath(u"log"_s)));
        std::vector<pid_t> children;
        for (int w = 0; w < kWriters; ++w) {
            const auto child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                {
                    LogFile log{m_folder->path(), m_clock, {fileBytes, 40, limits::kLogMaxWaiting}};
                    for (int i = 0; i < kEntries; ++i) log.write(QtWarningMsg, u"tresen.app"_s, u"writer %1 entry %2"_s.arg(w).arg(i));
                }
                ::_exit(0);
            }
            children.push_back(child);
        }
        for (const auto child : children) {
            int status = -1;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QCOMPARE(status, 0);
        }
        QSet<QString> seen;
        for (const auto& name : QDir{m_folder->filePath(u"log"_s)}.entryList(QDir::Files)) {
            for (const auto& entry : read(name)) {
                const auto text = entry[u"text"].toString();
                QVERIFY2(!seen.contains(text), qPrintable(text));
                seen << text;
            }
        }
        QCOMPARE(seen.size(), kWriters * kEntries);
    }

    // A warning is in the file when write() comes back: the process may be killed at once.
    void warningSurvivesKill()
    {
        QVERIFY(QDir{}.mkpath(m_folder->filePath(u"log"_s)));
        for (int run = 0; run < 20; ++run) {
            const auto child = ::fork();
            QVERIFY(child >= 0);
            if (child == 0) {
                LogFile log{m_folder->path(), m_clock};
                log.write(QtWarningMsg, u"tresen.app"_s, u"run %1"_s.arg(run));
                ::kill(::getpid(), SIGKILL);
            }
            int status = 0;
            QCOMPARE(::waitpid(child, &status, 0), child);
            QVERIFY(WIFSIGNALED(status));
            const auto entries = read(u"tresen.log"_s);
            QCOMPARE(entries.size(), run + 1);
            QCOMPARE(entries.last()[u"text"].toString(), u"run %1"_s.arg(run));
        }
    }

    void qtMessages()
    {
        qCWarning(logStore) << "before";       // off: a warning would be printed and counted
        QVERIFY(!logStore().isWarningEnabled());
        {
            LogFile log{m_folder->path(), m_clock};
            log.takeQtMessages();
            qCInfo(logStore).noquote() << u"schema"_s << 3;
            qCWarning(logPeers).noquote() << wordsOf(Error{Fault::Unreachable, u"portal.silent"_s, u"max@example.de"_s});
            QTest::ignoreMessage(QtWarningMsg, "of somebody else");   // still printed as well
            qWarning("of somebody else");
        }
        QVERIFY(!logStore().isWarningEnabled());
        const auto entries = read(u"tresen.log"_s);
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0][u"text"].toString(), u"schema 3"_s);
        QCOMPARE(entries[0][u"level"].toString(), u"info"_s);
        QCOMPARE(entries[1][u"text"].toString(), u"portal.silent ((mail))"_s);
        QCOMPARE(entries[1][u"cat"].toString(), u"tresen.peers"_s);
        QCOMPARE(entries[2][u"cat"].toString(), u"default"_s);
    }

    void manyThreads()
    {
        constexpr int kThreads = 6, kEntries = 200;
        {
            LogFile log{m_folder->path(), m_clock};
            std::vector<std::unique_ptr<QThread>> threads;
            for (int t = 0; t < kThreads; ++t) {
                threads.emplace_back(QThread::create([&log] {
                    for (int i = 0; i < kEntries; ++i) log.write(i % 10 ? QtInfoMsg : QtCriticalMsg, u"tresen.app"_s, u"x"_s);
                }));
                threads.back()->start();
            }
            for (const auto& thread : threads) QVERIFY(thread->wait(20'000));
        }
        QCOMPARE(read(u"tresen.log"_s).size(), kThreads * kEntries);
    }

private:
    QString at(const QString& name) const { return m_folder->filePath(u"log/"_s + name); }
    QList<QByteArray> linesOf(const QString& name) const
    {
        QFile file{at(name)};
        if (!file.open(QIODevice::ReadOnly)) return {};
        auto lines = file.readAll().split('\n');
        lines.removeLast();   // behind the last line feed
        return lines;
    }
    QList<QJsonObject> read(const QString& name) const
    {
        QList<QJsonObject> out;
        for (const auto& line : linesOf(name)) {
            QJsonParseError problem;
            out << QJsonDocument::fromJson(line, &problem).object();
            if (problem.error != QJsonParseError::NoError) QTest::qFail(line.constData(), __FILE__, __LINE__);
        }
        return out;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TstLogFile)
#include "tst_log_file.moc"
