// Program: runs the built tresen as its users do, one process per command, and reads its JSON lines. For the tests of the whole way.
#pragma once
#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTcpServer>

namespace tresen::test {

struct Answer {
    int exit = -1;
    bool killed = false;
    QList<QJsonObject> lines;
    QString messages;
    QJsonObject first() const { return lines.isEmpty() ? QJsonObject{} : lines.front(); }
};

class Program {
public:
    explicit Program(QString profile) : m_profile{std::move(profile)} {}

    Answer run(const QStringList& words, const QString& crashAt = {}) const
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        if (!crashAt.isEmpty()) environment.insert(QStringLiteral("TRESEN_CRASH_AT"), crashAt);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(TRESEN_PROGRAM), QStringList{QStringLiteral("--profile"), m_profile} + words);
        Answer out;
        if (!process.waitForFinished(kDeadlineMs)) {
            process.kill();
            process.waitForFinished();
            return out;
        }
        out.killed = process.exitStatus() == QProcess::CrashExit;
        out.exit = out.killed ? -1 : process.exitCode();
        out.messages = QString::fromUtf8(process.readAllStandardError());
        for (const auto& line : process.readAllStandardOutput().split('\n'))
            if (!line.isEmpty()) out.lines << QJsonDocument::fromJson(line).object();
        return out;
    }

    const QString& profile() const { return m_profile; }
    static constexpr int kDeadlineMs = 120'000;

private:
    QString m_profile;
};

inline bool copyFolder(const QString& from, const QString& to)
{
    if (!QDir{}.mkpath(to)) return false;
    for (const auto& entry : QDir{from}.entryInfoList(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::Hidden)) {
        const auto target = to + QLatin1Char{'/'} + entry.fileName();
        if (entry.isDir() ? !copyFolder(entry.filePath(), target) : !QFile::copy(entry.filePath(), target)) return false;
    }
    return true;
}

} // namespace tresen::test
