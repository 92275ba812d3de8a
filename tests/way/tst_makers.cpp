// The page for makers of workshop systems keeps its word: its samples are taken over as they stand there, what comes back has the names it shows, and its
// answer is understood. In both languages the samples are the same.
#include "tests/sim/program.h"
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tresen::test;

namespace {

QHash<QString, QByteArray> samplesOf(const QString& language)
{
    QFile page{QStringLiteral(TRESEN_SOURCE_DIR "/resources/manual/%1/11-makers.md").arg(language)};
    if (!page.open(QIODevice::ReadOnly)) return {};
    static const QRegularExpression fence{u"^```\\w+ (\\S+)\\n(.*?)^```$"_s, QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption};
    QHash<QString, QByteArray> out;
    for (auto found = fence.globalMatch(QString::fromUtf8(page.readAll())); found.hasNext();) {
        const auto match = found.next();
        out.insert(match.captured(1), match.captured(2).toUtf8());
    }
    return out;
}

// Every name of the shown object is in the real one.
QStringList missingNames(const QJsonValue& shown, const QJsonValue& real, const QString& where = {})
{
    if (shown.isArray()) return real.toArray().isEmpty() ? QStringList{where} : missingNames(shown.toArray().first(), real.toArray().first(), where + u"[]"_s);
    QStringList out;
    const auto names = shown.toObject();
    for (auto it = names.begin(); it != names.end(); ++it) {
        if (!real.toObject().contains(it.key())) out << where + u'.' + it.key();
        else out << missingNames(it.value(), real.toObject()[it.key()], where + u'.' + it.key());
    }
    return out;
}

} // namespace

class TstMakers final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_samples = samplesOf(u"de"_s);
        QCOMPARE(m_samples.size(), 4);
        QCOMPARE(samplesOf(u"en"_s), m_samples);
        m_program = Program{m_folder.filePath(u"profile"_s)};
        for (const auto& [key, value] : {std::pair{u"company.name"_s, u"Autohaus Probe"_s}, std::pair{u"source.table"_s, u"de"_s}})
            QCOMPARE(m_program.run({u"config"_s, u"set"_s, key, value}).exit, 0);
    }

    void theSamplesAreTakenOver()
    {
        for (const auto& name : {u"order.json"_s, u"invoices.csv"_s}) {
            const auto taken = m_program.run({u"import"_s, kept(name)});
            QVERIFY2(taken.exit == 0, qPrintable(name + taken.messages));
        }
        QHash<QString, QJsonObject> board;
        for (const auto& line : m_program.run({u"board"_s}).lines) board.insert(line[u"number"].toString(), line);
        QCOMPARE(board.size(), 3);
        QCOMPARE(board[u"R-2026-0815"_s][u"open"].toString(), u"238.00"_s);
        QCOMPARE(board[u"R-2026-0815"_s][u"plate"].toString(), u"FFB-ME 118"_s);
        QCOMPARE(board[u"R-2026-0816"_s][u"open"].toString(), u"1190.00"_s);
        QCOMPARE(board[u"R-2026-0817"_s][u"customer"].toString(), u"Ewald Stöger"_s);
        QCOMPARE(m_program.run({u"import"_s, kept(u"order.json"_s)}).exit, 0);   // twice is harmless
        QCOMPARE(m_program.run({u"board"_s}).lines.size(), 3);
    }

    void whatComesBackHasTheNamesOfThePage()
    {
        QCOMPARE(m_program.run({u"pay"_s, u"R-2026-0817"_s, u"--transfer"_s, u"59.50"_s}).exit, 0);
        const auto out = m_folder.filePath(u"out"_s);
        const auto given = m_program.run({u"write-back"_s, u"--out"_s, out});
        QVERIFY2(given.exit == 0, qPrintable(given.messages));
        QCOMPARE(given.first()[u"records"].toInt(), 1);
        const auto files = QDir{out}.entryList({u"*.json"_s}, QDir::Files);
        QCOMPARE(files, QStringList{u"tresen-settlement-000001.json"_s});
        QFile file{out + u'/' + files.front()};
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto real = QJsonDocument::fromJson(file.readAll()).object(), shown = QJsonDocument::fromJson(m_samples[files.front()]).object();
        QVERIFY(!shown.isEmpty());
        QCOMPARE(missingNames(shown, real), QStringList{});
        const auto record = real[u"records"].toArray().first().toObject(), told = shown[u"records"].toArray().first().toObject();
        for (const auto& name : {u"kind"_s, u"plate"_s, u"currency"_s, u"gross"_s, u"amount"_s, u"open"_s, u"customer"_s}) QCOMPARE(record[name], told[name]);

        auto answer = m_samples[u"answer.ack.json"_s];
        answer.replace(told[u"id"].toString().toUtf8(), record[u"id"].toString().toUtf8());
        QFile ack{out + u"/answer.ack.json"_s};
        QVERIFY(ack.open(QIODevice::WriteOnly) && ack.write(answer) == answer.size());
        ack.close();
        QCOMPARE(m_program.run({u"write-back"_s, u"--out"_s, out}).first()[u"accepted"].toInt(), 1);
    }

private:
    QString kept(const QString& name)
    {
        const auto path = m_folder.filePath(name);
        QFile file{path};
        if (!file.open(QIODevice::WriteOnly)) return {};
        file.write(name.endsWith(u".csv") ? QString::fromUtf8(m_samples[name]).toLatin1() : m_samples[name]);   // as the page says: no UTF-8 here
        return path;
    }
    QTemporaryDir m_folder;
    Program m_program{{}};
    QHash<QString, QByteArray> m_samples;
};

QTEST_GUILESS_MAIN(TstMakers)
#include "tst_makers.moc"
