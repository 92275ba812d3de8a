// Reading answers: the forms they may have, files that are none, hostile ones, and moving them away.
#include "app/adapters/workshop/settlement/answer_codec.h"
#include "app/core/limits.h"
#include "settlement_samples.h"
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <sys/stat.h>

using namespace settlement_samples;
using namespace tresen::adapters::settlement;

namespace {

// "id+ text" accepted, "id- text" refused.
QStringList shownAs(const std::vector<ports::SettlementAnswer>& answers)
{
    QStringList out;
    for (const auto& answer : answers) out += answer.id.text() + (answer.accepted ? u'+' : u'-') + (answer.text.isEmpty() ? QString{} : u' ' + answer.text);
    return out;
}

constexpr qint64 kMinuteMs = 60 * 1000;
const QByteArray kJson = R"({"schema":"tresen.settlement.ack/1","answers":[{"id":"a-1","status":"accepted"},{"id":"b-2","status":"refused","text":"Periode zu"}]})";

// Raw strings inside a class stop the meta object compiler from seeing it.
QByteArray quoted(QByteArray text) { return text.replace('\'', '"'); }

} // namespace

class TestSettlementAnswers : public QObject {
    Q_OBJECT

    // A clock well past every file's time: all of them are at rest.
    ManualClock m_clock{SystemClock{}.now().plusMs(kMinuteMs)};

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression{u".*"_s}); }

    void forms_data()
    {
        QTest::addColumn<bool>("json");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("expected");
        QTest::addColumn<int>("skipped");
        const QStringList both{u"a-1+"_s, u"b-2- Periode zu"_s};
        QTest::newRow("json") << true << kJson << both << 0;
        QTest::newRow("array") << true << (quoted("[{'id':'a-1','status':'Accepted'},{'id':'b-2','status':'REFUSED','text':'Periode zu'}]")) << both << 0;
        QTest::newRow("csv") << false << QByteArray("id;status;text\r\na-1;accepted;\r\nb-2;refused;Periode zu\r\n") << both << 0;
        QTest::newRow("no title") << false << QByteArray("a-1;accepted\nb-2;refused;Periode zu\n") << both << 0;
        QTest::newRow("comma") << false << QByteArray("a-1,accepted,\nb-2,refused,Periode zu") << both << 0;
        QTest::newRow("tab") << false << QByteArray("id\tstatus\ttext\na-1\taccepted\t\nb-2\trefused\tPeriode zu\n") << both << 0;
        QTest::newRow("old mac") << false << QByteArray("a-1;accepted;\rb-2;refused;Periode zu\r") << both << 0;
        QTest::newRow("quotes") << false << QByteArray("\"a-1\";\"accepted\";\"\"\r\n\"b-2\";\"refused\";\"Konto \"\"1;2\"\"\r\nzu\"\r\n") << QStringList{u"a-1+"_s, u"b-2- Konto \"1;2\"  zu"_s} << 0;
        QTest::newRow("850") << false << QByteArray("b;refused;Kunde fehlt f\x81r 1\n") << QStringList{u"b- Kunde fehlt für 1"_s} << 0;
        QTest::newRow("utf-8") << false << QByteArray("\xEF\xBB\xBF" "b;refused;f\xC3\xBCr\n") << QStringList{u"b- für"_s} << 0;
        QTest::newRow("more columns") << false << QByteArray("a-1;accepted;;x;y\n") << QStringList{u"a-1+"_s} << 0;
        QTest::newRow("blank lines") << false << QByteArray("\n\na-1;accepted\n\n") << QStringList{u"a-1+"_s} << 0;
        QTest::newRow("no status") << true << (quoted("[{'id':'a-1'},{'id':'b','status':'maybe'},{'id':'c','status':true},7,null]")) << QStringList{} << 5;
        QTest::newRow("status guessed") << false << QByteArray("a;ok\nb;1\nc;\n;accepted\nd;accepted;\n") << QStringList{u"d+"_s} << 4;
        QTest::newRow("odd ids") << true << (quoted("[{'id':'../x','status':'accepted'},{'id':12,'status':'accepted'},{'id':'a b','status':'accepted'}]")) << QStringList{} << 3;
        QTest::newRow("control") << true << (quoted("[{'id':'a','status':'refused','text':'x\\u0000\\u001b[31m\\ny'}]")) << QStringList{u"a- x  [31m y"_s} << 0;
    }
    void forms()
    {
        QFETCH(bool, json);
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, expected);
        QFETCH(int, skipped);
        const auto read = json ? answersFromJson(bytes) : answersFromCsv(bytes, Encoding::Cp850);
        QVERIFY(read);
        QCOMPARE(shownAs(read.value().list), expected);
        QCOMPARE(read.value().skipped, skipped);
    }

    void halfAJsonFileIsNone()
    {
        QVERIFY(answersFromJson(kJson));
        for (qsizetype cut = 0; cut < kJson.size(); ++cut) QVERIFY(!answersFromJson(kJson.left(cut)));
        QVERIFY(!answersFromJson(quoted("{'schema':'tresen.settlement.ack/2','answers':[]}")));
        QVERIFY(!answersFromJson(quoted("{'run':1}")));
        QVERIFY(!answersFromJson(QByteArray(1000000, '[')));
    }

    void anOpenQuoteIsNotComplete() { QVERIFY(!answersFromCsv("a;refused;\"Peri", Encoding::Utf8)); }

    void limitsHold()
    {
        QByteArray many;
        for (int i = 0; i < limits::kMaxAnswersPerFile + 10; ++i) many += "a" + QByteArray::number(i) + ";accepted\n";
        const auto read = answersFromCsv(many, Encoding::Utf8);
        QVERIFY(read);
        QCOMPARE(read.value().list.size(), static_cast<std::size_t>(limits::kMaxAnswersPerFile));
        QCOMPARE(read.value().skipped, 10);
        const auto talkative = answersFromCsv("a;refused;" + QByteArray(100000, 'x'), Encoding::Utf8);
        QCOMPARE(talkative.value().list.front().text.size(), limits::kMaxAnswerText);
        QCOMPARE(answersFromCsv(QByteArray(100000, 'i') + ";accepted", Encoding::Utf8).value().skipped, 1);
    }

    // Whatever comes in, the codec answers, and what it lets through is clean.
    void randomBytes()
    {
        QRandomGenerator random{20261123};
        const QByteArray seeds[] = {kJson, "id;status;text\r\na-1;accepted;\"x;y\"\r\nb-2;refused;z\r\n"};
        for (int round = 0; round < 20000; ++round) {
            QByteArray bytes = seeds[round % 2];
            for (int change = random.bounded(1, 6); change > 0; --change) {
                const int at = random.bounded(static_cast<int>(bytes.size()));
                if (random.bounded(3) == 0) bytes.remove(at, random.bounded(1, 8));
                else if (random.bounded(2) == 0) bytes.insert(at, static_cast<char>(random.bounded(256)));
                else bytes[at] = static_cast<char>(random.bounded(256));
                if (bytes.isEmpty()) bytes = "x";
            }
            const auto read = round % 2 == 0 ? answersFromJson(bytes) : answersFromCsv(bytes, Encoding::Cp850);
            if (!read) continue;
            for (const auto& answer : read.value().list) {
                QVERIFY(!answer.id.isNull() && answer.id.text().size() <= 64);
                for (const QChar c : answer.text) QVERIFY(c.isPrint());
            }
        }
    }

    void theFolderHoldsOtherThings()
    {
        QTemporaryDir dir;
        SettlementFiles sink{m_clock};
        QVERIFY(put(dir.filePath(u"b.ack.json"_s), kJson));
        QVERIFY(put(dir.filePath(u"A.ACK.CSV"_s), "c-3;accepted\n"));
        QVERIFY(put(dir.filePath(u"other.json"_s), kJson));
        QVERIFY(put(dir.filePath(u"x.ack.json.tmp"_s), kJson));
        QVERIFY(QDir{dir.path()}.mkpath(u"folder.ack.json"_s));
        QVERIFY(QDir{dir.path()}.mkpath(u"taken"_s));
        QVERIFY(put(dir.filePath(u"taken/z.ack.json"_s), kJson));
        const auto read = sink.answers(dir.path()).result();
        QVERIFY(read);
        QCOMPARE(shownAs(read.value()), (QStringList{u"c-3+"_s, u"a-1+"_s, u"b-2- Periode zu"_s}));
        QCOMPARE(read.value().front().file, u"A.ACK.CSV"_s);
        // Reading twice is harmless and says the same.
        QCOMPARE(shownAs(sink.answers(dir.path()).result().value()), shownAs(read.value()));
    }

    void pipesLinksAndGiantsAreLeftAlone()
    {
        QTemporaryDir dir;
        SettlementFiles sink{m_clock};
        QVERIFY(put(dir.filePath(u"target"_s), kJson));
        QVERIFY(QFile::link(dir.filePath(u"target"_s), dir.filePath(u"link.ack.json"_s)));
        QVERIFY(QFile::link(u"/nowhere"_s, dir.filePath(u"loose.ack.json"_s)));
        QCOMPARE(::mkfifo(QFile::encodeName(dir.filePath(u"pipe.ack.csv"_s)).constData(), 0600), 0);
        QVERIFY(put(dir.filePath(u"big.ack.json"_s), QByteArray(limits::kMaxAnswerFile + 1, ' ')));
        QVERIFY(put(dir.filePath(u"ok.ack.json"_s), kJson));
        // Each is named once in the log, however often it is looked at.
        for (const auto* name : {"big.ack.json", "link.ack.json", "loose.ack.json", "pipe.ack.csv"})
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression{u"^answer file %1 "_s.arg(QRegularExpression::escape(QString::fromLatin1(name)))});
        QCOMPARE(sink.answers(dir.path()).result().value().size(), 2U);
        QCOMPARE(sink.answers(dir.path()).result().value().size(), 2U);
    }

    void aFileStillBeingWrittenWaits()
    {
        QTemporaryDir dir;
        ManualClock clock{SystemClock{}.now()};
        SettlementFiles sink{clock};
        QVERIFY(put(dir.filePath(u"a.ack.csv"_s), "a;accepted\n"));
        QVERIFY(put(dir.filePath(u"b.ack.json"_s), kJson.left(40)));
        QVERIFY(put(dir.filePath(u"c.ack.json"_s), kJson));
        // A whole JSON file needs no rest; a table and a half-written file do.
        QCOMPARE(shownAs(sink.answers(dir.path()).result().value()), (QStringList{u"a-1+"_s, u"b-2- Periode zu"_s}));
        QVERIFY(put(dir.filePath(u"b.ack.json"_s), kJson));
        clock.advance(kMinuteMs);
        QCOMPARE(shownAs(sink.answers(dir.path()).result().value()), (QStringList{u"a+"_s, u"a-1+"_s, u"b-2- Periode zu"_s, u"a-1+"_s, u"b-2- Periode zu"_s}));
    }

    void doneMovesAwayAndNothingElse()
    {
        QTemporaryDir dir;
        SettlementFiles sink{m_clock};
        QVERIFY(put(dir.filePath(u"a.ack.json"_s), kJson));
        QVERIFY(put(dir.filePath(u"b.ack.csv"_s), "c;accepted\n"));
        QVERIFY(sink.done(dir.path(), {u"a.ack.json"_s}).result());
        QVERIFY(!QFile::exists(dir.filePath(u"a.ack.json"_s)));
        QCOMPARE(content(dir.filePath(u"taken/a.ack.json"_s)), kJson);
        QCOMPARE(shownAs(sink.answers(dir.path()).result().value()), QStringList{u"c+"_s});
        // Once more is harmless.
        QVERIFY(sink.done(dir.path(), {u"a.ack.json"_s, u"b.ack.csv"_s}).result());
        // A name used again does not push out the earlier answer.
        QVERIFY(put(dir.filePath(u"a.ack.json"_s), "[]"));
        QVERIFY(sink.done(dir.path(), {u"a.ack.json"_s}).result());
        QCOMPARE(content(dir.filePath(u"taken/a.ack.json"_s)), kJson);
        QCOMPARE(content(dir.filePath(u"taken/2-a.ack.json"_s)), QByteArray("[]"));
    }

    void doneTakesNoOtherNames()
    {
        QTemporaryDir dir;
        SettlementFiles sink{m_clock};
        QVERIFY(QDir{dir.path()}.mkpath(u"in"_s));
        QVERIFY(put(dir.filePath(u"x.ack.json"_s), kJson));
        QVERIFY(put(dir.filePath(u"in/tresen-settlement-000001.json"_s), "{}"));
        for (const auto& name : {u"../x.ack.json"_s, u"tresen-settlement-000001.json"_s, u""_s, u"..\\x.ack.json"_s}) {
            const auto moved = sink.done(dir.filePath(u"in"_s), {name}).result();
            QVERIFY(!moved);
            QCOMPARE(moved.error().code, u"sink.answer"_s);
        }
        QCOMPARE(sink.done(dir.filePath(u"in"_s), {u"never.ack.json"_s}).result().error().fault, Fault::NotFound);
        QVERIFY(QFile::exists(dir.filePath(u"x.ack.json"_s)));
        QVERIFY(QFile::exists(dir.filePath(u"in/tresen-settlement-000001.json"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSettlementAnswers)
#include "tst_settlement_answers.moc"
