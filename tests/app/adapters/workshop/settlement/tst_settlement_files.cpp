// Writing runs: names, whole files, repeats, missing and unwritable folders, many records.
#include "settlement_samples.h"
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>
#include <csignal>
#include <unistd.h>

using namespace settlement_samples;
using tresen::adapters::settlement::SettlementFiles;

namespace {

const ManualClock kClock{Instant::fromIso(u"2026-11-23T11:00:00.000Z"_s)};

// RFC 4180, only what the default profile writes: the test's own reader, so that writer and reader do not share a mistake.
QList<QStringList> tableRows(const QString& text)
{
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (quoted && c == u'"' && i + 1 < text.size() && text.at(i + 1) == u'"') { cell += c; ++i; }
        else if (c == u'"') quoted = !quoted;
        else if (!quoted && c == u';') { row += cell; cell.clear(); }
        else if (!quoted && c == u'\r') continue;
        else if (!quoted && c == u'\n') { row += cell; rows += row; row.clear(); cell.clear(); }
        else cell += c;
    }
    return rows;
}

} // namespace

class TestSettlementFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void oneRunTwoFiles()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        auto returned = record(u"2026-5"_s, -250);
        returned.kind = u"reversed"_s;
        returned.attempt = 2;
        returned.invoiceDate = {};
        auto written = sink.write(run(123, {record(u"2026-4"_s, 11900), returned}), dir.path()).result();
        QVERIFY(written);
        QCOMPARE(written.value(), (QStringList{u"tresen-settlement-000123.csv"_s, u"tresen-settlement-000123.json"_s}));
        QCOMPARE(QDir{dir.path()}.entryList(QDir::Files | QDir::Hidden), written.value());

        const auto json = QJsonDocument::fromJson(content(dir.filePath(u"tresen-settlement-000123.json"_s))).object();
        QCOMPARE(json[u"schema"_s].toString(), u"tresen.settlement/1"_s);
        QCOMPARE(json[u"run"_s].toInteger(), 123);
        QCOMPARE(json[u"created_at"_s].toString(), u"2026-11-23T11:00:00.000Z"_s);
        QCOMPARE(json[u"site"_s].toString(), u"Fürth 1"_s);
        QCOMPARE(json[u"company"_s].toString(), u"Autohaus Lindner GmbH"_s);
        QCOMPARE(json[u"count"_s].toInteger(), 2);
        QCOMPARE(json[u"sums"_s].toObject(), (QJsonObject{{u"EUR"_s, u"116.50"_s}}));
        const QJsonObject expected{
            {u"id"_s, u"id-2026-4"_s}, {u"attempt"_s, 1}, {u"kind"_s, u"settled"_s}, {u"plate"_s, u"FFB KL 482"_s}, {u"currency"_s, u"EUR"_s},
            {u"invoice"_s, QJsonObject{{u"number"_s, u"2026-4"_s}, {u"date"_s, u"2026-11-20"_s}, {u"system"_s, u"dms"_s}, {u"order"_s, u"A-7"_s}}},
            {u"customer"_s, QJsonObject{{u"id"_s, u"10017"_s}, {u"name"_s, u"Jörg Müller"_s}}},
            {u"gross"_s, u"119.00"_s}, {u"amount"_s, u"119.00"_s}, {u"open"_s, u"0.00"_s},
            {u"payments"_s, QJsonArray{QJsonObject{{u"kind"_s, u"received"_s}, {u"method"_s, u"cash"_s}, {u"receipt"_s, u"B-1"_s}, {u"source"_s, u"till/1"_s},
                {u"currency"_s, u"EUR"_s}, {u"amount"_s, u"119.00"_s}, {u"at"_s, u"2026-11-23T10:42:07.123Z"_s}}}}};
        QCOMPARE(json[u"records"_s].toArray().at(0).toObject(), expected);
        const auto second = json[u"records"_s].toArray().at(1).toObject();
        QCOMPARE(second[u"amount"_s].toString(), u"-2.50"_s);
        QCOMPARE(second[u"attempt"_s].toInt(), 2);
        QVERIFY(second[u"invoice"_s].toObject()[u"date"_s].isNull());

        const auto csv = content(dir.filePath(u"tresen-settlement-000123.csv"_s));
        QVERIFY(csv.startsWith("\xEF\xBB\xBFSatz;Art;Versuch;Rechnung;Rechnungsdatum;"));
        QVERIFY(csv.endsWith("\r\n"));
        const auto rows = tableRows(QString::fromUtf8(csv.mid(3)));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(1), (QStringList{u"id-2026-4"_s, u"settled"_s, u"1"_s, u"2026-4"_s, u"20.11.2026"_s, u"dms"_s, u"A-7"_s, u"10017"_s, u"Jörg Müller"_s, u"FFB KL 482"_s,
                                         u"EUR"_s, u"119,00"_s, u"119,00"_s, u"0,00"_s, u"cash"_s, u"B-1"_s, u"23.11.2026"_s, u"123"_s}));
        QCOMPARE(rows.at(2).at(12), u"-2,50"_s);
    }

    void theSameRunIsTheSameFile()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        const auto file = run(1, {record(u"2026-4"_s, 1)});
        QVERIFY(sink.write(file, dir.path()).result());
        const auto json = content(dir.filePath(u"tresen-settlement-000001.json"_s));
        const auto csv = content(dir.filePath(u"tresen-settlement-000001.csv"_s));
        const auto again = sink.write(file, dir.path()).result();
        QVERIFY(again);
        QCOMPARE(QDir{dir.path()}.entryList(QDir::Files | QDir::Hidden), again.value());
        QCOMPARE(content(dir.filePath(u"tresen-settlement-000001.json"_s)), json);
        QCOMPARE(content(dir.filePath(u"tresen-settlement-000001.csv"_s)), csv);
        QCOMPARE(sink.write(run(1'234'567, {record(u"9"_s, 1)}), dir.path()).result().value().last(), u"tresen-settlement-1234567.json"_s);
    }

    void anotherProfileAnotherTable()
    {
        QTemporaryDir dir;
        auto profile = profileObject({u"invoice"_s, u"customer"_s, u"amount"_s});
        profile[u"file"_s] = u"OP_{site}_{run}.txt"_s;
        profile[u"encoding"_s] = u"CP850"_s;
        SettlementFiles sink{kClock, bytesOf(profile)};
        const auto written = sink.write(run(5, {record(u"2026-4"_s, 1)}), dir.path()).result();
        QVERIFY(written);
        QCOMPARE(written.value().first(), u"OP_F-rth-1_000005.txt"_s);
        QCOMPARE(content(dir.filePath(written.value().first())), QByteArray("2026-4;J\x94rg M\x81ller;0,01\n"));
    }

    void nothingIsWrittenOnRefusal_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("profile");
        QTest::addColumn<qint64>("number");
        QTest::addColumn<QString>("customer");
        QTest::addColumn<bool>("mixed");
        auto latin = profileObject({u"customer"_s});
        latin[u"encoding"_s] = u"CP1252"_s;
        QTest::newRow("profile") << u"sink.profile"_s << QByteArray("{}") << qint64{1} << u"A"_s << false;
        QTest::newRow("text") << u"sink.text"_s << bytesOf(latin) << qint64{1} << u"王"_s << false;
        QTest::newRow("run") << u"sink.run"_s << QByteArray{} << qint64{0} << u"A"_s << false;
        QTest::newRow("currencies") << u"sink.record"_s << QByteArray{} << qint64{1} << u"A"_s << true;
    }
    void nothingIsWrittenOnRefusal()
    {
        QFETCH(QString, code);
        QFETCH(QByteArray, profile);
        QFETCH(qint64, number);
        QFETCH(QString, customer);
        QFETCH(bool, mixed);
        QTemporaryDir dir;
        SettlementFiles sink{kClock, profile};
        auto one = record(u"1"_s, 100);
        one.customer = customer;
        if (mixed) one.open = Money::cents(0, domain::Currency::fromCode(u"CHF").value());
        const auto written = sink.write(run(number, {one}), dir.path()).result();
        QVERIFY(!written);
        QCOMPARE(written.error().code, code);
        QVERIFY(QDir{dir.path()}.isEmpty());
    }

    void aRunWithoutRecordsWritesNothing()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        const auto written = sink.write(run(1, {}), dir.path()).result();
        QVERIFY(written && written.value().isEmpty());
        QVERIFY(QDir{dir.path()}.isEmpty());
    }

    void aMissingFolderIsNotMade()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        const auto gone = dir.filePath(u"gone"_s);
        QVERIFY(put(dir.filePath(u"file"_s), "x"));
        for (const auto& folder : {gone, QString{}, dir.filePath(u"file"_s)}) {
            const auto written = sink.write(run(1, {record(u"1"_s, 1)}), folder).result();
            QVERIFY(!written);
            QCOMPARE(written.error().code, u"sink.folder"_s);
            QCOMPARE(written.error().fault, Fault::Unreachable);
            QCOMPARE(written.error().detail, folder);
            QCOMPARE(sink.answers(folder).result().error().code, u"sink.folder"_s);
            QCOMPARE(sink.done(folder, {u"a.ack.json"_s}).result().error().code, u"sink.folder"_s);
        }
        QVERIFY(!QDir{gone}.exists());
    }

    void anUnwritableFolderIsReported()
    {
        SettlementFiles sink{kClock};
        // Nobody can create a file here, not even root.
        const auto written = sink.write(run(1, {record(u"1"_s, 1)}), u"/proc/self/net"_s).result();
        QVERIFY(!written);
        QVERIFY(written.error().code == u"sink.write" || written.error().code == u"sink.folder");
        if (::geteuid() == 0) return;
        QTemporaryDir dir;
        QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::ExeOwner));
        const auto refused = sink.write(run(1, {record(u"1"_s, 1)}), dir.path()).result();
        QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"sink.folder"_s);
        QVERIFY(QDir{dir.path()}.isEmpty());
    }

    void bothOrNone()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        // A folder stands where the second file should go.
        QVERIFY(QDir{dir.path()}.mkpath(u"tresen-settlement-000001.json/x"_s));
        const auto written = sink.write(run(1, {record(u"1"_s, 1)}), dir.path()).result();
        QVERIFY(!written);
        QCOMPARE(written.error().code, u"sink.write"_s);
        QVERIFY(QDir{dir.path()}.entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void theFoldersGroupMayRead()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        constexpr auto kOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        const auto path = dir.filePath(u"tresen-settlement-000001.json"_s);
        QVERIFY(sink.write(run(1, {record(u"1"_s, 1)}), dir.path()).result());
        QCOMPARE(QFile::permissions(path) & kOthers, QFile::Permissions{});
        QVERIFY(QFile::setPermissions(dir.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther));
        QVERIFY(sink.write(run(1, {record(u"1"_s, 1)}), dir.path()).result());
        QCOMPARE(QFile::permissions(path) & kOthers, QFile::Permissions{QFile::ReadGroup});
    }

    // The process dies at the named point; the same run afterwards leaves exactly the two whole files.
    void powerLoss_data()
    {
        QTest::addColumn<QByteArray>("point");
        QTest::addColumn<int>("left");
        QTest::newRow("before") << QByteArray("writeback.before_file") << 0;
        QTest::newRow("after") << QByteArray("writeback.after_file") << 2;
    }
    void powerLoss()
    {
        QFETCH(QByteArray, point);
        QFETCH(int, left);
        if (qEnvironmentVariableIsSet("TRESEN_SETTLEMENT_CHILD")) {
            SettlementFiles sink{kClock};
            QVERIFY(sink.write(run(1, {record(u"1"_s, 1)}), qEnvironmentVariable("TRESEN_SETTLEMENT_CHILD")).result());
            QFAIL("the crash point did not bite");
        }
        QTemporaryDir dir;
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"TRESEN_CRASH_AT"_s, QString::fromLatin1(point));
        environment.insert(u"TRESEN_SETTLEMENT_CHILD"_s, dir.path());
        child.setProcessEnvironment(environment);
        child.start(QCoreApplication::applicationFilePath(), {u"powerLoss:"_s + QString::fromLatin1(QTest::currentDataTag())});
        QVERIFY(child.waitForFinished(30'000));
        QCOMPARE(child.exitStatus(), QProcess::CrashExit);
        QCOMPARE(child.exitCode(), SIGKILL);
        QCOMPARE(QDir{dir.path()}.entryList(QDir::Files | QDir::Hidden).size(), left);
        SettlementFiles sink{kClock};
        const auto again = sink.write(run(1, {record(u"1"_s, 1)}), dir.path()).result();
        QVERIFY(again);
        QCOMPARE(QDir{dir.path()}.entryList(QDir::Files | QDir::Hidden), again.value());
    }

    void tenThousandRecords()
    {
        QTemporaryDir dir;
        SettlementFiles sink{kClock};
        std::vector<ports::SettlementRecord> records;
        qint64 sum = 0;
        for (int i = 0; i < 10'000; ++i) {
            records.push_back(record(u"2026-%1"_s.arg(i), i * 7 - 900));
            sum += i * 7 - 900;
        }
        auto writing = sink.write(run(2, records), dir.path());
        // Nothing of it happens in the caller's thread: it stands open right after the call.
        const bool answeredAtOnce = writing.isFinished();
        QVERIFY(writing.result());
        QVERIFY(!answeredAtOnce);

        const auto json = QJsonDocument::fromJson(content(dir.filePath(u"tresen-settlement-000002.json"_s))).object();
        const auto list = json[u"records"_s].toArray();
        const auto rows = tableRows(QString::fromUtf8(content(dir.filePath(u"tresen-settlement-000002.csv"_s))).mid(1));
        QCOMPARE(list.size(), 10'000);
        QCOMPARE(rows.size(), 10'001);
        QCOMPARE(json[u"sums"_s].toObject()[u"EUR"_s].toString(), domain::plainAmount(Money::cents(sum)));
        qint64 fromJson = 0, fromTable = 0;
        for (int i = 0; i < 10'000; ++i) {
            const auto one = list.at(i).toObject();
            QCOMPARE(one[u"id"_s].toString(), records[static_cast<std::size_t>(i)].id.text());
            QCOMPARE(rows.at(i + 1).at(0), records[static_cast<std::size_t>(i)].id.text());
            fromJson += domain::parseMoney(one[u"amount"_s].toString()).value().inCents();
            fromTable += domain::parseMoney(QString{rows.at(i + 1).at(12)}.replace(u',', u'.')).value().inCents();
        }
        QCOMPARE(fromJson, sum);
        QCOMPARE(fromTable, sum);
    }
};

QTEST_GUILESS_MAIN(TestSettlementFiles)
#include "tst_settlement_files.moc"
